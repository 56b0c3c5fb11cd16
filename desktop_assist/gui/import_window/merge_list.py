"""Categories of a file that look like known ones, each with what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from desktop_assist.gui.library.part_names import category_text
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.settings.rows import QuietComboBox, muted_label
from desktop_assist.packs.exchange.alike_categories import Category, Merge

_MOST = 60
_ROWS = 3
"""Offers that are seen at once."""


class MergeList(QWidget):
    """One line an offer: the file's category, and where its replies go."""

    changed = Signal(object)
    """A mapping from categories of the file to known ones."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[Category, QuietComboBox] = {}
        self._offers: dict[Category, Merge] = {}
        self._heading = muted_label("")
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QScrollArea.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._heading, 0, 0)
        grid.addWidget(self._list, 1, 0)
        self.hide()

    @property
    def chosen(self) -> Mapping[Category, Category]:
        """Where the replies of which category go."""
        return {one: box.currentData() for one, box in self.boxes.items() if box.currentData()}

    def show_offers(self, offers: Sequence[Merge]) -> None:
        """Add the offers to those that were answered; what is answered stays to be changed."""
        answered = self.chosen
        kept = {one: offer for one, offer in self._offers.items() if one in answered}
        offers_now = kept | {one.incoming: one for one in offers[:_MOST]}
        if offers_now != self._offers:
            self._offers = offers_now
            self._build(answered)
        self.setVisible(bool(self._offers))

    def forget(self) -> None:
        """Other files: nothing is answered yet."""
        self._offers, self.boxes = {}, {}
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._offers:
            self._build(self.chosen)
        super().changeEvent(event)

    def _build(self, answered: Mapping[Category, Category]) -> None:
        self._heading.setText(self.tr("These categories look like ones that you have:"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(em(self) // 4)
        self.boxes = {}
        for row, (category, offer) in enumerate(self._offers.items()):
            told = self.tr("{category} ({count})")
            name = told.format(category=category_text(category), count=offer.count)
            label = QLabel(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            box = self._box(offer, answered.get(category))
            box.setAccessibleName(name)
            self.boxes[category] = box
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(len(self._offers), 1)
        self._list.setWidget(inside)
        gap = grid.verticalSpacing()
        line = (inside.sizeHint().height() + gap) // max(len(self._offers), 1)
        self._list.setFixedHeight(max(0, line * min(len(self._offers), _ROWS) - gap))

    def _box(self, offer: Merge, answer: Category | None) -> QuietComboBox:
        box = QuietComboBox()
        box.addItem(self.tr("Keep it as a new category"), None)
        for known in offer.known:
            box.addItem(
                self.tr("Put into “{category}”").format(category=category_text(known)), known
            )
            if known == answer:
                box.setCurrentIndex(box.count() - 1)
        box.currentIndexChanged.connect(lambda: self.changed.emit(self.chosen))
        return box
