"""A small window that asks for something, and does nothing before its button is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from desktop_assist.gui.channel_window.page import MainButton


class AskingBox(QDialog):
    """`yes` does what was asked for; Esc leaves everything as it is.

    Enter presses `yes` as soon as that can be pressed; of a grave thing it presses `no`.
    """

    def __init__(self, title: str, yes: str, parent: QWidget, *, is_grave: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.no = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.no.setIcon(QIcon())  # some desktops put a sign of their own on it
        self.yes = QPushButton(yes) if is_grave else MainButton(yes)
        self.buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self._is_grave = is_grave
        for one in (self.yes, self.no):
            one.setAutoDefault(False)
        self.buttons.accepted.connect(self.take)
        self.buttons.rejected.connect(self.reject)

    def take(self) -> None:
        """Pass on what was asked for, and close."""
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Qt fills the first button as a box is shown, also one that cannot be pressed.
        self.yes.setDefault(self.yes.isEnabled() and not self._is_grave)
        self.no.setDefault(self._is_grave)
