"""The welcome that one hotkey pastes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_assist.core.replies.festival import festivals_on
from desktop_assist.core.replies.library import Entry, Library
from desktop_assist.core.replies.reply import Parts, ReplyContext, rotation
from desktop_assist.core.replies.snippet import Standing
from desktop_assist.core.replies.welcome import choose_welcome


@dataclass(frozen=True, slots=True)
class WelcomePick:
    """The entry that fits best now, and the variant whose turn it is."""

    entry: Entry
    parts: Parts


class Welcomes:
    """Chooses by time, festival, shop and the customer's standing, and rotates the wording."""

    def __init__(
        self,
        library: Callable[[], Library],
        context: Callable[[], ReplyContext],
        next_variant: Callable[[str, int], int],
    ) -> None:
        """`next_variant(key, count)` says which of `count` variants of an entry is due, from 0."""
        self._library = library
        self._context = context
        self._next_variant = next_variant

    def pick(self, standing: Standing | None = None, language: str = "") -> WelcomePick | None:
        """The welcome for now, for a customer of `standing`; None where no welcome fits.

        Welcomes in `language` come first; without it, those in the interface's language.
        """
        fitting = self.fitting(standing, language)
        if not fitting:
            return None
        entry = fitting[0]
        turns = rotation(entry.snippet)
        return WelcomePick(entry, turns[self._next_variant(entry.key, len(turns)) % len(turns)])

    def fitting(self, standing: Standing | None = None, language: str = "") -> list[Entry]:
        """Every welcome that fits now, the best first."""
        context = self._context()
        return choose_welcome(
            self._library(),
            now=context.now,
            shop=context.shop,
            standing=standing,
            festivals=festivals_on(context.now.date()),
            language=language or context.language,
        )
