"""One line to the session bus, on a thread of its own; nobody waits for an answer.

jeepney speaks the protocol: pure Python, 0.5 MB, no dependencies. QtDBus would tie this room to
Qt, and PySide6 cannot marshal the nested containers (`a(sa{sv})`) that the portals want.
"""

from __future__ import annotations

import contextlib
import heapq
import itertools
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.threading import DBusConnection, ReceiveStopped, open_dbus_connection

from desktop_assist.errors import AssistError
from desktop_assist.text import say

ANSWER_LIMIT_MS = 10_000
"""A service may have to be started first."""
_BUS = "org.freedesktop.DBus"
_BUS_PATH = "/org/freedesktop/DBus"
_END_LIMIT_S = 2.0


@dataclass(frozen=True, slots=True)
class Question:
    """A method call; `body` fits `signature` as jeepney has it: a variant is (signature, value)."""

    destination: str
    path: str
    interface: str
    member: str
    signature: str = ""
    body: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; `error` is the D-Bus error name, empty where there was none."""

    body: tuple[object, ...] = ()
    error: str = ""


NO_ANSWER = "org.freedesktop.DBus.Error.NoReply"
Answered = Callable[[Reply], None]
Signalled = Callable[[str, tuple[object, ...]], None]
"""Gets the object path that a signal came from, and its body."""


class BusLine:
    """Calls, signals and timers; every callback runs on this line's own thread."""

    def __init__(self, address: str, name: str) -> None:
        """Connect to `address`; `name` is the thread's.

        Raises:
            AssistError: there is no session bus.
        """
        try:
            self._connection: DBusConnection = open_dbus_connection(address)
        except (OSError, KeyError, ValueError, RuntimeError) as error:
            raise AssistError(
                say("Portal", "There is no session bus here."),
                say("Portal", "Start the program from within the desktop session."),
            ) from error
        self.unique_name: str = self._connection.unique_name
        self._calls: deque[Callable[[], None]] = deque()
        self._timers: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self._waiting: dict[int, Answered] = {}
        self._listening: dict[tuple[str, str], Signalled] = {}
        self._hung_up: Callable[[], None] = lambda: None
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def when_lost(self, told: Callable[[], None]) -> None:
        """Call `told` when the bus hangs up."""
        self._hung_up = told

    def do(self, call: Callable[[], None]) -> None:
        """Run `call` on the line's thread; from any thread."""
        self._calls.append(call)
        with contextlib.suppress(OSError):  # closed meanwhile
            self._connection.interrupt()

    def later(self, milliseconds: float, call: Callable[[], None]) -> None:
        """Run `call` after that time; on the line's thread only."""
        due = time.monotonic() + milliseconds / 1000
        heapq.heappush(self._timers, (due, next(self._order), call))

    def ask(self, question: Question, answered: Answered) -> None:
        """Send `question`; `answered` is called once, after ten seconds with `NO_ANSWER`."""
        address = DBusAddress(question.path, question.destination, question.interface)
        message = new_method_call(address, question.member, question.signature, question.body)
        serial = next(self._connection.outgoing_serial)
        self._waiting[serial] = answered
        try:
            self._connection.send(message, serial)
        except OSError:
            self._answer(serial, Reply(error=NO_ANSWER))
            return
        self.later(ANSWER_LIMIT_MS, lambda: self._answer(serial, Reply(error=NO_ANSWER)))

    def listen(self, sender: str, interface: str, member: str, told: Signalled) -> None:
        """Hear a signal of `sender`, from whatever object."""
        self._listening[interface, member] = told
        rule = f"type='signal',sender='{sender}',interface='{interface}',member='{member}'"
        self.ask(Question(_BUS, _BUS_PATH, _BUS, "AddMatch", "s", (rule,)), lambda _reply: None)

    def stop(self) -> None:
        """End the thread and hang up; harmless repeated."""
        if self._stopped:
            return
        self.do(self._stop)
        if threading.current_thread() is not self._thread:
            self._thread.join(_END_LIMIT_S)

    def _stop(self) -> None:
        self._stopped = True

    def _run(self) -> None:
        try:
            while not self._stopped:
                self._turn()
        except OSError:  # the bus has ended
            self._stopped = True
            self._hung_up()
        finally:
            self._connection.close()

    def _turn(self) -> None:
        wait = max(0.0, self._timers[0][0] - time.monotonic()) if self._timers else None
        with contextlib.suppress(TimeoutError):  # so it comes back in time for a timer
            self._hear(wait)
        while self._calls and not self._stopped:
            self._calls.popleft()()
        while self._timers and self._timers[0][0] <= time.monotonic():
            heapq.heappop(self._timers)[2]()

    def _hear(self, wait: float | None) -> None:
        """Take the next message, for which `wait` seconds are left; nothing after `interrupt`.

        Raises:
            TimeoutError: none has come.
        """
        try:
            message = self._connection.receive(timeout=wait)
        except ReceiveStopped:
            self._connection.reset_interrupt()
        else:
            self._heard(message)

    def _heard(self, message: Message) -> None:
        fields: Mapping[HeaderFields, object] = message.header.fields
        kind = message.header.message_type
        if kind is MessageType.signal:
            name = (str(fields[HeaderFields.interface]), str(fields[HeaderFields.member]))
            told = self._listening.get(name)
            if told is not None:
                told(str(fields[HeaderFields.path]), message.body)
        elif kind in (MessageType.method_return, MessageType.error):
            failed = kind is MessageType.error
            error = str(fields.get(HeaderFields.error_name)) if failed else ""
            serial = fields[HeaderFields.reply_serial]
            self._answer(int(str(serial)), Reply(message.body, error))

    def _answer(self, serial: int, reply: Reply) -> None:
        answered = self._waiting.pop(serial, None)
        if answered is not None:
            answered(reply)


def session_bus(environment: Mapping[str, str]) -> str:
    """The session bus's address; where none is told, the place that systemd gives it."""
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    return environment.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path={runtime}/bus"
