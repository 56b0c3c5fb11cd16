"""Trains the checker's second opinion on the project's own labelled replies.

    python packaging/train_second_opinion.py [LANGUAGE…]

Without a language, each of them, as `second_opinion.toml` says. It wants scikit-learn beside what
the tests want. Each corpus has another writer, and the figures are of replies whose writer the
model has not read.

A feature first weighs what naive Bayes makes of it, and logistic regression learns from there (Wang
and Manning: Baselines and Bigrams, ACL 2012): of writers not read, five in a hundred more of what
harms are found so than without, at the same precision.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from desktop_assist.core.checking.opinion_clauses import Seen, clauses_of, seen_by_clause
from desktop_assist.core.checking.opinion_grams import features, words_of
from desktop_assist.core.checking.second_opinion import (
    ClauseScale,
    Family,
    OpinionModel,
    Scale,
    SecondOpinion,
    Wording,
)
from desktop_assist.core.language.folding import fold
from desktop_assist.packs.reader import read_packs

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data" / "checker"
RULES = ROOT / "resources" / "rules"
_TEMPLATE = re.compile(r"\{[{%].*?[}%]\}")
_FILLINGS = ("…", "A")
"""What stands for a field of a shipped reply."""
_BEFORE, _BEHIND = "\n", "\t"
"""No word holds them."""
_ENDS = frozenset("。！？，…,.!?~～ ")
CONTRASTS = "_pairs"
"""The end of the name of a corpus of fine and harmful wordings that differ by a word or two."""
PARTS = 5
"""The writers are parted so often, and each part is scored by a model that has read the others."""
SIZES = (21, 29, 37, 53, 77, 125)
"""From one of these numbers of features to the next, messages are of like length."""
LEAST_WEIGHT, MOST_WEIGHT = 0.3, 8.0
RAREST = 2
"""A feature that fewer messages hold is chance."""
SMOOTHING, FLATNESS, STRENGTH = 0.1, 0.7, 20.0
"""Of naive Bayes: what is added to each count, and the power of its weights. Of the regression: how
little heavy weights cost. Found on writers not read."""
TOUCHED = 0.34
"""A clause harms that a mark covers to this part, or by two characters."""
SHORTEST_JOINED, LONGEST_JOINED = 5, 140


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `second_opinion.toml` says of one."""

    corpora: str
    sure: float
    calm: float
    joined: int
    marks: list[str]
    kept: Mapping[str, int]
    silent: Sequence[str]
    heaviest: str
    families: Mapping[str, Wording]


class Reply(NamedTuple):
    """A labelled reply: start, end and family of each fault."""

    text: str
    marks: list[tuple[int, int, str]]


class Clause(NamedTuple):
    """What the model sees of a clause, and the family of its fault."""

    seen: Seen
    family: str | None


class Scored(NamedTuple):
    """A reply's score by a model that has not read its writer, and whether it harms."""

    score: float
    harms: bool


def main() -> None:
    """Train each language on everything, and say how right it is on writers it has not read."""
    languages = msgspec.toml.decode(
        Path(__file__).with_name("second_opinion.toml").read_bytes(), type=dict[str, Language]
    )
    for name in sys.argv[1:] or languages:
        language = languages[name]
        corpora = read(sorted(DATA.glob(language.corpora)))
        scored = by_writer(name, language, corpora)
        tells, calms = telling(scored, language.sure), calming(scored, language.calm)
        everything = [reply for corpus in corpora.values() for reply in corpus]
        model = train(name, language, [*everything, *shipped(name)], tells, calms)
        target = RULES / name / "second_opinion.json"
        target.write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=0) + b"\n")
        _say(name, scored, tells, calms)


def read(files: Iterable[Path]) -> dict[str, list[Reply]]:
    """The replies of each corpus but the held ones, no reply twice."""
    seen: set[str] = set()
    corpora: dict[str, list[Reply]] = {}
    for file in files:
        if "_held" in file.name:
            continue
        corpora[file.stem] = []
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["text"] not in seen:
                seen.add(row["text"])
                corpora[file.stem].append(
                    Reply(row["text"], [tuple(one) for one in row["findings"]])
                )
    return corpora


def shipped(language: str) -> list[Reply]:
    """The replies of the starter packs, as they are sent: nothing in them harms."""
    packs = [one.pack for one in read_packs(ROOT / "snippets") if one.pack]
    snippets = [one for pack in packs for one in pack.snippets if one.language == language]
    texts = [
        text for one in snippets for text in (*one.parts, *one.alternatives, *one.tones.values())
    ]
    filled = dict.fromkeys(_TEMPLATE.sub(one, text) for text in texts for one in _FILLINGS)
    return [Reply(text, []) for text in filled]


