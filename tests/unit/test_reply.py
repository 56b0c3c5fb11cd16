"""What is asked of the agent, and what becomes of the answers."""

from __future__ import annotations

import datetime

import pytest

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.reply import BadField, ReplyContext, checked_value
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.core.replies.template import MissingFields, Rendered, TemplateFault, Templates
from desktop_assist.services.replies import Replies

MORNING = datetime.datetime(2026, 11, 22, 8, 0)


def made(body: str = "", fields: tuple[Field, ...] = (), **more: object) -> Entry:
    written = {"id": "x", "title": "题", "category": ("售后",), "body": body, **more}
    return Entry(Snippet(fields=fields, **written), "pack")  # type: ignore[arg-type]


def replies(language: str = "zh-CN", **known: str) -> Replies:
    context = ReplyContext(
        shop=known.pop("shop", "甲店"), agent="小李", now=MORNING, language=language, **known
    )
    return Replies(Templates(), lambda: context)


def asked(service: Replies, entry: Entry) -> list[str]:
    return [field.name for field in service.fields(entry, entry.snippet.parts)]


def test_built_ins_that_are_known_need_no_form() -> None:
    entry = made("{{ greeting }}，{{ customer }}，我是{{ shop }}的{{ agent }}")
    service = replies(customer="张三")
    assert asked(service, entry) == []
    assert service.render(entry, entry.snippet.parts, {}) == (
        Rendered("早上好，张三，我是甲店的小李"),
    )


def test_a_printed_built_in_that_is_empty_is_asked_for_by_name() -> None:
    entry = made("{{ customer }}的订单{{ order }}")
    labels = [field.label for field in replies().fields(entry, entry.snippet.parts)]
    assert labels == ["客户称呼", "订单号"]
    english = replies("en").fields(entry, entry.snippet.parts)
    assert [field.label for field in english] == ["Customer's name", "Order number"]


def test_an_optional_built_in_opens_no_form_but_joins_one() -> None:
    alone = made("{% if customer %}{{ customer }}，{% endif %}您好")
    assert asked(replies(), alone) == []
    beside = made("{% if customer %}{{ customer }}，{% endif %}单号{{ order }}")
    assert asked(replies(), beside) == ["customer", "order"]


def test_declared_fields_are_asked_for_where_they_are_used() -> None:
    days = Field(name="days", kind="number", label="天数", default="3")
    unused = Field(name="unused")
    entry = made("{{ days }}天内，{% if reason %}因为{{ reason }}{% endif %}", (days, unused))
    assert replies().fields(entry, entry.snippet.parts)[0] == days
    assert asked(replies(), entry) == ["days", "reason"]


def test_a_default_is_offered_and_never_assumed() -> None:
    entry = made("{{ days }}天", (Field(name="days", label="天数", default="3"),))
    with pytest.raises(MissingFields) as caught:
        replies().render(entry, entry.snippet.parts, {})
    assert caught.value.names == ("days",)
    assert "天数" in str(caught.value)


def test_a_declared_field_takes_the_place_of_a_built_in() -> None:
    entry = made("{{ shop }}", (Field(name="shop", label="分店"),))
    assert asked(replies(), entry) == ["shop"]


def test_every_message_is_rendered_and_all_gaps_are_named_together() -> None:
    entry = made(messages=("{{ customer }}您好{{ cursor }}。", "单号{{ order }}"))
    service, parts = replies(), entry.snippet.parts
    with pytest.raises(MissingFields) as caught:
        service.render(entry, parts, {"customer": " "})
    assert caught.value.names == ("customer", "order")
    filled = service.render(entry, parts, {"customer": "张三", "order": "88"})
    assert filled == (Rendered("张三您好。", 1), Rendered("单号88"))


def test_what_is_entered_goes_before_what_is_known() -> None:
    entry = made("{{ customer }}")
    service = replies(customer="张三")
    assert service.render(entry, entry.snippet.parts, {"customer": "李四"})[0].text == "李四"
    assert service.render(entry, entry.snippet.parts, {"customer": ""})[0].text == "张三"


