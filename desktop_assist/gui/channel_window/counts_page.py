"""Whether an agent's counts of use go to the leads, and exactly what would go."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_assist.channel.proposals.usage import UsageReports, WeekReport
from desktop_assist.gui.channel_window.page import Page, button, row_of
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.table import ChoiceTable
from desktop_assist.gui.channel_window.wording import title_of
from desktop_assist.gui.channel_window.work import Work
from desktop_assist.gui.settings.rows import muted_label


class CountsPage(Page):
    """Nothing is sent before the box is ticked; unticking takes back what was sent."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(ports, work, parent)
        self._reports: tuple[WeekReport, ...] = ()
        self.agree_box = QCheckBox()
        self.agree_box.clicked.connect(self.agree)
        self._asks = False
        work.failed.connect(lambda _error: self._look_again())
        self.facts = muted_label("")
        self.weeks = ChoiceTable(self)
        self.renew_button = button(self.renew)
        for part in (self.agree_box, self.facts):
            self.column.addWidget(part)
        self.column.addWidget(self.weeks, 1)
        self.column.addLayout(row_of(self.renew_button))
        self.column.addStretch()

    def refresh(self) -> None:
        """Show the agent's choice as it stands."""
        known = self.channel is not None
        self.heading.setText(self.tr("Counts of use"))
        self.explanation.setText(
            self.tr(
                "With counts your leads see which of their replies help, and which nobody needs."
                " You decide; the program works the same either way."
            )
            if known
            else self.tr("Subscribe to a channel first.")
        )
        self.agree_box.setText(self.tr("Send my counts to the leads of this channel"))
        self.facts.setText(
            self.tr(
                "Sent is: the week, the reply's number in the pack, how often you used it, and a"
                " random number instead of your name. Never sent are texts, customers, times of"
                " day, your name or your computer's. Untick the box, and what was sent is removed"
                " again where that is possible."
            )
        )
        self.renew_button.setText(self.tr("New random number"))
        self.renew_button.setToolTip(
            self.tr("What you send from now on can no longer be joined with what you sent before.")
        )
        for part in (self.agree_box, self.facts, self.weeks, self.renew_button):
            part.setVisible(known)
        self._show_weeks()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reports = ()
        self.agree_box.setChecked(False)

    def enter(self) -> None:
        """Read the agent's choice, and what would be sent; see `Page.enter`."""
        if self.channel is not None:
            usage, days = self._usage(), self.ports.days()
            self.read(lambda: (usage.is_agreed, usage.preview(days)), self._use)

    def _usage(self) -> UsageReports:
        return UsageReports(self.folder, self.ports.channels.clock)

    def _use(self, found: tuple[bool, tuple[WeekReport, ...]]) -> None:
        is_agreed, self._reports = found
        self.agree_box.setChecked(is_agreed)
        self._show_weeks()
        self.show_buttons()

    def _show_weeks(self) -> None:
        headers = (self.tr("Week"), self.tr("Reply"), self.tr("Times used"))
        library = self.ports.library()
        rows = [
            (report.week, title_of(library, key), str(count))
            for report in self._reports
            for key, count in sorted(report.counts.items(), key=lambda one: (-one[1], one[0]))
        ]
        empty = self.tr("Nothing waits to be sent: only whole weeks are, once they are over.")
        self.weeks.show_texts(
            self.tr("What would be sent"), headers, (6, 0, 6), rows, empty, figures=(2,)
        )

    def show_buttons(self) -> None:
        """See `Page.show_buttons`."""
        free = not self.work.under_way
        self.agree_box.setEnabled(free)
        self.renew_button.setEnabled(free and self.agree_box.isChecked())

    # -- what is done

    def agree(self) -> None:
        """Send counts from now on, or no more."""
        usage, wants = self._usage(), self.agree_box.isChecked()
        self._asks = True

        def then(_nothing: None) -> None:
            self._asks = False
            self.told.emit(
                self.tr("Thank you. The counts of each week go out once it is over.")
                if wants
                else self.tr("Nothing more is sent, and what was sent is removed.")
            )
            self.enter()

        words = self.tr("Keeping your choice …")
        self.work.do(words, lambda _stop: usage.agree() if wants else usage.withdraw(), then)

    def _look_again(self) -> None:
        """What was asked for came to nothing: the box must not say that it did."""
        if self._asks:
            self._asks = False
            self.enter()

    def renew(self) -> None:
        """Go under another random number from now on."""
        usage = self._usage()

        def then(_nothing: None) -> None:
            self.told.emit(self.tr("From now on your counts carry a new random number."))

        self.work.do(self.tr("Keeping your choice …"), lambda _stop: usage.renew(), then)
