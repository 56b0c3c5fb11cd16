"""What the agent taught the checker, and why a rule was overruled, are kept on the disk."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from desktop_assist.core.checking.findings import Finding
from desktop_assist.errors import AssistError
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.exceptions_store import ExceptionsStore, phrase_of
from desktop_assist.store.overrules import Overrule, OverruleLog

DAY = datetime.date(2026, 3, 2)
BUT = Finding("tone.but", "tone", "warn", 0, 2, "但是", "m")
WIDE = Finding("tone.no", "tone", "warn", 0, 5, "不 可 以", "m")


def store(folder: Path) -> ExceptionsStore:
    return ExceptionsStore(AtomicStorage(folder / "e.jsonl", lambda: DAY), lambda: DAY)


class TestExceptions:
    def test_they_are_there_after_a_new_start(self, tmp_path: Path) -> None:
        taught = store(tmp_path)
        taught.teach(BUT)
        taught.teach(WIDE)
        taught.teach(BUT)
        again = store(tmp_path).all()
        assert [(one.rule, one.family, one.text, one.day) for one in again] == [
            ("tone.but", "tone", "但是", DAY),
            ("tone.no", "tone", "不 可 以", DAY),
        ]

    def test_one_that_was_forgotten_is_gone_for_good(self, tmp_path: Path) -> None:
        taught = store(tmp_path)
        taught.teach(BUT)
        taught.teach(WIDE)
        taught.forget(phrase_of(BUT))
        taught.forget(phrase_of(BUT))
        assert [one.text for one in taught.all()] == ["不 可 以"]
        assert [one.text for one in store(tmp_path).all()] == ["不 可 以"]

    def test_the_spelling_does_not_matter(self, tmp_path: Path) -> None:
        taught = store(tmp_path)
        taught.teach(WIDE)
        plain = Finding("tone.no", "tone", "warn", 0, 3, "不可以", "m")
        assert taught.all()[0].phrase == phrase_of(plain)

    def test_a_record_of_a_later_version_stays(self, tmp_path: Path) -> None:
        file = AtomicStorage(tmp_path / "e.jsonl", lambda: DAY)
        file.write({"exceptions": {"1": {"format": 2, "rule": "later"}}})
        taught = store(tmp_path)
        assert taught.all() == []
        taught.teach(BUT)
        kept = AtomicStorage(tmp_path / "e.jsonl", lambda: DAY).read()
        assert kept is not None
        assert [row["rule"] for row in kept["exceptions"].values()] == ["later", "tone.but"]


class TestOverrules:
    def test_each_is_a_line_without_the_text(self, tmp_path: Path) -> None:
        log = OverruleLog(tmp_path / "o.jsonl")
        log.add([Overrule(DAY, "own/a", "abuse.x", "客户原话")])
        log.add([Overrule(DAY, "own/a", "abuse.y", "两行\n理由")])
        lines = (tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines()
        assert json.loads(lines[0]) == {
            "format": 1,
            "date": "2026-03-02",
            "reply": "own/a",
            "rule": "abuse.x",
            "reason": "客户原话",
        }
        assert json.loads(lines[1])["reason"] == "两行\n理由"

    def test_half_a_line_of_a_killed_process_costs_only_itself(self, tmp_path: Path) -> None:
        file = tmp_path / "o.jsonl"
        file.write_bytes(b'{"format": 1, "da')
        OverruleLog(file).add([Overrule(DAY, "own/a", "r", "理由")])
        assert json.loads(file.read_text(encoding="utf-8").splitlines()[1])["reason"] == "理由"

    def test_a_file_that_cannot_be_written_is_a_sentence(self, tmp_path: Path) -> None:
        (tmp_path / "o.jsonl").mkdir()
        with pytest.raises(AssistError):
            OverruleLog(tmp_path / "o.jsonl").add([Overrule(DAY, "own/a", "r", "理由")])
