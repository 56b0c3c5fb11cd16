"""How a thing is installed on this system: the exact line for a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence

_INSTALL: Mapping[str, str] = {
    "apt-get": "sudo apt-get install --no-install-recommends",
    "dnf": "sudo dnf install",
    "pacman": "sudo pacman -S --needed",
    "zypper": "sudo zypper install",
}
"""By the package manager's program, in the order in which they are looked for."""

PACKAGES: Mapping[str, Sequence[str]] = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd", "libEGL1"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd", "libGL1"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    "libxkbcommon-x11.so.0": (
        "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11", "libxkbcommon-x11-0",
    ),
    "libxcb-cursor.so.0": (
        "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0",
    ),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"),
    "libxcb-keysyms.so.1": (
        "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1",
    ),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    "libxcb-render-util.so.0": (
        "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil", "libxcb-render-util0",
    ),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
    "libwayland-cursor.so.0": (
        "libwayland-cursor0", "libwayland-cursor", "wayland", "libwayland-cursor0",
    ),
    "libwayland-egl.so.1": ("libwayland-egl1", "libwayland-egl", "wayland", "libwayland-egl1"),
    "xclip": ("xclip", "xclip", "xclip", "xclip"),
    "wl-copy": ("wl-clipboard", "wl-clipboard", "wl-clipboard", "wl-clipboard"),
    "wtype": ("wtype", "wtype", "wtype", "wtype"),
    "font": (
        "fonts-noto-cjk", "google-noto-sans-cjk-fonts", "noto-fonts-cjk", "noto-sans-cjk-fonts",
    ),
    "tray": (
        "gnome-shell-extension-appindicator", "gnome-shell-extension-appindicator",
        "gnome-shell-extension-appindicator", "gnome-shell-extension-appindicator",
    ),
}  # fmt: skip
"""By what is missing: its package on Debian, Fedora, Arch and openSUSE, in the order above."""


def install_line(thing: str, which: Callable[[str], str | None] = shutil.which) -> str:
    """The command that installs `thing`; empty where nothing here is known to."""
    names = PACKAGES.get(thing, ())
    for (program, command), package in zip(_INSTALL.items(), names, strict=False):
        if which(program):
            return f"{command} {package}"
    return ""
