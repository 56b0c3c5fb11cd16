"""A line that records the next key combination."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_assist.core.combination import Combination
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.settings.key_names import combination_of, shown
from desktop_assist.text import Message, say

_LONE_KEYS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
_MOST_ALTERNATIVES = 3

NEEDS_MODIFIER = say(
    "Hotkeys", "Hold Ctrl or Alt with it: a key alone would be missing from your typing."
)


class RecorderLine(QLineEdit):
    """Listens while it has the focus. Tab leaves it, Escape cancels, Backspace clears."""

    recorded = Signal(object)
    """A `Combination`, or `None` where it was cleared."""
    listening = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._combination: Combination | None = None
        self.set_combination(None)

    def set_combination(self, combination: Combination | None) -> None:
        self._combination = combination
        self.setText(shown(combination))
        self._tell()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window may take the key away
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if _moves_focus(event):
                return super().event(event)
            self._pressed(event)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._listen(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._listen(False)

    def _listen(self, on: bool) -> None:
        self.setText("" if on else shown(self._combination))
        self._tell()
        self.listening.emit(on)

    def _tell(self) -> None:
        words = self.tr("Press the keys…") if self.hasFocus() else self.tr("Off")
        self.setPlaceholderText(words)

    def _pressed(self, event: QKeyEvent) -> None:
        pressed = event.keyCombination()
        if pressed.key() in _LONE_KEYS or event.isAutoRepeat():
            return
        if pressed == QKeyCombination(Qt.Key.Key_Escape):
            self.clearFocus()
        elif pressed == QKeyCombination(Qt.Key.Key_Backspace):
            self.clearFocus()
            self.recorded.emit(None)
        elif (combination := combination_of(pressed)) is not None:
            self.clearFocus()
            self.recorded.emit(combination)


class HotkeyRecorder(QWidget):
    """The line, and beneath it what is wrong with the last try and what would work instead."""

    recorded = Signal(object)
    """A granted `Combination`, or `None` for off."""
    listening = Signal(bool)
    """Whether keys are being recorded: the program's own hotkeys must rest meanwhile."""

    def __init__(
        self,
        problem: Callable[[Combination | None], Message | None],
        alternatives: Callable[[], list[Combination]],
        name: str = "",
    ) -> None:
        """`problem` tries a combination (`None` = granted); `name` is for screen readers."""
        super().__init__()
        self._problem = problem
        self._alternatives = alternatives
        self.line = RecorderLine()
        self.line.setAccessibleName(name)
        self.line.recorded.connect(self._choose_by_key)
        self.line.listening.connect(self.listening)
        self._sentence = QLabel()
        self._sentence.setProperty("role", "problem")
        self._sentence.setWordWrap(True)
        self.offers: list[QPushButton] = []
        self._offer_row = QHBoxLayout()
        self._offer_row.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self._sentence)
        layout.addLayout(self._offer_row)
        self._sentence.hide()

    def set_combination(self, combination: Combination | None) -> None:
        """Show `combination` without trying it."""
        self.line.set_combination(combination)
        self._complain(None)

    def show_granted(self, combination: Combination | None) -> None:
        """Show the `combination` of now; where the system refuses it, say so and offer others."""
        self.line.set_combination(combination)
        self._complain(self._problem(combination))

    def choose(self, combination: Combination | None) -> None:
        """Take `combination` where the system grants it, else say why not; the old one stays."""
        problem = self._problem_with(combination)
        self._complain(problem)
        if problem is None:
            self.line.set_combination(combination)
            self.recorded.emit(combination)

    def _choose_by_key(self, combination: Combination | None) -> None:
        """As `choose`; whoever works by keys finds the first offer under them."""
        self.choose(combination)
        if self.offers:
            self.offers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def complaint(self) -> str:
        """The sentence beneath the line; empty when all is well."""
        return self._sentence.text()

    def _problem_with(self, combination: Combination | None) -> Message | None:
        if combination is not None and not _is_safe_to_take(combination):
            return NEEDS_MODIFIER
        return self._problem(combination)

    def _complain(self, problem: Message | None) -> None:
        for button in self.offers:
            button.hide()
            button.deleteLater()
        self.offers = []
        self._sentence.setText("" if problem is None else translated(problem))
        self._sentence.setVisible(problem is not None)
        if problem is not None:
            self._offer(self._alternatives()[:_MOST_ALTERNATIVES])

    def _offer(self, combinations: list[Combination]) -> None:
        for combination in combinations:
            button = QPushButton(shown(combination))
            button.clicked.connect(lambda _checked, free=combination: self.choose(free))
            self._offer_row.addWidget(button)
            self.offers.append(button)


def _moves_focus(event: QKeyEvent) -> bool:
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
    )
    return plain and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def _is_safe_to_take(combination: Combination) -> bool:
    """A lone letter taken from all windows would make typing impossible; F keys are fine."""
    function_key = combination.key[0] == "f" and combination.key[1:].isdigit()
    return function_key or any(name != "shift" for name in combination.modifiers)
