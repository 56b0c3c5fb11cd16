"""The help, as Markdown pages in the language of the interface."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QPalette, QResizeEvent, QTextDocument, QTextTable
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from desktop_assist.gui.look.placing import em, open_size


class HelpWindow(QWidget):
    """Pages on the left, text on the right; a link leads to another page."""

    def __init__(self, folder: Path, language: str) -> None:
        """`folder` holds one folder of `.md` files a language, in the order of their names."""
        super().__init__()
        self._folder = folder
        self._language = language
        self.pages = QListWidget()
        self.pages.setFrameShape(QFrame.Shape.NoFrame)
        self.pages.viewport().setAutoFillBackground(False)
        self.text = PictureBrowser()
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.text.document().setDocumentMargin(self.fontMetrics().height())
        self.pages.currentRowChanged.connect(self._show)
        layout = QHBoxLayout(self)
        layout.addWidget(self.pages)
        layout.addWidget(self.text, 1)
        self.resize(open_size(self, 46, 34))
        self.pages.setFixedWidth(min(12 * em(self), self.width() // 3))
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.text.verticalScrollBar().sizeHint().width()
        margins = 2 * round(self.text.document().documentMargin())
        room = self.text.maximumViewportSize().width() - bar - margins
        if room != self.text.room:
            self.text.room = room
            place = self.text.verticalScrollBar().value()
            self._show(self.pages.currentRow())
            self.text.verticalScrollBar().setValue(place)

    def choose_language(self, language: str) -> None:
        """Show the pages of `zh_CN` or `en`."""
        self._language = language
        self._retranslate()

    def open_page(self, name: str = "") -> None:
        """Show the window, at the page `name` (a file name without its ending)."""
        for row, file in enumerate(self._files()):
            if file.stem == name:
                self.pages.setCurrentRow(row)
        self.show()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._show(self.pages.currentRow())
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        super().keyPressEvent(event)

    def _files(self) -> list[Path]:
        return sorted((self._folder / self._language).glob("*.md"))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Help"))
        self.pages.setAccessibleName(self.tr("Pages"))
        row = max(self.pages.currentRow(), 0)
        self.pages.clear()
        for file in self._files():
            item = QListWidgetItem(title_of(file.read_text(encoding="utf-8")), self.pages)
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().height()))
        self.pages.setCurrentRow(row)

    def _show(self, row: int) -> None:
        files = self._files()
        if 0 <= row < len(files):
            self.text.setSearchPaths([str(files[row].parent)])  # where pictures are looked for
            self.text.setMarkdown(files[row].read_text(encoding="utf-8"))
            self._dress_tables()

    def _dress_tables(self) -> None:
        """Markdown says nothing of how a table looks."""
        for frame in self.text.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                look = frame.format().toTableFormat()
                look.setBorderBrush(self.palette().color(QPalette.ColorRole.Mid))
                look.setBorderCollapse(True)
                look.setCellPadding(self.fontMetrics().height() / 3)
                frame.setFormat(look)

    def _follow(self, link: QUrl) -> None:
        self.open_page(Path(link.path()).stem)


class PictureBrowser(QTextBrowser):
    """Shows no picture wider than `room` pixels, and draws it smoothly: Qt would leave out dots."""

    room = 0

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """See Qt; `name` is found in the search paths."""
        loaded = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return loaded
        picture = QImage.fromData(loaded) if isinstance(loaded, QByteArray) else QImage(loaded)
        density = self.devicePixelRatioF()
        if picture.width() > self.room * density > 0:
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToWidth(round(self.room * density), smooth)
            picture.setDevicePixelRatio(density)
        return picture


def title_of(markdown: str) -> str:
    """The first heading."""
    first = next((line for line in markdown.splitlines() if line.startswith("#")), "")
    return first.lstrip("# ")
