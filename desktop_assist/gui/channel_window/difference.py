"""What differs between two versions, as HTML; everything from a channel is text and escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import islice

from PySide6.QtCore import QCoreApplication

from desktop_assist.channel.changes import ChangedSnippet, Differences
from desktop_assist.core.replies.differences import differences
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.library.part_names import category_text, part_name, part_text
from desktop_assist.gui.look.theme import Theme

MOST_SHOWN = 200
"""Replies of each kind; nobody reads more, and a page of thousands takes seconds to lay out."""
LONGEST = 4_000
"""Code points of a text that are shown."""

translate = QCoreApplication.translate


def parts_of_differences(found: Differences, theme: Theme) -> Iterator[str]:
    """The changed replies field by field, then the new ones, then those that are gone.

    Each part is the HTML of whole paragraphs, and is made when it is asked for.
    """
    new, changed, gone = found
    if not (new or changed or gone):
        yield paragraph(translate("ChannelWindow", "No reply is different."), theme.muted)
    yield from _group(
        translate("ChannelWindow", "Changed"),
        (_changed(one, theme) for one in changed),
        len(changed),
        theme,
    )
    yield from _group(
        translate("ChannelWindow", "New"),
        (html_of_snippet(one, theme) for one in new),
        len(new),
        theme,
    )
    yield from _group(
        translate("ChannelWindow", "Gone"), (_gone(one, theme) for one in gone), len(gone), theme
    )


def html_of_fields(fields: Iterable[tuple[str, object, object]], theme: Theme) -> str:
    """Fields by name, each with what was and what is to be."""
    return "".join(_field(name, old, new, theme) for name, old, new in fields)


def html_of_columns(columns: Sequence[tuple[str, str]]) -> str:
    """Texts beside each other, each an HTML under its heading."""
    width = 100 // max(len(columns), 1)
    heads = "".join(f'<th align="left" width="{width}%">{escape(one)}</th>' for one, _ in columns)
    cells = "".join(f'<td valign="top">{text}</td>' for _, text in columns)
    return (
        f'<table width="100%" cellspacing="0" cellpadding="6">'
        f"<tr>{heads}</tr><tr>{cells}</tr></table>"
    )


def html_of_change(old: str, new: str, theme: Theme) -> str:
    """The new text, with what is gone struck out where it stood. White space does not count."""
    gone = f"color: {theme.block}; text-decoration: line-through"
    fresh = f"background-color: {theme.added}; color: {theme.added_text}"
    pieces = []
    for piece in differences(old[:LONGEST], new[:LONGEST]):
        text = html_of_text(piece.text)
        if not piece.text.strip():
            pieces.append("" if piece.kind == "gone" else text)
        elif piece.kind == "same":
            pieces.append(text)
        else:
            style = gone if piece.kind == "gone" else fresh
            pieces.append(f'<span style="{style}">{text}</span>')
    return "".join(pieces)


def html_of_text(text: str) -> str:
    """`text` as it stands, with its lines."""
    return escape(text[:LONGEST]).replace("\n", "<br>")


def html_of_snippet(snippet: Snippet, theme: Theme) -> str:
    """A whole reply: title, category and every text of it."""
    place = category_text(snippet.category)
    rest = (name for name in _TOLD if getattr(snippet, name))
    return "".join(
        [
            f"<p><b>{escape(snippet.title)}</b> "
            f'<span style="color: {theme.muted}">{escape(place)}</span></p>',
            *(f"<p>{html_of_text(text)}</p>" for text in snippet.parts),
            *(_written(name, getattr(snippet, name), theme) for name in rest),
        ]
    )


def paragraph(text: str, colour: str) -> str:
    """A sentence in a colour of the theme."""
    return f'<p style="color: {colour}">{html_of_text(text)}</p>'


def field_text(name: str, value: object) -> str:
    """The content of a reply's field as people read it."""
    if name == "category" and isinstance(value, tuple | list):
        return category_text(tuple(value))
    if isinstance(value, bool):
        yes, no = translate("ChannelWindow", "yes"), translate("ChannelWindow", "no")
        return yes if value else no
    return part_text(value)


_TOLD = ("alternatives", "tones", "translations", "code", "when_to_use", "valid_from",
         "valid_until", "notes")  # fmt: skip


def _group(words: str, shown: Iterator[str], count: int, theme: Theme) -> Iterator[str]:
    if not count:
        return
    yield f'<p style="color: {theme.muted}"><b>{escape(words)} {count}</b></p>'
    yield from islice(shown, MOST_SHOWN)
    if count > MOST_SHOWN:
        more = translate("ChannelWindow", "… and {count} more.").format(count=count - MOST_SHOWN)
        yield paragraph(more, theme.muted)


def _changed(one: ChangedSnippet, theme: Theme) -> str:
    fields = ((name, getattr(one.before, name), getattr(one.after, name)) for name in one.fields)
    return f"<p><b>{escape(one.after.title)}</b></p>{html_of_fields(fields, theme)}"


def _gone(snippet: Snippet, theme: Theme) -> str:
    style = f"color: {theme.block}; text-decoration: line-through"
    text = html_of_text("\n\n".join(snippet.parts))
    return f'<p><b>{escape(snippet.title)}</b></p><p style="{style}">{text}</p>'


def _written(name: str, value: object, theme: Theme) -> str:
    label = f'<span style="color: {theme.muted}">{escape(part_name(name))}:</span>'
    return f"<p>{label} {html_of_text(field_text(name, value))}</p>"


def _field(name: str, old: object, new: object, theme: Theme) -> str:
    change = html_of_change(field_text(name, old), field_text(name, new), theme)
    label = f'<span style="color: {theme.muted}">{escape(part_name(name))}</span>'
    return f"<p>{label}<br>{change}</p>"
