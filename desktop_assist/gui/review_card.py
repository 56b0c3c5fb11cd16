"""One finding in the review: what is wrong, why, and the better wordings to choose from."""

from __future__ import annotations

from collections.abc import Iterator

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

from desktop_assist.core.findings import Finding
from desktop_assist.gui.review_choices import AS_IT_IS
from desktop_assist.gui.theme import Theme


class FindingCard(QFrame):
    """Says a finding; unfolds its wordings while it is the current one."""

    picked = Signal(int)
    """The number of the wording that was clicked."""
    wanted = Signal()
    """Clicked to become the current one."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(f"{finding.text}: {finding.message}")
        self._severity = finding.severity
        self._head = _label(f"● “{finding.text}”  {finding.message}", self)
        self._why = _label(finding.why, self)
        self._why.setProperty("role", "muted")
        self._wordings = QWidget(self)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.picked)
        column = QVBoxLayout(self._wordings)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 4)
        for number, wording in self._numbered(finding):
            column.addWidget(self._button(number, wording))
        layout = QVBoxLayout(self)
        for part in (self._head, self._why, self._wordings):
            layout.addWidget(part)
        self._colour()

    def show_choice(self, number: int, *, current: bool) -> None:
        """Show which wording is chosen, unfolded when `current`."""
        self._group.button(number).setChecked(True)
        self._wordings.setVisible(current)
        self._why.setVisible(current and bool(self._why.text()))
        self.setProperty("current", "true" if current else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit()
        super().mousePressEvent(event)

    def _numbered(self, finding: Finding) -> Iterator[tuple[int, str]]:
        for number, wording in enumerate(finding.suggestions, AS_IT_IS + 1):
            yield number, wording or self.tr("(leave it out)")
        yield AS_IT_IS, self.tr("Keep as it is")

    def _button(self, number: int, wording: str) -> QPushButton:
        # A single & would become an underline, and is part of the wording.
        button = QPushButton(f"{number}   {wording}".replace("&", "&&"), self._wordings)
        button.setProperty("role", "wording")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A long wording is cut here; the result below shows it whole.
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
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
