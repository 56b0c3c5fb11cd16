"""What Qt's tree view asks of the left side: the places, and beneath them every category."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_assist.gui.library.cards import KEYS_FORMAT, keys_in
from desktop_assist.gui.library.places import Holdings, Kind, Place
from desktop_assist.gui.panel.tree import Branch, tree_of

LINE = Qt.ItemDataRole.UserRole
"""The role under which an index gives its `Line`."""

AnyIndex = QModelIndex | QPersistentModelIndex

_DROPS: frozenset[Kind] = frozenset({"category", "bin"})


@dataclass(slots=True, eq=False)
class Line:
    """One line of the tree; `number` is its place among all lines, the root is the first."""

    place: Place
    name: str
    count: int
    number: int = 0
    row: int = 0
    above: Line | None = None
    beneath: list[Line] = field(default_factory=list)


class PlacesModel(QAbstractItemModel):
    """Made anew as a whole; an index carries the number of its line."""

    dropped = Signal(object, object)
    """Replies (their keys) were dropped on a `Place`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = [Line(Place(), "", 0)]

    def show(self, holdings: Holdings) -> None:
        """Show the places of `holdings`."""
        self.beginResetModel()
        self._lines = lines_of(holdings)
        self.endResetModel()

    @property
    def places(self) -> Sequence[Place]:
        """Every place, from above to below."""
        return [line.place for line in self._lines[1:]]

    def line(self, index: AnyIndex) -> Line:
        """The line at `index`; the root for an invalid one."""
        return self._lines[index.internalId()] if index.isValid() else self._lines[0]

    def index_of(self, place: Place) -> QModelIndex:
        """Where `place` stands; an invalid index where there is no such line."""
        found = (line for line in self._lines[1:] if line.place == place)
        line = next(found, None)
        return QModelIndex() if line is None else self.createIndex(line.row, 0, line.number)

    def index(self, row: int, column: int, parent: AnyIndex | None = None) -> QModelIndex:
        above = self._lines[0] if parent is None else self.line(parent)
        if column or not 0 <= row < len(above.beneath):
            return QModelIndex()
        return self.createIndex(row, 0, above.beneath[row].number)

    def parent(self, index: AnyIndex | None = None) -> QModelIndex:  # type: ignore[override]
        above = None if index is None or not index.isValid() else self.line(index).above
        if above is None or above.above is None:
            return QModelIndex()
        return self.createIndex(above.row, 0, above.number)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len((self._lines[0] if parent is None else self.line(parent)).beneath)

    def columnCount(self, _parent: AnyIndex | None = None) -> int:
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        drops = index.isValid() and self.line(index).place.kind in _DROPS
        return plain | Qt.ItemFlag.ItemIsDropEnabled if drops else plain

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        tell: Mapping[int, Callable[[], object]] = {
            LINE: lambda: line,
            Qt.ItemDataRole.DisplayRole: lambda: line.name,
            Qt.ItemDataRole.ToolTipRole: lambda: _hint(line),
            Qt.ItemDataRole.AccessibleTextRole: lambda: _spoken(line),
        }
        return tell[role]() if role in tell else None

    def mimeTypes(self) -> list[str]:
        return [KEYS_FORMAT]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: AnyIndex
    ) -> bool:
        is_place = parent.isValid() and self.line(parent).place.kind in _DROPS
        return is_place and row == -1 and data.hasFormat(KEYS_FORMAT)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Tell of it. False in any case: else the list would take its rows away by itself."""
        if self.canDropMimeData(data, action, row, column, parent):
            self.dropped.emit(keys_in(data), self.line(parent).place)
        return False


def lines_of(holdings: Holdings) -> list[Line]:
    """The root and every line, those above before those beneath."""
    root = Line(Place(), "", 0)
    lines = [root]
    for kind in _kinds(holdings):
        place = Place(kind)
        _add(lines, root, place, place_name(place), len(holdings.at(place)))
    of_branch: dict[int, Line] = {0: root}
    for branch in tree_of(holdings.entries)[1:]:
        above = of_branch[0 if branch.above is None else branch.above.number]
        place = Place("category", branch.path)
        of_branch[branch.number] = _add(lines, above, place, _branch_name(branch), branch.count)
    return lines


def place_name(place: Place) -> str:
    """What people read for a place."""
    names: Mapping[Kind, str] = {
        "all": QCoreApplication.translate("Library", "All replies"),
        "favourites": QCoreApplication.translate("Library", "Favourites"),
        "own": QCoreApplication.translate("Library", "Mine"),
        "hidden": QCoreApplication.translate("Library", "Hidden"),
        "bin": QCoreApplication.translate("Library", "Bin"),
    }
    return names.get(place.kind) or " / ".join(place.path)


def _kinds(holdings: Holdings) -> tuple[Kind, ...]:
    hidden: tuple[Kind, ...] = ("hidden",) if holdings.hidden else ()
    return ("all", "favourites", "own", *hidden, "bin")


def _add(lines: list[Line], above: Line, place: Place, name: str, count: int) -> Line:
    line = Line(place, name, count, len(lines), len(above.beneath), above)
    above.beneath.append(line)
    lines.append(line)
    return line


def _branch_name(branch: Branch) -> str:
    return branch.name or QCoreApplication.translate("Library", "Without a category")


def _spoken(line: Line) -> str:
    sentence = QCoreApplication.translate("Library", "{name}, {count} replies")
    return sentence.format(name=line.name, count=line.count)


def _hint(line: Line) -> str:
    if line.place.kind == "bin":
        return QCoreApplication.translate("Library", "What was deleted. It can be restored.")
    if line.place.kind == "hidden":
        return QCoreApplication.translate("Library", "The team’s replies that you have hidden.")
    if line.place.kind == "category":
        return QCoreApplication.translate("Library", "Drop replies here to move them.")
    return ""
