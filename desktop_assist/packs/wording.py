"""The wording of a pack: what the checker finds in its texts, by the lines of its YAML files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_assist.core.checking.findings import Finding
from desktop_assist.packs.complaints import LINE_END
from desktop_assist.packs.events import Place
from desktop_assist.packs.faults import Fault
from desktop_assist.packs.reader import Contents, Placed
from desktop_assist.text import Message, say

Find = Callable[[str], list[Finding]]

_PRINTED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_SILENT = re.compile(r"\{%.*?%\}", re.DOTALL)
# A letter that no rule speaks of stands for what will be filled in; the folding drops the rest.
_SOME_LETTER = "\u3400"
_NOTHING = "\u200b"
_AFTER_ALL = (10**9, 0)


@dataclass(frozen=True, slots=True)
class WrittenFinding:
    """A finding where it is written: `line` from 1, `start` and `end` in code points of that line.

    Where YAML writes the text in another way, as with escapes or folded lines, it is the place of
    the whole text.
    """

    file: Path
    line: int
    start: int
    end: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Wording:
    """What the checker says of a pack, and every `ignore` that excuses nothing."""

    findings: tuple[WrittenFinding, ...]
    idle_ignores: tuple[Fault, ...]


def wording(contents: Contents, find: Find, is_looked_for: Callable[[str], bool]) -> Wording:
    """Check every text of every sound snippet; `is_looked_for` tells which rules `find` goes by.

    What a placeholder will be filled with is not known, so it counts as some plain word.
    """
    findings: list[WrittenFinding] = []
    idle: list[Fault] = []
    sources: dict[Path, _Source] = {}
    for placed in contents.snippets:
        if placed.file not in sources:
            sources[placed.file] = _Source(placed.file, contents.snippets)
        source = sources[placed.file]
        met: set[str] = set()
        for place, text in texts(placed):
            for finding in find_in_template(text, find):
                met.add(finding.rule)
                if finding.rule not in excused(placed):
                    findings.append(source.written(place, text, finding))
        idle += _idle_ignores(placed, met, is_looked_for)
    return Wording(tuple(findings), tuple(idle))


def texts(placed: Placed) -> Iterator[tuple[Place, str]]:
    """Every text of a snippet that can be pasted, with the place where it is written."""
    inside, snippet = placed.place.inside, placed.snippet
    if snippet.body:
        yield inside["body"], snippet.body
    for name in ("messages", "alternatives"):
        for position, text in enumerate(getattr(snippet, name)):
            yield inside[name].inside[position], text
    for name in ("tones", "translations"):
        for key, text in getattr(snippet, name).items():
            yield inside[name].inside[key], text


def find_in_template(text: str, find: Find) -> list[Finding]:
    """The findings of `find` in `text`, in which `{{ … }}` and `{% … %}` are no findings."""
    masked = _PRINTED.sub(lambda one: _hidden(one[0], _SOME_LETTER * 2), text)
    masked = _SILENT.sub(lambda one: _hidden(one[0], ""), masked)
    return [replace(one, text=text[one.start : one.end]) for one in find(masked)]


def excused(placed: Placed) -> frozenset[str]:
    """The rules that the snippet sets aside with a reason."""
    return frozenset(rule for rule, why in placed.snippet.ignore.items() if why.strip())


def _hidden(placeholder: str, shown: str) -> str:
    return shown + _NOTHING * (len(placeholder) - len(shown))


def _idle_ignores(
    placed: Placed, met: set[str], is_looked_for: Callable[[str], bool]
) -> Iterator[Fault]:
    for rule in sorted(excused(placed) - met):
        if is_looked_for(rule):
            place = placed.place.inside["ignore"].inside[rule]
            yield Fault(placed.file, place.line, place.column, *_idle(rule))


def _idle(rule: str) -> tuple[Message, Message]:
    return (
        say("Packs", "The rule “{rule}” finds nothing here to ignore.", rule=rule),
        say("Packs", "Remove it from “ignore”, or correct its name."),
    )


class _Source:
    """A YAML file as it is written, to point at words inside its texts."""

    def __init__(self, file: Path, snippets: Sequence[Placed]) -> None:
        self._file = file
        self._lines = LINE_END.split(file.read_text("utf-8-sig"))
        here = (one.place for one in snippets if one.file == file)
        self._places = sorted({spot for place in here for spot in _spots(place)})

    def written(self, place: Place, text: str, finding: Finding) -> WrittenFinding:
        """`finding`, which was made in `text`, at the line of the file that holds it."""
        words = finding.text.split("\n")[0]
        count = text.count(words, 0, finding.start) if words else 0
        line, start = self._occurrence(place, words, count) or (place.line, place.column - 1)
        return WrittenFinding(self._file, line, start, start + len(finding.text), finding)

    def _occurrence(self, place: Place, words: str, skipped: int) -> tuple[int, int] | None:
        """Where `words` stand for the time after `skipped` others, within the text at `place`."""
        first = (place.line, place.column)
        last = next((spot for spot in self._places if spot > first), _AFTER_ALL)
        for number in range(place.line, min(last[0], len(self._lines)) + 1):
            line = self._lines[number - 1]
            at = place.column - 1 if number == place.line else 0
            end = last[1] - 1 if number == last[0] else len(line)
            while words and (at := line.find(words, at, end)) >= 0:
                if not skipped:
                    return number, at
                skipped -= 1
                at += len(words)
        return None


def _spots(place: Place) -> Iterator[tuple[int, int]]:
    yield place.line, place.column
    for inner in place.inside.values():
        yield from _spots(inner)
