"""Rows of words and figures for a table view, and how their bars are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_assist.gui.look.theme import Theme

CELL = Qt.ItemDataRole.UserRole
KEY = Qt.ItemDataRole.UserRole + 1

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, and what is drawn beside it: a bar of a `share` of 1, or a small chart."""

    text: str
    share: float | None = None
    trend: tuple[int, ...] = ()
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line, and the entry key behind it, if there is one."""

    cells: tuple[Cell, ...]
    key: str = ""


Rows = Sequence[Callable[[], Row]]
"""Made when they are looked at: of 20,000 unused replies a screen shows thirty."""


class RowsModel(QAbstractTableModel):
    """Rows under headers, shown anew as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._headers: Sequence[str] = ()
        self._rows: Rows = ()

    def show_rows(self, headers: Sequence[str], rows: Rows) -> None:
        """Show these in place of what is shown."""
        self.beginResetModel()
        self._headers, self._rows = headers, rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section) | Qt.AlignmentFlag.AlignVCenter
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        """Where the words of a header stand: over what is beneath them."""
        beneath = self._rows[0]().cells[column] if self._rows else Cell("")
        at_right = beneath.is_figure and beneath.share is None
        return Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]()
        cell = row.cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.text
        return {CELL: cell, KEY: row.key}.get(role)


class CellDelegate(QStyledItemDelegate):
    """Draws words cut to their room, figures at the right, and the bars of both kinds."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        metrics = QFontMetrics(option.font)
        return QSize(metrics.height() * 4, round(metrics.height() * 1.7))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        theme = Theme.of(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, theme.colour("selected" if chosen else "base"))
        line = QFontMetrics(option.font).height()
        room = QRectF(option.rect).adjusted(line / 2, 0, -line / 2, 0)
        painter.setFont(option.font)
        _draw_cell(painter, theme, room, index.data(CELL))
        painter.restore()


def _draw_cell(painter: QPainter, theme: Theme, room: QRectF, cell: Cell) -> None:
    line = painter.fontMetrics().height()
    painter.setPen(theme.colour("text"))
    if cell.trend:
        _draw_trend(painter, theme, room.adjusted(0, line * 0.2, 0, -line * 0.2), cell.trend)
        return
    place = Qt.AlignmentFlag.AlignVCenter
    words = QRectF(room)
    if cell.share is not None:
        words.setWidth(min(line * 3.5, room.width()))
        bar = QRectF(words.right() + line / 2, room.center().y() - line * 0.3, 0, line * 0.6)
        bar.setWidth(max(room.right() - bar.left(), 0) * cell.share)
        painter.fillRect(bar, theme.colour("match"))
    place |= Qt.AlignmentFlag.AlignRight if cell.is_figure else Qt.AlignmentFlag.AlignLeft
    text = painter.fontMetrics().elidedText(
        cell.text, Qt.TextElideMode.ElideRight, int(words.width())
    )
    painter.drawText(words, place, text)


def _draw_trend(painter: QPainter, theme: Theme, room: QRectF, trend: tuple[int, ...]) -> None:
    most = max(*trend, 1)
    width = room.width() / len(trend)
    for place, value in enumerate(trend):
        height = max(room.height() * value / most, 1.0)
        left = room.left() + place * width
        bar = QRectF(left, room.bottom() - height, max(width - 1, 1), height)
        painter.fillRect(bar, theme.colour("match" if value else "border"))
