"""A lead looks through what agents suggest, and takes or declines it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop_assist.channel.sources import Sources
from desktop_assist.gui.channel_window.choosing import agree, open_file, open_folder
from desktop_assist.gui.channel_window.difference import (
    html_of_change,
    html_of_columns,
    html_of_snippet,
    html_of_text,
    paragraph,
)
from desktop_assist.gui.channel_window.lead_page import LeadPage
from desktop_assist.gui.channel_window.page import beside, browser, button, name_label, row_of
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.table import ChoiceTable
from desktop_assist.gui.channel_window.wording import kind_name, moment, verdict_name
from desktop_assist.gui.channel_window.work import Stop, Work
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.library.part_names import part_name

if TYPE_CHECKING:
    from desktop_assist.channel.proposals.lead_desk import Reading
    from desktop_assist.channel.proposals.letter import Refused
    from desktop_assist.channel.proposals.review import FieldView, Reviewed


class InboxPage(LeadPage):
    """The suggestions at the left; at the right what was, what is proposed and what is today."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(ports, work, parent)
        self._reviewed: tuple[Reviewed, ...] = ()
        self.suggestions = ChoiceTable(self)
        self.suggestions.chosen.connect(self._show)
        self.page = browser(self)
        self.reason = QLineEdit()
        self._label = QLabel()
        self.take_button = button(self.take, is_main=True)
        self.decline_button = button(self.decline)
        self.source_button = button(self._ask_source)
        self.receive_button = button(self._ask_file)
        self.reason.textChanged.connect(lambda _text: self.show_buttons())
        self.reason.returnPressed.connect(self.decline)
        self.lead_column.addWidget(beside(self.suggestions, self.page), 1)
        self.lead_column.addLayout(row_of(self._label, self.reason, stretch=1))
        self.lead_column.addLayout(
            row_of(self.take_button, self.decline_button, self.source_button, self.receive_button)
        )

    def retranslate(self) -> None:
        """See `LeadPage.retranslate`."""
        self.heading.setText(self.tr("Suggestions of agents"))
        self.explanation.setText(
            self.tr(
                "What you take is written into your pack's folder; publish it then, as always. Who"
                " suggested it sees your answer."
            )
        )
        name_label(self._label, self.tr("Reason for declining"), self.reason)
        self.page.setAccessibleName(self.tr("The suggestion in full"))
        self.take_button.setText(self.tr("Take it"))
        self.decline_button.setText(self.tr("Decline"))
        self.source_button.setText(self.tr("Choose the pack's folder…"))
        self.receive_button.setText(self.tr("Open a sent file…"))
        self._show_suggestions()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reviewed = ()
        self.reason.clear()

    def enter(self) -> None:
        """Read the channel's inbox; see `Page.enter`."""
        if self.is_lead and self.channel is not None:
            folder, find, desk = self.channel.folder, self.ports.find, self.lead.desk
            packs, sources = self.ports.packs, Sources(folder)
            self.read(lambda: desk(folder, find).look(sources.sound(packs)), self._use)

    def _use(self, reading: Reading) -> None:
        self._reviewed = (*reading.open, *reading.answered)
        self._show_suggestions()
        if reading.refused:
            self.work.failed.emit(reading.refused[0].problem)

    def _show_suggestions(self) -> None:
        headers = (self.tr("Reply"), self.tr("Who"), self.tr("State"))
        rows = [
            (one.proposal.title, one.proposal.person, self._state(one)) for one in self._reviewed
        ]
        empty = self.tr("No agent has suggested anything. Files that were sent to you open below.")
        self.suggestions.show_texts(
            self.tr("Suggestions of agents"), headers, (0, 6, 8), rows, empty
        )

    def _state(self, one: Reviewed) -> str:
        if one.answer is not None:
            return verdict_name(one.answer)
        if one.problem is not None:
            return self.tr("not possible")
        return self.tr("the team's moved on") if one.conflicts else self.tr("open")

    @property
    def _chosen(self) -> Reviewed | None:
        row = self.suggestions.row
        return self._reviewed[row] if 0 <= row < len(self._reviewed) else None

    def _show(self, _row: int) -> None:
        chosen = self._chosen
        self.page.setHtml("" if chosen is None else "".join(self._parts(chosen)))
        self.show_buttons()

    def _parts(self, one: Reviewed) -> Iterator[str]:
        theme = self.theme
        proposal = one.proposal
        yield f"<h3>{html_of_text(proposal.title)}</h3>"
        about = (
            proposal.person,
            kind_name(proposal.kind),
            f"{proposal.pack} {proposal.version}",
            moment(proposal.at),
        )
        yield paragraph("  ·  ".join(about), theme.muted)
        if proposal.note:
            yield paragraph(proposal.note, theme.text)
        if one.answer is not None and one.answer.because:
            yield paragraph(one.answer.because, theme.warn)
        for message in (one.problem, one.doubt):
            if message is not None:
                yield paragraph(translated(message), theme.warn)
        for found in one.findings:
            colour = theme.colour(found.severity).name()
            yield paragraph(f"“{found.text}” {found.message}", colour)
        for fault in one.faults:
            yield paragraph(translated(fault), theme.block)
        if proposal.reply is not None:
            yield html_of_snippet(proposal.reply, theme)
        for field in one.fields if proposal.reply is None else ():
            yield self._field(field)

    def _field(self, field: FieldView) -> str:
        theme = self.theme
        change = html_of_change(field.base, field.proposed, theme)
        columns = [
            (self.tr("The team's, when it was suggested"), html_of_text(field.base)),
            (self.tr("Suggested"), change),
        ]
        if field.has_moved:
            today = html_of_change(field.base, field.today, theme)
            columns.append((self.tr("The team's today"), today))
        return paragraph(part_name(field.name), theme.muted) + html_of_columns(columns)

    def show_buttons(self) -> None:
        """See `Page.show_buttons`."""
        free = self.is_lead and not self.work.under_way
        chosen = self._chosen
        is_open = free and chosen is not None and chosen.answer is None
        self.take_button.setEnabled(
            is_open and chosen is not None and chosen.problem is None and chosen.source is not None
        )
        self.decline_button.setEnabled(is_open and bool(self.reason.text().strip()))
        self.source_button.setVisible(is_open and chosen is not None and chosen.source is None)
        self.receive_button.setEnabled(free)

    # -- what is done

    def take(self) -> None:
        """Write the chosen suggestion into the pack; asks first where the team's has moved on."""
        chosen = self._chosen
        if chosen is None or not self.take_button.isEnabled():
            return
        if not chosen.conflicts:
            self._take(chosen, over=False)
            return
        fields = self.tr(", ").join(part_name(one) for one in chosen.conflicts)
        question = self.tr("The team's text has changed since this was suggested. Take it anyway?")
        loses = self.tr("What the team has now is replaced in: {fields}").format(fields=fields)
        agree(self, question, loses, self.tr("Take it"), lambda: self._take(chosen, over=True))

    def _take(self, chosen: Reviewed, *, over: bool) -> None:
        folder, find = self.folder, self.ports.find

        def piece(_stop: Stop) -> Path:
            return self.lead.desk(folder, find).take(chosen.id, chosen.source, over=over)

        def then(file: Path) -> None:
            self.enter()
            words = self.tr("Written into “{file}”. Publish the pack to bring it to everyone.")
            self.told.emit(words.format(file=file))

        self.work.do(self.tr("Writing it into the pack …"), piece, then)

    def decline(self) -> None:
        """Answer the chosen suggestion with the reason that was typed."""
        chosen = self._chosen
        if self.channel is None or chosen is None or not self.decline_button.isEnabled():
            return
        folder, find, because = self.channel.folder, self.ports.find, self.reason.text().strip()

        def piece(_stop: Stop) -> None:
            self.lead.desk(folder, find).decline(chosen.id, because)

        def then(_nothing: None) -> None:
            self.reason.clear()
            self.enter()
            self.told.emit(self.tr("Declined. {who} sees your reason.").format(
                who=chosen.proposal.person))  # fmt: skip

        self.work.do(self.tr("Answering …"), piece, then)

    def _ask_source(self) -> None:
        title = self.tr("Choose the folder of this pack")
        open_folder(self, title, self.ports.packs, self.add_source)

    def add_source(self, folder: Path) -> None:
        """Remember where the pack lies that a suggestion is about."""
        sources = Sources(self.folder)
        self.work.do(
            self.tr("Reading the folder …"),
            lambda _stop: sources.add(folder),
            lambda _added: self.enter(),
        )

    def _ask_file(self) -> None:
        open_file(self, self.tr("Open a suggestion that was sent to you"), self.receive)

    def receive(self, file: Path) -> None:
        """List the suggestion in `file` as well."""
        folder, find = self.folder, self.ports.find

        def then(refused: tuple[Refused, ...]) -> None:
            self.enter()
            for one in refused:
                self.work.failed.emit(one.problem)

        self.work.do(
            self.tr("Reading the file …"),
            lambda _stop: self.lead.desk(folder, find).receive([file]),
            then,
        )
