"""The agent's layer on the disk: found again whole, changed as a whole, never half."""

import datetime
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.replies.layers import Change, Override, with_edit
from desktop_assist.core.replies.operation import Kept, Operation, OwnReply
from desktop_assist.core.replies.snippet import Field, Snippet, Welcome
from desktop_assist.errors import AssistError
from desktop_assist.store.agent_layer import OVERRIDES, AgentLayer
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.records import Tables, decoded

KEY = "team/refund"
TEAM = Snippet(id="refund", title="退款", category=("售后",), body="三天到账。")


def storage(folder: Path) -> AtomicStorage:
    return AtomicStorage(folder / "own.jsonl", lambda: datetime.date(2026, 1, 1))


def opened(folder: Path) -> AgentLayer:
    return AgentLayer(storage(folder))


def own(name: str, **fields: Any) -> OwnReply:
    return OwnReply(Snippet(id=name, **({"title": "t", "category": ("售后",)} | fields)))


def put(layer: AgentLayer, **states: Kept | None) -> None:
    """Keep `states`; `__` in a name stands for the `/` of a key."""
    after = {name.replace("__", "/"): state for name, state in states.items()}
    layer.apply(Operation("edit", {key: layer.kept(key) for key in after}, after))


def mine(**fields: Any) -> Override:
    return with_edit(KEY, TEAM, None, msgspec.structs.replace(TEAM, **fields))


def test_changes_to_every_kind_of_field_are_found_again(tmp_path: Path) -> None:
    # GIVEN an agent who changed texts, lists, fields, conditions and dictionaries of a reply
    override = mine(
        messages=("一", "二\n三"),
        body="",
        tones={"warm": "亲"},
        fields=(Field(name="days", kind="choice", choices=("1", "2")),),
        welcome=Welcome(hours="06:00-11:30", standing=("vip",)),
        send=True,
        ignore={"rule": "reason"},
    )
    put(opened(tmp_path), team__refund=override)
    # WHEN the program starts again
    again = opened(tmp_path).kept(KEY)
    # THEN each value is what it was, and of the same kind
    assert again == override
    assert isinstance(again, Override)
    assert again.seen == TEAM
    assert opened(tmp_path).notices == ()


def test_own_replies_and_overrides_lie_side_by_side(tmp_path: Path) -> None:
    snippets = OwnSnippets(storage(tmp_path))
    snippets.save(own("own-1").snippet)
    put(snippets.layer, team__refund=mine(body="一天"))
    again = OwnSnippets(storage(tmp_path))
    assert [one.id for one in again.all()] == ["own-1"]
    assert list(again.layer.overrides()) == [KEY]


def test_what_is_no_longer_changed_leaves_the_file(tmp_path: Path) -> None:
    layer = opened(tmp_path)
    put(layer, team__refund=mine(body="一天"))
    put(layer, team__refund=None)
    assert layer.kept(KEY) is None
    assert opened(tmp_path).overrides() == {}


def test_many_changes_are_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layer = opened(tmp_path)
    writes = []
    write = AtomicStorage.write

    def counted(storage: AtomicStorage, data: Tables) -> None:
        writes.append(storage.file)
        write(storage, data)

    monkeypatch.setattr(AtomicStorage, "write", counted)
    put(
        layer,
        team__refund=mine(body="一天"),
        **{f"own__own-{one}": own(f"own-{one}") for one in range(500)},
    )
    assert len(writes) == 1
    assert len(list(opened(tmp_path).own())) == 500


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layer = opened(tmp_path)
    put(layer, team__refund=mine(body="一天"))

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(AssistError, match="the disk is full"):
            put(layer, team__refund=None, **{"own__own-1": own("own-1")})
    for one in (layer, opened(tmp_path)):
        assert one.kept(KEY) == mine(body="一天")
        assert list(one.own()) == []


def test_what_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    layer = opened(tmp_path)
    late = Operation("edit", {"own/own-1": None, KEY: None}, {"own/own-1": own("own-1"), KEY: None})
    put(layer, **{"own__own-1": own("own-1", title="别的")})
    with pytest.raises(AssistError, match=r"“别的” was changed meanwhile\. That change is kept"):
        layer.apply(late)
    assert layer.kept("own/own-1") == own("own-1", title="别的")


@pytest.mark.parametrize(
    "strange",
    [
        {
            "format": 2,
            "key": KEY,
            "hidden": True,
            "seen": {"id": "refund", "title": "t", "category": []},
            "changes": [],
        },
        {"format": 1, "key": KEY, "hidden": False, "seen": {"id": "refund"}, "changes": []},
        {
            "format": 1,
            "key": KEY,
            "hidden": False,
            "seen": {"id": "refund", "title": "t", "category": []},
            "changes": [{"name": "hologram", "base": 1, "mine": 2}],
        },
        {
            "format": 1,
            "key": KEY,
            "hidden": False,
            "seen": {"id": "refund", "title": "t", "category": []},
            "changes": [{"name": "id", "base": "refund", "mine": "other"}],
        },
        {"key": 7},
    ],
)
def test_a_record_of_another_version_stays_in_the_file(
    tmp_path: Path, strange: dict[str, object]
) -> None:
    storage(tmp_path).write({OVERRIDES: {"1": strange}})
    layer = opened(tmp_path)
    assert layer.overrides() == {}
    assert "1 of your own replies cannot be read" in str(layer.notices[0])
    put(layer, team__refund=mine(body="一天"))
    tables = storage(tmp_path).read()
    assert tables is not None
    assert tables[OVERRIDES]["1"] == strange
    assert opened(tmp_path).kept(KEY) == mine(body="一天")


