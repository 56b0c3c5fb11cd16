"""Files of single lines between versions: an older program leaves a newer one's lines alone.

How whole files of a newer version are refused stands in `test_upgrades`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_assist.core.replies.edits import Edit, FieldEdit
from desktop_assist.core.replies.operation import Operation
from desktop_assist.core.suggesting.picks import Pick
from desktop_assist.core.suggesting.sequences import FollowUp
from desktop_assist.errors import AssistError
from desktop_assist.gui.app_stores import Stores, open_stores
from desktop_assist.store.day_book import DayBook
from desktop_assist.store.home import Home
from desktop_assist.store.last_import import LastImport
from desktop_assist.store.overrules import Overrule
from desktop_assist.store.records import Record, decoded, encoded, line
from desktop_assist.store.usage import UsageStore

NEWER = line({"format": 99, "day": 739000, "hologram": "还没有人认识"})
DAY = datetime.date(2026, 3, 2)
NOW = datetime.datetime(2026, 3, 2, 9, 30)


def picked(stores: Stores) -> None:
    stores.picks.picked(Pick(frozenset({"发货"}), "p/ship", 7))


def followed(stores: Stores) -> None:
    stores.picks.followed(FollowUp("p/ship", "p/parcel", 7))


def edited(stores: Stores) -> None:
    stores.edits.add([Edit("own/one", NOW, "小王", "edit", (FieldEdit("title", "旧", "新"),))])


def overruled(stores: Stores) -> None:
    stores.overrules.add([Overrule(DAY, "own/one", "absolute.best", "活动页原话")])


WRITES: dict[str, Callable[[Stores], None]] = {
    "picks": picked,
    "follow_ups": followed,
    "edits": edited,
    "overrules": overruled,
}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    place = Home(tmp_path / "data")
    place.prepare()
    return place


def opened(home: Home, failures: list[AssistError] | None = None) -> Stores:
    return open_stores(home, (failures if failures is not None else []).append)


@pytest.mark.parametrize("name", WRITES)
def test_a_line_of_a_newer_version_stays_beside_what_this_one_writes(home: Home, name: str) -> None:
    # GIVEN a line that only a later version understands
    file: Path = getattr(home, name)
    file.write_bytes(NEWER)
    # WHEN this version opens the file, writes, and opens it again
    for _ in range(2):
        stores = opened(home)
        WRITES[name](stores)
        stores.writer.close()
    # THEN it is there byte for byte, and so are two lines more
    lines = [one for one in file.read_bytes().split(b"\n") if one]
    assert NEWER.strip() in lines
    assert len(lines) == 3


def test_a_month_of_a_newer_version_is_not_folded_and_the_known_days_count(home: Home) -> None:
    # GIVEN a month that is over, with a line of a later version in it
    home.day_book.mkdir()
    file = home.day_book / "2026-01.jsonl"
    known = line({"format": 1, "day": 739250, "used": "own/one", "characters": 9})
    file.write_bytes(NEWER + known)
    stores = opened(home)
    stores.writer.close()
    assert isinstance(stores.day_book, DayBook)
    assert NEWER in file.read_bytes()
    assert [day.uses["own/one"].count for day in stores.day_book.days().days.values()] == [1]


def test_a_journal_of_uses_of_a_newer_version_is_not_folded_away(home: Home) -> None:
    # GIVEN uses of today in a journal, and one whose meaning is not known
    failures: list[AssistError] = []
    stores = opened(home, failures)
    stores.usage.used("own/one", DAY)
    stores.writer.close()
    journal = next(home.journals.iterdir())
    journal.write_bytes(journal.read_bytes() + NEWER)
    # WHEN the next sessions open it
    for _ in range(2):
        stores = opened(home, failures)
        stores.writer.close()
    # THEN the use is known and the line is still there
    assert isinstance(stores.usage, UsageStore)
    assert stores.usage.standing()["own/one"].uses == 1
    assert NEWER.strip() in b"".join(one.read_bytes() for one in home.journals.iterdir())


def test_what_a_newer_version_keeps_of_an_entry_outlives_a_fold(home: Home) -> None:
    # GIVEN an entry with a field that is not known here, and a record of another shape
    row = {"key": "own/one", "uses": 3, "last_day": 7, "favourite": True, "variant": 0}
    strange = {"group": "双十一", "keys": ["own/one"]}
    rows: dict[str, Record] = {"1": {**row, "pinned": {"place": 2}}, "2": strange}
    home.usage.write_bytes(encoded({"usage": rows, "folded": {"1": {"journal": 0}}}))
    # WHEN this version notes a use, and folds it at the next start
    for _ in range(2):
        stores = opened(home)
        stores.usage.used("own/one", DAY)
        stores.writer.close()
    # THEN both are there, beside the new count
    kept = list(decoded(home.usage.read_bytes()).tables["usage"].values())
    assert strange in kept
    assert [one.get("pinned") for one in kept] == [{"place": 2}, None]
    assert stores.usage.standing()["own/one"].uses == 5


def test_an_import_of_a_newer_version_is_not_taken_back_by_guess(home: Home) -> None:
    file = home.folder / "last-import.jsonl"
    newer = encoded({"about": {"1": {"format": 99}}, "replies": {"own/one": {"shape": "other"}}})
    file.write_bytes(newer)
    last = LastImport(file, lambda: NOW)
    with pytest.raises(AssistError, match=r"of another version\. Nothing was changed"):
        last.way_back(lambda _key: None)
    assert file.read_bytes() == newer
    # WHEN something is imported now THEN that is what can be taken back
    last.note(Operation("import", {}, {}))
    with pytest.raises(AssistError, match="taken back already"):
        last.way_back(lambda _key: None)
