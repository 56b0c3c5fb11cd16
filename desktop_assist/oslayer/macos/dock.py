"""A program of the menu bar: no Dock icon, no menu of its own."""

from __future__ import annotations

from ctypes import c_bool, c_ssize_t

from desktop_assist.oslayer.macos.frameworks import ObjectiveC

_ACCESSORY = 1
"""NSApplicationActivationPolicyAccessory, what LSUIElement in a bundle's Info.plist means too."""


def hide_from_dock(objc: ObjectiveC) -> bool:
    """Leave the Dock, once the application exists; tells whether macOS agreed."""
    application = objc.send(objc.named("NSApplication"), "sharedApplication")
    return bool(
        objc.send(
            application, "setActivationPolicy:", _ACCESSORY, takes=(c_ssize_t,), returns=c_bool
        )
    )
