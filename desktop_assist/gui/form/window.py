"""Asks for what a reply still lacks, and shows the reply as it fills."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.replies.snippet import Field
from desktop_assist.gui.form.grid import FieldGrid
from desktop_assist.gui.look.highlight import gap_look, gaps, show_marks
from desktop_assist.gui.look.placing import bring_up, em, place
from desktop_assist.gui.look.theme import Theme

Destination = Literal["chat", "clipboard", "draft"]
"""Where the filled text goes."""


class FieldForm(QDialog):
    """One input for each field; it ends with every field filled, or with nothing.

    `preview` is given the values so far (field name to text) and shows gaps as `⟦label⟧`.
    `values` fill fields beforehand, before their defaults. `goes_to` names the button.
    """

    filled = Signal(dict)
    """Field name to value; every field is there and none is empty. The window is hidden."""
    cancelled = Signal()
    """The agent thought better of it. The window is hidden."""

    def __init__(
        self,
        fields: Sequence[Field],
        preview: Callable[[Mapping[str, str]], str],
        title: str = "",
        values: Mapping[str, str] | None = None,
        today: datetime.date | None = None,
        *,
        goes_to: Destination = "chat",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.WindowStaysOnTopHint)
        self._preview = preview
        self._goes_to = goes_to
        self._day = today or datetime.date.today()
        self.setModal(False)
        self.setWindowTitle(title or self.tr("Fill in the reply"))
        self._build(fields, values or {})
        self._show_preview()

    def open_near(self, near: QPoint | None = None) -> None:
        """Come up on the screen at `near` (else at the mouse), the first empty field in focus."""
        width = 34 * em(self)
        self._grid.fit(width)
        place(self, near, QSize(width, self.sizeHint().height()))
        bring_up(self)
        self._grid.start()

    def values(self) -> dict[str, str]:
        """What is filled in so far, by field name; the empty ones are left out."""
        return self._grid.values()

    def _build(self, fields: Sequence[Field], values: Mapping[str, str]) -> None:
        self._grid = FieldGrid(fields, values, self._day, self)
        self._grid.changed.connect(self._show_preview)
        self._grid.finished.connect(self.accept)
        self._text = QTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setAccessibleName(self.tr("The reply as it will be pasted"))
        self._text.setMinimumHeight(self.fontMetrics().height() * 3)
        layout = QVBoxLayout(self)
        layout.addWidget(self._grid)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        names: dict[Destination, str] = {
            "chat": self.tr("Paste"),
            "clipboard": self.tr("Copy"),
            "draft": self.tr("Put into the draft"),
        }
        paste = box.addButton(names[self._goes_to], role.AcceptRole)
        paste.setDefault(True)
        box.addButton(self.tr("Cancel"), role.RejectRole)
        box.accepted.connect(self._grid.finish)
        box.rejected.connect(self.reject)
        return box

    def _show_preview(self) -> None:
        show_filled(self._text, self._preview(self.values()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next empty field, and accepts when there is none; Esc cancels."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._enter()

    def _enter(self) -> None:
        focus = self.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        else:
            self._grid.enter()

    def accept(self) -> None:
        values = self.values()
        super().accept()
        self.filled.emit(values)

    def reject(self) -> None:
        super().reject()
        self.cancelled.emit()


def show_filled(view: QTextEdit, text: str) -> None:
    """Show a reply in `view` as far as it is filled, its gaps standing out."""
    plain = text.replace("\r\n", "\n")
    look = gap_look(Theme.of(view.palette()))
    view.setPlainText(plain)
    show_marks(view, plain, [(span, look) for span in gaps(plain)])
