"""The review shows every finding, lets one choose, and gives back exactly what is shown."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QTextEdit

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.rewriting.proposal import Rewrite
from desktop_assist.gui.form.window import FieldForm
from desktop_assist.gui.review.choices import AS_IT_IS, Choices
from desktop_assist.gui.review.tones import ToneRow
from desktop_assist.gui.review.window import PolishReview

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
    def form(self) -> FieldForm:
        """The form that is open over the review."""
        return next(one for one in self.review.findChildren(FieldForm) if one.isVisible())

    def fill(self, *texts: str) -> None:
        """Write into the fields of the open form, and accept it."""
        form = self.form
        for line, text in zip(form.findChildren(QLineEdit), texts, strict=True):
            line.setText(text)
        QTest.keyClick(form, Key.Key_Return)

    @property
    def tones(self) -> list[tuple[str, bool, bool]]:
        """Every tone: its name, whether it can be chosen, whether it is."""
        (row,) = self.review.findChildren(ToneRow)
        tones = row.findChildren(QPushButton)
        return [(one.text(), one.isEnabled(), one.isChecked()) for one in tones]

    @property
    def current(self) -> str:
        """The finding under the ground of the current one."""
        marks = self.view("Your draft").extraSelections()
        return str(marks[-1].cursor.selectedText())

    @property
    def wordings(self) -> list[str]:
        """The wordings that can be seen."""
        buttons = self.review.findChildren(QPushButton)
        wordings = [one for one in buttons if one.property("role") == "wording"]
        shown = [one.findChildren(QLabel) for one in wordings if one.isVisible()]
        return ["   ".join(label.text() for label in labels) for labels in shown]


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
            one
            for one in told.review.findChildren(QPushButton)
            if one.accessibleName().startswith("2")
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
        told.review.open_for("太贵？", [finding("太贵？", "太贵？", "A & B")])
        assert told.wordings == ["1   A & B", "0   Keep as it is"]
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
    cuts = sorted(draw(st.sets(edges, max_size=4)))
    sentences = [Rewrite(start, end, "句") for start, end in pairwise(cuts)]
    choices = Choices.best(draft, findings, sentences)
    for at in range(len(findings)):
        choices = choices.choose(at, draw(st.integers(0, 6)))
    return choices


@given(drafts())
def test_the_marked_words_of_the_result_are_the_chosen_ones(choices: Choices) -> None:
    polished = choices.polished()
    marked = [polished[start:end] for start, end in choices.replaced()]
    assert marked == [fix.replacement for fix in choices.fixes()]


@given(drafts())
def test_what_is_chosen_lies_apart(choices: Choices) -> None:
    assert all(one.end <= other.start for one, other in pairwise(choices.picked()))


@given(drafts())
def test_keeping_everything_gives_the_draft_itself(choices: Choices) -> None:
    for at in range(len(choices.findings)):
        choices = choices.choose(at, AS_IT_IS)
    assert choices.polished() == choices.draft


@pytest.mark.usefixtures("qapp")
class TestNotAProblem:
    def test_n_tells_the_current_finding(self) -> None:
        told = Told()
        taught: list[Finding] = []
        told.review.taught.connect(taught.append)
        told.press(Key.Key_Down, Key.Key_N)
        assert [one.text for one in taught] == ["但是"]

    def test_the_other_choices_stay_when_a_finding_goes(self) -> None:
        told = Told()
        told.press(Key.Key_2, Key.Key_Down, Key.Key_N)
        told.review.show_findings([one for one in FINDINGS if one.text != "但是"])
        assert told.after == "亲😊看看能为您做什么改价，但是可以送礼物，呵呵"
        assert told.current == "呵呵"
        told.press(Key.Key_Return)
        assert told.accepted == ["亲😊看看能为您做什么改价，但是可以送礼物，呵呵"]

    def test_u_takes_back_what_was_taught(self) -> None:
        told = Told()
        undone: list[bool] = []
        told.review.undo_line.offer("“但是” is no problem.", lambda: undone.append(True))
        assert told.review.undo_line.isVisible()
        told.press(Key.Key_U, Key.Key_U)
        assert undone == [True]
        assert not told.review.undo_line.isVisible()

    def test_the_next_draft_offers_nothing_to_take_back(self) -> None:
        told = Told()
        told.review.undo_line.offer("“但是” is no problem.", lambda: None)
        told.review.open_for(DRAFT, FINDINGS)
        assert told.review.undo_line.told == ""

    def test_what_blocks_cannot_be_waved_through(self) -> None:
        blocks = Finding("r", "abuse", "block", 0, 2, "笨蛋", "m")
        told = Told("笨蛋", (blocks,))
        taught: list[Finding] = []
        told.review.taught.connect(taught.append)
        told.press(Key.Key_N)
        assert taught == []

    def test_the_last_finding_may_go_too(self) -> None:
        told = Told("但是", (finding("但是", "但是", "同时"),))
        told.review.show_findings([])
        told.press(Key.Key_Return)
        assert told.dismissed == [True]
        told.press(Key.Key_N)


def test_a_severity_is_said_in_words(qapp: QApplication) -> None:
    told = Told()
    texts = [one.text() for one in told.review.findChildren(QLabel)]
    assert "● Worth changing · “我不能” 我不能不好。" in texts


REFUSAL = "不知道。"
COMMAND = "没货了。你自己看说明书。"


@pytest.mark.usefixtures("qapp")
class TestWholeSentences:
    def test_one_is_offered_after_the_wordings_with_its_reason(self) -> None:
        told = Told(COMMAND, (finding(COMMAND, "你自己", "您"),))
        assert told.wordings == [
            "1   您",
            "2   Whole sentence: 麻烦您看一下说明书，谢谢您。",
            "0   Keep as it is",
        ]
        texts = [one.text() for one in told.review.findChildren(QLabel) if one.isVisible()]
        assert "用“请”“麻烦您”来请顾客帮忙。" in texts

    def test_without_gaps_it_is_put_back_as_it_is(self) -> None:
        told = Told(COMMAND, (finding(COMMAND, "你自己", "您"),))
        told.press(Key.Key_2, Key.Key_Return)
        assert told.accepted == ["没货了。麻烦您看一下说明书，谢谢您。"]

    def test_gaps_are_shown_and_asked_for(self) -> None:
        told = Told(REFUSAL, (finding(REFUSAL, "不知道"),))
        assert told.after == REFUSAL
        told.press(Key.Key_1)
        assert "⟦原因⟧" in told.after
        told.press(Key.Key_Return)
        assert not told.accepted
        told.fill("系统在维护", "问仓库后回复您")
        assert told.accepted == [
            "不好意思，因为系统在维护，这个我这边还不清楚。我先问仓库后回复您，您看可以吗？"
        ]
        assert not told.review.isVisible()

    def test_two_of_them_are_asked_for_one_after_the_other(self) -> None:
        draft = "没货了。不知道。"
        told = Told(draft, (finding(draft, "没货"), finding(draft, "不知道")))
        told.press(Key.Key_1, Key.Key_Down, Key.Key_1, Key.Key_Return)
        told.fill("卖完了", "换一款")
        assert not told.accepted
        told.fill("刚上新", "问问同事")
        assert told.accepted == [
            "非常抱歉，因为卖完了，这款目前没有货。您看换一款可以吗？"
            "不好意思，因为刚上新，这个我这边还不清楚。我先问问同事，您看可以吗？"
        ]

    def test_a_cancelled_form_leads_back_and_keeps_what_was_written(self) -> None:
        told = Told(REFUSAL, (finding(REFUSAL, "不知道"),))
        told.press(Key.Key_1, Key.Key_Return)
        told.form.findChildren(QLineEdit)[0].setText("系统在维护")
        QTest.keyClick(told.form, Key.Key_Escape)
        assert told.review.isVisible()
        assert not told.accepted
        assert not told.dismissed
        assert "因为系统在维护" in told.after
        told.press(Key.Key_Return)
        assert told.form.values() == {"reason": "系统在维护"}

    def test_a_review_that_goes_takes_its_form_along(self) -> None:
        told = Told(REFUSAL, (finding(REFUSAL, "不知道"),))
        told.press(Key.Key_1, Key.Key_Return)
        form = told.form
        told.review.hide()
        assert not form.isVisible()
        assert not told.accepted

    def test_a_value_with_a_placeholder_is_never_put_back(self) -> None:
        told = Told(REFUSAL, (finding(REFUSAL, "不知道"),))
        told.press(Key.Key_1, Key.Key_Return)
        told.fill("{{ order }}", "问仓库后回复您")
        assert not told.accepted
        assert told.review.isVisible()

    def test_the_next_draft_starts_empty(self) -> None:
        told = Told(REFUSAL, (finding(REFUSAL, "不知道"),))
        told.press(Key.Key_1, Key.Key_Return)
        told.fill("系统在维护", "问仓库后回复您")
        told.review.open_for(REFUSAL, (finding(REFUSAL, "不知道"),))
        told.press(Key.Key_1, Key.Key_Return)
        assert told.form.values() == {}


@pytest.mark.usefixtures("qapp")
class TestTone:
    def test_t_goes_round_the_tones_that_change_something(self) -> None:
        draft = "亲，这款有货哦~你可以下单"
        told = Told(draft, ())
        told.press(Key.Key_T)
        assert told.after == "您好，这款有货，您可以下单"
        assert told.tones[1] == ("Formal (您好)", True, True)
        told.press(Key.Key_T)
        assert told.tones[0][2]
        told.press(Key.Key_T, Key.Key_Return)
        assert told.accepted == ["您好，这款有货，您可以下单"]

    def test_a_tone_that_changes_nothing_is_greyed(self) -> None:
        told = Told("Hello, it is in stock.", ())
        assert [can for _, can, _ in told.tones] == [True, False, False]
        told.press(Key.Key_T, Key.Key_Return)
        assert told.dismissed == [True]

    def test_it_is_the_tone_of_the_polished_draft(self) -> None:
        draft = "亲，你自己看说明书。"
        told = Told(draft, (finding(draft, "自己看", "看看"),))
        told.press(Key.Key_T, Key.Key_Return)
        assert told.accepted == ["您好，您看看说明书。"]

    def test_what_it_changed_stands_out(self) -> None:
        told = Told("亲，这款有货哦", ())
        told.press(Key.Key_T)
        marked = told.view("The draft as it will be put back").extraSelections()
        assert [one.cursor.selectedText() for one in marked] == ["您好"]

    def test_a_long_draft_is_switched_without_marks(self) -> None:
        told = Told("亲，有货哦~你买" * 500, ())
        told.press(Key.Key_T)
        assert told.after.startswith("您好，有货，您买")
        assert not told.view("The draft as it will be put back").extraSelections()

    def test_the_next_draft_is_as_written(self) -> None:
        told = Told("亲，这款有货哦", ())
        told.press(Key.Key_T, Key.Key_Escape)
        told.review.open_for("亲，这款有货哦", ())
        assert told.tones[0][2]


SENTENCE = Rewrite(0, 8, "整句")
SPOKEN = (
    Finding("r", "tone", "warn", 0, 2, "一二", "", "", ("甲",)),
    Finding("r", "tone", "warn", 4, 6, "五六", "", "", ("乙",)),
)


def test_a_whole_sentence_replaces_every_wording_in_it() -> None:
    choices = Choices.best("一二三四五六七八。", SPOKEN, (SENTENCE,)).choose(0, 2)
    assert choices.chosen == (2, 2)
    assert choices.polished() == "整句。"


@pytest.mark.parametrize(("number", "polished"), [(1, "甲三四乙七八。"), (0, "一二三四乙七八。")])
def test_leaving_a_whole_sentence_brings_the_wordings_back(number: int, polished: str) -> None:
    choices = Choices.best("一二三四五六七八。", SPOKEN, (SENTENCE,)).choose(1, 2)
    assert choices.choose(0, number).polished() == polished


def test_a_whole_sentence_stays_when_a_finding_in_it_goes() -> None:
    choices = Choices.best("一二三四五六七八。", SPOKEN, (SENTENCE,)).choose(0, 2)
    assert choices.renewed(SPOKEN[1:], (SENTENCE,)).polished() == "整句。"
    assert choices.renewed(SPOKEN[1:], ()).polished() == "一二三四五六七八。"


HINTED = "我们需要您提供订单号，我来查"


@pytest.mark.usefixtures("qapp")
class TestSmallImprovements:
    def test_they_wait_for_a_tick(self) -> None:
        told = Told(HINTED, ())
        told.press(Key.Key_Return)
        assert told.dismissed
        assert not told.accepted

    def test_h_takes_all_and_gives_all_back(self) -> None:
        told = Told(HINTED, ())
        told.press(Key.Key_H)
        assert told.after == "麻烦您提供订单号，我来查。"
        told.press(Key.Key_H, Key.Key_H, Key.Key_Return)
        assert told.accepted == ["麻烦您提供订单号，我来查。"]

    def test_one_can_be_ticked_alone(self) -> None:
        told = Told(HINTED, ())
        first, _closing = told.review.findChildren(QCheckBox)
        first.click()
        assert told.after == "麻烦您提供订单号，我来查"

    def test_a_hint_gives_way_to_the_wording_of_a_finding(self) -> None:
        draft = "这个改不了，没办法"
        told = Told(draft, (finding(draft, "没办法", "我来想办法"),))
        told.press(Key.Key_H)
        assert told.after == "这个改不了，我来想办法"
        told.press(Key.Key_0, Key.Key_H)
        assert told.after == "这个改不了，没办法。"


def test_a_link_stands_under_the_reason(qapp: QApplication) -> None:
    linked = replace(finding(DRAFT, "呵呵", why="像在嘲笑。"), link="https://example.org/a")
    review = Told(findings=(linked,)).review
    qapp.processEvents()
    assert "像在嘲笑。\nhttps://example.org/a" in [
        one.text() for one in review.findChildren(QLabel)
    ]
