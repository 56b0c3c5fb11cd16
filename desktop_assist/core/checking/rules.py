"""A checker rule as it is written, and what it needs to run."""

from __future__ import annotations

import itertools
from typing import Literal

import msgspec

from desktop_assist.core.checking.findings import Severity

RULES_FORMAT = 1
"""The version of the rule format that this program writes and the newest that it reads."""

Scope = Literal["anywhere", "message", "sentence", "clause", "sentence_start", "clause_start"]
Replaces = Literal["hit", "clause", "sentence"]
"""`message`, `sentence` and `clause`: the hit is all that this part says."""


Tone = Literal["any", "formal", "warm"]
"""`formal` is for 您好, `warm` for 亲; `any` reads well in both."""

Verification = Literal["", "cn_id", "luhn", "cn_mobile", "bank_card"]
"""What the digits of a hit must be; see `core.language.numbers`."""


class WordList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that conditions speak of. A word inside one of `exceptions` does not count."""

    words: tuple[str, ...]
    exceptions: tuple[str, ...] = ()


class Condition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A context of a hit. It holds where everything that it names holds together.

    `quoted`: the hit stands between quotation marks. The others name word lists, each of which
    must have a word: in the `message`, `sentence` or `clause` outside the hit; `before` the hit in
    its clause; `after` the hit in its sentence; `right_before` and `right_after` touching the hit.
    `lower_to`: where the condition excuses, the finding stays with this severity.
    """

    quoted: bool = False
    message: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    right_before: tuple[str, ...] = ()
    right_after: tuple[str, ...] = ()
    lower_to: Severity | None = None

    @property
    def lists(self) -> tuple[str, ...]:
        """Every word list that the condition names."""
        inside = (*self.message, *self.sentence, *self.clause)
        return (*inside, *self.before, *self.after, *self.right_before, *self.right_after)


class Better(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Replacements for the whole hit by tone, the best first; an empty one leaves it out."""

    any: tuple[str, ...] = ()
    formal: tuple[str, ...] = ()
    warm: tuple[str, ...] = ()

    def in_order(self, tone: Tone = "any") -> tuple[str, ...]:
        """Every replacement once: those of `tone`, then those for any, then the others."""
        by_tone = {"any": self.any, "formal": self.formal, "warm": self.warm}
        ordered = (by_tone.pop(tone), *by_tone.values())
        return tuple(dict.fromkeys(one for ways in ordered for one in ways))


Said = str | dict[str, str]
"""One text, or the same by language tag."""


class Examples(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Texts in which the rule must, and must not, find something."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that is better said otherwise.

    `phrases` and `exceptions` may hold choices, `(我|我们)不能`, and word lists, `<<agent>>不能`; a
    hit inside an exception, or inside a match of `exception_patterns`, does not count. `patterns`
    are regular expressions over folded text (lower case, simplified, half width) and may hold word
    lists too. Of a pattern with a group `hit` that group alone is the hit; `verify` looks at the
    digits of the group `digits`, or of the whole hit. Words of the lists `tail` that follow a hit
    belong to it, up to three. For scopes other than `anywhere` the words of the lists `around` may
    stand beside it. A hit counts where one of `only` holds, if there are any, and none of
    `unless`. `platforms`: where the rule is in force; everywhere without any. `link`: a page that
    says more. `message` and `why` may be given by language: `{zh-CN: …, en: …}`. A `doubtful` rule
    is silent in messages that the second opinion is sure are fine; a hit inside a match of
    `unsure_patterns` counts only in those that it is sure do harm.
    Where `better` is a sentence, `replaces: clause` or `sentence` lets it take the place of the
    hit's whole clause or sentence, which the finding then covers, see `reach`.
    """

    id: str
    family: str
    severity: Severity
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    verify: Verification = ""
    exceptions: tuple[str, ...] = ()
    exception_patterns: tuple[str, ...] = ()
    unsure_patterns: tuple[str, ...] = ()
    scope: Scope = "anywhere"
    around: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    only: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    message: Said
    why: Said = ""
    link: str = ""
    better: tuple[str, ...] | Better = ()
    languages: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    doubtful: bool = False
    replaces: Replaces = "hit"
    examples: Examples

    def told(self, *, chinese: bool) -> tuple[str, str]:
        """`message` and `why` for a text with Chinese letters, or for another."""
        return _in_language(self.message, chinese), _in_language(self.why, chinese)

    def ways(self, tone: Tone = "any") -> tuple[str, ...]:
        """The replacements of `better` that suit `tone` first, then the others."""
        return self.better.in_order(tone) if isinstance(self.better, Better) else self.better


def _in_language(said: Said, chinese: bool) -> str:
    if isinstance(said, str):
        return said
    fitting = (text for tag, text in said.items() if tag.startswith("zh") is chinese)
    return next(itertools.chain(fitting, said.values()), "")
