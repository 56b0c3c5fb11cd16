"""`check`: the wording of files, or of standard input."""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections.abc import Callable, Iterator

from desktop_assist.cli.desk import Desk
from desktop_assist.cli.reports import FORMATS, STANDARD_INPUT, PlacedFinding
from desktop_assist.cli.rulebook import rulebook
from desktop_assist.cli.texts import read_text
from desktop_assist.core.checking.findings import Finding
from desktop_assist.errors import BROKEN_INPUT, FINDINGS, AssistError


def check(arguments: argparse.Namespace, desk: Desk) -> int:
    """Check every file; one that cannot be read costs only itself."""
    rules = rulebook(arguments, desk)
    placed: list[PlacedFinding] = []
    broken = rules.broken
    for name in arguments.files or [STANDARD_INPUT]:
        try:
            text = read_text(name)
        except AssistError as error:
            desk.console.problem(error)
            broken = True
        else:
            placed += _placed(name, text, rules.find, each_line=arguments.each_line)
    wanted = [one for one in placed if rules.wants(one.finding)]
    FORMATS[arguments.format](wanted, desk.console)
    if broken:
        return BROKEN_INPUT
    return FINDINGS if wanted else 0


def _placed(
    name: str, text: str, find: Callable[[str], list[Finding]], *, each_line: bool
) -> Iterator[PlacedFinding]:
    """Findings in the order of the text, which is one message or, by `each_line`, many."""
    if each_line:
        for number, line in enumerate(text.split("\n"), 1):
            for finding in find(line.removesuffix("\r")):
                yield PlacedFinding(name, number, finding.start, finding.end, finding)
        return
    starts = [0, *(place + 1 for place, one in enumerate(text) if one == "\n")]
    for finding in find(text):
        number = bisect_right(starts, finding.start)
        before = starts[number - 1]
        yield PlacedFinding(name, number, finding.start - before, finding.end - before, finding)
