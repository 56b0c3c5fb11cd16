"""An import is kept as a whole, one undo takes it back, and what is locked stays."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest

from desktop_assist.core.replies.layers import Override
from desktop_assist.core.replies.operation import OwnReply
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.services.library_changes import MOST_RECORDED, LibraryChanges
from desktop_assist.store.agent_layer import AgentLayer
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.edit_history import EditHistory

DAY = datetime.date(2026, 11, 22)
NOW = datetime.datetime(2026, 11, 22, 9, 30)
OLD = Snippet(id="own-1", title="旧", category=("x",), body="旧的")
OPEN = Snippet(id="a", title="甲", category=("x",), body="团队的", valid_until=DAY)
LOCKED = Snippet(id="b", title="乙", category=("x",), body="锁着的", locked=True)


@pytest.fixture
def layer(tmp_path: Path) -> AgentLayer:
    return AgentLayer(AtomicStorage(tmp_path / "own.jsonl", lambda: DAY))


@pytest.fixture
def changes(layer: AgentLayer, tmp_path: Path) -> LibraryChanges:
    team = {"team/a": OPEN, "team/b": LOCKED}
    history = EditHistory(tmp_path / "edits.jsonl", lambda _error: None)
    return LibraryChanges(team.get, layer, history, lambda: NOW)


def other(snippet: Snippet, **parts: object) -> Snippet:
    return msgspec.structs.replace(snippet, **parts)


def test_everything_comes_in_and_goes_again(changes: LibraryChanges, layer: AgentLayer) -> None:
    changes.save("own/own-1", OLD)
    new = other(OLD, id="own-2", body="新来的")
    done = changes.bring(
        {
            "own/own-1": other(OLD, body="换了"),
            "own/own-2": new,
            "team/a": other(OPEN, body="我的说法", valid_until=None),
            "team/b": other(LOCKED, body="不行"),
        }
    )
    assert (done.keys, done.left) == (("own/own-1", "own/own-2", "team/a"), ("team/b",))
    assert layer.kept("own/own-1") == OwnReply(other(OLD, body="换了"))
    override = layer.kept("team/a")
    assert isinstance(override, Override)
    # Until when an offer is valid stays the team's word.
    assert {one.name for one in override.changes} == {"body", "messages"}
    assert layer.kept("team/b") is None
    done.undo()
    assert layer.kept("own/own-1") == OwnReply(OLD)
    assert layer.kept("own/own-2") == OwnReply(new, deleted=True)
    assert layer.kept("team/a") is None


def test_what_is_locked_alone_is_refused(changes: LibraryChanges, layer: AgentLayer) -> None:
    with pytest.raises(AssistError, match="locked by your team"):
        changes.bring({"team/b": other(LOCKED, body="不行")})
    assert layer.kept("team/b") is None


def test_an_undo_does_not_take_later_work_with_it(
    changes: LibraryChanges, layer: AgentLayer
) -> None:
    done = changes.bring({"own/own-1": OLD, "own/own-2": other(OLD, id="own-2")})
    changes.save("own/own-1", other(OLD, body="后来改的"))
    with pytest.raises(AssistError, match="was changed meanwhile"):
        done.undo()
    assert layer.kept("own/own-1") == OwnReply(other(OLD, body="后来改的"))


def test_a_big_import_does_not_push_the_history_out(changes: LibraryChanges) -> None:
    changes.save("own/own-1", OLD)
    changes.save("own/own-1", other(OLD, body="改过"))
    many = {f"own/own-{n}": other(OLD, id=f"own-{n}") for n in range(2, 5 * MOST_RECORDED + 100)}
    changes.bring(many)
    assert len(changes.history("own/own-1")) == 2
    assert [one.kind for one in changes.history("own/own-2")] == ["import"]
