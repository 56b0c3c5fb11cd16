"""Asks for what a new channel needs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.channel.lead_work import Founding
from desktop_assist.channel.places import scheme_of
from desktop_assist.gui.channel_window.asking_box import AskingBox
from desktop_assist.gui.channel_window.choosing import open_folder, save_file
from desktop_assist.gui.channel_window.page import button, form, name_label, row_of
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.settings.rows import muted_label


class CreateBox(AskingBox):
    """What each line means stands beneath it."""

    wanted = Signal(object)
    """A `Founding`."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """`name` is offered as the first lead's."""
        super().__init__(self.tr("Make a channel"), self.tr("Make the channel"), parent)
        self.name = QLineEdit()
        self.place = QLineEdit()
        self.address = QLineEdit()
        self.team = QLineEdit("main")
        self.lead = QLineEdit(name)
        self.key_file = QLineEdit()
        self.password = QLineEdit()
        self.again = QLineEdit()
        for line in (self.password, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self._arrange()
        for line in (self.name, self.place, self.team, self.lead, self.password, self.again):
            line.textChanged.connect(lambda _text: self._show())
        self._show()

    def _arrange(self) -> None:
        self._form = form()
        self._row(self.tr("Name of the channel"), self.name, self.tr("as agents see it"))
        self._row(
            self.tr("Where leads publish"),
            self.place,
            self.tr("an empty folder or share, or an address such as s3://bucket/name"),
            self._ask_folder,
        )
        self._row(
            self.tr("Where agents read it"),
            self.address,
            self.tr("only if elsewhere: https://…, the address of the web server or CDN"),
        )
        self._row(self.tr("First team"), self.team, self.tr("small letters, digits and hyphens"))
        self._row(self.tr("Your name"), self.lead, self.tr("the first lead's, as others see it"))
        self._row(
            self.tr("Owner's key to"),
            self.key_file,
            self.tr("empty: beside the program's data"),
            self._ask_key_file,
        )
        self._row(self.tr("Password for it"), self.password, self.tr("may be left empty"))
        self._row(self.tr("Password again"), self.again, "")
        column = QVBoxLayout(self)
        column.addLayout(self._form)
        column.addWidget(
            muted_label(
                self.tr(
                    "The owner's key decides who may publish. Daily work never needs it: keep it on"
                    " a USB stick in a drawer."
                )
            )
        )
        column.addStretch()
        column.addWidget(self.problem)
        column.addWidget(self.buttons)
        self.setMinimumWidth(34 * em(self))

    def _row(self, words: str, line: QLineEdit, hint: str, choose: object = None) -> None:
        label = QLabel()
        name_label(label, words, line)
        if callable(choose):
            ask = button(choose)
            ask.setText(self.tr("Choose…"))
            ask.setAccessibleName(f"{words}: {self.tr('Choose…')}")
            ask.setAutoDefault(False)
            self._form.addRow(label, row_of(line, ask, stretch=0))
        else:
            self._form.addRow(label, line)
        if hint:
            line.setAccessibleDescription(hint)
            self._form.addRow("", muted_label(hint))

    def _show(self) -> None:
        lines = (self.name, self.place, self.team, self.lead)
        alike = self.password.text() == self.again.text()
        self.problem.setText("" if alike else self.tr("The two passwords differ."))
        self.yes.setEnabled(alike and all(line.text().strip() for line in lines))

    def take(self) -> None:
        """See `AskingBox.take`."""
        key_file = self.key_file.text().strip()
        place = _absolute(self.place.text().strip())
        self.wanted.emit(
            Founding(
                name=self.name.text().strip(),
                team=self.team.text().strip(),
                lead=self.lead.text().strip(),
                place=place,
                address=_absolute(self.address.text().strip()) or place,
                key_file=Path(key_file) if key_file else None,
                password=self.password.text(),
            )
        )
        super().take()

    def _ask_folder(self) -> None:
        title = self.tr("Choose the folder of the channel")
        open_folder(self, title, Path.home(), lambda folder: self.place.setText(str(folder)))

    def _ask_key_file(self) -> None:
        title = self.tr("Choose where the owner's key is written")
        save_file(self, title, "owner.key", lambda file: self.key_file.setText(str(file)))


def _absolute(place: str) -> str:
    return place if not place or scheme_of(place) else str(Path(place).expanduser().absolute())
