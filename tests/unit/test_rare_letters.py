"""Patterns are tried only where the letters that they need are near: nothing is missed by it."""

from __future__ import annotations

import pytest

from desktop_assist.core.checking.checker import Checker, RuleSet
from desktop_assist.core.checking.compiled_rules import CompiledRule, compile_rule
from desktop_assist.core.checking.pattern_shape import shape_of
from desktop_assist.core.checking.rules import Condition, Examples, Rule, WordList
from desktop_assist.core.checking.vocabulary import Vocabulary

WORDS = Vocabulary({"kin": WordList(words=("亲",), exceptions=("亲戚",))})


def compiled(**written: object) -> CompiledRule:
    always = {"id": "one", "family": "tone", "severity": "warn", "message": "m"}
    examples = Examples(bad=("x",), good=())
    return compile_rule(Rule(**always, **written, examples=examples), WORDS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("就.{0,2}(?:崩溃|懊恼)", "就"),
        ("(?=就)崩溃", "就"),
        ("(?!就)崩溃", ""),
        ("就?崩溃", ""),
        ("(?:就|)崩溃", ""),
        ("[就也]{1,3}.{0,2}崩溃", "就也"),
        ("[就也]{0,3}崩溃", ""),
        ("(?:就是|也).{0,2}崩溃", "就也"),
        ("崩溃", ""),
    ],
)
def test_the_letters_that_a_match_cannot_do_without_beside_its_words(
    pattern: str, letters: str
) -> None:
    shape = shape_of(pattern)

    assert shape.letters == (("".join(sorted(letters)),) if letters else ())


@pytest.mark.parametrize("before", [0, 1, 935, 992, 998, 999, 1000, 1059, 9000])
@pytest.mark.parametrize("gap", [0, 1, 6])
def test_a_letter_that_is_near_is_seen_wherever_a_long_text_is_cut(before: int, gap: int) -> None:
    lexicon = RuleSet([compiled(patterns=("就.{0,6}崩溃",))], WORDS).lexicon
    text = "的" * before + "就" + "的" * gap + "崩溃" + "的" * 400

    assert lexicon.hits(text) == {0: [(before, before + gap + 3)]}


@pytest.mark.parametrize("length", [0, 1000, 3999, 4000, 9000])
def test_words_of_conditions_are_found_wherever_a_long_text_is_cut(length: int) -> None:
    rule = compiled(phrases=("退",), unless=(Condition(message=("kin",)),))
    lexicon = RuleSet([rule], WORDS).lexicon
    text = "的" * length + "亲戚亲" + "的" * length

    assert lexicon.words(text).of("kin") == [(length + 2, length + 3)]
    assert lexicon.words(text, length + 3).of("kin") == []


def test_of_what_must_be_said_alone_nothing_is_kept_that_a_letter_touches() -> None:
    rule = compiled(phrases=("好",), patterns=("哦{1,3}",), scope="sentence", around=("kin",))
    lexicon = RuleSet([rule], WORDS).lexicon

    assert lexicon.hits("亲好,哦哦") == {0: [(1, 2), (3, 5)]}
    assert lexicon.hits("您好呀哦哦的") == {}


@pytest.mark.parametrize("far", [0, 50, 70, 400])
def test_a_letter_that_is_far_is_seen_by_a_pattern_that_looks_far(far: int) -> None:
    lexicon = RuleSet([compiled(patterns=("就.{0,500}崩溃",))], WORDS).lexicon
    text = "的" * 980 + "就" + "的" * far + "崩溃" + "的" * 3000

    assert lexicon.hits(text) == {0: [(980, 980 + far + 3)]}


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("已读", True),
        ("亲,已读。", True),
        ("🌹🌻🌷🌸💐🌺🍀🎁😀😃 已读 亲", True),
        ("[捂脸哭笑不得啊]已读[微笑]", True),
        ("亲亲亲亲亲亲亲亲亲亲亲亲亲亲亲亲亲亲已读", True),
        ("已读了", False),
        ("已读,您的订单今天发出,预计两天送达", False),
        ("您的订单今天发出,已读", False),
    ],
)
def test_a_lone_answer_is_found_whatever_may_stand_beside_it(text: str, is_found: bool) -> None:
    rule = compiled(phrases=("已读",), scope="message", around=("kin",))
    checker = Checker(RuleSet([rule], WORDS))

    assert bool(checker.check(text)) == is_found


@pytest.mark.parametrize("length", [0, 300, 1300, 5000])
@pytest.mark.parametrize(
    "number", ["一 三 八,零零-一三八.零零零", "13800138000", "1 3 8 0 0 1 3 8 0 0 0"]
)
def test_a_number_that_is_spaced_out_is_found_in_texts_of_every_length(
    number: str, length: int
) -> None:
    numerals = "0-9零一二三四五六七八九"
    pattern = f"[1一](?=[ .,-]{{0,3}}[{numerals}])[{numerals} .,-]{{9,21}}[{numerals}]"
    lexicon = RuleSet([compiled(patterns=(pattern,))], WORDS).lexicon

    found = lexicon.hits("的" * length + number + "的" * length)

    assert found == {0: [(length, length + len(number))]}
