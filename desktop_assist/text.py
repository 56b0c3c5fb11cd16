"""Sentences for people, kept apart from the language they are shown in.

Code below the interface knows no Qt, yet its errors and outcomes are read by people. It says a
`Message`: an English sentence with named places. The interface translates it through Qt Linguist,
the command line through the same `.ts` files. `lupdate` finds the sentences because it is told
that `say` is another spelling of `QT_TRANSLATE_NOOP`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """A translatable sentence: context and English source, and what fills its `{places}`."""

    context: str
    source: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """The English sentence."""
        return self.spoken(lambda _context, source: source)

    def spoken(self, translate: Callable[[str, str], str]) -> str:
        """The sentence in the language of `translate(context, source)`; messages nest."""
        filled = {
            name: value.spoken(translate) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return translate(self.context, self.source).format_map(filled)


def say(context: str, source: str, **values: object) -> Message:
    """A `Message` of `context`, with `values` for the places in `source`."""
    return Message(context, source, values)
