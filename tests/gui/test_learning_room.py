"""The reading room by its keys alone: read, answer a customer, hear what is said, see progress."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop_assist.core.learning.lesson import Lesson
from desktop_assist.core.replies.pack import Manifest, Pack
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.learning_room.window import ANSWERING, GROWTH, READING
from desktop_assist.gui.look.appearance import palette_of
from desktop_assist.gui.look.theme import DARK
from desktop_assist.packs.faults import Fault
from desktop_assist.packs.lessons import LessonReading
from desktop_assist.text import say
from tests.gui.learning_stage import LearningStage, starter_lessons

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

GOOD = "您好，谢谢您还记得我们。有的，因为刚到了新米，您要五斤还是十斤？我现在帮您留好，下午就寄。"


def small_pack(folder: Path) -> Pack:
    replies = (
        Snippet(
            id="return",
            title="退货流程",
            category=("售后",),
            body="可以退的，请在订单页申请。",
            code="th",
            triggers=("我要退货",),
            stage="售后",
        ),
    )
    return Pack(Manifest(id="small", version="1", title="小包"), replies, folder)


CASE = Lesson(
    "small/case",
    "case",
    "米店的小本子",
    "1. 为什么？",
    "zh-CN",
    "关怀",
    says="老板，上次那种米还有吗？",
    thoughts="因为他记得。",
    snippets=("small/return",),
)
STEP = Lesson("small/step", "path", "第一步", "慢慢来。", "zh-CN", "开始")


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> LearningStage:
    made = LearningStage(tmp_path, packs=[small_pack(tmp_path)], lessons=[STEP, CASE])
    made.room.open_room()
    QTest.qWaitForWindowActive(made.room)
    return made


def focus_of(stage: LearningStage) -> QWidget:
    widget = stage.room.focusWidget()
    assert widget is not None
    return widget


def press(stage: LearningStage, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focus_of(stage), key, none if modifier is None else modifier)


def write(stage: LearningStage, text: str) -> None:
    """Type `text` where the keyboard is; 汉字 come as an input method commits them."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(focus_of(stage), letter)
        else:
            committed = QInputMethodEvent()
            committed.setCommitString(letter)
            QApplication.sendEvent(focus_of(stage), committed)


def page(stage: LearningStage) -> str:
    return stage.room.reading.page.toPlainText()


class TestSession:
    def test_from_the_first_page_to_the_progress_without_a_mouse(
        self, stage: LearningStage
    ) -> None:
        room = stage.room
        # GIVEN the path's first page; WHEN it is read, the case follows
        assert "慢慢来" in page(stage)
        press(stage, Key.Key_Return, CONTROL)
        assert "米店的小本子" in page(stage)
        assert list(stage.progress.read) == ["small/step"]
        # WHEN the learner goes over to practice, answers curtly and rates it by a digit,
        # and takes more trouble with the next customer
        press(stage, Key.Key_2, CONTROL)
        assert room.answering.customer.says.text() == "我要退货"
        write(stage, "不行")
        press(stage, Key.Key_Return, CONTROL)
        press(stage, Key.Key_1)
        assert room.answering.customer.says.text() == "老板，上次那种米还有吗？"
        write(stage, GOOD)
        press(stage, Key.Key_Return, CONTROL)
        # THEN the rubric, the checker and a model answer speak
        assert room.answering.feedback.isVisible()
        assert room.answering.feedback.marks.met == {
            "greeting",
            "reason",
            "alternative",
            "courtesy",
            "next_step",
        }
        assert "可以退的" in shown_text(room.answering.feedback)
        # WHEN the proposed rating is taken, a code is asked
        press(stage, Key.Key_Return, CONTROL)
        assert room.answering.customer.says.text() == "退货流程"
        write(stage, "TH")
        press(stage, Key.Key_Return)
        assert "th" in room.answering.feedback.summary.text()
        press(stage, Key.Key_3)
        # THEN nothing is left, and the progress tells it
        press(stage, Key.Key_3, CONTROL)
        assert room.views.currentIndex() == GROWTH
        assert "answers: 2" in room.growth.figures.text()
        assert "codes: 1, known: 1" in room.growth.figures.text()
        assert "3" in room.growth.days.accessibleDescription()
        # WHEN a minute has passed, what failed comes back
        stage.clock.pass_by(minutes=2)
        press(stage, Key.Key_2, CONTROL)
        assert "我要退货" in room.answering.customer.says.text()
        assert room.answering.customer.last.isVisible()
        assert "不行" in room.answering.customer.last.text()

    def test_all_of_it_is_there_after_a_new_start(
        self, stage: LearningStage, tmp_path: Path
    ) -> None:
        press(stage, Key.Key_Return, CONTROL)
        press(stage, Key.Key_2, CONTROL)
        write(stage, GOOD)
        press(stage, Key.Key_Return, CONTROL)
        press(stage, Key.Key_4)
        again = LearningStage(tmp_path, packs=[small_pack(tmp_path)], lessons=[STEP, CASE])
        assert set(again.progress.read) == {"small/step"}
        assert set(again.progress.memories) == {"question:small/return"}
        again.room.open_room()
        assert "米店的小本子" in again.room.reading.page.toPlainText()


