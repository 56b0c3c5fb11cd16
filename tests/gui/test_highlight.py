"""Offsets stay right where code points and Qt's units differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop_assist.core.checking.findings import Finding
from desktop_assist.gui.look.highlight import (
    finding_marks,
    gap_look,
    gaps,
    qt_offset,
    qt_span,
    show_marks,
)
from desktop_assist.gui.look.theme import LIGHT


def test_an_emoji_takes_two_units_and_a_line_end_one() -> None:
    assert qt_offset("亲😊我不能", 2) == 3
    assert qt_span("a\r\nb😊c", 3, 5) == (2, 5)
    assert qt_offset("短", 99) == 1


@given(st.text(), st.integers(0, 40))
def test_what_stands_before_an_offset_fills_as_many_units(text: str, offset: int) -> None:
    plain = text.replace("\r", "")
    units = plain.encode("utf-16-le", "surrogatepass")
    shown = units[: 2 * qt_offset(plain, offset)].decode("utf-16-le", "surrogatepass")
    assert shown == plain[:offset]


def test_gaps_are_found_in_code_points() -> None:
    assert gaps("😊您好⟦客户称呼⟧，⟦⟧") == [(3, 9), (10, 12)]
    assert gaps("⟦未完") == []


def test_marks_cover_the_very_words_behind_emoji(qapp: QApplication) -> None:
    # GIVEN a text with emoji and both line ends, shown in an edit
    text = "亲😊我不能\r\n👨‍👩‍👧 ⟦单号⟧"
    edit = QTextEdit()
    edit.setPlainText(text)
    finding = Finding("r", "tone", "warn", 2, 5, "我不能", "m")
    # WHEN a finding and a gap are marked
    marks = [*finding_marks(LIGHT, [finding]), *((span, gap_look(LIGHT)) for span in gaps(text))]
    show_marks(edit, text, marks)
    # THEN the marked words are theirs
    assert [one.cursor.selectedText() for one in edit.extraSelections()] == ["我不能", "⟦单号⟧"]


def test_marks_beyond_the_text_are_cut(qapp: QApplication) -> None:
    edit = QTextEdit()
    edit.setPlainText("短")
    show_marks(edit, "短短短短", [((0, 4), gap_look(LIGHT))])
    assert edit.extraSelections()[0].cursor.selectedText() == "短"
