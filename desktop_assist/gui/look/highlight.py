r"""Marks in text that is shown: findings, gaps, changes. Offsets become Qt's only here.

Everywhere else an offset counts code points. Qt counts UTF-16 units, of which an emoji takes two,
and it shows the line end `\r\n` as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from desktop_assist.core.checking.findings import Finding
from desktop_assist.gui.look.theme import Theme

GAP = re.compile("⟦[^⟦⟧]*⟧")
"""A field that is not filled yet, as a preview shows it."""

Span = tuple[int, int]


def qt_offset(text: str, offset: int) -> int:
    """Where the code point `offset` of `text` stands in a Qt document that shows `text`."""
    before = text[:offset].replace("\r\n", "\n")
    return len(before.encode("utf-16-le", "surrogatepass")) // 2


def qt_span(text: str, start: int, end: int) -> Span:
    """The code points `start` to `end` of `text` as Qt's offsets."""
    return qt_offset(text, start), qt_offset(text, end)


def gaps(text: str) -> list[Span]:
    """Where unfilled fields stand in `text`, in code points."""
    return [found.span() for found in GAP.finditer(text)]


def wave(theme: Theme, severity: str) -> QTextCharFormat:
    """The underline of a finding of `severity` (`block`, `warn` or `hint`)."""
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(theme.colour(severity))
    return look


def ground(background: QColor, text: QColor) -> QTextCharFormat:
    """Text of one colour on a ground of another."""
    look = QTextCharFormat()
    look.setBackground(background)
    look.setForeground(text)
    return look


def gap_look(theme: Theme) -> QTextCharFormat:
    """How an unfilled field looks."""
    return ground(theme.colour("gap"), theme.colour("gap_text"))


def added_look(theme: Theme) -> QTextCharFormat:
    """How a replaced wording looks."""
    return ground(theme.colour("added"), theme.colour("added_text"))


def finding_marks(
    theme: Theme, findings: Iterable[Finding]
) -> Iterator[tuple[Span, QTextCharFormat]]:
    """Every finding's span and underline, for `show_marks`."""
    for finding in findings:
        yield (finding.start, finding.end), wave(theme, finding.severity)


def show_marks(
    edit: QTextEdit | QPlainTextEdit, text: str, marks: Iterable[tuple[Span, QTextCharFormat]]
) -> None:
    """Show `marks` (spans in code points of `text`) over `edit`, which shows `text`.

    The document itself, its undo history and what is copied out of it stay as they were.
    """
    edit.setExtraSelections([_selection(edit, text, span, look) for span, look in marks])


def _selection(
    edit: QTextEdit | QPlainTextEdit, text: str, span: Span, look: QTextCharFormat
) -> QTextEdit.ExtraSelection:
    start, end = qt_span(text, *span)
    last = edit.document().characterCount() - 1
    cursor = QTextCursor(edit.document())
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = look
    return selection
