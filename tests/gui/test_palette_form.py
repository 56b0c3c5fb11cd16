"""The form inside the palette: nothing is given unfilled, nothing written is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QTextEdit

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.core.replies.template import TemplateFault
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.palette.form import InlineForm
from desktop_assist.gui.palette.window import Extras
from desktop_assist.text import say
from tests.gui.palette_stage import ALT, CONTROL, SHIFT, Key, Seen, compose, library, opened

ORDER = Snippet(
    id="order", title="催件", category=("物流",), body="{{ name }}的{{ carrier }}在路上",
    fields=(
        Field(name="name", label="称呼"),
        Field(name="carrier", kind="choice", label="快递", choices=("顺丰", "圆通")),
    ),
)  # fmt: skip
PLAIN = Snippet(id="plain", title="无需填写", category=("物流",), body="好的")
BROKEN = Snippet(id="broken", title="写错的", category=("物流",), body="{{ 坏")
ENTRIES = library(ORDER, PLAIN, BROKEN)


def fields(entry: Entry, _parts: tuple[str, ...]) -> Sequence[Field]:
    if entry.snippet.id == "broken":
        raise TemplateFault(1, say("Templates", "A placeholder is empty."))
    return entry.snippet.fields


def fill(_entry: Entry, parts: tuple[str, ...], values: Mapping[str, str]) -> str:
    text = "\n".join(parts)
    for field in ORDER.fields:
        text = text.replace(f"{{{{ {field.name} }}}}", values.get(field.name, f"⟦{field.label}⟧"))
    return text


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Seen]:
    extras = Extras(fields=fields, fill=fill)
    find = [Hit(key, 1.0) for key in ENTRIES]
    with opened(ENTRIES, lambda _query, _limit: find, extras, favourites=()) as palette:
        palette.palette.activateWindow()
        QApplication.processEvents()
        yield palette


def form(seen: Seen) -> InlineForm:
    found = seen.palette.findChild(InlineForm)
    assert isinstance(found, InlineForm)
    return found


def filled(seen: Seen) -> str:
    view = form(seen).findChild(QTextEdit)
    assert isinstance(view, QTextEdit)
    return view.toPlainText()


def key(seen: Seen, pressed: Qt.Key) -> None:
    QTest.keyClick(seen.focus, pressed)


def fill_all(seen: Seen) -> None:
    seen.write("Ms Li")
    key(seen, Key.Key_Return)
    key(seen, Key.Key_2)


def test_enter_opens_the_form_in_the_palette_and_enter_at_the_end_gives_it(seen: Seen) -> None:
    seen.press(Key.Key_Return)
    assert not seen.choices
    assert form(seen).isVisible()
    assert not seen.preview.isVisible()
    assert seen.focus.accessibleName() == "称呼"
    assert filled(seen) == "⟦称呼⟧的⟦快递⟧在路上"
    fill_all(seen)
    assert filled(seen) == "Ms Li的圆通在路上"
    key(seen, Key.Key_Return)
    (choice,) = seen.choices
    assert choice.values == {"name": "Ms Li", "carrier": "圆通"}
    assert (choice.key, choice.parts, choice.mode) == ("starter/order", ORDER.parts, "paste")
    assert not seen.palette.isVisible()


def test_nothing_is_given_unfilled(seen: Seen) -> None:
    seen.press(Key.Key_Return)
    for _ in range(6):
        key(seen, Key.Key_Return)
    for button in form(seen).findChildren(QPushButton):
        if button.text() == "Paste":
            button.click()
    assert not seen.choices
    faults = [one.text() for one in form(seen).findChildren(QLabel) if one.property("role")]
    assert "Please fill this in." in faults


def test_an_enter_that_is_held_fills_and_gives_nothing(seen: Seen) -> None:
    seen.press(Key.Key_Return)
    fill_all(seen)
    repeat = QKeyEvent(
        QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(seen.focus, repeat)
    assert not seen.choices


def test_escape_goes_back_to_the_list_and_keeps_what_was_written(seen: Seen) -> None:
    seen.press(Key.Key_Return)
    seen.write("Ms Li")
    key(seen, Key.Key_Escape)
    assert seen.palette.isVisible()
    assert seen.preview.isVisible()
    assert seen.focus is seen.box
    seen.press(Key.Key_Return)
    assert filled(seen) == "Ms Li的⟦快递⟧在路上"
    key(seen, Key.Key_Escape)
    seen.press(Key.Key_Escape)
    assert seen.dismissals == [True]


def test_what_was_written_is_not_offered_to_the_next_customer(seen: Seen) -> None:
    seen.press(Key.Key_Return)
    seen.write("Ms Li")
    seen.palette.open_for("微信 · 张三")
    seen.press(Key.Key_Return)
    assert filled(seen).startswith("Ms Li")
    seen.palette.open_for("微信 · 王五")
    seen.press(Key.Key_Return)
    assert filled(seen).startswith("⟦称呼⟧")


def test_tab_goes_through_the_fields_and_on_to_the_buttons(seen: Seen) -> None:
    seen.press(Key.Key_Return)
    names = []
    for _ in range(4):
        focus = seen.focus
        names.append(
            focus.accessibleName() or (focus.text() if isinstance(focus, QPushButton) else "")
        )
        key(seen, Key.Key_Tab)
    assert names == ["称呼", "快递", "Paste", "Back"]
    QTest.keyClick(seen.focus, Key.Key_Backtab, SHIFT)


@pytest.mark.parametrize(
    ("pressed", "modifiers", "mode"),
    [(Key.Key_Return, CONTROL, "each"), (Key.Key_C, CONTROL, "copy"), (Key.Key_1, ALT, "paste")],
)
def test_every_way_to_take_it_asks_first_and_then_does_as_asked(
    seen: Seen, pressed: Qt.Key, modifiers: Qt.KeyboardModifier, mode: str
) -> None:
    seen.press(pressed, modifiers)
    fill_all(seen)
    key(seen, Key.Key_Return)
    assert [(one.mode, one.values["carrier"]) for one in seen.choices] == [(mode, "圆通")]


def test_typing_on_or_another_row_leaves_the_form(seen: Seen) -> None:
    seen.press(Key.Key_Return)
    QTest.keyClicks(seen.box, "x")
    assert seen.preview.isVisible()
    seen.press(Key.Key_Return)
    at = seen.list.visualRect(seen.list.model().index(1, 0)).center()
    QTest.mouseClick(seen.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert seen.preview.isVisible()
    seen.press(Key.Key_Return)
    assert [one.key for one in seen.choices] == ["starter/plain"]


def test_enter_while_composing_in_a_field_gives_nothing(seen: Seen) -> None:
    seen.press(Key.Key_Return)
    fill_all(seen)
    QTest.keyClick(seen.focus, Key.Key_Backtab, SHIFT)
    compose_in(seen, "li")
    key(seen, Key.Key_Return)
    assert not seen.choices


def compose_in(seen: Seen, preedit: str) -> None:
    QApplication.sendEvent(seen.focus, QInputMethodEvent(preedit, []))


def test_a_broken_template_is_given_on_to_those_who_tell_of_it(seen: Seen) -> None:
    compose(seen, "", commit="x")
    seen.press(Key.Key_Down)
    seen.press(Key.Key_Down)
    seen.press(Key.Key_Return)
    assert [one.key for one in seen.choices] == ["starter/broken"]


def test_the_task_and_its_keys_are_named(seen: Seen) -> None:
    assert seen.says("Ctrl+T tone")
    seen.press(Key.Key_Return)
    assert seen.says("Esc back")
    assert seen.palette.windowTitle() == ORDER.title
    fill_all(seen)
    key(seen, Key.Key_Return)
    seen.palette.open_for("微信 · 张三")
    assert seen.says("Ctrl+T tone")
    assert seen.palette.windowTitle() == "Find a reply"


def test_a_change_of_the_library_leaves_an_open_form_alone(seen: Seen) -> None:
    seen.press(Key.Key_Return)
    seen.write("Ms Li")
    seen.palette.refresh()
    assert form(seen).isVisible()
    assert seen.focus.accessibleName() == "称呼"
    key(seen, Key.Key_Escape)
    assert seen.preview.isVisible()


def test_in_a_narrow_window_names_stand_above_and_nothing_is_cut_off(seen: Seen) -> None:
    seen.palette.resize(500, 360)
    QApplication.processEvents()
    seen.press(Key.Key_Return)
    QApplication.processEvents()
    inputs = form(seen).findChildren(QLineEdit)
    scrolled = form(seen).findChild(QScrollArea)
    assert isinstance(scrolled, QScrollArea)
    content = scrolled.widget()
    assert content is not None
    assert content.width() <= scrolled.viewport().width()
    names = [one for one in content.findChildren(QLabel) if one.text() == "称呼"]
    assert names[0].geometry().bottom() < inputs[0].mapTo(content, inputs[0].rect().topLeft()).y()
