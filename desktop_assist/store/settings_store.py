"""The settings on the disk: one record for each option that the user has set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from desktop_assist.decoding import convert
from desktop_assist.errors import AssistError
from desktop_assist.settings import SETTINGS_FORMAT, Settings
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.text import Message, say

TABLE = "settings"

Values = dict[str, Any]
Migration = Callable[[Values], Values]

MIGRATIONS: Mapping[int, Migration] = {}
"""From each older format to the next one. Format 1 is the first."""


@dataclass(frozen=True, slots=True)
class SettingsReading:
    """The settings, and what could not be taken over from the file.

    `is_new`: nothing was ever saved here.
    """

    settings: Settings
    faults: tuple[Message, ...] = ()
    is_new: bool = False


class SettingsStore:
    """Loads and saves `Settings`. Options of other versions stay in the file as they are."""

    def __init__(
        self, storage: AtomicStorage, migrations: Mapping[int, Migration] = MIGRATIONS
    ) -> None:
        self._storage = storage
        self._migrations = migrations

    def load(self) -> SettingsReading:
        """What was saved; an option with a value that does not fit has its default.

        Raises:
            AssistError: the file cannot be read, or its settings are of a newer format.
        """
        is_new = not self._storage.file.exists()
        values = self._values()
        good, bad = _sorted_out(values)
        faults = [_misfit(name, values[name]) for name in bad]
        told = (*self._storage.notices, *faults)
        return SettingsReading(Settings(**good), told, is_new=is_new)

    def save(self, settings: Settings) -> None:
        """Keep `settings`; they are on the disk when this returns.

        Raises:
            AssistError: they could not be saved, or the file's are of a newer format.
        """
        values = self._values()
        _, bad = _sorted_out(values)
        plain = msgspec.to_builtins(Settings())
        for name, value in msgspec.to_builtins(settings).items():
            untouched = value == plain[name]
            # A default is written only over a value of the user's, so that a better default of a
            # later version arrives, and a value that did not fit is there to be looked at.
            if not untouched or (name in values and name not in bad):
                values[name] = value
        rows = {"format": SETTINGS_FORMAT, **values}
        records = enumerate(rows.items(), start=1)
        self._storage.write(
            {TABLE: {str(n): {"name": name, "value": value} for n, (name, value) in records}}
        )

    def _values(self) -> Values:
        """What the file holds, brought to the present format."""
        rows = (self._storage.read() or {}).get(TABLE, {}).values()
        values = {row["name"]: row["value"] for row in rows if {"name", "value"} <= row.keys()}
        written = values.pop("format", SETTINGS_FORMAT)
        if not isinstance(written, int) or written > SETTINGS_FORMAT:
            raise AssistError(
                say(
                    "Store",
                    "The settings in “{file}” were written by a newer version of this"
                    " program. Nothing in them was changed.",
                    file=self._storage.file,
                ),
                say("Store", "Update the program, or choose another data folder with --home."),
            )
        for number in range(written, SETTINGS_FORMAT):
            values = self._migrations[number](values)
        return values


def _sorted_out(values: Values) -> tuple[Values, list[str]]:
    """The options that fit, and the names of those that do not. Unknown names are in neither."""
    good: Values = {}
    bad = []
    for name in Settings.__struct_fields__:
        if name not in values:
            continue
        try:
            good[name] = getattr(convert({name: values[name]}, Settings), name)
        except msgspec.ValidationError:
            bad.append(name)
    return good, bad


def _misfit(name: str, value: object) -> Message:
    return say(
        "Store",
        "The setting “{name}” cannot be “{value}”; its default is used.",
        name=name,
        value=str(value)[:40],
    )
