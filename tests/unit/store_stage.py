"""Every store as the program opens it, and what can happen to its file."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

import msgspec

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.suggesting.picks import Pick
from desktop_assist.core.suggesting.sequences import FollowUp
from desktop_assist.errors import AssistError
from desktop_assist.store.drafts import DraftStore
from desktop_assist.store.exceptions_store import ExceptionsStore
from desktop_assist.store.forgiving import ForgivingStorage
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.picks import PickStore
from desktop_assist.store.settings_store import SettingsStore
from desktop_assist.store.usage import UsageStore
from desktop_assist.store.writer import Writer
from desktop_assist.text import Message

DAY = datetime.date(2026, 3, 2)
MB = 1024**2


def fail(error: AssistError) -> None:
    raise error


def storage(file: Path) -> ForgivingStorage:
    return ForgivingStorage(file, lambda: DAY)


class Store(Protocol):
    """A store as the program opens it, with texts for what it keeps."""

    @property
    def notices(self) -> Iterable[Message]: ...
    def texts(self) -> set[str]: ...
    def add(self, text: str) -> None:
        """Keep one more; it is in the file when this returns."""


class Own:
    def __init__(self, file: Path) -> None:
        self._own = OwnSnippets(storage(file))

    @property
    def notices(self) -> Iterable[Message]:
        return self._own.notices

    def texts(self) -> set[str]:
        return {one.title for one in self._own.all()}

    def add(self, text: str) -> None:
        self._own.save(Snippet(id=self._own.new_id(), title=text, category=(), body=text))


class Options:
    def __init__(self, file: Path) -> None:
        self._store = SettingsStore(storage(file))
        reading = self._store.load()
        self._settings, self.notices = reading.settings, reading.faults

    def texts(self) -> set[str]:
        return {one for one in (self._settings.shop, self._settings.agent) if one}

    def add(self, text: str) -> None:
        changed = msgspec.structs.replace(self._settings, shop=text, agent=self._settings.shop)
        self._store.save(changed)
        self._settings = changed


class Taught:
    def __init__(self, file: Path) -> None:
        self._store = ExceptionsStore(storage(file), lambda: DAY)

    @property
    def notices(self) -> Iterable[Message]:
        return self._store.notices

    def texts(self) -> set[str]:
        return {one.text for one in self._store.all()}

    def add(self, text: str) -> None:
        self._store.teach(Finding("tone.but", "tone", "warn", 0, len(text), text, "m"))


class Typed:
    def __init__(self, file: Path) -> None:
        self._store = DraftStore(storage(file))

    @property
    def notices(self) -> Iterable[Message]:
        return self._store.notices

    def texts(self) -> set[str]:
        return {*self._store.load()}

    def add(self, text: str) -> None:
        self._store.keep({**self._store.load(), text: {"body": text}})


class Uses:
    def __init__(self, file: Path) -> None:
        self._file = file
        self._store, self._writer = self._opened()

    def _opened(self) -> tuple[UsageStore, Writer]:
        writer = Writer(lambda _error: None)
        journals = self._file.with_name("usage")
        return UsageStore(storage(self._file), journals, writer, fail), writer

    @property
    def notices(self) -> Iterable[Message]:
        return self._store.notices

    def texts(self) -> set[str]:
        return {*self._store.favourites()}

    def add(self, text: str) -> None:
        self._store.set_favourite(text, True)
        self._writer.close()
        self._store, self._writer = self._opened()  # a new start takes the journal into the file
        self._writer.flush()


class Picks:
    def __init__(self, file: Path) -> None:
        self._store = PickStore(file, file.with_name("next.jsonl"), fail)

    @property
    def notices(self) -> Iterable[Message]:
        return self._store.notices

    def texts(self) -> set[str]:
        return {one.key for one in self._store.picks}

    def add(self, text: str) -> None:
        self._store.picked(Pick(frozenset({"x"}), text, 1))


class FollowUps(Picks):
    def __init__(self, file: Path) -> None:
        self._store = PickStore(file.with_name("picks.jsonl"), file, fail)

    def texts(self) -> set[str]:
        return {one.after for one in self._store.follow_ups}

    def add(self, text: str) -> None:
        self._store.followed(FollowUp(text, "p/next", 1))


Open = Callable[[Path], Store]
"""Opens a store on its file, as a start of the program does."""
TABLES: list[Open] = [Own, Options, Taught, Typed, Uses]
JOURNALS: list[Open] = [Picks, FollowUps]


def emptied(_data: bytes) -> bytes:
    return b""


def garbage(_data: bytes) -> bytes:
    return random.Random(1).randbytes(5_000)


def much_garbage(_data: bytes) -> bytes:
    return random.Random(2).randbytes(50 * MB)


def zeroed(data: bytes) -> bytes:
    """As some file systems leave it after a power cut."""
    return bytes(len(data))


def torn(data: bytes) -> bytes:
    return data[:-9]


def changed(data: bytes) -> bytes:
    """One bit is another one, in the middle."""
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


Damage = Callable[[bytes], bytes]
DAMAGES: list[Damage] = [emptied, garbage, zeroed, torn, changed]
