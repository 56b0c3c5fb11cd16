"""What the help says of rules is true: every block of YAML loads."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from desktop_assist.core.checking.rules import Better, Condition, Rule
from desktop_assist.packs.lint import lint
from desktop_assist.packs.rules import load_rules

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
PAGES = sorted(HELP.glob("*/*rules*.md"))


def blocks(page: Path) -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_there_is_a_page_in_each_language() -> None:
    assert [page.parent.name for page in PAGES] == ["en", "zh_CN"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_every_block_loads_and_all_of_them_together(page: Path, tmp_path: Path) -> None:
    rules = [block for block in blocks(page) if "\nrules:\n" in block]
    assert len(rules) >= 4
    for number, block in enumerate(rules):
        (tmp_path / f"{number}.yaml").write_text(block, "utf-8")
        reading = load_rules([tmp_path / f"{number}.yaml"])
        assert [str(fault) for fault in reading.faults] == []
        assert len(reading.ruleset.rules) == block.count("- id: ")
    assert [str(fault) for fault in load_rules([tmp_path]).faults] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_the_snippet_with_an_ignore_is_sound(page: Path, tmp_path: Path) -> None:
    (snippets,) = [block for block in blocks(page) if "\nsnippets:\n" in block]
    (tmp_path / "snippets").mkdir()
    (tmp_path / "pack.yaml").write_text('id: a\nversion: "1"\ntitle: t\n', "utf-8")
    (tmp_path / "snippets" / "a.yaml").write_text(snippets, "utf-8")
    assert lint(tmp_path) == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_every_name_of_the_format_is_explained(page: Path) -> None:
    text = page.read_text("utf-8")
    names = {
        field.name for kind in (Rule, Condition, Better) for field in msgspec.structs.fields(kind)
    }
    assert [name for name in sorted(names) if name not in text] == []
