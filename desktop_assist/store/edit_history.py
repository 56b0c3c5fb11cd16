"""The history of edits: a bounded file of lines, read when somebody first asks or edits."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

import msgspec

from desktop_assist.core.replies.edits import Edit, FieldEdit
from desktop_assist.core.replies.operation import OperationKind
from desktop_assist.errors import AssistError
from desktop_assist.store.journal import BoundedJournal
from desktop_assist.store.records import Record
from desktop_assist.store.snippet_records import read_value, written_value

MOST_EDITS = 5_000
"""Of all replies together; the oldest go first."""


class EditHistory:
    """Edits of replies, with the words before and after, on this computer alone.

    `on_failure` hears what was met when the file was read, and of an edit that could not be
    written, once until one could be again: what people write is saved all the same.
    """

    def __init__(
        self,
        file: Path,
        on_failure: Callable[[AssistError], None],
        *,
        most: int = MOST_EDITS,
        may_write: bool = True,
    ) -> None:
        self._file = file
        self._on_failure = on_failure
        self._most = most
        self._may_write = may_write
        self._is_failing = False

    def add(self, edits: Iterable[Edit]) -> None:
        """Keep `edits`."""
        try:
            for edit in edits:
                self._journal.append(_written(edit))
        except AssistError as error:
            if not self._is_failing:
                self._on_failure(error)
            self._is_failing = True
        else:
            self._is_failing = False

    def of(self, key: str) -> list[Edit]:
        """The edits of one reply, the newest first."""
        records = (one for one in reversed(tuple(self._journal)) if one["key"] == key)
        return [edit for edit in map(_read, records) if edit is not None]

    def forget(self) -> None:
        """Forget all edits at once.

        Raises:
            AssistError: the file could not be removed; nothing is forgotten.
        """
        self._journal.forget()

    @cached_property
    def _journal(self) -> BoundedJournal[Record]:
        # Edits stay records until somebody asks for theirs: few are ever looked at.
        journal = BoundedJournal[Record](
            self._file, self._most, dict, _with_key, may_write=self._may_write
        )
        for notice in journal.notices:
            self._on_failure(AssistError(notice))
        return journal


def _with_key(record: Record) -> Record | None:
    return record if isinstance(record.get("key"), str) else None


def _written(edit: Edit) -> Record:
    return {
        "key": edit.key,
        "when": edit.when.isoformat(),
        "who": edit.who,
        "kind": edit.kind,
        "fields": [
            {
                "name": one.name,
                "before": written_value(one.before),
                "after": written_value(one.after),
            }
            for one in edit.fields
        ],
    }


def _read(record: Record) -> Edit | None:
    match record:
        case {
            "key": str(key),
            "when": str(when),
            "who": str(who),
            "kind": kind,
            "fields": list(all_),
        }:
            try:
                fields = tuple(_read_field(one) for one in all_)
                moment = datetime.datetime.fromisoformat(when)
            except ValueError:  # msgspec's is one too
                return None
            return Edit(key, moment, who, kind, fields) if kind in get_args(OperationKind) else None
    return None


def _read_field(record: Any) -> FieldEdit:
    match record:
        case {"name": str(name), "before": before, "after": after}:
            return FieldEdit(name, _value(name, before), _value(name, after))
    raise msgspec.ValidationError("not a field")


def _value(name: str, value: object) -> object:
    return None if value is None else read_value(name, value)
