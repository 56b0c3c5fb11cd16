"""The picture that belongs to a reply, in the preview."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_assist.gui.look.pictures import read_scaled

RESTING_MS = 60
"""A picture is read once the selection rests: arrows that are held go past without."""
_LINES = 8


class Picture(QLabel):
    """Shows a file scaled down to its width and to eight lines; hidden without one.

    In a low window it takes a quarter of the height at most.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._file: Path | None = None
        self._soon = QTimer(self, singleShot=True, interval=RESTING_MS)
        self._soon.timeout.connect(self._read)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "muted")
        self.hide()

    def show_file(self, file: Path | None) -> None:
        """Show that picture shortly; none at once."""
        if file == self._file:
            return
        self._file = file
        self.clear()
        self.hide()
        if file is None:
            self._soon.stop()
        else:
            self._soon.start()

    def _read(self) -> None:
        if self._file is None:
            return
        ratio = self.devicePixelRatioF()
        around = self._around.size()
        height = min(self.fontMetrics().lineSpacing() * _LINES, around.height() // 4)
        read = read_scaled(self._file, QSize(around.width(), height) * ratio)
        name = self._file.name
        if read is None:
            self.setMinimumHeight(self.fontMetrics().lineSpacing())
            self.setText(self.tr("The picture “{name}” cannot be shown.").format(name=name))
        else:
            picture = QPixmap.fromImage(read)
            picture.setDevicePixelRatio(ratio)
            self.setPixmap(picture)
            self.setMinimumHeight(round(picture.deviceIndependentSize().height()))
        self.setAccessibleName(self.tr("Picture of the reply: {name}").format(name=name))
        self.show()
