"""The help page on import and export says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_assist.core.replies.part_names import PART_NAMES
from desktop_assist.packs.exchange.formats.every import FORMATS
from desktop_assist.packs.exchange.limits import Limits
from desktop_assist.packs.exchange.table_rows import PICTURES
from desktop_assist.translation import CHINESE, ENGLISH, CatalogueTranslator

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
BOTH = pytest.mark.parametrize(("language", "comma"), [(CHINESE, "、"), (ENGLISH, ", ")])


def page(language: str) -> str:
    return (RESOURCES / "help" / language / "5a-import-and-export.md").read_text("utf-8")


@BOTH
def test_the_table_of_formats_is_theirs(language: str, comma: str) -> None:
    catalogue = (RESOURCES / "translations" / "desktop_assist_zh_CN.ts").read_text("utf-8")
    chinese = CatalogueTranslator.from_ts(catalogue)

    def speak(context: str, source: str) -> str:
        return chinese(context, source) if language == CHINESE else source

    rows = [
        (
            known.title.spoken(speak),
            comma.join(
                text.spoken(speak)
                for name, text in PART_NAMES.items()
                if name in known.holds and name != "body"
            ),
        )
        for known in FORMATS.values()
    ]
    table = re.findall(r"^\| (.+?) \| (.+?) \|$", page(language), re.MULTILINE)
    assert table[2:] == rows


@BOTH
def test_limits_and_folders_are_theirs(language: str, comma: str) -> None:
    text, limits = page(language), Limits()
    shown = {
        ENGLISH: ["100 MB", "200,000 rows", "50,000 characters"],
        CHINESE: ["100 MB", "20 万行", "5 万字"],
    }
    assert all(one in text for one in shown[language])
    assert (limits.size, limits.rows, limits.cell) == (100_000_000, 200_000, 50_000)
    assert comma in text
    assert all(f"`{folder}`" in text for folder in PICTURES[1:3])
