"""One page of the reading room, as it is written in a pack and held in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

LESSON_FORMAT = 1
"""The version of the lesson format that this program reads."""

LessonKind = Literal["path", "case", "care", "temper"]
"""A step of the path, a case with questions, a text on strain and feelings, a way of customers."""

KINDS: tuple[LessonKind, ...] = get_args(LessonKind)
QUESTION = "{question}"
"""The place in a temper's voice where the customer's question goes."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page of Markdown.

    `key` (`pack/name`) names it for good. `snippets` are keys of the replies that it speaks of.
    A case has what the customer `says` and `thoughts`, to be read after its questions; a temper
    has `voices`, each with one `QUESTION` in it.
    """

    key: str
    kind: LessonKind
    title: str
    body: str
    language: str
    stage: str = ""
    says: str = ""
    thoughts: str = ""
    voices: tuple[str, ...] = ()
    snippets: tuple[str, ...] = ()


def spoken_in(lessons: Iterable[Lesson], language: str) -> tuple[Lesson, ...]:
    """The lessons in the language of `language` (`zh_CN`, `en`, …); all, where none is in it."""
    kept = tuple(lessons)
    own = tuple(one for one in kept if is_same_language(one.language, language))
    return own or kept


def is_same_language(first: str, second: str) -> bool:
    """Whether two tags name one language, whatever the region: `zh-CN` and `zh_CN`."""
    return _primary(first) == _primary(second)


def next_unread(lessons: Sequence[Lesson], read: Iterable[str]) -> Lesson | None:
    """The first lesson whose key is not in `read`: of the path, then of the other kinds."""
    known = frozenset(read)
    unread = (one for one in lessons if one.key not in known)
    return min(unread, key=lambda one: KINDS.index(one.kind), default=None)


def _primary(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()
