"""How the rows of the palette's list are drawn; every measure comes from the font."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_assist.gui.look.drawn_text import draw_line
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.palette.model import ROW, AnyIndex, Row, language_badge, slot_text


class RowDelegate(QStyledItemDelegate):
    """Draws a row: title, and beneath it category and code; star, slot and language at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sizes: _Sizes | None = None

    def _sizes_for(self, font: QFont) -> _Sizes:
        if self._sizes is None or self._sizes.title != font:
            self._sizes = _Sizes(font)
        return self._sizes

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        sizes = self._sizes_for(option.font)
        heading = sizes.heading if index.data(ROW).section else 0
        return QSize(0, heading + sizes.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: Row = index.data(ROW)
        rect = option.rect
        sizes = self._sizes_for(option.font)
        theme = Theme.of(option.palette)
        pen = _Pen(painter, sizes, theme)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.section:
            pen.heading(rect, row.section)
            rect = rect.adjusted(0, sizes.heading, 0, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            pen.selection(rect)
        inner = rect.adjusted(sizes.gap, sizes.edge, -sizes.gap, -sizes.edge)
        pen.first_line(inner, row, slot_text(index.row()))
        pen.second_line(inner, row, language_badge(row.entry.snippet.language, option.locale))
        painter.restore()


class _Sizes:
    """Every measure of a row, from the font alone, so that it fits at any scale."""

    def __init__(self, font: QFont) -> None:
        self.title = QFont(font)
        self.small = QFont(font)
        self.small.setPointSizeF(font.pointSizeF() * 0.9)
        self.title_metrics = QFontMetrics(self.title)
        self.small_metrics = QFontMetrics(self.small)
        self.edge = round(self.title_metrics.height() * 0.3)
        self.gap = round(self.title_metrics.height() * 0.55)
        self.row = self.title_metrics.height() + self.small_metrics.height() + 2 * self.edge
        self.heading = round(self.small_metrics.height() * 1.5)


class _Pen:
    """Draws the parts of one row."""

    def __init__(self, painter: QPainter, sizes: _Sizes, theme: Theme) -> None:
        self._painter = painter
        self._sizes = sizes
        self._theme = theme

    def heading(self, rect: QRect, text: str) -> None:
        line = QRect(rect.left(), rect.top(), rect.width(), self._sizes.heading)
        inner = line.adjusted(self._sizes.gap, 0, -self._sizes.gap, 0)
        draw_line(self._painter, inner, text, self._sizes.small, self._theme, "muted")

    def selection(self, rect: QRect) -> None:
        mark = QRectF(rect).adjusted(1, 1, -1, -1)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour("selected"))
        self._painter.drawRoundedRect(mark, 6, 6)
        bar = QRectF(mark.left(), mark.top() + 6, 3, mark.height() - 12)
        self._painter.setBrush(self._theme.colour("accent"))
        self._painter.drawRoundedRect(bar, 1.5, 1.5)

    def first_line(self, inner: QRect, row: Row, slot: str) -> None:
        line = QRect(inner.topLeft(), QSize(inner.width(), self._sizes.title_metrics.height()))
        if slot:
            line = self._at_end(line, slot, "muted")
        if row.favourite:
            line = self._at_end(line, "★", "warn")
        title = row.entry.snippet.title
        draw_line(
            self._painter, line, title, self._sizes.title, self._theme, "text", row.spans("title")
        )

    def second_line(self, inner: QRect, row: Row, badge: str) -> None:
        height = self._sizes.small_metrics.height()
        line = QRect(inner.left(), inner.bottom() + 1 - height, inner.width(), height)
        if badge:
            line = self._at_end(line, badge, "muted")
        if row.why:
            draw_line(self._painter, line, row.why, self._sizes.small, self._theme, "hint")
            return
        draw_line(
            self._painter,
            line,
            row.place,
            self._sizes.small,
            self._theme,
            "muted",
            row.place_spans,
        )

    def _at_end(self, line: QRect, text: str, role: str) -> QRect:
        """Draw `text` at the right end of `line`, and tell what is left of it."""
        width = self._sizes.small_metrics.horizontalAdvance(text)
        end = QRect(line.right() + 1 - width, line.top(), width, line.height())
        self._painter.setFont(self._sizes.small)
        self._painter.setPen(self._theme.colour(role))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(end, flags | Qt.TextFlag.TextDontClip, text)
        return line.adjusted(0, 0, -(width + self._sizes.gap), 0)
