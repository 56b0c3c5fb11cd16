"""What is typed on Windows, through the `keyboard` library."""

from __future__ import annotations

import sys
from collections.abc import Callable

from desktop_assist.core.pasting.typed_code import Heard, Key, Typed
from desktop_assist.oslayer.keyboard_state import KeyboardState, KeyEvent

_MOUSE_BUTTONS = (1, 2, 4)
_PRESSED_SINCE = 0x8001
_WM_IME_CONTROL, _GET_CONVERSION_MODE, _NATIVE = 0x283, 1, 1
_ABORT_IF_HUNG = 2
_SHIFTS = ("shift", "left shift", "right shift")
_SILENT = frozenset(
    "ctrl,left ctrl,right ctrl,alt,left alt,right alt,alt gr,windows,left windows,right windows,"
    "caps lock,num lock,scroll lock".split(",")
)


class LibraryTyping:
    """The library names each key by what it types. Clicks are asked for at each key."""

    name = "keyboard"

    def listen(self, told: Callable[[Heard], None]) -> LibraryListening:
        return LibraryListening(told)

    def is_direct(self) -> bool:
        return not _ime_composes()


class LibraryListening:
    """Passes every key on to its window."""

    def __init__(self, told: Callable[[Heard], None]) -> None:
        """Begin.

        Raises:
            AssistError: the library is missing, or may not read the keyboard here.
        """
        self._told = told
        self._shift_alone = False
        self._keys = KeyboardState(self._heard)

    def catch_up(self) -> None:
        """Nothing to wait for: the hook hears each key before its window does."""

    def stop(self) -> None:
        self._told = _drop
        self._keys.close()

    def _heard(self, event: KeyEvent, _was_down: bool) -> bool:
        name = str(getattr(event, "name", "") or "").lower()
        shift = name in _SHIFTS
        if event.event_type != "up":
            self._key_down(event, name)
        elif shift and self._shift_alone:
            self._told(Key.OTHER)
        self._shift_alone = shift and event.event_type != "up"
        return True

    def _key_down(self, event: KeyEvent, name: str) -> None:
        if _was_clicked():
            self._told(Key.CLICK)
        if name in _SILENT or name in _SHIFTS:
            return
        held = set(self._keys.modifiers()) - {"shift"}
        typed = " " if name == "space" else str(getattr(event, "name", "") or "")
        if held or len(typed) != 1:
            plain = name == "backspace" and not held
            self._told(Key.BACKSPACE if plain else Key.OTHER)
        else:
            # On Linux the library leaves Shift out of the name.
            self._told(Typed(typed.upper() if self._keys.modifiers() else typed))


def _drop(_heard: Heard) -> None:
    """After the end nothing is told."""


def _was_clicked() -> bool:
    """Whether a mouse button is down or has been since the last question (GetAsyncKeyState)."""
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415  only on Windows

    state = ctypes.windll.user32.GetAsyncKeyState
    pressed = [state(button) & _PRESSED_SINCE for button in _MOUSE_BUTTONS]  # ask for each
    return any(pressed)


def _ime_composes() -> bool:
    """Whether the front window's input method is in its native mode (WM_IME_CONTROL)."""
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415  only on Windows

    window = ctypes.windll.imm32.ImmGetDefaultIMEWnd(ctypes.windll.user32.GetForegroundWindow())
    if not window:
        return False
    mode = ctypes.c_size_t()
    answered = ctypes.windll.user32.SendMessageTimeoutW(
        window, _WM_IME_CONTROL, _GET_CONVERSION_MODE, 0, _ABORT_IF_HUNG, 50, ctypes.byref(mode)
    )
    return not answered or bool(mode.value & _NATIVE)
