"""The seam that hears what is typed, in whatever window; it keeps nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop_assist.core.pasting.typed_code import Heard


class Listening(Protocol):
    """What is typed is being told."""

    def catch_up(self) -> None:
        """Return when everything typed before the call has been told, after 0.1 s at the latest.

        Who is about to press keys must know of it: what they delete may have been typed just now.
        """

    def stop(self) -> None:
        """Tell nothing from now on, and give back every system resource; harmless repeated."""


class TypingBackend(Protocol):
    """Tells keys and clicks as they come, ours among them; holds none of them back."""

    name: str

    def listen(self, told: Callable[[Heard], None]) -> Listening:
        """Tell each key that goes down (repeats too), in order, until stopped.

        A character is told where the key makes it alone or with Shift, Caps Lock or AltGr; a key
        held with Ctrl, Alt or the system's key is `Key.OTHER`. Shift that goes down and up alone
        is `Key.OTHER` too, and other modifiers are not told. `told` is called from any thread and
        must only post.

        Raises:
            AssistError: what is typed can no longer be heard.
        """

    def is_direct(self) -> bool:
        """Whether each key makes its own character now: no input method composes with them.

        False in doubt. It answers within 0.1 s.
        """
