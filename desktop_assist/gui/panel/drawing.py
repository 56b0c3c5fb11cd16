"""How the rows of the panel's list are drawn; every measure comes from the font."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_assist.gui.look.drawn_text import draw_at_end, draw_line
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.panel.model import DEPTH, NODE, shown
from desktop_assist.gui.panel.tree import Branch, Leaf, Node

ROW_HEIGHT = 2.9
"""The height of a row, in sizes of its letters: enough for a fingertip.

Not in lines: faces of one size differ by a third in the room around their lines.
"""


class DockDelegate(QStyledItemDelegate):
    """Draws a category with its arrow and count, or a reply with its code at the end."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        size.setHeight(round(QFontInfo(option.font).pixelSize() * ROW_HEIGHT))
        return size

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Pen(painter, option).row(index.data(NODE), index.data(DEPTH))
        painter.restore()


class _Pen:
    """Draws one row."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._state = option.state
        self._theme = Theme.of(option.palette)
        self._font = QFont(option.font)
        self._line = QFontMetrics(self._font).height()
        self._rect = option.rect

    def row(self, node: Node, depth: int) -> None:
        self._ground()
        gap = self._line // 2
        inner = self._rect.adjusted(gap + depth * self._line * 3 // 4, 0, -gap, 0)
        if isinstance(node, Branch):
            self._branch(inner, node, depth)
        elif isinstance(node, Leaf):
            self._leaf(inner, node)
        else:
            draw_line(self._painter, inner, shown(node), self._font, self._theme, "match")

    def _ground(self) -> None:
        is_selected = bool(self._state & QStyle.StateFlag.State_Selected)
        if not is_selected and not self._state & QStyle.StateFlag.State_MouseOver:
            return
        mark = QRectF(self._rect).adjusted(1, 1, -1, -1)
        self._painter.setPen(self._theme.colour("accent") if is_selected else Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour("selected"))
        self._painter.drawRoundedRect(mark, 6, 6)

    def _branch(self, inner: QRect, branch: Branch, depth: int) -> None:
        self._font.setBold(depth == 0)
        self._arrow(inner)
        name = self._at_end(inner.adjusted(self._line, 0, 0, 0), str(branch.count))
        draw_line(self._painter, name, branch.name, self._font, self._theme, "text")

    def _leaf(self, inner: QRect, leaf: Leaf) -> None:
        code = leaf.entry.snippet.code
        title = self._at_end(inner, code) if code else inner
        name = leaf.entry.snippet.title
        draw_line(self._painter, title, name, self._font, self._theme, "text", leaf.title_spans)

    def _arrow(self, inner: QRect) -> None:
        """A triangle that points down where the category is open, else to its name."""
        half = self._line * 0.22
        middle = QPointF(inner.left() + self._line * 0.4, self._rect.center().y() + 0.5)
        is_open = bool(self._state & QStyle.StateFlag.State_Open)
        points = [(-half, -half / 2), (half, -half / 2), (0, half * 0.7)]
        if not is_open:
            points = [(-half / 2, -half), (half * 0.7, 0), (-half / 2, half)]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour("muted"))
        self._painter.drawPolygon(QPolygonF([middle + QPointF(*point) for point in points]))

    def _at_end(self, line: QRect, text: str) -> QRect:
        """Draw `text` small at the right end of `line`, at most half of it; give what is left."""
        small = QFont(self._font)
        small.setBold(False)
        small.setPointSizeF(self._font.pointSizeF() * 0.9)
        width = draw_at_end(self._painter, line, text, small, self._theme, "muted")
        return line.adjusted(0, 0, -(width + self._line // 2), 0)
