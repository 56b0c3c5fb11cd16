"""YAML as plain text in lists and mappings, with the place of each node; nothing else of YAML.

Read event by event and never through `load()`: every scalar stays a string, so `no` and `1.10`
mean what they say, and anchors, aliases, tags, duplicate keys and deep nesting are refused before
they cost anything (PyYAML's C `load` crashes the process on 100,000 `[`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from desktop_assist.packs import complaints
from desktop_assist.packs.faults import Fault, shortened
from desktop_assist.text import Message, say

MAX_BYTES = 8 * 1024 * 1024
"""The largest file that is read. 10,000 long replies are about half of it."""
MAX_DEPTH = 12
MAX_FAULTS = 100
"""After so many faults a file is given up: it is not a pack."""

# A mapping's value is `str`, a list or a mapping again; mypy checks the users of each shape.
Node = Any

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Place(NamedTuple):
    """Where a node stands (from 1), and where the nodes inside it stand, by key or position."""

    line: int
    column: int
    inside: Mapping[str | int, Place]


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read. `root` is None where nothing could be.

    Where `faults` name a place inside a node, that node is not to be trusted. `cuts` are plain
    texts whose rest YAML dropped as a comment: legal, and hardly ever meant.
    """

    file: Path
    root: Node
    place: Place
    faults: tuple[Fault, ...] = ()
    cuts: tuple[Fault, ...] = ()

    def is_sound(self, start: Place, end: Place | None) -> bool:
        """Whether no fault lies from `start` up to `end`, or to the end of the file."""
        first, last = start[:2], end[:2] if end else (float("inf"), 0)
        return not any(first <= (fault.line, fault.column) < last for fault in self.faults)


NOWHERE = Place(1, 1, MappingProxyType({}))


def read_yaml(file: Path) -> Document:
    """What `file` holds. Never raises: what cannot be read is a fault of the document."""
    try:
        if not file.is_file():
            raise FileNotFoundError(2, "no such file")
        if file.stat().st_size > MAX_BYTES:
            return _refused(file, complaints.too_large(file, MAX_BYTES))
        data = file.read_bytes()
    except OSError as error:
        return _refused(file, complaints.unreadable(file, error))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _refused(file, complaints.not_utf8(file, data, error))
    return parse_yaml(text, file)


def parse_yaml(text: str, file: Path) -> Document:
    """What `text` holds; `file` is named in faults. Never raises."""
    strange = _UNPRINTABLE.search(text)
    if strange:
        return _refused(file, complaints.control_character(file, text, strange.start()))
    builder = _Builder(file, text)
    builder.build(yaml.parse(text, Loader=_LOADER))
    if builder.root is None and not builder.faults:
        builder.faults.append(complaints.empty(file))
    return Document(file, builder.root, builder.place, tuple(builder.faults), tuple(builder.cuts))


class _Stop(Exception):
    """The rest of the file is not read; the fault is already noted."""


class _Open:
    """A list or mapping that is not closed yet."""

    __slots__ = ("inside", "key", "value")

    def __init__(self, value: list[Node] | dict[str, Node], inside: dict[str | int, Place]) -> None:
        self.value = value
        self.inside = inside
        self.key: str | None = None


