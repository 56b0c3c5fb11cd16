"""The customer in practice: what they say, in which temper, and what was answered last time."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_assist.core.learning.progress import Attempt
from desktop_assist.core.learning.situation import Situation, Voiced
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.palette.results import quiet_label, wrapped_label


class Customer(QWidget):
    """A card with the words, and quiet lines beneath; or a card with a sentence of our own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self._card.setProperty("current", "true")
        self._who = quiet_label(self._card)
        self.says = wrapped_label(self._card)
        font = self.says.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.says.setFont(font)
        inside = QVBoxLayout(self._card)
        inside.addWidget(self._who)
        inside.addWidget(self.says)
        self.temper = quiet_label(self)
        self.last = quiet_label(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self) // 3)
        for part in (self._card, self.temper, self.last):
            column.addWidget(part)

    def show_situation(self, situation: Situation, voiced: Voiced, last: Attempt | None) -> None:
        """Show what the customer says now; `last` is what was answered the last time."""
        is_code = situation.kind == "code"
        who = self.tr("Which code pastes this reply?") if is_code else self.tr("The customer says:")
        self._show(f"{situation.stage}  ·  {who}" if situation.stage else who, voiced.text)
        if voiced.temper is not None:
            told = self.tr("This customer: {temper}")
            self.temper.setText(told.format(temper=voiced.temper.title))
        self.temper.setVisible(voiced.temper is not None)
        if last is not None:
            self.last.setText(self.tr("Last time you wrote: {text}").format(text=last.answer))
        self.last.setVisible(last is not None and not is_code)

    def show_sentence(self, sentence: str) -> None:
        """Nobody says anything: show `sentence` instead."""
        self._show("", sentence)
        self.temper.hide()
        self.last.hide()

    def _show(self, who: str, words: str) -> None:
        self._who.setText(who)
        self._who.setVisible(bool(who))
        self.says.setText(words)
        self._card.setAccessibleName(f"{who} {words}".strip())
