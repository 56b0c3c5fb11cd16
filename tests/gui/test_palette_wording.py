"""Tone and language of the reply on show; what is shown is what is given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.palette.tones import ToneBar, language_name
from desktop_assist.gui.palette.wording import Wording
from tests.gui.palette_stage import CONTROL, Key, Seen, library, opened

DECLARED = Snippet(
    id="declared", title="发货", category=("物流",), body="亲，今天发货哦~",
    alternatives=("亲，下午寄出哦~",), tones={"warm": "亲亲，今天就飞奔到您那里！"},
    translations={"en": "It ships today."},
)  # fmt: skip
PLAIN = Snippet(id="plain", title="英文", category=("物流",), body="Hello.", language="en")
SEVERAL = Snippet(
    id="several", title="两条", category=("物流",), messages=("亲，您好呀", "亲，稍等哦~")
)
ENTRIES = library(DECLARED, PLAIN, SEVERAL)


def find(_query: str, _limit: int) -> list[Hit]:
    return [Hit(key, 1.0) for key in ENTRIES]


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Seen]:
    with opened(ENTRIES, find, favourites=()) as palette:
        yield palette


def buttons(seen: Seen) -> list[str]:
    QApplication.processEvents()
    bar = seen.palette.findChild(ToneBar)
    assert isinstance(bar, ToneBar)
    return [one.text() for one in bar.findChildren(QPushButton) if one.isVisible()]


def first(snippet: Snippet) -> Wording:
    entry = library(snippet)[f"starter/{snippet.id}"]
    return Wording.first(entry, (snippet.parts, *((body,) for body in snippet.alternatives)))


def test_ctrl_t_goes_round_through_the_tones_and_gives_the_one_on_show(seen: Seen) -> None:
    assert buttons(seen) == ["Tone: as written", "简体中文"]
    seen.press(Key.Key_T, CONTROL)
    formal = seen.preview.toPlainText()
    assert formal.startswith("您好")
    assert buttons(seen)[0] == "Tone: formal"
    seen.press(Key.Key_T, CONTROL)
    assert seen.preview.toPlainText() == DECLARED.tones["warm"]
    seen.press(Key.Key_T, CONTROL)
    assert seen.preview.toPlainText() == DECLARED.body
    seen.press(Key.Key_T, CONTROL)
    seen.press(Key.Key_Return)
    assert [one.parts for one in seen.choices] == [(formal,)]


def test_ctrl_l_goes_round_through_the_languages(seen: Seen) -> None:
    seen.press(Key.Key_L, CONTROL)
    assert seen.preview.toPlainText() == "It ships today."
    assert buttons(seen) == ["English"]
    seen.press(Key.Key_L, CONTROL)
    assert seen.preview.toPlainText() == DECLARED.body
    seen.press(Key.Key_L, CONTROL)
    seen.press(Key.Key_Return)
    assert [one.parts for one in seen.choices] == [("It ships today.",)]


def test_the_buttons_do_what_the_keys_do(seen: Seen) -> None:
    bar = seen.palette.findChild(ToneBar)
    assert isinstance(bar, ToneBar)
    QApplication.processEvents()
    for button in bar.findChildren(QPushButton):
        button.click()
    assert seen.preview.toPlainText() == "It ships today."


def test_a_reply_with_one_tone_and_language_has_no_such_buttons(seen: Seen) -> None:
    seen.press(Key.Key_Down)
    assert buttons(seen) == []
    seen.press(Key.Key_T, CONTROL)
    seen.press(Key.Key_L, CONTROL)
    seen.press(Key.Key_Return)
    assert [one.parts for one in seen.choices] == [("Hello.",)]


def test_every_message_is_said_in_the_tone(seen: Seen) -> None:
    seen.press(Key.Key_Down)
    seen.press(Key.Key_Down)
    seen.press(Key.Key_T, CONTROL)
    seen.press(Key.Key_Return, CONTROL)
    assert len(seen.choices[0].parts) == 2
    assert not any("亲" in part for part in seen.choices[0].parts)


def test_another_wording_is_said_in_the_tone_that_is_asked_for() -> None:
    turned = first(DECLARED).turned(1)
    formal = turned.in_next_tone()
    assert (formal.tone, formal.number) == ("formal", 1)
    assert "下午寄出" in formal.parts[0]
    assert formal.in_next_tone().tone in ("warm", "written")


def test_a_declared_tone_leads_back_to_the_body() -> None:
    wording = first(DECLARED)
    seen = [wording]
    for _ in range(3):
        seen.append(seen[-1].in_next_tone())
    assert [one.tone for one in seen] == ["written", "formal", "warm", "written"]
    assert seen[-1].parts == DECLARED.parts


def test_a_tone_never_touches_a_placeholder() -> None:
    wording = first(Snippet(id="x", title="x", category=("x",), body="亲，{{ name }}哦，好的呢~"))
    for one in (wording.in_next_tone(), wording.in_next_tone().in_next_tone()):
        assert "{{ name }}" in one.parts[0]


@pytest.mark.parametrize(
    ("tag", "name"), [("en", "English"), ("zh-CN", "简体中文"), ("xx-nope", "xx-nope"), ("", "")]
)
def test_a_language_is_called_as_its_speakers_call_it(tag: str, name: str) -> None:
    assert name in language_name(tag) or language_name(tag) == name
