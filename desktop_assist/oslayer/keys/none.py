"""Where no program may press keys: the user pastes."""

from __future__ import annotations

from desktop_assist.core.combination import Combination


class NoInjector:
    """Presses nothing."""

    name = "none"

    def held_modifiers(self) -> tuple[str, ...]:
        return ()

    def release(self, modifiers: tuple[str, ...]) -> None:
        """Nothing can be released."""

    def press(self, combination: Combination, times: int = 1) -> None:
        """Nothing can be pressed."""

    def press_in_turn(self, *presses: tuple[Combination, int]) -> None:
        """Nothing can be pressed."""

    def is_held(self, key: str) -> bool:
        return False

    def close(self) -> None:
        """Nothing to give back."""
