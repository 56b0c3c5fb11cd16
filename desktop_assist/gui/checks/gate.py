"""Lets a reply through when no finding blocks it, or when somebody answers for it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from PySide6.QtCore import QObject, QPoint, Signal

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.checking.levels import UNFILLED, blocking
from desktop_assist.core.language.caret import caret_steps
from desktop_assist.core.replies.template import Rendered
from desktop_assist.errors import AssistError
from desktop_assist.gui.checks.blocked_reply import BlockedReply
from desktop_assist.store.overrules import Overrule, OverruleLog

Check = Callable[[str, Sequence[str]], list[Finding]]
"""Takes a text and the names of the window that it is for."""


@dataclass(frozen=True, slots=True)
class Case:
    """A reply, filled, on its way to the window that is called `platforms`.

    `ignored` are the rules that its author overruled for good, with a reason.
    """

    key: str
    title: str
    messages: tuple[Rendered, ...]
    platforms: tuple[str, ...]
    near: QPoint | None = None
    ignored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Hearing:
    """A case of which the first `cleared` messages may pass."""

    case: Case
    passed: Callable[[tuple[Rendered, ...], bool], None]
    stopped: Callable[[], None]
    cleared: int = 0
    asked: bool = False


class Gate(QObject):
    """Asks about one message after the other; one reply at a time."""

    failed = Signal(object)
    """An `AssistError`: the reason could not be kept, so the reply was stopped."""
    found = Signal(object)
    """The findings that stopped a message."""
    edit_wanted = Signal(str)
    """The key of a reply that is to be mended for good."""

    def __init__(self, check: Check, log: OverruleLog, today: Callable[[], datetime.date]) -> None:
        super().__init__()
        self._check = check
        self._log = log
        self._today = today
        self._hearing: _Hearing | None = None
        self.window = BlockedReply()
        self.window.setObjectName("blocked")
        self.window.mended.connect(self._mended)
        self.window.overruled.connect(self._overruled)
        self.window.dismissed.connect(self._dismissed)
        self.window.edit_wanted.connect(self._edit)

    def show_to(
        self,
        case: Case,
        passed: Callable[[tuple[Rendered, ...], bool], None],
        stopped: Callable[[], None],
    ) -> None:
        """End in `passed`, given the messages and whether somebody was asked, or in `stopped`.

        A reply that is still being asked about gives way.
        """
        self.put_away()
        self._go_on(_Hearing(case, passed, stopped))

    def put_away(self) -> bool:
        """Hide the window, as the agent turns to something else; tells whether it was there."""
        was_open = self.window.isVisible()
        self.window.hide()
        self._hearing = None
        return was_open

    def _go_on(self, hearing: _Hearing) -> None:
        case = hearing.case
        for at in range(hearing.cleared, len(case.messages)):
            text = case.messages[at].text
            if faults := self._faults(case, text):
                self.found.emit(faults)
                self._hearing = replace(hearing, cleared=at, asked=True)
                self.window.open_for(
                    case.title, text, lambda now: self._faults(case, now), case.near
                )
                return
        self._hearing = None
        hearing.passed(case.messages, hearing.asked)

    def _faults(self, case: Case, text: str) -> list[Finding]:
        """What blocks; what is unfilled does so even where its rule is ignored."""
        return [
            one
            for one in blocking(self._check(text, case.platforms))
            if one.rule not in case.ignored or one.family == UNFILLED
        ]

    def _mended(self, text: str) -> None:
        hearing = self._end()
        if hearing is not None:
            self._go_on(_with_text(hearing, text))

    def _overruled(self, text: str, reason: str, findings: Sequence[Finding]) -> None:
        hearing = self._end()
        if hearing is None:
            return
        rules = dict.fromkeys(one.rule for one in findings)
        day, key = self._today(), hearing.case.key
        try:
            self._log.add(Overrule(day, key, rule, reason) for rule in rules)
        except AssistError as error:
            self.failed.emit(error)
            hearing.stopped()
            return
        self._go_on(_with_text(hearing, text))

    def _dismissed(self) -> None:
        hearing = self._end()
        if hearing is not None:
            hearing.stopped()

    def _edit(self) -> None:
        hearing = self._end()
        if hearing is not None:
            self.edit_wanted.emit(hearing.case.key)

    def _end(self) -> _Hearing | None:
        hearing, self._hearing = self._hearing, None
        return hearing


def _with_text(hearing: _Hearing, text: str) -> _Hearing:
    """`hearing` with `text` for the message that was asked about, which may pass now."""
    at = hearing.cleared
    messages = list(hearing.case.messages)
    messages[at] = edited_message(messages[at], text)
    case = replace(hearing.case, messages=tuple(messages))
    return replace(hearing, case=case, cleared=at + 1)


def edited_message(message: Rendered, text: str) -> Rendered:
    """`message` with `text`; the caret keeps its place where what follows it did not change."""
    if not message.cursor or text == message.text:
        return replace(message, text=text)
    kept = caret_steps(_common_end(message.text, text)) >= message.cursor
    return replace(message, text=text, cursor=message.cursor if kept else None)


def _common_end(one: str, other: str) -> str:
    pairs = zip(reversed(one), reversed(other), strict=False)
    length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return one[len(one) - length :]
