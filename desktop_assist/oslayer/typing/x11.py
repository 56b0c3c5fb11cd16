"""What is typed on X11, by the RECORD extension: any client may, and no key is held back."""

from __future__ import annotations

import contextlib
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from Xlib import X
from Xlib.display import Display
from Xlib.error import ConnectionClosedError, DisplayError
from Xlib.ext import record
from Xlib.protocol.rq import Event

from desktop_assist.core.pasting.typed_code import Heard, Key
from desktop_assist.errors import AssistError
from desktop_assist.oslayer.typing.input_method import InputMethods
from desktop_assist.oslayer.typing.keysyms import heard_of, is_shift
from desktop_assist.oslayer.x11.connection import X11Thread
from desktop_assist.text import say

_EVENT = struct.Struct("=BB26xH2x")
"""A key or button event of the core protocol: type, key code, and at byte 28 the state."""
_MODE_AT = 8
"""Where a focus event has its mode."""
_NEWS_OF_FOCUS = (X.NotifyNormal, X.NotifyWhileGrabbed)


_NO_OPERATION = 127
_CATCH_UP_S = 0.08


class X11Typing:
    """Each listening has two connections: the server takes no requests on the one that it tells."""

    name = "x11"

    def __init__(self, environment: Mapping[str, str]) -> None:
        """`environment` names the display, and where the input methods are.

        Raises:
            AssistError: the X server does not answer, or does not offer RECORD.
        """
        self._methods = InputMethods(environment)
        if not _offers_record(environment.get("DISPLAY")):
            raise AssistError(
                say("TypedCodes", "Typed codes do not work here: the X server tells no keys.")
            )

    def listen(self, told: Callable[[Heard], None]) -> X11Listening:
        try:
            return X11Listening(told)
        except (DisplayError, ConnectionClosedError) as error:
            raise AssistError(
                say("TypedCodes", "Typed codes do not work here: the X server does not answer.")
            ) from error

    def is_direct(self) -> bool:
        return self._methods.are_direct()


def _offers_record(name: str | None) -> bool:
    try:
        display = Display(name)
    except (DisplayError, OSError):
        return False
    try:
        return bool(display.has_extension("RECORD"))
    finally:
        display.close()


class X11Listening:
    """One thread takes what the server records; the other knows the keyboard and tells."""

    def __init__(self, told: Callable[[Heard], None]) -> None:
        self._told = told
        self._shift_alone = 0
        self._stopped = False
        self._running = threading.Event()
        self._marked = threading.Event()
        self._control = X11Thread("x11-typing")
        self._tape: Any = Display()  # what an extension adds to it has no types
        self._context = self._control.ask(self._begin)
        self._thread = threading.Thread(target=self._run, name="x11-record", daemon=True)
        self._thread.start()
        self._running.wait(timeout=5)

    def catch_up(self) -> None:
        """Have the server record a request that does nothing: it comes after all keys before it."""
        self._marked.clear()
        self._control.do(self._mark)
        self._marked.wait(timeout=_CATCH_UP_S)
        self._control.do(_nothing)  # what came before the mark has been handed to this thread

    def stop(self) -> None:
        if self._stopped:
            return
        self._stopped = True
        self._control.do(self._end)
        self._thread.join(timeout=2)
        self._control.stop()

    # On the control thread

    def _begin(self) -> int:
        self._control.handle = self._handle
        display: Any = self._control.display
        context: int = display.record_create_context(0, [record.AllClients], [_ranges()])
        display.sync()
        return context

    def _end(self) -> None:
        display: Any = self._control.display
        display.record_disable_context(self._context)
        display.record_free_context(self._context)
        display.sync()

    def _mark(self) -> None:
        self._control.display.no_operation()
        self._control.display.sync()

    def _handle(self, event: Event) -> None:
        if event.type == X.MappingNotify:
            self._control.display.refresh_keyboard_mapping(event)

    def _tell(self, kind: int, code: int, state: int) -> None:
        if self._stopped:
            return
        if kind == X.KeyPress:
            self._key_down(code, state)
        elif kind == X.KeyRelease:
            alone, self._shift_alone = self._shift_alone == code, 0
            if alone:
                self._told(Key.OTHER)
        else:
            self._shift_alone = 0
            self._told(Key.CLICK if kind == X.ButtonPress else Key.FOCUS)

    def _key_down(self, code: int, state: int) -> None:
        display = self._control.display
        symbols = [display.keycode_to_keysym(code, index) for index in range(8)]
        self._shift_alone = code if is_shift(symbols[0]) else 0
        heard = heard_of(symbols, state)
        if heard is not None:
            self._told(heard)

    # On the recording thread

    def _run(self) -> None:
        with contextlib.suppress(ConnectionClosedError):  # the X server has gone
            self._tape.record_enable_context(self._context, self._take)
            self._tape.close()
        self._running.set()

    def _take(self, answer: Any) -> None:
        if answer.category == record.StartOfData:
            self._running.set()
        elif answer.category == record.FromClient:
            if answer.id_base == self._control.display.display.info.resource_id_base:
                self._marked.set()
        elif answer.category == record.FromServer and not answer.client_swapped:
            for kind, code, state in _events(bytes(answer.data)):
                self._control.call(partial(self._tell, kind, code, state))


def _nothing() -> None:
    """Its turn comes when the work before it is done."""


def _events(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Type, key code and state of each event that is worth telling."""
    for start in range(0, len(data) - _EVENT.size + 1, _EVENT.size):
        kind, code, state = _EVENT.unpack_from(data, start)
        kind &= 0x7F
        if kind in (X.KeyPress, X.KeyRelease, X.ButtonPress):
            yield kind, code, state
        elif kind == X.FocusIn and data[start + _MODE_AT] in _NEWS_OF_FOCUS:
            yield kind, 0, 0


def _ranges() -> dict[str, object]:
    """Keys, buttons, who gets the focus, and our mark; nothing else that clients say or hear."""
    pair, four = (0, 0), (0, 0, 0, 0)
    return {
        "core_requests": (_NO_OPERATION, _NO_OPERATION),
        "core_replies": pair,
        "ext_requests": four,
        "ext_replies": four,
        "delivered_events": (X.FocusIn, X.FocusIn),
        "device_events": (X.KeyPress, X.ButtonPress),
        "errors": pair,
        "client_started": False,
        "client_died": False,
    }
