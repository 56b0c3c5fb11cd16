"""Hotkeys through the desktop's GlobalShortcuts portal: Wayland, where no program hears keys.

The desktop shows its user a list, once, and may give other keys than those wished for. From the
documentation of org.freedesktop.portal.GlobalShortcuts, versions 1 and 2.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused
from desktop_assist.oslayer.portal.desktop import (
    DESKTOP,
    GLOBAL_SHORTCUTS,
    DesktopPortal,
    Outcome,
    Response,
    why_not,
)
from desktop_assist.oslayer.portal.line import BusLine
from desktop_assist.oslayer.xkb_names import xkb_name
from desktop_assist.text import Message, say

SETTLE_MS = 250
"""Bindings come one by one, and a session can be bound only once: wait for the last of them."""
_REPEAT_S = 0.7
"""A press so soon after the last one, with no release between, is the held key's repeat."""
_HELD_S = 1.0
"""So long a key counts as held on desktops that never tell of a release."""
_TRIGGER_NAMES = {"ctrl": "CTRL", "alt": "ALT", "shift": "SHIFT", "super": "LOGO"}


@dataclass(slots=True)
class _Session:
    """One session of the portal: `asked` is what it was made for."""

    asked: frozenset[Combination]
    path: str = ""
    dropped: bool = False


@dataclass(slots=True)
class HeldShortcuts:
    """Which shortcuts are down, as far as the desktop tells."""

    pressed_at: dict[Combination, float] = field(default_factory=dict)
    tells_releases: bool = False

    def press(self, combination: Combination, now: float) -> bool:
        """Note a press; False where it is the repeat of a held key."""
        before = self.pressed_at.get(combination)
        self.pressed_at[combination] = now
        return before is None or now - before > _REPEAT_S

    def release(self, combination: Combination) -> None:
        """Note a release."""
        self.tells_releases = True
        self.pressed_at.pop(combination, None)

    def modifiers(self, now: float) -> tuple[str, ...]:
        """The modifiers of what is down."""
        down = [
            one
            for one, since in tuple(self.pressed_at.items())
            if self.tells_releases or now - since < _HELD_S
        ]
        return max((one.modifiers for one in down), key=len, default=())


