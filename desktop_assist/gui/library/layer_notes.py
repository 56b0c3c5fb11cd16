"""What to know of a reply before it is used: its time is over, both have changed it, and so on."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from desktop_assist.core.replies.layers import Clash
from desktop_assist.core.replies.library import Entry
from desktop_assist.gui.library.part_names import part_name, part_text
from desktop_assist.gui.library.places import Holdings

translate = QCoreApplication.translate

_LONGEST = 600


def layer_notes(
    entry: Entry, holdings: Holdings, clashes: Callable[[], Sequence[Clash]]
) -> Iterator[str]:
    """Sentences as markup, with links that answer them: `keep:body`, `take:body`, `reset:`."""
    yield from map(html.escape, _standing(entry, holdings))
    if entry.news:
        for clash in clashes():
            yield _clash(clash)
    if entry.changed:
        names = ", ".join(part_name(name) for name in entry.changed)
        told = translate("LibraryDetail", "You have changed: {parts}.").format(parts=names)
        reset = translate("LibraryDetail", "Reset to the team’s version")
        yield f"{html.escape(told)} {_link('reset:', reset)}"


def _standing(entry: Entry, holdings: Holdings) -> Iterator[str]:
    snippet = entry.snippet
    if holdings.lies_in_bin(entry.key):
        yield translate("LibraryDetail", "In the bin. Restore it to use it again.")
    elif holdings.is_hidden(entry.key):
        yield translate("LibraryDetail", "Hidden by you. Restore it to use it again.")
    if entry.withdrawn:
        yield translate("LibraryDetail", "The team has deleted this reply; yours is kept.")
    if snippet.locked:
        yield translate("LibraryDetail", "Locked by the team: it can be copied, not changed.")
    if snippet.valid_until is not None and snippet.valid_until < holdings.today:
        sentence = translate("LibraryDetail", "Expired on {day}: it is not offered any more.")
        yield sentence.format(day=snippet.valid_until.isoformat())


def _clash(clash: Clash) -> str:
    """Both versions one beneath the other, and the two answers."""
    told = translate("LibraryDetail", "The team has changed “{part}” since you did.")
    lines = (
        told.format(part=part_name(clash.name)),
        translate("LibraryDetail", "Mine: {text}").format(text=_short(clash.mine)),
        translate("LibraryDetail", "The team’s: {text}").format(text=_short(clash.theirs)),
    )
    keep = _link(f"keep:{clash.name}", translate("LibraryDetail", "Keep mine"))
    take = _link(f"take:{clash.name}", translate("LibraryDetail", "Take the team’s"))
    told = "<br>".join(html.escape(line).replace("\n", "<br>") for line in lines)
    return f"{told}<br>{keep} &nbsp; {take}"


def _link(target: str, words: str) -> str:
    return f'<a href="{target}">{html.escape(words)}</a>'


def _short(value: object) -> str:
    text = part_text(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
