"""A channel on a static web server, read over one connection and within a time for each file."""

from __future__ import annotations

import base64
import contextlib
import datetime
import email.utils
import http.client
import socket
import ssl
import threading
import urllib.request
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import SplitResult, quote, unquote, urlsplit

from desktop_assist import __version__
from desktop_assist.channel.limits import Limits
from desktop_assist.channel.places import NotThere, Unreachable
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say

_CHUNK = 1 << 16
_HEADERS = {"User-Agent": f"desktop-assist/{__version__}", "Cache-Control": "max-age=0"}
_BROKEN = (OSError, http.client.HTTPException, ValueError)
_PAGE_BEGINS = (b"<", b"\xef\xbb\xbf<")
# What tells a file that is not there: a bucket that may not be listed answers 403.
_MISSING = (403, 404, 410)


class _Late(Exception):
    """The file did not come whole within its time."""


class WebSource:
    """Reads below a web address. Redirections are not followed: they lead to sign-in pages."""

    def __init__(self, address: str, limits: Limits, authorization: str = "") -> None:
        self._address = urlsplit(address.rstrip("/"))
        self._limits = limits
        self._headers = {**_HEADERS, **({"Authorization": authorization} if authorization else {})}
        self._line: _Line | None = None
        self.time_told: datetime.datetime | None = None

    def chunks(self, path: str) -> Iterator[bytes]:
        """See `Source.chunks`."""
        metadata = path.startswith("metadata/")
        seconds = self._limits.metadata_seconds if metadata else self._limits.pack_seconds
        watch = _Watch(seconds)
        try:
            yield from self._answered(path, watch)
        except _BROKEN as error:
            self.close()
            if watch.is_over or isinstance(error, TimeoutError):
                raise self._slow(seconds) from error
            raise self._broken(error) from error
        except NotThere:
            raise
        except BaseException:
            self.close()
            raise
        finally:
            watch.stop()

    def close(self) -> None:
        """See `Source.close`."""
        if self._line is not None:
            self._line.connection.close()
            self._line = None

    def _answered(self, path: str, watch: _Watch) -> Iterator[bytes]:
        response = self._response(path, watch)
        try:
            yield from self._body(path, response, watch)
        finally:
            response.close()

    def _body(
        self, path: str, response: http.client.HTTPResponse, watch: _Watch
    ) -> Iterator[bytes]:
        self.time_told = _time(response.headers.get("Date"))
        if response.status in _MISSING:
            response.read(_CHUNK)
            raise NotThere(path)
        if response.status != http.HTTPStatus.OK:
            raise self._refused(response.status)
        first = True
        # read1 returns with what has come, so that a drip does not hold us in one call.
        while chunk := response.read1(_CHUNK):
            watch.check()
            if first and chunk.lstrip().startswith(_PAGE_BEGINS):
                raise self._page()
            first = False
            yield chunk
        watch.check()
        if response.length:
            raise http.client.IncompleteRead(b"", response.length)

    def _response(self, path: str, watch: _Watch) -> http.client.HTTPResponse:
        """The answer; asked once more where the server had closed the resting connection."""
        fresh = self._line is None
        try:
            return self._ask(path, watch)
        except (http.client.RemoteDisconnected, ConnectionError):
            self.close()
            if fresh or watch.is_over:
                raise
            return self._ask(path, watch)

    def _ask(self, path: str, watch: _Watch) -> http.client.HTTPResponse:
        if self._line is None:
            self._line = _line(self._address, self._limits.connect_seconds)
            # Where nobody closes it, it goes with whoever read by it.
            weakref.finalize(self, self._line.connection.close)
            self._line.connection.connect()
        connection = self._line.connection
        watch.guard(connection.sock)
        connection.request(
            "GET", self._line.prefix + quote(path), headers={**self._headers, **self._line.headers}
        )
        return connection.getresponse()

    @property
    def _host(self) -> str:
        return self._address.hostname or self._address.netloc

    def _slow(self, seconds: float) -> Unreachable:
        return Unreachable(
            say("Channel", "{host} sends too slowly: a file did not come within {seconds} s.",
                host=self._host, seconds=round(seconds)),
            say("Channel", "It is tried again by itself. If it stays so, tell whoever keeps that"
                " server."),
        )  # fmt: skip

    def _refused(self, status: int) -> Unreachable:
        if 300 <= status < 400:
            return Unreachable(
                say("Channel", "{host} sends us elsewhere ({status}); this may be the sign-in page"
                    " of the network.", host=self._host, status=status),
                say("Channel", "Open a web page and sign in to the network. If the channel has"
                    " moved, ask your lead for a new invite."),
            )  # fmt: skip
        return Unreachable(
            say("Channel", "{host} answers with error {status}.", host=self._host, status=status),
            say("Channel", "It is tried again by itself. If it stays so, tell whoever keeps that"
                " server."),
        )  # fmt: skip

    def _page(self) -> Unreachable:
        return Unreachable(
            say("Channel", "A web page came instead of the channel; this is often the sign-in page"
                " of the network."),
            say("Channel", "Open a web page and sign in to the network. If there is nothing to sign"
                " in to, the server must answer 404 for files that are not there: tell whoever"
                " keeps {host}.", host=self._host),
        )  # fmt: skip

    def _broken(self, error: Exception) -> Unreachable:
        return Unreachable(_reason(error, self._host), _TRY_NETWORK)


