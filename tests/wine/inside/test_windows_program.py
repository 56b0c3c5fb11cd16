"""The program itself on Windows: started, asked by hotkey, and pasting into Wine's Notepad."""

from __future__ import annotations

import contextlib
import ctypes
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.oslayer.win32 import clipboard_formats as formats
from desktop_assist.oslayer.win32.api import WindowsApi
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.oslayer.windows.windows import WindowsWindows
from desktop_assist.services.instance import NoAnswer, NoInstance, Request, ask_instance
from desktop_assist.settings import Settings
from tests.e2e.stage.replies import furnish
from tests.e2e.stage.waiting import NeverHappenedError, wait_until
from tests.wine.inside.calls import extra_calls
from tests.wine.inside.stage import PROJECT, Hands, Other

REPLY = "您好👋，这边为您查询。\n马上回来。"
SECOND = "第二条话术"
REPLIES = (
    Snippet(id="one", title="Stage 1", category=("stage",), body=REPLY),
    Snippet(
        id="two",
        title="Blue whale",
        category=("stage",),
        code="zqb",
        body=SECOND,
        hotkey="ctrl+alt+k",
    ),
)
SETTINGS = Settings(language="en", notices="none", typed_codes=True)
COPIED = {
    "CF_UNICODETEXT": formats.bytes_of("上次复制的内容 🎁"),
    "HTML Format": b"Version:0.9\r\n<b>\xe4\xb8\x8a</b>\0",
    "Stage Order": b"\x00\xff",
}
GET_TEXT, SELECT_ALL, REPLACE = 0x000D, 0x00B1, 0x00C2
STARTS_WITHIN_S = 90


def product_status(home: Path) -> Mapping[str, object]:
    """What the running program says of itself; empty while nothing answers or it is not ready."""
    try:
        return ask_instance(home, Request(command="status")).data
    except (NoInstance, NoAnswer):
        return {}