class TestReading:
    def test_thoughts_and_replies_of_a_case_are_shown_when_wanted(
        self, stage: LearningStage
    ) -> None:
        stage.room.reading.open_page("small/case")
        assert "因为他记得" not in page(stage)
        QTest.keyClick(stage.room.reading.thoughts, Key.Key_Space)
        assert "因为他记得" in page(stage)
        assert "可以退的" in page(stage)
        assert not stage.room.reading.thoughts.isVisible()

    def test_a_case_leads_to_its_customer(self, stage: LearningStage) -> None:
        stage.room.reading.open_page("small/case")
        QTest.keyClick(stage.room.reading.practise, Key.Key_Space)
        assert stage.room.views.currentIndex() == ANSWERING
        assert stage.room.answering.customer.says.text() == CASE.says

    def test_the_list_is_walked_with_the_arrows(self, stage: LearningStage) -> None:
        assert stage.room.focusWidget() is stage.room.reading.contents
        press(stage, Key.Key_Down)
        assert "米店的小本子" in page(stage)

    def test_without_lessons_it_says_what_to_do(self, qapp: QApplication, tmp_path: Path) -> None:
        stage = LearningStage(tmp_path, packs=[], lessons=[])
        stage.room.open_room()
        assert "No pack holds a lesson." in page(stage)
        stage.room.tabs.setCurrentIndex(ANSWERING)
        assert "nothing to practise" in stage.room.answering.customer.says.text()
        stage.room.tabs.setCurrentIndex(GROWTH)
        assert "Nothing practised yet" in stage.room.growth.figures.text()

    def test_a_page_opens_at_its_beginning(self, qapp: QApplication, tmp_path: Path) -> None:
        stage = LearningStage(tmp_path)
        stage.room.open_room()
        QTest.qWaitForWindowActive(stage.room)
        assert stage.room.reading.page.verticalScrollBar().value() == 0

    def test_faults_of_lessons_are_told_with_file_and_line(self, stage: LearningStage) -> None:
        wrong = Fault(
            Path("/team/lessons/one.md"), 7, 1, say("Lessons", "No."), say("Lessons", "Do.")
        )
        stage.lessons = LessonReading((STEP,), (wrong,))
        stage.room.reload()
        stage.room.reading.open_page("faults")
        assert "/team/lessons/one.md:7" in page(stage)
        assert "No. Do." in page(stage)
        stage.lessons = LessonReading((), (wrong,))
        stage.room.reload()
        assert "/team/lessons/one.md:7" in page(stage)

    @pytest.mark.parametrize("language", ["zh_CN", "en"])
    def test_every_shipped_lesson_can_be_opened(
        self, qapp: QApplication, tmp_path: Path, language: str
    ) -> None:
        stage = LearningStage(tmp_path, language)
        stage.room.open_room()
        spoken = [one for one in starter_lessons().lessons if one.language[:2] == language[:2]]
        for lesson in spoken:
            stage.room.reading.open_page(lesson.key)
            assert page(stage).startswith(lesson.title)
            assert "|" not in page(stage)


