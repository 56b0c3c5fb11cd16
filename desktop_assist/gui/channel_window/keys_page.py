"""Making a channel, and who may publish in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from desktop_assist.channel.lead_work import (
    Founded,
    Founding,
    LeadWork,
    OwnersKey,
    People,
)
from desktop_assist.gui.channel_window.choosing import agree, open_file, save_file
from desktop_assist.gui.channel_window.create_box import CreateBox
from desktop_assist.gui.channel_window.lead_box import LeadBox
from desktop_assist.gui.channel_window.page import Page, button, form, name_label, row_of
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.table import ChoiceTable
from desktop_assist.gui.channel_window.work import Stop, Work
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.settings.rows import muted_label
from desktop_assist.text import Message


class KeysPage(Page):
    """The leads above; beneath what the owner's key can do with them."""

    def __init__(self, ports: ChannelPorts, work: Work, parent: QWidget) -> None:
        super().__init__(ports, work, parent)
        self._people = People((), ("", ""))
        self._lead = LeadWork(ports.channels)
        self.leads = ChoiceTable(self)
        self.owner_words = muted_label("")
        self.key_file = QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._labels = {name: QLabel() for name in ("key_file", "password")}
        self.choose_button = button(self._ask_key_file)
        self.invite_button = button(self._ask_lead)
        self.renew_button = button(self._ask_renewal)
        self.remove_button = button(self._ask_removal)
        self.owner_button = button(self._ask_new_owner)
        self.repair_button = button(self._ask_repair)
        self.create_button = button(self._ask_channel)
        self.copy_button = button(self._copy_invite)
        self.leads.chosen.connect(lambda _row: self.show_buttons())
        self.key_file.textChanged.connect(lambda _text: self.show_buttons())
        self._arrange()

    def _arrange(self) -> None:
        self._known = QWidget()
        inside = QVBoxLayout(self._known)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(em(self) // 2)
        inside.addWidget(self.leads, 1)
        inside.addWidget(self.owner_words)
        lines = form()
        lines.addRow(self._labels["key_file"], row_of(self.key_file, self.choose_button, stretch=0))
        lines.addRow(self._labels["password"], self.password)
        inside.addLayout(lines)
        inside.addLayout(row_of(self.invite_button, self.renew_button, self.remove_button))
        inside.addLayout(row_of(self.owner_button, self.repair_button))
        self.column.addWidget(self._known, 1)
        self.column.addLayout(row_of(self.copy_button, self.create_button))
        self.column.addStretch()

    def refresh(self) -> None:
        """Show everything anew."""
        self.heading.setText(self.tr("Channel and keys"))
        self.owner_words.setText(
            self.tr(
                "Who may publish is decided with the owner's key, a file that was written when the"
                " channel was made. Put its USB stick in and name the file here; take it out again"
                " afterwards."
            )
        )
        name_label(self._labels["key_file"], self.tr("Owner's key file"), self.key_file)
        name_label(self._labels["password"], self.tr("Its password, if it has one"), self.password)
        self.choose_button.setText(self.tr("Choose…"))
        self.invite_button.setText(self.tr("Invite a lead…"))
        self.renew_button.setText(self.tr("New key for the chosen lead…"))
        self.remove_button.setText(self.tr("Remove the chosen lead…"))
        self.owner_button.setText(self.tr("New owner's key…"))
        self.repair_button.setText(self.tr("Repair after a backup…"))
        known = self.channel is not None
        self.create_button.setText(
            self.tr("Make another channel…") if known else self.tr("Make a channel…")
        )
        self.copy_button.setText(self.tr("Copy the invite for agents"))
        for part in (self._known, self.copy_button):
            part.setVisible(known)
        self._offer_key()
        self._show_people()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._people = People((), ("", ""))
        for line in (self.key_file, self.password):
            line.clear()

    def _offer_key(self) -> None:
        if self.channel is not None and not self.key_file.text():
            usual = self.channel.folder.owner_key
            self.key_file.setText(str(usual) if usual.is_file() else "")

    def enter(self) -> None:
        """Read who may publish; see `Page.enter`."""
        if self.channel is not None:
            folder = self.channel.folder
            self.read(lambda: self._lead.people(folder), self._use)

    def _use(self, people: People) -> None:
        self._people = people
        self._show_people()

    def _show_people(self) -> None:
        name, team = self._people.me
        if self.channel is None:
            self.explanation.setText(
                self.tr(
                    "A channel is a folder that your team can open: on a share, a web server or in"
                    " a bucket. You publish packs there, and each agent has them minutes later. No"
                    " server of ours is needed."
                )
            )
        elif name:
            words = self.tr("This computer publishes as {name} for the team “{team}”.")
            self.explanation.setText(words.format(name=name, team=team))
        else:
            self.explanation.setText(self.tr("This computer has no lead's key for this channel."))
        rows = self._people.leads if self.channel is not None else ()
        headers = (self.tr("Lead"), self.tr("Team"))
        self.leads.show_texts(
            self.tr("Who may publish"), headers, (0, 10), rows, self.tr("Nobody is known yet.")
        )

    @property
    def _chosen_lead(self) -> str:
        row = self.leads.row
        return self._people.leads[row][0] if 0 <= row < len(self._people.leads) else ""

    def show_buttons(self) -> None:
        """See `Page.show_buttons`."""
        free = not self.work.under_way
        has_key = free and bool(self.key_file.text().strip())
        self.create_button.setEnabled(free)
        for one in (self.invite_button, self.owner_button):
            one.setEnabled(has_key)
        for one in (self.renew_button, self.remove_button):
            one.setEnabled(has_key and bool(self._chosen_lead))
        is_lead = self.channel is not None and self.channel.folder.lead_key.is_file()
        self.repair_button.setEnabled(free and is_lead)

    # -- a new channel

    def _ask_channel(self) -> None:
        box = CreateBox(self.ports.name(), self)
        box.wanted.connect(self.found)
        box.open()

    def found(self, new: Founding) -> None:
        """Make a channel, and tell where its keys are."""
        self.work.do(
            self.tr("Making the channel …"), lambda _stop: self._lead.found(new), self._created
        )

    def _created(self, made: Founded) -> None:
        self.arrived.emit(made.folder.path.name)
        self.told.emit(self.tr("The channel is made. Publish your first pack now."))
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("The channel is made"))
        box.setText(
            self.tr(
                "The owner's key is in “{file}”. Copy it to two USB sticks, lock them away, and"
                " delete the file here: whoever has it decides who may publish."
            ).format(file=made.key_file)
        )
        box.setInformativeText(
            self.tr("Agents subscribe with this invite:\n{invite}").format(invite=made.invite)
        )
        copy = box.addButton(self.tr("Copy the invite"), QMessageBox.ButtonRole.AcceptRole)
        copy.clicked.connect(lambda _on: QGuiApplication.clipboard().setText(made.invite))
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole)
        box.open()

    # -- keys

    def _key(self) -> OwnersKey:
        return OwnersKey(Path(self.key_file.text().strip()), self.password.text())

    def _copy_invite(self) -> None:
        if self.channel is not None:
            QGuiApplication.clipboard().setText(str(self.channel.subscription.invite))
            self.told.emit(
                self.tr("The invite is on the clipboard. Whoever has it can read the packs.")
            )

    def _ask_lead(self) -> None:
        teams = sorted({team for _, team in self._people.leads})
        box = LeadBox(teams, self)
        box.wanted.connect(self._ask_where)
        box.open()

    def _ask_where(self, name: str, team: str) -> None:
        title = self.tr("Write the key file of {name}").format(name=name)
        save_file(self, title, f"{name}.key", lambda out: self.invite(name, team, out))

    def invite(self, name: str, team: str, out: Path) -> None:
        """Let a lead in; their key is written to `out`."""
        folder, key = self.folder, self._key()

        def piece(stop: Stop) -> Path:
            return self._lead.invite(folder, key, name, team, out, stop.wait)

        told = self.tr(
            "“{file}” is the key of {name}. Hand it to them and to nobody else; they take it with"
            " Subscribe → Open a file."
        )
        self._do(piece, lambda file: told.format(file=file, name=name))

    def _ask_renewal(self) -> None:
        name = self._chosen_lead
        title = self.tr("Write the new key file of {name}").format(name=name)
        save_file(self, title, f"{name}.key", lambda out: self.renew(name, out))

    def renew(self, name: str, out: Path) -> None:
        """Give a lead a new key, written to `out`; the old one counts no more."""
        folder, key = self.folder, self._key()

        def piece(stop: Stop) -> Path:
            return self._lead.renew_lead(folder, key, name, out, stop.wait)

        told = self.tr(
            "“{file}” is the new key of {name}; the old one counts no more. If it was stolen, look"
            " under Versions through what was published with it."
        )
        self._do(piece, lambda file: told.format(file=file, name=name))

    def _ask_removal(self) -> None:
        name = self._chosen_lead
        question = self.tr("Remove {name}?").format(name=name)
        what = self.tr("They can publish no more. What they published stays in use.")
        agree(self, question, what, self.tr("Remove"), lambda: self.remove(name))

    def remove(self, name: str) -> None:
        """A lead may publish no more."""
        folder, key = self.folder, self._key()
        told = self.tr("{name} may publish no more.").format(name=name)
        self._do(
            lambda stop: self._lead.remove_lead(folder, key, name, stop.wait), lambda _nothing: told
        )

    def _ask_new_owner(self) -> None:
        what = self.tr(
            "The file named above is replaced by the new key, locked with the password that stands"
            " there. Exchange it on your USB sticks; agents need not do anything."
        )
        question = self.tr("Make a new owner's key? The old one counts no more then.")
        agree(self, question, what, self.tr("Make a new key"), self.renew_owner)

    def renew_owner(self) -> None:
        """A new owner's key takes the place of the file of the old one."""
        folder, key = self.folder, self._key()
        told = self.tr("The owner's new key is in “{file}”. Exchange it on your USB sticks.")
        self._do(
            lambda stop: self._lead.renew_owner(folder, key, key.file, key.password, stop.wait),
            lambda file: told.format(file=file),
        )

    def _do(self, piece: Callable[[Stop], object], told: Callable[[object], str]) -> None:
        def then(found: object) -> None:
            self.password.clear()
            self.enter()
            self.told.emit(told(found))

        self.work.do(self.tr("Changing who may publish …"), piece, then, stops=True)

    def _ask_repair(self) -> None:
        question = self.tr("Was the channel's folder restored from a backup?")
        what = self.tr(
            "Then this puts back what this computer has published, and brings the channel past what"
            " agents have seen. If it was not, someone else has changed the folder: find out who"
            " first."
        )
        agree(self, question, what, self.tr("Repair"), self.repair)

    def repair(self) -> None:
        """Bring a channel that was restored from a backup forward again."""
        folder = self.folder

        def then(message: Message) -> None:
            self.told.emit(translated(message))

        self.work.do(
            self.tr("Repairing …"),
            lambda stop: self._lead.repair(folder, stop.wait),
            then,
            stops=True,
        )

    def _ask_key_file(self) -> None:
        title = self.tr("Choose the owner's key file")
        open_file(self, title, lambda file: self.key_file.setText(str(file)))
