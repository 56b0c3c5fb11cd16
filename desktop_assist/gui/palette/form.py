"""The form inside the palette: what a reply still lacks, and the reply as it fills."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from desktop_assist.core.replies.snippet import Field
from desktop_assist.gui.form.grid import FieldGrid
from desktop_assist.gui.form.window import show_filled
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.palette.touch import FINGER

_ROOMY = 21
"""In `em`s: a narrower form has no room for names beside the inputs."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask for; `preview` is given the values so far. `key` names what it is about."""

    key: str
    fields: Sequence[Field]
    preview: Callable[[Mapping[str, str]], str]
    copies: bool = False


class InlineForm(QWidget):
    """Asks one question at a time; ends with every field filled, or with nothing.

    What was written into a form that was left is offered again, until `forget`.
    """

    filled = Signal(dict)
    """Field name to value; every field is there and none is empty."""
    left = Signal()
    """The agent went back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._grid: FieldGrid | None = None
        self._written: dict[str, Mapping[str, str]] = {}
        self._text = _text_view(self)
        self._accept = self._button()
        self._back = self._button()
        self._accept.setDefault(True)
        self._accept.clicked.connect(self._finish)
        self._back.clicked.connect(self.leave)
        buttons = QHBoxLayout()
        buttons.addWidget(self._accept, 2)
        buttons.addWidget(self._back, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._text, 1)
        self._column.addLayout(buttons)
        self.retranslate()

    def _button(self) -> QPushButton:
        button = QPushButton(self)
        button.setMinimumHeight(max(FINGER, self.fontMetrics().height() * 2))
        return button

    def retranslate(self) -> None:
        """Say it in the language of now."""
        copies = self._question is not None and self._question.copies
        self._accept.setText(self.tr("Copy") if copies else self.tr("Paste"))
        self._back.setText(self.tr("Back"))
        self._text.setAccessibleName(self.tr("The reply as it will be pasted"))

    @property
    def is_asking(self) -> bool:
        """Whether a question is open."""
        return self._question is not None

    def ask(self, question: Question, today: datetime.date) -> None:
        """Show the inputs, the first empty one in focus."""
        self.end()
        self._question = question
        written = self._written.get(question.key, {})
        is_narrow = self.width() < _ROOMY * em(self)
        self._grid = grid = FieldGrid(question.fields, written, today, self, is_narrow=is_narrow)
        grid.changed.connect(self._show_text)
        grid.finished.connect(self._done)
        self._column.insertWidget(0, grid)
        self._chain(grid)
        self.retranslate()
        self._show_text()
        grid.show()
        # The layout gives it its width only after this.
        QTimer.singleShot(0, grid, self._fit)
        grid.start()

    def leave(self) -> None:
        """Go back to the list; what is written is kept for the next time."""
        if self.is_asking:
            self.end()
            self.left.emit()

    def end(self) -> None:
        """Close the question that is open, if one is, and keep what is written."""
        if self._grid is not None and self._question is not None:
            self._written[self._question.key] = self._grid.values()
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = self._question = None

    def forget(self) -> None:
        """Drop what was written: another customer is served."""
        self.end()
        self._written.clear()

    def _chain(self, grid: FieldGrid) -> None:
        """Tab goes through the fields, then to the buttons."""
        last = grid.last
        if last is not None:
            QWidget.setTabOrder(last, self._accept)
        QWidget.setTabOrder(self._accept, self._back)

    def _fit(self) -> None:
        if self._grid is not None:
            self._grid.fit(self._grid.width())

    def _show_text(self) -> None:
        if self._grid is not None and self._question is not None:
            show_filled(self._text, self._question.preview(self._grid.values()))

    def _finish(self) -> None:
        if self._grid is not None:
            self._grid.finish()

    def _done(self) -> None:
        if self._grid is not None and self._question is not None:
            values, key = self._grid.values(), self._question.key
            self.end()
            self._written.pop(key, None)
            self.filled.emit(values)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next empty field, and accepts when there is none; Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._enter()

    def _enter(self) -> None:
        focus = self.window().focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        elif self._grid is not None:
            self._grid.enter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _text_view(parent: QWidget) -> QTextEdit:
    view = QTextEdit(parent)
    view.setReadOnly(True)
    view.setUndoRedoEnabled(False)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setMinimumHeight(view.fontMetrics().height() * 3)
    return view
