"""How much a finding weighs in the program that its text goes to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from desktop_assist.core.application import DEFAULT_PROFILE, ApplicationProfile
from desktop_assist.core.checking.findings import Finding, Level

UNFILLED = "placeholder"
"""The family of places that nobody has filled in: always blocking, never overruled."""


class PlatformLevel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What findings of `family` weigh in a program: `platform` is its name or window class.

    An empty `platform` means every program.
    """

    family: str
    level: Level
    platform: str = ""


def platforms_of(window_class: str, profile: ApplicationProfile) -> tuple[str, ...]:
    """The names under which a window of `window_class` can stand in a `PlatformLevel`."""
    known = () if profile == DEFAULT_PROFILE else (profile.name, profile.window_class)
    return tuple(dict.fromkeys(name for name in (*known, window_class) if name))


def weights_in(levels: Iterable[PlatformLevel], platforms: Sequence[str]) -> dict[str, Level]:
    """The level of each family in the window that is called `platforms`.

    A level for that window counts more than one for every program, a later one more than an
    earlier one. What is unfilled keeps the weight that its rules give it.
    """
    names = {name.casefold() for name in platforms}
    rows = [one for one in levels if one.family != UNFILLED]
    everywhere = {one.family: one.level for one in rows if not one.platform}
    here = {one.family: one.level for one in rows if one.platform.casefold() in names}
    return everywhere | here


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """Those of `findings` that no customer may read."""
    return [one for one in findings if one.severity == "block"]