def joined(replies: Sequence[Reply], language: Language) -> Iterator[Reply]:
    """Replies put together of two, half of them with one that harms, before or behind."""
    chance = random.Random(1)  # noqa: S311  the same each time
    short = [one for one in replies if SHORTEST_JOINED <= len(one.text) <= LONGEST_JOINED]
    fine = [one for one in short if not one.marks]
    harmful = [one for one in short if one.marks]
    for number in range(language.joined):
        pair = [chance.choice(fine), chance.choice(harmful if number % 2 else fine)]
        chance.shuffle(pair)
        first, second = pair
        ended = first.text[-1] in _ENDS
        between = language.marks[-1].strip(".,") if ended else chance.choice(language.marks)
        offset = len(first.text) + len(between)
        later = [(start + offset, end + offset, family) for start, end, family in second.marks]
        yield Reply(first.text + between + second.text, [*first.marks, *later])


def seen_of(reply: Reply) -> list[str]:
    """What the model sees of a whole reply."""
    return features(words_of(fold(reply.text).text))


def clauses(reply: Reply) -> list[Clause]:
    """What the model sees of each clause, and what is wrong there."""
    folded = fold(reply.text)
    spans = clauses_of(folded.text)
    texts = [folded.text[start:end] for start, end in spans]
    found = []
    for (start, end), seen in zip(spans, seen_by_clause(texts), strict=True):
        first, last = folded.original(start, end)
        shares = [(min(last, stop) - max(first, begin), name) for begin, stop, name in reply.marks]
        share, family = max(shares, default=(0, None))
        touched = share >= min(2, max(TOUCHED * (last - first), 1))
        found.append(Clause(seen, family if touched else None))
    return found


def balance(sizes: Sequence[int], harms: Sequence[bool]) -> list[float]:
    """Weights by which, at each length, harm and fine weigh the same together.

    What harms is mostly short in the corpora and what is fine long; without weights the model
    takes “收到” for harm, and does not see one bad sentence in a long reply.
    """
    kinds = [(bisect(SIZES, size), harm) for size, harm in zip(sizes, harms, strict=True)]
    counts = Counter(kinds)
    return [
        min(
            max((counts[size, True] + counts[size, False]) / 2 / counts[size, harm], LEAST_WEIGHT),
            MOST_WEIGHT,
        )
        for size, harm in kinds
    ]


def learn(
    rows: Sequence[Sequence[str]],
    harms: Sequence[bool],
    kept: int,
    weights: Sequence[float] | None = None,
) -> Scale:
    """The weights of the features of `rows`, of which some harm; of the `kept` weightiest only.

    Which those are, a first reading of all tells: those that weigh much and are met often.
    """
    counts = Counter(name for row in rows for name in set(row))
    names = [name for name, count in counts.items() if count >= RAREST]
    if len(names) > kept:
        first = _regressed(rows, harms, names, weights)
        importance = {name: abs(first.weights[name]) * math.sqrt(counts[name]) for name in names}
        names = sorted(names, key=lambda name: -importance[name])[:kept]
    found = _regressed(rows, harms, names, weights)
    rounded = {name: round(found.weights[name], 2) for name in sorted(names)}
    return Scale(
        bias=round(found.bias, 3),
        weights={name: weight for name, weight in rounded.items() if weight},
    )


def _regressed(
    rows: Sequence[Sequence[str]],
    harms: Sequence[bool],
    names: Sequence[str],
    weights: Sequence[float] | None,
) -> Scale:
    table = _table(rows, {name: number for number, name in enumerate(names)})
    harmful, weight = np.array(harms), np.array(weights or [1.0] * len(rows))
    there = (table > 0).astype(float)
    of_harm = SMOOTHING + there.T @ (harmful * weight)
    of_fine = SMOOTHING + there.T @ (~harmful * weight)
    ratio = np.log(of_harm / of_harm.sum()) - np.log(of_fine / of_fine.sum())
    prior = np.sign(ratio) * np.abs(ratio) ** FLATNESS
    regression = LogisticRegression(C=STRENGTH, solver="liblinear")
    regression.fit(table @ sparse.diags(prior), harmful, sample_weight=weight)
    found = prior * regression.coef_[0]
    return Scale(
        bias=float(regression.intercept_[0]),
        weights=dict(zip(names, map(float, found), strict=True)),
    )


