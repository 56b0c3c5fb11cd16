"""Typed codes as a pure state machine: what was heard in, “expand” and “take back” out.

It keeps no more than the code that is being typed, and forgets that with the first key, click or
change of focus that does not belong to it, and after a pause.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from desktop_assist.core.combination import Combination
from desktop_assist.core.language.caret import caret_steps
from desktop_assist.core.pasting.paste_session import PasteText, PressKeys, Step
from desktop_assist.core.pasting.paste_steps import LEFT, SHIFT_ENTER
from desktop_assist.core.replies.library import Entry

MARK = "/"
"""What a typed code begins with; a space ends it."""
PAUSE_MS = 5_000
"""A code that is not finished for so long is none."""
TAKE_BACK_MS = 30_000
"""How long after a reply has come Backspace takes it back."""
SETTLED_MS = 200
"""A Backspace so long after the paste chord comes after the text; an earlier one may not."""
LONGEST_TAKEN_BACK = 300
"""Characters: many input boxes cut longer texts, and Backspace would go on into older ones."""

BACKSPACE = Combination((), "backspace")
DELETE = Combination((), "delete")


class Key(Enum):
    """What can be heard besides characters."""

    BACKSPACE = "Backspace without modifiers"
    OTHER = "a key that types nothing, a chord, or Shift alone, which switches input methods"
    CLICK = "a mouse button"
    FOCUS = "another window, or another part of it, has the keyboard"


@dataclass(frozen=True, slots=True)
class Typed:
    """A key that makes one character by itself."""

    character: str


Heard = Typed | Key


@dataclass(frozen=True, slots=True)
class Expand:
    """`trigger` (such as `/hy`) stands before the caret with a space: `length` characters."""

    trigger: str
    length: int


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The reply that has just come is not wanted; its last character is gone already."""


Wanted = Expand | TakeBack


class _Phase(Enum):
    WATCHING = "nothing is under way"
    EXPANDED = "a code is to be replaced, and still stands where it was typed"
    PRESSING = "our own keys are on their way"
    ARMED = "the reply stands there untouched"


class TypedCode:
    """Follows what is typed. `now` is in milliseconds of a clock that never runs backwards."""

    def __init__(self, triggers: Iterable[str]) -> None:
        """`triggers` are folded codes with their mark, as `triggers_of` makes them."""
        self._triggers = frozenset(triggers)
        self._longest = max(map(len, self._triggers), default=0)
        self._phase = _Phase.WATCHING
        self._buffer = ""
        self._within_word = False
        self._heard_at = 0.0
        self._own_backspaces = 0
        self._own_others = 0
        self._own_heard = False
        self._asked = False
        self._overtaken = False
        self._touched = False
        self._wished = False
        self._undoable = False
        self._moment = 0.0

    @property
    def begins(self) -> bool:
        """Whether the mark, and nothing after it, has been typed."""
        return self._buffer == MARK

    @property
    def stands(self) -> bool:
        """Whether the code that was told last still stands untouched before the caret."""
        return self._phase is _Phase.EXPANDED

    @property
    def awaits_own_keys(self) -> bool:
        """Whether keys of ours are announced, and none of them has been heard yet."""
        return self._phase is _Phase.PRESSING and not self._own_heard

    @property
    def overtaken(self) -> bool:
        """Whether the user typed or clicked after our keys were announced and before they came."""
        return self._overtaken

    def hear(self, heard: Heard, now: float) -> Wanted | None:
        """Take in one event; tells what is wanted now, once."""
        if self._phase is _Phase.PRESSING:
            self._hear_while_pressing(heard, now)
            return None
        armed, self._phase = self._phase is _Phase.ARMED, _Phase.WATCHING
        if armed and heard is Key.BACKSPACE and now - self._moment <= TAKE_BACK_MS:
            self._clear()
            return TakeBack()
        trigger = self._watch(heard, now)
        if not trigger:
            return None
        self._phase = _Phase.EXPANDED
        return Expand(trigger, len(trigger) + 1)

    def pressing(
        self, steps: Iterable[Step], *, undoable: bool, now: float, asked: bool = False
    ) -> None:
        """Keys of ours come soon, those of `steps`: they are none of the user's.

        `asked`: a window of ours is just being closed. The key that closed it, and the way of the
        focus, may still be told.
        """
        self._phase, self._moment = _Phase.PRESSING, now
        self._own_backspaces = self._own_others = 0
        self._own_heard = self._overtaken = self._touched = self._wished = False
        self._undoable, self._asked = undoable, asked
        for step in steps:
            chord = isinstance(step, PasteText)
            for keys in step.before if isinstance(step, PasteText) else (step,):
                if keys.combination == BACKSPACE:
                    self._own_backspaces += keys.times
                else:
                    self._own_others += keys.times
            self._own_others += chord

    def ended(self, now: float, *, pasted: bool) -> TakeBack | None:
        """Our keys have been pressed, or will not be; `pasted`: every step was carried out."""
        if self._phase is not _Phase.PRESSING:
            return None
        heard_all = not (self._own_backspaces or self._own_others)
        armed = pasted and heard_all and self._undoable and not self._touched
        self._phase = _Phase.ARMED if armed and not self._wished else _Phase.WATCHING
        self._moment = now
        return TakeBack() if armed and self._wished else None

    def forget(self) -> None:
        """Forget what has been typed; a code that was told, or its reply, stands no longer."""
        self._clear()
        if self._phase in (_Phase.EXPANDED, _Phase.ARMED):
            self._phase = _Phase.WATCHING

    def _clear(self) -> None:
        self._buffer, self._within_word = "", False

    def _hear_while_pressing(self, heard: Heard, now: float) -> None:
        if heard is Key.BACKSPACE and self._own_backspaces:
            self._own_backspaces -= 1
            self._own_heard = True
        elif self._asked and not self._own_heard and heard in (Key.OTHER, Key.FOCUS):
            return
        elif heard is Key.OTHER and self._own_others and not self._own_backspaces:
            self._own_others -= 1
            self._own_heard = True
            self._moment = now
        elif self._is_wish(heard, now):
            self._wished = True
        else:
            self._touched = True
            self._overtaken = self._overtaken or not self._own_heard
            self._watch(heard, now)  # one at a time: a code that ends now stays as it was typed

    def _is_wish(self, heard: Heard, now: float) -> bool:
        """Whether Backspace is pressed at a reply that has come but is not told of yet."""
        ours = self._own_backspaces or self._own_others
        late = now - self._moment >= SETTLED_MS
        first = not (self._touched or self._wished)
        return heard is Key.BACKSPACE and first and late and not ours

    def _watch(self, heard: Heard, now: float) -> str:
        """The trigger that `heard` has ended, if it has."""
        if now - self._heard_at > PAUSE_MS:
            self._clear()
        self._heard_at = now
        if isinstance(heard, Typed):
            return self._take(heard.character)
        if heard is Key.BACKSPACE and self._buffer:
            self._buffer, self._within_word = self._buffer[:-1], False
        else:
            self._clear()
        return ""

    def _take(self, character: str) -> str:
        if character == " ":
            typed = self._buffer
            self._clear()
            return typed if typed in self._triggers else ""
        if self._buffer and character != MARK:
            self._buffer += character.casefold()
        elif character == MARK and not self._within_word and not self._buffer:
            self._buffer = MARK
        else:
            self._buffer = ""
        if len(self._buffer) > self._longest:
            self._buffer = ""
        # “and/or” and “//hy” hold no code: it begins where a word would.
        self._within_word = character.isalnum() or character == MARK
        return ""


