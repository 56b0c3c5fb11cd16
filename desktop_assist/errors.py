"""The one family of errors: a sentence for the user, what to do, and an exit code."""

from __future__ import annotations

from desktop_assist.text import Message

FINDINGS = 1
"""Exit code: the command ran, and found faults or did not find the thing."""
BROKEN_INPUT = 2
"""Exit code: the command was used wrongly, or its input is broken."""


class AssistError(Exception):
    """What happened and what is safe (`message`), what to do (`hint`), and how to exit."""

    def __init__(
        self, message: Message, hint: Message | None = None, exit_code: int = BROKEN_INPUT
    ) -> None:
        super().__init__(str(message) if hint is None else f"{message} {hint}")
        self.message = message
        self.hint = hint
        self.exit_code = exit_code
