"""What people read for each family of rules and for each severity."""

from __future__ import annotations

from desktop_assist.core.checking.findings import Severity
from desktop_assist.gui.i18n import translated
from desktop_assist.text import Message, say

_NAMES: dict[str, Message] = {
    "tone": say("RuleFamily", "Tone"),
    "abuse": say("RuleFamily", "Abuse"),
    "absolute": say("RuleFamily", "Absolute claims"),
    "overpromise": say("RuleFamily", "Overpromising"),
    "medical": say("RuleFamily", "Medical claims"),
    "diversion": say("RuleFamily", "Off-platform contact"),
    "review_bribe": say("RuleFamily", "Paid reviews"),
    "privacy": say("RuleFamily", "Personal data"),
    "placeholder": say("RuleFamily", "Unfilled placeholders"),
}

_SEVERITIES: dict[Severity, Message] = {
    "block": say("Severity", "Must change"),
    "warn": say("Severity", "Worth changing"),
    "hint": say("Severity", "Hint"),
}


def family_name(family: str) -> str:
    """The title of a family; one that only a pack's rules know keeps the name it has there."""
    name = _NAMES.get(family)
    return family if name is None else translated(name)


def severity_name(severity: Severity) -> str:
    """What a finding of `severity` asks for, in a word or two."""
    return translated(_SEVERITIES[severity])
