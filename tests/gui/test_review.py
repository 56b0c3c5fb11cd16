"""The review shows every finding, lets one choose, and gives back exactly what is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit

from desktop_assist.core.findings import Finding
from desktop_assist.gui.review import PolishReview
from desktop_assist.gui.review_choices import AS_IT_IS, Choices

Key = Qt.Key
DRAFT = "亲😊我不能改价，但是可以送礼物，呵呵"


def finding(draft: str, text: str, *suggestions: str, why: str = "") -> Finding:
    at = draft.find(text)
    message = f"{text}不好。"
    return Finding("r", "tone", "warn", at, at + len(text), text, message, why, suggestions)


FINDINGS = (
    finding(DRAFT, "但是", "同时", "不过", ""),
    finding(DRAFT, "我不能", "我来想想办法", "看看能为您做什么", why="客户只听见“不”。"),
    finding(DRAFT, "呵呵"),
)


class Told:
    """A review on show and what it told."""

    def __init__(self, draft: str = DRAFT, findings: tuple[Finding, ...] = FINDINGS) -> None:
        self.review = PolishReview()
        self.accepted: list[str] = []
        self.dismissed: list[bool] = []
        self.review.accepted.connect(self.accepted.append)
        self.review.dismissed.connect(lambda: self.dismissed.append(True))
        self.review.open_for(draft, findings)
        QApplication.processEvents()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.review, key)

    def view(self, name: str) -> QTextEdit:
        views = self.review.findChildren(QTextEdit)
        return next(one for one in views if one.accessibleName() == name)

    @property
    def after(self) -> str:
        return self.view("The draft as it will be put back").toPlainText()

    @property
    def current(self) -> str:
        """The finding under the ground of the current one."""
        marks = self.view("Your draft").extraSelections()
        return str(marks[-1].cursor.selectedText())

    @property
    def wordings(self) -> list[str]:
        """The wordings that can be seen."""
        return [one.text() for one in self.review.findChildren(QPushButton) if one.isVisible()]


@pytest.mark.usefixtures("qapp")
class TestReview:
    def test_it_starts_with_the_best_wordings_and_the_first_finding(self) -> None:
        told = Told()
        assert told.after == "亲😊我来想想办法改价，同时可以送礼物，呵呵"
        assert told.current == "我不能"
        assert told.wordings == ["1   我来想想办法", "2   看看能为您做什么", "0   Keep as it is"]
        assert not told.accepted

    def test_every_finding_is_underlined_behind_the_emoji(self) -> None:
        marked = Told().view("Your draft").extraSelections()
        assert [one.cursor.selectedText() for one in marked[:3]] == ["我不能", "但是", "呵呵"]

    def test_what_was_replaced_stands_out_in_the_result(self) -> None:
        marked = Told().view("The draft as it will be put back").extraSelections()
        assert [one.cursor.selectedText() for one in marked] == ["我来想想办法", "同时"]

    def test_numbers_choose_for_the_current_finding(self) -> None:
        told = Told()
        told.press(Key.Key_2, Key.Key_Down, Key.Key_0)
        assert told.after == "亲😊看看能为您做什么改价，但是可以送礼物，呵呵"
        told.press(Key.Key_3)
        assert told.after == "亲😊看看能为您做什么改价，可以送礼物，呵呵"
        told.press(Key.Key_9)
        told.press(Key.Key_Return)
        assert told.accepted == ["亲😊看看能为您做什么改价，可以送礼物，呵呵"]
        assert not told.review.isVisible()
        assert not told.dismissed

    def test_arrows_and_tab_go_round(self) -> None:
        told = Told()
        told.press(Key.Key_Up)
        assert told.current == "呵呵"
        told.press(Key.Key_Tab)
        assert told.current == "我不能"
        told.press(Key.Key_Down)
        assert told.current == "但是"

    def test_a_wording_can_be_clicked(self) -> None:
        told = Told()
        button = next(
            one for one in told.review.findChildren(QPushButton) if one.text().startswith("2")
        )
        button.click()
        assert told.after.startswith("亲😊")
        assert "不过" in told.after or "看看能为您做什么" in told.after

    def test_escape_changes_nothing(self) -> None:
        told = Told()
        told.press(Key.Key_1, Key.Key_Escape)
        assert told.dismissed == [True]
        assert not told.accepted
        assert not told.review.isVisible()

    def test_enter_with_everything_kept_is_no_change(self) -> None:
        told = Told()
        told.press(Key.Key_0, Key.Key_Down, Key.Key_0, Key.Key_Return)
        assert told.dismissed == [True]
        assert not told.accepted

    @pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
    def test_a_good_draft_is_told_so(self, key: Qt.Key) -> None:
        told = Told("您好，请稍等", ())
        texts = [one.text() for one in told.review.findChildren(QLabel)]
        assert "Nothing to improve: your draft reads well." in texts
        told.press(Key.Key_Down, Key.Key_Tab, Key.Key_1)
        told.press(key)
        assert told.dismissed == [True]
        assert not told.accepted

    def test_a_second_draft_shows_nothing_of_the_first(self) -> None:
        told = Told()
        told.press(Key.Key_Escape)
        told.review.open_for("我不能", [finding("我不能", "我不能", "A & B")])
        assert told.wordings == ["1   A && B", "0   Keep as it is"]
        told.press(Key.Key_Return)
        assert told.accepted == ["A & B"]

    def test_a_held_enter_puts_nothing_back(self) -> None:
        told = Told()
        held = QKeyEvent(
            QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
        )
        QApplication.sendEvent(told.review, held)
        assert not told.accepted


@pytest.mark.usefixtures("qapp")
class TestSize:
    def test_one_finding_leaves_no_gap_and_none_is_smaller_still(self) -> None:
        none = Told("写得很好。", ()).review.height()
        one = Told(DRAFT, FINDINGS[:1]).review.height()
        three = Told().review.height()
        assert none < one < three

    def test_a_longer_finding_makes_it_grow_and_nothing_makes_it_shrink(self) -> None:
        told = Told(DRAFT, (finding(DRAFT, "我不能"), finding(DRAFT, "但是", *"一二三四五六")))
        height = told.review.height()
        told.press(Key.Key_Down)
        QApplication.processEvents()
        grown = told.review.height()
        assert grown > height
        told.press(Key.Key_Up)
        QApplication.processEvents()
        assert told.review.height() == grown

    def test_a_hundred_findings_stay_on_the_screen(self) -> None:
        draft = "呵呵，" * 100
        many = tuple(
            Finding("r", "tone", "warn", 3 * at, 3 * at + 2, "呵呵", "不好。") for at in range(100)
        )
        review = Told(draft, many).review
        assert review.height() <= review.screen().availableGeometry().height()


def test_line_ends_of_the_draft_are_kept() -> None:
    draft = "您好\r\n但是😊\r\n"
    choices = Choices.best(draft, [finding(draft, "但是", "同时")])
    assert choices.polished() == "您好\r\n同时😊\r\n"


def test_of_two_that_overlap_the_one_chosen_last_counts() -> None:
    draft = "真的不可以改"
    findings = [finding(draft, "不可以改", "乙"), finding(draft, "真的不可以", "甲")]
    choices = Choices.best(draft, findings)
    assert choices.chosen == (1, AS_IT_IS)
    assert choices.polished() == "甲改"
    assert choices.choose(1, 1).chosen == (AS_IT_IS, 1)
    assert choices.choose(1, 1).polished() == "真的乙"


@st.composite
def drafts(draw: st.DrawFn) -> Choices:
    """A draft with findings anywhere, overlapping or not, and any numbers chosen."""
    draft = draw(st.text(min_size=1, max_size=20))
    edges = st.integers(0, len(draft))
    spans = draw(st.lists(st.tuples(edges, edges).filter(lambda one: one[0] < one[1]), max_size=5))
    wordings = st.lists(st.text(max_size=4), max_size=3).map(tuple)
    findings = [
        Finding("r", "f", "hint", start, end, draft[start:end], "", "", draw(wordings))
        for start, end in spans
    ]
    choices = Choices.best(draft, findings)
    for at in range(len(findings)):
        choices = choices.choose(at, draw(st.integers(0, 4)))
    return choices


@given(drafts())
def test_the_marked_words_of_the_result_are_the_chosen_ones(choices: Choices) -> None:
    polished = choices.polished()
    marked = [polished[start:end] for start, end in choices.replaced()]
    assert marked == [fix.replacement for fix in choices.fixes()]


@given(drafts())
def test_keeping_everything_gives_the_draft_itself(choices: Choices) -> None:
    for at in range(len(choices.findings)):
        choices = choices.choose(at, AS_IT_IS)
    assert choices.polished() == choices.draft
