"""Two computers with the window for team packs, a lead's and an agent's, and a channel in a folder.

Everything is real but the time at which work gets its turn: a test says when.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton

from desktop_assist.channel.held import synced_packs
from desktop_assist.channel.joining import Channels
from desktop_assist.channel.lead_work import Founding
from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.library import Library
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.statistics.days import Day, Days, Use
from desktop_assist.gui.channel_window.page import Page
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.subscribe_box import SubscribeBox
from desktop_assist.gui.channel_window.table import ChoiceTable
from desktop_assist.gui.channel_window.window import ChannelWindow
from desktop_assist.packs.reader import read_pack, read_packs
from desktop_assist.services.library_changes import LibraryChanges
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.edit_history import EditHistory
from desktop_assist.store.own_snippets import OwnSnippets
from tests.e2e.stage.channel import write_pack
from tests.fakes.worker import FakeWorker

FORBIDDEN = "最低"
Asking = TypeVar("Asking", bound=QDialog)


def forbids_lowest(text: str) -> list[Finding]:
    at = text.find(FORBIDDEN)
    if at < 0:
        return []
    return [Finding("ad.lowest", "ads", "block", at, at + 2, FORBIDDEN, "不能这样说")]


class Clock:
    """The computers' time, which a test may move."""

    def __init__(self) -> None:
        self.now = datetime.datetime.now(datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.now


class Computer:
    """One person's data folder, own replies and window."""

    def __init__(self, folder: Path, person: str, clock: Clock) -> None:
        self.folder = folder
        self.person = person
        self.worker = FakeWorker()
        self.days: Days = {}
        self.reloads = 0
        folder.mkdir()
        self.own = OwnSnippets(AtomicStorage(folder / "own.jsonl", lambda: clock().date()))
        history = EditHistory(folder / "edits.jsonl", lambda _error: None)
        self.changes = LibraryChanges(self._original, self.own.layer, history, lambda: clock.now)
        self.channels = Channels(folder / "channels", clock, read_pack)
        self.window = ChannelWindow(
            ChannelPorts(
                channels=self.channels,
                background=self.worker,
                find=forbids_lowest,
                library=lambda: self.library,
                days=lambda: self.days,
                name=lambda: person,
                packs=folder / "packs",
            )
        )
        self.window.packs_changed.connect(self._count)
        self.window.open_window()
        self.settle()

    def _count(self) -> None:
        self.reloads += 1

    def _original(self, key: str) -> Snippet | None:
        return self.library.original(key)

    @property
    def library(self) -> Library:
        """What the palette would offer."""
        readings = (
            one for folder in synced_packs(self.channels.folder) for one in read_packs(folder)
        )
        packs = [one.pack for one in readings if one.pack is not None]
        return Library(packs, self.own.all(), self.own.layer.overrides())

    def bodies(self) -> dict[str, str]:
        return {entry.key: entry.snippet.body for entry in self.library}

    def use(self, day: datetime.date, **counts: int) -> None:
        """Replies of the pack `shop` went out so often."""
        uses = {f"shop/{name}": Use(count, count) for name, count in counts.items()}
        self.days = {**self.days, day: Day(uses)}

    def write_own(self, name: str, body: str) -> None:
        snippet = Snippet(id=name, title=name, category=("售前",), body=body)
        self.changes.save(f"own/{name}", snippet)

    def edit(self, key: str, body: str) -> None:
        """Change a reply of the team's for oneself."""
        entry = self.library.get(key)
        assert entry is not None
        self.changes.save(key, msgspec.structs.replace(entry.snippet, body=body))

    def settle(self) -> None:
        """Let all work come to its end."""
        while self.worker.work_off():
            pass

    def go(self, page: Page) -> None:
        self.window.show_page(page)
        self.settle()

    def press(self, button: QPushButton) -> None:
        """Press it on its page, which comes to the front for that."""
        for page in self.window.pages:
            if page.isAncestorOf(button) and button.window() is self.window:
                self.go(page)
        assert button.isVisible()
        assert button.isEnabled(), f"“{button.text()}” is not open: {self.told}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def dialog(self, kind: type[Asking]) -> Asking:
        """The window of this kind that asks for something now."""
        (found,) = (one for one in self.window.findChildren(kind) if one.isVisible())
        return found

    def answer(self, words: str) -> None:
        """Press the button called `words` in the question that is open."""
        box = self.dialog(QMessageBox)
        (button,) = (one for one in box.buttons() if one.text().replace("&", "") == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def choose_file(self, file: Path) -> None:
        """Choose `file` in the dialog that is open."""
        dialog = self.dialog(QFileDialog)
        dialog.fileSelected.emit(str(file))
        dialog.close()
        self.settle()

    @property
    def told(self) -> str:
        """What stands at the foot."""
        return self.window.told.text()


FIRST = {"hello": "您好", "bye": "再见"}
SECOND = {"hello": "您好，欢迎光临", "gift": "送您一份小礼物"}


class ChannelStage:
    """A share, the lead 王芳 and the agent 李雷."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.share = base / "share"
        self.clock = Clock()
        self.lead = Computer(base / "lead", "王芳", self.clock)
        self.agent = Computer(base / "agent", "李雷", self.clock)

    @property
    def owner_key(self) -> Path:
        return self.base / "stick" / "owner.key"

    def found(self) -> None:
        """The lead makes the channel, with the owner's key on a stick."""
        self.owner_key.parent.mkdir(exist_ok=True)
        place = str(self.share)
        self.lead.window.keys_page.found(
            Founding("小店", "main", "王芳", place, place, self.owner_key)
        )
        self.lead.settle()
        for told in self.lead.window.findChildren(QMessageBox):
            told.close()

    @property
    def invite(self) -> str:
        channel = self.lead.window.keys_page.channel
        assert channel is not None, self.lead.told
        return str(channel.subscription.invite)

    def begin(self) -> None:
        """A channel with one version of one pack, which the agent has."""
        self.found()
        self.publish(FIRST, "第一版")
        self.subscribe()

    def publish(self, replies: dict[str, str], notes: str = "") -> None:
        """The lead writes the pack `shop`, looks and publishes."""
        page = self.lead.window.publish_page
        pack = write_pack(self.lead.folder / "packs" / "shop", "shop", replies)
        self.lead.go(page)
        page.add(pack)
        self.lead.settle()
        self.lead.press(page.look_button)
        page.panel.notes.setText(notes)
        self.lead.press(page.panel.publish_button)

    def subscribe(self) -> None:
        """The agent pastes the invite, looks, and trusts it."""
        page = self.agent.window.channels_page
        self.agent.go(page)
        self.agent.press(page.subscribe_button)
        box = self.agent.dialog(SubscribeBox)
        box.invite.setPlainText(self.invite)
        self.agent.press(box.look_button)
        self.agent.press(box.yes)


def texts(table: ChoiceTable) -> list[tuple[str, ...]]:
    """What a person reads in a table; nothing where a sentence stands in its place."""
    if table.currentWidget() is not table.view:
        return []
    model = table.model
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
