"""The rows of the preview as a table model, filtered by what would become of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPalette

from desktop_assist.core.checking.findings import Finding
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.import_window.wording import status_name
from desktop_assist.gui.look.theme import Theme
from desktop_assist.packs.exchange.incoming import Trouble
from desktop_assist.packs.exchange.preview import COMES_IN, STATUSES, Item, Preview

AnyIndex = QModelIndex | QPersistentModelIndex
Row = Item | Trouble

ALL, TROUBLE, FINDING = "all", "trouble", "finding"
FILTERS = (ALL, *STATUSES, TROUBLE, FINDING)

_CHECK, _STATUS, _ROW, _TITLE, _CATEGORY, _CODE, _TEXT = range(7)
_COLOURS = {"new": "added_text", "changed": "match", "trouble": "block", "locked": "warn"}
_SHOWN = 300
"""Code points of a text that a cell can show."""


class Rows(QAbstractTableModel):
    """Knows the rows, which are shown, and which are chosen to come in."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Item] = []
        self._troubles: tuple[Trouble, ...] = ()
        self._shown: list[Row | int] = []
        self._filter = ALL
        self.chosen: set[int] = set()

    def show_preview(self, preview: Preview) -> None:
        """Show all of it; new and changed replies are chosen."""
        self._items = list(preview.items)
        self._troubles = preview.troubles
        self.chosen = {at for at, one in enumerate(self._items) if one.status in COMES_IN}
        self.choose_filter(ALL)
        self.chosen_changed.emit()

    def choose_filter(self, wanted: str) -> None:
        """Show one of `FILTERS`."""
        self.beginResetModel()
        self._filter = wanted
        troubles = self._troubles if wanted in (ALL, TROUBLE) else ()
        places = range(len(self._items))
        passing = (at for at in places if _passes(self._items[at], wanted))
        self._shown = [*troubles, *(places if wanted == ALL else passing)]
        self.endResetModel()

    def add_findings(self, found: Mapping[int, tuple[Finding, ...]]) -> None:
        """Take in what the checker said of some items."""
        for at, findings in found.items():
            self._items[at] = replace(self._items[at], findings=findings)
        if self._filter == FINDING:
            self.choose_filter(FINDING)
        elif self._shown:
            last = self.index(len(self._shown) - 1, _TEXT)
            self.dataChanged.emit(self.index(0, _STATUS), last)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows each filter shows."""
        found = dict.fromkeys(FILTERS, 0) | Counter(item.status for item in self._items)
        found[FINDING] = sum(bool(item.findings) for item in self._items)
        found[TROUBLE] = len(self._troubles)
        found[ALL] = len(self._items) + len(self._troubles)
        return found

    def row(self, index: AnyIndex) -> Row | None:
        """What stands at `index`."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        shown = self._shown[index.row()]
        return self._items[shown] if isinstance(shown, int) else shown

    def wanted(self) -> list[Item]:
        """The chosen items, in the order of the files."""
        return [self._items[at] for at in sorted(self.chosen)]

    def choose_shown(self, *, on: bool) -> None:
        """Take every shown row in, or leave every one out."""
        self._choose((at for at in self._shown if isinstance(at, int)), on=on)

    def _choose(self, places: Iterable[int], *, on: bool) -> None:
        able = {at for at in places if _can_come(self._items[at])}
        self.chosen = self.chosen | able if on else self.chosen - able
        if self._shown:
            last = self.index(len(self._shown) - 1, _CHECK)
            self.dataChanged.emit(self.index(0, _CHECK), last)
        self.chosen_changed.emit()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        return 0 if parent.isValid() else _TEXT + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _headers(self) -> tuple[str, ...]:
        return (
            "",
            self.tr("What happens"),
            self.tr("Row"),
            self.tr("Title"),
            self.tr("Category"),
            self.tr("Code"),
            self.tr("Reply"),
        )

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.row(index)
        if index.column() == _CHECK and isinstance(row, Item) and _can_come(row):
            return plain | Qt.ItemFlag.ItemIsUserCheckable
        return plain

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        shown = self._shown[index.row()] if index.isValid() else None
        if role != Qt.ItemDataRole.CheckStateRole or not isinstance(shown, int):
            return False
        self._choose((shown,), on=value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value))
        return True

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cells(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == _CHECK:
            return self._check_state(index.row(), row)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _STATUS:
            return _colour(row)
        return None

    def _check_state(self, place: int, row: Row) -> Qt.CheckState | None:
        if isinstance(row, Trouble) or not _can_come(row):
            return None
        on = self._shown[place] in self.chosen
        return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked


def _passes(item: Item, wanted: str) -> bool:
    return wanted == item.status or (wanted == FINDING and bool(item.findings))


def _can_come(item: Item) -> bool:
    return item.status not in ("same", "locked")


def _cells(row: Row, column: int) -> str:
    if isinstance(row, Trouble):
        texts: Mapping[int, Callable[[], str]] = {
            _STATUS: lambda: QCoreApplication.translate("ImportWindow", "Problem"),
            _ROW: lambda: str(row.row),
            _TEXT: lambda: translated(row.message),
        }
    else:
        texts = {
            _STATUS: lambda: _status(row),
            _ROW: lambda: str(row.row),
            _TITLE: lambda: row.snippet.title,
            _CATEGORY: lambda: " / ".join(row.snippet.category),
            _CODE: lambda: row.snippet.code,
            _TEXT: lambda: " ".join("\n".join(row.snippet.parts)[:_SHOWN].split()),
        }
    return texts[column]() if column in texts else ""


def _tip(row: Row) -> str:
    """Where the row stands, of several files too; a problem in full."""
    if isinstance(row, Trouble):
        return f"{row.place}: {translated(row.message)}"
    return f"{row.file.name}:{row.row}"


def _status(item: Item) -> str:
    name = status_name(item.status)
    return f"{name} · {status_name(FINDING)}" if item.findings else name


def _colour(row: Row) -> QColor:
    theme = Theme.of(QPalette())
    status = TROUBLE if isinstance(row, Trouble) else row.status
    return theme.colour(_COLOURS.get(status, "muted"))
