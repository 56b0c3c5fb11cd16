"""The desktop portal's way of talking: requests that a person answers, and sessions.

From the documentation of org.freedesktop.portal.Request, .Session and .host.portal.Registry
(xdg-desktop-portal 1.16 to 1.20).
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from desktop_assist.oslayer.portal.line import NO_ANSWER, BusLine, Question, Reply
from desktop_assist.text import Message, say

DESKTOP = "org.freedesktop.portal.Desktop"
DESKTOP_PATH = "/org/freedesktop/portal/desktop"
GLOBAL_SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
REMOTE_DESKTOP = "org.freedesktop.portal.RemoteDesktop"
_REQUEST = "org.freedesktop.portal.Request"
_SESSION = "org.freedesktop.portal.Session"
_REGISTRY = "org.freedesktop.host.portal.Registry"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_BUS = "org.freedesktop.DBus"
_APPLICATION = "desktop-assist"

Options = Mapping[str, tuple[str, object]]
"""`a{sv}` as jeepney has it."""


class Outcome(Enum):
    """How a request ended: the first three are the numbers of Request.Response."""

    DONE = 0
    CANCELLED = 1
    REFUSED = 2
    MISSING = "the desktop does not have this portal"
    SILENT = "the desktop does not answer"


@dataclass(frozen=True, slots=True)
class Response:
    """What a request came to."""

    outcome: Outcome
    results: Mapping[str, object] = field(default_factory=dict)


Responded = Callable[[Response], None]


class DesktopPortal:
    """Requests and sessions over one line; on the line's thread only, but for the constructor."""

    def __init__(self, line: BusLine) -> None:
        self.line = line
        self._tokens = itertools.count(1)
        self._requests: dict[str, Responded] = {}
        self._sessions: dict[str, Callable[[], None]] = {}
        line.do(self._begin)

    def _begin(self) -> None:
        self.line.listen(DESKTOP, _REQUEST, "Response", self._response)
        self.line.listen(DESKTOP, _SESSION, "Closed", self._closed)
        # Since 1.20 a program outside a sandbox may say who it is, before all else; older ones
        # answer with an error and guess.
        body: tuple[str, Options] = (_APPLICATION, {})
        registry = Question(DESKTOP, DESKTOP_PATH, _REGISTRY, "Register", "sa{sv}", body)
        self.line.ask(registry, lambda _reply: None)

    def version(self, interface: str, told: Callable[[int], None]) -> None:
        """Tell the version of a portal, 0 where the desktop does not have it."""
        body = (interface, "version")
        question = Question(DESKTOP, DESKTOP_PATH, _PROPERTIES, "Get", "ss", body)
        self.line.ask(question, lambda reply: told(_number_in(reply)))

    def request(
        self,
        interface: str,
        member: str,
        signature: str,
        arguments: tuple[object, ...],
        options: Options,
        responded: Responded,
    ) -> None:
        """Call a method that ends in a request; its options come last and get a token.

        The answer is awaited before the call is made: it may come before the call returns.
        """
        token = self.token()
        sender = self.line.unique_name.removeprefix(":").replace(".", "_")
        path = f"{DESKTOP_PATH}/request/{sender}/{token}"
        self._requests[path] = responded
        body = (*arguments, {**options, "handle_token": ("s", token)})
        question = Question(DESKTOP, DESKTOP_PATH, interface, member, signature, body)
        self.line.ask(question, lambda reply: self._asked(path, reply))

    def token(self) -> str:
        """A name for a request or a session, new each time."""
        return f"desktop_assist_{os.getpid()}_{next(self._tokens)}"

    def when_closed(self, session: str, told: Callable[[], None]) -> None:
        """Call `told` once when the desktop ends `session`."""
        self._sessions[session] = told

    def close(self, session: str) -> None:
        """End `session`; nothing is told of it."""
        self._sessions.pop(session, None)
        self.line.ask(Question(DESKTOP, session, _SESSION, "Close"), lambda _reply: None)

    def when_restarted(self, told: Callable[[], None]) -> None:
        """Call `told` whenever the desktop's service has ended and begun anew."""

        def changed(_path: str, body: tuple[object, ...]) -> None:
            name, old, new = body
            if name == DESKTOP and old != new and new:
                self._sessions.clear()
                told()

        self.line.listen(_BUS, _BUS, "NameOwnerChanged", changed)

    def _asked(self, path: str, reply: Reply) -> None:
        """The call has returned: with the request's path, or an error in place of a request."""
        if reply.error:
            self._end(path, Response(_outcome_of(reply.error)))
            return
        named = str(reply.body[0])
        if named != path and path in self._requests:  # portals before 0.9 chose the name
            self._requests[named] = self._requests.pop(path)

    def _response(self, path: str, body: tuple[object, ...]) -> None:
        code, results = body
        known = code if code in (0, 1) else 2
        self._end(path, Response(Outcome(known), _plain(results)))

    def _end(self, path: str, response: Response) -> None:
        responded = self._requests.pop(path, None)
        if responded is not None:
            responded(response)

    def _closed(self, path: str, _body: tuple[object, ...]) -> None:
        told = self._sessions.pop(path, None)
        if told is not None:
            told()


def why_not(outcome: Outcome) -> Message:
    """Why a request was not granted, for people."""
    reasons = {
        Outcome.CANCELLED: say("Portal", "the request was cancelled"),
        Outcome.REFUSED: say("Portal", "the desktop refused"),
        Outcome.MISSING: say("Portal", "this desktop does not offer it"),
        Outcome.SILENT: say("Portal", "the desktop does not answer"),
    }
    return reasons[outcome]


def _plain(results: object) -> dict[str, object]:
    """`a{sv}` without the signatures of its values."""
    return {name: value[1] for name, value in results.items()} if isinstance(results, dict) else {}


def _number_in(reply: Reply) -> int:
    variant = reply.body[0] if reply.body and not reply.error else ("u", 0)
    value = variant[1] if isinstance(variant, tuple) else 0
    return value if isinstance(value, int) else 0


def _outcome_of(error: str) -> Outcome:
    name = error.rpartition(".")[2]
    if error == NO_ANSWER or name in ("Timeout", "TimedOut"):
        return Outcome.SILENT
    if name in ("ServiceUnknown", "UnknownMethod", "UnknownInterface", "UnknownObject", "NotFound"):
        return Outcome.MISSING
    return Outcome.REFUSED
