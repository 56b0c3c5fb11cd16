"""The Wayland clipboard through data control: every format, without a window or a keyboard.

sway, Hyprland, KDE, COSMIC and niri have it (zwlr_data_control_unstable_v1, or its successor
ext-data-control-v1, which is spoken alike); GNOME has not.
"""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass, field

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard
from desktop_assist.oslayer.wayland_wire import Arguments, WaylandLine
from desktop_assist.text import say

MANAGERS = ("ext_data_control_manager_v1", "zwlr_data_control_manager_v1")
TEXT_NAMES = ("text/plain;charset=utf-8", "UTF8_STRING", "text/plain", "TEXT", "STRING")
ALL_FORMATS_S = 1.5
MOST_BYTES = 64 * 1024 * 1024
_ANSWER_LIMIT_S = 1.0
_END_LIMIT_S = 4.0
_PNG = "image/png"
_OURS = "application/x-desktop-assist"
"""By this format we know our own offers when the compositor tells us of them too."""
_MARKS = {"x-kde-passwordManagerHint": b"secret", _OURS: b""}
_PIECE = 1 << 16

Told = Callable[[ClipboardEvent], None]


@dataclass(slots=True)
class _Offered:
    """What some program has on the clipboard."""

    number: int
    names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Awaited:
    """Somebody who waits for the next copy."""

    until: float
    done: Callable[[str | None], None]


