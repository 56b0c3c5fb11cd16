"""Writes what was proposed into the pack's source, as its lead wrote it, and reads it back."""

from __future__ import annotations

import codecs
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from desktop_assist.channel.proposals.proposal import Proposal
from desktop_assist.channel.proposals.review import proposed_snippet
from desktop_assist.core.replies.pack import PACK_FORMAT
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.decoding import decode
from desktop_assist.errors import AssistError
from desktop_assist.packs.reader import Contents, Placed, read_contents
from desktop_assist.packs.source_edit import NoPlace, with_fields, with_snippet, without_snippet
from desktop_assist.packs.writer import as_yaml
from desktop_assist.store.files import reading, replace_file, saving
from desktop_assist.store.snippet_records import written_snippet
from desktop_assist.text import say

_Held = tuple[tuple[Snippet, ...], int]
"""The sound replies in a file, and how many faults it has besides."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One file to write: how its text changes, and what it must hold then."""

    file: Path
    edit: Callable[[str], str]
    expected: _Held


def write_into(folder: Path, one: Proposal) -> Path:
    """Carry `one` out in the pack's `folder`, and give the file that holds it.

    Carrying it out again changes nothing. Every other reply, and each comment, stays as it is.

    Raises:
        AssistError: the reply is gone, or the file cannot be changed so. Nothing is written then.
    """
    contents = read_contents(folder)
    if one.kind == "new":
        return _add(folder, one, contents)
    spot = next((spot for spot in contents.snippets if spot.snippet.id == one.snippet), None)
    if spot is None and one.kind == "withdrawal":
        return folder
    if spot is None:
        raise AssistError(
            say("Proposals", "The pack has no reply “{id}” any more.", id=one.snippet),
            say("Proposals", "Decline the proposal, or put the reply back first."),
        )
    there, faults = _in_file(spot.file, contents)
    if one.kind == "withdrawal":
        rest = tuple(was for was in there if was.id != one.snippet)
        return _carry_out(
            _Step(spot.file, lambda text: without_snippet(text, one.snippet), (rest, faults))
        )
    return _change(one, spot, (there, faults))


def _change(one: Proposal, spot: Placed, before: _Held) -> Path:
    wanted = proposed_snippet(one, spot.snippet)
    if wanted is None or wanted == spot.snippet:
        return spot.file
    there, faults = before
    fields = {change.name: change.proposed for change in one.changes}
    # What the schema asks for is written also where it is empty.
    needed = written_snippet(Snippet(id="", title="", category=()))
    whole = _plain(msgspec.to_builtins(Snippet(id="", title="", category=())))
    empty = {name: value for name, value in whole.items() if name not in needed}
    return _carry_out(
        _Step(
            spot.file,
            lambda text: with_fields(text, one.snippet, _plain(fields), empty),
            (tuple(wanted if was.id == one.snippet else was for was in there), faults),
        )
    )


def _add(folder: Path, one: Proposal, contents: Contents) -> Path:
    reply = one.reply
    if reply is None:
        return folder
    placed = contents.snippets
    for spot in placed:
        if msgspec.structs.replace(spot.snippet, id=reply.id) == reply:
            return spot.file
    taken = {spot.snippet.id for spot in placed}
    fresh = msgspec.structs.replace(reply, id=_free_id(reply.id, taken))
    record = _plain(written_snippet(fresh))
    file = _home_of(fresh, folder, placed)
    if not file.exists():
        with saving(file):
            file.parent.mkdir(exist_ok=True)
            text = as_yaml({"format": PACK_FORMAT, "snippets": [record]})
            replace_file(file, text.encode())
        return file
    there, faults = _in_file(file, contents)
    more = (*there, fresh), faults
    return _carry_out(_Step(file, lambda text: with_snippet(text, record), more))


def _in_file(file: Path, contents: Contents) -> _Held:
    replies = tuple(spot.snippet for spot in contents.snippets if spot.file == file)
    return replies, sum(fault.file == file for fault in contents.faults)


def _free_id(wanted: str, taken: Collection[str]) -> str:
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _home_of(fresh: Snippet, folder: Path, placed: Sequence[Placed]) -> Path:
    """The file of the replies of its category, or else of the last reply."""
    alike = [spot.file for spot in placed if spot.snippet.category == fresh.category]
    known = alike or [spot.file for spot in placed]
    return known[-1] if known else folder / "snippets" / "proposed.yaml"


def _carry_out(step: _Step) -> Path:
    with reading(step.file):
        data = step.file.read_bytes()
    before = data.decode("utf-8-sig")
    try:
        after = step.edit(before)
    except NoPlace as error:
        raise _by_hand(step.file) from error
    if _held_by(after) != step.expected:
        raise _by_hand(step.file)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    with saving(step.file):
        replace_file(step.file, mark + after.encode())
    return step.file


def _held_by(text: str) -> _Held:
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "snippets" / "replies.yaml"
        file.parent.mkdir()
        file.write_bytes(text.encode())
        return _in_file(file, read_contents(Path(scratch)))


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    """`fields` as JSON and YAML know them: with lists, and no tuples."""
    return decode(msgspec.json.encode(fields), dict[str, Any])


def _by_hand(file: Path) -> AssistError:
    return AssistError(
        say("Proposals", "“{file}” is written in a way that could not be changed without touching"
            " more than was proposed. Nothing was changed.", file=file),
        say("Proposals", "Make the change there by hand; then take the proposal again, which only"
            " tells the agent."),
    )  # fmt: skip
