"""How every YAML file of ours begins: names and texts, among them a version that is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_assist.packs.events import Document, Place
from desktop_assist.packs.faults import Fault, shortened
from desktop_assist.text import Message, say

Complaint = tuple[Message, Message]
"""What is wrong, and what to do."""

_VERSION = re.compile("[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A kind of file, and what is said of a file that is none of it."""

    newest: int
    """The newest version that is read."""
    assumed: str | None
    """The version of a file that names none, or None where it has to name one."""
    names: tuple[str, ...]
    """All that may stand at the margin."""
    no_names: Complaint
    no_version: Complaint
    newer: Callable[[str], Complaint]
    """Given the version that is written there."""
    other_name: Message

    def faults(self, document: Document) -> Iterator[Fault]:
        """Why the file cannot be understood at all; one that could not be read has told why."""
        root, place = document.root, document.place
        if not isinstance(root, dict):
            if root is not None:
                yield fault_at(document, place, self.no_names)
            return
        written = root.get("format", self.assumed)
        place = place.inside.get("format", place)
        if not isinstance(written, str) or not _VERSION.fullmatch(written):
            yield fault_at(document, place, self.no_version)
        elif int(written) > self.newest:
            yield fault_at(document, place, self.newer(written))

    def unknown_names(self, document: Document) -> Iterator[Fault]:
        """What stands at the margin and is not known there."""
        for name in document.root:
            if name not in self.names:
                unknown = say("Packs", "“{name}” is not a known name.", name=shortened(name))
                yield fault_at(document, document.place.inside[name], (unknown, self.other_name))


def fault_at(document: Document, place: Place, complaint: Complaint) -> Fault:
    """`complaint` about what stands at `place` of the file."""
    return Fault(document.file, place.line, place.column, *complaint)
