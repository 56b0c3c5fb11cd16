"""Asks which reply of a pack, or whether the whole pack, vanishes everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.channel_window.asking_box import AskingBox
from desktop_assist.gui.channel_window.candidates import fits
from desktop_assist.gui.channel_window.table import ChoiceTable
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.settings.rows import muted_label


class WithdrawBox(AskingBox):
    """The first line stands for the whole pack."""

    wanted = Signal(str)
    """What goes, as `pack` or `pack/id`."""

    def __init__(self, pack: str, replies: Sequence[Snippet], parent: QWidget) -> None:
        title, yes = self.tr("Withdraw from everyone"), self.tr("Withdraw")
        super().__init__(title, yes, parent, is_grave=True)
        self._pack = pack
        self._replies = replies
        self._names: list[str] = []
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a reply"))
        self.filter.setAccessibleName(self.tr("Find a reply"))
        self.filter.textChanged.connect(lambda _text: self._show())
        self.replies = ChoiceTable(self)
        told = self.tr(
            "What you withdraw vanishes from every computer with its next look for news, also from"
            " older versions. Who has changed it for themselves keeps their own wording."
        )
        column = QVBoxLayout(self)
        for part in (muted_label(told), self.filter, self.replies, self.buttons):
            column.addWidget(part)
        self.resize(30 * em(self), 24 * em(self))
        self._show()

    def _show(self) -> None:
        wanted = self.filter.text().casefold().split()
        shown = [one for one in self._replies if fits(one, wanted)]
        whole = self.tr("The whole pack “{pack}”").format(pack=self._pack)
        rows = [(whole, ""), *((one.title, one.parts[0]) for one in shown)]
        self._names = [self._pack, *(f"{self._pack}/{one.id}" for one in shown)]
        headers = (self.tr("Reply"), self.tr("Text"))
        self.replies.show_texts(self.tr("Replies"), headers, (12, 0), rows, "")
        if wanted and shown:
            self.replies.view.selectRow(1)

    def take(self) -> None:
        """See `AskingBox.take`."""
        self.wanted.emit(self._names[self.replies.row])
        super().take()
