"""What the palette asks of the rest of the program, beyond finding a reply."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Field
from desktop_assist.core.searching.search import Hit

Mode = Literal["paste", "each", "copy"]
Parts = tuple[str, ...]
Search = Callable[[str, int], list[Hit]]
FindEntry = Callable[[str], Entry | None]
Preview = Callable[[Entry, Parts], str]
Bodies = Callable[[Entry], tuple[Parts, ...]]


@dataclass(frozen=True, slots=True)
class PaletteChoice:
    """What the user picked: the entry's key, the templates of the chosen wording, what to do.

    `mode` is `paste`, `each` (every message in turn) or `copy`; `typed` is the query. `trigger` is
    the key that was pressed for it: held down, it must not go on into the chat window. `values`
    are the fields that were filled in the palette, by name; all of them where there are any.
    """

    key: str
    parts: Parts
    mode: Mode
    typed: str
    trigger: str = field(default="enter", compare=False)
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The reply of which message `number` of `total` goes next into the chat that is served."""

    key: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Extras:
    """What the palette can do besides; each part may be missing. All answer at once.

    `fields` are what the agent must fill before a wording can be pasted (may raise `AssistError`),
    and `fill` is the wording with the values so far, gaps as `⟦label⟧`: with both, the form opens
    inside the palette. `picture` is the file of an entry's image. `recent` are the keys lately
    used, newest first, none that is not valid today. `waiting` is a reply under way.
    """

    fields: Callable[[Entry, Parts], Sequence[Field]] = lambda _entry, _parts: ()
    fill: Callable[[Entry, Parts, Mapping[str, str]], str] | None = None
    picture: Callable[[Entry], Path | None] = lambda _entry: None
    recent: Callable[[], Sequence[str]] = tuple
    waiting: Callable[[], Waiting | None] = lambda: None


NO_EXTRAS = Extras()
