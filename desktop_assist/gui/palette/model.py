"""The palette's list: what each row says. How it is drawn stands in `drawing`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_assist.core.action import SLOT_COUNT
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.search import Matched
from desktop_assist.gui.look.highlight import Span
from desktop_assist.gui.palette.marks import spans_of

ROW = Qt.ItemDataRole.UserRole
"""The role under which an index gives its whole `Row`."""

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One reply in the list. `section` is a heading above it, `why` a reason to suggest it.

    `words` are those of the query as typed: they stand out in the second line.
    """

    entry: Entry
    matched: Sequence[Matched] = ()
    favourite: bool = False
    why: str = ""
    section: str = ""
    words: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where the reply belongs: its category, and its code."""
        snippet = self.entry.snippet
        return "   ".join(part for part in (" / ".join(snippet.category), snippet.code) if part)

    def spans(self, field: str) -> list[Span]:
        """Where the query stands in a field of the snippet, in code points."""
        return [(found.start, found.end) for found in self.matched if found.field == field]

    @property
    def place_spans(self) -> list[Span]:
        """Where the query stands in `place`: in its code, and where words are literally there."""
        shift = len(self.place) - len(self.entry.snippet.code)
        coded = [(start + shift, end + shift) for start, end in self.spans("code")]
        return coded + spans_of(self.place, self.words)

    @property
    def drawn(self) -> tuple[object, ...]:
        """All that is seen of the row; rows of which it is equal look the same."""
        snippet = self.entry.snippet
        texts = (snippet.title, self.place, self.why, self.section, snippet.language)
        return *texts, self.favourite, self.spans("title"), self.place_spans


class PaletteModel(QAbstractListModel):
    """The rows that are shown now. A change tells only of the rows that look different."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._drawn: list[tuple[object, ...]] = []

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def show(self, rows: Iterable[Row]) -> None:
        """Show `rows` in place of what was shown. An index goes on meaning its place, not a row."""
        old, old_drawn = self._rows, self._drawn
        new = tuple(rows)
        self._drawn = [row.drawn for row in new]
        self._take(new)
        pairs = zip(self._drawn, old_drawn, strict=False)
        changed = [at for at, (now, before) in enumerate(pairs) if now != before]
        resized = [at for at in changed if bool(new[at].section) != bool(old[at].section)]
        self._tell(changed, Qt.ItemDataRole.DisplayRole)
        self._tell(resized, Qt.ItemDataRole.SizeHintRole)

    def _take(self, new: tuple[Row, ...]) -> None:
        nowhere, had = QModelIndex(), len(self._rows)
        if len(new) > had:
            self.beginInsertRows(nowhere, had, len(new) - 1)
            self._rows = new
            self.endInsertRows()
        elif len(new) < had:
            self.beginRemoveRows(nowhere, len(new), had - 1)
            self._rows = new
            self.endRemoveRows()
        else:
            self._rows = new

    def _tell(self, changed: Sequence[int], role: Qt.ItemDataRole) -> None:
        """One word for each run of neighbours."""
        starts = [at for at in changed if at - 1 not in changed]
        ends = [at for at in changed if at + 1 not in changed]
        for first, last in zip(starts, ends, strict=True):
            self.dataChanged.emit(self.index(first), self.index(last), [role])

    def row_of(self, key: str) -> int:
        """The row of the entry `key`, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.entry.key == key), -1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.entry.snippet.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return slot_text(index.row())
        return None


def spoken(row: Row) -> str:
    """The row for those who hear it."""
    star = QCoreApplication.translate("Palette", "favourite") if row.favourite else ""
    parts = (row.entry.snippet.title, row.place, row.why, star)
    return ", ".join(part for part in parts if part)


def slot_text(row: int) -> str:
    """The key that picks the row at once; empty after the ninth."""
    return f"Alt+{row + 1}" if row < SLOT_COUNT else ""


def language_badge(language: str, reader: QLocale) -> str:
    """A sign for a reply in another language than the reader's; empty for their own."""
    code = language.partition("-")[0].lower()
    own = reader.name().partition("_")[0]
    if not code or code == ("en" if own == "C" else own):
        return ""
    return QCoreApplication.translate("Palette", "ZH") if code == "zh" else code.upper()
