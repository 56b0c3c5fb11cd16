"""What people read for the parts of a reply, and for what stands in them."""

from __future__ import annotations

import datetime

from desktop_assist.core.replies.editing import CATEGORY_SEPARATOR
from desktop_assist.core.replies.part_names import PART_NAMES
from desktop_assist.core.replies.snippet import Field
from desktop_assist.gui.i18n import translated


def part_name(name: str) -> str:
    """What people read for the part `name` of a reply."""
    message = PART_NAMES.get(name)
    return name if message is None else translated(message)


def part_text(value: object) -> str:
    """The content of any part, as text; several texts one beneath the other."""
    if isinstance(value, dict):
        return "\n".join(f"{key}: {part_text(one)}" for key, one in value.items())
    if isinstance(value, tuple | list):
        return "\n".join(part_text(one) for one in value)
    if isinstance(value, Field):
        return value.label or value.name
    if isinstance(value, datetime.date):
        return value.isoformat()
    return "" if value is None or value is False else str(value)


def category_text(category: tuple[str, ...]) -> str:
    """A category as people type it."""
    return CATEGORY_SEPARATOR.join(category)
