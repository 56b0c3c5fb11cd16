"""How the window of team packs behaves: several channels, keys, languages, colours, work."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QScrollBar, QWidget

from desktop_assist.channel.lead_work import Founding
from desktop_assist.gui.look.appearance import apply
from desktop_assist.gui.look.theme import DARK, LIGHT
from tests.gui.channel_stage import SECOND, ChannelStage, texts


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> ChannelStage:
    return ChannelStage(tmp_path)


@pytest.fixture
def joined(stage: ChannelStage) -> ChannelStage:
    stage.begin()
    return stage


# -- several channels


@pytest.fixture
def two(joined: ChannelStage) -> ChannelStage:
    """The lead has made a second channel, which is shown now."""
    place = str(joined.base / "second")
    joined.lead.window.keys_page.found(Founding("分店", "main", "王芳", place, place))
    joined.lead.settle()
    joined.lead.dialog(QMessageBox).close()
    return joined


def test_a_new_channel_is_shown_and_the_old_one_a_choice_away(two: ChannelStage) -> None:
    window = two.lead.window
    assert "分店" in window.channels_page.heading.text()
    assert window.channel_box.isVisible()
    assert window.channel_box.count() == 2
    window.channel_box.setCurrentIndex(1 - window.channel_box.currentIndex())
    assert "小店" in window.channels_page.heading.text()


def test_what_was_looked_at_for_one_channel_is_not_published_in_another(two: ChannelStage) -> None:
    lead, page = two.lead, two.lead.window.publish_page
    lead.go(page)
    page.packs.item(0).setCheckState(Qt.CheckState.Checked)
    lead.press(page.look_button)
    assert page.panel.publish_button.isEnabled()
    box = lead.window.channel_box
    box.setCurrentIndex(1 - box.currentIndex())
    lead.settle()
    assert not page.panel.publish_button.isEnabled()
    assert page.packs.item(0).checkState() == Qt.CheckState.Unchecked
    versions = lead.window.versions_page
    lead.go(versions)
    assert [row[0] for row in texts(versions.versions)] == ["1"]
    box.setCurrentIndex(1 - box.currentIndex())
    lead.settle()
    assert texts(versions.versions) == []


# -- how the window behaves


def test_whatever_takes_the_keyboard_has_a_name(joined: ChannelStage) -> None:
    for computer in (joined.lead, joined.agent):
        for page in computer.window.pages:
            computer.go(page)
        nameless = [
            part
            for part in computer.window.findChildren(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and part.window() is computer.window
            and not isinstance(part, QScrollBar)
            and not (part.accessibleName() or getattr(part, "text", str)())
        ]
        assert nameless == []


class Reversed(QTranslator):
    """A language in which every sentence of the window is written backwards."""

    def isEmpty(self) -> bool:  # noqa: N802  Qt's own name
        return False

    def translate(self, context: str, source: str, *_more: object) -> str | None:
        return source[::-1] if "{" not in source else None


def test_another_language_is_spoken_at_once(joined: ChannelStage, qapp: QApplication) -> None:
    window = joined.agent.window
    joined.agent.go(window.changes_page)
    language = Reversed()
    qapp.installTranslator(language)
    try:
        qapp.processEvents()
        assert window.windowTitle() == "Team packs"[::-1]
        assert window.changes_page.heading.text() == "What changed"[::-1]
        assert window.views.currentWidget() is window.changes_page
        names = [window.contents.item(row).text() for row in range(window.contents.count())]
        assert "Publish"[::-1] in names
    finally:
        qapp.removeTranslator(language)
        qapp.processEvents()
    assert window.windowTitle() == "Team packs"


def test_the_differences_follow_the_colours_of_the_desktop(
    joined: ChannelStage, qapp: QApplication
) -> None:
    page = joined.agent.window.changes_page
    joined.publish(SECOND)
    joined.agent.press(joined.agent.window.channels_page.sync_button)
    joined.agent.go(page)
    before = qapp.palette()
    try:
        apply(qapp, "light")
        joined.agent.settle()
        assert LIGHT.added in page.page.toHtml()
        apply(qapp, "dark")
        joined.agent.settle()
        assert DARK.added in page.page.toHtml()
    finally:
        qapp.setStyleSheet("")
        qapp.setPalette(before)


def test_while_one_thing_runs_nothing_else_can_be_started(joined: ChannelStage) -> None:
    lead, page = joined.lead, joined.lead.window.publish_page
    lead.go(page)
    page.packs.item(0).setCheckState(Qt.CheckState.Checked)
    QTest.mouseClick(page.look_button, Qt.MouseButton.LeftButton)
    assert lead.window.progress.isVisible()
    assert lead.window.stop_button.isVisible()
    assert not page.look_button.isEnabled()
    assert not lead.window.channels_page.sync_button.isEnabled()
    QTest.mouseClick(lead.window.stop_button, Qt.MouseButton.LeftButton)
    lead.settle()
    assert lead.told == "Stopped. Nothing was changed."
    assert page.look_button.isEnabled()
    assert not lead.window.progress.isVisible()


def test_closing_the_window_stops_what_can_turn_back(joined: ChannelStage) -> None:
    lead, page = joined.lead, joined.lead.window.publish_page
    lead.go(page)
    page.packs.item(0).setCheckState(Qt.CheckState.Checked)
    QTest.mouseClick(page.look_button, Qt.MouseButton.LeftButton)
    lead.window.close()
    lead.settle()
    assert page.panel.previews == ()
    lead.window.open_window()
    lead.settle()
    lead.press(page.look_button)
    assert page.panel.page.toPlainText()


def test_a_fault_of_the_program_does_not_leave_the_window_busy(stage: ChannelStage) -> None:
    work = stage.agent.window.work
    work.do("…", lambda _stop: 1 // 0, lambda _found: None)
    with pytest.raises(ZeroDivisionError):
        stage.agent.settle()
    assert work.under_way == ""
