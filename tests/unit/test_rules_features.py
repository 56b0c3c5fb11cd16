"""What a rule can ask for: numbers, contexts, word lists, tones, platforms; and what is refused."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.checking.findings import LearntException
from desktop_assist.core.language.numbers import verifies
from desktop_assist.packs.rules import RuleSet, load_rules

ROOT = Path(__file__).parents[2]

HEAD = """format: 1
words:
  agent: {words: [我, (我|咱)们]}
  cannot: {words: [不能, 没办法]}
  sorry: {words: [抱歉], exceptions: [不抱歉]}
rules:
"""
PLAIN = """
  - id: plain
    family: tone
    severity: warn
    message: 换个说法
    examples: {bad: [], good: []}
"""


def ruleset(folder: Path, *lines: str) -> RuleSet:
    """One rule, `plain`, with `lines` added to it."""
    added = "".join(f"    {line}\n" for line in lines)
    (folder / "rules.yaml").write_text(HEAD + PLAIN.strip("\n") + "\n" + added, encoding="utf-8")
    return RuleSet.load([folder])


def found(rules: RuleSet, text: str, platform: str = "") -> list[str]:
    return [one.text for one in Checker(rules, platform=platform).check(text)]


def test_a_word_list_stands_in_phrases_patterns_and_exceptions(tmp_path: Path) -> None:
    rules = ruleset(
        tmp_path,
        "phrases: ['<<agent>>(也|)<<cannot>>']",
        "patterns: ['<<agent>>.{0,3}不行']",
        "exceptions: ['<<agent>><<cannot>>不']",
        "exception_patterns: ['如果.{0,3}<<agent>>.{0,3}不行']",
    )

    assert rules.faults == ()
    assert found(rules, "咱们也没办法，我看不行") == ["咱们也没办法", "我看不行"]
    assert found(rules, "我不能不说，如果真的我看不行") == []


def test_a_phrase_that_stands_for_many_is_found_like_one_that_stands_for_few(
    tmp_path: Path,
) -> None:
    words = "|".join("甲乙丙丁戊己庚辛壬癸")
    rules = ruleset(tmp_path, f"phrases: ['({words})({words}|)({words})(不能|不)']")

    assert rules.faults == ()
    assert found(rules, "说甲乙丙不能，甲乙不，甲不") == ["甲乙丙不能", "甲乙不"]


def test_only_where_a_context_holds(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, "phrases: [加我]", "only: [{message: [sorry]}]")

    assert found(rules, "加我") == []
    assert found(rules, "抱歉，加我") == ["加我"]
    assert found(rules, "不抱歉，加我") == []


def test_words_that_touch_the_hit(tmp_path: Path) -> None:
    rules = ruleset(
        tmp_path, "phrases: [退]", "unless: [{right_before: [cannot]}, {right_after: [sorry]}]"
    )

    assert found(rules, "不能退，退抱歉，不能再退") == ["退"]


def test_a_context_may_lower_the_severity(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, "phrases: [不退]", "unless: [{message: [sorry], lower_to: hint}]")

    assert [one.severity for one in Checker(rules).check("不退")] == ["warn"]
    assert [one.severity for one in Checker(rules).check("抱歉，不退")] == ["hint"]


def test_a_group_of_a_pattern_is_the_hit_and_another_is_verified(tmp_path: Path) -> None:
    rules = ruleset(
        tmp_path,
        r"patterns: ['卡号[是:]{0,2}(?P<hit>(?P<digits>\d[\d ]{11,22}\d)元?)']",
        "verify: bank_card",
    )

    assert found(rules, "卡号是6222 0212 3456 7895元") == []
    assert found(rules, "卡号：6222 0212 3456 7890 128元") == ["6222 0212 3456 7890 128元"]


@pytest.mark.parametrize(
    ("kind", "text", "right"),
    [
        ("cn_id", "11010519491231002X", True),
        ("cn_id", "11010519491231002x", True),
        ("cn_id", "110105194912310021", False),
        ("cn_id", "110105194913310029", False),
        ("luhn", "79927398713", True),
        ("luhn", "79927398710", False),
        ("luhn", "0000", False),
        ("luhn", "", False),
        ("cn_mobile", "138-0013-8000", True),
        ("cn_mobile", "+86 13800138000", True),
        ("cn_mobile", "12800138000", False),
        ("cn_mobile", "138001380001", False),
        ("bank_card", "4111 1111 1111 1111", True),
        ("bank_card", "7992739871399", False),
        ("", "anything", True),
    ],
)
def test_numbers_are_verified(kind: str, text: str, right: bool) -> None:
    assert verifies(kind, text) is right


def test_better_ways_come_in_the_order_of_the_tone(tmp_path: Path) -> None:
    rules = ruleset(
        tmp_path, "phrases: [不退]", "better: {any: [一, 三], formal: [二, 一], warm: [三]}"
    )

    def ways(checker: Checker) -> tuple[str, ...]:
        return checker.check("不退")[0].suggestions

    assert ways(Checker(rules)) == ("一", "三", "二")
    assert ways(Checker(rules, tone="formal")) == ("二", "一", "三")
    assert ways(Checker(rules, tone="warm")) == ("三", "一", "二")


def test_a_rule_is_in_force_on_its_platforms_and_where_none_is_known(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, "phrases: [加我]", "platforms: [千牛, WeChat]")

    assert found(rules, "加我") == ["加我"]
    assert found(rules, "加我", "wechat") == ["加我"]
    assert found(rules, "加我", "飞书") == []


def test_levels_by_platform_go_from_near_to_far(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, "phrases: [不退]")
    far = {("", "tone"): "hint", ("", "plain"): "block"}
    near = {("千牛", "tone"): "off"}

    def severities(levels: object, platform: str) -> list[str]:
        checker = Checker(rules, levels=levels, platform=platform)  # type: ignore[arg-type]
        return [one.severity for one in checker.check("不退")]

    assert severities({("", "tone"): "hint"}, "千牛") == ["hint"]
    assert severities(far, "千牛") == ["block"]
    assert severities({**far, **near}, "千牛") == []
    assert severities({**far, **near}, "wechat") == ["block"]


def test_a_learnt_exception_covers_its_wording_however_it_is_spelt(tmp_path: Path) -> None:
    rules = ruleset(tmp_path, "phrases: [我不能]")
    checker = Checker(rules, exceptions=[LearntException("plain", "我不能代签")])

    assert checker.check("亲，我 不 能代签的，我們说好了") == []
    assert [one.start for one in checker.check("我不能代签，我不能退")] == [6]
    assert found(rules, "我不能代签") == ["我不能"]
    assert Checker(rules, exceptions=[LearntException("other", "我不能")]).check("我不能")
    assert Checker(rules, exceptions=[LearntException("plain", "")]).check("我不能")


REFUSED = {
    "(甲": "phrases: ['不', '(甲']",
    "甲+": "patterns: ['甲+']",
    "(?:甲|甲甲|甲甲甲|)" * 12: f"patterns: ['{'(?:甲|甲甲|甲甲甲|)' * 12}']",
    "(甲|甲甲|甲甲甲|)" * 12: f"phrases: ['{'(甲|甲甲|甲甲甲|)' * 12}']",
    "<<nobody>>": "exception_patterns: ['<<nobody>>']",
    "(?i)甲": "patterns: ['(?i)甲']",
    "甲{0,900}乙{0,9}丙{0,900}": "patterns: ['甲{0,900}乙{0,9}丙{0,900}']",
}


@pytest.mark.parametrize("written", REFUSED)
def test_what_may_run_away_is_refused_at_its_own_place(written: str, tmp_path: Path) -> None:
    line = REFUSED[written]
    (fault,) = ruleset(tmp_path, "phrases: [乙]" if "phrases" not in line else "", line).faults

    text = (tmp_path / "rules.yaml").read_text("utf-8").splitlines()[fault.line - 1]
    assert text[fault.column - 1 :].lstrip("'").startswith(written)


def test_an_alias_bomb_is_a_fault_with_its_place_and_other_files_work(tmp_path: Path) -> None:
    levels = "".join(f"  l{n}: &l{n} [{'*l' + str(n - 1) + ', '} x]\n" for n in range(1, 30))
    bomb = tmp_path / "bomb.yaml"
    bomb.write_text(f"format: 1\nwords:\n{levels}", encoding="utf-8")
    rules = ruleset(tmp_path, "phrases: [不退]")

    assert (rules.faults[0].file, rules.faults[0].line) == (bomb, 3)
    assert found(rules, "不退") == ["不退"]


def test_an_unknown_field_is_a_fault_at_its_own_place(tmp_path: Path) -> None:
    (fault,) = ruleset(tmp_path, "phrases: [不退]", "sever: warn").faults

    assert (fault.line, fault.column) == (13, 12)
    assert "“sever” is not a known name" in str(fault)


def test_proven_rules_are_kept_until_a_file_changes(tmp_path: Path) -> None:
    folder, cache = tmp_path / "rules", tmp_path / "cache"
    folder.mkdir()
    ruleset(folder, "patterns: ['<<agent>>.{0,3}不行', '甲']", "exceptions: [甲乙]")

    first, second = RuleSet.load([folder], cache), RuleSet.load([folder], cache)
    assert len(list(cache.glob("rules-*.json"))) == 1
    assert (
        found(first, "我看不行，甲乙，甲")
        == found(second, "我看不行，甲乙，甲")
        == ["我看不行", "甲"]
    )

    ruleset(folder, "phrases: [乙]")
    assert found(RuleSet.load([folder], cache), "甲乙") == ["乙"]
    assert len(list(cache.glob("rules-*.json"))) == 1


def test_a_damaged_cache_and_broken_rules_are_not_believed(tmp_path: Path) -> None:
    folder, cache = tmp_path / "rules", tmp_path / "cache"
    folder.mkdir()
    ruleset(folder, "phrases: [乙]")
    RuleSet.load([folder], cache)
    for kept in cache.iterdir():
        kept.write_text("{", encoding="utf-8")
    assert found(RuleSet.load([folder], cache), "甲乙") == ["乙"]

    ruleset(folder, "phrases: ['(']")
    assert RuleSet.load([folder], cache).faults
    assert RuleSet.load([folder], cache).faults


def test_the_schema_for_editors_is_fresh() -> None:
    module = _make_rule_schema()

    assert module.TARGET.read_text("utf-8") == module.written(), (
        "run: python packaging/make_rule_schema.py"
    )


def test_the_schema_knows_every_name_of_a_rule() -> None:
    rule = json.loads(_make_rule_schema().written())["$defs"]["Rule"]
    loaded = load_rules([ROOT / "resources" / "rules"]).ruleset.rules[0].rule

    assert set(rule["properties"]) == set(loaded.__struct_fields__)
    assert rule["additionalProperties"] is False


def _make_rule_schema() -> ModuleType:
    path = ROOT / "packaging" / "make_rule_schema.py"
    spec = importlib.util.spec_from_file_location("make_rule_schema", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_message_is_told_in_the_language_of_the_text(tmp_path: Path) -> None:
    plain = PLAIN.replace("message: 换个说法", "message: {en: Say it anew., zh-CN: 换个说法。}")
    (tmp_path / "rules.yaml").write_text(
        HEAD + plain.strip("\n") + "\n    phrases: [不行, no way]\n    why: {zh-CN: 伤人。}\n",
        encoding="utf-8",
    )
    checker = Checker(RuleSet.load([tmp_path]))
    told = [(one.message, one.why) for one in checker.check("不行") + checker.check("no way")]
    assert told == [("换个说法。", "伤人。"), ("Say it anew.", "伤人。")]
