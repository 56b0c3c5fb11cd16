"""Trains the checker's second opinion on the project's own labelled replies.

    python packaging/train_second_opinion.py [LANGUAGE…]

Without a language, each of them. Logistic regression by stochastic gradient descent with a step
for each weight (Duchi, Hazan and Singer: Adaptive Subgradient Methods, JMLR 12, 2011); the standard
library is enough. Each corpus has another writer, and the figures are of replies whose writer the
model has not read.
"""

from __future__ import annotations

import dataclasses
import json
import math
import random
import re
import sys
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop_assist.core.checking.opinion_grams import features, words_of
from desktop_assist.core.checking.second_opinion import (
    Family,
    OpinionModel,
    Wording,
    clauses_about,
    weighed,
)
from desktop_assist.core.language.folding import fold
from desktop_assist.packs.reader import read_packs

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data" / "checker"
RULES = ROOT / "resources" / "rules"
_TEMPLATE = re.compile(r"\{[{%].*?[}%]\}")
CONTRASTS = "_pairs"
"""The end of the name of a corpus of fine and harmful wordings that differ by a word or two."""
EPOCHS = 10
STEP = 0.3
RAREST = 2
"""A feature that fewer messages hold is chance."""
SIZES = (21, 29, 37, 53, 77, 125)
"""From one of these numbers of features to the next, messages are of like length."""
LEAST_WEIGHT, MOST_WEIGHT = 0.3, 8.0


@dataclass(frozen=True)
class Language:
    """What is trained: on which corpora, how many weights are kept, what is said of each family.

    Of the messages that it tells the part `sure` harms. Of those that harm it calls the part
    `calm` fine at most: the more, the more doubtful rules hold their tongue. The words of a short
    message have to weigh `evidence` by themselves, if that is given. Where it is `balanced`, a
    message's length says nothing. A family of which nothing is said is known, and left to its
    rules.
    """

    name: str
    corpora: str
    sure: float
    calm: float
    evidence: float | None
    balanced: bool
    kept: int
    kept_of_family: int
    wordings: Mapping[str, tuple[str, str] | None]


CHINESE = Language(
    "zh-CN",
    "zh_work*.jsonl",
    0.96,
    0.03,
    None,
    True,
    60_000,
    2_500,
    {
        "tone": (
            "这句话顾客听来可能不舒服。",
            "它和会惹恼顾客的说法很像：像在责怪、命令、嘲讽、催促或推脱。换成原因和能做的事会更好。",
        ),
        "abuse": ("这句话像在骂人。", "再生气也别骂人：截图会流传。说事实，说能做什么。"),
        "absolute": (
            "这句话像是绝对化的宣传。",
            "广告法不许用“最好”“第一”之类的说法。换成看得见、能证明的事实。",
        ),
        "diversion": (
            "这句话像在把顾客引到平台外。",
            "平台会处罚，顾客也失去保障。请留在平台内沟通和付款。",
        ),
        "privacy": (
            "这里像是有不该写在聊天里的个人信息。",
            "号码、证件、验证码会随截图外泄。请走平台的保密入口，或者只写尾号。",
        ),
        "review_bribe": (
            "这句话像在拿好处换评价。",
            "平台禁止用返现、红包换好评或删差评。请顾客如实评价就好。",
        ),
        "overpromise": (
            "这像是未必做得到的承诺。",
            "说到做不到，就是失信。说明预计的情况，和出了问题怎么办。",
        ),
        "medical": (
            "这句话像在说医疗功效。",
            "普通商品不能宣传治疗或保健作用。说成分、用法和使用感受。",
        ),
        "placeholder": None,
    },
)
ENGLISH = Language(
    "en",
    "en_work*.jsonl",
    0.96,
    0.055,
    0.8,
    False,
    60_000,
    2_000,
    {
        "tone": (
            "This may hurt the customer.",
            "It reads like blame, an order, impatience or a shrug. Say why, and what you can do.",
        ),
        "overpromise": (
            "This looks like a promise that may not hold.",
            "Say what you expect, and what you will do if it turns out otherwise.",
        ),
        "privacy": (
            "This looks like personal data that does not belong in a chat.",
            "Screenshots travel. Use the secure form, or the last four digits.",
        ),
        "abuse": (
            "This may insult the customer.",
            "Screenshots travel. Say what happened, and what you can do.",
        ),
        "diversion": (
            "This looks like leading the customer away from the platform.",
            "Outside it neither of you is protected. Write and settle it here.",
        ),
        "review_bribe": (
            "This looks like paying or pressing for a review.",
            "Solve the matter; the review is the customer's own.",
        ),
        "medical": (
            "This looks like a promise about health.",
            "Say what it is made of and how it is used.",
        ),
        "absolute": (
            "This looks like a claim that nobody can prove.",
            "Say what is true of this article, with a number or a fact.",
        ),
        "placeholder": None,
    },
)


