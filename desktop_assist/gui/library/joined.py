"""Puts the library's ports together from the parts of the program."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.core.language.dates import is_chinese
from desktop_assist.core.replies.filters import offered
from desktop_assist.core.replies.library import OWN_PACK, Entry
from desktop_assist.core.replies.reply import Parts, label_of, language_of, undeclared_field
from desktop_assist.core.replies.samples import sample_values
from desktop_assist.core.replies.template import Templates
from desktop_assist.errors import AssistError
from desktop_assist.gui.finder import Worker
from desktop_assist.gui.library.places import Holdings
from desktop_assist.gui.library.ports import Example, LibraryPorts
from desktop_assist.gui.shelf import Shelf, own_language_first
from desktop_assist.services.library_changes import LibraryChanges
from desktop_assist.services.replies import Replies
from desktop_assist.store.pictures import PictureStore
from desktop_assist.store.usage import UsageStore
from desktop_assist.text import Message


@dataclass(frozen=True, slots=True)
class Examples:
    """Replies as a customer would read them, with made-up values in their fields."""

    replies: Replies
    templates: Templates
    today: Callable[[], datetime.date]

    def example(self, entry: Entry, parts: Parts) -> Example:
        """`parts`, some of the entry's wordings, with the values that were made up for them."""
        language = language_of(entry.snippet, parts)
        values = self._values(entry, parts, language)
        declared = {one.name: one for one in entry.snippet.fields}
        labels = {
            name: label_of(declared.get(name) or undeclared_field(name, language))
            for name in values
        }
        text = self.replies.preview(entry, parts, values)
        return Example(text, tuple((labels[name], value) for name, value in values.items()))

    def text(self, entry: Entry) -> str:
        """The reply of `entry` as one text, as the editor previews it."""
        return self.example(entry, entry.snippet.parts).text

    def _values(self, entry: Entry, parts: Parts, language: str) -> dict[str, str]:
        try:
            used = [name for part in parts for name in self.templates.variables(part)]
        except AssistError:
            return {}  # the preview says what is wrong with it
        return sample_values(entry.snippet, dict.fromkeys(used), language, self.today())


def library_ports(
    shelf: Shelf,
    usage: UsageStore,
    changes: LibraryChanges,
    examples: Examples,
    pictures: PictureStore,
    background: Worker,
    language: Callable[[], str],
) -> LibraryPorts:
    """The ports of this program; `language` is the interface's: its replies stand first."""

    def holdings() -> Holdings:
        library = shelf.library
        in_bin = [Entry(one, OWN_PACK, origin="own") for one in changes.bin()]
        return Holdings(
            own_language_first(library, language()),
            in_bin,
            library.hidden(),
            usage.favourites(),
            usage.standing(),
            examples.today(),
        )

    def picture(entry: Entry) -> Path | None:
        return picture_of(entry, pictures, shelf)

    def export(entries: Sequence[Entry], folder: Path) -> Message:
        from desktop_assist.packs.writer import write_pack  # noqa: PLC0415  loads YAML

        language = entries[0].snippet.language
        title = "我的回复" if is_chinese(language) else "My replies"
        return write_pack(folder, title, entries, picture)

    return LibraryPorts(
        holdings=holdings,
        search=shelf.search,
        example=examples.example,
        changes=changes,
        background=background,
        picture=picture,
        keep_picture=pictures.keep,
        export=export,
        like=usage.set_favourite,
    )


def words_in_use(entries: Iterable[Entry]) -> Mapping[str, Sequence[str]]:
    """What `entries` say in parts such as `role`, the commonest first, for the editor to offer."""
    listed = list(entries)
    parts = offered(listed)
    techniques = Counter(one.snippet.technique for one in listed if one.snippet.technique)
    return {
        "role": list(parts["roles"]),
        "stage": list(parts["stages"]),
        "customer": list(parts["customers"]),
        "technique": [name for name, _ in techniques.most_common()],
    }


def picture_of(entry: Entry, pictures: PictureStore, shelf: Shelf) -> Path | None:
    """The file of the entry's picture: the agent's own, or one inside its pack."""
    return pictures.file(entry.snippet.image) or shelf.picture(entry)
