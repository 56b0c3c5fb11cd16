"""How many presses of the Left key lead from the end of a text to a place in it."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_TAG_LETTERS = range(0xE0020, 0xE0080)


def caret_steps(text: str) -> int:
    """The number of characters that a person sees in `text`, a line break counted as one.

    Editors move by grapheme clusters (Unicode UAX #29). This follows the clusters that occur in
    chat: combining marks and variation selectors, skin tones, emoji that are joined by U+200D,
    flags of two letters or of tags, and CR LF. Hangul letters that are not composed count singly.
    """
    steps = 0
    flag_is_open = False
    previous = ""
    for character in text:
        is_flag_letter = ord(character) in _FLAG_LETTERS
        closes_flag = is_flag_letter and flag_is_open
        if not (closes_flag or _belongs_to(previous, character)):
            steps += 1
        flag_is_open = is_flag_letter and not closes_flag
        previous = character
    return steps


def _belongs_to(previous: str, character: str) -> bool:
    if not previous:
        return False
    return (
        _JOINER in (previous, character)
        or ord(character) in _SKIN_TONES
        or ord(character) in _TAG_LETTERS
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
        or previous + character == "\r\n"
    )
