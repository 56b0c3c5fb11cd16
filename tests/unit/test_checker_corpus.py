"""The checker against the labelled replies that its rules were written with; none is held."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_assist.core.checking.checker import Checker
from desktop_assist.packs.rules import load_rules
from tests.bench.checker_quality import Score, score

TESTS = Path(__file__).parents[1]
CORPORA = TESTS / "data" / "checker"
RULESET = load_rules([TESTS.parent / "resources" / "rules"]).ruleset
FAMILIES = (
    "absolute abuse diversion medical overpromise placeholder privacy review_bribe tone".split()
)


def measured(corpora: str) -> Score:
    return score(Checker(RULESET).check, sorted(CORPORA.glob(corpora)))


@pytest.fixture(scope="module")
def chinese() -> Score:
    return measured("zh_work*.jsonl")


@pytest.fixture(scope="module")
def english() -> Score:
    return measured("en_work*.jsonl")


@pytest.mark.parametrize("corpus", sorted(CORPORA.glob("*.jsonl")), ids=lambda file: file.stem)
def test_a_corpus_is_sound(corpus: Path) -> None:
    replies = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]

    assert len({reply["text"] for reply in replies}) == len(replies)
    assert sum(not reply["findings"] for reply in replies) >= 0.45 * len(replies)
    for reply in replies:
        for start, end, _ in reply["findings"]:
            assert 0 <= start < end <= len(reply["text"])


def test_there_are_more_than_twelve_hundred_replies_and_some_are_held() -> None:
    def count(pattern: str) -> int:
        return sum(len(file.read_text("utf-8").splitlines()) for file in CORPORA.glob(pattern))

    assert count("*_work*.jsonl") >= 1_200
    assert count("*_held*.jsonl") >= 500


def test_chinese_messages_do_not_fall(chinese: Score) -> None:
    assert (chinese.messages.precision or 0) >= 0.97, chinese.messages
    assert (chinese.messages.recall or 0) >= 0.95, chinese.messages


def test_english_messages_do_not_fall(english: Score) -> None:
    assert (english.messages.precision or 0) >= 0.97, english.messages
    assert (english.messages.recall or 0) >= 0.9, english.messages


@pytest.mark.parametrize("family", FAMILIES)
def test_no_chinese_family_falls(chinese: Score, family: str) -> None:
    counts = chinese.families[family]

    assert (counts.precision or 0) >= 0.93, counts
    assert (counts.recall or 0) >= 0.9, counts
