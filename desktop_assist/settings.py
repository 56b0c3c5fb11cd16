"""Every option, declared once: name, type, default, limits and help.

The settings window, the command line's help and the migration all read these declarations.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from desktop_assist.core.action import DEFAULT_HOTKEYS
from desktop_assist.core.application import ApplicationProfile
from desktop_assist.core.checking.levels import PlatformLevel
from desktop_assist.text import Message, say

SETTINGS_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Help:
    """What people read of an option: its page in the settings window, its name, what it does."""

    page: Literal["general", "hotkeys", "paste", "checker"]
    title: Message
    text: Message


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The options and their values. A changed value makes a new `Settings` (`msgspec.structs`)."""

    language: Annotated[
        Literal["system", "zh_CN", "en"],
        Help(
            "general",
            say("Settings", "Language"),
            say("Settings", "The language of the windows."),
        ),
    ] = "system"
    theme: Annotated[
        Literal["system", "light", "dark"],
        Help(
            "general",
            say("Settings", "Theme"),
            say("Settings", "Light or dark windows."),
        ),
    ] = "system"
    shop: Annotated[
        str,
        Help(
            "general",
            say("Settings", "Shop"),
            say("Settings", "Fills {{{{ shop }}}} and chooses welcome messages for this shop."),
        ),
    ] = ""
    agent: Annotated[
        str,
        Help(
            "general",
            say("Settings", "Your name"),
            say("Settings", "Fills {{{{ agent }}}}: the name that you sign with."),
        ),
    ] = ""
    role: Annotated[
        str,
        Help(
            "general",
            say("Settings", "Your role"),
            say(
                "Settings",
                "Such as pre-sale or after-sale: the panel shows the replies for this role and"
                " those for everyone.",
            ),
        ),
    ] = ""
    dock: Annotated[
        bool,
        Help(
            "general",
            say("Settings", "Panel beside the chat"),
            say("Settings", "A narrow list of your replies follows the chat window."),
        ),
    ] = False
    dock_programs: Annotated[
        tuple[str, ...],
        Help(
            "general",
            say("Settings", "Programs with the panel"),
            say("Settings", "Window classes beside which the panel comes up."),
        ),
    ] = ()
    packs_off: Annotated[
        tuple[str, ...],
        Help(
            "general",
            say("Settings", "Packs that are off"),
            say("Settings", "Packs of replies that are not offered."),
        ),
    ] = ()
    typing_rate: Annotated[
        int,
        msgspec.Meta(ge=10, le=1_000),
        Help(
            "general",
            say("Settings", "Typing speed"),
            say(
                "Settings",
                "Characters that you type in a minute; the statistics reckon the time saved by it.",
            ),
        ),
    ] = 60
    notices: Annotated[
        Literal["all", "problems", "none"],
        Help(
            "general",
            say("Settings", "Notices"),
            say("Settings", "Which outcomes are shown beside the tray icon."),
        ),
    ] = "problems"
    hotkey_backend: Annotated[
        Literal["auto", "keyboard", "x11"],
        Help(
            "hotkeys",
            say("Settings", "Hotkey source"),
            say("Settings", "How hotkeys are heard; the automatic choice takes what works here."),
        ),
    ] = "auto"
    hotkeys: Annotated[
        dict[str, str],
        Help(
            "hotkeys",
            say("Settings", "Hotkeys"),
            say("Settings", "A combination for each action; an empty one switches it off."),
        ),
    ] = msgspec.field(default_factory=lambda: dict(DEFAULT_HOTKEYS))
    slots: Annotated[
        dict[str, str],
        Help(
            "hotkeys",
            say("Settings", "Quick slots"),
            say("Settings", "The reply behind each of the nine slots."),
        ),
    ] = msgspec.field(default_factory=dict)
    allow_send: Annotated[
        bool,
        Help(
            "paste",
            say("Settings", "May send"),
            say("Settings", "Lets replies that are marked “send” press Enter after pasting."),
        ),
    ] = False
    portal_keys: Annotated[
        bool,
        Help(
            "paste",
            say("Settings", "Let the desktop press the paste key"),
            say(
                "Settings",
                "Here a program may press no keys by itself: without this you press Ctrl+V. The"
                " desktop asks you once; switch this off, and the permission is given back.",
            ),
        ),
    ] = False
    typed_codes: Annotated[
        bool,
        Help(
            "paste",
            say("Settings", "Typed codes"),
            say(
                "Settings",
                "A code such as /hy and a space, typed into the chat, become its reply; Backspace"
                " takes it back. Keys are compared in memory and never kept.",
            ),
        ),
    ] = False
    typed_codes_excluded: Annotated[
        str,
        Help(
            "paste",
            say("Settings", "No typed codes in"),
            say("Settings", "Window classes, separated by commas."),
        ),
    ] = "keepassxc, bitwarden, 1password"
    read_limit_ms: Annotated[
        int,
        msgspec.Meta(ge=500, le=10_000),
        Help(
            "paste",
            say("Settings", "Wait for the window (ms)"),
            say(
                "Settings",
                "How long to wait until the chat window takes the reply, before it is left on the"
                " clipboard.",
            ),
        ),
    ] = 3_000
    applications: Annotated[
        tuple[ApplicationProfile, ...],
        Help(
            "paste",
            say("Settings", "Programs"),
            say("Settings", "Paste keys and newlines by program, before the built-in table."),
        ),
    ] = ()
    checker_on: Annotated[
        bool,
        Help(
            "checker",
            say("Settings", "Check wording"),
            say("Settings", "Check replies and drafts for wording that harms."),
        ),
    ] = True
    second_opinion: Annotated[
        bool,
        Help(
            "checker",
            say("Settings", "Second opinion"),
            say(
                "Settings",
                "Judges whole messages: hints at harm that no rule knows, and keeps doubtful rules"
                " quiet where all is well.",
            ),
        ),
    ] = True
    families_off: Annotated[
        tuple[str, ...],
        Help(
            "checker",
            say("Settings", "Rule families that are off"),
            say("Settings", "Families of rules that stay silent."),
        ),
    ] = ()
    levels: Annotated[
        tuple[PlatformLevel, ...],
        Help(
            "checker",
            say("Settings", "Levels by program"),
            say(
                "Settings",
                "How much a family weighs in one program: nothing, a hint, a warning, or a reply"
                " that is not pasted.",
            ),
        ),
    ] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One declared option, for windows and help texts. `kind` is its bare type."""

    name: str
    kind: Any
    help: Help
    default: object
    choices: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None


def options() -> tuple[Option, ...]:
    """Every option in the order of declaration."""
    hints = get_type_hints(Settings, include_extras=True)
    plain = Settings()
    return tuple(_option(name, hint, getattr(plain, name)) for name, hint in hints.items())


def _option(name: str, hint: Any, default: object) -> Option:
    kind, *extras = get_args(hint)
    help_ = next(extra for extra in extras if isinstance(extra, Help))
    limits = next((extra for extra in extras if isinstance(extra, msgspec.Meta)), msgspec.Meta())
    choices = get_args(kind) if get_origin(kind) is Literal else ()
    minimum = None if limits.ge is None else int(limits.ge)
    maximum = None if limits.le is None else int(limits.le)
    return Option(name, kind, help_, default, choices, minimum, maximum)
