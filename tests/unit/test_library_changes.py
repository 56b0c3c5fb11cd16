"""Changes to the library as the window asks for them: on the disk, in the history, undoable."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_assist.core.replies.edits import LONGEST_KEPT, Edit, FieldEdit, edits_of
from desktop_assist.core.replies.operation import Operation, OwnReply
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.errors import AssistError
from desktop_assist.services.library_changes import LibraryChanges
from desktop_assist.store.agent_layer import AgentLayer
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.edit_history import EditHistory
from desktop_assist.store.journal import BoundedJournal
from desktop_assist.text import say

NOON = datetime.datetime(2026, 11, 22, 12)


class Room:
    """A library of one team reply and one own, over a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = NOON
        self.failures: list[AssistError] = []
        self.team = {"team/t": reply("t")}
        self.open()

    def open(self) -> None:
        """Start anew with what is on the disk."""
        storage = AtomicStorage(self.folder / "own.jsonl", lambda: datetime.date(2026, 1, 1))
        self.layer = AgentLayer(storage)
        self.history = EditHistory(self.folder / "edits.jsonl", self.failures.append)
        self.changes = LibraryChanges(self.team.get, self.layer, self.history, lambda: self.now)

    def body(self, key: str) -> str:
        return self._snippet(key).body

    def tags(self, key: str) -> tuple[str, ...]:
        return self._snippet(key).tags

    def _snippet(self, key: str) -> Snippet:
        snippet = self.changes.snippet(key)
        assert snippet is not None
        return snippet


def reply(name: str, **fields: Any) -> Snippet:
    return Snippet(id=name, **({"title": name, "category": ("售后",), "body": name} | fields))


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = Room(tmp_path)
    room.changes.save("own/o", reply("o"))
    return room


def test_a_change_to_many_is_undone_and_redone_as_one(room: Room) -> None:
    keys = ["own/o", "team/t"]
    done = room.changes.tag(keys, add=["急"])
    assert [room.tags(key) for key in keys] == [("急",), ("急",)]
    back = done.undo()
    assert set(back.keys) == set(keys)
    assert [room.tags(key) for key in keys] == [(), ()]
    again = back.undo()
    assert [room.tags(key) for key in keys] == [("急",), ("急",)]
    again.undo()
    assert room.changes.snippet("team/t") == room.team["team/t"]
    assert room.layer.overrides() == {}


def test_what_was_done_is_on_the_disk(room: Room) -> None:
    room.changes.tag(["own/o", "team/t"], add=["急"])
    room.changes.delete(["own/o"])
    room.open()
    assert room.tags("team/t") == ("急",)
    assert [one.id for one in room.changes.bin()] == ["o"]
    room.changes.restore(["own/o"])
    assert room.changes.bin() == []


def test_an_undo_never_takes_a_later_edit_with_it(room: Room) -> None:
    done = room.changes.tag(["own/o", "team/t"], add=["急"])
    room.changes.save("own/o", reply("o", body="later"))
    with pytest.raises(AssistError, match="“o” was changed meanwhile"):
        done.undo()
    assert room.body("own/o") == "later"
    assert room.tags("team/t") == ("急",)


def test_a_team_version_that_comes_between_does_not_bar_the_undo(room: Room) -> None:
    room.changes.save("team/t", reply("t", body="mine"))
    done = room.changes.tag(["team/t"], add=["急"])
    room.team["team/t"] = reply("t", title="newer")
    room.layer.see(room.team.get)
    done.undo()
    shown = room.changes.snippet("team/t")
    assert shown is not None
    assert (shown.title, shown.body, shown.tags) == ("newer", "mine", ())


def test_copies_have_names_of_their_own(room: Room) -> None:
    first = room.changes.duplicate(["own/o", "team/t"])
    second = room.changes.duplicate(["own/o"])
    assert len({*first.keys, *second.keys}) == 3
    assert [room.body(key) for key in first.keys] == ["o", "t"]


def test_a_locked_reply_is_named_as_left(room: Room) -> None:
    room.team["team/locked"] = reply("locked", locked=True)
    assert room.changes.move(["team/locked", "own/o"], ("物流",)).left == ("team/locked",)


def test_the_history_tells_who_when_and_what_the_newest_first(room: Room) -> None:
    room.now = NOON + datetime.timedelta(hours=1)
    room.changes.save("own/o", reply("o", body="again", tags=("急",)))
    room.changes.delete(["own/o"])
    room.open()
    deleted, edited, new = room.changes.history("own/o")
    assert (new.kind, new.when, new.fields) == ("new", NOON, ())
    assert (edited.kind, edited.when, edited.who) == ("edit", room.now, "me")
    assert edited.fields == (FieldEdit("body", "o", "again"), FieldEdit("tags", (), ("急",)))
    assert (deleted.kind, deleted.fields) == ("delete", ())


