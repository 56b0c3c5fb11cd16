"""What the newest version of each pack brought an agent, and the way back to the one before."""

from __future__ import annotations

from itertools import chain

from PySide6.QtWidgets import QWidget

from desktop_assist.channel.changes import PackChange
from desktop_assist.channel.held import HeldPack
from desktop_assist.channel.local_history import LocalHistory
from desktop_assist.gui.channel_window.difference import paragraph, parts_of_differences
from desktop_assist.gui.channel_window.long_page import LongPage
from desktop_assist.gui.channel_window.page import Page, beside, button, row_of
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.table import ChoiceTable
from desktop_assist.gui.channel_window.wording import counts, day_of
from desktop_assist.gui.channel_window.work import Work


class ChangesPage(Page):
    """The packs at the left, what changed in the chosen one at the right."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(ports, work, parent)
        self._changes: dict[str, PackChange] = {}
        self._packs: list[HeldPack] = []
        self.packs = ChoiceTable(self)
        self.packs.chosen.connect(self._show_change)
        self.page = LongPage(self)
        self.back_button = button(self.go_back)
        self.column.addWidget(beside(self.packs, self.page, (1, 1)), 1)
        self.column.addLayout(row_of(self.back_button))

    def refresh(self) -> None:
        """Show the packs that have changed since they first came."""
        self.heading.setText(self.tr("What changed"))
        self.page.setAccessibleName(self.tr("Differences"))
        self._packs = [] if self.channel is None else [*self.channel.held.packs.values()]
        self._changes = {}
        self._show_packs()

    def enter(self) -> None:
        """Compare the versions; see `Page.enter`."""
        if self.channel is not None and self.channel.held.previous:
            history = LocalHistory(self.channel.folder, self.ports.channels.read_pack)
            held = self.channel.held
            pairs = [(held.previous[one.pack], one) for one in self._packs
                     if one.pack in held.previous]  # fmt: skip
            self.read(
                lambda: {
                    now.pack: history.differences(now.pack, before.version, now.version)
                    for before, now in pairs
                },
                self._use,
            )

    def _use(self, changes: dict[str, PackChange]) -> None:
        self._changes = changes
        self._show_packs()

    def _show_packs(self) -> None:
        self.explanation.setText(
            self.tr(
                "What the version in use changed against the one before it. Does it not suit you?"
                " Go back; the next version comes by itself."
            )
            if self._packs
            else self.tr("Here you will see what your team changes. Nothing has come yet.")
        )
        headers = (self.tr("Pack"), self.tr("Version"), self.tr("What changed"))
        rows = [(one.title, one.version, self._counts(one)) for one in self._packs]
        empty = self.tr("No pack is here yet.")
        self.packs.show_texts(self.tr("Packs"), headers, (0, 5, 11), rows, empty)

    def _counts(self, pack: HeldPack) -> str:
        change = self._changes.get(pack.pack)
        if change is None:
            return self.tr("first version")
        return counts(len(change.new), len(change.changed), len(change.gone))

    def _show_change(self, row: int) -> None:
        pack = self._packs[row] if 0 <= row < len(self._packs) else None
        change = None if pack is None else self._changes.get(pack.pack)
        if pack is None:
            self.page.show_parts(())
        elif change is None:
            first = self.tr("This is the first version of the pack on this computer.")
            self.page.show_parts([paragraph(first, self.theme.muted)])
        else:
            found = (change.new, change.changed, change.gone)
            self.page.show_parts(chain([self._told(pack)], parts_of_differences(found, self.theme)))
        self.show_buttons()

    def _told(self, pack: HeldPack) -> str:
        facts = "  ·  ".join(part for part in (pack.by, day_of(pack.at)) if part)
        notes = paragraph(pack.notes, self.theme.text) if pack.notes else ""
        return paragraph(facts, self.theme.muted) + notes

    def show_buttons(self) -> None:
        """See `Page.show_buttons`."""
        other = self._other_version()
        self.back_button.setEnabled(other is not None and not self.work.under_way)
        self.back_button.setVisible(bool(self._packs))
        if other is None:
            self.back_button.setText(self.tr("Go back to the version before"))
            return
        pack = self._packs[self.packs.row]
        words = (
            self.tr("Go back to version {version}")
            if other.revision < pack.revision
            else self.tr("Use version {version} again")
        )
        self.back_button.setText(words.format(version=other.version))

    def _other_version(self) -> HeldPack | None:
        row = self.packs.row
        if self.channel is None or not 0 <= row < len(self._packs):
            return None
        return self.channel.held.previous.get(self._packs[row].pack)

    def go_back(self) -> None:
        """Use the other version of the chosen pack that this computer keeps."""
        if self.channel is None or self._other_version() is None:
            return
        folder, pack = self.channel.folder, self._packs[self.packs.row].pack
        self.work.do(
            self.tr("Changing the version …"),
            lambda _stop: self.ports.channels.subscriber(folder).go_back(pack),
            self._gone_back,
        )

    def _gone_back(self, change: PackChange) -> None:
        self.renewed.emit(True)
        told = self.tr("“{title}” is at version {version} now.")
        self.told.emit(told.format(title=change.title, version=change.version))
