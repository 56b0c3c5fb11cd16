"""Replies made ready for pasting: what is still to fill in, the finished text, and a preview."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.reply import (
    BUILT_IN,
    Parts,
    ReplyContext,
    built_in_values,
    checked_value,
    label_of,
    language_of,
    undeclared_field,
    variants,
)
from desktop_assist.core.replies.snippet import Field
from desktop_assist.core.replies.template import MissingFields, Rendered, Templates
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say

BETWEEN_MESSAGES = "\n\n"
"""What parts the messages of one reply in a preview."""


class Replies:
    """Fills replies from the context, the agent's entries and nothing else."""

    def __init__(
        self,
        templates: Templates,
        context: Callable[[], ReplyContext],
        speak: Callable[[Message], str] = str,
    ) -> None:
        """`context` is asked anew for each reply; `speak` says a fault in the user's language."""
        self._templates = templates
        self._context = context
        self._speak = speak

    def bodies(self, entry: Entry) -> tuple[Parts, ...]:
        """The variants to choose from, each as the messages that it is sent in."""
        return variants(entry.snippet)

    def fields(self, entry: Entry, parts: Sequence[str]) -> tuple[Field, ...]:
        """What the agent is to fill before `parts` can be pasted; nothing when all is known.

        Fields that the snippet declares and `parts` use are always asked for. A built-in that is
        empty is asked for where it is printed; where a condition makes it optional, only beside
        others, so that no form opens for its sake.

        Raises:
            TemplateFault: a body is written wrongly.
        """
        used = self._used(parts)
        declared = self._declared(entry)
        values = self._known(entry, parts)
        printed = any(self._templates.missing(part, values) for part in parts)
        if not printed and not any(name in declared for name in used):
            return ()
        asked = [name for name in used if name in declared or not values.get(name, "").strip()]
        return tuple(self._field(declared, name) for name in asked)

    def check_names(self, entry: Entry, values: Mapping[str, str]) -> None:
        """See that `values` name fields of the reply only.

        Raises:
            AssistError: one of the names is nothing that the reply could use.
        """
        used = {name for parts in self.bodies(entry) for name in self._used(parts)}
        known = used | set(self._declared(entry))
        unknown = [name for name in values if name not in known | BUILT_IN]
        if unknown:
            raise AssistError(
                say("Replies", "This reply has no field “{name}”.", name=unknown[0]),
                say("Replies", "Its fields: {names}.", names=", ".join(sorted(known)) or "–"),
            )

    def render(
        self, entry: Entry, parts: Sequence[str], values: Mapping[str, str]
    ) -> tuple[Rendered, ...]:
        """The finished text of each part. `values` are what the agent entered, dates as ISO.

        Raises:
            MissingFields: a printed field is empty.
            BadField: an entry does not fit its field.
            TemplateFault: a body is written wrongly.
        """
        filled = self._filled(entry, parts, values)
        missing = dict.fromkeys(
            name for part in parts for name in self._templates.missing(part, filled)
        )
        if missing:
            declared = self._declared(entry)
            labels = [label_of(self._field(declared, name)) for name in missing]
            raise MissingFields(tuple(missing), labels)
        return tuple(self._templates.render(part, filled) for part in parts)

    def preview(self, entry: Entry, parts: Sequence[str], values: Mapping[str, str]) -> str:
        """The text with `⟦label⟧` where something is to be filled in; a fault as a sentence."""
        return BETWEEN_MESSAGES.join(self._previews(entry, parts, values))

    def _previews(
        self, entry: Entry, parts: Sequence[str], values: Mapping[str, str]
    ) -> Iterator[str]:
        declared = self._declared(entry)
        for part in parts:
            try:
                gaps = {
                    name: f"⟦{label_of(self._field(declared, name))}⟧"
                    for name in self._templates.variables(part)
                }
                filled = self._filled(entry, parts, values)
                yield self._templates.preview(part, filled, gaps)
            except AssistError as error:
                yield self._speak(error.message)

    def _used(self, parts: Sequence[str]) -> tuple[str, ...]:
        names = (name for part in parts for name in self._templates.variables(part))
        return tuple(dict.fromkeys(names))

    def _filled(
        self, entry: Entry, parts: Sequence[str], values: Mapping[str, str]
    ) -> dict[str, str]:
        language = language_of(entry.snippet, tuple(parts))
        known = self._known(entry, parts)
        declared = self._declared(entry)
        entered = {
            name: checked_value(self._field(declared, name), value, language)
            for name, value in values.items()
        }
        return known | {name: value for name, value in entered.items() if value}

    def _known(self, entry: Entry, parts: Sequence[str]) -> dict[str, str]:
        built_in = built_in_values(self._context(), language_of(entry.snippet, tuple(parts)))
        declared = self._declared(entry)
        return {name: value for name, value in built_in.items() if name not in declared}

    def _declared(self, entry: Entry) -> dict[str, Field]:
        return {field.name: field for field in entry.snippet.fields}

    def _field(self, declared: Mapping[str, Field], name: str) -> Field:
        return declared.get(name) or undeclared_field(name, self._context().language)
