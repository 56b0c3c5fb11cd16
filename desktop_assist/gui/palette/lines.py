"""The sentences of the palette: whom it serves, which keys hold, and that nothing was found."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_assist.gui.palette.chips import Place


def serving_line(serving: str) -> str:
    """Where the reply will be."""
    if serving:
        return f"→ {' '.join(serving.split())}"
    return QCoreApplication.translate(
        "Palette", "No chat window was in front: a reply will be left on the clipboard."
    )


def finding_keys() -> str:
    """The keys that hold in the search box."""
    return QCoreApplication.translate(
        "Palette",
        "Enter paste · Ctrl+Enter one by one · Alt+1–9 pick · Tab other wording · Ctrl+T tone"
        " · Ctrl+L language · Alt+C category · Ctrl+C copy · Ctrl+D star · Ctrl+E edit · Esc close",
    )


def filling_keys() -> str:
    """The keys that hold in the form."""
    return QCoreApplication.translate(
        "Palette", "Enter next field, at the end paste · Tab other field · Esc back"
    )


def unbroken(keys: str) -> str:
    """`keys` with line breaks only between the items, never between a key and what it does."""
    return " · ".join(item.replace(" ", "\u00a0") for item in keys.split(" · "))


def nothing_found(query: str, place: Place) -> str:
    """That no reply fits, and what to do."""
    if place:
        nowhere = QCoreApplication.translate(
            "Palette", "Nothing found in “{category}”.\nA click on it looks everywhere."
        )
        return nowhere.format(category=" / ".join(place))
    if not query.strip():
        return QCoreApplication.translate(
            "Palette", "There are no replies yet. Write one in the library, or add a pack."
        )
    sentence = QCoreApplication.translate(
        "Palette",
        "Nothing found for “{query}”.\nTry fewer words, a code, or the first letters of the"
        " pinyin.",
    )
    return sentence.format(query=query.strip())
