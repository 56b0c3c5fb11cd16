"""A finding is mended where it stands, by keys or by the mouse, and nothing else changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from desktop_assist.core.checking.findings import Finding, Severity
from desktop_assist.gui.checks.quick_fixes import QuickFixes

TEXT = "亲🙏我不能改，但是可以送"
WORDINGS = {"我不能": ("我来想想 & 看看", ""), "但是": ("同时",), "呵呵": ("😊",)}


def find(text: str, severity: Severity = "warn") -> list[Finding]:
    found = [
        Finding(f"r.{word}", "tone", severity, at, at + len(word), word, "不好。", "", better)
        for word, better in WORDINGS.items()
        if (at := text.find(word)) >= 0
    ]
    return sorted(found, key=lambda one: one.start)


class Fixed:
    """A text box with its quick fixes, on show."""

    def __init__(
        self, text: str = TEXT, *, teaches: bool = True, severity: Severity = "warn"
    ) -> None:
        self.box = QPlainTextEdit()
        self.box.setPlainText(text)
        self.fixes = QuickFixes(self.box, lambda now: find(now, severity), teaches=teaches)
        self.taught = QSignalSpy(self.fixes.taught)
        self.refused = QSignalSpy(self.fixes.family_refused)
        self.box.show()
        self.box.activateWindow()
        self.box.setFocus()
        QApplication.processEvents()

    def put_cursor(self, before: str) -> None:
        cursor = self.box.document().find(before)
        cursor.setPosition(cursor.selectionStart())
        self.box.setTextCursor(cursor)

    @property
    def menu(self) -> QMenu:
        assert self.fixes.menu is not None
        return self.fixes.menu

    @property
    def words(self) -> list[str]:
        return [action.text() for action in self.menu.actions() if not action.isSeparator()]

    @property
    def text(self) -> str:
        return self.box.toPlainText()


@pytest.mark.usefixtures("qapp")
class TestKeys:
    @pytest.mark.parametrize(
        ("key", "modifier"),
        [
            (Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier),
            (Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier),
        ],
    )
    def test_they_open_the_menu_and_a_number_mends(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier
    ) -> None:
        fixed = Fixed()
        fixed.put_cursor("但是")
        QTest.keyClick(fixed.box, key, modifier)
        assert fixed.menu.isVisible()
        assert fixed.words[0] == "Worth changing · “但是” 不好。"
        QTest.keyClick(fixed.menu, Qt.Key.Key_1)
        assert fixed.text == "亲🙏我不能改，同时可以送"

    def test_one_undo_takes_it_back(self) -> None:
        fixed = Fixed()
        fixed.fixes.open_at_cursor()
        QTest.keyClick(fixed.menu, Qt.Key.Key_1)
        assert fixed.text == "亲🙏我来想想 & 看看改，但是可以送"
        fixed.box.undo()
        assert fixed.text == TEXT

    def test_away_from_a_finding_they_go_to_the_next_one_and_then_round(self) -> None:
        fixed = Fixed()
        fixed.fixes.open_at_cursor()
        assert fixed.box.textCursor().selectedText() == "我不能"
        fixed.box.moveCursor(QTextCursor.MoveOperation.End)
        fixed.fixes.open_at_cursor()
        assert fixed.box.textCursor().selectedText() == "我不能"

    def test_a_wording_may_be_left_out(self) -> None:
        fixed = Fixed()
        fixed.fixes.open_at_cursor()
        assert fixed.words[1:3] == ["&1   我来想想 && 看看", "&2   (leave it out)"]
        QTest.keyClick(fixed.menu, Qt.Key.Key_2)
        assert fixed.text == "亲🙏改，但是可以送"

    def test_without_a_finding_nothing_opens(self) -> None:
        fixed = Fixed("您好")
        fixed.fixes.open_at_cursor()
        assert fixed.fixes.menu is None

    def test_text_that_is_being_composed_is_left_alone(self) -> None:
        fixed = Fixed("但是")
        QApplication.sendEvent(fixed.box, QInputMethodEvent("呵呵", []))
        fixed.fixes.open_at_cursor()
        assert fixed.fixes.menu is None
        assert fixed.text == "但是"

    def test_a_text_that_changed_under_the_menu_is_left_alone(self) -> None:
        fixed = Fixed()
        fixed.put_cursor("但是")
        fixed.fixes.open_at_cursor()
        fixed.box.setPlainText("完全是另外一段别的文字了啊")
        fixed.menu.actions()[1].trigger()
        assert fixed.text == "完全是另外一段别的文字了啊"


@pytest.mark.usefixtures("qapp")
class TestLessons:
    def test_not_a_problem_and_switching_off_are_told(self) -> None:
        fixed = Fixed()
        fixed.put_cursor("但是")
        fixed.fixes.open_at_cursor()
        QTest.keyClick(fixed.menu, Qt.Key.Key_N)
        assert fixed.taught.at(0)[0].rule == "r.但是"
        fixed.fixes.open_at_cursor()
        QTest.keyClick(fixed.menu, Qt.Key.Key_S)
        assert fixed.refused.at(0)[0] == "tone"
        assert fixed.text == TEXT

    def test_what_blocks_cannot_be_waved_through(self) -> None:
        fixed = Fixed(severity="block")
        fixed.fixes.open_at_cursor()
        assert not any("problem" in words or "Switch" in words for words in fixed.words)

    def test_they_are_left_out_where_nothing_is_taught(self) -> None:
        fixed = Fixed(teaches=False)
        fixed.fixes.open_at_cursor()
        assert len(fixed.words) == 3


@pytest.mark.usefixtures("qapp")
class TestMouse:
    def right_click(self, fixed: Fixed, word: str) -> None:
        fixed.put_cursor(word)
        place = fixed.box.cursorRect().center() + QPoint(3, 0)
        fixed.box.customContextMenuRequested.emit(place)

    def test_a_right_click_puts_the_fixes_above_the_usual_menu(self) -> None:
        fixed = Fixed()
        self.right_click(fixed, "但是")
        assert fixed.words[1] == "&1   同时"
        assert len(fixed.words) > 6
        fixed.menu.actions()[1].trigger()
        assert fixed.text == "亲🙏我不能改，同时可以送"

    def test_elsewhere_it_is_the_usual_menu(self) -> None:
        fixed = Fixed()
        self.right_click(fixed, "可以送")
        fixed.menu.close()
        self.right_click(fixed, "送")
        assert not any("同时" in words or "problem" in words for words in fixed.words)
