"""The second opinion beside the rules: what it adds, what it takes away, and who may silence it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desktop_assist.core.checking.checker import LONGEST_MESSAGE, Checker
from desktop_assist.core.checking.findings import LearntException
from desktop_assist.core.checking.rules import Better
from desktop_assist.core.checking.second_opinion import (
    ClauseScale,
    Family,
    OpinionModel,
    Scale,
    Wording,
)
from desktop_assist.packs.rules import RuleSet

MODEL = OpinionModel(
    language="zh-CN",
    tells=1.0,
    calms=-1.0,
    message=Scale(bias=0.0, weights={"就你": 12.0, "感谢": -12.0}),
    clause=ClauseScale(bias=0.0, weights={"就你": 2.0, "你0": 2.0}, before={}, behind={}),
    families={
        "tone": Family(wording=Wording(message="这会伤人。", why="像责怪。"), bias=0, weights={})
    },
)
EXAMPLES = "{bad: [自己看], good: [您看]}"
RULES = f"""format: 1
rules:
  - {{id: a.certain, family: tone, severity: warn, phrases: [说过了], message: m,
      examples: {{bad: [说过了], good: [您说]}}}}
  - {{id: a.doubtful, family: tone, severity: warn, doubtful: true, phrases: [自己看], message: m,
      examples: {EXAMPLES}}}
"""


@pytest.fixture
def ruleset(tmp_path: Path) -> RuleSet:
    (tmp_path / "a.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "second_opinion.json").write_bytes(msgspec.json.encode(MODEL))
    return RuleSet.load([tmp_path])


def rules_in(checker: Checker, text: str) -> list[str]:
    return [one.rule for one in checker.check(text)]


def test_it_tells_where_no_rule_does(ruleset: RuleSet) -> None:
    (finding,) = Checker(ruleset).check("好吧，就你事情多")
    assert (finding.rule, finding.severity, finding.text) == ("tone.second_opinion", "hint", "就你")
    assert finding.message == "这会伤人。"


def advised(folder: Path, wording: Wording) -> Checker:
    told = Family(wording=wording, bias=0, weights={})
    model = msgspec.structs.replace(MODEL, families={"tone": told}, heaviest="最像“{words}”。")
    (folder / "a.yaml").write_text(RULES, encoding="utf-8")
    (folder / "second_opinion.json").write_bytes(msgspec.json.encode(model))
    return Checker(RuleSet.load([folder]), tone="warm")


BETTER = Better(any=("我来看看",), warm=("亲，我来看看",))


def test_it_offers_a_sentence_for_the_clause(tmp_path: Path) -> None:
    checker = advised(tmp_path, Wording(message="m", why="伤人。", better=BETTER))
    (finding,) = checker.check("好吧，就你事情多，我换")
    assert (finding.text, finding.why) == ("就你事情多", "伤人。最像“就你”。")
    assert finding.suggestions == ("亲，我来看看", "我来看看")


@pytest.mark.parametrize(("takes_back", "ways"), [(False, ()), (True, BETTER.in_order("warm"))])
def test_a_number_is_replaced_only_where_it_is_the_fault(
    tmp_path: Path, takes_back: bool, ways: tuple[str, ...]
) -> None:
    wording = Wording(message="m", why="w", better=BETTER, takes_back=takes_back)
    (finding,) = advised(tmp_path, wording).check("好吧，就你3点要")
    assert finding.text == ("就你3点要" if takes_back else "就你3")
    assert finding.suggestions == ways


def test_it_is_found_beside_files_too(ruleset: RuleSet, tmp_path: Path) -> None:
    one_by_one = RuleSet.load([tmp_path / "a.yaml", tmp_path / "a.yaml", tmp_path])
    assert len(one_by_one.opinions) == len(ruleset.opinions) == 1


def test_it_keeps_quiet_where_a_rule_has_spoken(ruleset: RuleSet) -> None:
    assert rules_in(Checker(ruleset), "说过了，就你事情多") == ["a.certain"]


def test_a_doubtful_rule_is_silent_in_a_message_that_is_fine(ruleset: RuleSet) -> None:
    assert rules_in(Checker(ruleset), "自己看") == ["a.doubtful"]
    assert rules_in(Checker(ruleset), "感谢自己看") == []
    assert rules_in(Checker(ruleset), "感谢，说过了") == ["a.certain"]


def test_an_unsure_hit_counts_where_the_message_harms(tmp_path: Path) -> None:
    unsure = "unsure_patterns: ['自己.{3,40}'], "
    (tmp_path / "a.yaml").write_text(RULES.replace("doubtful: true, ", unsure), encoding="utf-8")
    (tmp_path / "second_opinion.json").write_bytes(msgspec.json.encode(MODEL))
    ruleset = RuleSet.load([tmp_path])
    assert not ruleset.faults
    assert rules_in(Checker(ruleset), "自己看") == ["a.doubtful"]
    assert rules_in(Checker(ruleset), "自己看一下再说") == []
    assert rules_in(Checker(ruleset), "就你，自己看一下再说") == ["a.doubtful"]
    alone = Checker(ruleset, second_opinion=False)
    assert rules_in(alone, "就你，自己看一下再说") == []


def test_a_rule_for_blanks_cannot_be_doubtful(tmp_path: Path) -> None:
    (tmp_path / "blanks.yaml").write_text(
        RULES.replace(
            "family: tone, severity: warn, doubtful",
            "family: placeholder, severity: block, doubtful",
        ),
        encoding="utf-8",
    )
    ruleset = RuleSet.load([tmp_path])
    assert [rule.rule.id for rule in ruleset.rules] == ["a.certain"]
    (fault,) = ruleset.faults
    assert "cannot be doubtful" in fault.message.source


def test_without_it_the_rules_alone_decide(ruleset: RuleSet) -> None:
    alone = Checker(ruleset, second_opinion=False)
    assert rules_in(alone, "感谢自己看") == ["a.doubtful"]
    assert rules_in(alone, "就你事情多") == []


def test_it_can_be_silenced_by_family_by_level_and_by_exception(ruleset: RuleSet) -> None:
    text = "就你事情多"
    assert rules_in(Checker(ruleset, frozenset({"tone"})), text) == []
    assert rules_in(Checker(ruleset, levels={("", "tone"): "off"}), text) == []
    learnt = [LearntException("tone.second_opinion", "就你")]
    assert rules_in(Checker(ruleset, exceptions=learnt), text) == []


def test_it_judges_messages_and_not_books(ruleset: RuleSet) -> None:
    assert rules_in(Checker(ruleset), "就你" * LONGEST_MESSAGE) == []


def test_a_damaged_model_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "second_opinion.json").write_text('{"format": 2', encoding="utf-8")
    ruleset = RuleSet.load([tmp_path])
    assert len(ruleset.faults) == 1
    assert rules_in(Checker(ruleset), "自己看") == ["a.doubtful"]
