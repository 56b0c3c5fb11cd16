"""Bodies with plain names are filled as Liquid would fill them, and without it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.replies.plain_body import LONGEST_OUTPUT, plain_body
from desktop_assist.core.replies.template import TemplateFault, Templates
from desktop_assist.core.replies.template_language import ReplyLanguage

_NAMES = st.sampled_from(["name", "order_no", "姓名", "_x", "n1", "cursor", "date"])
_TEXTS = st.text("您好 a}{%#\n，-|", max_size=6)
_PLACES = st.builds("{{{{{}{}{}}}}}".format, st.sampled_from(["", " "]), _NAMES, st.just(" "))
_BODIES = st.lists(st.one_of(_TEXTS, _PLACES)).map("".join)
_LANGUAGE = ReplyLanguage()


@given(
    _BODIES,
    st.dictionaries(_NAMES, st.text("您{}%a ", min_size=1)),
    st.dictionaries(_NAMES, _TEXTS),
)
def test_it_fills_as_liquid_does(body: str, values: dict[str, str], gaps: dict[str, str]) -> None:
    plain = plain_body(body)
    if plain is not None:
        liquid = _LANGUAGE.compile(body)
        assert plain.variables == liquid.variables
        assert plain.fill(values, gaps) == liquid.fill(values, gaps)


@pytest.mark.parametrize(
    "body", ["{{ a | upcase }}", "{% if a %}b{% endif %}", "{{ a.b }}", "{{- a }}", "{{ true }}"]
)
def test_all_else_is_left_to_liquid(body: str) -> None:
    assert plain_body(body) is None


def test_a_text_that_no_clipboard_takes_and_one_without_end_are_refused() -> None:
    for value in ("\ud800", "长" * LONGEST_OUTPUT):
        with pytest.raises(TemplateFault):
            Templates().render("{{ name }}", {"name": value})


def test_plain_names_load_no_template_engine() -> None:
    code = (
        "import sys; from desktop_assist.core.replies.template import Templates;"
        "print(Templates().render('您好{{ name }}', {'name': '李'}).text, 'liquid' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stdout.split() == ["您好李", "False"]
