"""One finding in the review: what is wrong, why, and the better wordings to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.checking.findings import Finding
from desktop_assist.gui.checks.quick_fixes import said
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.review.choices import AS_IT_IS
from desktop_assist.gui.review.wording_button import WordingButton


class FindingCard(QFrame):
    """Says a finding; unfolds its wordings while it is the current one."""

    picked = Signal(int)
    """The number of the wording that was clicked."""
    wanted = Signal()
    """Clicked to become the current one."""

    def __init__(
        self,
        finding: Finding,
        parent: QWidget | None = None,
        *,
        may_stay: bool = True,
        sentences: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`may_stay`: whether keeping the wording as it is stands among the choices.

        `sentences`: whole sentences to choose, numbered after the wordings; each with its reason.
        """
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(said(finding))
        self._severity = finding.severity
        self._may_stay = may_stay
        self._head = _label(f"● {said(finding)}", self)
        self._why = _label("\n".join(filter(None, (finding.why, finding.link))), self)
        self._why.setProperty("role", "muted")
        self._wordings = QWidget(self)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.picked)
        column = QVBoxLayout(self._wordings)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 4)
        for number, wording, reason in self._numbered(finding, sentences):
            column.addWidget(self._button(number, wording))
            if reason:
                column.addWidget(self._reason(reason))
        layout = QVBoxLayout(self)
        for part in (self._head, self._why, self._wordings):
            layout.addWidget(part)
        self._colour()

    def show_choice(self, number: int, *, current: bool) -> None:
        """Show which wording is chosen, unfolded when `current`."""
        chosen = self._group.button(number)
        if chosen is not None:
            chosen.setChecked(True)
        self._wordings.setVisible(current and bool(self._group.buttons()))
        self._why.setVisible(current and bool(self._why.text()))
        self.setProperty("current", "true" if current else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit()
        super().mousePressEvent(event)

    def _numbered(
        self, finding: Finding, sentences: Sequence[tuple[str, str]]
    ) -> Iterator[tuple[int, str, str]]:
        """Each choice: its number, what it says, and its own reason."""
        first = AS_IT_IS + 1
        for number, wording in enumerate(finding.suggestions, first):
            yield number, wording or self.tr("(leave it out)"), ""
        for number, (sentence, reason) in enumerate(sentences, first + len(finding.suggestions)):
            yield number, self.tr("Whole sentence: {text}").format(text=sentence), reason
        if self._may_stay:
            yield AS_IT_IS, self.tr("Keep as it is"), ""

    def _reason(self, reason: str) -> QLabel:
        label = _label(reason, self._wordings)
        label.setProperty("role", "muted")
        label.setIndent(self.fontMetrics().height())
        return label

    def _button(self, number: int, wording: str) -> QPushButton:
        button = WordingButton(number, wording, self._wordings)
        self._group.addButton(button, number)
        return button

    def _colour(self) -> None:
        colours = self._head.palette()
        colours.setColor(
            QPalette.ColorRole.WindowText, Theme.of(self.palette()).colour(self._severity)
        )
        self._head.setPalette(colours)
        font = self._head.font()
        font.setWeight(QFont.Weight.DemiBold)
        self._head.setFont(font)


def _label(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
