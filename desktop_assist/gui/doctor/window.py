"""The doctor's window: looks anew, tries a paste, and makes a report without private text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.diagnosis.diagnosis import Diagnosis, State
from desktop_assist.gui.doctor.page import COPY, page
from desktop_assist.gui.doctor.self_test import Outcome
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.placing import bring_up, open_size
from desktop_assist.gui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class DoctorPorts:
    """What the window asks of the program.

    `look` may take some seconds, so `wait` runs it elsewhere and hands on what it gives. `report`
    is the text of a diagnosis without names, texts and places. `try_paste` tells its outcome.
    """

    look: Callable[[], Diagnosis]
    wait: Callable[[Callable[[], Diagnosis], Callable[[Diagnosis], None]], None]
    report: Callable[[Diagnosis], str]
    try_paste: Callable[[Callable[[Outcome], None]], None]
    copy: Callable[[str], None] = lambda text: QGuiApplication.clipboard().setText(text)


class DoctorWindow(QWidget):
    """What works here and what does not."""

    def __init__(self, ports: DoctorPorts) -> None:
        super().__init__()
        self._ports = ports
        self._diagnosis: Diagnosis | None = None
        self.sum = QLabel()
        self.sum.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.anchorClicked.connect(self._follow)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("role", "muted")
        self.again, self.trial, self.report = QPushButton(), QPushButton(), QPushButton()
        self.again.clicked.connect(self.look)
        self.trial.clicked.connect(self.try_paste)
        self.report.clicked.connect(self._copy_report)
        self._arrange()
        self._retranslate()
        self.resize(open_size(self, 44, 34))

    def open_window(self) -> None:
        """Show it, and look."""
        bring_up(self)
        self.look()

    def look(self) -> None:
        """Look at everything anew."""
        self.again.setEnabled(False)
        self.sum.setText(self.tr("Looking …"))
        self._ports.wait(self._ports.look, self.show_diagnosis)

    def show_diagnosis(self, diagnosis: Diagnosis) -> None:
        """Show what was found."""
        self._diagnosis = diagnosis
        self.again.setEnabled(True)
        self.report.setEnabled(True)
        self._show()

    def try_paste(self) -> None:
        """Paste into a window of our own and tell how it went."""
        self.trial.setEnabled(False)
        self._tell(self.tr("A small window opens and is pasted into …"))
        self._ports.try_paste(self._tried)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._retranslate()
            self._show()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.trial)
        buttons.addWidget(self.report)
        buttons.addStretch()
        buttons.addWidget(self.again)
        column = QVBoxLayout(self)
        column.addWidget(self.sum)
        column.addWidget(self.text, 1)
        column.addWidget(self.told)
        column.addLayout(buttons)
        self.report.setEnabled(False)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Doctor"))
        self.text.setAccessibleName(self.tr("What was found"))
        self.again.setText(self.tr("&Look again"))
        self.trial.setText(self.tr("&Try a paste"))
        self.report.setText(self.tr("&Copy a report"))
        self.report.setToolTip(self.tr("Without names, texts and folders, for a bug report"))

    def _show(self) -> None:
        if self._diagnosis is None:
            return
        self.sum.setText(self._in_one_sentence(self._diagnosis))
        place = self.text.verticalScrollBar().value()
        self.text.setHtml(page(self._diagnosis, Theme.of(self.palette())))
        self.text.verticalScrollBar().setValue(place)

    def _in_one_sentence(self, diagnosis: Diagnosis) -> str:
        count = len(diagnosis.troubles)
        if not count:
            return self.tr("Everything works here.")
        if diagnosis.worst is State.BROKEN:
            return self.tr("Does not work, or not fully: {count}.").format(count=count)
        return self.tr("The main job works. Limited here: {count}.").format(count=count)

    def _tried(self, outcome: Outcome) -> None:
        self.trial.setEnabled(True)
        bring_up(self)
        self._tell(translated(outcome.message), problem=not outcome.works)

    def _copy_report(self) -> None:
        if self._diagnosis is not None:
            self._ports.copy(self._ports.report(self._diagnosis))
            self._tell(self.tr("The report is on the clipboard: read it before you send it."))

    def _follow(self, link: QUrl) -> None:
        text = link.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if text.startswith(COPY):
            self._ports.copy(unquote(text.removeprefix(COPY)))
            self._tell(self.tr("The command is on the clipboard."))

    def _tell(self, sentence: str, *, problem: bool = False) -> None:
        self.told.setProperty("role", "problem" if problem else "muted")
        self.told.style().polish(self.told)
        self.told.setText(sentence)
