"""One reply out of several that say nearly the same, with what each of them brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from desktop_assist.core.replies.snippet import Field, Snippet

_NOTES = ("technique", "when_to_use", "when_to_avoid", "notes", "stage", "role", "customer")


def merged(kept: Snippet, others: Sequence[Snippet]) -> Snippet:
    """`kept` with what only `others` have: wordings, tones, translations, words to find it by.

    Where several have something of which there is one, `kept` comes first, then the others in
    their order. A code that another one had becomes a search term, so that it still finds the
    reply. Pictures, hotkeys, days and conditions of a welcome stay with each.
    """
    everyone = (kept, *others)
    code = _first(one.code for one in everyone)
    return msgspec.structs.replace(
        kept,
        alternatives=_alternatives(kept, others),
        tones=_united(one.tones for one in everyone),
        translations=_translations(kept, others),
        fields=_fields(everyone),
        code=code,
        search_terms=_search_terms(kept, others, code),
        tags=_all(one.tags for one in everyone),
        triggers=_all(one.triggers for one in everyone),
        ignore=_united(one.ignore for one in everyone),
        **{name: _first(getattr(one, name) for one in everyone) for name in _NOTES},
    )


def _alternatives(kept: Snippet, others: Sequence[Snippet]) -> tuple[str, ...]:
    """Other wordings in the same language; only a reply of one text has any."""
    same = [one for one in others if one.language == kept.language]
    wordings = (*kept.alternatives, *(body for one in same for body in _wordings(one)))
    if not kept.body:
        return kept.alternatives
    return tuple(one for one in dict.fromkeys(wordings) if one != kept.body)


def _wordings(snippet: Snippet) -> Iterator[str]:
    if snippet.body:
        yield snippet.body
    yield from snippet.alternatives


def _translations(kept: Snippet, others: Iterable[Snippet]) -> dict[str, str]:
    found = dict(kept.translations)
    for one in others:
        for language, body in ({one.language: one.body} | one.translations).items():
            if body and language != kept.language:
                found.setdefault(language, body)
    return found


def _fields(everyone: Iterable[Snippet]) -> tuple[Field, ...]:
    found: dict[str, Field] = {}
    for one in everyone:
        for field in one.fields:
            found.setdefault(field.name, field)
    return tuple(found.values())


def _search_terms(kept: Snippet, others: Iterable[Snippet], code: str) -> tuple[str, ...]:
    """Besides the search terms the titles and codes that the others were known by."""
    names = (name for one in others for name in (*one.search_terms, one.title, one.code))
    known = {"", code, kept.title}
    return tuple(dict.fromkeys((*kept.search_terms, *(one for one in names if one not in known))))


def _all(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for part in parts for text in part))


def _united(parts: Iterable[dict[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in parts:
        found = part | found
    return found


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
