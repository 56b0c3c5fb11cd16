"""Keys pressed through the RemoteDesktop portal: where the desktop's user has allowed it.

From the documentation of org.freedesktop.portal.RemoteDesktop, versions 1 and 2. The desktop asks
its user once; the token that it gives then spares the question at the next start.
"""

from __future__ import annotations

from collections.abc import Callable

from Xlib import XK

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.portal.desktop import (
    DESKTOP,
    DESKTOP_PATH,
    REMOTE_DESKTOP,
    DesktopPortal,
    Options,
    Outcome,
    Response,
    why_not,
)
from desktop_assist.oslayer.portal.line import BusLine, Question, Reply
from desktop_assist.oslayer.portal.token import RestoreToken
from desktop_assist.oslayer.xkb_names import xkb_name
from desktop_assist.text import Message, say

_KEYBOARD = 1
_UNTIL_REVOKED = 2
_RESTORES_SINCE = 2
_DOWN, _UP = 1, 0


class PortalInjector:
    """Presses nothing until the desktop has allowed it; then the reply need not be pasted by hand.

    The portal tells of no key. What is held is known only of the shortcut that asked for a paste,
    through `held`; it cannot be released from here, so the paste waits until it is up.
    """

    name = "portal"

    def __init__(
        self,
        line: BusLine,
        token: RestoreToken,
        held: Callable[[], tuple[str, ...]],
        told: Callable[[Message], None],
        allowed: Callable[[], None],
    ) -> None:
        """Ask the desktop; from another thread `allowed` hears that it allows it.

        `told` hears why it does not, or does no longer.
        """
        self._line = line
        self._portal = DesktopPortal(line)
        self._token = token
        self._held = held
        self._told = told
        self._allowed = allowed
        self._session = ""
        self._granted = False
        line.do(self._begin)

    @property
    def granted(self) -> bool:
        """Whether keys are pressed at all."""
        return self._granted

    def held_modifiers(self) -> tuple[str, ...]:
        return self._held()

    def release(self, modifiers: tuple[str, ...]) -> None:
        """Nothing to do: see the class."""

    def press(self, combination: Combination, times: int = 1) -> None:
        self.press_in_turn((combination, times))

    def press_in_turn(self, *presses: tuple[Combination, int]) -> None:
        self._line.do(lambda: self._press_all(presses))

    def is_held(self, key: str) -> bool:
        return key in self._held()

    def close(self) -> None:
        self._line.do(self._end)
        self._line.stop()

    def _begin(self) -> None:
        self._portal.when_restarted(lambda: self._portal.version(REMOTE_DESKTOP, self._open))
        self._portal.version(REMOTE_DESKTOP, self._open)

    def _open(self, version: int) -> None:
        self._granted = False
        if not version:
            self._refused(Outcome.MISSING)
            return
        options: Options = {"session_handle_token": ("s", self._portal.token())}
        self._portal.request(
            REMOTE_DESKTOP,
            "CreateSession",
            "a{sv}",
            (),
            options,
            lambda response: self._select(version, response),
        )

    def _select(self, version: int, response: Response) -> None:
        self._session = str(response.results.get("session_handle", ""))
        if response.outcome is not Outcome.DONE or not self._session:
            self._refused(response.outcome)
            return
        self._portal.when_closed(self._session, self._taken_back)
        options: dict[str, tuple[str, object]] = {"types": ("u", _KEYBOARD)}
        if version >= _RESTORES_SINCE:
            options["persist_mode"] = ("u", _UNTIL_REVOKED)
            if token := self._token.load():
                options["restore_token"] = ("s", token)
        self._portal.request(
            REMOTE_DESKTOP, "SelectDevices", "oa{sv}", (self._session,), options, self._start
        )

    def _start(self, response: Response) -> None:
        if response.outcome is not Outcome.DONE:
            self._refused(response.outcome)
            return
        self._portal.request(
            REMOTE_DESKTOP, "Start", "osa{sv}", (self._session, ""), {}, self._started
        )

    def _started(self, response: Response) -> None:
        devices = response.results.get("devices", 0)
        if response.outcome is not Outcome.DONE:
            self._refused(response.outcome)
        elif not isinstance(devices, int) or not devices & _KEYBOARD:
            self._refused(Outcome.REFUSED)
        else:
            self._granted = True
            # A token is good for one start; the answer brings the next one.
            self._token.keep(str(response.results.get("restore_token", "")))
            self._allowed()

    def _refused(self, outcome: Outcome) -> None:
        self._end()
        self._told(_by_hand(why_not(outcome)))

    def _taken_back(self) -> None:
        self._granted, self._session = False, ""
        self._told(_by_hand(say("Portal", "the desktop took the permission back")))

    def _end(self) -> None:
        self._granted = False
        session, self._session = self._session, ""
        if session:
            self._portal.close(session)

    def _press_all(self, presses: tuple[tuple[Combination, int], ...]) -> None:
        if not self._granted:
            return
        for combination, times in presses:
            for modifier in combination.modifiers:
                self._move(modifier, _DOWN)
            for _ in range(times):
                self._move(combination.key, _DOWN)
                self._move(combination.key, _UP)
            for modifier in reversed(combination.modifiers):
                self._move(modifier, _UP)

    def _move(self, key: str, state: int) -> None:
        body: tuple[object, ...] = (self._session, {}, symbol_of(key), state)
        self._line.ask(
            Question(
                DESKTOP, DESKTOP_PATH, REMOTE_DESKTOP, "NotifyKeyboardKeysym", "oa{sv}iu", body
            ),
            self._moved,
        )

    def _moved(self, reply: Reply) -> None:
        """A refused key means that the session is over, or never had a keyboard."""
        if reply.error and self._granted:
            self._refused(Outcome.REFUSED)


def symbol_of(key: str) -> int:
    """The X key symbol of a name of `core.combination`, which the portal takes as well."""
    symbol: int = XK.string_to_keysym(xkb_name(key))
    return symbol


def _by_hand(reason: Message) -> Message:
    return say(
        "Portal",
        "Replies are left on the clipboard, for you to paste: {reason}.",
        reason=reason,
    )
