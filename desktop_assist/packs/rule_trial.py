"""One file of rules, tried out: which rules load, and what each makes of its own examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import msgspec

from desktop_assist.core.checking.checker import Checker, RuleSet
from desktop_assist.core.checking.compiled_rules import check_words
from desktop_assist.core.checking.findings import Finding, Level
from desktop_assist.core.checking.rules import Examples, Rule, WordList
from desktop_assist.errors import AssistError
from desktop_assist.packs.events import Document, Place, read_yaml
from desktop_assist.packs.faults import Fault
from desktop_assist.packs.rules import load_rules
from desktop_assist.packs.schema import shaped


@dataclass(frozen=True, slots=True)
class FailedExample:
    """An example that is found fault with or not, against what the rule says of it.

    `hits` are what the rule found; a bad example fails without any, a good one with some.
    """

    text: str
    is_bad: bool
    hits: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class TriedRule:
    """A rule that can be run, and its examples that fail. It loads where there are none."""

    rule: Rule
    failed: tuple[FailedExample, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of a file of rules.

    `faults` hold everything but the failed examples; `checker` runs every rule of the file that
    can be run, even where its examples fail.
    """

    rules: tuple[TriedRule, ...]
    faults: tuple[Fault, ...]
    checker: Checker


def try_rules(file: Path, others: Iterable[Path]) -> Trial:
    """Load `file` beside the rules and word lists of `others`, folders or files. Never raises.

    Where both name a rule or a list, that of `file` counts.
    """
    beside = [one for one in _files(others) if not _is_same(one, file)]
    documents = [read_yaml(one) for one in (file, *beside)]
    words = _words(documents)
    placed = {rule.id: (rule, place) for rule, place in _rules(documents[0])}
    rules = [rule for rule, _ in placed.values()]
    ruleset, _ = RuleSet.prove(
        (msgspec.structs.replace(one, examples=_NO_EXAMPLES) for one in rules), words
    )
    running = {one.rule.id for one in ruleset.rules}
    reading = load_rules([file, *beside])
    loaded = {one.rule.id: one.rule for one in reading.ruleset.rules}
    tried = [_tried(rule, ruleset) for rule in rules if rule.id in running]
    told = {placed[one.rule.id][1][:2] for one in tried if one.failed}
    faults = (one for one in reading.faults if one.file == file)
    return Trial(
        tuple(one for one in tried if one.failed or loaded.get(one.rule.id) == one.rule),
        tuple(one for one in faults if (one.line, one.column) not in told),
        Checker(ruleset),
    )


_NO_EXAMPLES = Examples(bad=(), good=())


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.yaml")) if path.is_dir() else [path]


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _words(documents: Iterable[Document]) -> Mapping[str, WordList]:
    found: dict[str, WordList] = {}
    for document in documents:
        nodes = document.root.get("words") if isinstance(document.root, dict) else None
        if not isinstance(nodes, dict):
            continue
        for name, node in nodes.items():
            place = document.place.inside["words"].inside[name]
            listed = shaped(node, place, WordList, document.file)
            if isinstance(listed, WordList) and _is_usable(listed):
                found.setdefault(name, listed)
    return MappingProxyType(found)


def _is_usable(listed: WordList) -> bool:
    try:
        check_words(listed)
    except AssistError:
        return False  # `load_rules` tells of it
    return True


def _rules(document: Document) -> Iterator[tuple[Rule, Place]]:
    """The sound rules of a file, each id once, with their places."""
    nodes = document.root.get("rules") if isinstance(document.root, dict) else None
    if not isinstance(nodes, list):
        return
    seen: set[str] = set()
    places = document.place.inside["rules"].inside
    for position, node in enumerate(nodes):
        start, end = places[position], places.get(position + 1)
        rule = shaped(node, start, Rule, document.file) if document.is_sound(start, end) else None
        if isinstance(rule, Rule) and rule.id not in seen:
            seen.add(rule.id)
            yield rule, start


def _tried(rule: Rule, ruleset: RuleSet) -> TriedRule:
    off: dict[tuple[str, str], Level] = {
        ("", one.rule.id): "off" for one in ruleset.rules if one.rule.id != rule.id
    }
    checker = Checker(ruleset, levels=off)
    bad = (FailedExample(text, True, tuple(checker.check(text))) for text in rule.examples.bad)
    good = (FailedExample(text, False, tuple(checker.check(text))) for text in rule.examples.good)
    failed = [one for one in (*bad, *good) if bool(one.hits) != one.is_bad]
    return TriedRule(rule, tuple(failed))
