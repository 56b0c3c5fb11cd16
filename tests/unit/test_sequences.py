"""After this reply usually that one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.suggesting.sequences import (
    HALF_LIFE,
    LONGEST_PAUSE,
    MOST_WINDOWS,
    Conversations,
    FollowUp,
    Sequences,
)

TODAY = 740_000


def entry(name: str, stage: str, pack: str = "p") -> Entry:
    return Entry(Snippet(id=name, title=name.upper(), category=("x",), body="x", stage=stage), pack)


ENTRIES = [
    entry("hello", "售前"),
    entry("size", "售前"),
    entry("pay", "售中"),
    entry("confirm", "售中"),
    entry("parcel", "物流"),
    entry("other", "售中", "q"),
]


def keys(sequences: Sequences, key: str, limit: int = 3) -> list[str]:
    return [one.key for one in sequences.next_after(key, limit)]


def test_what_followed_oftenest_comes_first() -> None:
    follow_ups = [FollowUp("p/hello", "p/parcel", TODAY)] * 3
    follow_ups += [FollowUp("p/hello", "p/size", TODAY)] * 2
    first, second = Sequences(ENTRIES, follow_ups, TODAY).next_after("p/hello", 2)
    assert (first.key, second.key) == ("p/parcel", "p/size")
    assert first.score > second.score
    assert (first.learnt, first.why) == (True, "HELLO")


def test_of_equals_the_next_stage_comes_first() -> None:
    follow_ups = [FollowUp("p/hello", "p/size", TODAY), FollowUp("p/hello", "p/pay", TODAY)]
    assert keys(Sequences(ENTRIES, follow_ups, TODAY), "p/hello")[:2] == ["p/pay", "p/size"]


def test_where_nothing_is_learnt_the_next_stage_of_the_same_pack_is_used() -> None:
    uses = {"p/confirm": 5, "p/pay": 9, "p/parcel": 50, "q/other": 70, "gone": 3}
    sequences = Sequences(ENTRIES, (), TODAY, uses)
    assert keys(sequences, "p/hello") == ["p/pay", "p/confirm"]
    assert keys(Sequences(ENTRIES, (), TODAY), "p/hello") == []


def test_old_follow_ups_fade() -> None:
    follow_ups = [FollowUp("p/hello", "p/size", TODAY - 4 * HALF_LIFE)] * 3
    follow_ups += [FollowUp("p/hello", "p/parcel", TODAY)]
    assert keys(Sequences(ENTRIES, follow_ups, TODAY), "p/hello", 1) == ["p/parcel"]


def test_what_is_gone_is_never_suggested() -> None:
    follow_ups = [FollowUp("p/hello", "gone", TODAY), FollowUp("gone", "p/pay", TODAY)]
    sequences = Sequences(ENTRIES, follow_ups, TODAY)
    assert "gone" not in keys(sequences, "p/hello")
    assert keys(sequences, "gone") == []
    assert keys(sequences, "p/hello", 0) == []


def test_a_follow_up_stands_in_one_window_and_within_the_time() -> None:
    talks = Conversations()
    assert talks.sent("w1", "a", 0, TODAY) is None
    assert talks.sent("w2", "b", 1, TODAY) is None
    assert talks.sent("w1", "c", 2, TODAY) == FollowUp("a", "c", TODAY)
    assert talks.sent("w1", "c", 3, TODAY) is None
    assert talks.last("w1", 3) == "c"
    late = 3 + LONGEST_PAUSE + 1
    assert talks.last("w1", late) == ""
    assert talks.sent("w1", "a", late, TODAY) is None
    talks.forget()
    assert talks.last("w1", late) == ""


def test_only_so_many_windows_are_remembered() -> None:
    talks = Conversations()
    for number in range(MOST_WINDOWS + 1):
        talks.sent(str(number), "a", 0, TODAY)
    assert (talks.last("0", 0), talks.last(str(MOST_WINDOWS), 0)) == ("", "a")


NAMES = st.sampled_from([one.key for one in ENTRIES] + ["gone"])


@given(st.lists(st.builds(FollowUp, NAMES, NAMES, st.integers(TODAY - 900, TODAY + 9))), NAMES)
def test_never_itself_never_twice_best_first(follow_ups: list[FollowUp], key: str) -> None:
    follow_ups = [one for one in follow_ups if one.after != one.then]
    found = Sequences(ENTRIES, follow_ups, TODAY).next_after(key, 5)
    names = [one.key for one in found]
    assert key not in names
    assert len(names) == len(set(names)) <= 5
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
