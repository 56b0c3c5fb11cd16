"""The window for team packs with the program's own parts: a worker's thread, and every rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_assist.channel.lead_work import Founding
from desktop_assist.core.checking.checker import RuleSet
from desktop_assist.core.replies.library import Library
from desktop_assist.core.statistics.days import DayReading
from desktop_assist.gui.background import Background
from desktop_assist.gui.channel_window.joined import EveryRule, channel_ports
from desktop_assist.gui.channel_window.window import ChannelWindow
from desktop_assist.gui.company import Company
from desktop_assist.gui.loop import QtLoop
from desktop_assist.packs.rules import load_rules
from desktop_assist.settings import Settings
from desktop_assist.store.home import Home
from tests.e2e.stage.channel import write_pack
from tests.e2e.stage.waiting import wait_until
from tests.gui.channel_stage import texts

ONE_RULE = """format: 1
rules:
  - id: ads.lowest
    family: ads
    severity: block
    phrases: [全网最低]
    message: 不能这样说
    examples: {bad: [全网最低], good: [价格实惠]}
"""


@pytest.fixture
def rules(tmp_path: Path) -> RuleSet:
    file = tmp_path / "ads.yaml"
    file.write_text(ONE_RULE, "utf-8")
    reading = load_rules([file])
    assert reading.faults == ()
    return reading.ruleset


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    worker = Background(QtLoop())
    yield worker
    worker.close()


def company(rules: RuleSet) -> Company:
    """As much of the program as the window asks for."""
    return cast(
        "Company",
        SimpleNamespace(
            shelf=SimpleNamespace(load_rules=lambda: (rules, ()), library=Library(())),
            stores=SimpleNamespace(day_book=SimpleNamespace(days=lambda: DayReading({}))),
            preferences=SimpleNamespace(settings=Settings(agent="王芳")),
        ),
    )


def finished(window: ChannelWindow, qapp: QApplication) -> None:
    """Wait for the worker's thread as the program does: events go on."""

    def over() -> bool:
        qapp.processEvents()
        return not window.work.under_way

    wait_until(over, "the end of the work")


def test_rules_are_loaded_with_the_first_text_and_once(rules: RuleSet) -> None:
    loads = []

    def load() -> RuleSet:
        loads.append(1)
        return rules

    find = EveryRule(load)
    assert loads == []
    assert [one.severity for one in find("全网最低")] == ["block"]
    assert find("价格实惠") == []
    assert loads == [1]


def test_a_channel_is_made_and_published_on_a_thread_of_its_own(
    background: Background, rules: RuleSet, qapp: QApplication, tmp_path: Path
) -> None:
    home = Home(tmp_path / "home")
    window = ChannelWindow(channel_ports(home, company(rules), background))
    window.open_window()
    place = str(tmp_path / "share")
    window.keys_page.found(Founding("小店", "main", "王芳", place, place))
    assert window.progress.isVisible()
    finished(window, qapp)
    write_pack(home.packs / "shop", "shop", {"price": "全网最低"})
    window.show_page(window.publish_page)
    window.refresh()
    window.publish_page.packs.item(0).setCheckState(Qt.CheckState.Checked)
    QTest.mouseClick(window.publish_page.look_button, Qt.MouseButton.LeftButton)
    finished(window, qapp)
    panel = window.publish_page.panel
    assert "不能这样说" in panel.page.toPlainText()
    panel.reason.setText("已核实")
    QTest.mouseClick(panel.publish_button, Qt.MouseButton.LeftButton)
    window.close()
    finished(window, qapp)
    window.channels_page.sync()
    finished(window, qapp)
    window.open_window()
    assert [row[0] for row in texts(window.channels_page.packs)] == ["话术 shop"]
