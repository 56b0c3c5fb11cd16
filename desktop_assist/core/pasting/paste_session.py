"""One paste as a pure state machine: events in, effects out, no clock and no system.

The order is the promise: save, offer, look whether the window is still the one, free the keys,
press the chord, wait for the window's own read, wait for quiet, give the clipboard back. When a
step fails, what follows is honest: the reply is left on the clipboard, or nothing was touched.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from desktop_assist.core.combination import Combination
from desktop_assist.text import Message

SAVE_LIMIT_MS = 5_000
FOCUS_LIMIT_MS = 1_500
KEYS_POLL_MS = 20
KEYS_LIMIT_MS = 2_000
MORE_READS_MS = 1_000
HOLD_MS = 600
"""How long the target may still read the reply after it fell quiet: costs nobody else anything."""
LEFT_FOR_MS = 60_000


@dataclass(frozen=True, slots=True)
class PressKeys:
    """A step: these keys, `times` in a row."""

    combination: Combination
    times: int = 1


@dataclass(frozen=True, slots=True)
class PasteText:
    """A step: this text through the clipboard, and right before its chord the keys `before`."""

    text: str
    before: tuple[PressKeys, ...] = ()


Step = PasteText | PressKeys


@dataclass(frozen=True, slots=True)
class PastePlan:
    """What to do and what is known of the target.

    `await_focus`: a window of ours is in front, and the target gets the focus back first.
    `reads` and `quiet_ms`: see `core.application.ApplicationProfile`.
    """

    steps: tuple[Step, ...]
    reads: int = 1
    quiet_ms: int = 150
    read_limit_ms: int = 3_000
    await_focus: bool = False
    confirms_reads: bool = True


class Result(Enum):
    """How a paste ended."""

    PASTED = "the target read the reply"
    LEFT = "the reply is on the clipboard, for the user to paste"
    REFUSED = "nothing was pasted, and the reply is not on the clipboard"


class Reason(Enum):
    """Why a paste did not end as PASTED."""

    WINDOW_CHANGED = "another window, or another conversation, is in front"
    NOT_READ = "the window did not take the reply in time"
    KEYS_HELD = "keys are still held down"
    COPIED_MEANWHILE = "something else was copied meanwhile"
    CLIPBOARD_SILENT = "the clipboard's owner does not answer"
    OVERTAKEN = "the user typed on before the reply's turn came"
    KEYS_REFUSED = "the system keeps our keys from the window"
    UNCONFIRMED = "this system does not tell whether the window took the reply"


class Event(Enum):
    """What happened outside."""

    SAVED = "the clipboard is saved"
    IN_FRONT = "the target is in front"
    NOT_IN_FRONT = "the target is not in front"
    OVERTAKEN = "what the paste was asked for no longer holds"
    FRONT_CHANGED = "another window may have come to the front"
    KEYS_FREE = "no modifier is down"
    KEYS_HELD = "modifiers are down and cannot be released"
    READ = "the target has read the reply once"
    LOST = "someone else took the clipboard"
    SUPERSEDED = "the next paste takes over the clipboard and what was saved"
    KEYS_REFUSED = "the system lets no key of ours into the target"
    FAILED = "what was to be done could not be done"


class Clock(Enum):
    """The session's timers; each is also the event of its being due."""

    SAVE = "save"
    FOCUS = "focus"
    KEYS = "keys"
    READ = "read"
    QUIET = "quiet"
    HOLD = "hold"
    EXPIRY = "expiry"


