"""The help is there in both languages, and what it shows is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage
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


def test_a_picture_is_never_wider_than_the_page(qapp: QApplication, tmp_path: Path) -> None:
    # GIVEN a page with a picture that is wider than any window
    (tmp_path / "en").mkdir()
    wide = QImage(3000, 300, QImage.Format.Format_RGB32)
    wide.fill(Qt.GlobalColor.red)
    assert wide.save(str(tmp_path / "wide.png"))
    text = "# Look\n\n![A window](../wide.png)\n" + "\nMore than one screen of text.\n" * 50
    (tmp_path / "en" / "1.md").write_text(text, encoding="utf-8")
    window = HelpWindow(tmp_path, "en")
    window.show()
    # WHEN the window is made narrow
    window.resize(600, 400)
    qapp.processEvents()
    # THEN the whole picture is there, red over nearly the whole width of the page
    assert window.text.horizontalScrollBar().maximum() == 0
    page = window.text.viewport().grab().toImage()
    red, middle = QColor(Qt.GlobalColor.red), page.width() // 2
    tops = [top for top in range(page.height()) if page.pixelColor(middle, top) == red]
    lefts = [left for left in range(page.width()) if page.pixelColor(left, tops[0]) == red]
    assert len(lefts) > 0.8 * page.width()
    assert len(tops) == pytest.approx(len(lefts) / 10, abs=2)
