"""What an import would do, as plain values: nothing is written before somebody says so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import msgspec

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.layers import TEAMS_ALONE
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.packs.exchange.alike_categories import Category, Merge, merges
from desktop_assist.packs.exchange.incoming import Incoming, Syntax, Trouble, title_from
from desktop_assist.packs.exchange.known_replies import PRINTED, KnownReplies, comparable_text
from desktop_assist.packs.exchange.pictures import Picture
from desktop_assist.packs.exchange.placeholders import Placeholders, Swap
from desktop_assist.packs.exchange.reading import Reading
from desktop_assist.text import Message, say

Status = Literal["new", "changed", "same", "duplicate", "locked"]
"""`duplicate`: an earlier row says the same; `locked`: it would change what only the team may."""

STATUSES: Mapping[Status, Message] = MappingProxyType(
    {
        "new": say("Exchange", "New"),
        "changed": say("Exchange", "Changed"),
        "same": say("Exchange", "Same"),
        "duplicate": say("Exchange", "Twice in the file"),
        "locked": say("Exchange", "Locked by the team"),
    }
)
"""What people read for each."""

COMES_IN: frozenset[Status] = frozenset({"new", "changed"})
"""What is imported where nobody chose otherwise."""

_AT_ONCE = 500

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Options:
    """What somebody chose for an import.

    `merges` puts the replies of a file's category into another one; `unsorted` is the category of
    replies that have none.
    """

    translate: bool = True
    merges: Mapping[Category, Category] = field(default_factory=lambda: MappingProxyType({}))
    unsorted: str = "未分组"


@dataclass(frozen=True, slots=True)
class Item:
    """One reply of a file. `snippet` is as it would be kept; a new one has no id yet.

    `existing` is the entry that it changes or equals; `twin` the row of the earlier duplicate.
    """

    file: Path
    row: int
    status: Status
    snippet: Snippet
    existing: Entry | None = None
    twin: int = 0
    picture: Picture | None = None
    swaps: tuple[Swap, ...] = ()
    notes: tuple[Message, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that would come of an import."""

    items: tuple[Item, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    merges: tuple[Merge, ...] = ()

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many items are of each status."""
        found = Counter(one.status for one in self.items)
        return {status: found[status] for status in STATUSES}


class Previewing:
    """Compares readings with the library. `steps` does the work, and `preview` has the result.

    Who wants to stop just takes no further step.
    """

    def __init__(
        self, readings: Sequence[Reading], entries: Iterable[Entry], options: Options | None = None
    ) -> None:
        """`entries` are all of the library, the agent's own and the team's."""
        self._readings = readings
        self._options = options or Options()
        self._library = KnownReplies(entries)
        self._placeholders = Placeholders()
        self._items: list[Item] = []
        self._texts: dict[str, int] = {}
        self._codes: dict[str, int] = {}
        self._changed: set[str] = set()
        self._met: dict[Category, Counter[Category]] = defaultdict(Counter)
        self._counts: Counter[Category] = Counter()
        self.preview = Preview()

    def steps(self) -> Iterator[float]:
        """Do the work in steps of some ten milliseconds; yields the part done, up to 1."""
        whole = sum(len(one.replies) for one in self._readings) or 1
        done = 0
        for reading in self._readings:
            for start in range(0, len(reading.replies), _AT_ONCE):
                batch = reading.replies[start : start + _AT_ONCE]
                self._items += [self._item(one, reading.syntax) for one in batch]
                done += len(batch)
                yield 0.95 * done / whole
        self.preview = Preview(
            tuple(self._items),
            tuple(trouble for one in self._readings for trouble in one.troubles),
            merges(self._counts, self._library.categories, self._met),
        )
        yield 1.0

    def _item(self, one: Incoming, syntax: Syntax) -> Item:
        snippet, swaps = self._translated(one, syntax)
        if "title" not in one.given and swaps:
            title = title_from(PRINTED.sub("", "".join(snippet.parts)))
            snippet = msgspec.structs.replace(snippet, title=title or snippet.title)
        snippet = self._sorted(snippet)
        plain = Item(one.file, one.row, "new", snippet, None, 0, one.picture, swaps)
        text = comparable_text(snippet)
        if text in self._texts:
            return replace(plain, status="duplicate", twin=self._texts[text])
        self._texts[text] = one.row
        entry = self._library.match(snippet, one.given, text)
        if entry is not None and entry.key not in self._changed:
            return self._against(entry, plain, one, syntax)
        if one.snippet.category:
            self._counts[one.snippet.category] += 1
        return self._new(plain)

    def _translated(
        self, one: Incoming, syntax: Syntax, fields: Sequence[Field] = ()
    ) -> tuple[Snippet, tuple[Swap, ...]]:
        """The reply in our notation; `fields` are those of the one that it is to change."""
        snippet = one.snippet
        if not self._options.translate or syntax == "own":
            return snippet, ()
        texts = (snippet.body, *snippet.messages, *snippet.alternatives)
        found = self._placeholders.translated(texts, syntax, fields or one.vars)
        if not found.swaps and not found.fields:
            return snippet, ()
        after = 1 + len(snippet.messages)
        changed = msgspec.structs.replace(
            snippet,
            body=found.texts[0],
            messages=found.texts[1:after],
            alternatives=found.texts[after:],
            fields=found.fields,
        )
        return changed, found.swaps

    def _sorted(self, snippet: Snippet) -> Snippet:
        wanted = self._options.merges.get(snippet.category)
        category = wanted or snippet.category or (self._options.unsorted,)
        if category == snippet.category:
            return snippet
        return msgspec.structs.replace(snippet, category=category)

    def _against(self, entry: Entry, item: Item, one: Incoming, syntax: Syntax) -> Item:
        """What becomes of the reply that the library has already."""
        self._changed.add(entry.key)
        if one.snippet.category:
            self._met[one.snippet.category][entry.snippet.category] += 1
        if entry.snippet.fields and (item.swaps or item.snippet.fields):
            named, swaps = self._translated(one, syntax, entry.snippet.fields)
            item = replace(item, snippet=self._sorted(named), swaps=swaps)
        after = self._joined(entry, item, one.given)
        has_picture = item.picture is not None and not entry.snippet.image
        if after == entry.snippet and not has_picture:
            return replace(item, status="same", snippet=entry.snippet, existing=entry)
        status: Status = "locked" if entry.snippet.locked else "changed"
        picture = item.picture if has_picture else None
        return replace(item, status=status, snippet=after, existing=entry, picture=picture)

    def _joined(self, entry: Entry, item: Item, given: Collection[str]) -> Snippet:
        """The entry with what the file says, where that differs in more than white space."""
        old, new = entry.snippet, item.snippet
        changes: dict[str, object] = {}
        for name in given:
            alone = name in TEAMS_ALONE and entry.origin != "own"
            if not alone and not _is_same(name, old, new):
                changes[name] = getattr(new, name)
        if changes.keys() & {"body", "messages"}:
            changes |= {"body": new.body, "messages": new.messages}
            known = {field.name for field in old.fields}
            more = (field for field in new.fields if field.name not in known)
            changes["fields"] = (*old.fields, *more)
        code = changes.get("code")
        # Where a tool wants a code and there was none, it was given the id.
        is_made = code == old.id
        if isinstance(code, str) and (is_made or self._library.has_code(code, but=entry.key)):
            del changes["code"]
        return msgspec.structs.replace(old, **changes) if changes else old

    def _new(self, item: Item) -> Item:
        """A new reply; a code that another reply has becomes a word to find it by."""
        code = item.snippet.code
        if not code:
            return item
        taken = code in self._codes or self._library.has_code(code)
        if not taken:
            self._codes[code] = item.row
            return item
        terms = tuple(dict.fromkeys((*item.snippet.search_terms, code)))
        note = say(
            "Exchange",
            "The code “{code}” belongs to another reply; here it is a search term.",
            code=code,
        )
        free = msgspec.structs.replace(item.snippet, code="", search_terms=terms)
        return replace(item, snippet=free, notes=(*item.notes, note))


def _is_same(name: str, old: Snippet, new: Snippet) -> bool:
    if name in ("body", "messages"):
        return comparable_text(old) == comparable_text(new)
    before, after = getattr(old, name), getattr(new, name)
    match name:
        case "category":
            # A flat format knows only the last level of a path, or all of them in one text.
            return before == after or (bool(after) and before[-len(after) :] == after)
        case "title" | "notes" | "when_to_use":
            return _SPACE.sub("", before) == _SPACE.sub("", after)
        case "search_terms" | "tags" | "triggers":
            return set(after) <= set(before)
        case _:
            return bool(before == after)


def with_findings(
    preview: Preview, check: Callable[[str], Sequence[Finding]]
) -> Iterator[tuple[int, tuple[Finding, ...]]]:
    """What the checker says of each item that would come in: its place, and what was found.

    One step an item, so that who wants to stop can.
    """
    from desktop_assist.core.replies.editing import outside_placeholders  # noqa: PLC0415  only here

    for at, item in enumerate(preview.items):
        if item.status in COMES_IN:
            text = "\n".join(item.snippet.parts)
            yield at, tuple(outside_placeholders(text, check(text)))


def to_bring(
    items: Sequence[Item],
    keep_picture: Callable[[Picture], str] | None,
    fresh_id: Callable[[], str],
    told: Callable[[float], None] = lambda _part: None,
) -> dict[str, Snippet]:
    """What `items` are to become, by the keys of entries.

    `keep_picture` takes a picture in and gives the name for `Snippet.image`. `told` hears the part
    done, up to 1; it may raise to put an end to it.

    Raises:
        AssistError: a picture could not be kept.
    """
    found: dict[str, Snippet] = {}
    for at, item in enumerate(items):
        if at % _AT_ONCE == 0 or item.picture is not None:
            told(at / len(items))
        snippet = item.snippet
        if item.picture is not None and keep_picture is not None:
            snippet = msgspec.structs.replace(snippet, image=keep_picture(item.picture))
        if item.existing is not None and item.status != "duplicate":
            found[item.existing.key] = snippet
        else:
            new = fresh_id()
            found[f"own/{new}"] = msgspec.structs.replace(snippet, id=new, locked=False)
    return found
