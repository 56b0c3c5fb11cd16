"""The settings page of the hotkeys: a recorder for each action, a reply for each slot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.action import DEFAULT_HOTKEYS, Action
from desktop_assist.core.combination import BadCombination, Combination
from desktop_assist.gui.action_names import action_name
from desktop_assist.gui.settings.recorder import HotkeyRecorder
from desktop_assist.gui.settings.rows import QuietComboBox, muted_label
from desktop_assist.text import Message, say

HotkeyProblem = Callable[[str, Combination | None], Message | None]
"""Tries a combination for an action with the backend; `None` means granted."""
Alternatives = Callable[[str], list[Combination]]
"""Free combinations for an action."""
Titles = Callable[[], Sequence[tuple[str, str]]]
"""Key and title of every reply."""


class HotkeyPage(QWidget):
    """Tells the whole changed table, so that one change is one new value."""

    hotkeys_changed = Signal(object)
    slots_changed = Signal(object)
    listening = Signal(bool)

    def __init__(
        self,
        hotkeys: Mapping[str, str],
        slots: Mapping[str, str],
        problem: HotkeyProblem,
        alternatives: Alternatives,
        titles: Titles,
    ) -> None:
        super().__init__()
        self._hotkeys = dict(hotkeys)
        self._slots = dict(slots)
        self._problem = problem
        self._alternatives = alternatives
        self.recorders: dict[str, HotkeyRecorder] = {}
        self.choosers: dict[str, SnippetChooser] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._grid([one for one in Action if not one.slot], {}))
        layout.addWidget(
            muted_label(
                self.tr(
                    "Click a line and press the keys. Esc cancels, Backspace switches off. If"
                    " nothing happens, another program holds the keys."
                )
            )
        )
        layout.addSpacing(self.fontMetrics().height())
        heading = QLabel(self.tr("Quick slots: one hotkey, one reply"))
        layout.addWidget(heading)
        layout.addLayout(self._grid([one for one in Action if one.slot], dict(titles())))
        reset = QPushButton(self.tr("Default hotkeys"))
        reset.clicked.connect(self.reset)
        layout.addWidget(reset, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()

    def reset(self) -> None:
        """Ask for every default combination; one that is refused keeps what it had, and says so."""
        for name, text in DEFAULT_HOTKEYS.items():
            if self._hotkeys.get(name) != text:
                self.recorders[name].choose(Combination.parse(text))

    def _grid(self, actions: Sequence[Action], titles: Mapping[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3 if titles else 0)
        for row, action in enumerate(actions):
            name = QLabel(action_name(action))
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._recorder(action), row, 1)
            if action.slot:
                chooser = self._chooser(action, titles)
                grid.addWidget(chooser, row, 2, Qt.AlignmentFlag.AlignTop)
            name.setMinimumHeight(self.recorders[action.value].line.sizeHint().height())
        return grid

    def _recorder(self, action: Action) -> HotkeyRecorder:
        recorder = HotkeyRecorder(
            lambda combination: self._problem_with(action, combination),
            lambda: self._free(action),
            action_name(action),
        )
        recorder.show_granted(parsed(self._hotkeys.get(action.value, "")))
        recorder.recorded.connect(lambda combination: self._record(action, combination))
        recorder.listening.connect(self.listening)
        self.recorders[action.value] = recorder
        return recorder

    def _problem_with(self, action: Action, combination: Combination | None) -> Message | None:
        holder = self._holder(combination)
        if holder is not None and holder is not action:
            return say("Hotkeys", "“{action}” has these keys already.", action=action_name(holder))
        return self._problem(action.value, combination)

    def _holder(self, combination: Combination | None) -> Action | None:
        if combination is None:
            return None
        taken = {text: name for name, text in self._hotkeys.items() if text}
        name = taken.get(str(combination))
        return None if name is None else Action(name)

    def _free(self, action: Action) -> list[Combination]:
        return [one for one in self._alternatives(action.value) if self._holder(one) is None]

    def _record(self, action: Action, combination: Combination | None) -> None:
        self._hotkeys[action.value] = "" if combination is None else str(combination)
        self.hotkeys_changed.emit(dict(self._hotkeys))

    def _chooser(self, action: Action, titles: Mapping[str, str]) -> SnippetChooser:
        chooser = SnippetChooser(titles, self._slots.get(action.value, ""))
        chooser.setAccessibleName(self.tr("Reply of {slot}").format(slot=action_name(action)))
        chooser.chosen.connect(lambda key: self._fill_slot(action, key))
        self.choosers[action.value] = chooser
        return chooser

    def _fill_slot(self, action: Action, key: str) -> None:
        self._slots[action.value] = key
        self.slots_changed.emit({name: one for name, one in self._slots.items() if one})


class SnippetChooser(QuietComboBox):
    """All replies by title; typing any part of a title finds it."""

    chosen = Signal(str)
    """The key of the reply, empty for none."""

    def __init__(self, titles: Mapping[str, str], key: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QuietComboBox.InsertPolicy.NoInsert)
        self.addItem(self.tr("No reply"), "")
        for one, title in titles.items():
            self.addItem(title, one)
        if key and key not in titles:
            self.addItem(self.tr("{key} (not found)").format(key=key), key)
        self.setCurrentIndex(max(self.findData(key), 0))
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        completer.activated.connect(lambda: self.chosen.emit(self.currentData()))
        self.activated.connect(lambda: self.chosen.emit(self.currentData()))
        self._line().editingFinished.connect(self._tidy)

    def _tidy(self) -> None:
        """What names no reply is no choice: show the chosen one again."""
        if self.currentText() != self.itemText(self.currentIndex()):
            self.setCurrentText(self.itemText(self.currentIndex()))
        self._line().setCursorPosition(0)

    def _line(self) -> QLineEdit:
        line = self.lineEdit()
        if line is None:
            raise TypeError("an editable combo box has a line")
        return line


def parsed(text: str) -> Combination | None:
    """The combination that a settings file names; nothing for an empty or a broken one."""
    try:
        return Combination.parse(text) if text else None
    except BadCombination:
        return None
