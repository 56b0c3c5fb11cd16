"""How long a reply is as a customer gets it, and which platforms would cut it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate

Limits = Sequence[tuple[str, int]]
"""Platforms with the characters that each takes in one message."""


def count_text(messages: Sequence[str], limits: Limits) -> str:
    """How many messages of how many characters, as they will read."""
    said = [one for one in messages if one.strip()]
    count = QLocale().toString
    lengths = " + ".join(count(len(one)) for one in said) or count(0)
    if len(said) > 1:
        sentence = translate("Counter", "{messages} messages: {lengths} characters")
        told = sentence.format(messages=count(len(said)), lengths=lengths)
    else:
        told = translate("Counter", "{lengths} characters").format(lengths=lengths)
    return "  ·  ".join([told, *(_too_long(*one) for one in _broken(said, limits))])


def is_too_long(messages: Sequence[str], limits: Limits) -> bool:
    """Whether some platform would not take it."""
    return bool(_broken(messages, limits))


def _broken(messages: Sequence[str], limits: Limits) -> Limits:
    longest = max((len(one) for one in messages), default=0)
    return [one for one in limits if longest > one[1]]


def _too_long(platform: str, limit: int) -> str:
    sentence = translate("Counter", "too long for {platform} (at most {limit} a message)")
    return sentence.format(platform=platform, limit=QLocale().toString(limit))
