"""Which of two selections a message is read from: the one that was changed last."""

from __future__ import annotations

import pytest

from desktop_assist.oslayer.clipboard.both import BothSelections
from tests.fakes.clipboard import TEXT, FakeClipboard

LAST_MS = 0xFFFF_FFFF


class Dated(FakeClipboard):
    def __init__(self, text: str, changed_at: int) -> None:
        super().__init__({TEXT: text.encode()} if text else {})
        self.changed_at = changed_at


def read(copied: Dated, selected: Dated) -> str | None:
    found: list[str | None] = []
    BothSelections(copied, selected).read_text(found.append)
    (text,) = found
    return text


@pytest.mark.parametrize(
    ("copied_at", "selected_at", "expected"),
    [
        (5, 9, "selected"),
        (9, 5, "copied"),
        (7, 7, "copied"),
        (0, 0, "copied"),
        (LAST_MS - 3, 2, "selected"),
        (2, LAST_MS - 3, "copied"),
    ],
)
def test_the_newer_one_is_read(copied_at: int, selected_at: int, expected: str) -> None:
    assert read(Dated("copied", copied_at), Dated("selected", selected_at)) == expected


def test_an_empty_one_gives_way_to_the_other() -> None:
    assert read(Dated("copied", 1), Dated("", 2)) == "copied"
    assert read(Dated("copied", 1), Dated(" \n", 2)) == "copied"
    assert read(Dated("", 2), Dated("selected", 1)) == "selected"
    assert read(Dated("", 2), Dated("", 1)) is None
