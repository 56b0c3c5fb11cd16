"""A page of many differences: the beginning at once, the rest while the window answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_assist.channel.changes import compared
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.channel_window.difference import MOST_SHOWN, parts_of_differences
from desktop_assist.gui.channel_window.long_page import LongPage
from desktop_assist.gui.look.theme import Theme
from tests.e2e.stage.waiting import wait_until


@pytest.fixture
def page(qapp: QApplication) -> Iterator[LongPage]:
    room = QWidget()
    yield LongPage(room)
    room.deleteLater()


def shown(page: LongPage, qapp: QApplication, last: str) -> str:
    """The whole page, once it has come to `last`."""

    def look() -> bool:
        qapp.processEvents()
        return last in page.toPlainText()

    wait_until(look, f"“{last}” on the page")
    return page.toPlainText()


def test_many_paragraphs_come_in_their_order_and_not_all_at_once(
    page: LongPage, qapp: QApplication
) -> None:
    page.show_parts(f"<p>paragraph {number:04}.</p>" for number in range(2_000))
    assert "paragraph 0000." in page.toPlainText()
    assert "paragraph 1999." not in page.toPlainText()
    lines = shown(page, qapp, "paragraph 1999.").split()
    assert lines[1::2] == [f"{number:04}." for number in range(2_000)]


def test_what_is_shown_next_takes_the_place_of_what_was_still_to_come(
    page: LongPage, qapp: QApplication
) -> None:
    page.show_parts(f"<p>old {number}.</p>" for number in range(2_000))
    page.show_parts(["<p>another reply.</p>"])
    for _ in range(20):
        qapp.processEvents()
    assert page.toPlainText() == "another reply."


def test_of_thousands_of_changes_the_first_are_shown_and_the_rest_counted(
    page: LongPage, qapp: QApplication
) -> None:
    before = tuple(
        Snippet(id=f"r{n}", title=f"话术{n}", category=("售前",), body="您好") for n in range(2_000)
    )
    after = tuple(
        Snippet(id=one.id, title=one.title, category=one.category, body="您好呀") for one in before
    )
    found = compared(before, after)
    page.show_parts(parts_of_differences(found, Theme.of(page.palette())))
    text = shown(page, qapp, f"{2_000 - MOST_SHOWN} more")
    assert f"话术{MOST_SHOWN - 1}\n" in text
    assert f"话术{MOST_SHOWN}\n" not in text
