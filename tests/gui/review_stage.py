"""A review on show, with the keys and the eyes of whoever reads it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit

from desktop_assist.core.checking.findings import Finding
from desktop_assist.gui.form.window import FieldForm
from desktop_assist.gui.review.tones import ToneRow
from desktop_assist.gui.review.window import PolishReview

Key = Qt.Key
DRAFT = "亲😊我不能改价，但是可以送礼物，呵呵"


def finding(draft: str, text: str, *suggestions: str, why: str = "") -> Finding:
    at = draft.find(text)
    message = f"{text}不好。"
    return Finding("r", "tone", "warn", at, at + len(text), text, message, why, suggestions)


FINDINGS = (
    finding(DRAFT, "但是", "同时", "不过", ""),
    finding(DRAFT, "我不能", "我来想想办法", "看看能为您做什么", why="客户只听见“不”。"),
    finding(DRAFT, "呵呵"),
)


class Told:
    """A review on show and what it told."""

    def __init__(self, draft: str = DRAFT, findings: tuple[Finding, ...] = FINDINGS) -> None:
        self.review = PolishReview()
        self.accepted: list[str] = []
        self.dismissed: list[bool] = []
        self.review.accepted.connect(self.accepted.append)
        self.review.dismissed.connect(lambda: self.dismissed.append(True))
        self.review.open_for(draft, findings)
        QApplication.processEvents()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.review, key)

    def view(self, name: str) -> QTextEdit:
        views = self.review.findChildren(QTextEdit)
        return next(one for one in views if one.accessibleName() == name)

    @property
    def after(self) -> str:
        return self.view("The draft as it will be put back").toPlainText()

    @property
    def form(self) -> FieldForm:
        """The form that is open over the review."""
        return next(one for one in self.review.findChildren(FieldForm) if one.isVisible())

    def fill(self, *texts: str) -> None:
        """Write into the fields of the open form, and accept it."""
        form = self.form
        for line, text in zip(form.findChildren(QLineEdit), texts, strict=True):
            line.setText(text)
        QTest.keyClick(form, Key.Key_Return)

    @property
    def tones(self) -> list[tuple[str, bool, bool]]:
        """Every tone: its name, whether it can be chosen, whether it is."""
        (row,) = self.review.findChildren(ToneRow)
        tones = row.findChildren(QPushButton)
        return [(one.text(), one.isEnabled(), one.isChecked()) for one in tones]

    @property
    def current(self) -> str:
        """The finding under the ground of the current one."""
        marks = self.view("Your draft").extraSelections()
        return str(marks[-1].cursor.selectedText())

    @property
    def wordings(self) -> list[str]:
        """The wordings that can be seen."""
        buttons = self.review.findChildren(QPushButton)
        wordings = [one for one in buttons if one.property("role") == "wording"]
        shown = [one.findChildren(QLabel) for one in wordings if one.isVisible()]
        return ["   ".join(label.text() for label in labels) for labels in shown]
