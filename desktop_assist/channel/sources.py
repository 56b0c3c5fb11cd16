"""The folders of packs as a lead edits them, remembered for each channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.decoding import decode
from desktop_assist.errors import AssistError
from desktop_assist.packs.folders import MANIFEST
from desktop_assist.packs.reader import read_contents
from desktop_assist.store.files import replace_file, saving
from desktop_assist.text import say


@dataclass(frozen=True, slots=True)
class Sources:
    """Each pack's folder by the pack's id. Publishing from a folder remembers it as well."""

    folder: ChannelFolder

    @property
    def _file(self) -> Path:
        return self.folder.path / "sources.json"

    def known(self) -> dict[str, Path]:
        """Every folder that was remembered, whatever has become of it since."""
        try:
            kept = decode(self._file.read_bytes(), dict[str, str])
        except (OSError, ValueError):  # none yet; or damaged, and the folders can be named again
            return {}
        return {pack: Path(one) for pack, one in kept.items()}

    def beside(self, packs: Path) -> tuple[Path, ...]:
        """Every folder that holds a pack now: those remembered first, then those in `packs`."""
        usual = sorted(packs.iterdir()) if packs.is_dir() else []
        found = dict.fromkeys((*self.known().values(), *usual))
        return tuple(one for one in found if (one / MANIFEST).is_file())

    def sound(self, packs: Path) -> tuple[Path, ...]:
        """Those of `beside` whose pack can be read; for a background thread."""
        return tuple(one for one in self.beside(packs) if read_contents(one).manifest is not None)

    def add(self, folder: Path) -> Path:
        """Remember `folder` as well.

        Raises:
            AssistError: it holds no pack, or that cannot be saved.
        """
        manifest = read_contents(folder).manifest
        if manifest is None:
            raise AssistError(
                say("Channel", "“{folder}” holds no pack: there is no sound pack.yaml in it.",
                    folder=folder),
                say("Channel", "Choose the folder of a pack, the one with the file pack.yaml."),
            )  # fmt: skip
        self.remember({manifest.id: folder})
        return folder.absolute()

    def remember(self, folders: Mapping[str, Path]) -> None:
        """Remember `folders` by their packs' ids; raises AssistError where that cannot be saved."""
        known = self.known()
        fresh = {**known, **{pack: one.absolute() for pack, one in folders.items()}}
        if fresh == known:
            return
        with saving(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            paths = {pack: str(one) for pack, one in fresh.items()}
            replace_file(self._file, msgspec.json.encode(paths))
