"""`channel history` and `channel limits`: what was published before, and how much of it is kept."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from desktop_assist.channel.changes import ChangedSnippet
from desktop_assist.channel.limits import DEFAULT_LIMITS
from desktop_assist.channel.set_limits import known_limit, read_limits, set_limit
from desktop_assist.cli.channel_desk import lead_work, patiently, tell
from desktop_assist.cli.desk import Desk
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say

if TYPE_CHECKING:
    from desktop_assist.channel.changes import PackChange
    from desktop_assist.channel.history import PackHistory, PackVersion

_SHOWN = 60
"""How many lines of differences are shown before the rest is only counted."""


def history(arguments: argparse.Namespace, desk: Desk) -> int:
    """The versions of a pack, the differences between two, or one of them as a folder."""
    if arguments.save:
        version, folder = arguments.save
        _save(arguments, desk, version, Path(folder))
        return 0
    found = _history(arguments, desk)
    if arguments.after or arguments.before:
        _compare(arguments, desk, found)
        return 0
    versions = found.versions(arguments.pack)
    if arguments.json:
        desk.console.json([{**msgspec.to_builtins(one), "kept": one.is_kept} for one in versions])
        return 0
    for one in versions:
        _tell_version(one, desk)
    return 0


def limits(arguments: argparse.Namespace, desk: Desk) -> int:
    """Every limit of this computer with what it means, or set one."""
    if arguments.value:
        set_limit(desk.home.channels, arguments.name, _number(arguments.value))
    known, made = asdict(read_limits(desk.home.channels)), asdict(DEFAULT_LIMITS)
    if arguments.json:
        desk.console.json(known)
        return 0
    for name in [known_limit(arguments.name)] if arguments.name else known:
        own = "" if known[name] == made[name] else f" ({made[name]})"
        desk.console.line(f"{name}: {known[name]}{own}\n  {desk.console.spoken(_MEANINGS[name])}")
    return 0


def tell_differences(
    desk: Desk,
    new: Sequence[Snippet],
    changed: Sequence[ChangedSnippet],
    gone: Sequence[Snippet],
) -> None:
    """What is new, changed and gone, a line for each, with the bodies before and after."""
    lines = [f"+ {one.title} ({one.id})" for one in new]
    for one in changed:
        lines.append(f"~ {one.after.title} ({one.after.id}): {', '.join(one.fields)}")
        lines += _fields(one)
    lines += [f"- {one.title} ({one.id})" for one in gone]
    for line in lines[:_SHOWN]:
        desk.console.line(f"  {line}")
    if len(lines) > _SHOWN:
        tell(desk, say("Channel", "  … and {count} more lines.", count=len(lines) - _SHOWN))


def _fields(changed: ChangedSnippet) -> Iterable[str]:
    """Before and after of each field that is a text."""
    for field in changed.fields:
        before, after = getattr(changed.before, field), getattr(changed.after, field)
        if isinstance(before, str) and isinstance(after, str):
            yield f"    - {before}"
            yield f"    + {after}"


def _history(arguments: argparse.Namespace, desk: Desk) -> PackHistory:
    """The channel's, where this computer may publish; else what this computer holds."""
    work = lead_work(desk)
    folder = work.channels.chosen(arguments.channel)
    if not folder.lead_key.is_file():
        return work.channels.history(folder)
    return work.history(folder, patiently)


def _save(arguments: argparse.Namespace, desk: Desk, version: str, folder: Path) -> None:
    work = lead_work(desk)
    channel = work.channels.chosen(arguments.channel)
    work.history(channel, patiently).save(arguments.pack, version, folder)
    tell(desk, say("Channel", "Version {version} is in “{folder}”.", version=version,
                   folder=folder))  # fmt: skip


