"""A second opinion where lists of phrases end: a linear model over character n-grams.

Blame, sarcasm and shrugging off come in endless wordings. The model gives each sentence the sum
of its n-grams' weights, which can be read, and it points at the stretch that weighed most. It is
tuned to be silent when unsure, and its findings are hints.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from desktop_assist.core.findings import Finding
from desktop_assist.core.folding import fold

OPINION_FORMAT = 1
RULE = "tone.second_opinion"
LONGEST_GRAM = 4
FEWEST_CHARACTERS = 4
"""Shorter sentences, and those with less Chinese, say too little to judge."""

_CHINESE = re.compile("[\u4e00-\u9fff]")
_SENTENCE = re.compile(r"[^。!?！？;；\n…~～]+")


class OpinionModel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the training wrote: weights by n-gram, and the score from which a sentence is told."""

    format: int = OPINION_FORMAT
    bias: float
    threshold: float
    weights: dict[str, float]
    message: str
    why: str


@dataclass(frozen=True, slots=True)
class Gram:
    """An n-gram and where it stands in its sentence; `^` and `$` mark the sentence's ends."""

    text: str
    start: int
    end: int


def grams(sentence: str) -> Iterator[Gram]:
    """Every n-gram of 1 to 4 characters, the ends of the sentence included."""
    marked = f"^{sentence}$"
    for size in range(1, LONGEST_GRAM + 1):
        for place in range(len(marked) - size + 1):
            start, end = max(place - 1, 0), min(place - 1 + size, len(sentence))
            if start < end:
                yield Gram(marked[place : place + size], start, end)


def sentences(folded: str) -> Iterator[tuple[int, str]]:
    """Where each sentence begins, and the sentence without the white space around it."""
    for found in _SENTENCE.finditer(folded):
        text = found.group()
        stripped = text.strip()
        if len(_CHINESE.findall(stripped)) >= FEWEST_CHARACTERS:
            yield found.start() + text.index(stripped), stripped


def advised(
    check: Callable[[str], list[Finding]], opinion: SecondOpinion
) -> Callable[[str], list[Finding]]:
    """`check`, with the hints of `opinion` for the sentences in which it found nothing."""

    def both(text: str) -> list[Finding]:
        found = check(text)
        return sorted([*found, *opinion.check(text, found)], key=lambda one: one.start)

    return both


class SecondOpinion:
    """Judges sentences by a trained model. Holds no state, so threads may share it."""

    def __init__(self, model: OpinionModel) -> None:
        self._model = model

    @classmethod
    def from_json(cls, data: bytes) -> SecondOpinion:
        """Read a model.

        Raises:
            msgspec.DecodeError: the data is not one.
        """
        return cls(msgspec.json.decode(data, type=OpinionModel))

    def check(self, text: str, known: Sequence[Finding] = ()) -> list[Finding]:
        """Hints for sentences that no finding of `known` stands in already."""
        folded = fold(text)
        found = []
        for start, sentence in sentences(folded.text):
            if self.score(sentence) < self._model.threshold:
                continue
            whole = folded.original(start, start + len(sentence))
            if any(one.start < whole[1] and whole[0] < one.end for one in known):
                continue
            left, right = self._heaviest(sentence)
            place = folded.original(start + left, start + right)
            found.append(self._finding(text, *place))
        return found

    def score(self, sentence: str) -> float:
        """How sure the model is that the folded `sentence` harms; above its threshold it tells."""
        total, count = 0.0, 0
        weights: Mapping[str, float] = self._model.weights
        for gram in grams(sentence):
            count += 1
            total += weights.get(gram.text, 0.0)
        return self._model.bias + total / math.sqrt(max(count, 1))

    def _heaviest(self, sentence: str) -> tuple[int, int]:
        """The stretch whose characters weigh most together (Kadane's maximum subarray)."""
        weight = [0.0] * len(sentence)
        for gram in grams(sentence):
            share = self._model.weights.get(gram.text, 0.0) / (gram.end - gram.start)
            for place in range(gram.start, gram.end):
                weight[place] += share
        best, best_span, total, begin = -math.inf, (0, len(sentence)), 0.0, 0
        for place, value in enumerate(weight):
            if total <= 0:
                total, begin = 0.0, place
            total += value
            if total > best:
                best, best_span = total, (begin, place + 1)
        return best_span

    def _finding(self, text: str, start: int, end: int) -> Finding:
        return Finding(
            rule=RULE,
            family="tone",
            severity="hint",
            start=start,
            end=end,
            text=text[start:end],
            message=self._model.message,
            why=self._model.why,
        )
