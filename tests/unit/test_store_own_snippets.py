"""The agent's own snippets: every list of changes is found again at the next start."""

import datetime
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.replies.snippet import Field, Snippet, Welcome
from desktop_assist.errors import AssistError
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.own_snippets import TABLE, OwnSnippets


def opened(folder: Path) -> OwnSnippets:
    return OwnSnippets(AtomicStorage(folder / "own.jsonl", lambda: datetime.date(2026, 1, 1)))


def snippet(snippet_id: str, body: str = "您好") -> Snippet:
    return Snippet(id=snippet_id, title="t", category=("售后",), body=body)


def test_every_field_is_found_again(tmp_path: Path) -> None:
    full = Snippet(
        id="own-1",
        title="退款",
        category=("售后", "退款"),
        messages=("一", "二\n三"),
        tones={"warm": "亲"},
        fields=(Field(name="days", kind="choice", choices=("1", "2"), default="1"),),
        valid_from=datetime.date(2026, 1, 1),
        locked=True,
        welcome=Welcome(hours="06:00-11:30", standing=("vip",)),
    )
    opened(tmp_path).save(full)
    assert opened(tmp_path).all() == [full]


def test_a_deleted_snippet_lies_in_the_bin_and_comes_back(tmp_path: Path) -> None:
    own = opened(tmp_path)
    own.save(snippet("own-1"))
    own.save(snippet("own-2"))
    own.delete("own-1")
    again = opened(tmp_path)
    assert [one.id for one in again.all()] == ["own-2"]
    assert [one.id for one in again.bin()] == ["own-1"]
    assert again.get("own-1") is None
    again.restore("own-1")
    assert [one.id for one in opened(tmp_path).all()] == ["own-1", "own-2"]


def test_ids_are_never_used_again(tmp_path: Path) -> None:
    own = opened(tmp_path)
    assert own.new_id() == "own-1"
    own.save(snippet("own-1"))
    own.save(snippet("own-7"))
    own.delete("own-7")
    assert opened(tmp_path).new_id() == "own-8"


def test_an_unknown_id_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AssistError, match="no own reply “nine”"):
        opened(tmp_path).delete("nine")


def test_a_failed_save_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = opened(tmp_path)
    own.save(snippet("own-1"))

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(AssistError):
            own.save(snippet("own-1", "changed"))
        with pytest.raises(AssistError):
            own.save(snippet("own-2"))
        with pytest.raises(AssistError):
            own.delete("own-1")
    assert own.all() == opened(tmp_path).all() == [snippet("own-1")]
    own.save(snippet("own-2"))
    assert opened(tmp_path).all() == [snippet("own-1"), snippet("own-2")]


def test_a_record_of_another_version_stays_in_the_file(tmp_path: Path) -> None:
    storage = AtomicStorage(tmp_path / "own.jsonl", lambda: datetime.date(2026, 1, 1))
    strange = {"id": "own-9", "snippet": {"id": "own-9", "hologram": True}}
    storage.write({TABLE: {"1": strange}})
    own = opened(tmp_path)
    assert own.all() == []
    assert "1 of your own replies cannot be read" in str(own.notices[0])
    assert own.new_id() == "own-10"
    own.save(snippet("own-10"))
    tables = AtomicStorage(tmp_path / "own.jsonl", lambda: datetime.date(2026, 1, 1)).read()
    assert tables is not None
    assert tables[TABLE]["1"] == strange


Step = tuple[str, str, str]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["save", "delete", "restore", "restart"]),
        st.sampled_from(["own-1", "own-2", "own-3"]),
        st.text(min_size=1, max_size=8),
    ),
    max_size=12,
)


@given(STEPS)
@settings(deadline=None, max_examples=60)
def test_any_list_of_changes_round_trips(steps: list[Step]) -> None:
    bodies: dict[str, str] = {}
    deleted: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        own = opened(Path(folder))
        for what, name, body in steps:
            if what == "restart":
                own = opened(Path(folder))
            elif what == "save":
                own.save(snippet(name, body))
                bodies[name] = body
                deleted.discard(name)
            elif name in bodies:
                getattr(own, what)(name)
                (deleted.add if what == "delete" else deleted.discard)(name)
        own = opened(Path(folder))
        assert {one.id: one.body for one in [*own.all(), *own.bin()]} == bodies
        assert {one.id for one in own.bin()} == deleted
        assert own.notices == ()
