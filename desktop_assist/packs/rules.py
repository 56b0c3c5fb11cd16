"""Loads checker rules: proven ones as they were kept, others from their files."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from msgspec import structs

from desktop_assist.core.checking import checker
from desktop_assist.core.checking.rules import Examples
from desktop_assist.packs.faults import Fault
from desktop_assist.packs.opinions import read_opinions
from desktop_assist.packs.proven_rules import Proven, ProvenRules, is_own, shipped_of

_NO_EXAMPLES = Examples(bad=(), good=())


class RuleSet(checker.RuleSet):
    """Rules out of files."""

    faults: tuple[Fault, ...] = ()
    """What is wrong in the files; the other rules work."""

    @classmethod
    def load(cls, paths: Iterable[Path], cache: Path | None = None) -> RuleSet:
        """The rules of files and of the `*.yaml` below folders. Never raises.

        With a folder `cache` files that have not changed are neither read nor proven again.
        """
        return load_rules(paths, cache).ruleset


@dataclass(frozen=True, slots=True)
class RulesReading:
    """The rules that work, and every fault of those that do not."""

    ruleset: RuleSet
    faults: tuple[Fault, ...] = ()


def load_rules(paths: Iterable[Path], cache: Path | None = None) -> RulesReading:
    """The rules of files and of the `*.yaml` below folders, word lists shared between all.

    Never raises: a file, word list or rule that is broken is a fault, and the others work. Files
    that the program came with were proven before; with a folder `cache` other sound files that
    have not changed are neither read nor proven again.
    """
    paths = list(paths)
    with _uncollected():
        reading = _load(paths, cache)
        opinions, faults = read_opinions(paths)
    if opinions:
        reading.ruleset.opinions = opinions
    if faults:
        reading.ruleset.faults = (*reading.faults, *faults)
        return RulesReading(reading.ruleset, reading.ruleset.faults)
    return reading


@contextmanager
def _uncollected() -> Iterator[None]:
    """While rules load nothing becomes garbage, and looking for it takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(paths: Sequence[Path], cache: Path | None) -> RulesReading:
    files = list(_files(paths))
    alone = len(paths) == 1 and is_own(paths[0])
    if alone and (shipped := shipped_of(paths[0], files)):
        return RulesReading(_trusted(shipped))
    proven = ProvenRules(cache, files) if cache else None
    if proven and (known := proven.read()):
        return RulesReading(_trusted(known))
    reading, made = prove_rules(files)
    if proven and made:
        proven.write(made)
    return reading


def _trusted(proven: Proven) -> RuleSet:
    return RuleSet.trusted(proven.rules, proven.words, proven.known)


def prove_rules(files: Iterable[Path]) -> tuple[RulesReading, Proven | None]:
    """Read and prove the rules of `files`; what may be kept of them, None where one is broken."""
    # What reads YAML is large, and proven rules are read without it.
    from desktop_assist.packs.rule_files import read_rule_files  # noqa: PLC0415

    written = read_rule_files(files)
    ruleset, refused = RuleSet.prove(written.rules(), written.words)
    faults = (*written.faults, *(written.fault(one.rule, one.error) for one in refused))
    ruleset.faults = faults
    reading = RulesReading(ruleset, faults)
    if faults:
        return reading, None
    # The examples have done their work.
    rules = [structs.replace(one.rule, examples=_NO_EXAMPLES) for one in ruleset.rules]
    return reading, Proven(rules=rules, words=written.words, known=ruleset.known())


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob("*.yaml"))
        else:
            yield path
