"""Uses and favourites: counted in memory, appended to a journal, folded at the next start."""

import datetime
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.searching.search import Standing
from desktop_assist.errors import AssistError
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.records import line
from desktop_assist.store.usage import UsageStore
from desktop_assist.store.writer import Writer

DAY = datetime.date(2026, 1, 1)


class Session:
    """One run of the program over a folder."""

    def __init__(self, folder: Path) -> None:
        self.failures: list[AssistError] = []
        self.writer = Writer(self.failures.append)
        storage = AtomicStorage(folder / "usage.jsonl", lambda: DAY)
        self.usage = UsageStore(storage, folder / "usage", self.writer, self.failures.append)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = Session(tmp_path)
    yield session
    session.writer.close()


def reopened(folder: Path) -> UsageStore:
    session = Session(folder)
    session.writer.close()
    assert session.failures == []
    return session.usage


def test_uses_and_favourites_are_found_again(session: Session, tmp_path: Path) -> None:
    session.usage.used("zh/a", DAY)
    session.usage.used("zh/a", DAY - datetime.timedelta(days=1))
    session.usage.set_favourite("zh/b", True)
    session.usage.set_favourite("zh/a", True)
    session.usage.set_favourite("zh/a", False)
    expected = {
        "zh/a": Standing(2, DAY.toordinal(), favourite=False),
        "zh/b": Standing(0, 0, favourite=True),
    }
    assert session.usage.standing() == expected
    for _ in range(3):
        usage = reopened(tmp_path)
        assert usage.standing() == expected
        assert usage.favourites() == {"zh/b"}


def test_variants_go_round_and_continue_after_a_restart(session: Session, tmp_path: Path) -> None:
    assert [session.usage.next_variant("w", 3) for _ in range(4)] == [0, 1, 2, 0]
    assert reopened(tmp_path).next_variant("w", 3) == 1
    # Fewer variants than before: still one of them.
    assert reopened(tmp_path).next_variant("w", 1) == 0


def test_journals_are_folded_into_the_file(session: Session, tmp_path: Path) -> None:
    session.usage.used("a", DAY)
    assert not (tmp_path / "usage.jsonl").exists()
    reopened(tmp_path)
    assert (tmp_path / "usage.jsonl").exists()
    assert list((tmp_path / "usage").iterdir()) == []


def test_a_crash_while_folding_counts_nothing_twice(session: Session, tmp_path: Path) -> None:
    session.usage.used("a", DAY)
    (journal,) = (tmp_path / "usage").iterdir()
    line = journal.read_bytes()
    reopened(tmp_path)
    journal.write_bytes(line)  # as if the process had died before removing it
    assert reopened(tmp_path).standing()["a"].uses == 1
    again = Session(tmp_path)
    again.usage.used("a", DAY)
    again.writer.close()
    assert reopened(tmp_path).standing()["a"].uses == 2


def test_a_torn_line_costs_only_itself(session: Session, tmp_path: Path) -> None:
    session.usage.used("a", DAY)
    (journal,) = (tmp_path / "usage").iterdir()
    journal.write_bytes(journal.read_bytes()[:-5])
    session.usage.used("b", DAY)
    assert reopened(tmp_path).standing() == {"b": Standing(1, DAY.toordinal())}


def test_a_use_that_cannot_be_written_never_stops_a_paste(tmp_path: Path) -> None:
    session = Session(tmp_path)
    (tmp_path / "usage").write_text("in the way")
    session.usage.used("a", DAY)
    assert session.usage.next_variant("a", 2) == 0
    assert session.usage.next_variant("a", 2) == 1
    assert session.usage.standing()["a"].uses == 1
    assert "could not be saved" in str(session.failures[0])
    # A favourite is the user's wish: what failed is told at once and not shown as done.
    with pytest.raises(AssistError, match="could not be saved"):
        session.usage.set_favourite("a", True)
    assert session.usage.favourites() == frozenset()
    session.writer.close()


def test_records_that_do_not_fit_are_left_out(tmp_path: Path) -> None:
    storage = AtomicStorage(tmp_path / "usage.jsonl", lambda: DAY)
    good = {"key": "a", "uses": 3, "last_day": 1, "favourite": True, "variant": 0}
    storage.write({"usage": {"1": {**good, "uses": "many", "key": "b"}, "2": good}})
    assert reopened(tmp_path).standing() == {"a": Standing(3, 1, favourite=True)}


