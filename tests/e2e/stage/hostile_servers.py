"""Servers that wear a caller out, and a certificate that nobody has vouched for."""

from __future__ import annotations

import socket
import subprocess
import threading
from pathlib import Path


class RawServer:
    """Sends whatever it likes, as slowly as it likes, to whoever connects."""

    def __init__(self, first: bytes, then: bytes, pause: float) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._first, self._then = first, then
        self._over = threading.Event()
        self._pause = pause
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}/channel"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(10)

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.recv(4096)
                    connection.sendall(self._first)
                    while not self._over.wait(self._pause):
                        connection.sendall(self._then)
                except OSError:
                    continue


def self_signed(folder: Path) -> Path:
    file, key = folder / "server.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2", "-keyout", str(key),
         "-out", str(file)],
        check=True,
        capture_output=True,
    )  # fmt: skip
    file.write_bytes(file.read_bytes() + key.read_bytes())
    return file
