"""Asks for the name and the team of a lead who is to be let in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.gui.channel_window.asking_box import AskingBox
from desktop_assist.gui.channel_window.page import name_label
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.settings.rows import muted_label


class LeadBox(AskingBox):
    """A new team is made by typing its name."""

    wanted = Signal(str, str)
    """The name and the team."""

    def __init__(self, teams: Sequence[str], parent: QWidget) -> None:
        super().__init__(self.tr("Invite a lead"), self.tr("Write the key file…"), parent)
        self.name = QLineEdit()
        self.team = QComboBox()
        self.team.setEditable(True)
        self.team.addItems([*teams])
        form = QFormLayout()
        for words, part in ((self.tr("Name"), self.name), (self.tr("Team"), self.team)):
            label = QLabel()
            name_label(label, words, part)
            form.addRow(label, part)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(
            muted_label(
                self.tr(
                    "The lead may publish the packs of this team and of no other. Hand the key file"
                    " to them in person or on a stick, and to nobody else. A new team is made by"
                    " typing its name: small letters, digits and hyphens."
                )
            )
        )
        column.addWidget(self.buttons)
        self.setMinimumWidth(26 * em(self))
        self.name.textChanged.connect(lambda _text: self._show())
        self.team.editTextChanged.connect(lambda _text: self._show())
        self._show()

    def _show(self) -> None:
        self.yes.setEnabled(bool(self.name.text().strip() and self.team.currentText().strip()))

    def take(self) -> None:
        """See `AskingBox.take`."""
        self.wanted.emit(self.name.text().strip(), self.team.currentText().strip())
        super().take()
