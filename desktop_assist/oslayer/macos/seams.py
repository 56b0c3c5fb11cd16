"""What serves macOS, over the frameworks of this system."""

from __future__ import annotations

from desktop_assist.oslayer.clipboard.macos import MacClipboard
from desktop_assist.oslayer.hotkeys.macos import CarbonHotkeys
from desktop_assist.oslayer.keys.macos import QuartzInjector
from desktop_assist.oslayer.macos.dock import hide_from_dock
from desktop_assist.oslayer.macos.frameworks import Frameworks, ObjectiveC
from desktop_assist.oslayer.macos.permission import Accessibility, needed
from desktop_assist.oslayer.surroundings import Surroundings
from desktop_assist.oslayer.windows.macos import MacWindows


class MacSeams:
    """Made once the application exists, for each seam to be taken from it."""

    def __init__(self, around: Surroundings, frameworks: Frameworks) -> None:
        self._around = around
        self._frameworks = frameworks
        self._objc = ObjectiveC(frameworks.objc)

    def hotkeys(self) -> CarbonHotkeys:
        """Hotkeys, for which nobody need be asked; from now on there is no Dock icon."""
        hide_from_dock(self._objc)
        return CarbonHotkeys(self._frameworks)

    def injector(self) -> QuartzInjector:
        """Keys; where the user has not allowed them yet, macOS asks, and so it is told."""
        permission = Accessibility(self._frameworks, self._objc)
        if not permission.ask():
            self._around.told(needed())
        return QuartzInjector(self._frameworks, permission)

    def windows(self) -> MacWindows:
        """The window in front."""
        return MacWindows(self._frameworks, self._objc, self._around.own_windows)

    def clipboard(self) -> MacClipboard:
        """The pasteboard."""
        return MacClipboard(self._objc, self._around.later)


def mac_seams(around: Surroundings) -> MacSeams:
    """The seams of this Mac.

    Raises:
        OSError: a framework is missing, as on any other system.
    """
    return MacSeams(around, Frameworks.load())
