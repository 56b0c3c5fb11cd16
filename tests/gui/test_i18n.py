"""The languages of the interface."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox

from desktop_assist.core.action import Action
from desktop_assist.gui.action_names import action_name
from desktop_assist.gui.checks.family_names import family_name
from desktop_assist.gui.i18n import Languages, translated
from desktop_assist.gui.palette.model import language_badge
from desktop_assist.gui.settings.window import SettingsWindow
from desktop_assist.settings import Settings
from desktop_assist.text import say

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    languages = Languages(qapp, FOLDER)
    yield languages
    languages.choose("en")


def test_a_message_is_spoken_in_the_chosen_language(languages: Languages) -> None:
    assert translated(say("Settings", "Language")) == "Language"
    languages.choose("zh_CN")
    assert translated(say("Settings", "Language")) == "语言"
    languages.choose("en")
    assert translated(say("Settings", "Language")) == "Language"


def test_values_are_filled_after_translating(languages: Languages) -> None:
    languages.choose("zh_CN")
    assert "Ctrl+Alt+W" in translated(
        say("Hotkeys", "{key} is taken by another program.", key="Ctrl+Alt+W")
    )
    assert action_name(Action.SLOT_3) == "快捷位 3"


def test_qts_own_buttons_are_translated_too(languages: Languages) -> None:
    languages.choose("zh_CN")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text() == "取消"


def test_the_choice_is_told_once(languages: Languages) -> None:
    told = QSignalSpy(languages.changed)
    languages.choose("zh_CN")
    languages.choose("zh_CN")
    assert [told.at(place) for place in range(told.count())] == [["zh_CN"]]


def test_an_open_window_changes_its_words(languages: Languages, qapp: QApplication) -> None:
    window = SettingsWindow(
        Settings(), lambda *_: None, lambda _: [], list, lambda: say("Tray", "Starting…")
    )
    languages.choose("zh_CN")
    qapp.sendPostedEvents()
    assert window.windowTitle() == "设置"
    assert window.pages.item(1).text() == "快捷键"


def test_dates_and_badges_are_those_of_the_chosen_language(
    languages: Languages, qapp: QApplication
) -> None:
    window = SettingsWindow(
        Settings(), lambda *_: None, lambda _: [], list, lambda: say("Tray", "Starting…")
    )
    languages.choose("zh_CN")
    assert QLocale().language() == QLocale.Language.Chinese
    assert window.locale().language() == QLocale.Language.Chinese
    assert language_badge("zh-CN", window.locale()) == ""
    languages.choose("en")
    assert language_badge("zh-CN", window.locale()) == "ZH"
    assert language_badge("en", window.locale()) == ""


def test_families_of_rules_have_titles_in_both_languages(languages: Languages) -> None:
    assert [family_name(name) for name in ("tone", "placeholder", "own-rules")] == [
        "Tone",
        "Unfilled placeholders",
        "own-rules",
    ]
    languages.choose("zh_CN")
    assert [family_name(name) for name in ("tone", "placeholder")] == ["语气", "未填的占位符"]


def test_families_that_come_later_are_shown_at_a_refresh(qapp: QApplication) -> None:
    families: list[tuple[str, str]] = []
    window = SettingsWindow(
        Settings(),
        lambda *_: None,
        lambda _: [],
        list,
        lambda: say("Tray", "Starting…"),
        lambda: families,
    )
    families.append(("tone", "Tone"))
    window.refresh()
    assert "Tone" in [box.text() for box in window.findChildren(QCheckBox)]
