"""A chart of bars, drawn in the colours of the window; its values are said as text too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.statistics.wording import number

_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """A value, the short `label` beneath it, and the sentence that tells both in full."""

    label: str
    value: int
    told: str


class BarChart(QWidget):
    """Bars from left to right. Left and Right, or the mouse, point at one."""

    pointed = Signal(str)
    """What is pointed at, as a sentence; empty for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._bars: Sequence[Bar] = ()
        self._at = -1

    @property
    def bars(self) -> Sequence[Bar]:
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show `bars` in place of what is shown."""
        self._bars = bars
        self._point(-1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._line * 24, self._line * 11)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._line * 12, self._line * 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._bars) - 1
        places = {
            Qt.Key.Key_Left: max(self._at - 1, 0) if self._at >= 0 else last,
            Qt.Key.Key_Right: min(self._at + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(Qt.Key(event.key()))
        if place is None or last < 0:
            super().keyPressEvent(event)
        else:
            self._point(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area = self._area()
        inside = bool(self._bars) and area.left() <= event.position().x() < area.right()
        place = (event.position().x() - area.left()) / area.width() * len(self._bars)
        self._point(int(place) if inside else -1)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(-1)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._point(-1)
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = Theme.of(self.palette())
        painter.fillRect(self.rect(), theme.colour("base"))
        self._draw_scale(painter, theme)
        self._draw_bars(painter, theme)
        self._draw_labels(painter, theme)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("match"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @property
    def _line(self) -> int:
        return self.fontMetrics().height()

    def _point(self, place: int) -> None:
        """Point at a bar, and say it; at none, say what there is altogether."""
        all_of_it = "; ".join(bar.told for bar in self._bars)
        told = self._bars[place].told if place >= 0 else ""
        self.setAccessibleDescription(told or all_of_it)
        if place != self._at:
            self._at = place
            self.pointed.emit(told)
            self.update()

    def _area(self) -> QRectF:
        """Where the bars stand: right of the scale, above the labels."""
        left = self.fontMetrics().horizontalAdvance(number(self._top)) + self._line
        return QRectF(self.rect()).adjusted(left, self._line, -self._line / 2, -self._line * 1.6)

    @property
    def _top(self) -> int:
        """The value at the upper end of the scale."""
        return self._scale_step * max(-(-self._most // self._scale_step), 1)

    @property
    def _most(self) -> int:
        return max((bar.value for bar in self._bars), default=0)

    @property
    def _scale_step(self) -> int:
        """1, 2 or 5 times a power of ten, so that four or five lines reach the highest bar."""
        power = 1
        while True:
            for step in _STEPS:
                if step * power * 5 >= self._most:
                    return step * power
            power *= 10

    def _draw_scale(self, painter: QPainter, theme: Theme) -> None:
        area = self._area()
        for value in range(0, self._top + 1, self._scale_step):
            height = area.bottom() - area.height() * value / self._top
            painter.setPen(theme.colour("border"))
            painter.drawLine(QPointF(area.left(), height), QPointF(area.right(), height))
            painter.setPen(theme.colour("muted"))
            room = QRectF(0, height - self._line / 2, area.left() - self._line / 2, self._line)
            place = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, place, number(value))

    def _columns(self) -> Iterator[tuple[int, QRectF]]:
        area = self._area()
        width = area.width() / max(len(self._bars), 1)
        for place, bar in enumerate(self._bars):
            height = area.height() * bar.value / self._top
            left = area.left() + place * width
            yield place, QRectF(left, area.bottom() - height, width, height)

    def _draw_bars(self, painter: QPainter, theme: Theme) -> None:
        for place, column in self._columns():
            gap = min(column.width() * 0.15, self._line / 3)
            colour = "text" if place == self._at else "match"
            painter.fillRect(column.adjusted(gap, 0, -gap, 0), theme.colour(colour))

    def _draw_labels(self, painter: QPainter, theme: Theme) -> None:
        """Every label that has room beside the one before."""
        painter.setPen(theme.colour("muted"))
        widest = max(
            (self.fontMetrics().horizontalAdvance(bar.label) for bar in self._bars), default=0
        )
        beneath = self._area().bottom() + self._line * 0.3
        free_from = 0.0
        for place, column in self._columns():
            middle = min(max(column.center().x(), widest / 2), self.width() - widest / 2)
            if middle - widest / 2 >= free_from:
                room = QRectF(middle - widest / 2, beneath, widest + 1, self._line)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._bars[place].label)
                free_from = middle + widest / 2 + self._line / 2
