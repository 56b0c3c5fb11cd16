"""An import on another thread, while people read and write replies on theirs; and a kill in it."""

from __future__ import annotations

import datetime
import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop_assist.core.replies.operation import Operation, OwnReply
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.services.library_changes import LibraryChanges
from desktop_assist.store.agent_layer import AgentLayer
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.edit_history import EditHistory
from desktop_assist.store.home import Home
from desktop_assist.store.last_import import LastImport
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.records import decoded

DAY = datetime.date(2026, 11, 22)
NOW = datetime.datetime(2026, 11, 22, 9, 30)
MANY = {
    f"own/own-n{at}": Snippet(id=f"own-n{at}", title=str(at), category=("x",), body="话" * 30)
    for at in range(3_000)
}


class Enough(Exception):
    pass


def storage(home: Path) -> AtomicStorage:
    return AtomicStorage(Home(home).own_snippets, lambda: DAY)


@pytest.fixture
def layer(tmp_path: Path) -> AgentLayer:
    return AgentLayer(storage(tmp_path))


@pytest.fixture
def changes(layer: AgentLayer, tmp_path: Path) -> LibraryChanges:
    history = EditHistory(tmp_path / "edits.jsonl", lambda _error: None)
    return LibraryChanges(lambda _key: None, layer, history, lambda: NOW)


def test_reading_and_saving_go_on_while_an_import_is_written(
    changes: LibraryChanges, layer: AgentLayer, tmp_path: Path
) -> None:
    # GIVEN somebody who reads and saves without end
    ended = threading.Event()
    counts: set[int] = set()
    saved: list[str] = []
    failures: list[BaseException] = []

    def use() -> None:
        try:
            while not ended.is_set():
                counts.add(sum(one.snippet.id.startswith("own-n") for one in layer.own()))
                one = Snippet(id=f"own-{len(saved) + 1}", title="我的", category=("y",), body="嗯")
                changes.save(f"own/{one.id}", one)
                saved.append(one.id)
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    # WHEN an import comes in and goes again
    done = changes.bring(MANY)
    done.undo()
    ended.set()
    thread.join()
    # THEN nothing of either is lost, and nobody ever saw half of the import
    assert failures == []
    assert counts <= {0, len(MANY)}
    kept = AgentLayer(storage(tmp_path))
    assert {one.snippet.id for one in kept.own() if not one.deleted} == {*saved}
    assert sum(one.deleted for one in kept.own()) == len(MANY)


@pytest.mark.parametrize("stop_at", [0.0, 0.5, 1.0])
def test_who_hears_how_far_it_is_can_end_it_with_nothing_changed(
    changes: LibraryChanges, layer: AgentLayer, tmp_path: Path, stop_at: float
) -> None:
    noted: list[Operation] = []

    def told(part: float) -> None:
        if part >= stop_at:
            raise Enough

    with pytest.raises(Enough):
        changes.bring(MANY, noted.append, told)
    assert list(layer.own()) == []
    assert not Home(tmp_path).own_snippets.exists()
    assert noted == []


def test_where_the_way_back_cannot_be_noted_nothing_comes_in(
    changes: LibraryChanges, layer: AgentLayer, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    last = LastImport(tmp_path / "file" / "last.jsonl", lambda: NOW)
    with pytest.raises(AssistError, match="could not be saved"):
        changes.bring(MANY, last.note)
    assert list(layer.own()) == []


def test_the_last_import_is_taken_back_after_a_restart(
    changes: LibraryChanges, layer: AgentLayer, tmp_path: Path
) -> None:
    old = Snippet(id="own-1", title="旧", category=("x",), body="旧的")
    changes.save("own/own-1", old)
    last = LastImport(tmp_path / "last.jsonl", lambda: NOW)
    new = Snippet(id="own-1", title="旧", category=("x",), body="新的")
    changes.bring({"own/own-1": new, **MANY}, last.note)
    again = AgentLayer(storage(tmp_path))
    after_restart = LastImport(tmp_path / "last.jsonl", lambda: NOW)
    assert after_restart.about() == (NOW, len(MANY) + 1)
    again.apply(after_restart.way_back(again.kept))
    assert again.kept("own/own-1") == OwnReply(old)
    assert all(one.deleted for one in again.own() if one.snippet.id != "own-1")
    with pytest.raises(AssistError, match="taken back already"):
        last.way_back(again.kept)


ROWS = 4_000
IMPORT = "from desktop_assist.__main__ import main; import sys; sys.exit(main(sys.argv[1:]))"


def test_a_kill_in_the_middle_of_an_import_leaves_all_or_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    rows = "".join(f"c{at},第{at}条话术，您好,分类{at % 9}\n" for at in range(ROWS))
    file.write_text(f"快捷短语编码,快捷短语,快捷短语分组\n{rows}", "utf-8")
    chance = random.Random(6)
    for round_ in range(6):
        home = tmp_path / f"home-{round_}"
        # GIVEN an import, killed at some moment around the writing
        process = subprocess.Popen(
            [sys.executable, "-c", IMPORT, "--home", str(home), "import", str(file), "--yes"],
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        while process.poll() is None and not _has_begun(home):
            pass
        for _ in range(chance.randint(0, 40_000)):
            if process.poll() is not None:
                break
        process.kill()
        process.wait()
        # THEN the replies are there as a whole or not at all, and what is noted can be read
        kept = Home(home).own_snippets
        if kept.exists():
            assert decoded(kept.read_bytes()).is_whole
        own = OwnSnippets(storage(home))
        assert own.notices == ()
        assert len(own.all()) in (0, ROWS)
        if own.all():
            LastImport(Home(home).last_import, lambda: NOW).way_back(own.layer.kept)


def _has_begun(home: Path) -> bool:
    """Whether the way back is noted or being written: the replies are next."""
    return home.is_dir() and any("last-import" in one.name for one in home.iterdir())