class TestAnswering:
    def test_an_empty_answer_is_not_handed_in(self, stage: LearningStage) -> None:
        press(stage, Key.Key_2, CONTROL)
        press(stage, Key.Key_Return, CONTROL)
        assert not stage.room.answering.feedback.isVisible()
        assert not stage.room.answering.send.isEnabled()

    def test_digits_are_typed_while_the_answer_is_written(self, stage: LearningStage) -> None:
        press(stage, Key.Key_2, CONTROL)
        write(stage, "1 2 3")
        assert stage.room.answering.answer.toPlainText() == "1 2 3"

    def test_what_the_learner_says_of_a_mark_counts(self, stage: LearningStage) -> None:
        press(stage, Key.Key_2, CONTROL)
        write(stage, "您好")
        press(stage, Key.Key_Return, CONTROL)
        QTest.keyClick(stage.room.answering.feedback.marks.boxes["reason"], Key.Key_Space)
        press(stage, Key.Key_2)
        last = stage.progress.last("question:small/return")
        assert last is not None
        assert last.met == {"greeting", "reason"}

    def test_a_finding_is_named_with_the_better_wording(self, stage: LearningStage) -> None:
        press(stage, Key.Key_2, CONTROL)
        write(stage, "催什么催，自己看详情页")
        press(stage, Key.Key_Return, CONTROL)
        assert "催什么催" in stage.room.answering.feedback.findings.text()
        assert stage.room.answering.answer.extraSelections()

    def test_another_one_is_asked_and_the_text_stays_for_later(self, stage: LearningStage) -> None:
        press(stage, Key.Key_2, CONTROL)
        write(stage, "您好，我")
        QTest.keyClick(stage.room.answering.another, Key.Key_Space)
        assert stage.room.answering.answer.toPlainText() == ""
        stage.room.answering.go_to("question:small/return")
        assert stage.room.answering.answer.toPlainText() == "您好，我"

    def test_what_is_typed_survives_the_window_and_the_program(
        self, stage: LearningStage, tmp_path: Path
    ) -> None:
        press(stage, Key.Key_2, CONTROL)
        write(stage, "写到一半")
        press(stage, Key.Key_Escape)
        assert not stage.room.isVisible()
        again = LearningStage(tmp_path, packs=[small_pack(tmp_path)], lessons=[STEP, CASE])
        again.room.open_room()
        again.room.tabs.setCurrentIndex(ANSWERING)
        assert again.room.answering.answer.toPlainText() == "写到一半"

    def test_a_full_disk_is_told_and_the_answer_stays(
        self, stage: LearningStage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        press(stage, Key.Key_2, CONTROL)
        write(stage, GOOD)
        press(stage, Key.Key_Return, CONTROL)
        monkeypatch.setattr("desktop_assist.store.atomic.replace_file", full_disk)
        press(stage, Key.Key_4)
        assert stage.room.problem.isVisible()
        assert "the disk is full" in stage.room.problem.text()
        assert stage.room.answering.answer.toPlainText() == GOOD
        assert stage.room.answering.feedback.isVisible()
        # WHEN there is room again, the same key keeps it
        monkeypatch.undo()
        press(stage, Key.Key_4)
        assert set(stage.progress.memories) == {"question:small/return"}
        assert not stage.room.problem.isVisible()

    def test_only_the_chosen_kind_is_asked(self, stage: LearningStage) -> None:
        press(stage, Key.Key_2, CONTROL)
        box = stage.room.answering.kind
        box.setFocus()
        box.setCurrentIndex(box.findData("code"))
        box.activated.emit(box.currentIndex())
        assert stage.room.answering.customer.says.text() == "退货流程"


def test_another_language_brings_its_lessons_and_customers(
    qapp: QApplication, tmp_path: Path
) -> None:
    stage = LearningStage(tmp_path)
    stage.room.open_room()
    stage.room.tabs.setCurrentIndex(ANSWERING)
    before = stage.room.answering.customer.says.text()
    stage.language = "en"
    QApplication.sendEvent(stage.room, QEvent(QEvent.Type.LanguageChange))
    assert stage.room.answering.customer.says.text() not in ("", before)
    assert stage.room.answering.customer.says.text().isascii()
    assert page(stage).isascii() or "What a line on a screen" in page(stage)


def test_another_look_keeps_the_page_and_the_place(qapp: QApplication, tmp_path: Path) -> None:
    stage = LearningStage(tmp_path)
    stage.room.open_room()
    QTest.qWaitForWindowActive(stage.room)
    bar = stage.room.reading.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place, text = bar.value(), page(stage)
    stage.room.setPalette(palette_of(DARK))
    assert (bar.value(), page(stage)) == (place, text)


def test_every_part_has_a_name_to_hear(stage: LearningStage) -> None:
    room = stage.room
    for index in (READING, ANSWERING, GROWTH):
        room.tabs.setCurrentIndex(index)
    parts: list[QWidget] = [
        room.tabs,
        room.reading.contents,
        room.reading.page,
        room.answering.kind,
        room.answering.stage,
        room.answering.answer,
    ]
    assert [part for part in parts if not part.accessibleName()] == []
    buttons = [one for one in room.findChildren(QPushButton) if one.isVisible()]
    assert [one for one in buttons if not (one.text() or one.accessibleName())] == []


def shown_text(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def full_disk(_file: Path, _data: bytes) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
