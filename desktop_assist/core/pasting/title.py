"""Whether two window titles name the same conversation."""

from __future__ import annotations

import re

_COUNTER = re.compile(r"[(\[（【]\s*\d+\+?\s*[)\]）】]|^[^\w(\[（【]+|[*●•]+$")


def same_title(one: str, other: str) -> bool:
    """Equal but for counters of unread messages, as in “(3) WhatsApp”."""
    return _bare(one) == _bare(other)


def _bare(title: str) -> str:
    return " ".join(_COUNTER.sub("", title).split())
