"""`rule test`: rules tried out on their own examples and on a sample, once or at every change."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.bundled import resources
from desktop_assist.cli.desk import Desk
from desktop_assist.cli.reports import STANDARD_INPUT, width_of
from desktop_assist.cli.texts import read_text
from desktop_assist.errors import BROKEN_INPUT, FINDINGS, AssistError
from desktop_assist.text import Message, say

if TYPE_CHECKING:
    from desktop_assist.core.checking.checker import Checker
    from desktop_assist.core.checking.findings import Finding
    from desktop_assist.packs.rule_trial import FailedExample, Trial, TriedRule

_BETWEEN_LOOKS = 1.0
"""Seconds between two looks at the files that are watched."""


def try_out(arguments: argparse.Namespace, desk: Desk) -> int:
    """Test once, or by `--watch` until the user ends it; the last test tells the exit code."""
    piped = _piped_in() if arguments.sample in (None, STANDARD_INPUT) else None
    sample = Path(arguments.sample) if arguments.sample and piped is None else None
    if not arguments.watch:
        return _test(arguments.file, sample, piped, desk)
    code = 0
    watched = [one for one in (arguments.file, sample) if one is not None]
    try:
        for _ in _changes(watched):
            code = _test(arguments.file, sample, piped, desk)
            desk.console.line(desk.console.spoken(_WATCHING))
            desk.console.flush()
    except KeyboardInterrupt:
        desk.console.line()
    return code


def _piped_in() -> str | None:
    """What is piped in; None at a terminal, where nobody expects to be asked for text."""
    if sys.stdin is None or sys.stdin.isatty():
        return None
    return read_text(STANDARD_INPUT)


def _changes(files: list[Path]) -> Iterator[None]:
    """Once now, and once after each change of one of `files`."""
    last = None
    while True:
        stamps = [_stamp(file) for file in files]
        if stamps != last:
            last = stamps
            yield
        else:
            time.sleep(_BETWEEN_LOOKS)


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None  # an editor that is just replacing it; the test tells if it stays away
    return status.st_mtime_ns, status.st_size


def _test(file: Path, sample: Path | None, piped: str | None, desk: Desk) -> int:
    from desktop_assist.packs.rule_trial import try_rules  # noqa: PLC0415  only here

    trial = try_rules(file, [resources() / "rules"])
    _tell_faults(trial, desk)
    for rule in trial.rules:
        _tell_rule(rule, desk)
    text = piped
    if sample is not None:
        try:
            text = read_text(str(sample))
        except AssistError as error:
            desk.console.problem(error)
            return BROKEN_INPUT
    if text:
        _tell_hits(text, trial.checker, {one.rule.id for one in trial.rules}, desk)
    sound = trial.rules and not trial.faults
    return 0 if sound and not any(one.failed for one in trial.rules) else FINDINGS


def _tell_faults(trial: Trial, desk: Desk) -> None:
    for fault in trial.faults:
        sentences = " ".join(map(desk.console.spoken, (fault.message, fault.hint)))
        desk.console.line(f"{fault.place}: {sentences}")


def _tell_rule(tried: TriedRule, desk: Desk) -> None:
    bad, good = len(tried.rule.examples.bad), len(tried.rule.examples.good)
    if not tried.failed:
        loads = say("RuleTest", "{rule} loads: {bad} bad and {good} good examples are right.",
                    rule=tried.rule.id, bad=bad, good=good)  # fmt: skip
        desk.console.line(desk.console.spoken(loads))
        return
    refused = say("RuleTest", "{rule} does not load: {count} of {all} examples are wrong.",
                  rule=tried.rule.id, count=len(tried.failed), all=bad + good)  # fmt: skip
    desk.console.line(desk.console.spoken(refused))
    for example in tried.failed:
        desk.console.line(f"    {desk.console.spoken(_failure(example))}")
        for line in _underlined(example.text, example.hits):
            desk.console.line(f"        {line}")


def _failure(example: FailedExample) -> Message:
    if example.is_bad:
        return say("RuleTest", "bad example: expected a finding, got none")
    hits = ", ".join(f"“{one.text}”" for one in example.hits)
    return say("RuleTest", "good example: expected no finding, got {hits}", hits=hits)


def _tell_hits(text: str, checker: Checker, rules: set[str], desk: Desk) -> None:
    """Every line of `text` that is found fault with, and what the rules say of it."""
    hits = 0
    for number, ended in enumerate(text.split("\n"), 1):
        line = ended.removesuffix("\r")
        found = [one for one in checker.check(line) if one.rule in rules]
        hits += len(found)
        if found:
            margin = f"{number:>5} | "
            first, *others = _underlined(line, found)
            desk.console.line()
            desk.console.line(margin + first)
            for under in others:
                desk.console.line(" " * len(margin) + under)
    desk.console.line()
    told = say("RuleTest", "Hits in the sample: {count}", count=hits)
    desk.console.line(desk.console.spoken(told))


def _underlined(text: str, hits: tuple[Finding, ...] | list[Finding]) -> Iterator[str]:
    """`text`, then a line with `^^^^` beneath each hit and the rule that found it."""
    shown = text.replace("\t", " ").replace("\n", " ")
    yield shown
    for hit in hits:
        indent = " " * width_of(shown[: hit.start])
        marks = "^" * max(1, width_of(shown[hit.start : hit.end]))
        better = " / ".join(one for one in hit.suggestions if one)
        yield f"{indent}{marks} {hit.severity} {hit.rule}" + (f" → {better}" if better else "")


_WATCHING = say("RuleTest", "Watching for changes. Press Ctrl+C to end.")
