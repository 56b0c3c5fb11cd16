"""The desktop’s token of a permission that was given once: it spares the question next time."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


class RestoreToken:
    """One line in a file that only its owner may read; lost, it costs one question."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> str:
        """The token, empty where there is none."""
        try:
            return self._file.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def keep(self, token: str) -> None:
        """Keep `token` for the next start; an empty one forgets the last."""
        with contextlib.suppress(OSError):  # the question comes once more, and nothing else is lost
            written = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(written, "w", encoding="utf-8") as file:
                file.write(token)

    def forget(self) -> None:
        """Have the desktop ask anew next time.

        Raises:
            OSError: the file cannot be removed.
        """
        self._file.unlink(missing_ok=True)
