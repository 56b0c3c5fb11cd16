"""The tray menu as a window, for a desktop that has no tray."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QKeySequence
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QVBoxLayout, QWidget


class TrayWindow(QWidget):
    """One button for each entry. Closing it only puts it away: the hotkeys stay alive."""

    def __init__(self, actions: Sequence[QAction], icon: QIcon) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowIcon(icon)
        self._sentence = _line()
        self._status = _line()
        self._notice = _line()
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        layout.addWidget(self._sentence)
        layout.addWidget(self._status)
        for action in actions:
            if action.isEnabled() and not action.isSeparator():
                layout.addWidget(_ActionButton(action))
        layout.addWidget(self._notice)
        self._notice.hide()
        self._retranslate()

    def retell(self, status: str) -> None:
        """How hotkeys are heard."""
        self._status.setText(status)

    def say(self, text: str) -> None:
        """A notice; the newest stays."""
        self._notice.setText(text)
        self._notice.show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A window that nobody can reopen must not vanish: it is minimised."""
        if event.spontaneous():
            event.ignore()
            self.showMinimized()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Desktop Assist"))
        self._sentence.setText(
            self.tr(
                "This desktop shows no tray, so the menu stands here. It moves into the tray as"
                " soon as there is one."
            )
        )


def _line() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setMinimumWidth(22 * label.fontMetrics().height())  # else Qt guesses too few lines
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class _ActionButton(QPushButton):
    """Shows an action as the menu does: its words, its hotkey, its tick."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._show_action)
        self._show_action()

    def _show_action(self) -> None:
        action = self._action
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(f"{action.text()}    {keys}" if keys else action.text())
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.setVisible(action.isVisible())
