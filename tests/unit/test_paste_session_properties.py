"""The paste promises, under every order of events that the world can think of."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.combination import Combination
from desktop_assist.core.pasting.paste_session import (
    Clock,
    Do,
    Effect,
    Event,
    Finish,
    Offer,
    PastePlan,
    PasteSession,
    PasteText,
    Press,
    PressKeys,
    Result,
    Start,
)

LEFT_KEY = PressKeys(Combination((), "left"))
STEPS = st.lists(st.sampled_from([PasteText("您好"), PasteText("b"), LEFT_KEY]), max_size=4)
PLANS = st.builds(
    PastePlan,
    steps=STEPS.map(tuple),
    reads=st.integers(1, 3),
    await_focus=st.booleans(),
    confirms_reads=st.booleans(),
)
MORE_TURNS_THAN_ANY_PASTE = 2_000


class World:
    """Answers the session as its carrier does, and remembers what was asked of it."""

    def __init__(self, plan: PastePlan, answer: Callable[[], bool]) -> None:
        self.plan = plan
        self.session = PasteSession(plan)
        self.answer = answer
        self.now = 0.0
        self.due: dict[Clock, float] = {}
        self.batches: list[tuple[Event | Clock | None, list[Effect]]] = []
        self.told: list[Event | Clock] = []
        self.saving = False
        self._take(None, self.session.begin())

    def tell(self, event: Event | Clock) -> None:
        """Feed one event, and the answers to what it brings about."""
        if isinstance(event, Clock):
            self.now = max(self.now, self.due.pop(event, self.now))
        was_over = self.session.over
        effects = self.session.on(event)
        assert not (was_over and effects), "something followed the end"
        self.told.append(event)
        self._take(event, effects)

    def possible(self) -> list[Event | Clock]:
        """What can happen next."""
        events: list[Event | Clock] = [Event.READ, Event.LOST, Event.FRONT_CHANGED, *self.due]
        events.append(Event.FAILED)
        events += [Event.SAVED] * self.saving
        events += [Event.SUPERSEDED] * self.session.told
        return events

    def let_time_pass(self) -> None:
        """Until nothing is due any more."""
        for _ in range(MORE_TURNS_THAN_ANY_PASTE):
            if self.session.over:
                return
            assert self.due, "it waits for something that nobody will tell"
            self.tell(min(self.due, key=lambda clock: self.due[clock]))
        raise AssertionError("it never ends")

    def effects(self) -> list[Effect]:
        return [effect for _, batch in self.batches for effect in batch]

    def _take(self, event: Event | Clock | None, effects: list[Effect]) -> None:
        self.batches.append((event, effects))
        answers: list[Event] = []
        for effect in effects:
            match effect:
                case Start(clock, milliseconds):
                    self.due[clock] = self.now + milliseconds
                case Do.STOP_CLOCKS:
                    self.due.clear()
                case Do.SAVE:
                    self.saving = True
                case Do.CHECK:
                    answers.append(Event.IN_FRONT if self.answer() else Event.NOT_IN_FRONT)
                case Do.FREE_KEYS:
                    answers.append(Event.KEYS_FREE if self.answer() else Event.KEYS_HELD)
        for answer in answers:
            self.tell(answer)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A paste that has met anything in any order, and then been left to the clock."""
    world = World(draw(PLANS), lambda: draw(st.integers(0, 5)) > 0)
    for _ in range(draw(st.integers(0, 25))):
        # The clipboard mostly answers at once; the rest may come in any order.
        likely = Event.SAVED if world.saving and draw(st.integers(0, 3)) else None
        event = likely or draw(st.sampled_from(world.possible()))
        world.saving = world.saving and event is not Event.SAVED
        world.tell(event)
        if world.session.over:
            break
    world.let_time_pass()
    return world


def finishes(world: World) -> list[Finish]:
    return [effect for effect in world.effects() if isinstance(effect, Finish)]


@settings(max_examples=400, deadline=None)
@given(worlds())
def test_the_outcome_is_told_exactly_once(world: World) -> None:
    assert len(finishes(world)) == 1


@settings(max_examples=400, deadline=None)
@given(worlds())
def test_keys_are_pressed_only_right_after_a_look_at_window_and_modifiers(world: World) -> None:
    acted = [(event, batch) for event, batch in world.batches if batch]
    for before, now in itertools.pairwise(acted):
        if any(effect is Do.CHORD or isinstance(effect, Press) for effect in now[1]):
            assert now[0] is Event.KEYS_FREE
            assert before == (Event.IN_FRONT, [Do.FREE_KEYS])


@settings(max_examples=400, deadline=None)
@given(worlds())
def test_no_text_is_pasted_twice(world: World) -> None:
    effects = world.effects()
    texts = [step for step in world.plan.steps if isinstance(step, PasteText)]
    offers = [effect.text for effect in effects if isinstance(effect, Offer)]
    assert effects.count(Do.CHORD) <= len(offers) <= len(texts)
    assert offers == [step.text for step in texts[: len(offers)]]


@settings(max_examples=400, deadline=None)
@given(worlds())
def test_an_offered_text_leaves_the_clipboard_again(world: World) -> None:
    effects = world.effects()
    if any(isinstance(effect, Offer) for effect in effects):
        ends = (Event.LOST in world.told, Event.SUPERSEDED in world.told, Do.RESTORE in effects)
        assert any(ends)


@settings(max_examples=400, deadline=None)
@given(worlds())
def test_what_others_copied_is_never_overwritten(world: World) -> None:
    lost = False
    for event, batch in world.batches:
        lost = lost or (event is Event.LOST and bool(batch))
        assert not (lost and Do.RESTORE in batch)
    assert world.effects().count(Do.RESTORE) <= 1


@settings(max_examples=400, deadline=None)
@given(worlds())
def test_pasted_is_said_only_when_every_text_was_read_after_its_chord(world: World) -> None:
    outcome = finishes(world)[0]
    if outcome.result is not Result.PASTED:
        return
    chords, read = 0, 0
    unread = True
    for event, batch in world.batches:
        if event is Event.READ and not unread and chords > read:
            read += 1
        for effect in batch:
            chords += effect is Do.CHORD
            unread = unread and effect is not Do.CHORD
    texts = [step for step in world.plan.steps if isinstance(step, PasteText)]
    assert chords == read == len(texts)


@settings(max_examples=400, deadline=None)
@given(worlds())
def test_nothing_is_touched_when_nothing_was_offered(world: World) -> None:
    effects = world.effects()
    if not any(isinstance(effect, Offer) for effect in effects):
        assert Do.CHORD not in effects
        assert Do.LEAVE not in effects


@settings(max_examples=400, deadline=None)
@given(worlds())
def test_after_the_end_no_timer_runs(world: World) -> None:
    assert world.session.over
    assert world.due == {}
