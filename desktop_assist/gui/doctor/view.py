"""The doctor's page: looks anew, tries a paste, and makes a report without private text."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QShowEvent
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
from desktop_assist.gui.doctor.ports import DoctorPorts
from desktop_assist.gui.doctor.self_test import Outcome
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.placing import bring_up
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.settings.rows import heading_label


class DoctorView(QWidget):
    """What works here and what does not; it looks whenever it is shown."""

    def __init__(self, ports: DoctorPorts) -> None:
        super().__init__()
        self._ports = ports
        self._diagnosis: Diagnosis | None = None
        self.heading = heading_label("")
        self.sum = QLabel()
        self.sum.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.anchorClicked.connect(self._follow)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self._tell("")
        self.again, self.trial, self.report = QPushButton(), QPushButton(), QPushButton()
        self.again.clicked.connect(self.look)
        self.trial.clicked.connect(self.try_paste)
        self.report.clicked.connect(self._copy_report)
        self._arrange()
        self._retranslate()

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

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():  # as it is when the window was only put away
            self.look()
        super().showEvent(event)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.trial)
        buttons.addWidget(self.report)
        buttons.addStretch()
        buttons.addWidget(self.again)
        column = QVBoxLayout(self)
        line = self.fontMetrics().height()
        column.setContentsMargins(line + line // 2, line, line + line // 2, line)
        column.addWidget(self.heading)
        column.addWidget(self.sum)
        column.addWidget(self.text, 1)
        column.addWidget(self.told)
        column.addLayout(buttons)
        self.report.setEnabled(False)

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("Doctor"))
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
        bring_up(self.window())
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
        self.told.setVisible(bool(sentence))
