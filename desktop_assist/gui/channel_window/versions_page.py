"""A pack's versions with their differences, and the way to bring an old one back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from desktop_assist.channel.changes import PackChange
from desktop_assist.channel.history import PackVersion
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.channel_window.choosing import save_file
from desktop_assist.gui.channel_window.difference import paragraph, parts_of_differences
from desktop_assist.gui.channel_window.lead_page import LeadPage
from desktop_assist.gui.channel_window.long_page import LongPage
from desktop_assist.gui.channel_window.page import beside, button, name_label, row_of
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.rollback_box import RollbackBox
from desktop_assist.gui.channel_window.table import ChoiceTable
from desktop_assist.gui.channel_window.withdraw_box import WithdrawBox
from desktop_assist.gui.channel_window.wording import counts, day_of
from desktop_assist.gui.channel_window.work import Stop, Work
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.settings.rows import QuietComboBox

if TYPE_CHECKING:  # what makes signatures is heavy
    from desktop_assist.channel.signed.preview import Preview


class VersionsPage(LeadPage):
    """The versions of a pack at the left, what one has otherwise than another at the right."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(ports, work, parent)
        self._versions: tuple[PackVersion, ...] = ()
        self.packs = QuietComboBox()
        self.base = QuietComboBox()
        self._labels = {name: QLabel() for name in ("packs", "base")}
        self.versions = ChoiceTable(self)
        self.page = LongPage(self)
        self.back_button = button(self.bring_back)
        self.save_button = button(self._ask_folder)
        self.withdraw_button = button(self._ask_withdrawal)
        self.rolling: RollbackBox | None = None
        self.packs.currentIndexChanged.connect(lambda _at: self._read_versions())
        self.base.currentIndexChanged.connect(lambda _at: self._read_difference())
        self.versions.chosen.connect(self._choose)
        self.lead_column.addLayout(
            row_of(self._labels["packs"], self.packs, self._labels["base"], self.base)
        )
        self.lead_column.addWidget(beside(self.versions, self.page, (1, 1)), 1)
        self.lead_column.addLayout(row_of(self.back_button, self.save_button, self.withdraw_button))

    def retranslate(self) -> None:
        """See `LeadPage.retranslate`."""
        self.heading.setText(self.tr("Versions"))
        self.explanation.setText(
            self.tr(
                "Every version that was published, who published it, and what it changed. An old"
                " one can be brought back: it is published again as the newest."
            )
        )
        name_label(self._labels["packs"], self.tr("Pack"), self.packs)
        name_label(self._labels["base"], self.tr("Compare with"), self.base)
        self.page.setAccessibleName(self.tr("Differences"))
        self.back_button.setText(self.tr("Bring this version back…"))
        self.save_button.setText(self.tr("Save it as a folder…"))
        self.withdraw_button.setText(self.tr("Withdraw…"))
        self._show_versions()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._versions = ()
        self.packs.blockSignals(True)
        self.packs.clear()
        self.packs.blockSignals(False)

    def enter(self) -> None:
        """Read the channel; see `Page.enter`."""
        if self.is_lead and self.channel is not None:
            folder = self.channel.folder
            self.read(lambda: self.lead.history(folder, Stop().wait).packs(), self._use_packs)

    def _use_packs(self, packs: Sequence[str]) -> None:
        before = self.packs.currentText()
        self.packs.blockSignals(True)
        self.packs.clear()
        self.packs.addItems([*packs])
        self.packs.setCurrentIndex(max(self.packs.findText(before), 0 if packs else -1))
        self.packs.blockSignals(False)
        self._read_versions()

    def _read_versions(self) -> None:
        pack = self.packs.currentText()
        if self.channel is None or not pack:
            self._use_versions(())
            return
        folder = self.channel.folder
        self.read(lambda: self.lead.history(folder, Stop().wait).versions(pack), self._use_versions)

    def _use_versions(self, versions: tuple[PackVersion, ...]) -> None:
        self._versions = versions
        self._show_versions()

    def _show_versions(self) -> None:
        headers = (self.tr("Version"), self.tr("When"), self.tr("Lead"))
        rows = [(one.version, day_of(one.at), one.by) for one in self._versions]
        empty = self.tr("Nothing has been published yet. That is done under “Publish”.")
        self.versions.show_texts(self.tr("Versions"), headers, (6, 10, 0), rows, empty)

    def _choose(self, row: int) -> None:
        """Compare the chosen version with the one before it, unless told otherwise."""
        self.base.blockSignals(True)
        self.base.clear()
        chosen = self._chosen
        for one in self._versions:
            if one is not chosen and one.is_kept:
                self.base.addItem(one.version)
        before = self._versions[row + 1].version if 0 <= row < len(self._versions) - 1 else ""
        self.base.setCurrentIndex(self.base.findText(before))
        self.base.blockSignals(False)
        self._read_difference()
        self.show_buttons()

    @property
    def _chosen(self) -> PackVersion | None:
        row = self.versions.row
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _read_difference(self) -> None:
        chosen, base = self._chosen, self.base.currentText()
        if self.channel is None or chosen is None:
            self.page.show_parts(())
        elif not base or not chosen.is_kept or not self.isVisible():
            self.page.show_parts([self._told(chosen)])
        else:
            folder, pack = self.channel.folder, self.packs.currentText()
            self.read(
                lambda: self.lead.history(folder, Stop().wait).differences(
                    pack, base, chosen.version
                ),
                lambda change: self._show_difference(chosen, change),
            )

    def _show_difference(self, version: PackVersion, change: PackChange) -> None:
        if version is self._chosen:
            found = (change.new, change.changed, change.gone)
            self.page.show_parts(
                chain([self._told(version)], parts_of_differences(found, self.theme))
            )

    def _told(self, version: PackVersion) -> str:
        theme = self.theme
        facts = "  ·  ".join(
            part for part in (version.by, day_of(version.at), _counts(version)) if part
        )
        lines = [paragraph(facts, theme.muted)]
        if version.notes:
            lines.append(paragraph(version.notes, theme.text))
        if version.restores:
            words = self.tr("Brings version {version} back.")
            lines.append(paragraph(words.format(version=version.restores), theme.muted))
        if version.overruled:
            words = self.tr("Published although a rule forbids wordings, because: {why}")
            lines.append(paragraph(words.format(why=version.why), theme.warn))
        if not version.is_kept:
            old = self.tr("Its content is no longer kept; only this line is.")
            lines.append(paragraph(old, theme.muted))
        return "".join(lines)

    def show_buttons(self) -> None:
        """See `Page.show_buttons`."""
        chosen = self._chosen
        ready = chosen is not None and chosen.is_kept and not self.work.under_way
        self.save_button.setEnabled(ready)
        self.withdraw_button.setEnabled(chosen is not None and not self.work.under_way)
        self.back_button.setEnabled(ready and self.versions.row > 0)
        if self.rolling is not None:
            self.rolling.panel.free(not self.work.under_way)

    # -- what is done

    def bring_back(self) -> None:
        """See what bringing the chosen version back would do, and let it be published."""
        chosen = self._chosen
        if self.channel is None or chosen is None:
            return
        folder, find = self.channel.folder, self.ports.find

        def piece(stop: Stop) -> Preview:
            return self.lead.rollback(folder, chosen.pack, chosen.version, find, stop.wait)

        self.work.do(self.tr("Looking at the differences …"), piece, self._offer, stops=True)

    def _offer(self, preview: Preview) -> None:
        self.rolling = RollbackBox(preview, self)
        self.rolling.panel.publish_wanted.connect(self._publish)
        self.rolling.finished.connect(self._forget_box)
        self.rolling.open()

    def _forget_box(self) -> None:
        self.rolling = None

    def _publish(self) -> None:
        if self.rolling is not None:
            self.publish_from(self.rolling.panel, self._published)

    def _published(self, changes: Sequence[PackChange]) -> None:
        if self.rolling is not None:
            self.rolling.accept()
        self.renewed.emit(False)
        told = " ".join(translated(one.message) for one in changes)
        self.told.emit(self.tr("Published: {changes}").format(changes=told))

    def _ask_withdrawal(self) -> None:
        pack = self.packs.currentText()
        if self.channel is None or not pack:
            return
        folder = self.channel.folder

        def offer(replies: tuple[Snippet, ...]) -> None:
            box = WithdrawBox(pack, replies, self)
            box.wanted.connect(self.withdraw)
            box.open()

        def piece(stop: Stop) -> tuple[Snippet, ...]:
            return self.lead.replies(folder, pack, stop.wait)

        self.work.do(self.tr("Reading the pack …"), piece, offer, stops=True)

    def withdraw(self, name: str) -> None:
        """Take back a pack, or a reply as `pack/id`, from everyone."""
        folder = self.folder

        def then(_nothing: None) -> None:
            self.enter()
            told = self.tr("Withdrawn: {name}. Each computer loses it with its next look for news.")
            self.told.emit(told.format(name=name))

        def piece(stop: Stop) -> None:
            self.lead.withdraw(folder, [name], stop.wait)

        self.work.do(self.tr("Withdrawing …"), piece, then, stops=True)

    def _ask_folder(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            name = f"{chosen.pack}-{chosen.version}"
            save_file(self, self.tr("Save this version as a folder"), name, self.save)

    def save(self, folder: Path) -> None:
        """Write the chosen version as the new folder `folder`."""
        chosen = self._chosen
        if self.channel is None or chosen is None:
            return
        channel = self.channel.folder

        def piece(stop: Stop) -> None:
            self.lead.history(channel, stop.wait).save(chosen.pack, chosen.version, folder)

        def then(_nothing: None) -> None:
            self.told.emit(self.tr("Saved in “{folder}”.").format(folder=folder))

        self.work.do(self.tr("Saving …"), piece, then)


def _counts(one: PackVersion) -> str:
    if one.new is None or one.changed is None or one.gone is None:
        return ""
    return counts(one.new, one.changed, one.gone)
