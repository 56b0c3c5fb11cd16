"""A shop's chat window with one customer: what was said, and an input box with a send button.

    python -m tests.demo.chat_window --socket PATH --title T --said TEXT --said TEXT

It speaks the stage's line (`tests.e2e.stage.link`): `text` at each change of the input box.
Orders: `clear` (sets the draft), `say` (the customer writes `text`), `send` (as its button does),
`copy` (the customer's last message goes to the clipboard, as its menu would do it).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.e2e.stage.link import Link

STYLE = """
QWidget#chat { background: #eef1f5; }
QWidget#column, QScrollArea { background: #eef1f5; border: none; }
QLabel { font-size: 14px; }
QLabel#head { background: white; padding: 10px 14px; font-size: 15px; font-weight: 600; }
QLabel[who="customer"] { background: white; border-radius: 10px; padding: 9px 12px; }
QLabel[who="agent"] { background: #bfe3c9; border-radius: 10px; padding: 9px 12px; }
QPlainTextEdit { background: white; border: none; border-top: 1px solid #d5dae1; padding: 8px;
  font-size: 14px; }
QPushButton { background: #2f6fdb; color: white; border: none; border-radius: 6px;
  padding: 7px 22px; margin: 8px; font-size: 14px; }
"""
WIDTH, HEIGHT, BUBBLE = 560, 620, 400


class ChatWindow(QWidget):
    """The conversation, and the draft beneath it."""

    def __init__(self, title: str, said: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("chat")
        self.setWindowTitle(title)
        self.setStyleSheet(STYLE)
        self.draft = QPlainTextEdit()
        self.draft.setPlaceholderText("输入消息…")
        self.draft.setFixedHeight(120)
        self._last = ""
        self._arrange(title)
        for text in said:
            self.say(text)
        self.resize(WIDTH, HEIGHT)

    def say(self, text: str, who: str = "customer") -> None:
        """Show a message of the customer or of the agent."""
        bubble = QLabel(text)
        bubble.setProperty("who", who)
        bubble.setWordWrap(True)
        bubble.setMaximumWidth(BUBBLE)
        row = QHBoxLayout()
        is_agent = who == "agent"
        row.addStretch(int(is_agent))
        row.addWidget(bubble)
        row.addStretch(int(not is_agent))
        self._messages.insertLayout(self._messages.count() - 1, row)
        if not is_agent:
            self._last = text

    def send(self) -> None:
        """What stands in the input box becomes a message: the agent's own decision."""
        if self.draft.toPlainText():
            self.say(self.draft.toPlainText(), "agent")
            self.draft.clear()

    def copy(self) -> None:
        """Put the customer's last message on the clipboard."""
        QGuiApplication.clipboard().setText(self._last)

    def _arrange(self, title: str) -> None:
        head = QLabel(title)
        head.setObjectName("head")
        column = QWidget()
        column.setObjectName("column")
        self._messages = QVBoxLayout(column)
        self._messages.setSpacing(10)
        self._messages.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(column)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high))
        send = QPushButton("发送")
        send.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        send.clicked.connect(self.send)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(area, 1)
        layout.addWidget(self.draft)
        layout.addWidget(send, 0, Qt.AlignmentFlag.AlignRight)
        self.draft.setFocus()


class Conversation:
    """The window and the line to the demonstration."""

    def __init__(self, window: ChatWindow, link: Link) -> None:
        self._window = window
        self._link = link
        window.draft.textChanged.connect(self._tell)
        self._notifier = QSocketNotifier(link.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._obey)
        link.tell("ready")

    def _tell(self) -> None:
        text = self._window.draft.toPlainText()
        self._link.tell("text", ns=time.monotonic_ns(), text=text)

    def _obey(self) -> None:
        try:
            orders = self._link.orders()
        except EOFError:
            QApplication.quit()
            return
        for order in orders:
            self._do(order)

    def _do(self, order: dict[str, Any]) -> None:
        draft = self._window.draft
        draft.blockSignals(True)  # the demonstration knows what it has set itself
        match order["do"]:
            case "clear":
                draft.setPlainText(order.get("text", ""))
            case "say":
                self._window.say(order["text"])
            case "send":
                self._window.send()
            case "copy":
                self._window.copy()
        draft.blockSignals(False)
        self._link.tell("cleared")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    parser.add_argument("--title", required=True)
    parser.add_argument("--said", action="append", default=[])
    options = parser.parse_args()
    application = QApplication(["demo-chat"])
    window = ChatWindow(options.title, options.said)
    window.show()
    conversation = Conversation(window, Link(options.socket))
    application.exec()
    del conversation


if __name__ == "__main__":
    main()
