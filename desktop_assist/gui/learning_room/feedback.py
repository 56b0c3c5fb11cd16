"""What is said of an answer: the rubric, the checker's findings, and model answers beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.learning.situation import Situation
from desktop_assist.core.replies.library import Entry
from desktop_assist.gui.checks.family_names import severity_name
from desktop_assist.gui.learning_room.headings import heading_label
from desktop_assist.gui.learning_room.marks import Marks
from desktop_assist.gui.learning_room.ports import Ports
from desktop_assist.gui.palette.results import quiet_label, wrapped_label
from desktop_assist.services.practice import Feedback


class FeedbackView(QWidget):
    """Hidden until an answer was handed in."""

    def __init__(self, ports: Ports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ports = ports
        self._situation: Situation | None = None
        self._feedback: Feedback | None = None
        self.summary = wrapped_label(self)
        self.marks = Marks(self)
        self._by_words = quiet_label(self)
        self.findings = wrapped_label(self)
        self._models_name = heading_label(self)
        self.models = QVBoxLayout()
        self._model_cards: list[QFrame] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.summary, self.marks, self._by_words, self.findings, self._models_name):
            column.addWidget(part)
        column.addLayout(self.models)

    def show_feedback(self, situation: Situation, feedback: Feedback) -> None:
        """Show what is said of an answer to `situation`."""
        self._situation, self._feedback = situation, feedback
        self.marks.show_marks(feedback.answer, feedback.marks)
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Show everything in the language of now."""
        self.marks.retranslate()
        self._by_words.setText(
            self.tr(
                "The rubric goes by words alone. Where it is mistaken, tick or clear the box;"
                " what you say counts."
            )
        )
        if self._situation is None or self._feedback is None:
            return
        is_code = self._situation.kind == "code"
        self.marks.setVisible(not is_code)
        self._by_words.setVisible(not is_code)
        self.summary.setText(self._summary(self._situation, self._feedback))
        found = "\n".join(self._found(self._feedback.findings))
        self.findings.setText(found)
        self.findings.setVisible(bool(found))
        self._models_name.setText(self.tr("How the library says it"))
        self._renew_models(self._situation.models)

    def _summary(self, situation: Situation, feedback: Feedback) -> str:
        if situation.kind == "code":
            right = feedback.proposed != "again"
            told = self.tr("Right: {code}") if right else self.tr("The code is {code}")
            return told.format(code=situation.code)
        told = self.tr("Your answer has {count} of 5. The checker found: {findings}")
        return told.format(count=len(feedback.met), findings=len(feedback.findings))

    def _found(self, findings: Iterable[Finding]) -> Iterator[str]:
        for one in findings:
            line = self.tr("{severity}: “{text}” {message}")
            told = line.format(
                severity=severity_name(one.severity), text=one.text, message=one.message
            )
            better = self.tr("Better: {wording}").format(wording=" / ".join(one.suggestions[:2]))
            yield f"• {told} {better}" if one.suggestions else f"• {told}"

    def _renew_models(self, keys: Iterable[str]) -> None:
        for card in self._model_cards:
            self.models.removeWidget(card)
            card.hide()
            card.deleteLater()
        entries = [entry for key in keys if (entry := self._ports.entry(key)) is not None]
        self._model_cards = [self._card(entry) for entry in entries]
        for card in self._model_cards:
            self.models.addWidget(card)
        self._models_name.setVisible(bool(entries))

    def _card(self, entry: Entry) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setProperty("current", "true")
        column = QVBoxLayout(card)
        snippet = entry.snippet
        name = quiet_label(card)
        name.setText("  ·  ".join(part for part in (snippet.title, snippet.technique) if part))
        text = wrapped_label(card)
        text.setText(self._ports.example(entry))
        why = quiet_label(card)
        why.setText(snippet.when_to_use)
        why.setVisible(bool(snippet.when_to_use))
        for part in (name, text, why):
            column.addWidget(part)
        return card
