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
    QGridLayout,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.snippet import Field
from desktop_assist.gui.fitting import FittedScroll
from desktop_assist.gui.form_inputs import FieldInput, input_for
from desktop_assist.gui.highlight import gap_look, gaps, show_marks
from desktop_assist.gui.placing import bring_up, em, place
from desktop_assist.gui.theme import Theme

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
        self._inputs: dict[str, FieldInput] = {}
        self._faults: dict[str, QLabel] = {}
        self.setModal(False)
        self.setWindowTitle(title or self.tr("Fill in the reply"))
        self._build(fields, values or {})
        self._show_preview()

    def open_near(self, near: QPoint | None = None) -> None:
        """Come up on the screen at `near` (else at the mouse), the first empty field in focus."""
        width = 34 * em(self)
        self._scroll.fit(width)
        place(self, near, QSize(width, self.sizeHint().height()))
        bring_up(self)
        first = self._next_unfilled(None) or next(iter(self._inputs.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def values(self) -> dict[str, str]:
        """What is filled in so far, by field name; the empty ones are left out."""
        found = {name: asked.value() for name, asked in self._inputs.items()}
        return {name: value for name, value in found.items() if value}

    # -- building

    def _build(self, fields: Sequence[Field], values: Mapping[str, str]) -> None:
        inputs = QWidget(self)
        grid = QGridLayout(inputs)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(fields):
            self._add(grid, row, field, values.get(field.name, ""))
        self._scroll = FittedScroll(inputs, grid, self)
        self._text = QTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setAccessibleName(self.tr("The reply as it will be pasted"))
        self._text.setMinimumHeight(self.fontMetrics().height() * 3)
        layout = QVBoxLayout(self)
        layout.addWidget(self._scroll)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._buttons())

    def _add(self, grid: QGridLayout, row: int, field: Field, value: str) -> None:
        offered = Field(
            name=field.name, kind=field.kind, choices=field.choices, default=value or field.default
        )
        asked = input_for(offered, self._day, self)
        name = field.label or field.name
        asked.name_it(name)
        label = QLabel(name, self)
        label.setBuddy(asked)
        fault = QLabel(self)
        fault.setProperty("role", "problem")
        fault.setWordWrap(True)
        fault.hide()
        grid.addWidget(label, 2 * row, 0)
        grid.addWidget(asked, 2 * row, 1)
        grid.addWidget(fault, 2 * row + 1, 1)
        self._inputs[field.name] = asked
        self._faults[field.name] = fault
        asked.changed.connect(lambda: self._changed(field.name))

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
        box.accepted.connect(self._finish)
        box.rejected.connect(self.reject)
        return box

    # -- filling

    def _changed(self, name: str) -> None:
        self._say_fault(name, "")
        self._show_preview()

    def _show_preview(self) -> None:
        text = self._preview(self.values()).replace("\r\n", "\n")
        look = gap_look(Theme.of(self.palette()))
        self._text.setPlainText(text)
        show_marks(self._text, text, [(span, look) for span in gaps(text)])

    def _say_fault(self, name: str, fault: str) -> None:
        self._faults[name].setText(fault)
        self._faults[name].setVisible(bool(fault))
        self._inputs[name].mark(wrong=bool(fault))
        self._scroll.fit(self._scroll.width())

    def _next_unfilled(self, after: FieldInput | None) -> FieldInput | None:
        """The first input that lacks something, from the one behind `after` on, round and round."""
        every = list(self._inputs.values())
        start = every.index(after) + 1 if after in every else 0
        ordered = every[start:] + every[:start]
        return next((asked for asked in ordered if asked.fault()), None)

    def _focused(self) -> FieldInput | None:
        focus = self.focusWidget()
        return next((one for one in self._inputs.values() if one.focusProxy() is focus), None)

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
            return
        here = self._focused()
        missing = self._next_unfilled(here)
        if missing is None:
            self._finish()
        else:
            if here is not None and here.fault():
                self._complain(here)
            missing.setFocus(Qt.FocusReason.TabFocusReason)

    def _complain(self, asked: FieldInput) -> None:
        name = next(name for name, one in self._inputs.items() if one is asked)
        self._say_fault(name, asked.fault())

    def _finish(self) -> None:
        """Accept when every field is filled; else mark each that is not, and go to the first."""
        missing = [asked for asked in self._inputs.values() if asked.fault()]
        for asked in missing:
            self._complain(asked)
        if missing:
            missing[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.accept()

    def accept(self) -> None:
        values = self.values()
        super().accept()
        self.filled.emit(values)

    def reject(self) -> None:
        super().reject()
        self.cancelled.emit()
