"""`check` with rules of its own: formats, filters and exit codes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_assist.cli.reports import width_of
from desktop_assist.core.checking.levels import PlatformLevel
from desktop_assist.settings import Settings
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.home import Home
from desktop_assist.store.settings_store import SettingsStore
from tests.unit.cli_stage import CommandLine, Told

RULES = """format: 1
rules:
  - id: team.cold
    family: tone
    severity: warn
    phrases: [我不管]
    message: 冷
    why: 顾客需要帮助
    better: [我来跟进]
    link: https://example.com/tone
    examples: {bad: [我不管], good: [您不管]}
  - id: team.laugh
    family: tone
    severity: hint
    phrases: [呵呵]
    message: 像是讥笑
    examples: {bad: [呵呵], good: [哈哈]}
  - id: team.card
    family: privacy
    severity: block
    patterns: ['密码\\n{0,1}给我']
    message: '100%, 不可以: 别问'
    examples: {bad: [密码给我], good: [密码别说]}
  - id: team.shop
    family: shop
    severity: warn
    platforms: [千牛]
    phrases: [加微信]
    message: 站外
    examples: {bad: [加微信], good: [微信]}
"""
TEXT = "您好\n这个我不管，呵呵\n😀密码给我\n"


Run = Callable[..., Told]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    file = tmp_path / "team.yaml"
    file.write_text(RULES, "utf-8")
    return file


@pytest.fixture
def run(
    tmp_path: Path, rules: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    line = CommandLine(tmp_path / "home", capsys, monkeypatch)

    def run(*words: str, text: str = TEXT, each_line: bool = True) -> Told:
        own = ["check", "--only-rules", str(rules), *(["--each-line"] if each_line else [])]
        return line(*own, *words, stdin=text.encode())

    return run


def found(told: Told) -> list[str]:
    return [one["rule"] for one in told.json]


def test_a_finding_in_json_has_the_fields_that_are_promised(run: Run) -> None:
    told = run("--format", "json")
    assert told.code == 1
    assert told.json[0] == {
        "file": "-",
        "line": 2,
        "start": 2,
        "end": 5,
        "text": "我不管",
        "rule": "team.cold",
        "family": "tone",
        "severity": "warn",
        "message": "冷",
        "suggestions": ["我来跟进"],
    }
    assert (told.json[2]["line"], told.json[2]["start"], told.json[2]["end"]) == (3, 1, 5)


def test_people_get_a_table_by_family_and_severity(run: Run) -> None:
    lines = run().out.splitlines()
    assert lines[:2] == ["-:2:3: warn: “我不管” 冷 [team.cold]", "    → 我来跟进"]
    assert lines[-4:] == [
        "family   block  warn  hint  total",
        "privacy      1     0     0      1",
        "tone         0     1     1      2",
        "total        1     1     1      3",
    ]


def test_the_table_is_straight_in_chinese(run: Run) -> None:
    *_, head, first, second, last = run("--language", "zh_CN").out.splitlines()
    assert len({width_of(line) for line in (head, first, second, last)}) == 1


@pytest.mark.parametrize(
    ("words", "rules_found"),
    [
        (("--family", "tone"), ["team.cold", "team.laugh"]),
        (("--family", "privacy"), ["team.card"]),
        (("--family", "privacy", "--family", "tone"), ["team.cold", "team.laugh", "team.card"]),
        (("--min-severity", "warn"), ["team.cold", "team.card"]),
        (("--min-severity", "block"), ["team.card"]),
        (("--min-severity", "block", "--family", "tone"), []),
    ],
)
def test_only_what_is_wanted_is_told_and_counts(
    run: Run, words: tuple[str, ...], rules_found: list[str]
) -> None:
    told = run("--format", "json", *words)
    assert found(told) == rules_found
    assert told.code == (1 if rules_found else 0)


def test_an_unknown_family_is_a_sentence_that_names_the_known_ones(run: Run) -> None:
    told = run("--family", "tones")
    assert told.code == 2
    assert told.err.splitlines() == [
        "No rule belongs to the family “tones”.",
        "Choose from: tone, privacy, shop, pack.",
    ]


def test_a_rule_for_one_platform_is_silent_on_another(run: Run) -> None:
    text = "亲，加微信"
    assert found(run("--format=json", "--platform", "千牛", text=text)) == ["team.shop"]
    assert found(run("--format=json", "--platform", "wechat", text=text)) == []
    assert found(run("--format=json", text=text)) == ["team.shop"]


def test_the_settings_count_unless_a_family_is_asked_for(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    levels = (PlatformLevel(family="privacy", level="off", platform="千牛"),)
    storage = AtomicStorage(Home(home).settings, datetime.date.today)
    SettingsStore(storage).save(Settings(families_off=("tone",), levels=levels))
    assert found(run("--format=json")) == ["team.card"]
    assert found(run("--format=json", "--platform", "千牛")) == []
    assert found(run("--format=json", "--family", "tone")) == ["team.cold", "team.laugh"]
    assert found(run("--format=json", "--platform=千牛", "--family=privacy")) == ["team.card"]


def test_rules_are_added_to_those_that_are_given(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    more = RULES.replace("team.", "more.").replace("呵呵", "嘿嘿").replace("我不管", "随便你")
    (folder / "more.yaml").write_text(more, "utf-8")
    told = run("--format=json", "--rules", str(folder), text="随便你，呵呵")
    assert found(told) == ["more.cold", "team.laugh"]


def test_a_broken_rule_of_ones_own_costs_only_itself_and_is_told(run: Run, rules: Path) -> None:
    rules.write_text(RULES.replace("bad: [呵呵]", "bad: [哈]"), "utf-8")
    told = run("--format=json")
    assert told.code == 2
    assert found(told) == ["team.cold", "team.card"]
    assert re.match(r".*team\.yaml:\d+:\d+: The rule team\.laugh does not find", told.err)


def test_a_rule_file_that_is_not_there_is_broken_input(run: Run, tmp_path: Path) -> None:
    told = run("--rules", str(tmp_path / "gone.yaml"), text="您好")
    assert told.code == 2
    assert "gone.yaml" in told.err


def test_nothing_found_is_silence_for_people_and_an_empty_log_for_programs(run: Run) -> None:
    assert run(text="您好") == Told(0, "", "")
    assert run("--format=github", text="您好") == Told(0, "", "")
    assert run("--format=json", text="您好").json == []
    assert run("--format=sarif", text="您好").json["runs"][0]["results"] == []


def test_sarif_has_what_the_standard_requires(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "我 的.txt"
    draft.write_text(TEXT, "utf-8")
    log = run("--format=sarif", str(draft)).json
    # Section 3.13: sarifLog; 3.14: run; 3.18 and 3.19: tool and its driver.
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (one,) = log["runs"]
    assert one["columnKind"] in ("unicodeCodePoints", "utf16CodeUnits")
    driver = one["tool"]["driver"]
    assert driver["name"]
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    assert driver["rules"][0]["helpUri"] == "https://example.com/tone"
    # Section 3.27: result; 3.29 and 3.30: physicalLocation and region.
    assert [result["level"] for result in one["results"]] == ["warning", "note", "error"]
    for result in one["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert re.fullmatch(r"[!-~]+", place["artifactLocation"]["uri"])
        region = place["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
        assert (region["endLine"], region["endColumn"]) > (
            region["startLine"],
            region["startColumn"],
        )
    assert one["results"][2]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 2,
        "endLine": 3,
        "endColumn": 6,
        "snippet": {"text": "密码给我"},
    }


def test_sarif_ends_a_finding_on_the_line_where_it_ends(run: Run) -> None:
    log = run("--format=sarif", text="请把密码\n给我", each_line=False).json
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "stdin"
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (1, 3)
    assert (place["region"]["endLine"], place["region"]["endColumn"]) == (2, 3)


def test_github_gets_one_escaped_command_a_finding(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "a,b:c%.txt"
    draft.write_text(TEXT, "utf-8")
    lines = run("--format=github", str(draft)).out.splitlines()
    file = f"{tmp_path}/a%2Cb%3Ac%25.txt"
    assert lines == [
        f"::warning file={file},line=2,col=3,endColumn=5,title=team.cold::“我不管” 冷 → 我来跟进",
        f"::notice file={file},line=2,col=7,endColumn=8,title=team.laugh::“呵呵” 像是讥笑",
        f"::error file={file},line=3,col=2,endColumn=5,title=team.card"
        "::“密码给我” 100%25, 不可以: 别问",
    ]
