"""Categories as chips: what they count, how they narrow the search, and how they are reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.palette.chips import Chip, ChipRow, chips_of, following, lies_in, narrowed
from tests.gui.palette_stage import ALT, Key, Seen, library, opened

ENTRIES = library(
    *(
        Snippet(id=f"a{n}", title=f"退货 {n}", category=("售后", "退货"), body="b")
        for n in range(3)
    ),
    Snippet(id="p", title="发货 1", category=("物流", "发 货"), body="b"),
    Snippet(id="q", title="发货 & 2", category=("Q&A",), body="b"),
    Snippet(id="none", title="无分类", category=(), body="b"),
)
ASKED: list[str] = []


def find(query: str, limit: int) -> list[Hit]:
    """Understands one `@…` filter, as the search does."""
    ASKED.append(query)
    words = query.split()
    place = next((word[1:].split("/") for word in words if word.startswith("@")), [])
    wanted = [word for word in words if not word.startswith("@")]
    return [
        Hit(key, 1.0)
        for key, entry in ENTRIES.items()
        if all(word in entry.snippet.title for word in wanted)
        and ["".join(step.split()) for step in entry.snippet.category[: len(place)]] == place
    ][:limit]


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Seen]:
    with opened(ENTRIES, find, favourites=()) as palette:
        QApplication.processEvents()
        yield palette


def chips(seen: Seen) -> list[QPushButton]:
    row = seen.palette.findChild(ChipRow)
    assert isinstance(row, ChipRow)
    return [one for one in row.findChildren(QPushButton) if one.isVisible()]


def texts(seen: Seen) -> list[str]:
    return [chip.text() for chip in chips(seen)]


def keys(seen: Seen) -> list[str]:
    return [row.entry.snippet.id for row in seen.rows]


def test_the_fullest_category_of_the_hits_stands_first(seen: Seen) -> None:
    assert texts(seen) == ["售后  3", "物流  1", "Q&&A  1"]
    seen.write("发货")
    assert texts(seen) == ["物流  1", "Q&&A  1"]


def test_a_click_looks_only_there_and_another_click_everywhere(seen: Seen) -> None:
    QTest.mouseClick(chips(seen)[1], Qt.MouseButton.LeftButton)
    assert "@物流 " in ASKED[-2:]
    assert keys(seen) == ["p"]
    assert texts(seen) == ["售后  3", "物流  1  ×", "Q&&A  1"]
    chips(seen)[1].click()
    assert len(seen.rows) == len(ENTRIES)
    assert "×" not in "".join(texts(seen))


def test_alt_c_goes_round_and_typing_stays_within(seen: Seen) -> None:
    seen.press(Key.Key_C, ALT)
    assert keys(seen) == ["a0", "a1", "a2"]
    seen.write("退货 1")
    assert keys(seen) == ["a1"]
    for _ in range(3):
        seen.press(Key.Key_Backspace)
    seen.press(Key.Key_Backspace)
    seen.press(Key.Key_C, ALT)
    assert keys(seen) == ["p"]
    seen.press(Key.Key_C, ALT)
    seen.press(Key.Key_C, ALT)
    assert len(seen.rows) == len(ENTRIES)


def test_backspace_in_the_empty_box_takes_the_chip_away(seen: Seen) -> None:
    seen.press(Key.Key_C, ALT)
    seen.press(Key.Key_Backspace)
    assert len(seen.rows) == len(ENTRIES)


def test_where_nothing_is_left_in_it_the_chip_can_still_be_taken_away(seen: Seen) -> None:
    seen.press(Key.Key_C, ALT)
    seen.write("发货")
    assert not seen.rows
    assert seen.says("Nothing found in “售后”")
    assert texts(seen)[0] == "售后  0  ×"
    chips(seen)[0].click()
    assert keys(seen) == ["p", "q"]


def test_the_next_opening_looks_everywhere(seen: Seen) -> None:
    seen.press(Key.Key_C, ALT)
    seen.palette.open_for("微信 · 张三")
    assert len(seen.rows) == len(ENTRIES)


def test_f6_reaches_the_chips_and_escape_leads_back(seen: Seen) -> None:
    seen.palette.activateWindow()
    seen.press(Key.Key_F6)
    assert seen.focus.accessibleName() == chips(seen)[0].accessibleName()
    QTest.keyClick(seen.focus, Key.Key_Return)
    assert keys(seen) == ["a0", "a1", "a2"]
    QTest.keyClick(seen.focus, Key.Key_Escape)
    assert seen.focus is seen.box
    assert seen.palette.isVisible()


def test_a_chip_tells_what_it_is(seen: Seen) -> None:
    first = chips(seen)[0]
    assert first.accessibleName() == "售后, 3 replies"
    assert first.accessibleDescription() == "Press to look only here."
    first.click()
    assert chips(seen)[0].accessibleDescription() == "Chosen. Press to look everywhere."


def test_chips_without_room_are_left_out_but_never_the_chosen_one(qapp: QApplication) -> None:
    window = QWidget()
    row = ChipRow(window)
    places = [(f"分类{number}",) for number in range(9)]
    row.show_chips([Chip(place, 1) for place in places], places[8])
    wide = row.findChild(QPushButton).sizeHint().width()  # type: ignore[union-attr]
    row.resize(4 * wide, row.height())
    window.show()
    shown = [one for one in row.findChildren(QPushButton) if one.isVisible()]
    assert 1 < len(shown) < 9
    assert shown[-1].text() == "分类8  1  ×"
    assert all(one.geometry().right() <= 4 * wide for one in shown)


def test_the_arithmetic_of_chips() -> None:
    every = list(ENTRIES.values())
    found = chips_of(every, ("售后", "退货"))
    assert [chip.place for chip in found][:2] == [("售后", "退货"), ("售后",)]
    assert following(found, found[-1].place) == ()
    assert following([], ()) == ()
    assert narrowed("abc", ("物流", "发 货")) == "@物流/发货 abc"
    assert narrowed("abc", ()) == "abc"
    assert lies_in(every[0], ())
