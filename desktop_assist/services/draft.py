"""Takes the draft out of the chat window's input box, and leaves all as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_assist.core.combination import Combination
from desktop_assist.core.loop import Loop, Timer
from desktop_assist.core.pasting.paste_session import SAVE_LIMIT_MS
from desktop_assist.core.pasting.paste_steps import SELECT_ALL
from desktop_assist.oslayer.clipboard.base import ClipboardPort, SavedClipboard
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.paster import HELD_KEY_MS, Ports
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

    def take(self, target: Target | None, done: Callable[[Draft], None], trigger: str = "") -> None:
        """Call `done` once with the draft of `target`, on the loop's thread; never raises.

        `trigger` is the key that asked for it: held on, it is kept from the window.
        """
        if target is None:
            done(Draft(None, problem=say("Draft", "No window is in front to take a draft from.")))
            return
        _Taking(self._loop, self._ports, self._clipboard, target, done, trigger).begin()


class _Taking:
    """One draft on its way out of its window."""

    def __init__(
        self,
        loop: Loop,
        ports: Ports,
        clipboard: ClipboardPort,
        target: Target,
        done: Callable[[Draft], None],
        trigger: str,
    ) -> None:
        self._loop = loop
        self._ports = ports
        self._clipboard = clipboard
        self._target = target
        self._done = done
        self._trigger = trigger
        self._asked_at = loop.now()
        self._patience: Timer | None = None

    def begin(self) -> None:
        self._patience = self._loop.later(SAVE_LIMIT_MS, self._give_up)
        self._clipboard.save(lambda saved: self._loop.post(lambda: self._saved(saved)))

    def _give_up(self) -> None:
        self._patience = None
        silent = say("Outcome", "The program that owns the clipboard does not answer.")
        self._done(Draft(self._target, problem=silent))

    def _saved(self, saved: SavedClipboard) -> None:
        if self._patience is None:
            return  # too late: the user has been told
        self._patience.cancel()
        if not self._ports.windows.is_foreground(self._target):
            self._done(
                Draft(self._target, problem=say("Draft", "Another window came to the front."))
            )
            return

        def copied(text: str | None) -> None:
            self._loop.post(lambda: self._take(saved, text))

        self._clipboard.copied(self._target.reader, COPY_LIMIT_MS, copied)
        self._press(SELECT_ALL, _COPY)

    def _take(self, saved: SavedClipboard, text: str | None) -> None:
        if text is not None:
            self._clipboard.put_back(saved)
        if self._ports.windows.is_foreground(self._target):
            self._press(*_TO_THE_END)
        self._done(Draft(self._target, (text or "").strip("\n"), _problem(text)))

    def _press(self, *combinations: Combination) -> None:
        """Injected keys would be swallowed together with a trigger that is held on."""
        self._ports.free_keys()
        for combination in combinations:
            self._ports.injector.press(combination)
        if self._loop.now() - self._asked_at >= HELD_KEY_MS:
            self._ports.swallow(self._trigger)


def _problem(text: str | None) -> Message | None:
    if text is None or not text.strip():
        return say("Draft", "There is no draft to check: write it first, then press the hotkey.")
    if len(text) > LONGEST_DRAFT:
        return say(
            "Draft", "That is too long for a draft. Click into the input box, then try again."
        )
    return None
