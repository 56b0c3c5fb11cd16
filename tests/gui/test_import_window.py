"""The import window as a person uses it: look, choose, import, undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.packs.exchange.exporting import export
from desktop_assist.packs.exchange.formats.every import FORMATS
from tests.gui.import_stage import Window
from tests.gui.library_stage import NOW

DATA = Path(__file__).resolve().parents[1] / "data" / "exchange"
_STATUS, _ROW, _TITLE, _CATEGORY, _CODE, _TEXT = range(1, 7)


@pytest.fixture
def seen(qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    window = Window(tmp_path)
    yield window
    window.stage.worker.work_off()


def test_before_any_file_nothing_can_be_imported(seen: Window) -> None:
    assert not seen.window.import_button.isEnabled()
    assert "Choose or drop files" in seen.window.told.text()


def test_a_file_is_told_counted_and_not_yet_written(seen: Window) -> None:
    seen.open(DATA / "qianniu-gb18030.csv")
    assert seen.window.told.text() == "qianniu-gb18030.csv: Qianniu (CSV), 3 replies."
    assert seen.window.filters["new"].text() == "New  3"
    assert seen.window.filters["changed"].isHidden()
    assert "GB18030" in seen.window.encoding.itemText(0)
    assert seen.cells(_CODE) == ["hy1", "cf", ""]
    assert seen.window.import_button.text() == "Import 3"
    assert seen.own == []


def test_import_and_one_undo(seen: Window) -> None:
    seen.open(DATA / "qianniu-utf8.csv")
    seen.press_import()
    assert [one.code for one in seen.own] == ["hy1", "cf", ""]
    assert (seen.window.undo_line.told, seen.renewed) == ("3 imported.", 1)
    # What came in is the same now, and there is nothing left to import.
    assert seen.window.rows.counts["same"] == 3
    assert not seen.window.import_button.isEnabled()
    QTest.keyClick(seen.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    seen.stage.worker.work_off()
    assert (seen.own, seen.renewed) == ([], 2)
    assert seen.window.rows.counts["new"] == 3


def test_a_row_that_is_not_chosen_stays_outside(seen: Window) -> None:
    seen.open_rows(",甲,第一条,x\n,乙,第二条,x\n,丙,第二条,x\n")
    rows = seen.window.rows
    role = Qt.ItemDataRole.CheckStateRole
    states = [rows.index(row, 0).data(role) for row in range(3)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    rows.setData(rows.index(0, 0), Qt.CheckState.Unchecked, role)
    assert seen.window.import_button.text() == "Import 1"
    seen.press_import()
    assert [one.title for one in seen.own] == ["乙"]


def test_choosing_all_or_none_is_about_what_is_shown(seen: Window) -> None:
    seen.open_rows(",甲,第一条,x\n,乙,第二条,x\n,丙,第二条,x\n")
    seen.show("duplicate")
    assert seen.cells(_TITLE) == ["丙"]
    QTest.mouseClick(seen.window.all_button, Qt.MouseButton.LeftButton)
    assert len(seen.window.rows.chosen) == 3
    seen.show("new")
    QTest.mouseClick(seen.window.none_button, Qt.MouseButton.LeftButton)
    assert [one.snippet.title for one in seen.window.rows.wanted()] == ["丙"]


def test_the_difference_shows_what_goes_and_comes_but_no_spaces(seen: Window) -> None:
    seen.open_rows("zq,致歉,非常 抱歉，让您久等。,投诉\n")
    assert seen.cells(_STATUS) == ["Changed"]
    html, plain = seen.window.page.toHtml(), seen.window.page.toPlainText()
    assert html.count("background-color:") == 1
    assert "非常 抱歉，让您久等。" in plain
    assert "团队话术" in plain
    seen.open_rows("zq,致歉,非常 抱歉！,投诉\n")
    assert seen.window.page.toHtml().count("line-through") == 1


def test_a_locked_reply_cannot_be_chosen(seen: Window) -> None:
    seen.open_rows(",隐私声明,我们很好地保护您的信息。,投诉\n")
    assert seen.cells(_STATUS) == ["Locked by the team"]
    QTest.mouseClick(seen.window.all_button, Qt.MouseButton.LeftButton)
    assert not seen.window.import_button.isEnabled()


def test_columns_are_corrected_in_their_row(seen: Window) -> None:
    seen.open_rows("甲,乙,丙\n", header="第一,第二,第三\n")
    first = seen.window.mapping.boxes[0]
    before = [box.currentData() for box in seen.window.mapping.boxes]
    assert "body" in before
    first.setCurrentIndex(first.findData("body"))
    seen.stage.worker.work_off()
    # A column's role goes to one only.
    assert [box.currentData() for box in seen.window.mapping.boxes].count("body") == 1
    assert seen.cells(_TEXT)[-1] == "甲"


def test_another_encoding_reads_anew(seen: Window) -> None:
    seen.open(DATA / "qianniu-gb18030.csv")
    box = seen.window.encoding
    box.setCurrentIndex(box.findData("utf-8"))
    seen.stage.worker.work_off()
    assert seen.window.rows.counts["trouble"] >= 1
    box.setCurrentIndex(0)
    seen.stage.worker.work_off()
    assert seen.cells(_CODE) == ["hy1", "cf", ""]


def test_placeholders_are_shown_and_can_be_left(seen: Window) -> None:
    seen.open_rows(",甲,您好{姓名}[微笑],x\n")
    assert "{姓名} → {{ customer }}" in seen.window.page.toPlainText()
    seen.window.translate_box.setChecked(False)
    seen.stage.worker.work_off()
    assert seen.cells(_TEXT) == ["您好{姓名}[微笑]"]


def test_a_category_is_merged_where_that_was_chosen(seen: Window) -> None:
    seen.open_rows(",新,一条新的话术,退换货\n")
    box = seen.window.merges.boxes[("退换货",)]
    assert box.itemText(1) == "Put into “售后 / 换货”"
    box.setCurrentIndex(1)
    seen.stage.worker.work_off()
    assert seen.cells(_CATEGORY) == ["售后 / 换货"]
    # The answer stays to be changed.
    seen.window.merges.boxes[("退换货",)].setCurrentIndex(0)
    seen.stage.worker.work_off()
    assert seen.cells(_CATEGORY) == ["退换货"]


def test_findings_of_the_checker_are_a_filter(seen: Window) -> None:
    seen.open_rows(",甲,这个不能退,x\n,乙,好的,x\n")
    assert seen.window.filters["finding"].text() == "Wording  1"
    seen.show("finding")
    assert seen.cells(_TITLE) == ["甲"]
    assert "换个说法" in seen.window.page.toPlainText()


def test_problems_stand_first_and_name_their_row(seen: Window) -> None:
    seen.open(DATA / "dirty.csv")
    assert (seen.cells(_STATUS)[0], seen.cells(_ROW)[0]) == ("Problem", "4")
    assert seen.window.import_button.text() == "Import 3"


def test_a_file_that_cannot_be_read_is_told_and_others_come(seen: Window) -> None:
    seen.open(DATA / "broken.json", DATA / "chatwoot.json")
    assert "broken at line 2, column 30" in seen.window.told.text()
    assert seen.window.import_button.text() == "Import 2"


def test_a_cancelled_look_shows_nothing(seen: Window) -> None:
    seen.window.open_files([DATA / "qianniu-utf8.csv"])
    assert seen.window.progress.isVisible()
    QTest.mouseClick(seen.window.cancel_button, Qt.MouseButton.LeftButton)
    seen.stage.worker.work_off()
    assert seen.window.told.text() == "Stopped. Nothing was written."
    assert (seen.window.rows.rowCount(), seen.window.isVisible()) == (0, True)
    QTest.mouseClick(seen.window.cancel_button, Qt.MouseButton.LeftButton)
    assert not seen.window.isVisible()


def test_of_two_looks_the_later_one_counts(seen: Window) -> None:
    seen.window.open_files([DATA / "qianniu-utf8.csv"])
    seen.window.open_files([DATA / "chatwoot.json"])
    seen.stage.worker.work_off()
    assert seen.cells(_CODE) == ["hello", ""]


def test_pictures_come_along_and_a_broken_one_costs_its_reply_the_picture_alone(
    seen: Window, tmp_path: Path
) -> None:
    seen.open(DATA / "helper" / "话术.csv")
    seen.press_import()
    images = [one.image for one in seen.own if one.image]
    assert [seen.stage.pictures.file(name) is not None for name in images] == [True, True]
    (tmp_path / "bad.png").write_bytes(b"no picture")
    seen.open_rows("新图,话,bad.png\n", header="标题,内容,图片名\n")
    seen.press_import()
    assert "bad.png" in seen.window.undo_line.told
    (kept,) = (one for one in seen.own if one.title == "新图")
    assert (kept.body, kept.image) == ("话", "")


def test_an_import_is_written_off_this_thread_and_tells_how_far_it_is(seen: Window) -> None:
    seen.open(DATA / "qianniu-utf8.csv")
    QTest.mouseClick(seen.window.import_button, Qt.MouseButton.LeftButton)
    # Until the worker gets to it, nothing is written, and a second press does nothing.
    assert seen.own == []
    assert seen.window.told.text() == "Importing 3 …"
    assert seen.window.progress.isVisible()
    assert not seen.window.import_button.isEnabled()
    seen.window.bring()
    seen.stage.worker.work_off()
    assert len(seen.own) == 3
    assert seen.window.progress.isHidden()


def test_an_import_that_is_stopped_has_written_nothing(seen: Window) -> None:
    seen.open(DATA / "qianniu-utf8.csv")
    QTest.mouseClick(seen.window.import_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(seen.window.cancel_button, Qt.MouseButton.LeftButton)
    seen.stage.worker.work_off()
    assert (seen.own, seen.renewed, seen.last.about()) == ([], 0, None)
    assert seen.window.told.text() == "Stopped. Nothing was written."
    # What was chosen still is, and can come in after all.
    assert seen.window.import_button.isEnabled()
    seen.press_import()
    assert len(seen.own) == 3


def test_an_import_that_is_stopped_too_late_is_told_as_it_is(seen: Window) -> None:
    seen.open(DATA / "qianniu-utf8.csv")
    seen.last.when_noted = seen.window.cancel
    seen.press_import()
    assert (len(seen.own), seen.renewed) == (3, 1)
    assert seen.window.undo_line.told == "3 imported."


def test_a_window_that_is_closed_stops_what_it_was_about_to_write(seen: Window) -> None:
    seen.open(DATA / "qianniu-utf8.csv")
    QTest.mouseClick(seen.window.import_button, Qt.MouseButton.LeftButton)
    seen.window.close()
    seen.stage.worker.work_off()
    assert seen.own == []


def test_the_way_back_is_noted_before_anything_is_written(seen: Window) -> None:
    seen.open(DATA / "qianniu-utf8.csv")
    at_that_time: list[int] = []
    seen.last.when_noted = lambda: at_that_time.append(len(seen.own))
    seen.press_import()
    assert at_that_time == [0]
    assert seen.last.about() == (NOW, 3)


def test_an_undo_can_be_watched_and_not_pressed_twice(seen: Window) -> None:
    seen.open(DATA / "qianniu-utf8.csv")
    seen.press_import()
    seen.window.undo_line.button.click()
    assert seen.window.told.text() == "Taking 3 back …"
    assert seen.window.undo_line.told == ""
    seen.stage.worker.work_off()
    assert seen.own == []


def test_the_last_import_can_be_taken_back_after_a_restart(seen: Window, tmp_path: Path) -> None:
    # GIVEN an import, one reply of it changed since, and the program started anew
    seen.open(DATA / "qianniu-utf8.csv")
    seen.press_import()
    assert not seen.window.last_button.isVisible()  # this one has its own line
    mine = msgspec.structs.replace(seen.own[0], body="后来改的")
    seen.stage.changes.save(f"own/{mine.id}", mine)
    again = Window(tmp_path)
    again.stage.worker.work_off()
    assert again.window.last_button.isVisible()
    assert again.window.last_button.toolTip().endswith(": 3 replies")
    # WHEN it is taken back; Ctrl+Z alone does not
    QTest.keyClick(again.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    again.stage.worker.work_off()
    assert len(again.own) == 3
    QTest.mouseClick(again.window.last_button, Qt.MouseButton.LeftButton)
    again.stage.worker.work_off()
    # THEN the changed one stays, that is told, and there is nothing more to take back
    assert again.own == [mine]
    assert again.window.told.text() == (
        "2 were taken back; those that were new lie in the bin."
        " 1 were changed since and stayed as they are."
    )
    assert (again.renewed, again.last.about()) == (1, None)
    assert not again.window.last_button.isVisible()


def test_an_import_that_was_undone_is_not_offered_again(seen: Window, tmp_path: Path) -> None:
    seen.open(DATA / "qianniu-utf8.csv")
    seen.press_import()
    seen.window.undo_line.button.click()
    seen.stage.worker.work_off()
    assert seen.window.told.text().startswith("3 were taken back")
    again = Window(tmp_path)
    again.stage.worker.work_off()
    assert not again.window.last_button.isVisible()


def test_a_picture_out_of_a_workbook_comes_along_as_png(seen: Window, tmp_path: Path) -> None:
    picture = QImage(80, 40, QImage.Format.Format_RGB32)
    picture.fill(0x3366FF)
    picture.save(str(tmp_path / "a.jpg"))
    entry = Entry(
        Snippet(id="own-9", title="图", category=("x",), body="看图", image="a.jpg"), "own"
    )
    export(FORMATS["quick-reply"], tmp_path / "a.xlsx", [entry], lambda _: tmp_path / "a.jpg", NOW)
    seen.open(tmp_path / "a.xlsx")
    assert "The picture image1.jpeg comes along." in seen.window.page.toPlainText()
    seen.press_import()
    (kept,) = seen.own
    file = seen.stage.pictures.file(kept.image)
    assert file is not None
    assert QImage(str(file)).size().toTuple() == (80, 40)


def test_files_that_were_joined_say_so_where_the_encoding_stands(seen: Window) -> None:
    seen.open(DATA / "dirty" / "joined.csv")
    assert seen.window.encoding.itemText(0) == "Automatic: mixed, line by line"
    assert len(seen.cells(_TEXT)) == 3


def test_a_changed_library_refuses_an_old_undo(seen: Window) -> None:
    seen.open(DATA / "qianniu-utf8.csv")
    seen.press_import()
    first = seen.own[0]
    seen.stage.changes.save(f"own/{first.id}", msgspec.structs.replace(first, body="后来改的"))
    QTest.keyClick(seen.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    seen.stage.worker.work_off()
    assert "was changed meanwhile" in seen.window.told.text()
    assert seen.own[0].body == "后来改的"


def test_files_are_dropped(seen: Window) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(DATA / "chatwoot.json"))])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    seen.window.dropEvent(event)
    seen.stage.worker.work_off()
    assert seen.cells(_CODE) == ["hello", ""]
