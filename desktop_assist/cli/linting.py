"""`lint`: the faults in packs, and what the checker says of their texts."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.cli.desk import Desk
from desktop_assist.cli.reports import FORMATS, PlacedFinding
from desktop_assist.cli.rulebook import PACK_FAMILY, Rulebook, rulebook
from desktop_assist.core.checking.findings import Finding, Severity
from desktop_assist.errors import BROKEN_INPUT, FINDINGS, AssistError
from desktop_assist.text import say

if TYPE_CHECKING:
    from desktop_assist.packs.faults import Fault

FAULT = "pack.fault"
IDLE_IGNORE = "pack.idle-ignore"
"""The rules under which the faults of a pack's files are reported."""


def lint_packs(arguments: argparse.Namespace, desk: Desk) -> int:
    """Report every fault of every pack and every finding in its texts, by file and line."""
    for folder in arguments.packs:
        _refuse_no_folder(folder)
    rules = rulebook(arguments, desk)
    placed = [one for folder in arguments.packs for one in _in_pack(folder, rules, desk)]
    wanted = [one for one in placed if rules.wants(one.finding)]
    FORMATS[arguments.format](wanted, desk.console)
    if rules.broken:
        return BROKEN_INPUT
    return FINDINGS if wanted else 0


def _refuse_no_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise AssistError(
            say("Lint", "{folder} is not a folder.", folder=folder),
            say("Lint", "Name the folder of a pack, the one that holds pack.yaml."),
        )


def _in_pack(folder: Path, rules: Rulebook, desk: Desk) -> list[PlacedFinding]:
    from desktop_assist.packs.lint import faults_of  # noqa: PLC0415  only this command reads YAML
    from desktop_assist.packs.reader import read_contents  # noqa: PLC0415  as above
    from desktop_assist.packs.wording import wording  # noqa: PLC0415  as above

    contents = read_contents(folder)
    checked = wording(contents, rules.find, rules.is_looked_for)
    placed = [*_placed(faults_of(contents, folder), FAULT, "block", desk)]
    placed += _placed(checked.idle_ignores, IDLE_IGNORE, "hint", desk)
    placed += (
        PlacedFinding(str(one.file), one.line, one.start, one.end, one.finding)
        for one in checked.findings
    )
    return sorted(placed, key=lambda one: (one.file, one.line, one.start, one.end))


def _placed(
    faults: tuple[Fault, ...], rule: str, severity: Severity, desk: Desk
) -> Iterator[PlacedFinding]:
    for fault in faults:
        message = " ".join(map(desk.console.spoken, (fault.message, fault.hint)))
        start = fault.column - 1
        finding = Finding(rule, PACK_FAMILY, severity, start, start, "", message)
        yield PlacedFinding(str(fault.file), fault.line, start, start, finding)
