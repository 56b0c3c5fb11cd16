"""What a global hotkey can ask for, and the combination that it has at first."""

from __future__ import annotations

from enum import Enum

SLOT_COUNT = 9


class Action(Enum):
    """A thing that a hotkey, the tray menu or a command asks for."""

    PALETTE = "palette"
    WELCOME = "welcome"
    POLISH = "polish"
    SUGGEST = "suggest"
    PANEL = "panel"
    NEXT_MESSAGE = "next_message"
    PAUSE = "pause"
    SLOT_1 = "slot_1"
    SLOT_2 = "slot_2"
    SLOT_3 = "slot_3"
    SLOT_4 = "slot_4"
    SLOT_5 = "slot_5"
    SLOT_6 = "slot_6"
    SLOT_7 = "slot_7"
    SLOT_8 = "slot_8"
    SLOT_9 = "slot_9"

    @property
    def slot(self) -> int:
        """The number of the quick slot, 0 for every other action."""
        name, _, number = self.value.partition("_")
        return int(number) if name == "slot" else 0


# Ctrl+Alt+W and Ctrl+Alt+A/Z belong to WeChat and QQ, Alt+Space to Windows: none is used here.
DEFAULT_HOTKEYS: dict[str, str] = {
    Action.PALETTE.value: "ctrl+alt+space",
    Action.WELCOME.value: "ctrl+alt+h",
    Action.POLISH.value: "ctrl+alt+p",
    Action.SUGGEST.value: "ctrl+alt+s",
    Action.PANEL.value: "ctrl+alt+b",
    Action.NEXT_MESSAGE.value: "ctrl+alt+n",
    Action.PAUSE.value: "ctrl+alt+shift+p",
    **{f"slot_{number}": f"ctrl+alt+{number}" for number in range(1, SLOT_COUNT + 1)},
}
