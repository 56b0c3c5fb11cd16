"""Bodies with placeholders are filled whole or not at all."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.language.caret import caret_steps
from desktop_assist.core.replies.template import MissingFields, Rendered, TemplateFault, Templates


@pytest.fixture(scope="module")
def templates() -> Templates:
    return Templates()


def test_plain_text_stays_as_it_is(templates: Templates) -> None:
    text = "亲，50% 的 } 与 { 都在，\n换行也在 "
    assert templates.render(text, {}) == Rendered(text, None)
    assert templates.variables(text) == ()


def test_plain_text_does_not_load_the_template_engine() -> None:
    script = (
        "import sys; from desktop_assist.core.replies.template import Templates;"
        "Templates().render('您好', {}); sys.exit('liquid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_variables_come_in_order_of_appearance_without_cursor(templates: Templates) -> None:
    body = "{% if vip %}{{ order | upcase }}{% endif %}{{ cursor }}{{ 姓名 }}{{ order }}"
    assert templates.variables(body) == ("vip", "order", "姓名")


@pytest.mark.parametrize(
    ("body", "values", "text"),
    [
        ("{{ customer }}您好", {"customer": "张三"}, "张三您好"),
        ("{% if customer %}{{ customer }}，{% endif %}您好", {}, "您好"),
        ("{% if customer %}{{ customer }}，{% endif %}您好", {"customer": "  "}, "您好"),
        ("{{ customer | default: '亲' }}", {"customer": ""}, "亲"),
        ("{% unless vip %}普通{% endunless %}", {}, "普通"),
        ("{% case tone %}{% when 'warm' %}亲{% else %}您好{% endcase %}", {"tone": "warm"}, "亲"),
        ("{{ fee | plus: 2 | minus: '0.5' | round: 1 }}", {"fee": "3.25"}, "4.8"),
        ("{{ fee | plus: '0.2' }}", {"fee": "0.1"}, "0.3"),
        ("{{ day | date: '%-m月%-d日' }}", {"day": "2026-11-02"}, "11月2日"),
        ("{{ day | date: '%-m月%-d日' }}", {"day": "2026年11月2日"}, "11月2日"),
        ("{{ fee | plus: 1 }}", {"fee": "1,280"}, "1281"),
        ("{{ order | truncate: 6 }} {{ order | size }}", {"order": "1234567890"}, "123... 10"),
        ("{{ shop | strip | downcase }}{% comment %}x{% endcomment %}", {"shop": " AB "}, "ab"),
    ],
)
def test_renders(templates: Templates, body: str, values: dict[str, str], text: str) -> None:
    assert templates.render(body, values).text == text


@pytest.mark.parametrize(
    ("body", "values", "names"),
    [
        ("{{ customer }}{{ order }}", {}, ("customer", "order")),
        ("{{ customer }}{{ order }}", {"customer": " \n", "order": "1"}, ("customer",)),
        ("{{ customer | upcase | truncate: 3 }}", {}, ("customer",)),
        ("{{ customer | size }}", {}, ("customer",)),
        ("{{ 3 | plus: fee }}", {}, ("fee",)),
        ("{{ fee | default: other }}", {}, ("other",)),
        ("{{ day | date: '%Y' }}", {}, ("day",)),
        ("{{ now }}{{ today }}{{ partial }}", {}, ("now", "today", "partial")),
        ("{% if vip %}{{ order }}{% endif %}", {"vip": "是"}, ("order",)),
    ],
)
def test_a_printed_variable_without_value_is_named(
    templates: Templates, body: str, values: dict[str, str], names: tuple[str, ...]
) -> None:
    with pytest.raises(MissingFields) as caught:
        templates.render(body, values)
    assert caught.value.names == names
    assert templates.missing(body, values) == names


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("{{ customer", 1),
        ("您好\n{{ }}", 2),
        ("{{ a b }}", 1),
        ("您好\n\n{% for x in (1..9) %}{{ x }}{% endfor %}", 3),
        ("{% include 'x' %}", 1),
        ("{% assign x = 1 %}", 1),
        ("{% if a %}", 1),
        ("{% endif %}", 1),
        ("a\n{{ x | join }}", 2),
        ("{{ customer.name }}", 1),
        ("{{ customer[order] }}", 1),
        ("{{ 'now' | date: '%Y' }}", 1),
        ("{% raw %}{{ x }}{% endraw %}", 1),
        ("{{ '1e999999' | round }}", 1),
        ("{{ 'x' | plus }}", 1),
        ("{% if a %}" * 30 + "{% endif %}" * 30, 1),
        ("{{ a }}" * 101, 1),
        ("{{" * 50_000, 1),
        ("{{ " + " " * 50_000, 1),
    ],
)
def test_a_fault_tells_its_line(templates: Templates, body: str, line: int) -> None:
    with pytest.raises(TemplateFault) as caught:
        templates.render(body, {})
    assert caught.value.line == line
    assert f"Line {line} of the reply" in str(caught.value)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("{% for x in y %}", "“for” cannot stand here; tags are: case, comment, if, unless."),
        ("{% if x %}亲", "“endif” is missing."),
        ("{{ x | first }}", "“first” is not a filter; there are: date, default,"),
        ("{{ x", "“{{” is not closed."),
        ("{{ }}", "A placeholder is empty."),
        ("{{ a b }}", "A placeholder cannot be read ("),
    ],
)
def test_a_fault_says_what_is_wrong(templates: Templates, body: str, sentence: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        templates.variables(body)
    assert str(caught.value.fault).startswith(sentence)


@pytest.mark.parametrize("value", ["{{ order }}", "{% if", "\ud800", "x" * 1_100_000])
def test_a_value_cannot_smuggle_anything_in(templates: Templates, value: str) -> None:
    with pytest.raises(TemplateFault):
        templates.render("{{ customer }}", {"customer": value})


def test_a_preview_shows_the_gaps_through_every_filter(templates: Templates) -> None:
    body = "{{ fee | plus: 2 }}，{{ day | date: '%Y' }}，{{ who | size }}{% if who %}!{% endif %}"
    gaps = {"fee": "⟦运费⟧", "day": "⟦日期⟧"}
    assert templates.preview(body, {}, gaps) == "⟦运费⟧，⟦日期⟧，who!"


@pytest.mark.parametrize(
    ("body", "text", "cursor"),
    [
        ("{{ cursor }}", "", 0),
        ("您好{{ cursor }}", "您好", 0),
        ("您好{{ cursor }}，再见", "您好，再见", 3),
        ("{{ cursor }}👨‍👩‍👧👍🏽🇨🇳e\u0301❤️\n", "👨‍👩‍👧👍🏽🇨🇳e\u0301❤️\n", 6),
        ("{{ cursor }}a{{ cursor }}b", "ab", 2),
        ("\ufdd0{{ cursor }}b", "\ufdd0b", 1),
    ],
)
def test_the_caret_is_placed(templates: Templates, body: str, text: str, cursor: int) -> None:
    assert templates.render(body, {}) == Rendered(text, cursor)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("", 0),
        ("ab中", 3),
        ("🇨🇳🇺🇸", 2),
        ("\r\n", 1),
        ("\n\n", 2),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1),
        ("1️⃣", 1),
        ("\u0301", 1),
    ],
)
def test_caret_steps_count_what_people_see(text: str, steps: int) -> None:
    assert caret_steps(text) == steps


pieces = st.sampled_from(
    "{{ a }};{{ b | upcase }};{% if a %};{% endif %};{{;}};{%;%};文;\n;{{ cursor }};"
    "{{ a | default: b }};{% else %};{% case a %};{{ a | plus: b }}".split(";")
)
values = st.dictionaries(st.sampled_from(["a", "b"]), st.text(max_size=8))


@given(st.lists(pieces, max_size=8).map("".join), values)
def test_a_rendered_text_is_whole_or_there_is_none(body: str, values: dict[str, str]) -> None:
    try:
        text = Templates().render(body, values).text
    except (MissingFields, TemplateFault):
        return
    assert "{{" not in text
    assert "{%" not in text