@contextlib.contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is ended in any case: one that stays would keep the whole run from ending."""
    process = subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.DEVNULL)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(timeout=20)


class Notepad:
    """Wine's own editor, which has been started: a real window of another maker."""

    def __init__(self, api: WindowsApi, windows: WindowsWindows, hands: Hands) -> None:
        self._user32 = extra_calls(api)
        self._hands = hands
        self._windows = windows
        self.target = wait_until(self._front, "Notepad in front")
        self._edit = self._user32.FindWindowExW(self.target.handle, None, "Edit", None)
        wait_until(self._takes_keys, "the keyboard in Notepad", every=0.1)
        hands.chord("y")  # comes after every other key
        wait_until(lambda: self.text.endswith("y"), "the last key")
        self.clear()

    @property
    def text(self) -> str:
        """All that is in it, lines as Python has them."""
        text = ctypes.create_unicode_buffer(4_096)
        self._user32.SendMessageW(self._edit, GET_TEXT, len(text), ctypes.addressof(text))
        return text.value.replace("\r\n", "\n")

    def comes_to(self, text: str, what: str) -> None:
        """Wait until `text` is all that is in it; a failure shows what was there instead."""
        with contextlib.suppress(NeverHappenedError):
            wait_until(lambda: self.text == text, what)
        assert self.text == text

    def clear(self) -> None:
        empty = ctypes.create_unicode_buffer("")
        self._user32.SendMessageW(self._edit, SELECT_ALL, 0, ctypes.c_void_p(-1))
        self._user32.SendMessageW(self._edit, REPLACE, 0, ctypes.addressof(empty))

    def is_front(self) -> bool:
        front = self._windows.foreground()
        return front is not None and front.handle == self.target.handle

    def _front(self) -> Target | None:
        target = self._windows.foreground()
        return target if target is not None and target.application == "notepad" else None

    def _takes_keys(self) -> bool:
        self._hands.chord("x")
        return bool(self.text)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The program, running on a home folder of its own."""
    folder = tmp_path_factory.mktemp("assist")
    furnish(folder, SETTINGS, REPLIES)
    with running(sys.executable, "-m", "desktop_assist", "--home", str(folder)) as process:
        wait_until(
            lambda: product_status(folder).get("complete"),
            "replies and rules",
            STARTS_WITHIN_S,
            every=0.2,
        )
        yield folder
        ask_instance(folder, Request(command="quit"))
        assert process.wait(timeout=20) == 0


@pytest.fixture
def notepad(home: Path, api: WindowsApi, hands: Hands) -> Iterator[Notepad]:
    windows = WindowsWindows(api)
    with running("notepad"):
        yield Notepad(api, windows, hands)
    windows.close()


def test_it_serves_with_windows_own_hotkeys(home: Path) -> None:
    status = product_status(home)
    assert status["hotkeys"] == "windows"
    assert status["problems"] == 0


def test_a_hotkey_pastes_the_reply_and_gives_every_format_back(
    notepad: Notepad, hands: Hands, other: Other
) -> None:
    other.copy(COPIED)
    before = other.contents()
    hands.chord("ctrl+alt+1")
    wait_until(lambda: notepad.text, "the reply")
    assert notepad.text == REPLY
    wait_until(lambda: other.contents() == before, "what was on the clipboard")


def test_pastes_in_a_row_come_each_once_and_in_order(
    notepad: Notepad, hands: Hands, other: Other
) -> None:
    other.copy(COPIED)
    before = other.contents()
    for hotkey in ("ctrl+alt+k", "ctrl+alt+1", "ctrl+alt+k"):
        hands.chord(hotkey)
    notepad.comes_to(SECOND + REPLY + SECOND, "three replies")
    wait_until(lambda: other.contents() == before, "what was on the clipboard")


def test_a_held_hotkey_pastes_once_and_its_key_does_not_reach_the_chat(
    notepad: Notepad, hands: Hands
) -> None:
    for key in ("ctrl", "alt", "k"):
        hands.press(key)
    wait_until(lambda: notepad.text or None, "the reply")
    hands.press("k")
    for key in ("k", "alt", "ctrl"):
        hands.release(key)
    hands.chord("z")
    wait_until(lambda: notepad.text.endswith("z"), "a key after it")
    assert notepad.text == SECOND + "z"


def test_the_palette_opens_over_the_chat_and_pastes_what_is_chosen(
    notepad: Notepad, hands: Hands
) -> None:
    hands.chord("ctrl+alt+space")
    wait_until(lambda: not notepad.is_front(), "the palette")

    def chosen() -> bool:
        """Enter may come before Wine has given the palette the X server's keyboard."""
        hands.chord("enter")
        return notepad.is_front()

    wait_until(chosen, "the chat in front again", every=1.0)
    wait_until(lambda: notepad.text, "the reply in the chat")
    # THEN nothing was sent: no line was added
    assert notepad.text == REPLY


def test_what_is_typed_into_the_palette_finds_the_reply(notepad: Notepad, hands: Hands) -> None:
    chat = hands.focus()
    hands.chord("ctrl+alt+space")
    wait_until(lambda: hands.focus() not in ("", chat), "the X server's keyboard in the palette")
    for key in (*"blue", "space", *"wh"):
        hands.chord(key)
    hands.chord("enter")
    wait_until(lambda: notepad.text, "the reply in the chat")
    assert notepad.text == SECOND


def test_a_typed_code_becomes_its_reply_and_backspace_brings_it_back(
    notepad: Notepad, hands: Hands, other: Other
) -> None:
    other.copy(COPIED)
    before = other.contents()
    for key in ("home", "slash", *"zqb", "space"):  # a code begins a word: nothing stands before it
        hands.chord(key)
    notepad.comes_to(SECOND, "the reply in place of its code")
    # WHEN Backspace is pressed at a person's pace, after the clipboard has come back
    wait_until(lambda: other.contents() == before, "what was on the clipboard")
    hands.chord("backspace")
    notepad.comes_to("/zqb", "the code in place of the reply")
