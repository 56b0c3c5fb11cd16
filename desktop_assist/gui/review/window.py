"""Shows a draft with its findings, and gives back the polished one; changes nothing by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.template import Templates
from desktop_assist.core.rewriting.proposal import Rewrite
from desktop_assist.core.rewriting.rewrite import hints, rewrites
from desktop_assist.errors import AssistError
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.fitting import FittedScroll, FittedText
from desktop_assist.gui.look.highlight import (
    Span,
    added_look,
    finding_marks,
    gap_look,
    gaps,
    show_marks,
)
from desktop_assist.gui.look.placing import bring_up, place
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.palette.results import quiet_label, wrapped_label
from desktop_assist.gui.review.card import FindingCard
from desktop_assist.gui.review.card_window import CardWindow
from desktop_assist.gui.review.choices import Choices
from desktop_assist.gui.review.filling import Filling
from desktop_assist.gui.review.hints import HintTicks
from desktop_assist.gui.review.tones import Tone, ToneRow, changed, following, in_tone, possible
from desktop_assist.gui.shelf import is_teachable
from desktop_assist.gui.undo_line import UndoLine

_NOTHING = Choices("", (), ())


class PolishReview(CardWindow):
    """One window for every draft, shown again and again."""

    accepted = Signal(str)
    """The whole polished draft, to be put back; it differs from the draft. The window is hidden."""
    taught = Signal(object)
    """The current `Finding` is not a problem; `show_findings` is to follow."""
    dismissed = Signal()
    """The draft is to stay as it is. The window is hidden."""

    def __init__(self, parent: QWidget | None = None, templates: Templates | None = None) -> None:
        """`templates` fills the whole sentences that are proposed."""
        super().__init__(parent)
        self._choices = _NOTHING
        self._tone: Tone = "written"
        self._filling = Filling(templates or Templates(), self, self._come_back)
        self._build()
        self._retranslate()

    def open_for(self, draft: str, findings: Sequence[Finding], near: QPoint | None = None) -> None:
        """Come up on the screen at `near` (else at the mouse) with what the checker says.

        Every finding starts with its best suggestion; nothing is put back before Enter.
        """
        self._choices = Choices.best(draft, findings, rewrites(draft, findings), hints(draft))
        self._current = 0
        self._tone = "written"
        self._filling.clear()
        self.undo_line.clear()
        self._retranslate()
        self._renew_cards()
        self._show()
        place(self, near, self._proper_size())
        bring_up(self)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def draft(self) -> str:
        """The draft that is shown."""
        return self._choices.draft

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """The checker has learnt something: show what it says now of the same draft."""
        self._choices = self._choices.renewed(findings, rewrites(self.draft, findings))
        self._current = max(0, min(self._current, len(self._choices.findings) - 1))
        self._retranslate()
        self._renew_cards()
        self._show()

    # -- building

    def _build(self) -> None:
        self._summary = wrapped_label(self)
        self._draft = FittedText(self)
        self._after_name = quiet_label(self)
        self._after = FittedText(self)
        self._hints = HintTicks(self)
        self._hints.ticked.connect(self._tick)
        self._tones = ToneRow(self)
        self._tones.picked.connect(self._speak)
        self.undo_line = UndoLine(self, key="U")
        self._keys = quiet_label(self)
        self._keys.setWordWrap(True)
        self._arrange()

    def _arrange(self) -> None:
        for part in (
            self._summary,
            self._draft,
            self._scroll,
            self._hints,
            self._after_name,
            self._after,
            self._tones,
            self.undo_line,
        ):
            self._inside.addWidget(part)
        self._inside.addStretch(1)
        self._inside.addWidget(self._keys)

    def _fitted(self) -> Sequence[FittedText | FittedScroll]:
        return (self._draft, self._scroll, self._after)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Check the draft"))
        self._draft.setAccessibleName(self.tr("Your draft"))
        self._after.setAccessibleName(self.tr("The draft as it will be put back"))
        self._after_name.setText(self.tr("After:"))
        self._tones.retranslate()
        self._hints.retranslate()
        self._show_words()

    def _show_words(self) -> None:
        count = len(self._choices.findings)
        self._summary.setText(
            self.tr("To improve in your draft: {count}").format(count=count)
            if count
            else self.tr("Nothing to improve: your draft reads well.")
        )
        self._keys.setText(self._key_names())

    def _key_names(self) -> str:
        if self._choices.findings:
            return self.tr(
                "Up/Down finding · 1–9 wording · 0 keep · T tone · N not a problem"
                " · Enter put back · Esc change nothing"
            )
        if self._changes_something():
            return self.tr("T tone · Enter put back · Esc change nothing")
        if len(possible(self._choices.draft)) > 1:
            return self.tr("T tone · Enter or Esc close")
        return self.tr("Enter or Esc close")

    def _renew_cards(self) -> None:
        cards = [self._card(at) for at in range(len(self._choices.findings))]
        self._show_cards(cards, self._choose, self._go_to)

    def _card(self, at: int) -> FindingCard:
        sentences = [
            (self._filling.shown(one), one.note) for one in self._choices.sentences_for(at)
        ]
        return FindingCard(self._choices.findings[at], self._holder, sentences=sentences)

    # -- showing

    def _show(self) -> None:
        for at, card in enumerate(self._cards):
            card.show_choice(self._choices.chosen[at], current=at == self._current)
        self._scroll.setVisible(bool(self._cards))
        choices = self._choices
        self._hints.show_for(choices.draft, choices.open_hints(), choices.ticked)
        for part in (self._after_name, self._after):
            part.setVisible(bool(self._cards) or self._changes_something())
        self._show_words()
        self._show_draft()
        self._show_after()
        self._settle_soon.start()

    def _show_draft(self) -> None:
        theme = Theme.of(self.palette())
        findings = self._choices.findings
        marks = list(finding_marks(theme, findings))
        if findings:
            here = findings[self._current]
            look = QTextCharFormat(marks[self._current][1])
            look.setBackground(theme.colour("selected"))
            marks.append(((here.start, here.end), look))
        _put(self._draft, self._choices.draft, marks)

    def _show_after(self) -> None:
        theme = Theme.of(self.palette())
        written = self._choices.polished(self._filling.shown)
        after = in_tone(written, self._tone)
        spans: Iterable[Span] = self._choices.replaced(self._filling.shown)
        if after != written:
            spans = changed(self._choices.draft, after)
        marks = [(span, added_look(theme)) for span in spans]
        if any(one.slots for one in self._choices.picked()):
            marks += [(span, gap_look(theme)) for span in gaps(after)]
        _put(self._after, after, marks)
        self._tones.show_for(written, self._tone)

    # -- what the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._finish()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and self._choices.findings:
            self._choose(self._current, key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_N:
            self._teach()
        elif key == Qt.Key.Key_H:
            self._tick_all()
        elif key == Qt.Key.Key_T:
            self._speak(following(self._tone, self._choices.polished(self._filling.shown)))
        elif key == Qt.Key.Key_U:
            self.undo_line.undo()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the findings: there is nothing else to go to."""
        self._step(1 if forward else -1)
        return True

    def _step(self, by: int) -> None:
        if self._cards:
            self._go_to((self._current + by) % len(self._cards))

    def _go_to(self, at: int) -> None:
        self._current = at
        self._show()

    def _choose(self, at: int, number: int) -> None:
        self._choices = self._choices.choose(at, number)
        self._go_to(at)

    def _teach(self) -> None:
        findings = self._choices.findings
        if findings and is_teachable(findings[self._current]):
            self.taught.emit(findings[self._current])

    def _tick(self, hint: Rewrite, wanted: bool) -> None:
        self._choices = self._choices.tick(hint, wanted=wanted)
        self._show()

    def _tick_all(self) -> None:
        """All small improvements, or none where all were wanted already."""
        open_hints = self._choices.open_hints()
        wanted = not self._choices.ticked.issuperset(open_hints)
        self._choices = self._choices.tick(*open_hints, wanted=wanted)
        self._show()

    def _changes_something(self) -> bool:
        return self._tone != "written" or bool(self._choices.picked())

    def _speak(self, tone: Tone) -> None:
        self._tone = tone
        self._show()

    def _finish(self) -> None:
        """Put it back, once the sentences that were chosen are filled in."""
        self._filling.ask(self._choices.picked(), self._put_back)

    def _come_back(self) -> None:
        if self.isVisible():
            self._show()
            bring_up(self)
            self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _put_back(self) -> None:
        try:
            polished = in_tone(self._choices.polished(self._filling.filled), self._tone)
        except AssistError as error:  # what was filled in holds a placeholder of its own
            self._show()
            self._summary.setText(translated(error.message))
            return
        if polished == self._choices.draft:
            self._dismiss()
        else:
            self.hide()
            self.accepted.emit(polished)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._filling.put_away()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._renew_cards()
            self._show()
        super().changeEvent(event)


def _put(view: QTextEdit, text: str, marks: Sequence[tuple[Span, QTextCharFormat]]) -> None:
    view.setPlainText(text)
    show_marks(view, text, marks)
