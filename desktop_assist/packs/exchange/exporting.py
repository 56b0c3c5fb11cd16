"""Replies into the file of another tool, with a word on what it cannot hold."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError, reason_of
from desktop_assist.packs.exchange.formats.base import Files, Format, Order, Outbound, outbound
from desktop_assist.text import Message, say


@dataclass(frozen=True, slots=True)
class Exported:
    """How many replies were written, and what to know of them."""

    count: int
    told: tuple[Message, ...]


def export(
    known: Format,
    out: Path,
    entries: Sequence[Entry],
    picture: Callable[[Entry], Path | None],
    now: datetime.datetime,
    encoding: str = "utf-8-sig",
    *,
    replace: bool = False,
) -> Exported:
    """Write `entries` to `out` as `known`, whole or not at all.

    Raises:
        AssistError: something is there already and `replace` was not said, or it could not be
            written.
    """
    _check_free(out, known, replace=replace)
    replies = [outbound(entry, known.notation, picture(entry)) for entry in entries]
    files: Files = {}
    try:
        told = (*known.write(Order(out, replies, now, encoding), files), *losses(known, replies))
        for place, data in files.items():
            _write(place, data)
    except OSError as error:
        raise AssistError(
            say("Exchange", "“{file}” was not written: {reason}.", file=out,
                reason=reason_of(error)),
            say("Exchange", "Choose another place, or make room."),
        ) from error  # fmt: skip
    return Exported(len(replies), told)


def losses(known: Format, replies: Iterable[Outbound]) -> Iterator[Message]:
    """What of `replies` the format cannot hold, and in how many of them."""
    replies = list(replies)
    lost = Counter(
        name for one in replies for name in _filled(one.snippet) if name not in known.holds
    )
    if lost:
        yield say(
            "Exchange",
            "Not in the file, as the format has no place for it: {parts}.",
            parts=_listed(lost.most_common()),
        )
    partly = sum(not one.is_whole for one in replies)
    if partly:
        yield say(
            "Exchange",
            "{count} replies have conditions or filters in them; the other tool shows them as"
            " they are written.",
            count=partly,
        )


def _filled(snippet: Snippet) -> Iterator[str]:
    # Several messages go out as one text, parted by blank lines.
    for name in _PARTS:
        value = getattr(snippet, name)
        several = name == "messages" and len(snippet.messages) > 1
        if value and (name != "messages" or several):
            yield name


def _listed(counts: Sequence[tuple[str, int]]) -> Message:
    """Named parts with their counts, as one message that is spoken with the rest."""
    first, *rest = counts
    one = say("Exchange", "{part} ({count})", part=_PARTS[first[0]], count=first[1])
    return say("Exchange", "{one}, {rest}", one=one, rest=_listed(rest)) if rest else one


def _check_free(out: Path, known: Format, *, replace: bool) -> None:
    if not out.absolute().parent.is_dir():
        raise AssistError(
            say("Exchange", "The folder “{folder}” is not there.", folder=out.absolute().parent),
            say("Exchange", "Make it first, or choose another place."),
        )
    is_folder = known.kind == "folder"
    if is_folder and out.is_dir() and any(out.iterdir()):
        raise AssistError(
            say("Exchange", "“{folder}” has something in it. Nothing was written.", folder=out),
            say("Exchange", "Choose an empty folder or a new one."),
        )
    if not is_folder and out.is_dir():
        raise AssistError(
            say("Exchange", "“{folder}” is a folder. Nothing was written.", folder=out),
            say("Exchange", "Name a file in it, such as {example}.",
                example=f"replies{known.suffix}"),
        )  # fmt: skip
    if out.exists() and not is_folder and not replace:
        raise AssistError(
            say("Exchange", "“{file}” is there already; nothing was changed.", file=out),
            say("Exchange", "Choose another name, or say that it is to be replaced."),
        )


def _write(place: Path, data: bytes) -> None:
    """Whole or not at all: a file of that name is always complete."""
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        half.write_bytes(data)
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)


_PARTS: dict[str, Message] = {
    "messages": say("Part", "Several messages"),
    "title": say("Part", "Title"),
    "category": say("Part", "Category"),
    "alternatives": say("Part", "Other wordings"),
    "tones": say("Part", "Tones"),
    "translations": say("Part", "Translations"),
    "fields": say("Part", "Fields"),
    "code": say("Part", "Code"),
    "hotkey": say("Part", "Hotkey"),
    "search_terms": say("Part", "Search terms"),
    "tags": say("Part", "Tags"),
    "triggers": say("Part", "What customers ask"),
    "stage": say("Part", "Stage"),
    "role": say("Part", "Role"),
    "customer": say("Part", "Customer"),
    "technique": say("Part", "Technique"),
    "when_to_use": say("Part", "When to use"),
    "when_to_avoid": say("Part", "When to avoid"),
    "image": say("Part", "Picture"),
    "valid_from": say("Part", "Valid from"),
    "valid_until": say("Part", "Valid until"),
    "locked": say("Part", "Locked"),
    "send": say("Part", "Sent at once"),
    "welcome": say("Part", "As a welcome"),
    "ignore": say("Part", "Excused findings"),
    "notes": say("Part", "Notes"),
}
