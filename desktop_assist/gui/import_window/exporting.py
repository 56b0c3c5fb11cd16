"""Replies into the file of another tool: asks where and as what, and tells how it went."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_assist.core.replies.library import Entry
from desktop_assist.errors import AssistError
from desktop_assist.gui.i18n import translated
from desktop_assist.packs.exchange.exporting import export
from desktop_assist.packs.exchange.formats.base import Format
from desktop_assist.packs.exchange.formats.every import FORMATS


class Exporting(QObject):
    """The kind of file that is chosen in the dialogue is the format."""

    told = Signal(str)
    """What was written, and what the format could not hold."""
    failed = Signal(object)
    """An `AssistError`; nothing was written."""

    def __init__(
        self,
        parent: QWidget,
        picture: Callable[[Entry], Path | None],
        now: Callable[[], datetime.datetime],
    ) -> None:
        """`picture` is the file of an entry's picture."""
        super().__init__(parent)
        self._window = parent
        self._picture = picture
        self._now = now

    def ask(self, entries: Sequence[Entry]) -> None:
        """Let somebody choose a place and a format for `entries`."""
        kinds = {_filter(one): one for one in FORMATS.values()}
        ask = QFileDialog(self._window, self.tr("Export for another tool"))
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setNameFilters([*kinds])
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.fileSelected.connect(
            lambda name: self.write(entries, kinds[ask.selectedNameFilter()], Path(name))
        )
        ask.open()

    def write(self, entries: Sequence[Entry], known: Format, out: Path) -> None:
        """Write `entries` as `known`; the dialogue has asked already whether to replace a file."""
        if known.suffix and not out.suffix:
            out = out.with_suffix(known.suffix)
        try:
            done = export(known, out, entries, self._picture, self._now(), replace=True)
        except AssistError as error:
            self.failed.emit(error)
            return
        written = self.tr("{count} replies are in “{file}” now.")
        sentences = [written.format(count=done.count, file=out), *map(translated, done.told)]
        self.told.emit("\n".join(sentences))


def _filter(known: Format) -> str:
    return f"{translated(known.title)} (*{known.suffix})"
