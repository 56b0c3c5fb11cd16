"""Stops a reply that no customer may read, until it is mended or overruled with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.checking.levels import UNFILLED, blocking
from desktop_assist.gui.checks.quick_fixes import QuickFixes
from desktop_assist.gui.composing import CompositionGuard
from desktop_assist.gui.look.highlight import finding_marks, show_marks
from desktop_assist.gui.look.placing import bring_up, place
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.palette.results import quiet_label, wrapped_label
from desktop_assist.gui.review.card import FindingCard
from desktop_assist.gui.review.card_window import CardWindow

_ROWS = 5


class BlockedReply(CardWindow):
    """One window for every such reply. What stands in its text box is the reply as it is now."""

    mended = Signal(str)
    """The text, in which nothing blocks any more. The window is hidden."""
    overruled = Signal(str, str, object)
    """The text, why it may go out all the same, its blocking findings. The window is hidden."""
    edit_wanted = Signal()
    """The reply is to be mended for good. The window is hidden."""
    dismissed = Signal()
    """It is not to be pasted. The window is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: Callable[[str], list[Finding]] = lambda _text: []
        self._title = ""
        self._original = ""
        self._shown = ""
        self._found: list[Finding] = []
        self._build()
        self._arrange()
        self._connect()
        self._retranslate()

    def open_for(
        self,
        title: str,
        text: str,
        check: Callable[[str], list[Finding]],
        near: QPoint | None = None,
    ) -> None:
        """Come up on the screen at `near` (else at the mouse) for the reply `title`."""
        self._title, self._original, self._check = title, text, check
        self._current = 0
        self.reason.clear()
        self.text.setPlainText(text)
        self._shown = _typed_in(self.text)
        self._retranslate()
        self._look()
        place(self, near, self._proper_size())
        bring_up(self)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def may_be_overruled(self) -> bool:
        """Whether a reason suffices; what is unfilled must be filled."""
        return bool(self._found) and all(one.family != UNFILLED for one in self._found)

    # -- building

    def _build(self) -> None:
        self._summary = wrapped_label(self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight((_ROWS + 1) * self.fontMetrics().lineSpacing())
        self._fixes = QuickFixes(self.text, lambda text: blocking(self._check(text)), teaches=False)
        self._reason_name = QLabel(self)
        self._reason_name.setWordWrap(True)
        self.reason = QLineEdit(self)
        self._guard = CompositionGuard(self.reason)
        self.overrule = QPushButton(self)
        self.for_good = QPushButton(self)
        self.cancel = QPushButton(self)
        self.paste = QPushButton(self)
        for button in (self.overrule, self.paste, self.for_good, self.cancel):
            button.setAutoDefault(True)  # Enter on a button is a click on it
        self._keys = quiet_label(self)
        self._keys.setWordWrap(True)

    def _arrange(self) -> None:
        for part in (self._summary, self.text, self._scroll, self._reason_name):
            self._inside.addWidget(part)
        self._inside.addLayout(_row(self.reason, self.overrule))
        buttons = _row(self.for_good, self.cancel, self.paste)
        buttons.insertStretch(1)
        self._inside.addLayout(buttons)
        self._inside.addStretch(1)
        self._inside.addWidget(self._keys)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._look)
        self.reason.textChanged.connect(self._show_buttons)
        self.reason.returnPressed.connect(self._overrule)
        enter = QShortcut(QKeySequence("Ctrl+Return"), self.text)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self._paste)
        self.overrule.clicked.connect(self._overrule)
        self.paste.clicked.connect(self._paste)
        self.for_good.clicked.connect(lambda: self._end(self.edit_wanted.emit))
        self.cancel.clicked.connect(lambda: self._end(self.dismissed.emit))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Mend before pasting"))
        self.text.setAccessibleName(self.tr("The reply"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Reason: kept on this computer only"))
        self.overrule.setText(self.tr("Paste all the same"))
        self.paste.setText(self.tr("Paste"))
        self.for_good.setText(self.tr("Mend for good…"))
        self.cancel.setText(self.tr("Cancel"))

    # -- showing

    def _look(self) -> None:
        """Check the text as it is now, without what an input method has not committed."""
        text = self.text.toPlainText()
        self._found = blocking(self._check(text))
        self._current = max(0, min(self._current, len(self._found) - 1))
        show_marks(self.text, text, finding_marks(Theme.of(self.palette()), self._found))
        self._renew_cards()
        self._show_words()
        self._show_buttons()
        self._settle_soon.start()

    def _renew_cards(self) -> None:
        cards = [FindingCard(one, self._holder, may_stay=False) for one in self._found]
        self._show_cards(cards, self._mend, self._go_to)
        self._scroll.setVisible(bool(self._cards))
        self._go_to(self._current)

    def _show_words(self) -> None:
        if not self._found:
            self._summary.setText(self.tr("Nothing is wrong with it any more."))
            self._keys.setText(self.tr("Enter paste (Ctrl+Enter while editing) · Esc cancel"))
            return
        self._summary.setText(
            self.tr("“{title}” is not pasted yet: no customer may read it like this.").format(
                title=self._title
            )
        )
        self._keys.setText(" · ".join(self._key_names()))

    def _key_names(self) -> Iterator[str]:
        if any(one.suggestions for one in self._found):
            yield self.tr("1–9 better wording")
        yield self.tr("E edit")
        if self.may_be_overruled:
            yield self.tr("R give a reason")
        yield self.tr("Esc cancel")

    def _show_buttons(self) -> None:
        blocked = bool(self._found)
        for part in (self.reason, self.overrule):
            part.setVisible(self.may_be_overruled)
        self._reason_name.setVisible(blocked)
        self._reason_name.setText(
            self.tr("Or say why it may go out this time:")
            if self.may_be_overruled
            else self.tr("Fill in what is missing; no reason can stand in for it.")
        )
        self.overrule.setEnabled(bool(self.reason.text().strip()))
        self.paste.setEnabled(not blocked)
        self.paste.setDefault(not blocked)

    # -- what the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no part of the window takes for itself."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._end(self.dismissed.emit)
        elif event.isAutoRepeat():  # of a key that was pressed in another window
            return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._paste()
        elif self._is_writing() or not self._short_key(key, event.modifiers()):
            super().keyPressEvent(event)

    def _is_writing(self) -> bool:
        return self.focusWidget() in (self.text, self.reason)

    def _short_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Carry out a key that counts while nothing is being written; tells whether it did."""
        plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if (key, modifiers) == (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier):
            self.text.undo()
        elif plain and key == Qt.Key.Key_E:
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif plain and key == Qt.Key.Key_R and self.may_be_overruled:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif plain and key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._cards:
            self._go_to((self._current + (1 if key == Qt.Key.Key_Down else -1)) % len(self._cards))
        elif plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and self._found:
            self._mend(self._current, key - Qt.Key.Key_0)
        else:
            return False
        return True

    def _go_to(self, at: int) -> None:
        self._current = at
        for other, card in enumerate(self._cards):
            card.show_choice(0, current=other == at)
        self._settle_soon.start()

    def _mend(self, at: int, number: int) -> None:
        """Put better wording `number` in place of finding `at`; one step for Ctrl+Z."""
        finding = self._found[at]
        if number <= len(finding.suggestions):
            self._fixes.apply(finding, finding.suggestions[number - 1])
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paste(self) -> None:
        text = self._result()
        if not self._found and text.strip():
            self._end(lambda: self.mended.emit(text))

    def _overrule(self) -> None:
        text, reason, found = self._result(), self.reason.text().strip(), self._found
        if reason and self.may_be_overruled:
            self._end(lambda: self.overruled.emit(text, reason, found))

    def _result(self) -> str:
        """The text as it stands; one that is as it came is exactly that, line ends and all."""
        typed = _typed_in(self.text)
        return self._original if typed == self._shown else typed

    def _end(self, tell: Callable[[], None]) -> None:
        self.hide()
        tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._look()
        super().changeEvent(event)


def _typed_in(box: QPlainTextEdit) -> str:
    """What stands in `box`; `toPlainText` would make plain spaces of every sort of space."""
    return box.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)
    return row
