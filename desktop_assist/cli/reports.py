"""Findings in the forms that people and programs read: human, JSON, SARIF 2.1.0 and GitHub."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from desktop_assist import __version__
from desktop_assist.cli.console import Console
from desktop_assist.core.checking.findings import SEVERITIES, Finding, Severity
from desktop_assist.text import say

STANDARD_INPUT = "-"

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVELS: Mapping[Severity, str] = {"block": "error", "warn": "warning", "hint": "note"}
_GITHUB_COMMANDS: Mapping[Severity, str] = {"block": "error", "warn": "warning", "hint": "notice"}


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


Report = Callable[[Sequence[PlacedFinding], Console], None]


def human(placed: Sequence[PlacedFinding], console: Console) -> None:
    """A line a finding, its better ways beneath it, and a table at the end where there are any."""
    for one in placed:
        found = one.finding
        quoted = f"“{found.text}” " if found.text else ""
        place = f"{one.file}:{one.line}:{one.start + 1}"
        console.line(f"{place}: {found.severity}: {quoted}{found.message} [{found.rule}]")
        better = [suggestion for suggestion in found.suggestions if suggestion]
        if better:
            console.line("    → " + " / ".join(better))
    if placed:
        console.line()
        _summary(placed, console)


def _summary(placed: Sequence[PlacedFinding], console: Console) -> None:
    """How many findings there are, by family and severity."""
    counts = Counter((one.finding.family, one.finding.severity) for one in placed)
    families = sorted({family for family, _ in counts})
    total = console.spoken(say("Check", "total"))
    rows = [(console.spoken(say("Check", "family")), *SEVERITIES, total)]
    for family in families:
        numbers = [counts[family, severity] for severity in SEVERITIES]
        rows.append((family, *map(str, numbers), str(sum(numbers))))
    sums = [sum(counts[family, one] for family in families) for one in SEVERITIES]
    rows.append((total, *map(str, sums), str(sum(sums))))
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        gaps = [" " * (width - width_of(one)) for one, width in zip(row, widths, strict=True)]
        aligned = [gap + one for one, gap in zip(row, gaps, strict=True)]
        console.line("  ".join((row[0] + gaps[0], *aligned[1:])))


def width_of(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def for_programs(placed: Sequence[PlacedFinding], console: Console) -> None:
    """A JSON list with one object a finding."""
    console.json([_as_object(one) for one in placed])


def _as_object(placed: PlacedFinding) -> dict[str, object]:
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


def sarif(placed: Sequence[PlacedFinding], console: Console) -> None:
    """A log of SARIF 2.1.0 (OASIS): one run, whose columns count code points."""
    rules = {one.finding.rule: one.finding for one in placed}
    numbers = {rule: number for number, rule in enumerate(rules)}
    driver = {
        "name": "Desktop Assist",
        "version": __version__,
        "rules": [_sarif_rule(finding) for finding in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(one, numbers[one.finding.rule]) for one in placed],
    }
    console.json({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_rule(finding: Finding) -> dict[str, object]:
    rule: dict[str, object] = {
        "id": finding.rule,
        "shortDescription": {"text": finding.message},
        "properties": {"family": finding.family},
    }
    if finding.why:
        rule["help"] = {"text": finding.why}
    if finding.link:
        rule["helpUri"] = finding.link
    return rule


def _sarif_result(placed: PlacedFinding, number: int) -> dict[str, object]:
    location = {"artifactLocation": {"uri": _uri(placed.file)}, "region": _region(placed)}
    return {
        "ruleId": placed.finding.rule,
        "ruleIndex": number,
        "level": _SARIF_LEVELS[placed.finding.severity],
        "message": {"text": placed.finding.message},
        "locations": [{"physicalLocation": location}],
        "properties": {"suggestions": list(placed.finding.suggestions)},
    }


def _region(placed: PlacedFinding) -> dict[str, object]:
    *lines_before, last = placed.finding.text.split("\n")
    end = len(last) if lines_before else placed.end
    return {
        "startLine": placed.line,
        "startColumn": placed.start + 1,
        "endLine": placed.line + len(lines_before),
        "endColumn": end + 1,
        "snippet": {"text": placed.finding.text},
    }


def _uri(file: str) -> str:
    if file == STANDARD_INPUT:
        return "stdin"
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def github(placed: Sequence[PlacedFinding], console: Console) -> None:
    """A workflow command a finding, escaped as GitHub's own toolkit does it."""
    for one in placed:
        found = one.finding
        better = " / ".join(suggestion for suggestion in found.suggestions if suggestion)
        quoted = f"“{found.text}” " if found.text else ""
        message = f"{quoted}{found.message}" + (f" → {better}" if better else "")
        # Columns mean nothing to GitHub where the end lies on another line.
        end = "" if "\n" in found.text else f",endColumn={max(one.end, one.start + 1)}"
        place = f"file={_property(one.file)},line={one.line},col={one.start + 1}{end}"
        title = f"title={_property(found.rule)}"
        console.line(f"::{_GITHUB_COMMANDS[found.severity]} {place},{title}::{_data(message)}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Report] = {
    "human": human,
    "json": for_programs,
    "sarif": sarif,
    "github": github,
}
