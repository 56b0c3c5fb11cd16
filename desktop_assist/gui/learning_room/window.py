"""The reading room: three views of one window, each a key away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop_assist.errors import AssistError
from desktop_assist.gui.i18n import told
from desktop_assist.gui.learning_room.answering import Answering
from desktop_assist.gui.learning_room.growth import Growth
from desktop_assist.gui.learning_room.ports import Ports
from desktop_assist.gui.learning_room.reading import Reading
from desktop_assist.gui.look.placing import bring_up, em, open_size
from desktop_assist.gui.palette.results import wrapped_label

READING, ANSWERING, GROWTH = range(3)


class LearningRoom(QWidget):
    """Ctrl+1, 2, 3 change the view; Ctrl+Enter does what comes next in it; Esc closes.

    What is being typed stays when the window is closed, and when the program ends.
    """

    def __init__(self, ports: Ports) -> None:
        super().__init__()
        self._language = ""
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.reading = Reading(ports, self)
        self.answering = Answering(ports, self)
        self.growth = Growth(ports, self)
        self.views = QStackedWidget(self)
        for view in (self.reading, self.answering, self.growth):
            self.tabs.addTab("")
            self.views.addWidget(view)
        self.problem = wrapped_label(self)
        self.problem.setProperty("role", "problem")
        self.problem.hide()
        self._arrange()
        self._connect()
        self._hear_keys()
        self.resize(open_size(self, 52, 38))
        self._retranslate()

    def open_room(self) -> None:
        """Come up with the lessons and replies of now, in the view that was open."""
        self.reload()
        bring_up(self)
        self._enter_view()

    def reload(self) -> None:
        """Show the lessons and the library of now."""
        self.reading.reload()
        self.answering.reload()
        self.growth.reload(self.answering.keys)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self.isVisible():
                self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        self.answering.keep_draft()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        digit = event.key() - Qt.Key.Key_0
        answers = self.views.currentIndex() == ANSWERING and digit in range(1, 5)
        if not (answers and self.answering.hear_digit(digit)):
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        room = em(self) // 2
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room)
        column.addWidget(self.tabs)
        column.addWidget(self.views, 1)
        column.addWidget(self.problem)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._change_view)
        self.reading.practice_wanted.connect(self._practise)
        self.growth.practice_wanted.connect(partial(self.tabs.setCurrentIndex, ANSWERING))
        for view in (self.reading, self.answering):
            view.failed.connect(self._tell)
            view.progressed.connect(self._progress)

    def _hear_keys(self) -> None:
        for number in range(self.tabs.count()):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            shortcut.activated.connect(partial(self.tabs.setCurrentIndex, number))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            # A key that is held too long must not skip what is said of the answer.
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._go_on)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Reading room"))
        self.tabs.setAccessibleName(self.tr("Views"))
        names = (self.tr("Read"), self.tr("Practise"), self.tr("Progress"))
        for number, name in enumerate(names):
            self.tabs.setTabText(number, name)
            self.tabs.setTabToolTip(number, f"Ctrl+{number + 1}")

    def _change_view(self, number: int) -> None:
        self.answering.keep_draft()
        self.views.setCurrentIndex(number)
        if number == GROWTH:
            self.growth.reload(self.answering.keys)
        self._enter_view()

    def _enter_view(self) -> None:
        if self.views.currentIndex() == READING:
            self.reading.contents.setFocus()
        elif self.views.currentIndex() == ANSWERING:
            self.answering.start()

    def _go_on(self) -> None:
        if self.views.currentIndex() == READING:
            self.reading.finish()
        elif self.views.currentIndex() == ANSWERING:
            self.answering.enter()

    def _practise(self, key: str) -> None:
        self.answering.go_to(key)
        self.tabs.setCurrentIndex(ANSWERING)

    def _progress(self) -> None:
        self.problem.hide()
        if self.views.currentIndex() == GROWTH:
            self.growth.reload(self.answering.keys)

    def _tell(self, error: AssistError) -> None:
        self.problem.setText(told(error))
        self.problem.show()
