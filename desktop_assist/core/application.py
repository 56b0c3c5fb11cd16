"""How each program wants to be pasted into: its chord, its newlines, the way it reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

NewlinePolicy = Literal["paste", "shift_enter", "flatten"]
"""Paste newlines as they are; type Shift+Enter for each; or put a space in its place."""


Selection = Literal["clipboard", "both"]
"""What the chord may paste: the clipboard, or on X11 that or the PRIMARY selection."""


class ApplicationProfile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of one program.

    `window_class` is a regular expression that the whole lower-case class must match. `reads` is
    how often the program reads the text for one paste and `quiet_ms` the silence after which it
    has finished. `any_reader` is for programs whose clipboard is read by another process (Wine,
    remote desktops). `editable` tells that Ctrl+A, Ctrl+C take a draft out of it.
    """

    window_class: str
    name: str = ""
    chord: str = "ctrl+v"
    newlines: NewlinePolicy = "paste"
    reads: int = 1
    quiet_ms: int = 150
    any_reader: bool = False
    selection: Selection = "clipboard"
    editable: bool = True


DEFAULT_PROFILE = ApplicationProfile(window_class=".*")

# Chromium asks for the text two or three times, 20–55 ms apart (measured on Debian 12).
BUILT_IN: tuple[ApplicationProfile, ...] = (
    ApplicationProfile(
        window_class=r"(u?xterm|urxvt|st|rxvt)(-.*)?",
        name="xterm",
        chord="shift+insert",
        selection="both",
        newlines="flatten",
        editable=False,
    ),
    ApplicationProfile(
        window_class=r".*(gnome-terminal|konsole|xfce4-terminal|foot|kitty|alacritty|terminator"
        r"|wezterm|deepin-terminal|windowsterminal|terminal-server).*",
        name="terminal",
        chord="ctrl+shift+v",
        newlines="flatten",
        editable=False,
    ),
    ApplicationProfile(
        window_class=r".*(chromium|chrome|msedge|brave|vivaldi|opera|electron|code|slack|discord"
        r"|dingtalk|feishu|lark|whatsapp).*",
        name="Chromium",
        reads=2,
    ),
    ApplicationProfile(window_class=r".*(wine|\.exe).*", name="Wine", any_reader=True),
)


def profile_for(window_class: str, own: Sequence[ApplicationProfile] = ()) -> ApplicationProfile:
    """The first profile that fits: the user's before the built-in ones, else the default."""
    for profile in (*own, *BUILT_IN):
        if re.fullmatch(profile.window_class, window_class, re.IGNORECASE):
            return profile
    return DEFAULT_PROFILE
