"""Commands about replies that need no running instance: list, show, render, copy."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import msgspec

from desktop_assist.cli.desk import Desk
from desktop_assist.core.replies.library import Entry, Library
from desktop_assist.core.replies.template import MissingFields
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import say

BETWEEN_MESSAGES = "\n\n"


def list_replies(arguments: argparse.Namespace, desk: Desk) -> int:
    """Every reply that is valid today."""
    entries = desk.library().usable_on(desk.now.date())
    if arguments.json:
        desk.console.json([for_programs(entry) for entry in entries])
    else:
        for entry in entries:
            desk.console.line(on_one_line(entry))
    return 0


def show(arguments: argparse.Namespace, desk: Desk) -> int:
    """One reply as it is written, with its notes."""
    entry = _entry(desk.library(), arguments.reply)
    if arguments.json:
        desk.console.json(for_programs(entry))
    else:
        _show(entry, desk)
    return 0


def render(arguments: argparse.Namespace, desk: Desk) -> int:
    """The finished text of a reply, its messages an empty line apart."""
    desk.console.line(_rendered(arguments, desk))
    return 0


def copy(arguments: argparse.Namespace, desk: Desk) -> int:
    """The finished text of a reply, on the clipboard."""
    import pyperclip  # noqa: PLC0415  looks for clipboard programs when it is imported

    text = _rendered(arguments, desk)
    try:
        with _children_unheard(desk):
            pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError) as error:
        raise AssistError(
            say("Replies", "The clipboard cannot be reached; nothing was copied."),
            say("Replies", "On Linux, install xclip (X11) or wl-clipboard (Wayland)."),
        ) from error
    return 0


@contextmanager
def _children_unheard(desk: Desk) -> Iterator[None]:
    """Give programs that are started no part of our output.

    xclip stays to serve the clipboard; a caller who reads our output to its end would wait for it.
    """
    if sys.platform == "win32":
        yield
        return
    for stream in (desk.console.out, desk.console.err):
        stream.flush()
    kept = [os.dup(number) for number in (1, 2)]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        for number in (1, 2):
            os.dup2(nowhere, number)
        yield
    finally:
        for number, was in zip((1, 2), kept, strict=True):
            os.dup2(was, number)
        for file in (*kept, nowhere):
            os.close(file)


def _rendered(arguments: argparse.Namespace, desk: Desk) -> str:
    entry = _entry(desk.library(), arguments.reply)
    replies = desk.replies()
    parts = replies.bodies(entry)[0]
    values: Mapping[str, str] = dict(arguments.values)
    replies.check_names(entry, values)
    try:
        rendered = replies.render(entry, parts, values)
    except MissingFields as error:
        options = " ".join(f"--set {name}=…" for name in error.names)
        raise AssistError(
            say("Replies", "This reply has fields that are not filled in yet."),
            say("Replies", "Add: {options}", options=options),
        ) from error
    return BETWEEN_MESSAGES.join(part.text for part in rendered)


def _entry(library: Library, name: str) -> Entry:
    """The entry of that name.

    Raises:
        AssistError: there is none, or an id or code names several.
    """
    entry = library.get(name)
    if entry is not None:
        return entry
    several = [one.key for one in library if name in (one.snippet.id, one.snippet.code)]
    if several:
        raise AssistError(
            say("Replies", "“{name}” names several replies.", name=name),
            say("Replies", "Name one of them in full: {keys}.", keys=", ".join(several)),
        )
    raise AssistError(
        say("Replies", "There is no reply “{name}”.", name=name),
        say("Replies", "Look it up with: desktop-assist search WORD"),
        FINDINGS,
    )


def on_one_line(entry: Entry) -> str:
    """Key, code, category and title, parted by tabs."""
    snippet = entry.snippet
    category = "/".join(snippet.category)
    return "\t".join((entry.key, snippet.code, category, snippet.title))


def for_programs(entry: Entry) -> dict[str, object]:
    """The entry's key, pack and origin, and every field of the snippet that says something."""
    told = msgspec.to_builtins(entry.snippet)
    head = {"key": entry.key, "pack": entry.pack, "origin": entry.origin}
    return head | {name: value for name, value in told.items() if value}


def _show(entry: Entry, desk: Desk) -> None:
    snippet, console = entry.snippet, desk.console
    console.line(on_one_line(entry))
    for text in (*snippet.parts, *snippet.alternatives):
        console.line()
        console.line(text)
    notes = (
        say("Replies", "When to use: {text}", text=snippet.when_to_use),
        say("Replies", "When to avoid: {text}", text=snippet.when_to_avoid),
        say("Replies", "Notes: {text}", text=snippet.notes),
    )
    said = [console.spoken(note) for note in notes if note.values["text"]]
    fields = ", ".join(field.name for field in snippet.fields)
    if fields:
        said.append(console.spoken(say("Replies", "Fields: {names}", names=fields)))
    if said:
        console.line()
    for sentence in said:
        console.line(sentence)
