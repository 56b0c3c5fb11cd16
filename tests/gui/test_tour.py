"""The tour: what it changes, and that it can be left at any time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton

from desktop_assist.core.combination import Combination
from desktop_assist.gui.settings.recorder import HotkeyRecorder
from desktop_assist.gui.tour.pages import FirstPaste
from desktop_assist.gui.tour.ports import PackChoice, TourPorts
from desktop_assist.gui.tour.window import Tour
from desktop_assist.settings import Settings

PACKS = (
    PackChoice("zh-food", "食品", "重量、日期、存放", 79),
    PackChoice("zh-home", "家居", "", 60),
)


class Told:
    """A tour, and the settings as it leaves them."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.tour = Tour(
            TourPorts(
                settings=lambda: self.settings,
                change=self._change,
                packs=lambda: PACKS,
                hotkey_problem=lambda _name, _keys: None,
                alternatives=lambda _name: [],
                palette_keys=lambda: "Ctrl+Alt+Space",
            )
        )

    def _change(self, settings: Settings) -> None:
        self.settings = settings

    @property
    def trial(self) -> FirstPaste:
        page = self.tour.pages.widget(2)
        assert isinstance(page, FirstPaste)
        return page


@pytest.fixture
def told(qapp: QApplication) -> Iterator[Told]:
    told = Told()
    told.tour.show()
    yield told
    told.tour.close()


def test_who_you_are_is_kept(told: Told) -> None:
    name = told.tour.findChild(QLineEdit, "agent")
    assert name is not None
    QTest.keyClicks(name, "Anna")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert told.settings.agent == "Anna"


def test_a_pack_can_be_left_out_and_taken_in_again(told: Told) -> None:
    box = told.tour.findChild(QCheckBox, "zh-home")
    assert box is not None
    assert box.text() == "家居 (60 replies)"
    box.click()
    assert list(told.settings.packs_off) == ["zh-home"]
    box.click()
    assert list(told.settings.packs_off) == []


def test_an_answer_in_the_practice_chat_is_praised(told: Told) -> None:
    assert not told.trial.praise.text()
    told.trial.chat.box.setPlainText("48小时内发货")
    assert "still on the clipboard" in told.trial.praise.text()


def test_the_palette_can_be_opened_without_its_keys(told: Told) -> None:
    wanted = QSignalSpy(told.tour.palette_wanted)
    told.tour.turn(2)
    (button,) = told.trial.chat.findChildren(QPushButton)
    button.click()
    assert wanted.count() == 1
    assert told.tour.focusWidget() is told.trial.chat.box


def test_a_recorded_key_is_kept(told: Told) -> None:
    recorder = told.tour.findChildren(HotkeyRecorder)[0]
    recorder.choose(Combination.parse("ctrl+alt+j"))
    assert told.settings.hotkeys["palette"] == "ctrl+alt+j"


def test_the_last_page_ends_it(told: Told) -> None:
    ended = QSignalSpy(told.tour.ended)
    for _ in range(4):
        told.tour.forth.click()
    assert (ended.count(), told.tour.isVisible()) == (1, False)


def test_escape_leaves_it(told: Told) -> None:
    ended = QSignalSpy(told.tour.ended)
    QTest.keyClick(told.tour, Qt.Key.Key_Escape)
    assert (ended.count(), told.tour.isVisible()) == (1, False)


def test_another_language_keeps_the_page(told: Told) -> None:
    told.tour.turn(1)
    QApplication.sendEvent(told.tour, QEvent(QEvent.Type.LanguageChange))
    assert told.tour.pages.currentIndex() == 1
    assert told.tour.pages.count() == 4
