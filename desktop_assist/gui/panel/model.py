"""What Qt's tree view asks of the panel's list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.panel.tree import PAGE, Branch, Leaf, Node, list_of, tree_of

NODE = Qt.ItemDataRole.UserRole
"""The role under which an index gives its `Branch`, `Leaf` or `More`."""
DEPTH = Qt.ItemDataRole.UserRole + 1
"""The role under which an index gives how many categories it stands in."""

AnyIndex = QModelIndex | QPersistentModelIndex

_LONGEST_PREVIEW = 800


class DockModel(QAbstractItemModel):
    """Categories with their replies, or what was found; made anew as a whole.

    An index carries the number of the branch that it stands in.
    """

    def __init__(self, preview: Callable[[Entry], str], parent: QObject | None = None) -> None:
        """`preview` gives the text of a reply; it is asked only of what is pointed at."""
        super().__init__(parent)
        self._preview = preview
        self._categories = [Branch()]
        self._branches = self._categories
        self._texts: Mapping[int, Callable[[Node], str | None]] = {
            Qt.ItemDataRole.DisplayRole: shown,
            Qt.ItemDataRole.ToolTipRole: self._text_of,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._text_of,
        }

    # -- what is shown

    def hold(self, entries: Iterable[Entry]) -> None:
        """Take `entries` for the categories, both in the order of first appearance."""
        self._categories = tree_of(entries)

    def show_categories(self) -> None:
        """Show the categories of all that is held."""
        self._show(self._categories)

    def show_found(self, hits: Iterable[Hit], entry: Callable[[str], Entry | None]) -> None:
        """Show the replies of `hits`, without categories."""
        found = ((entry(hit.key), hit.matched) for hit in hits)
        self._show(list_of([Leaf(one, matched) for one, matched in found if one is not None]))

    def _show(self, branches: list[Branch]) -> None:
        self.beginResetModel()
        self._branches = branches
        self.endResetModel()

    @property
    def replies(self) -> int:
        """How many replies there are, listed or not."""
        return self._branches[0].count

    def node(self, index: AnyIndex) -> Node | None:
        """What stands at `index`."""
        return self._holder(index).child(index.row()) if index.isValid() else None

    def branch_index(self, path: Sequence[str]) -> QModelIndex:
        """Where the category of that path stands; an invalid index where there is none."""
        wanted = tuple(path)
        found = next((one for one in self._branches[1:] if one.path == wanted), None)
        return QModelIndex() if found is None else self._index_of(found)

    def list_more(self, index: AnyIndex) -> None:
        """List the next replies of the category whose `More` stands at `index`."""
        branch = self._holder(index)
        place = self._index_of(branch)
        first, added = index.row(), min(PAGE, branch.left_out)
        self.beginInsertRows(place, first, first + added - 1)
        branch.listed += added
        self.endInsertRows()
        last = branch.rows - 1
        if branch.left_out:
            self.dataChanged.emit(self.index(last, 0, place), self.index(last, 0, place))
            return
        self.beginRemoveRows(place, last, last)
        branch.has_more = False
        self.endRemoveRows()

    def _holder(self, index: AnyIndex) -> Branch:
        return self._branches[index.internalId()]

    def _index_of(self, branch: Branch) -> QModelIndex:
        if branch.above is None:
            return QModelIndex()
        return self.createIndex(branch.row, 0, branch.above.number)

    def _branch_at(self, index: AnyIndex | None) -> Branch | None:
        """The branch at `index`, the root where that is invalid; None for what is no branch."""
        if index is None or not index.isValid():
            return self._branches[0]
        node = self.node(index)
        return node if isinstance(node, Branch) else None

    # -- what Qt asks

    def index(self, row: int, column: int, parent: AnyIndex | None = None) -> QModelIndex:
        branch = self._branch_at(parent)
        if branch is None or column or not 0 <= row < branch.rows:
            return QModelIndex()
        return self.createIndex(row, 0, branch.number)

    def parent(self, index: AnyIndex | None = None) -> QModelIndex:  # type: ignore[override]
        if index is None or not index.isValid():
            return QModelIndex()
        return self._index_of(self._holder(index))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        branch = self._branch_at(parent)
        return 0 if branch is None else branch.rows

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if self._branch_at(parent) is None else 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if isinstance(self.node(index), Branch):
            return plain
        return plain | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self.node(index)
        if node is None:
            return None
        if role == NODE:
            return node
        if role == DEPTH:
            return len(self._holder(index).path)
        tell = self._texts.get(role)
        return None if tell is None else tell(node)

    def _text_of(self, node: Node) -> str | None:
        return self._preview(node.entry)[:_LONGEST_PREVIEW] if isinstance(node, Leaf) else None


def shown(node: Node) -> str:
    """What the row says."""
    if isinstance(node, Leaf):
        return node.entry.snippet.title
    if isinstance(node, Branch):
        return node.name
    return QCoreApplication.translate("DockPanel", "{count} more …").format(count=node.count)


def spoken(node: Node) -> str:
    """What the row says to those who hear it."""
    if isinstance(node, Branch):
        sentence = QCoreApplication.translate("DockPanel", "{name}, {count} replies")
        return sentence.format(name=node.name, count=node.count)
    if isinstance(node, Leaf) and node.entry.snippet.code:
        return f"{node.entry.snippet.title}, {node.entry.snippet.code}"
    return shown(node)
