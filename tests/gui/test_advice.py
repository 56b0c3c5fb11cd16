"""Suggestions learn from picks, tell what usually follows, and forget at a word."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from desktop_assist.bundled import resources
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.advice import Advice, Clocks
from desktop_assist.store.picks import PickStore

DAY = datetime.date(2026, 3, 2)
MESSAGE = "杯子碎了一个口子咋整"
ENTRIES = [
    Entry(Snippet(id="broken", title="商品破损请拍照", category=("售后",), body="请您拍照。"), "p"),
    Entry(Snippet(id="refund", title="退款到账时间", category=("售后",), body="原路退回。"), "p"),
    Entry(Snippet(id="invoice", title="开发票", category=("售中",), body="请提供抬头。"), "p"),
]


@pytest.fixture
def advice(tmp_path: Path) -> Advice:
    seconds = iter(range(1000))
    return Advice(
        lambda: ENTRIES,
        lambda: None,
        resources() / "search" / "synonyms.tsv",
        PickStore(tmp_path / "picks", tmp_path / "next", lambda error: pytest.fail(str(error))),
        Clocks(lambda: DAY, lambda: float(next(seconds))),
    )


def keys(advised: list[tuple[str, str]]) -> list[str]:
    return [key for key, _why in advised]


def test_a_pick_is_suggested_for_the_same_message_and_forgotten_at_a_word(advice: Advice) -> None:
    advice.for_message(MESSAGE)
    advice.picked("p/invoice")
    assert keys(advice.for_message(MESSAGE))[0] == "p/invoice"
    advice.forget()
    assert "p/invoice" not in keys(advice.for_message(MESSAGE))


def test_what_went_out_after_a_reply_is_offered_after_it(advice: Advice) -> None:
    for _ in range(2):
        advice.sent("chat", "p/broken")
        advice.sent("chat", "p/refund")
    advice.sent("other", "p/broken")
    assert keys(advice.after("other"))[0] == "p/refund"
    assert advice.after("a new chat") == []


def test_a_reply_found_by_searching_teaches_nothing_about_an_earlier_message(
    advice: Advice,
) -> None:
    advice.for_message(MESSAGE)
    advice.after("chat")
    advice.picked("p/invoice")
    assert "p/invoice" not in keys(advice.for_message(MESSAGE))
