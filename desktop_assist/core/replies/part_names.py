"""What people read for the parts of a reply."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop_assist.text import Message, say

PART_NAMES: Mapping[str, Message] = MappingProxyType(
    {
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
)
"""By the names of `Snippet`'s fields; `id` alone has none, as nobody reads it."""
