"""A library window over real stores in a folder of the test, and a team that changes its mind."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_assist.core.replies.library import OWN_PACK, Entry, Library
from desktop_assist.core.replies.pack import Manifest, Pack
from desktop_assist.core.replies.reply import Parts, ReplyContext
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.core.replies.template import Templates
from desktop_assist.core.searching.plain_search import PlainSearch
from desktop_assist.core.searching.search import Hit, Standing
from desktop_assist.gui.library.joined import Examples
from desktop_assist.gui.library.places import Holdings
from desktop_assist.gui.library.ports import Example, LibraryPorts
from desktop_assist.gui.library.window import LibraryWindow
from desktop_assist.packs.writer import write_pack
from desktop_assist.services.library_changes import LibraryChanges
from desktop_assist.services.replies import Replies
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.edit_history import EditHistory
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.pictures import PictureStore
from tests.fakes.worker import FakeWorker

TODAY = datetime.date(2026, 11, 22)
NOW = datetime.datetime(2026, 11, 22, 9, 30)
Key = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier

TEAM = (
    Snippet(
        id="swap",
        title="换货流程",
        category=("售后", "换货"),
        body="可以换成 {{ size }} 码，请您 {{ day }} 前寄回。",
        alternatives=("换货没问题，{{ size }} 码有货。",),
        tones={"warm": "亲，{{ size }} 码给您留着呢～"},
        fields=(
            Field(name="size", kind="choice", label="尺码", choices=("M", "L"), default="L"),
            Field(name="day", kind="date", label="寄回日期"),
        ),
        code="hh",
        tags=("常用",),
        triggers=("能换大一码吗",),
        role="售后",
        stage="售后",
        technique="委婉",
        when_to_use="客户想换尺码",
        when_to_avoid="已经超过期限",
    ),
    Snippet(
        id="sorry", title="致歉", category=("投诉",), body="非常抱歉。", role="投诉", code="zq"
    ),
    Snippet(id="law", title="隐私声明", category=("投诉",), body="我们保护您的信息。", locked=True),
    Snippet(
        id="sale",
        title="双十一优惠",
        category=("售前",),
        body="今天下单立减。",
        role="售前",
        valid_until=datetime.date(2026, 11, 12),
    ),
)
MINE = Snippet(id="own-1", title="我的问候", category=("售前",), body="您好，很高兴见到您。")


class Stage:
    """The stores, the team's pack of now, and what the window told."""

    def __init__(self, folder: Path, team: Sequence[Snippet] = TEAM) -> None:
        self.folder = folder
        self.team = list(team)
        self.own = OwnSnippets(AtomicStorage(folder / "own.jsonl", lambda: TODAY))
        self.failures: list[object] = []
        history = EditHistory(folder / "edits.jsonl", self.failures.append)
        self.changes = LibraryChanges(self._original, self.own.layer, history, lambda: NOW)
        self.pictures = PictureStore(folder / "pictures")
        self.worker = FakeWorker()
        self.favourites: set[str] = set()
        self.standing: dict[str, Standing] = {}
        self.rendered: list[str] = []
        templates = Templates()
        context = ReplyContext("", "", NOW, "zh-CN")
        replies = Replies(templates, lambda: context)
        self._examples = Examples(replies, templates, lambda: TODAY)

    def _original(self, key: str) -> Snippet | None:
        return self.library.original(key)

    @property
    def library(self) -> Library:
        manifest = Manifest(id="team", version="1", title="团队话术")
        pack = Pack(manifest, tuple(self.team), self.folder)
        return Library([pack], self.own.all(), self.own.layer.overrides())

    def holdings(self) -> Holdings:
        library = self.library
        return Holdings(
            tuple(library),
            [Entry(one, OWN_PACK, origin="own") for one in self.changes.bin()],
            library.hidden(),
            frozenset(self.favourites),
            self.standing,
            TODAY,
        )

    def search(self, query: str, limit: int) -> list[Hit]:
        """As the palette's engine: it knows only what is valid today."""
        return PlainSearch(self.library.usable_on(TODAY)).search(query, limit)

    def like(self, key: str, on: bool) -> None:
        (self.favourites.add if on else self.favourites.discard)(key)

    def ports(self) -> LibraryPorts:
        def example(entry: Entry, parts: Parts) -> Example:
            self.rendered.append(entry.key)
            return self._examples.example(entry, parts)

        return LibraryPorts(
            holdings=self.holdings,
            search=self.search,
            example=example,
            changes=self.changes,
            background=self.worker,
            picture=self.picture,
            keep_picture=self.pictures.keep,
            export=lambda entries, folder: write_pack(folder, "导出", entries, self.picture),
            like=self.like,
        )

    def picture(self, entry: Entry) -> Path | None:
        return self.pictures.file(entry.snippet.image)

    def open(self) -> Window:
        return Window(LibraryWindow(self.ports()))

    def team_says(self, snippet_id: str, **parts: object) -> None:
        """The team publishes another version of one of its replies."""
        self.team = [
            msgspec.structs.replace(one, **parts) if one.id == snippet_id else one
            for one in self.team
        ]


class Window:
    """What a person sees and does."""

    def __init__(self, window: LibraryWindow) -> None:
        self.window = window
        self.edited: list[str] = []
        self.copied: list[tuple[str, tuple[str, ...]]] = []
        self.in_palette: list[str] = []
        self.changes = 0
        window.edit_wanted.connect(self.edited.append)
        window.copy_wanted.connect(lambda key, parts: self.copied.append((key, parts)))
        window.palette_wanted.connect(self.in_palette.append)
        window.library_changed.connect(self._count)
        window.resize(1000, 700)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)

    def _count(self) -> None:
        self.changes += 1

    @property
    def titles(self) -> list[str]:
        return [one.entry.snippet.title for one in self.window.cards.cards.found]

    @property
    def places(self) -> dict[str, int]:
        """What the tree says, by name: how many."""
        model = self.window.tree.places
        lines = (model.line(model.index_of(place)) for place in model.places)
        return {line.name: line.count for line in lines}

    @property
    def page(self) -> str:
        return self.window.detail.toPlainText()

    @property
    def undo_text(self) -> str:
        return self.window.undo_line.told

    def select(self, *titles: str) -> None:
        view = self.window.cards.view
        view.clearSelection()
        model = view.selectionModel()
        for title in titles:
            index = self.window.cards.cards.index(self.titles.index(title))
            model.setCurrentIndex(index, model.SelectionFlag.Select)

    def type_query(self, text: str) -> None:
        self.window.search.setText(text)
        self.window.search.returnPressed.emit()

    def press(self, where: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        where.setFocus()
        QTest.keyClick(where, key, modifiers)


def png(folder: Path, name: str = "picture.png", colour: int = 0xFF3366) -> Path:
    """A small picture in a file."""
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(colour)
    picture.save(str(folder / name))
    return folder / name


def titles_of(entries: Iterable[Entry]) -> list[str]:
    return [one.snippet.title for one in entries]
