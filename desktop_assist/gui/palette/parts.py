"""What the palette consists of: where each part stands, and what it is called."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_assist.gui.look.placing import em
from desktop_assist.gui.palette.box import SearchBox
from desktop_assist.gui.palette.chips import ChipRow
from desktop_assist.gui.palette.lines import filling_keys, finding_keys, serving_line, unbroken
from desktop_assist.gui.palette.results import Results, quiet_label
from desktop_assist.gui.palette.right import RightHalf
from desktop_assist.gui.palette.touch import RowMenu

_ROOMY = 22
"""In `em`s: a lower window has no room for the line that names the keys."""


class PaletteParts(QFrame):
    """The search box, the chips, both halves and the lines of text around them."""

    def __init__(self, right: Callable[[QWidget], RightHalf], parent: QWidget) -> None:
        """The parts are made in the order of Tab."""
        super().__init__(parent)
        self.setProperty("role", "window")
        self.box = SearchBox(self)
        self._hint = quiet_label(self)
        self.chips = ChipRow(self)
        self.results = Results(self)
        self.right = right(self)
        self._keys = quiet_label(self)
        self.menu = RowMenu(self)
        self._arrange()

    def _arrange(self) -> None:
        room = self.fontMetrics().height() * 3 // 4
        halves = QHBoxLayout()
        halves.addWidget(self.results, 9)
        halves.addWidget(self.right, 11)
        halves.setSpacing(room)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(room, room, room, room // 2)
        inside.setSpacing(room // 2)
        for part in (self.box, self._hint, self.chips):
            inside.addWidget(part)
        inside.addLayout(halves, 1)
        inside.addWidget(self._keys)

    def retranslate(self) -> None:
        """Name the parts in the language of now."""
        self.box.setAccessibleName(self.tr("Find a reply"))
        self.box.setPlaceholderText(self.tr("Search title, text, code or pinyin"))
        self.results.name(
            self.tr("Replies found"), self.tr("Up and Down select, Enter pastes, F6 goes on")
        )
        self.chips.retranslate()
        self.right.retranslate()

    def say_task(self) -> str:
        """Say by which keys a reply is looked for or filled in; returns the window's title."""
        row = self.results.current if self.right.is_asking else None
        self._keys.setText(unbroken(filling_keys() if row else finding_keys()))
        self.box.setAccessibleDescription(finding_keys())
        return row.entry.snippet.title if row else self.tr("Find a reply")

    def say_serving(self, serving: str, width: int) -> None:
        """Say which window is served, within a palette of `width` pixels."""
        room = width - 2 * self.fontMetrics().height()
        line, elide = serving_line(serving), Qt.TextElideMode.ElideRight
        self._hint.setText(self._hint.fontMetrics().elidedText(line, elide, room))

    def fit(self, height: int) -> None:
        """Leave the line of keys out of a palette that is too low for it; `height` in pixels."""
        self._keys.setVisible(height >= _ROOMY * em(self))
