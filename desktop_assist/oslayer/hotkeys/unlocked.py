"""The `keyboard` library's hotkeys, put right whenever the screen has been unlocked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop_assist.core.combination import Combination
from desktop_assist.oslayer.hotkeys.base import HotkeyBackend


class Resyncing(HotkeyBackend, Protocol):
    """Hotkeys that keep count of the keys that are down."""

    def resync(self) -> None:
        """Count every key as up."""


class Watch(Protocol):
    """Something that goes on until it is stopped."""

    def stop(self) -> None:
        """End it; harmless when repeated."""


class ResyncAtUnlock:
    """Passes everything on; a lock screen keeps the key-ups before it to itself."""

    def __init__(self, backend: Resyncing, watch: Callable[[Callable[[], None]], Watch]) -> None:
        """`watch` calls what it is given at each unlocking, until it is stopped."""
        self.name = backend.name
        self._backend = backend
        self._watch = watch(backend.resync)

    def start(self, pressed: Callable[[Combination], None]) -> None:
        self._backend.start(pressed)

    def bind(self, combination: Combination) -> None:
        self._backend.bind(combination)

    def unbind(self, combination: Combination) -> None:
        self._backend.unbind(combination)

    def let_go(self) -> None:
        self._backend.let_go()

    def swallow(self, key: str) -> None:
        self._backend.swallow(key)

    def stop(self) -> None:
        self._watch.stop()
        self._backend.stop()
