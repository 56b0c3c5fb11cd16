"""Takes out of a report what would tell who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SHORTEST = 3
"""A name of two letters would be found inside other words' neighbours and tell nobody anything."""


@dataclass(frozen=True, slots=True)
class Concealment:
    """What stands for what. Longer texts go first, so that a folder goes before a name in it."""

    places: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, *, data: str, home: str, temporary: str, user: str, host: str) -> Concealment:
        """Conceals the data folder, the home, the folder for passing files, user and computer."""
        places = [(data, "DATA"), (home, "~"), (temporary, "TMP")]
        names = [(user, "USER"), (host, "HOST")]
        return cls(
            tuple(sorted(_worth(places, 1), key=lambda one: -len(one[0]))),
            tuple(_worth(names, _SHORTEST)),
        )

    def __call__(self, text: str) -> str:
        """`text` without them, whatever slashes and capitals it uses."""
        for place, sign in self.places:
            text = re.sub(_any_slash(place), sign, text, flags=re.I)
        for name, sign in self.names:
            pattern = rf"(?<![^\W_]){re.escape(name)}(?![^\W_])"
            text = re.sub(pattern, sign, text, flags=re.I)
        return text


def _worth(pairs: Iterable[tuple[str, str]], shortest: int) -> list[tuple[str, str]]:
    stripped = ((text.rstrip("/\\"), sign) for text, sign in pairs)
    return [(text, sign) for text, sign in stripped if len(text) >= shortest]


def _any_slash(place: str) -> str:
    parts = re.split(r"[/\\]+", place)
    return r"[/\\]+".join(map(re.escape, parts)) + r"(?![^\W_])"
