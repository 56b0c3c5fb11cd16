"""Asks for what the chosen sentences of a review lack, one sentence after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_assist.core.replies.reply import label_of
from desktop_assist.core.replies.template import Templates
from desktop_assist.core.rewriting.proposal import Rewrite
from desktop_assist.errors import AssistError
from desktop_assist.gui.form.window import FieldForm
from desktop_assist.gui.i18n import translated


class Filling:
    """What was filled into each sentence so far, also into one whose form was left again."""

    def __init__(self, templates: Templates, window: QWidget, left: Callable[[], None]) -> None:
        """`left` is called when a form over `window` was cancelled."""
        self._templates = templates
        self._window = window
        self._left = left
        self._values: dict[Rewrite, Mapping[str, str]] = {}
        self._form: FieldForm | None = None

    def clear(self) -> None:
        """Forget everything: another draft is on show."""
        self.put_away()
        self._values = {}

    def put_away(self) -> None:
        """Close the form that is open, if one is; what was written in it is kept."""
        if self._form is not None:
            self._form.reject()

    def shown(self, one: Rewrite) -> str:
        """Its text with `⟦label⟧` where something is to be filled in; a fault as a sentence."""
        return self._preview(one, self._values.get(one, {}))

    def filled(self, one: Rewrite) -> str:
        """Its finished text.

        Raises:
            MissingFields: not everything is filled in.
            TemplateFault: what was filled in holds a placeholder.
        """
        if not one.slots:
            return one.text
        return self._templates.render(one.text, self._values.get(one, {})).text

    def ask(self, sentences: Sequence[Rewrite], then: Callable[[], None]) -> None:
        """Ask for the slots of each of `sentences`; `then` is called once all are filled."""
        asked = next((one for one in sentences if one.slots), None)
        if asked is None:
            then()
            return
        rest = [one for one in sentences[sentences.index(asked) + 1 :] if one.slots]
        self._form = form = FieldForm(
            asked.slots,
            lambda values: self._preview(asked, values),
            values=self._values.get(asked),
            goes_to="draft",
            parent=self._window,
        )
        form.setWindowModality(Qt.WindowModality.WindowModal)
        form.filled.connect(lambda values: self._end(asked, values))
        form.filled.connect(lambda _values: self.ask(rest, then))
        form.cancelled.connect(lambda: self._end(asked, form.values()))
        form.cancelled.connect(self._left)
        form.open_near(self._window.geometry().topLeft())

    def _end(self, asked: Rewrite, values: Mapping[str, str]) -> None:
        self._values[asked] = dict(values)
        if self._form is not None:
            self._form.deleteLater()
            self._form = None

    def _preview(self, one: Rewrite, values: Mapping[str, str]) -> str:
        if not one.slots:
            return one.text
        labels = {field.name: f"⟦{label_of(field)}⟧" for field in one.slots}
        try:
            return self._templates.preview(one.text, values, labels)
        except AssistError as error:
            return translated(error.message)
