"""A pack in memory: its manifest and its snippets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop_assist.core.replies.snippet import Snippet

PACK_FORMAT = 1
"""The version of the pack format that this program writes and the newest that it reads."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`pack.yaml`. `id` is stable and ASCII; `version` is the lead's, compared as a whole."""

    format: int = PACK_FORMAT
    id: str
    version: str
    title: str
    languages: tuple[str, ...] = ("zh-CN",)
    owner: str = ""
    roles: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack: where it came from, and what it holds."""

    manifest: Manifest
    snippets: tuple[Snippet, ...]
    folder: Path
