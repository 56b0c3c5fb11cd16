"""Which rules a check goes by, and which of its findings are wanted."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_assist.bundled import resources
from desktop_assist.cli.desk import Desk
from desktop_assist.core.checking.findings import SEVERITIES, Finding, Severity
from desktop_assist.core.checking.levels import weights_in
from desktop_assist.errors import AssistError
from desktop_assist.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from desktop_assist.core.checking.checker import RuleSet

PACK_FAMILY = "pack"
"""The family of faults that are not wording: those of a pack's files."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rules that are ready, and what is wanted of what they find.

    `is_looked_for` tells of a rule's id whether `find` would find it, `broken` whether a file of
    rules that was asked for has a fault; `families` is empty where every family is wanted.
    """

    find: Callable[[str], list[Finding]]
    is_looked_for: Callable[[str], bool]
    broken: bool
    families: frozenset[str]
    least: Severity

    def wants(self, finding: Finding) -> bool:
        """Whether its family was asked for and it weighs enough."""
        heavy = SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.least)
        return heavy and (not self.families or finding.family in self.families)


def rulebook(arguments: argparse.Namespace, desk: Desk) -> Rulebook:
    """The rules that `--rules`, `--only-rules`, `--family` and `--platform` ask for.

    A family that is asked for counts, whatever the settings say.

    Raises:
        AssistError: no rule has such a family.
    """
    shipped = [] if arguments.only_rules else [resources() / "rules"]
    asked = [*arguments.only_rules, *arguments.rules]
    reading = desk.rules([*shipped, *asked])
    ruleset = reading.ruleset
    chosen = frozenset(arguments.family)
    _refuse_unknown(chosen, (*ruleset.families, PACK_FAMILY))
    settings = desk.settings()
    weights = weights_in(settings.levels, [arguments.platform])
    off = {*settings.families_off, *(one for one, level in weights.items() if level == "off")}
    if chosen:
        off = {*ruleset.families} - chosen
    heavy = {family: level for family, level in weights.items() if level != "off"}
    return Rulebook(
        find=desk.checker(
            ruleset,
            frozenset(off),
            heavy,
            arguments.platform,
            second_opinion=settings.second_opinion,
        ),
        is_looked_for=_looked_for(ruleset, off, arguments),
        broken=any(fault.file.is_relative_to(path) for fault in reading.faults for path in asked),
        families=chosen,
        least=arguments.min_severity,
    )


def _looked_for(
    ruleset: RuleSet, off: Container[str], arguments: argparse.Namespace
) -> Callable[[str], bool]:
    rules = [one.rule for one in ruleset.rules]
    known = {rule.id for rule in rules}
    elsewhere = {rule.id for rule in rules if arguments.platform and rule.platforms}
    active = {rule.id for rule in rules if rule.family not in off} - elsewhere
    # A name that no rule has is mistaken, unless its rule may have been left aside.
    partial = bool(arguments.only_rules or arguments.family)
    return lambda rule: rule in active or not (rule in known or partial)


def _refuse_unknown(chosen: frozenset[str], known: tuple[str, ...]) -> None:
    if unknown := sorted(chosen - set(known)):
        raise AssistError(
            say("Check", "No rule belongs to the family “{family}”.", family=unknown[0]),
            say("Check", "Choose from: {families}.", families=", ".join(dict.fromkeys(known))),
        )
