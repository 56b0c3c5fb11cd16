"""Reads packs from their folders. A broken snippet costs only itself, a broken pack only itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from desktop_assist.core.replies.pack import PACK_FORMAT, Manifest, Pack
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.packs.events import Document, Node, Place, read_yaml
from desktop_assist.packs.faults import Fault, shortened
from desktop_assist.packs.file_format import Complaint, FileFormat, fault_at
from desktop_assist.packs.folders import (
    PackReading,
    pack_folders,
    source_files,
    without_repeated_packs,
)
from desktop_assist.packs.ignored_rules import with_rules_by_name
from desktop_assist.packs.schema import shaped
from desktop_assist.text import Message, say

IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]*")
"""What the ids of packs and snippets look like: ASCII, so that they fit every file system."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A sound snippet, and where it is written."""

    snippet: Snippet
    file: Path
    place: Place

    def fault(self, field: str, message: Message, hint: Message) -> Fault:
        """A fault at the value of `field`, or at the snippet where the field is not written."""
        place = self.place.inside.get(field, self.place)
        return Fault(self.file, place.line, place.column, message, hint)


@dataclass(frozen=True, slots=True)
class Contents:
    """A pack's folder, read in full: what `PackReading` holds, with places and cut texts."""

    manifest: Manifest | None
    snippets: tuple[Placed, ...]
    faults: tuple[Fault, ...]
    cuts: tuple[Fault, ...]


def read_packs(folder: Path) -> tuple[PackReading, ...]:
    """Every pack in `folder` (one folder a pack), by folder name."""
    return without_repeated_packs(read_pack(one) for one in pack_folders(folder))


def read_pack(folder: Path) -> PackReading:
    """The pack in `folder`. Never raises: what is wrong is a fault of the reading."""
    contents = read_contents(folder)
    if contents.manifest is None:
        return PackReading(folder, None, contents.faults)
    snippets = tuple(placed.snippet for placed in contents.snippets)
    return PackReading(folder, Pack(contents.manifest, snippets, folder), contents.faults)


def read_contents(folder: Path) -> Contents:
    """Everything in the pack's `folder`, with places. Never raises."""
    manifest_file, *snippet_files = source_files(folder)
    document = read_yaml(manifest_file)
    manifest, faults = _manifest(document)
    cuts = [*document.cuts]
    placed: list[Placed] = []
    for file in snippet_files:
        document = read_yaml(file)
        faults += document.faults
        cuts += document.cuts
        for one in _snippets(document):
            if isinstance(one, Fault):
                faults.append(one)
            else:
                placed.append(one)
    placed, repeated = _without_repeated(placed)
    return Contents(manifest, tuple(placed), (*faults, *repeated), tuple(cuts))


def _manifest(document: Document) -> tuple[Manifest | None, list[Fault]]:
    faults = [*document.faults, *_FORMAT.faults(document)]
    if faults:
        return None, faults
    manifest = shaped(document.root, document.place, Manifest, document.file)
    if isinstance(manifest, Fault):
        return None, [manifest]
    if not IDENTIFIER.fullmatch(manifest.id):
        place = document.place.inside["id"]
        return None, [fault_at(document, place, _bad_id(manifest.id))]
    return manifest, []


def _snippets(document: Document) -> Iterator[Placed | Fault]:
    wrong = [*_FORMAT.faults(document)]
    yield from wrong
    if wrong or not isinstance(document.root, dict):
        return
    yield from _FORMAT.unknown_names(document)
    place = document.place.inside.get("snippets", document.place)
    nodes = document.root.get("snippets")
    if not isinstance(nodes, list):
        if not document.faults:
            yield fault_at(document, place, _NO_LIST)
        return
    for position, node in enumerate(nodes):
        start, end = place.inside[position], place.inside.get(position + 1)
        if document.is_sound(start, end):
            yield _snippet(node, start, document.file)


def _snippet(node: Node, place: Place, file: Path) -> Placed | Fault:
    node, place = with_rules_by_name(node, place)
    snippet = shaped(node, place, Snippet, file)
    if isinstance(snippet, Fault):
        return snippet
    placed = Placed(snippet, file, place)
    return next(_broken_rules(placed), placed)


def _broken_rules(placed: Placed) -> Iterator[Fault]:
    snippet = placed.snippet
    if not IDENTIFIER.fullmatch(snippet.id):
        yield placed.fault("id", *_bad_id(snippet.id))
    if bool(snippet.body.strip()) == bool(snippet.messages):
        yield placed.fault("body", *_ONE_OF_TWO)
    if any(not part.strip() for part in snippet.messages):
        yield placed.fault("messages", *_EMPTY_MESSAGE)
    if not snippet.title.strip():
        yield placed.fault("title", *_EMPTY_TITLE)
    if snippet.image and _leaves_pack(snippet.image):
        yield placed.fault("image", *_IMAGE_OUTSIDE)


def _leaves_pack(image: str) -> bool:
    path = PurePosixPath(image)
    return path.is_absolute() or ".." in path.parts or "\\" in image or ":" in image


def _without_repeated(placed: list[Placed]) -> tuple[list[Placed], list[Fault]]:
    first: dict[str, Placed] = {}
    faults = []
    for one in placed:
        known = first.setdefault(one.snippet.id, one)
        if known is not one:
            faults.append(one.fault("id", *_repeated(known)))
    return [*first.values()], faults


def _bad_id(text: str) -> Complaint:
    return (
        say("Packs", "“{text}” is not an id.", text=shortened(text)),
        say("Packs", "Use small letters a–z, digits and hyphens, a letter or digit first."),
    )


def _repeated(known: Placed) -> Complaint:
    where = f"{known.file.name}:{known.place.line}"
    return (
        say("Packs", "The id “{id}” is taken by {place}.", id=known.snippet.id, place=where),
        say("Packs", "Give this reply an id of its own; ids are never used again."),
    )


def _newer(written: str) -> Complaint:
    return (
        say(
            "Packs",
            "This file has format {written}; this program reads up to {known}.",
            written=written,
            known=PACK_FORMAT,
        ),
        say("Packs", "Update the program, or ask for a pack in the older format."),
    )


_FORMAT = FileFormat(
    newest=PACK_FORMAT,
    assumed=str(PACK_FORMAT),
    names=("format", "snippets"),
    no_names=(
        say("Packs", "The file does not begin with “name: text” lines."),
        say("Packs", "Write “format: {known}” as its first line.", known=PACK_FORMAT),
    ),
    no_version=(
        say("Packs", "“format” must be a whole number."),
        say("Packs", "Write “format: {known}”.", known=PACK_FORMAT),
    ),
    newer=_newer,
    other_name=say("Packs", "A file of snippets has only “format” and “snippets”."),
)
_NO_LIST = (
    say("Packs", "The list “snippets” is missing."),
    say("Packs", "Write “snippets:” and below it the replies, each beginning with “- id: …”."),
)
_ONE_OF_TWO = (
    say("Packs", "A reply has either “body” or “messages”."),
    say("Packs", "Write one of the two; “messages” is a list of texts to send in turn."),
)
_EMPTY_MESSAGE = (
    say("Packs", "One of the “messages” is empty."),
    say("Packs", "Write its text or remove it."),
)
_EMPTY_TITLE = (
    say("Packs", "The title is empty."),
    say("Packs", "Write a few words by which the reply is found."),
)
_IMAGE_OUTSIDE = (
    say("Packs", "The image lies outside the pack."),
    say("Packs", "Put it into the pack's “images” and write “images/name.png”."),
)
