"""What is said of a file that is not YAML as we read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from desktop_assist.errors import reason_of
from desktop_assist.packs.faults import Fault
from desktop_assist.text import Message, say

# YAML 1.1 counts these as ends of a line, and its marks count lines so.
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def begin(error: yaml.MarkedYAMLError) -> Any:
    """Where to look: a text that is not closed went wrong where it begins, not where it ends."""
    if error.context and "quoted scalar" in error.context:
        return error.context_mark
    return error.problem_mark or error.context_mark


def explained(error: yaml.YAMLError) -> tuple[Message, Message]:
    """What YAML stumbled over, and what to do, in words of the field."""
    problem = getattr(error, "problem", None) or type(error).__name__
    context = getattr(error, "context", None) or ""
    for pattern, message, hint in _EXPLANATIONS:
        if re.search(pattern, f"{context} {problem}"):
            return message, hint
    return (
        say("Packs", "This is not YAML: {problem}.", problem=problem),
        say("Packs", "Compare the indent and the quotes with the lines above."),
    )


_EXPLANATIONS: Sequence[tuple[str, Message, Message]] = (
    (
        "cannot start any token",
        say("Packs", "A tab, or one of @ ` %, begins the text here."),
        say("Packs", "Indent with spaces only, and put text that begins with a sign in quotes."),
    ),
    (
        "quoted scalar",
        say("Packs", "A quotation mark is not closed, or more text follows behind it."),
        say("Packs", "Close the text with the same mark that it begins with."),
    ),
    (
        "scanning (an anchor|an alias|a tag|a directive|a block scalar)",
        say("Packs", "The text begins with one of & * ! % | >, which YAML reads as a command."),
        say("Packs", "If the sign belongs to the text, put the text in quotes."),
    ),
    (
        "mapping values are not allowed",
        say("Packs", "A colon followed by a space stands inside the text."),
        say("Packs", "Put the whole text in quotes, or use the full-width ：."),
    ),
    (
        "could not find expected ':'",
        say("Packs", "A colon is missing behind a name."),
        say("Packs", "Write “name: text”; indent lines that continue a text."),
    ),
    (
        "block (mapping|collection)",
        say("Packs", "This line is not indented like its neighbours."),
        say("Packs", "Give it the same number of spaces as the lines that it belongs to."),
    ),
    (
        "flow (mapping|sequence)",
        say("Packs", "A bracket is not closed, or a comma is missing."),
        say("Packs", "Close the bracket, or put the text in quotes."),
    ),
)


def empty(file: Path) -> Fault:
    """Nothing but blanks and comments."""
    return Fault(
        file,
        1,
        1,
        say("Packs", "The file holds nothing."),
        say("Packs", "Delete it, or fill it after the example of another pack."),
    )


def too_large(file: Path, limit: int) -> Fault:
    """More than `limit` bytes."""
    return Fault(
        file,
        1,
        1,
        say("Packs", "The file is larger than {limit} MB.", limit=limit // 1024**2),
        say("Packs", "Split it into several files in the same folder."),
    )


def unreadable(file: Path, error: OSError) -> Fault:
    """The system refuses the file."""
    return Fault(
        file,
        1,
        1,
        say("Packs", "The file cannot be read: {reason}.", reason=reason_of(error)),
        say("Packs", "Check that it is there and that you may read it."),
    )


def not_utf8(file: Path, data: bytes, error: UnicodeDecodeError) -> Fault:
    """Another encoding; the place is that of the first byte that does not fit."""
    before = data[: error.start].decode("utf-8", "replace")
    line, column = _position(before)
    return Fault(
        file,
        line,
        column,
        say(
            "Packs",
            "The file is not UTF-8: the byte {byte} stands here.",
            byte=f"0x{data[error.start]:02X}",
        ),
        say("Packs", "Save it again with the encoding UTF-8; it may be GBK or UTF-16 now."),
    )


def control_character(file: Path, text: str, start: int) -> Fault:
    """A character at offset `start` that YAML does not allow."""
    line, column = _position(text[:start])
    return Fault(
        file,
        line,
        column,
        say(
            "Packs",
            "An invisible control character {code} stands here.",
            code=f"U+{ord(text[start]):04X}",
        ),
        say("Packs", "Delete it; the line before and after it may look whole."),
    )


def _position(before: str) -> tuple[int, int]:
    lines = LINE_END.split(before)
    return len(lines), len(lines[-1]) + 1
