"""Text on one line, drawn by hand: cut where it does not fit, with parts that stand out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout

from desktop_assist.gui.look.highlight import Span, qt_span
from desktop_assist.gui.look.theme import Theme


def draw_line(
    painter: QPainter, rect: QRect, text: str, font: QFont, theme: Theme, role: str,
    spans: Iterable[Span] = (),
) -> None:  # fmt: skip
    """Draw `text` in the middle of `rect`, in the colour `role`; `spans` are code points of it."""
    one_line = text.replace("\n", " ")
    fitting = QFontMetrics(font).elidedText(one_line, Qt.TextElideMode.ElideRight, rect.width())
    kept = len(text) if fitting == one_line else max(len(fitting) - 1, 0)
    layout = QTextLayout(fitting, font)
    marks = [(start, min(end, kept)) for start, end in spans if start < kept]
    layout.setFormats([_mark(qt_span(one_line, *span), theme) for span in marks])
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    painter.setPen(theme.colour(role))
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))


def draw_at_end(
    painter: QPainter, rect: QRect, text: str, font: QFont, theme: Theme, role: str
) -> int:
    """Draw `text` at the right end, at most half of `rect`; how wide it became."""
    metrics = QFontMetrics(font)
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() // 2)
    painter.setFont(font)
    painter.setPen(theme.colour(role))
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, fitting)
    return metrics.horizontalAdvance(fitting)


def _mark(span: Span, theme: Theme) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setForeground(theme.colour("match"))
    look.setFontWeight(QFont.Weight.Bold)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = span[0], span[1] - span[0], look
    return found
