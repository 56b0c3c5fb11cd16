"""What the Windows backends reckon alone; the rest of them runs in `python -m tests.wine`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.combination import MODIFIERS, Combination
from desktop_assist.oslayer.hotkeys.unlocked import ResyncAtUnlock
from desktop_assist.oslayer.win32 import clipboard_formats as formats
from desktop_assist.oslayer.win32 import processes
from desktop_assist.oslayer.win32.api import WindowsApi
from desktop_assist.oslayer.win32.virtual_keys import keys_of, virtual_key
from tests.fakes.keyboard import FakeHotkeys

MEDIUM, HIGH = 0x2000, 0x3000
OURS, THEIRS = 1, 2


def windows(**libraries: Any) -> WindowsApi:
    """Windows with these calls alone."""
    return cast("WindowsApi", SimpleNamespace(**libraries))


# Text


@given(st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])))
def test_a_text_comes_back_from_the_clipboard_as_it_was(text: str) -> None:
    content = formats.bytes_of(text)
    assert content.endswith(b"\0\0")
    assert formats.text_of(content) == text


def test_lines_end_as_windows_has_them_and_no_line_is_added() -> None:
    assert formats.bytes_of("a\nb\r\nc") == "a\r\nb\r\nc\0".encode("utf-16-le")


def test_what_lies_behind_the_end_of_a_text_is_none_of_it() -> None:
    assert formats.text_of("a\0rubbish".encode("utf-16-le") + b"x") == "a"


# Keys


@pytest.mark.parametrize(
    ("key", "code"),
    [("a", 0x41), ("7", 0x37), ("f1", 0x70), ("f24", 0x87), ("insert", 0x2D), ("super", 0x5B)],
)
def test_keys_have_the_codes_of_windows(key: str, code: int) -> None:
    assert virtual_key(windows(), key) == code


@pytest.mark.parametrize(("answer", "code"), [(0xBF, 0xBF), (0x0137, 0x37), (-1, 0xBF)])
def test_a_character_has_the_key_of_this_keyboard_or_else_of_an_american_one(
    answer: int, code: int
) -> None:
    api = windows(user32=SimpleNamespace(VkKeyScanW=lambda _character: answer))
    assert virtual_key(api, "slash") == code


def test_modifiers_have_two_keys_and_other_names_none() -> None:
    assert all(len(keys_of(windows(), name)) == 2 for name in MODIFIERS)
    assert keys_of(windows(), "é") == ()


# Rights


class Rights:
    """OpenProcess, tokens and their levels, as Microsoft's reference has them."""

    def __init__(self, levels: dict[int, int | None], opens: bool = True) -> None:
        self._levels = levels
        self._opens = opens
        self.kernel32 = SimpleNamespace(
            OpenProcess=lambda _rights, _inherit, process: process if opens else None,
            CloseHandle=lambda _handle: True,
            GetCurrentProcess=lambda: OURS,
        )

    def level(self, _api: object, process: int) -> int | None:
        return self._levels[process]


@pytest.mark.parametrize(
    ("theirs", "ours", "outranks"),
    [(MEDIUM, MEDIUM, False), (HIGH, MEDIUM, True), (HIGH, HIGH, False), (MEDIUM, HIGH, False)],
)
def test_a_higher_level_keeps_our_keys_out(
    monkeypatch: pytest.MonkeyPatch, theirs: int, ours: int, outranks: bool
) -> None:
    rights = Rights({THEIRS: theirs, OURS: ours})
    monkeypatch.setattr(processes, "_integrity_of", rights.level)
    assert processes.outranks_us(cast("WindowsApi", rights), THEIRS) is outranks


@pytest.mark.parametrize(("opens", "theirs"), [(False, MEDIUM), (True, None)])
@pytest.mark.parametrize(("failure", "outranks"), [(5, True), (87, False)])
def test_who_lets_nobody_look_has_more_rights_and_who_has_ended_has_none(
    monkeypatch: pytest.MonkeyPatch,
    opens: bool,
    theirs: int | None,
    failure: int,
    outranks: bool,
) -> None:
    rights = Rights({THEIRS: theirs, OURS: MEDIUM}, opens)
    monkeypatch.setattr(processes, "_integrity_of", rights.level)
    monkeypatch.setattr(processes, "last_error", lambda: failure)
    assert processes.outranks_us(cast("WindowsApi", rights), THEIRS) is outranks


# Unlocking


class Forgetful(FakeHotkeys):
    """Hotkeys that keep count of keys."""

    def __init__(self) -> None:
        super().__init__()
        self.resynced = 0

    def resync(self) -> None:
        self.resynced += 1


class Lock:
    """A lock screen."""

    def __init__(self) -> None:
        self.unlock: Callable[[], None] | None = None

    def watch(self, unlocked: Callable[[], None]) -> Lock:
        self.unlock = unlocked
        return self

    def stop(self) -> None:
        self.unlock = None


def test_keys_are_counted_anew_after_a_lock_screen_until_the_end() -> None:
    lock, backend = Lock(), Forgetful()
    hotkeys = ResyncAtUnlock(backend, lock.watch)
    heard: list[Combination] = []
    hotkeys.start(heard.append)
    hotkeys.bind(Combination.parse("ctrl+j"))
    assert lock.unlock is not None
    lock.unlock()
    assert backend.resynced == 1
    backend.keyboard.press("ctrl")
    backend.keyboard.press("j")
    assert heard == [Combination.parse("ctrl+j")]
    hotkeys.stop()
    assert lock.unlock is None


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows it can be had")
def test_elsewhere_windows_calls_are_refused() -> None:
    with pytest.raises(OSError, match="library of Windows"):
        WindowsApi()
