"""How tables of records are written: one line of JSON each, so that damage costs single lines.

A line is `["checksum",payload]`. The first one is the header, `{"format":1,"tables":{name:[ids]}}`;
the others are `{"table":name,"id":id,"record":{…}}`. So a torn or changed file tells which records
are whole, and the header tells which are missing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

FILE_FORMAT = 1
"""The version of the layout above that is written, and the newest that is read."""

Record = dict[str, Any]
Tables = dict[str, dict[str, Record]]
"""Records by table and by id, as TinyDB hands them over."""

_DIGITS = 16
_PREFIX = len('["",') + _DIGITS


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a file still says. `listed` is None where the header is damaged."""

    tables: Tables = field(default_factory=dict)
    listed: frozenset[tuple[str, str]] | None = None
    damaged_lines: int = 0
    format: int = FILE_FORMAT

    @property
    def names(self) -> frozenset[tuple[str, str]]:
        """Table and id of every whole record."""
        return frozenset((table, one) for table, rows in self.tables.items() for one in rows)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is damaged and nothing is missing."""
        return self.damaged_lines == 0 and self.listed == self.names


def encoded(tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> bytes:
    """The file that holds `tables`."""
    header = {"format": FILE_FORMAT, "tables": {name: [*rows] for name, rows in tables.items()}}
    lines = [line(header)]
    for name, rows in tables.items():
        lines += [line({"table": name, "id": key, "record": row}) for key, row in rows.items()]
    return b"".join(lines)


def decoded(data: bytes) -> Recovered:
    """What of a file is whole. Never raises."""
    first, *others = data.split(b"\n")
    header = payload(first)
    written = header.get("format") if header else None
    if isinstance(written, int) and written > FILE_FORMAT:
        return Recovered(format=written)
    tables, damaged = _rows(others)
    names = _listed(header)
    if names is None:
        more, _ = _rows([first])
        return Recovered({**more, **tables}, None, damaged + 1)
    for name in names:
        tables.setdefault(name, {})
    listed = frozenset((name, key) for name, keys in names.items() for key in keys)
    return Recovered(tables, listed, damaged)


def line(content: Mapping[str, Any]) -> bytes:
    """`content` as one line with its checksum."""
    try:
        body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:  # half an emoji, as some programs leave it: escaped it survives
        body = json.dumps(content, separators=(",", ":")).encode("ascii")
    return b'["%s",%s]\n' % (_checksum(body), body)


def payload(text: bytes) -> Record | None:
    """What `line` made into `text` (without its end), or None if it is damaged."""
    body = text[_PREFIX:-1]
    if text[2 : 2 + _DIGITS] != _checksum(body):
        return None
    try:
        content = json.loads(body)
    except ValueError:  # a sum that fits, and no text of ours
        return None
    return content if isinstance(content, dict) else None


def _listed(header: Record | None) -> Mapping[str, list[str]] | None:
    """The ids by table that a header lists, or None where it is none of ours."""
    names = header.get("tables") if header else None
    if not isinstance(names, dict) or not all(isinstance(ids, list) for ids in names.values()):
        return None
    return names if all(isinstance(one, str) for ids in names.values() for one in ids) else None


def _rows(lines: Iterable[bytes]) -> tuple[Tables, int]:
    tables: Tables = {}
    damaged = 0
    for text in filter(None, lines):
        match payload(text):
            case {"table": str(name), "id": str(one), "record": dict(record)}:
                tables.setdefault(name, {})[one] = record
            case _:
                damaged += 1
    return tables, damaged


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGITS // 2).hexdigest().encode("ascii")
