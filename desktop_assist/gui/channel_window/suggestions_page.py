"""What an agent has suggested, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_assist.channel.proposals.outbox import Mine, Outbox
from desktop_assist.channel.proposals.proposal import Proposal
from desktop_assist.gui.channel_window.choosing import save_file
from desktop_assist.gui.channel_window.difference import (
    html_of_fields,
    html_of_snippet,
    html_of_text,
    paragraph,
)
from desktop_assist.gui.channel_window.page import Page, beside, browser, button, row_of
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.table import ChoiceTable
from desktop_assist.gui.channel_window.wording import kind_name, moment, verdict_name
from desktop_assist.gui.channel_window.work import Work
from desktop_assist.gui.look.theme import Theme


class SuggestionsPage(Page):
    """The suggestions at the left, the chosen one and its answer at the right."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(ports, work, parent)
        self._mine: tuple[Mine, ...] = ()
        self.suggestions = ChoiceTable(self)
        self.suggestions.chosen.connect(self._show)
        self.page = browser(self)
        self.ask_button = button(self.ask)
        self.send_button = button(self.send_again)
        self.save_button = button(self._ask_file)
        self.column.addWidget(beside(self.suggestions, self.page), 1)
        self.column.addLayout(row_of(self.ask_button, self.send_button, self.save_button))

    def refresh(self) -> None:
        """Show everything in the language of now."""
        self.heading.setText(self.tr("My suggestions"))
        self.page.setAccessibleName(self.tr("The suggestion in full"))
        self.ask_button.setText(self.tr("Ask for answers"))
        self.send_button.setText(self.tr("Send what waits"))
        self.save_button.setText(self.tr("Save as a file…"))
        self._use(self._mine)

    def forget(self) -> None:
        """See `Page.forget`."""
        self._mine = ()

    def enter(self) -> None:
        """Read the suggestions that this computer keeps; see `Page.enter`."""
        if self.channel is not None:
            self.read(self._outbox().mine, self._use)

    def _outbox(self) -> Outbox:
        return Outbox(self.folder, self.ports.channels.clock)

    def _use(self, mine: tuple[Mine, ...]) -> None:
        self._mine = mine
        self.explanation.setText(
            self.tr("What you suggested to this channel's leads, and what they said.")
            if mine
            else self.tr("You have not suggested anything yet. That is done under “Suggest”.")
        )
        headers = (self.tr("Reply"), self.tr("Answer"))
        rows = [(one.proposal.title, self._state(one)) for one in mine]
        empty = self.tr("Nothing yet.")
        self.suggestions.show_texts(self.tr("Suggestions"), headers, (0, 8), rows, empty)

    def _state(self, one: Mine) -> str:
        if one.answer is not None:
            return verdict_name(one.answer)
        return self.tr("not yet") if one.is_delivered else self.tr("not sent")

    def _show(self, row: int) -> None:
        one = self._mine[row] if 0 <= row < len(self._mine) else None
        self.page.setHtml("" if one is None else self._html(one))
        self.show_buttons()

    def _html(self, one: Mine) -> str:
        theme = self.theme
        about = (kind_name(one.proposal.kind), one.proposal.pack, moment(one.proposal.at))
        parts = [paragraph("  ·  ".join(about), theme.muted)]
        if one.answer is not None:
            taken = one.answer.verdict == "taken"
            words = (
                self.tr("{lead} took it.") if taken else self.tr("{lead} declined it: {because}")
            )
            sentence = words.format(lead=one.answer.lead, because=one.answer.because)
            parts.append(paragraph(sentence, theme.added_text if taken else theme.warn))
        elif not one.is_delivered:
            parts.append(
                paragraph(
                    self.tr(
                        "It waits on this computer: the channel takes nothing from here. It is"
                        " tried again by itself; or save it as a file and send that to your lead."
                    ),
                    theme.warn,
                )
            )
        if one.proposal.note:
            parts.append(paragraph(one.proposal.note, theme.text))
        return "".join([*parts, html_of_proposal(one.proposal, theme)])

    def show_buttons(self) -> None:
        """See `Page.show_buttons`."""
        free = self.channel is not None and not self.work.under_way
        open_ones = [one for one in self._mine if one.answer is None]
        self.ask_button.setEnabled(free and bool(open_ones))
        self.send_button.setEnabled(free and any(not one.is_delivered for one in open_ones))
        self.save_button.setEnabled(free and self.suggestions.row >= 0)

    # -- what is done

    def ask(self) -> None:
        """Look whether the leads have answered."""
        before = self._answered(self._mine)

        def then(mine: tuple[Mine, ...]) -> None:
            self._use(mine)
            count = self._answered(mine) - before
            self.told.emit(self.tr("New answers: {count}.").format(count=count))

        outbox = self._outbox()
        self.work.do(self.tr("Asking for answers …"), lambda _stop: outbox.ask(), then)

    def send_again(self) -> None:
        """Try to put what waits into the channel."""

        def then(tried: tuple[Mine, ...]) -> None:
            self.enter()
            problems = [one.problem for one in tried if one.problem is not None]
            if problems:
                self.work.failed.emit(problems[0])
            else:
                self.told.emit(self.tr("Sent."))

        outbox = self._outbox()
        self.work.do(self.tr("Sending what waits …"), lambda _stop: outbox.deliver(), then)

    def _answered(self, mine: tuple[Mine, ...]) -> int:
        return sum(one.answer is not None for one in mine)

    def _ask_file(self) -> None:
        one = self._mine[self.suggestions.row]
        save_file(self, self.tr("Save the suggestion"), f"{one.id[:12]}.json", self.save)

    def save(self, file: Path) -> None:
        """Write the chosen suggestion to `file`, to be sent to the lead."""
        one, outbox = self._mine[self.suggestions.row], self._outbox()

        def then(_nothing: None) -> None:
            words = self.tr("Saved as “{file}”. Send it to your lead in any way you like.")
            self.told.emit(words.format(file=file))

        self.work.do(self.tr("Saving …"), lambda _stop: outbox.save(one.id, file), then)


def html_of_proposal(proposal: Proposal, theme: Theme) -> str:
    """What a proposal wants, without what the team has today."""
    if proposal.reply is not None:
        return html_of_snippet(proposal.reply, theme)
    if not proposal.changes:
        return f"<p><b>{html_of_text(proposal.title)}</b></p>"
    return html_of_fields(((one.name, one.base, one.proposed) for one in proposal.changes), theme)
