"""Replies into the file of another tool: asks where and as what, and tells how it went."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_assist.core.replies.library import Entry
from desktop_assist.errors import AssistError
from desktop_assist.gui.finder import Worker
from desktop_assist.gui.i18n import translated
from desktop_assist.packs.exchange.exporting import Exported, export
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
        background: Worker | None = None,
    ) -> None:
        """`picture` is the file of an entry's picture; it is called where the writing is done.

        That is in the `background`, or here and now where there is none.
        """
        super().__init__(parent)
        self._window = parent
        self._picture = picture
        self._now = now
        self._background = background

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
        now = self._now()

        def work() -> Exported | AssistError:
            try:
                return export(known, out, entries, self._picture, now, replace=True)
            except AssistError as error:
                return error

        if self._background is None:
            self._tell(work(), out)
        else:
            self.told.emit(self.tr("Writing {count} replies …").format(count=len(entries)))
            self._background.run(work, lambda done: self._tell(done, out))

    def _tell(self, done: Exported | AssistError, out: Path) -> None:
        if isinstance(done, AssistError):
            self.failed.emit(done)
            return
        written = self.tr("{count} replies are in “{file}” now.")
        sentences = [written.format(count=done.count, file=out), *map(translated, done.told)]
        self.told.emit("\n".join(sentences))


def _filter(known: Format) -> str:
    return f"{translated(known.title)} (*{known.suffix})"
