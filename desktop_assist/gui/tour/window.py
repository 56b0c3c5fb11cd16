"""The tour of one minute: four pages, each of which can be skipped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.gui.look.placing import em, open_size
from desktop_assist.gui.serving import PASTE_TARGET
from desktop_assist.gui.tour.pages import AboutYou, FirstPaste, WhichPacks, YourKeys
from desktop_assist.gui.tour.ports import TourPorts


class Tour(QWidget):
    """Leads from page to page. What was chosen is in force at once; leaving loses nothing."""

    palette_wanted = Signal()
    listening = Signal(bool)
    """Whether a combination is being recorded: hotkeys must rest meanwhile."""
    ended = Signal()
    """Finished or closed."""

    def __init__(self, ports: TourPorts) -> None:
        super().__init__()
        self._ports = ports
        self.setProperty(PASTE_TARGET, True)
        self.pages = QStackedWidget()
        self._progress = QLabel()
        self._progress.setProperty("role", "muted")
        self.back = QPushButton()
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forth = QPushButton()
        self.forth.setDefault(True)
        self.forth.clicked.connect(lambda: self.turn(1))
        self._arrange()
        self._fill()
        self.resize(open_size(self, 34, 30))

    def restart(self) -> None:
        """Show the first page."""
        self.pages.setCurrentIndex(0)
        self._fill()

    def turn(self, by: int) -> None:
        """Go `by` pages on; beyond the last one the tour is over."""
        page = self.pages.currentIndex() + by
        if page >= self.pages.count():
            self.close()
            return
        self.pages.setCurrentIndex(max(page, 0))
        self._show_place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.ended.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * (em(self),))
        column.setSpacing(em(self))
        column.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.addWidget(self._progress)
        row.addStretch()
        row.addWidget(self.back)
        row.addWidget(self.forth)
        column.addLayout(row)

    def _fill(self) -> None:
        """Make the pages in the language of now, and stay on the same one."""
        place = max(self.pages.currentIndex(), 0)
        while (old := self.pages.widget(0)) is not None:
            self.pages.removeWidget(old)
            old.deleteLater()
        trial, keys = FirstPaste(self._ports), YourKeys(self._ports)
        trial.chat.palette_wanted.connect(self.palette_wanted)
        keys.listening.connect(self.listening)
        for page in (AboutYou(self._ports), WhichPacks(self._ports), trial, keys):
            self.pages.addWidget(page)
        self.setWindowTitle(self.tr("One-minute tour"))
        self.back.setText(self.tr("&Back"))
        self.pages.setCurrentIndex(place)
        self._show_place()

    def _show_place(self) -> None:
        number, last = self.pages.currentIndex() + 1, self.pages.count()
        self._progress.setText(self.tr("Page {number} of {last}").format(number=number, last=last))
        self.back.setEnabled(number > 1)
        self.forth.setText(self.tr("&Done") if number == last else self.tr("&Next"))
        trial = self.pages.currentWidget()
        if isinstance(trial, FirstPaste):
            trial.chat.box.setFocus(Qt.FocusReason.OtherFocusReason)
