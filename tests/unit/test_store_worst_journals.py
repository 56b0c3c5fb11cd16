"""Files that are only ever added to: what must be forgotten goes for good, all else stays."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_assist.core.suggesting.picks import Pick
from desktop_assist.errors import AssistError
from desktop_assist.store.overrules import Overrule, OverruleLog
from desktop_assist.store.picks import PickStore
from tests.unit.store_stage import DAMAGES, DAY, Damage, Picks, fail, much_garbage


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "kept.jsonl"


@pytest.mark.parametrize("key", ["", "p/x"])
def test_forgetting_takes_the_damaged_copies_with_it(file: Path, key: str) -> None:
    Picks(file).add("p/x")
    file.write_bytes(file.read_bytes() + b"damaged")
    store = PickStore(file, file.with_name("next.jsonl"), fail)
    assert len(telling_of("p/x", file.parent)) == 2
    store.forget(key)
    assert telling_of("p/x", file.parent) == []


def telling_of(key: str, folder: Path) -> list[Path]:
    return [one for one in folder.iterdir() if key.encode() in one.read_bytes()]


def test_what_could_not_be_read_is_not_forgotten_by_halves(
    file: Path, refuse: Callable[[Path], None]
) -> None:
    Picks(file).add("p/x")
    refuse(file)
    store = PickStore(file, file.with_name("next.jsonl"), fail)
    with pytest.raises(AssistError, match="cannot be read"):
        store.forget("p/x")
    store.forget()
    assert not file.exists()


def test_a_failure_is_told_once_until_it_is_over(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[AssistError] = []
    store = PickStore(file, file.with_name("next.jsonl"), heard.append)
    pick = Pick(frozenset({"x"}), "p/x", 1)

    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for _ in range(2):
        with monkeypatch.context() as patch:
            patch.setattr(Path, "touch", full)
            store.picked(pick)
            store.picked(pick)
        store.picked(pick)
    assert len(heard) == 2


@pytest.mark.parametrize("damage", [*DAMAGES, much_garbage])
def test_what_the_log_holds_stays_in_front_of_what_is_added(file: Path, damage: Damage) -> None:
    log = OverruleLog(file)
    file.parent.mkdir()
    log.add([Overrule(DAY, "own/a", "r", "理由")])
    ruined = damage(file.read_bytes())
    file.write_bytes(ruined)
    log.add([Overrule(DAY, "own/b", "r", "第二个理由")])
    data = file.read_bytes()
    assert data.startswith(ruined)
    assert "第二个理由" in data.splitlines()[-1].decode()
    assert len(data.splitlines()[-1]) < 200


def test_a_folder_in_place_of_the_log_is_a_sentence_and_stays(file: Path) -> None:
    file.mkdir(parents=True)
    (file / "precious.txt").write_text("mine")
    with pytest.raises(AssistError, match="it is a folder"):
        OverruleLog(file).add([Overrule(DAY, "own/a", "r", "理由")])
    assert (file / "precious.txt").read_text() == "mine"
