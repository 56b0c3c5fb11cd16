"""The tray menu as a window, for a desktop that has no tray."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_assist.gui.look.fitting import FittedScroll
from desktop_assist.gui.look.placing import open_size


class TrayWindow(QWidget):
    """One button for each entry. Closing it only puts it away: the hotkeys stay alive."""

    def __init__(self, actions: Sequence[QAction], icon: QIcon) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowIcon(icon)
        self._sentence = _line()
        self._status = _line()
        self._notice = _line()
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.addWidget(self._sentence)
        column.addWidget(self._status)
        for action in actions:
            if action.isEnabled() and not action.isSeparator():
                column.addWidget(_ActionButton(action))
        column.addWidget(self._notice)
        column.addStretch()
        self._notice.hide()
        self._scroll = FittedScroll(content, column, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self._retranslate()

    def retell(self, status: str) -> None:
        """How hotkeys are heard."""
        self._status.setText(status)
        self._fit()

    def say(self, text: str) -> None:
        """A notice; the newest stays."""
        self._notice.setText(text)
        self._notice.show()
        self._fit()

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
        self._fit()

    def _fit(self) -> None:
        """As high as the buttons need, where the screen has the room."""
        most = open_size(self, 24, 60)
        self._scroll.fit(most.width())
        self.resize(most.width(), min(self._scroll.sizeHint().height(), most.height()))


def _line() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setMinimumSize(1, 1)  # else Qt keeps room for the lines of a narrow window
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
