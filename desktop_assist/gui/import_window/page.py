"""One row of the preview in full: the difference, what was translated, what the checker says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop_assist.core.replies.differences import Piece, differences
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.import_window.rows import Row
from desktop_assist.gui.import_window.wording import status_name
from desktop_assist.gui.library.part_names import category_text, part_name, part_text
from desktop_assist.gui.look.theme import Theme
from desktop_assist.packs.exchange.incoming import Trouble
from desktop_assist.packs.exchange.preview import Item

_BETWEEN = "\n\n"

translate = QCoreApplication.translate


def page(row: Row, theme: Theme) -> str:
    """`row` as HTML; everything from the file is escaped."""
    if isinstance(row, Trouble):
        return f"<p><b>{escape(row.place)}</b></p><p>{escape(translated(row.message))}</p>"
    return "".join(_parts(row, theme))


def _parts(item: Item, theme: Theme) -> Iterator[str]:
    yield f"<h3>{escape(item.snippet.title)}</h3>"
    yield _muted(" · ".join(_about(item)), theme)
    yield f'<p style="white-space: pre-wrap">{_body(item, theme)}</p>'
    for name in _changed(item):
        before = getattr(item.existing.snippet, name) if item.existing else None
        yield _change(name, before, getattr(item.snippet, name), theme)
    if item.picture is not None:
        comes = translate("ImportWindow", "The picture {name} comes along.")
        yield f"<p>{escape(comes.format(name=item.picture.name))}</p>"
    yield from _swaps(item, theme)
    for note in item.notes:
        yield f"<p>{escape(translated(note))}</p>"
    yield from _findings(item, theme)


def _about(item: Item) -> Iterator[str]:
    yield status_name(item.status)
    place = translate("ImportWindow", "{file}, row {row}")
    yield place.format(file=item.file.name, row=item.row)
    if item.twin:
        yield translate("ImportWindow", "says the same as row {row}").format(row=item.twin)
    if item.existing is not None:
        yield item.existing.pack_title or translate("ImportWindow", "one of your own")


def _body(item: Item, theme: Theme) -> str:
    new = _BETWEEN.join(item.snippet.parts)
    if item.existing is None or item.status not in ("changed", "locked"):
        return escape(new)
    old = _BETWEEN.join(item.existing.snippet.parts)
    styles = {
        "gone": f"color: {theme.block}; text-decoration: line-through",
        "new": f"background-color: {theme.added}; color: {theme.added_text}",
    }
    return "".join(_piece(piece, styles) for piece in differences(old, new))


def _piece(piece: Piece, styles: Mapping[str, str]) -> str:
    """White space that came or went is no difference."""
    if not piece.text.strip():
        return "" if piece.kind == "gone" else piece.text
    style = styles.get(piece.kind)
    text = escape(piece.text)
    return text if style is None else f'<span style="{style}">{text}</span>'


def _changed(item: Item) -> Iterator[str]:
    """The other parts that differ, or that a new reply has."""
    old = item.existing.snippet if item.existing else Snippet(id="", title="", category=())
    shown = ("title", "category", "code", "search_terms", "tags", "triggers", "when_to_use",
             "when_to_avoid", "language", "alternatives", "notes", "fields")  # fmt: skip
    for name in shown:
        if name != "title" or item.existing is not None:
            after = getattr(item.snippet, name)
            if after and after != getattr(old, name):
                yield name


def _change(name: str, before: object, after: object, theme: Theme) -> str:
    def text(value: object) -> str:
        if name == "category" and isinstance(value, tuple):
            return escape(category_text(value))
        return escape(", ".join(part_text(value).splitlines()))

    gone = f'<span style="color: {theme.block}; text-decoration: line-through">'
    old = f"{gone}{text(before)}</span> → " if before else ""
    label = f'<span style="color: {theme.muted}">{escape(part_name(name))}:</span>'
    return f"<p>{label} {old}{text(after)}</p>"


def _swaps(item: Item, theme: Theme) -> Iterator[str]:
    if item.swaps:
        yield _muted(translate("ImportWindow", "Placeholders"), theme)
        lines = (
            f"{escape(one.old)} → <span style='background-color: {theme.gap};"
            f" color: {theme.gap_text}'>{escape(one.new)}</span>"
            for one in item.swaps
        )
        yield f"<p>{'<br>'.join(lines)}</p>"


def _findings(item: Item, theme: Theme) -> Iterator[str]:
    if item.findings:
        yield _muted(translate("ImportWindow", "Wording"), theme)
    for one in item.findings:
        colour = theme.colour(one.severity).name()
        yield (
            f'<p><span style="color: {colour}">“{escape(one.text)}”</span> {escape(one.message)}'
            f"</p>"
        )


def _muted(text: str, theme: Theme) -> str:
    return f'<p style="color: {theme.muted}">{escape(text)}</p>'
