"""The second opinion: a readable linear model that points at what weighed most."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.bundled import resources
from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.checking.opinion_grams import features, placed, places_of, words_of
from desktop_assist.core.checking.second_opinion import (
    MOST_OF_A_CLAUSE,
    ClauseScale,
    Family,
    OpinionModel,
    Scale,
    SecondOpinion,
    Wording,
)
from desktop_assist.core.language.folding import fold
from desktop_assist.packs.rules import RuleSet

SILENT = Scale(bias=0.0, weights={})
MODEL = OpinionModel(
    language="zh-CN",
    tells=1.0,
    calms=-1.0,
    message=Scale(bias=-1.0, weights={"就你": 8.0, "就你事": 12.0, "请": -9.0, "包您": 20.0}),
    clause=ClauseScale(
        bias=0.0, weights={"就你": 8.0, "就你事": 12.0, "包您": 20.0}, before={}, behind={}
    ),
    families={
        "tone": Family(
            wording=Wording(message="This hurts.", why="It blames."), bias=0.1, weights={}
        ),
        "overpromise": Family(
            wording=Wording(message="This promises.", why="It may not hold."),
            bias=0.0,
            weights={"包您": 2.0},
        ),
    },
)


@pytest.fixture(scope="module")
def opinion() -> SecondOpinion:
    return SecondOpinion.of(MODEL)


@pytest.fixture(scope="module", params=["zh-CN", "en"])
def shipped(request: pytest.FixtureRequest) -> SecondOpinion:
    file = resources() / "rules" / request.param / "second_opinion.json"
    return SecondOpinion.from_json(file.read_bytes())


def test_it_tells_harm_calls_others_fine_and_leaves_the_rest_open(opinion: SecondOpinion) -> None:
    assert opinion.judge("就你事情最多!").harms
    assert opinion.judge("请稍等").is_fine
    assert not opinion.judge("马上来").harms
    assert not opinion.judge("马上来").is_fine


def test_one_bad_clause_is_not_lost_in_a_long_kind_message() -> None:
    # GIVEN a model whose clauses say more than the whole message does
    clause = ClauseScale(bias=-2.0, weights={"就你": 99.0}, before={}, behind={})
    opinion = SecondOpinion.of(msgspec.structs.replace(MODEL, message=SILENT, clause=clause))

    # THEN the worst clause counts, however many kind ones stand about it, and only so much
    kind = "亲亲您好呀,感谢您的支持,给您添麻烦了,祝您生活愉快"
    assert not opinion.judge(kind).harms
    assert opinion.score(f"{kind},就你事情最多,{kind}") == MOST_OF_A_CLAUSE
    assert opinion.score(kind) == -2.0


def test_what_stands_beside_a_clause_counts() -> None:
    # GIVEN a refusal that a reason before it makes bearable
    clause = ClauseScale(bias=0.0, weights={"不行": 9.0}, before={"因": -30.0}, behind={})
    opinion = SecondOpinion.of(msgspec.structs.replace(MODEL, message=SILENT, clause=clause))

    assert opinion.score("改地址不行") > opinion.score("因为已出库,改地址不行")


@given(st.text(max_size=80).map(lambda text: fold(text).text))
def test_a_message_is_judged_as_its_score_says(text: str) -> None:
    # The clauses are not looked at where they cannot matter.
    opinion = SecondOpinion.of(MODEL)
    assert opinion.judge(text).harms is (opinion.score(text) >= MODEL.tells)
    assert opinion.judge(text).is_fine is (opinion.score(text) < MODEL.calms)


def test_it_points_at_what_weighed_most(opinion: SecondOpinion) -> None:
    text = "好的。就你事情最多!"
    suspect = opinion.suspect(text)
    assert text[suspect.start : suspect.end] == "就你事"
    assert suspect.family == "tone"
    assert suspect.wording == Wording(message="This hurts.", why="It blames.")


def test_it_names_the_family_of_the_clause(opinion: SecondOpinion) -> None:
    assert opinion.suspect("您放心,用了包您好的").family == "overpromise"


def test_it_keeps_to_its_language(opinion: SecondOpinion) -> None:
    assert opinion.speaks("好的 ok")
    assert not opinion.speaks("all right")
    assert not opinion.speaks("？？")
    assert not opinion.speaks("Dear 张女士, your parcel is on its way to you")


def test_words_are_characters_latin_words_and_numbers_by_their_length() -> None:
    assert words_of("加vx 123号, don't") == ["^", "加", "vx", "000", "号", ",", "don't", "$"]


def test_features_are_one_to_three_words_in_a_row() -> None:
    assert features(words_of("事多")) == [
        "^",
        "事",
        "多",
        "$",
        "^事",
        "事多",
        "多$",
        "^事多",
        "事多$",
    ]


@given(st.text(max_size=60).map(lambda text: fold(text).text))
def test_every_feature_is_made_of_the_words_at_its_places(text: str) -> None:
    words = words_of(text)
    assert len(places_of(text)) == len(words)
    made = dict(enumerate(dict.fromkeys(features(words)), 1))
    found = [*placed(words, {feature: float(number) for number, feature in made.items()})]
    assert [made[int(weight)] for weight, _ in found] == features(words)
    for weight, numbers in found:
        apart = "".join(words[one] for one in numbers)
        assert made[int(weight)] == apart


def test_only_what_weighs_something_is_placed() -> None:
    words = words_of("就你事多")
    assert [*placed(words, {"就你": 2.0, "事": -1.0})] == [(-1.0, range(3, 4)), (2.0, range(1, 3))]


@given(st.text(max_size=80).map(lambda text: fold(text).text))
def test_it_judges_any_text_and_stays_inside_it(shipped: SecondOpinion, text: str) -> None:
    shipped.score(text)
    suspect = shipped.suspect(text)
    assert 0 <= suspect.start <= suspect.end <= len(text)
    assert suspect.family in shipped.families


def test_a_model_is_read_when_it_is_first_asked_and_only_once() -> None:
    # GIVEN an opinion whose model is still to be read
    read: list[str] = []

    def model() -> OpinionModel:
        read.append("read")
        return MODEL

    opinion = SecondOpinion("zh-CN", model)

    # WHEN nobody has asked it, then twice
    assert opinion.speaks("好的")
    assert not read
    assert opinion.judge("就你事情最多!").harms
    assert opinion.judge("请稍等").is_fine

    # THEN it was read once
    assert read == ["read"]


def test_what_is_no_model_is_told_before_it_is_asked() -> None:
    with pytest.raises(msgspec.DecodeError):
        SecondOpinion.from_json(b'{"language": "zh-CN", ')
    for part in ("language", "tells", "message", "clause", "families"):
        parts = msgspec.to_builtins(MODEL)
        del parts[part]
        with pytest.raises(msgspec.DecodeError, match=part):
            SecondOpinion.from_json(msgspec.json.encode(parts))
    weights = msgspec.json.encode(MODEL).replace(b"8.0", b'"8"')
    with pytest.raises(msgspec.DecodeError):
        SecondOpinion.from_json(weights).ready()


def test_a_model_of_an_older_program_is_told_before_it_is_asked() -> None:
    # GIVEN what an upgrade may leave behind: a sound file that this program cannot use
    older = {**msgspec.to_builtins(MODEL), "format": 2}

    with pytest.raises(msgspec.DecodeError, match="format"):
        SecondOpinion.from_json(msgspec.json.encode(older))


def test_the_sentences_that_it_offers_are_fine_themselves(shipped: SecondOpinion) -> None:
    checker = Checker(RuleSet.load([resources() / "rules"]))
    wordings = [shipped.wording(family) for family in shipped.families]
    offered = [way for one in wordings if one for way in one.better.in_order()]
    assert len(offered) >= len(shipped.families) - 1
    assert [way for way in offered if checker.check(way)] == []
