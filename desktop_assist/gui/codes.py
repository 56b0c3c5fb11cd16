"""Typed codes and their settings: where they count, and how their replies are delivered."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.core.loop import Loop
from desktop_assist.core.pasting.typed_code import is_excluded, triggers_of
from desktop_assist.gui.delivery import Delivery, Wish
from desktop_assist.gui.desk import Desk
from desktop_assist.gui.serving import is_ours
from desktop_assist.gui.settings.preferences import Preferences
from desktop_assist.gui.shelf import Shelf
from desktop_assist.oslayer.typing.base import TypingBackend
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.paster import Paster, Ports
from desktop_assist.services.typed_codes import Replacement, TypedCodes
from desktop_assist.text import Message


class Codes:
    """Listens for the codes of the library while the settings want it."""

    def __init__(
        self,
        *,
        loop: Loop,
        choose: Callable[[], tuple[TypingBackend, Message | None]],
        ports: Ports,
        paster: Paster,
        shelf: Shelf,
        desk: Desk,
        delivery: Delivery,
        preferences: Preferences,
        tell: Callable[[Message, bool], None],
    ) -> None:
        """`choose` is asked once codes are wanted, for a backend and why there is none.

        Until then nothing of it is loaded.
        """
        self._loop = loop
        self._choose = choose
        self._ports = ports
        self._paster = paster
        self._shelf = shelf
        self._desk = desk
        self._delivery = delivery
        self._preferences = preferences
        self._tell = tell
        self._codes: TypedCodes | None = None
        self._problem: Message | None = None
        self._paused = False

    def apply(self) -> None:
        """The settings or the library have changed."""
        wanted = self._preferences.settings.typed_codes and not self._paused
        if self._codes is None:
            if not wanted:
                return
            self._codes = self._make()
        told = self._codes.apply(triggers_of(self._shelf.usable()) if wanted else {})
        problem = (told or self._problem) if wanted else None
        if problem is not None:
            self._tell(problem, True)

    def pause(self, paused: bool) -> None:
        """Listen no more, or again."""
        self._paused = paused
        self.apply()

    def front_changed(self) -> None:
        """Another window may have come to the front."""
        if self._codes is not None:
            self._codes.front_changed()

    def stop(self) -> None:
        """Listen no more."""
        if self._codes is not None:
            self._codes.stop()

    def _make(self) -> TypedCodes:
        backend, self._problem = self._choose()
        return TypedCodes(
            self._loop,
            backend,
            self._ports.windows,
            self._paster,
            wanted=self._wanted,
            welcome_in=self._welcome_in,
            profile=self._delivery.profile,
            tell=self._tell,
        )

    def _wanted(self, replacement: Replacement) -> None:
        entry = self._shelf.entry(replacement.key)
        if entry is not None:
            parts = self._desk.wording(entry)
            wish = Wish(entry, parts, replacement.target, replacement=replacement)
            self._delivery.fulfil(wish)

    def _welcome_in(self, target: Target) -> bool:
        names = self._preferences.settings.typed_codes_excluded.split(",")
        excluded = [name.strip().lower() for name in names]
        return (
            not is_ours(target)
            and self._delivery.profile(target).editable
            and not is_excluded(target.application, excluded)
        )
