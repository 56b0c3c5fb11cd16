"""The statistics window: figures in words and bars, export, forgetting, two years of use."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt, QTranslator
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from desktop_assist.core.replies.library import Library
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Standing
from desktop_assist.core.statistics.days import Day, DayReading, Days, Use
from desktop_assist.errors import AssistError
from desktop_assist.gui.look import appearance
from desktop_assist.gui.look.theme import DARK, LIGHT, Theme, contrast
from desktop_assist.gui.statistics.rows import RowsModel
from desktop_assist.gui.statistics.table import FigureTable
from desktop_assist.gui.statistics.window import StatisticsPorts, StatisticsWindow
from desktop_assist.text import Message, say

TODAY = date(2026, 11, 22)
Key = Qt.Key

LIBRARY = Library(
    (),
    [
        Snippet(id="refund", title="退款说明", category=("售后", "退款"), body="b"),
        Snippet(id="hello", title="Hello", category=("Welcome",), body="b"),
        Snippet(id="never", title="Never used", category=("Welcome",), body="b"),
        Snippet(
            id="sale",
            title="双十一",
            category=("Offers",),
            body="b",
            valid_until=date(2026, 11, 11),
        ),
    ],
)
DAYS: Days = {
    TODAY - timedelta(days=40): Day({"own/hello": Use(5, 50)}, {"tone": 7}),
    TODAY - timedelta(days=1): Day({"own/refund": Use(2, 1200)}, {"tone": 2, "abuse": 1}),
    TODAY: Day({"own/refund": Use(1, 600), "own/gone": Use(1, 0)}, {"tone": 1}),
}


class Source:
    """What the window asks, and what it was told."""

    def __init__(self, days: Days = DAYS, library: Library = LIBRARY) -> None:
        self.days = days
        self.library = library
        self.rate = 60
        self.failure: AssistError | None = None
        self.faults: tuple[Message, ...] = ()
        self.reads = 0

    def read(self) -> DayReading:
        self.reads += 1
        return DayReading(self.days, self.faults)

    def forget(self) -> None:
        if self.failure is not None:
            raise self.failure
        self.days = {}

    def ports(self) -> StatisticsPorts:
        standing = {"own/hello": Standing(5, (TODAY - timedelta(days=40)).toordinal())}
        return StatisticsPorts(
            self.read,
            lambda: self.library,
            lambda: standing,
            lambda: TODAY,
            self.get_rate,
            self.forget,
        )

    def get_rate(self) -> int:
        return self.rate


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def window(qapp: QApplication, source: Source) -> Iterator[StatisticsWindow]:
    was = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    window = StatisticsWindow(source.ports())
    window.open_window()
    yield window
    window.close()
    QLocale.setDefault(was)


def tiles(window: StatisticsWindow) -> list[str]:
    return [tile.figure.text() for tile in window.tiles]


def model_of(window: StatisticsWindow, place: int) -> RowsModel:
    window.tabs.setCurrentIndex(place)
    shown = window.pages.currentWidget()
    assert isinstance(shown, FigureTable)
    return shown.model


def table(window: StatisticsWindow, place: int) -> list[list[str]]:
    """The words of the table on the tab at `place`."""
    model = model_of(window, place)
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_figures_of_the_last_thirty_days(window: StatisticsWindow, source: Source) -> None:
    assert tiles(window) == ["4", "30 min 0 s", "1", "4"]
    assert "60 typed characters a minute" in window.tiles[1].words.text()
    assert "of 4" in window.tiles[2].words.text()
    source.rate = 120
    window.refresh()
    assert tiles(window)[1] == "15 min 0 s"


def test_another_span_is_shown_without_reading_again(
    window: StatisticsWindow, source: Source
) -> None:
    window.spans.setCurrentIndex(4)
    assert tiles(window) == ["9", "30 min 50 s", "2", "11"]
    assert len(window.chart.bars) == 6
    window.spans.setCurrentIndex(0)
    assert len(window.chart.bars) == 7
    assert source.reads == 1


def test_each_view_tells_its_part(window: StatisticsWindow) -> None:
    assert table(window, 1) == [
        ["售后 / 退款", "3", "1,800"],
        ["No longer in the library", "1", "0"],
    ]
    assert table(window, 2)[0] == ["退款说明", "售后 / 退款", "3", "1,800"]
    assert table(window, 2)[1][0] == "own/gone"
    assert table(window, 3) == [
        ["Never used", "Welcome", "My own", "–"],
        ["Hello", "Welcome", "My own", "13 Oct 2026"],
    ]
    assert table(window, 4) == [["双十一", "Offers", "My own", "11 Nov 2026"]]
    assert [row[:3] for row in table(window, 5)] == [["Tone", "3", "7"], ["Abuse", "1", "0"]]


def test_bars_are_read_by_key_mouse_and_screen_reader(window: StatisticsWindow) -> None:
    chart = window.chart
    assert chart.accessibleDescription().endswith("21 Nov 2026: 2; 22 Nov 2026: 2")
    chart.setFocus()
    QTest.keyClick(chart, Key.Key_Left)
    assert window.pointed.text() == "22 Nov 2026: 2"
    QTest.keyClick(chart, Key.Key_Home)
    assert window.pointed.text() == chart.accessibleDescription() == "24 Oct 2026: 0"
    QTest.mouseMove(chart, QPoint(chart.width() - chart.fontMetrics().height(), 40))
    assert window.pointed.text() == "22 Nov 2026: 2"


def test_enter_opens_the_reply_behind_a_row(window: StatisticsWindow) -> None:
    wanted: list[str] = []
    window.reply_wanted.connect(wanted.append)
    window.tabs.setCurrentIndex(3)
    view = window.tables["unused"].view
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Key.Key_Return)
    assert wanted == ["own/hello"]
    # What has left the library cannot be opened.
    window.tabs.setCurrentIndex(2)
    view = window.tables["replies"].view
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Key.Key_Return)
    assert wanted == ["own/hello"]


def test_without_any_use_the_window_says_what_to_do(qapp: QApplication) -> None:
    window = StatisticsWindow(Source({}).ports())
    window.open_window()
    assert tiles(window) == ["0", "0 s", "0", "0"]
    assert "Each one that you paste counts" in window.pointed.text()
    assert "texts are not kept" in window.note.text()
    window.tabs.setCurrentIndex(5)
    empty = window.tables["findings"]
    assert empty.currentWidget() is empty.empty
    assert empty.empty.text() == "The checker found nothing in this time."


def test_what_cannot_be_read_is_a_sentence(qapp: QApplication, source: Source) -> None:
    source.faults = (say("Store", "It cannot be read."),)
    window = StatisticsWindow(source.ports())
    window.open_window()
    assert window.note.text() == "It cannot be read."
    assert tiles(window)[0] == "4"
    assert window.note.property("role") == "problem"


Choose = Callable[[str], None]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    def use(file: str) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (file, ""))

    return use


def export(window: StatisticsWindow, place: int) -> None:
    window.export.menu().actions()[place].trigger()


def test_excel_can_read_the_export(
    window: StatisticsWindow, choose: Choose, tmp_path: Path
) -> None:
    choose(str(tmp_path / "话术"))
    export(window, 0)
    data = (tmp_path / "话术.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert rows[0][:2] == ["Day", "Pack"]
    assert rows[1] == [
        "2026-11-21",
        "own",
        "售后/退款",
        "退款说明",
        "own/refund",
        "2",
        "1200",
        "1200",
    ]
    assert len(rows) == 4
    assert "Saved as" in window.note.text()
    choose(str(tmp_path / "found.csv"))
    export(window, 1)
    rows = list(csv.reader((tmp_path / "found.csv").read_text("utf-8-sig").splitlines()))
    assert rows[1] == ["2026-11-21", "abuse", "Abuse", "1"]


def test_an_export_that_fails_says_why(
    window: StatisticsWindow, choose: Choose, tmp_path: Path
) -> None:
    choose(str(tmp_path / "no" / "folder.csv"))
    export(window, 0)
    assert "could not be saved: there is no such file" in window.note.text()
    assert window.note.property("role") == "problem"
    choose("")  # the agent thought better of it
    export(window, 0)
    assert list(tmp_path.iterdir()) == []


def question(window: StatisticsWindow) -> QMessageBox:
    window.forget.click()
    assert window.question is not None
    return window.question


def test_forgetting_asks_first_and_is_honest(window: StatisticsWindow, source: Source) -> None:
    box = question(window)
    assert "for good, also from its backups" in box.informativeText()
    assert "favourites" in box.informativeText()
    assert box.defaultButton().text() == "Cancel"
    QTest.keyClick(box, Key.Key_Escape)
    assert source.days == DAYS
    box = question(window)
    next(one for one in box.buttons() if one.text() == "Forget all").click()
    assert source.days == {}
    assert tiles(window)[0] == "0"
    assert window.note.text() == "Forgotten. Counting begins anew."


def test_forgetting_that_fails_is_told(window: StatisticsWindow, source: Source) -> None:
    box = question(window)
    source.failure = AssistError(say("Store", "The disk is read-only."))
    next(one for one in box.buttons() if one.text() == "Forget all").click()
    assert window.note.text() == "The disk is read-only."
    assert source.days == DAYS


@pytest.mark.parametrize(("choice", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_charts_can_be_seen_in_both_looks(
    window: StatisticsWindow, qapp: QApplication, choice: appearance.ThemeChoice, theme: Theme
) -> None:
    appearance.apply(qapp, choice)
    window.spans.setCurrentIndex(0)
    picture = window.chart.grab().toImage()
    last = picture.pixelColor(picture.width() - picture.width() // 14, picture.height() // 2)
    ground = picture.pixelColor(picture.width() // 2, picture.height() // 2 + 3)
    assert last == QColor(theme.match)
    assert ground == QColor(theme.base)
    assert contrast(theme.match, theme.base) >= 4.5
    assert contrast(theme.muted, theme.base) >= 4.5
    window.tabs.setCurrentIndex(2)
    rows = window.tables["replies"].view.viewport().grab().toImage()
    assert _holds(rows, QColor(theme.match))


def _holds(picture: QImage, colour: QColor) -> bool:
    return any(
        picture.pixelColor(x, y) == colour
        for y in range(0, picture.height(), 3)
        for x in range(0, picture.width(), 3)
    )


class Marking(QTranslator):
    """Puts every sentence of the window in brackets."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"[{source}]"

    def isEmpty(self) -> bool:  # noqa: N802  Qt has it so
        return False


