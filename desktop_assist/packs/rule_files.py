"""Reads checker rules from YAML files. A broken rule costs only itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop_assist.core.checking.compiled_rules import check_words
from desktop_assist.core.checking.patterns import BadPattern
from desktop_assist.core.checking.rules import RULES_FORMAT, Rule, WordList
from desktop_assist.core.language.folding import fold_phrase
from desktop_assist.errors import AssistError
from desktop_assist.packs.events import Document, Place, read_yaml
from desktop_assist.packs.faults import Fault
from desktop_assist.packs.file_format import Complaint, FileFormat, fault_at
from desktop_assist.packs.schema import shaped
from desktop_assist.text import say


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


_OF_PATTERNS = ("patterns", "phrases", "exceptions", "exception_patterns", "unsure_patterns")


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
        for name in _OF_PATTERNS:
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
        wrong = [*_FORMAT.faults(document)]
        written.faults += (*document.faults, *document.cuts, *wrong)
        if isinstance(document.root, dict) and not wrong:
            written.faults += _FORMAT.unknown_names(document)
            written.faults += _take_words(document, written.words)
            written.faults += _take_rules(document, written.placed)
    return written


def _take_words(document: Document, words: dict[str, WordList]) -> Iterator[Fault]:
    nodes = document.root.get("words", {})
    place = document.place.inside.get("words", document.place)
    if not isinstance(nodes, dict):
        yield fault_at(document, place, _WORDS_NOT_NAMED)
        return
    for name, node in nodes.items():
        listed = shaped(node, place.inside[name], WordList, document.file)
        if isinstance(listed, Fault):
            yield listed
        elif error := _unusable(listed):
            hint = error.hint or say("Rules", "Correct the list.")
            yield fault_at(document, place.inside[name], (error.message, hint))
        elif name in words:
            yield fault_at(document, place.inside[name], _twice(name))
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
        yield fault_at(document, place, _RULES_NOT_LISTED)
        return
    for position, node in enumerate(nodes):
        start, end = place.inside[position], place.inside.get(position + 1)
        if not document.is_sound(start, end):
            continue
        rule = shaped(node, start, Rule, document.file)
        if isinstance(rule, Fault):
            yield rule
        elif rule.id in placed:
            yield fault_at(document, start, _twice(rule.id))
        else:
            placed[rule.id] = _Placed(rule, document.file, start)


def _twice(name: str) -> Complaint:
    return (
        say("Rules", "“{name}” is already defined; this second one is not used.", name=name),
        say("Rules", "Give it another name, or delete one of the two."),
    )


_FORMAT = FileFormat(
    newest=RULES_FORMAT,
    assumed=None,
    names=("format", "words", "rules"),
    no_names=(
        say("Rules", "The file does not hold rules."),
        say("Rules", "Begin it with “format: 1”, then “rules:” and a list."),
    ),
    no_version=(
        say("Rules", "The version of the format is missing or no number."),
        say("Rules", "Begin the file with “format: 1”."),
    ),
    newer=lambda _written: (
        say("Rules", "The file is written for a newer version of this program."),
        say("Rules", "Update the program; the other rule files work."),
    ),
    other_name=say("Rules", "A file of rules has only “format”, “words” and “rules”."),
)
_WORDS_NOT_NAMED = (
    say("Rules", "“words” must hold named lists."),
    say("Rules", "Write a name, and below it “words: [first, second]”."),
)
_RULES_NOT_LISTED = (
    say("Rules", "“rules” must be a list."),
    say("Rules", "Begin each rule with “- id: …”."),
)
