"""The cards in the middle: what each says, asked for only when it is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_assist.core.replies.editing import CATEGORY_SEPARATOR
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.reply import label_of, undeclared_field
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Matched
from desktop_assist.gui.library.places import Holdings
from desktop_assist.gui.look.highlight import Span

CARD = Qt.ItemDataRole.UserRole
"""The role under which an index gives its whole `Card`."""
KEYS_FORMAT = "application/x-desktop-assist-replies"
"""Keys of replies, one a line, as they are dragged."""

AnyIndex = QModelIndex | QPersistentModelIndex

_EXCERPT = 160
_PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_]\w*).*?\}\}|\{%.*?%\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Found:
    """An entry to show; `matched` is what of the query stands in it.

    `group` numbers replies that are nearly the same; 0 is none.
    """

    entry: Entry
    matched: Sequence[Matched] = ()
    group: int = 0

    @property
    def title_spans(self) -> list[Span]:
        return [(one.start, one.end) for one in self.matched if one.field == "title"]


@dataclass(frozen=True, slots=True)
class Card:
    """All that is seen of one reply in the list."""

    found: Found
    excerpt: str
    badges: tuple[str, ...]
    is_favourite: bool = False
    is_faint: bool = False

    @property
    def snippet(self) -> Snippet:
        return self.found.entry.snippet

    @property
    def place(self) -> str:
        return CATEGORY_SEPARATOR.join(self.snippet.category)


class CardsModel(QAbstractListModel):
    """Up to any number of cards: a row costs nothing before it is drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Found] = ()
        self._holdings = Holdings()

    def show(self, found: Sequence[Found], holdings: Holdings) -> None:
        """Show `found` in place of what was shown."""
        self.beginResetModel()
        self._found, self._holdings = found, holdings
        self.endResetModel()

    @property
    def found(self) -> Sequence[Found]:
        return self._found

    def row_of(self, key: str) -> int:
        """The row of the entry `key`, or -1."""
        return next((at for at, one in enumerate(self._found) if one.entry.key == key), -1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else plain

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._found):
            return None
        found = self._found[index.row()]
        tell: Mapping[int, Callable[[], object]] = {
            CARD: lambda: card_of(found, self._holdings),
            Qt.ItemDataRole.DisplayRole: lambda: found.entry.snippet.title,
            Qt.ItemDataRole.AccessibleTextRole: lambda: spoken(card_of(found, self._holdings)),
        }
        return tell[role]() if role in tell else None

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [KEYS_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return mime_of(self._found[index.row()].entry.key for index in indexes)


def mime_of(keys: Iterable[str]) -> QMimeData:
    """`keys` as they are dragged."""
    data = QMimeData()
    data.setData(KEYS_FORMAT, QByteArray("\n".join(keys).encode()))
    return data


def keys_in(data: QMimeData) -> list[str]:
    """The keys that are dragged."""
    return bytes(data.data(KEYS_FORMAT).data()).decode().split("\n")


def card_of(found: Found, holdings: Holdings) -> Card:
    """What the card of `found` says."""
    entry = found.entry
    return Card(
        found,
        excerpt(entry.snippet),
        tuple(badges(found, holdings)),
        entry.key in holdings.favourites,
        not entry.snippet.is_valid_on(holdings.today),
    )


def excerpt(snippet: Snippet) -> str:
    """How the reply begins, on one line, fields by their labels."""
    labels = {one.name: label_of(one) for one in snippet.fields}

    def filled(match: re.Match[str]) -> str:
        name = match[1] or ""
        if name in ("", "cursor"):
            return ""
        label = labels.get(name) or label_of(undeclared_field(name, snippet.language))
        return f"⟦{label}⟧"

    begun = snippet.parts[0][: 2 * _EXCERPT]
    return " ".join(_PLACEHOLDER.sub(filled, begun).split())[:_EXCERPT]


def badges(found: Found, holdings: Holdings) -> Iterable[str]:
    """What is special about an entry, in a word or two each."""
    entry, snippet = found.entry, found.entry.snippet
    if found.group:
        yield f"≈ {found.group}"
    if entry.news:
        yield QCoreApplication.translate("Library", "the team has news")
    elif entry.changed:
        yield QCoreApplication.translate("Library", "changed by me")
    if entry.withdrawn:
        yield QCoreApplication.translate("Library", "deleted by the team")
    if entry.origin == "own":
        yield QCoreApplication.translate("Library", "mine")
    if snippet.locked:
        yield QCoreApplication.translate("Library", "locked")
    if snippet.valid_until is not None and snippet.valid_until < holdings.today:
        yield QCoreApplication.translate("Library", "expired")
    if snippet.valid_from is not None and snippet.valid_from > holdings.today:
        yield QCoreApplication.translate("Library", "not yet valid")


def spoken(card: Card) -> str:
    """The card for those who hear it."""
    star = QCoreApplication.translate("Library", "favourite") if card.is_favourite else ""
    parts = (card.snippet.title, card.place, card.snippet.code, star, *card.badges)
    return ", ".join(part for part in parts if part)