def test_the_teams_newest_version_is_remembered(tmp_path: Path) -> None:
    # GIVEN an agent's change, and a new version of the team's
    layer = opened(tmp_path)
    put(layer, team__refund=mine(body="一天"))
    newer = msgspec.structs.replace(TEAM, title="退款进度")
    layer.see({KEY: newer}.get)
    # WHEN the team deletes the reply
    layer.see(lambda _key: None)
    # THEN what is left is the agent's text with the team's last title
    kept = opened(tmp_path).kept(KEY)
    assert isinstance(kept, Override)
    assert (kept.seen.title, kept.changes) == (
        "退款进度",
        (Change("body", TEAM.body, "一天"), *kept.changes[1:]),
    )


def test_looking_at_the_same_version_again_writes_nothing(tmp_path: Path) -> None:
    layer = opened(tmp_path)
    put(layer, team__refund=mine(body="一天"))
    before = (tmp_path / "own.jsonl").stat()
    layer.see({KEY: TEAM}.get)
    after = (tmp_path / "own.jsonl").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


ROUNDS = 10

MOVE_FOR_EVER = """
import datetime, itertools, sys
from pathlib import Path
from desktop_assist.core.replies.operations import Operations
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.store.agent_layer import AgentLayer
from desktop_assist.store.atomic import AtomicStorage

replies = [Snippet(id=str(one), title="t", category=(), body="字" * 3000) for one in range(5)]
team = {f"team/{one.id}": one for one in replies}
layer = AgentLayer(AtomicStorage(Path(sys.argv[1]), lambda: datetime.date(2026, 1, 1)))
wishes = Operations(team.get, layer.kept)
for one in replies:
    layer.apply(wishes.save(f"own/{one.id}", one))
for number in itertools.count(int(sys.argv[2])):
    layer.apply(wishes.move([*team, *(f"own/{one}" for one in range(5))], (str(number),)))
    print(number, flush=True)
"""


def test_kill_in_mid_write_leaves_no_half_of_a_wish(tmp_path: Path) -> None:
    chance = random.Random(4)
    acknowledged = 0
    for round_ in range(ROUNDS):
        # GIVEN a process that moves ten replies, the team's and own ones, again and again
        file = tmp_path / f"{round_}.jsonl"
        process = subprocess.Popen(
            [sys.executable, "-c", MOVE_FOR_EVER, str(file), "1"], stdout=subprocess.PIPE, text=True
        )
        # WHEN it is killed at some moment
        with process:
            assert process.stdout is not None
            for _ in range(chance.randint(1, 20)):
                acknowledged = int(process.stdout.readline())
            process.kill()
            for text in process.stdout.read().splitlines():
                acknowledged = int(text)
        # THEN all ten are in one place, that of the last acknowledged move or the next one
        assert decoded(file.read_bytes()).is_whole
        layer = AgentLayer(AtomicStorage(file, lambda: datetime.date(2026, 1, 1)))
        assert layer.notices == ()
        places = {one.snippet.category for one in layer.own()}
        changes = [one.changes[0] for one in layer.overrides().values()]
        places |= {change.mine for change in changes if isinstance(change.mine, tuple)}
        assert len(changes) == 5
        assert len(places) == 1
        assert int(places.pop()[0]) in (acknowledged, acknowledged + 1)


WORDS = st.sampled_from(["甲", "乙", ""])
STATES = st.one_of(
    st.none(),
    st.builds(lambda body: mine(body=body), WORDS),
    st.builds(lambda title: Override(KEY, TEAM, mine(title=title).changes, hidden=True), WORDS),
)
OWN_STATES = st.one_of(
    st.none(),
    st.builds(
        lambda body, away: OwnReply(own("own-1", body=body).snippet, away), WORDS, st.booleans()
    ),
)


@given(st.lists(st.tuples(STATES, OWN_STATES, st.booleans()), max_size=8))
@settings(deadline=None, max_examples=60)
def test_any_list_of_states_round_trips(
    steps: list[tuple[Override | None, OwnReply | None, bool]],
) -> None:
    wanted: tuple[Override | None, OwnReply | None] = (None, None)
    with tempfile.TemporaryDirectory() as folder:
        layer = opened(Path(folder))
        for theirs, ours, restart in steps:
            put(layer, team__refund=theirs, **{"own__own-1": ours})
            wanted = theirs, ours
            layer = opened(Path(folder)) if restart else layer
        again = opened(Path(folder))
        assert (again.kept(KEY), again.kept("own/own-1")) == wanted
        assert again.notices == ()
