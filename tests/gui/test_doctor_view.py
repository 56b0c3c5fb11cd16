"""The doctor's page, and the paste into a window of our own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_assist.core.diagnosis.diagnosis import Chapter, Check, Diagnosis, State
from desktop_assist.core.pasting.paste_session import Finish, Reason, Result
from desktop_assist.gui.doctor.ports import DoctorPorts
from desktop_assist.gui.doctor.self_test import SAMPLE, Outcome, SelfTest
from desktop_assist.gui.doctor.view import DoctorView
from desktop_assist.gui.serving import is_ours
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.paster import PasteJob
from desktop_assist.text import Message, say
from tests.fakes.loop import FakeLoop

COMMAND = "sudo apt-get install --no-install-recommends libxcb-cursor0"


def diagnosis(state: State) -> Diagnosis:
    one = Check("a", say("Doctor", "Tray"), state, say("Doctor", "is <missing>"), None, COMMAND)
    return Diagnosis((Chapter(say("Doctor", "Desktop"), (one,)),))


class Stage:
    """A page over a diagnosis that the test chooses; what is copied is kept."""

    def __init__(self) -> None:
        self.state = State.LIMITED
        self.copied: list[str] = []
        self.outcome = Outcome(True, say("SelfTest", "Pasting works."))
        self.looks = 0
        self.view = DoctorView(
            DoctorPorts(
                look=self.look,
                wait=lambda work, then: then(work()),
                report=lambda _diagnosis: "a report",
                try_paste=lambda told: told(self.outcome),
                copy=self.copied.append,
            )
        )

    def look(self) -> Diagnosis:
        self.looks += 1
        return diagnosis(self.state)


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    stage = Stage()
    stage.view.show()
    yield stage
    stage.view.close()


def test_it_looks_when_it_is_shown_and_not_before(qapp: QApplication) -> None:
    stage = Stage()
    assert stage.looks == 0
    assert not stage.view.report.isEnabled()
    stage.view.show()
    assert stage.looks == 1
    assert stage.view.report.isEnabled()


def test_what_was_found_is_shown_as_it_was_said(stage: Stage) -> None:
    text = stage.view.text.toPlainText()
    assert "is <missing>" in text
    assert COMMAND in text


def test_a_command_is_copied_by_its_link(stage: Stage) -> None:
    link = stage.view.text.toHtml().partition('href="copy:')[2].partition('"')[0]
    stage.view.text.anchorClicked.emit(QUrl(f"copy:{link}"))
    assert stage.copied == [COMMAND]


def test_looking_again_shows_what_is_so_now(stage: Stage) -> None:
    before = stage.view.sum.text()
    stage.state = State.FINE
    stage.view.again.click()
    assert stage.view.sum.text() not in ("", before)


def test_the_report_goes_to_the_clipboard(stage: Stage) -> None:
    stage.view.report.click()
    assert stage.copied == ["a report"]


def test_the_outcome_of_a_paste_is_told(stage: Stage) -> None:
    stage.outcome = Outcome(False, say("SelfTest", "It did not."))
    stage.view.trial.click()
    assert stage.view.told.text() == "It did not."
    assert stage.view.trial.isEnabled()


@dataclass
class TestWindows:
    """Windows of which ours is in front as soon as the test says so."""

    __test__ = False
    name: str = "fake"
    front: Target | None = None
    activated: list[Target] = field(default_factory=list)

    def foreground(self) -> Target | None:
        return self.front

    def activate(self, target: Target) -> None:
        self.activated.append(target)


@dataclass
class TestPaster:
    """Takes jobs; the test ends them."""

    __test__ = False
    jobs: list[PasteJob] = field(default_factory=list)

    def paste(self, job: PasteJob) -> None:
        self.jobs.append(job)


CHAT = Target(7, "客户", "chat")


class Trial:
    """A self-test on fakes, and what it told."""

    def __init__(self) -> None:
        self.loop, self.windows, self.paster = FakeLoop(), TestWindows(front=CHAT), TestPaster()
        self.told: list[Outcome] = []
        self.test = SelfTest(self.loop, self.windows, self.paster)  # type: ignore[arg-type]

    def begin(self) -> None:
        self.test.run(self.told.append)

    def come_to_front(self) -> None:
        assert self.test.window is not None
        QTest.qWaitForWindowActive(self.test.window, 2_000)
        self.windows.front = Target(int(self.test.window.winId()), "Test paste", "desktop-assist")
        self.loop.advance(50)

    def end(self, finish: Finish, text: str) -> Message:
        assert self.test.window is not None
        self.test.window.box.setPlainText(text)
        self.paster.jobs[0].told(finish)
        return self.told[0].message


@pytest.fixture
def trial(qapp: QApplication) -> Trial:
    trial = Trial()
    trial.begin()
    return trial


def test_the_test_window_counts_as_one_to_paste_into(trial: Trial) -> None:
    trial.come_to_front()
    target = trial.paster.jobs[0].target
    assert target is not None
    assert not is_ours(target)


def test_a_sample_that_arrives_means_that_pasting_works(trial: Trial) -> None:
    trial.come_to_front()
    message = trial.end(Finish(Result.PASTED, done=1), SAMPLE)
    assert trial.told[0].works
    assert "Pasting works" in str(message)
    assert trial.test.window is None
    assert trial.windows.activated == [CHAT]


def test_another_text_does_not_pass_for_the_sample(trial: Trial) -> None:
    trial.come_to_front()
    trial.end(Finish(Result.PASTED, done=1), "what was copied before")
    assert not trial.told[0].works


def test_a_reply_left_on_the_clipboard_is_told_as_such(trial: Trial) -> None:
    trial.come_to_front()
    message = trial.end(Finish(Result.LEFT, Reason.NOT_READ), "")
    assert not trial.told[0].works
    assert "did not take the reply" in str(message)


def test_a_window_that_never_comes_to_the_front_ends_the_test(trial: Trial) -> None:
    trial.loop.advance(2_000)
    assert [outcome.works for outcome in trial.told] == [False]
    assert trial.paster.jobs == []
    assert trial.test.window is None


def test_a_second_test_beside_the_first_is_refused(trial: Trial) -> None:
    trial.begin()
    assert [outcome.works for outcome in trial.told] == [False]


def test_where_windows_cannot_be_told_apart_it_says_so(qapp: QApplication) -> None:
    trial = Trial()
    trial.windows.name, trial.windows.front = "none", None
    trial.begin()
    assert "left on the clipboard" in str(trial.told[0].message)
