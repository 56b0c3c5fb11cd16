"""`check` and `lint` over files and what is piped in."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from desktop_assist.__main__ import main
from desktop_assist.cli.desk import Desk
from desktop_assist.core.checking.findings import Finding
from desktop_assist.packs.rules import RulesReading, load_rules
from tests.unit.cli_stage import CommandLine, Told

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    return CommandLine(tmp_path / "home", capsys, monkeypatch)


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules that stay as they are, whatever becomes of the real ones."""

    def find(text: str) -> list[Finding]:
        spans = [match.span() for match in re.finditer("我不能|^[嗯哦]$", text)]
        return [
            Finding("zh.no", "tone", "warn", start, end, text[start:end], "冷", "", ("我可以",))
            for start, end in spans
        ]

    nothing = RulesReading(load_rules([]).ruleset)
    monkeypatch.setattr(Desk, "rules", lambda _desk, _paths: nothing)
    monkeypatch.setattr(Desk, "checker", lambda _desk, *_choice, **_options: find)


@pytest.mark.usefixtures("checker")
def test_check_reads_standard_input(run: CommandLine) -> None:
    told = run("check", stdin="我不能给您退".encode())
    assert told.code == 1
    assert told.out.startswith("-:1:1: warn: “我不能” 冷 [zh.no]\n    → 我可以\n")


@pytest.mark.usefixtures("checker")
def test_check_of_a_clean_text_says_nothing(run: CommandLine) -> None:
    told = run("check", "-", stdin="您好，请稍等。".encode())
    assert told == Told(0, "", "")


@pytest.mark.usefixtures("checker")
def test_check_places_findings_by_line_and_code_points(run: CommandLine, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes("\ufeff您好👋\r\n😀我不能退".encode())
    told = run("check", str(draft), "--format", "json")
    assert told.code == 1
    assert told.json == [
        {
            "file": str(draft),
            "line": 2,
            "start": 1,
            "end": 4,
            "text": "我不能",
            "rule": "zh.no",
            "family": "tone",
            "severity": "warn",
            "message": "冷",
            "suggestions": ["我可以"],
        }
    ]


@pytest.mark.usefixtures("checker")
def test_check_without_standard_input_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["--home", str(tmp_path), "--language", "en", "check"]) == 2
    assert capsys.readouterr().err.startswith("There is no standard input to read.")


def test_check_takes_each_line_for_a_message(run: CommandLine) -> None:
    lines = "您好\n嗯\n我不能退\n".encode()
    placed = [one["line"] for one in run("check", "--each-line", "--format=json", stdin=lines).json]
    assert set(placed) == {2, 3}


@pytest.mark.usefixtures("checker")
def test_check_finds_the_same_words_with_and_without_a_carriage_return(run: CommandLine) -> None:
    unix = run("check", "--each-line", "--format=json", stdin="嗯\n哦\n".encode())
    dos = run("check", "--each-line", "--format=json", stdin="嗯\r\n哦\r\n".encode())
    assert unix.json == dos.json
    assert len(unix.json) == 2


@pytest.mark.usefixtures("checker")
def test_a_file_that_is_not_utf_8_costs_only_itself(run: CommandLine, tmp_path: Path) -> None:
    chinese, good = tmp_path / "gbk.txt", tmp_path / "good.txt"
    chinese.write_bytes("您好\n我不能".encode("gbk"))
    good.write_text("我不能退", "utf-8")
    told = run("check", str(chinese), str(good), str(tmp_path / "gone"), "--format", "json")
    assert told.code == 2
    assert [one["file"] for one in told.json] == [str(good)]
    assert "is not UTF-8 text" in told.err
    assert "cannot be read" in told.err


def test_lint_names_the_place_of_a_fault(run: CommandLine, tmp_path: Path) -> None:
    pack = tmp_path / "broken"
    (pack / "snippets").mkdir(parents=True)
    (pack / "pack.yaml").write_text('format: 1\nid: broken\nversion: "1"\ntitle: T\n', "utf-8")
    (pack / "snippets" / "a.yaml").write_text("format: 1\nsnippets: [}\n", "utf-8")
    told = run("lint", str(pack))
    assert told.code == 1
    assert re.search(r"a\.yaml:2:\d+: ", told.out)


def test_lint_finds_no_fault_in_the_starter_pack(run: CommandLine) -> None:
    told = run("lint", str(ROOT / "snippets" / "zh-CN-starter"), "--family", "pack")
    assert (told.out, told.code) == ("", 0)


def test_lint_of_no_folder_is_a_sentence(run: CommandLine, tmp_path: Path) -> None:
    told = run("lint", str(tmp_path / "gone"))
    assert told.code == 2
    assert "is not a folder" in told.err
