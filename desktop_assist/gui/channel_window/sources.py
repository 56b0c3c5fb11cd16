"""The folders of packs as a lead edits them, remembered for each channel."""

from __future__ import annotations

from collections.abc import Iterator
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
    """Those that were named, and every pack in `packs`, where packs of one's own usually lie.

    Named ones stand by their pack's id in the file that also tells the lead's desk of proposals
    where a pack is edited (`channel.proposals.lead_desk`).
    """

    folder: ChannelFolder
    packs: Path

    @property
    def _file(self) -> Path:
        return self.folder.path / "sources.json"

    def all(self) -> tuple[Path, ...]:
        """Every folder that holds a pack now; the named ones first, each once."""
        named = (Path(one) for one in self._named().values())
        return tuple(dict.fromkeys(one for one in (*named, *self._usual()) if _is_pack(one)))

    def sound(self) -> tuple[Path, ...]:
        """Those of `all` whose pack can be read; for a background thread."""
        return tuple(one for one in self.all() if read_contents(one).manifest is not None)

    def add(self, folder: Path) -> Path:
        """Remember `folder` as well.

        Raises:
            AssistError: it holds no pack, or that cannot be saved.
        """
        manifest = read_contents(folder).manifest
        if manifest is None:
            raise AssistError(
                say("ChannelWindow", "“{folder}” holds no pack: there is no sound pack.yaml in it.",
                    folder=folder),
                say("ChannelWindow", "Choose the folder of a pack, the one with the file"
                    " pack.yaml."),
            )  # fmt: skip
        named = {**self._named(), manifest.id: str(folder.absolute())}
        with saving(self._file):
            replace_file(self._file, msgspec.json.encode(named))
        return folder.absolute()

    def _named(self) -> dict[str, str]:
        try:
            return decode(self._file.read_bytes(), dict[str, str])
        except (OSError, ValueError):  # none yet; or damaged, and the folders can be named again
            return {}

    def _usual(self) -> Iterator[Path]:
        yield from sorted(self.packs.iterdir()) if self.packs.is_dir() else ()


def _is_pack(folder: Path) -> bool:
    return (folder / MANIFEST).is_file()
