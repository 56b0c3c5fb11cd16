"""The picture of a reply in the editor: pasted, dropped or chosen, and taken away again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_assist.errors import AssistError
from desktop_assist.gui.editor.pictures import holds_picture, picture_from, picture_in
from desktop_assist.gui.look.pictures import read_scaled

_LINES = 5

Keep = Callable[[bytes], str]
"""Keeps a PNG and gives the name for `Snippet.image`; may raise AssistError."""
Find = Callable[[str], Path | None]
"""The file of a picture by its name."""


class PictureBox(QWidget):
    """Holds the name of a picture; shows what is behind it."""

    edited = Signal()
    failed = Signal(object)
    """An `AssistError`: the picture is the one from before."""

    def __init__(self, keep: Keep, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self._find = find
        self._name = ""
        self._shown = QLabel(self)
        self._shown.setProperty("role", "muted")
        self._shown.setTextFormat(Qt.TextFormat.PlainText)
        self._shown.setWordWrap(True)
        self._choose = QPushButton(self.tr("Choose …"), self)
        self._paste = QPushButton(self.tr("Paste"), self)
        self._remove = QPushButton(self.tr("Take away"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._shown, 1)
        for button in (self._choose, self._paste, self._remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setAcceptDrops(True)
        self._choose.clicked.connect(self._ask)
        self._paste.clicked.connect(self.paste)
        self._remove.clicked.connect(lambda: self._change(""))
        self._show()

    @property
    def name(self) -> str:
        """The name of the picture; empty without one."""
        return self._name

    @property
    def told(self) -> str:
        """The sentence that stands there instead of a picture."""
        return self._shown.text()

    def set_name(self, name: str) -> None:
        """Show the picture of that name; no signal comes of it."""
        if name != self._name:
            self._name = name
            self._show()

    def paste(self) -> None:
        """Take the copied picture."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData) -> None:
        """Take the picture that was copied or dropped."""
        self._take(lambda: picture_in(data))

    def take_file(self, file: Path) -> None:
        """Take the picture in `file`."""
        self._take(lambda: picture_from(file))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()

    def _take(self, read: Callable[[], bytes]) -> None:
        try:
            name = self._keep(read())
        except AssistError as error:
            self.failed.emit(error)
        else:
            self._change(name)

    def _change(self, name: str) -> None:
        if name != self._name:
            self.set_name(name)
            self.edited.emit()

    def _ask(self) -> None:
        ask = QFileDialog(self, self.tr("Choose a picture"))
        ask.setNameFilter(self.tr("Pictures") + " (*.png *.jpg *.jpeg *.gif *.webp *.bmp)")
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.fileSelected.connect(lambda name: self.take_file(Path(name)))
        ask.open()

    def _show(self) -> None:
        self._remove.setVisible(bool(self._name))
        self._shown.clear()
        if not self._name:
            self._shown.setText(self.tr("Drop a picture here or paste one."))
            return
        height = self.fontMetrics().lineSpacing() * _LINES
        ratio = self.devicePixelRatioF()
        file = self._find(self._name)
        read = None if file is None else read_scaled(file, QSize(3 * height, height) * ratio)
        if read is None:
            sentence = self.tr("The picture “{name}” cannot be shown.")
            self._shown.setText(sentence.format(name=Path(self._name).name))
            return
        picture = QPixmap.fromImage(read)
        picture.setDevicePixelRatio(ratio)
        self._shown.setPixmap(picture)
        self._shown.setAccessibleName(self.tr("Picture of the reply"))
