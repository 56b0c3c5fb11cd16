"""Real servers that hold a channel: S3 by moto, WebDAV by WsgiDAV; and a line that breaks."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from tests.e2e.stage.waiting import wait_until

_SERVER_ALONE = {**os.environ, "PYTHONWARNINGS": "ignore"}
"""What a server warns of in its own process is no fault of ours."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_port(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until `process` answers on `port`; `log` tells why it never did."""

    def answers() -> bool:
        assert process.poll() is None, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            return False
        return True

    wait_until(answers, f"an answer on port {port}", within=30)


class ServerProcess:
    """`python -m …`, a process of its own that answers on `port`."""

    def __init__(self, words: Sequence[object], port: int, log: Path) -> None:
        self.port = port
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *map(str, words)],
                stdout=out, stderr=out, env=_SERVER_ALONE, cwd=log.parent,
            )  # fmt: skip
        await_port(port, self._process, log)

    def stop(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(20)


def s3_server(folder: Path) -> ServerProcess:
    port = free_port()
    return ServerProcess(["moto.server", "-H", "127.0.0.1", "-p", port], port, folder / "s3.log")


def webdav_server(folder: Path, root: Path, login: tuple[str, str] | None = None) -> ServerProcess:
    """Serves `root`; with a `login` to those alone who know it."""
    port = free_port()
    config = folder / f"webdav-{port}.json"
    known = {login[0]: {"password": login[1]}} if login else True
    root.mkdir(parents=True, exist_ok=True)
    settings = {
        "host": "127.0.0.1",
        "port": port,
        "provider_mapping": {"/": str(root)},
        "simple_dc": {"user_mapping": {"*": known}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False,
                               "default_to_digest": False},
    }  # fmt: skip
    config.write_text(json.dumps(settings), "utf-8")
    words = ["wsgidav.server.server_cli", "--config", config]
    return ServerProcess(words, port, folder / f"webdav-{port}.log")


class BreakingLine:
    """Hands on to `port` what comes, and breaks off once `most` bytes have gone that way."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self.most: int | None = None
        self.sent = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def allow(self, most: int | None) -> None:
        """From now on so many bytes pass; all of them where it is None."""
        self.sent, self.most = 0, most

    def close(self) -> None:
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._to))
            threading.Thread(target=self._there, args=(near, far), daemon=True).start()
            threading.Thread(target=self._back, args=(far, near), daemon=True).start()

    def _there(self, near: socket.socket, far: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := near.recv(1 << 12):
                if self.most is not None:
                    data = data[: max(self.most - self.sent, 0)]
                self.sent += len(data)
                far.sendall(data)
                if self.most is not None and self.sent >= self.most:
                    break
        _break_off(near, far)

    def _back(self, far: socket.socket, near: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := far.recv(1 << 16):
                near.sendall(data)
        _break_off(near, far)


def _break_off(*ends: socket.socket) -> None:
    for end in ends:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
