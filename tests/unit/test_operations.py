"""Wishes about many replies: what each one changes, and that each one can be taken back."""

import contextlib
import itertools
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.replies.layers import Override
from desktop_assist.core.replies.operation import Kept, Operation, OwnReply
from desktop_assist.core.replies.operations import Operations
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError


def reply(name: str, **fields: Any) -> Snippet:
    return Snippet(id=name, **({"title": name, "category": ("售后",), "body": name} | fields))


class Table:
    """What is kept of three own replies and three of a team, one of them locked, in memory."""

    def __init__(self) -> None:
        self.team = {f"team/t{number}": reply(f"t{number}") for number in range(2)}
        self.team["team/locked"] = reply("locked", locked=True)
        self.kept: dict[str, Kept] = {
            f"own/o{number}": OwnReply(reply(f"o{number}", code=f"c{number}"))
            for number in range(3)
        }
        self.new_ids = (f"own-new-{number}" for number in itertools.count())
        self.wishes = Operations(self.team.get, self.kept.get)

    def apply(self, operation: Operation) -> Operation:
        for key in operation.changed:
            assert self.kept.get(key) == operation.before[key]
            state = operation.after[key]
            if state is None:
                self.kept.pop(key, None)
            else:
                self.kept[key] = state
        return operation

    def snippet(self, key: str) -> Snippet:
        snippet = self.wishes.snippet(key)
        assert snippet is not None
        return snippet

    def is_away(self, key: str) -> bool:
        kept = self.kept.get(key)
        return kept.deleted if isinstance(kept, OwnReply) else bool(kept and kept.hidden)


@pytest.fixture
def table() -> Table:
    return Table()


def test_own_and_team_replies_move_together(table: Table) -> None:
    done = table.apply(table.wishes.move(["own/o0", "team/t0"], ("物流", "查件")))
    assert table.snippet("own/o0").category == ("物流", "查件")
    assert table.snippet("team/t0").category == ("物流", "查件")
    assert table.team["team/t0"].category == ("售后",)
    assert done.changed == ("own/o0", "team/t0")


def test_a_locked_reply_stays_where_it_is_and_is_named(table: Table) -> None:
    done = table.apply(table.wishes.move(["own/o0", "team/locked"], ("物流",)))
    assert (done.changed, done.left) == (("own/o0",), ("team/locked",))
    assert table.snippet("team/locked").category == ("售后",)


def test_where_all_are_locked_the_wish_is_refused(table: Table) -> None:
    with pytest.raises(AssistError, match="“locked” is locked by your team"):
        table.wishes.tag(["team/locked"], add=["急"])


def test_a_category_moves_with_everything_beneath_it(table: Table) -> None:
    table.apply(table.wishes.move(["own/o0"], ("售后", "退款")))
    table.apply(table.wishes.move(["own/o1"], ("售前",)))
    keys = ["own/o0", "own/o1", "team/t0"]
    table.apply(table.wishes.move_category(keys, ("售后",), ("服务", "售后服务")))
    categories = [table.snippet(key).category for key in keys]
    assert categories == [("服务", "售后服务", "退款"), ("售前",), ("服务", "售后服务")]


def test_tags_come_and_go_and_none_stands_twice(table: Table) -> None:
    table.apply(table.wishes.tag(["own/o0"], add=["急", "双十一"]))
    table.apply(table.wishes.tag(["own/o0"], add=["急", "新"], remove=["双十一"]))
    assert table.snippet("own/o0").tags == ("急", "新")


def test_deleting_hides_what_is_the_teams_and_restoring_brings_all_back(table: Table) -> None:
    table.apply(table.wishes.move(["team/t1"], ("物流",)))
    keys = ["own/o0", "team/t0", "team/t1", "team/locked"]
    table.apply(table.wishes.delete(keys))
    assert all(table.is_away(key) for key in keys)
    table.apply(table.wishes.restore(keys))
    assert not any(table.is_away(key) for key in keys)
    assert table.snippet("team/t1").category == ("物流",)
    assert "team/t0" not in table.kept


