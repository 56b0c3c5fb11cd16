"""The user's hands and other programs, as a test under Wine has them."""

from __future__ import annotations

import base64
import json
import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.e2e.stage.waiting import wait_until

PROJECT = Path(__file__).parents[3]
ANSWER_S = 30
"""Nothing that a test asks takes so long: what does not answer by then is stuck."""


class Hands:
    """Presses real keys: they come in through the X server, as a keyboard's do."""

    def __init__(self) -> None:
        address = ("127.0.0.1", int(os.environ["WINE_HANDS"]))
        self._line = socket.create_connection(address, timeout=ANSWER_S)
        self._answers = self._line.makefile("rb")
        self._down: list[str] = []

    def press(self, key: str) -> None:
        self._down.append(key)
        self._ask("press", key)

    def release(self, key: str) -> None:
        self._ask("release", key)
        self._down = [one for one in self._down if one != key]

    def rest(self) -> None:
        """Let go of all that is still held."""
        for key in reversed(self._down):
            self.release(key)

    def chord(self, combination: str) -> None:
        """Press `ctrl+alt+1` and let it go."""
        keys = combination.split("+")
        for key in keys:
            self.press(key)
        for key in reversed(keys):
            self.release(key)

    def close(self) -> None:
        self._answers.close()
        self._line.close()

    def focus(self) -> str:
        """The title of the window to which the X server sends the keys."""
        return self._ask("focus", "")

    def _ask(self, do: str, key: str) -> str:
        self._line.sendall(json.dumps([do, key]).encode() + b"\n")
        answer: str = json.loads(self._answers.readline())
        return answer


class Other:
    """Another program; see `other_program`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.wine.inside.other_program"],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._answers: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.process: int = self.ask("hello")

    def ask(self, do: str, *values: Any) -> Any:
        """Its answer to one order."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([do, *values]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._answers.get(timeout=ANSWER_S))

    def open(self, title: str, owner: int = 0) -> int:
        """A window of that title, in front."""
        window: int = self.ask("open", title, owner)
        return window

    def open_for(self, hands: Hands, title: str) -> int:
        """A window of that title, the only one, once the hands' keys arrive in it."""
        self.ask("shut_all")
        self.ask("forget_keys")
        window = self.open(title)

        def arrives() -> bool:
            self.ask("bring", window)  # Wine may lose the X server's focus to a window that closes
            hands.chord("f6")  # which the program keeps apart from the other keys
            return bool(self.ask("settled"))

        wait_until(arrives, "the keyboard in the window", every=0.1)
        self.ask("forget_keys")
        return window

    def put(self, window: int, *area: int) -> None:
        """Move the window; a window manager that has just come to it may move it back at first."""

        def stays() -> bool:
            if self.ask("area", window) == list(area):
                return True
            self.ask("put", window, *area)
            return False

        wait_until(stays, f"the window at {area}", every=0.2)

    def copy(self, contents: Mapping[str, bytes]) -> None:
        """Put `contents` on the clipboard, by the names of the formats."""
        wire = {name: base64.b64encode(data).decode() for name, data in contents.items()}
        self.ask("copy", wire)

    def contents(self) -> dict[str, bytes]:
        """Every format that is on the clipboard."""
        wire: dict[str, str] = self.ask("contents")
        return {name: base64.b64decode(data) for name, data in wire.items()}

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=20)
        self._reader.join(timeout=20)

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as answers:
            for line in answers:
                self._answers.put(line)
