"""Writes replies as a pack: a folder that `packs.reader` reads back without loss."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

import msgspec
import yaml

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.pack import PACK_FORMAT, Manifest
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError, reason_of
from desktop_assist.text import Message, say

_IMAGES = "images"
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def write_pack(
    folder: Path,
    title: str,
    entries: Sequence[Entry],
    picture: Callable[[Entry], Path | None],
) -> Message:
    """Write `entries` into the empty or new `folder`, and say what to know of it.

    `picture` is the file of an entry's picture; one that is missing is left out, and told.

    Raises:
        AssistError: the folder has something in it, or it could not be written.
    """
    try:
        _check_empty(folder)
        (folder / "snippets").mkdir(parents=True, exist_ok=True)
        snippets = list(_with_free_ids(entries))
        lost = _copy_pictures(folder, entries, snippets, picture)
        _write(folder / "snippets" / "replies.yaml", _replies(snippets))
        # Last: a folder without it is no pack, so one that was cut short is never half read.
        _write(folder / "pack.yaml", _manifest(folder, title, snippets))
    except OSError as error:
        raise AssistError(
            say("Packs", "“{folder}” was not written: {reason}.", folder=folder,
                reason=reason_of(error)),
            say("Packs", "Choose another folder, or make room."),
        ) from error  # fmt: skip
    if lost:
        return say(
            "Packs",
            "{count} replies are in “{folder}” now, {lost} without their picture.",
            count=len(snippets),
            folder=folder,
            lost=lost,
        )
    return say("Packs", "{count} replies are in “{folder}” now.", count=len(entries), folder=folder)


def _check_empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise AssistError(
            say("Packs", "“{folder}” has something in it. Nothing was written.", folder=folder),
            say("Packs", "Choose an empty folder or a new one."),
        )


def _with_free_ids(entries: Iterable[Entry]) -> Iterator[Snippet]:
    """The snippets, each with an id that fits a pack; of two packs two may have the same."""
    taken: set[str] = set()
    for entry in entries:
        wanted = _NOT_IN_IDS.sub("-", entry.snippet.id.lower()).strip("-") or "reply"
        free, number = wanted, 1
        while free in taken:
            number += 1
            free = f"{wanted}-{number}"
        taken.add(free)
        yield msgspec.structs.replace(entry.snippet, id=free, locked=False)


def _copy_pictures(
    folder: Path,
    entries: Sequence[Entry],
    snippets: list[Snippet],
    picture: Callable[[Entry], Path | None],
) -> int:
    """Copy the pictures, and name them in `snippets`; how many could not be found."""
    lost = 0
    for at, entry in enumerate(entries):
        if not entry.snippet.image:
            continue
        file = picture(entry)
        name = ""
        if file is None or not file.is_file():
            lost += 1
        else:
            (folder / _IMAGES).mkdir(exist_ok=True)
            suffix = PurePosixPath(entry.snippet.image).suffix.lower()
            name = f"{_IMAGES}/{snippets[at].id}{suffix}"
            shutil.copyfile(file, folder / name)
        snippets[at] = msgspec.structs.replace(snippets[at], image=name)
    return lost


def _replies(snippets: Iterable[Snippet]) -> object:
    return {"format": PACK_FORMAT, "snippets": [_written(one) for one in snippets]}


def _written(snippet: Snippet) -> dict[str, object]:
    """What of `snippet` differs from an empty one."""
    empty = msgspec.to_builtins(Snippet(id="", title="", category=()))
    plain = msgspec.to_builtins(snippet)
    needed = ("id", "title", "category")
    return {name: one for name, one in plain.items() if name in needed or one != empty[name]}


def _manifest(folder: Path, title: str, snippets: Sequence[Snippet]) -> object:
    pack_id = _NOT_IN_IDS.sub("-", folder.name.lower()).strip("-") or "replies"
    languages = tuple(dict.fromkeys(one.language for one in snippets))
    manifest = Manifest(id=pack_id, version="1", title=title, languages=languages or ("zh-CN",))
    plain = msgspec.to_builtins(manifest)
    return {name: one for name, one in plain.items() if one not in ("", [])}


def as_yaml(content: object, *, flow: bool | None = False) -> str:
    """`content` as it stands in a pack. `flow` puts it in brackets; None, only lists of words."""
    return yaml.dump(
        content,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
        default_flow_style=flow,
    )


def _write(file: Path, content: object) -> None:
    file.write_text(as_yaml(content), encoding="utf-8", newline="\n")


class _Dumper(yaml.SafeDumper):
    """Texts of several lines stand as blocks, and nothing is an alias of something else."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  PyYAML's signature
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else '"' if "#" in text or ":" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
