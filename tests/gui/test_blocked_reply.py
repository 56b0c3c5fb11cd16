"""A reply that no customer may read is mended, overruled with a reason, or not pasted."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_assist.core.checking.findings import Finding, Severity
from desktop_assist.core.replies.template import Rendered
from desktop_assist.errors import AssistError
from desktop_assist.gui.checks.blocked_reply import BlockedReply
from desktop_assist.gui.checks.gate import Case, Gate, edited_message
from desktop_assist.store.overrules import OverruleLog

Key = Qt.Key
DAY = datetime.date(2026, 3, 2)
RULES: dict[str, tuple[str, Severity, tuple[str, ...]]] = {
    "笨蛋": ("abuse", "block", ("亲", "您")),
    "加V": ("diversion", "block", ()),
    "但是": ("tone", "warn", ("同时",)),
    "{姓名}": ("placeholder", "block", ()),
}


def check(text: str, platforms: object = ()) -> list[Finding]:
    found = []
    for word, (family, severity, better) in RULES.items():
        at = text.find(word)
        if at >= 0:
            end = at + len(word)
            found.append(Finding(f"{family}.1", family, severity, at, end, word, "m", "w", better))
    return sorted(found, key=lambda one: one.start)


class Shown:
    """The window on show for one text."""

    def __init__(self, text: str) -> None:
        self.window = BlockedReply()
        self.mended = QSignalSpy(self.window.mended)
        self.overruled = QSignalSpy(self.window.overruled)
        self.dismissed = QSignalSpy(self.window.dismissed)
        self.window.open_for("问候", text, check)
        QApplication.processEvents()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.window, key)

    @property
    def told(self) -> list[str]:
        QApplication.processEvents()
        labels = self.window.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisible()]


@pytest.mark.usefixtures("qapp")
class TestWindow:
    def test_it_says_what_is_wrong_and_why_in_words(self) -> None:
        told = Shown("笨蛋，但是").told
        assert "“问候” is not pasted yet: no customer may read it like this." in told
        assert "● Must change · “笨蛋” m" in told
        assert "w" in told
        assert not any("但是" in one for one in told)

    def test_a_number_mends_and_enter_pastes(self) -> None:
        shown = Shown("笨蛋，您好")
        shown.press(Key.Key_Return)
        assert shown.mended.count() == 0
        shown.press(Key.Key_2, Key.Key_Return)
        assert shown.mended.at(0)[0] == "您，您好"
        assert not shown.window.isVisible()

    def test_the_next_finding_comes_up_when_one_is_mended(self) -> None:
        shown = Shown("笨蛋，加V")
        shown.press(Key.Key_1)
        assert any("加V" in one for one in shown.told)
        shown.press(Key.Key_Return)
        assert shown.mended.count() == 0

    def test_the_reply_can_be_edited(self) -> None:
        shown = Shown("加V，您好\u00a0")
        shown.press(Key.Key_E)
        shown.window.text.selectAll()
        QTest.keyClicks(shown.window.text, "Hello")
        QTest.keyClick(shown.window.text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert shown.mended.at(0)[0] == "Hello"

    def test_an_empty_reply_is_not_pasted(self) -> None:
        shown = Shown("加V")
        shown.window.text.clear()
        shown.press(Key.Key_Return)
        assert shown.mended.count() == 0

    def test_what_was_not_touched_stays_as_it_was(self) -> None:
        shown = Shown("加V\u00a0\r\n😊")
        shown.press(Key.Key_R)
        QTest.keyClicks(shown.window.reason, "ok")
        QTest.keyClick(shown.window.reason, Key.Key_Return)
        assert shown.overruled.at(0)[0] == "加V\u00a0\r\n😊"
        assert shown.overruled.at(0)[1] == "ok"

    def test_a_reason_must_say_something(self) -> None:
        shown = Shown("加V")
        shown.press(Key.Key_R)
        QTest.keyClicks(shown.window.reason, "   ")
        assert not shown.window.overrule.isEnabled()
        QTest.keyClick(shown.window.reason, Key.Key_Return)
        assert shown.overruled.count() == 0
        assert shown.window.isVisible()

    def test_what_is_unfilled_cannot_be_overruled(self) -> None:
        shown = Shown("您好{姓名}，加V")
        assert not shown.window.reason.isVisible()
        assert not shown.window.overrule.isVisible()
        shown.window.reason.setText("why not")
        shown.window.reason.returnPressed.emit()
        assert shown.overruled.count() == 0
        # WHEN it is filled in THEN a reason does
        shown.window.text.setPlainText("您好李女士，加V")
        assert shown.window.reason.isVisible()

    def test_escape_pastes_nothing_wherever_the_cursor_is(self) -> None:
        for place in ("window", "text", "reason"):
            shown = Shown("加V")
            part = {"text": shown.window.text, "reason": shown.window.reason}.get(place)
            QTest.keyClick(part or shown.window, Key.Key_Escape)
            assert shown.dismissed.count() == 1
            assert not shown.window.isVisible()

    @pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_1, Key.Key_E])
    def test_a_key_held_since_another_window_does_nothing(self, key: Qt.Key) -> None:
        shown = Shown("笨蛋")
        none = Qt.KeyboardModifier.NoModifier
        held = QKeyEvent(QEvent.Type.KeyPress, key, none, "", autorep=True)
        QApplication.sendEvent(shown.window, held)
        assert shown.window.text.toPlainText() == "笨蛋"
        assert shown.window.hasFocus() or not QApplication.activeWindow()

    def test_a_mended_word_can_be_taken_back(self) -> None:
        shown = Shown("笨蛋")
        shown.press(Key.Key_1)
        assert shown.window.text.toPlainText() == "亲"
        QTest.keyClick(shown.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert shown.window.text.toPlainText() == "笨蛋"


class Heard:
    """A gate, and how a case before it ended."""

    def __init__(self, file: Path, *texts: str) -> None:
        self.file = file
        self.gate = Gate(check, OverruleLog(file), lambda: DAY)
        self.failures: list[AssistError] = []
        self.gate.failed.connect(self.failures.append)
        self.wanted = QSignalSpy(self.gate.edit_wanted)
        self.passed: list[tuple[list[str], bool]] = []
        self.stopped = 0
        case = Case("own/a", "问候", tuple(Rendered(text) for text in texts), ("千牛",))
        self.gate.show_to(case, self.pass_on, self.stop)

    def pass_on(self, messages: tuple[Rendered, ...], asked: bool) -> None:
        self.passed.append(([one.text for one in messages], asked))

    def stop(self) -> None:
        self.stopped += 1

    def overrule(self, reason: str) -> None:
        self.gate.window.reason.setText(reason)
        self.gate.window.reason.returnPressed.emit()

    @property
    def log(self) -> list[dict[str, object]]:
        lines = self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []
        return [json.loads(line) for line in lines]


@pytest.mark.usefixtures("qapp")
class TestGate:
    def test_a_good_reply_passes_unasked(self, tmp_path: Path) -> None:
        heard = Heard(tmp_path / "o", "您好", "但是")
        assert heard.passed == [(["您好", "但是"], False)]
        assert not heard.gate.window.isVisible()

    def test_each_message_is_asked_about(self, tmp_path: Path) -> None:
        heard = Heard(tmp_path / "o", "您好", "笨蛋", "加V")
        QTest.keyClick(heard.gate.window, Key.Key_1)
        QTest.keyClick(heard.gate.window, Key.Key_Return)
        assert heard.gate.window.text.toPlainText() == "加V"
        heard.overrule("老板说的")
        assert heard.passed == [(["您好", "亲", "加V"], True)]
        assert heard.log == [
            {
                "format": 1,
                "date": "2026-03-02",
                "reply": "own/a",
                "rule": "diversion.1",
                "reason": "老板说的",
            }
        ]

    def test_escape_stops_it(self, tmp_path: Path) -> None:
        heard = Heard(tmp_path / "o", "加V")
        QTest.keyClick(heard.gate.window, Key.Key_Escape)
        assert (heard.stopped, heard.passed) == (1, [])

    def test_a_reason_that_cannot_be_kept_stops_it(self, tmp_path: Path) -> None:
        heard = Heard(tmp_path, "加V")
        heard.overrule("理由")
        assert (heard.stopped, heard.passed, len(heard.failures)) == (1, [], 1)

    def test_mending_for_good_opens_the_reply(self, tmp_path: Path) -> None:
        heard = Heard(tmp_path / "o", "加V")
        heard.gate.window.for_good.click()
        assert heard.wanted.at(0)[0] == "own/a"
        assert heard.passed == []

    def test_once_put_away_it_is_over(self, tmp_path: Path) -> None:
        heard = Heard(tmp_path / "o", "加V")
        assert heard.gate.put_away()
        heard.overrule("理由")
        assert heard.passed == []
        assert not heard.gate.put_away()


def test_the_caret_stays_where_what_follows_it_is_unchanged() -> None:
    message = Rendered("笨蛋您好，。", 1)
    assert edited_message(message, "亲您好，。") == Rendered("亲您好，。", 1)
    assert edited_message(message, "亲您好，！") == Rendered("亲您好，！", None)
    assert edited_message(message, message.text) is not None


def test_a_new_reply_takes_the_place_of_the_one_before(tmp_path: Path, qapp: QApplication) -> None:
    heard = Heard(tmp_path / "o", "加V")
    good = Case("own/b", "好的", (Rendered("您好"),), ())
    heard.gate.show_to(good, heard.pass_on, heard.stop)
    assert heard.passed == [(["您好"], False)]
    assert not heard.gate.window.isVisible()


def test_what_its_author_overruled_passes_and_what_is_unfilled_does_not(
    tmp_path: Path, qapp: QApplication
) -> None:
    heard = Heard(tmp_path / "o")
    heard.passed.clear()
    ignored = frozenset(("diversion.1", "placeholder.1"))
    for text in ("加V", "您好{姓名}"):
        case = Case("own/b", "好的", (Rendered(text),), (), None, ignored)
        heard.gate.show_to(case, heard.pass_on, heard.stop)
    assert heard.passed == [(["加V"], False)]
    assert heard.gate.window.isVisible()
