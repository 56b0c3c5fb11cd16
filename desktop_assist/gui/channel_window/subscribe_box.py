"""Asks for an invite, and tells what it leads to before anything is trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.errors import AssistError
from desktop_assist.gui.channel_window.asking_box import AskingBox
from desktop_assist.gui.channel_window.choosing import open_file
from desktop_assist.gui.channel_window.difference import html_of_text, paragraph
from desktop_assist.gui.channel_window.offers import Offer, Offers
from desktop_assist.gui.channel_window.page import button, row_of
from desktop_assist.gui.channel_window.work import Stop, Work
from desktop_assist.gui.i18n import told
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.settings.rows import muted_label


class SubscribeBox(AskingBox):
    """Nothing is kept before Subscribe is pressed."""

    wanted = Signal(object)
    """The `Offer` that was looked at and is trusted now."""

    def __init__(self, offers: Offers, work: Work, parent: QWidget) -> None:
        super().__init__(self.tr("Subscribe to a channel"), self.tr("Subscribe"), parent)
        self._offers = offers
        self._work = work
        self._offer: Offer | None = None
        self._looks = False
        self.invite = QPlainTextEdit()
        self.invite.setTabChangesFocus(True)
        self.invite.setFixedHeight(round(3.6 * self.fontMetrics().lineSpacing()))
        self.invite.setAccessibleName(self.tr("Invite"))
        self.invite.setPlaceholderText(self.tr("Paste the invite here"))
        self.look_button = button(self.look)
        self.look_button.setText(self.tr("Look at it"))
        self.file_button = button(self._ask_file)
        self.file_button.setText(self.tr("Open a file…"))
        self.told = QTextBrowser()
        self.told.setAccessibleName(self.tr("What the invite leads to"))
        self.invite.textChanged.connect(self._forget)
        work.failed.connect(self._fail)
        work.changed.connect(self._show_buttons)
        self._arrange()
        self._forget()

    def _arrange(self) -> None:
        words = QLabel(
            self.tr(
                "Your team lead sends you an invite: one line, or a file. A lead gets a key file"
                " instead."
            )
        )
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(self.invite)
        column.addLayout(row_of(self.look_button, self.file_button))
        column.addWidget(self.told, 1)
        column.addWidget(
            muted_label(
                self.tr(
                    "Whoever holds the channel's keys decides which team replies you see. Your"
                    " own replies and changes stay yours, and nothing is sent unless you do so."
                )
            )
        )
        column.addWidget(self.buttons)
        self.resize(30 * em(self), 28 * em(self))

    def look(self) -> None:
        """See what the pasted invite leads to."""
        text = self.invite.toPlainText()
        self._look(lambda _stop: self._offers.of_text(text))

    def open_file(self, file: Path) -> None:
        """See what an invite or a key in `file` leads to."""
        self.invite.clear()
        self._look(lambda _stop: self._offers.of_file(file))

    def _look(self, piece: Callable[[Stop], Offer]) -> None:
        self._looks = True
        self._work.do(self.tr("Looking at the invite …"), piece, self.show_offer)

    def show_offer(self, offer: Offer) -> None:
        """Tell what was found; it can be trusted from now on."""
        self._looks, self._offer = False, offer
        self.told.setHtml(self._html(offer))
        self._show_buttons()
        self.yes.setFocus()

    def _html(self, offer: Offer) -> str:
        theme = Theme.of(self.palette())
        lines = [
            f"<h3>{html_of_text(offer.name or offer.invite.address)}</h3>",
            paragraph(
                self.tr("Proven: this is the channel that the invite means."), theme.added_text
            ),
            self._fact(self.tr("It lies at"), offer.invite.address),
            self._fact(
                self.tr("Who publishes there"),
                self.tr(", ").join(f"{name} ({team})" for name, team in offer.leads),
            ),
            self._fact(
                self.tr("What it holds"),
                self.tr(", ").join(f"{one.title} {one.version}" for one in offer.packs)
                or self.tr("nothing yet"),
            ),
            self._fact(self.tr("To compare with your lead, if in doubt"), offer.invite.fingerprint),
        ]
        if offer.key is not None:
            lines.append(paragraph(self._key_sentence(offer), theme.warn))
        if offer.replaced:
            words = self.tr(
                "It takes the place of the key of {name} on this computer: copy that first if it is"
                " still needed."
            )
            lines.append(paragraph(words.format(name=offer.replaced), theme.block))
        return "".join(lines)

    def _key_sentence(self, offer: Offer) -> str:
        assert offer.key is not None  # noqa: S101  asked by the caller
        if offer.key.kind == "owner":
            return self.tr(
                "This file is the owner's key: it decides who may publish. It is copied to this"
                " computer; better keep it on a USB stick in a drawer."
            )
        sentence = self.tr(
            "This file is the key of {name} for the team “{team}”: with it this computer can"
            " publish. Take it only if you are {name}."
        )
        return sentence.format(name=offer.key.name, team=offer.key.team)

    def _fact(self, name: str, text: str) -> str:
        muted = Theme.of(self.palette()).muted
        return f'<p><span style="color: {muted}">{name}</span><br>{html_of_text(text)}</p>'

    def _forget(self) -> None:
        self._offer = None
        self.told.setPlainText(
            self.tr("Look at it first: here you will see whose channel it is and who publishes.")
        )
        self._show_buttons()

    def _fail(self, error: AssistError) -> None:
        if not self._looks:  # another page's reading came to nothing
            return
        self._looks = False
        self.told.setHtml(paragraph(told(error), Theme.of(self.palette()).block))

    def _show_buttons(self) -> None:
        busy = bool(self._work.under_way)
        self.look_button.setEnabled(not busy and bool(self.invite.toPlainText().strip()))
        self.file_button.setEnabled(not busy)
        self.yes.setEnabled(not busy and self._offer is not None)
        self.look_button.setDefault(self._offer is None)

    def take(self) -> None:
        """See `AskingBox.take`."""
        self.wanted.emit(self._offer)
        super().take()

    def _ask_file(self) -> None:
        open_file(self, self.tr("Open an invite or a key file"), self.open_file)
