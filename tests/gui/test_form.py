"""The form asks for every field, lets nothing empty through, and shows the reply as it fills."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from desktop_assist.core.replies.snippet import Field
from desktop_assist.gui.form.inputs import read_date, read_number
from desktop_assist.gui.form.window import FieldForm

Key = Qt.Key
TODAY = datetime.date(2026, 11, 22)
FIELDS = (
    Field(name="customer", label="客户称呼"),
    Field(name="express", kind="choice", label="快递公司", choices=("顺丰", "圆通", "EMS")),
    Field(name="minutes", kind="number", label="等待分钟"),
    Field(name="day", kind="date", label="预计送达"),
)


def preview(values: Mapping[str, str]) -> str:
    return "😊" + "，".join(values.get(one.name, f"⟦{one.label}⟧") for one in FIELDS)


class Told:
    """A form on show and what it told."""

    def __init__(self, *fields: Field, values: Mapping[str, str] | None = None) -> None:
        self.form = FieldForm(fields or FIELDS, preview, "查件", values, TODAY)
        self.filled: list[dict[str, str]] = []
        self.cancelled: list[bool] = []
        self.form.filled.connect(self.filled.append)
        self.form.cancelled.connect(lambda: self.cancelled.append(True))
        self.form.open_near()
        self.form.activateWindow()
        QApplication.processEvents()

    def input(self, label: str) -> QWidget:
        return next(one for one in self.form.findChildren(QWidget) if one.accessibleName() == label)

    @property
    def focused(self) -> str:
        focus = self.form.focusWidget()
        return focus.accessibleName() if focus else ""

    @property
    def faults(self) -> list[str]:
        labels = self.form.findChildren(QLabel)
        return [one.text() for one in labels if one.property("role") == "problem" and one.text()]

    @property
    def text(self) -> QTextEdit:
        view = self.form.findChild(QTextEdit)
        assert isinstance(view, QTextEdit)
        return view

    def enter(self) -> None:
        QTest.keyClick(self.form.focusWidget() or self.form, Key.Key_Return)

    def write(self, label: str, text: str) -> None:
        line = self.input(label)
        assert isinstance(line, QLineEdit)
        line.setText(text)


@pytest.mark.usefixtures("qapp")
class TestForm:
    def test_enter_leads_from_field_to_field_and_then_accepts(self) -> None:
        told = Told()
        assert told.focused == "客户称呼"
        told.write("客户称呼", "张女士😊")
        told.enter()
        assert told.focused == "快递公司"
        QTest.keyClick(told.input("快递公司"), Key.Key_2)
        told.enter()
        assert told.focused == "等待分钟"
        QTest.keyClicks(told.input("等待分钟"), "30")
        told.enter()
        QTest.keyClicks(told.input("预计送达"), "11/25")
        told.enter()
        assert told.filled == [
            {"customer": "张女士😊", "express": "圆通", "minutes": "30", "day": "2026-11-25"}
        ]
        assert not told.form.isVisible()
        assert not told.cancelled

    def test_nothing_empty_is_accepted_and_every_gap_is_named(self) -> None:
        told = Told()
        told.write("客户称呼", "   ")
        paste = next(one for one in told.form.findChildren(QPushButton) if one.text() == "Paste")
        paste.click()
        assert told.faults == [
            "Please fill this in.",
            "Please choose one.",
            "Write a number, such as 3 or 19.9.",
            "Write a date, such as 2026-11-22.",
        ]
        assert told.focused == "客户称呼"
        assert not told.filled

    def test_a_fault_goes_away_as_soon_as_the_field_changes(self) -> None:
        told = Told(FIELDS[2])
        told.write("等待分钟", "很久")
        told.enter()
        assert told.faults == ["Write a number, such as 3 or 19.9."]
        told.write("等待分钟", "３")
        assert not told.faults
        told.enter()
        assert told.filled == [{"minutes": "3"}]

    def test_defaults_and_known_values_are_offered(self) -> None:
        told = Told(
            Field(name="a", label="A", default="甲"),
            Field(name="b", label="B", default="乙"),
            Field(name="c", kind="choice", label="C", choices=("x", "y"), default="y"),
            values={"b": "丙"},
        )
        assert told.form.values() == {"a": "甲", "b": "丙", "c": "y"}
        told.enter()
        assert told.filled == [{"a": "甲", "b": "丙", "c": "y"}]

    def test_a_default_that_is_no_choice_is_not_taken(self) -> None:
        told = Told(Field(name="c", kind="choice", choices=("x",), default="z"))
        assert told.form.values() == {}

    def test_the_first_letter_chooses(self) -> None:
        told = Told(FIELDS[1])
        QTest.keyClicks(told.input("快递公司"), "e")
        assert told.form.values() == {"express": "EMS"}

    def test_a_number_key_beyond_the_choices_changes_nothing(self) -> None:
        told = Told(FIELDS[1])
        QTest.keyClick(told.input("快递公司"), Key.Key_9)
        assert told.form.values() == {}

    def test_the_preview_fills_and_marks_what_is_missing(self) -> None:
        told = Told()
        told.write("客户称呼", "李先生")
        assert told.text.toPlainText() == "😊李先生，⟦快递公司⟧，⟦等待分钟⟧，⟦预计送达⟧"
        marked = [one.cursor.selectedText() for one in told.text.extraSelections()]
        assert marked == ["⟦快递公司⟧", "⟦等待分钟⟧", "⟦预计送达⟧"]

    def test_escape_and_cancel_give_nothing(self) -> None:
        for leave in (Key.Key_Escape, None):
            told = Told(FIELDS[0], values={"customer": "李"})
            if leave is not None:
                QTest.keyClick(told.input("客户称呼"), leave)
            else:
                buttons = told.form.findChildren(QPushButton)
                next(one for one in buttons if one.text() == "Cancel").click()
            assert told.cancelled == [True]
            assert not told.filled

    def test_closing_the_window_cancels(self) -> None:
        told = Told()
        told.form.close()
        assert told.cancelled == [True]

    def test_enter_on_cancel_cancels(self) -> None:
        told = Told(FIELDS[0], values={"customer": "李"})
        cancel = next(one for one in told.form.findChildren(QPushButton) if one.text() == "Cancel")
        cancel.setFocus()
        told.enter()
        assert told.cancelled == [True]
        assert not told.filled

    def test_the_enter_of_a_composition_accepts_nothing(self) -> None:
        told = Told(FIELDS[0])
        line = told.input("客户称呼")
        QApplication.sendEvent(line, QInputMethodEvent("li", []))
        QTest.keyClick(line, Key.Key_Return)
        commit = QInputMethodEvent("", [])
        commit.setCommitString("李")
        QApplication.sendEvent(line, commit)
        QTest.keyPress(line, Key.Key_Return)
        assert not told.filled
        QTest.keyRelease(line, Key.Key_Return)
        told.enter()
        assert told.filled == [{"customer": "李"}]

    def test_a_held_enter_accepts_nothing(self) -> None:
        told = Told(FIELDS[0], values={"customer": "李"})
        held = QKeyEvent(
            QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
        )
        QApplication.sendEvent(told.input("客户称呼"), held)
        assert not told.filled

    def test_a_day_is_picked_from_the_calendar(self) -> None:
        told = Told(FIELDS[3])
        QTest.keyClick(told.input("预计送达"), Key.Key_Down)
        calendar = told.form.findChild(QCalendarWidget)
        assert isinstance(calendar, QCalendarWidget)
        assert calendar.isVisible()
        calendar.clicked.emit(QDate(2026, 12, 1))
        assert told.form.values() == {"day": "2026-12-01"}

    def test_the_wheel_turns_no_choice(self) -> None:
        told = Told(FIELDS[1], values={"express": "圆通"})
        here, turn = QPointF(5, 5), QPoint(0, -120)
        wheel = QWheelEvent(
            here,
            here,
            turn,
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(told.input("快递公司"), wheel)
        assert told.form.values() == {"express": "圆通"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-25", "2026-11-25"),
        ("２０２６年１１月５日", "2026-11-05"),
        ("2026/2/29", None),
        ("11.25", "2026-11-25"),
        ("11月1日", "2026-11-01"),
        ("1-3", "2027-01-03"),
        ("2-29", None),
        ("25", None),
        ("明天", None),
        ("", None),
        ("1-2-3-4", None),
        ("٣-٤", None),
    ],
)
def test_days_are_read_in_the_usual_ways(text: str, day: str | None) -> None:
    found = read_date(text, TODAY)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("30", "30"),
        ("１９．９", "19.9"),
        ("-2", "-2"),
        ("1,200.50", "1200.50"),
        ("1,2", ""),
        ("３ ０", "30"),
        ("三", ""),
        ("1e5", ""),
        ("nan", ""),
        ("", ""),
    ],
)
def test_numbers_are_read_in_the_usual_ways(text: str, number: str) -> None:
    assert read_number(text) == number


@pytest.mark.usefixtures("qapp")
def test_many_fields_are_scrolled_to_and_the_buttons_stay_on_the_screen() -> None:
    fields = [Field(name=f"f{number}", label=f"Field {number}") for number in range(60)]
    form = FieldForm(fields, lambda _values: "preview")
    form.open_near()
    QApplication.processEvents()
    assert form.height() <= form.screen().availableGeometry().height()
    assert form.minimumSizeHint().height() < 300
