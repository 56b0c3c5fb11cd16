"""Keys that the desktop presses while its user wants that, and the plain way otherwise."""

from __future__ import annotations

from collections.abc import Callable

from desktop_assist.core.combination import Combination
from desktop_assist.errors import AssistError
from desktop_assist.oslayer.keys.base import Injector
from desktop_assist.oslayer.keys.permission import DesktopPermission


class AskedInjector:
    """Passes every call on to the one of the two that serves now."""

    def __init__(
        self, plain: Injector, ask: Callable[[], Injector], permission: DesktopPermission
    ) -> None:
        """`ask` begins to ask the desktop. It may raise an AssistError: there is none to ask."""
        self._plain = plain
        self._ask = ask
        self._permission = permission
        self._asked: Injector | None = None
        permission.followed_by(self._follow)

    @property
    def name(self) -> str:
        return self._now.name

    @property
    def _now(self) -> Injector:
        return self._plain if self._asked is None else self._asked

    def _follow(self, wanted: bool) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            asked.close()
        if wanted:
            try:
                self._asked = self._ask()
            except AssistError as error:
                self._permission.refused(error.message)

    def held_modifiers(self) -> tuple[str, ...]:
        return self._now.held_modifiers()

    def release(self, modifiers: tuple[str, ...]) -> None:
        self._now.release(modifiers)

    def press(self, combination: Combination, times: int = 1) -> None:
        self._now.press(combination, times)

    def press_in_turn(self, *presses: tuple[Combination, int]) -> None:
        self._now.press_in_turn(*presses)

    def is_held(self, key: str) -> bool:
        return self._now.is_held(key)

    def close(self) -> None:
        for one in (self._asked, self._plain):
            if one is not None:
                one.close()
