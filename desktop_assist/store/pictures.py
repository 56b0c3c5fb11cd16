"""The pictures of the agent's own replies, one file each, named by what is in them."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from desktop_assist.errors import AssistError, reason_of
from desktop_assist.text import say

_PREFIX = "own-"


class PictureStore:
    """Keeps PNG files in one folder. A file is never changed and never deleted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, png: bytes) -> str:
        """Keep a picture; its name, which is the same for the same picture.

        Raises:
            AssistError: it could not be written; nothing has changed.
        """
        name = f"{_PREFIX}{hashlib.sha256(png).hexdigest()[:24]}.png"
        file = self._folder / name
        try:
            if not file.exists():
                self._write(file, png)
        except OSError as error:
            raise AssistError(
                say("Store", "The picture was not kept: {reason}.", reason=reason_of(error)),
                say("Store", "Make room or free the folder, then add it again."),
            ) from error
        return name

    def file(self, name: str) -> Path | None:
        """Where the picture of that name lies; None for a name that is not of this store."""
        file = self._folder / name
        is_ours = name.startswith(_PREFIX) and file.parent == self._folder
        return file if is_ours and file.is_file() else None

    def _write(self, file: Path, png: bytes) -> None:
        """Whole or not at all: a file of that name is always complete."""
        self._folder.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(f".{os.getpid()}.part")
        try:
            with half.open("wb") as stream:
                stream.write(png)
                stream.flush()
                os.fsync(stream.fileno())
            half.replace(file)
        finally:
            half.unlink(missing_ok=True)
