"""Bodies whose placeholders are plain names, as nearly all are: they need no template engine.

Liquid takes 0.15 s and 14 MB; it comes with the first body that holds a tag or a filter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from desktop_assist.core.replies.template_faults import TemplateFault, unpastable
from desktop_assist.text import say

LONGEST_OUTPUT = 1_000_000
"""Bytes of UTF-8 that one reply may have."""

_NAME = re.compile(r"\{\{ *([^\W\d]\w*) *\}\}")
_BRACE = re.compile("[{}]")
# Words that mean something to Liquid.
_RESERVED = frozenset(
    "true false nil null empty blank and or not contains in if else unless as with for "
    "limit offset reversed cols continue required".split()
)


class PlainBody:
    """A body that was read. `variables` in order of appearance, each once."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """`pieces` are texts and names in turn, a text first and last."""
        self._pieces = pieces
        self.variables = tuple(dict.fromkeys(pieces[1::2]))

    def fill(
        self, values: Mapping[str, str], gaps: Mapping[str, str]
    ) -> tuple[str, tuple[str, ...]]:
        """As `template_language.CompiledBody.fill`."""
        missing = tuple(name for name in self.variables if name not in values)
        filled = {**values, **{name: gaps.get(name, name) for name in missing}}
        pieces = list(self._pieces)
        pieces[1::2] = map(filled.__getitem__, pieces[1::2])
        text = "".join(pieces)
        try:
            size = len(text.encode())
        except UnicodeEncodeError:
            # A lone half of a surrogate pair: no clipboard takes it.
            raise unpastable() from None
        if size > LONGEST_OUTPUT:
            raise TemplateFault(1, say("Templates", "The filled text is too long."))
        return text, missing


def plain_body(source: str) -> PlainBody | None:
    """`source` taken apart; None where only Liquid understands it."""
    pieces = _NAME.split(source)
    if any(map(_BRACE.search, pieces[::2])) or not _RESERVED.isdisjoint(pieces[1::2]):
        return None
    return PlainBody(pieces)
