"""Typed codes at work: what is wished for, where they are quiet, and how a reply is taken back."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from desktop_assist.core.application import DEFAULT_PROFILE
from desktop_assist.core.pasting.paste_session import Finish, PasteText, PressKeys, Reason, Result
from desktop_assist.core.pasting.typed_code import BACKSPACE, Key, Typed
from desktop_assist.errors import AssistError
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.paster import PasteJob, Paster
from desktop_assist.services.typed_codes import Replacement, TypedCodes
from desktop_assist.text import say
from tests.fakes.loop import FakeLoop
from tests.fakes.typing import FakeListening, FakeTyping
from tests.fakes.windows import FakeWindows

CHAT = Target(1, "客户", "chat", 7)
OTHER = Target(2, "另一位", "chat", 7)
VAULT = Target(3, "vault", "vault", 8)
REPLY = (PasteText("您好"),)
REPLACED = (PasteText("您好", (PressKeys(BACKSPACE, 4),)),)
PASTED = Finish(Result.PASTED, done=1)


class FakePaster(Paster):
    """Keeps the jobs; the test says how they end."""

    def __init__(self) -> None:
        self.jobs: list[PasteJob] = []

    def paste(self, job: PasteJob) -> None:
        self.jobs.append(job)


@dataclass
class Desk:
    """The service with everything around it, and what it asked for."""

    loop: FakeLoop = field(default_factory=FakeLoop)
    typing: FakeTyping = field(default_factory=FakeTyping)
    windows: FakeWindows = field(default_factory=lambda: FakeWindows(CHAT))
    paster: FakePaster = field(default_factory=FakePaster)
    wanted: list[Replacement] = field(default_factory=list)
    notices: list[tuple[str, bool]] = field(default_factory=list)
    at_once: bool = True

    def __post_init__(self) -> None:
        self.codes = TypedCodes(
            self.loop,
            self.typing,
            self.windows,
            self.paster,
            wanted=self._wanted,
            welcome_in=lambda target: target.application != "vault",
            profile=lambda _target: DEFAULT_PROFILE,
            tell=lambda message, problem: self.notices.append((str(message), problem)),
        )
        self.codes.apply({"/hy": "own/hy", "/th": "own/th"})

    def _wanted(self, replacement: Replacement) -> None:
        self.wanted.append(replacement)
        if self.at_once:
            self.paste(replacement)

    def paste(self, replacement: Replacement) -> None:
        """Paste the reply as a delivery does."""
        steps = replacement.steps(REPLY)
        job = PasteJob(
            "t", steps, replacement.target, DEFAULT_PROFILE, replacement.ended,
            still=replacement.still,
        )  # fmt: skip
        self.paster.paste(job)

    def type(self, text: str) -> None:
        for one in text:
            self.typing.type(one)
            self.loop.advance(50)

    def hear(self, key: Key) -> None:
        self.typing.hear(key)
        self.loop.advance(50)

    def carry_out(self, outcome: Finish = PASTED) -> None:
        """The last job's own keys are heard, and it ends."""
        for step in self.paster.jobs[-1].steps:
            assert isinstance(step, PasteText)
            self.type("⌫" * sum(keys.times for keys in step.before))
            self.hear(Key.OTHER)
        self.loop.advance(150)
        self.paster.jobs[-1].told(outcome)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_code_asks_for_its_reply_in_its_place(desk: Desk) -> None:
    desk.type("/hy ")
    assert [one.key for one in desk.wanted] == ["own/hy"]
    assert desk.paster.jobs[0].steps == REPLACED
    assert desk.paster.jobs[0].target == CHAT


def test_the_backends_thread_only_posts(desk: Desk) -> None:
    desk.typing.type("/hy ")
    assert desk.wanted == []


def test_without_codes_nobody_listens(desk: Desk) -> None:
    desk.codes.apply({})
    assert not desk.typing.is_heard
    assert not desk.codes.listens
    desk.type("/hy ")
    assert desk.wanted == []
    desk.codes.apply({"/th": "own/th"})
    desk.type("/hy /th ")
    assert [one.key for one in desk.wanted] == ["own/th"]


def test_new_codes_count_without_listening_anew(desk: Desk) -> None:
    desk.codes.apply({"/xy": "own/xy"})
    desk.type("/hy /xy ")
    assert [one.key for one in desk.wanted] == ["own/xy"]
    assert len(desk.typing.listenings) == 1


def test_what_is_still_on_its_way_after_the_end_is_not_taken_in(desk: Desk) -> None:
    desk.type("/hy")
    desk.typing.type(" ")
    desk.codes.stop()
    desk.loop.run_posted()
    assert desk.wanted == []


def test_why_nothing_can_be_heard_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_told: object) -> FakeListening:
        raise AssistError(say("TypedCodes", "No."))

    monkeypatch.setattr(desk.typing, "listen", refuse)
    desk.codes.apply({})
    assert str(desk.codes.apply({"/hy": "own/hy"})) == "No."
    assert not desk.codes.listens


