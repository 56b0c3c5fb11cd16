"""Rule patterns that cannot run away, and phrases written with choices in them."""

from __future__ import annotations

import itertools
import re

from desktop_assist.errors import AssistError
from desktop_assist.text import say

MOST_STEPS = 20_000
"""How many ways all repeats of one pattern may combine at one place of the text."""
MOST_PHRASES = 2_000

_CHOICE = re.compile(r"\(([^()]*)\)")
_TOKEN = re.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?(?:[:=!]|<[=!]))?)"
    r"|(?P<close>\))|(?P<either>\|)|(?P<repeat>[*+?]\??|\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\}\??)"
    r"|(?P<other>.)",
    re.DOTALL,
)


class BadPattern(AssistError):
    """A rule's pattern or phrase is not one that is safe to run."""


def expand(phrase: str) -> tuple[str, ...]:
    """`(我|我们)不能` as 我不能 and 我们不能; choices do not nest, one may be empty.

    Raises:
        BadPattern: a stray parenthesis, or more than `MOST_PHRASES` phrases.
    """
    parts = _CHOICE.split(phrase)
    choices = [part.split("|") if odd % 2 else [part] for odd, part in enumerate(parts)]
    if any(mark in part for part in parts[::2] for mark in "()|"):
        raise BadPattern(
            say("Rules", "The phrase “{phrase}” has a stray ( or | in it.", phrase=phrase),
            say("Rules", "Write choices as (one|other), and nothing inside them but text."),
        )
    count = 1
    for one in choices:
        count *= len(one)
    if count > MOST_PHRASES:
        raise BadPattern(
            say("Rules", "The phrase “{phrase}” stands for {count} phrases.",
                phrase=phrase, count=count),
            say("Rules", "Write it as several phrases."),
        )  # fmt: skip
    return tuple("".join(one) for one in itertools.product(*choices))


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile `pattern` for folded text, after making sure that its running time is bounded.

    Raises:
        BadPattern: not a regular expression, a repeat without an upper limit, a choice or repeat
            inside a repeat, or repeats that multiply to more than `MOST_STEPS`.
    """
    _refuse_runaway(pattern)
    try:
        return re.compile(pattern)
    except re.error as error:
        raise _bad(pattern, str(error)) from error


def needed_characters(pattern: str) -> frozenset[str]:
    """Characters of which every match of `pattern` holds at least one; empty where unknown.

    It lets a text without them pass for the price of a set comparison.
    """
    depth = 0
    needed: frozenset[str] = frozenset()
    tokens = list(_TOKEN.finditer(pattern))
    for token, following in itertools.zip_longest(tokens, tokens[1:]):
        if token["open"]:
            depth += 1
        elif token["close"]:
            depth -= 1
        elif token["either"] and not depth:
            return frozenset()
        elif not depth and not needed and not (following and _may_be_absent(following)):
            needed = _literal(token)
    return needed


def _may_be_absent(repeat: re.Match[str]) -> bool:
    return bool(repeat["repeat"]) and repeat["repeat"].startswith(("?", "*", "{0", "{,"))


def _literal(token: re.Match[str]) -> frozenset[str]:
    """The characters that a token stands for, where they can be read off it."""
    if token["other"] and token["other"] not in ".^$":
        return frozenset(token["other"])
    if token["escape"] and not token["escape"][1].isalnum():
        return frozenset(token["escape"][1])
    if token["set"] and not any(mark in token["set"] for mark in "^-\\"):
        return frozenset(token["set"][1:-1])
    return frozenset()


def _refuse_runaway(pattern: str) -> None:
    steps = 1
    choices_in_groups = [0]
    just_closed = 0
    for token in _TOKEN.finditer(pattern):
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
                raise _bad(pattern, "a choice or a repeat stands inside a repeat")
            steps *= most - least + 1
            choices_in_groups[-1] += 1
    if steps > MOST_STEPS:
        raise _bad(pattern, "its repeats multiply to too many ways")


def _limits(token: re.Match[str], pattern: str) -> tuple[int, int]:
    mark = token["repeat"].rstrip("?") or "?"
    if mark == "?":
        return 0, 1
    if mark in "*+" or (token["comma"] and not token["most"]):
        raise _bad(pattern, "a repeat has no upper limit; write {0,20} in place of *")
    least = int(token["least"] or 0)
    return least, int(token["most"]) if token["comma"] else least


def _bad(pattern: str, reason: str) -> BadPattern:
    return BadPattern(
        say("Rules", "The pattern “{pattern}” is refused: {reason}.",
            pattern=pattern, reason=reason),
        say("Rules", "Use phrases where they reach, and short, bounded patterns elsewhere."),
    )  # fmt: skip
