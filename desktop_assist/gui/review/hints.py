"""The small improvements of a draft, each with a tick: less 我, a closing mark."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from desktop_assist.core.rewriting.proposal import Rewrite


class HintTicks(QWidget):
    """One tick for each small improvement; hidden where there is none."""

    ticked = Signal(object, bool)
    """A `Rewrite`, and whether it is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Rewrite, ...] = ()
        self._name = QLabel(self)
        self._name.setProperty("role", "muted")
        self._boxes: list[QCheckBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.fontMetrics().height() // 4)
        self._column.addWidget(self._name)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._name.setText(self.tr("H   Small improvements:"))

    def show_for(self, draft: str, hints: Sequence[Rewrite], ticked: Collection[Rewrite]) -> None:
        """Show `hints` for `draft`, those of `ticked` with their tick set."""
        if tuple(hints) != self._shown:
            self._shown = tuple(hints)
            self._renew(draft)
        for hint, box in zip(self._shown, self._boxes, strict=True):
            box.setChecked(hint in ticked)
        self.setVisible(bool(hints))

    def _renew(self, draft: str) -> None:
        for box in self._boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = [self._box(draft, hint) for hint in self._shown]
        for box in self._boxes:
            self._column.addWidget(box)

    def _box(self, draft: str, hint: Rewrite) -> QCheckBox:
        old = draft[hint.start : hint.end]
        change = self.tr("“{old}” → “{new}”").format(old=old, new=hint.text)
        if not hint.text:
            change = self.tr("“{old}” left out").format(old=old)
        # A single & would become an underline.
        box = QCheckBox(f"{change}   {hint.note}".replace("&", "&&"), self)
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.clicked.connect(lambda wanted: self.ticked.emit(hint, wanted))
        return box
