"""What differs between two versions of a pack, reply by reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_assist.core.replies.differences import is_same_but_for_space
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.text import Message, say

_FIELDS = tuple(name for name in Snippet.__struct_fields__ if name != "id")


@dataclass(frozen=True, slots=True)
class ChangedSnippet:
    """A reply before and after; `fields` are the names of those that differ in more than space."""

    before: Snippet
    after: Snippet
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackChange:
    """What a new version of a pack brought. `version` is "" where the whole pack is gone."""

    pack: str
    title: str
    version: str
    new: tuple[Snippet, ...] = ()
    changed: tuple[ChangedSnippet, ...] = ()
    gone: tuple[Snippet, ...] = ()
    notes: str = ""
    by: str = ""

    def __bool__(self) -> bool:
        """Whether a reply is different at all."""
        return bool(self.new or self.changed or self.gone)

    @property
    def message(self) -> Message:
        """One line for a quiet notice."""
        if not self.version:
            return say("Channel", "{title}: withdrawn.", title=self.title)
        return say(
            "Channel",
            "{title} {version}: {new} new, {changed} changed, {gone} gone.",
            title=self.title,
            version=self.version,
            new=len(self.new),
            changed=len(self.changed),
            gone=len(self.gone),
        )


Differences = tuple[tuple[Snippet, ...], tuple[ChangedSnippet, ...], tuple[Snippet, ...]]


def compared(before: Iterable[Snippet], after: Iterable[Snippet]) -> Differences:
    """The new, changed and gone replies between two versions, in the order of the pack."""
    old = {one.id: one for one in before}
    now = {one.id: one for one in after}
    new = tuple(one for one in now.values() if one.id not in old)
    gone = tuple(one for one in old.values() if one.id not in now)
    return new, tuple(_changed(old, now)), gone


def _changed(old: dict[str, Snippet], now: dict[str, Snippet]) -> Iterator[ChangedSnippet]:
    for name, after in now.items():
        before = old.get(name)
        if before is None or before == after:
            continue
        if fields := tuple(one for one in _FIELDS if _differs(before, after, one)):
            yield ChangedSnippet(before, after, fields)


def _differs(before: Snippet, after: Snippet, field: str) -> bool:
    old, new = getattr(before, field), getattr(after, field)
    if isinstance(old, str) and isinstance(new, str):
        return not is_same_but_for_space(old, new)
    return bool(old != new)
