"""Pastes carried out on fakes: what the target gets, and what the clipboard holds afterwards."""

from __future__ import annotations

import pytest

from desktop_assist.core.application import ApplicationProfile
from desktop_assist.core.combination import Combination
from desktop_assist.core.pasting.paste_session import (
    HOLD_MS,
    LEFT_FOR_MS,
    Finish,
    PasteText,
    PressKeys,
    Reason,
    Result,
)
from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard
from desktop_assist.oslayer.keys.base import KeysRefused
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.outcomes import outcome_message
from desktop_assist.text import say
from tests.fakes.clipboard import TEXT
from tests.unit.paste_stage import CHAT, COPIED, OTHER, PASTE_KEYS, PASTED, Room


@pytest.fixture
def room() -> Room:
    return Room()


def test_the_reply_arrives_and_the_clipboard_is_as_it_was(room: Room) -> None:
    room.paste()
    assert room.box == ["ctrl+v", "您好"]
    # WHEN the target has fallen quiet, and the time for a late read is over
    room.loop.advance(150)
    assert room.outcomes == [PASTED]
    room.loop.advance(HOLD_MS)
    assert room.clipboard.paste(CHAT.reader) == COPIED
    assert room.loop.waiting == 0


def test_a_clipboard_manager_never_sees_the_reply(room: Room) -> None:
    manager = 55
    seen = []
    room.injector.pressed_hook = lambda _keys: seen.append(room.clipboard.paste(manager))
    room.paste()
    seen.append(room.clipboard.paste(manager))
    assert seen == [COPIED, COPIED]
    assert room.outcomes == []


def test_a_burst_keeps_the_one_clipboard_that_was_saved_first(room: Room) -> None:
    # WHEN three hotkeys come before the first reply was read to its end
    for text in ("a", "b", "c"):
        room.paste(text)
    room.loop.advance(2_000)
    # THEN all arrive in order, each was offered over the same original, and that comes back
    assert room.box == ["ctrl+v", "a", "ctrl+v", "b", "ctrl+v", "c"]
    assert room.outcomes == [PASTED] * 3
    assert room.clipboard.saves == 3
    assert [saved.formats for _, saved in room.clipboard.offers] == [COPIED] * 3
    assert room.clipboard.paste(CHAT.reader) == COPIED


def test_another_window_in_front_gets_no_keys(room: Room) -> None:
    room.windows.bring(OTHER)
    room.paste()
    assert room.box == []
    assert room.outcomes == [Finish(Result.LEFT, Reason.WINDOW_CHANGED)]
    assert room.paster.has_left_reply


def test_another_conversation_in_the_same_window_gets_no_keys(room: Room) -> None:
    room.windows.bring(Target(CHAT.handle, "李四", CHAT.application, CHAT.reader))
    room.paste()
    assert room.outcomes == [Finish(Result.LEFT, Reason.WINDOW_CHANGED)]


def test_a_counter_of_unread_messages_is_no_other_conversation(room: Room) -> None:
    room.windows.bring(Target(CHAT.handle, "(2) 张三", CHAT.application, CHAT.reader))
    room.paste()
    assert room.box == ["ctrl+v", "您好"]


def test_without_a_target_the_reply_is_left(room: Room) -> None:
    room.paste(target=None)
    assert room.outcomes == [Finish(Result.LEFT, Reason.WINDOW_CHANGED)]


def test_the_window_may_come_back_first_where_ours_was_in_front(room: Room) -> None:
    room.windows.bring(OTHER)
    room.paste(await_focus=True)
    assert room.box == []
    # WHEN it comes to the front
    room.windows.bring(CHAT)
    room.paster.front_changed()
    assert room.box == ["ctrl+v", "您好"]


def test_a_window_that_reads_late_is_given_the_left_reply_and_then_the_clipboard(
    room: Room,
) -> None:
    # GIVEN a window that does not read in time
    room.injector.pressed_hook = lambda _keys: None
    room.paste()
    room.loop.advance(3_000)
    assert room.outcomes == [Finish(Result.LEFT, Reason.NOT_READ)]
    # WHEN it does at last
    room.read()
    room.loop.advance(HOLD_MS)
    # THEN the reply was there, and afterwards the old contents are
    assert room.box == ["您好"]
    assert room.clipboard.paste(CHAT.reader) == COPIED
    assert not room.paster.has_left_reply
    assert room.loop.waiting == 0


