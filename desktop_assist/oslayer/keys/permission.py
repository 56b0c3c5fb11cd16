"""The permission to press keys that a desktop gives its user's programs, where it asks for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop_assist.errors import reason_of
from desktop_assist.oslayer.keys.base import Permission
from desktop_assist.oslayer.portal.token import RestoreToken
from desktop_assist.text import Message, say


class DesktopPermission:
    """The user's wish, which is followed by who presses keys, and the desktop's answer.

    The wish comes from the thread of the windows, the answer from any.
    """

    def __init__(self, token: Path, changed: Callable[[], None]) -> None:
        """`token` is the file that spares the question at the next start.

        `changed` hears of each answer, from any thread.
        """
        self.token = RestoreToken(token)
        self._changed = changed
        self._state = Permission.OFF
        self._reason: Message | None = None
        self._follow: Callable[[bool], None] | None = None

    @property
    def applies(self) -> bool:
        """Whether anybody here presses keys by such a permission."""
        return self._follow is not None

    @property
    def state(self) -> Permission:
        """How it stands at this moment."""
        return self._state

    @property
    def reason(self) -> Message | None:
        """Why it was refused, or could not be taken back."""
        return self._reason

    def followed_by(self, follow: Callable[[bool], None]) -> None:
        """Have `follow` hear of every change of the wish: True asks, False gives back."""
        self._follow = follow

    def want(self, wanted: bool) -> None:
        """Ask the desktop, or take the wish back and forget the permission; repeated, nothing."""
        if self._follow is None or wanted == (self._state is not Permission.OFF):
            return
        if wanted:
            self._now(Permission.ASKED)
            self._follow(True)
        else:
            self._follow(False)
            self._now(Permission.OFF, self._forget())

    def given(self) -> None:
        """The desktop allows it."""
        self._now(Permission.GIVEN)

    def refused(self, reason: Message) -> None:
        """The desktop does not allow it, or does no longer."""
        self._now(Permission.REFUSED, reason)

    def _forget(self) -> Message | None:
        """Have the desktop ask anew; tells why that is not sure."""
        try:
            self.token.forget()
        except OSError as error:
            return say(
                "Portal",
                "The note of the permission could not be removed: {reason}. The desktop’s own"
                " settings can take the permission back.",
                reason=reason_of(error),
            )
        return None

    def _now(self, state: Permission, reason: Message | None = None) -> None:
        self._state, self._reason = state, reason
        self._changed()
