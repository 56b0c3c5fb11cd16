"""Which backend hears what is typed here, and why none does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.session import Session
from desktop_assist.oslayer.typing.base import TypingBackend
from desktop_assist.oslayer.typing.none import NoTyping
from desktop_assist.text import Message, say


@dataclass(frozen=True, slots=True)
class ChosenTyping:
    """A backend; `problem` says why typed codes do not work here, None where they do."""

    backend: TypingBackend
    problem: Message | None = None


def choose_typing(session: Session, environment: Mapping[str, str]) -> ChosenTyping:
    """The backend for `session`. Nothing listens yet, so choosing costs next to nothing."""
    try:
        if session == "x11":
            from desktop_assist.oslayer.typing.x11 import X11Typing  # noqa: PLC0415  only on X11

            return ChosenTyping(X11Typing(environment))
        if session == "windows":
            from desktop_assist.oslayer.typing.keyboard import (  # noqa: PLC0415  loads hooks
                LibraryTyping,
            )

            return ChosenTyping(LibraryTyping())
    except AssistError as error:
        return ChosenTyping(NoTyping(), error.message)
    return ChosenTyping(
        NoTyping(),
        say("TypedCodes", "Typed codes do not work here: this desktop lets no program hear keys."),
    )
