"""Mouse, finger and menu; several messages; pictures; room on every screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.look.pictures import read_scaled
from desktop_assist.gui.palette.picture import Picture
from desktop_assist.gui.palette.touch import FINGER, ActionBar
from desktop_assist.gui.palette.window import Extras, Waiting
from tests.gui.palette_stage import CONTROL, ENTRIES, Key, Seen, library, opened, point_of


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Seen]:
    with opened() as palette:
        QApplication.processEvents()
        yield palette


def buttons(seen: Seen) -> dict[str, QPushButton]:
    bar = seen.palette.findChild(ActionBar)
    assert isinstance(bar, ActionBar)
    QApplication.processEvents()
    return {one.text(): one for one in bar.findChildren(QPushButton) if one.isVisible()}


class TestMouse:
    def test_buttons_paste_and_copy_and_are_high_enough_for_a_finger(self, seen: Seen) -> None:
        shown = buttons(seen)
        assert list(shown) == ["Paste", "Copy"]
        assert all(one.height() >= FINGER for one in shown.values())
        QTest.mouseClick(shown["Copy"], Qt.MouseButton.LeftButton)
        seen.palette.open_for("x")
        QTest.mouseClick(buttons(seen)["Paste"], Qt.MouseButton.LeftButton)
        assert [one.mode for one in seen.choices] == ["copy", "paste"]

    def test_the_wheel_scrolls_and_leaves_the_selection(self, seen: Seen) -> None:
        at = QPointF(point_of(seen, 1))
        wheel = QWheelEvent(
            at, seen.list.viewport().mapToGlobal(at), QPoint(), QPoint(0, -480),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(seen.list.viewport(), wheel)
        assert seen.list.verticalScrollBar().value() > 0
        assert seen.title == "查件：请稍等"

    def test_the_focus_stays_in_the_box_whatever_is_clicked(self, seen: Seen) -> None:
        QTest.mouseClick(seen.list.viewport(), Qt.MouseButton.LeftButton, pos=point_of(seen, 1))
        assert seen.focus is seen.box


def menu(seen: Seen) -> dict[str, QAction]:
    found = seen.palette.findChild(QMenu)
    assert isinstance(found, QMenu)
    assert found.isVisible()
    actions = [one for one in found.actions() if not one.isSeparator()]
    return {one.text().partition("\t")[0]: one for one in actions}


class TestMenu:
    def test_a_right_click_selects_the_row_and_offers_what_can_be_done(self, seen: Seen) -> None:
        seen.list.customContextMenuRequested.emit(point_of(seen, 1))
        assert seen.title == "催付"
        assert list(menu(seen)) == [
            "Paste", "Paste one by one", "Copy", "Edit", "Take the star away", "Only “售中”",
        ]  # fmt: skip
        menu(seen)["Paste one by one"].trigger()
        assert [(one.key, one.mode) for one in seen.choices] == [("starter/pay", "each")]

    def test_the_menu_key_opens_it_for_the_selected_row(self, seen: Seen) -> None:
        seen.press(Key.Key_Menu)
        assert list(menu(seen)) == ["Paste", "Copy", "Edit", "Star", "Only “物流 / 查件”"]
        menu(seen)["Star"].trigger()
        menu(seen)["Edit"].trigger()
        assert (seen.starred, seen.edited) == (["starter/parcel"], ["starter/parcel"])

    def test_its_category_is_looked_in(self, qapp: QApplication) -> None:
        hits = [Hit(key, 1.0) for key in ENTRIES]
        with opened(ENTRIES, lambda _query, _limit: hits) as seen:
            seen.press(Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
            menu(seen)["Only “物流 / 查件”"].trigger()
            assert [row.entry.key for row in seen.rows] == ["starter/parcel"]

    def test_where_nothing_is_found_there_is_no_menu(self, seen: Seen) -> None:
        seen.write("zzz")
        seen.press(Key.Key_Menu)
        found = seen.palette.findChild(QMenu)
        assert found is None or not found.isVisible()


class TestSeveralMessages:
    def test_the_one_that_goes_next_is_named_and_asked_for(self, qapp: QApplication) -> None:
        extras = Extras(waiting=lambda: Waiting("starter/pay", 2, 2))
        with opened(extras=extras) as seen:
            assert "Message 1" not in buttons(seen)
            seen.press(Key.Key_Down)
            assert seen.preview.toPlainText() == (
                "— 1/2 ✓ —\n第一条\n\n— 2/2 ▶ goes next —\n第二条"
            )
            assert "Message 2" in buttons(seen)
            seen.press(Key.Key_Return, CONTROL)
            assert seen.continued == [True]
            assert not seen.choices
            assert not seen.palette.isVisible()

    def test_a_reply_that_is_not_under_way_begins_with_the_first(self, seen: Seen) -> None:
        seen.press(Key.Key_Down)
        buttons(seen)["Message 1"].click()
        assert [(one.key, one.mode) for one in seen.choices] == [("starter/pay", "each")]


def picture(folder: Path, width: int = 1200, height: int = 800) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    file = folder / "size.png"
    assert image.save(str(file))
    return file


def wait_for(part: QWidget) -> None:
    """Let the program go on until `part` is seen, for three seconds at most."""
    deadline = QDeadlineTimer(3000)
    while not part.isVisible() and not deadline.hasExpired():
        QTest.qWait(5)
    assert part.isVisible()


class TestPicture:
    def test_it_is_shown_scaled_and_named_once_the_selection_rests(
        self, qapp: QApplication, tmp_path: Path
    ) -> None:
        file = picture(tmp_path)
        with self._opened(file) as seen:
            label = seen.palette.findChild(Picture)
            assert isinstance(label, Picture)
            assert label.isHidden()
            wait_for(label)
            assert 50 < label.pixmap().height() <= label.fontMetrics().lineSpacing() * 8
            assert label.accessibleName() == "Picture of the reply: size.png"
            seen.press(Key.Key_Down)
            QApplication.processEvents()
            assert label.isHidden()

    def test_one_that_cannot_be_read_is_told_of(self, qapp: QApplication, tmp_path: Path) -> None:
        damaged = tmp_path / "broken.png"
        damaged.write_bytes(b"\x89PNG nothing")
        for file in (damaged, tmp_path / "missing.png"):
            with self._opened(file) as seen:
                label = seen.palette.findChild(Picture)
                assert isinstance(label, Picture)
                wait_for(label)
                assert label.text() == f"The picture “{file.name}” cannot be shown."

    def test_a_small_one_is_not_enlarged_and_a_huge_one_is_not_read(self, tmp_path: Path) -> None:
        small = read_scaled(picture(tmp_path, 20, 10), QSize(300, 300))
        assert small is not None
        assert small.size() == QSize(20, 10)
        (tmp_path / "huge.ppm").write_bytes(b"P6 100000 100000 255\n" + bytes(30))
        assert read_scaled(tmp_path / "huge.ppm", QSize(300, 300)) is None

    @staticmethod
    def _opened(file: Path) -> AbstractContextManager[Seen]:
        with_image = Snippet(id="i", title="图", category=("x",), body="b", image="images/size.png")
        entries = library(with_image, Snippet(id="n", title="n", category=("x",), body="b"))
        hits = [Hit(key, 1.0) for key in entries]
        extras = replace(Extras(), picture=lambda _entry: file)
        return opened(entries, lambda _query, _limit: hits, extras, favourites=())


@pytest.mark.parametrize("size", [QSize(1024, 560), QSize(640, 360)])
def test_on_a_small_screen_nothing_is_cut_off(seen: Seen, size: QSize) -> None:
    palette = seen.palette
    palette.resize(palette.size().boundedTo(size))
    QApplication.processEvents()
    assert palette.height() <= size.height()
    assert palette.width() <= size.width()
    for part in palette.findChildren(QWidget):
        if isinstance(part, QPushButton) and part.isVisible():
            assert part.width() >= part.sizeHint().width(), part.text()
    shown = [one for one in palette.findChildren(QLabel) if one.isVisible() and one.text()]
    assert shown
