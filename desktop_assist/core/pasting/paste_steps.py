"""From rendered replies to the steps that put them into one program's input box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_assist.core.application import ApplicationProfile
from desktop_assist.core.combination import Combination
from desktop_assist.core.pasting.paste_session import PasteText, PressKeys, Step

ENTER = Combination((), "enter")
SHIFT_ENTER = Combination(("shift",), "enter")
LEFT = Combination((), "left")
SELECT_ALL = Combination(("ctrl",), "a")


@dataclass(frozen=True, slots=True)
class Piece:
    """One message to paste: its text, how far the caret goes back from its end, and then Enter."""

    text: str
    caret_back: int = 0
    send: bool = False


def steps_for(pieces: Sequence[Piece], profile: ApplicationProfile) -> tuple[Step, ...]:
    """The steps for `pieces`, with the newlines that the program can take."""
    return tuple(step for piece in pieces for step in _steps(piece, profile))


def _steps(piece: Piece, profile: ApplicationProfile) -> Iterator[Step]:
    text = piece.text.replace("\r\n", "\n").replace("\r", "\n")
    if profile.newlines == "flatten":
        yield PasteText(" ".join(line.strip() for line in text.split("\n") if line.strip()))
    elif profile.newlines == "shift_enter":
        yield from _typed_newlines(text)
    else:
        yield PasteText(text)
    if piece.caret_back and not piece.send:
        yield PressKeys(LEFT, piece.caret_back)
    if piece.send:
        yield PressKeys(ENTER)


def _typed_newlines(text: str) -> Iterator[Step]:
    breaks = 0
    for number, line in enumerate(text.split("\n")):
        breaks += number > 0
        if line:
            if breaks:
                yield PressKeys(SHIFT_ENTER, breaks)
            yield PasteText(line)
            breaks = 0
