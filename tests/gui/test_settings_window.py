"""The settings window: all options, applied at once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QSpinBox

from desktop_assist.bundled import resources
from desktop_assist.core.application import ApplicationProfile
from desktop_assist.core.checking.levels import PlatformLevel
from desktop_assist.core.combination import Combination
from desktop_assist.gui.i18n import Languages
from desktop_assist.gui.settings.exceptions import ExceptionsList
from desktop_assist.gui.settings.hotkeys import HotkeyPage
from desktop_assist.gui.settings.levels import LevelsTable
from desktop_assist.gui.settings.programs import ProgramsTable
from desktop_assist.gui.settings.window import SettingsWindow
from desktop_assist.settings import Settings, options
from desktop_assist.store.exceptions_store import TaughtException
from desktop_assist.text import Message, say

APPLICATION = ApplicationProfile(window_class="wechat", reads=2)


def only_w_is_taken(_action: str, combination: Combination | None) -> Message | None:
    taken = combination is not None and combination.key == "w"
    return say("Hotkeys", "taken") if taken else None


@pytest.fixture
def window(qapp: QApplication) -> SettingsWindow:
    return SettingsWindow(
        Settings(applications=(APPLICATION,), slots={"slot_2": "gone/reply"}),
        only_w_is_taken,
        lambda _action: [Combination.parse("ctrl+alt+p"), Combination.parse("ctrl+alt+j")],
        lambda: [("zh/hy", "欢迎光临"), ("zh/tk", "退款已通过")],
        lambda: say("Hotkeys", "Heard through {way}.", way="X11"),
        families=lambda: [("tone", "服务语气"), ("privacy", "隐私")],
        packs=lambda: [("zh-food", "食品"), ("zh-home", "家居")],
    )


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    """In English, before and after."""
    chosen = Languages(qapp, resources() / "translations")
    chosen.choose("en")
    yield chosen
    chosen.choose("en")
    chosen.deleteLater()


def hotkeys(window: SettingsWindow) -> HotkeyPage:
    return window.findChildren(HotkeyPage)[0]


def test_every_declared_option_can_be_changed(window: SettingsWindow) -> None:
    special = {
        "hotkeys",
        "slots",
        "applications",
        "families_off",
        "levels",
        "dock_programs",
        "packs_off",
        "portal_keys",
    }
    plain = [one for one in options() if one.name not in special]
    kinds = (QComboBox, QLineEdit, QSpinBox, QCheckBox)
    for option in plain:
        assert any(window.findChild(kind, option.name) for kind in kinds), option.name


def test_a_change_is_told_at_once(window: SettingsWindow) -> None:
    told = QSignalSpy(window.changed)
    theme = window.findChild(QComboBox, "theme")
    assert theme is not None
    theme.setCurrentIndex(theme.findData("dark"))
    assert told.at(0)[0].theme == "dark"


def test_a_typed_line_counts_when_the_window_closes(window: SettingsWindow) -> None:
    window.open_at("general")
    shop = window.findChild(QLineEdit, "shop")
    assert shop is not None
    shop.setFocus()
    QTest.keyClicks(shop, "Lamp shop ")
    window.close()
    assert window.settings.shop == "Lamp shop"


def test_numbers_keep_to_their_limits(window: SettingsWindow) -> None:
    limit = window.findChild(QSpinBox, "read_limit_ms")
    assert limit is not None
    assert (limit.minimum(), limit.maximum()) == (500, 10_000)


def test_a_recorded_hotkey_is_kept(window: SettingsWindow) -> None:
    hotkeys(window).recorders["welcome"].choose(Combination.parse("ctrl+alt+g"))
    assert window.settings.hotkeys["welcome"] == "ctrl+alt+g"
    hotkeys(window).recorders["welcome"].choose(None)
    assert window.settings.hotkeys["welcome"] == ""


def test_keys_of_another_action_are_refused_and_not_offered(window: SettingsWindow) -> None:
    recorder = hotkeys(window).recorders["welcome"]
    recorder.choose(Combination.parse("ctrl+alt+p"))
    assert "Check the draft" in recorder.complaint
    assert [button.text() for button in recorder.offers] == ["Ctrl+Alt+J"]
    assert window.settings.hotkeys["welcome"] == "ctrl+alt+h"


def test_default_hotkeys_come_back(window: SettingsWindow) -> None:
    page = hotkeys(window)
    page.recorders["welcome"].choose(None)
    page.recorders["palette"].choose(Combination.parse("ctrl+alt+h"))
    page.reset()
    assert window.settings.hotkeys == Settings().hotkeys


def test_a_slot_is_filled_by_typing_part_of_a_title(window: SettingsWindow) -> None:
    window.open_at("hotkeys")
    chooser = hotkeys(window).choosers["slot_1"]
    line = chooser.lineEdit()
    assert line is not None
    chooser.setCurrentIndex(chooser.findData("zh/tk"))
    chooser.activated.emit(chooser.currentIndex())
    assert window.settings.slots == {"slot_1": "zh/tk", "slot_2": "gone/reply"}
    # WHEN what is typed names no reply THEN the chosen one stands there again
    line.setText("nothing like this")
    line.editingFinished.emit()
    assert chooser.currentText() == "退款已通过"


def test_a_slot_whose_reply_is_gone_keeps_its_key(window: SettingsWindow) -> None:
    assert hotkeys(window).choosers["slot_2"].currentData() == "gone/reply"


def test_a_program_row_keeps_what_the_table_does_not_show(window: SettingsWindow) -> None:
    programs = window.findChildren(ProgramsTable)[0]
    item = programs.table.item(0, 1)
    assert item is not None
    item.setText("Shift+Insert")
    assert window.settings.applications == (
        ApplicationProfile(window_class="wechat", reads=2, chord="shift+insert"),
    )


def test_a_broken_program_row_is_explained_and_the_others_count(window: SettingsWindow) -> None:
    programs = window.findChildren(ProgramsTable)[0]
    programs.add()
    item = programs.table.item(1, 0)
    assert item is not None
    item.setText("(")
    assert "(" in programs.problem.text()
    assert window.settings.applications == (APPLICATION,)
    item.setText("qq")
    assert programs.problem.text() == ""
    assert [one.window_class for one in window.settings.applications] == ["wechat", "qq"]
    programs.table.setCurrentCell(0, 0)
    programs.remove()
    assert [one.window_class for one in window.settings.applications] == ["qq"]


def test_packs_are_left_out_by_id(window: SettingsWindow) -> None:
    box = next(box for box in window.findChildren(QCheckBox) if box.text() == "家居")
    box.setChecked(False)
    assert list(window.settings.packs_off) == ["zh-home"]
    assert list(window.settings.families_off) == []


def test_families_are_switched_off_by_name(window: SettingsWindow) -> None:
    box = next(box for box in window.findChildren(QCheckBox) if box.text() == "隐私")
    box.setChecked(False)
    assert list(window.settings.families_off) == ["privacy"]
    box.setChecked(True)
    assert list(window.settings.families_off) == []


def test_values_from_elsewhere_are_shown_silently(window: SettingsWindow) -> None:
    told = QSignalSpy(window.changed)
    window.show_settings(Settings(shop="晨光家居"))
    shop = window.findChild(QLineEdit, "shop")
    assert shop is not None
    assert (shop.text(), told.count()) == ("晨光家居", 0)


def test_escape_closes(window: SettingsWindow) -> None:
    window.open_at("checker")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_nothing_moves_when_a_refresh_brings_nothing_new(window: SettingsWindow) -> None:
    # GIVEN a sentence beneath a recorder
    recorder = hotkeys(window).recorders["welcome"]
    recorder.choose(Combination.parse("ctrl+alt+w"))
    # WHEN the program binds its hotkeys again, which refreshes the window
    window.refresh()
    # THEN it is still the same recorder, with its sentence
    assert hotkeys(window).recorders["welcome"] is recorder
    assert recorder.complaint == "taken"


def test_another_language_makes_the_pages_anew_once(
    window: SettingsWindow, languages: Languages
) -> None:
    # GIVEN the program refreshes the window as soon as its sentences are in another language
    languages.changed.connect(lambda _language: window.refresh())
    languages.choose("zh_CN")
    page = hotkeys(window)
    # WHEN Qt tells the window of the new language, later
    QApplication.processEvents()
    # THEN the pages speak it, and stayed
    assert window.windowTitle() == "设置"
    assert hotkeys(window) is page


def levels_table(window: SettingsWindow) -> LevelsTable:
    return window.findChildren(LevelsTable)[0]


def cell(table: LevelsTable, row: int, column: int) -> QComboBox:
    box = table.table.cellWidget(row, column)
    assert isinstance(box, QComboBox)
    return box


def test_a_level_is_chosen_for_a_program(window: SettingsWindow) -> None:
    table = levels_table(window)
    table.add()
    assert window.settings.levels == (PlatformLevel(family="tone", level="warn"),)
    program = cell(table, 0, 0)
    assert program.currentText() == "Every program"
    program.setCurrentIndex(program.findText("wechat"))
    cell(table, 0, 1).setCurrentIndex(1)
    level = cell(table, 0, 2)
    level.setCurrentIndex(level.findData("off"))
    assert window.settings.levels == (
        PlatformLevel(platform="wechat", family="privacy", level="off"),
    )
    table.remove()
    assert not window.settings.levels


def test_the_class_of_another_program_can_be_typed(window: SettingsWindow) -> None:
    table = levels_table(window)
    table.add()
    line = cell(table, 0, 0).lineEdit()
    assert line is not None
    line.setText(" AliWorkbench ")
    line.editingFinished.emit()
    assert window.settings.levels[0].platform == "AliWorkbench"


def test_levels_are_shown_again_as_they_were(window: SettingsWindow) -> None:
    levels = (
        PlatformLevel(platform="AliWorkbench", family="gone", level="block"),
        PlatformLevel(family="tone", level="hint"),
    )
    window.show_settings(Settings(levels=levels))
    assert levels_table(window).levels() == levels


def test_what_is_unfilled_has_no_level(qapp: QApplication) -> None:
    table = LevelsTable((), [("placeholder", "未填"), ("tone", "语气")], ())
    table.add()
    assert cell(table, 0, 1).findData("placeholder") < 0


def test_each_exception_can_be_taken_back(qapp: QApplication) -> None:
    day = datetime.date(2026, 3, 2)
    exceptions = [
        TaughtException("tone.but", "tone", "但是", day),
        TaughtException("tone.no", "tone", "不行", day),
    ]
    window = SettingsWindow(
        Settings(),
        only_w_is_taken,
        lambda _action: [],
        list,
        lambda: say("Hotkeys", "Heard."),
        exceptions=lambda: exceptions,
    )
    told = QSignalSpy(window.forget_wanted)
    shown = window.findChildren(ExceptionsList)[0]
    assert len(shown.buttons) == 2
    shown.buttons[0].click()
    assert told.at(0)[0] == ("tone.no", "不行")
    # WHEN it is gone THEN a refresh shows the rest
    exceptions.pop()
    window.refresh()
    assert len(window.findChildren(ExceptionsList)[0].buttons) == 1
