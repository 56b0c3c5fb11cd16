"""The pasteboard of macOS, against a Mac that behaves as Apple's documentation says.

No Mac was at hand: these tests prove the calls, their C types and every documented failure, and
not that a Mac does what its documentation says.
"""

from __future__ import annotations

import sys

import pytest

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard
from desktop_assist.oslayer.clipboard.macos import LOOK_EVERY_MS, MARKS, MacClipboard
from desktop_assist.oslayer.macos.frameworks import Frameworks, ObjectiveC
from tests.fakes.loop import FakeLoop
from tests.fakes.mac_pasteboard import TEXT
from tests.fakes.macos import FakeMac

REPLY = "您好👋，\n在的。"


class Board:
    """The backend, and what it told."""

    def __init__(self, mac: FakeMac) -> None:
        self.mac = mac
        self.loop = FakeLoop()
        self.port = MacClipboard(ObjectiveC(mac.frameworks().objc), self.loop.later)
        self.told: list[ClipboardEvent] = []

    def save(self) -> SavedClipboard:
        saved: list[SavedClipboard] = []
        self.port.save(saved.append)
        return saved[0]

    def offer(self, text: str = REPLY) -> None:
        self.port.offer(text, self.save(), self.told.append)

    def text(self) -> str | None:
        texts: list[str | None] = []
        self.port.read_text(texts.append)
        return texts[0]


RICH = {TEXT: b"old", "public.html": b"<b>old</b>", "com.example.own": b"\x00\x01"}


@pytest.fixture
def board(mac: FakeMac) -> Board:
    mac.copy(RICH)
    return Board(mac)


def test_until_the_chord_the_pasteboard_is_not_touched(board: Board) -> None:
    before = board.mac.change
    board.offer()
    assert board.mac.change == before
    assert board.mac.paste() == b"old"
    assert board.told == []


def test_the_reply_is_read_lazily_and_the_read_is_told(board: Board) -> None:
    board.offer()
    assert board.port.arm(0)
    assert board.told == []
    assert board.mac.paste() == REPLY.encode()
    assert board.told == [ClipboardEvent.READ]


def test_the_reply_is_marked_and_stays_on_this_machine(board: Board) -> None:
    board.offer()
    board.port.arm(0)
    assert set(MARKS) < set(board.mac.types)
    assert board.mac.host_only


def test_every_format_comes_back(board: Board) -> None:
    board.offer()
    board.port.arm(0)
    board.mac.paste()
    board.port.restore()
    assert [one.data for one in board.mac.items] == [RICH]
    assert not board.mac.host_only
    assert ClipboardEvent.LOST not in board.told


def test_several_copied_files_come_back_as_several(mac: FakeMac) -> None:
    files = [{"public.file-url": b"file:///a"}, {"public.file-url": b"file:///b", TEXT: b"b"}]
    mac.copy(*files)
    board = Board(mac)
    board.offer()
    board.port.arm(0)
    board.port.restore()
    assert [one.data for one in mac.items] == files


def test_an_empty_pasteboard_is_empty_afterwards(mac: FakeMac) -> None:
    board = Board(mac)
    assert board.save().empty
    board.offer()
    board.port.arm(0)
    board.port.restore()
    assert mac.items == []


def test_what_is_copied_meanwhile_stays_and_is_told(board: Board) -> None:
    board.offer()
    board.port.arm(0)
    board.mac.copy({TEXT: b"new"})
    assert board.told == [ClipboardEvent.LOST]
    board.port.restore()
    assert board.mac.paste() == b"new"
    assert not board.port.arm(0)


def test_a_second_reply_keeps_what_was_saved_first(board: Board) -> None:
    board.offer("a")
    board.port.arm(0)
    board.offer("b")
    board.port.arm(0)
    assert board.mac.paste() == b"b"
    assert ClipboardEvent.LOST not in board.told
    board.port.restore()
    assert [one.data for one in board.mac.items] == [RICH]


def test_where_macos_does_not_take_the_reply_it_is_said(board: Board) -> None:
    board.mac.refuses_writes = True
    board.offer()
    with pytest.raises(AssistError, match="did not take the reply"):
        board.port.arm(0)


def test_a_left_reply_can_be_pasted_by_hand(board: Board) -> None:
    board.offer()
    board.port.leave()
    assert board.mac.paste() == REPLY.encode()
    assert board.told == [ClipboardEvent.READ]


def test_what_others_have_put_there_is_told_also_behind_the_reply(board: Board) -> None:
    assert board.text() == "old"
    board.offer()
    board.port.arm(0)
    assert board.text() == "old"
    assert board.told == []


def test_a_copy_is_awaited(board: Board) -> None:
    copied: list[str | None] = []
    board.port.copied(0, 200, copied.append)
    board.loop.advance(LOOK_EVERY_MS * 2)
    assert copied == []
    board.mac.copy({TEXT: "草稿".encode()})
    board.loop.advance(LOOK_EVERY_MS)
    assert copied == ["草稿"]
    assert board.loop.waiting == 0


def test_a_copy_of_something_else_is_an_empty_text(board: Board) -> None:
    copied: list[str | None] = []
    board.port.copied(0, 200, copied.append)
    board.mac.copy({"public.png": b"..."})
    board.loop.advance(LOOK_EVERY_MS)
    assert copied == [""]


def test_a_copy_that_never_comes_is_given_up(board: Board) -> None:
    copied: list[str | None] = []
    board.port.copied(0, 0, copied.append)
    board.loop.advance(LOOK_EVERY_MS)
    assert copied == [None]


def test_closing_gives_the_pasteboard_back(board: Board) -> None:
    board.offer()
    board.port.arm(0)
    board.port.close()
    assert [one.data for one in board.mac.items] == [RICH]


@pytest.mark.skipif(sys.platform == "darwin", reason="elsewhere than on a Mac")
def test_on_another_system_the_frameworks_cannot_be_loaded() -> None:
    with pytest.raises(OSError, match="AppKit"):
        Frameworks.load()
