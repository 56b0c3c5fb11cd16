"""What people read for each action."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_assist.core.action import Action
from desktop_assist.text import Message, say

_NAMES: dict[Action, Message] = {
    Action.PALETTE: say("Action", "Find a reply"),
    Action.WELCOME: say("Action", "Welcome message"),
    Action.POLISH: say("Action", "Check the draft"),
    Action.SUGGEST: say("Action", "Suggest for the message copied or selected"),
    Action.PANEL: say("Action", "Panel beside the chat"),
    Action.NEXT_MESSAGE: say("Action", "Next message of the reply"),
    Action.PAUSE: say("Action", "Pause hotkeys"),
}


def action_name(action: Action) -> str:
    if action.slot:
        return QCoreApplication.translate("Action", "Quick slot {number}").format(
            number=action.slot
        )
    name = _NAMES[action]
    return QCoreApplication.translate(name.context, name.source)


def label_of_hotkey(name: str) -> str:
    """What the hotkey of that name does; empty where it is a reply's own, or none."""
    return action_name(Action(name)) if name in {one.value for one in Action} else ""
