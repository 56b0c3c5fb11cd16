"""`export`: the library as a page for the browser, and into the files of other tools."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.bundled import resources
from desktop_assist.cli.desk import Desk
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import Message, say

if TYPE_CHECKING:
    from desktop_assist.core.replies.library import Entry
    from desktop_assist.core.replies.pack import Pack


FORMATS = (
    "qianniu", "service-desk", "qianniu-helper", "quick-reply", "team-excel", "zendesk", "gorgias",
    "front", "chatwoot", "textexpander", "espanso", "beeftext", "beeftext-csv", "autokey", "pack",
)  # fmt: skip
"""Names of `packs.exchange.formats.every.FORMATS`, and `pack` for a pack of this program."""


def export_html(arguments: argparse.Namespace, desk: Desk) -> int:
    """One page with every reply that is valid today, or with those of some packs."""
    from desktop_assist.core.language.pinyin import PinyinTable  # noqa: PLC0415  only this command
    from desktop_assist.packs.handbook.page import Design, Handbook, handbook_page  # noqa: PLC0415  as above
    from desktop_assist.packs.handbook.pictures import Pictures  # noqa: PLC0415  as above

    out: Path = arguments.out
    _refuse_place(out, force=arguments.force)
    entries, picture = _chosen(arguments.pack, desk)
    entries = [entry for entry in entries if entry.snippet.is_valid_on(desk.now.date())]
    _refuse_nothing(entries, say("Handbook", "There is no reply to export that is valid today."))
    # First what is written in the language of those who asked.
    language = desk.speech.language.partition("_")[0]
    entries.sort(key=lambda entry: not entry.snippet.language.lower().startswith(language))
    title = desk.console.spoken(say("Handbook", "Replies for chat"))
    handbook = Handbook(
        title=arguments.title or title,
        language=desk.speech.language,
        day=desk.now.date(),
        entries=entries,
        picture=picture,
        shop=desk.settings().shop,
    )
    pictures = Pictures()
    table = PinyinTable.from_text((resources() / "pinyin.tsv").read_text("utf-8"))
    design = Design.from_folder(resources() / "handbook")
    page = handbook_page(handbook, design, table, desk.console.spoken, pictures)
    _write(out, page)
    for message in pictures.left_out:
        desk.console.warn(desk.console.spoken(message))
    told = say(
        "Handbook", "“{file}” is written; replies in it: {count}.", count=len(entries), file=out
    )
    desk.console.line(desk.console.spoken(told))
    return 0


def export(arguments: argparse.Namespace, desk: Desk) -> int:
    """Write the library, or some packs of it, as another tool reads it.

    Also what is not valid today: it may be on another day.
    """
    from desktop_assist.packs.exchange.exporting import (  # noqa: PLC0415  only this command
        export as write,
    )
    from desktop_assist.packs.exchange.formats.every import (  # noqa: PLC0415  as above
        FORMATS as KNOWN,
    )
    from desktop_assist.packs.writer import write_pack  # noqa: PLC0415  as above

    entries, picture = _chosen(arguments.pack, desk)
    _refuse_nothing(entries, say("Exchange", "There is no reply to export. Nothing was written."))
    out: Path = arguments.out
    if arguments.form == "pack":
        told = write_pack(out, out.name, entries, picture)
        desk.console.line(desk.console.spoken(told))
        return 0
    known, encoding = KNOWN[arguments.form], arguments.encoding or "utf-8-sig"
    done = write(known, out, entries, picture, desk.now, encoding, replace=arguments.force)
    written = say("Exchange", "{count} replies are in “{file}” now.", count=done.count, file=out)
    desk.console.line(desk.console.spoken(written))
    for message in done.told:
        desk.console.warn(desk.console.spoken(message))
    return 0


def _chosen(
    wanted: Sequence[str], desk: Desk
) -> tuple[list[Entry], Callable[[Entry], Path | None]]:
    """The replies of `wanted` packs, named by id or folder, or all; and where pictures lie.

    Raises:
        AssistError: there is no such pack.
    """
    from desktop_assist.core.replies.library import OWN_PACK, Library  # noqa: PLC0415  only this command

    names = [name for name in wanted if not Path(name).is_dir()]
    installed = desk.packs() if names or not wanted else []
    library = desk.library_over(installed) if names or not wanted else Library(())
    _refuse_unknown(names, [*(pack.manifest.id for pack in installed), OWN_PACK])
    given = [_given_pack(Path(name), desk) for name in wanted if name not in names]
    entries = [
        *(entry for entry in library if not wanted or entry.pack in names),
        *Library(given),
    ]
    folders = {pack.manifest.id: pack.folder for pack in (*installed, *given)}
    folders[OWN_PACK] = desk.home.pictures
    return entries, lambda entry: _picture(entry, folders)


def _refuse_nothing(entries: Sequence[Entry], message: Message) -> None:
    if not entries:
        raise AssistError(
            message, say("Handbook", "See what there is with: desktop-assist list"), FINDINGS
        )


def _given_pack(folder: Path, desk: Desk) -> Pack:
    """The pack in a folder that need not be installed."""
    from desktop_assist.packs.reader import read_pack  # noqa: PLC0415  loads YAML

    reading = read_pack(folder)
    desk.tell(reading.faults)
    if reading.pack is None:
        raise AssistError(
            say("Handbook", "{folder} holds no pack that can be read.", folder=folder),
            say("Lint", "Name the folder of a pack, the one that holds pack.yaml."),
        )
    return reading.pack


def _refuse_unknown(names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            raise AssistError(
                say("Handbook", "There is no pack “{name}”.", name=name),
                say(
                    "Handbook",
                    "Name the folder of a pack, or one of: {packs}.",
                    packs=", ".join(known),
                ),
            )


def _refuse_place(out: Path, *, force: bool) -> None:
    if not out.absolute().parent.is_dir():
        raise AssistError(
            say("Handbook", "The folder “{folder}” is not there.", folder=out.absolute().parent),
            say("Handbook", "Make it first, or name another place."),
        )
    if out.is_dir():
        raise AssistError(
            say("Handbook", "“{file}” is a folder.", file=out),
            say("Handbook", "Name a file in it, such as {example}.", example=out / "replies.html"),
        )
    if out.exists() and not out.is_file():
        raise AssistError(
            say("Handbook", "“{file}” is no ordinary file; nothing was written.", file=out),
            say("Handbook", "Name a file, such as {example}.", example="replies.html"),
        )
    if out.exists() and not force:
        raise AssistError(
            say("Handbook", "“{file}” is there already; nothing was changed.", file=out),
            say("Handbook", "Choose another name, or replace it with --force."),
        )


def _picture(entry: Entry, folders: Mapping[str, Path]) -> Path | None:
    """The file of the entry's picture, inside its pack."""
    folder = folders.get(entry.pack)
    if folder is None or not entry.snippet.image:
        return None
    file = (folder / entry.snippet.image).resolve()
    return file if file.is_relative_to(folder.resolve()) else None


def _write(out: Path, page: str) -> None:
    from desktop_assist.store.files import replace_file, saving  # noqa: PLC0415  only this command

    with saving(out):
        replace_file(out, page.encode("utf-8", "replace"))
        out.chmod(0o644)  # it is made to be handed on
