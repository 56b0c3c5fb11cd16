"""The second opinion: a readable linear model that points at what weighed most."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.bundled import resources
from desktop_assist.core.checking.opinion_grams import features, placed, places_of, words_of
from desktop_assist.core.checking.second_opinion import Family, OpinionModel, SecondOpinion, Wording
from desktop_assist.core.language.folding import fold

MODEL = OpinionModel(
    language="zh-CN",
    tells=1.0,
    calms=-1.0,
    bias=-1.0,
    weights={"就你": 8.0, "就你事": 12.0, "请": -9.0, "包*好": 20.0},
    families={
        "tone": Family(
            wording=Wording(message="This hurts.", why="It blames."), bias=0.1, weights={}
        ),
        "overpromise": Family(
            wording=Wording(message="This promises.", why="It may not hold."),
            bias=0.0,
            weights={"包*好": 2.0},
        ),
    },
)


@pytest.fixture(scope="module")
def opinion() -> SecondOpinion:
    return SecondOpinion(MODEL)


@pytest.fixture(scope="module", params=["zh-CN", "en"])
def shipped(request: pytest.FixtureRequest) -> SecondOpinion:
    file = resources() / "rules" / request.param / "second_opinion.json"
    return SecondOpinion.from_json(file.read_bytes())


def test_it_tells_harm_calls_others_fine_and_leaves_the_rest_open(opinion: SecondOpinion) -> None:
    assert opinion.judge("就你事情最多!").harms
    assert opinion.judge("请稍等").is_fine
    unsure = opinion.judge("马上来")
    assert not unsure.harms
    assert not unsure.is_fine


def test_words_that_it_has_not_read_do_not_make_a_short_message_harm() -> None:
    # GIVEN a model to which most messages harm, and which wants evidence of short ones
    model = OpinionModel(
        language="en",
        tells=1.0,
        calms=-1.0,
        evidence=0.8,
        bias=1.2,
        weights={"moron": 9.0},
        families=MODEL.families,
    )
    opinion = SecondOpinion(model)

    # THEN a short message harms by what it says, not by what nobody knows of it
    assert not opinion.judge("boat at six").harms
    assert opinion.judge("you moron").harms
    assert opinion.judge("boat at six and then we see").harms


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


def test_features_reach_over_gaps() -> None:
    found = features(words_of("就你事多"))
    assert {"^", "就你", "^就你", "就*事", "你*多", "多$", "事多$"} <= set(found)


@given(st.text(max_size=60).map(lambda text: fold(text).text))
def test_every_feature_is_made_of_the_words_at_its_places(text: str) -> None:
    words = words_of(text)
    assert len(places_of(text)) == len(words)
    made = dict(enumerate(dict.fromkeys(features(words)), 1))
    found = [*placed(words, {feature: float(number) for number, feature in made.items()})]
    assert [made[int(weight)] for weight, _ in found] == features(words)
    for weight, numbers in found:
        apart = "".join(words[one] for one in numbers)
        assert made[int(weight)].replace("*", "") == apart.replace("*", "")


def test_only_what_weighs_something_is_placed() -> None:
    words = words_of("就你事多")
    assert [*placed(words, {"就*事": 2.0, "你": -1.0})] == [(-1.0, (2,)), (2.0, (1, 3))]


@given(st.text(max_size=80).map(lambda text: fold(text).text))
def test_it_judges_any_text_and_stays_inside_it(shipped: SecondOpinion, text: str) -> None:
    shipped.judge(text)
    suspect = shipped.suspect(text)
    assert 0 <= suspect.start <= suspect.end <= len(text)
    assert suspect.family in shipped.families
