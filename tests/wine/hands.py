"""The user's hands for programs under Wine: real keys of the X server, asked for over a socket."""

from __future__ import annotations

import json
import socketserver
import threading
from types import TracebackType

from tests.e2e.stage.keyboard import Keyboard
from tests.e2e.stage.windows import Windows


class Hands:
    """Serves lines of JSON, each answered by one: `["press", "ctrl"]`, `["release", "ctrl"]`.

    `["focus", ""]` is answered with the title of the window that has the X server's keyboard.
    """

    def __init__(self, display_name: str) -> None:
        keyboard, windows = Keyboard(display_name), Windows(display_name)

        class Asked(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                for line in self.rfile:
                    do, key = json.loads(line)
                    if do == "focus":
                        answer = windows.focused_title()
                    else:
                        moves = {"press": keyboard.press, "release": keyboard.release}
                        moves[do](key.upper() if key[1:].isdecimal() else key)  # X writes F5
                        answer = "done"
                    self.wfile.write(json.dumps(answer).encode() + b"\n")

        self._keyboard, self._windows = keyboard, windows
        self._server = socketserver.TCPServer(("127.0.0.1", 0), Asked)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def port(self) -> int:
        """Where they are asked."""
        return int(self._server.server_address[1])

    def __enter__(self) -> Hands:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._keyboard.close()
        self._windows.close()
