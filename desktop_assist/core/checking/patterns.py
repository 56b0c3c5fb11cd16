"""Phrases written with choices and word lists in them, and patterns that cannot run away."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from desktop_assist.core.checking.pattern_shape import (
    NO_UPPER_LIMIT,
    TOKEN,
    Shape,
    UnknownShape,
    shape_of,
)
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say

MOST_STEPS = 20_000
"""How many ways all repeats of one pattern may combine at one place of the text."""
MOST_WAYS = 200_000
"""How many ways the choices of one pattern may combine at one place of the text."""
MOST_PHRASES = 2_000
MOST_WIDTH = 1_000
"""How many characters one match of a pattern may look at."""

LIST_NAME = re.compile(r"<<([A-Za-z0-9_-]+)>>")
"""A word list inside a phrase or pattern."""

_CHOICE = re.compile(r"\(([^()]*)\)")
_NO_LISTS: Mapping[str, Sequence[str]] = {}
_NONE_KNOWN: Mapping[str, Shape] = {}


class BadPattern(AssistError):
    """A rule's pattern or phrase, `written`, is not one that is safe to run."""

    def __init__(self, message: Message, hint: Message, written: str) -> None:
        super().__init__(message, hint)
        self.written = written


class BoundedPattern:
    """A regular expression that cannot run away; made ready when it is first needed."""

    __slots__ = ("_compiled", "shape", "written")

    def __init__(self, written: str, shape: Shape, compiled: re.Pattern[str] | None = None) -> None:
        self.written = written
        self.shape = shape
        self._compiled = compiled

    @property
    def expression(self) -> re.Pattern[str]:
        # Two threads may both compile it: the same comes out.
        if self._compiled is None:
            self._compiled = re.compile(self.written)
        return self._compiled


KnownShapes = Mapping[str, Shape]
"""Shapes of patterns that were found sound before, by their text: they are not looked at again."""


def expand(phrase: str, lists: Mapping[str, Sequence[str]] = _NO_LISTS) -> tuple[str, ...]:
    """`(我|我们)不能` as 我不能 and 我们不能; choices do not nest, one may be empty.

    `<<name>>` is a choice of the words of `lists[name]`.

    Raises:
        BadPattern: a stray parenthesis, more than `MOST_PHRASES` phrases, or an unknown list.
    """
    choices = choices_in(phrase, lists)
    count = math.prod(map(len, choices))
    if count > MOST_PHRASES:
        raise BadPattern(
            say("Rules", "The phrase “{phrase}” stands for {count} phrases.",
                phrase=phrase, count=count),
            say("Rules", "Write it as several phrases, or as a pattern."),
            phrase,
        )  # fmt: skip
    return tuple("".join(one) for one in itertools.product(*choices))


def choices_in(phrase: str, lists: Mapping[str, Sequence[str]] = _NO_LISTS) -> list[Sequence[str]]:
    """The parts of `phrase` in turn, each a choice of texts; plain text is a choice of one.

    Raises:
        BadPattern: a stray parenthesis, or an unknown list.
    """
    choices: list[Sequence[str]] = []
    for odd, part in enumerate(LIST_NAME.split(phrase)):
        choices += [_words(part, phrase, lists)] if odd % 2 else _choices(part, phrase)
    return choices


def compile_choices(
    phrase: str, choices: Iterable[Sequence[str]], known: KnownShapes = _NONE_KNOWN
) -> BoundedPattern:
    """The expression of a `phrase` that stands for too many phrases to write them out.

    Raises:
        BadPattern: its choices can be combined in too many ways at one place of the text.
    """
    written = "".join(_either(tuple(one)) for one in choices)
    if written in known:
        return BoundedPattern(written, known[written])
    return _sound(phrase, written)


