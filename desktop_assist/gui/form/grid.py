"""The inputs for the fields of a reply, one beneath the other, and what Enter does among them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_assist.core.replies.snippet import Field
from desktop_assist.gui.form.inputs import FieldInput, input_for
from desktop_assist.gui.look.fitting import FittedScroll


class FieldGrid(FittedScroll):
    """One input for each field; scrolls where there is no room. Tells of its end only when full."""

    changed = Signal()
    """A value is another one."""
    finished = Signal()
    """Every field is filled and the agent is done."""

    def __init__(
        self,
        fields: Sequence[Field],
        values: Mapping[str, str],
        today: datetime.date,
        parent: QWidget,
        *,
        is_narrow: bool = False,
    ) -> None:
        """`values` fill fields beforehand, before their defaults.

        Where it `is_narrow` the names stand above the inputs, not beside them.
        """
        inside = QWidget(parent)
        grid = QGridLayout(inside)
        super().__init__(inside, grid, parent)
        self._inputs: dict[str, FieldInput] = {}
        self._faults: dict[str, QLabel] = {}
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self._lines = 3 if is_narrow else 2
        for row, field in enumerate(fields):
            self._add(grid, row, _with_default(field, values.get(field.name, "")), today)

    def values(self) -> dict[str, str]:
        """What is filled in so far, by field name; the empty ones are left out."""
        found = {name: asked.value() for name, asked in self._inputs.items()}
        return {name: value for name, value in found.items() if value}

    @property
    def last(self) -> QWidget | None:
        """The last of the inputs in the order of Tab."""
        return next(
            (asked.focusProxy() or asked for asked in reversed(self._inputs.values())), None
        )

    def start(self) -> None:
        """Put the focus into the first empty field, else into the first one."""
        first = self._next_unfilled(None) or next(iter(self._inputs.values()), None)
        if first is not None:
            self._go_to(first, Qt.FocusReason.PopupFocusReason)

    def enter(self) -> None:
        """Go on to the next empty field; finish where there is none."""
        here = self._focused()
        missing = self._next_unfilled(here)
        if missing is None:
            self.finish()
            return
        if here is not None and here.fault():
            self._complain(here)
        self._go_to(missing, Qt.FocusReason.TabFocusReason)

    def finish(self) -> None:
        """End when every field is filled; else mark each that is not, and go to the first."""
        missing = [asked for asked in self._inputs.values() if asked.fault()]
        for asked in missing:
            self._complain(asked)
        if missing:
            self._go_to(missing[0], Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()

    def _add(self, grid: QGridLayout, row: int, field: Field, today: datetime.date) -> None:
        asked = input_for(field, today, self)
        name = field.label or field.name
        asked.name_it(name)
        label = QLabel(name, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(asked)
        fault = QLabel(self)
        fault.setProperty("role", "problem")
        fault.setWordWrap(True)
        fault.hide()
        self._place(grid, self._lines * row, label, asked, fault)
        self._inputs[field.name] = asked
        self._faults[field.name] = fault
        asked.changed.connect(lambda: self._changed(field.name))

    def _place(
        self, grid: QGridLayout, line: int, label: QLabel, asked: FieldInput, fault: QLabel
    ) -> None:
        if self._lines == 3:
            label.setWordWrap(True)
            for below, part in enumerate((label, asked, fault)):
                grid.addWidget(part, line + below, 0, 1, 2)
        else:
            grid.addWidget(label, line, 0)
            grid.addWidget(asked, line, 1)
            grid.addWidget(fault, line + 1, 1)

    def _changed(self, name: str) -> None:
        self._say_fault(name, "")
        self.changed.emit()

    def _say_fault(self, name: str, fault: str) -> None:
        self._faults[name].setText(fault)
        self._faults[name].setVisible(bool(fault))
        self._inputs[name].mark(wrong=bool(fault))
        self.fit(self.width())

    def _complain(self, asked: FieldInput) -> None:
        name = next(name for name, one in self._inputs.items() if one is asked)
        self._say_fault(name, asked.fault())

    def _go_to(self, asked: FieldInput, why: Qt.FocusReason) -> None:
        asked.setFocus(why)
        # What is complained of takes its room only when all has been laid out anew.
        QTimer.singleShot(0, self, self._show_focused)

    def _show_focused(self) -> None:
        asked = self._focused()
        if asked is not None:
            self.ensureWidgetVisible(asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_focused()

    def _next_unfilled(self, after: FieldInput | None) -> FieldInput | None:
        """The first input that lacks something, from the one behind `after` on, round and round."""
        every = list(self._inputs.values())
        start = every.index(after) + 1 if after in every else 0
        ordered = every[start:] + every[:start]
        return next((asked for asked in ordered if asked.fault()), None)

    def _focused(self) -> FieldInput | None:
        focus = self.window().focusWidget()
        return next((one for one in self._inputs.values() if one.focusProxy() is focus), None)


def _with_default(field: Field, value: str) -> Field:
    return Field(
        name=field.name,
        kind=field.kind,
        label=field.label,
        choices=field.choices,
        default=value or field.default,
    )
