"""What was seen of the desktop, the data folder and the program: values, no judgement yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_assist.text import Message


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that the system lacks: its name, what it is for, and what installs it."""

    name: str
    purpose: Message
    command: str = ""


@dataclass(frozen=True, slots=True)
class DesktopFacts:
    """The desktop: `session` names its display system, `desktop` is what it calls itself.

    `tray` and `font` (one with Chinese characters) are None where nothing tells. `shortcut` tells
    that hotkeys are best bound by the desktop itself.
    """

    session: Message
    desktop: str
    screen: bool
    tray: bool | None
    tray_mend: Message | None = None
    tray_command: str = ""
    libraries: tuple[Missing, ...] = ()
    tools: tuple[Missing, ...] = ()
    font: bool | None = None
    font_command: str = ""
    shortcut: bool = False
    starts_with_desktop: bool | None = None


@dataclass(frozen=True, slots=True)
class Backends:
    """The backends in use, by name (`none` where there is none), and the reasons they gave.

    `refused` holds a sentence for each hotkey that the system did not grant. `answered` is how
    many were asked for; None where the running program holds them and was not asked.
    """

    hotkeys: str
    why_hotkeys: Message
    keys: str
    windows: str
    clipboard: str
    confirms_reads: bool
    typing_problem: Message | None = None
    refused: tuple[Message, ...] = ()
    answered: int | None = None


class FileState(StrEnum):
    """How a file of the data folder stands."""

    WHOLE = "whole"
    ABSENT = "absent"
    DAMAGED = "damaged"
    NEWER = "newer"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class FileHealth:
    """A file: how it stands, its whole records, its days of backups, and copies put aside."""

    name: str
    state: FileState
    records: int = 0
    backups: int = 0
    put_aside: int = 0


@dataclass(frozen=True, slots=True)
class FolderHealth:
    """The data folder. `free` is in bytes, None where the system does not tell."""

    place: str
    exists: bool
    writable: bool
    free: int | None
    files: tuple[FileHealth, ...] = ()


@dataclass(frozen=True, slots=True)
class Versions:
    """What runs: `libraries` by name, empty text for one that is missing."""

    program: str
    python: str
    system: str
    packaging: str
    libraries: Mapping[str, str]