def test_a_left_reply_that_nobody_wants_goes_after_a_minute(room: Room) -> None:
    room.windows.bring(OTHER)
    room.paste()
    room.loop.advance(LEFT_FOR_MS)
    assert room.clipboard.paste(OTHER.reader) == COPIED


def test_a_left_reply_can_be_taken_back_at_once(room: Room) -> None:
    room.windows.bring(OTHER)
    room.paste()
    room.paster.restore_now()
    assert room.clipboard.paste(OTHER.reader) == COPIED
    assert not room.paster.has_left_reply
    room.paster.restore_now()
    assert room.outcomes == [Finish(Result.LEFT, Reason.WINDOW_CHANGED)]


def test_a_reply_after_a_left_one_still_restores_the_original(room: Room) -> None:
    room.windows.bring(OTHER)
    room.paste("a")
    room.windows.bring(CHAT)
    room.paste("b")
    room.loop.advance(2_000)
    assert room.box == ["ctrl+v", "b"]
    assert room.clipboard.paste(CHAT.reader) == COPIED


def test_what_was_copied_meanwhile_stays(room: Room) -> None:
    room.injector.pressed_hook = lambda _keys: None
    room.paste()
    # WHEN the user copies before the window has read
    room.clipboard.copy({TEXT: b"new"})
    room.loop.advance(5_000)
    assert room.outcomes == [Finish(Result.REFUSED, Reason.COPIED_MEANWHILE)]
    assert room.clipboard.paste(CHAT.reader) == {TEXT: b"new"}


def test_a_silent_clipboard_owner_is_waited_for_and_then_refused(room: Room) -> None:
    room.clipboard.silent = True
    room.paste()
    room.loop.advance(5_000)
    assert room.outcomes == [Finish(Result.REFUSED, Reason.CLIPBOARD_SILENT)]
    assert room.clipboard.offers == []
    # THEN the next one is not held up by it
    room.clipboard.silent = False
    room.paste("b")
    assert room.box == ["ctrl+v", "b"]


def test_a_late_read_of_one_text_is_no_read_of_the_next(room: Room) -> None:
    room.paste(steps=(PasteText("a"), PasteText("b")))
    # GIVEN a window that has read the first text, and its second read of it, told late
    late = room.clipboard.told
    room.injector.pressed_hook = lambda _keys: None
    room.loop.advance(150)
    late(ClipboardEvent.READ)
    # WHEN it does not read the second
    room.loop.advance(3_000)
    # THEN that is what is told
    assert room.outcomes == [Finish(Result.LEFT, Reason.NOT_READ, 1)]


def test_where_another_process_reads_for_the_window_any_read_counts(room: Room) -> None:
    room.reader = 4_711
    room.paste(profile=ApplicationProfile(window_class="wine", any_reader=True))
    assert room.box == ["ctrl+v", "您好"]


def test_the_chord_is_the_applications(room: Room) -> None:
    room.paste(profile=ApplicationProfile(window_class="foot", chord="ctrl+shift+v"))
    assert room.box == ["ctrl+shift+v"]


def test_a_clipboard_that_confirms_nothing_leaves_the_reply(room: Room) -> None:
    room.clipboard.confirms_reads = False
    room.paste()
    assert room.box == ["ctrl+v", "您好"]
    assert room.outcomes == [Finish(Result.LEFT, Reason.UNCONFIRMED, 1)]


def test_keys_between_texts_come_after_the_first_was_read(room: Room) -> None:
    keys = PressKeys(Combination(("shift",), "enter"), 2)
    room.paste(steps=(PasteText("a"), keys, PasteText("b")))
    assert room.box == ["ctrl+v", "a"]
    room.loop.advance(150)
    assert room.box == ["ctrl+v", "a", "shift+enter", "shift+enter", "ctrl+v", "b"]
    room.loop.advance(150)
    assert room.outcomes == [Finish(Result.PASTED, done=2)]


