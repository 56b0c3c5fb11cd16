"""The team's version, what the agent made of it, and the team's next version: nobody's words go."""

import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.replies.layers import (
    FIELDS,
    Change,
    Override,
    clashes,
    kept_mine,
    layered,
    unit,
    with_edit,
    with_edit_of_withdrawn,
    without,
)
from desktop_assist.core.replies.library import Library
from desktop_assist.core.replies.pack import Manifest, Pack
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError

KEY = "team/refund"


def team_reply(**fields: Any) -> Snippet:
    given = {"title": "退款", "category": ("售后",), "body": "退款三天到账。"} | fields
    return Snippet(id="refund", **given)


def library(team: Snippet | None, override: Override | None = None) -> Library:
    snippets = () if team is None else (team,)
    pack = Pack(Manifest(id="team", version="1", title="团队"), snippets, Path())
    return Library([pack], overrides={} if override is None else {KEY: override})


def changed(snippet: Snippet, **fields: Any) -> Snippet:
    return msgspec.structs.replace(snippet, **fields)


def test_only_the_changed_fields_are_the_agents() -> None:
    # GIVEN an agent who changed the body
    team = team_reply()
    override = with_edit(KEY, team, None, changed(team, body="退款一天到账。"))
    # WHEN the team gives the reply another title
    newer = changed(team, title="退款进度")
    entry = library(newer, override).get(KEY)
    # THEN both stand there, and there is nothing to decide
    assert entry is not None
    assert (entry.snippet.title, entry.snippet.body) == ("退款进度", "退款一天到账。")
    assert entry.changed == ("body",)
    assert entry.news == ()


def test_both_changed_the_same_field() -> None:
    team = team_reply()
    override = with_edit(KEY, team, None, changed(team, body="退款一天到账。"))
    newer = changed(team, body="退款两天到账。")
    # The agent's text stays, and the badge says that there is news
    entry = library(newer, override).get(KEY)
    assert entry is not None
    assert entry.snippet.body == "退款一天到账。"
    assert "body" in entry.news
    clash = clashes(newer, override)[0]
    assert (clash.base, clash.mine, clash.theirs) == (
        "退款三天到账。",
        "退款一天到账。",
        "退款两天到账。",
    )
    # Keep mine: the badge goes until the team changes it again
    kept = kept_mine(override, newer, ["body"])
    assert layered(newer, kept).body == "退款一天到账。"
    assert clashes(newer, kept) == ()
    assert clashes(changed(newer, body="四天"), kept)[0].base == "退款两天到账。"
    # Take theirs
    taken = without(override, ["body"])
    assert layered(newer, taken) == newer
    assert taken.is_empty


def test_the_same_words_are_no_clash() -> None:
    team = team_reply()
    override = with_edit(KEY, team, None, changed(team, body="两天"))
    newer = changed(team, body="两天")
    assert clashes(newer, override) == ()
    entry = library(newer, override).get(KEY)
    assert entry is not None
    assert entry.changed == ()


def test_an_edit_does_not_answer_the_teams_news() -> None:
    team = team_reply()
    override = with_edit(KEY, team, None, changed(team, body="一天"))
    newer = changed(team, body="两天")
    again = with_edit(KEY, newer, override, changed(newer, body="一天半"))
    assert [one.name for one in clashes(newer, again)] == ["body", "messages"]


def test_one_text_never_stands_beside_several_messages() -> None:
    # GIVEN an agent's own body, WHEN the team makes several messages of the reply
    team = team_reply()
    override = with_edit(KEY, team, None, changed(team, body="一天"))
    newer = changed(team, body="", messages=("您好", "三天到账"))
    # THEN the agent's words go out, and taking either part of the news takes both
    assert layered(newer, override).parts == ("一天",)
    assert layered(newer, without(override, ["messages"])) == newer


def test_half_of_a_text_is_settled_as_well() -> None:
    # GIVEN an override of the body alone, as another version of the program may have written it
    half = Override(KEY, team_reply(), (Change("body", "退款三天到账。", "一天"),))
    newer = team_reply(body="两天")
    assert [one.name for one in clashes(newer, half)] == ["body"]
    assert clashes(newer, kept_mine(half, newer)) == ()


def test_a_locked_reply_is_the_teams() -> None:
    team = team_reply(locked=True)
    with pytest.raises(AssistError, match="“退款” is locked by your team"):
        with_edit(KEY, team, None, changed(team, body="一天"))


def test_a_reply_locked_later_sleeps_and_wakes_with_the_agents_words() -> None:
    team = team_reply()
    override = with_edit(KEY, team, None, changed(team, body="一天"))
    locked = changed(team, body="两天", locked=True)
    entry = library(locked, override).get(KEY)
    assert entry is not None
    assert (entry.snippet, entry.changed, entry.news) == (locked, (), ())
    assert layered(team, override).body == "一天"


