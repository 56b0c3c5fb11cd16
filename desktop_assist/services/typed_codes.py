"""Typed codes at work: what is heard becomes a wish for a reply, and Backspace takes it back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from desktop_assist.core.application import ApplicationProfile
from desktop_assist.core.combination import Combination
from desktop_assist.core.loop import Loop
from desktop_assist.core.pasting.paste_session import Finish, Result, Step
from desktop_assist.core.pasting.typed_code import (
    Expand,
    Heard,
    Key,
    TakeBack,
    Triggers,
    TypedCode,
    replacing,
    take_back_steps,
)
from desktop_assist.errors import AssistError
from desktop_assist.oslayer.typing.base import Listening, TypingBackend
from desktop_assist.oslayer.windows.base import Target, WindowSystem
from desktop_assist.services.outcomes import outcome_message
from desktop_assist.services.paster import PasteJob, Paster
from desktop_assist.text import Message, say

_FOCUS_FOLLOWS_MS = 150
"""By then a click has brought its window to the front."""


class Replacement:
    """A typed code in `target` that is to become the reply `key`.

    Whoever pastes the reply puts `steps` in the job, and tells it how the job ended.
    """

    def __init__(self, codes: TypedCodes, key: str, trigger: str, length: int, target: Target):
        self.key = key
        self.trigger = trigger
        self.target = target
        self._codes = codes
        self._length = length
        self._removes = False
        self._reply: tuple[Step, ...] = ()

    def steps(self, reply: tuple[Step, ...]) -> tuple[Step, ...]:
        """The steps of `reply`, and before them the keys that take the code away.

        Where the user has typed on meanwhile, the code stays, for nothing else may be deleted.
        """
        self._reply = reply
        self._removes = self._codes.stands(self)
        if not self._removes:
            return reply
        steps = replacing(self._length, reply)
        undo = take_back_steps(reply, self.trigger)
        self._codes.pressing(steps, undoable=undo is not None)
        return steps

    def still(self) -> bool:
        """Whether the job may go on: nobody typed between `steps` and its first key."""
        return not (self._removes and self._codes.is_overtaken())

    def ended(self, outcome: Finish) -> None:
        """Take in how the job ended."""
        if self._removes:
            self._codes.ended(self, outcome)

    def undo_steps(self) -> tuple[Step, ...] | None:
        """What takes the pasted reply back, None where that is not sure to be right."""
        return take_back_steps(self._reply, self.trigger)


class TypedCodes:
    """Listens while it has codes to listen for; all on the loop's thread."""

    def __init__(
        self,
        loop: Loop,
        backend: TypingBackend,
        windows: WindowSystem,
        paster: Paster,
        *,
        wanted: Callable[[Replacement], None],
        welcome_in: Callable[[Target], bool],
        profile: Callable[[Target | None], ApplicationProfile],
        tell: Callable[[Message, bool], None],
    ) -> None:
        """`wanted` fulfils a wish for a reply. `welcome_in` tells whether codes count in a window.

        `tell` takes a notice, and whether it is a problem.
        """
        self._loop = loop
        self._backend = backend
        self._windows = windows
        self._paster = paster
        self._wanted = wanted
        self._welcome_in = welcome_in
        self._profile = profile
        self._tell = tell
        self._triggers: Triggers = {}
        self._machine = TypedCode(())
        self._listening: Listening | None = None
        self._start: Target | None = None
        self._last: Replacement | None = None
        self._expanding = False
        self._waiting: deque[Heard] = deque()

    @property
    def listens(self) -> bool:
        """Whether anything is heard at all."""
        return self._listening is not None

    def is_overtaken(self) -> bool:
        """Whether the user typed before the first of the keys that were announced.

        What is heard takes a few milliseconds to come here, and a fast hand types on meanwhile.
        """
        if self._machine.awaits_own_keys and self._listening is not None:
            self._listening.catch_up()
            self._hear_waiting()
        return self._machine.overtaken

    def apply(self, triggers: Triggers) -> Message | None:
        """Listen for exactly `triggers` (entry keys by trigger), not at all where there are none.

        Returns why nothing can be heard.
        """
        if triggers == self._triggers and (self.listens or not triggers):
            return None
        self._triggers = dict(triggers)
        self._machine = TypedCode(triggers)
        self._start = self._last = None
        if not triggers:
            self.stop()
            return None
        return self._listen()

    def stop(self) -> None:
        """Listen no more."""
        listening, self._listening = self._listening, None
        if listening is not None:
            listening.stop()
        self._waiting.clear()
        self._machine.forget()

    def front_changed(self) -> None:
        """Tell that another window may have come to the front."""
        if not self._machine.stands:  # else a form of ours asks for its fields
            self._machine.forget()

    def stands(self, replacement: Replacement) -> bool:
        """Whether the replacement's code stands where it was typed, before the caret."""
        return self._last is replacement and self._machine.stands

    def pressing(self, steps: tuple[Step, ...], *, undoable: bool) -> None:
        """Keys of ours are about to come."""
        asked = not self._expanding
        self._machine.pressing(steps, undoable=undoable, now=self._loop.now(), asked=asked)

    def ended(self, replacement: Replacement, outcome: Finish) -> None:
        """A replacement's job has ended."""
        if self._last is replacement:
            pasted = outcome.result is Result.PASTED
            if self._machine.ended(self._loop.now(), pasted=pasted) is not None:
                self._take_back()

    def _listen(self) -> Message | None:
        if self._listening is not None:
            return None
        try:
            self._listening = self._backend.listen(self._told)
        except AssistError as error:
            return error.message
        return None

    def _told(self, heard: Heard) -> None:
        self._waiting.append(heard)
        self._loop.post(self._hear_waiting)

    def _hear_waiting(self) -> None:
        while self._waiting:
            self._hear(self._waiting.popleft())

    def _hear(self, heard: Heard) -> None:
        if not self.listens or (self._machine.stands and not self._concerns(heard)):
            return
        wish = self._machine.hear(heard, self._loop.now())
        if self._machine.begins:
            self._begin()
        elif isinstance(wish, Expand):
            self._expand(wish)
        elif isinstance(wish, TakeBack):
            self._take_back()

    def _concerns(self, heard: Heard) -> bool:
        """Whether what is heard while a form of ours asks may change the text around the code."""
        if heard is Key.FOCUS:
            return False
        if heard is Key.CLICK:
            self._loop.later(_FOCUS_FOLLOWS_MS, self._look_after_click)
            return False
        return self._is_in_front()

    def _look_after_click(self) -> None:
        if self._machine.stands and self._is_in_front():
            self._machine.forget()

    def _is_in_front(self) -> bool:
        front = self._windows.foreground()
        return (
            self._last is not None
            and front is not None
            and front.handle == self._last.target.handle
        )

    def _begin(self) -> None:
        """The mark has been typed: from here on the window must stay the same."""
        front = self._windows.foreground()
        counts = front is not None and self._welcome_in(front) and self._backend.is_direct()
        self._start = front if counts else None
        if not counts:
            self._machine.forget()

    def _expand(self, wish: Expand) -> None:
        target, self._start = self._start, None
        same = target is not None and self._windows.is_foreground(target)
        if target is None or not same or not self._backend.is_direct():
            self._machine.forget()
            return
        key = self._triggers[wish.trigger]
        self._last = Replacement(self, key, wish.trigger, wish.length, target)
        self._expanding = True
        try:
            self._wanted(self._last)
        finally:
            self._expanding = False

    def _take_back(self) -> None:
        last = self._last
        steps = None if last is None else last.undo_steps()
        if last is None or steps is None:
            return
        self._machine.pressing(steps, undoable=False, now=self._loop.now())
        profile = self._profile(last.target)
        self._paster.paste(
            PasteJob(
                last.trigger,
                steps,
                last.target,
                profile,
                self._taken_back,
                still=lambda: not self.is_overtaken(),
            )
        )

    def _taken_back(self, outcome: Finish) -> None:
        pasted = outcome.result is Result.PASTED
        self._machine.ended(self._loop.now(), pasted=pasted)
        if self._last is None:
            return
        code = self._last.trigger
        if pasted:
            again = say("TypedCodes", "“{code}” is there again, in place of its reply.", code=code)
            self._tell(again, False)
        else:
            chord = Combination.parse(self._profile(self._last.target).chord).shown_as_chord
            self._tell(outcome_message(outcome, code, chord), True)
