"""Replies go out into another tool's file: what is told, and that nobody has to wait."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_assist.errors import AssistError
from desktop_assist.gui.import_window.exporting import Exporting
from desktop_assist.packs.exchange.formats.every import FORMATS
from tests.gui.library_stage import NOW, Stage


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Stage:
    return Stage(tmp_path)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    shown = QWidget()
    yield shown
    shown.deleteLater()


def test_export_writes_tells_what_is_lost_and_refuses_full_folders(
    stage: Stage, window: QWidget, tmp_path: Path
) -> None:
    told: list[str] = []
    failed: list[AssistError] = []
    exporting = Exporting(window, stage.picture, lambda: NOW)
    exporting.told.connect(told.append)
    exporting.failed.connect(failed.append)
    entries = [*stage.library]
    exporting.write(entries, FORMATS["chatwoot"], tmp_path / "out")
    assert (tmp_path / "out.json").is_file()
    assert told[0].startswith(f"{len(entries)} replies are in “{tmp_path / 'out.json'}” now.")
    assert "no place for it: Title" in told[0]
    exporting.write(entries, FORMATS["autokey"], tmp_path)
    assert "has something in it" in str(failed[0].message)


def test_export_is_written_off_this_thread(stage: Stage, window: QWidget, tmp_path: Path) -> None:
    told: list[str] = []
    exporting = Exporting(window, stage.picture, lambda: NOW, stage.worker)
    exporting.told.connect(told.append)
    exporting.write([*stage.library], FORMATS["chatwoot"], tmp_path / "out.json")
    assert told == [f"Writing {len([*stage.library])} replies …"]
    assert not (tmp_path / "out.json").exists()
    stage.worker.work_off()
    assert (tmp_path / "out.json").is_file()
    assert "replies are in" in told[-1]


def test_the_export_dialogue_offers_every_format(stage: Stage, window: QWidget) -> None:
    Exporting(window, stage.picture, lambda: NOW).ask([*stage.library])
    (dialogue,) = window.findChildren(QFileDialog)
    assert len(dialogue.nameFilters()) == len(FORMATS)
    assert "Zendesk macros (JSON) (*.json)" in dialogue.nameFilters()
    dialogue.close()
