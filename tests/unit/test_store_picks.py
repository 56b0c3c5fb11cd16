"""Picks and follow-ups: kept on this computer, bounded, and forgotten at a word."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from desktop_assist.core.suggesting.picks import MOST_PICKS, Pick
from desktop_assist.core.suggesting.sequences import FollowUp
from desktop_assist.errors import AssistError
from desktop_assist.store.picks import PickStore
from desktop_assist.store.records import line

PICK = Pick(frozenset({"发货", "=发货"}), "p/ship", 7)
OTHER = Pick(frozenset({"退", "half \ud83d"}), "p/return", 8)
NEXT = FollowUp("p/ship", "p/parcel", 7)


def opened(folder: Path, *, may_write: bool = True) -> PickStore:
    def fail(error: AssistError) -> None:
        raise error

    return PickStore(folder / "picks.jsonl", folder / "next.jsonl", fail, may_write=may_write)


def test_what_was_picked_is_found_again(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.picked(PICK)
    store.picked(OTHER)
    store.picked(Pick(frozenset(), "p/ship", 9))
    store.followed(NEXT)
    for again in (store, opened(tmp_path), opened(tmp_path, may_write=False)):
        assert list(again.picks) == [PICK, OTHER]
        assert list(again.follow_ups) == [NEXT]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_this_user_may_read_it(tmp_path: Path) -> None:
    opened(tmp_path).picked(PICK)
    assert stat.S_IMODE((tmp_path / "picks.jsonl").stat().st_mode) == 0o600


def test_all_is_forgotten_at_once(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.picked(PICK)
    store.followed(NEXT)
    store.forget()
    assert list(tmp_path.iterdir()) == []
    assert (list(store.picks), list(store.follow_ups)) == ([], [])
    store.forget()
    store.picked(OTHER)
    assert list(opened(tmp_path).picks) == [OTHER]


def test_one_entry_is_forgotten_at_once(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for pick in (PICK, OTHER, PICK):
        store.picked(pick)
    for one in (NEXT, FollowUp("p/x", "p/ship", 1), FollowUp("p/x", "p/y", 1)):
        store.followed(one)
    store.forget("p/ship")
    for again in (store, opened(tmp_path)):
        assert list(again.picks) == [OTHER]
        assert list(again.follow_ups) == [FollowUp("p/x", "p/y", 1)]
    assert b"p/ship" not in (tmp_path / "picks.jsonl").read_bytes()
    store.picked(PICK)
    assert list(opened(tmp_path).picks) == [OTHER, PICK]


def test_the_oldest_make_room(tmp_path: Path) -> None:
    file = tmp_path / "picks.jsonl"
    rows = ({"format": 1, "grams": ["x"], "key": str(n), "day": n} for n in range(MOST_PICKS + 5))
    file.write_bytes(b"".join(map(line, rows)))
    before = file.stat().st_size
    assert next(iter(opened(tmp_path, may_write=False).picks)).key == "5"
    assert file.stat().st_size == before
    store = opened(tmp_path)
    assert file.stat().st_size < before
    store.picked(PICK)
    assert len(list(store.picks)) == len(list(opened(tmp_path).picks)) == MOST_PICKS


def test_damage_costs_only_itself(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.picked(PICK)
    file = tmp_path / "picks.jsonl"
    file.write_bytes(file.read_bytes()[:-9])
    store.picked(OTHER)
    for bad in ({"format": 1, "grams": "x"}, {"format": 9, "grams": ["x"], "key": "k", "day": 1}):
        file.write_bytes(file.read_bytes() + line(bad))
    assert list(opened(tmp_path).picks) == [OTHER]


def test_what_cannot_be_written_is_told_and_stops_nothing(tmp_path: Path) -> None:
    told: list[AssistError] = []
    (tmp_path / "way").write_text("in the way")
    store = PickStore(tmp_path / "way" / "picks.jsonl", tmp_path / "n.jsonl", told.append)
    store.picked(PICK)
    assert "could not be saved" in str(told[0])
    assert list(store.picks) == [PICK]


def test_a_forgetting_that_fails_is_told(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.picked(PICK)
    (tmp_path / "picks.jsonl").unlink()
    (tmp_path / "picks.jsonl").mkdir()
    (tmp_path / "picks.jsonl" / "x").touch()
    with pytest.raises(AssistError, match="could not be saved"):
        store.forget("p/ship")
    with pytest.raises(AssistError, match="could not be saved"):
        store.forget()
    assert list(store.picks) == [PICK]
