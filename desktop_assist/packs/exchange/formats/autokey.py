"""AutoKey's folder of phrases: `name.txt` with the text, `.name.json` with what it is called."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

from desktop_assist.errors import reason_of
from desktop_assist.packs.exchange.formats.base import Files, Format, Order, text_of, texts_of
from desktop_assist.packs.exchange.formats.writing import json_bytes
from desktop_assist.packs.exchange.incoming import Raw, Trouble
from desktop_assist.packs.exchange.limits import Limits
from desktop_assist.text import Message, say

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_DEEPEST = 12


def looks_like(folder: Path) -> bool:
    """Whether some phrase of AutoKey lies in `folder` or beneath it."""
    return any(_phrases(folder, Limits()))


def read_folder(folder: Path, limits: Limits) -> Iterator[Raw | Trouble]:
    """Every phrase beneath `folder`; the folders are the categories."""
    for row, file in enumerate(_phrases(folder, limits), 1):
        try:
            if file.stat().st_size > 4 * limits.cell:
                raise ValueError(file.name)
            body = file.read_text("utf-8-sig")
            about = json.loads((file.parent / f".{file.stem}.json").read_text("utf-8-sig"))
        except OSError as error:
            text = say("Exchange", "The phrase cannot be read: {reason}.", reason=reason_of(error))
            yield Trouble(file, row, text)
        except (ValueError, RecursionError):
            yield Trouble(
                file, row, say("Exchange", "The phrase or what describes it is no proper file.")
            )
        else:
            if isinstance(about, dict) and about.get("type", "phrase") == "phrase":
                yield _raw(row, body, about, file.relative_to(folder))


def _raw(row: int, body: str, about: dict[str, object], place: Path) -> Raw:
    short = about.get("abbreviation")
    codes = texts_of(short.get("abbreviations")) if isinstance(short, dict) else ()
    return Raw(
        row,
        body=body,
        title=text_of(about.get("description")) or place.stem,
        category=place.parts[:-1],
        codes=codes,
    )


def _phrases(folder: Path, limits: Limits) -> Iterator[Path]:
    """Texts with a description beside them; links are not followed out of the folder."""
    root = folder.resolve()
    found = (file for file in sorted(folder.rglob("*.txt")) if not file.is_symlink())
    for count, file in enumerate(found):
        inside = file.resolve().is_relative_to(root)
        deep = len(file.relative_to(folder).parts) > _DEEPEST
        if count >= limits.rows or not inside or deep:
            continue
        if (file.parent / f".{file.stem}.json").is_file():
            yield file


def _write(order: Order, files: Files) -> Iterator[Message]:
    taken: set[str] = set()
    renamed = 0
    for one in order.replies:
        parts = tuple(map(_file_name, one.snippet.category))
        renamed += parts != one.snippet.category
        folder = order.out.joinpath(*parts)
        name = _free_name(folder, _file_name(one.snippet.title), taken)
        files[folder / f"{name}.txt"] = one.body.encode()
        files[folder / f".{name}.json"] = json_bytes(_about(one.snippet.title, one.snippet.code))
    if renamed:
        yield say(
            "Exchange",
            "The categories of {count} replies are folders of another name: not every sign may"
            " stand in one.",
            count=renamed,
        )


def _free_name(folder: Path, stem: str, taken: set[str]) -> str:
    """`stem`, or with a number behind it where a file of that name is in `taken`."""
    names = (stem if number == 1 else f"{stem} {number}" for number in itertools.count(1))
    name = next(one for one in names if str(folder / one).casefold() not in taken)
    taken.add(str(folder / name).casefold())
    return name


def _about(title: str, code: str) -> dict[str, object]:
    return {
        "type": "phrase",
        "description": title,
        "modes": [1] if code else [0],
        "usageCount": 0,
        "prompt": False,
        "omitTrigger": False,
        "showInTrayMenu": False,
        "matchCase": False,
        "sendMode": "kb",
        "filter": {"regex": None, "isRecursive": False},
        "abbreviation": {
            "abbreviations": [code] if code else [],
            "backspace": True,
            "ignoreCase": False,
            "immediate": False,
            "triggerInside": False,
            "wordChars": "[\\w]",
        },
        "hotkey": {"modifiers": [], "hotKey": None},
    }


def _file_name(text: str) -> str:
    """A name that every file system takes; Windows knows no dot at the end and no NUL."""
    name = _NO_NAME.sub("_", text).strip(" .")[:60] or "_"
    reserved = re.fullmatch(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])", name.partition(".")[0])
    return f"_{name}" if reserved else name


FORMAT = Format(
    name="autokey",
    title=say("ExchangeFormat", "AutoKey (folder)"),
    kind="folder",
    suffix="",
    holds=frozenset({"title", "body", "category", "code"}),
    write=_write,
    syntax="autokey",
    notation="autokey",
)
