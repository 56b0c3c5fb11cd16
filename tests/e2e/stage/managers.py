"""Clipboard managers that watch, and what they have recorded."""

from __future__ import annotations

from typing import Protocol

from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.programs import start_copyq

_COPYQ_ITEMS = "var a = []; for (var i = 0; i < size(); ++i) a.push(str(read(i))); a.join('|')"


class History(Protocol):
    """A running manager."""

    def text(self) -> str:
        """Everything that it has recorded so far."""

    def close(self) -> None:
        """End it."""


class CopyqHistory:
    """CopyQ, which reads at each change of owner."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        start_copyq(desktop)

    def text(self) -> str:
        return self._desktop.run("copyq", "eval", _COPYQ_ITEMS).stdout.decode()

    def close(self) -> None:
        self._desktop.run("copyq", "exit")


class ParcelliteHistory:
    """Parcellite, which looks twice a second and writes its history to a file at once."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._file = desktop.folder / "data" / "parcellite" / "history"
        self._process = desktop.start("parcellite")

    def text(self) -> str:
        return self._file.read_bytes().decode("utf-8", "replace") if self._file.exists() else ""

    def close(self) -> None:
        self._desktop.stop(self._process)
