"""What stands out in the rows and the preview, what an empty query shows, and what is repainted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Hit, Matched
from desktop_assist.gui.palette.marks import literal_words, needles, spans_of
from desktop_assist.gui.palette.model import Row
from desktop_assist.gui.palette.window import Extras
from tests.gui.palette_stage import ENTRIES, Key, Seen, compose, library, opened

REFUND = library(
    Snippet(
        id="refund", title="退货流程", category=("售后", "退货"), code="th1",
        body="亲{{ name }}，Refund 按退货流程，退货后三天到账。",
    ),
)  # fmt: skip


def find_refund(_query: str, _limit: int) -> list[Hit]:
    at = REFUND["starter/refund"].snippet.body.index("退货")
    return [Hit("starter/refund", 1.0, (Matched("title", 0, 2), Matched("body", at, at + 2)))]


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Seen]:
    with opened() as palette:
        yield palette


def marked(seen: Seen) -> list[str]:
    return [one.cursor.selectedText() for one in seen.preview.extraSelections()]


class TestMatches:
    def test_what_matched_by_pinyin_stands_out_in_title_and_filled_reply(
        self, qapp: QApplication
    ) -> None:
        with opened(REFUND, find_refund) as seen:
            seen.write("tuihuo")
            assert seen.rows[0].spans("title") == [(0, 2)]
            assert marked(seen).count("退货") == 2

    def test_words_as_typed_stand_out_in_any_case_and_filters_do_not(
        self, qapp: QApplication
    ) -> None:
        with opened(REFUND, find_refund) as seen:
            seen.write("@a refund")
            assert "Refund" in marked(seen)
            assert "a" not in marked(seen)

    def test_words_stand_out_in_category_and_code_of_the_second_line(self) -> None:
        row = Row(REFUND["starter/refund"], words=("售后", "th1"))
        assert [row.place[start:end] for start, end in row.place_spans] == ["售后", "th1"]

    def test_a_matched_code_stands_out_where_it_is_shown(self) -> None:
        row = Row(REFUND["starter/refund"], (Matched("code", 0, 2),))
        assert [row.place[start:end] for start, end in row.place_spans] == ["th"]

    def test_a_single_letter_tells_nothing_and_many_hits_are_cut_off(self) -> None:
        assert literal_words("t 退 /th #x") == ("退", "th")
        assert spans_of("aaa", ()) == []
        assert len(spans_of("退" * 5000, ("退",))) == 200
        assert needles(REFUND["starter/refund"].snippet, (), "a" * 5000) == ("a" * 5000,)

    @pytest.mark.parametrize("query", ["😀" * 300, "\ud800", "\x00\x07", " " * 500, "(.*["])
    def test_nothing_that_is_typed_breaks_it(self, qapp: QApplication, query: str) -> None:
        with opened(REFUND, find_refund) as seen:
            seen.box.setText(query)
            assert seen.preview.toPlainText()


class Painted(QObject):
    """How high the repainted part of the list was, each time."""

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self.heights: list[int] = []
        seen.list.viewport().installEventFilter(self)
        self._viewport = seen.list.viewport()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QPaintEvent):
            self.heights.append(event.region().boundingRect().height())
        return False


class TestCalm:
    def test_only_rows_that_look_different_are_painted_anew(self, qapp: QApplication) -> None:
        titles = [f"Reply {number}" for number in range(20)]

        def find(query: str, _limit: int) -> list[Hit]:
            return [Hit(f"starter/n{n + (20 if query and n == 3 else 0)}", 1.0) for n in range(20)]

        entries = library(*(Snippet(id=f"n{n}", title=titles[n % 20], category=("x",), body="b")
                            for n in range(40)))  # fmt: skip
        entries["starter/n23"] = library(
            Snippet(id="n23", title="Another", category=("y",), body="b")
        )["starter/n23"]
        with opened(entries, find) as seen:
            QApplication.processEvents()
            painted = Painted(seen)
            seen.write("q")
            QApplication.processEvents()
            row = seen.list.visualRect(seen.list.model().index(3, 0)).height()
            assert seen.rows[3].entry.snippet.title == "Another"
            assert painted.heights == [row]

    def test_rows_that_stay_as_they_are_are_not_painted_at_all(self, seen: Seen) -> None:
        compose(seen, "", commit="Reply ")
        QApplication.processEvents()
        painted = Painted(seen)
        seen.palette.refresh()
        QApplication.processEvents()
        assert painted.heights == []

    def test_a_reply_chosen_by_hand_stays_selected_while_it_is_found(self, seen: Seen) -> None:
        QTest.keyClicks(seen.box, "Reply ")
        for _ in range(13):
            seen.press(Key.Key_Down)
        assert seen.title == "Reply 13"
        QTest.keyClicks(seen.box, "1")
        assert seen.title == "Reply 13"
        QTest.keyClicks(seen.box, "2")
        assert seen.title == "Reply 12"

    def test_what_was_not_chosen_gives_way_to_the_best_hit(self, seen: Seen) -> None:
        QTest.keyClicks(seen.box, "Reply 2")
        assert seen.title == "Reply 2"
        seen.press(Key.Key_Backspace)
        assert seen.title == "Reply 0"


LIKED = ("starter/n3", "starter/n4")


def favourites_first(query: str, limit: int) -> list[Hit]:
    ordered = [*LIKED, *(key for key in ENTRIES if key not in LIKED)]
    return [Hit(key, 1.0) for key in ordered if query in ENTRIES[key].snippet.title][:limit]


def headings(rows: Sequence[Row]) -> Mapping[str, str]:
    return {row.section: row.entry.key for row in rows if row.section}


class TestEmptyQuery:
    def test_favourites_and_lately_used_stand_first_under_headings(
        self, qapp: QApplication
    ) -> None:
        extras = Extras(recent=lambda: ("starter/n7", "starter/n3", "gone/x", "starter/n9"))
        with opened(ENTRIES, favourites_first, extras, LIKED) as seen:
            keys = [row.entry.key.removeprefix("starter/") for row in seen.rows]
            assert keys[:5] == ["n3", "n4", "n7", "n9", "parcel"]
            assert len(set(keys)) == len(keys)
            assert headings(seen.rows) == {
                "Favourites": "starter/n3",
                "Lately used": "starter/n7",
                "All replies": "starter/parcel",
            }

    def test_headings_go_as_soon_as_something_is_typed(self, qapp: QApplication) -> None:
        with opened(ENTRIES, favourites_first, favourites=LIKED) as seen:
            assert seen.rows[0].section == "Favourites"
            seen.write("Reply")
            assert not headings(seen.rows)

    def test_without_favourites_and_uses_there_are_no_headings(self, qapp: QApplication) -> None:
        with opened(ENTRIES, favourites=()) as seen:
            assert not headings(seen.rows)

    def test_alt_1_takes_the_first_favourite(self, qapp: QApplication) -> None:
        with opened(ENTRIES, favourites_first, favourites=LIKED) as seen:
            seen.press(Key.Key_Return)
            assert [one.key for one in seen.choices] == ["starter/n3"]


def test_every_part_tells_its_name(seen: Seen) -> None:
    entry: Entry = seen.rows[0].entry
    index = seen.list.model().index(0, 0)
    assert entry.snippet.title in str(index.data(11))
    assert seen.list.accessibleDescription()
    assert seen.box.accessibleDescription()
