"""Several messages of one reply as one text to read: numbered, and which of them goes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication


def numbered(texts: Sequence[str], following: int = 0) -> list[str]:
    """Pieces of the shown text; every second one is a reply, the others number them.

    The message numbered `following` goes next and those before it are done; 0: none is under way.
    """
    if len(texts) == 1:
        return ["", one_newline(texts[0])]
    return list(_pieces(texts, following))


def _pieces(texts: Sequence[str], following: int) -> Iterator[str]:
    for number, text in enumerate(texts, 1):
        above = "\n\n" if number > 1 else ""
        yield f"{above}— {number}/{len(texts)}{_state(number, following)} —\n"
        yield one_newline(text)


def _state(number: int, following: int) -> str:
    if number < following:
        return " ✓"
    if number == following:
        return " ▶ " + QCoreApplication.translate("Palette", "goes next")
    return ""


def one_newline(text: str) -> str:
    """`text` with the line end that a Qt document has."""
    return text.replace("\r\n", "\n")
