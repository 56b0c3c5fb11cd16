"""Reads the models of the second opinion that lie beside rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from desktop_assist.core.checking.second_opinion import SecondOpinion
from desktop_assist.packs.faults import Fault
from desktop_assist.packs.proven_rules import is_own
from desktop_assist.text import say

MODEL = "second_opinion.json"


def read_opinions(paths: Iterable[Path]) -> tuple[tuple[SecondOpinion, ...], list[Fault]]:
    """The models below folders and beside files.

    Never raises: one that cannot be read is a fault.
    """
    opinions: list[SecondOpinion] = []
    faults: list[Fault] = []
    for file in dict.fromkeys(file for path in paths for file in _models(path)):
        try:
            opinion = SecondOpinion.from_json(file.read_bytes())
            # What came with the program was looked at before it left, and is read when needed.
            opinions.append(opinion if _is_ours(file) else opinion.ready())
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            what = say("Rules", "The second opinion cannot be read: {reason}", reason=str(error))
            hint = say("Rules", "The rules work without it. Put the file of the program back.")
            faults.append(Fault(file, 1, 1, what, hint))
    return tuple(opinions), faults


def _models(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(path.rglob(MODEL))
    elif (beside := path.with_name(MODEL)).is_file():
        yield beside


def _is_ours(file: Path) -> bool:
    return any(is_own(folder) for folder in file.parents)
