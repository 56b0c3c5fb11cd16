"""The right half of the palette: the reply on show, or the form for what it still lacks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Field
from desktop_assist.errors import AssistError
from desktop_assist.gui.palette.form import InlineForm, Question
from desktop_assist.gui.palette.keys import Command
from desktop_assist.gui.palette.marks import needles
from desktop_assist.gui.palette.model import Row
from desktop_assist.gui.palette.ports import Extras, PaletteChoice, Preview
from desktop_assist.gui.palette.preview import Check, PreviewPane, Shown
from desktop_assist.gui.palette.wording import Wording


class RightHalf(QStackedWidget):
    """Shows a wording; asks for its fields before it may be given."""

    wanted = Signal(Command)
    """A button was pressed that stands for this key."""
    given = Signal(object)
    """A `PaletteChoice` with nothing left to fill in."""
    left = Signal()
    """The agent went back from the form."""

    def __init__(
        self, preview: Preview, check: Check | None, extras: Extras, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._extras = extras
        self._asked: PaletteChoice | None = None
        self._pane = PreviewPane(check, self)
        self._form = InlineForm(self)
        self.addWidget(self._pane)
        self.addWidget(self._form)
        self._pane.wanted.connect(self.wanted)
        self._form.filled.connect(self._filled)
        self._form.left.connect(self._leave)

    def serve(self, platforms: Sequence[str], *, another: bool) -> None:
        """From now on a window called `platforms` is served, in `another` chat perhaps."""
        self._pane.serve(platforms)
        if another:
            self._form.forget()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._pane.retranslate()
        self._form.retranslate()

    # -- the reply

    def show_wording(self, row: Row | None, wording: Wording | None, query: str) -> None:
        """Show what is selected, what matched `query` standing out; nothing without a row."""
        if row is None or wording is None:
            self._pane.clear()
            return
        entry = row.entry
        texts = tuple(self._preview(entry, (part,)) for part in wording.parts)
        wanted = needles(entry.snippet, row.matched, query)
        picture = self._extras.picture(entry) if entry.snippet.image else None
        self._pane.show_reply(Shown(wording, texts, wanted, picture, self.following(entry)))

    def following(self, entry: Entry) -> int:
        """The number of the message of `entry` that goes next; 0 when it is not under way."""
        waiting = self._extras.waiting()
        return waiting.number if waiting is not None and waiting.key == entry.key else 0

    # -- the form

    @property
    def is_asking(self) -> bool:
        """Whether the form is open."""
        return self._asked is not None

    def give(self, choice: PaletteChoice, wording: Wording) -> None:
        """Give `choice` on, once everything that it lacks is filled in."""
        fields = self._fields(wording)
        if fields:
            self._ask(choice, wording, fields)
        else:
            self.given.emit(choice)

    def close_form(self) -> bool:
        """Show the reply in place of the form, and tell whether it was open.

        What was written is offered again.
        """
        was_asking = self.is_asking
        self._asked = None
        self._form.end()
        self.setCurrentWidget(self._pane)
        return was_asking

    def _fields(self, wording: Wording) -> Sequence[Field]:
        """What to ask for here; a template that is written wrongly is told where it is pasted."""
        if self._extras.fill is None:
            return ()
        try:
            return self._extras.fields(wording.entry, wording.parts)
        except AssistError:
            return ()

    def _ask(self, choice: PaletteChoice, wording: Wording, fields: Sequence[Field]) -> None:
        def preview(values: Mapping[str, str]) -> str:
            fill = self._extras.fill
            return fill(wording.entry, wording.parts, values) if fill else ""

        self._asked = choice
        self.setCurrentWidget(self._form)
        question = Question(choice.key, fields, preview, copies=choice.mode == "copy")
        self._form.ask(question, datetime.date.today())

    def _filled(self, values: Mapping[str, str]) -> None:
        asked = self._asked
        if asked is not None:
            self.close_form()
            self.given.emit(replace(asked, trigger="enter", values=dict(values)))

    def _leave(self) -> None:
        self.close_form()
        self.left.emit()
