"""The settings in force: one place that holds, saves and announces them."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QObject, Signal

from desktop_assist.core.replies.reply import ReplyContext
from desktop_assist.errors import AssistError
from desktop_assist.settings import Settings
from desktop_assist.store.settings_store import SettingsReading, SettingsStore
from desktop_assist.text import Message, say


class Preferences(QObject):
    """Starts with what was saved; a value that could not be used is told in `faults`."""

    changed = Signal(object)
    """The new `Settings`."""

    def __init__(self, store: SettingsStore) -> None:
        super().__init__()
        reading = _read(store)
        self._store = store
        self.settings: Settings = reading.settings
        self.faults: tuple[Message, ...] = reading.faults
        self.is_first_start = reading.is_new

    def change(self, settings: Settings) -> None:
        """Put `settings` in force and keep them.

        Raises:
            AssistError: they could not be saved; they are in force until the program ends.
        """
        self.settings = settings
        self.changed.emit(settings)
        self._store.save(settings)

    def context(self, language: str) -> ReplyContext:
        """What replies are filled with now; `language` is the interface's, such as `zh-CN`."""
        return ReplyContext(
            shop=self.settings.shop,
            agent=self.settings.agent,
            now=datetime.datetime.now(),
            language=language,
        )


def _read(store: SettingsStore) -> SettingsReading:
    try:
        return store.load()
    except AssistError as error:
        # What a newer version wrote stays as it is: saving over it is refused with this sentence.
        told = say("Store", "{message} {hint}", message=error.message, hint=error.hint or "")
        return SettingsReading(Settings(), (told,))
