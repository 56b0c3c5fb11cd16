"""Team packs in the window, for leads: publishing, versions and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_assist.gui.channel_window.lead_box import LeadBox
from desktop_assist.gui.channel_window.subscribe_box import SubscribeBox
from desktop_assist.gui.channel_window.withdraw_box import WithdrawBox
from tests.e2e.stage.channel import write_pack
from tests.gui.channel_stage import FIRST, SECOND, ChannelStage, texts


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> ChannelStage:
    return ChannelStage(tmp_path)


@pytest.fixture
def joined(stage: ChannelStage) -> ChannelStage:
    stage.begin()
    return stage


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
