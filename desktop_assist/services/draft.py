"""Takes the draft out of the chat window's input box, and leaves all as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_assist.core.combination import Combination
from desktop_assist.core.loop import Loop
from desktop_assist.core.paste_steps import SELECT_ALL
from desktop_assist.oslayer.clipboard.base import SavedClipboard
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.paster import Ports
from desktop_assist.text import Message, say

COPY_LIMIT_MS = 3_000
"""A busy chat window needs so long; an empty input box never answers."""
LONGEST_DRAFT = 5_000
"""Characters; more than this is a chat's history, not a draft."""

_COPY = Combination(("ctrl",), "c")
# One-line boxes of Qt know only the second of these, and would keep the draft selected.
_TO_THE_END = (Combination(("ctrl",), "end"), Combination((), "end"))


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in the input box of `target`, or why there is nothing to check."""

    target: Target | None
    text: str = ""
    problem: Message | None = None


class DraftTaker:
    """Select all, copy, wait for the window's own copy, put the clipboard back."""

    def __init__(self, loop: Loop, ports: Ports) -> None:
        self._loop = loop
        self._ports = ports
        self._clipboard = ports.clipboards["clipboard"]

    def take(self, target: Target | None, done: Callable[[Draft], None]) -> None:
        """Call `done` with the draft of `target`, on the loop's thread; never raises."""
        if target is None:
            done(Draft(None, problem=say("Draft", "No window is in front to take a draft from.")))
            return

        def saved(clipboard: SavedClipboard) -> None:
            self._loop.post(lambda: self._copy(target, clipboard, done))

        self._clipboard.save(saved)

    def _copy(self, target: Target, saved: SavedClipboard, done: Callable[[Draft], None]) -> None:
        if not self._ports.windows.is_foreground(target):
            done(Draft(target, problem=say("Draft", "Another window came to the front.")))
            return

        def copied(text: str | None) -> None:
            self._loop.post(lambda: self._take(target, saved, text, done))

        self._clipboard.copied(target.reader, COPY_LIMIT_MS, copied)
        self._ports.free_keys()
        self._ports.injector.press(SELECT_ALL)
        self._ports.injector.press(_COPY)

    def _take(
        self,
        target: Target,
        saved: SavedClipboard,
        text: str | None,
        done: Callable[[Draft], None],
    ) -> None:
        if text is not None:
            self._clipboard.put_back(saved)
        if self._ports.windows.is_foreground(target):
            for keys in _TO_THE_END:
                self._ports.injector.press(keys)
        done(Draft(target, (text or "").strip("\n"), _problem(text)))


def _problem(text: str | None) -> Message | None:
    if text is None or not text.strip():
        return say("Draft", "There is no draft to check: write it first, then press the hotkey.")
    if len(text) > LONGEST_DRAFT:
        return say(
            "Draft", "That is too long for a draft. Click into the input box, then try again."
        )
    return None
