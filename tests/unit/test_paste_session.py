"""One paste, event by event."""

from __future__ import annotations

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.core.pasting.paste_session import (
    KEYS_LIMIT_MS,
    KEYS_POLL_MS,
    MORE_READS_MS,
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
    Reason,
    Result,
    Start,
)

TEXT = PasteText("您好")
TO_CHORD = (Event.SAVED, Event.IN_FRONT, Event.KEYS_FREE)


def begun(plan: PastePlan, *events: Event | Clock) -> tuple[PasteSession, list[Effect]]:
    """A session after `events`, and the effects of the last of them."""
    session = PasteSession(plan)
    effects = session.begin()
    for event in events:
        effects = session.on(event)
    return session, effects


def outcome(effects: list[Effect]) -> Finish | None:
    return next((effect for effect in effects if isinstance(effect, Finish)), None)


def test_the_whole_way_of_a_paste() -> None:
    session = PasteSession(PastePlan((TEXT,)))
    assert Do.SAVE in session.begin()
    assert session.on(Event.SAVED)[1] == Offer("您好")
    assert session.on(Event.IN_FRONT) == [Do.FREE_KEYS]
    assert Do.CHORD in session.on(Event.KEYS_FREE)
    assert session.on(Event.READ) == [Start(Clock.QUIET, 150)]
    assert outcome(session.on(Clock.QUIET)) == Finish(Result.PASTED, done=1)
    assert session.told
    assert session.on(Clock.HOLD) == [Do.STOP_CLOCKS, Do.RESTORE]
    assert session.over


@pytest.mark.parametrize("before", range(3))
def test_a_read_before_the_chord_is_a_clipboard_managers(before: int) -> None:
    # GIVEN a read that came before the chord
    events = [*TO_CHORD[:before], Event.READ, *TO_CHORD[before:]]
    # WHEN the target never reads
    _, effects = begun(PastePlan((TEXT,)), *events, Clock.READ)
    # THEN it has not counted
    assert outcome(effects) == Finish(Result.LEFT, Reason.NOT_READ)
    assert Do.LEAVE in effects


def test_a_target_that_reads_twice_is_waited_for() -> None:
    session, effects = begun(PastePlan((TEXT,), reads=2), *TO_CHORD, Event.READ)
    assert effects == [Start(Clock.QUIET, MORE_READS_MS)]
    assert session.on(Event.READ) == [Start(Clock.QUIET, 150)]


def test_another_window_in_front_leaves_the_reply() -> None:
    _, effects = begun(PastePlan((TEXT,)), Event.SAVED, Event.NOT_IN_FRONT)
    assert outcome(effects) == Finish(Result.LEFT, Reason.WINDOW_CHANGED)


def test_keys_alone_are_refused_where_another_window_is_in_front() -> None:
    keys = PressKeys(Combination((), "left"))
    session, effects = begun(PastePlan((keys,)), Event.SAVED, Event.NOT_IN_FRONT)
    assert outcome(effects) == Finish(Result.REFUSED, Reason.WINDOW_CHANGED)
    assert session.over


def test_the_focus_may_come_late_where_a_window_of_ours_was_in_front() -> None:
    plan = PastePlan((TEXT,), await_focus=True)
    session, effects = begun(plan, Event.SAVED, Event.NOT_IN_FRONT)
    assert effects == []
    assert session.on(Event.FRONT_CHANGED) == [Do.CHECK]
    assert session.on(Event.IN_FRONT) == [Do.FREE_KEYS]


def test_a_focus_that_never_comes_ends_the_wait() -> None:
    plan = PastePlan((TEXT,), await_focus=True)
    _, effects = begun(plan, Event.SAVED, Event.NOT_IN_FRONT, Clock.FOCUS)
    assert outcome(effects) == Finish(Result.LEFT, Reason.WINDOW_CHANGED)


