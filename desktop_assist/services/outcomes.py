"""How a paste ended, as a sentence that the agent can act on."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_assist.core.pasting.paste_session import Finish, Reason, Result
from desktop_assist.text import Message, say

_FORMATS_TOLD = 3


def outcome_message(outcome: Finish, title: str, chord: Message) -> Message:
    """The sentence for the notice; `title` names the reply, `chord` how this window pastes."""
    if outcome.result is Result.PASTED:
        return say("Outcome", "“{title}” is in the input box.", title=title)
    if outcome.result is Result.LEFT and outcome.reason is Reason.UNCONFIRMED:
        return say(
            "Outcome",
            "“{title}” is on the clipboard for one minute: if it is not in the input box yet,"
            " press {chord}. What you had copied comes back after that.",
            title=title,
            chord=chord,
        )
    if outcome.done:
        return say(
            "Outcome",
            "{why} Only part of “{title}” is in the input box: look at it before you send.",
            why=_why(outcome),
            title=title,
        )
    if outcome.result is Result.LEFT:
        return say(
            "Outcome",
            "{why} “{title}” is on the clipboard for one minute: press {chord} where you want it."
            " What you had copied comes back after that.",
            why=_why(outcome),
            title=title,
            chord=chord,
        )
    return say(
        "Outcome",
        "{why} “{title}” was not pasted; the clipboard keeps what was copied.",
        why=_why(outcome),
        title=title,
    )


def lost_message(formats: Sequence[str]) -> Message:
    """The sentence for what was copied before and could not be kept."""
    return say(
        "Outcome",
        "What you had copied was too large or came too slowly to be kept whole; lost: {formats}."
        " Copy it again when you need it.",
        formats=", ".join(formats[:_FORMATS_TOLD]) + ("…" if len(formats) > _FORMATS_TOLD else ""),
    )


def _why(outcome: Finish) -> Message:
    if outcome.why is not None:
        return outcome.why
    reasons = {
        Reason.WINDOW_CHANGED: say("Outcome", "Another window or chat came to the front."),
        Reason.NOT_READ: say("Outcome", "The window did not take the reply in time."),
        Reason.KEYS_HELD: say("Outcome", "Keys are still held down."),
        Reason.COPIED_MEANWHILE: say("Outcome", "Something else was copied at the same moment."),
        Reason.CLIPBOARD_SILENT: say(
            "Outcome", "The program that owns the clipboard does not answer."
        ),
        Reason.KEYS_REFUSED: say("Outcome", "The system keeps our keys from this window."),
        Reason.OVERTAKEN: say("Outcome", "You typed on before the reply’s turn came."),
    }
    failed = say("Outcome", "It did not work.")
    return reasons.get(outcome.reason, failed) if outcome.reason else failed
