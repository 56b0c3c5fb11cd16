"""The panel beside the chat and its settings: on or off, beside which programs, for which role."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal

from desktop_assist.core.loop import Loop
from desktop_assist.core.replies.library import Entry
from desktop_assist.errors import AssistError
from desktop_assist.gui.panel.docking import Docking
from desktop_assist.gui.panel.window import DockPanel
from desktop_assist.gui.serving import Serving
from desktop_assist.gui.settings.preferences import Preferences
from desktop_assist.gui.shelf import Shelf
from desktop_assist.oslayer.windows.base import WindowSystem
from desktop_assist.settings import Settings
from desktop_assist.text import say


class Beside(QObject):
    """Brings up the panel as the settings say, and keeps what is chosen in it."""

    chosen = Signal(object, object, str)
    """See `Docking.chosen`."""
    notice = Signal(object, bool)
    """A `Message` for the agent, and whether it is a problem."""

    def __init__(
        self,
        shelf: Shelf,
        preview: Callable[[Entry], str],
        windows: WindowSystem,
        serving: Serving,
        loop: Loop,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self.panel = DockPanel(
            shelf.search, shelf.entry, shelf.usable, preview, preferences.settings.role
        )
        self.panel.setObjectName("panel")
        self._docking = Docking(self.panel, windows, serving, loop)
        self._docking.chosen.connect(self.chosen)
        self._docking.joined.connect(self._joined)
        self._docking.put_away.connect(lambda: self._keep(dock=False))
        self.panel.role_chosen.connect(lambda role: self._keep(role=role))

    def apply(self, settings: Settings) -> None:
        """Be there, or not, as the settings say."""
        self.panel.choose_role(settings.role)
        if not settings.dock:
            self._docking.stop()
        elif not self._docking.is_on:
            self._docking.start(settings.dock_programs)

    def toggle(self) -> None:
        """Come up beside the window in front, or go."""
        if not self._docking.toggle():
            first = say("Desk", "Bring the chat window to the front first, then open the panel.")
            self.notice.emit(first, True)
        elif self._docking.is_on:
            self._keep(dock=True)

    def refresh(self) -> None:
        """The library has changed."""
        self.panel.refresh()

    def front_changed(self) -> None:
        """Another window may have come to the front."""
        self._docking.front_changed()

    def stop(self) -> None:
        """Follow nothing any more."""
        self._docking.stop()

    def _joined(self, program: str) -> None:
        known = self._preferences.settings.dock_programs
        self._keep(dock=True, dock_programs=(*known, program))

    def _keep(self, **changed: bool | str | tuple[str, ...]) -> None:
        settings = msgspec.structs.replace(self._preferences.settings, **changed)
        if settings == self._preferences.settings:
            return
        try:
            self._preferences.change(settings)
        except AssistError as error:
            self.notice.emit(error.message, True)
