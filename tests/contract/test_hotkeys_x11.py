"""Hotkeys on X11: grabs, locks, layouts, and keys that are kept from the windows."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator

import pytest
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest
from Xlib.protocol.rq import Event

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused
from desktop_assist.oslayer.x11.keymap import keycode_for
from tests.contract.hotkey_stages import Stage, x11_stage
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.waiting import wait_until

HOTKEY = Combination.parse("ctrl+alt+j")
SHORTER_THAN_A_SWALLOW_S = 0.2


@pytest.fixture
def x11(request: pytest.FixtureRequest) -> Iterator[Stage]:
    made = x11_stage(request)
    yield made
    made.backend.stop()


class Chat:
    """A window that has the keyboard and notes each press."""

    def __init__(self, display: Display, screen: Desktop) -> None:
        self._display = display
        self._window = display.screen().root.create_window(
            0, 0, 90, 90, 0, X.CopyFromParent, event_mask=X.KeyPressMask
        )
        self._window.set_wm_name("Chat")
        self._window.set_wm_hints(flags=1, input=1)
        self._window.map()
        display.sync()
        screen.windows.activate(screen.windows.named("Chat"))

    def next_key(self) -> str:
        """The name of the next key that is pressed in it; a repeat is told as well."""
        pressed = wait_until(self._next_press, "a key in the window")
        keysym = self._display.keycode_to_keysym(pressed.detail, 0)
        names = {XK.XK_Control_L: "Control_L"}
        return names.get(keysym) or chr(keysym)

    def _next_press(self) -> Event | None:
        while self._display.pending_events():
            event = self._display.next_event()
            if event.type == X.KeyPress:
                return event
        return None

    def close(self) -> None:
        self._window.destroy()
        self._display.sync()


@pytest.fixture
def chat(rival: Display, screen: Desktop) -> Iterator[Chat]:
    window = Chat(rival, screen)
    yield window
    window.close()


@pytest.fixture
def rival(screen: Desktop) -> Iterator[Display]:
    """Another program's connection."""
    display = Display(screen.display_name)
    yield display
    display.close()


def test_what_another_program_holds_is_refused(x11: Stage, rival: Display) -> None:
    # GIVEN another program's grab
    modifiers = X.ControlMask | X.Mod1Mask
    root = rival.screen().root
    root.grab_key(rival.keysym_to_keycode(ord("j")), modifiers, True, 1, 1)
    rival.sync()
    # THEN ours is refused, with the name that people write
    with pytest.raises(HotkeyRefused, match=r"Ctrl\+Alt\+J"):
        x11.backend.bind(HOTKEY)
    # AND nothing of it is held: it can be had as soon as the other lets go
    root.ungrab_key(rival.keysym_to_keycode(ord("j")), modifiers)
    rival.sync()
    x11.backend.bind(HOTKEY)
    x11.chord(HOTKEY)
    assert x11.reports() == [HOTKEY]


def test_a_key_that_this_keyboard_lacks_is_refused(x11: Stage) -> None:
    with pytest.raises(HotkeyRefused):
        x11.backend.bind(Combination((), "f35"))


@pytest.mark.parametrize("locks", [["numlock"], ["capslock"], ["numlock", "capslock"]])
def test_lock_keys_do_not_matter(x11: Stage, locks: list[str]) -> None:
    x11.backend.bind(HOTKEY)
    for key in locks:
        x11.chord(Combination((), key))
    try:
        x11.chord(HOTKEY)
        assert x11.reports() == [HOTKEY]
    finally:
        for key in locks:
            x11.chord(Combination((), key))


@pytest.mark.parametrize("layout", ["de", "fr", "ru,us", "ru"])
def test_another_layout_keeps_them_alive(x11: Stage, screen: Desktop, layout: str) -> None:
    # GIVEN a key that is elsewhere on a German and a French keyboard, and nowhere on a Russian
    hotkey = Combination.parse("ctrl+alt+z")
    other = Combination.parse("ctrl+alt+a")
    x11.backend.bind(hotkey)
    x11.backend.bind(other)
    latin = "us" if layout.startswith("ru") else layout
    codes = _codes_of(screen, latin, "ctrl", "alt", "z", "a")
    try:
        # WHEN the layout changes while the program runs
        _use_layout(screen, layout)
        x11.backend.let_go()  # by now it has heard all that the server had to tell
        # THEN the key that carries the letter works
        for key in ("z", "a"):
            _press_codes(screen, [codes["ctrl"], codes["alt"], codes[key]])
        _use_layout(screen, "us")
        assert x11.reports() == [hotkey, other]
    finally:
        _use_layout(screen, "us")