@pytest.mark.parametrize("front", [None, VAULT])
def test_codes_are_quiet_in_excluded_programs(desk: Desk, front: Target | None) -> None:
    desk.windows.bring(front)
    desk.type("/hy ")
    assert desk.wanted == []


def test_codes_are_quiet_while_an_input_method_composes(desk: Desk) -> None:
    desk.typing.composing = True
    desk.type("/hy ")
    assert desk.wanted == []


@pytest.mark.parametrize("at", [1, 2, 3])
def test_an_input_method_that_begins_or_ends_meanwhile_ends_the_code(desk: Desk, at: int) -> None:
    for composing in (True, False):
        desk.typing.composing = not composing
        desk.type("/hy "[:at])
        desk.typing.composing = composing
        desk.type("/hy "[at:])
    assert desk.wanted == []


def test_another_window_ends_the_code(desk: Desk) -> None:
    desk.type("/hy")
    desk.windows.bring(OTHER)
    desk.codes.front_changed()
    desk.type(" ")
    desk.windows.bring(CHAT)
    desk.type("/hy")
    desk.windows.front = OTHER  # nobody has told yet
    desk.type(" ")
    assert desk.wanted == []


def test_backspace_takes_the_reply_back_and_says_so(desk: Desk) -> None:
    desk.type("/hy ")
    desk.carry_out()
    desk.type("⌫")
    assert desk.paster.jobs[-1].steps == (PasteText("/hy", (PressKeys(BACKSPACE, 1),)),)
    assert desk.paster.jobs[-1].target == CHAT
    desk.carry_out()
    assert desk.notices == [("“/hy” is there again, in place of its reply.", False)]
    desk.type("⌫")
    assert len(desk.paster.jobs) == 2


def test_a_taking_back_that_fails_is_told(desk: Desk) -> None:
    desk.type("/hy ")
    desk.carry_out()
    desk.type("⌫")
    desk.carry_out(Finish(Result.LEFT, Reason.NOT_READ))
    said, problem = desk.notices[0]
    assert problem
    assert "/hy" in said


@pytest.mark.parametrize("result", [Result.LEFT, Result.REFUSED])
def test_what_was_not_pasted_is_not_taken_back(desk: Desk, result: Result) -> None:
    desk.type("/hy ")
    desk.carry_out(Finish(result, Reason.NOT_READ))
    desk.type("⌫")
    assert len(desk.paster.jobs) == 1


def test_backspace_in_another_window_takes_nothing_back(desk: Desk) -> None:
    desk.type("/hy ")
    desk.carry_out()
    desk.windows.bring(OTHER)
    desk.codes.front_changed()
    desk.type("⌫")
    assert len(desk.paster.jobs) == 1


def test_typing_on_before_the_keys_come_stops_the_job(desk: Desk) -> None:
    desk.type("/hy ")
    assert desk.paster.jobs[0].still()
    desk.type("x")
    assert not desk.paster.jobs[0].still()


def test_what_is_typed_and_not_yet_heard_stops_the_job_too(desk: Desk) -> None:
    desk.type("/hy ")
    desk.typing.listenings[0].late.append(Typed("x"))
    assert not desk.paster.jobs[0].still()


def test_typing_on_after_the_code_has_gone_does_not_stop_the_job(desk: Desk) -> None:
    desk.type("/hy ")
    desk.type("⌫⌫⌫⌫")
    desk.type("x")
    assert desk.paster.jobs[0].still()


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """A code has been typed, and a form of ours asks for its fields."""
    desk.at_once = False
    desk.type("/hy ")
    desk.windows.bring(OTHER)
    desk.codes.front_changed()
    return desk


def test_a_form_is_filled_and_the_code_goes(asked: Desk) -> None:
    asked.type("12345 /th ")
    asked.hear(Key.CLICK)
    asked.loop.advance(300)
    asked.paste(asked.wanted[0])
    asked.hear(Key.OTHER)  # the Enter that closed the form
    asked.windows.bring(CHAT)
    asked.hear(Key.FOCUS)
    asked.codes.front_changed()
    assert asked.paster.jobs[0].steps == REPLACED
    assert asked.paster.jobs[0].still()


@pytest.mark.parametrize("touch", [Typed("x"), Key.BACKSPACE, Key.CLICK])
def test_who_works_in_the_chat_meanwhile_keeps_the_code(asked: Desk, touch: Key | Typed) -> None:
    asked.windows.bring(CHAT)
    asked.codes.front_changed()
    asked.typing.hear(touch)
    asked.loop.advance(300)
    asked.windows.bring(OTHER)
    asked.paste(asked.wanted[0])
    assert asked.paster.jobs[0].steps == REPLY
    assert asked.paster.jobs[0].still()


def test_a_form_that_is_cancelled_does_not_hinder_the_next_code(asked: Desk) -> None:
    asked.windows.bring(CHAT)
    asked.type("/th ")
    assert [one.key for one in asked.wanted] == ["own/hy", "own/th"]
    asked.paste(asked.wanted[1])
    asked.paste(asked.wanted[0])
    assert [job.steps for job in asked.paster.jobs] == [REPLACED, REPLY]
