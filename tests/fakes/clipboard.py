"""A clipboard in memory, with other programs that copy and paste."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard

TEXT = "text/plain"
EVERYONE = 0


class FakeClipboard:
    """What every program sees; `silent` is an owner that never answers."""

    name = "fake"

    def __init__(self, contents: Mapping[str, bytes] | None = None) -> None:
        self.confirms_reads = True
        self.silent = False
        self.closed = False
        self.saves = 0
        self.offers: list[tuple[str, SavedClipboard]] = []
        self.focused_reader = EVERYONE
        self._others = dict(contents or {})
        self._saved: SavedClipboard | None = None
        self._text: str | None = None
        self._readers: Callable[[int], bool] = _nobody
        self._told: Callable[[ClipboardEvent], None] = lambda _event: None
        self._copies: list[tuple[int, Callable[[str | None], None]]] = []

    # The port

    def save(self, done: Callable[[SavedClipboard], None]) -> None:
        self.saves += 1
        if not self.silent:
            done(self._saved or SavedClipboard(dict(self._others), empty=not self._others))

    def offer(
        self, text: str, saved: SavedClipboard, told: Callable[[ClipboardEvent], None]
    ) -> None:
        self.offers.append((text, saved))
        self._text, self._saved, self._told, self._readers = text, saved, told, _nobody

    def arm(self, reader: int) -> bool:
        self._readers = lambda one: reader in (EVERYONE, one)
        return self._text is not None

    def leave(self) -> None:
        self._readers = lambda one: self.focused_reader in (EVERYONE, one)

    def restore(self) -> None:
        if self._saved is not None:
            self.put_back(self._saved)

    def copied(self, reader: int, wait_ms: float, done: Callable[[str | None], None]) -> None:
        self._copies.append((reader, done))

    def put_back(self, saved: SavedClipboard) -> None:
        self._others, self._saved, self._text = dict(saved.formats), None, None

    def read_text(self, done: Callable[[str | None], None]) -> None:
        formats = self._saved.formats if self._saved else self._others
        done(formats[TEXT].decode() if TEXT in formats else None)

    def close(self) -> None:
        self.restore()
        self.closed = True

    # Other programs

    @property
    def told(self) -> Callable[[ClipboardEvent], None]:
        """Who hears of reads of what is on offer now."""
        return self._told

    def paste(self, reader: int) -> Mapping[str, bytes]:
        """What the program `reader` gets, as when its user presses Ctrl+V."""
        if self._text is not None and self._readers(reader):
            text = self._text.encode()
            self._told(ClipboardEvent.READ)
            return {TEXT: text}
        return dict(self._saved.formats if self._saved else self._others)

    def copy(self, formats: Mapping[str, bytes], by: int = 99) -> None:
        """The program `by` puts something on the clipboard."""
        told, owned = self._told, self._text is not None
        self._others, self._saved, self._text = dict(formats), None, None
        if owned:
            told(ClipboardEvent.LOST)
        waiting, self._copies = self._copies, []
        for reader, done in waiting:
            if reader in (EVERYONE, by):
                done(formats.get(TEXT, b"").decode())
            else:
                self._copies.append((reader, done))

    def time_out_copies(self) -> None:
        """The program that was waited for did not copy in time."""
        waiting, self._copies = self._copies, []
        for _, done in waiting:
            done(None)


def _nobody(_reader: int) -> bool:
    return False
