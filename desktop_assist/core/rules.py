"""A checker rule as it is written, and what it needs to run."""

from __future__ import annotations

from typing import Literal

import msgspec

from desktop_assist.core.findings import Severity

RULES_FORMAT = 1
"""The version of the rule format that this program writes and the newest that it reads."""

Scope = Literal["anywhere", "message", "sentence", "clause", "sentence_start", "clause_start"]
"""`message`, `sentence` and `clause`: the hit is all that this part says."""


class WordList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that conditions speak of. A word inside one of `exceptions` does not count."""

    words: tuple[str, ...]
    exceptions: tuple[str, ...] = ()


class Condition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A context that excuses a hit, where everything that it names holds together.

    `quoted`: the hit stands between quotation marks. The others name word lists, each of which
    must have a word: in the `message`, `sentence` or `clause` outside the hit; `before` the hit in
    its clause; `after` the hit in its sentence.
    """

    quoted: bool = False
    message: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def lists(self) -> tuple[str, ...]:
        """Every word list that the condition names."""
        return (*self.message, *self.sentence, *self.clause, *self.before, *self.after)


class Examples(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Texts in which the rule must, and must not, find something."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that is better said otherwise.

    `phrases` and `exceptions` may hold choices, `(我|我们)不能`; a hit inside an exception does not
    count. `patterns` are regular expressions over folded text (lower case, simplified, half
    width). Words of the lists `tail` that follow a hit belong to it, up to three. For scopes other
    than `anywhere` the words of the lists `around` may stand beside it. `better` are replacements
    for the whole hit, the best first; an empty one leaves it out.
    """

    id: str
    family: str
    severity: Severity
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    scope: Scope = "anywhere"
    around: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    unless: tuple[Condition, ...] = ()
    message: str
    why: str = ""
    better: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    examples: Examples
