"""The draft is taken out of the input box, and everything is as it was."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.core.pasting.paste_session import SAVE_LIMIT_MS
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.draft import LONGEST_DRAFT, Draft, DraftTaker
from desktop_assist.services.paster import HELD_KEY_MS, Ports
from tests.fakes.clipboard import TEXT, FakeClipboard
from tests.fakes.keyboard import FakeHotkeys, FakeInjector
from tests.fakes.loop import FakeLoop
from tests.fakes.windows import FakeWindows

CHAT = Target(1, "张三", "wechat", reader=7)
OTHER = Target(2, "李四", "wechat", reader=8)
COPIED = {TEXT: b"order 42", "image/png": b"\x89PNG\x00"}


@dataclass
class Room:
    """An input box that copies its draft at Ctrl+C; an empty one copies nothing."""

    draft: str = ""
    loop: FakeLoop = field(default_factory=FakeLoop)
    windows: FakeWindows = field(default_factory=lambda: FakeWindows(CHAT))
    clipboard: FakeClipboard = field(default_factory=lambda: FakeClipboard(COPIED))
    injector: FakeInjector = field(default_factory=FakeInjector)
    taken: list[Draft] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.injector.pressed_hook = self.take_keys
        hotkeys = FakeHotkeys(self.injector.keyboard)
        ports = Ports(self.windows, self.injector, hotkeys, {"clipboard": self.clipboard})
        self.hotkeys = hotkeys
        self.drafts = DraftTaker(self.loop, ports)

    def take_keys(self, combination: Combination) -> None:
        if str(combination) == "ctrl+c" and self.draft:
            self.clipboard.copy({TEXT: self.draft.encode()}, by=CHAT.reader)

    def take(self, target: Target | None = CHAT) -> Draft:
        self.drafts.take(target, self.taken.append)
        self.loop.run_posted()
        if not self.taken:
            self.clipboard.time_out_copies()
            self.loop.run_posted()
        (draft,) = self.taken
        return draft

    @property
    def keys(self) -> list[str]:
        return [str(combination) for combination, _ in self.injector.pressed]


def test_the_draft_comes_and_the_clipboard_is_as_it_was() -> None:
    room = Room("这个不归我管\n")
    assert room.take() == Draft(CHAT, "这个不归我管")
    assert room.clipboard.paste(CHAT.reader) == COPIED
    # THEN the caret stands at the end and nothing is selected
    assert room.keys == ["ctrl+a", "ctrl+c", "ctrl+end", "end"]


def test_held_modifiers_are_released_first() -> None:
    room = Room("在")
    room.injector.keyboard.press("alt")
    assert room.take().text == "在"
    assert room.injector.released == ["alt"]


def test_an_empty_box_is_told_and_touches_nothing() -> None:
    room = Room()
    draft = room.take()
    assert (draft.text, draft.problem is None) == ("", False)
    assert room.clipboard.paste(CHAT.reader) == COPIED


@pytest.mark.parametrize("text", ["   \n", "好" * (LONGEST_DRAFT + 1)])
def test_what_is_no_draft_is_told_and_the_clipboard_restored(text: str) -> None:
    room = Room(text)
    assert room.take().problem is not None
    assert room.clipboard.paste(CHAT.reader) == COPIED


def test_without_a_window_nothing_is_pressed() -> None:
    room = Room("在")
    assert room.take(None).problem is not None
    assert room.keys == []


def test_another_window_in_front_gets_no_keys() -> None:
    room = Room("在")
    room.windows.bring(OTHER)
    assert room.take().problem is not None
    assert room.keys == []


def test_what_another_program_copies_at_that_moment_is_no_draft() -> None:
    room = Room()
    room.injector.pressed_hook = lambda _keys: room.clipboard.copy({TEXT: b"new"}, by=55)
    draft = room.take()
    assert draft.text == ""
    assert room.clipboard.paste(CHAT.reader) == {TEXT: b"new"}


def test_a_window_that_goes_after_its_copy_gets_no_more_keys() -> None:
    room = Room("在")

    def copy_and_go(combination: Combination) -> None:
        room.take_keys(combination)
        if str(combination) == "ctrl+c":
            room.windows.bring(OTHER)

    room.injector.pressed_hook = copy_and_go
    assert room.take().text == "在"
    assert room.keys == ["ctrl+a", "ctrl+c"]


def test_a_box_that_copies_a_picture_gives_the_clipboard_back() -> None:
    room = Room()

    def copy_a_picture(combination: Combination) -> None:
        if str(combination) == "ctrl+c":
            room.clipboard.copy({"image/png": b"theirs"}, by=CHAT.reader)

    room.injector.pressed_hook = copy_a_picture
    assert room.take().problem is not None
    assert room.clipboard.paste(CHAT.reader) == COPIED


def test_a_clipboard_whose_owner_is_silent_is_told_and_nothing_is_pressed() -> None:
    room = Room("在")
    room.clipboard.silent = True
    room.drafts.take(CHAT, room.taken.append)
    room.loop.advance(SAVE_LIMIT_MS)
    (draft,) = room.taken
    assert draft.problem is not None
    assert room.keys == []


def test_a_trigger_that_is_held_on_is_swallowed_again_after_the_keys_to_the_end() -> None:
    room = Room()
    room.injector.keyboard.press("d")
    room.drafts.take(CHAT, room.taken.append, "d")
    room.loop.run_posted()
    assert room.hotkeys.swallowed == []
    # WHEN the window copies only after the key has begun to be held
    room.loop.advance(HELD_KEY_MS)
    room.clipboard.copy({TEXT: "在".encode()}, by=CHAT.reader)
    room.loop.run_posted()
    assert room.keys == ["ctrl+a", "ctrl+c", "ctrl+end", "end"]
    assert room.hotkeys.let_go_count == 2
    assert room.hotkeys.swallowed == ["d"]
