"""The help is there in both languages, and what it shows is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from desktop_assist.gui.help_window import HelpWindow
from desktop_assist.packs.reader import read_pack

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "help"
BOTH = pytest.mark.parametrize("language", ["zh_CN", "en"])


def test_both_languages_have_the_same_pages() -> None:
    chinese, english = ({one.name for one in (FOLDER / tag).iterdir()} for tag in ("zh_CN", "en"))
    assert chinese == english


@BOTH
def test_links_lead_to_pages(qapp: QApplication, language: str) -> None:
    window = HelpWindow(FOLDER, language)
    for file in (FOLDER / language).iterdir():
        for target in re.findall(r"\]\(([^)]+)\)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).is_file()
    window.text.anchorClicked.emit(QUrl("2-hotkeys.md"))
    assert window.pages.currentRow() == 1
    assert "Ctrl+Alt+H" in window.text.toPlainText()


@BOTH
def test_the_pack_in_the_help_can_be_read(tmp_path: Path, language: str) -> None:
    page = (FOLDER / language / "5-packs.md").read_text(encoding="utf-8")
    manifest, snippets = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "snippets").mkdir()
    (tmp_path / "pack.yaml").write_text(manifest, encoding="utf-8")
    (tmp_path / "snippets" / "one.yaml").write_text(snippets, encoding="utf-8")
    reading = read_pack(tmp_path)
    assert reading.faults == ()
    assert reading.pack is not None
    assert len(reading.pack.snippets) == 1


def test_another_language_shows_its_pages(qapp: QApplication) -> None:
    window = HelpWindow(FOLDER, "en")
    assert window.pages.item(0).text() == "First steps"
    window.choose_language("zh_CN")
    assert window.pages.item(0).text() == "三分钟上手"
    assert "托盘" in window.text.toPlainText()
