"""Names that fit every file system, every web server and every signature."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

from desktop_assist.channel.limits import Limits
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say

NAME = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_TARGET = re.compile(rf"(?P<team>{NAME})/(?P<pack>{NAME})\.(?P<revision>[1-9][0-9]{{0,8}})\.zip")
_MARKS = frozenset(" ._-()（）+,&@=~!'")
"""Besides letters and digits of any script, what file names may have on every system."""
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
"""Windows takes these for devices, whatever follows the first dot."""
_ROLES = frozenset({"root", "targets", "snapshot", "timestamp"})


@dataclass(frozen=True, slots=True)
class Target:
    """One published version of a pack, as it is called in a channel: `team/pack.7.zip`."""

    team: str
    pack: str
    revision: int

    @classmethod
    def parse(cls, path: str) -> Self | None:
        """The version that `path` names; None for what no lead of ours would list."""
        found = _TARGET.fullmatch(path)
        if found is None or is_device(found["team"]) or is_device(found["pack"]):
            return None
        return cls(found["team"], found["pack"], int(found["revision"]))

    def __str__(self) -> str:
        return f"{self.team}/{self.pack}.{self.revision}.zip"

    def stored(self, sha256: str) -> str:
        """Where its bytes lie, below `targets/`."""
        return f"{self.team}/{sha256}.{self.pack}.{self.revision}.zip"


def is_device(name: str) -> bool:
    """Whether Windows takes `name` for a device."""
    return name.split(".", maxsplit=1)[0].lower() in _DEVICES


def is_name(text: str) -> bool:
    """Whether a team or a pack may be called `text` in a channel."""
    return bool(re.fullmatch(NAME, text)) and not is_device(text) and text not in _ROLES


def check_team(text: str) -> str:
    """`text`, the name of a team.

    Raises:
        AssistError: it does not fit everywhere.
    """
    if is_name(text):
        return text
    raise AssistError(
        say("Channel", "“{name}” cannot be the name of a team.", name=text[:60]),
        say("Channel", "Use small letters a–z, digits and hyphens, at most 63, such as team-1."),
    )


def fault_of_path(path: str, limits: Limits) -> Message | None:
    """Why a pack may not hold a file of this path; None if it may."""
    parts = path.split("/")
    shown = "".join(one if one.isprintable() else "?" for one in path)[:60]
    if any(part in ("", ".", "..") for part in parts) or "\\" in path or ":" in path:
        return say("Channel", "“{path}” leads out of the pack", path=shown)
    if not all(map(_is_plain, parts)):
        return say("Channel", "“{path}” has signs that not every computer takes", path=shown)
    if any(is_device(part) or part.endswith((".", " ")) for part in parts):
        return say("Channel", "“{path}” is a name that Windows keeps for itself", path=shown)
    if len(parts) > limits.depth:
        return say("Channel", "“{path}” lies too deep", path=shown)
    if any(len(part.encode()) > limits.name_length for part in parts):
        return say("Channel", "“{path}” is too long a name", path=shown)
    return None


def same_on_some_system(path: str) -> str:
    """Equal for paths that some system takes for one and the same."""
    return unicodedata.normalize("NFC", path).casefold()


def _is_plain(name: str) -> bool:
    # Marks that turn the writing direction or hide are neither letters nor listed.
    known = all(one.isalnum() or one in _MARKS for one in name)
    return known and name[0] not in " .-" and unicodedata.is_normalized("NFC", name)
