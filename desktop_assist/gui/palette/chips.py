"""The categories of what was found, to click on: they narrow the search as `@…` in a query does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_assist.core.replies.library import Entry
from desktop_assist.gui.look.placing import em

MOST_CHIPS = 9

Place = tuple[str, ...]
"""The beginning of a category path; empty for everywhere."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A category, and how many of the replies found lie in it."""

    place: Place
    count: int


def chips_of(entries: Iterable[Entry], chosen: Place) -> list[Chip]:
    """The topmost categories of `entries`, the fullest first; `chosen` is there in any case."""
    listed = list(entries)
    counted = Counter(entry.snippet.category[:1] for entry in listed if entry.snippet.category)
    chips = [Chip(place, count) for place, count in counted.most_common(MOST_CHIPS)]
    if chosen and chosen not in (chip.place for chip in chips):
        chips = [Chip(chosen, sum(lies_in(one, chosen) for one in listed)), *chips]
    return chips


def lies_in(entry: Entry, place: Place) -> bool:
    """Whether the category of `entry` begins with `place`."""
    return entry.snippet.category[: len(place)] == place


def narrowed(query: str, place: Place) -> str:
    """`query` within `place`; a filter holds no spaces, and the search folds them away."""
    steps = ("".join(step.split()) for step in place)
    return f"@{'/'.join(steps)} {query}" if place else query


def following(chips: Sequence[Chip], chosen: Place) -> Place:
    """The category after `chosen`, everywhere after the last one."""
    places = [chip.place for chip in chips]
    after = places.index(chosen) + 1 if chosen in places else 0
    return places[after] if after < len(places) else ()


class ChipRow(QWidget):
    """One line of chips, as many as there is room for; its height is always the same."""

    picked = Signal(object)
    """The `Place` to look in from now on; empty where the chosen chip was taken away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._chosen: Place = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self.fontMetrics().height() // 3)
        self._buttons = [self._make(at) for at in range(MOST_CHIPS + 1)]
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _make(self, at: int) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._clicked(at))
        button.hide()
        self._row.addWidget(button)
        return button

    @property
    def chips(self) -> Sequence[Chip]:
        return self._chips

    def show_chips(self, chips: Sequence[Chip], chosen: Place) -> None:
        """Show `chips`, `chosen` among them as the one that can be taken away."""
        if (list(chips), chosen) != (self._chips, self._chosen):
            self._chips, self._chosen = list(chips), chosen
            self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.setAccessibleName(self.tr("Categories of the replies found"))
        for button, chip in zip(self._buttons, self._chips, strict=False):
            self._say(button, chip)
        self._fit()

    def _say(self, button: QPushButton, chip: Chip) -> None:
        is_chosen = chip.place == self._chosen
        name = " / ".join(chip.place)
        sign = "  ×" if is_chosen else ""
        button.setText(f"{name.replace('&', '&&')}  {chip.count}{sign}")
        button.setChecked(is_chosen)
        told = self.tr("{category}, {count} replies")
        button.setAccessibleName(told.format(category=name, count=chip.count))
        button.setAccessibleDescription(
            self.tr("Chosen. Press to look everywhere.")
            if is_chosen
            else self.tr("Press to look only here.")
        )
        button.setToolTip(self.tr("Alt+C: next category"))

    def _clicked(self, at: int) -> None:
        place = self._chips[at].place
        self.picked.emit(() if place == self._chosen else place)

    def _fit(self) -> None:
        """Show the chips that have room; the chosen one is shown whatever there is."""
        width = {at: self._buttons[at].sizeHint().width() for at in range(len(self._chips))}
        chosen = next((at for at in width if self._chips[at].place == self._chosen), -1)
        room = self.width() - width.get(chosen, 0)
        height = em(self) * 7 // 4  # of the letters' size: faces of other scripts are higher
        for at, button in enumerate(self._buttons):
            fits = at in width
            if fits and at != chosen:
                room -= width[at] + self._row.spacing()
                fits = room >= 0
            button.setVisible(fits)
            button.setFixedHeight(height)
        self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()
