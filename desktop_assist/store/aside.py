"""Files put aside: kept under another name, so that a new one can take their place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_assist.store.files import replace_file, saving
from desktop_assist.text import Message, say

_MARK = "damaged-"


def copied_aside(file: Path, data: bytes) -> Path:
    """Keep `data`, which `file` holds, beside it; the name of the copy.

    Raises:
        AssistError: the system refuses.
    """
    place = _free_name(file)
    with saving(place):
        replace_file(place, data)
    return place


def folder_moved_aside(file: Path) -> Message | None:
    """Rename the folder that lies in the place of `file`, and say so; None where there is none.

    Raises:
        AssistError: the system refuses; the folder is where it was.
    """
    if not file.is_dir():
        return None
    place = _free_name(file)
    with saving(file):
        file.rename(place)
    return say(
        "Store",
        "A folder was in the place of “{file}”. It is kept as “{place}”.",
        file=file,
        place=place,
    )


def copies_of(file: Path) -> Iterator[Path]:
    """What of `file` was put aside, but for folders: those were not ours."""
    return (one for one in file.parent.glob(f"{file.name}.{_MARK}*") if not one.is_dir())


def _free_name(file: Path) -> Path:
    number = 1
    while (place := file.with_name(f"{file.name}.{_MARK}{number}")).exists():
        number += 1
    return place
