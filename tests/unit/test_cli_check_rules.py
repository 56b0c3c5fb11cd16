"""`rule test`: which rules load, which examples fail and how, and what a sample shows."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from desktop_assist.__main__ import main
from desktop_assist.bundled import resources
from desktop_assist.packs.rule_trial import try_rules

RULES = """format: 1
rules:
  - id: my.cold
    family: tone
    severity: warn
    phrases: [我不管]
    message: 冷
    better: [我来跟进]
    examples: {bad: [我不管], good: [您不管, 您好]}
"""
WRONG = """  - id: my.wrong
    family: tone
    severity: hint
    phrases: [呵呵]
    message: 冷
    examples: {bad: [哈哈, 呵呵], good: [您呵呵, 好]}
"""
REFUSED = """  - id: my.refused
    family: tone
    severity: hint
    patterns: ['a.*b']
    message: 冷
    examples: {bad: [ab], good: [b]}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "mine.yaml"
    file.write_text(RULES, "utf-8")
    return file


def try_file(monkeypatch: pytest.MonkeyPatch, file: Path, *words: str, text: str = "") -> int:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    home = str(file.parent / "home")
    return main(["--home", home, "--language", "en", "rule", "test", str(file), *words])


def test_rules_that_load_are_named_with_their_examples(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert try_file(monkeypatch, file) == 0
    told = capsys.readouterr()
    assert told.out == "my.cold loads: 1 bad and 2 good examples are right.\n"
    assert told.err == ""


def test_every_failed_example_is_told_with_what_was_expected(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(RULES + WRONG + REFUSED, "utf-8")
    assert try_file(monkeypatch, file) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{file}:19:16: The pattern “a.*b” is refused")
    assert lines[1:] == [
        "my.cold loads: 1 bad and 2 good examples are right.",
        "my.wrong does not load: 2 of 4 examples are wrong.",
        "    bad example: expected a finding, got none",
        "        哈哈",
        "    good example: expected no finding, got “呵呵”",
        "        您呵呵",
        "          ^^^^ hint my.wrong",
    ]


@pytest.mark.parametrize("by_file", [True, False])
def test_hits_in_a_sample_are_underlined(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], by_file: bool
) -> None:
    text = "您好\r\nOK我不管\r\n"
    sample = file.parent / "sample.txt"
    sample.write_bytes(text.encode())
    words = ("--sample", str(sample)) if by_file else ()
    assert try_file(monkeypatch, file, *words, text="" if by_file else text) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "",
        "    2 | OK我不管",
        "          ^^^^^^ warn my.cold → 我来跟进",
        "",
        "Hits in the sample: 1",
    ]


def test_a_sample_that_is_not_there_is_a_sentence(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert try_file(monkeypatch, file, "--sample", str(file.parent / "gone")) == 2
    assert "gone cannot be read" in capsys.readouterr().err


def test_a_rule_file_that_is_not_there_is_told(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert try_file(monkeypatch, file.with_name("gone.yaml")) == 1
    assert "gone.yaml:1:1:" in capsys.readouterr().out


def test_watching_tests_again_when_a_file_changes_and_says_how_to_end(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    waits: list[float] = []

    def wait(seconds: float) -> None:
        """In place of the clock: the file changes after the first look; Ctrl+C ends the third."""
        waits.append(seconds)
        if len(waits) == 1:
            file.write_text(RULES + WRONG, "utf-8")
            os.utime(file, (2_000_000_000, 2_000_000_000))
        if len(waits) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", wait)
    assert try_file(monkeypatch, file, "--watch") == 1
    out = capsys.readouterr().out
    assert out.count("my.cold loads") == 2
    assert out.count("my.wrong does not load") == 1
    assert out.count("Press Ctrl+C to end.") == 2
    assert waits == [1.0, 1.0, 1.0]


def test_lists_of_the_other_files_can_be_used(tmp_path: Path) -> None:
    words, mine = tmp_path / "words.yaml", tmp_path / "mine.yaml"
    words.write_text("format: 1\nwords:\n  us: {words: [我, 我们]}\n", "utf-8")
    mine.write_text(RULES.replace("phrases: [我不管]", "phrases: ['<<us>>不管']"), "utf-8")
    trial = try_rules(mine, [words])
    assert trial.faults == ()
    assert [one.text for one in trial.checker.check("我们不管")] == ["我们不管"]


def test_a_shipped_file_can_be_tried_where_it_lies() -> None:
    trial = try_rules(resources() / "rules" / "any" / "placeholders.yaml", [resources() / "rules"])
    assert "placeholder.braces" in [one.rule.id for one in trial.rules]


def test_a_file_without_its_format_loads_no_rule(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(RULES.removeprefix("format: 1\n"), "utf-8")
    trial = try_rules(file, [])
    assert trial.rules == ()
    assert "format" in str(trial.faults[0])
