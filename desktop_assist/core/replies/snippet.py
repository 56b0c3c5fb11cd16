"""One canned reply, as it is written in a pack and held in memory. One schema for both."""

from __future__ import annotations

import datetime
from typing import Literal

import msgspec

FieldKind = Literal["text", "choice", "number", "date"]
Standing = Literal["new", "returning", "vip"]


class Field(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place in the body that the agent fills; `default` is offered, never assumed."""

    name: str
    kind: FieldKind = "text"
    label: str = ""
    choices: tuple[str, ...] = ()
    default: str = ""


class Welcome(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a snippet serves as welcome. An empty condition fits always.

    `hours` are spans such as `06:00-11:30` (an end before its start runs over midnight);
    `festivals` are names of `core.replies.festival.FESTIVALS`; `shops` and `standing` must equal.
    """

    hours: str = ""
    festivals: tuple[str, ...] = ()
    shops: tuple[str, ...] = ()
    standing: tuple[Standing, ...] = ()


class Snippet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One canned reply. Bodies are templates; `messages` are sent in turn instead of `body`.

    `alternatives` say the same as `body` in other words and rotate with it; `tones` maps
    `formal` or `warm`, and `translations` a language tag, to another body. `ignore` maps a rule of
    the checker that does not count in this snippet to the reason.
    """

    id: str
    title: str
    category: tuple[str, ...]
    body: str = ""
    messages: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    tones: dict[str, str] = {}
    translations: dict[str, str] = {}
    language: str = "zh-CN"
    fields: tuple[Field, ...] = ()
    code: str = ""
    hotkey: str = ""
    search_terms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    stage: str = ""
    role: str = ""
    customer: str = ""
    technique: str = ""
    when_to_use: str = ""
    when_to_avoid: str = ""
    image: str = ""
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    locked: bool = False
    send: bool = False
    welcome: Welcome | None = None
    ignore: dict[str, str] = {}
    notes: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The messages to send in turn; one where the reply is a single body."""
        return self.messages or (self.body,)

    def is_valid_on(self, day: datetime.date) -> bool:
        """Whether `day` lies within `valid_from` and `valid_until`, both included."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_until is None or day <= self.valid_until)
