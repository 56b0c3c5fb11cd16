"""Switches whose state the system keeps: each shows it, and says so where it is not as wished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_assist.errors import AssistError
from desktop_assist.gui.doctor.ports import DoctorPorts
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.settings.rows import muted_label
from desktop_assist.oslayer.autostart.base import Autostart, AutostartState
from desktop_assist.oslayer.keys.base import KeyPermission, Permission
from desktop_assist.text import Message, say

_STARTS = {
    AutostartState.OTHER: say(
        "Starting",
        "Another copy of the program starts at login. Switch this on to have this one start in its"
        " place.",
    ),
    AutostartState.STOPPED: say(
        "Starting",
        "It was switched off in the settings of the system. Switch this on to have it start again.",
    ),
}
_ALLOWED = {
    Permission.ASKED: say(
        "KeyPermission", "The desktop is asking you: allow it to control the keyboard."
    ),
    Permission.GIVEN: say("KeyPermission", "Allowed: the desktop presses the paste key for you."),
    Permission.REFUSED: say("KeyPermission", "Switch it off and on again to be asked once more."),
}


@dataclass(frozen=True, slots=True)
class SystemPorts:
    """What the settings show of the system; what is None has no place in them."""

    autostart: Autostart | None = None
    permission: KeyPermission | None = None
    doctor: DoctorPorts | None = None


class SystemSwitch(QWidget):
    """A tick, and beneath it a sentence where there is something to say."""

    def __init__(self, turn: Callable[[bool], None]) -> None:
        super().__init__()
        self.box = QCheckBox(QCoreApplication.translate("Choice", "On"))
        self.box.toggled.connect(turn)
        self.told = muted_label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.told)
        self.setFocusProxy(self.box)

    def look(self) -> None:
        """Show what is so now: others may have changed it."""

    def name(self, title: str, text: str) -> None:
        """Name the tick for those who cannot see it."""
        self.box.setAccessibleName(title)
        self.box.setAccessibleDescription(text)

    def show_tick(self, on: bool) -> None:
        """Show how it stands; nobody is told."""
        self.box.blockSignals(True)
        self.box.setChecked(on)
        self.box.blockSignals(False)

    def tell(self, *sentences: Message | None, problem: bool = False) -> None:
        """Show `sentences` beneath the tick."""
        said = " ".join(translated(one) for one in sentences if one is not None)
        self.told.setProperty("role", "problem" if problem else "muted")
        self.told.style().polish(self.told)
        self.told.setText(said)
        self.told.setVisible(bool(said))


class StartSwitch(SystemSwitch):
    """Whether the program starts at login."""

    def __init__(self, autostart: Autostart) -> None:
        super().__init__(self._turn)
        self._autostart = autostart
        self.look()

    def look(self) -> None:
        state = self._autostart.state()
        self.show_tick(state is AutostartState.ON)
        self.tell(_STARTS.get(state))

    def _turn(self, on: bool) -> None:
        try:
            self._autostart.turn(on)
        except AssistError as error:
            self.look()
            self.tell(error.message, error.hint, problem=True)
        else:
            self.look()


class PermissionSwitch(SystemSwitch):
    """Whether the desktop is asked to press keys, and what it answered."""

    def __init__(
        self, permission: KeyPermission, wanted: bool, want: Callable[[bool], None]
    ) -> None:
        super().__init__(want)
        self._permission = permission
        self.show_tick(wanted)
        self.look()

    def look(self) -> None:
        state = self._permission.state
        refused = state is Permission.REFUSED
        self.tell(self._permission.reason, _ALLOWED.get(state), problem=refused)