def test_held_keys_are_waited_for_and_the_window_looked_at_again() -> None:
    session, effects = begun(PastePlan((TEXT,)), *TO_CHORD[:2], Event.KEYS_HELD)
    assert effects == [Start(Clock.KEYS, KEYS_POLL_MS)]
    assert Do.CHECK in session.on(Clock.KEYS)
    assert session.on(Event.IN_FRONT) == [Do.FREE_KEYS]
    assert Do.CHORD in session.on(Event.KEYS_FREE)


def test_keys_that_stay_down_leave_the_reply() -> None:
    session, effects = begun(PastePlan((TEXT,)), Event.SAVED)
    for _ in range(KEYS_LIMIT_MS // KEYS_POLL_MS + 1):
        session.on(Event.IN_FRONT)
        effects = session.on(Event.KEYS_HELD)
        if effects == [Start(Clock.KEYS, KEYS_POLL_MS)]:
            session.on(Clock.KEYS)
    assert outcome(effects) == Finish(Result.LEFT, Reason.KEYS_HELD)


def test_without_confirmation_the_reply_is_left_although_the_keys_were_pressed() -> None:
    _, effects = begun(PastePlan((TEXT,), confirms_reads=False), *TO_CHORD)
    assert Do.CHORD in effects
    assert outcome(effects) == Finish(Result.LEFT, Reason.UNCONFIRMED, 1)


def test_a_clipboard_that_does_not_answer_is_refused() -> None:
    session, effects = begun(PastePlan((TEXT,)), Clock.SAVE)
    assert outcome(effects) == Finish(Result.REFUSED, Reason.CLIPBOARD_SILENT)
    assert session.on(Event.SAVED) == []


def test_something_copied_before_the_read_refuses_and_stays() -> None:
    session, effects = begun(PastePlan((TEXT,)), *TO_CHORD, Event.LOST)
    assert outcome(effects) == Finish(Result.REFUSED, Reason.COPIED_MEANWHILE)
    assert Do.RESTORE not in effects
    assert session.over


def test_something_copied_after_the_read_does_not_unmake_the_paste() -> None:
    _, effects = begun(PastePlan((TEXT,)), *TO_CHORD, Event.READ, Event.LOST)
    assert outcome(effects) == Finish(Result.PASTED, done=1)
    assert Do.RESTORE not in effects


def test_a_left_reply_is_restored_after_it_was_read_at_last() -> None:
    session, _ = begun(PastePlan((TEXT,)), *TO_CHORD, Clock.READ)
    assert session.on(Event.READ) == [Start(Clock.QUIET, 600)]
    assert session.on(Clock.QUIET) == [Do.STOP_CLOCKS, Do.RESTORE]


def test_the_next_paste_takes_over_what_was_saved() -> None:
    session, _ = begun(PastePlan((TEXT,)), *TO_CHORD, Event.READ, Clock.QUIET)
    assert session.on(Event.SUPERSEDED) == [Do.STOP_CLOCKS]
    assert session.on(Clock.HOLD) == []


def test_keys_after_a_text_wait_for_its_read_and_look_at_the_window_again() -> None:
    keys = PressKeys(Combination((), "left"), 3)
    session, effects = begun(PastePlan((TEXT, keys)), *TO_CHORD, Event.READ, Clock.QUIET)
    assert Do.CHECK in effects
    assert Offer("您好") not in effects
    assert session.on(Event.IN_FRONT) == [Do.FREE_KEYS]
    effects = session.on(Event.KEYS_FREE)
    assert effects[0] == Press(keys)
    assert outcome(effects) == Finish(Result.PASTED, done=1)


def test_a_text_after_keys_is_left_where_not_even_the_keys_reach_their_window() -> None:
    plan = PastePlan((PressKeys(Combination(("ctrl",), "a")), TEXT))
    _, effects = begun(plan, Event.SAVED)
    assert Offer("您好") in effects
    _, effects = begun(plan, Event.SAVED, Event.NOT_IN_FRONT)
    assert outcome(effects) == Finish(Result.LEFT, Reason.WINDOW_CHANGED)
