"""Trains the checker's second opinion on the project's own labelled replies.

    python packaging/train_second_opinion.py

Logistic regression over n-grams by stochastic gradient descent; the standard library is enough.
The threshold is the smallest at which cross-validation keeps the wanted precision.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop_assist.core.folding import fold
from desktop_assist.core.second_opinion import OpinionModel, SecondOpinion, grams, sentences

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ("tone_zh.jsonl", "zh_work_tone.jsonl", "zh_work_compliance.jsonl")
MODEL = ROOT / "resources" / "opinion" / "zh-CN.json"
HARMFUL = ("tone", "abuse", "zh.")
"""Beginnings of the labels that the model learns; the corpus names families or rules."""
EPOCHS = 30
STEP = 0.5
DECAY = 2e-4
FOLDS = 5
PRECISION = 0.985
KEPT_WEIGHTS = 6_000
RAREST = 2
"""An n-gram that fewer sentences hold is chance."""


@dataclass(frozen=True)
class Example:
    """A folded sentence, and whether it harms."""

    text: str
    harms: bool


def main() -> None:
    """Train on everything, with the threshold of the cross-validation, and say what it found."""
    examples = list(read(ROOT / "tests" / "data" / "checker" / name for name in CORPORA))
    scored = cross_validated(examples)
    threshold, recall = best_threshold(scored)
    model = train(examples, threshold)
    MODEL.write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=0) + b"\n")
    harmful = sum(example.harms for example in examples)
    print(f"{len(examples)} sentences, {harmful} of them harmful; {len(model.weights)} weights")
    print(f"cross-validated: recall {recall:.3f} at precision {PRECISION}, from {threshold:.3f} on")


def read(files: Iterable[Path]) -> Iterable[Example]:
    """Every sentence of the corpora once; it harms where a finding of tone or abuse lies in it."""
    seen = set()
    for file in files:
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        for line in filter(None, lines):
            for example in _examples(json.loads(line)):
                if example.text not in seen:
                    seen.add(example.text)
                    yield example


def _examples(row: dict[str, object]) -> Iterable[Example]:
    text, marks = str(row["text"]), row["findings"]
    folded = fold(text)
    for start, sentence in sentences(folded.text):
        left, right = folded.original(start, start + len(sentence))
        harms = any(
            begin < right and left < end and str(label).startswith(HARMFUL)
            for begin, end, label in marks  # type: ignore[attr-defined]
        )
        yield Example(sentence, harms)


def cross_validated(examples: Sequence[Example]) -> list[tuple[float, bool]]:
    """The score of each sentence by a model that has not seen it."""
    order = list(examples)
    random.Random(1).shuffle(order)  # noqa: S311  the same order each time
    scored = []
    for fold_number in range(FOLDS):
        held = order[fold_number::FOLDS]
        rest = [one for place, one in enumerate(order) if place % FOLDS != fold_number]
        opinion = SecondOpinion(train(rest, 0.0))
        scored += [(opinion.score(one.text), one.harms) for one in held]
    return scored


def best_threshold(scored: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """The smallest threshold with the wanted precision, and the recall that it leaves."""
    right = wrong = 0
    best = (math.inf, 0.0)
    harmful = max(sum(harms for _, harms in scored), 1)
    for score, harms in sorted(scored, reverse=True):
        right, wrong = right + harms, wrong + (not harms)
        if right / (right + wrong) >= PRECISION:
            best = (score, right / harmful)
    return best


def train(examples: Sequence[Example], threshold: float) -> OpinionModel:
    """Weights by n-gram, the heaviest of them kept."""
    counts = Counter(name for one in examples for name in {g.text for g in grams(one.text)})
    rows = [(*_features(one.text, counts), one.harms) for one in examples]
    weights: dict[str, float] = {}
    bias = 0.0
    chance = random.Random(1)  # noqa: S311  as above
    for epoch in range(EPOCHS):
        chance.shuffle(rows)
        step = STEP / (1 + epoch / 5)
        for features, share, harms in rows:
            score = bias + share * sum(weights.get(name, 0.0) for name in features)
            slip = harms - 1 / (1 + math.exp(-max(min(score, 30), -30)))
            bias += step * slip * 0.1
            for name in features:
                old = weights.get(name, 0.0)
                weights[name] = old + step * (slip * share - DECAY * old)
    heaviest = sorted(weights.items(), key=lambda pair: -abs(pair[1]))[:KEPT_WEIGHTS]
    return OpinionModel(
        bias=round(bias, 4),
        threshold=round(threshold, 4),
        weights={name: round(weight, 3) for name, weight in sorted(heaviest)},
        message="这句话顾客听来可能不舒服。",
        why="它和会惹恼顾客的说法很像：像是在责怪、嘲讽、催促或推脱。换成说明原因和能做的事，会更好。",
    )


def _features(sentence: str, counts: Counter[str]) -> tuple[list[str], float]:
    """The n-grams that are not rare, and the share that each has in the sentence's score."""
    names = [gram.text for gram in grams(sentence)]
    return [name for name in names if counts[name] >= RAREST], 1 / math.sqrt(max(len(names), 1))


if __name__ == "__main__":
    main()
