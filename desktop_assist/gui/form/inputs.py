"""The inputs of the form: one for each kind of field, all with the same few promises.

Each of them offers `put`, `value` (what stands there as the template takes it, empty when unusable)
and `fault` (what is wrong with it as a sentence, empty when all is well).
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.replies.snippet import Field
from desktop_assist.gui.composing import CompositionGuard
from desktop_assist.gui.look.theme import Theme

_SHORTEST_CHOICE = 8
"""Letters that the box of a choice always shows."""


class _Input(QWidget):
    """The room of one input: it is marked and named, and hands the focus on to what is in it."""

    changed = Signal()

    def mark(self, *, wrong: bool) -> None:
        """Show that something is wrong, or that nothing is."""
        edge = self.focusProxy() or self
        edge.setProperty("wrong", "true" if wrong else "false")
        edge.style().unpolish(edge)
        edge.style().polish(edge)

    def name_it(self, label: str) -> None:
        """Tell those who hear the form what is asked for."""
        (self.focusProxy() or self).setAccessibleName(label)

    def _hold(self, main: QWidget, *beside: QWidget) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(main, 1)
        for widget in beside:
            layout.addWidget(widget)
        self.setFocusProxy(main)


class TextInput(_Input):
    """One line of any text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit(self)
        CompositionGuard(self._line)
        self._line.textChanged.connect(self.changed)
        self._hold(self._line)

    def put(self, text: str) -> None:
        """Offer `text`; typing replaces it."""
        self._line.setText(text)
        self._line.selectAll()

    def value(self) -> str:
        return self._line.text().strip()

    def fault(self) -> str:
        return "" if self.value() else self.tr("Please fill this in.")


class NumberInput(TextInput):
    """A number; full-width digits and thousands separators are understood."""

    def value(self) -> str:
        return read_number(super().value())

    def fault(self) -> str:
        return "" if self.value() else self.tr("Write a number, such as 3 or 19.9.")


class ChoiceInput(_Input):
    """One of a few; a number key or the first letter picks."""

    def __init__(self, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self._box = _ChoiceBox(self._choices, self)
        self._box.setMinimumHeight(self.fontMetrics().height() * 7 // 4)
        self._box.setPlaceholderText(self.tr("1–9 or first letter"))
        self._box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._hold(self._box)

    def put(self, text: str) -> None:
        """Offer `text` where it is one of the choices."""
        self._box.setCurrentIndex(self._choices.index(text) if text in self._choices else -1)

    def value(self) -> str:
        at = self._box.currentIndex()
        return self._choices[at] if at >= 0 else ""

    def fault(self) -> str:
        return "" if self.value() else self.tr("Please choose one.")


class _ChoiceBox(QComboBox):
    """Nothing is chosen at first, and no wheel turns over what was chosen."""

    def __init__(self, choices: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.addItems(list(choices))
        self.setCurrentIndex(-1)
        # A long choice must not make the form wider than its window; the list shows it whole.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST_CHOICE)

    def showPopup(self) -> None:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wide = self.view().sizeHintForColumn(0) + 2 * bar
        self.view().setMinimumWidth(min(max(wide, self.width()), self.screen().size().width() // 2))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= number < min(self.count(), 9):
            self.setCurrentIndex(number)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DateInput(_Input):
    """A day; typed in the usual ways or picked from a calendar, given as ISO."""

    def __init__(self, today: datetime.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(today.isoformat())
        CompositionGuard(self._line)
        self._line.textChanged.connect(self.changed)
        self._opener = QToolButton(self)
        self._opener.setArrowType(Qt.ArrowType.DownArrow)
        self._opener.setAccessibleName(self.tr("Open the calendar"))
        self._opener.setToolTip(self.tr("Open the calendar (Down)"))
        self._opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._opener.clicked.connect(self._open_calendar)
        self._hold(self._line, self._opener)

    def put(self, text: str) -> None:
        """Offer the day that `text` names."""
        self._line.setText(text)
        self._line.selectAll()

    def value(self) -> str:
        day = read_date(self._line.text(), self._today)
        return day.isoformat() if day else ""

    def fault(self) -> str:
        if self.value():
            return ""
        example = self._today.isoformat()
        return self.tr("Write a date, such as {example}.").format(example=example)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._open_calendar()
        else:
            super().keyPressEvent(event)

    def _open_calendar(self) -> None:
        popup = _CalendarPopup(read_date(self._line.text(), self._today) or self._today, self)
        popup.picked.connect(self.put)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()


class _CalendarPopup(QFrame):
    """A calendar that goes away once a day is picked."""

    picked = Signal(str)

    def __init__(self, day: datetime.date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._calendar = QCalendarWidget(self)
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self.setProperty("role", "window")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._calendar)
        self._colour()
        self._calendar.activated.connect(self._pick)
        self._calendar.clicked.connect(self._pick)
        self._calendar.setFocus()

    def _colour(self) -> None:
        """Qt's own red and its black arrows cannot be read on a dark ground."""
        look = QTextCharFormat()
        look.setForeground(Theme.of(self.palette()).colour("block"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, look)
        for name, sign in (("prev", "‹"), ("next", "›")):
            button = self._calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if isinstance(button, QToolButton):
                button.setIcon(QIcon())
                button.setText(sign)

    def _pick(self, day: QDate) -> None:
        self.picked.emit(day.toString(Qt.DateFormat.ISODate))
        self.close()


FieldInput = TextInput | ChoiceInput | DateInput
"""Asks for the value of one field."""


def input_for(field: Field, today: datetime.date, parent: QWidget) -> FieldInput:
    """The input for a field, with its default offered."""
    made: FieldInput
    match field.kind:
        case "choice":
            made = ChoiceInput(field.choices, parent)
        case "number":
            made = NumberInput(parent)
        case "date":
            made = DateInput(today, parent)
        case _:
            made = TextInput(parent)
    made.put(field.default)
    return made


def read_number(text: str) -> str:
    """A number as plain ASCII (`１，２００.5` is `1200.5`); empty when it is none."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", plain, re.ASCII):
        plain = plain.replace(",", "")
    return plain if re.fullmatch(r"[+-]?\d+(\.\d+)?", plain, re.ASCII) else ""


def read_date(text: str, today: datetime.date) -> datetime.date | None:
    """The day that `text` names, `2026-11-25` or `11/25` or `11月25日`; None when it names none.

    Without a year it is the year of `today`, or the next one when that day was over a month ago.
    """
    numbers = re.split(r"[-/.年月日\s]+", unicodedata.normalize("NFKC", text).strip().rstrip("日"))
    if len(numbers) not in (2, 3) or not all(re.fullmatch(r"[0-9]{1,4}", one) for one in numbers):
        return None
    *years, month, day = (int(number) for number in numbers)
    try:
        if years:
            return datetime.date(years[0], month, day)
        near = datetime.date(today.year, month, day)
        is_past = near < today - datetime.timedelta(days=31)
        return near.replace(year=today.year + 1) if is_past else near
    except ValueError:  # no such day
        return None
