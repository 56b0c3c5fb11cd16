"""One reply with all that is known of it, as a page to read."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_assist.core.replies.editing import CATEGORY_SEPARATOR
from desktop_assist.core.replies.edits import Edit
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.reply import Parts
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.library.part_names import part_name, part_text
from desktop_assist.gui.library.ports import Example
from desktop_assist.gui.look.highlight import GAP
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.palette.tones import language_name

LONGEST = 8_000
"""The code points of a wording that are shown; a page of more takes seconds to lay out."""
SHOWN_EDITS = 8

_SHORT = 60

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say the reply, by its name."""

    name: str
    parts: Parts
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What the page tells. `picture` names an image that the document holds.

    `trouble` is a sentence about the picture where it cannot be shown.
    """

    entry: Entry
    wordings: tuple[Wording, ...]
    notes: tuple[str, ...] = ()
    picture: str = ""
    trouble: str = ""
    uses: int = 0
    edits: Sequence[Edit] = ()


def wordings_of(snippet: Snippet) -> Iterator[tuple[str, Parts]]:
    """Every way to say the reply with its name: as written, in other words, by tone, translated."""
    yield translate("LibraryDetail", "Reply"), snippet.parts
    for number, body in enumerate(snippet.alternatives, 2):
        yield translate("LibraryDetail", "Other wording {number}").format(number=number), (body,)
    tones = {
        "formal": translate("LibraryDetail", "Formal"),
        "warm": translate("LibraryDetail", "Warm"),
    }
    for tone, body in snippet.tones.items():
        yield tones.get(tone, tone), (body,)
    for language, body in snippet.translations.items():
        yield language_name(language), (body,)


def html_of(page: Page, theme: Theme) -> str:
    """The page; whatever stands in the reply is text and never markup."""
    return f"<style>{_style(theme)}</style>{''.join(_pieces(page))}"


def _pieces(page: Page) -> Iterator[str]:
    snippet = page.entry.snippet
    yield f'<p class="title">{_plain(snippet.title)}</p>'
    yield f'<p class="muted">{_plain("  ·  ".join(_facts(page.entry)))}</p>'
    yield from (f'<p class="note">{note}</p>' for note in page.notes)
    for number, wording in enumerate(page.wordings):
        yield from _wording(number, wording)
    if page.picture:
        yield f'<p><img src="{page.picture}" alt=""></p>'
    if page.trouble:
        yield f'<p class="problem">{_plain(page.trouble)}</p>'
    for name, text in _told(snippet):
        yield f'{_heading(name)}<p class="text">{_plain(text)}</p>'
    yield _heading(translate("LibraryDetail", "Use"))
    yield f"<p>{_plain(_used(page.uses))}</p>"
    if page.edits:
        yield _heading(translate("LibraryDetail", "My edits"))
        yield from (f'<p class="edit">{_plain(_edit(one))}</p>' for one in page.edits)


def _wording(number: int, wording: Wording) -> Iterator[str]:
    copy = f'<a href="copy:{number}">{_plain(translate("LibraryDetail", "Copy"))}</a>'
    yield f'<p class="heading">{_plain(wording.name)} &nbsp; {copy}</p>'
    for at, example in enumerate(wording.examples, 1):
        if len(wording.examples) > 1:
            yield f'<p class="muted">— {at}/{len(wording.examples)} —</p>'
        yield f'<p class="text">{_marked(example.text[:LONGEST])}</p>'
        if len(example.text) > LONGEST:
            yield f'<p class="note">{_plain(_cut(example.text))}</p>'
    values = dict(pair for example in wording.examples for pair in example.values)
    if values:
        told = "  ·  ".join(f"{label} = {value}" for label, value in values.items())
        sentence = translate("LibraryDetail", "Example: {values}").format(values=told)
        yield f'<p class="muted">{_plain(sentence)}</p>'


def _facts(entry: Entry) -> Iterator[str]:
    snippet = entry.snippet
    facts = (
        CATEGORY_SEPARATOR.join(snippet.category),
        snippet.code,
        snippet.hotkey,
        language_name(snippet.language),
        entry.pack_title if entry.origin == "pack" else translate("LibraryDetail", "Mine"),
    )
    yield from (fact for fact in facts if fact)


def _told(snippet: Snippet) -> Iterator[tuple[str, str]]:
    for name in ("when_to_use", "when_to_avoid", "technique"):
        if text := getattr(snippet, name):
            yield part_name(name), text
    served = [name for name in ("role", "stage", "customer") if getattr(snippet, name)]
    if served:
        told = (f"{part_name(name)}: {getattr(snippet, name)}" for name in served)
        yield translate("LibraryDetail", "For"), "  ·  ".join(told)
    for name in ("triggers", "search_terms", "tags"):
        if values := getattr(snippet, name):
            yield part_name(name), ("\n" if name == "triggers" else "  ·  ").join(values)
    if valid := _validity(snippet):
        yield translate("LibraryDetail", "Valid"), valid
    if snippet.notes:
        yield part_name("notes"), snippet.notes


def _validity(snippet: Snippet) -> str:
    since, until = snippet.valid_from, snippet.valid_until
    if since and until:
        return f"{since.isoformat()} – {until.isoformat()}"
    if since:
        return translate("LibraryDetail", "from {day}").format(day=since.isoformat())
    return translate("LibraryDetail", "until {day}").format(day=until.isoformat()) if until else ""


def _used(uses: int) -> str:
    if not uses:
        return translate("LibraryDetail", "Not used yet.")
    if uses == 1:
        return translate("LibraryDetail", "Used once.")
    return translate("LibraryDetail", "Used {count} times.").format(count=QLocale().toString(uses))


def _edit(edit: Edit) -> str:
    names = (part_name(one.name) for one in edit.fields)
    told = "  ·  ".join(
        part for part in (f"{edit.when:%Y-%m-%d %H:%M}", _kind(edit.kind), ", ".join(names)) if part
    )
    if len(edit.fields) != 1:
        return told
    before, after = (_short(one) for one in (edit.fields[0].before, edit.fields[0].after))
    return f"{told}: “{before}” → “{after}”"


def _kind(kind: str) -> str:
    kinds = {
        "new": translate("LibraryDetail", "written"),
        "edit": translate("LibraryDetail", "changed"),
        "delete": translate("LibraryDetail", "put into the bin"),
        "restore": translate("LibraryDetail", "restored"),
        "hide": translate("LibraryDetail", "hidden"),
        "show": translate("LibraryDetail", "shown again"),
        "undo": translate("LibraryDetail", "taken back"),
        "merge": translate("LibraryDetail", "merged"),
        "move": translate("LibraryDetail", "moved"),
        "tag": translate("LibraryDetail", "tagged"),
        "duplicate": translate("LibraryDetail", "copied"),
        "reset": translate("LibraryDetail", "reset to the team’s version"),
        "take": translate("LibraryDetail", "took the team’s version"),
        "keep": translate("LibraryDetail", "kept mine"),
        "import": translate("LibraryDetail", "imported"),
    }
    return kinds.get(kind, kind)


def _short(value: object) -> str:
    text = " ".join(part_text(value).split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _cut(text: str) -> str:
    sentence = translate(
        "LibraryDetail", "This text has {count} characters; only its beginning is shown here."
    )
    return sentence.format(count=QLocale().toString(len(text)))


def _marked(text: str) -> str:
    """`text` as markup, with what is still to be filled standing out."""
    pieces: list[str] = []
    end = 0
    for gap in GAP.finditer(text):
        pieces += [_plain(text[end : gap.start()]), f'<span class="gap">{_plain(gap[0])}</span>']
        end = gap.end()
    return "".join([*pieces, _plain(text[end:])])


def _heading(words: str) -> str:
    return f'<p class="heading">{_plain(words)}</p>'


def _plain(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _style(theme: Theme) -> str:
    rules: Iterable[str] = (
        "p { margin-top: 0px; margin-bottom: 5px; }",
        ".title { font-size: large; font-weight: 600; }",
        f".heading {{ color: {theme.muted}; font-weight: 600; margin-top: 12px; }}",
        ".text { white-space: pre-wrap; }",
        f".muted, .edit {{ color: {theme.muted}; }}",
        f".note {{ color: {theme.warn}; }}",
        f".problem {{ color: {theme.block}; }}",
        f".gap {{ background-color: {theme.gap}; color: {theme.gap_text}; }}",
        f"a {{ color: {theme.match}; }}",
    )
    return "".join(rules)
