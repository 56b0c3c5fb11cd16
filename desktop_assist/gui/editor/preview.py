"""The reply of the editor as a customer will read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtWidgets import QPlainTextEdit

from desktop_assist.core.replies.editing import BadEntry, edited
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.gui.editor.form import LONGEST_CHECKED, Texts
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.highlight import gap_look, gaps, show_marks
from desktop_assist.gui.look.theme import Theme
from desktop_assist.services.replies import BETWEEN_MESSAGES


class Preview(QPlainTextEdit):
    """From two to six lines; the rest is scrolled to."""

    def __init__(self, preview: Callable[[Snippet], str]) -> None:
        """`preview` is the text of a reply; it may raise `AssistError`."""
        super().__init__()
        self._preview = preview
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("Preview"))
        line = self.fontMetrics().lineSpacing()
        self.setMinimumHeight(2 * line)
        self.setMaximumHeight(6 * line)

    def show_reply(self, base: Snippet, texts: Texts) -> Sequence[str]:
        """Show what becomes of `base` with `texts`; the messages that it will be sent in."""
        messages = self._messages(base, texts)
        shown = BETWEEN_MESSAGES.join(messages)[:LONGEST_CHECKED]
        self.setPlainText(shown)
        look = gap_look(Theme.of(self.palette()))
        show_marks(self, shown, [(span, look) for span in gaps(shown)])
        return messages

    def _messages(self, base: Snippet, texts: Texts) -> list[str]:
        """What is huge is shown as it is; so would a template cost seconds at every key."""
        if len(texts["body"]) + len(texts["messages"]) > LONGEST_CHECKED:
            return [texts["body"] or texts["messages"]]
        try:
            snippet = edited(base, texts)
        except BadEntry:  # half-written: the sentence comes when it is saved
            snippet = msgspec.structs.replace(base, body=texts["body"], messages=())
        try:
            return [self._preview(_alone(snippet, part)) for part in snippet.parts]
        except AssistError as error:
            return [translated(error.message)]


def _alone(snippet: Snippet, part: str) -> Snippet:
    return msgspec.structs.replace(snippet, body=part, messages=())
