"""`import`: replies from the files of other tools, first told, then written, and taken back."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop_assist.bundled import resources
from desktop_assist.cli.desk import Desk
from desktop_assist.errors import BROKEN_INPUT, FINDINGS, AssistError
from desktop_assist.text import say

# Every command pays for what stands above this line, and only for that.
if TYPE_CHECKING:
    from desktop_assist.core.replies.library import Library
    from desktop_assist.core.replies.snippet import Snippet
    from desktop_assist.packs.exchange.columns import Role
    from desktop_assist.packs.exchange.pictures import Picture
    from desktop_assist.packs.exchange.preview import Item, Preview
    from desktop_assist.packs.exchange.reading import Reading

ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "big5", "utf-16-le", "utf-16-be")

_PNG = b"\x89PNG\r\n\x1a\n"
_SHOWN = 20


def bring(arguments: argparse.Namespace, desk: Desk) -> int:
    """Tell what the files would bring, and with `--yes` bring it. A broken file costs itself.

    With `--undo` and no file, take back the last import.
    """
    if arguments.undo and not arguments.files:
        _take_back(desk)
        return 0
    if arguments.undo or not arguments.files:
        raise AssistError(
            say("Exchange", "Name the files to import, or say --undo alone."),
            say("Exchange", "Such as: desktop-assist import {example}", example="replies.csv"),
        )
    readings = _readings(arguments, desk)
    library = desk.library()
    preview = _previewed(arguments, readings, library)
    _tell(preview, readings, desk)
    if arguments.findings:
        _tell_findings(preview, desk)
    wanted = _wanted(preview)
    if arguments.pack is not None:
        _write_pack(arguments.pack, wanted, desk)
    elif arguments.yes and wanted:
        _keep(wanted, library, desk)
    else:
        desk.console.line(desk.console.spoken(say("Exchange", "Nothing was written.")))
        if wanted:
            hint = say("Exchange", "To bring it in, say it once more with --yes.")
            desk.console.line(desk.console.spoken(hint))
    broken = len(readings) < len(arguments.files)
    return BROKEN_INPUT if broken else FINDINGS if preview.troubles else 0


def _readings(arguments: argparse.Namespace, desk: Desk) -> list[Reading]:
    from desktop_assist.packs.exchange.limits import Limits  # noqa: PLC0415  only this command
    from desktop_assist.packs.exchange.reading import read_source  # noqa: PLC0415  as above

    plain = Limits()
    limits = Limits(
        size=arguments.most_megabytes * 1_000_000 if arguments.most_megabytes else plain.size,
        rows=arguments.most_rows or plain.rows,
    )
    roles = _roles(arguments.columns)
    readings = []
    for file in arguments.files:
        try:
            readings.append(read_source(file, limits, arguments.encoding or "", roles))
        except AssistError as error:
            desk.console.problem(error)
    return readings


def _roles(text: str) -> tuple[Role, ...]:
    """`code,body,-,category` as the roles of the columns.

    Raises:
        AssistError: one of them is none.
    """
    from desktop_assist.packs.exchange.columns import ROLES  # noqa: PLC0415  only this command

    known: dict[str, Role] = {role or "-": role for role in ROLES}
    names = [name.strip() for name in text.split(",")] if text else []
    for name in names:
        if name not in known:
            raise AssistError(
                say("Exchange", "“{name}” is nothing that a column can be.", name=name),
                say("Exchange", "Use: {names}; - leaves a column out.", names=", ".join(known)),
            )
    return tuple(known[name] for name in names)


def _previewed(
    arguments: argparse.Namespace, readings: Sequence[Reading], library: Library
) -> Preview:
    from desktop_assist.packs.exchange.incoming import levels  # noqa: PLC0415  only this command
    from desktop_assist.packs.exchange.preview import Options, Previewing  # noqa: PLC0415  as above

    merges = {levels(old): levels(new) for old, new in arguments.merge}
    options = Options(translate=not arguments.keep_placeholders, merges=merges)
    work = Previewing(readings, (*library, *library.hidden()), options)
    for _ in work.steps():
        pass
    return work.preview


def _tell(preview: Preview, readings: Sequence[Reading], desk: Desk) -> None:
    from desktop_assist.packs.exchange.preview import STATUSES  # noqa: PLC0415  only this command

    speak, console = desk.console.spoken, desk.console
    for one in readings:
        read = say("Exchange", "{file}: {title}, {count} replies.", file=one.file.name,
                   title=one.title, count=len(one.replies))  # fmt: skip
        console.line(speak(read))
    for status, count in preview.counts.items():
        if count:
            console.line(f"  {speak(STATUSES[status])}: {count}")
    for merge in preview.merges:
        offer = say(
            "Exchange",
            "“{new}” looks like “{known}”: --merge '{new}={known}' puts its {count} replies there.",
            new="/".join(merge.incoming),
            known="/".join(merge.known[0]),
            count=merge.count,
        )
        console.line(speak(offer))
    for trouble in preview.troubles[:_SHOWN]:
        console.warn(f"{trouble.place}: {speak(trouble.message)}")
    more = len(preview.troubles) - _SHOWN
    if more > 0:
        console.warn(speak(say("Exchange", "… and {count} more rows like that.", count=more)))


def _tell_findings(preview: Preview, desk: Desk) -> None:
    from desktop_assist.packs.exchange.preview import with_findings  # noqa: PLC0415  as above
    from desktop_assist.packs.rules import load_rules  # noqa: PLC0415  loads the automaton

    rules = load_rules([resources() / "rules"], desk.home.cache)
    for at, findings in with_findings(preview, desk.checker(rules.ruleset)):
        item = preview.items[at]
        for one in findings:
            desk.console.line(f"{item.file.name}:{item.row}: {one.severity}: {one.message}")


def _wanted(preview: Preview) -> list[Item]:
    from desktop_assist.packs.exchange.preview import COMES_IN  # noqa: PLC0415  only this command

    return [one for one in preview.items if one.status in COMES_IN]


def _keep(items: Sequence[Item], library: Library, desk: Desk) -> None:
    from desktop_assist.packs.exchange.preview import to_bring  # noqa: PLC0415  only this command

    with _alone(desk):
        keeping = _Keeping(desk, library.original)
        snippets = to_bring(items, _picture_keeper(desk), _fresh_id)
        done = keeping.changes.bring(snippets, keeping.last.note)
    told = say("Exchange", "{count} replies were imported.", count=len(done.keys))
    desk.console.line(desk.console.spoken(told))


def _take_back(desk: Desk) -> None:
    """Take back the last import; what was changed since stays as it is.

    Raises:
        AssistError: there is none, or the program runs and has the replies open.
    """
    with _alone(desk):
        keeping = _Keeping(desk, desk.library().original)
        done = keeping.changes.carry_out(keeping.last.way_back)
        keeping.last.forget()
    told = say(
        "Exchange",
        "{count} replies were taken back; those that were new lie in the bin.",
        count=len(done.keys),
    )
    desk.console.line(desk.console.spoken(told))
    if done.left:
        left = say(
            "Exchange", "{count} were changed since and stayed as they are.", count=len(done.left)
        )
        desk.console.warn(desk.console.spoken(left))


@contextmanager
def _alone(desk: Desk) -> Iterator[None]:
    """For writing, where no program runs that has the replies open.

    Raises:
        AssistError: one does.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  only this command

    desk.home.prepare()
    lock = FileLock(desk.home.folder / "instance.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise AssistError(
            say("Exchange", "Desktop Assist is running and has the replies open."),
            say("Exchange", "Import in its window, or end it first: desktop-assist quit"),
        ) from None
    try:
        yield
    finally:
        lock.release()


