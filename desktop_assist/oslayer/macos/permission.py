"""The permission to press keys and read titles: Accessibility, which only the user can give."""

from __future__ import annotations

from ctypes import c_bool, c_void_p

from desktop_assist.oslayer.macos.frameworks import Frameworks, ObjectiveC, declared
from desktop_assist.text import Message, say

PANE = "x-apple.systempreferences:com.apple.preference.security?Privacy_Accessibility"
_PROMPT = "AXTrustedCheckOptionPrompt"


class Accessibility:
    """macOS tells no program when it is given: it is asked each time, which costs microseconds."""

    def __init__(self, frameworks: Frameworks, objc: ObjectiveC) -> None:
        self._objc = objc
        self._trusted = declared(frameworks.services, "AXIsProcessTrusted", c_bool)
        self._ask = declared(frameworks.services, "AXIsProcessTrustedWithOptions", c_bool, c_void_p)

    def granted(self) -> bool:
        """Whether keys of ours reach other programs."""
        return bool(self._trusted())

    def ask(self) -> bool:
        """As `granted`; where it is not, macOS asks its user, once for each start of ours."""
        objc = self._objc
        with objc.pool():
            yes = objc.send(objc.named("NSNumber"), "numberWithBool:", True, takes=(c_bool,))
            options = objc.send(
                objc.named("NSDictionary"),
                "dictionaryWithObject:forKey:",
                yes,
                objc.string(_PROMPT),
            )
            return bool(self._ask(options))

    def open_pane(self) -> bool:
        """Show the page of the System Settings on which it is given."""
        objc = self._objc
        with objc.pool():
            place = objc.send(objc.named("NSURL"), "URLWithString:", objc.string(PANE))
            workspace = objc.send(objc.named("NSWorkspace"), "sharedWorkspace")
            return bool(objc.send(workspace, "openURL:", place, returns=c_bool))


def needed() -> Message:
    """Why nothing is pasted yet, and what the user can do about it."""
    return say(
        "MacOS",
        "macOS does not let Desktop Assist press keys yet: switch it on in System Settings ›"
        " Privacy & Security › Accessibility. Until then, paste with Cmd+V yourself.",
    )
