"""What can be done in the library, by which key, and when it makes sense."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_assist.core.replies.library import Entry
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.library.places import Holdings
from desktop_assist.text import Message, say


class Command(Enum):
    NEW = auto()
    EDIT = auto()
    DUPLICATE = auto()
    COPY = auto()
    PALETTE = auto()
    FAVOURITE = auto()
    MOVE = auto()
    TAG = auto()
    MERGE = auto()
    RESET = auto()
    EXPORT = auto()
    EXPORT_AS = auto()
    IMPORT = auto()
    PICTURE = auto()
    DELETE = auto()
    RESTORE = auto()


_KEYS: Mapping[Command, str] = {
    Command.NEW: "Ctrl+N",
    Command.EDIT: "Ctrl+E",
    Command.DUPLICATE: "Ctrl+Shift+D",
    Command.COPY: "Ctrl+C",
    Command.PALETTE: "Ctrl+P",
    Command.FAVOURITE: "Ctrl+D",
    Command.MOVE: "Ctrl+M",
    Command.TAG: "Ctrl+T",
    Command.MERGE: "Ctrl+J",
    Command.RESET: "Ctrl+Shift+R",
    Command.EXPORT: "Ctrl+S",
    Command.EXPORT_AS: "Ctrl+Shift+S",
    Command.IMPORT: "Ctrl+O",
    Command.PICTURE: "Ctrl+V",
    Command.DELETE: "Del",
    Command.RESTORE: "Ctrl+R",
}
_WORDS: Mapping[Command, tuple[Message, Message]] = {
    Command.NEW: (say("Library", "New"), say("Library", "Write a new reply")),
    Command.EDIT: (
        say("Library", "Edit"),
        say("Library", "Open it in the editor; a team’s reply keeps your version of it"),
    ),
    Command.DUPLICATE: (
        say("Library", "Duplicate"),
        say("Library", "Make a copy among your own replies"),
    ),
    Command.COPY: (
        say("Library", "Copy the text"),
        say("Library", "Put the text on the clipboard; fields are asked for"),
    ),
    Command.PALETTE: (
        say("Library", "Show in the palette"),
        say("Library", "Open the palette with this reply chosen"),
    ),
    Command.FAVOURITE: (
        say("Library", "Favourite"),
        say("Library", "Make it a favourite, or no favourite any more"),
    ),
    Command.MOVE: (
        say("Library", "Move …"),
        say("Library", "Move to another category"),
    ),
    Command.TAG: (say("Library", "Tags …"), say("Library", "Change the tags")),
    Command.MERGE: (
        say("Library", "Merge …"),
        say("Library", "Make one reply of those that say the same"),
    ),
    Command.PICTURE: (
        say("Library", "Paste a picture"),
        say("Library", "Take the copied picture into this reply"),
    ),
    Command.RESET: (
        say("Library", "Reset to the team’s version"),
        say("Library", "Throw your changes to a team’s reply away"),
    ),
    Command.EXPORT: (
        say("Library", "Export …"),
        say("Library", "Write the selected replies into a folder, as a pack"),
    ),
    Command.EXPORT_AS: (
        say("Library", "Export for another tool …"),
        say("Library", "Write the selected replies into a file that other tools read"),
    ),
    Command.IMPORT: (
        say("Library", "Import …"),
        say("Library", "Bring replies from a file of another tool; looked at first"),
    ),
    Command.DELETE: (
        say("Library", "Delete"),
        say("Library", "Put your replies into the bin, and hide the team’s"),
    ),
    Command.RESTORE: (
        say("Library", "Restore"),
        say("Library", "Take it out of the bin, or show it again"),
    ),
}
"""The name of each, and what it does."""
BUTTONS = (Command.EDIT, Command.COPY, Command.PALETTE, Command.RESTORE, Command.DELETE)
"""The commands that have a button above the reply."""

_FOR_ONE = frozenset({Command.EDIT, Command.COPY, Command.PALETTE, Command.PICTURE})
"""Commands about one reply at a time."""

GROUPS: tuple[tuple[Command, ...], ...] = (
    (Command.EDIT, Command.DUPLICATE, Command.COPY, Command.PALETTE, Command.FAVOURITE),
    (Command.MOVE, Command.TAG, Command.MERGE, Command.PICTURE),
    (Command.RESET, Command.EXPORT, Command.EXPORT_AS, Command.IMPORT),
    (Command.RESTORE, Command.DELETE),
)
"""The commands about what is selected, as a menu parts them."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is selected, and what about it decides which commands make sense."""

    entries: Sequence[Entry]
    holdings: Holdings
    has_twins: bool = False

    @property
    def are_gone(self) -> bool:
        """Whether they lie in the bin or are hidden."""
        return bool(self.entries) and all(self.holdings.is_gone(one.key) for one in self.entries)

    def allows(self, command: Command) -> bool:
        """Whether `command` can do something now."""
        count, are_there = len(self.entries), not self.are_gone
        if command is Command.RESET:
            return are_there and any(one.changed for one in self.entries)
        allowed = {
            Command.NEW: True,
            Command.IMPORT: True,
            Command.RESTORE: self.are_gone,
            Command.MERGE: are_there and (count > 1 or self.has_twins),
            Command.EXPORT: count > 0,
            Command.EXPORT_AS: count > 0,
            Command.DUPLICATE: count > 0,
        }
        needed_alone = command in _FOR_ONE
        return allowed.get(command, are_there and (count == 1 if needed_alone else count > 0))


def actions_for(window: QWidget, act: Callable[[Command], None]) -> dict[Command, QAction]:
    """An action for every command, heard by `window` with its key."""
    actions = {}
    for command in Command:
        action = QAction(window)
        action.setShortcut(QKeySequence(_KEYS[command]))
        action.triggered.connect(partial(_act, act, command))
        window.addAction(action)
        actions[command] = action
    return actions


def name_actions(actions: Mapping[Command, QAction]) -> None:
    """Say in the language of now what each does."""
    for command, (name, hint) in _WORDS.items():
        actions[command].setText(translated(name))
        key = actions[command].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        actions[command].setToolTip(f"{translated(hint)}  ({key})")


def _act(act: Callable[[Command], None], command: Command, _checked: bool = False) -> None:
    act(command)
