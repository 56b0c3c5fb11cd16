"""Everything that is kept on disk, opened once and handed to those who need it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.errors import AssistError
from desktop_assist.store.day_book import DayBook
from desktop_assist.store.drafts import DraftStore
from desktop_assist.store.edit_history import EditHistory
from desktop_assist.store.exceptions_store import ExceptionsStore
from desktop_assist.store.forgiving import ForgivingStorage
from desktop_assist.store.home import Home
from desktop_assist.store.last_import import LastImport
from desktop_assist.store.overrules import OverruleLog
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.picks import PickStore
from desktop_assist.store.pictures import PictureStore
from desktop_assist.store.progress import ProgressStore
from desktop_assist.store.settings_store import SettingsStore
from desktop_assist.store.usage import UsageStore
from desktop_assist.store.writer import Writer
from desktop_assist.text import Message


@dataclass(frozen=True, slots=True)
class Stores:
    """The stores of one home folder, but for the settings, which come before all else."""

    own: OwnSnippets
    usage: UsageStore
    exceptions: ExceptionsStore
    drafts: DraftStore
    overrules: OverruleLog
    picks: PickStore
    day_book: DayBook
    progress: ProgressStore
    edits: EditHistory
    last_import: LastImport
    pictures: PictureStore
    writer: Writer

    @property
    def notices(self) -> list[Message]:
        """What had to be repaired, or could not be read, when they were opened."""
        stores = (
            self.own,
            self.usage,
            self.exceptions,
            self.drafts,
            self.picks,
            self.progress,
        )
        return [message for store in stores for message in store.notices]


def open_settings(home: Home) -> SettingsStore:
    """The settings alone: they say in which language everything else speaks."""
    return SettingsStore(_storage(home.settings))


def open_stores(home: Home, not_saved: Callable[[AssistError], None]) -> Stores:
    """Open all of them; `not_saved` may be called from any thread."""
    writer = Writer(not_saved)
    return Stores(
        own=OwnSnippets(_storage(home.own_snippets)),
        usage=UsageStore(_storage(home.usage), home.journals, writer, not_saved),
        exceptions=ExceptionsStore(_storage(home.exceptions), datetime.date.today),
        drafts=DraftStore(_storage(home.drafts)),
        overrules=OverruleLog(home.overrules),
        picks=PickStore(home.picks, home.follow_ups, not_saved),
        day_book=DayBook(home.day_book, datetime.date.today(), writer, not_saved),
        progress=ProgressStore(_storage(home.progress)),
        edits=EditHistory(home.edits, not_saved),
        last_import=LastImport(home.last_import, datetime.datetime.now),
        pictures=PictureStore(home.pictures),
        writer=writer,
    )


def _storage(file: Path) -> ForgivingStorage:
    return ForgivingStorage(file, datetime.date.today)