def test_another_language_is_shown_at_once(window: StatisticsWindow, qapp: QApplication) -> None:
    window.tabs.setCurrentIndex(4)
    marking = Marking()
    qapp.installTranslator(marking)
    try:
        QApplication.processEvents()
        assert window.windowTitle() == "[Statistics]"
        assert window.tabs.tabText(3) == "[Unused]"
        assert window.tiles[0].words.text() == "[times a reply was used]"
        header = window.tables["outdated"].model.headerData(3, Qt.Orientation.Horizontal)
        assert header == "[Valid until]"
        assert window.note.text().startswith("[Counted since [13 Oct 2026]")
    finally:
        qapp.removeTranslator(marking)


def test_twenty_thousand_unused_replies_are_made_as_they_are_looked_at(qapp: QApplication) -> None:
    many = [
        Snippet(id=f"r{n}", title=f"Reply {n}", category=("c",), body="b") for n in range(20_000)
    ]
    window = StatisticsWindow(Source(DAYS, Library((), many)).ports())
    window.open_window()
    rows = model_of(window, 3).rowCount()
    assert rows == 20_000
    view = window.tables["unused"].view
    view.scrollToBottom()
    last = view.model().index(rows - 1, 0)
    assert view.visualRect(last).isValid()
    assert last.data() == "Reply 19999"


def test_escape_closes(window: StatisticsWindow) -> None:
    QTest.keyClick(window, Key.Key_Escape)
    assert not window.isVisible()


def test_a_day_in_the_far_past_or_ahead_is_shown(qapp: QApplication) -> None:
    days: Days = {
        datetime.date(1970, 1, 1): Day({"own/hello": Use(1, 1)}),
        datetime.date(2027, 5, 1): Day({"own/hello": Use(1, 1)}),
    }
    window = StatisticsWindow(Source(days).ports())
    window.open_window()
    window.spans.setCurrentIndex(4)
    assert sum(bar.value for bar in window.chart.bars) == 2
    assert not window.chart.grab().isNull()
