"""How a card and a line of the tree are drawn; every measure comes from the font."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_assist.gui.library.cards import CARD, Card
from desktop_assist.gui.library.tree_model import LINE, Line
from desktop_assist.gui.look.drawn_text import draw_at_end, draw_line
from desktop_assist.gui.look.highlight import Span
from desktop_assist.gui.look.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex

_BADGE_GAP = "  ·  "


class CardDelegate(QStyledItemDelegate):
    """Draws a card: title and code; how the reply begins; category and badges."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        title, small = QFontMetrics(option.font), QFontMetrics(_small(option.font))
        edge = title.height() // 3
        return QSize(0, title.height() + 2 * small.height() + 3 * edge)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _CardPen(painter, option).card(index.data(CARD))
        painter.restore()


class LineDelegate(QStyledItemDelegate):
    """Draws a place with its count at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(0, round(QFontMetrics(option.font).height() * 1.7))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = _Pen(painter, option)
        line: Line = index.data(LINE)
        pen.ground()
        gap = pen.line // 3
        inner = option.rect.adjusted(gap, 0, -gap, 0)
        rest = pen.at_end(inner, str(line.count), "muted")
        pen.bold(line.place.kind != "category")
        pen.text(rest, line.name, "text")
        painter.restore()


class _Pen:
    """Draws the parts of one row."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._state = option.state
        self._rect = option.rect
        self._font = QFont(option.font)
        self._small = _small(option.font)
        self._theme = Theme.of(option.palette)
        self.line = QFontMetrics(self._font).height()

    def ground(self) -> None:
        """The mark of what is selected, and of what the mouse is over."""
        is_selected = bool(self._state & QStyle.StateFlag.State_Selected)
        if not is_selected and not self._state & QStyle.StateFlag.State_MouseOver:
            return
        mark = QRectF(self._rect).adjusted(1, 1, -1, -1)
        has_focus = is_selected and bool(self._state & QStyle.StateFlag.State_HasFocus)
        self._painter.setPen(self._theme.colour("accent") if has_focus else Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour("selected" if is_selected else "window"))
        self._painter.drawRoundedRect(mark, 6, 6)

    def bold(self, on: bool) -> None:
        self._font.setWeight(QFont.Weight.DemiBold if on else QFont.Weight.Normal)

    def at_end(self, line: QRect, text: str, role: str) -> QRect:
        """Draw `text` small at the right end of `line`; give what is left."""
        width = draw_at_end(self._painter, line, text, self._small, self._theme, role)
        return line.adjusted(0, 0, -(width + self.line // 2), 0)

    def text(self, rect: QRect, text: str, role: str, spans: Iterable[Span] = ()) -> None:
        """Draw `text` on one line, with `spans` (code points) standing out."""
        draw_line(self._painter, rect, text, self._font, self._theme, role, spans)

    def small_text(self, rect: QRect, text: str, role: str) -> None:
        """Draw `text` small, on one line."""
        draw_line(self._painter, rect, text, self._small, self._theme, role)


class _CardPen(_Pen):
    """Draws one card."""

    def card(self, card: Card) -> None:
        self._card_ground()
        edge = self.line // 3
        inner = self._rect.adjusted(2 * edge, edge, -2 * edge, -edge)
        first, second, third = self._lines(inner)
        if card.is_favourite:
            first = self.at_end(first, "★", "warn")
        if card.snippet.code:
            first = self.at_end(first, card.snippet.code, "match")
        self.bold(True)
        self.text(first, card.snippet.title, self._ink(card), card.found.title_spans)
        self.small_text(second, card.excerpt, self._ink(card))
        if card.badges:
            third = self.at_end(third, _BADGE_GAP.join(card.badges), "hint")
        self.small_text(third, card.place, "muted")

    def _card_ground(self) -> None:
        """Cards stand on the same ground and are parted by a thin line."""
        rect = QRectF(self._rect).adjusted(0.5, 0.5, -0.5, -0.5)
        self._painter.setPen(self._theme.colour("border"))
        self._painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self.ground()

    def _lines(self, inner: QRect) -> tuple[QRect, QRect, QRect]:
        low = QFontMetrics(self._small).height()
        first = QRect(inner.topLeft(), QSize(inner.width(), self.line))
        third = QRect(inner.left(), inner.bottom() + 1 - low, inner.width(), low)
        return first, third.translated(0, -low - self.line // 6), third

    @staticmethod
    def _ink(card: Card) -> str:
        return "muted" if card.is_faint else "text"


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small
