"""The palette alone over a large library; each painting is a line in a file, for the bench."""

from __future__ import annotations

import datetime
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop_assist.bundled import resources
from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.replies.reply import ReplyContext
from desktop_assist.core.replies.template import Templates
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.look.appearance import Appearance
from desktop_assist.gui.palette.window import Extras, Palette
from desktop_assist.packs.rules import load_rules
from desktop_assist.services.replies import Replies
from tests.bench.libraries import library
from tests.bench.palette import READY
from tests.bench.search import built, pinyin_table


class Paintings(QObject):
    """Writes when what was to be painted has been handed to the screen (CLOCK_MONOTONIC, ns)."""

    def __init__(self, file: Path, window: QObject) -> None:
        super().__init__(window)
        self._file = file
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, lambda: self.note(str(time.monotonic_ns())))
        return False

    def note(self, line: str) -> None:
        """Append a line."""
        with self._file.open("a", encoding="ascii") as stream:
            stream.write(f"{line}\n")


def _context() -> ReplyContext:
    return ReplyContext("小林家", "小林", datetime.datetime.now(), "zh-CN")


def main() -> None:
    """Show it over as many replies as the first argument says, and write to the second."""
    size, file = int(sys.argv[1]), Path(sys.argv[2])
    entries = library(size)
    engine, _ = built(entries, pinyin_table())
    by_key = {entry.key: entry for entry in entries}
    application = QApplication(sys.argv[:1])
    application.setCursorFlashTime(0)  # the blinking is painted too
    Appearance(application).choose("light")
    checker = Checker(load_rules([resources() / "rules"]).ruleset)
    replies = Replies(Templates(), _context)

    def search(query: str, limit: int) -> list[Hit]:
        return engine.search(query, limit)

    palette = Palette(
        search,
        by_key.get,
        lambda entry, parts: replies.preview(entry, parts, {}),
        replies.bodies,
        lambda text, _platforms: checker.check(text),
        lambda _key: False,
        extras=Extras(fields=replies.fields, fill=replies.preview),
        dismiss_on_focus_loss=False,
    )
    paintings = Paintings(file, palette)
    palette.open_for("晴天小鹿")
    QTimer.singleShot(1000, lambda: paintings.note(READY))
    application.exec()


if __name__ == "__main__":
    main()
