"""Wordings of the trade: the groups that a text speaks of, and the shipped file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.bundled import resources
from desktop_assist.core.suggesting.message_grams import MessageGrams
from desktop_assist.core.suggesting.synonyms import Meant, Synonyms

GROUPS = Synonyms.from_text("# trade\n发货\t寄出\tship\n退款\t退钱\n退货\t退\nrefund\tmoney back\n")
SHIPPED = (resources() / "search" / "synonyms.tsv").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("什么时候寄出", [Meant("发货", False)]),
        ("还没有寄出", [Meant("发货", True)]),
        ("do you ship", [Meant("发货", False)]),
        ("not ship it", [Meant("发货", True)]),
        ("worship, shipping", []),
        ("退钱", [Meant("退款", False)]),
        ("退了退钱", [Meant("退货", False), Meant("退款", False)]),
        ("i want my money back", [Meant("refund", False)]),
        ("", []),
    ],
)
def test_the_longest_wording_at_each_place_counts(text: str, meant: list[Meant]) -> None:
    assert list(GROUPS.meant(text)) == meant


def test_a_wording_may_stand_in_several_groups() -> None:
    both = Synonyms([("坏", "换新"), ("换货", "换新")])
    assert [one.group for one in both.meant("给换新吗")] == ["坏", "换货"]


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    for group, _ in Synonyms.from_text(SHIPPED).meant(text):
        assert group


def test_the_shipped_groups_are_told_apart_and_written_as_they_are_searched() -> None:
    rows = [line.split("\t") for line in SHIPPED.splitlines() if not line.startswith("#")]
    names = [row[0] for row in rows]
    assert len(names) == len(set(names))
    fold = MessageGrams().fold
    for row in rows:
        assert len(row) > 1, row
        assert len(row) == len(set(row)), row
        assert [one for one in row if one != one.strip() or one != fold(one) or not one] == []
