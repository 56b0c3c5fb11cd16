"""One running instance for each home folder, and the way to talk to it.

A file lock tells who is first; a command socket (a named pipe on Windows) carries JSON. Both ends
prove with a key from a file that only the user can read that they belong to the same person, and
nothing is ever unpickled. Whoever sends garbage, too much or nothing at all loses its connection.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from multiprocessing import AuthenticationError
from multiprocessing.connection import (
    Client,
    Connection,
    Listener,
    answer_challenge,
    deliver_challenge,
)
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from desktop_assist.decoding import decode
from desktop_assist.errors import FINDINGS, AssistError, reason_of
from desktop_assist.text import say

PROTOCOL = 1
"""The version of the requests that this program sends and the newest that it understands."""
MESSAGE_LIMIT = 1 << 20
"""Bytes of the longest request or reply."""
CONVERSATION_SECONDS = 5.0
"""How long a caller may take to say its request, and to hear the answer."""
CONVERSATIONS = 8
"""How many conversations run side by side; more are turned away."""

# sun_path holds 108 bytes on Linux, 104 on macOS (sys/un.h), the closing NUL included.
_LONGEST_SOCKET_PATH = 103


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What a command asks of the running instance: the command, what it is about, field values."""

    command: str
    key: str = ""
    values: dict[str, str] = {}
    protocol: int = PROTOCOL


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What the instance answers: `message` and `hint` in the user's language, `data` for JSON."""

    ok: bool = True
    message: str = ""
    hint: str = ""
    data: dict[str, str | int | float | bool | list[str] | None] = {}


class NoInstance(AssistError):
    """Nobody answers for this home folder."""

    def __init__(self) -> None:
        super().__init__(
            say("Instance", "Desktop Assist is not running."),
            say("Instance", "Start it with: desktop-assist"),
            FINDINGS,
        )


class NoAnswer(AssistError):
    """The instance runs, but has not answered in time or not in words that we understand."""

    def __init__(self) -> None:
        super().__init__(
            say("Instance", "Desktop Assist is running but does not answer."),
            say("Instance", "Try again in a moment; if it stays silent, quit it and start anew."),
        )


class AlreadyRunning(AssistError):
    """Another process holds the lock of this home folder."""

    def __init__(self) -> None:
        super().__init__(
            say("Instance", "Desktop Assist is already running."),
            say("Instance", "Its icon is in the tray; desktop-assist palette opens its window."),
            FINDINGS,
        )


class InstanceServer:
    """The running instance's ear: holds the lock, answers requests until `close`."""

    def __init__(self, home: Path, handle: Callable[[Request], Reply]) -> None:
        """`handle` is called on a thread of its own for each request."""
        self._home = home
        self._handle = handle
        self._lock = FileLock(home / "instance.lock")
        self._free = threading.BoundedSemaphore(CONVERSATIONS)
        self._closing = threading.Event()
        self._listener: Listener | None = None
        self._accepting: threading.Thread | None = None
        self._key = b""

    def start(self) -> None:
        """Become the one instance of this home folder and listen.

        Raises:
            AlreadyRunning: another process is that already.
            AssistError: the folder cannot be written to.
        """
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise AlreadyRunning from None
        except OSError as error:
            raise _unusable(self._home, error) from error
        try:
            self._key = _new_key(self._home)
            self._listener = _listen(_address(self._home))
        except OSError as error:
            self._lock.release()
            raise _unusable(self._home, error) from error
        self._accepting = threading.Thread(
            target=self._accept, args=(self._listener,), name="instance", daemon=True
        )
        self._accepting.start()

    def close(self) -> None:
        """Listen no more and give the lock back; harmless when called twice."""
        if self._listener is None or self._accepting is None:
            return
        self._closing.set()
        # Only a caller ends a blocked accept on every system.
        with contextlib.suppress(OSError):
            _connect(self._home).close()
        self._accepting.join(CONVERSATION_SECONDS)
        self._listener.close()
        self._listener = self._accepting = None
        (self._home / "instance.key").unlink(missing_ok=True)
        self._lock.release()

    def _accept(self, listener: Listener) -> None:
        while not self._closing.is_set():
            try:
                connection = listener.accept()
            except OSError:
                # The caller has gone before it was let in, or no more files can be opened.
                self._closing.wait(1)
                continue
            if self._closing.is_set() or not self._free.acquire(blocking=False):
                connection.close()
                continue
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: Connection) -> None:
        try:
            with connection, contextlib.suppress(OSError, EOFError, AuthenticationError):
                with _deadline(connection):
                    deliver_challenge(connection, self._key)
                    answer_challenge(connection, self._key)
                    request = connection.recv_bytes(MESSAGE_LIMIT)
                reply = msgspec.json.encode(self._answer(request))
                with _deadline(connection):
                    connection.send_bytes(reply)
        finally:
            self._free.release()

    def _answer(self, message: bytes) -> Reply:
        try:
            request = decode(message, Request)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return _refusal(say("Instance", "The request was not understood."))
        if request.protocol > PROTOCOL:
            return _refusal(say("Instance", "The request comes from a newer version."))
        try:
            return self._handle(request)
        except AssistError as error:
            return Reply(ok=False, message=str(error.message), hint=str(error.hint or ""))