def test_letting_go_frees_the_keyboard_for_injected_keys(x11: Stage, rival: Display) -> None:
    x11.backend.bind(HOTKEY)
    for key in ("ctrl", "alt", "j"):
        x11.press(key)
    wait_until(lambda: not _can_grab(rival), "our grab of the pressed key")
    x11.backend.let_go()
    assert _can_grab(rival)
    for key in ("j", "alt", "ctrl"):
        x11.release(key)


def test_a_swallowed_key_is_kept_from_all_until_it_is_up(x11: Stage, rival: Display) -> None:
    x11.press("k")
    x11.backend.swallow("k")
    x11.backend.unbind(HOTKEY)  # is done after what was asked before
    assert not _can_grab(rival)
    x11.release("k")
    wait_until(lambda: _can_grab(rival), "its end")


def test_a_key_that_is_up_already_is_not_swallowed(x11: Stage, rival: Display) -> None:
    x11.backend.swallow("k")
    assert x11.reports() == []
    assert _can_grab(rival)


def test_letting_go_ends_a_swallow_and_the_hotkeys_are_heard_again(x11: Stage) -> None:
    x11.backend.bind(HOTKEY)
    x11.press("k")
    x11.backend.swallow("k")
    x11.backend.let_go()
    x11.chord(HOTKEY)
    assert x11.next_report() == HOTKEY
    x11.release("k")


@pytest.mark.parametrize("repeats", [False, True])
def test_a_key_that_follows_a_swallowed_one_at_once_reaches_its_window(
    x11: Stage, chat: Chat, repeats: bool
) -> None:
    for _ in range(10):
        x11.press("k")
        assert chat.next_key() == "k"
        x11.backend.swallow("k")
        x11.backend.unbind(HOTKEY)  # is done after what was asked before
        if repeats:
            x11.repeat("k")
        # WHEN it comes up and another goes down in the same moment
        x11.release("k")
        x11.press("j")
        x11.release("j")
        # THEN the window gets that, and nothing of the swallowed one
        assert chat.next_key() == "j"


def test_a_swallow_is_not_ended_by_the_limit_of_an_earlier_one(
    x11: Stage, chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_assist.oslayer.hotkeys.x11._SWALLOW_LIMIT_MS", 300)
    for _ in range(2):
        x11.press("k")
        assert chat.next_key() == "k"
        x11.backend.swallow("k")
        x11.backend.unbind(HOTKEY)
        time.sleep(SHORTER_THAN_A_SWALLOW_S)
        x11.release("k")
    x11.press("j")
    x11.release("j")
    assert chat.next_key() == "j"


def test_a_key_that_is_pressed_beside_a_swallowed_one_reaches_its_window(
    x11: Stage, chat: Chat
) -> None:
    x11.press("k")
    assert chat.next_key() == "k"
    x11.backend.swallow("k")
    x11.backend.unbind(HOTKEY)
    x11.press("j")
    assert chat.next_key() == "j"
    x11.release("j")
    x11.release("k")
    assert x11.reports() == []


def test_a_modifier_that_comes_up_first_does_not_end_a_swallow(x11: Stage, chat: Chat) -> None:
    x11.press("ctrl")
    x11.press("c")
    assert chat.next_key() == "Control_L"
    assert chat.next_key() == "c"
    x11.backend.swallow("c")
    x11.backend.unbind(HOTKEY)
    x11.release("ctrl")
    x11.repeat("c")
    x11.release("c")
    x11.press("j")
    x11.release("j")
    assert chat.next_key() == "j"


def _can_grab(display: Display) -> bool:
    answer = display.screen().root.grab_keyboard(False, 1, 1, X.CurrentTime)
    display.ungrab_keyboard(X.CurrentTime)
    display.sync()
    return bool(answer == X.GrabSuccess)


def _use_layout(screen: Desktop, layout: str) -> None:
    subprocess.run(["setxkbmap", layout], env=screen.environment, check=True, timeout=10)


def _codes_of(screen: Desktop, layout: str, *keys: str) -> dict[str, int]:
    _use_layout(screen, layout)
    display = Display(screen.display_name)
    codes = {key: keycode_for(display, key) for key in keys}
    display.close()
    _use_layout(screen, "us")
    return codes


def _press_codes(screen: Desktop, codes: list[int]) -> None:
    display = Display(screen.display_name)
    for code in codes:
        xtest.fake_input(display, X.KeyPress, code)
    for code in reversed(codes):
        xtest.fake_input(display, X.KeyRelease, code)
    display.sync()
    display.close()
