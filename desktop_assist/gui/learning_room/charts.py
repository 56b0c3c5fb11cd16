"""Charts of progress, painted in the colours of the theme; each says its values in words too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_assist.gui.look.theme import Theme

_ROUND = 3.0


@dataclass(frozen=True, slots=True)
class Bar:
    """`value` under `label`; `text` is written at its end. An empty label is not written."""

    label: str
    value: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole: `count` of what `label` names, in the colour `role` of the theme."""

    label: str
    count: int
    role: str


class Chart(QWidget):
    """What all charts share: a size in lines, a name and the values in words."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def name(self, name: str, values: str) -> None:
        """Name the chart for those who hear it; the values are its description and tool tip."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(values)
        self.setToolTip(values)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(20 * line, self._lines * line)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def _painter(self) -> QPainter:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        return painter

    def _colour(self, role: str) -> QColor:
        return Theme.of(self.palette()).colour(role)

    def _write(self, painter: QPainter, place: QRectF, text: str, *, role: str, at: int) -> None:
        painter.setPen(self._colour(role))
        painter.drawText(place, at, text)
        painter.setPen(Qt.PenStyle.NoPen)


class Columns(Chart):
    """Upright bars side by side, with the value above each that is not zero."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(8, parent)
        self._bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show `bars` from left to right."""
        self._bars = tuple(bars)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = self._painter()
        line = self.fontMetrics().lineSpacing()
        ground = self.height() - 1.3 * line
        painter.fillRect(QRectF(0, ground, self.width(), 1), self._colour("border"))
        step = self.width() / len(self._bars)
        most = max(1, *(bar.value for bar in self._bars))
        for number, bar in enumerate(self._bars):
            height = bar.value / most * (ground - 1.3 * line)
            place = QRectF(number * step + step * 0.15, ground - height, step * 0.7, height)
            painter.setBrush(self._colour("accent"))
            painter.drawRoundedRect(place, _ROUND, _ROUND)
            middle = place.center().x()
            wide = 4.0 * line
            above = QRectF(middle - wide / 2, place.top() - 1.2 * line, wide, 1.2 * line)
            below = QRectF(middle - wide / 2, ground, wide, 1.3 * line).intersected(
                QRectF(self.rect())
            )
            centre = Qt.AlignmentFlag.AlignCenter.value
            self._write(painter, above, bar.text, role="text", at=centre)
            self._write(painter, below, bar.label, role="muted", at=centre)
        painter.end()


class Shares(Chart):
    """Lying bars, each a share from 0 to 1, named on the left and told on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(10, parent)
        self._bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show `bars` from above; their number is the chart's height in double lines."""
        self._bars = tuple(bars)
        self._lines = 2 * max(len(self._bars), 1)
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = self._painter()
        metrics = self.fontMetrics()
        line = float(metrics.lineSpacing())
        names = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0) + line
        values = max((metrics.horizontalAdvance(bar.text) for bar in self._bars), default=0) + line
        room = max(self.width() - names - values, 1)
        left = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
        for number, bar in enumerate(self._bars):
            top = 2 * line * number
            track = QRectF(names, top + 0.6 * line, room, 0.8 * line)
            painter.setBrush(self._colour("border"))
            painter.drawRoundedRect(track, _ROUND, _ROUND)
            painter.setBrush(self._colour("accent"))
            filled = QRectF(track.topLeft(), track.size())
            filled.setWidth(room * min(max(bar.value, 0), 1))
            painter.drawRoundedRect(filled, _ROUND, _ROUND)
            self._write(painter, QRectF(0, top, names, 2 * line), bar.label, role="text", at=left)
            end = QRectF(names + room + line / 2, top, values, 2 * line)
            self._write(painter, end, bar.text, role="text", at=left)
        painter.end()


class Whole(Chart):
    """One bar in parts, with a legend beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(4, parent)
        self._parts: tuple[Part, ...] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show `parts` from left to right."""
        self._parts = tuple(parts)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = self._painter()
        line = float(self.fontMetrics().lineSpacing())
        total = sum(part.count for part in self._parts) or 1
        left = 0.0
        for part in self._parts:
            width = self.width() * part.count / total
            painter.fillRect(QRectF(left, 0, width, 1.2 * line), self._colour(part.role))
            left += width
        self._legend(painter, line)
        painter.end()

    def _legend(self, painter: QPainter, line: float) -> None:
        left = 0.0
        centre = Qt.AlignmentFlag.AlignVCenter.value
        for part in self._parts:
            box = QRectF(left, 2.15 * line, 0.7 * line, 0.7 * line)
            painter.setBrush(self._colour(part.role))
            painter.drawRoundedRect(box, _ROUND, _ROUND)
            told = f"{part.label} {part.count}"
            wide = self.fontMetrics().horizontalAdvance(told)
            place = QRectF(left + line, 1.5 * line, wide + line, 2 * line)
            self._write(painter, place, told, role="text", at=centre)
            left += wide + 2.5 * line
