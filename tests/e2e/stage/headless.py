"""A Chromium without a screen, driven through the pipe that it listens to for that."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any

_PATIENCE_S = 60.0
_FIRST_FREE = 10
_ON_PIPES = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4);"
    "os.execvp(sys.argv[3], sys.argv[3:])"
)
"""Chromium wants its orders on descriptor 3 and answers on 4."""
CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--remote-debugging-pipe", "--disable-extensions", "--disable-background-networking",
    "--disable-component-update", "--disable-dev-shm-usage", "--hide-scrollbars",
)  # fmt: skip


class Headless:
    """One browser with one page."""

    def __init__(self, profile: Path) -> None:
        theirs_in, self._orders = _pipe()
        self._answers, theirs_out = _pipe()
        on_pipes = (sys.executable, "-c", _ON_PIPES, str(theirs_in), str(theirs_out))
        self._process = subprocess.Popen(
            [*on_pipes, *CHROMIUM, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._number = 0
        self._received = b""
        self._session: dict[str, str] = {}
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Headless:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._process.terminate()
            self._process.wait(timeout=_PATIENCE_S)
        finally:
            os.close(self._orders)
            os.close(self._answers)

    def open(self, address: str, width: int = 1100, height: int = 800) -> None:
        """Show a page, once it is loaded."""
        if not self._session:
            target = self.call("Target.createTarget", url="about:blank")["targetId"]
            attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
            self._session = {"sessionId": attached["sessionId"]}
            for room in ("Page", "Runtime", "Log", "Network"):
                self.call(f"{room}.enable")
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.events.clear()
        self.call("Page.navigate", url=address)
        self.wait_for("document.readyState === 'complete' && location.href !== 'about:blank'")

    def look(self, scheme: str, medium: str = "") -> None:
        """Prefer `light` or `dark`, as on the screen or as in `print`."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.call("Emulation.setEmulatedMedia", media=medium, features=[feature])

    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page."""
        told = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def wait_for(self, script: str) -> None:
        """Wait until an expression holds in the page."""
        until = time.monotonic() + _PATIENCE_S
        while not self.evaluate(script):
            assert time.monotonic() < until, script
            self.evaluate("new Promise((done) => requestAnimationFrame(done))")

    def type(self, text: str) -> None:
        """Type letters by their keys, and everything else as an input method hands it over."""
        for character in text:
            if character.isascii() and character.isalnum():
                self.press(character, text=character)
            else:
                self.call("Input.insertText", text=character)

    def press(self, key: str, **more: object) -> None:
        """Press and release a key of that name."""
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **more)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def click(self, selector: str) -> None:
        """Press the mouse on the first element that fits."""
        place = self.evaluate(
            f"(() => {{const one = document.querySelector({json.dumps(selector)});"
            " one.scrollIntoView({block: 'center'}); const box = one.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]})()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call(
                "Input.dispatchMouseEvent",
                type=kind,
                x=place[0],
                y=place[1],
                button="left",
                clickCount=1,
            )

    def picture(self) -> bytes:
        """What is seen, as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])

    def printed(self) -> bytes:
        """The page on paper, as PDF."""
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"])

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """The answer to an order; events that come meanwhile are kept."""
        self._number += 1
        order = {"id": self._number, "method": method, "params": parameters, **self._session}
        os.write(self._orders, json.dumps(order).encode() + b"\0")
        while True:
            message = self._next()
            if message.get("id") == self._number:
                assert "error" not in message, message
                result: dict[str, Any] = message["result"]
                return result
            self.events.append(message)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._received:
            ready, _, _ = select.select([self._answers], [], [], _PATIENCE_S)
            part = os.read(self._answers, 1 << 16) if ready else b""
            assert part, "the browser does not answer"
            self._received += part
        message, _, self._received = self._received.partition(b"\0")
        read: dict[str, Any] = json.loads(message)
        return read


def _pipe() -> tuple[int, int]:
    """Reading and writing end, away from the numbers that Chromium uses."""
    ends = []
    for end in os.pipe():
        ends.append(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _FIRST_FREE))
        os.close(end)
    reading, writing = ends
    return reading, writing
