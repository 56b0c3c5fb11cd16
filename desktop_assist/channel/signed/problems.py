"""Why a sync took nothing, in words: what happened, what is safe, and who should do what."""

from __future__ import annotations

import datetime
import re

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.serialization import DeserializationError

from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import Message, say

WRONG_CLOCK = datetime.timedelta(days=1)
"""Further apart than this, a clock is wrong; a zone that is set wrong is less."""

_EXPIRED = re.compile(r"(?:Final |New )?(?P<role>[\w-]+?)(?:\.json)? is expired")
_KEPT = say("Channel", "The team's replies on this computer stay as they are.")


def problem_of(
    error: DownloadError | RepositoryError,
    now: datetime.datetime,
    told: datetime.datetime | None,
) -> AssistError:
    """The sentence for `error`. `told` is the time at the channel's place, where that is known."""
    if isinstance(error.__cause__, AssistError):
        return error.__cause__
    if isinstance(error, ExpiredMetadataError):
        return clock_problem(now, told) or _expired(str(error), now)
    if isinstance(error, DownloadError):
        return _download(error)
    for kind, what, todo in _REPOSITORY:
        if isinstance(error, kind):
            return _safe(what, todo)
    return _safe(*_REPOSITORY[-1][1:])


def clock_problem(now: datetime.datetime, told: datetime.datetime | None) -> AssistError | None:
    """That this computer's clock is wrong, where it is."""
    if told is None or abs(told - now) < WRONG_CLOCK:
        return None
    return _safe(
        say("Channel", "This computer's date is {now}, but at the channel it is {told}.",
            now=now.date(), told=told.date()),
        say("Channel", "Set this computer's date and time right, then sync again."),
    )  # fmt: skip


def _expired(text: str, now: datetime.datetime) -> AssistError:
    found = _EXPIRED.search(text)
    role = found["role"] if found else ""
    todo = say("Channel", "Ask a lead to publish, or to run: desktop-assist channel publish.")
    if role in ("root", "targets"):
        todo = say("Channel", "Ask the channel's owner to sign it anew (“channel invite” or"
                   " “channel replace-key”).")  # fmt: skip
    elif role not in ("timestamp", "snapshot", ""):
        todo = say("Channel", "Ask the lead of the team “{team}” to publish again.", team=role)
    return _safe(
        say("Channel", "A signature of the channel ({list}) has run out, so newer packs may exist;"
            " this computer's date is {now}.", list=role or "?", now=now.date()),
        say("Channel", "If that date is wrong, set it right. {todo}", todo=todo),
    )  # fmt: skip


def _download(error: DownloadError) -> AssistError:
    if isinstance(error, DownloadLengthMismatchError):
        return _safe(
            say("Channel", "The channel sent more than it had announced."),
            say("Channel", "It is tried again by itself. If it stays so, tell the channel's owner:"
                " files there may have been exchanged."),
        )  # fmt: skip
    if isinstance(error, DownloadHTTPError):
        return _safe(
            say("Channel", "A file of the channel is missing ({file}).",
                file=str(error).partition(" ")[0]),
            say("Channel", "It may just be being published, and is tried again by itself. If it"
                " stays so, ask a lead to run: desktop-assist channel repair."),
        )  # fmt: skip
    return _safe(
        say("Channel", "The channel cannot be reached."),
        say("Channel", "Check the network. It is tried again by itself."),
    )


def _safe(what: Message, todo: Message) -> AssistError:
    return AssistError(say("Channel", "{what} {kept}", what=what, kept=_KEPT), todo, FINDINGS)


_TELL_OWNER = say(
    "Channel",
    "Tell the channel's owner, by another way, and show them this message. Do not subscribe anew"
    " before they have answered.",
)
_REPOSITORY: tuple[tuple[type[RepositoryError], Message, Message], ...] = (
    (
        UnsignedMetadataError,
        say("Channel", "What lies in the channel is not signed by whom it must be."),
        _TELL_OWNER,
    ),
    (
        BadVersionNumberError,
        say("Channel", "The channel is older than what this computer has seen already."),
        say(
            "Channel",
            "It may have been restored from a backup: ask a lead to run “desktop-assist channel"
            " repair”. If it was not, someone has put old files there: tell the channel's owner.",
        ),
    ),
    (
        LengthOrHashMismatchError,
        say("Channel", "A file of the channel is not the one that was published."),
        say(
            "Channel",
            "It is tried again by itself. If it stays so, ask a lead to run “desktop-assist channel"
            " repair”, and tell the channel's owner: files there may have been exchanged.",
        ),
    ),
    (
        DeserializationError,
        say("Channel", "What came is not a list of the channel, or only a part of one."),
        say(
            "Channel",
            "Open a web page and see whether the network wants you to sign in. If it stays so,"
            " ask a lead to run: desktop-assist channel repair.",
        ),
    ),
    (
        RepositoryError,
        say("Channel", "The lists in the channel do not fit together."),
        _TELL_OWNER,
    ),
)
