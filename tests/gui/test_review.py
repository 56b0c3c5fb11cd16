"""The review shows every finding, lets one choose, and gives back exactly what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_assist.core.checking.findings import Finding
from tests.gui.review_stage import DRAFT, FINDINGS, Key, Told, finding


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


def test_a_link_stands_under_the_reason(qapp: QApplication) -> None:
    linked = replace(finding(DRAFT, "呵呵", why="像在嘲笑。"), link="https://example.org/a")
    review = Told(findings=(linked,)).review
    qapp.processEvents()
    assert "像在嘲笑。\nhttps://example.org/a" in [
        one.text() for one in review.findChildren(QLabel)
    ]