def _compare(arguments: argparse.Namespace, desk: Desk, found: PackHistory) -> None:
    """Where one of the two versions is not named it is the newest."""
    newest = found.versions(arguments.pack)[0].version
    before, after = arguments.before or newest, arguments.after or newest
    change = found.differences(arguments.pack, before, after)
    if arguments.json:
        desk.console.json(_as_object(change, before))
        return
    tell(desk, say("Channel", "From {before} to {after}: {new} new, {changed} changed, {gone}"
                   " gone.", before=before, after=after, new=len(change.new),
                   changed=len(change.changed), gone=len(change.gone)))  # fmt: skip
    tell_differences(desk, change.new, change.changed, change.gone)


def _as_object(change: PackChange, before: str) -> dict[str, Any]:
    def plain(replies: Iterable[Snippet]) -> list[Any]:
        return [msgspec.to_builtins(one) for one in replies]

    return {
        "pack": change.pack,
        "from": before,
        "to": change.version,
        "new": plain(change.new),
        "changed": [
            {
                "id": one.after.id,
                "fields": {
                    name: {
                        "before": msgspec.to_builtins(getattr(one.before, name)),
                        "after": msgspec.to_builtins(getattr(one.after, name)),
                    }
                    for name in one.fields
                },
            }
            for one in change.changed
        ],
        "gone": plain(change.gone),
    }


def _tell_version(one: PackVersion, desk: Desk) -> None:
    counts: Message | str = ""
    if one.new is not None:
        counts = say("Channel", "{new} new, {changed} changed, {gone} gone", new=one.new,
                     changed=one.changed, gone=one.gone)  # fmt: skip
    spoken = desk.console.spoken(counts) if isinstance(counts, Message) else counts
    when = one.at[:16].replace("T", " ")
    desk.console.line("  ".join(part for part in (one.version, when, one.by, spoken) if part))
    if one.notes:
        desk.console.line(f"  {one.notes}")
    for told in _remarks(one):
        desk.console.line(f"  {desk.console.spoken(told)}")


def _remarks(one: PackVersion) -> Iterator[Message]:
    if one.overruled:
        yield say("Channel", "Published although a rule forbids it ({rules}): {why}",
                  rules=", ".join(one.overruled), why=one.why)  # fmt: skip
    if one.restores:
        yield say("Channel", "Brought version {version} back.", version=one.restores)
    if not one.is_kept:
        yield say("Channel", "Its content is no longer kept.")


def _number(text: str) -> float | None:
    """The number in `text`; None for the one that the limit was made with."""
    if text == "default":
        return None
    try:
        return float(text)
    except ValueError as error:
        raise AssistError(
            say("Channel", "“{value}” is no number. Nothing was changed.", value=text),
            say("Channel", "Give a number, or “default”."),
        ) from error


_MEANINGS = {
    "connect_seconds": say("Channel", "seconds until a server has taken the connection"),
    "metadata_seconds": say("Channel", "seconds for a signed list, however slowly it comes"),
    "pack_seconds": say("Channel", "seconds for a pack, however slowly it comes"),
    "metadata_bytes": say("Channel", "bytes of a signed list"),
    "pack_bytes": say("Channel", "bytes of a pack as it travels"),
    "unpacked_bytes": say("Channel", "bytes of a pack once it is unpacked"),
    "files": say("Channel", "files in a pack"),
    "depth": say("Channel", "parts of a file's path in a pack"),
    "ratio": say("Channel", "unpacked bytes for one packed byte"),
    "name_length": say("Channel", "bytes of a file's name"),
    "teams": say("Channel", "teams in a channel"),
    "packs": say("Channel", "packs of a team"),
    "letter_bytes": say("Channel", "bytes of one file in the inbox"),
    "letters": say("Channel", "suggestions in the inbox that are looked at"),
    "reports": say("Channel", "reports of use in the inbox that are looked at"),
    "versions": say("Channel", "versions of each pack whose content stays in the channel"),
    "history": say("Channel", "versions of each pack that its history tells of"),
    "notes": say("Channel", "characters of a publish's notes and of a reason"),
}
