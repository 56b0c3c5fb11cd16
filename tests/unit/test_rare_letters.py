"""Patterns are tried only where the letters that they need are near: nothing is missed by it."""

from __future__ import annotations

import pytest

from desktop_assist.core.checking.compiled_rules import CompiledRule, compile_rule
from desktop_assist.core.checking.lexicon import Lexicon
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

    assert shape.letters == ((frozenset(letters),) if letters else ())


@pytest.mark.parametrize("before", [0, 1, 3998, 3999, 4000, 9000])
@pytest.mark.parametrize("gap", [0, 1, 6])
def test_a_letter_that_is_near_is_seen_wherever_a_long_text_is_cut(before: int, gap: int) -> None:
    lexicon = Lexicon([compiled(patterns=("就.{0,6}崩溃",))], WORDS)
    text = "的" * before + "就" + "的" * gap + "崩溃" + "的" * 400

    assert lexicon.hits(text) == {0: [(before, before + gap + 3)]}


@pytest.mark.parametrize("length", [0, 1000, 3999, 4000, 9000])
def test_words_of_conditions_are_found_wherever_a_long_text_is_cut(length: int) -> None:
    rule = compiled(phrases=("退",), unless=(Condition(message=("kin",)),))
    lexicon = Lexicon([rule], WORDS)
    text = "的" * length + "亲戚亲" + "的" * length

    assert lexicon.words(text).of("kin") == [(length + 2, length + 3)]
    assert lexicon.words(text, length + 3).of("kin") == []


def test_of_what_must_be_said_alone_nothing_is_kept_that_a_letter_touches() -> None:
    rule = compiled(phrases=("好",), patterns=("哦{1,3}",), scope="message", around=("kin",))
    lexicon = Lexicon([rule], WORDS)

    assert lexicon.hits("亲好,哦哦") == {0: [(1, 2), (3, 5)]}
    assert lexicon.hits("您好呀哦哦的") == {}
    assert lexicon.hits("好" * 2000) == {}
