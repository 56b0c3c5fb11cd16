"""Where everything that belongs to one user lies."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.errors import AssistError, reason_of
from desktop_assist.text import say

HOME_VARIABLE = "DESKTOP_ASSIST_HOME"


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder, and the names in it."""

    folder: Path

    @classmethod
    def find(cls, given: Path | None, environment: Mapping[str, str]) -> Home:
        """The `given` folder, else DESKTOP_ASSIST_HOME, else the system's place for data."""
        if given is not None:
            return cls(given.expanduser().absolute())
        if environment.get(HOME_VARIABLE):
            return cls(Path(environment[HOME_VARIABLE]).expanduser().absolute())
        from platformdirs import user_data_path  # noqa: PLC0415  not needed with a folder given

        return cls(user_data_path("desktop-assist", appauthor=False))

    @property
    def own_snippets(self) -> Path:
        return self.folder / "own-snippets.jsonl"

    @property
    def settings(self) -> Path:
        return self.folder / "settings.jsonl"

    @property
    def usage(self) -> Path:
        return self.folder / "usage.jsonl"

    @property
    def drafts(self) -> Path:
        """Texts in the editor that are not saved yet."""
        return self.folder / "drafts.jsonl"

    @property
    def exceptions(self) -> Path:
        """Wordings that the agent called “not a problem”."""
        return self.folder / "exceptions.jsonl"

    @property
    def overrules(self) -> Path:
        """Why replies went out that a rule forbids."""
        return self.folder / "overrules.jsonl"

    @property
    def journals(self) -> Path:
        """The folder of uses that are not in `usage` yet."""
        return self.folder / "usage"

    @property
    def day_book(self) -> Path:
        """The folder of what happened each day, for the statistics."""
        return self.folder / "statistics"

    @property
    def edits(self) -> Path:
        """What the agent changed of which reply, and when."""
        return self.folder / "edits.jsonl"

    @property
    def last_import(self) -> Path:
        """What the last import changed, so that it can be taken back."""
        return self.folder / "last-import.jsonl"

    @property
    def picks(self) -> Path:
        """Which entry was picked after what kind of message."""
        return self.folder / "picks.jsonl"

    @property
    def follow_ups(self) -> Path:
        """Which entry went out after which."""
        return self.folder / "follow-ups.jsonl"

    @property
    def progress(self) -> Path:
        """What a learner has read and practised."""
        return self.folder / "progress.jsonl"

    @property
    def key_permission(self) -> Path:
        """The desktop's note of its permission to press keys."""
        return self.folder / "key-permission"

    @property
    def pictures(self) -> Path:
        """The folder of the pictures of own replies."""
        return self.folder / "pictures"

    @property
    def packs(self) -> Path:
        """The folder of the team's packs, one folder each."""
        return self.folder / "packs"

    @property
    def channels(self) -> Path:
        """The folder of the channels that packs come from, one folder each."""
        return self.folder / "channels"

    @property
    def cache(self) -> Path:
        """What can be made anew."""
        return self.folder / "cache"

    def prepare(self) -> None:
        """Make the folder, for this user alone, and see that it can be used.

        Raises:
            AssistError: it cannot be made, read or written.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.packs.mkdir(exist_ok=True)
            next(self.folder.iterdir(), None)
            if not os.access(self.folder, os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        except OSError as error:
            raise AssistError(
                say(
                    "Store",
                    "The data folder “{folder}” cannot be used: {reason}. Nothing was changed.",
                    folder=self.folder,
                    reason=reason_of(error),
                ),
                say("Store", "Allow reading and writing there, or choose another with --home."),
            ) from error
