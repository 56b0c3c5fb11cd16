"""What goes wrong without anybody having asked: told as a notice, with a report where it helps."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from desktop_assist.core.loop import Loop
from desktop_assist.errors import AssistError
from desktop_assist.gui.tray.notices import Notices
from desktop_assist.packs.faults import Fault
from desktop_assist.report import report_of
from desktop_assist.text import Message, say


class Faults:
    """Tells them. `end` ends the program where Python asks for it."""

    def __init__(
        self, notices: Notices, loop: Loop, reports: Path, end: Callable[[], None]
    ) -> None:
        """`reports` is the folder for reports of what nobody foresaw."""
        self._notices = notices
        self._loop = loop
        self._reports = reports
        self._end = end

    def catch_all(self) -> None:
        """Hear of every exception that nobody catches, on any thread, from now on."""
        sys.excepthook = self._unforeseen
        threading.excepthook = self._unforeseen_elsewhere

    def in_files(self, faults: Sequence[Fault]) -> None:
        """Tell that packs or rules have faults, and the first of them."""
        if not faults:
            return
        first = say(
            "Desk",
            "{place}: {message} {hint}",
            place=faults[0].place,
            message=faults[0].message,
            hint=faults[0].hint,
        )
        self._tell(
            say(
                "Desk",
                "{count} faults in packs or rules; the rest of them works. First: {first}",
                count=len(faults),
                first=first,
            )
        )

    def not_saved(self, error: AssistError) -> None:
        """Something could not be written; may be called from any thread."""
        self._loop.post(lambda: self._tell(error.message))

    def _tell(self, message: Message) -> None:
        self._notices.tell(message, True)

    def _unforeseen(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, AssistError):
            self._tell(error.message)
        elif isinstance(error, Exception):
            report = report_of(error, self._reports)
            self._tell(say("Report", "{message} {hint}", message=report.message, hint=report.hint))
        else:
            self._end()

    def _unforeseen_elsewhere(self, told: threading.ExceptHookArgs) -> None:
        failure = told.exc_value
        if failure is not None:
            self._loop.post(lambda: self._unforeseen(type(failure), failure, told.exc_traceback))
