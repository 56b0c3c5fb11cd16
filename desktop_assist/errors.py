"""The one family of errors: a sentence for the user, what to do, and an exit code."""

from __future__ import annotations

import errno

from desktop_assist.text import Message, say

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


def reason_of(error: OSError) -> Message:
    """Why the system refused, in words that can be translated; the system's own where we have none.

    The system says its reasons in the language of its locale, which need not be ours.
    """
    own = _REASONS.get(error.errno or 0)
    return own or say("Reason", "{reason}", reason=error.strerror or type(error).__name__)


_REASONS = {
    errno.EACCES: say("Reason", "access is not allowed"),
    errno.EPERM: say("Reason", "access is not allowed"),
    errno.ENOENT: say("Reason", "there is no such file"),
    errno.EEXIST: say("Reason", "a file of that name is in the way"),
    errno.EISDIR: say("Reason", "it is a folder"),
    errno.ENOTDIR: say("Reason", "a part of the path is not a folder"),
    errno.ENAMETOOLONG: say("Reason", "the name is too long"),
    errno.ENOSPC: say("Reason", "the disk is full"),
    errno.EDQUOT: say("Reason", "the disk is full"),
    errno.EROFS: say("Reason", "the disk is read-only"),
    errno.EIO: say("Reason", "the disk reports a fault"),
}