def test_what_is_put_away_stays_away_when_it_is_moved(table: Table) -> None:
    keys = ["own/o0", "team/t0"]
    table.apply(table.wishes.delete(keys))
    table.apply(table.wishes.move(keys, ("物流",)))
    assert [table.snippet(key).category for key in keys] == [("物流",)] * 2
    assert all(table.is_away(key) for key in keys)


def test_a_copy_is_the_agents_and_takes_nothing_that_must_be_unique(table: Table) -> None:
    done = table.apply(table.wishes.duplicate(["own/o0", "team/locked"], table.new_ids))
    assert done.changed == ("own/own-new-0", "own/own-new-1")
    first, second = (table.snippet(key) for key in done.changed)
    assert (first.body, first.code) == ("o0", "")
    assert (second.body, second.locked) == ("locked", False)


def test_a_reset_gives_the_teams_version_back_by_field_or_whole(table: Table) -> None:
    changed = msgspec.structs.replace(table.team["team/t0"], title="我的", body="我的")
    table.apply(table.wishes.save("team/t0", changed))
    table.apply(table.wishes.reset(["team/t0"], ["title"]))
    assert (table.snippet("team/t0").title, table.snippet("team/t0").body) == ("t0", "我的")
    table.apply(table.wishes.reset(["team/t0", "own/o0"]))
    assert table.snippet("team/t0") == table.team["team/t0"]
    assert "team/t0" not in table.kept


def test_what_the_team_has_deleted_has_no_version_to_go_back_to(table: Table) -> None:
    changed = msgspec.structs.replace(table.team["team/t0"], body="我的")
    table.apply(table.wishes.save("team/t0", changed))
    del table.team["team/t0"]
    with pytest.raises(AssistError, match=r"has deleted “t0”.*Yours is as it was"):
        table.wishes.reset(["team/t0"])
    # It can be worked on like any other
    table.apply(table.wishes.move(["team/t0"], ("物流",)))
    assert (table.snippet("team/t0").body, table.snippet("team/t0").category) == ("我的", ("物流",))


def test_keep_and_take_answer_the_teams_news(table: Table) -> None:
    mine = msgspec.structs.replace(table.team["team/t0"], title="我的", body="我的")
    table.apply(table.wishes.save("team/t0", mine))
    table.team["team/t0"] = reply("t0", title="新的", body="新的")
    assert {one.name for one in table.wishes.clashes("team/t0")} == {"title", "body", "messages"}
    table.apply(table.wishes.keep("team/t0", ["title"]))
    table.apply(table.wishes.take("team/t0"))
    assert (table.snippet("team/t0").title, table.snippet("team/t0").body) == ("我的", "新的")
    assert table.wishes.clashes("team/t0") == ()


@pytest.mark.parametrize("answer", ["keep", "take"])
def test_where_there_is_no_news_nothing_is_answered(table: Table, answer: str) -> None:
    table.apply(table.wishes.save("team/t0", reply("t0", body="我的")))
    assert getattr(table.wishes, answer)("team/t0").changed == ()
    assert table.snippet("team/t0").body == "我的"


def test_one_of_several_takes_over_and_the_others_are_put_away(table: Table) -> None:
    done = table.apply(table.wishes.merge("own/o0", ["own/o1", "team/t0", "own/o0"]))
    assert set(done.changed) == {"own/o0", "own/o1", "team/t0"}
    assert table.snippet("own/o0").alternatives == ("o1", "t0")
    assert table.is_away("own/o1")
    assert table.is_away("team/t0")
    assert not table.is_away("own/o0")


def test_a_locked_reply_takes_nothing_over(table: Table) -> None:
    with pytest.raises(AssistError, match="locked"):
        table.wishes.merge("team/locked", ["own/o0"])


