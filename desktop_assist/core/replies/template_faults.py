"""What can be wrong with a body or with what is put into it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say


class MissingFields(AssistError):
    """Places that are printed and have no value. `names` are variables, in order of need."""

    def __init__(self, names: Sequence[str], labels: Sequence[str] = ()) -> None:
        shown = ", ".join(labels or names)
        super().__init__(
            say("Templates", "Not filled in yet: {names}. Nothing was pasted.", names=shown),
            say("Templates", "Fill it in and try again."),
        )
        self.names = tuple(names)


class TemplateFault(AssistError):
    """The body is written wrongly. `line` counts from 1."""

    def __init__(self, line: int, fault: Message) -> None:
        super().__init__(
            say("Templates", "Line {line} of the reply: {fault}", line=line, fault=fault),
            say(
                "Templates",
                "Correct the reply in the editor; placeholders look like {example}.",
                example="{{ customer }}",
            ),
        )
        self.line = line
        self.fault = fault


def unpastable() -> TemplateFault:
    """The fault of a text with code points that no clipboard takes."""
    return TemplateFault(1, say("Templates", "The text holds characters that cannot be pasted."))


def line_at(source: str, index: int) -> int:
    """The line of a code-point offset, from 1."""
    return source.count("\n", 0, index) + 1
