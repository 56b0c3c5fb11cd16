"""The page itself: a table of contents, and a card for each reply."""

from __future__ import annotations

import base64
import datetime
import hashlib
import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.core.language.dates import written_date
from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.replies.template import Templates
from desktop_assist.core.searching.texts import Squeezing
from desktop_assist.packs.handbook.index import Searched, search_data, searched
from desktop_assist.packs.handbook.pictures import Pictures
from desktop_assist.packs.handbook.wordings import Piece, Wording, wordings
from desktop_assist.text import Message, say

Speak = Callable[[Message], str]
"""Says a sentence in the language of the page."""

_MARKER = re.compile(r"\{\{(\w+)\}\}")
_UNPRINTABLE = re.compile("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

_WORDS = {
    "found": say("Handbook", "{count} found"),
    "first": say("Handbook", "{count} found, the first {shown} are shown"),
    "nothing": say("Handbook", "Nothing found. Try fewer or shorter words; pinyin works too."),
    "copied": say("Handbook", "Copied"),
    "fill": say("Handbook", "Fill in first: {names}"),
    "failed": say("Handbook", "The browser does not let the page copy: select the text instead."),
}
"""What the script says; it fills the places itself."""


@dataclass(frozen=True, slots=True)
class Design:
    """The files that the page is made of: `page.html` with `{{markers}}`, its style and script."""

    page: str
    style: str
    script: str

    @classmethod
    def from_folder(cls, folder: Path) -> Design:
        """Read the three files in `folder`."""
        page, style, script = (
            (folder / name).read_text("utf-8") for name in ("page.html", "page.css", "page.js")
        )
        return cls(page, style, script)


@dataclass(frozen=True, slots=True)
class Handbook:
    """What goes into the page, and when it was made. `language` is the page's: `zh_CN` or `en`.

    `picture` tells the file of an entry's picture, None where it has none.
    """

    title: str
    language: str
    day: datetime.date
    entries: Sequence[Entry]
    picture: Callable[[Entry], Path | None] = lambda _entry: None
    shop: str = ""


def handbook_page(
    handbook: Handbook,
    design: Design,
    pinyin: PinyinTable,
    speak: Speak,
    pictures: Pictures | None = None,
) -> str:
    """The whole page. Whatever a pack says is text in it, never HTML.

    A security policy inside the page forbids everything that is not in the page.
    """
    return _Press(handbook, design, pinyin, speak, pictures or Pictures()).page()


class _Press:
    """Prints one handbook."""

    def __init__(
        self,
        handbook: Handbook,
        design: Design,
        pinyin: PinyinTable,
        speak: Speak,
        pictures: Pictures,
    ) -> None:
        self._handbook = handbook
        self._design = design
        self._pinyin = pinyin
        self._speak = speak
        self._pictures = pictures
        self._templates = Templates()
        self._squeezing = Squeezing()
        self._index: list[Searched] = []

    def page(self) -> str:
        """The page: its markers are filled in one pass, so that no text can hold one."""
        book, design = self._handbook, self._design
        groups = _by_category(book.entries)
        parts = {
            "language": book.language.replace("_", "-"),
            "style_hash": _hash_of(design.style),
            "script_hash": _hash_of(design.script),
            "style": design.style,
            "script": design.script,
            "title": _text(book.title),
            "made": self._said(
                say(
                    "Handbook",
                    "Replies: {count}, as of {day}",
                    count=len(book.entries),
                    day=written_date(book.day, book.language),
                )
            ),
            "search": self._said(say("Handbook", "Search by word, code or pinyin")),
            "contents": self._said(say("Handbook", "Contents")),
            "results": self._said(say("Handbook", "Results")),
            "toc": "".join(self._contents(groups)),
            "sections": "".join(self._sections(groups)),
        }
        words = {name: self._speak(_with_places(one)) for name, one in _WORDS.items()}
        parts["data"] = search_data(self._index, self._pinyin, words)
        return _MARKER.sub(lambda found: parts[found[1]], design.page)

    def _said(self, message: Message) -> str:
        return _text(self._speak(message))

    def _contents(self, groups: Sequence[_Group]) -> Iterator[str]:
        top = ""
        for number, group in enumerate(groups):
            first, *rest = group.path or ("–",)
            if first != top:
                yield f'{"</ul></li>" if top else ""}<li class="top">{_text(first)}<ul>'
                top = first
            name = " / ".join(rest) or first
            count = len(group.entries)
            yield f'<li><a href="#c{number}">{_text(name)}</a> <small>{count}</small></li>'
        if top:
            yield "</ul></li>"

    def _sections(self, groups: Sequence[_Group]) -> Iterator[str]:
        for number, group in enumerate(groups):
            title = _text(" / ".join(group.path))
            yield f'<section id="c{number}"><h2>{title}</h2>'
            for entry in group.entries:
                yield from self._card(entry)
            yield "</section>"

    def _card(self, entry: Entry) -> Iterator[str]:
        snippet = entry.snippet
        known = {"shop": self._handbook.shop}
        every = wordings(snippet, self._templates, known, self._handbook.language)
        self._index.append(searched(snippet, (one.text for one in every), self._squeezing))
        code = f"<code>{_text(snippet.code)}</code>" if snippet.code else ""
        yield f'<article id="{_text(entry.key)}">'
        yield f'<p class="path">{_text(" / ".join(snippet.category))}</p>'
        yield f'<h3 lang="{_text(snippet.language)}">{_text(snippet.title)} {code}</h3>'
        for one in every:
            yield from self._wording(one)
        yield from self._picture(entry)
        yield from self._notes(snippet)
        yield "</article>"

    def _wording(self, wording: Wording) -> Iterator[str]:
        yield '<div class="wording">'
        if wording.kind is not None:
            yield f'<p class="kind">{self._said(wording.kind)}</p>'
        pieces = "".join(map(_piece, wording.pieces))
        yield f'<div class="text" lang="{_text(wording.language)}">{pieces}</div>'
        if wording.fault is None:
            copy = self._said(say("Handbook", "Copy"))
            yield f'<p class="act"><button type="button">{copy}</button> <output></output></p>'
        else:
            yield f'<p class="fault">{self._said(wording.fault)}</p>'
        yield "</div>"

    def _picture(self, entry: Entry) -> Iterator[str]:
        file = self._handbook.picture(entry)
        if file is None:
            return
        address = self._pictures.address(file)
        if isinstance(address, Message):
            yield f'<p class="fault">{self._said(address)}</p>'
        else:
            yield f'<img alt="{_text(entry.snippet.title)}" src="{address}">'

    def _notes(self, snippet: Snippet) -> Iterator[str]:
        until = snippet.valid_until
        notes = (
            (say("Handbook", "When to use"), snippet.when_to_use),
            (say("Handbook", "When to avoid"), snippet.when_to_avoid),
            (say("Handbook", "Technique"), snippet.technique),
            (say("Handbook", "Notes"), snippet.notes),
            (
                say("Handbook", "Valid until"),
                written_date(until, self._handbook.language) if until else "",
            ),
        )
        told = [
            f"<dt>{self._said(name)}</dt><dd>{_text(text)}</dd>" for name, text in notes if text
        ]
        if told:
            yield f"<dl>{''.join(told)}</dl>"


@dataclass(frozen=True, slots=True)
class _Group:
    """A category with the entries right in it."""

    path: tuple[str, ...]
    entries: list[Entry]


def _by_category(entries: Sequence[Entry]) -> list[_Group]:
    """Categories in order of first appearance, those of one top category together."""
    tops = {top: n for n, top in enumerate(dict.fromkeys(_top(one) for one in entries))}
    groups: dict[tuple[str, ...], _Group] = {}
    for entry in entries:
        path = entry.snippet.category
        groups.setdefault(path, _Group(path, [])).entries.append(entry)
    return sorted(groups.values(), key=lambda group: tops[_top(group.entries[0])])


def _top(entry: Entry) -> str:
    return next(iter(entry.snippet.category), "")


def _with_places(message: Message) -> Message:
    """`message` with its places left as they are, for a script to fill."""
    names = re.findall(r"\{(\w+)\}", message.source)
    return Message(message.context, message.source, {name: f"{{{name}}}" for name in names})


def _piece(piece: Piece) -> str:
    if isinstance(piece, str):
        return _text(piece)
    hint = " / ".join(piece.choices) or piece.example
    title = f' title="{_text(hint)}"' if hint else ""
    label = _text(piece.label)
    return (
        f'<span class="gap" contenteditable="true" role="textbox" spellcheck="false"'
        f' aria-label="{label}" data-label="{label}"{title}></span>'
    )


def _text(text: str) -> str:
    """`text` as HTML shows it, without what no HTML may hold."""
    return html.escape(_UNPRINTABLE.sub("", text), quote=True)


def _hash_of(source: str) -> str:
    """What a security policy knows an inline style or script by."""
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
