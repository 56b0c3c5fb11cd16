"""Team packs in the window: a channel from its making to a rollback, as two people use it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QScrollBar, QWidget

from desktop_assist.channel.held import channel_folders
from desktop_assist.channel.lead_work import Founding
from desktop_assist.gui.channel_window.create_box import CreateBox
from desktop_assist.gui.channel_window.lead_box import LeadBox
from desktop_assist.gui.channel_window.subscribe_box import SubscribeBox
from desktop_assist.gui.channel_window.withdraw_box import WithdrawBox
from desktop_assist.gui.look.appearance import apply
from desktop_assist.gui.look.theme import DARK, LIGHT
from tests.e2e.stage.channel import write_pack
from tests.gui.channel_stage import ChannelStage, texts

FIRST = {"hello": "您好", "bye": "再见"}
SECOND = {"hello": "您好，欢迎光临", "gift": "送您一份小礼物"}


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> ChannelStage:
    return ChannelStage(tmp_path)


@pytest.fixture
def joined(stage: ChannelStage) -> ChannelStage:
    """A channel with one version of one pack, which the agent has."""
    stage.found()
    stage.publish(FIRST, "第一版")
    stage.subscribe()
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


# -- publishing


def test_what_a_rule_forbids_is_published_only_with_a_reason(joined: ChannelStage) -> None:
    lead, page = joined.lead, joined.lead.window.publish_page
    write_pack(lead.folder / "packs" / "shop", "shop", {"cheap": "全网最低"})
    lead.go(page)
    page.packs.item(0).setCheckState(Qt.CheckState.Checked)
    lead.press(page.look_button)
    shown = page.panel.page.toPlainText()
    assert "replies.yaml, line 3" in shown
    assert "不能这样说" in shown
    assert not page.panel.publish_button.isEnabled()
    page.panel.reason.setText("法务已核实")
    lead.press(page.panel.publish_button)
    assert lead.told.startswith("Published")
    lead.go(lead.window.versions_page)
    assert "法务已核实" in lead.window.versions_page.page.toPlainText()


def test_a_faulty_pack_cannot_be_published_at_all(joined: ChannelStage) -> None:
    lead, page = joined.lead, joined.lead.window.publish_page
    file = lead.folder / "packs" / "shop" / "snippets" / "replies.yaml"
    file.write_text("format: 1\nsnippets:\n  - {id: a, title: A, wrong: 1}\n", "utf-8")
    lead.go(page)
    page.packs.item(0).setCheckState(Qt.CheckState.Checked)
    lead.press(page.look_button)
    assert "replies.yaml" in page.panel.page.toPlainText()
    page.panel.reason.setText("trotzdem")
    assert not page.panel.publish_button.isEnabled()


def test_choosing_other_packs_asks_for_another_look(joined: ChannelStage) -> None:
    lead, page = joined.lead, joined.lead.window.publish_page
    write_pack(lead.folder / "packs" / "shop", "shop", SECOND)
    lead.go(page)
    item = page.packs.item(0)
    item.setCheckState(Qt.CheckState.Checked)
    lead.press(page.look_button)
    assert page.panel.publish_button.isEnabled()
    page.packs.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not page.panel.publish_button.isEnabled()


def test_a_folder_elsewhere_is_listed_from_then_on(joined: ChannelStage, tmp_path: Path) -> None:
    lead, page = joined.lead, joined.lead.window.publish_page
    pack = write_pack(tmp_path / "elsewhere", "vip", FIRST)
    lead.go(page)
    lead.press(page.add_button)
    lead.choose_file(pack)
    lead.settle()
    lead.window.refresh()
    assert {page.packs.item(row).text() for row in range(page.packs.count())} == {
        "elsewhere",
        "shop",
    }
    page.add(tmp_path)
    lead.settle()
    assert "holds no pack" in lead.told


# -- versions


def test_an_old_version_is_brought_back_by_publishing_it_again(joined: ChannelStage) -> None:
    lead, page = joined.lead, joined.lead.window.versions_page
    joined.publish(SECOND)
    lead.go(page)
    assert [row[0] for row in texts(page.versions)] == ["2", "1"]
    assert "欢迎光临" in page.page.toPlainText()
    assert not page.back_button.isEnabled()
    page.versions.view.selectRow(1)
    lead.settle()
    assert "第一版" in page.page.toPlainText()
    lead.press(page.back_button)
    assert page.rolling is not None
    page.rolling.panel.notes.setText("退回")
    lead.press(page.rolling.panel.publish_button)
    assert page.rolling is None
    assert [row[0] for row in texts(page.versions)] == ["3", "2", "1"]
    agent = joined.agent
    agent.press(agent.window.channels_page.sync_button)
    assert agent.bodies() == {"shop/hello": "您好", "shop/bye": "再见"}


def test_any_two_versions_can_be_compared_and_saved(joined: ChannelStage, tmp_path: Path) -> None:
    lead, page = joined.lead, joined.lead.window.versions_page
    joined.publish(SECOND)
    joined.publish({**SECOND, "third": "第三"})
    lead.go(page)
    page.base.setCurrentText("1")
    lead.settle()
    shown = page.page.toPlainText()
    assert "第三" in shown
    assert "再见" in shown
    page.save(tmp_path / "kept")
    lead.settle()
    assert "第三" in (tmp_path / "kept" / "snippets" / "replies.yaml").read_text("utf-8")


def test_a_withdrawn_reply_vanishes_with_the_next_look_for_news(joined: ChannelStage) -> None:
    lead, page = joined.lead, joined.lead.window.versions_page
    lead.go(page)
    lead.press(page.withdraw_button)
    box = lead.dialog(WithdrawBox)
    box.filter.setText("再见")
    lead.press(box.yes)
    assert "Withdrawn: shop/bye" in lead.told
    agent = joined.agent
    agent.press(agent.window.channels_page.sync_button)
    assert agent.bodies() == {"shop/hello": "您好"}


# -- keys


def test_a_lead_is_let_in_with_the_owner_s_key_and_publishes(
    joined: ChannelStage, tmp_path: Path
) -> None:
    lead, page = joined.lead, joined.lead.window.keys_page
    out = tmp_path / "韩梅.key"
    lead.go(page)
    assert not page.invite_button.isEnabled()
    page.key_file.setText(str(joined.owner_key))
    lead.press(page.invite_button)
    box = lead.dialog(LeadBox)
    box.name.setText("韩梅")
    box.team.setCurrentText("vip")
    lead.press(box.yes)
    lead.choose_file(out)
    lead.settle()
    assert ("韩梅", "vip") in texts(page.leads)
    agent = joined.agent
    agent.press(agent.window.channels_page.subscribe_button)
    offer = agent.dialog(SubscribeBox)
    offer.open_file(out)
    agent.settle()
    assert "Take it only if you are 韩梅" in offer.told.toPlainText()
    agent.press(offer.yes)
    agent.go(agent.window.publish_page)
    agent.window.publish_page.add(write_pack(tmp_path / "vip", "vip", {"vip": "贵宾您好"}))
    agent.settle()
    agent.press(agent.window.publish_page.look_button)
    agent.press(agent.window.publish_page.panel.publish_button)
    assert "话术 vip 1" in agent.told


def test_a_key_that_another_would_replace_is_named_before(joined: ChannelStage) -> None:
    lead, page = joined.lead, joined.lead.window.keys_page
    out = joined.base / "second.key"
    lead.go(page)
    page.key_file.setText(str(joined.owner_key))
    page.invite("王芳二", "vip", out)
    lead.settle()
    lead.press(lead.window.channels_page.subscribe_button)
    box = lead.dialog(SubscribeBox)
    box.open_file(out)
    lead.settle()
    assert "the key of 王芳 (main)" in box.told.toPlainText()


def test_a_lead_who_is_removed_publishes_no_more(joined: ChannelStage) -> None:
    lead, page = joined.lead, joined.lead.window.keys_page
    lead.go(page)
    page.key_file.setText(str(joined.owner_key))
    lead.press(page.remove_button)
    lead.answer("Remove")
    lead.settle()
    assert texts(page.leads) == []
    write_pack(lead.folder / "packs" / "shop", "shop", SECOND)
    lead.go(lead.window.publish_page)
    lead.window.publish_page.packs.item(0).setCheckState(Qt.CheckState.Checked)
    lead.press(lead.window.publish_page.look_button)
    assert "may not publish here" in lead.told


def test_the_owner_s_key_is_renewed_in_its_file(joined: ChannelStage) -> None:
    lead, page = joined.lead, joined.lead.window.keys_page
    before = joined.owner_key.read_bytes()
    lead.go(page)
    page.key_file.setText(str(joined.owner_key))
    lead.press(page.owner_button)
    lead.answer("Make a new key")
    lead.settle()
    assert joined.owner_key.read_bytes() != before
    joined.owner_key.write_bytes(before)
    page.invite("韩梅", "vip", joined.base / "x.key")
    lead.settle()
    assert "not the owner's key" in lead.told


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