class _Keeping:
    """What an import is written with, and taken back."""

    def __init__(self, desk: Desk, original: Callable[[str], Snippet | None]) -> None:
        from desktop_assist.services.library_changes import LibraryChanges  # noqa: PLC0415  only this command
        from desktop_assist.store.agent_layer import AgentLayer  # noqa: PLC0415  as above
        from desktop_assist.store.atomic import AtomicStorage  # noqa: PLC0415  as above
        from desktop_assist.store.edit_history import EditHistory  # noqa: PLC0415  as above
        from desktop_assist.store.last_import import LastImport  # noqa: PLC0415  as above

        layer = AgentLayer(AtomicStorage(desk.home.own_snippets, desk.now.date))
        history = EditHistory(desk.home.edits, desk.console.problem)
        self.changes = LibraryChanges(original, layer, history, lambda: desk.now)
        self.last = LastImport(desk.home.last_import, lambda: desk.now)


def _picture_keeper(desk: Desk) -> Callable[[Picture], str]:
    """Takes PNG files in; other pictures need the window, which can read them."""
    from desktop_assist.store.pictures import PictureStore  # noqa: PLC0415  only this command

    store = PictureStore(desk.home.pictures)

    def keep(picture: Picture) -> str:
        data = picture.read()
        if data.startswith(_PNG):
            return store.keep(data)
        left = say(
            "Exchange",
            "“{file}” is no PNG; its words came in. The import window takes other pictures too.",
            file=picture.name,
        )
        desk.console.warn(desk.console.spoken(left))
        return ""

    return keep


def _write_pack(folder: Path, items: Sequence[Item], desk: Desk) -> None:
    """The replies as a pack of their own, for a lead who publishes it."""
    from desktop_assist.core.replies.library import Entry  # noqa: PLC0415  only this command
    from desktop_assist.packs.exchange.preview import to_bring  # noqa: PLC0415  as above
    from desktop_assist.packs.writer import write_pack  # noqa: PLC0415  as above

    with TemporaryDirectory() as beside:
        pictures: dict[str, Path] = {}

        def named(picture: Picture) -> str:
            name = f"images/{len(pictures)}{picture.suffix}"
            pictures[name] = Path(beside, f"{len(pictures)}{picture.suffix}")
            pictures[name].write_bytes(picture.read())
            return name

        found: Mapping[str, Snippet] = to_bring(items, named, _fresh_id)
        entries = [Entry(one, "own", origin="own") for one in found.values()]
        told = write_pack(folder, folder.name, entries, lambda one: pictures.get(one.snippet.image))
    desk.console.line(desk.console.spoken(told))


def _fresh_id() -> str:
    return f"own-{secrets.token_hex(6)}"