@dataclass(frozen=True)
class Message:
    """Its features, whether it harms, and for how many like it stands."""

    features: list[str]
    harms: bool
    weight: float = 1.0


def main() -> None:
    """Train each language on everything, and say how right it is on writers it has not read."""
    for language in (CHINESE, ENGLISH):
        if sys.argv[1:] and language.name not in sys.argv[1:]:
            continue
        rows = read(sorted(DATA.glob(language.corpora)))
        scored = by_writer(
            language, {name: [message(row) for row in one] for name, one in rows.items()}
        )
        tells, calms = telling(scored, language.sure), calming(scored, language.calm)
        everything = [row for corpus in (*rows.values(), shipped(language)) for row in corpus]
        model = train(language, everything, tells, calms)
        target = RULES / language.name / "second_opinion.json"
        target.write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=0) + b"\n")
        _say(language.name, scored, tells, calms)


def read(files: Iterable[Path]) -> dict[str, list[dict[str, object]]]:
    """The replies of each corpus but the held ones, no reply twice."""
    seen: set[str] = set()
    corpora: dict[str, list[dict[str, object]]] = {}
    for file in files:
        if "_held" in file.name:
            continue
        corpora[file.stem] = []
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["text"] not in seen:
                seen.add(row["text"])
                corpora[file.stem].append(row)
    return corpora


def shipped(language: Language) -> list[dict[str, object]]:
    """The replies of the starter packs, as they are sent: nothing in them harms."""
    packs = [one.pack for one in read_packs(ROOT / "snippets") if one.pack]
    snippets = [one for pack in packs for one in pack.snippets if one.language == language.name]
    texts = [
        text for one in snippets for text in (*one.parts, *one.alternatives, *one.tones.values())
    ]
    return [{"text": _TEMPLATE.sub("…", text), "findings": []} for text in texts]


def message(row: Mapping[str, object]) -> Message:
    """A reply of a corpus as the model sees it."""
    return Message(_seen(str(row["text"])), bool(row["findings"]))


def balanced(examples: Sequence[Message]) -> list[Message]:
    """The same with weights by which, at each length, harm and fine weigh the same together.

    What harms is mostly short in the corpora and what is fine long; without weights the model
    takes “收到” for harm, and does not see one bad sentence in a long reply.
    """
    sizes = [bisect(SIZES, len(one.features)) for one in examples]
    counts = Counter(zip(sizes, (one.harms for one in examples), strict=True))
    return [
        dataclasses.replace(
            one, weight=_share(counts[size, one.harms], counts[size, not one.harms])
        )
        for size, one in zip(sizes, examples, strict=True)
    ]


def _share(own: int, other: int) -> float:
    return min(max((own + other) / 2 / own, LEAST_WEIGHT), MOST_WEIGHT)


def by_writer(
    language: Language, corpora: Mapping[str, Sequence[Message]]
) -> list[tuple[float, bool]]:
    """The score of each message by a model that has read the other corpora only.

    Contrasts are read, and not scored: nobody's replies are as alike as those.
    """
    scored = []
    for name, held in corpora.items():
        if name.endswith(CONTRASTS):
            continue
        rest = [one for other, corpus in corpora.items() if other != name for one in corpus]
        bias, weights = learnt(language, rest)
        scored += [(weighed(one.features, bias, weights), one.harms) for one in held]
    return scored


def telling(scored: Sequence[tuple[float, bool]], sure: float) -> float:
    """The smallest score from which on at least the part `sure` of the messages harm."""
    right, best = 0, math.inf
    for told, (score, harms) in enumerate(sorted(scored, reverse=True), 1):
        right += harms
        if right / told >= sure:
            best = score
    return best


def calming(scored: Sequence[tuple[float, bool]], most: float) -> float:
    """The score below which at most the part `most` of the messages that harm lie."""
    harmful = sorted(score for score, harms in scored if harms)
    return harmful[int(most * len(harmful))]