class _Builder:
    """Makes the tree out of events. What was complete before a fault is kept."""

    def __init__(self, file: Path, text: str) -> None:
        self.root: Node = None
        self.place = NOWHERE
        self.faults: list[Fault] = []
        self.cuts: list[Fault] = []
        self._file = file
        self._lines = complaints.LINE_END.split(text)
        self._may_cut = re.search(r"[ \t]#", text) is not None
        self._open: list[_Open] = []
        self._takes: Mapping[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: lambda event: self._start(event, {}),
            yaml.SequenceStartEvent: lambda event: self._start(event, []),
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def build(self, events: Iterable[yaml.Event]) -> None:
        try:
            for event in events:
                take = self._takes.get(type(event))
                if take is not None:
                    take(event)
        except _Stop:
            return
        except yaml.MarkedYAMLError as error:
            self._note(complaints.begin(error), *complaints.explained(error))
        except yaml.YAMLError as error:
            self._note(None, *complaints.explained(error))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor or event.tag:
            self._refuse_extras(event)
        if self._is_key_due():
            self._key(event)
            return
        if not event.style:
            if self._may_cut:
                self._look_for_cut(event)
            if not event.value and self._open and self._open[-1].key is not None:
                # A key with nothing behind it counts as not written.
                self._open[-1].key = None
                return
        self._attach(event, event.value, NOWHERE.inside)

    def _is_key_due(self) -> bool:
        if not self._open:
            return False
        frame = self._open[-1]
        return frame.key is None and type(frame.value) is dict

    def _key(self, event: yaml.ScalarEvent) -> None:
        frame = self._open[-1]
        if event.value in frame.value:
            self._note(
                event.start_mark,
                say("Packs", "“{key}” stands here twice.", key=shortened(event.value)),
                say("Packs", "Keep one of the two."),
            )
        frame.key = event.value

    def _start(self, event: yaml.CollectionStartEvent, value: list[Node] | dict[str, Node]) -> None:
        self._refuse_extras(event)
        if len(self._open) == MAX_DEPTH:
            self._note(
                event.start_mark,
                say("Packs", "Brackets or indents are more than {depth} deep.", depth=MAX_DEPTH),
                say("Packs", "Put the text in quotes, or remove the extra brackets."),
            )
            raise _Stop
        if self._is_key_due():
            self._note(
                event.start_mark,
                say("Packs", "A list or mapping stands where a name is due."),
                say("Packs", "Put the text in quotes if it begins with a bracket."),
            )
            raise _Stop
        inside: dict[str | int, Place] = {}
        self._attach(event, value, inside)
        self._open.append(_Open(value, inside))

    def _end(self, _event: yaml.Event) -> None:
        self._open.pop()

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._note(
            event.start_mark,
            say("Packs", "“{text}” refers to another place.", text=f"*{event.anchor}"),
            say("Packs", "Write the text out, or put it in quotes if it begins with *."),
        )
        if self._is_key_due():
            raise _Stop
        self._attach(event, "", NOWHERE.inside)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if self.root is not None:
            self._note(
                event.start_mark,
                say("Packs", "A second document begins here with ---."),
                say("Packs", "Remove the line; one file holds one document."),
            )
            raise _Stop

    def _attach(
        self, event: yaml.NodeEvent, value: Node, inside: Mapping[str | int, Place]
    ) -> None:
        place = _place(event.start_mark, inside)
        if not self._open:
            self.root, self.place = value, place
            return
        frame = self._open[-1]
        if isinstance(frame.value, list):
            frame.inside[len(frame.value)] = place
            frame.value.append(value)
        elif frame.key is not None:
            frame.inside[frame.key] = place
            frame.value[frame.key] = value
            frame.key = None

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._note(
                event.start_mark,
                say("Packs", "“{text}” marks a place to refer to.", text=f"&{event.anchor}"),
                say("Packs", "Remove the mark, or put the text in quotes if it begins with &."),
            )
        if event.tag:
            self._note(
                event.start_mark,
                say("Packs", "“{text}” asks for a special kind of value.", text=event.tag),
                say("Packs", "Remove the tag, or put the text in quotes if it begins with !."),
            )

    def _look_for_cut(self, event: yaml.ScalarEvent) -> None:
        end: Any = event.end_mark
        rest = self._lines[end.line][end.column :] if end.line < len(self._lines) else ""
        if rest[:1] in (" ", "\t") and rest.lstrip().startswith("#"):
            self.cuts.append(
                _fault(
                    self._file,
                    end,
                    say(
                        "Packs",
                        "YAML drops “{rest}” after “{text}” as a comment.",
                        rest=shortened(rest),
                        text=shortened(event.value),
                    ),
                    say(
                        "Packs",
                        "Put the whole text in quotes; a comment that is meant gets its own line.",
                    ),
                )
            )

    def _note(self, mark: Any, message: Message, hint: Message) -> None:
        self.faults.append(_fault(self._file, mark, self._with_text(mark, message), hint))
        if len(self.faults) >= MAX_FAULTS:
            raise _Stop

    def _with_text(self, mark: Any, message: Message) -> Message:
        line = self._lines[mark.line] if mark and mark.line < len(self._lines) else ""
        if not line.strip():
            return message
        return say(
            "Packs", "{sentence} The line is: {line}", sentence=message, line=shortened(line)
        )


def _place(mark: Any, inside: Mapping[str | int, Place]) -> Place:
    return Place(mark.line + 1, mark.column + 1, inside)


def _fault(file: Path, mark: Any, message: Message, hint: Message) -> Fault:
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Fault(file, line, column, message, hint)


def _refused(file: Path, fault: Fault) -> Document:
    return Document(file, None, NOWHERE, (fault,))
