"""A lead publishes: packs at the left, what would change at the right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_assist.channel.sources import Sources
from desktop_assist.gui.channel_window.choosing import open_folder
from desktop_assist.gui.channel_window.lead_page import LeadPage
from desktop_assist.gui.channel_window.page import beside, button
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.publish_panel import PublishPanel
from desktop_assist.gui.channel_window.work import Stop, Work
from desktop_assist.gui.i18n import translated

if TYPE_CHECKING:
    from desktop_assist.channel.changes import PackChange
    from desktop_assist.channel.signed.preview import Preview


class PublishPage(LeadPage):
    """Look first, then publish; what was looked at is what goes out."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(ports, work, parent)
        self._folders: tuple[Path, ...] = ()
        self._wanted: set[Path] = set()
        self.packs = QListWidget()
        self.packs.setFrameShape(QFrame.Shape.NoFrame)
        self.add_button = button(self._ask_folder)
        self.look_button = button(self.look)
        self.panel = PublishPanel(self)
        self.panel.publish_wanted.connect(self.publish)
        self.packs.itemChanged.connect(self._choose)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.packs, 1)
        column.addWidget(self.add_button)
        column.addWidget(self.look_button)
        self.lead_column.addWidget(beside(left, self.panel, (1, 2)), 1)

    def retranslate(self) -> None:
        """See `LeadPage.retranslate`."""
        self.heading.setText(self.tr("Publish"))
        self.packs.setAccessibleName(self.tr("Packs to publish"))
        self.add_button.setText(self.tr("Add a folder…"))
        self.look_button.setText(self.tr("Look at the differences"))
        self.panel.retranslate()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._wanted.clear()
        self.panel.forget()

    def show_lead(self) -> None:
        """See `LeadPage.show_lead`."""
        self._list()

    def _list(self) -> None:
        self._folders = Sources(self.folder).beside(self.ports.packs)
        self._wanted &= set(self._folders)
        self._explain()
        self.packs.blockSignals(True)
        self.packs.clear()
        for folder in self._folders:
            item = QListWidgetItem(folder.name)
            item.setToolTip(str(folder))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = folder in self._wanted
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.packs.addItem(item)
        self.packs.setCurrentRow(0)
        self.packs.blockSignals(False)
        self.show_buttons()

    def _explain(self) -> None:
        self.explanation.setText(
            self.tr(
                "A pack is a folder with the file pack.yaml. You see first what would change, and"
                " what a rule forbids; agents have it minutes after you publish."
            )
            if self._folders
            else self.tr(
                "No pack is here yet. In the library choose the replies for your team and export"
                " them with “Export …”: that makes the folder of a pack. Then add this folder here."
            )
        )

    def _choose(self, item: QListWidgetItem) -> None:
        folder = self._folders[self.packs.row(item)]
        if item.checkState() == Qt.CheckState.Checked:
            self._wanted.add(folder)
        else:
            self._wanted.discard(folder)
        self.panel.show_previews(())
        self.show_buttons()

    def show_buttons(self) -> None:
        """See `Page.show_buttons`."""
        free = self.is_lead and not self.work.under_way
        self.add_button.setEnabled(free)
        self.look_button.setEnabled(free and bool(self._wanted))
        self.panel.free(free)

    # -- what is done

    def _ask_folder(self) -> None:
        open_folder(self, self.tr("Add the folder of a pack"), self.ports.packs, self.add)

    def add(self, folder: Path) -> None:
        """List the pack in `folder` as well, chosen."""
        sources = Sources(self.folder)

        def then(added: Path) -> None:
            self._wanted.add(added)
            self._list()

        self.work.do(self.tr("Reading the folder …"), lambda _stop: sources.add(folder), then)

    def look(self) -> None:
        """See what publishing the chosen packs would do."""
        folder, find = self.folder, self.ports.find
        packs = [one for one in self._folders if one in self._wanted]

        def piece(stop: Stop) -> list[Preview]:
            return self.lead.previews(folder, packs, find, stop.wait)

        words = self.tr("Looking at the differences …")
        self.work.do(words, piece, self.panel.show_previews, stops=True)

    def publish(self) -> None:
        """Publish what was looked at."""
        self.publish_from(self.panel, self._published)

    def _published(self, changes: Sequence[PackChange]) -> None:
        self.panel.forget()
        self._wanted.clear()
        self.renewed.emit(False)
        told = " ".join(translated(one.message) for one in changes)
        self.told.emit(self.tr("Published: {changes}").format(changes=told))
