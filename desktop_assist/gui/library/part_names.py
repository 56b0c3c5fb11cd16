"""What people read for the parts of a reply, and for what stands in them."""

from __future__ import annotations

import datetime

from desktop_assist.core.replies.editing import CATEGORY_SEPARATOR
from desktop_assist.core.replies.snippet import Field
from desktop_assist.gui.i18n import translated
from desktop_assist.text import Message, say

_NAMES: dict[str, Message] = {
    "title": say("Part", "Title"),
    "category": say("Part", "Category"),
    "body": say("Part", "Reply"),
    "messages": say("Part", "Several messages"),
    "alternatives": say("Part", "Other wordings"),
    "tones": say("Part", "Tones"),
    "translations": say("Part", "Translations"),
    "language": say("Part", "Language"),
    "fields": say("Part", "Fields"),
    "code": say("Part", "Code"),
    "hotkey": say("Part", "Hotkey"),
    "search_terms": say("Part", "Search terms"),
    "tags": say("Part", "Tags"),
    "triggers": say("Part", "What customers ask"),
    "stage": say("Part", "Stage"),
    "role": say("Part", "Role"),
    "customer": say("Part", "Customer"),
    "technique": say("Part", "Technique"),
    "when_to_use": say("Part", "When to use"),
    "when_to_avoid": say("Part", "When to avoid"),
    "image": say("Part", "Picture"),
    "valid_from": say("Part", "Valid from"),
    "valid_until": say("Part", "Valid until"),
    "locked": say("Part", "Locked"),
    "send": say("Part", "Sent at once"),
    "welcome": say("Part", "As a welcome"),
    "ignore": say("Part", "Excused findings"),
    "notes": say("Part", "Notes"),
}


def part_name(name: str) -> str:
    """What people read for the part `name` of a reply."""
    message = _NAMES.get(name)
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
