"""A second opinion where lists of phrases end: a linear model over the words of a message.

Blame, sarcasm and promises come in endless wordings. The model gives a message the sum of the
weights of what stands in it, which can be read, and points at the stretch that weighed most. It
speaks up, with a hint, where no rule did and it is sure that the message harms; and it makes a
doubtful rule hold its tongue where it is sure that the message is fine.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from desktop_assist.core.checking.opinion_grams import (
    each_feature,
    features,
    how_many,
    placed,
    places_of,
    words_of,
)
from desktop_assist.decoding import decode

OPINION_FORMAT = 2

FEW_WORDS = 5
"""With `BEGIN` and `END`; so short a message may consist of words that the model has not read."""
FEWEST_CHARACTERS = 2
"""A shorter stretch says nothing by itself."""

_CHINESE = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z]{2,}")
# From the first letter or number to the last.
_WORDED = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_CLAUSE_END = frozenset("，,。.！!？?；;、…~\n")


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a finding of a family says."""

    message: str
    why: str


class Family(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much each feature of a stretch speaks for one family of faults.

    Without a `wording` the family is left to its rules.
    """

    wording: Wording | None
    bias: float
    weights: dict[str, float]


class OpinionModel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the training wrote.

    A message whose score is `tells` or more harms; one whose score is below `calms` is fine. What
    a message of few words says has to weigh `evidence` or more besides.
    """

    format: int = OPINION_FORMAT
    language: str
    tells: float
    calms: float
    evidence: float | None = None
    bias: float
    weights: dict[str, float]
    families: dict[str, Family]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model thinks of a message."""

    score: float
    harms: bool
    is_fine: bool


@dataclass(frozen=True, slots=True)
class Suspect:
    """The stretch of the folded text that weighed most, and the family that it speaks for."""

    start: int
    end: int
    family: str
    wording: Wording | None


class SecondOpinion:
    """Judges messages by a trained model. Holds no state, so threads may share it."""

    def __init__(self, model: OpinionModel) -> None:
        self._model = model

    @classmethod
    def from_json(cls, data: bytes) -> SecondOpinion:
        """Read a model.

        Raises:
            msgspec.DecodeError: the data is not one.
        """
        return cls(decode(data, OpinionModel))

    @property
    def families(self) -> tuple[str, ...]:
        """The families that it can speak of."""
        return tuple(self._model.families)

    @property
    def reads_chinese(self) -> bool:
        """Whether it has learnt from Chinese messages."""
        return self._model.language.startswith("zh")

    def speaks(self, text: str) -> bool:
        """Whether `text` is in the language that the model has learnt."""
        return is_chinese(text) is self.reads_chinese

    def judge(self, folded: str) -> Judgement:
        """Judge a whole message, folded."""
        words, model = words_of(folded), self._model
        score = self._score_of(words)
        harms = score >= model.tells and (
            model.evidence is None or len(words) > FEW_WORDS or score - model.bias >= model.evidence
        )
        return Judgement(score, harms, score < model.calms)

    def score(self, folded: str) -> float:
        """How much a message harms, about 0 where it may or may not."""
        return self._score_of(words_of(folded))

    def _score_of(self, words: list[str]) -> float:
        model = self._model
        return _score(each_feature(words), how_many(words), model.bias, model.weights)

    def suspect(self, folded: str) -> Suspect:
        """The stretch of `folded` that weighs most; to be asked where the message harms."""
        start, end = _worded(folded, *self._heaviest(folded))
        stretch = features(words_of(clauses_about(folded, start, end)))
        families = self._model.families
        family = max(
            families, key=lambda name: weighed(stretch, families[name].bias, families[name].weights)
        )
        return Suspect(start, end, family, families[family].wording)

    def _heaviest(self, folded: str) -> tuple[int, int]:
        """The stretch whose words weigh most together (Kadane's maximum subarray)."""
        places, words = places_of(folded), words_of(folded)
        weight = [0.0] * len(words)
        for value, numbers in placed(words, self._model.weights):
            for number in numbers:
                weight[number] += value / len(numbers)
        best, best_span, total, begin = -math.inf, (0, len(folded)), 0.0, 0
        for number, value in enumerate(weight[1:-1], 1):
            if total <= 0:
                total, begin = 0.0, number
            total += value
            if total > best:
                best, best_span = total, (places[begin][0], places[number][1])
        return best_span


def is_chinese(text: str) -> bool | None:
    """Whether a message is Chinese and not in a Latin language; None for neither.

    A Chinese name in an English message, or an English one in a Chinese, does not count.
    """
    if not _CHINESE.search(text):
        return False if _LATIN.search(text) else None
    latin = len(_LATIN.findall(text))
    if not latin:
        # To count the characters of a message without a Latin word would take time for nothing.
        return True
    chinese = len(_CHINESE.findall(text))
    return None if chinese == latin else chinese > latin


def rule_of(family: str) -> str:
    """The name under which the second opinion's findings of `family` go, as a rule's does."""
    return f"{family}.second_opinion"


def weighed(found: list[str], bias: float, weights: Mapping[str, float]) -> float:
    """The score of features: longer messages are not worse ones."""
    return _score(found, len(found), bias, weights)


def _score(
    found: Iterable[str], how_many_found: int, bias: float, weights: Mapping[str, float]
) -> float:
    # Most features are not in `weights`: to drop them is quicker than to add nothing for each.
    total = sum(filter(None, map(weights.get, found)))
    return bias + total / math.sqrt(how_many_found)


def _worded(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without marks at its ends; the clauses about it where too little is left."""
    for span in ((start, end), _clauses(text, start, end)):
        inside = _WORDED.search(text, *span)
        if inside and len(inside.group()) >= FEWEST_CHARACTERS:
            return inside.span()
    return start, end


def clauses_about(text: str, start: int, end: int) -> str:
    """The clauses of `text` that `start`–`end` touches, without their marks."""
    return text[slice(*_clauses(text, start, end))]


def _clauses(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1] not in _CLAUSE_END:
        start -= 1
    while end < len(text) and text[end] not in _CLAUSE_END:
        end += 1
    return start, end
