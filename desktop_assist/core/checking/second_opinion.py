"""A second opinion where lists of phrases end: linear models over the words of a message.

Blame, sarcasm and promises come in endless wordings. One model reads the message as a whole,
one each of its clauses; each gives the sum of the weights of what stands there, which can be read.
Where no rule found fault and both together are sure that the message harms, the opinion speaks up,
with a hint at the worst clause; and it makes a doubtful rule hold its tongue where it is sure that
the message is fine.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Literal, NamedTuple

import msgspec

from desktop_assist.core.checking.opinion_clauses import Seen, Span, clauses_of, seen_by_clause
from desktop_assist.core.checking.opinion_grams import (
    each_feature,
    features,
    how_many,
    placed,
    places_of,
    words_of,
)
from desktop_assist.core.checking.rules import Better
from desktop_assist.decoding import decode

OPINION_FORMAT: Literal[3] = 3

FEWEST_CHARACTERS = 2
"""A shorter stretch says nothing by itself."""
MOST_OF_A_CLAUSE = 2.5
"""What the worst clause says counts from minus this to this: twelve to one is sure enough."""

_CHINESE = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z]{2,}")
# From the first letter or number to the last.
_WORDED = re.compile(r"\w(?:.*\w)?", re.DOTALL)


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a finding of a family says.

    `better` takes the place of the clause where nothing is stated there, unless the fault is itself
    a statement, which is taken back.
    """

    message: str
    why: str
    better: Better = Better()
    takes_back: bool = False