def test_a_reply_that_is_gone_is_a_sentence(table: Table) -> None:
    wishes: list[Callable[[], Operation]] = [
        lambda: table.wishes.save("team/gone", reply("gone")),
        lambda: table.wishes.move(["team/gone"], ("物流",)),
        lambda: table.wishes.delete(["own/gone"]),
        lambda: table.wishes.duplicate(["own/gone"], table.new_ids),
    ]
    for wish in wishes:
        with pytest.raises(AssistError, match=r"no longer there\. Nothing was changed"):
            wish()


def test_undoing_a_new_reply_keeps_its_text_in_the_bin(table: Table) -> None:
    done = table.apply(table.wishes.save("own/fresh", reply("fresh")))
    back = table.apply(done.undone())
    assert table.kept["own/fresh"] == OwnReply(reply("fresh"), deleted=True)
    table.apply(done.redone())
    assert table.kept["own/fresh"] == OwnReply(reply("fresh"))
    assert back.kind == "undo"


KEYS = st.sampled_from(["own/o0", "own/o1", "own/o2", "team/t0", "team/t1", "team/locked"])
SOME = st.lists(KEYS, min_size=1, max_size=4)
WORD = st.sampled_from(["甲", "乙", "丙"])
Wish = Callable[[Table], Operation]


def move(keys: list[str], word: str) -> Wish:
    return lambda table: table.wishes.move(keys, (word,))


def tag(keys: list[str], word: str) -> Wish:
    return lambda table: table.wishes.tag(keys, [word], ["甲"])


def duplicate(keys: list[str]) -> Wish:
    return lambda table: table.wishes.duplicate(keys, table.new_ids)


def save(key: str, word: str) -> Wish:
    return lambda table: table.wishes.save(key, reply(key.partition("/")[2], body=word))


def write(word: str) -> Wish:
    return lambda table: table.wishes.save(f"own/{word}", reply(word))


def merge(key: str, keys: list[str]) -> Wish:
    return lambda table: table.wishes.merge(key, keys)


def named(name: str, keys: object) -> Wish:
    return lambda table: getattr(table.wishes, name)(keys)


def team_writes(word: str) -> Wish:
    def write(table: Table) -> Operation:
        table.team["team/t0"] = reply("t0", body=word)
        return Operation("edit", {}, {})

    return write


WISHES = st.one_of(
    st.builds(move, SOME, WORD),
    st.builds(tag, SOME, WORD),
    st.builds(duplicate, SOME),
    st.builds(save, KEYS, WORD),
    st.builds(write, WORD),
    st.builds(merge, KEYS, SOME),
    st.builds(named, st.sampled_from(["delete", "restore", "reset"]), SOME),
    st.builds(named, st.sampled_from(["take", "keep"]), KEYS),
    st.builds(team_writes, WORD),
)


def visible(kept: Mapping[str, Kept], known: Mapping[str, Kept]) -> dict[str, Kept]:
    """What is kept, without what lies in the bin and was not known before."""
    return {
        key: state
        for key, state in kept.items()
        if key in known or isinstance(state, Override) or not state.deleted
    }


@given(st.lists(WISHES, max_size=12))
@settings(deadline=None)
def test_undoing_any_list_of_wishes_gives_the_first_state(wishes: list[Wish]) -> None:
    table = Table()
    first = dict(table.kept)
    done: list[Operation] = []
    for wish in wishes:
        with contextlib.suppress(AssistError):
            done.append(table.apply(wish(table)))
    last = dict(table.kept)
    for operation in reversed(done):
        table.apply(operation.undone())
    assert visible(table.kept, first) == first
    # Redone and undone once more
    for operation in done:
        table.apply(operation.redone())
    assert table.kept == last
    for operation in reversed(done):
        table.apply(operation.redone().undone())
    assert visible(table.kept, first) == first
