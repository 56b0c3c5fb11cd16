"""A desktop portal on a private bus, that answers as its documentation says."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.threading import ReceiveStopped, open_dbus_connection

DESKTOP = "org.freedesktop.portal.Desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
REMOTE = "org.freedesktop.portal.RemoteDesktop"
REGISTRY = "org.freedesktop.host.portal.Registry"
REQUEST = "org.freedesktop.portal.Request"
SESSION = "org.freedesktop.portal.Session"
PATH = "/org/freedesktop/portal/desktop"
_ERRORS = "org.freedesktop.DBus.Error."
WITHIN_S = 10.0


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """The address of a session bus that nobody else is on."""
    reading, writing = os.pipe()
    bus = ("dbus-daemon", "--session", "--nofork", f"--print-address={writing}")
    with (folder / "bus.log").open("wb") as log:
        process = subprocess.Popen(
            bus, pass_fds=[writing], env={"XDG_RUNTIME_DIR": str(folder)}, stdout=log, stderr=log
        )
    os.close(writing)
    try:
        with os.fdopen(reading) as address:
            yield address.readline().strip()
    finally:
        process.kill()
        process.wait(timeout=WITHIN_S)


@dataclass
class Manners:
    """How the desktop and its user behave; responses by method name."""

    versions: dict[str, int] = field(default_factory=lambda: {SHORTCUTS: 2, REMOTE: 2})
    responses: dict[str, int] = field(default_factory=dict)
    """0 success, 1 the user cancelled, 2 ended in some other way (Request.Response)."""
    errors: dict[str, str] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    withheld: set[str] = field(default_factory=set)
    """Shortcuts that are not bound, by id."""
    devices: int = 1
    old_handles: bool = False
    """Request paths of its own choice, as before version 0.9."""


class FakePortal:
    """org.freedesktop.portal.Desktop; what it was asked comes out of `asked`."""

    def __init__(self, address: str, manners: Manners) -> None:
        self.manners = manners
        self.asked: queue.Queue[tuple[str, tuple[Any, ...]]] = queue.Queue()
        self.sessions: list[str] = []
        self.tokens_given = 0
        self._callers: dict[str, str] = {}
        self._connection = open_dbus_connection(address)
        self._own_name()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def next_asked(self, method: str) -> tuple[Any, ...]:
        """The arguments of the next call of `method`; other calls before it are passed over."""
        while True:
            name, body = self.asked.get(timeout=WITHIN_S)
            if name == method:
                return body

    def press(self, shortcut: str, session: str = "") -> None:
        """Emit Activated, as when the user presses the shortcut's key."""
        self._emit(SHORTCUTS, "Activated", shortcut, session)

    def release(self, shortcut: str) -> None:
        """Emit Deactivated."""
        self._emit(SHORTCUTS, "Deactivated", shortcut, "")

    def end_session(self) -> None:
        """Take back what was granted."""
        session = self.sessions.pop()
        self._signal(session, SESSION, "Closed", "", (), self._callers[session])

    def stop(self) -> None:
        """End the service, as when it crashes or is replaced."""
        self._connection.interrupt()
        self._thread.join(WITHIN_S)
        self._connection.close()

    def _own_name(self) -> None:
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        self._connection.send(new_method_call(bus, "RequestName", "su", (DESKTOP, 0)))
        while self._connection.receive().header.message_type is not MessageType.method_return:
            pass

    def _serve(self) -> None:
        with contextlib.suppress(ReceiveStopped, ConnectionError):  # stopped, or the bus has ended
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)

    def _answer(self, message: Message) -> None:
        fields = message.header.fields
        interface, method = str(fields[HeaderFields.interface]), str(fields[HeaderFields.member])
        self.asked.put((method, message.body))
        if method in self.manners.silent:
            return
        error = self._error_for(interface, method, message)
        if error:
            self._connection.send(new_error(message, error, "s", ("no",)))
        elif method == "Get":
            version = self.manners.versions[message.body[0]]
            self._connection.send(new_method_return(message, "v", (("u", version),)))
        elif method in ("CreateSession", "BindShortcuts", "SelectDevices", "Start"):
            self._request(message, method)
        else:
            self._connection.send(new_method_return(message))

    def _error_for(self, interface: str, method: str, message: Message) -> str:
        if method in self.manners.errors:
            return self.manners.errors[method]
        if interface == REGISTRY:
            return f"{_ERRORS}UnknownInterface"
        asked = message.body[0] if method == "Get" else interface
        if asked in (SHORTCUTS, REMOTE) and asked not in self.manners.versions:
            return f"{_ERRORS}UnknownMethod" if method != "Get" else f"{_ERRORS}InvalidArgs"
        return ""

    def _request(self, message: Message, method: str) -> None:
        sender = str(message.header.fields[HeaderFields.sender])
        options = message.body[-1]
        token = "t1" if self.manners.old_handles else options["handle_token"][1]
        name = sender.removeprefix(":").replace(".", "_")
        path = f"{PATH}/request/{name}/{token}"
        code = self.manners.responses.get(method, 0)
        results = self._results(message, method, sender) if code == 0 else {}
        answers = [
            lambda: self._signal(path, REQUEST, "Response", "ua{sv}", (code, results), sender),
            lambda: self._connection.send(new_method_return(message, "o", (path,))),
        ]
        # The response may come before the call returns; who waits for the path misses it.
        for answer in reversed(answers) if self.manners.old_handles else answers:
            answer()

    def _results(self, message: Message, method: str, sender: str) -> dict[str, Any]:
        if method == "CreateSession":
            token = message.body[0]["session_handle_token"][1]
            session = f"{PATH}/session/{sender.removeprefix(':').replace('.', '_')}/{token}"
            self.sessions.append(session)
            self._callers[session] = sender
            return {"session_handle": ("s", session)}
        if method == "BindShortcuts":
            bound = [
                (name, {"description": wish["description"], "trigger_description": ("s", name)})
                for name, wish in message.body[1]
                if name not in self.manners.withheld
            ]
            return {"shortcuts": ("a(sa{sv})", bound)}
        if method == "Start":
            self.tokens_given += 1
            return {
                "devices": ("u", self.manners.devices),
                "restore_token": ("s", f"token-{self.tokens_given}"),
            }
        return {}

    def _emit(self, interface: str, member: str, shortcut: str, session: str) -> None:
        mine = self.sessions[-1]
        body: tuple[Any, ...] = (session or mine, shortcut, 0, {})
        self._signal(PATH, interface, member, "osta{sv}", body, self._callers[mine])

    def _signal(
        self, path: str, interface: str, member: str, kinds: str, body: Any, to: str
    ) -> None:
        emitter = DBusAddress(path, interface=interface)
        signal = new_signal(emitter, member, kinds or None, body)
        signal.header.fields[HeaderFields.destination] = to
        self._connection.send(signal)
