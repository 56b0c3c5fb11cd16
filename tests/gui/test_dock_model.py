"""The panel's list: categories with counts, replies under them, many of them in parts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Hit, Matched
from desktop_assist.gui.panel.model import DEPTH, NODE, DockModel
from desktop_assist.gui.panel.tree import PAGE, Branch, Leaf, More, of_role, roles_of, tree_of


def entry(name: str, *category: str, role: str = "", code: str = "") -> Entry:
    snippet = Snippet(
        id=name, title=name, category=category, body=f"b-{name}", role=role, code=code
    )
    return Entry(snippet, "p")


ENTRIES = (
    entry("查件", "物流", "查件", code="wl01"),
    entry("催付", "售中"),
    entry("改址", "物流", "改址"),
    entry("运费", "物流"),
    entry("散件"),
)


@pytest.fixture
def model(qapp: QApplication) -> Iterator[DockModel]:
    made = DockModel(lambda one: f"text of {one.snippet.title}")
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    yield made
    tester.deleteLater()


def titles(model: DockModel, parent: QModelIndex | None = None) -> list[object]:
    place = parent or QModelIndex()
    return [model.index(row, 0, place).data() for row in range(model.rowCount(place))]


def test_categories_stand_in_the_order_of_first_appearance_before_replies(
    model: DockModel,
) -> None:
    model.hold(ENTRIES)
    model.show_categories()
    assert titles(model) == ["物流", "售中", "散件"]
    parcels = model.index(0, 0)
    assert titles(model, parcels) == ["查件", "改址", "运费"]
    assert titles(model, model.index(0, 0, parcels)) == ["查件"]


def test_a_category_counts_all_replies_within(model: DockModel) -> None:
    model.hold(ENTRIES)
    model.show_categories()
    node = model.index(0, 0).data(NODE)
    assert isinstance(node, Branch)
    assert node.count == 3
    assert model.replies == len(ENTRIES)


def test_an_index_knows_its_parent_and_depth(model: DockModel) -> None:
    model.hold(ENTRIES)
    model.show_categories()
    place = model.branch_index(("物流", "改址"))
    leaf = model.index(0, 0, place)
    assert leaf.data() == "改址"
    assert leaf.parent() == place
    assert place.parent() == model.branch_index(("物流",))
    assert (place.parent().parent(), leaf.data(DEPTH)) == (QModelIndex(), 2)
    assert not model.branch_index(("没有",)).isValid()


def test_what_was_found_stands_without_categories(model: DockModel) -> None:
    known = {one.key: one for one in ENTRIES}
    hits = [Hit("p/改址", 2.0, (Matched("title", 0, 1),)), Hit("p/gone", 1.5), Hit("p/催付", 1.0)]
    model.show_found(hits, known.get)
    assert titles(model) == ["改址", "催付"]
    leaf = model.index(0, 0).data(NODE)
    assert isinstance(leaf, Leaf)
    assert leaf.title_spans == [(0, 1)]


def test_the_text_of_a_reply_is_shown_where_it_is_pointed_at(model: DockModel) -> None:
    model.hold(ENTRIES)
    model.show_categories()
    leaf = model.index(0, 0, model.branch_index(("售中",)))
    assert leaf.data(Qt.ItemDataRole.ToolTipRole) == "text of 催付"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_rows_are_spoken_with_count_or_code(model: DockModel) -> None:
    model.hold(ENTRIES)
    model.show_categories()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(spoken) == "物流, 3 replies"
    assert model.index(0, 0, model.branch_index(("物流", "查件"))).data(spoken) == "查件, wl01"


def test_a_long_category_is_listed_in_parts(model: DockModel) -> None:
    total = 2 * PAGE + 7
    model.hold([entry(str(number), "x") for number in range(total)])
    model.show_categories()
    place = model.branch_index(("x",))
    counts = []
    while isinstance(more := model.node(last := model.index(_last(model, place), 0, place)), More):
        counts.append(more.count)
        model.list_more(last)
    assert counts == [PAGE + 7, 7]
    assert titles(model, place) == [str(number) for number in range(total)]


def test_replies_for_everyone_are_listed_for_every_role() -> None:
    replies = [
        entry("a", role="售前"),
        entry("b", role="售后"),
        entry("c"),
        entry("d", role="售后"),
    ]
    assert [one.snippet.id for one in of_role(replies, "售后")] == ["b", "c", "d"]
    assert of_role(replies, "") == replies
    assert roles_of(replies) == ["售后", "售前"]


def test_an_empty_list_has_no_rows(model: DockModel) -> None:
    model.hold(())
    model.show_categories()
    assert model.rowCount() == 0
    assert not model.index(0, 0).isValid()
    assert [branch.path for branch in tree_of(())] == [()]


def _last(model: DockModel, place: QModelIndex) -> int:
    return model.rowCount(place) - 1