def ask_instance(home: Path, request: Request, timeout: float = 5.0) -> Reply:
    """The answer of the instance that runs for `home`; `timeout` in seconds.

    Raises:
        NoInstance: none is running, or a dead one has left its socket.
        NoAnswer: one is running and says nothing sensible within `timeout`.
        AssistError: the request holds characters that no text has.
    """
    outcome: list[Reply | AssistError] = []
    message = _encoded(request)
    # A thread of its own: a connection to a hung process blocks in places that no poll covers.
    asking = threading.Thread(target=lambda: outcome.append(_asked(home, message)), daemon=True)
    asking.start()
    asking.join(timeout)
    if not outcome:
        raise NoAnswer
    if isinstance(outcome[0], AssistError):
        raise outcome[0]
    return outcome[0]


def _encoded(request: Request) -> bytes:
    try:
        return msgspec.json.encode(request)
    except UnicodeEncodeError as error:
        raise AssistError(
            say("Instance", "The command holds bytes that are no UTF-8 text."),
            say("Instance", "Type it again, or set the terminal to UTF-8."),
        ) from error


def _asked(home: Path, message: bytes) -> Reply | AssistError:
    try:
        key = (home / "instance.key").read_bytes()
        connection = _connect(home)
    except OSError:
        return NoInstance()
    try:
        with connection:
            answer_challenge(connection, key)
            deliver_challenge(connection, key)
            connection.send_bytes(message)
            return decode(connection.recv_bytes(MESSAGE_LIMIT), Reply)
    except (OSError, EOFError, AuthenticationError, msgspec.DecodeError):
        return NoAnswer()


def _refusal(message: object) -> Reply:
    hint = say("Instance", "Start the same version on both sides.")
    return Reply(ok=False, message=str(message), hint=str(hint))


def _connect(home: Path) -> Connection:
    return Client(*_address(home))


def _address(home: Path) -> tuple[str, str]:
    """Where the instance of `home` listens, and the family of that address."""
    name = hashlib.sha256(os.fsencode(home.resolve())).hexdigest()[:24]
    if sys.platform == "win32":
        return rf"\\.\pipe\desktop-assist-{name}", "AF_PIPE"
    inside = home.resolve() / "instance.socket"
    if len(os.fsencode(inside)) <= _LONGEST_SOCKET_PATH:
        return str(inside), "AF_UNIX"
    folder = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    return str(Path(folder) / f"desktop-assist-{name}"), "AF_UNIX"


def _listen(address: tuple[str, str]) -> Listener:
    place, family = address
    if family == "AF_UNIX":
        # We hold the lock: whoever made this socket is dead.
        Path(place).unlink(missing_ok=True)
    listener = Listener(place, family, backlog=CONVERSATIONS)
    if family == "AF_UNIX":
        Path(place).chmod(0o600)
    return listener


def _new_key(home: Path) -> bytes:
    """A fresh key in a file that was never readable for others, not even for a moment."""
    key = secrets.token_bytes(32)
    fresh = home / "instance.key.new"
    fresh.unlink(missing_ok=True)
    with _private(fresh) as file:
        os.write(file, key)
    fresh.replace(home / "instance.key")
    return key


@contextlib.contextmanager
def _private(path: Path) -> Iterator[int]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    file = os.open(path, flags, 0o600)
    try:
        yield file
    finally:
        os.close(file)


@contextlib.contextmanager
def _deadline(connection: Connection) -> Iterator[None]:
    timer = threading.Timer(CONVERSATION_SECONDS, _hang_up, (connection,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _hang_up(connection: Connection) -> None:
    """End a conversation from another thread: closing alone does not end a blocked read."""
    # A pipe of Windows carries whole messages only, so no half of one can keep a thread.
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError), socket.socket(fileno=os.dup(connection.fileno())) as line:
        line.shutdown(socket.SHUT_RDWR)


def _unusable(home: Path, error: OSError) -> AssistError:
    return AssistError(
        say("Instance", "{folder} cannot be used: {reason}.", folder=home, reason=reason_of(error)),
        say("Instance", "Make the folder writable, or choose another one with --home."),
    )