def _table(rows: Sequence[Sequence[str]], numbers: Mapping[str, int]) -> Any:
    """How often each row has each feature, over the root of how many it has at all."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for row in rows:
        known = [numbers[name] for name in row if name in numbers]
        columns += known
        values += [1 / math.sqrt(len(row))] * len(known)
        ends.append(len(columns))
    table = sparse.csr_matrix((values, columns, ends), shape=(len(rows), len(numbers)))
    table.sum_duplicates()
    return table


def train(
    name: str,
    language: Language,
    replies: Sequence[Reply],
    tells: float = 0.0,
    calms: float = 0.0,
    *,
    families: bool = True,
) -> OpinionModel:
    """The model of what `replies` say."""
    read_too = [*replies, *joined(replies, language)]
    seen, harms = [seen_of(one) for one in read_too], [bool(one.marks) for one in read_too]
    parts = [clause for one in read_too for clause in clauses(one)]
    return OpinionModel(
        language=name,
        tells=round(tells, 3),
        calms=round(calms, 3),
        heaviest=language.heaviest,
        message=learn(seen, harms, language.kept["message"], balance([*map(len, seen)], harms)),
        clause=_of_clauses(parts, language.kept["clause"]),
        families=dict(_families(language, replies)) if families else {},
    )


def _of_clauses(clauses: Sequence[Clause], kept: int) -> ClauseScale:
    seen = [
        [*one.seen.own, *(_BEFORE + word for word in one.seen.before),
         *(_BEHIND + word for word in one.seen.behind)]
        for one in clauses
    ]  # fmt: skip
    scale = learn(seen, [one.family is not None for one in clauses], kept)
    weights: dict[str, dict[str, float]] = {"": {}, _BEFORE: {}, _BEHIND: {}}
    for name, weight in scale.weights.items():
        place = name[0] if name[0] in weights else ""
        weights[place][name.removeprefix(place)] = weight
    return ClauseScale(
        bias=scale.bias, weights=weights[""], before=weights[_BEFORE], behind=weights[_BEHIND]
    )


def _families(language: Language, replies: Iterable[Reply]) -> Iterator[tuple[str, Family]]:
    faulty = [clause for one in replies for clause in clauses(one) if clause.family]
    unsaid = dict.fromkeys(language.silent)
    for name, wording in {**language.families, **unsaid}.items():
        scale = learn(
            [one.seen.own for one in faulty],
            [one.family == name for one in faulty],
            language.kept["family"],
        )
        yield (
            name,
            Family(
                wording=wording,
                bias=scale.bias,
                weights=scale.weights,
            ),
        )


def by_writer(
    name: str, language: Language, corpora: Mapping[str, Sequence[Reply]]
) -> list[Scored]:
    """The score of each reply by a model that has not read its writer.

    Contrasts are read, and not scored: nobody's replies are as alike as those.
    """
    scored = []
    writers = [one for one in corpora if not one.endswith(CONTRASTS)]
    for part in (writers[number::PARTS] for number in range(PARTS)):
        rest = [one for writer in corpora if writer not in part for one in corpora[writer]]
        opinion = SecondOpinion.of(train(name, language, rest, families=False))
        held = [one for writer in part for one in corpora[writer]]
        scored += [Scored(opinion.score(fold(one.text).text), bool(one.marks)) for one in held]
    return scored


def telling(scored: Sequence[Scored], sure: float) -> float:
    """The smallest score from which on at least the part `sure` of the messages harm."""
    right, best = 0, math.inf
    for told, one in enumerate(sorted(scored, reverse=True), 1):
        right += one.harms
        if right / told >= sure:
            best = one.score
    return best


def calming(scored: Sequence[Scored], most: float) -> float:
    """The score below which at most the part `most` of the messages that harm lie."""
    harmful = sorted(one.score for one in scored if one.harms)
    return harmful[int(most * len(harmful))]


def _say(name: str, scored: Sequence[Scored], tells: float, calms: float) -> None:
    told = [one.harms for one in scored if one.score >= tells]
    harmful = [one.score for one in scored if one.harms]
    fine = [one.score for one in scored if not one.harms]
    print(f"{name}: {len(scored)} messages, {len(harmful)} of them harm")
    print(
        f"  alone, on writers it has not read: precision {sum(told) / max(len(told), 1):.3f},"
        f" recall {sum(told) / len(harmful):.3f}"
    )
    calm = sum(score < calms for score in fine) / len(fine)
    print(f"  it tells from {tells:.2f} on; below {calms:.2f} ({calm:.0%} of the rest) it is calm")


if __name__ == "__main__":
    main()
