"""The docked panel: search, categories, clicks; and the window that it stays beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QTreeView

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.panel.docking import Docking
from desktop_assist.gui.panel.window import DockPanel
from desktop_assist.gui.serving import Serving
from desktop_assist.oslayer.windows.base import Area, Target
from tests.fakes.loop import FakeLoop
from tests.fakes.windows import FakeWindows

Key = Qt.Key
CHAT = Target(7, "千牛 - 张三", "qianniu", 7_000)
OTHER = Target(8, "表格", "calc", 8_000)


def entry(name: str, *category: str, role: str = "") -> Entry:
    snippet = Snippet(id=name, title=name, category=category, body=f"text {name}", role=role)
    return Entry(snippet, "p")


ENTRIES = [
    entry("查件", "物流", role="售后"),
    entry("催付", "售中", role="售中"),
    entry("催查件", "物流", role="售中"),
]


def search(query: str, limit: int) -> list[Hit]:
    return [Hit(one.key, 1.0) for one in ENTRIES if query in one.snippet.title][:limit]


def find(key: str) -> Entry | None:
    return next((one for one in ENTRIES if one.key == key), None)


@dataclass
class Seen:
    """The panel beside a made-up chat window, and all that it told."""

    panel: DockPanel
    docking: Docking
    windows: FakeWindows
    loop: FakeLoop
    chosen: list[tuple[str, Target | None, str]] = field(default_factory=list)

    @property
    def tree(self) -> QTreeView:
        tree = self.panel.findChild(QTreeView)
        assert isinstance(tree, QTreeView)
        return tree

    @property
    def box(self) -> QLineEdit:
        box = self.panel.findChild(QLineEdit)
        assert isinstance(box, QLineEdit)
        return box

    def turn(self) -> None:
        self.loop.run_posted()
        QApplication.processEvents()

    def rows(self) -> list[str]:
        """What is seen in the list, from the top."""
        index, seen = self.tree.model().index(0, 0), []
        while index.isValid():
            seen.append(str(index.data()))
            index = self.tree.indexBelow(index)
        return seen

    def click(self, title: str) -> None:
        index = self.tree.model().index(0, 0)
        while index.isValid() and index.data() != title:
            index = self.tree.indexBelow(index)
        where = self.tree.visualRect(index).center()
        QTest.mouseClick(self.tree.viewport(), Qt.MouseButton.LeftButton, pos=where)

    def place(self) -> tuple[int, int, int]:
        at = self.panel.geometry()
        return at.left(), at.top(), at.height()


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Seen]:
    windows = FakeWindows()
    windows.areas = {CHAT.handle: Area(40, 30, 300, 500), OTHER.handle: Area(0, 0, 200, 200)}
    loop = FakeLoop()
    panel = DockPanel(search, find, lambda: ENTRIES, lambda one: one.snippet.body)
    docking = Docking(panel, windows, Serving(windows), loop)
    told = Seen(panel, docking, windows, loop)
    windows.watch(docking.front_changed)
    docking.chosen.connect(
        lambda one, target, key: told.chosen.append((one.snippet.title, target, key))
    )
    windows.bring(CHAT)
    assert docking.dock()
    told.turn()
    yield told
    docking.stop()


def test_it_comes_up_beside_the_window_in_front(seen: Seen) -> None:
    assert seen.panel.isVisible()
    assert seen.place() == (340, 30, 500)


def test_it_moves_and_grows_with_the_chat(seen: Seen) -> None:
    seen.windows.put(CHAT, Area(100, 10, 310, 520))
    seen.turn()
    assert seen.place() == (410, 10, 520)


def test_a_drag_is_followed_to_its_newest_place_only(seen: Seen) -> None:
    for left in range(50, 100):
        seen.windows.put(CHAT, Area(left, 30, 300, 500))
    assert len(seen.loop._posted) == 1
    seen.turn()
    assert seen.place()[0] == 399


def test_it_hides_with_a_chat_that_is_minimised(seen: Seen) -> None:
    seen.windows.minimise(CHAT)
    seen.turn()
    assert not seen.panel.isVisible()
    seen.windows.minimise(CHAT, down=False)
    seen.windows.bring(CHAT)
    seen.turn()
    assert seen.panel.isVisible()


def test_it_hides_behind_another_program_and_comes_back(seen: Seen) -> None:
    seen.windows.bring(OTHER)
    seen.turn()
    assert not seen.panel.isVisible()
    seen.windows.bring(CHAT)
    seen.turn()
    assert seen.panel.isVisible()


def test_a_window_of_the_chat_or_of_our_own_in_front_leaves_it_there(seen: Seen) -> None:
    ours = Target(int(seen.panel.winId()), "", "", 99)
    for front in (Target(70, "选择文件", "qianniu", CHAT.reader), ours, None):
        seen.windows.front = front
        seen.windows.tell()
        seen.turn()
        assert seen.panel.isVisible()


def test_another_chat_of_the_same_program_is_followed(seen: Seen) -> None:
    second = Target(9, "千牛 - 李四", "qianniu", CHAT.reader)
    seen.windows.areas[second.handle] = Area(200, 100, 300, 400)
    seen.windows.bring(second)
    seen.turn()
    assert seen.place() == (500, 100, 400)
    seen.windows.put(CHAT, Area(0, 0, 100, 500))  # the first one is followed no longer
    seen.turn()
    assert seen.place() == (500, 100, 400)


def test_a_chat_that_closes_takes_it_along_and_a_new_one_brings_it_back(seen: Seen) -> None:
    seen.windows.shut(CHAT)
    seen.turn()
    assert not seen.panel.isVisible()
    assert seen.docking.is_on
    again = Target(10, "千牛", "qianniu", 7_001)
    seen.windows.areas[again.handle] = Area(40, 30, 300, 500)
    seen.windows.bring(again)
    seen.turn()
    assert seen.panel.isVisible()


def test_it_is_docked_to_known_programs_only(seen: Seen) -> None:
    joined: list[str] = []
    seen.docking.joined.connect(joined.append)
    seen.docking.stop()
    seen.docking.start(["calc"])
    seen.windows.bring(OTHER)
    seen.turn()
    assert seen.panel.isVisible()
    assert not joined
    # WHEN the user docks it to one that was not known
    mail = Target(11, "信箱", "mail", 11_000)
    seen.windows.areas[mail.handle] = Area(0, 0, 200, 400)
    seen.windows.bring(mail)
    assert seen.docking.dock()
    assert joined == ["mail"]


def test_without_a_window_in_front_it_cannot_dock(seen: Seen) -> None:
    seen.docking.stop()
    seen.windows.bring(None)
    assert not seen.docking.toggle()
    assert not seen.panel.isVisible()


def test_it_is_put_away_until_it_is_wanted_again(seen: Seen) -> None:
    gone: list[bool] = []
    seen.docking.put_away.connect(lambda: gone.append(True))
    button = next(
        one
        for one in seen.panel.findChildren(QToolButton)
        if one.accessibleName().startswith("Put")
    )
    button.click()
    seen.windows.bring(OTHER)
    seen.windows.bring(CHAT)
    seen.turn()
    assert gone == [True]
    assert not seen.panel.isVisible()
    assert seen.docking.toggle()
    seen.turn()
    assert seen.panel.isVisible()


# The list


def test_categories_are_closed_at_first_and_open_by_a_click(seen: Seen) -> None:
    assert seen.rows() == ["物流", "售中"]
    seen.click("物流")
    assert seen.rows() == ["物流", "查件", "催查件", "售中"]
    seen.click("物流")
    assert seen.rows() == ["物流", "售中"]


def test_a_click_chooses_for_the_chat_and_selects_nothing(seen: Seen) -> None:
    seen.click("物流")
    seen.click("查件")
    assert seen.chosen == [("查件", CHAT, "")]
    assert not seen.tree.selectionModel().hasSelection()


def test_the_window_manager_is_told_that_it_takes_no_keyboard(seen: Seen) -> None:
    handle = seen.panel.windowHandle()
    assert handle.flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert seen.panel.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert seen.tree.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_open_categories_stay_open_when_the_library_changes(seen: Seen) -> None:
    seen.click("物流")
    seen.panel.refresh()
    assert seen.rows()[1] == "查件"


def test_a_role_lists_its_own_replies(seen: Seen) -> None:
    roles: list[str] = []
    seen.panel.role_chosen.connect(roles.append)
    menu = seen.panel._menu
    assert [action.text() for action in menu.actions()] == ["All roles", "售中", "售后"]
    menu.actions()[2].trigger()
    assert seen.rows() == ["物流"]
    assert roles == ["售后"]
    seen.panel.choose_role("批发")
    assert any("no replies" in one.text() for one in seen.panel.findChildren(QLabel))


# The search


@pytest.fixture
def typing(seen: Seen) -> Seen:
    QTest.mouseClick(seen.box, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    seen.turn()
    return seen


def test_a_click_into_the_box_asks_for_the_keyboard(typing: Seen) -> None:
    assert not typing.panel.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert typing.panel.isVisible()


def test_typing_finds_and_enter_chooses_and_gives_the_keyboard_back(typing: Seen) -> None:
    typing.box.insert("件")
    assert typing.rows() == ["查件", "催查件"]
    QTest.keyClick(typing.box, Key.Key_Down)
    QTest.keyClick(typing.box, Key.Key_Return)
    assert typing.chosen == [("催查件", CHAT, "enter")]
    assert typing.panel.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert typing.rows() == ["物流", "售中"]


def test_a_found_reply_is_chosen_by_a_click(typing: Seen) -> None:
    typing.box.insert("催")
    typing.click("催付")
    assert typing.chosen == [("催付", CHAT, "")]
    assert typing.panel.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_escape_gives_the_keyboard_back_to_the_chat(typing: Seen) -> None:
    typing.windows.front = Target(int(typing.panel.winId()), "", "")
    typing.box.insert("催")
    QTest.keyClick(typing.box, Key.Key_Escape)
    assert typing.windows.activated == [CHAT]
    assert typing.box.text() == ""
    assert typing.panel.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_the_list_is_walked_by_keys(typing: Seen) -> None:
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(typing.box, key)
    assert typing.chosen == [("查件", CHAT, "enter")]


def test_enter_opens_a_category(typing: Seen) -> None:
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(typing.box, key)
    assert typing.rows() == ["物流", "售中", "催付"]
    assert typing.chosen == []


def test_nothing_found_is_said(typing: Seen) -> None:
    QTest.keyClicks(typing.box, "xyz")
    assert any("“xyz”" in one.text() for one in typing.panel.findChildren(QLabel))
    QTest.keyClick(typing.box, Key.Key_Return)
    assert typing.chosen == []


def test_every_part_has_a_name_for_those_who_hear_it(seen: Seen) -> None:
    parts = [seen.box, seen.tree, *seen.panel.findChildren(QToolButton)]
    shown = [part for part in parts if part.parent() is not seen.box]
    assert all(part.accessibleName() for part in shown)
