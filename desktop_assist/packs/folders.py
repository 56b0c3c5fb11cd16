"""Packs as folders: where they lie, and what reading one gives. Needs no YAML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.core.replies.pack import Pack
from desktop_assist.packs.faults import Fault
from desktop_assist.text import say

MANIFEST = "pack.yaml"


@dataclass(frozen=True, slots=True)
class PackReading:
    """What a folder gave: the pack, unless its manifest is broken, and every fault in it."""

    folder: Path
    pack: Pack | None
    faults: tuple[Fault, ...] = ()


def without_repeated_packs(readings: Iterable[PackReading]) -> tuple[PackReading, ...]:
    """`readings`, where a pack whose id an earlier one has is a fault instead."""
    first: dict[str, PackReading] = {}
    kept = []
    for reading in readings:
        known = first.setdefault(reading.pack.manifest.id, reading) if reading.pack else reading
        kept.append(reading if known is reading else _refused(reading, known))
    return tuple(kept)


def pack_folders(folder: Path) -> tuple[Path, ...]:
    """The folders in `folder` that hold a manifest."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(one for one in folder.iterdir() if (one / MANIFEST).exists()))


def source_files(folder: Path) -> tuple[Path, ...]:
    """The files that make a pack, the manifest first."""
    return (folder / MANIFEST, *sorted((folder / "snippets").glob("*.yaml")))


def _refused(reading: PackReading, known: PackReading) -> PackReading:
    fault = Fault(
        reading.folder / MANIFEST,
        1,
        1,
        say("Packs", "The pack in “{folder}” has the same id.", folder=known.folder.name),
        say("Packs", "Remove one of the two, or give one a new id."),
    )
    return PackReading(reading.folder, None, (*reading.faults, fault))
