"""A diagnosis as a page: a mark and a line for each check, what mends it beneath."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from PySide6.QtCore import QCoreApplication

from desktop_assist.core.diagnosis.diagnosis import MARKS, Chapter, Check, Diagnosis, State
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.theme import Theme

COPY = "copy:"
"""How a link begins that copies what follows, quoted as in an address."""
_TITLES = "22%"
"""The width of the titles, the same in every chapter."""
_COLOURS = {
    State.FINE: "added_text",
    State.UNKNOWN: "muted",
    State.LIMITED: "warn",
    State.BROKEN: "block",
}


def page(diagnosis: Diagnosis, theme: Theme) -> str:
    """The HTML of all chapters."""
    return "".join(_chapter(chapter, theme) for chapter in diagnosis.chapters)


def _chapter(chapter: Chapter, theme: Theme) -> str:
    rows = "".join(_row(check, theme) for check in chapter.checks)
    title = f"<h3>{escape(translated(chapter.title))}</h3>"
    return f'{title}<table cellpadding="3" width="100%">{rows}</table>'


def _row(check: Check, theme: Theme) -> str:
    colour = getattr(theme, _COLOURS[check.state])
    mark = f'<td width="1%" style="color: {colour}; font-weight: bold">{MARKS[check.state]}</td>'
    title = f'<td width="{_TITLES}"><b>{escape(translated(check.title))}</b></td>'
    return f"<tr>{mark}{title}<td>{'<br>'.join(_said(check, theme))}</td></tr>"


def _said(check: Check, theme: Theme) -> Iterator[str]:
    yield escape(translated(check.found))
    if check.mend is not None:
        yield f'<span style="color: {theme.muted}">{escape(translated(check.mend))}</span>'
    if check.command:
        copy = QCoreApplication.translate("Doctor", "copy")
        link = f'<a href="{COPY}{quote(check.command)}" style="color: {theme.match}">{copy}</a>'
        yield f"<code>{escape(check.command)}</code> &nbsp; {link}"
