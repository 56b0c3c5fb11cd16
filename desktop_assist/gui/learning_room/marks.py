"""What the rubric saw in an answer: five boxes that the learner may put right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from desktop_assist.core.learning.rubric import ADVICE, CRITERIA, NAMES, Criterion, Mark
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.palette.results import quiet_label


class Marks(QWidget):
    """One line a criterion: whether it is there, and by which words, or what to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[Criterion, QCheckBox] = {}
        self._why: dict[Criterion, QLabel] = {}
        self._marks: Sequence[Mark] = ()
        self._answer = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(CRITERIA):
            self.boxes[name] = QCheckBox(self)
            self._why[name] = quiet_label(self)
            grid.addWidget(self.boxes[name], row, 0)
            grid.addWidget(self._why[name], row, 1)
        self.retranslate()

    def show_marks(self, answer: str, marks: Sequence[Mark]) -> None:
        """Show what the rubric saw in `answer`."""
        self._answer, self._marks = answer, tuple(marks)
        for mark in marks:
            self.boxes[mark.criterion].setChecked(mark.is_met)
        self.retranslate()

    @property
    def met(self) -> frozenset[Criterion]:
        """The criteria whose boxes are ticked."""
        return frozenset(name for name, box in self.boxes.items() if box.isChecked())

    def retranslate(self) -> None:
        """Show everything in the language of now."""
        for name in CRITERIA:
            self.boxes[name].setText(translated(NAMES[name]))
        for mark in self._marks:
            why = self._why_of(mark)
            self._why[mark.criterion].setText(why)
            self.boxes[mark.criterion].setAccessibleDescription(why)

    def _why_of(self, mark: Mark) -> str:
        if not mark.is_met:
            return translated(ADVICE[mark.criterion])
        quoted = self.tr("“{words}”")
        words = mark.words(self._answer)
        return " ".join(quoted.format(words=one) for one in words[:4])
