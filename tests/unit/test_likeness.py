"""Replies that say nearly the same are found, and only those."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.likeness import Group, Likeness, likeness
from desktop_assist.core.replies.set_join import SetJoin
from desktop_assist.core.replies.snippet import Snippet

REFUND = "亲，退款已经提交成功，一般三到五个工作日原路退回，请您耐心等待一下哦～"


def entries(*bodies: str) -> list[Entry]:
    return [
        Entry(Snippet(id=str(number), title="t", category=(), body=body), "team")
        for number, body in enumerate(bodies)
    ]


def groups(*bodies: str) -> Sequence[Group]:
    search = Likeness(entries(*bodies))
    for _done in search.steps():
        pass
    return search.groups


def keys(*bodies: str) -> list[tuple[str, ...]]:
    return [tuple(key.removeprefix("team/") for key in one.keys) for one in groups(*bodies)]


def test_a_changed_word_and_other_signs_are_nearly_the_same() -> None:
    other = "亲 退款已经提交成功，一般三到七个工作日原路退回。请您耐心等待一下哦！"
    found = groups(REFUND, "欢迎光临，请问想看点什么？", other)
    assert [one.keys for one in found] == [("team/0", "team/2")]
    assert 0.8 <= found[0].likeness < 1


def test_the_same_words_in_another_spelling_are_the_same() -> None:
    # Width, traditional letters, case and signs do not count
    assert groups("請問您要退貨嗎？ＯＫ", "请问您要退货吗?ok")[0].likeness == 1.0


def test_what_fills_a_placeholder_makes_no_other_reply() -> None:
    one = "您好，您的订单{{ order }}已经发出，快递是{{ carrier }}。"
    assert keys(one, one.replace("{{ carrier }}", "{{ express }}")) == [("0", "1")]


def test_another_situation_in_the_same_tone_is_no_duplicate() -> None:
    assert keys(REFUND, "亲，换货已经登记好了，新的一件今天就寄出，请您留意查收哦～") == []


def test_a_reply_of_several_messages_counts_as_a_whole() -> None:
    several = Snippet(id="m", title="t", category=(), messages=("您好，请稍等。", "马上为您查。"))
    search = Likeness([Entry(several, "own"), *entries("您好，请稍等。马上为您查。")])
    assert list(search.steps())[-1] == 1.0
    assert [one.keys for one in search.groups] == [("own/m", "team/0")]


def test_empty_and_tiny_texts_are_compared_too() -> None:
    assert keys("", "", "……", "好", "好！", "嗯") == [("3", "4")]


def test_each_one_is_like_the_first_of_its_group() -> None:
    # GIVEN a row of texts, each a little further from the first
    words = [REFUND]
    for place in range(4, 24, 4):
        words.append(words[-1][:place] + "某某" + words[-1][place + 2 :])
    found = groups(*words)
    # THEN no group holds two that have nothing to do with each other any more
    members = [key for group in found for key in group.keys]
    assert len(found) > 1
    assert len(members) == len(set(members))
    for group in found:
        first, *others = (words[int(key.removeprefix("team/"))] for key in group.keys)
        assert all(likeness(first, other) >= 0.8 for other in others)


def test_the_search_can_be_stopped_between_any_two_steps() -> None:
    search = Likeness(entries(*(f"{REFUND}{number}" for number in range(900))))
    steps = search.steps()
    first = [next(steps) for _ in range(5)]
    assert first == sorted(first)
    assert first[-1] < 1
    assert search.groups == ()


def test_thousands_of_the_same_are_one_group() -> None:
    assert [len(one) for one in keys(*[REFUND] * 3000)] == [3000]


SETS = st.lists(st.frozensets(st.integers(0, 12), min_size=1, max_size=9), max_size=30)


@given(SETS, st.sampled_from([0.3, 0.5, 0.6, 0.75, 0.8, 0.9, 1.0]))
def test_the_join_finds_exactly_what_comparing_all_finds(
    sets: list[frozenset[int]], threshold: float
) -> None:
    join = SetJoin(sets, threshold)
    for _done in join.steps():
        pass
    found = {(one, other) for one, near in join.alike.items() for other in near if one < other}
    wanted = {
        (one, other)
        for one, other in combinations(range(len(sets)), 2)
        if len(sets[one] & sets[other]) >= threshold * len(sets[one] | sets[other]) - 1e-9
    }
    assert found == wanted
