"""Placeholders of other tools become fields that are asked for, and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.core.replies.template import Templates
from desktop_assist.packs.exchange.incoming import Syntax
from desktop_assist.packs.exchange.placeholders import Placeholders, Swap
from desktop_assist.packs.exchange.placeholders_out import outgoing


def translated(text: str, syntax: Syntax = "plain") -> tuple[str, dict[str, str]]:
    found = Placeholders().translated([text], syntax)
    return found.texts[0], {field.name: field.label for field in found.fields}


@pytest.mark.parametrize(
    ("text", "ours", "fields"),
    [
        ("您好{姓名}", "您好{{ customer }}", {}),
        ("您好{ 客户昵称 }，订单{订单号}", "您好{{ customer }}，订单{{ order }}", {}),
        ("您好｛姓名｝", "您好{{ customer }}", {}),
        ("Dear [name],", "Dear {{ customer }},", {}),
        ("Dear [Customer Name],", "Dear {{ customer }},", {}),
        ("退款{金额}元", "退款{{ field_1 }}元", {"field_1": "金额"}),
        ("{Delivery date}", "{{ delivery_date }}", {"delivery_date": "Delivery date"}),
        ("单号XX，运费××元", "单号{{ xx }}，运费{{ field_1 }}元", {"xx": "XX", "field_1": "××"}),
        ("两处XX和XX", "两处{{ xx }}和{{ xx }}", {"xx": "XX"}),
    ],
)
def test_common_ones(text: str, ours: str, fields: dict[str, str]) -> None:
    assert translated(text) == (ours, fields)


@pytest.mark.parametrize(
    "text", ["[微笑]好的", "XXL 有货", "MAXX", "{}", "a{:.2f}", "100%", "{第一行\n第二行}", "xx1"]
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert translated(text) == (text, {})


@pytest.mark.parametrize(
    ("syntax", "text", "ours", "fields"),
    [
        ("liquid", "Hi {{ticket.requester.first_name}}", "Hi {{ customer }}", {}),
        (
            "liquid",
            "{{ ticket.id | plus: 1 }}",
            "{{ ticket_id | plus: 1 }}",
            {"ticket_id": "ticket.id"},
        ),
        (
            "liquid",
            "{% if ticket.vip == 'a.b' %}x{% endif %}",
            "{% if ticket_vip == 'a.b' %}x{% endif %}",
            {"ticket_vip": "ticket.vip"},
        ),
        ("espanso", "Hi {{form1.name}}$|$", "Hi {{ customer }}{{ cursor }}", {}),
        ("espanso", "On [[day]]", "On {{ day }}", {"day": ""}),
        ("beeftext", "#{input:Size}#{cursor}", "{{ size }}{{ cursor }}", {"size": "Size"}),
        ("beeftext", "#{clipboard}", "{{ clipboard }}", {"clipboard": ""}),
        ("textexpander", "%filltext:name=Pet%%|", "{{ pet }}{{ cursor }}", {"pet": "Pet"}),
        ("textexpander", "50% off", "50% off", {}),
        ("autokey", "<cursor> <script name=x>", "{{ cursor }} {{ script }}", {"script": ""}),
    ],
)
def test_each_tools_own(syntax: Syntax, text: str, ours: str, fields: dict[str, str]) -> None:
    assert translated(text, syntax) == (ours, fields)


def test_what_ours_cannot_say_becomes_a_field_that_is_asked_for() -> None:
    text, fields = translated("{% for a in b %}{{ x | money }}{% endfor %}", "liquid")
    assert sorted(label or name for name, label in fields.items()) == [
        "endfor",
        "for a in b",
        "x | money",
    ]
    assert len(Templates().variables(text)) == 3


def test_signs_that_close_nothing_are_text() -> None:
    text, _ = translated("open {{ and }} %} closed", "liquid")
    assert Templates().render(text, dict.fromkeys(Templates().variables(text), "-"))


def test_dates_choices_and_defaults_keep_their_kind() -> None:
    found = Placeholders().translated(
        ["%fillpopup:name=Size:small:default=large% %filltext:name=Pet:default=Rex%"],
        "textexpander",
    )
    assert found.fields == (
        Field(
            name="size", kind="choice", label="Size", choices=("small", "large"), default="large"
        ),
        Field(name="pet", label="Pet", default="Rex"),
    )
    date = Placeholders().translated(["#{dateTime:yyyy}"], "beeftext")
    assert date.fields[0].kind == "date"


def test_every_swap_is_told() -> None:
    found = Placeholders().translated(["{姓名} {姓名} {金额}"], "plain")
    assert found.swaps == (Swap("{姓名}", "{{ customer }}"), Swap("{金额}", "{{ field_1 }}"))


@given(st.text("{}%[] |.#<>:XxA姓名a\n$", max_size=40))
@settings(max_examples=200, deadline=None)
def test_whatever_comes_can_be_read_as_a_template(text: str) -> None:
    for syntax in ("plain", "liquid", "espanso", "beeftext", "textexpander", "autokey"):
        ours = Placeholders().translated([text], syntax).texts[0]
        assert "{{" not in Templates().preview(ours, {}, {})


SNIPPET = Snippet(
    id="a",
    title="a",
    category=(),
    body="{{ customer }}，{{ size }}码{{ cursor }}",
    fields=(Field(name="size", kind="choice", label="尺码", choices=("M", "L"), default="L"),),
)


@pytest.mark.parametrize(
    ("notation", "text"),
    [
        ("braces", "{客户称呼}，{尺码}码"),
        ("zendesk", "{{ticket.requester.first_name}}，{{size}}码"),
        ("chatwoot", "{{contact.first_name}}，{{size}}码"),
        ("espanso", "[[customer]]，[[size]]码$|$"),
        ("beeftext", "#{input:客户称呼}，#{input:尺码}码#{cursor}"),
        (
            "textexpander",
            "%filltext:name=客户称呼%，%fillpopup:name=尺码:M:default=L%码%|",
        ),
    ],
)
def test_the_way_out(notation: str, text: str) -> None:
    assert outgoing(SNIPPET, SNIPPET.body, notation).text == text


def test_conditions_are_told_as_not_whole() -> None:
    assert not outgoing(SNIPPET, "{% if shop %}{{ shop }}{% endif %}", "braces").is_whole