STEPS = st.lists(
    st.tuples(st.sampled_from(["use", "like", "dislike", "variant", "restart"]),
              st.sampled_from(["a", "b", "您/好"])),
    max_size=15,
)  # fmt: skip


@given(STEPS)
@settings(deadline=None, max_examples=60)
def test_any_list_of_events_round_trips(steps: list[tuple[str, str]]) -> None:
    uses = dict.fromkeys(["a", "b", "您/好"], 0)
    variants = dict(uses)
    liked: set[str] = set()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session = Session(folder)
        for what, key in steps:
            if what == "use":
                session.usage.used(key, DAY)
                uses[key] += 1
            elif what == "variant":
                assert session.usage.next_variant(key, 3) == variants[key] % 3
                variants[key] += 1
            elif what == "restart":
                session.writer.close()
                session = Session(folder)
            else:
                session.usage.set_favourite(key, what == "like")
                (liked.add if what == "like" else liked.discard)(key)
        session.writer.close()
        usage = reopened(folder)
        standing = usage.standing()
        assert {key: standing.get(key, Standing()).uses for key in uses} == uses
        assert usage.favourites() == liked


def test_forgetting_uses_keeps_what_the_agent_likes(session: Session, tmp_path: Path) -> None:
    # GIVEN uses in the file, in a backup and in this session's journal
    session.usage.used("zh/secret", DAY)
    session.usage.used("zh/a", DAY)
    session.usage.set_favourite("zh/a", True)
    session.usage.next_variant("zh/a", 3)
    session.writer.close()
    later = Session(tmp_path)
    later.writer.flush()
    later.usage.used("zh/secret", DAY)
    # WHEN all is forgotten
    later.usage.forget_uses()
    # THEN memory and disk tell of no use, and of what stays
    assert later.usage.standing() == {"zh/a": Standing(favourite=True)}
    for file in tmp_path.rglob("*.jsonl*"):
        assert b"secret" not in file.read_bytes()
    # AND what comes after counts, once
    later.usage.used("zh/a", DAY)
    later.writer.close()
    for _ in range(2):
        usage = reopened(tmp_path)
        assert usage.standing() == {"zh/a": Standing(1, DAY.toordinal(), favourite=True)}
    assert usage.next_variant("zh/a", 3) == 1


def test_uses_that_cannot_be_forgotten_are_still_known(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.usage.used("zh/a", DAY)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop_assist.store.atomic.replace_file", full)
    with pytest.raises(AssistError, match="the disk is full"):
        session.usage.forget_uses()
    assert session.usage.standing()["zh/a"].uses == 1
    session.usage.used("zh/a", DAY)
    monkeypatch.undo()
    assert reopened(tmp_path).standing()["zh/a"].uses == 2


def test_a_journal_that_cannot_be_read_costs_nothing_once_it_can(tmp_path: Path) -> None:
    # GIVEN the journals of three sessions that were never folded
    journals = tmp_path / "usage"
    journals.mkdir()
    for number in (1, 2, 3):
        events = ({"used": "zh/a", "day": 1}, {"favourite": f"zh/{number}", "on": True})
        (journals / f"{number:08}.jsonl").write_bytes(b"".join(map(line, events)))
    middle = sorted(journals.iterdir())[1]
    data = middle.read_bytes()
    middle.unlink()
    middle.mkdir()
    # WHEN the middle one cannot be read, twice
    for _ in range(2):
        session = Session(tmp_path)
        assert session.usage.standing()["zh/a"].uses == 2
        assert "cannot be read" in str(session.usage.notices[0])
        with pytest.raises(AssistError, match="cannot be read"):
            session.usage.forget_uses()
        session.writer.close()
        assert session.failures == []
    # THEN everything is there when it can
    middle.rmdir()
    middle.write_bytes(data)
    for _ in range(2):
        usage = reopened(tmp_path)
        assert usage.standing()["zh/a"].uses == 3
        assert usage.favourites() == {"zh/1", "zh/2", "zh/3"}
        assert usage.notices == ()
    assert list(journals.iterdir()) == []
