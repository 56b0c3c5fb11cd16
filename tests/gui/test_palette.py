"""The palette finds, shows and gives what was chosen, from the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.composing import SAME_KEY_MS
from desktop_assist.gui.look.placing import upper_third
from desktop_assist.gui.palette.window import Palette, PaletteChoice
from tests.gui.palette_stage import (
    ALT,
    CONTROL,
    ENTRIES,
    SNIPPETS,
    Key,
    Seen,
    bodies,
    compose,
    opened,
    point_of,
    preview,
    search,
)


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Seen]:
    with opened() as palette:
        yield palette


def test_it_opens_with_the_first_reply_and_the_window_it_serves(seen: Seen) -> None:
    assert seen.palette.isVisible()
    assert seen.title == "查件：请稍等"
    assert seen.says("→ 微信 · 张三")


def test_without_a_window_it_says_where_the_reply_will_be(seen: Seen) -> None:
    seen.palette.open_for("")
    assert seen.says("left on the clipboard")


def test_no_long_text_makes_the_window_wider(seen: Seen) -> None:
    width = seen.palette.width()
    long = Snippet(
        id="l", title="x" * 400, category=("c" * 300,), body="y" * 5000, when_to_use="z" * 900
    )
    entry = Entry(long, "starter", "p" * 300)
    seen.palette.set_source(lambda _query, _limit: [Hit("starter/l", 1.0)], lambda _key: entry)
    seen.palette.open_for("很长的窗口标题 " * 50 + "\n第二行")
    assert seen.preview.toPlainText() == "y" * 5000
    assert seen.palette.width() == width
    assert seen.palette.height() <= seen.palette.screen().availableGeometry().height()


def test_typing_finds_and_enter_gives_the_whole_reply(seen: Seen) -> None:
    QTest.keyClicks(seen.box, "Reply 7")
    seen.press(Key.Key_Return)
    assert seen.choices == [PaletteChoice("starter/n7", ("b7",), "paste", "Reply 7")]
    assert not seen.palette.isVisible()
    assert not seen.dismissals


@pytest.mark.parametrize(
    ("key", "modifiers", "mode"),
    [(Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "paste"),
     (Key.Key_Return, CONTROL, "each"), (Key.Key_C, CONTROL, "copy")],
)  # fmt: skip
def test_keys_choose_what_is_done_with_it(
    seen: Seen, key: Qt.Key, modifiers: Qt.KeyboardModifier, mode: str
) -> None:
    seen.press(Key.Key_Down)
    seen.press(key, modifiers)
    assert [(one.key, one.parts, one.mode) for one in seen.choices] == [
        ("starter/pay", ("第一条", "第二条"), mode)
    ]


def test_copy_leaves_a_selection_in_the_box_to_the_box(seen: Seen) -> None:
    QTest.keyClicks(seen.box, "Reply")
    seen.box.selectAll()
    seen.press(Key.Key_C, CONTROL)
    assert not seen.choices


def test_arrows_and_pages_move_and_stop_at_the_ends(seen: Seen) -> None:
    seen.press(Key.Key_Up)
    assert seen.title == "查件：请稍等"
    seen.press(Key.Key_PageDown)
    seen.press(Key.Key_PageDown)
    assert seen.list.currentIndex().row() > 4
    for _ in range(40):
        seen.press(Key.Key_Down)
    assert seen.title == "Reply 29"
    assert seen.box.hasFocus() or not seen.list.hasFocus()


def test_alt_and_a_number_picks_that_row(seen: Seen) -> None:
    seen.press(Key.Key_4, ALT)
    assert [one.key for one in seen.choices] == ["starter/n1"]


def test_alt_and_a_number_without_such_a_row_does_nothing(seen: Seen) -> None:
    compose(seen, "", commit="催付")
    seen.press(Key.Key_2, ALT)
    assert not seen.choices
    assert seen.palette.isVisible()


def test_tab_turns_through_the_wordings_and_gives_the_shown_one(seen: Seen) -> None:
    seen.press(Key.Key_Tab)
    seen.press(Key.Key_Tab)
    assert seen.preview.toPlainText() == "第三种说法"
    assert seen.says("wording 3 of 3")
    seen.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    seen.press(Key.Key_Return)
    assert seen.choices[0].parts == ("第二种说法",)


def test_another_reply_begins_with_its_first_wording(seen: Seen) -> None:
    seen.press(Key.Key_Tab)
    seen.press(Key.Key_Down)
    seen.press(Key.Key_Up)
    seen.press(Key.Key_Return)
    assert seen.choices[0].parts == SNIPPETS[0].parts


def test_the_preview_marks_gaps_and_findings(seen: Seen) -> None:
    marked = [one.cursor.selectedText() for one in seen.preview.extraSelections()]
    assert marked == ["⟦分钟⟧", "但是"]
    assert seen.says("但是: 换个说法。")
    assert seen.says("物流没有更新")
    assert seen.says("已经签收")


def test_findings_are_those_of_the_window_that_it_serves(seen: Seen) -> None:
    seen.palette.open_for("买家小王", platforms=["easygoing"])
    QApplication.processEvents()
    assert [one.cursor.selectedText() for one in seen.preview.extraSelections()] == ["⟦分钟⟧"]


def test_several_messages_are_shown_one_under_another(seen: Seen) -> None:
    seen.press(Key.Key_Down)
    assert seen.preview.toPlainText() == "— 1/2 —\n第一条\n\n— 2/2 —\n第二条"
    assert seen.says("2 messages")


def test_star_asks_and_shows_it_at_once_and_keeps_the_place(seen: Seen) -> None:
    seen.palette.favourite_wanted.connect(seen.favourites.add)
    for _ in range(3):
        seen.press(Key.Key_Down)
    seen.press(Key.Key_D, CONTROL)
    assert seen.starred == ["starter/n1"]
    assert [row.entry.key for row in seen.rows if row.favourite] == ["starter/pay", "starter/n1"]
    assert seen.title == "Reply 1"


def test_edit_hides_and_names_the_entry(seen: Seen) -> None:
    seen.press(Key.Key_E, CONTROL)
    assert seen.edited == ["starter/parcel"]
    assert not seen.palette.isVisible()


def test_escape_dismisses_once(seen: Seen) -> None:
    seen.press(Key.Key_Escape)
    seen.palette.dismiss()
    assert seen.dismissals == [True]
    assert not seen.choices


def test_nothing_found_says_what_to_do_and_enter_does_nothing(seen: Seen) -> None:
    QTest.keyClicks(seen.box, "zzz")
    assert seen.says("Nothing found for “zzz”")
    seen.press(Key.Key_Return)
    seen.press(Key.Key_Tab)
    seen.press(Key.Key_D, CONTROL)
    seen.press(Key.Key_E, CONTROL)
    assert not seen.choices + seen.edited
    assert seen.palette.isVisible()


def test_suggestions_stand_first_until_something_is_typed(seen: Seen) -> None:
    seen.palette.open_for("微信", suggestions=[("starter/n5", "快递"), ("gone/x", "?")])
    assert [row.entry.key for row in seen.rows][:2] == ["starter/n5", "starter/parcel"]
    assert seen.rows[0].section == "Suggested for the message"
    assert seen.rows[1].section == "All replies"
    assert sum(row.entry.key == "starter/n5" for row in seen.rows) == 1
    compose(seen, "", commit="催")
    assert [row.entry.key for row in seen.rows] == ["starter/pay"]
    assert not seen.rows[0].section


def test_a_query_given_at_opening_is_searched_and_replaced_by_typing(seen: Seen) -> None:
    seen.palette.open_for("微信", query="催付")
    assert [row.entry.key for row in seen.rows] == ["starter/pay"]
    QTest.keyClicks(seen.box, "Reply 3")
    assert seen.box.text() == "Reply 3"


def test_another_library_is_shown_at_once(seen: Seen) -> None:
    only = Entry(Snippet(id="own", title="我的", category=("自己",), body="x"), "own", origin="own")
    seen.palette.set_source(lambda _query, _limit: [Hit("own/own", 1.0)], {"own/own": only}.get)
    assert [row.entry.key for row in seen.rows] == ["own/own"]
    seen.palette.set_source(lambda _query, _limit: [], lambda _key: None)
    assert not seen.rows


def test_a_hit_whose_entry_is_gone_is_left_out(seen: Seen) -> None:
    seen.palette.set_source(lambda _query, _limit: [Hit("gone/x", 1.0)], ENTRIES.get)
    assert not seen.rows


def test_a_held_enter_pastes_once_at_most(seen: Seen) -> None:
    repeat = QKeyEvent(
        QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(seen.box, repeat)
    assert not seen.choices


def test_enter_while_composing_never_pastes(seen: Seen) -> None:
    compose(seen, "cui fu")
    seen.press(Key.Key_Return)
    seen.press(Key.Key_Return, CONTROL)
    seen.press(Key.Key_1, ALT)
    seen.press(Key.Key_Escape)
    assert not seen.choices
    assert seen.palette.isVisible()


def test_the_enter_that_ends_a_composition_never_pastes(seen: Seen) -> None:
    # GIVEN an input method that hands on the Enter that it took
    compose(seen, "cui")
    compose(seen, "", commit="催")
    QTest.keyPress(seen.box, Key.Key_Return)
    assert not seen.choices
    # WHEN it is let go and pressed anew
    QTest.keyRelease(seen.box, Key.Key_Return)
    seen.press(Key.Key_Return)
    # THEN that is the user's word
    assert [one.key for one in seen.choices] == ["starter/pay"]


def test_an_enter_well_after_a_composition_pastes_even_if_no_release_was_seen(seen: Seen) -> None:
    compose(seen, "cui")
    compose(seen, "", commit="催")
    QTest.qWait(SAME_KEY_MS * 2)
    QTest.keyPress(seen.box, Key.Key_Return)
    assert len(seen.choices) == 1


def test_a_composition_that_was_cut_off_is_forgotten_at_the_next_opening(seen: Seen) -> None:
    compose(seen, "cui")
    seen.palette.open_for("微信")
    seen.press(Key.Key_Return)
    assert len(seen.choices) == 1


def test_losing_the_keyboard_dismisses_only_where_that_is_wanted(seen: Seen) -> None:
    QApplication.sendEvent(seen.palette, QEvent(QEvent.Type.WindowDeactivate))
    assert seen.palette.isVisible()
    strict = Palette(search, ENTRIES.get, preview, bodies, None, lambda _key: False)
    gone: list[bool] = []
    strict.dismissed.connect(lambda: gone.append(True))
    strict.open_for("微信")
    QApplication.sendEvent(strict, QEvent(QEvent.Type.WindowDeactivate))
    assert gone == [True]
    assert not strict.isVisible()


def test_every_row_tells_itself_to_those_who_hear_it(seen: Seen) -> None:
    index = seen.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "查件：请稍等, 物流 / 查件   wl01"
    assert seen.box.accessibleName()
    assert seen.list.accessibleName()


def test_it_opens_in_the_upper_third_and_never_beyond_the_screen() -> None:
    area = QRect(1280, 0, 1200, 900)
    assert upper_third(area, QSize(800, 450)) == QRect(QPoint(1480, 150), QSize(800, 450))
    assert upper_third(area, QSize(3000, 3000)) == area


def test_a_click_selects_and_enter_still_pastes(seen: Seen) -> None:
    QTest.mouseClick(seen.list.viewport(), Qt.MouseButton.LeftButton, pos=point_of(seen, 2))
    assert seen.title == "Reply 0"
    assert seen.choices == []
    seen.press(Key.Key_Return)
    assert [choice.key for choice in seen.choices] == ["starter/n0"]


def test_a_double_click_pastes(seen: Seen) -> None:
    at = point_of(seen, 3)
    QTest.mouseClick(seen.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(seen.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [(choice.key, choice.mode) for choice in seen.choices] == [("starter/n1", "paste")]


def test_where_nothing_is_found_no_preview_stands_beside_it(seen: Seen) -> None:
    seen.box.setText("zzzz")
    assert not seen.preview.isVisible()
    seen.box.setText("催付")
    assert seen.preview.isVisible()