def test_a_window_that_goes_between_two_texts_gets_no_more_of_them(room: Room) -> None:
    room.paste(steps=(PasteText("a"), PasteText("b")))
    room.windows.bring(OTHER)
    room.loop.advance(150)
    assert room.box == ["ctrl+v", "a"]
    assert room.outcomes == [Finish(Result.LEFT, Reason.WINDOW_CHANGED, 1)]


def test_a_paste_that_the_outcome_of_another_asks_for_comes_after_it(room: Room) -> None:
    def told(outcome: Finish) -> None:
        room.outcomes.append(outcome)
        room.paste("b")

    room.paste("a", told=told)
    room.loop.advance(2_000)
    assert room.box == ["ctrl+v", "a", "ctrl+v", "b"]
    assert room.outcomes == [PASTED, PASTED]
    assert room.clipboard.paste(CHAT.reader) == COPIED


@pytest.mark.parametrize("step", ["save", "offer", "arm"])
def test_a_system_that_fails_is_told_and_holds_up_no_later_paste(
    room: Room, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError("gone")

    with monkeypatch.context() as broken:
        broken.setattr(room.clipboard, step, fail)
        with pytest.raises(OSError, match="gone"):
            room.paste()
    assert room.outcomes == [Finish(Result.REFUSED)]
    assert room.box == []
    assert room.clipboard.paste(CHAT.reader) == COPIED
    room.paste("b")
    assert room.box == ["ctrl+v", "b"]


def test_formats_that_cannot_be_given_back_are_told_once(room: Room) -> None:
    saved = SavedClipboard({TEXT: b"old"}, dropped=("image/tiff", "application/x-big"))
    room.clipboard.save = lambda done: done(saved)  # type: ignore[method-assign]
    room.paste()
    room.paste()
    assert room.lost == [("image/tiff", "application/x-big")]


def test_other_encodings_of_a_kept_picture_are_not_lost() -> None:
    assert SavedClipboard({"image/png": b""}, dropped=("image/bmp",)).lost == ()


REPLACING = (PasteText("您好", (PressKeys(Combination.parse("backspace"), 2),)),)


def test_what_the_text_replaces_goes_right_before_its_chord(room: Room) -> None:
    room.paste(steps=REPLACING)
    assert room.box == ["backspace", "backspace", "ctrl+v", "您好"]


def test_who_typed_on_loses_nothing_and_finds_the_reply_on_the_clipboard(room: Room) -> None:
    room.paste(steps=REPLACING, still=lambda: False)
    assert room.box == []
    assert room.outcomes == [Finish(Result.LEFT, Reason.OVERTAKEN)]


def test_nothing_is_replaced_in_another_window_or_without_the_clipboard(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.windows.front = OTHER
    room.paste(steps=REPLACING)
    room.windows.front = CHAT
    monkeypatch.setattr(room.clipboard, "arm", lambda _reader: False)
    room.paste(steps=REPLACING)
    assert room.box == []
    assert [one.reason for one in room.outcomes] == [
        Reason.WINDOW_CHANGED,
        Reason.COPIED_MEANWHILE,
    ]


def test_where_the_system_keeps_our_keys_the_reply_is_left_and_the_reason_told(room: Room) -> None:
    def refuse(_combination: Combination) -> None:
        raise KeysRefused(say("Paste", "It runs as administrator."))

    room.injector.pressed_hook = refuse
    room.paste()
    (outcome,) = room.outcomes
    assert (outcome.result, outcome.reason) == (Result.LEFT, Reason.KEYS_REFUSED)
    assert str(outcome_message(outcome, "招呼", PASTE_KEYS)).startswith("It runs as administrator.")
    assert room.clipboard.paste(room.reader)[TEXT].decode() == "您好"


def test_keys_before_the_text_that_are_kept_leave_the_reply_too(room: Room) -> None:
    def refuse(_combination: Combination) -> None:
        raise KeysRefused(say("Paste", "It runs as administrator."))

    room.injector.pressed_hook = refuse
    room.paste(steps=(PressKeys(Combination.parse("ctrl+a")), PasteText("您好")))
    assert [one.result for one in room.outcomes] == [Result.LEFT]