class DataControlClipboard:
    """Lives on a thread of its own; nothing says who reads, so a paste is never confirmed.

    At the end `keeper` (wl-copy, where it is installed) takes the best format over, for the
    clipboard of Wayland ends with its owner.
    """

    name = "data control"
    confirms_reads = False

    def __init__(self, environment: Mapping[str, str], keeper: str = "") -> None:
        """Connect to the compositor.

        Raises:
            OSError: there is none, or it lets no program do this.
        """
        self._line = WaylandLine(environment)
        try:
            self._line.find_globals(_ANSWER_LIMIT_S)
            manager = next((one for one in MANAGERS if one in self._line.globals), None)
            if manager is None or "wl_seat" not in self._line.globals:
                raise OSError("no data control")
            self._manager = self._line.bind(manager, 1)
            seat = self._line.bind("wl_seat", 1)
            self._device = self._line.new(self._heard_device)
            self._line.send(self._manager, 1, self._device, seat)
            self._offers: dict[int, _Offered] = {}
            self._current: _Offered | None = None
            self._awaited: list[_Awaited] = []
            self._line.round_trip(_ANSWER_LIMIT_S)
        except OSError:
            self._line.close()
            raise
        self._keeper = keeper
        self._source = 0
        self._contents: Mapping[str, bytes] = {}
        self._text: str | None = None
        self._saved = SavedClipboard(empty=True)
        self._told: Told = lambda _event: None
        self._shown = False
        self._stopped = False
        self._calls: deque[Callable[[], None]] = deque()
        self._wake_read, self._wake_write = os.pipe()
        self._thread = threading.Thread(target=self._run, name="wayland-clipboard", daemon=True)
        self._thread.start()

    def save(self, done: Callable[[SavedClipboard], None]) -> None:
        self._do(lambda: done(self._saved if self._shown and self._source else self._save()))

    def offer(self, text: str, saved: SavedClipboard, told: Told) -> None:
        self._do(lambda: self._begin(text, saved, told))

    def arm(self, reader: int) -> bool:
        """Raises: AssistError: the compositor does not answer."""
        if self._stopped:
            raise _unreachable()
        shown: Future[bool] = Future()
        self._do(lambda: shown.set_result(self._show()))
        try:
            return shown.result(_END_LIMIT_S)
        except TookTooLong as error:
            raise _unreachable() from error

    def leave(self) -> None:
        self._do(self._leave)

    def restore(self) -> None:
        self._do(self._restore)

    def copied(self, reader: int, wait_ms: float, done: Callable[[str | None], None]) -> None:
        until = time.monotonic() + wait_ms / 1000
        self._do(lambda: self._awaited.append(_Awaited(until, done)))

    def put_back(self, saved: SavedClipboard) -> None:
        self._do(lambda: self._put(saved))

    def read_text(self, done: Callable[[str | None], None]) -> None:
        self._do(lambda: done(self._read_text()))

    def close(self) -> None:
        if self._stopped:
            return
        self._do(self._end)
        self._thread.join(_END_LIMIT_S)

    # The thread

    def _do(self, call: Callable[[], None]) -> None:
        if self._stopped:
            return
        self._calls.append(call)
        with contextlib.suppress(OSError):  # closed meanwhile
            os.write(self._wake_write, b"!")

    def _run(self) -> None:
        try:
            while not self._stopped:
                self._turn()
        except OSError:  # the compositor has ended, and the session with it
            self._stopped = True
        finally:
            self._line.close()
            os.close(self._wake_write)
            os.close(self._wake_read)

    def _turn(self) -> None:
        until = min((one.until for one in self._awaited), default=None)
        wait = None if until is None else max(0.0, until - time.monotonic())
        line = self._line.fileno()
        ready, _, _ = select.select([line, self._wake_read], [], [], wait)
        if line in ready:
            self._line.receive()
        if self._wake_read in ready:
            os.read(self._wake_read, _PIECE)
        while self._calls and not self._stopped:
            self._calls.popleft()()
        self._give_up_waiting()

    def _give_up_waiting(self) -> None:
        late = [one for one in self._awaited if one.until <= time.monotonic()]
        self._awaited = [one for one in self._awaited if one not in late]
        for one in late:
            one.done(None)

    # What the compositor tells

    def _heard_device(self, opcode: int, arguments: Arguments) -> None:
        number = arguments.number() if opcode != 2 else 0
        if opcode == 0:
            offered = self._offers[number] = _Offered(number)
            self._line.hear(number, lambda _opcode, told: offered.names.append(told.text()))
        elif opcode == 1:
            self._selected(number)
        elif opcode == 3:  # the primary selection is not ours to know
            self._drop(self._offers.pop(number, None))

    def _selected(self, number: int) -> None:
        before, self._current = self._current, self._offers.pop(number, None)
        self._drop(before)
        if self._current is None or _OURS in self._current.names:
            return
        waiting, self._awaited = self._awaited, []
        for one in waiting:
            one.done(self._text_there() or "")

    def _drop(self, offered: _Offered | None) -> None:
        if offered is not None:
            self._line.send(offered.number, 1)
            self._line.forget(offered.number)

    def _heard_source(self, number: int, contents: Mapping[str, bytes]) -> Callable[..., None]:
        def heard(opcode: int, arguments: Arguments) -> None:
            if opcode == 0:
                content, end = contents.get(arguments.text(), b""), arguments.descriptor()
                threading.Thread(target=_write, args=(end, content), daemon=True).start()
            else:
                self._cancelled(number)

        return heard

    def _cancelled(self, number: int) -> None:
        self._line.send(number, 1)
        self._line.forget(number)
        if number != self._source:
            return
        self._source = 0
        if self._shown:
            self._shown, self._text = False, None
            self._told(ClipboardEvent.LOST)

    # What is done to the clipboard

    def _begin(self, text: str, saved: SavedClipboard, told: Told) -> None:
        self._text, self._saved, self._told, self._shown = text, saved, told, False

    def _show(self) -> bool:
        if self._text is None:
            return False
        content = self._text.encode()
        self._own({**dict.fromkeys(TEXT_NAMES, content), **_MARKS})
        self._shown = True
        self._line.round_trip(_ANSWER_LIMIT_S)
        return self._shown

    def _leave(self) -> None:
        if not self._shown:
            self._show()

    def _restore(self) -> None:
        text, self._text = self._text, None
        if text is not None and self._shown and self._source:
            self._put(self._saved)
        self._shown = False

    def _put(self, saved: SavedClipboard) -> None:
        self._text, self._shown = None, False
        if saved.formats:
            self._own({**saved.formats, _OURS: b""})
        else:
            self._source = 0
            self._line.send(self._device, 0, 0)

    def _own(self, contents: Mapping[str, bytes]) -> None:
        number = self._line.new()
        self._line.hear(number, self._heard_source(number, contents))
        self._line.send(self._manager, 0, number)
        for name in contents:
            self._line.send(number, 0, name)
        self._source, self._contents = number, contents
        self._line.send(self._device, 0, number)

    def _save(self) -> SavedClipboard:
        if self._source and not self._shown:  # what was given back last is still there
            return SavedClipboard({k: v for k, v in self._contents.items() if k != _OURS})
        if self._current is None or not self._current.names:
            return SavedClipboard(empty=True)
        until, size = time.monotonic() + ALL_FORMATS_S, 0
        formats: dict[str, bytes] = {}
        dropped: list[str] = []
        for name in dict.fromkeys(self._current.names):
            skipped = name != _PNG and name.startswith("image/") and _PNG in self._current.names
            content = None if skipped else self._receive(name, until, MOST_BYTES - size)
            if content is None:
                dropped.append(name)
            else:
                formats[name] = content
                size += len(content)
        return SavedClipboard(formats, tuple(dropped))

    def _read_text(self) -> str | None:
        if self._source:
            formats = self._saved.formats if self._shown else self._contents
            content = next((formats[one] for one in TEXT_NAMES if one in formats), b"")
            return content.decode("utf-8", "replace") or None
        return self._text_there() or None

    def _text_there(self) -> str:
        names = self._current.names if self._current else []
        name = next((one for one in TEXT_NAMES if one in names), "")
        content = self._receive(name, time.monotonic() + ALL_FORMATS_S, MOST_BYTES) if name else b""
        return (content or b"").decode("utf-8", "replace")

    def _receive(self, name: str, until: float, most: int) -> bytes | None:
        """A format's bytes; None where they come too late or are too many."""
        current = self._current
        if current is None:
            return None
        reading, writing = os.pipe()
        try:
            self._line.send(current.number, 0, name, descriptor=writing)
        finally:
            os.close(writing)
        try:
            return _read(reading, until, most)
        finally:
            os.close(reading)

    def _end(self) -> None:
        self._restore()
        self._stopped = True
        if self._source and self._keeper:
            _hand_over(self._keeper, self._contents)


def _hand_over(keeper: str, contents: Mapping[str, bytes]) -> None:
    names = [one for one in contents if one != _OURS]
    best = next((one for one in (*TEXT_NAMES, _PNG) if one in names), names[0] if names else "")
    if not best:
        return
    with contextlib.suppress(OSError, subprocess.SubprocessError):  # then it ends with us
        subprocess.run(
            [keeper, "--type", best],
            input=contents[best],
            check=False,
            timeout=_END_LIMIT_S,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def _read(end: int, until: float, most: int) -> bytes | None:
    pieces: list[bytes] = []
    size = 0
    while True:
        ready, _, _ = select.select([end], [], [], max(0.0, until - time.monotonic()))
        piece = os.read(end, _PIECE) if ready else None
        if piece == b"":
            return b"".join(pieces)
        size += len(piece or b"")
        if piece is None or size > most:
            return None
        pieces.append(piece)


def _write(end: int, content: bytes) -> None:
    with contextlib.suppress(OSError), os.fdopen(end, "wb") as file:  # the reader may hang up
        file.write(content)


def _unreachable() -> AssistError:
    return AssistError(
        say("Wayland", "The clipboard cannot be reached; it is as it was."),
        say("Wayland", "Try once more, or copy the reply in the palette."),
    )