class Family(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much each feature of a stretch speaks for one family of faults.

    Without a `wording` the family is left to its rules.
    """

    wording: Wording | None
    bias: float
    weights: dict[str, float]


class Scale(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much each feature speaks for harm."""

    bias: float
    weights: dict[str, float]


class ClauseScale(Scale, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same of a clause, with what the words of the clauses beside it weigh."""

    before: dict[str, float]
    behind: dict[str, float]


class OpinionModel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the training wrote.

    A message whose score is `tells` or more harms; one whose score is below `calms` is fine.
    `heaviest` says which `{words}` weighed most.
    """

    format: Literal[3] = OPINION_FORMAT
    language: str
    tells: float
    calms: float
    heaviest: str = ""
    message: Scale
    clause: ClauseScale
    families: dict[str, Family]


class _Bare(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A model with its weights unread: whether it is whole, and for which messages."""

    format: Literal[3]
    language: str
    tells: float
    calms: float
    heaviest: str = ""
    message: dict[Literal["bias", "weights"], msgspec.Raw]
    clause: dict[Literal["bias", "weights", "before", "behind"], msgspec.Raw]
    families: dict[str, msgspec.Raw]


class Suspect(NamedTuple):
    """A stretch of the folded text, and the family that its clause speaks for."""

    start: int
    end: int
    family: str
    wording: Wording | None


class Judgement:
    """What is said of one message; its clauses are read where they matter, and once."""

    __slots__ = ("_calms", "_clauses", "_of_clauses", "_of_message", "_tells")

    def __init__(
        self, tells: float, calms: float, of_message: float, of_clauses: Callable[[], float]
    ) -> None:
        self._tells, self._calms = tells, calms
        self._of_message, self._of_clauses = of_message, of_clauses
        self._clauses: float | None = None

    @property
    def harms(self) -> bool:
        """Whether it is sure that the message harms."""
        return self._reaches(self._tells)

    @property
    def is_fine(self) -> bool:
        """Whether it is sure that the message is fine."""
        return not self._reaches(self._calms)

    def _reaches(self, least: float) -> bool:
        # What the clauses say could change little of what is plain.
        if abs(self._of_message - least) > MOST_OF_A_CLAUSE:
            return self._of_message > least
        if self._clauses is None:
            self._clauses = self._of_clauses()
        return self._of_message + self._clauses >= least


class SecondOpinion:
    """Judges messages by a trained model. Threads may share it.

    A model is some megabytes, and most agents write one language: it is read at the first message
    that it is for, or when it is made `ready`.
    """

    def __init__(self, language: str, model: OpinionModel | Callable[[], OpinionModel]) -> None:
        self.reads_chinese = language.startswith("zh")
        """Whether it has learnt from Chinese messages."""
        self._source = model

    @classmethod
    def of(cls, model: OpinionModel) -> SecondOpinion:
        """The opinion of a model that is there already."""
        return cls(model.language, model)

    @classmethod
    def from_json(cls, data: bytes) -> SecondOpinion:
        """The opinion of a model whose weights are read later.

        Raises:
            msgspec.DecodeError: the data is not JSON, lacks a part or has another format.
        """
        return cls(decode(data, _Bare).language, partial(decode, data, OpinionModel))

    @property
    def _model(self) -> OpinionModel:
        source = self._source
        if not isinstance(source, OpinionModel):
            # Two threads may both read it: the same comes out.
            source = self._source = source()
        return source

    def ready(self) -> SecondOpinion:
        """Itself, with its model read.

        Raises:
            msgspec.DecodeError: it is no model.
        """
        _ = self._model
        return self

    @property
    def families(self) -> tuple[str, ...]:
        """The families that it can speak of."""
        return tuple(self._model.families)

    def heaviest(self, words: str) -> str:
        """The sentence that names the `words` that weighed most."""
        return self._model.heaviest.replace("{words}", words)

    def wording(self, family: str) -> Wording | None:
        """What it says of `family`; None where that is left to the rules."""
        return self._model.families[family].wording

    def speaks(self, text: str) -> bool:
        """Whether `text` is in the language that the model has learnt."""
        return is_chinese(text) is self.reads_chinese

    def judge(self, folded: str) -> Judgement:
        """What it says of a message, folded."""
        model = self._model
        of_clauses = partial(self._of_clauses, folded)
        return Judgement(model.tells, model.calms, self._of_message(folded), of_clauses)

    def score(self, folded: str) -> float:
        """How much a message harms, about 0 where it may or may not."""
        return self._of_message(folded) + self._of_clauses(folded)

    def _of_message(self, folded: str) -> float:
        words, scale = words_of(folded), self._model.message
        return _score(each_feature(words), how_many(words), scale.bias, scale.weights)

    def _of_clauses(self, folded: str) -> float:
        worst = max(self._by_clause(folded, clauses_of(folded)))
        return max(-MOST_OF_A_CLAUSE, min(worst, MOST_OF_A_CLAUSE))

    def _by_clause(self, folded: str, clauses: Sequence[Span]) -> list[float]:
        seen = seen_by_clause([folded[slice(*one)] for one in clauses])
        return [self._of_clause(one) for one in seen]

    def _of_clause(self, seen: Seen) -> float:
        scale, own, before, behind = self._model.clause, *seen
        total = _sum(own, scale.weights) + _sum(before, scale.before) + _sum(behind, scale.behind)
        return scale.bias + total / math.sqrt(len(own) + len(before) + len(behind))

    def suspect(self, folded: str) -> Suspect:
        """What weighs most in the worst clause of `folded`; to be asked where it harms."""
        clauses = clauses_of(folded)
        scores = self._by_clause(folded, clauses)
        clause = clauses[scores.index(max(scores))]
        seen = features(words_of(folded[slice(*clause)]))
        families = self._model.families
        family = max(
            families, key=lambda name: weighed(seen, families[name].bias, families[name].weights)
        )
        start, end = self._heaviest(folded, clause)
        return Suspect(start, end, family, families[family].wording)

    def _heaviest(self, folded: str, clause: Span) -> Span:
        """The stretch of `clause` whose words weigh most together, without marks at its ends.

        Found as the maximum subarray (Kadane). Where it says too little, what of the clause is
        worded.
        """
        text = folded[slice(*clause)]
        places, words = places_of(text), words_of(text)
        weight = [0.0] * len(words)
        for value, numbers in placed(words, self._model.clause.weights):
            for number in numbers:
                weight[number] += value / len(numbers)
        first, last = _heaviest_run(weight[1:-1])
        heaviest = _WORDED.search(text, places[first + 1][0], places[last + 1][1])
        if not heaviest or len(heaviest.group()) < FEWEST_CHARACTERS:
            heaviest = _WORDED.search(text)
        start, end = heaviest.span() if heaviest else (0, len(text))
        return clause[0] + start, clause[0] + end


def _heaviest_run(weights: Sequence[float]) -> tuple[int, int]:
    """The first and last number of the run of `weights` with the largest sum; 0 and 0 of none."""
    best, run, total, begin = -math.inf, (0, 0), 0.0, 0
    for number, value in enumerate(weights):
        if total <= 0:
            total, begin = 0.0, number
        total += value
        if total > best:
            best, run = total, (begin, number)
    return run


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
    return bias + _sum(found, weights) / math.sqrt(how_many_found)


def _sum(found: Iterable[str], weights: Mapping[str, float]) -> float:
    # Most features are not in `weights`: to drop them is quicker than to add nothing for each.
    return sum(filter(None, map(weights.get, found)))