@dataclass(frozen=True, slots=True)
class Offer:
    """Put the text in waiting on the clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """Press keys in the target."""

    keys: PressKeys


@dataclass(frozen=True, slots=True)
class Chord:
    """As `Do.CHORD`, with the keys `before` pressed when the text can be seen."""

    before: tuple[PressKeys, ...]


@dataclass(frozen=True, slots=True)
class Start:
    """Start a timer, or start it anew."""

    clock: Clock
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Finish:
    """The outcome, told once: `done` of the plan's texts were pasted.

    `why` says more than `reason` where the system did.
    """

    result: Result
    reason: Reason | None = None
    done: int = 0
    why: Message | None = None


class Do(Enum):
    """Effects without details."""

    SAVE = "save the clipboard"
    CHECK = "tell IN_FRONT or NOT_IN_FRONT"
    FREE_KEYS = "release held modifiers; tell KEYS_FREE, KEYS_HELD or OVERTAKEN"
    CHORD = "let the target see the text, and press its paste chord"
    LEAVE = "leave the text for whichever window the user pastes into"
    RESTORE = "show everyone again what was there before"
    STOP_CLOCKS = "forget every timer"


Effect = Do | Offer | Press | Chord | Start | Finish


class _State(Enum):
    NEW = "new"
    SAVING = "saving"
    CHECKING = "checking"
    FREEING = "freeing"
    READING = "reading"
    SETTLING = "settling"
    HOLDING = "holding"
    LEFT = "left"
    OVER = "over"


class PasteSession:
    """One paste. `begin` and `on` return effects, to be carried out in order."""

    def __init__(self, plan: PastePlan) -> None:
        self._plan = plan
        self._state = _State.NEW
        self._step = 0
        self._reads = 0
        self._waited_ms = 0
        self._offered: int | None = None

    @property
    def over(self) -> bool:
        """Whether nothing will follow any more."""
        return self._state is _State.OVER

    @property
    def told(self) -> bool:
        """Whether the outcome has been told; the next paste may begin."""
        return self._state in (_State.HOLDING, _State.LEFT, _State.OVER)

    def begin(self) -> list[Effect]:
        """The first effects; called once."""
        self._state = _State.SAVING
        return [Start(Clock.SAVE, SAVE_LIMIT_MS), Do.SAVE]

    def on(self, event: Event | Clock) -> list[Effect]:
        """The effects of `event`; an event that does not belong to the state has none."""
        if event is Event.LOST:
            return self._lost()
        if event is Event.FAILED:
            return self._failed()
        if event is Event.KEYS_REFUSED:
            return [] if self.told else self._leave(Reason.KEYS_REFUSED)
        handlers: dict[_State, Callable[[Event | Clock], list[Effect]]] = {
            _State.SAVING: self._saving,
            _State.CHECKING: self._checking,
            _State.FREEING: self._freeing,
            _State.READING: self._reading,
            _State.SETTLING: self._settling,
            _State.HOLDING: self._holding,
            _State.LEFT: self._left,
        }
        handler = handlers.get(self._state)
        return handler(event) if handler else []

    def _saving(self, event: Event | Clock) -> list[Effect]:
        if event is Event.SAVED:
            return self._begin_step()
        if event is Clock.SAVE:
            return self._end(Finish(Result.REFUSED, Reason.CLIPBOARD_SILENT))
        return []

    def _begin_step(self) -> list[Effect]:
        if self._step == len(self._plan.steps):
            return self._pasted()
        self._state, self._reads = _State.CHECKING, 0
        return [Do.STOP_CLOCKS, *self._offer(), Start(Clock.FOCUS, FOCUS_LIMIT_MS), Do.CHECK]

    def _offer(self) -> list[Effect]:
        """The text of this step; before keys that come first, the text after them.

        So it can be left on the clipboard where not even those keys reach their window.
        """
        for number, step in enumerate(self._plan.steps):
            if number < self._step or not isinstance(step, PasteText):
                continue
            if number == self._offered or (self._offered is not None and number > self._step):
                break
            self._offered = number
            return [Offer(step.text)]
        return []

    def _checking(self, event: Event | Clock) -> list[Effect]:
        if event is Event.IN_FRONT:
            self._state = _State.FREEING
            return [Do.FREE_KEYS]
        if event is Event.FRONT_CHANGED:
            return [Do.CHECK]
        may_come = self._plan.await_focus and self._step == 0
        if event is Clock.FOCUS or (event is Event.NOT_IN_FRONT and not may_come):
            return self._leave(Reason.WINDOW_CHANGED)
        return []

    def _freeing(self, event: Event | Clock) -> list[Effect]:
        if event is Event.KEYS_FREE:
            return self._act()
        if event is Event.OVERTAKEN:
            return self._leave(Reason.OVERTAKEN)
        if event is Event.KEYS_HELD:
            if self._waited_ms >= KEYS_LIMIT_MS:
                return self._leave(Reason.KEYS_HELD)
            self._waited_ms += KEYS_POLL_MS
            return [Start(Clock.KEYS, KEYS_POLL_MS)]
        if event is Clock.KEYS:
            self._state = _State.CHECKING
            return [Start(Clock.FOCUS, FOCUS_LIMIT_MS), Do.CHECK]
        return []

    def _act(self) -> list[Effect]:
        step = self._plan.steps[self._step]
        if isinstance(step, PressKeys):
            self._step += 1
            return [Press(step), *self._begin_step()]
        if not self._plan.confirms_reads:
            self._step += 1
            return [_chord_of(step), *self._leave(Reason.UNCONFIRMED)]
        self._state = _State.READING
        return [Do.STOP_CLOCKS, _chord_of(step), Start(Clock.READ, self._plan.read_limit_ms)]

    def _reading(self, event: Event | Clock) -> list[Effect]:
        if event is Event.READ:
            self._state = _State.SETTLING
            return self._settling(event)
        if event is Clock.READ:
            return self._leave(Reason.NOT_READ)
        return []

    def _settling(self, event: Event | Clock) -> list[Effect]:
        if event is Event.READ:
            self._reads += 1
            enough = self._reads >= self._plan.reads
            return [Start(Clock.QUIET, self._plan.quiet_ms if enough else MORE_READS_MS)]
        if event is Clock.QUIET:
            self._step += 1
            return self._begin_step()
        return []

    def _pasted(self) -> list[Effect]:
        self._state = _State.HOLDING
        return [Finish(Result.PASTED, done=self._texts()), Start(Clock.HOLD, HOLD_MS)]

    def _holding(self, event: Event | Clock) -> list[Effect]:
        if event is Event.READ:
            return [Start(Clock.HOLD, HOLD_MS)]
        if event is Clock.HOLD:
            return self._end(Do.RESTORE)
        if event is Event.SUPERSEDED:
            return self._end()
        return []

    def _texts(self) -> int:
        """How many texts have been pasted."""
        return sum(isinstance(step, PasteText) for step in self._plan.steps[: self._step])

    def _leave(self, reason: Reason) -> list[Effect]:
        if self._offered is None:
            return self._end(Finish(Result.REFUSED, reason, self._texts()))
        self._state = _State.LEFT
        finish = Finish(Result.LEFT, reason, self._texts())
        return [Do.STOP_CLOCKS, Do.LEAVE, finish, Start(Clock.EXPIRY, LEFT_FOR_MS)]

    def _left(self, event: Event | Clock) -> list[Effect]:
        if event is Event.READ:
            return [Start(Clock.QUIET, HOLD_MS)]
        if event in (Clock.QUIET, Clock.EXPIRY):
            return self._end(Do.RESTORE)
        if event is Event.SUPERSEDED:
            return self._end()
        return []

    def _lost(self) -> list[Effect]:
        if self.over or self._state in (_State.NEW, _State.SAVING):
            return []
        if self.told:
            return self._end()
        if self._state is _State.SETTLING and self._step == len(self._plan.steps) - 1:
            return self._end(Finish(Result.PASTED, done=self._texts() + 1))
        return self._end(Finish(Result.REFUSED, Reason.COPIED_MEANWHILE, self._texts()))

    def _failed(self) -> list[Effect]:
        if self.over:
            return []
        told: list[Effect] = [] if self.told else [Finish(Result.REFUSED, done=self._texts())]
        return self._end(*told, *([] if self._offered is None else [Do.RESTORE]))

    def _end(self, *last: Effect) -> list[Effect]:
        self._state = _State.OVER
        return [Do.STOP_CLOCKS, *last]


def _chord_of(step: PasteText) -> Effect:
    return Chord(step.before) if step.before else Do.CHORD