def test_the_language_is_that_of_the_variant() -> None:
    fields = (Field(name="day", kind="date"),)
    entry = made(
        "{{ greeting }}，{{ day }}", fields, translations={"en": "{{ greeting }} {{ day }}"}
    )
    service, values = replies(), {"day": "2026-11-22"}
    texts = [service.render(entry, parts, values)[0].text for parts in service.bodies(entry)]
    assert texts == ["早上好，2026年11月22日", "Good morning 22 Nov 2026"]


def test_variants_are_the_reply_its_alternatives_tones_and_translations() -> None:
    entry = made("一", alternatives=("二", "一"), tones={"warm": "三"}, translations={"en": "four"})
    assert replies().bodies(entry) == (("一",), ("二",), ("三",), ("four",))
    several = made(messages=("一", "二"), alternatives=("三",))
    assert replies().bodies(several) == (("一", "二"), ("三",))


@pytest.mark.parametrize(
    ("field", "entered", "written"),
    [
        (Field(name="n", kind="number"), " 12.5 ", "12.5"),
        (Field(name="n", kind="number"), "１２８", "128"),
        (Field(name="n", kind="number"), "1,280", "1,280"),
        (Field(name="n", kind="number"), "-3", "-3"),
        (Field(name="d", kind="date"), "2026-11-02", "2026年11月2日"),
        (Field(name="d", kind="date"), "2026年11月2日", "2026年11月2日"),
        (Field(name="c", kind="choice", choices=("顺丰", "中通")), "中通", "中通"),
        (Field(name="t"), " 文 ", "文"),
        (Field(name="n", kind="number"), "  ", ""),
    ],
)
def test_entries_that_fit(field: Field, entered: str, written: str) -> None:
    assert checked_value(field, entered, "zh-CN") == written


@pytest.mark.parametrize(
    ("field", "entered"),
    [
        (Field(name="n", kind="number", label="件数"), "三件"),
        (Field(name="n", kind="number", label="件数"), "nan"),
        (Field(name="n", kind="number", label="件数"), "1e99x"),
        (Field(name="n", kind="date", label="件数"), "明天"),
        (Field(name="n", kind="choice", label="件数", choices=("顺丰",)), "圆通"),
    ],
)
def test_entries_that_do_not_fit_are_told_by_label(field: Field, entered: str) -> None:
    with pytest.raises(BadField, match="“件数” does not fit") as caught:
        checked_value(field, entered, "zh-CN")
    assert caught.value.name == "n"
    assert caught.value.hint is not None


def test_a_number_with_a_fault_is_never_rendered() -> None:
    entry = made("{{ n }}件", (Field(name="n", kind="number"),))
    with pytest.raises(BadField):
        replies().render(entry, entry.snippet.parts, {"n": "三"})


def test_a_preview_shows_gaps_and_never_raises() -> None:
    fields = (Field(name="days", kind="number", label="天数"),)
    entry = made(
        messages=("{{ customer }}，{{ days | plus: 1 }}天", "单号{{ order }}"), fields=fields
    )
    service = replies(order="88")
    shown = service.preview(entry, entry.snippet.parts, {})
    assert shown == "⟦客户称呼⟧，⟦天数⟧天\n\n单号88"
    assert service.preview(entry, entry.snippet.parts, {"days": "2"}).startswith("⟦客户称呼⟧，3天")
    assert "does not fit" in service.preview(entry, entry.snippet.parts, {"days": "二"})


def test_a_fault_is_shown_in_a_preview_and_raised_elsewhere() -> None:
    entry = made("{{ customer ")
    assert "is not closed" in replies().preview(entry, entry.snippet.parts, {})
    with pytest.raises(TemplateFault):
        replies().fields(entry, entry.snippet.parts)
    with pytest.raises(TemplateFault):
        replies().render(entry, entry.snippet.parts, {})


def test_faults_are_spoken_in_the_users_language() -> None:
    service = Replies(
        Templates(), lambda: ReplyContext("", "", MORNING, "zh-CN"), lambda message: "坏了"
    )
    entry = made("{{ ")
    assert service.preview(entry, entry.snippet.parts, {}) == "坏了"
