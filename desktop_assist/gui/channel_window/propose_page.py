"""An agent suggests a change, a new reply, or that one should go."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_assist.channel.held import HeldPack
from desktop_assist.channel.proposals.outbox import Mine, Outbox
from desktop_assist.channel.proposals.proposal import (
    Proposal,
    change_wish,
    new_wish,
    withdrawal_wish,
)
from desktop_assist.gui.channel_window.candidates import Candidate, Kind, candidates, fits
from desktop_assist.gui.channel_window.difference import html_of_fields, html_of_snippet
from desktop_assist.gui.channel_window.page import (
    Page,
    beside,
    browser,
    button,
    form,
    name_label,
    row_of,
)
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.table import ChoiceTable
from desktop_assist.gui.channel_window.work import Work
from desktop_assist.gui.i18n import told
from desktop_assist.gui.library.part_names import category_text, part_name
from desktop_assist.gui.settings.rows import QuietComboBox, muted_label

_MOST_SHOWN = 500
"""Replies in the list; nobody looks through more."""
_KINDS: tuple[Kind, ...] = ("change", "new", "withdrawal")


class ProposePage(Page):
    """The kind above, replies at the left, the chosen one at the right, a note and Send below."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(ports, work, parent)
        self._all: tuple[Candidate, ...] = ()
        self._shown: tuple[Candidate, ...] = ()
        self.kinds = QuietComboBox()
        for kind in _KINDS:
            self.kinds.addItem("", kind)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.replies = ChoiceTable(self)
        self.more = muted_label("")
        self.page = browser(self)
        self.pack = QuietComboBox()
        self.note = QLineEdit()
        self.person = QLineEdit()
        self._labels = {name: QLabel() for name in ("kinds", "pack", "note", "person")}
        self.send_button = button(self.send, is_main=True)
        self.kinds.currentIndexChanged.connect(lambda _at: self._show_kind())
        self.filter.textChanged.connect(lambda _text: self._show_replies())
        self.replies.chosen.connect(self._show_reply)
        for line in (self.note, self.person):
            line.textChanged.connect(lambda _text: self.show_buttons())
            line.returnPressed.connect(self.send)
        self._arrange()

    def _arrange(self) -> None:
        self.column.addLayout(row_of(self._labels["kinds"], self.kinds, self.filter, stretch=2))
        self.column.addWidget(beside(self.replies, self.page), 1)
        self.column.addWidget(self.more)
        self._form = form()
        for name, part in (("pack", self.pack), ("note", self.note), ("person", self.person)):
            self._form.addRow(self._labels[name], part)
        below = QVBoxLayout()
        below.addLayout(self._form)
        below.addLayout(row_of(self.send_button))
        self.column.addLayout(below)

    def enter(self) -> None:
        """The library of now; see `Page.enter`."""
        if not self.person.text():
            self.person.setText(self.ports.name())
        self._show_kind()

    def refresh(self) -> None:
        """Show everything in the language of now."""
        self.heading.setText(self.tr("Suggest to the team"))
        self.explanation.setText(
            self.tr(
                "Your lead sees your suggestion beside the team's version, and takes or declines"
                " it. Only what you choose here is sent, with your name and note."
            )
            if self.channel is not None
            else self.tr(
                "Subscribe to a channel first; then you can suggest something to its leads."
            )
        )
        names = (
            self.tr("What I changed"),
            self.tr("My own replies"),
            self.tr("A reply that should go"),
        )
        for at, name in enumerate(names):
            self.kinds.setItemText(at, name)
        name_label(self._labels["kinds"], self.tr("Suggest"), self.kinds)
        name_label(self._labels["pack"], self.tr("For the pack"), self.pack)
        name_label(self._labels["person"], self.tr("Your name"), self.person)
        self.filter.setPlaceholderText(self.tr("Find a reply"))
        self.filter.setAccessibleName(self.tr("Find a reply"))
        self.page.setAccessibleName(self.tr("The suggestion in full"))
        self.send_button.setText(self.tr("Send to the lead"))
        self._show_packs()
        self._name_note()
        self._show_replies()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._all = ()
        self.note.clear()

    def _show_packs(self) -> None:
        before = self.pack.currentData()
        self.pack.clear()
        for one in self._held_packs().values():
            self.pack.addItem(f"{one.title} ({one.team})", one.pack)
        self.pack.setCurrentIndex(max(self.pack.findData(before), 0))

    def _held_packs(self) -> Mapping[str, HeldPack]:
        return {} if self.channel is None else self.channel.held.packs

    def _show_kind(self) -> None:
        self._name_note()
        self._all = tuple(candidates(self.ports.library(), self._held_packs(), self._kind))
        self._show_replies()

    def _name_note(self) -> None:
        reason, note = self.tr("Why it should go"), self.tr("Note for your lead")
        name_label(self._labels["note"], reason if self._kind == "withdrawal" else note, self.note)
        self._form.setRowVisible(self.pack, self._kind == "new")

    @property
    def _kind(self) -> Kind:
        return _KINDS[max(self.kinds.currentIndex(), 0)]

    def _show_replies(self) -> None:
        wanted = self.filter.text().casefold().split()
        found = [one for one in self._all if fits(one.snippet, wanted)]
        self._shown = tuple(found[:_MOST_SHOWN])
        rows = [(one.snippet.title, self._about(one)) for one in self._shown]
        more = self.tr("{count} more: type above what you look for.")
        self.more.setText(more.format(count=len(found) - len(rows)))
        self.more.setVisible(len(found) > len(rows))
        empty = {
            "change": self.tr("You have changed none of this channel's replies."),
            "new": self.tr("You have no replies of your own yet."),
            "withdrawal": self.tr("The channel has no replies yet."),
        }
        headers = (self.tr("Reply"), self._about_header())
        self.replies.show_texts(self.tr("Replies"), headers, (0, 8), rows, empty[self._kind])

    def _about_header(self) -> str:
        return self.tr("Changed") if self._kind == "change" else self.tr("Category")

    def _about(self, one: Candidate) -> str:
        if one.kind == "change":
            return self.tr(", ").join(map(part_name, one.fields))
        return category_text(one.snippet.category)

    def _show_reply(self, row: int) -> None:
        one = self._shown[row] if 0 <= row < len(self._shown) else None
        if one is None:
            self.page.setHtml("")
        elif one.kind == "change":
            fields = ((name, getattr(one.team, name), getattr(one.snippet, name))
                      for name in one.fields)  # fmt: skip
            self.page.setHtml(html_of_fields(fields, self.theme))
        else:
            self.page.setHtml(html_of_snippet(one.snippet, self.theme))
        self.show_buttons()

    def show_buttons(self) -> None:
        """See `Page.show_buttons`."""
        needs_reason = self._kind == "withdrawal" and not self.note.text().strip()
        needs_pack = self._kind == "new" and self.pack.currentIndex() < 0
        ready = self.replies.row >= 0 and bool(self.person.text().strip())
        ready = ready and not (needs_reason or needs_pack)
        self.send_button.setEnabled(ready and self.channel is not None and not self.work.under_way)

    def send(self) -> None:
        """Keep the suggestion, and put it into the channel's inbox where that can be written."""
        if self.channel is None or not self.send_button.isEnabled():
            return
        one, folder = self._shown[self.replies.row], self.channel.folder
        pack = self.channel.held.packs[one.pack or self.pack.currentData()]
        person, note = self.person.text().strip(), self.note.text().strip()
        channels = self.ports.channels

        def piece(_stop: object) -> Mine:
            outbox = Outbox(folder, channels.clock)
            return outbox.propose(_wish(one, pack.pack, pack.version), person, note)

        self.work.do(self.tr("Sending the suggestion …"), piece, self._sent)

    def _sent(self, mine: Mine) -> None:
        self.note.clear()
        self.renewed.emit(False)
        if mine.is_delivered:
            self.told.emit(self.tr("Sent. Under “My suggestions” you will see the answer."))
        elif mine.problem is not None:
            place = self.tr("You find it under “My suggestions”.")
            self.told.emit(f"{told(mine.problem)} {place}")


def _wish(one: Candidate, pack: str, version: str) -> Proposal:
    if one.kind == "new":
        return new_wish(pack, version, one.snippet)
    assert one.team is not None  # noqa: S101  a reply of a pack has the team's version
    if one.kind == "withdrawal":
        return withdrawal_wish(pack, version, one.team)
    return change_wish(pack, version, one.team, one.snippet)
