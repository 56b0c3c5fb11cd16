"""A palette over a small library that a test drives and reads, with all that it told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QTextEdit, QWidget

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Hit, Matched
from desktop_assist.gui.palette.model import ROW, Row
from desktop_assist.gui.palette.preview import PreviewPane
from desktop_assist.gui.palette.window import Extras, Palette, PaletteChoice

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

SNIPPETS = (
    Snippet(
        id="parcel",
        title="查件：请稍等",
        category=("物流", "查件"),
        code="wl01",
        body="您好😊麻烦您稍等 {{ minutes }} 分钟，但是请先不要拒收。",
        alternatives=("第二种说法", "第三种说法"),
        when_to_use="物流没有更新",
        when_to_avoid="已经签收",
    ),
    Snippet(id="pay", title="催付", category=("售中",), code="cf02", messages=("第一条", "第二条")),
    *(Snippet(id=f"n{n}", title=f"Reply {n}", category=("x",), body=f"b{n}") for n in range(30)),
)
ENTRIES: Mapping[str, Entry] = {
    f"starter/{one.id}": Entry(one, "starter", "起步包") for one in SNIPPETS
}


def search(query: str, limit: int) -> list[Hit]:
    found = []
    for key, entry in ENTRIES.items():
        at = entry.snippet.title.find(query)
        if at >= 0:
            found.append(Hit(key, 1.0, (Matched("title", at, at + len(query)),)))
    return found[:limit]


def preview(entry: Entry, parts: tuple[str, ...]) -> str:
    return "\n".join(parts).replace("{{ minutes }}", "⟦分钟⟧")


def bodies(entry: Entry) -> tuple[tuple[str, ...], ...]:
    return (entry.snippet.parts, *((body,) for body in entry.snippet.alternatives))


def check(text: str, platforms: Sequence[str]) -> list[Finding]:
    at = -1 if "easygoing" in platforms else text.find("但是")
    return [Finding("but", "tone", "warn", at, at + 2, "但是", "换个说法。")] if at >= 0 else []


@dataclass
class Seen:
    """A palette and all that it told."""

    palette: Palette
    favourites: set[str]
    choices: list[PaletteChoice] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    starred: list[str] = field(default_factory=list)
    dismissals: list[bool] = field(default_factory=list)
    continued: list[bool] = field(default_factory=list)

    @property
    def box(self) -> QLineEdit:
        box = self.palette.findChild(QLineEdit)
        assert isinstance(box, QLineEdit)
        return box

    @property
    def rows(self) -> list[Row]:
        model = self.list.model()
        return [model.index(at, 0).data(ROW) for at in range(model.rowCount())]

    @property
    def list(self) -> QListView:
        view = self.palette.findChild(QListView)
        assert isinstance(view, QListView)
        return view

    @property
    def title(self) -> str:
        return str(self.list.currentIndex().data())

    @property
    def preview(self) -> QTextEdit:
        QApplication.processEvents()
        pane = self.palette.findChild(PreviewPane)
        assert isinstance(pane, PreviewPane)
        view = pane.findChild(QTextEdit)
        assert isinstance(view, QTextEdit)
        return view

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.box, key, modifiers)

    @property
    def focus(self) -> QWidget:
        """The part of the window that has the keyboard."""
        return self.palette.focusWidget() or self.palette

    def write(self, text: str) -> None:
        """Type `text`, also what no keyboard has."""
        if text.isascii():
            QTest.keyClicks(self.focus, text)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(text)
            QApplication.sendEvent(self.focus, event)

    def says(self, part: str) -> bool:
        QApplication.processEvents()
        labels = self.palette.findChildren(QLabel)
        shown = [label.text().replace("\u00a0", " ") for label in labels if label.isVisible()]
        return any(part in text for text in shown)


@contextmanager
def opened(
    entries: Mapping[str, Entry] = ENTRIES,
    find: Callable[[str, int], list[Hit]] = search,
    extras: Extras | None = None,
    favourites: Sequence[str] = ("starter/pay",),
) -> Iterator[Seen]:
    """A palette that is open over `entries` and serves a chat."""
    liked = set(favourites)
    palette = Palette(
        find,
        entries.get,
        preview,
        bodies,
        check,
        liked.__contains__,
        extras=extras or Extras(),
        dismiss_on_focus_loss=False,
    )
    told = Seen(palette, liked)
    palette.chosen.connect(told.choices.append)
    palette.edit_wanted.connect(told.edited.append)
    palette.favourite_wanted.connect(told.starred.append)
    palette.dismissed.connect(lambda: told.dismissals.append(True))
    palette.next_wanted.connect(lambda: told.continued.append(True))
    palette.open_for("微信 · 张三")
    yield told
    palette.hide()


def compose(seen: Seen, preedit: str, commit: str = "") -> None:
    """What an input method sends."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(seen.box, event)


def point_of(seen: Seen, row: int) -> QPoint:
    """The middle of that row in the list."""
    return seen.list.visualRect(seen.list.model().index(row, 0)).center()


def library(*snippets: Snippet) -> dict[str, Entry]:
    """Entries of a pack, by key."""
    entries = (Entry(one, "starter", "起步包") for one in snippets)
    return {entry.key: entry for entry in entries}
