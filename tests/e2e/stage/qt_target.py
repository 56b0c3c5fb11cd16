"""A chat window made with Qt: one input box, reported at each change.

    python -m tests.e2e.stage.qt_target --socket PATH --title T [--one-line] [--freeze-ms N]

With `--freeze-ms` the event loop stands still that long at each paste, as a busy messenger does.
"""

from __future__ import annotations

import argparse
import time
from typing import Any

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.e2e.stage.link import Link
from tests.e2e.stage.qt_link import obey


class LineBox(QLineEdit):
    """The one-line input."""

    freeze = 0.0

    def contents(self) -> str:
        return self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        _freeze_at_paste(event, self.freeze)
        super().keyPressEvent(event)


class TextBox(QPlainTextEdit):
    """The input of many lines."""

    freeze = 0.0

    def contents(self) -> str:
        return self.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        _freeze_at_paste(event, self.freeze)
        super().keyPressEvent(event)


def _freeze_at_paste(event: QKeyEvent, seconds: float) -> None:
    if seconds and event.matches(QKeySequence.StandardKey.Paste):
        time.sleep(seconds)  # the window that hangs is what this target plays


class Conversation:
    """The input box and the line to the test."""

    def __init__(self, box: LineBox | TextBox, link: Link) -> None:
        self._box = box
        self._link = link
        box.textChanged.connect(self._tell)
        self._orders = obey(link, self._obey)
        link.tell("ready", reader=int(box.winId()))

    def _tell(self) -> None:
        self._link.tell("text", ns=time.monotonic_ns(), text=self._box.contents())

    def _obey(self, order: dict[str, Any]) -> None:
        self._set(order.get("text", ""), order.get("title", ""))
        self._link.tell("cleared")

    def _set(self, text: str, title: str) -> None:
        self._box.blockSignals(True)  # the test knows what it has set itself
        if isinstance(self._box, QLineEdit):
            self._box.setText(text)
        else:
            self._box.setPlainText(text)
        self._box.blockSignals(False)
        if title:
            self._box.window().setWindowTitle(title)


def _show(box: QWidget, title: str) -> None:
    box.setWindowTitle(title)
    box.resize(480, 160)
    box.show()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    parser.add_argument("--title", required=True)
    parser.add_argument("--one-line", action="store_true")
    parser.add_argument("--freeze-ms", type=int, default=0)
    options = parser.parse_args()
    application = QApplication(["stage-qt"])
    box = LineBox() if options.one_line else TextBox()
    box.freeze = options.freeze_ms / 1000
    _show(box, options.title)
    conversation = Conversation(box, Link(options.socket))
    application.exec()
    del conversation


if __name__ == "__main__":
    main()
