"""Which combination asks for what; told at once when one cannot be had."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from desktop_assist.core.action import DEFAULT_HOTKEYS, Action
from desktop_assist.core.application import BUILT_IN, DEFAULT_PROFILE
from desktop_assist.core.combination import BadCombination, Combination
from desktop_assist.core.loop import Loop
from desktop_assist.errors import AssistError
from desktop_assist.oslayer.hotkeys.base import HotkeyBackend, HotkeyRefused
from desktop_assist.text import Message, say

SNIPPET = "snippet:"
"""Prefix of a hotkey's name that stands for a snippet's key rather than an action."""

# A paste presses these; heard as hotkeys they would ask for the next paste, without end.
_PRESSED_BY_US = frozenset(
    Combination.parse(text)
    for text in ("ctrl+a", "ctrl+c", *(one.chord for one in (*BUILT_IN, DEFAULT_PROFILE)))
)
_OTHER_MODIFIERS = (("ctrl", "alt"), ("ctrl", "shift"), ("alt", "shift"), ("ctrl", "alt", "shift"))


class HotkeyService:
    """Binds names (`Action` values, or `snippet:` and a key) to combinations."""

    def __init__(
        self,
        backend: HotkeyBackend,
        loop: Loop,
        wanted: Callable[[str, Combination], None],
    ) -> None:
        """`wanted` gets the name and the combination, on the loop's thread."""
        self._backend = backend
        self._loop = loop
        self._wanted = wanted
        self._names: dict[Combination, str] = {}
        self._paused = False
        self._problems: dict[str, Message] = {}
        backend.start(self._pressed)

    @property
    def problems(self) -> Mapping[str, Message]:
        """Why a name has no hotkey, by name."""
        return self._problems

    @property
    def paused(self) -> bool:
        """Whether only the hotkey that ends the pause is heard."""
        return self._paused

    def apply(self, wanted: Mapping[str, str]) -> Mapping[str, Message]:
        """Bind exactly `wanted` (name to combination, empty for none); returns the problems."""
        self._problems = {}
        names = self._read(wanted)
        for combination in set(self._names) - set(names):
            self._backend.unbind(combination)
        self._names = {
            combination: name
            for combination, name in names.items()
            if self._bind(combination, name)
        }
        if self._paused:
            self._unbind_paused()
        return self._problems

    def problem_with(self, name: str, combination: Combination | None) -> Message | None:
        """Why `name` cannot have `combination`; None when it can, or when it is none at all."""
        if combination is None or self._names.get(combination) == name:
            return None
        if combination in self._names or combination in _PRESSED_BY_US:
            return _in_use(combination)
        if combination.modifiers in ((), ("shift",)) and not _is_function_key(combination.key):
            return say("Hotkeys", "A key alone would be lost for typing. Add Ctrl or Alt.")
        try:
            self._backend.bind(combination)
        except HotkeyRefused as refused:
            return refused.message
        self._backend.unbind(combination)
        return None

    def alternatives(self, name: str, limit: int = 3) -> list[Combination]:
        """Combinations near the default of `name` that can be had now."""
        default = Combination.parse(DEFAULT_HOTKEYS.get(name, "ctrl+alt+j"))
        keys = [default.key, *"jkuoybgm"]
        nearby = [Combination(mods, key) for key in keys for mods in _OTHER_MODIFIERS]
        free: list[Combination] = []
        for combination in nearby:
            if combination not in self._names and self.problem_with(name, combination) is None:
                free.append(combination)
            if len(free) == limit:
                break
        return free

    def pause(self) -> None:
        """Give every combination back but the one that ends the pause."""
        self._paused = True
        self._unbind_paused()

    def resume(self) -> Mapping[str, Message]:
        """Bind again; returns the problems, for another program may have come between."""
        self._paused = False
        self._problems = {}
        self._names = {
            combination: name
            for combination, name in self._names.items()
            if self._bind(combination, name)
        }
        return self._problems

    def name_of(self, combination: Combination) -> str:
        """What was bound to `combination`; empty where nothing was. May be asked on any thread."""
        return self._names.get(combination, "")

    def stop(self) -> None:
        """Give everything back."""
        self._backend.stop()

    def _pressed(self, combination: Combination) -> None:
        self._loop.post(lambda: self._heard(combination))

    def _heard(self, combination: Combination) -> None:
        name = self._names.get(combination)
        if name is not None:
            self._wanted(name, combination)

    def _read(self, wanted: Mapping[str, str]) -> dict[Combination, str]:
        names: dict[Combination, str] = {}
        for name, text in wanted.items():
            if not text:
                continue
            try:
                combination = Combination.parse(text)
            except BadCombination as bad:
                self._problems[name] = bad.message
                continue
            if combination in names or combination in _PRESSED_BY_US:
                self._problems[name] = _in_use(combination)
            else:
                names[combination] = name
        return names

    def _bind(self, combination: Combination, name: str) -> bool:
        try:
            self._backend.bind(combination)
        except AssistError as refused:
            self._problems[name] = refused.message
            return False
        return True

    def _unbind_paused(self) -> None:
        for combination, name in self._names.items():
            if name != Action.PAUSE.value:
                self._backend.unbind(combination)


def bindings(hotkeys: Mapping[str, str], snippets: Collection[tuple[str, str]]) -> dict[str, str]:
    """All wanted bindings: the actions', then each snippet's own (`key`, `combination`)."""
    own = {f"{SNIPPET}{key}": combination for key, combination in snippets if combination}
    return {**hotkeys, **own}


def _is_function_key(key: str) -> bool:
    return key[0] == "f" and key[1:].isdigit()


def _in_use(combination: Combination) -> Message:
    return say("Hotkeys", "{key} already does something else here.", key=combination.shown)
