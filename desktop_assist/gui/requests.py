"""Requests of the command line, answered by the running program."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING

from desktop_assist import __version__
from desktop_assist.core.action import Action
from desktop_assist.core.loop import Loop
from desktop_assist.gui.desk import Desk
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.shelf import Shelf
from desktop_assist.gui.tray.notices import Notices
from desktop_assist.services.hotkeys import HotkeyService
from desktop_assist.services.instance import Reply, Request
from desktop_assist.services.replies import Replies
from desktop_assist.text import Message, say

if TYPE_CHECKING:
    from desktop_assist.gui.doctor.self_test import Outcome

_ANSWER_S = 4.0
_LONGEST_KEY = 60
_ACTIONS = {action.value: action for action in Action}


class Requests:
    """Called on the instance server's threads; everything is done on the loop's."""

    def __init__(
        self,
        loop: Loop,
        desk: Desk,
        shelf: Shelf,
        replies: Replies,
        hotkeys: HotkeyService,
        notices: Notices,
        backend: str,
        quit_: Callable[[], None],
        *,
        try_paste: Callable[[Callable[[Outcome], None]], None],
    ) -> None:
        self._loop = loop
        self._desk = desk
        self._shelf = shelf
        self._replies = replies
        self._hotkeys = hotkeys
        self._notices = notices
        self._backend = backend
        self._quit = quit_
        self._try_paste = try_paste
        self._commands: Mapping[str, Callable[[Request], Reply]] = {
            "paste": self._paste,
            "status": self._status,
            "pause": lambda _request: self._set_paused(True),
            "resume": lambda _request: self._set_paused(False),
            "quit": self._end,
        }

    def handle(self, request: Request) -> Reply:
        """Carry out `request` and say what came of it."""
        answer: Future[Reply] = Future()

        def work() -> None:
            try:
                if request.command == "self-test":
                    self._try_paste(lambda outcome: answer.set_result(_told(outcome)))
                else:
                    answer.set_result(self._answer(request))
            except Exception as failure:
                answer.set_exception(failure)

        self._loop.post(work)
        return answer.result(timeout=_ANSWER_S)

    def _answer(self, request: Request) -> Reply:
        command = self._commands.get(request.command)
        if command is not None:
            return command(request)
        action = _ACTIONS.get(request.command)
        if action is None or action is Action.PAUSE:
            return _refusal(
                say("Instance", "This version does not know “{name}”.", name=request.command)
            )
        # The asker must be answered before the palette takes the focus from its terminal.
        self._loop.post(lambda: self._desk.act(action))
        return Reply()

    def _paste(self, request: Request) -> Reply:
        entry = self._shelf.entry(request.key)
        if entry is None:
            return _refusal(
                say("Instance", "There is no reply “{key}”.", key=_cut(request.key)),
                say("Instance", "desktop-assist list tells which there are."),
            )
        self._replies.check_names(entry, request.values)
        self._loop.post(lambda: self._desk.reply(entry, values=request.values))
        return Reply()

    def _status(self, _request: Request) -> Reply:
        problems = len(self._hotkeys.problems) + len(self._shelf.faults)
        return Reply(
            message=translated(
                say(
                    "Instance",
                    "Desktop Assist runs with {count} replies.",
                    count=len(self._shelf.library),
                )
            ),
            data={
                "ready": len(self._shelf.library) > 0,
                "complete": self._shelf.complete,
                "version": __version__,
                "pid": os.getpid(),
                "hotkeys": self._backend,
                "paused": self._hotkeys.paused,
                "replies": len(self._shelf.library),
                "problems": problems,
                "notices": self._notices.count,
                "last_notice": self._notices.last,
                "newest_notices": self._notices.newest,
            },
        )

    def _set_paused(self, paused: bool) -> Reply:
        if paused is not self._hotkeys.paused:
            self._desk.pause_wanted.emit()
        return Reply()

    def _end(self, _request: Request) -> Reply:
        self._loop.later(50, self._quit)  # the answer goes out first
        return Reply(message=translated(say("Instance", "Desktop Assist ends.")))


def _told(outcome: Outcome) -> Reply:
    return Reply(ok=outcome.works, message=translated(outcome.message))


def _refusal(message: Message, hint: Message | None = None) -> Reply:
    return Reply(
        ok=False, message=translated(message), hint="" if hint is None else translated(hint)
    )


def _cut(key: str) -> str:
    return key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…"
