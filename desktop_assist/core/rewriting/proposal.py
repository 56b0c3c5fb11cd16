"""A better sentence for a part of a draft, and the sentences that a draft consists of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.language.facts import EMOJI, KAOMOJI, same_facts
from desktop_assist.core.replies.snippet import Field


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Put `text` in place of the code points from `start` to `end`.

    With `slots` the text is a template and must be filled through `Templates` before it is used;
    without, it is used as it is. `note` says why, in the draft's language.
    """

    start: int
    end: int
    text: str
    slots: tuple[Field, ...] = ()
    note: str = ""

    def is_safe_in(self, draft: str) -> bool:
        """Whether it changes something, and no fact, and nothing in it is read as a template."""
        old = draft[self.start : self.end]
        written = re.sub(r"\{\{ (\w+) \}\}", "", self.text) if self.slots else ""
        return old != self.text and "{" not in written and same_facts(old, self.text)


_SENTENCE = re.compile(r"(?:[^。！？!?；;\n….]|\.(?=\S))+(?:[。！？!?；;….]+|(?=\n)|$)")
_TAIL = re.compile(rf"(?:[\s。！？!?；;….~～]|{EMOJI}|{KAOMOJI})*$")
_KEPT = re.compile(f"{EMOJI}|{KAOMOJI}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of `draft`: `core` from `start`, then closing marks and emoji up to `end`."""

    draft: str
    start: int
    core_end: int
    end: int

    @property
    def core(self) -> str:
        return self.draft[self.start : self.core_end]

    @property
    def closing(self) -> str:
        return self.draft[self.core_end : self.end]

    @property
    def emoji(self) -> str:
        """What is kept of the closing."""
        return "".join(_KEPT.findall(self.closing))

    @property
    def others(self) -> str:
        """The rest of the draft."""
        return f"{self.draft[: self.start]}\n{self.draft[self.end :]}"

    def holds_any(self, findings: Iterable[Finding]) -> bool:
        """Whether one of `findings` lies in it, wholly or in part."""
        return any(one.start < self.end and one.end > self.start for one in findings)

    def rewritten(self, text: str, slots: tuple[Field, ...], note: str) -> Rewrite:
        """The whole sentence said as `text`; its emoji stay."""
        return Rewrite(self.start, self.end, text + self.emoji, slots, note)


def sentences(draft: str) -> Iterator[Sentence]:
    """The sentences of `draft` that say something, in order."""
    for found in _SENTENCE.finditer(draft):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        end = _with_emoji(draft, found.end())
        tail = _TAIL.search(draft, start, end)
        core_end = tail.start() if tail else end
        if core_end > start:
            yield Sentence(draft, start, core_end, end)


def _with_emoji(draft: str, end: int) -> int:
    """Where the emoji right after a sentence's closing mark end."""
    found = re.compile(f"(?:{EMOJI})+(?=\\s|$)").match(draft, end)
    return found.end() if found else end
