"""Carries out changes to replies, tells what was done, and offers to take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, Signal

from desktop_assist.errors import AssistError
from desktop_assist.gui.library.part_names import category_text, part_name
from desktop_assist.gui.library.ports import Keys
from desktop_assist.gui.undo_line import UndoLine
from desktop_assist.services.library_changes import Done, LibraryChanges


class Operations(QObject):
    """Belongs to the window with `line`. What failed has changed nothing; `failed` tells of it."""

    changed = Signal(object)
    """Something has changed: a `Done`."""
    failed = Signal(object)
    """An `AssistError`."""

    def __init__(self, changes: LibraryChanges, line: UndoLine) -> None:
        super().__init__(line)
        self._changes = changes
        self._line = line

    def move(self, keys: Keys, category: tuple[str, ...]) -> None:
        """Move replies to `category`."""
        told = self.tr("{count} moved to “{category}”.")
        self._do(
            lambda: self._changes.move(keys, category),
            lambda count: told.format(count=count, category=category_text(category)),
        )

    def tag(self, keys: Keys, add: Sequence[str], remove: Sequence[str]) -> None:
        """Change the tags of replies."""
        told = self.tr("Tags of {count} changed.")
        self._do(
            lambda: self._changes.tag(keys, add, remove), lambda count: told.format(count=count)
        )

    def delete(self, keys: Keys) -> None:
        """Put own replies into the bin and hide the team's."""
        told = self.tr("{count} in the bin or hidden now.")
        self._do(lambda: self._changes.delete(keys), lambda count: told.format(count=count))

    def restore(self, keys: Keys) -> None:
        """Take replies out of the bin, or show them again."""
        told = self.tr("{count} restored.")
        self._do(lambda: self._changes.restore(keys), lambda count: told.format(count=count))

    def duplicate(self, keys: Keys) -> Sequence[str]:
        """Make copies among the own replies; the keys of the new ones."""
        told = self.tr("{count} copied.")
        done = self._do(
            lambda: self._changes.duplicate(keys), lambda count: told.format(count=count)
        )
        return () if done is None else done.keys

    def reset(self, keys: Keys, part: str = "") -> None:
        """Throw the agent's changes away: of one part, or all of them."""
        names = (part,) if part else ()
        told = self.tr("{count} reset to the team’s version.")
        self._do(lambda: self._changes.reset(keys, names), lambda count: told.format(count=count))

    def answer(self, act: str, key: str, part: str) -> None:
        """Keep the agent's version of a part, or take the team's: `keep` or `take`."""
        name = part_name(part)
        if act == "take":
            told = self.tr("“{part}” is the team’s now.").format(part=name)
            self._do(lambda: self._changes.take(key, (part,)), lambda _count: told)
        else:
            told = self.tr("“{part}” stays yours.").format(part=name)
            self._do(lambda: self._changes.keep(key, (part,)), lambda _count: told)

    def merge(self, kept: str, others: Keys) -> None:
        """Make one reply of several that say the same."""
        told = self.tr("Merged. {count} changed.")
        self._do(lambda: self._changes.merge(kept, others), lambda count: told.format(count=count))

    def set_picture(self, key: str, keep: Callable[[bytes], str], png: bytes) -> None:
        """Give a reply this picture."""

        def save() -> Done:
            snippet = self._changes.snippet(key)
            if snippet is None:
                raise KeyError(key)
            return self._changes.save(key, msgspec.structs.replace(snippet, image=keep(png)))

        told = self.tr("The reply has a picture now.")
        self._do(save, lambda _count: told)

    def _do(self, act: Callable[[], Done], told: Callable[[int], str]) -> Done | None:
        try:
            done = act()
        except AssistError as error:
            self.failed.emit(error)
            return None
        if done.keys:
            sentence = " ".join(part for part in (told(len(done.keys)), self._left(done)) if part)
            self._line.offer(sentence, lambda: self._undo(done))
        elif done.left:
            self._line.offer(self._left(done), lambda: None)
        self.changed.emit(done)
        return done

    def _left(self, done: Done) -> str:
        if not done.left:
            return ""
        locked = self.tr("{count} stayed as they were: the team has locked them.")
        return locked.format(count=len(done.left))

    def _undo(self, done: Done) -> None:
        try:
            undone = done.undo()
        except AssistError as error:
            self.failed.emit(error)
        else:
            self.changed.emit(undone)
