"""Carries out pastes one after the other: the session decides, this does."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from desktop_assist.core.application import ApplicationProfile
from desktop_assist.core.combination import Combination
from desktop_assist.core.loop import Loop, Timer
from desktop_assist.core.pasting.paste_session import (
    Chord,
    Clock,
    Do,
    Effect,
    Event,
    Finish,
    Offer,
    PastePlan,
    PasteSession,
    Press,
    PressKeys,
    Reason,
    Start,
    Step,
)
from desktop_assist.oslayer.clipboard.base import ClipboardEvent, ClipboardPort, SavedClipboard
from desktop_assist.oslayer.hotkeys.base import HotkeyBackend
from desktop_assist.oslayer.keys.base import Injector, KeysRefused
from desktop_assist.oslayer.windows.base import Target, WindowSystem
from desktop_assist.text import Message

HELD_KEY_MS = 120
"""Keyboards repeat a held key after 150 ms at the earliest; by then it must not reach the chat."""


@dataclass(frozen=True, slots=True)
class PasteJob:
    """A reply on its way to `target`; `trigger` is the key whose press asked for it.

    `title` names the reply in the notice. `told` gets the outcome, on the loop's thread. `still`
    is asked right before the keys of each step: False ends the job there.
    """

    title: str
    steps: tuple[Step, ...]
    target: Target | None
    profile: ApplicationProfile
    told: Callable[[Finish], None]
    trigger: str = ""
    await_focus: bool = False
    read_limit_ms: int = 3_000
    still: Callable[[], bool] = lambda: True


@dataclass(frozen=True, slots=True)
class Ports:
    """The seams that a paste goes through; `clipboards` by selection name."""

    windows: WindowSystem
    injector: Injector
    hotkeys: HotkeyBackend
    clipboards: Mapping[str, ClipboardPort]

    def clipboard_for(self, profile: ApplicationProfile) -> ClipboardPort:
        """The clipboard that the profile's chord pastes from."""
        return self.clipboards.get(profile.selection) or self.clipboards["clipboard"]

    def free_keys(self) -> None:
        """Make way for injected keys: no grab of ours, no modifier held."""
        self.hotkeys.let_go()
        held = self.injector.held_modifiers()
        if held:
            self.injector.release(held)

    def swallow(self, key: str) -> None:
        """Keep `key`, where it is still held down, from the window in front."""
        if key and self.injector.is_held(key):
            self.hotkeys.swallow(key)


class Paster:
    """A queue of pastes. A burst keeps the one clipboard that was saved first."""

    def __init__(
        self,
        loop: Loop,
        ports: Ports,
        lost: Callable[[tuple[str, ...]], None] = lambda _formats: None,
    ) -> None:
        """`lost` is told, once, of formats that were too large or too slow to be given back."""
        self._loop = loop
        self._ports = ports
        self._lost = lost
        self._told_of: SavedClipboard | None = None
        self._queue: deque[tuple[PasteJob, float]] = deque()
        self._current: _Run | None = None

    @property
    def has_left_reply(self) -> bool:
        """Whether a reply lies on the clipboard that nobody has pasted yet."""
        return self._current is not None and self._current.left

    def paste(self, job: PasteJob) -> None:
        """Paste `job` when those before it are through.

        Its trigger, where it is held on, is kept from the chat from now on, whatever the paste
        waits for and however it ends.
        """
        self.swallow_held(job.trigger)
        self._queue.append((job, self._loop.now()))
        self._next()

    def front_changed(self) -> None:
        """Tell that another window may have come to the front."""
        if self._current is not None:
            self._current.feed(Event.FRONT_CHANGED)

    def swallow_held(self, *keys: str) -> None:
        """Keep `keys` from the window that comes to the front now, if they are held that long.

        A paste does so by itself; this is for windows of ours that close without one.
        """
        for key in filter(None, keys):
            self._loop.later(HELD_KEY_MS, partial(self._ports.swallow, key))

    def restore_now(self) -> None:
        """Give the clipboard back although a reply that was left is still on it."""
        if self.has_left_reply and self._current is not None:
            self._current.feed(Clock.EXPIRY)

    def _next(self) -> None:
        if not self._queue or (self._current is not None and not self._current.told):
            return
        if self._current is not None:
            self._current.feed(Event.SUPERSEDED)
        job, asked_at = self._queue.popleft()
        self._current = _Run(self._loop, self._ports, job, asked_at, self._next, self._saved_is)
        self._current.begin()

    def _saved_is(self, saved: SavedClipboard) -> None:
        if saved.lost and saved is not self._told_of:
            self._told_of = saved
            self._lost(saved.lost)


