"""A page of Markdown to read; tables have lines, and no link leads out of the program."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QPalette,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

_DIALECT = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class Page(QTextBrowser):
    """Shows Markdown in the look of the application."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(self.fontMetrics().height())
        self._written = ""

    def show_markdown(self, text: str, *, keep_place: bool = False) -> None:
        """Show `text` from its beginning, or with `keep_place` where the reader is."""
        place = self.verticalScrollBar().value() if keep_place else 0
        self._written = text
        self.document().setMarkdown(text, _DIALECT)
        self._dress_tables()
        # A cursor at the end would draw the view down when the window gets its size.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._written:
            self.show_markdown(self._written, keep_place=True)

    def _dress_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress(frame)

    def _dress(self, table: QTextTable) -> None:
        line = self.palette().color(QPalette.ColorRole.Mid)
        look = table.format().toTableFormat()
        look.setBorder(1)
        look.setBorderBrush(line)
        look.setBorderCollapse(True)
        look.setCellPadding(self.fontMetrics().height() / 3)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setColumnWidthConstraints(_columns(table.columns()))
        table.setFormat(look)
        for row, column in itertools.product(range(table.rows()), range(table.columns())):
            cell = table.cellAt(row, column)
            edges = cell.format().toTableCellFormat()
            edges.setBorder(1)
            edges.setBorderBrush(line)
            edges.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            cell.setFormat(edges)


def _columns(count: int) -> list[QTextLength]:
    """Equal columns; of three the first names something and is narrower."""
    shares = [18, 36, 46] if count == 3 else [100 // count] * count
    return [QTextLength(QTextLength.Type.PercentageLength, share) for share in shares]
