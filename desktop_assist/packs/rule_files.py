"""Reads checker rules from YAML files. A broken rule costs only itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop_assist.core.checking.compiled_rules import check_words
from desktop_assist.core.checking.patterns import BadPattern
from desktop_assist.core.checking.rules import RULES_FORMAT, Rule, WordList
from desktop_assist.core.language.folding import fold_phrase
from desktop_assist.errors import AssistError
from desktop_assist.packs.events import Document, Place, read_yaml
from desktop_assist.packs.faults import Fault, shortened
from desktop_assist.packs.schema import shaped
from desktop_assist.text import Message, say

_KEYS = ("format", "words", "rules")


@dataclass(slots=True)
class WrittenRules:
    """The rules and word lists of files as they are written, and what is wrong in the files."""

    words: dict[str, WordList] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    placed: dict[str, _Placed] = field(default_factory=dict)

    def rules(self) -> Iterator[Rule]:
        """The rules, not proven yet."""
        return (one.rule for one in self.placed.values())

    def fault(self, rule: Rule, error: AssistError) -> Fault:
        """`error` where it stands in the rule's file."""
        return self.placed[rule.id].fault(error)


@dataclass(frozen=True, slots=True)
class _Placed:
    rule: Rule
    file: Path
    place: Place

    def fault(self, error: AssistError) -> Fault:
        """`error` at the pattern or phrase that it is about, else at the rule."""
        place = self._place_of(error.written) if isinstance(error, BadPattern) else self.place
        hint = error.hint or say("Rules", "Correct the rule.")
        return Fault(self.file, place.line, place.column, error.message, hint)

    def _place_of(self, written: str) -> Place:
        for name in ("patterns", "phrases", "exceptions", "exception_patterns"):
            for position, one in enumerate(getattr(self.rule, name)):
                # The rule set reads phrases in their folded spelling.
                if fold_phrase(one) == fold_phrase(written):
                    return self.place.inside[name].inside[position]
        return self.place


def read_rule_files(files: Iterable[Path]) -> WrittenRules:
    """Everything that `files` hold; what is broken is a fault and left out."""
    written = WrittenRules()
    for file in files:
        document = read_yaml(file)
        wrong = [*_format_faults(document)]
        written.faults += (*document.faults, *document.cuts, *wrong)
        if isinstance(document.root, dict) and not wrong:
            written.faults += _unknown_names(document)
            written.faults += _take_words(document, written.words)
            written.faults += _take_rules(document, written.placed)
    return written


def _format_faults(document: Document) -> Iterator[Fault]:
    root, place = document.root, document.place
    if not isinstance(root, dict):
        if root is not None:
            yield _fault(document, place, *_NOT_A_MAPPING)
        return
    written = root.get("format")
    if not isinstance(written, str) or not re.fullmatch("[0-9]{1,9}", written):
        yield _fault(document, place.inside.get("format", place), *_NO_FORMAT)
    elif int(written) > RULES_FORMAT:
        yield _fault(document, place.inside["format"], *_NEWER)


def _unknown_names(document: Document) -> Iterator[Fault]:
    for name in document.root:
        if name not in _KEYS:
            yield _fault(
                document,
                document.place.inside[name],
                say("Rules", "“{name}” is not a known name.", name=shortened(name)),
                say("Rules", "A file of rules has only “format”, “words” and “rules”."),
            )


def _take_words(document: Document, words: dict[str, WordList]) -> Iterator[Fault]:
    nodes = document.root.get("words", {})
    place = document.place.inside.get("words", document.place)
    if not isinstance(nodes, dict):
        yield _fault(document, place, *_WORDS_NOT_NAMED)
        return
    for name, node in nodes.items():
        listed = shaped(node, place.inside[name], WordList, document.file)
        if isinstance(listed, Fault):
            yield listed
        elif error := _unusable(listed):
            hint = error.hint or say("Rules", "Correct the list.")
            yield _fault(document, place.inside[name], error.message, hint)
        elif name in words:
            yield _fault(document, place.inside[name], *_twice(name))
        else:
            words[name] = listed


def _unusable(listed: WordList) -> AssistError | None:
    try:
        check_words(listed)
    except AssistError as error:
        return error
    return None


def _take_rules(document: Document, placed: dict[str, _Placed]) -> Iterator[Fault]:
    nodes = document.root.get("rules", [])
    place = document.place.inside.get("rules", document.place)
    if not isinstance(nodes, list):
        yield _fault(document, place, *_RULES_NOT_LISTED)
        return
    for position, node in enumerate(nodes):
        start, end = place.inside[position], place.inside.get(position + 1)
        if not document.is_sound(start, end):
            continue
        rule = shaped(node, start, Rule, document.file)
        if isinstance(rule, Fault):
            yield rule
        elif rule.id in placed:
            yield _fault(document, start, *_twice(rule.id))
        else:
            placed[rule.id] = _Placed(rule, document.file, start)


def _fault(document: Document, place: Place, message: Message, hint: Message) -> Fault:
    return Fault(document.file, place.line, place.column, message, hint)


def _twice(name: str) -> tuple[Message, Message]:
    return (
        say("Rules", "“{name}” is already defined; this second one is not used.", name=name),
        say("Rules", "Give it another name, or delete one of the two."),
    )


_NOT_A_MAPPING = (
    say("Rules", "The file does not hold rules."),
    say("Rules", "Begin it with “format: 1”, then “rules:” and a list."),
)
_NO_FORMAT = (
    say("Rules", "The version of the format is missing or no number."),
    say("Rules", "Begin the file with “format: 1”."),
)
_NEWER = (
    say("Rules", "The file is written for a newer version of this program."),
    say("Rules", "Update the program; the other rule files work."),
)
_WORDS_NOT_NAMED = (
    say("Rules", "“words” must hold named lists."),
    say("Rules", "Write a name, and below it “words: [first, second]”."),
)
_RULES_NOT_LISTED = (
    say("Rules", "“rules” must be a list."),
    say("Rules", "Begin each rule with “- id: …”."),
)
