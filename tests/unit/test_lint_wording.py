"""Lint checks the wording of every text of a pack, where it is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_assist.__main__ import main
from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.checking.findings import Finding
from desktop_assist.packs.lint import lint
from desktop_assist.packs.reader import read_contents
from desktop_assist.packs.rules import load_rules
from desktop_assist.packs.wording import Wording, find_in_template, wording

RULES = """format: 1
rules:
  - id: t.cold
    family: tone
    severity: warn
    phrases: [我不管]
    message: 冷
    better: [我来跟进]
    examples: {bad: [我不管], good: [您不管]}
  - id: t.hm
    family: tone
    severity: hint
    phrases: [嗯]
    scope: clause
    message: 太短
    examples: {bad: [嗯], good: [嗯嗯]}
  - id: t.open
    family: placeholder
    severity: block
    patterns: ['\\{[^{}]{0,20}\\}', '<[^<>]{0,20}>', '某某']
    message: 没填
    examples: {bad: ['{姓名}', '{{ a }}'], good: [您好]}
"""
HEAD = "  - id: {id}\n    title: 退款\n    category: [售后]\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    (folder / "snippets").mkdir(parents=True)
    (folder / "pack.yaml").write_text('id: zh\nversion: "1"\ntitle: t\n', "utf-8")
    return folder


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    file = tmp_path / "rules.yaml"
    file.write_text(RULES, "utf-8")
    return file


def write(pack: Path, *snippets: str) -> None:
    texts = [HEAD.replace("{id}", f"s{number}") + one for number, one in enumerate(snippets)]
    (pack / "snippets" / "a.yaml").write_text(f"format: 1\nsnippets:\n{''.join(texts)}", "utf-8")


def checked(pack: Path, rules: Path) -> Wording:
    ruleset = load_rules([rules]).ruleset
    contents = read_contents(pack)
    assert contents.faults == ()
    return wording(contents, Checker(ruleset).check, lambda _rule: True)


def places(pack: Path, rules: Path) -> list[tuple[int, int, int]]:
    return [(one.line, one.start, one.end) for one in checked(pack, rules).findings]


@pytest.mark.parametrize(
    ("snippet", "place"),
    [
        ("    body: 这个我不管\n", (6, 12, 15)),
        ("    body: '这个我不管'\n", (6, 13, 16)),
        ("    body: |-\n      您好\n      😀我不管\n", (8, 7, 10)),
        ("    body: >-\n      您好，\n      我不管\n", (8, 6, 9)),
        ("    messages:\n      - 您好\n      - 我不管\n", (8, 8, 11)),
        ("    body: 您好\n    alternatives: [您好呀, 我不管]\n", (7, 24, 27)),
        ("    body: 您好\n    tones: {warm: 亲我不管}\n", (7, 19, 22)),
        ("    body: 您好\n    translations:\n      zh-TW: 我不管\n", (8, 13, 16)),
    ],
)
def test_every_text_is_checked_at_its_line(
    pack: Path, rules: Path, snippet: str, place: tuple[int, int, int]
) -> None:
    write(pack, snippet)
    assert places(pack, rules) == [place]
    line, start, end = place
    lines = (pack / "snippets" / "a.yaml").read_text("utf-8").splitlines()
    assert lines[line - 1][start:end] == "我不管"


def test_repeated_words_are_told_apart(pack: Path, rules: Path) -> None:
    write(pack, "    body: 我不管，我不管\n", "    body: 您好，我不管\n")
    assert places(pack, rules) == [(6, 10, 13), (6, 14, 17), (10, 13, 16)]


def test_what_yaml_writes_otherwise_is_placed_at_the_whole_text(pack: Path, rules: Path) -> None:
    write(pack, '    body: "\\u6211不管"\n', "    body: 我不管\n")
    assert places(pack, rules) == [(6, 10, 13), (10, 10, 13)]


def test_placeholders_of_ours_are_no_findings_and_others_are(pack: Path, rules: Path) -> None:
    write(
        pack,
        "    body: '{{ customer }}您好{% if order %}，单号{{ order }}{% endif %}，{姓名}'\n",
    )
    (one,) = checked(pack, rules).findings
    assert (one.finding.rule, one.finding.text) == ("t.open", "{姓名}")


def test_a_placeholder_counts_as_a_word(rules: Path) -> None:
    find = Checker(load_rules([rules]).ruleset).check
    assert find_in_template("{{ answer }}嗯", find) == []
    assert [one.text for one in find_in_template("{{ answer }}，嗯", find)] == ["嗯"]
    assert [one.text for one in find_in_template("{% if a %}嗯{% endif %}", find)] == ["嗯"]


def test_the_text_of_a_finding_shows_the_placeholder_as_written() -> None:
    text = "请{{ name }}稍等"

    def find(masked: str) -> list[Finding]:
        assert len(masked) == len(text)
        return [Finding("t", "tone", "warn", 0, len(masked), masked, "")]

    assert [one.text for one in find_in_template(text, find)] == [text]


def test_a_rule_ignored_with_a_reason_is_silent_in_that_snippet_alone(
    pack: Path, rules: Path
) -> None:
    body = "    body: 您说的“我不管”记下了\n"
    write(pack, body + "    ignore: {t.cold: 引用客户的原话}\n", body)
    assert [one.line for one in checked(pack, rules).findings] == [11]


def test_an_ignore_that_matches_nothing_is_told(pack: Path, rules: Path) -> None:
    write(pack, "    body: 您好\n    ignore: {t.cold: 引用}\n")
    (fault,) = checked(pack, rules).idle_ignores
    assert (fault.line, fault.column) == (7, 22)
    assert "“t.cold” finds nothing here" in str(fault)


@pytest.mark.parametrize(
    "ignore",
    [
        *('{t.cold: ""}', "{t.cold: ' '}", "{t.cold: }", "{}"),
        *("[t.cold]", "[t.cold: ]", "[]", "[t.cold, t.hm: 引用]"),
    ],
)
def test_an_ignore_without_a_reason_is_a_fault_and_excuses_nothing(
    pack: Path, rules: Path, ignore: str
) -> None:
    write(pack, f"    body: 我不管\n    ignore: {ignore}\n")
    (fault,) = lint(pack)
    assert fault.line == 7
    assert "without a reason" in str(fault)
    assert len(checked(pack, rules).findings) == 1


@pytest.mark.parametrize("ignore", ["[t.cold: 引用客户的原话]", "\n      - t.cold: 引用客户的原话"])
def test_an_ignore_may_be_written_as_a_list(pack: Path, rules: Path, ignore: str) -> None:
    write(pack, f"    body: 我不管\n    ignore: {ignore}\n")
    assert not lint(pack)
    assert not checked(pack, rules).findings
    assert not checked(pack, rules).idle_ignores


def test_an_idle_ignore_of_a_list_is_told_at_its_rule(pack: Path, rules: Path) -> None:
    write(pack, "    body: 我不管\n    ignore: [t.cold: 引用, t.hm: 无]\n")
    (fault,) = checked(pack, rules).idle_ignores
    assert (fault.line, fault.column) == (7, 32)


@pytest.mark.parametrize("ignore", ["[{t.cold: 引用, t.hm: 无}]", "[[t.cold]]", "引用"])
def test_an_ignore_of_another_shape_is_a_fault(pack: Path, ignore: str) -> None:
    write(pack, f"    body: 我不管\n    ignore: {ignore}\n")
    assert "“name: text” lines" in str(lint(pack)[0])


def linted(home: Path, *words: str) -> int:
    return main(["--home", str(home), "--language", "en", "lint", *words])


def test_the_command_tells_faults_findings_and_idle_ignores_in_their_order(
    pack: Path, rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        pack,
        "    body: 我不管\n    image: images/none.png\n    ignore: {t.hm: 无, t.gone: 无}\n",
        "    body: 您好\n",
    )
    assert linted(tmp_path, str(pack), "--only-rules", str(rules), "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert [(one["line"], one["rule"], one["severity"]) for one in told] == [
        (6, "t.cold", "warn"),
        (7, "pack.fault", "block"),
        (8, "pack.idle-ignore", "hint"),
    ]
    assert {one["file"] for one in told} == {str(pack / "snippets" / "a.yaml")}


def test_an_ignore_of_a_rule_that_nobody_knows_is_told(
    pack: Path, rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(pack, "    body: 您好\n    ignore: {t.gone: 无}\n")
    linted(tmp_path, str(pack), "--rules", str(rules), "--format", "github")
    assert "“t.gone” finds nothing here to ignore" in capsys.readouterr().out


def test_filters_hold_for_lint_too(
    pack: Path, rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(pack, "    body: 我不管，{姓名}\n    image: images/none.png\n")
    own = (str(pack), "--only-rules", str(rules))
    for words, kept in (
        (("--family", "tone"), ["t.cold"]),
        (("--family", "pack"), ["pack.fault"]),
        (("--min-severity", "block"), ["t.open", "pack.fault"]),
    ):
        assert linted(tmp_path, *own, "--format", "json", *words) == 1
        assert [one["rule"] for one in json.loads(capsys.readouterr().out)] == kept


def test_a_fault_in_rules_of_ones_own_is_broken_input(
    pack: Path, rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(pack, "    body: 您好\n")
    twice = ("--only-rules", str(rules), "--rules", str(rules))
    assert linted(tmp_path, str(pack), *twice) == 2
    assert "already defined" in capsys.readouterr().err


def test_a_sound_pack_is_silent(
    pack: Path, rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(pack, "    body: 您好\n")
    assert linted(tmp_path, str(pack), "--only-rules", str(rules)) == 0
    assert tuple(capsys.readouterr()) == ("", "")
