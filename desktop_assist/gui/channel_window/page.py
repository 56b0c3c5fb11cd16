"""What the pages of the window have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.channel.held import ChannelFolder, ChannelStatus
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.work import Work
from desktop_assist.gui.learning_room.headings import heading_label
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.settings.rows import muted_label

Result = TypeVar("Result")


class Page(QWidget):
    """One thing that an agent or a lead does with a channel.

    `explanation` says above everything what the page is for, or why there is nothing to do yet.
    """

    told = Signal(str)
    """A sentence for the foot of the window."""
    renewed = Signal(bool)
    """The channels here are others now; True where also the packs in force are."""
    arrived = Signal(str)
    """The folder's name of a channel that has just come: it is to be shown."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(parent)
        self.ports = ports
        self.work = work
        self.channel: ChannelStatus | None = None
        self.heading = heading_label(self)
        self.explanation = muted_label("")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(em(self) // 2)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.explanation)
        work.changed.connect(self.show_buttons)

    @property
    def folder(self) -> ChannelFolder:
        """The folder of the channel that is shown. Asked for only where there is one."""
        assert self.channel is not None  # noqa: S101  what leads here is shown with a channel alone
        return self.channel.folder

    @property
    def theme(self) -> Theme:
        """The look of now, for pages that are written as HTML."""
        return Theme.of(self.palette())

    def show_channel(self, channel: ChannelStatus | None) -> None:
        """Show this page for `channel`, the one that is chosen, as it stands now."""
        before, self.channel = self.channel, channel
        if _place(before) != _place(channel):
            self.forget()
        self.refresh()
        self.show_buttons()

    def read(self, piece: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Read off the GUI thread; the result counts only while the same channel is shown."""
        asked = self.channel

        def use(found: Result) -> None:
            if self.channel is asked:
                then(found)

        self.work.read(piece, use)

    def forget(self) -> None:
        """Another channel is shown from now on: drop what is known of the one before."""

    def enter(self) -> None:
        """The page comes to the front: read what only this page needs."""

    def refresh(self) -> None:
        """Show everything anew, in the language and look of now."""

    def show_buttons(self) -> None:
        """Enable what can be done now."""


def _place(channel: ChannelStatus | None) -> Path | None:
    return None if channel is None else channel.folder.path


class MainButton(QPushButton):
    """The one that a page is there for: filled, as long as it can be pressed."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.setDefault(self.isEnabled())


def button(press: Callable[[], object], *, is_main: bool = False) -> QPushButton:
    """A button; its words come with `refresh`."""
    made = MainButton() if is_main else QPushButton()
    made.setAutoDefault(not is_main)  # Enter presses it as Space does
    made.setDefault(is_main)
    made.clicked.connect(lambda _on: press())
    return made


def browser(parent: QWidget) -> QTextBrowser:
    """A page to read; no link leads out of it."""
    made = QTextBrowser(parent)
    made.setOpenLinks(False)
    return made


def row_of(*parts: QWidget, stretch: int = -1) -> QHBoxLayout:
    """Side by side from the left; the room that is left goes to the part `stretch`."""
    row = QHBoxLayout()
    for at, part in enumerate(parts):
        row.addWidget(part, 1 if at == stretch else 0)
    if stretch < 0:
        row.addStretch(1)
    return row


def beside(left: QWidget, right: QWidget, shares: tuple[int, int] = (2, 3)) -> QSplitter:
    """A list at the left, what is chosen in it at the right."""
    split = QSplitter()
    split.setChildrenCollapsible(False)
    split.addWidget(left)
    split.addWidget(right)
    for at, share in enumerate(shares):
        split.setStretchFactor(at, share)
    split.setSizes([share * 1_000 for share in shares])
    return split


def form() -> QFormLayout:
    """Lines under each other; where there is little room, each beneath its name."""
    made = QFormLayout()
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return made


def name_label(words: QLabel, text: str, part: QWidget) -> None:
    """Write `text` before `part`, also for a screen reader; its mnemonic leads to it."""
    words.setText(text)
    words.setBuddy(part)
    part.setAccessibleName(text)
