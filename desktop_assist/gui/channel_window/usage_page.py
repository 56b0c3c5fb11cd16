"""How often the team's replies are used, as far as agents agreed to tell."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from desktop_assist.channel.proposals.usage_table import UsageTable
from desktop_assist.gui.channel_window.choosing import save_file
from desktop_assist.gui.channel_window.lead_page import LeadPage
from desktop_assist.gui.channel_window.page import button, name_label, row_of
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.table import ChoiceTable
from desktop_assist.gui.channel_window.wording import title_of
from desktop_assist.gui.channel_window.work import Stop, Work
from desktop_assist.gui.settings.rows import QuietComboBox
from desktop_assist.store.files import replace_file, saving

_WEEKS = (4, 12, 52)


class UsagePage(LeadPage):
    """Sums by week and reply; the figures can be taken into a table of one's own."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(ports, work, parent)
        self._table = UsageTable(())
        self.weeks = QuietComboBox()
        for weeks in _WEEKS:
            self.weeks.addItem("", weeks)
        self.weeks.setCurrentIndex(1)
        self._label = QLabel()
        self.figures = ChoiceTable(self)
        self.save_button = button(self._ask_file)
        self.weeks.currentIndexChanged.connect(lambda _at: self.enter())
        self.lead_column.addLayout(row_of(self._label, self.weeks))
        self.lead_column.addWidget(self.figures, 1)
        self.lead_column.addLayout(row_of(self.save_button))

    def retranslate(self) -> None:
        """See `LeadPage.retranslate`."""
        self.heading.setText(self.tr("Usage"))
        self.explanation.setText(
            self.tr(
                "How often the replies were used, week by week, by those agents who agreed to"
                " send counts. There are no names and no texts in it."
            )
        )
        name_label(self._label, self.tr("Time"), self.weeks)
        for at, weeks in enumerate(_WEEKS):
            self.weeks.setItemText(at, self.tr("Last {count} weeks").format(count=weeks))
        self.save_button.setText(self.tr("Save as a table (CSV)…"))
        self._show_figures()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._table = UsageTable(())

    def enter(self) -> None:
        """Read the channel's inbox; see `Page.enter`."""
        if self.is_lead and self.channel is not None:
            folder, weeks = self.channel.folder, self.weeks.currentData()
            desk = self.lead.desk
            self.read(lambda: desk(folder, self.ports.find).usage(weeks), self._use)

    def _use(self, table: UsageTable) -> None:
        self._table = table
        self._show_figures()
        if table.refused:
            left_out = self.tr("{count} files in the inbox are no counts and were left out.")
            self.told.emit(left_out.format(count=len(table.refused)))

    def _show_figures(self) -> None:
        library = self.ports.library()
        rows = []
        for one in self._table.rows:
            title = title_of(library, one.key)
            rows.append((one.week, title, str(one.count), str(one.senders)))
        headers = (self.tr("Week"), self.tr("Reply"), self.tr("Times used"), self.tr("Agents"))
        empty = self.tr("No agent has sent counts for this time.")
        name = self.tr("Usage")
        self.figures.show_texts(name, headers, (6, 0, 6, 5), rows, empty, figures=(2, 3))
        self.show_buttons()

    def show_buttons(self) -> None:
        """See `Page.show_buttons`."""
        self.save_button.setEnabled(bool(self._table.rows) and not self.work.under_way)

    def _ask_file(self) -> None:
        save_file(self, self.tr("Save the figures"), "usage.csv", self.save, replaces=True)

    def save(self, file: Path) -> None:
        """Write the figures into `file`."""
        data = self._table.as_csv().encode("utf-8-sig")  # Excel needs the mark

        def piece(_stop: Stop) -> None:
            with saving(file):
                replace_file(file, data)

        def then(_nothing: None) -> None:
            self.told.emit(self.tr("Saved as “{file}”.").format(file=file))

        self.work.do(self.tr("Saving …"), piece, then)
