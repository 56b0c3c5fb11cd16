"""Which replies are suggested, and what the agent's own picks teach about it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.suggesting.picks import Pick
from desktop_assist.core.suggesting.sequences import Conversations, Sequences
from desktop_assist.core.suggesting.suggest import Suggester, Suggestion
from desktop_assist.core.suggesting.synonyms import Synonyms
from desktop_assist.store.picks import PickStore

Advised = list[tuple[str, str]]
"""Pairs of entry key and reason, the best first."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """The day, and the seconds of a steady clock."""

    today: Callable[[], datetime.date]
    seconds: Callable[[], float]


class Advice:
    """Suggests for a message or after a reply, and learns from what is picked."""

    def __init__(
        self,
        entries: Callable[[], Sequence[Entry]],
        pinyin: Callable[[], PinyinTable | None],
        synonyms: Path,
        store: PickStore,
        clocks: Clocks,
    ) -> None:
        self._entries = entries
        self._pinyin = pinyin
        self._synonyms = synonyms
        self._store = store
        self._clocks = clocks
        self._suggester: Suggester | None = None
        self._sequences: Sequences | None = None
        self._conversations = Conversations()
        self._message = ""

    def renew(self) -> None:
        """The library or the pinyin table has changed."""
        self._suggester = None
        self._sequences = None

    def make(self) -> Suggester:
        """What suggests; made off the GUI thread, it is handed to `use`."""
        synonyms = Synonyms.from_text(self._synonyms.read_text("utf-8"))
        suggester = Suggester(self._entries(), synonyms, self._pinyin())
        suggester.learn(self._store.picks, self._day)
        return suggester

    def use(self, suggester: Suggester) -> None:
        """Suggest with it from now on."""
        self._suggester = suggester

    def for_message(self, message: str) -> Advised:
        """The best replies for a customer's message; a pick that follows is learnt from."""
        if self._suggester is None:
            self._suggester = self.make()
        self._message = message
        return [(one.key, _why(one)) for one in self._suggester.suggest(message)]

    def after(self, window: str) -> Advised:
        """What usually goes out after the last reply into `window`."""
        self._message = ""
        last = self.last_sent(window)
        if not last:
            return []
        if self._sequences is None:
            self._sequences = Sequences(self._entries(), self._store.follow_ups, self._day)
        return [
            (
                one.key,
                QCoreApplication.translate("Advice", "often after “{title}”").format(title=one.why),
            )
            for one in self._sequences.next_after(last)
        ]

    def last_sent(self, window: str) -> str:
        """The key of the reply sent last in the conversation in `window`; empty where none."""
        return self._conversations.last(window, self._clocks.seconds())

    def picked(self, key: str) -> None:
        """The reply `key` was chosen in the palette that showed suggestions, or another one."""
        if self._message and self._suggester is not None:
            pick = Pick(self._suggester.grams_to_keep(self._message), key, self._day)
            self._store.picked(pick)
            self._suggester.learn_one(pick)
        self._message = ""

    def sent(self, window: str, key: str) -> None:
        """The reply `key` has gone into `window`."""
        follow_up = self._conversations.sent(window, key, self._clocks.seconds(), self._day)
        if follow_up is not None:
            self._store.followed(follow_up)
            self._sequences = None

    def forget(self) -> None:
        """Forget every pick and follow-up.

        Raises:
            AssistError: a file could not be removed; what is in it is still known.
        """
        self._store.forget()
        self._conversations.forget()
        self.renew()

    @property
    def _day(self) -> int:
        return self._clocks.today().toordinal()


def _why(one: Suggestion) -> str:
    if one.learnt:
        return QCoreApplication.translate("Advice", "you picked it for such a message")
    return one.why
