"""What the import window asks of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.library import Entry
from desktop_assist.gui.finder import Worker
from desktop_assist.packs.exchange.limits import Limits
from desktop_assist.services.library_changes import LibraryChanges
from desktop_assist.store.last_import import LastImport


@dataclass(frozen=True, slots=True)
class ImportPorts:
    """`entries` are all of the library, also hidden ones.

    `keep_picture` takes PNG bytes in and gives the name for `Snippet.image`. `last` remembers an
    import, so that it can be taken back even after a restart. `changes`, `check`, `keep_picture`
    and `last` are used on the worker's thread.
    """

    entries: Callable[[], Sequence[Entry]]
    changes: LibraryChanges
    background: Worker
    check: Callable[[str], Sequence[Finding]] = lambda _text: ()
    keep_picture: Callable[[bytes], str] | None = None
    last: LastImport | None = None
    limits: Limits = field(default_factory=Limits)
