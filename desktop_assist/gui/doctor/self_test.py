"""A paste into a window of our own: through the same seams as into any other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_assist.core.application import ApplicationProfile, profile_for
from desktop_assist.core.combination import Combination
from desktop_assist.core.loop import Loop
from desktop_assist.core.pasting.paste_session import Finish, Result
from desktop_assist.core.pasting.paste_steps import Piece, steps_for
from desktop_assist.gui.look.placing import bring_up, em
from desktop_assist.gui.serving import PASTE_TARGET
from desktop_assist.oslayer.windows.base import Target, WindowSystem
from desktop_assist.services.outcomes import outcome_message
from desktop_assist.services.paster import PasteJob, Paster
from desktop_assist.text import Message, say

SAMPLE = "您好，测试一下 · test 123 👋"
READ_LIMIT_MS = 1_500
"""Our own window reads at once; who waits for the outcome is a person or a command."""
_FRONT_MS = 1_500
_LOOK_EVERY_MS = 30

_WORKS = say(
    "SelfTest", "Pasting works: the sample arrived in {took} ms, and the clipboard is as it was."
)
_OTHER = say("SelfTest", "Another text than the sample arrived. Please copy a report and send it.")
_UNTOLD = say(
    "SelfTest",
    "No program may know here which window is in front: replies are left on the clipboard.",
)
_NOT_IN_FRONT = say(
    "SelfTest",
    "The test window did not come to the front; nothing was pasted. Try again without touching"
    " anything.",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether the whole way works, and the sentence about it."""

    works: bool
    message: Message


class SelfTest(QObject):
    """Opens a small window, pastes a sample into it, and closes it again."""

    def __init__(self, loop: Loop, windows: WindowSystem, paster: Paster) -> None:
        super().__init__()
        self._loop = loop
        self._windows = windows
        self._paster = paster
        self._told: Callable[[Outcome], None] | None = None
        self._before: Target | None = None
        self._began = 0.0
        self.window: TestWindow | None = None

    def run(self, told: Callable[[Outcome], None]) -> None:
        """Try a paste; `told` hears of it within some 4 s. One that is under way is enough."""
        if self._told is not None:
            told(Outcome(False, say("SelfTest", "A test is running already.")))
            return
        self._told = told
        self._before = self._windows.foreground()
        self.window = TestWindow()
        bring_up(self.window)
        self.window.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._await_front(self._loop.now() + _FRONT_MS)

    def _await_front(self, deadline: float) -> None:
        """No system tells for sure when a window of ours has the keyboard: look, to a deadline."""
        window = self.window
        if window is None:
            return
        front = self._windows.foreground()
        if front is not None and front.handle == int(window.winId()) and window.box.hasFocus():
            self._paste(front)
        elif self._windows.name == "none":
            self._end(Outcome(False, _UNTOLD))
        elif self._loop.now() >= deadline:
            self._end(Outcome(False, _NOT_IN_FRONT))
        else:
            self._loop.later(_LOOK_EVERY_MS, lambda: self._await_front(deadline))

    def _paste(self, target: Target) -> None:
        profile = profile_for(target.application)
        self._began = self._loop.now()
        self._paster.paste(
            PasteJob(
                "test",
                steps_for([Piece(SAMPLE)], profile),
                target,
                profile,
                lambda finish: self._finished(finish, profile),
                read_limit_ms=READ_LIMIT_MS,
            )
        )

    def _finished(self, finish: Finish, profile: ApplicationProfile) -> None:
        if self.window is None:
            return
        if finish.result is not Result.PASTED:
            chord = Combination.parse(profile.chord).shown_as_chord
            self._end(Outcome(False, outcome_message(finish, "test", chord)))
        elif self.window.box.toPlainText() == SAMPLE:
            took = round(self._loop.now() - self._began)
            self._end(Outcome(True, replace(_WORKS, values={"took": took})))
        else:
            self._end(Outcome(False, _OTHER))

    def _end(self, outcome: Outcome) -> None:
        told, self._told = self._told, None
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        if self._before is not None:
            self._windows.activate(self._before)
        if told is not None:
            told(outcome)


class TestWindow(QWidget):
    """An input box like a chat's; nothing is sent from it and nobody reads it."""

    __test__ = False

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(PASTE_TARGET, True)
        self.setWindowTitle(self.tr("Test paste"))
        self.box = QPlainTextEdit()
        self.box.setAccessibleName(self.tr("Input box of the test"))
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self.tr("A sample is pasted here; nothing is sent.")))
        column.addWidget(self.box)
        self.resize(20 * em(self), 6 * em(self))