class _Run:
    """One session and the world: effects are carried out, what happens is fed back."""

    def __init__(
        self,
        loop: Loop,
        ports: Ports,
        job: PasteJob,
        asked_at: float,
        finished: Callable[[], None],
        is_saved: Callable[[SavedClipboard], None],
    ) -> None:
        self._loop = loop
        self._ports = ports
        self._is_saved = is_saved
        self._job = job
        self._asked_at = asked_at
        self._finished = finished
        self._clipboard = ports.clipboard_for(job.profile)
        self._session = PasteSession(
            PastePlan(
                job.steps,
                reads=job.profile.reads,
                quiet_ms=job.profile.quiet_ms,
                read_limit_ms=job.read_limit_ms,
                await_focus=job.await_focus,
                confirms_reads=self._clipboard.confirms_reads,
            )
        )
        self._saved = SavedClipboard(empty=True)
        self._offers = 0
        self._timers: dict[Clock, Timer] = {}
        self._events: deque[Event | Clock] = deque()
        self._refusal: Message | None = None
        self._busy = False
        self._announced = False
        self.left = False

    @property
    def told(self) -> bool:
        return self._session.told

    def begin(self) -> None:
        self._work(self._session.begin)

    def feed(self, event: Event | Clock) -> None:
        self._events.append(event)
        self._work(list)

    def _work(self, first: Callable[[], list[Effect]]) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            self._carry_out_all(first())
            while self._events:
                self._carry_out_all(self._session.on(self._events.popleft()))
        except Exception:  # whatever a system did: the outcome is told, and the next paste goes on
            self._events.clear()
            self._carry_out_all(self._session.on(Event.FAILED))
            raise
        finally:
            self._busy = False
            self._announce()

    def _announce(self) -> None:
        if self._session.over:
            self.left = False
        if self._session.told and not self._announced:
            self._announced = True
            self._finished()

    def _carry_out_all(self, effects: list[Effect]) -> None:
        for effect in effects:
            self._carry_out(effect)

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case Offer(text):
                self._offer(text)
            case Press(keys):
                with self._refusals():
                    self._ports.injector.press(keys.combination, keys.times)
            case Chord(before):
                self._chord(before)
            case Start(clock, milliseconds):
                self._start(clock, milliseconds)
            case Finish():
                refused = effect.reason is Reason.KEYS_REFUSED
                self._job.told(replace(effect, why=self._refusal) if refused else effect)
            case Do():
                self._do(effect)

    def _do(self, effect: Do) -> None:
        actions: dict[Do, Callable[[], None]] = {
            Do.SAVE: lambda: self._clipboard.save(self._take_saved),
            Do.CHECK: self._check,
            Do.FREE_KEYS: self._free_keys,
            Do.CHORD: self._chord,
            Do.LEAVE: self._leave,
            Do.RESTORE: self._clipboard.restore,
            Do.STOP_CLOCKS: self._stop_clocks,
        }
        actions[effect]()

    def _take_saved(self, saved: SavedClipboard) -> None:
        self._loop.post(lambda: self._saved_is(saved))

    def _saved_is(self, saved: SavedClipboard) -> None:
        self._saved = saved
        self._is_saved(saved)
        self.feed(Event.SAVED)

    def _offer(self, text: str) -> None:
        self._offers += 1
        number = self._offers

        def told(event: ClipboardEvent) -> None:
            self._loop.post(lambda: self._clipboard_told(event, number))

        self._clipboard.offer(text, self._saved, told)

    def _clipboard_told(self, event: ClipboardEvent, offer: int) -> None:
        if event is ClipboardEvent.LOST:
            self.feed(Event.LOST)
        elif offer == self._offers:  # a late read of the text before is none of this one
            self.feed(Event.READ)

    def _check(self) -> None:
        target = self._job.target
        in_front = target is not None and self._ports.windows.is_foreground(target)
        self._events.append(Event.IN_FRONT if in_front else Event.NOT_IN_FRONT)

    def _free_keys(self) -> None:
        if self._is_swallowed():
            self._events.append(Event.KEYS_HELD)
            return
        self._ports.free_keys()
        held = self._ports.injector.held_modifiers()
        free = Event.KEYS_FREE if self._job.still() else Event.OVERTAKEN
        self._events.append(Event.KEYS_HELD if held else free)

    def _chord(self, before: tuple[PressKeys, ...] = ()) -> None:
        target = self._job.target
        reader = 0 if target is None or self._job.profile.any_reader else target.reader
        if self._clipboard.arm(reader):
            chord = PressKeys(Combination.parse(self._job.profile.chord))
            with self._refusals():
                self._ports.injector.press_in_turn(
                    *((keys.combination, keys.times) for keys in (*before, chord))
                )
        else:
            self._events.append(Event.LOST)

    @contextlib.contextmanager
    def _refusals(self) -> Iterator[None]:
        """A system that keeps keys from a window does no harm: the reply is left for the user."""
        try:
            yield
        except KeysRefused as refused:
            self._refusal = refused.message
            self._events.append(Event.KEYS_REFUSED)

    def _is_swallowed(self) -> bool:
        """Whether the trigger is being kept from the chat; injected keys need the keyboard free."""
        trigger, held_for = self._job.trigger, self._loop.now() - self._asked_at
        return bool(trigger) and held_for >= HELD_KEY_MS and self._ports.injector.is_held(trigger)

    def _leave(self) -> None:
        self.left = True
        self._clipboard.leave()

    def _start(self, clock: Clock, milliseconds: float) -> None:
        if clock in self._timers:
            self._timers[clock].cancel()
        self._timers[clock] = self._loop.later(milliseconds, lambda: self.feed(clock))

    def _stop_clocks(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
