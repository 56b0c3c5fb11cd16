"""What a request for a target is answered with: bytes, property type, unit size."""

from __future__ import annotations

import array
from collections.abc import Callable, Iterable

from Xlib.display import Display

from desktop_assist.oslayer.x11.atoms import DO_NOT_RECORD, TEXT, encoded, type_of
from desktop_assist.oslayer.x11.fetch import SavedSelection

Content = tuple[bytes, str, int]
"""Bytes, the name of the property type, and the unit size in bits (8, 16 or 32)."""

Reencode = Callable[[bytes, str], bytes | None]
"""Makes another encoding (`image/bmp`, …) of a PNG's bytes; None where it cannot."""

_PROTOCOL = ("TARGETS", "TIMESTAMP", "MULTIPLE", "SAVE_TARGETS")


def text_content(display: Display, target: str, text: str) -> Content | None:
    """What the reply is under `target`; None where it is nothing."""
    if target == "TARGETS":
        return _atoms(display, (*_PROTOCOL, *TEXT, *DO_NOT_RECORD))
    if target in TEXT:
        return encoded(text, target), type_of(target), 8
    if target in DO_NOT_RECORD:
        return DO_NOT_RECORD[target], target, 8
    return None


def saved_content(
    display: Display, target: str, saved: SavedSelection, reencode: Reencode
) -> Content | None:
    """What was on the clipboard under `target`; pictures that were left are made anew."""
    if target == "TARGETS":
        return _atoms(display, (*_PROTOCOL, *saved.formats, *saved.dropped))
    if target == "SAVE_TARGETS":
        return b"", "NULL", 32
    if target in saved.formats:
        kind, unit = saved.kinds.get(target, (target, 8))
        return saved.formats[target], kind, unit
    if target in saved.dropped and "image/png" in saved.formats:
        picture = reencode(saved.formats["image/png"], target)
        return None if picture is None else (picture, target, 8)
    return None


def _atoms(display: Display, names: Iterable[str]) -> Content:
    atoms = [display.get_atom(name) for name in dict.fromkeys(names)]
    return array.array("I", atoms).tobytes(), "ATOM", 32