class _Watch:
    """Ends whatever waits on a socket when the time of a file is over, be it for one byte."""

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def guard(self, connected: socket.socket | None) -> None:
        self._socket = connected

    def check(self) -> None:
        if self.is_over:
            raise TimeoutError

    def stop(self) -> None:
        self._timer.cancel()
        self._socket = None

    def _end(self) -> None:
        self.is_over = True
        if (waiting := self._socket) is not None:
            # The plain socket's way: an encrypted one would first speak with a server that is mute.
            with contextlib.suppress(OSError):
                socket.socket.shutdown(waiting, socket.SHUT_RDWR)


@dataclass(frozen=True, slots=True)
class _Line:
    """A connection, what every path on it begins with, and what every request on it carries."""

    connection: http.client.HTTPConnection
    prefix: str
    headers: Mapping[str, str]


def _line(address: SplitResult, seconds: float) -> _Line:
    """To the server, or to the proxy that the system names."""
    host, secure = address.hostname or "", address.scheme == "https"
    port = _port(address) or (443 if secure else 80)
    prefix = f"{address.path}/"
    proxy = urllib.request.getproxies().get(address.scheme)
    if not proxy or urllib.request.proxy_bypass(host):
        return _Line(_direct(host, port, seconds, secure=secure), prefix, {})
    through = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    login = _login(through)
    middle = _direct(through.hostname or "", _port(through) or 80, seconds, secure=secure)
    if secure:
        middle.set_tunnel(host, port, login)
        return _Line(middle, prefix, {})
    return _Line(middle, f"http://{address.netloc}{prefix}", login)


def _direct(host: str, port: int, seconds: float, *, secure: bool) -> http.client.HTTPConnection:
    if secure:
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=seconds, context=context)
    return http.client.HTTPConnection(host, port, timeout=seconds)


def _port(address: SplitResult) -> int | None:
    try:
        return address.port
    except ValueError as error:
        raise AssistError(
            say("Channel", "“{address}” is not a web address.", address=address.geturl()),
            say("Channel", "Ask your lead for the invite again."),
        ) from error


def _login(proxy: SplitResult) -> dict[str, str]:
    if not proxy.username:
        return {}
    words = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}".encode()
    return {"Proxy-Authorization": f"Basic {base64.b64encode(words).decode('ascii')}"}


def _time(date: str | None) -> datetime.datetime | None:
    try:
        told = email.utils.parsedate_to_datetime(cast("str", date))
    except (TypeError, ValueError):
        return None
    return told if told.tzinfo else told.replace(tzinfo=datetime.UTC)


def _reason(error: Exception, host: str) -> Message:
    if isinstance(error, socket.gaierror):
        return say("Channel", "The name {host} cannot be found in the network.", host=host)
    if isinstance(error, ssl.SSLCertVerificationError):
        return say("Channel", "{host} could not prove that it is the right server ({reason}).",
                   host=host, reason=error.verify_message)  # fmt: skip
    if isinstance(error, ConnectionRefusedError):
        return say("Channel", "{host} takes no connection.", host=host)
    if isinstance(error, http.client.IncompleteRead | ConnectionError):
        return say("Channel", "The connection to {host} broke off.", host=host)
    return say("Channel", "{host} cannot be reached.", host=host)


_TRY_NETWORK = say(
    "Channel",
    "Check the network, and that the computer's date is right. It is tried again by itself.",
)
