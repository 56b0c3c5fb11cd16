"""What people read for each family of rules."""

from __future__ import annotations

from desktop_assist.gui.i18n import translated
from desktop_assist.text import Message, say

_NAMES: dict[str, Message] = {
    "tone": say("RuleFamily", "Tone"),
    "placeholder": say("RuleFamily", "Unfilled placeholders"),
}


def family_name(family: str) -> str:
    """The title of a family; one that only a pack's rules know keeps the name it has there."""
    name = _NAMES.get(family)
    return family if name is None else translated(name)