def train(
    language: Language, rows: Sequence[Mapping[str, object]], tells: float, calms: float
) -> OpinionModel:
    """The model of everything, the heaviest weights kept."""
    messages = [message(row) for row in rows]
    bias, weights = learnt(language, messages)
    return OpinionModel(
        language=language.name,
        tells=round(tells, 3),
        calms=round(calms, 3),
        evidence=language.evidence,
        bias=round(bias, 3),
        weights=_heaviest(weights, language.kept),
        families=dict(_families(language, rows)),
    )


def _families(
    language: Language, rows: Sequence[Mapping[str, object]]
) -> Iterable[tuple[str, Family]]:
    stretches = [one for row in rows for one in _stretches(row)]
    for name, wording in language.wordings.items():
        examples = [Message(found, family == name) for found, family in stretches]
        bias, weights = descend(examples)
        yield (
            name,
            Family(
                wording=Wording(message=wording[0], why=wording[1]) if wording else None,
                bias=round(bias, 3),
                weights=_heaviest(weights, language.kept_of_family),
            ),
        )


def _stretches(row: Mapping[str, object]) -> Iterable[tuple[list[str], str]]:
    """The clauses about each mark, and the mark's family."""
    text = str(row["text"])
    for start, end, label in row["findings"]:  # type: ignore[attr-defined]
        # The oldest corpus names rules of tone.
        family = "tone" if str(label).startswith("zh.") else str(label)
        yield _seen(clauses_about(text, start, end)), family


def _seen(text: str) -> list[str]:
    return features(words_of(fold(text).text))


def learnt(language: Language, messages: Sequence[Message]) -> tuple[float, dict[str, float]]:
    """The bias, and the weight of each feature, of messages as they are to count."""
    return descend(balanced(messages) if language.balanced else messages)


def descend(examples: Sequence[Message]) -> tuple[float, dict[str, float]]:
    """The bias, and the weight of each feature that is not rare."""
    counts = Counter(name for one in examples for name in set(one.features))
    numbers: dict[str, int] = {}
    rows = []
    for one in examples:
        known = [name for name in one.features if counts[name] >= RAREST]
        ids = [numbers.setdefault(name, len(numbers)) for name in known]
        rows.append((ids, 1 / math.sqrt(len(one.features)), one.harms, one.weight))
    weights, pasts = [0.0] * len(numbers), [1e-8] * len(numbers)
    bias, bias_past = 0.0, 1e-8
    chance = random.Random(1)  # noqa: S311  the same order each time
    for _ in range(EPOCHS):
        chance.shuffle(rows)
        for ids, share, harms, weight in rows:
            score = bias + share * sum([weights[number] for number in ids])
            slip = weight * (1 / (1 + math.exp(-max(min(score, 30), -30))) - harms)
            bias_past += slip * slip
            bias -= STEP * slip / math.sqrt(bias_past)
            slope = slip * share
            square = slope * slope
            for number in ids:
                pasts[number] += square
                weights[number] -= STEP * slope / math.sqrt(pasts[number])
    return bias, dict(zip(numbers, weights, strict=True))


def _heaviest(weights: Mapping[str, float], kept: int) -> dict[str, float]:
    heaviest = sorted(weights.items(), key=lambda pair: -abs(pair[1]))[:kept]
    return {name: round(weight, 2) for name, weight in sorted(heaviest)}


def _say(name: str, scored: Sequence[tuple[float, bool]], tells: float, calms: float) -> None:
    def part(of: Callable[[float, bool], bool], among: Callable[[float, bool], bool]) -> float:
        chosen = [one for one in scored if among(*one)]
        return sum(of(*one) for one in chosen) / max(len(chosen), 1)

    told = part(lambda score, _: score >= tells, lambda _, harms: harms)
    right = part(lambda _, harms: harms, lambda score, _: score >= tells)
    calm = part(lambda score, _: score < calms, lambda _, harms: not harms)
    print(f"{name}: {len(scored)} messages, {sum(harms for _, harms in scored)} of them harm")
    print(f"  alone, on writers it has not read: precision {right:.3f}, recall {told:.3f}")
    print(f"  it tells from {tells:.2f} on; below {calms:.2f} ({calm:.0%} of the rest) it is calm")


if __name__ == "__main__":
    main()
