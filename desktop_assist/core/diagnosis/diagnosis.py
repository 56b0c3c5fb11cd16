"""A diagnosis: chapters of checks, each with what was found and what mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_assist.text import Message

FORMAT = 1
"""The version of the document that `Diagnosis.document` makes."""

Translate = Callable[[str, str], str]
"""From context and English source to the sentence in the reader's language."""


class State(StrEnum):
    """How a thing stands, the worst last."""

    FINE = "fine"
    UNKNOWN = "unknown"
    LIMITED = "limited"
    BROKEN = "broken"


def as_is(text: str) -> Message:
    """A name or a number, the same in every language."""
    return Message("", "{text}", {"text": text})


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `name` is stable, for programs that read the document.

    `mend` says what to do about it, and `command` is a line for a terminal that does it.
    """

    name: str
    title: Message
    state: State
    found: Message
    mend: Message | None = None
    command: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Checks that belong together."""

    title: Message
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Everything that was looked at."""

    chapters: tuple[Chapter, ...]

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks of all chapters."""
        return tuple(check for chapter in self.chapters for check in chapter.checks)

    @property
    def worst(self) -> State:
        """How the worst of them stands; `FINE` where nothing was looked at."""
        order = list(State)
        return max((check.state for check in self.checks), key=order.index, default=State.FINE)

    @property
    def troubles(self) -> tuple[Check, ...]:
        """Those that do not work, or not fully."""
        return tuple(one for one in self.checks if one.state in (State.LIMITED, State.BROKEN))

    def document(self, translate: Translate) -> dict[str, object]:
        """The same for another program: `{format, state, checks: [{name, state, found, …}]}`."""
        checks = [
            {
                "name": check.name,
                "state": check.state.value,
                "title": check.title.spoken(translate),
                "found": check.found.spoken(translate),
                "mend": "" if check.mend is None else check.mend.spoken(translate),
                "command": check.command,
            }
            for check in self.checks
        ]
        return {"format": FORMAT, "state": self.worst.value, "checks": checks}

    def lines(self, translate: Translate) -> Iterator[str]:
        """The same for people: a line a check, what mends it beneath."""
        for number, chapter in enumerate(self.chapters):
            if number:
                yield ""
            yield chapter.title.spoken(translate)
            for check in chapter.checks:
                yield from _lines(check, translate)


MARKS = {State.FINE: "✓", State.UNKNOWN: "?", State.LIMITED: "!", State.BROKEN: "✗"}
"""One character for each state."""


def _lines(check: Check, translate: Translate) -> Iterator[str]:
    title, found = check.title.spoken(translate), check.found.spoken(translate)
    yield f"  {MARKS[check.state]} {title}: {found}"
    if check.mend is not None:
        yield f"      {check.mend.spoken(translate)}"
    if check.command:
        yield f"      $ {check.command}"
