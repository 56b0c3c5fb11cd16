"""The import window over real stores, and what a person sees of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.operation import Operation
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.import_window.ports import ImportPorts
from desktop_assist.gui.import_window.window import ImportWindow
from desktop_assist.packs.exchange.limits import Limits
from desktop_assist.store.last_import import LastImport
from tests.gui.library_stage import NOW, Stage

HEADER = "快捷短语编码,标题,快捷短语,快捷短语分组\n"


def check(text: str) -> list[Finding]:
    at = text.find("不能")
    found = Finding("cannot", "tone", "warn", at, at + 2, "不能", "换个说法")
    return [found] if at >= 0 else []


class WatchedLast(LastImport):
    """Something else happens just when an import is about to be written."""

    when_noted: Callable[[], object] = staticmethod(lambda: None)

    def note(self, operation: Operation) -> None:
        super().note(operation)
        self.when_noted()


class Window:
    """The window over real stores, and what a person sees of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stage = Stage(folder)
        self.renewed = 0
        self.last = WatchedLast(folder / "last-import.jsonl", lambda: NOW)
        ports = ImportPorts(
            entries=lambda: [*self.stage.library, *self.stage.library.hidden()],
            changes=self.stage.changes,
            background=self.stage.worker,
            check=check,
            keep_picture=self.stage.pictures.keep,
            last=self.last,
            limits=Limits(rows=5_000),
        )
        self.window = ImportWindow(ports)
        self.window.library_changed.connect(self._renew)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def _renew(self) -> None:
        self.renewed += 1

    def open(self, *files: Path) -> None:
        self.window.open_files(files)
        self.stage.worker.work_off()

    def open_rows(self, rows: str, header: str = HEADER) -> Path:
        file = self.folder / "话术.csv"
        file.write_text(header + rows, "utf-8")
        self.open(file)
        return file

    def cells(self, column: int) -> list[str]:
        rows = self.window.rows
        return [str(rows.index(row, column).data()) for row in range(rows.rowCount())]

    def show(self, name: str) -> None:
        QTest.mouseClick(self.window.filters[name], Qt.MouseButton.LeftButton)

    def press_import(self) -> None:
        QTest.mouseClick(self.window.import_button, Qt.MouseButton.LeftButton)
        self.stage.worker.work_off()

    @property
    def own(self) -> list[Snippet]:
        return self.stage.own.all()
