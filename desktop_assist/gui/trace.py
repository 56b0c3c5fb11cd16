"""Points in time for the benchmark, where the environment asks for them."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

TRACE_VARIABLE = "DESKTOP_ASSIST_TRACE"
"""Names the file to which lines of `{"event": …, "ns": …}` are appended; no text goes there."""


class Trace(QObject):
    """Notes when a watched window has been painted after it was opened."""

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._opened: set[QObject] = set()

    @classmethod
    def wanted(cls, environment: Mapping[str, str], parent: QObject) -> Trace | None:
        """A trace where `environment` names a file."""
        name = environment.get(TRACE_VARIABLE)
        return cls(Path(name), parent) if name else None

    def watch(self, window: QWidget) -> None:
        """Note `<object name>_painted` each time that `window` has opened and been painted."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._opened.add(watched)
        elif event.type() == QEvent.Type.Paint and watched in self._opened:
            self._opened.discard(watched)
            # Due when this paint, of the children too, has been handed to the screen.
            QTimer.singleShot(0, lambda: self.note(f"{watched.objectName()}_painted"))
        return False

    def note(self, event: str, started_ns: int | None = None) -> None:
        """Append one point in time, beside that at which what it ends began."""
        point = {"event": event, "ns": time.monotonic_ns()}
        if started_ns is not None:
            point["started_ns"] = started_ns
        line = json.dumps(point)
        with self._file.open("a", encoding="utf-8") as stream:
            stream.write(line + "\n")
