"""What each key means in the palette while the search box has the keyboard."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Command(Enum):
    """What a key asks for. `NOTHING` is a key that is taken and does nothing."""

    PASTE = auto()
    EACH = auto()
    COPY = auto()
    STAR = auto()
    EDIT = auto()
    DISMISS = auto()
    NEXT_WORDING = auto()
    PREVIOUS_WORDING = auto()
    NEXT_TONE = auto()
    NEXT_LANGUAGE = auto()
    NEXT_CATEGORY = auto()
    NEXT_PART = auto()
    PREVIOUS_PART = auto()
    MENU = auto()
    UP = auto()
    DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    NOTHING = auto()


_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier

_COMMANDS = {
    (_NONE, Qt.Key.Key_Return): Command.PASTE,
    (_NONE, Qt.Key.Key_Enter): Command.PASTE,
    (_CONTROL, Qt.Key.Key_Return): Command.EACH,
    (_CONTROL, Qt.Key.Key_Enter): Command.EACH,
    (_CONTROL, Qt.Key.Key_C): Command.COPY,
    (_CONTROL, Qt.Key.Key_D): Command.STAR,
    (_CONTROL, Qt.Key.Key_E): Command.EDIT,
    (_NONE, Qt.Key.Key_Escape): Command.DISMISS,
    (_NONE, Qt.Key.Key_Tab): Command.NEXT_WORDING,
    (_SHIFT, Qt.Key.Key_Tab): Command.PREVIOUS_WORDING,
    (_SHIFT, Qt.Key.Key_Backtab): Command.PREVIOUS_WORDING,
    (_CONTROL, Qt.Key.Key_T): Command.NEXT_TONE,
    (_CONTROL, Qt.Key.Key_L): Command.NEXT_LANGUAGE,
    (_ALT, Qt.Key.Key_C): Command.NEXT_CATEGORY,
    (_NONE, Qt.Key.Key_F6): Command.NEXT_PART,
    (_SHIFT, Qt.Key.Key_F6): Command.PREVIOUS_PART,
    (_NONE, Qt.Key.Key_Menu): Command.MENU,
    (_SHIFT, Qt.Key.Key_F10): Command.MENU,
    (_NONE, Qt.Key.Key_Up): Command.UP,
    (_NONE, Qt.Key.Key_Down): Command.DOWN,
    (_NONE, Qt.Key.Key_PageUp): Command.PAGE_UP,
    (_NONE, Qt.Key.Key_PageDown): Command.PAGE_DOWN,
}

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REPEATING = (Command.UP, Command.DOWN, Command.PAGE_UP, Command.PAGE_DOWN)


def command_of(event: QKeyEvent, *, box_has_selection: bool) -> Command | None:
    """What `event` asks for; None leaves the key to the search box.

    A key that is held pastes, stars or edits only once.
    """
    key = Qt.Key(event.key())
    command = _COMMANDS.get((event.modifiers() & ~_KEYPAD, key))
    if command is None:
        return Command.NOTHING if key in _ENTER else None
    if command is Command.COPY and box_has_selection:
        return None
    if event.isAutoRepeat() and command not in _REPEATING:
        return Command.NOTHING
    return command


def slot_of(event: QKeyEvent) -> int:
    """The number of the row that Alt+1 … Alt+9 picks; 0 for every other key."""
    is_number = Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9
    is_alt = event.modifiers() & ~_KEYPAD == _ALT
    return event.key() - Qt.Key.Key_0 if is_number and is_alt and not event.isAutoRepeat() else 0