def test_the_history_of_a_teams_reply_tells_what_the_agent_did_to_it(room: Room) -> None:
    room.changes.save("team/t", reply("t", body="mine"))
    room.changes.delete(["team/t"])
    room.changes.restore(["team/t"])
    done = room.changes.reset(["team/t"])
    done.undo()
    history = room.changes.history("team/t")
    assert [one.kind for one in history] == ["undo", "reset", "show", "hide", "edit"]
    assert history[-1].fields == (FieldEdit("body", "t", "mine"),)
    assert history[1].fields == (FieldEdit("body", "mine", "t"),)
    assert history[0].fields == (FieldEdit("body", "t", "mine"),)


def test_each_reply_of_a_merge_has_its_own_line(room: Room) -> None:
    room.changes.merge("own/o", ["team/t"])
    kept, away = room.changes.history("own/o")[0], room.changes.history("team/t")[0]
    assert (kept.kind, [one.name for one in kept.fields]) == (
        "merge",
        ["alternatives", "search_terms"],
    )
    assert (away.kind, away.fields) == ("hide", ())


def test_values_of_every_kind_come_back_as_they_were(room: Room) -> None:
    fields = (Field(name="days", kind="choice", choices=("1",)),)
    day = datetime.date(2026, 12, 1)
    room.changes.save("own/o", reply("o", fields=fields, valid_until=day, tones={"warm": "亲"}))
    room.open()
    found = {one.name: one.after for one in room.changes.history("own/o")[0].fields}
    assert found == {"fields": fields, "valid_until": day, "tones": {"warm": "亲"}}


def test_a_huge_text_is_saved_and_its_history_names_it_only(room: Room) -> None:
    huge = "字" * (LONGEST_KEPT + 1)
    room.changes.save("own/o", reply("o", body=huge))
    room.open()
    assert room.body("own/o") == huge
    assert room.changes.history("own/o")[0].fields == (FieldEdit("body", "o", None),)


def test_nothing_changed_is_nothing_in_the_history(room: Room) -> None:
    done = room.changes.move(["own/o"], ("售后",))
    assert done.keys == ()
    assert len(room.changes.history("own/o")) == 1


def test_a_folder_in_the_historys_place_is_told_of_and_costs_nothing(room: Room) -> None:
    # GIVEN a folder where the history should be
    (room.folder / "edits.jsonl").unlink()
    (room.folder / "edits.jsonl").mkdir()
    room.open()
    # WHEN the agent saves
    room.changes.save("own/o", reply("o", body="saved"))
    # THEN it is saved with its history, and the user hears of the folder
    assert "edits.jsonl" in str(room.failures[0].message)
    room.open()
    assert room.body("own/o") == "saved"
    assert [one.kind for one in room.changes.history("own/o")] == ["edit"]


def test_a_history_that_cannot_be_written_costs_no_words(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_journal: object, _event: object) -> None:
        raise AssistError(say("Test", "The disk is full."))

    with monkeypatch.context() as patch:
        patch.setattr(BoundedJournal, "append", fail)
        room.changes.save("own/o", reply("o", body="saved"))
        room.changes.save("own/o", reply("o", body="saved twice"))
    # The user hears of it once
    assert [str(one.message) for one in room.failures] == ["The disk is full."]
    room.open()
    assert room.body("own/o") == "saved twice"


def test_the_history_is_bounded_and_outlives_damage(tmp_path: Path) -> None:
    file = tmp_path / "edits.jsonl"
    history = EditHistory(file, _raise, most=10)
    for number in range(25):
        operation = _edit(str(number), str(number + 1))
        history.add(edits_of(operation, NOON))
    lines = file.read_bytes().splitlines()
    file.write_bytes(b"\n".join([*lines[:-1], b"torn", b'["x",{}]']))
    notices: list[AssistError] = []
    again = EditHistory(file, notices.append, most=10)
    assert [one.fields[0].before for one in again.of("own/o")] == [
        str(n) for n in range(23, 13, -1)
    ]
    assert file.stat().st_size < 4_000
    assert "was damaged" in str(notices[0].message)


def test_history_of_a_later_version_is_passed_over(tmp_path: Path) -> None:
    history = EditHistory(tmp_path / "edits.jsonl", _raise)
    strange = Edit("own/o", NOON, "me", "hologram")  # type: ignore[arg-type]
    history.add([strange])
    history.add(edits_of(_edit("a", "b"), NOON))
    again = EditHistory(tmp_path / "edits.jsonl", lambda _notice: None)
    assert [one.kind for one in again.of("own/o")] == ["edit"]
    assert b"hologram" in (tmp_path / "edits.jsonl").read_bytes()


def test_the_history_can_be_forgotten(room: Room) -> None:
    room.history.forget()
    assert room.changes.history("own/o") == []
    assert not (room.folder / "edits.jsonl").exists()


def _edit(before: str, after: str) -> Operation:
    states = (OwnReply(reply("o", body=body)) for body in (before, after))
    return Operation("edit", {"own/o": next(states)}, {"own/o": next(states)})


def _raise(error: AssistError) -> None:
    raise error
