"""What the windows with findings have in common: a card for each, and room as they need it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_assist.gui.look.fitting import FittedScroll, FittedText
from desktop_assist.gui.look.placing import em, working_area
from desktop_assist.gui.review.card import FindingCard

_WIDTH = 34
_HIGHEST = 40
"""In `em`s. The window grows no higher; the findings scroll then."""


class CardWindow(QWidget):
    """A window without a frame of the desktop's, which stays above the chat."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            parent,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._current = 0
        self._cards: list[FindingCard] = []
        self._holder = QWidget(self)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._scroll = FittedScroll(self._holder, self._column, self)
        self._make_frame()
        # A card has its new height only after the layout ran.
        self._settle_soon = QTimer(self, singleShot=True, interval=0)
        self._settle_soon.timeout.connect(self._settle)

    def _make_frame(self) -> None:
        self._frame = QFrame(self)
        self._frame.setProperty("role", "window")
        self._inside = QVBoxLayout(self._frame)
        room = self.fontMetrics().height() * 3 // 4
        self._inside.setContentsMargins(room, room, room, room // 2)
        self._inside.setSpacing(room // 2)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._frame)

    def _fitted(self) -> Sequence[FittedText | FittedScroll]:
        """The parts that are as high as what they hold."""
        return (self._scroll,)

    def _show_cards(
        self,
        cards: list[FindingCard],
        choose: Callable[[int, int], None],
        go_to: Callable[[int], None],
    ) -> None:
        """Put `cards` in place of those before; both callables get a card's position first."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        self._cards = cards
        for at, card in enumerate(cards):
            card.picked.connect(partial(choose, at))
            card.wanted.connect(partial(go_to, at))
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _settle(self) -> None:
        """Grow to what is shown now; nothing shrinks under the reader's eyes."""
        room = working_area(self.geometry().center()).bottom() - self.y()
        wanted = min(self._proper_size().height(), room)
        if wanted > self.height():
            self.resize(self.width(), wanted)
        if self._current < len(self._cards):
            self._scroll.ensureWidgetVisible(self._cards[self._current])

    def _proper_size(self) -> QSize:
        """As high as the text and its findings need, the current one unfolded, within reason."""
        width = _WIDTH * em(self)
        edges = self._inside.contentsMargins() + self._frame.contentsMargins()
        for part in self._fitted():
            part.fit(width - edges.left() - edges.right())
        self._inside.invalidate()  # a part that was hidden or shown while the window was away
        return QSize(width, min(self._inside.totalHeightForWidth(width), _HIGHEST * em(self)))
