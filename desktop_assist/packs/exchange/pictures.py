"""Pictures that come along with replies: files beside a table, or parts of a workbook."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from desktop_assist.errors import AssistError
from desktop_assist.text import say


@dataclass(frozen=True, slots=True)
class Picture:
    """The file itself, or the part `member` of the zip file `file`."""

    file: Path
    member: str = ""

    @property
    def name(self) -> str:
        """As people know it."""
        return PurePosixPath(self.member).name if self.member else self.file.name

    @property
    def suffix(self) -> str:
        """The end of its name with the dot, in small letters."""
        return PurePosixPath(self.name).suffix.lower()

    def read(self) -> bytes:
        """What is in it.

        Raises:
            AssistError: it cannot be read, or is no longer there.
        """
        try:
            if not self.member:
                return self.file.read_bytes()
            with zipfile.ZipFile(self.file) as archive:
                return archive.read(self.member)
        except (OSError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile) as error:
            raise AssistError(
                say("Exchange", "The picture “{name}” of “{file}” cannot be read any more.",
                    name=self.name, file=self.file.name),
                say("Exchange", "Nothing was imported. Open the file once more."),
            ) from error  # fmt: skip


def near(file: Path, name: str, folders: Iterable[str] = ("",)) -> Picture | None:
    """The picture `name` beside `file` or in one of `folders` there, never outside of them."""
    root = file.parent.resolve()
    plain = name.strip().replace("\\", "/")
    for folder in folders if plain else ():
        try:
            found = (root / folder / plain).resolve()
            if found.is_relative_to(root) and found.is_file():
                return Picture(found)
        except (OSError, ValueError):
            continue  # a name that no file system takes is the name of no file
    return None
