"""Text in an editor and snippets, both ways."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.editing import (
    BadEntry,
    edited,
    outside_placeholders,
    split_choices,
    typed,
)
from desktop_assist.core.replies.snippet import Field, Snippet

SNIPPET = Snippet(
    id="own-1",
    title="退款已通过",
    category=("售后", "退款"),
    body="您的退款将在 {{ days }} 个工作日到账。",
    alternatives=("退款通过啦。", "已经为您退款。\n请查收。"),
    fields=(Field(name="days", kind="choice", label="工作日", choices=("1", "3"), default="3"),),
    code="tk",
    hotkey="ctrl+alt+t",
    search_terms=("退钱", "到账"),
    when_to_use="审核通过后",
    tags=("常用",),
    tones={"warm": "亲，退款通过啦。"},
)


def test_a_snippet_survives_being_edited_without_a_change() -> None:
    assert edited(SNIPPET, typed(SNIPPET)) == SNIPPET


def test_what_no_editor_shows_stays() -> None:
    after = edited(SNIPPET, typed(SNIPPET) | {"title": "新标题"})
    assert after == msgspec.structs.replace(SNIPPET, title="新标题")


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"title": "  "}, "title"),
        ({"category": " / "}, "category"),
        ({"body": "", "messages": ""}, "body"),
        ({"messages": "第二条"}, "messages"),
        ({"code": "退款"}, "code"),
        ({"hotkey": "ctrl+alt"}, "hotkey"),
        ({"fields": '[{"name": "天 数"}]'}, "fields"),
        ({"fields": '[{"name": "a"}, {"name": "a"}]'}, "fields"),
        ({"fields": '[{"name": "a", "kind": "choice"}]'}, "fields"),
    ],
)
def test_a_fault_names_the_part_to_mend(changes: dict[str, str], place: str) -> None:
    with pytest.raises(BadEntry) as caught:
        edited(SNIPPET, typed(SNIPPET) | changes)
    assert caught.value.place == place


def test_messages_in_turn_take_the_place_of_the_body() -> None:
    after = edited(SNIPPET, typed(SNIPPET) | {"body": "", "messages": "您好！\n---\n请稍等。"})
    assert after.parts == ("您好！", "请稍等。")


def test_a_code_may_be_typed_with_its_slash() -> None:
    assert edited(SNIPPET, typed(SNIPPET) | {"code": "/TK"}).code == "tk"


def test_choices_may_be_parted_as_people_do() -> None:
    assert split_choices("红, 蓝、绿；白\n黑") == ("红", "蓝", "绿", "白", "黑")


def test_a_placeholder_of_a_template_is_no_fault() -> None:
    def finding(start: int, end: int) -> Finding:
        return Finding("r", "f", "warn", start, end, "", "")

    text = "{{ customer }}但是"
    assert outside_placeholders(text, [finding(0, 14), finding(14, 16)]) == [finding(14, 16)]


@given(st.dictionaries(st.sampled_from(sorted(typed(SNIPPET).keys() - {"fields"})), st.text()))
def test_any_text_is_taken_or_explained(changes: dict[str, str]) -> None:
    try:
        once = edited(SNIPPET, typed(SNIPPET) | changes)
    except BadEntry:
        return
    assert edited(once, typed(once)) == once
