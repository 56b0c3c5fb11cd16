"""The statistics window: how much, when, what, what not, and what the checker found."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.replies.library import Library
from desktop_assist.core.searching.search import Standing
from desktop_assist.core.statistics.days import DayReading, Days
from desktop_assist.core.statistics.periods import SPANS, Period, Span, period_of
from desktop_assist.core.statistics.summary import seconds_saved
from desktop_assist.errors import AssistError
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.placing import bring_up, open_size
from desktop_assist.gui.settings.rows import muted_label
from desktop_assist.gui.statistics.bar_chart import BarChart
from desktop_assist.gui.statistics.exporting import Exporting
from desktop_assist.gui.statistics.figures import Figures
from desktop_assist.gui.statistics.rows import Rows
from desktop_assist.gui.statistics.table import FigureTable
from desktop_assist.gui.statistics.tiles import Tile
from desktop_assist.gui.statistics.wording import date_text, duration, number
from desktop_assist.text import Message, say

_SPANS: tuple[Span, ...] = (*SPANS, "all")
_TABLES = ("categories", "replies", "unused", "outdated", "findings")


@dataclass(frozen=True, slots=True)
class StatisticsPorts:
    """Where the figures come from. `forget` raises AssistError.

    `rate` is in characters a minute; `standing` tells by entry key when it was last used.
    """

    days: Callable[[], DayReading]
    library: Callable[[], Library]
    standing: Callable[[], Mapping[str, Standing]]
    today: Callable[[], datetime.date]
    rate: Callable[[], int]
    forget: Callable[[], None]


class StatisticsWindow(QWidget):
    """Reads everything when it opens, and makes a table when it is looked at."""

    reply_wanted = Signal(str)
    """The key of a reply that the agent wants to see or edit."""

    def __init__(self, ports: StatisticsPorts) -> None:
        super().__init__()
        self._ports = ports
        self._figures = Figures({}, {}, {}, ports.today(), _one_day(ports.today()))
        self.spans = QComboBox()
        self.spans.addItems([""] * len(_SPANS))
        self.spans.setCurrentIndex(_SPANS.index("month"))
        self.export = QPushButton()
        self.export.setMenu(QMenu(self.export))
        self.exporting = Exporting(self, lambda: self._figures, ports.rate, self._tell)
        self.forget = QPushButton()
        self.tiles = tuple(Tile(self) for _ in range(4))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.chart = BarChart(self)
        self.pointed = muted_label("")
        self.tables = {name: FigureTable(self) for name in _TABLES}
        self.pages = QStackedWidget()
        self.note = muted_label("")
        self.question: QMessageBox | None = None
        self._build()
        self._connect()
        self.resize(open_size(self, 46, 34))
        self._retranslate()

    def open_window(self) -> None:
        """Show the figures of now."""
        self.refresh()
        bring_up(self)

    def refresh(self) -> None:
        """Read everything anew."""
        today = self._ports.today()
        reading = self._ports.days()
        days = reading.days
        told = reading.faults or (self._where_from(days),)
        self._tell(told[0], bool(reading.faults))
        self._figures = Figures(
            days,
            {entry.key: entry for entry in self._ports.library()},
            {
                key: datetime.date.fromordinal(one.last_day)
                for key, one in self._ports.standing().items()
                if 0 < one.last_day <= datetime.date.max.toordinal()
            },
            today,
            period_of(self._span, today, days),
        )
        self._show_figures()

    def _look_at_span(self) -> None:
        figures = self._figures
        period = period_of(self._span, figures.today, figures.days)
        self._figures = replace(figures, period=period)
        self._show_figures()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self.isVisible():
                self.refresh()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tabs.setFocus()

    @property
    def _span(self) -> Span:
        return _SPANS[self.spans.currentIndex()]

    # Making the window

    def _build(self) -> None:
        self.over_time = QWidget()
        column = QVBoxLayout(self.over_time)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart, 1)
        column.addWidget(self.pointed)
        self.pages.addWidget(self.over_time)
        for table in self.tables.values():
            self.pages.addWidget(table)
        self.tabs.setExpanding(False)
        for _ in range(self.pages.count()):
            self.tabs.addTab("")
        layout = QVBoxLayout(self)
        layout.addLayout(self._top_row())
        tiles = QHBoxLayout()
        for tile in self.tiles:
            tiles.addWidget(tile, 1)
        layout.addLayout(tiles)
        layout.addWidget(self.tabs)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.note)

    def _top_row(self) -> QHBoxLayout:
        self.spans_label = QLabel()
        self.spans_label.setBuddy(self.spans)
        self.spans.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.spans.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row = QHBoxLayout()
        row.addWidget(self.spans_label)
        row.addWidget(self.spans)
        row.addStretch()
        row.addWidget(self.export)
        row.addWidget(self.forget)
        return row

    def _connect(self) -> None:
        self.spans.currentIndexChanged.connect(self._look_at_span)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.tabs.currentChanged.connect(self._fill_table)
        self.chart.pointed.connect(self._point)
        self.forget.clicked.connect(self._ask_to_forget)
        for table in self.tables.values():
            table.opened.connect(self.reply_wanted)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Statistics"))
        self.spans_label.setText(self.tr("Time"))
        self.spans.setAccessibleName(self.tr("Time"))
        names = (
            self.tr("Last 7 days"),
            self.tr("Last 30 days"),
            self.tr("Last 90 days"),
            self.tr("Last 12 months"),
            self.tr("Everything"),
        )
        for place, name in enumerate(names):
            self.spans.setItemText(place, name)
        self.export.setText(self.tr("Export"))
        self.exporting.fill(self.export.menu())
        self.forget.setText(self.tr("Forget all…"))
        self.tabs.setAccessibleName(self.tr("Views"))
        pages = (
            self.tr("Over time"),
            self.tr("Categories"),
            self.tr("Replies"),
            self.tr("Unused"),
            self.tr("Outdated"),
            self.tr("Findings"),
        )
        for place, name in enumerate(pages):
            self.tabs.setTabText(place, name)
        self.chart.setAccessibleName(self.tr("Uses over time"))

    # Showing

    def _show_figures(self) -> None:
        figures = self._figures
        use = figures.whole.use
        rate = self._ports.rate()
        known = sum(1 for key in figures.whole.uses if key in figures.entries)
        per = self.tr("saved, at {rate} typed characters a minute").format(rate=number(rate))
        of_all = self.tr("replies used, of {count}").format(count=number(len(figures.entries)))
        found = sum(figures.whole.findings.values())
        texts = (
            (number(use.count), self.tr("times a reply was used")),
            (duration(seconds_saved(use.characters, rate)), per),
            (number(known), of_all),
            (number(found), self.tr("findings of the checker")),
        )
        for tile, (figure, words) in zip(self.tiles, texts, strict=True):
            tile.show_figure(figure, words)
        self.chart.show_bars(figures.bars())
        self._point("")
        self._fill_table()

    def _point(self, told: str) -> None:
        if not told:
            told = self.tr("Point at a bar, or press ← and →, to read its number.")
            if not self._figures.whole.uses:
                told = self.tr("No reply was used in this time. Each one that you paste counts.")
        self.pointed.setText(told)

    def _fill_table(self) -> None:
        """Fill the table that is looked at."""
        match self.pages.currentIndex():
            case 1:
                counts = (self.tr("Uses"), self.tr("Characters"))
                headers = [self.tr("Category"), *counts]
                self._show("categories", headers, (0, 14, 5), self._figures.categories())
            case 2:
                counts = (self.tr("Uses"), self.tr("Characters"))
                headers = [self.tr("Reply"), self.tr("Category"), *counts]
                self._show("replies", headers, (0, 10, 11, 5), self._figures.replies())
            case 3:
                self._show_idle("unused", self.tr("Last used"), self._figures.unused())
            case 4:
                self._show_idle("outdated", self.tr("Valid until"), self._figures.outdated())
            case 5:
                counts = (self.tr("Findings"), self.tr("Period before"))
                headers = [self.tr("Family"), *counts, self.tr("Over time")]
                self._show("findings", headers, (11, 5, 6, 0), self._figures.findings())

    def _show_idle(self, name: str, when: str, rows: Rows) -> None:
        headers = [self.tr("Reply"), self.tr("Category"), self.tr("Pack"), when]
        self._show(name, headers, (0, 10, 9, 7), rows)

    def _show(self, name: str, headers: Sequence[str], widths: Sequence[int], rows: Rows) -> None:
        empty = {
            "categories": self.tr("No reply was used in this time."),
            "replies": self.tr("No reply was used in this time."),
            "unused": self.tr("Every reply was used in this time."),
            "outdated": self.tr("No reply is past its last day."),
            "findings": self.tr("The checker found nothing in this time."),
        }
        title = self.tabs.tabText(self.tabs.currentIndex())
        self.tables[name].show_rows(title, headers, widths, rows, empty[name])

    # What is known, and forgetting it

    def _where_from(self, days: Days) -> Message:
        if not days:
            return say(
                "Statistics",
                "Nothing is counted yet. From now on uses and findings are counted on this"
                " computer alone; texts are not kept.",
            )
        return say(
            "Statistics",
            "Counted since {day}, on this computer alone; texts are not kept.",
            day=date_text(min(days)),
        )

    def _ask_to_forget(self) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Statistics"))
        box.setText(self.tr("Forget all statistics?"))
        goes = self.tr(
            "When and how often you used each reply, and how many findings there were, is removed"
            " from this computer for good, also from its backups. Searches no longer put first"
            " what you use most."
        )
        stays = self.tr(
            "Your replies, favourites, what suggestions have learnt, the reasons for overruled"
            " findings, and tables that you exported stay."
        )
        box.setInformativeText(f"{goes}\n\n{stays}")
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        yes = box.addButton(self.tr("Forget all"), QMessageBox.ButtonRole.DestructiveRole)
        yes.clicked.connect(self._forget)
        self.question = box
        box.open()

    def _forget(self) -> None:
        try:
            self._ports.forget()
        except AssistError as error:
            self.refresh()
            self._tell(error.message, True)
        else:
            self.refresh()
            self._tell(say("Statistics", "Forgotten. Counting begins anew."), False)

    def _tell(self, message: Message, is_problem: bool) -> None:
        self.note.setProperty("role", "problem" if is_problem else "muted")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        self.note.setText(translated(message))


def _one_day(day: datetime.date) -> Period:
    return Period(day, day)