@pytest.mark.parametrize("field", ["valid_until", "valid_from", "locked"])
def test_the_end_of_an_offer_is_the_teams_alone(field: str) -> None:
    value = True if field == "locked" else datetime.date(2030, 1, 1)
    team = team_reply()
    with pytest.raises(AssistError, match="only your team changes"):
        with_edit(KEY, team, None, changed(team, **{field: value}))


def test_a_deleted_reply_that_the_agent_changed_is_kept_as_personal() -> None:
    team = team_reply()
    override = with_edit(KEY, team, None, changed(team, body="一天"))
    entry = library(None, override).get(KEY)
    assert entry is not None
    assert entry.withdrawn
    assert (entry.snippet.title, entry.snippet.body, entry.key) == ("退款", "一天", KEY)
    assert [one.key for one in library(None, override)] == [KEY]


def test_a_deleted_reply_that_was_only_hidden_is_gone() -> None:
    there = library(None, Override(KEY, team_reply(), hidden=True))
    assert len(there) == 0
    assert there.hidden() == []


def test_a_deleted_reply_lives_on_even_if_locked_last() -> None:
    team = team_reply()
    override = with_edit(KEY, team, None, changed(team, body="一天"))
    locked_last = Override(KEY, changed(team, locked=True), override.changes)
    entry = library(None, locked_last).get(KEY)
    assert entry is not None
    assert entry.snippet.body == "一天"


def test_no_edit_of_a_deleted_reply_makes_it_vanish() -> None:
    # GIVEN a reply that lives on because its body was changed
    team = team_reply()
    override = with_edit(KEY, team, None, changed(team, body="一天"))
    # WHEN the agent writes the team's last words there, and prolongs it
    until = datetime.date(2030, 1, 1)
    edited = with_edit_of_withdrawn(override, changed(team, valid_until=until))
    # THEN it is still there, with both
    entry = library(None, edited).get(KEY)
    assert entry is not None
    assert (entry.snippet.body, entry.snippet.valid_until) == (team.body, until)


def test_a_hidden_reply_is_found_by_its_full_key_only() -> None:
    team = team_reply(code="tk")
    there = library(team, Override(KEY, team, hidden=True))
    assert list(there) == []
    assert there.usable_on(datetime.date(2026, 1, 1)) == []
    assert there.categories() == []
    assert there.get("tk") is None
    assert there.get("refund") is None
    assert [one.key for one in there.hidden()] == [KEY]
    assert there.get(KEY) is not None


def test_the_teams_version_can_be_looked_at() -> None:
    team = team_reply()
    override = with_edit(KEY, team, None, changed(team, body="一天"))
    assert library(team, override).original(KEY) == team
    assert library(None, override).original(KEY) is None


# Three versions of a reply in which every field has one of few values, so that they often agree.
WORDS = st.sampled_from(["", "甲", "乙", "丙"])
TEXTS = st.builds(
    lambda text, several: {"messages": (text, text)} if several else {"body": text},
    WORDS,
    st.booleans(),
)
REPLIES = st.builds(
    lambda text, title, code, tags: team_reply(
        **({"body": ""} | text), title=title, code=code, tags=tags
    ),
    TEXTS,
    WORDS,
    WORDS,
    st.lists(WORDS, max_size=2).map(tuple),
)


@given(base=REPLIES, mine=REPLIES, theirs=REPLIES)
def test_three_versions_meet(base: Snippet, mine: Snippet, theirs: Snippet) -> None:
    override = with_edit(KEY, base, None, mine)
    assert layered(base, override) == mine
    met = layered(theirs, override)
    news = {one.name for one in clashes(theirs, override)}
    for name in FIELDS:
        was, wanted, now, stands = (
            tuple(getattr(one, part) for part in unit(name)) for one in (base, mine, theirs, met)
        )
        # The agent's words stand where there are any, the team's newest everywhere else
        assert stands == (wanted if wanted != was else now)
        # A badge is where both changed it, each in another way, and nowhere else
        assert (name in news) == (wanted not in (was, now) and now != was)


@given(base=REPLIES, mine=REPLIES, theirs=REPLIES)
def test_keep_and_take_settle_it(base: Snippet, mine: Snippet, theirs: Snippet) -> None:
    override = with_edit(KEY, base, None, mine)
    kept = kept_mine(override, theirs)
    assert layered(theirs, kept) == layered(theirs, override)
    assert clashes(theirs, kept) == ()
    taken = without(override, [one.name for one in clashes(theirs, override)])
    assert clashes(theirs, taken) == ()
    assert layered(theirs, without(override)) == theirs


@given(base=REPLIES, mine=REPLIES, again=REPLIES)
def test_only_the_last_edit_counts(base: Snippet, mine: Snippet, again: Snippet) -> None:
    first = with_edit(KEY, base, None, mine)
    assert with_edit(KEY, base, first, again) == with_edit(KEY, base, None, again)
    assert with_edit(KEY, base, first, base).is_empty