class PortalHotkeys:
    """Binds all combinations at once, and all anew when they change.

    `bind` cannot know yet whether the desktop grants a combination: what it does not grant is told
    later. A combination's text is its name towards the desktop, which keeps the key that its user
    chose for that name.
    """

    name = "portal"

    def __init__(
        self,
        line: BusLine,
        describe: Callable[[Combination], str],
        told: Callable[[Message], None],
    ) -> None:
        """`describe` names what a combination does, for the desktop's list.

        `told` gets what was not granted; it is called from another thread and must only post.
        """
        self._portal = DesktopPortal(line)
        self._line = line
        self._describe = describe
        self._told = told
        self._pressed: Callable[[Combination], None] = lambda _combination: None
        self._wanted: frozenset[Combination] = frozenset()
        self._session: _Session | None = None
        self._changes = 0
        self._refused = frozenset[Combination]()
        self._is_lost = False
        self.held = HeldShortcuts()

    def start(self, pressed: Callable[[Combination], None]) -> None:
        self._pressed = pressed
        self._line.when_lost(self._lost)
        self._line.do(self._begin)

    def bind(self, combination: Combination) -> None:
        if self._is_lost:
            raise HotkeyRefused(combination, _lost_message())
        self._want(self._wanted | {combination})

    def unbind(self, combination: Combination) -> None:
        self._want(self._wanted - {combination})

    def let_go(self) -> None:
        """Nothing to do: the desktop holds no keyboard for us."""

    def swallow(self, key: str) -> None:
        """Nothing to do: the desktop keeps a shortcut's key from every window."""

    def stop(self) -> None:
        self._wanted = frozenset()
        self._line.do(self._end_session)
        self._line.stop()

    def held_modifiers(self) -> tuple[str, ...]:
        """The modifiers of the shortcut whose key is still down."""
        return self.held.modifiers(time.monotonic())

    def _begin(self) -> None:
        for member, told in (("Activated", self._activated), ("Deactivated", self._deactivated)):
            self._line.listen(DESKTOP, GLOBAL_SHORTCUTS, member, told)
        self._portal.when_restarted(self._anew)

    def _want(self, wanted: frozenset[Combination]) -> None:
        self._wanted = wanted
        self._line.do(self._changed)

    def _changed(self) -> None:
        self._changes += 1
        number = self._changes
        self._line.later(SETTLE_MS, lambda: self._settle(number))

    def _settle(self, number: int) -> None:
        bound = self._session.asked if self._session else frozenset()
        if number != self._changes or self._wanted == bound:
            return
        self._end_session()
        if self._wanted:
            self._open_session()

    def _anew(self) -> None:
        self._session = None
        self._changed()

    def _end_session(self) -> None:
        session, self._session = self._session, None
        self.held.pressed_at.clear()
        if session is None:
            return
        session.dropped = True
        if session.path:
            self._portal.close(session.path)

    def _open_session(self) -> None:
        session = self._session = _Session(self._wanted)
        token = {"session_handle_token": ("s", self._portal.token())}
        self._portal.request(
            GLOBAL_SHORTCUTS,
            "CreateSession",
            "a{sv}",
            (),
            token,
            lambda response: self._opened(session, response),
        )

    def _opened(self, session: _Session, response: Response) -> None:
        path = str(response.results.get("session_handle", ""))
        if session.dropped:
            if path:
                self._portal.close(path)
            return
        if response.outcome is not Outcome.DONE or not path:
            self._not_granted(session, response.outcome)
            return
        session.path = path
        self._portal.when_closed(path, lambda: self._taken_back(session))
        self._portal.request(
            GLOBAL_SHORTCUTS,
            "BindShortcuts",
            "oa(sa{sv})sa{sv}",
            (path, [self._shortcut(one) for one in sorted(session.asked)], ""),
            {},
            lambda bound: self._bound(session, bound),
        )

    def _shortcut(self, combination: Combination) -> tuple[str, dict[str, tuple[str, str]]]:
        return str(combination), {
            "description": ("s", self._describe(combination) or str(combination.shown)),
            "preferred_trigger": ("s", trigger_of(combination)),
        }

    def _bound(self, session: _Session, response: Response) -> None:
        if session.dropped:
            return
        if response.outcome is not Outcome.DONE:
            self._not_granted(session, response.outcome)
            return
        granted = frozenset(_ids_in(response.results.get("shortcuts")))
        refused = frozenset(one for one in session.asked if str(one) not in granted)
        if refused and refused != self._refused:
            keys = ", ".join(str(one.shown) for one in sorted(refused))
            self._told(say("Portal", "The desktop did not grant {keys}.", keys=keys))
        self._refused = refused

    def _not_granted(self, session: _Session, outcome: Outcome) -> None:
        """The session stays as what was asked for, so that nobody is asked again and again."""
        if session.path:
            self._portal.close(session.path)
            session.path = ""
        self._told(_no_hotkeys(why_not(outcome)))

    def _taken_back(self, session: _Session) -> None:
        session.path = ""
        self.held.pressed_at.clear()
        self._told(_no_hotkeys(say("Portal", "the desktop took them back")))

    def _lost(self) -> None:
        self._is_lost = True
        self._told(_lost_message())

    def _activated(self, _path: str, body: tuple[object, ...]) -> None:
        combination = self._combination_in(body)
        if combination is not None and self.held.press(combination, time.monotonic()):
            self._pressed(combination)

    def _deactivated(self, _path: str, body: tuple[object, ...]) -> None:
        combination = self._combination_in(body)
        if combination is not None:
            self.held.release(combination)

    def _combination_in(self, body: tuple[object, ...]) -> Combination | None:
        """What a signal is about; None for another session's, or what is no longer wanted."""
        session, name = body[:2]
        if self._session is None or not self._session.path or session != self._session.path:
            return None
        return next((one for one in self._wanted if str(one) == name), None)


def trigger_of(combination: Combination) -> str:
    """As the “shortcuts” specification of freedesktop.org writes it: `CTRL+ALT+space`."""
    modifiers = (_TRIGGER_NAMES[one] for one in combination.modifiers)
    return "+".join((*modifiers, xkb_name(combination.key)))


def _ids_in(shortcuts: object) -> Iterable[str]:
    return (str(one[0]) for one in shortcuts) if isinstance(shortcuts, list) else ()


def _no_hotkeys(reason: Message) -> Message:
    return say(
        "Portal",
        "No hotkeys: {reason}. Bind a shortcut of the desktop to “desktop-assist palette”.",
        reason=reason,
    )


def _lost_message() -> Message:
    return say("Portal", "No hotkeys: the session bus has ended. Start the program again.")
