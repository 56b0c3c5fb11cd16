"""The page of progress: figures, and three charts of what was practised and what is known."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_assist.core.learning.progress import Day, days_in_a_row, known, together
from desktop_assist.core.learning.rubric import CRITERIA, NAMES
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.learning_room.charts import Bar, Chart, Columns, Part, Shares, Whole
from desktop_assist.gui.learning_room.headings import heading_label
from desktop_assist.gui.learning_room.ports import Ports
from desktop_assist.gui.learning_room.wording import short_date
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.palette.results import quiet_label, wrapped_label

_DAYS = 28
_LATELY = datetime.timedelta(days=13)


class Growth(QWidget):
    """Shows progress; changes nothing."""

    practice_wanted = Signal()

    def __init__(self, ports: Ports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ports = ports
        self.figures = wrapped_label(self)
        self.days = Columns(self)
        self.shares = Shares(self)
        self.known = Whole(self)
        charts: tuple[Chart, ...] = (self.days, self.shares, self.known)
        self._names = {chart: heading_label(self) for chart in charts}
        self._note = quiet_label(self)
        self.begin = QPushButton(self)
        self.begin.clicked.connect(self.practice_wanted)
        self._arrange()

    def _arrange(self) -> None:
        content = QWidget(self)
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        column.setSpacing(em(self) // 2)
        column.addWidget(self.figures)
        for chart, name in self._names.items():
            column.addSpacing(em(self) // 2)
            column.addWidget(name)
            column.addWidget(chart)
        column.addWidget(self._note)
        column.addWidget(self.begin, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(content)
        scroll.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def reload(self, keys: tuple[str, ...]) -> None:
        """Show what is known of the situations of `keys`, and all that was practised."""
        progress = self._ports.progress
        today = self._ports.now().date()
        days = progress.days
        self.begin.setText(self.tr("Answer a customer"))
        self.begin.setVisible(not days)
        for chart in self._names:
            self._names[chart].setVisible(bool(days))
            chart.setVisible(bool(days))
        self._note.setVisible(bool(days))
        if not days:
            self.figures.setText(
                self.tr(
                    "Nothing practised yet. Your progress is shown here after the first answer."
                )
            )
            return
        self._show_figures(days, today)
        self._show_days(today)
        self._show_shares([one for one in days if one.day >= today - _LATELY])
        self._show_known(keys)
        self._note.setText(
            self.tr(
                "All of this stays on this computer, for you alone. No customer's text is in it."
            )
        )

    def _show_figures(self, days: tuple[Day, ...], today: datetime.date) -> None:
        total = together(days) or Day(today)
        told = self.tr(
            "Days in a row: {row}  ·  answers: {answers}, without a finding: {clean}"
            "  ·  codes: {codes}, known: {codes_known}  ·  lessons read: {read}"
        )
        self.figures.setText(
            told.format(
                row=days_in_a_row(days, today),
                answers=total.answers,
                clean=total.clean,
                codes=total.codes,
                codes_known=total.codes_known,
                read=len(self._ports.progress.read),
            )
        )

    def _show_days(self, today: datetime.date) -> None:
        dates = [today - datetime.timedelta(days=back) for back in reversed(range(_DAYS))]
        counts = [_count(self._ports.progress.day(day)) for day in dates]
        bars = [
            Bar(
                label=f"{day.month}/{day.day}" if (today - day).days % 7 == 0 else "",
                value=count,
                text=str(count) if count else "",
            )
            for day, count in zip(dates, counts, strict=True)
        ]
        self.days.show_bars(bars)
        values = [
            f"{short_date(day)}: {count}" for day, count in zip(dates, counts, strict=True) if count
        ]
        self._name(self.days, self.tr("Practised, day by day"), values)

    def _show_shares(self, lately: list[Day]) -> None:
        total = together(lately)
        shares = {name: total.share(name) if total else None for name in CRITERIA}
        bars = [
            Bar(translated(NAMES[name]), share or 0, "–" if share is None else f"{share:.0%}")
            for name, share in shares.items()
        ]
        self.shares.show_bars(bars)
        values = [f"{bar.label}: {bar.text}" for bar in bars]
        self._name(self.shares, self.tr("What your answers of the last two weeks had"), values)

    def _show_known(self, keys: tuple[str, ...]) -> None:
        counts = known(keys, self._ports.progress.memories)
        parts = [
            Part(self.tr("for three weeks and more"), counts.firm, "accent"),
            Part(self.tr("for some days"), counts.young, "hint"),
            Part(self.tr("being learnt"), counts.learning, "warn"),
            Part(self.tr("new"), counts.new, "border"),
        ]
        self.known.show_parts(parts)
        values = [f"{part.label}: {part.count}" for part in parts]
        self._name(self.known, self.tr("How firmly situations and codes are known"), values)

    def _name(self, chart: Chart, name: str, values: list[str]) -> None:
        self._names[chart].setText(name)
        chart.name(name, ", ".join(values))


def _count(day: Day) -> int:
    return day.answers + day.codes
