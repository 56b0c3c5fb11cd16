"""`check`: the wording of files, or of standard input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.cli.desk import Desk
from desktop_assist.core.findings import Finding
from desktop_assist.errors import BROKEN_INPUT, FINDINGS, AssistError
from desktop_assist.text import say

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding in a file: `line` from 1, `start` and `end` in code points from that line's start.

    The end of a finding that runs over a line's end lies beyond the length of its line.
    """

    file: str
    line: int
    start: int
    end: int
    finding: Finding


def check(arguments: argparse.Namespace, desk: Desk) -> int:
    """Check every file; one that cannot be read costs only itself."""
    find = desk.checker()
    placed: list[PlacedFinding] = []
    broken = False
    for name in arguments.files or [STANDARD_INPUT]:
        try:
            text = _read(name)
        except AssistError as error:
            desk.console.problem(error)
            broken = True
        else:
            placed += _placed(name, text, find, each_line=arguments.each_line)
    _print(placed, desk, as_json=arguments.format == "json")
    if broken:
        return BROKEN_INPUT
    return FINDINGS if placed else 0


def _read(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise AssistError(
            say("Check", "{file} cannot be read: {reason}.", file=name, reason=error.strerror),
            say("Check", "Check the name, or give the text on standard input."),
        ) from error
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise AssistError(
            say("Check", "{file} is not UTF-8 text: see line {line}.", file=name, line=line),
            say("Check", "Save it as UTF-8 and check it again."),
        ) from error


def _placed(
    name: str, text: str, find: Callable[[str], list[Finding]], *, each_line: bool
) -> Iterator[PlacedFinding]:
    """Findings in the order of the text, which is one message or, by `each_line`, many."""
    if each_line:
        for number, line in enumerate(text.split("\n"), 1):
            for finding in find(line.removesuffix("\r")):
                yield PlacedFinding(name, number, finding.start, finding.end, finding)
        return
    for finding in find(text):
        line_start = text.rfind("\n", 0, finding.start) + 1
        yield PlacedFinding(
            name,
            text.count("\n", 0, finding.start) + 1,
            finding.start - line_start,
            finding.end - line_start,
            finding,
        )


def _print(placed: Sequence[PlacedFinding], desk: Desk, *, as_json: bool) -> None:
    if as_json:
        desk.console.json([_for_programs(one) for one in placed])
        return
    for one in placed:
        found = one.finding
        place = f"{one.file}:{one.line}:{one.start + 1}"
        desk.console.line(f"{place}: {found.severity}: “{found.text}” {found.message}")
        better = [suggestion for suggestion in found.suggestions if suggestion]
        if better:
            desk.console.line("    → " + " / ".join(better))


def _for_programs(placed: PlacedFinding) -> dict[str, object]:
    return {
        "file": placed.file,
        "line": placed.line,
        "start": placed.start,
        "end": placed.end,
        "text": placed.finding.text,
        "rule": placed.finding.rule,
        "family": placed.finding.family,
        "severity": placed.finding.severity,
        "message": placed.finding.message,
        "suggestions": list(placed.finding.suggestions),
    }
