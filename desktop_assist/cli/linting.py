"""`lint`: the faults in packs."""

from __future__ import annotations

import argparse

from desktop_assist.cli.desk import Desk
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import say


def lint_packs(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print every fault of every pack as `file:line:column: sentence`."""
    from desktop_assist.packs.lint import lint  # noqa: PLC0415  only this command reads YAML

    clean = True
    for folder in arguments.packs:
        if not folder.is_dir():
            raise AssistError(
                say("Lint", "{folder} is not a folder.", folder=folder),
                say("Lint", "Name the folder of a pack, the one that holds pack.yaml."),
            )
        for fault in lint(folder):
            clean = False
            sentence = desk.console.spoken(fault.message)
            hint = desk.console.spoken(fault.hint)
            desk.console.line(f"{fault.place}: {sentence} {hint}")
    return 0 if clean else FINDINGS
