"""What the pages of a lead have in common: they say so where this computer is no lead's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_assist.channel.lead_work import LeadWork
from desktop_assist.gui.channel_window.page import Page
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.publish_panel import PublishPanel
from desktop_assist.gui.channel_window.work import Stop, Work
from desktop_assist.gui.look.placing import em

if TYPE_CHECKING:
    from desktop_assist.channel.changes import PackChange


class LeadPage(Page):
    """`lead_column` is shown only where this computer has a lead's key for the channel."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(ports, work, parent)
        self._part = QWidget()
        self.lead_column = QVBoxLayout(self._part)
        self.lead_column.setContentsMargins(0, 0, 0, 0)
        self.lead_column.setSpacing(em(self) // 2)
        self.column.addWidget(self._part, 1)
        self.column.addStretch()
        self.lead = LeadWork(ports.channels)

    @property
    def is_lead(self) -> bool:
        """Whether this computer may publish in the chosen channel, by the key that it has."""
        return self.channel is not None and self.channel.folder.lead_key.is_file()

    def refresh(self) -> None:
        """Show the lead's part, or why there is none."""
        self.retranslate()
        self._part.setVisible(self.is_lead)
        if self.is_lead:
            self.show_lead()
        else:
            self.explanation.setText(
                self.tr(
                    "This is for team leads. This computer has no lead's key: the channel's owner"
                    " makes one under “Channel and keys”, and you take it with Subscribe → Open a"
                    " file. Who has no channel yet makes one there too."
                )
            )

    def retranslate(self) -> None:
        """Write on everything what it is, and what the page is for, in the language of now."""

    def show_lead(self) -> None:
        """Show the channel to its lead."""

    def publish_from(
        self, panel: PublishPanel, then: Callable[[Sequence[PackChange]], None]
    ) -> None:
        """Publish what `panel` shows, with what was typed there."""
        folder, previews = self.folder, panel.previews
        notes, reason, over = panel.notes.text(), panel.reason.text(), panel.over.isChecked()

        def piece(stop: Stop) -> tuple[PackChange, ...]:
            return self.lead.publish(folder, previews, notes, reason, over=over, wait=stop.wait)

        self.work.do(self.tr("Publishing …"), piece, then, stops=True)
