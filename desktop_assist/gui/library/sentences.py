"""What the library says where nothing is listed, and how many replies there are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_assist.gui.library.looking import Wanted

translate = QCoreApplication.translate


def count_line(shown: int, whole: int, selected: int) -> str:
    """How many replies are listed, of how many there are, and how many are selected."""
    count = QLocale().toString
    if shown == whole:
        told = translate("Library", "{count} replies").format(count=count(shown))
    else:
        told = translate("Library", "{count} of {whole} replies").format(
            count=count(shown), whole=count(whole)
        )
    if selected < 2:
        return told
    more = translate("Library", "{count} selected").format(count=count(selected))
    return f"{told}  ·  {more}"


def nothing_here(wanted: Wanted, *, is_looking: bool) -> str:
    """Why nothing is listed, and what to do."""
    if is_looking:
        return translate("Library", "Looking for replies that are nearly the same …")
    if wanted.filter.duplicates and not wanted.query.strip():
        return translate("Library", "No two replies here are nearly the same.")
    if wanted.is_narrowed:
        return translate(
            "Library",
            "Nothing found here.\nTry fewer words or clear the filters: Esc takes them back one by"
            " one. “All replies” looks everywhere.",
        )
    sentences = {
        "favourites": translate(
            "Library", "No favourites yet.\nCtrl+D makes the chosen reply one."
        ),
        "own": translate(
            "Library",
            "You have not written a reply yet.\nCtrl+N begins one; Ctrl+Shift+D copies one of the"
            " team’s.",
        ),
        "bin": translate(
            "Library", "The bin is empty.\nDeleted replies stay here until you restore them."
        ),
    }
    everywhere = translate(
        "Library", "There are no replies yet.\nCtrl+N writes one; a pack brings many."
    )
    return sentences.get(wanted.place.kind, everywhere)
