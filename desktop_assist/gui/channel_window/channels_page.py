"""An agent's channel: what it holds, how it stands, and coming and going."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_assist.channel.carrying_back import carry_back
from desktop_assist.channel.held import ChannelFolder, ChannelStatus
from desktop_assist.errors import AssistError
from desktop_assist.gui.channel_window.choosing import agree
from desktop_assist.gui.channel_window.offers import Offer, Offers
from desktop_assist.gui.channel_window.page import Page, button, row_of
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.subscribe_box import SubscribeBox
from desktop_assist.gui.channel_window.table import ChoiceTable
from desktop_assist.gui.channel_window.wording import (
    ago,
    channel_name,
    day_of,
    state_name,
    state_of,
    state_sentence,
)
from desktop_assist.gui.channel_window.work import Work
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.settings.rows import muted_label

if TYPE_CHECKING:  # what checks signatures is heavy
    from desktop_assist.channel.signed.subscriber import SyncResult

    Synced = tuple[SyncResult, tuple[AssistError, ...]]


class ChannelsPage(Page):
    """The packs of the chosen channel; subscribing, looking for news, leaving."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(ports, work, parent)
        self.facts = muted_label("")
        self.packs = ChoiceTable(self)
        self.sync_button = button(self.sync, is_main=True)
        self.subscribe_button = button(self.subscribe)
        self.leave_button = button(self._ask_to_leave)
        self.column.addWidget(self.facts)
        self.column.addWidget(self.packs, 1)
        self.column.addLayout(row_of(self.sync_button, self.subscribe_button, self.leave_button))
        self.column.addStretch()

    def refresh(self) -> None:
        """Show the channel as it stands now."""
        self.sync_button.setText(self.tr("Look for news now"))
        self.leave_button.setText(self.tr("Leave…"))
        if self.channel is None:
            self.subscribe_button.setText(self.tr("Subscribe…"))
            self._show_nothing()
        else:
            self.subscribe_button.setText(self.tr("Subscribe to another…"))
            self.heading.setText(f"{channel_name(self.channel)}  ·  {state_name(self.channel)}")
            self._explain(state_sentence(self.channel), state_of(self.channel) == "refused")
            self._show_packs(self.channel)
        for part in (self.facts, self.packs):
            part.setVisible(self.channel is not None)

    def _show_nothing(self) -> None:
        self.heading.setText(self.tr("You follow no channel yet"))
        self._explain(
            self.tr(
                "A channel brings the replies of your team to this computer and keeps them up to"
                " date. Your team lead sends you an invite, one line or a file: press Subscribe and"
                " paste it. If you are the lead, choose “Channel and keys” at the left and make a"
                " channel."
            )
        )

    def _explain(self, sentence: str, is_problem: bool = False) -> None:
        self.explanation.setProperty("role", "problem" if is_problem else "muted")
        self.explanation.style().polish(self.explanation)
        self.explanation.setText(sentence)

    def _show_packs(self, channel: ChannelStatus) -> None:
        facts = self.tr("Looked at {when}. It lies at {address}")
        self.facts.setText(facts.format(when=ago(channel), address=channel.subscription.address))
        headers = (
            self.tr("Pack"),
            self.tr("Version"),
            self.tr("Team"),
            self.tr("Published by"),
            self.tr("When"),
        )
        held = channel.held.packs.values()
        rows = [(one.title, one.version, one.team, one.by, day_of(one.at)) for one in held]
        empty = self.tr("Nothing has been published here yet, or nothing was fetched.")
        self.packs.show_texts(
            self.tr("Packs of the channel"), headers, (0, 5, 6, 8, 9), rows, empty
        )

    def show_buttons(self) -> None:
        """See `Page.show_buttons`."""
        free = not self.work.under_way
        known = self.channel is not None
        self.subscribe_button.setEnabled(free)
        for one in (self.sync_button, self.leave_button):
            one.setVisible(known)
            one.setEnabled(free)

    # -- what is done

    def subscribe(self) -> None:
        """Ask for an invite."""
        box = SubscribeBox(Offers(self.ports.channels), self.work, self)
        box.wanted.connect(self._take)
        box.open()

    def _take(self, offer: Offer) -> None:
        offers = Offers(self.ports.channels)
        self.work.do(self.tr("Fetching the packs …"), lambda _stop: offers.take(offer), self._taken)

    def _taken(self, what: tuple[ChannelFolder, SyncResult]) -> None:
        folder, result = what
        self.arrived.emit(folder.path.name)
        self._tell_result(result)

    def sync(self) -> None:
        """Fetch what is new, mend what is damaged here, and carry back what waits."""
        if self.channel is None:
            return
        folder, channels, days = self.channel.folder, self.ports.channels, self.ports.days()

        def piece(_stop: object) -> Synced:
            subscriber = channels.subscriber(folder)
            result = subscriber.sync(subscriber.mend())
            return result, carry_back(folder, channels.clock, days)

        self.work.do(self.tr("Looking for news …"), piece, self._synced)

    def _synced(self, found: Synced) -> None:
        result, others = found
        self.renewed.emit(bool(result.changes))
        self._tell_result(result, others)

    def _tell_result(self, result: SyncResult, others: tuple[AssistError, ...] = ()) -> None:
        if problems := (*result.problems, *others):
            self.work.failed.emit(problems[0])
        elif result.changes:
            self.told.emit(" ".join(translated(one.message) for one in result.changes))
        else:
            self.told.emit(self.tr("There is nothing new."))

    def _ask_to_leave(self) -> None:
        if self.channel is None:
            return
        folder = self.channel.folder
        question = self.tr("Leave “{name}”?").format(name=channel_name(self.channel))
        consequences = self.tr(
            "The team's replies of this channel vanish from this computer. Your own replies stay,"
            " and so do those of the team's that you have changed. With the invite you can come"
            " back at any time."
        )
        if folder.lead_key.exists() or folder.owner_key.exists():
            keys = self.tr(
                "A key to publish with is kept on this computer, and is removed as well. If you may"
                " need it again, copy it first: {folder}"
            )
            consequences = f"{consequences}\n\n{keys.format(folder=folder.path)}"
        agree(self, question, consequences, self.tr("Leave"), lambda: self._leave(folder))

    def _leave(self, folder: ChannelFolder) -> None:
        channels = self.ports.channels
        self.work.do(
            self.tr("Leaving …"), lambda _stop: channels.leave(folder, keys=True), self._left
        )

    def _left(self, _nothing: None) -> None:
        self.renewed.emit(True)
        self.told.emit(self.tr("You have left the channel. Your own replies and changes are here."))
