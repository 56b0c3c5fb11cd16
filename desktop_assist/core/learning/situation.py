"""What the customer says in practice, and which replies are models of an answer."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from desktop_assist.core.learning.lesson import QUESTION, Lesson, is_same_language
from desktop_assist.core.replies.library import Entry

SituationKind = Literal["question", "case", "code"]
"""A question that customers ask, a case to meet, a code to remember."""

SITUATION_KINDS: tuple[SituationKind, ...] = get_args(SituationKind)


@dataclass(frozen=True, slots=True)
class Situation:
    """Something to answer.

    `says` are the ways in which the customer may say it; for a code, the title whose `code` is
    wanted. `models` are keys of the replies to compare with.
    """

    key: str
    kind: SituationKind
    title: str
    says: tuple[str, ...]
    models: tuple[str, ...]
    stage: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Voiced:
    """One way of saying it, and the temper in which it is said; None for an even one."""

    text: str
    temper: Lesson | None = None


def situations(
    entries: Iterable[Entry], lessons: Iterable[Lesson], language: str
) -> tuple[Situation, ...]:
    """Everything to practise in `language`: cases, then questions, then codes."""
    spoken = [one for one in entries if is_same_language(one.snippet.language, language)]
    cases = (one for one in lessons if one.kind == "case")
    return (*map(_case, cases), *_questions(spoken), *_codes(spoken))


def voiced(situation: Situation, tempers: Sequence[Lesson], turn: int) -> Voiced:
    """What the customer says at the `turn`-th meeting (from 0): another way, another temper.

    The first meeting is in an even temper, and so is every case, which has a voice of its own.
    """
    text = situation.says[turn % len(situation.says)]
    if situation.kind != "question" or not tempers or not turn:
        return Voiced(text)
    chance = zlib.crc32(f"{situation.key} {turn}".encode())
    temper = tempers[chance % len(tempers)]
    voice = temper.voices[chance // len(tempers) % len(temper.voices)]
    return Voiced(voice.replace(QUESTION, _closed(text)), temper)


def same_code(typed: str, code: str) -> bool:
    """Whether `typed` is the code; letters may be large or small."""
    return typed.strip().casefold() == code.casefold()


def _case(lesson: Lesson) -> Situation:
    return Situation(
        key=f"case:{lesson.key}",
        kind="case",
        title=lesson.title,
        says=(lesson.says,),
        models=lesson.snippets,
        stage=lesson.stage,
    )


def _questions(entries: Iterable[Entry]) -> Iterator[Situation]:
    for entry in entries:
        snippet = entry.snippet
        if snippet.triggers:
            yield Situation(
                key=f"question:{entry.key}",
                kind="question",
                title=snippet.title,
                says=snippet.triggers,
                models=(entry.key,),
                stage=snippet.stage,
            )


def _codes(entries: Iterable[Entry]) -> Iterator[Situation]:
    for entry in entries:
        snippet = entry.snippet
        if snippet.code:
            yield Situation(
                key=f"code:{entry.key}",
                kind="code",
                title=snippet.title,
                says=(snippet.title,),
                models=(entry.key,),
                stage=snippet.stage,
                code=snippet.code,
            )


def _closed(question: str) -> str:
    """`question` with a mark at its end, so that more can follow."""
    if question[-1:] in "。！？!?.…～":
        return question
    return f"{question}？" if any("一" <= one <= "鿿" for one in question) else f"{question}?"
