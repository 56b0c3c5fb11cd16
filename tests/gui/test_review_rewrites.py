"""The review offers whole sentences, another tone and small improvements, each only on demand."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit

from tests.gui.review_stage import Key, Told, finding

HINTED = "我们需要您提供订单号，我来查"
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
