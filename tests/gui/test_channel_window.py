"""Team packs in the window: making a channel, subscribing, news and leaving."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_assist.channel.held import channel_folders
from desktop_assist.gui.channel_window.create_box import CreateBox
from desktop_assist.gui.channel_window.subscribe_box import SubscribeBox
from tests.gui.channel_stage import FIRST, SECOND, ChannelStage, texts


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> ChannelStage:
    return ChannelStage(tmp_path)


@pytest.fixture
def joined(stage: ChannelStage) -> ChannelStage:
    stage.begin()
    return stage


# -- nothing yet


def test_without_a_channel_every_page_says_what_to_do(stage: ChannelStage) -> None:
    window = stage.agent.window
    told = {}
    for page in window.pages:
        stage.agent.go(page)
        told[type(page).__name__] = page.explanation.text()
    assert all(told.values())
    assert "Subscribe" in told["ChannelsPage"]
    assert "team leads" in told["PublishPage"]
    for page, button in (
        (window.channels_page, window.channels_page.subscribe_button),
        (window.keys_page, window.keys_page.create_button),
    ):
        assert button.isVisibleTo(page)
        assert button.isEnabled()


def test_every_page_is_a_key_away_and_none_of_the_headings_can_be_chosen(
    stage: ChannelStage,
) -> None:
    window = stage.agent.window
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    for number, page in enumerate(window.pages, 1):
        QTest.keyClick(
            window, Qt.Key(Qt.Key.Key_0 + number % 10), Qt.KeyboardModifier.ControlModifier
        )
        assert window.views.currentWidget() is page
    window.contents.setCurrentRow(0)
    QTest.keyClick(window.contents, Qt.Key.Key_Down)
    assert window.views.currentWidget() in window.pages
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


# -- making a channel


def test_a_lead_makes_a_channel_and_is_told_where_the_owner_s_key_is(stage: ChannelStage) -> None:
    page = stage.lead.window.keys_page
    stage.owner_key.parent.mkdir()
    stage.lead.go(page)
    stage.lead.press(page.create_button)
    box = stage.lead.dialog(CreateBox)
    assert box.lead.text() == "王芳"
    assert not box.yes.isEnabled()
    for line, text in (
        (box.name, "小店"),
        (box.place, str(stage.share)),
        (box.key_file, str(stage.owner_key)),
        (box.password, "secret"),
    ):
        line.setText(text)
    assert "differ" in box.problem.text()
    box.again.setText("secret")
    stage.lead.press(box.yes)
    made = stage.lead.dialog(QMessageBox)
    assert str(stage.owner_key) in made.text()
    stage.lead.answer("Copy the invite")
    assert QApplication.clipboard().text() == stage.invite
    assert stage.owner_key.is_file()
    stage.lead.go(page)
    assert texts(page.leads) == [("王芳", "main")]
    assert "王芳" in page.explanation.text()


def test_a_key_file_that_is_there_is_never_replaced(stage: ChannelStage) -> None:
    stage.owner_key.parent.mkdir()
    stage.owner_key.write_text("mine", "utf-8")
    stage.found()
    assert "never replaced" in stage.lead.told
    assert stage.owner_key.read_text("utf-8") == "mine"
    assert not stage.share.exists()


# -- subscribing


def test_nothing_is_trusted_before_it_is_told_whose_channel_it_is(stage: ChannelStage) -> None:
    stage.found()
    stage.publish(FIRST)
    page = stage.agent.window.channels_page
    stage.agent.press(page.subscribe_button)
    box = stage.agent.dialog(SubscribeBox)
    box.invite.setPlainText(stage.invite)
    assert not box.yes.isEnabled()
    stage.agent.press(box.look_button)
    shown = box.told.toPlainText()
    assert "小店" in shown
    assert "王芳 (main)" in shown
    assert "话术 shop 1" in shown
    assert str(stage.share) in shown
    assert stage.agent.bodies() == {}
    stage.agent.press(box.yes)
    assert stage.agent.bodies() == {"shop/hello": "您好", "shop/bye": "再见"}
    assert stage.agent.reloads == 1
    assert "小店" in page.heading.text()
    assert [row[:3] for row in texts(page.packs)] == [("话术 shop", "1", "main")]


def test_another_invite_has_to_be_looked_at_again(stage: ChannelStage) -> None:
    stage.found()
    stage.agent.press(stage.agent.window.channels_page.subscribe_button)
    box = stage.agent.dialog(SubscribeBox)
    box.invite.setPlainText(stage.invite)
    stage.agent.press(box.look_button)
    assert box.yes.isEnabled()
    box.invite.setPlainText(stage.invite[:-3] + "xyz")
    assert not box.yes.isEnabled()
    stage.agent.press(box.look_button)
    assert "not the channel that the invite means" in box.told.toPlainText()
    assert not box.yes.isEnabled()


@pytest.mark.parametrize("content", [b"hello", b"\xff\xfe\x00", b"x" * 200_000, b"{}"])
def test_a_file_that_is_no_invite_is_refused_with_a_sentence(
    stage: ChannelStage, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "invite.txt"
    file.write_bytes(content)
    stage.agent.press(stage.agent.window.channels_page.subscribe_button)
    box = stage.agent.dialog(SubscribeBox)
    box.open_file(file)
    stage.agent.settle()
    shown = box.told.toPlainText()
    assert "invite" in shown or "key file" in shown
    assert not box.yes.isEnabled()


def test_an_invite_in_a_file_is_as_good_as_a_pasted_one(
    stage: ChannelStage, tmp_path: Path
) -> None:
    stage.found()
    file = tmp_path / "邀请.txt"
    file.write_text(f"\ufeff{stage.invite}\n", "utf-8")
    stage.agent.press(stage.agent.window.channels_page.subscribe_button)
    box = stage.agent.dialog(SubscribeBox)
    QTest.mouseClick(box.file_button, Qt.MouseButton.LeftButton)
    stage.agent.choose_file(file)
    assert "小店" in box.told.toPlainText()
    assert box.yes.isEnabled()


# -- news


def test_what_changed_is_shown_and_can_be_gone_back_from(joined: ChannelStage) -> None:
    agent, page = joined.agent, joined.agent.window.changes_page
    agent.go(page)
    assert "first version" in page.page.toPlainText()
    joined.publish(SECOND, "换了问候语")
    agent.go(agent.window.channels_page)
    agent.press(agent.window.channels_page.sync_button)
    assert "1 new, 1 changed, 1 gone" in agent.told
    agent.go(page)
    assert texts(page.packs) == [("话术 shop", "2", "1 new, 1 changed, 1 gone")]
    shown = page.page.toPlainText()
    for words in ("换了问候语", "欢迎光临", "送您一份小礼物", "再见"):
        assert words in shown
    assert page.back_button.text() == "Go back to version 1"
    agent.press(page.back_button)
    assert agent.bodies() == {"shop/hello": "您好", "shop/bye": "再见"}
    assert page.back_button.text() == "Use version 2 again"
    agent.press(page.back_button)
    assert agent.bodies()["shop/hello"] == "您好，欢迎光临"


def test_a_refused_channel_says_why_and_the_replies_stay(joined: ChannelStage) -> None:
    agent, page = joined.agent, joined.agent.window.channels_page
    joined.share.rename(joined.base / "away")
    agent.press(page.sync_button)
    assert "News refused" in page.heading.text()
    assert "not there" in page.explanation.text()
    assert "ask your lead" in agent.told
    assert agent.bodies()["shop/hello"] == "您好"
    (joined.base / "away").rename(joined.share)
    agent.press(page.sync_button)
    assert "Up to date" in page.heading.text()


def test_a_channel_that_nobody_signs_is_stale_and_says_so(joined: ChannelStage) -> None:
    joined.clock.now += datetime.timedelta(days=60)
    joined.agent.window.refresh()
    page = joined.agent.window.channels_page
    assert "May be out of date" in page.heading.text()
    assert "60 days ago" in page.facts.text()


def test_a_channel_of_a_newer_version_of_the_program_is_named_when_the_window_opens(
    joined: ChannelStage,
) -> None:
    (folder,) = channel_folders(joined.agent.channels.folder)
    text = folder.subscription_file.read_text("utf-8")
    folder.subscription_file.write_text(text.replace('"format":1', '"format":2'), "utf-8")
    joined.agent.window.close()
    joined.agent.window.open_window()
    assert "newer version" in joined.agent.told
    assert "Update this program" in joined.agent.told


def test_who_leaves_keeps_what_is_their_own(joined: ChannelStage) -> None:
    agent, page = joined.agent, joined.agent.window.channels_page
    agent.write_own("own-1", "我的")
    agent.edit("shop/hello", "您好呀")
    agent.press(page.leave_button)
    question = agent.dialog(QMessageBox)
    assert "Your own replies stay" in question.informativeText()
    agent.answer("Leave")
    assert agent.bodies() == {"own/own-1": "我的", "shop/hello": "您好呀"}
    assert "no channel" in page.heading.text()


def test_a_lead_who_leaves_is_warned_of_the_key(joined: ChannelStage) -> None:
    lead, page = joined.lead, joined.lead.window.channels_page
    assert page.channel is not None
    key = page.channel.folder.lead_key
    lead.press(page.leave_button)
    told = lead.dialog(QMessageBox).informativeText()
    assert str(key.parent) in told
    lead.answer("Cancel")
    assert key.is_file()
    lead.press(page.leave_button)
    lead.answer("Leave")
    assert not key.exists()
    assert "no channel" in page.heading.text()


def test_leaving_is_asked_for_and_enter_means_no(joined: ChannelStage) -> None:
    agent, page = joined.agent, joined.agent.window.channels_page
    agent.press(page.leave_button)
    question = agent.dialog(QMessageBox)
    QTest.keyClick(question, Qt.Key.Key_Return)
    agent.settle()
    assert "小店" in page.heading.text()
