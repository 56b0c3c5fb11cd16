"""Rules that were proven before: the shipped ones are fresh, and nobody else's are believed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_assist.core.checking.checker import Checker
from desktop_assist.packs import rules as loading
from desktop_assist.packs.proven_rules import SHIPPED, is_own, packed_for, shipped_of
from desktop_assist.packs.rules import load_rules, prove_rules

RULES = Path(__file__).parents[2] / "resources" / "rules"
SOUND = """format: 1
words:
  agent: {words: [(我|我们)]}
rules:
  - id: one
    family: tone
    severity: warn
    phrases: ['<<agent>>不退']
    patterns: ['<<agent>>.{0,3}不改']
    unless: [{message: [agent], quoted: true}]
    message: m
    examples: {bad: [我不退], good: [退]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules.yaml").write_text(SOUND, encoding="utf-8")
    return tmp_path


def files_of(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yaml"))


def pack(folder: Path) -> None:
    proven = prove_rules(files_of(folder))[1]
    assert proven is not None
    (folder / SHIPPED).write_bytes(packed_for(folder, files_of(folder), proven))


def test_the_shipped_rules_are_proven_and_fresh() -> None:
    assert shipped_of(RULES, files_of(RULES)), "run: python packaging/make_proven_rules.py"


def test_shipped_rules_find_what_the_written_ones_find(folder: Path) -> None:
    pack(folder)
    written = prove_rules(files_of(folder))[0].ruleset
    shipped = shipped_of(folder, files_of(folder))
    assert shipped is not None
    kept = loading.RuleSet.trusted(shipped.rules, shipped.words, shipped.known)

    for text in ("我们不退", "我说了不改", "“我不退”我", "退"):
        assert Checker(kept).check(text) == Checker(written).check(text)


def test_a_checkout_with_other_line_ends_and_elsewhere_is_the_same(folder: Path) -> None:
    pack(folder)
    other = folder / "elsewhere"
    other.mkdir()
    shutil.copy(folder / SHIPPED, other)
    (other / "rules.yaml").write_bytes(SOUND.replace("\n", "\r\n").encode())

    assert shipped_of(other, files_of(other))


@pytest.mark.parametrize("damage", [b"", b"\n", b"x\ny", b"\xff\n\xff"])
def test_damaged_or_stale_proof_is_not_believed(folder: Path, damage: bytes) -> None:
    pack(folder)
    packed = (folder / SHIPPED).read_bytes()
    (folder / SHIPPED).write_bytes(packed[:33] + damage)
    assert shipped_of(folder, files_of(folder)) is None

    (folder / SHIPPED).write_bytes(packed)
    (folder / "rules.yaml").write_text(SOUND.replace("不退", "不换"), encoding="utf-8")
    assert shipped_of(folder, files_of(folder)) is None


def test_what_lies_proven_in_a_folder_of_somebody_else_is_not_believed(folder: Path) -> None:
    pack(folder)
    assert not is_own(folder)
    assert is_own(RULES)

    proof = (folder / SHIPPED).read_bytes()
    bad = SOUND.replace(".{0,3}", ".*")
    (folder / "rules.yaml").write_text(bad, encoding="utf-8")
    (folder / SHIPPED).write_bytes(proof)

    assert load_rules([folder]).faults
