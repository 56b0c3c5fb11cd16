"""What can be done about a finding, in a menu at the very place: right click, Ctrl+., Alt+Enter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from desktop_assist.core.checking.findings import Finding
from desktop_assist.gui.checks.family_names import family_name, severity_name
from desktop_assist.gui.look.highlight import qt_span
from desktop_assist.gui.shelf import is_teachable

_KEYS = ("Ctrl+.", "Alt+Return", "Alt+Enter")
"""Chinese input methods keep Ctrl+. for themselves, so it is not the only one."""
_MOST_WORDINGS = 9
_LONGEST = 48
"""So many characters of a line are shown in a menu."""


class QuickFixes(QObject):
    """Serves one text box. The text is looked at anew each time, so no mark can be out of date."""

    taught = Signal(object)
    """The `Finding` is not a problem."""
    family_refused = Signal(str)
    """Findings of this family are not wanted."""

    def __init__(
        self,
        box: QPlainTextEdit,
        findings: Callable[[str], list[Finding]],
        *,
        teaches: bool = True,
    ) -> None:
        """`teaches`: whether the two signals are offered beside the better wordings."""
        super().__init__(box)
        self._box = box
        self._findings = findings
        self._teaches = teaches
        self.menu: QMenu | None = None
        """The menu that was opened last."""
        box.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        box.customContextMenuRequested.connect(self._right_click)
        for keys in _KEYS:
            shortcut = QShortcut(QKeySequence(keys), box)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.open_at_cursor)

    def open_at_cursor(self) -> None:
        """Open the menu for the finding at the text cursor, else for the next one."""
        finding = None if is_composing(self._box) else self._nearest()
        if finding is None:
            return
        self._box.setTextCursor(self._cursor_over(finding))
        menu = self._keep(QMenu(self._box))
        menu.addActions(self._actions(menu, finding))
        menu.popup(self._box.viewport().mapToGlobal(self._box.cursorRect().bottomLeft()))
        menu.setActiveAction(next((one for one in menu.actions() if one.isEnabled()), QAction()))

    def apply(self, finding: Finding, wording: str) -> None:
        """Put `wording` in place of `finding`: one step for Ctrl+Z."""
        cursor = self._cursor_over(finding)
        if cursor.selectedText() == finding.text.replace("\n", "\u2029"):
            cursor.insertText(wording)

    def _right_click(self, place: QPoint) -> None:
        menu = self._keep(self._box.createStandardContextMenu())
        position = self._box.cursorForPosition(place).position()
        finding = None if is_composing(self._box) else self._at(position)
        if finding is not None:
            first = menu.actions()[0]
            menu.insertActions(first, self._actions(menu, finding))
            menu.insertSeparator(first)
        menu.popup(self._box.viewport().mapToGlobal(place))

    def _keep(self, menu: QMenu) -> QMenu:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu
        return menu

    def _actions(self, menu: QMenu, finding: Finding) -> list[QAction]:
        heading = QAction(_plain(_short(said(finding))), menu)
        heading.setEnabled(False)
        actions = [heading]
        for number, wording in enumerate(finding.suggestions[:_MOST_WORDINGS], 1):
            shown = _plain(_short(wording or self.tr("(leave it out)")))
            action = QAction(f"&{number}   {shown}", menu)
            action.triggered.connect(partial(self.apply, finding, wording))
            actions.append(action)
        if finding.link:
            more = QAction(self.tr("&Read more: {link}").format(link=_short(finding.link)), menu)
            more.triggered.connect(lambda: QDesktopServices.openUrl(QUrl(finding.link)))
            actions.append(more)
        if self._teaches and is_teachable(finding):
            actions += self._lessons(menu, finding)
        return actions

    def _lessons(self, menu: QMenu, finding: Finding) -> list[QAction]:
        line = QAction(menu)
        line.setSeparator(True)
        not_a_problem = QAction(self.tr("&Not a problem"), menu)
        not_a_problem.triggered.connect(lambda: self.taught.emit(finding))
        family = _plain(family_name(finding.family))
        switch_off = QAction(self.tr("&Switch off “{family}”").format(family=family), menu)
        switch_off.triggered.connect(lambda: self.family_refused.emit(finding.family))
        return [line, not_a_problem, switch_off]

    def _at(self, position: int) -> Finding | None:
        text = self._box.toPlainText()
        touching = (one for one in self._findings(text) if _touches(text, one, position))
        return next(touching, None)

    def _nearest(self) -> Finding | None:
        """The finding at the text cursor, else the next one behind it, else the first."""
        position = self._box.textCursor().selectionStart()
        text = self._box.toPlainText()
        found = self._findings(text)
        behind = (one for one in found if qt_span(text, one.start, one.end)[1] >= position)
        return next(behind, next(iter(found), None))

    def _cursor_over(self, finding: Finding) -> QTextCursor:
        start, end = qt_span(self._box.toPlainText(), finding.start, finding.end)
        cursor = QTextCursor(self._box.document())
        last = self._box.document().characterCount() - 1
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def is_composing(box: QPlainTextEdit) -> bool:
    """Whether an input method is at work in `box`, on text that is not committed yet."""
    return bool(box.textCursor().block().layout().preeditAreaText())


def said(finding: Finding) -> str:
    """`finding` in one line: how much it weighs, what it is about, what is wrong with it."""
    return f"{severity_name(finding.severity)} · “{finding.text}” {finding.message}"


def _touches(text: str, finding: Finding, position: int) -> bool:
    start, end = qt_span(text, finding.start, finding.end)
    return start <= position <= end


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _plain(words: str) -> str:
    """`words` for a menu, where an & would become an underline."""
    return words.replace("&", "&&")
