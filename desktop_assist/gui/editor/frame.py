"""Where the parts of the editor's window stand, and the line in which it speaks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.gui.look.placing import em
from desktop_assist.gui.settings.rows import muted_label
from desktop_assist.gui.undo_line import UndoLine


class Frame(QSplitter):
    """The list with its button on the left; form, preview, sentences and buttons on the right."""

    def __init__(self, parent: QWidget, replies: QWidget, form: QWidget, preview: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._note = muted_label("")
        self._told = QLabel()
        self._told.setWordWrap(True)
        self.undo_line = UndoLine(parent)
        self.new = QPushButton(QCoreApplication.translate("Editor", "New"))
        self.save = QPushButton(QCoreApplication.translate("Editor", "Save"))
        self.save.setDefault(True)
        self.save.setToolTip(QKeySequence(QKeySequence.StandardKey.Save).toString())
        self.revert = QPushButton(QCoreApplication.translate("Editor", "Discard"))
        self.delete = QPushButton(QCoreApplication.translate("Editor", "Delete"))
        self.addWidget(self._left(replies))
        self.addWidget(self._right(form, preview))
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.setSizes([14 * em(self), 36 * em(self)])

    @property
    def noted(self) -> str:
        """What stands above the form."""
        return self._note.text()

    @property
    def told(self) -> str:
        """What stands below it."""
        return self._told.text()

    def note(self, sentence: str) -> None:
        """Say above the form what to know of the reply."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def say(self, sentence: str, role: str = "muted") -> None:
        """Say below the form what was done, or as a "problem" what was not."""
        self._told.setProperty("role", role)
        self._told.style().polish(self._told)
        self._told.setText(sentence)

    def _left(self, replies: QWidget) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(replies, 1)
        column.addWidget(self.new)
        return left

    def _right(self, form: QWidget, preview: QWidget) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(form)
        right = QWidget()
        column = QVBoxLayout(right)
        column.addWidget(self._note)
        column.addWidget(area, 1)
        column.addWidget(muted_label(QCoreApplication.translate("Editor", "Preview")))
        column.addWidget(preview)
        column.addWidget(self._told)
        column.addWidget(self.undo_line)
        column.addLayout(self._buttons())
        return right

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.delete)
        row.addStretch()
        row.addWidget(self.revert)
        row.addWidget(self.save)
        return row
