"""Team packs in the window, the way back: suggestions, answers and counts of use."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.e2e.stage.channel import write_pack
from tests.gui.channel_stage import ChannelStage, texts

CHANGE, NEW, WITHDRAWAL = range(3)


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> ChannelStage:
    """A channel with one pack, which the agent and the lead have."""
    made = ChannelStage(tmp_path)
    made.found()
    made.publish({"hello": "您好", "price": "拍下立减十元"})
    made.subscribe()
    made.lead.press(made.lead.window.channels_page.sync_button)
    return made


def suggest(stage: ChannelStage, kind: int, note: str = "") -> None:
    """The agent sends the first reply of a kind."""
    page = stage.agent.window.propose_page
    stage.agent.go(page)
    page.kinds.setCurrentIndex(kind)
    page.note.setText(note)
    stage.agent.press(page.send_button)


def suggest_change(stage: ChannelStage, body: str = "拍下立减十五元") -> None:
    stage.agent.edit("shop/price", body)
    suggest(stage, CHANGE, "客户总问")


def answers(stage: ChannelStage) -> str:
    """What the agent reads of the chosen suggestion after asking."""
    page = stage.agent.window.suggestions_page
    stage.agent.go(page)
    stage.agent.press(page.ask_button)
    return page.page.toPlainText()


def test_a_change_goes_to_the_lead_into_the_pack_and_to_everyone(stage: ChannelStage) -> None:
    suggest_change(stage)
    assert stage.agent.told.startswith("Sent.")
    lead, inbox = stage.lead, stage.lead.window.inbox_page
    lead.go(inbox)
    assert texts(inbox.suggestions) == [("price", "李雷", "open")]
    shown = inbox.page.toPlainText()
    for words in ("客户总问", "拍下立减十元", "十五元", "The team's, when it was suggested"):
        assert words in shown
    lead.press(inbox.take_button)
    assert "Publish the pack" in lead.told
    file = lead.folder / "packs" / "shop" / "snippets" / "replies.yaml"
    assert "拍下立减十五元" in file.read_text("utf-8")
    assert texts(inbox.suggestions) == [("price", "李雷", "taken")]
    assert "王芳 took it." in answers(stage)
    page = lead.window.publish_page
    lead.go(page)
    page.packs.item(0).setCheckState(Qt.CheckState.Checked)
    lead.press(page.look_button)
    lead.press(page.panel.publish_button)
    lead.press(lead.window.channels_page.sync_button)
    assert lead.bodies()["shop/price"] == "拍下立减十五元"


def test_who_is_declined_reads_why(stage: ChannelStage) -> None:
    suggest_change(stage)
    lead, inbox = stage.lead, stage.lead.window.inbox_page
    lead.go(inbox)
    assert not inbox.decline_button.isEnabled()
    inbox.reason.setText("只限会员")
    lead.press(inbox.decline_button)
    assert "李雷 sees your reason" in lead.told
    assert "只限会员" in answers(stage)
    assert texts(stage.agent.window.suggestions_page.suggestions) == [("price", "declined")]


def test_an_own_reply_becomes_the_team_s(stage: ChannelStage) -> None:
    stage.agent.write_own("own-1", "包裹已经发出")
    suggest(stage, NEW)
    lead, inbox = stage.lead, stage.lead.window.inbox_page
    lead.go(inbox)
    assert "包裹已经发出" in inbox.page.toPlainText()
    lead.press(inbox.take_button)
    text = "".join(
        file.read_text("utf-8") for file in (lead.folder / "packs" / "shop").rglob("*.yaml")
    )
    assert "包裹已经发出" in text


def test_that_a_reply_should_go_needs_a_reason(stage: ChannelStage) -> None:
    page = stage.agent.window.propose_page
    stage.agent.go(page)
    page.kinds.setCurrentIndex(WITHDRAWAL)
    page.filter.setText("hello")
    assert [row[0] for row in texts(page.replies)] == ["hello"]
    assert not page.send_button.isEnabled()
    page.note.setText("活动结束了")
    stage.agent.press(page.send_button)
    lead, inbox = stage.lead, stage.lead.window.inbox_page
    lead.go(inbox)
    assert "活动结束了" in inbox.page.toPlainText()


def test_where_the_team_has_moved_on_the_lead_sees_all_three_and_is_asked(
    stage: ChannelStage,
) -> None:
    suggest_change(stage)
    lead, inbox = stage.lead, stage.lead.window.inbox_page
    write_pack(lead.folder / "packs" / "shop", "shop", {"hello": "您好", "price": "立减二十元"})
    lead.go(inbox)
    assert texts(inbox.suggestions)[0][2] == "the team's moved on"
    assert "The team's today" in inbox.page.toPlainText()
    assert "二十元" in inbox.page.toPlainText()
    lead.press(inbox.take_button)
    assert "has changed since" in lead.dialog(QMessageBox).text()
    lead.answer("Take it")
    file = lead.folder / "packs" / "shop" / "snippets" / "replies.yaml"
    assert "十五元" in file.read_text("utf-8")


def test_what_a_rule_forbids_is_shown_to_the_lead(stage: ChannelStage) -> None:
    suggest_change(stage, "全网最低价")
    stage.lead.go(stage.lead.window.inbox_page)
    assert "不能这样说" in stage.lead.window.inbox_page.page.toPlainText()


def test_a_forged_file_in_the_inbox_costs_only_itself(stage: ChannelStage) -> None:
    suggest_change(stage)
    (letter,) = (stage.share / "inbox").rglob("*.json")
    letter.with_name(f"{'0' * 64}.json").write_bytes(letter.read_bytes())
    lead, inbox = stage.lead, stage.lead.window.inbox_page
    lead.go(inbox)
    assert texts(inbox.suggestions) == [("price", "李雷", "open")]
    assert lead.window.told.property("role") == "problem"


def test_a_broken_pack_of_the_lead_s_hides_no_suggestion(stage: ChannelStage) -> None:
    suggest_change(stage)
    broken = stage.lead.folder / "packs" / "broken"
    broken.mkdir()
    (broken / "pack.yaml").write_text("- nothing", "utf-8")
    inbox = stage.lead.window.inbox_page
    stage.lead.go(inbox)
    assert texts(inbox.suggestions) == [("price", "李雷", "open")]
    assert inbox.take_button.isEnabled()


def test_a_suggestion_can_go_as_a_file(stage: ChannelStage, tmp_path: Path) -> None:
    suggest_change(stage)
    page = stage.agent.window.suggestions_page
    stage.agent.press(page.save_button)
    file = tmp_path / "给组长.json"
    stage.agent.choose_file(file)
    assert "Send it to your lead" in stage.agent.told
    for letter in (stage.share / "inbox").rglob("*.json"):
        letter.unlink()
    lead, inbox = stage.lead, stage.lead.window.inbox_page
    lead.go(inbox)
    assert texts(inbox.suggestions) == []
    lead.press(inbox.receive_button)
    lead.choose_file(file)
    assert texts(inbox.suggestions) == [("price", "李雷", "open")]


def test_what_cannot_be_put_into_the_channel_waits_and_says_so(stage: ChannelStage) -> None:
    stage.share.rename(stage.base / "away")
    suggest_change(stage)
    assert "kept on this computer" in stage.agent.told
    page = stage.agent.window.suggestions_page
    stage.agent.go(page)
    assert texts(page.suggestions) == [("price", "not sent")]
    (stage.base / "away").rename(stage.share)
    stage.agent.press(page.send_button)
    assert texts(page.suggestions) == [("price", "not yet")]


def test_what_waits_goes_with_the_next_look_for_news(stage: ChannelStage) -> None:
    (stage.share / "inbox").write_text("in the way", "utf-8")
    suggest_change(stage)
    page = stage.agent.window.suggestions_page
    stage.agent.go(page)
    assert texts(page.suggestions) == [("price", "not sent")]
    (stage.share / "inbox").unlink()
    stage.agent.press(stage.agent.window.channels_page.sync_button)
    assert stage.agent.told == "There is nothing new."
    stage.agent.go(page)
    assert texts(page.suggestions) == [("price", "not yet")]


def test_where_counts_cannot_be_taken_the_box_stays_empty(stage: ChannelStage) -> None:
    agent, page = stage.agent, stage.agent.window.counts_page
    agent.go(page)
    assert page.channel is not None
    subscription = page.channel.subscription
    page.channel.folder.subscribe(
        msgspec.structs.replace(subscription, address="https://example.invalid/team")
    )
    page.agree_box.click()
    agent.settle()
    assert "web server" in agent.told
    assert not page.agree_box.isChecked()


def test_counts_go_out_only_with_consent_and_are_shown_before(stage: ChannelStage) -> None:
    agent, page = stage.agent, stage.agent.window.counts_page
    today = stage.clock().date()
    agent.use(today, hello=12, price=3)
    agent.go(page)
    assert not page.agree_box.isChecked()
    assert "Never sent are texts" in page.facts.text()
    page.agree_box.click()
    agent.settle()
    assert "Thank you" in agent.told
    stage.clock.now += datetime.timedelta(days=7)
    agent.window.refresh()
    agent.settle()
    assert [row[1:] for row in texts(page.weeks)] == [("hello", "12"), ("price", "3")]
    agent.press(agent.window.channels_page.sync_button)
    agent.go(page)
    assert texts(page.weeks) == []
    lead, usage = stage.lead, stage.lead.window.usage_page
    lead.go(usage)
    assert [row[1:] for row in texts(usage.figures)] == [("hello", "12", "1"), ("price", "3", "1")]
    table = stage.base / "usage.csv"
    lead.press(usage.save_button)
    lead.choose_file(table)
    assert "shop/hello,12,1" in table.read_text("utf-8-sig")
    page.agree_box.click()
    agent.settle()
    assert "Nothing more is sent" in agent.told
    usage.enter()
    lead.settle()
    assert texts(usage.figures) == []