def triggers_of(entries: Iterable[Entry]) -> dict[str, str]:
    """The key of each entry that has a code, by what is typed for it; the first one has it."""
    found: dict[str, str] = {}
    for entry in entries:
        code = entry.snippet.code.lstrip(MARK).casefold()
        if code and MARK not in code and not any(letter.isspace() for letter in code):
            found.setdefault(MARK + code, entry.key)
    return found


def replacing(length: int, reply: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps of `reply`, and right before them the keys that take `length` characters away."""
    keys = PressKeys(BACKSPACE, length)
    first, *rest = reply
    if isinstance(first, PasteText):
        return (PasteText(first.text, (keys, *first.before)), *rest)
    return (keys, *reply)


def take_back_steps(pasted: Iterable[Step], trigger: str) -> tuple[Step, ...] | None:
    """What takes a reply away that `pasted` put there, and brings `trigger` back in its place.

    The user's own Backspace has taken the first character. None where the number of key presses
    is not sure: programs differ in how many they need for an emoji of several characters, one-line
    boxes drop newlines and many cut long texts; and what was sent cannot be taken back at all.
    """
    count = back = 0
    for step in pasted:
        if isinstance(step, PasteText) and _is_plain(step.text):
            count += len(step.text)
        elif isinstance(step, PressKeys) and step.combination == SHIFT_ENTER:
            count += step.times
        elif isinstance(step, PressKeys) and step.combination == LEFT:
            back += step.times
        else:
            return None
    if not back < count <= LONGEST_TAKEN_BACK:
        return None
    counted = ((BACKSPACE, count - back - 1), (DELETE, back))
    keys = tuple(PressKeys(key, times) for key, times in counted if times)
    return (PasteText(trigger, keys),)


def _is_plain(text: str) -> bool:
    """Whether every program takes one Backspace for each character."""
    controls = any(unicodedata.category(character) in ("Cc", "Cf", "Cs") for character in text)
    return not controls and caret_steps(text) == len(text)


def is_excluded(application: str, excluded: Iterable[str]) -> bool:
    """Whether the lower-case window class is, or contains, one of `excluded` or of the built-in.

    Password fields cannot be told apart from outside; the programs that ask for passwords can.
    """
    return any(name in application for name in (*excluded, *_ASK_FOR_PASSWORDS) if name)


_ASK_FOR_PASSWORDS = (
    "keepass", "bitwarden", "1password", "lastpass", "enpass", "seahorse", "kwallet", "pinentry",
    "askpass", "polkit", "policykit", "gcr-prompter", "gksu", "kdesu", "screensaver", "locker",
)  # fmt: skip

Triggers = Mapping[str, str]
"""Entry keys by trigger, as `triggers_of` makes them."""
