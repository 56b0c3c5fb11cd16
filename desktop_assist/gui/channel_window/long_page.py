"""A page to read that is written bite by bite, so that the window answers meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTextBrowser, QWidget

_BITE = 6_000
"""Characters of HTML; to make and to lay out so many takes some 20 ms."""


class LongPage(QTextBrowser):
    """No link leads out of it. The first bite is there at once, the rest follows when idle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self._rest: Iterator[str] = iter(())
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._go_on)

    def show_parts(self, parts: Iterable[str]) -> None:
        """Show `parts`, each the HTML of whole paragraphs, in the place of what was there."""
        self._rest = iter(parts)
        self.setHtml(self._bite())
        self._idle.start()

    def _go_on(self) -> None:
        if bite := self._bite():
            self.append(bite)
        else:
            self._idle.stop()

    def _bite(self) -> str:
        taken: list[str] = []
        size = 0
        for part in self._rest:
            taken.append(part)
            size += len(part)
            if size >= _BITE:
                break
        return "".join(taken)