def _choices(part: str, phrase: str) -> list[Sequence[str]]:
    split = _CHOICE.split(part)
    if any(mark in text for text in split[::2] for mark in "()|"):
        raise BadPattern(
            say("Rules", "The phrase “{phrase}” has a stray ( or | in it.", phrase=phrase),
            say("Rules", "Write choices as (one|other), and nothing inside them but text."),
            phrase,
        )
    return [one.split("|") if odd % 2 else [one] for odd, one in enumerate(split)]


def _words(name: str, place: str, lists: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if name not in lists:
        raise BadPattern(
            say("Rules", "“{phrase}” names the word list “{name}”, which is not there.",
                phrase=place, name=name),
            say("Rules", "Add the list under words:, or correct the name."),
            place,
        )  # fmt: skip
    return lists[name]


def compile_pattern(
    pattern: str,
    lists: Mapping[str, Sequence[str]] = _NO_LISTS,
    known: KnownShapes = _NONE_KNOWN,
) -> BoundedPattern:
    """Compile `pattern` for folded text, after making sure that its running time is bounded.

    `<<name>>` is one of the words of `lists[name]`.

    Raises:
        BadPattern: not a regular expression, a repeat without an upper limit, a choice or repeat
            inside a repeat, repeats that multiply to more than `MOST_STEPS`, an unknown list.
    """
    written = LIST_NAME.sub(lambda one: _either(tuple(_words(one[1], pattern, lists))), pattern)
    if written in known:
        return BoundedPattern(written, known[written])
    _refuse_runaway(pattern, LIST_NAME.sub("(?:a|b)", pattern))
    return _sound(pattern, written)


def _sound(pattern: str, written: str) -> BoundedPattern:
    try:
        compiled = re.compile(written)
        shape = shape_of(written)
    except re.error as error:
        raise _bad(pattern, _no_expression(error)) from error
    except UnknownShape as error:
        raise _bad(pattern, error.reason) from error
    if shape.width > MOST_WIDTH:
        raise _bad(pattern, say("Rules", "it is too long"))
    if shape.ways > MOST_WAYS:
        raise _bad(pattern, say("Rules", "its choices multiply to too many ways"))
    return BoundedPattern(written, shape, compiled)


def _no_expression(error: re.error) -> Message:
    if error.pos is None:
        return say("Rules", "it is no regular expression")
    return say("Rules", "it is no regular expression from character {place} on",
               place=error.pos + 1)  # fmt: skip


@lru_cache(maxsize=512)
def _either(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return re.escape(words[0])
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def _refuse_runaway(pattern: str, written: str) -> None:
    steps = 1
    choices_in_groups = [0]
    just_closed = 0
    for token in TOKEN.finditer(written):
        closed, just_closed = just_closed, 0
        if token["open"]:
            choices_in_groups.append(0)
        elif token["close"] and len(choices_in_groups) > 1:
            just_closed = choices_in_groups.pop()
            choices_in_groups[-1] += just_closed
        elif token["either"]:
            choices_in_groups[-1] += 1
        elif token["repeat"]:
            least, most = _limits(token, pattern)
            if most > 1 and closed:
                raise _bad(pattern, say("Rules", "a choice or a repeat stands inside a repeat"))
            steps *= most - least + 1
            choices_in_groups[-1] += 1
    if steps > MOST_STEPS:
        raise _bad(pattern, say("Rules", "its repeats multiply to too many ways"))


def _limits(token: re.Match[str], pattern: str) -> tuple[int, int]:
    mark = token["repeat"].rstrip("?") or "?"
    if mark == "?":
        return 0, 1
    if mark in "*+" or (token["comma"] and not token["most"]):
        raise _bad(pattern, NO_UPPER_LIMIT)
    least = int(token["least"] or 0)
    return least, int(token["most"]) if token["comma"] else least


def _bad(pattern: str, reason: Message) -> BadPattern:
    return BadPattern(
        say("Rules", "The pattern “{pattern}” is refused: {reason}.",
            pattern=pattern, reason=reason),
        say("Rules", "Use phrases where they reach, and short, bounded patterns elsewhere."),
        pattern,
    )  # fmt: skip
