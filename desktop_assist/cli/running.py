"""Commands that the running instance carries out."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desktop_assist.cli.desk import Desk
from desktop_assist.errors import FINDINGS

if TYPE_CHECKING:
    from desktop_assist.services.instance import Reply


def ask(arguments: argparse.Namespace, desk: Desk) -> int:
    """Hand the bare command on."""
    return _ask(desk, arguments.command)


def paste(arguments: argparse.Namespace, desk: Desk) -> int:
    """Have a reply pasted into the window in front."""
    return _ask(desk, "paste", arguments.reply, dict(arguments.values))


def status(arguments: argparse.Namespace, desk: Desk) -> int:
    """Tell whether an instance runs; its data as JSON, with `running` in both cases."""
    from desktop_assist.services.instance import NoInstance  # noqa: PLC0415  see `_reply`

    try:
        reply = _reply(desk, "status")
    except NoInstance:
        if arguments.json:
            desk.console.json({"running": False})
        raise
    if arguments.json:
        desk.console.json({"running": True, **reply.data})
    elif reply.message:
        desk.console.line(reply.message)
    return 0


def open_palette(desk: Desk) -> bool:
    """Whether an instance runs, which then opens its palette.

    Raises:
        NoAnswer: one runs and is silent.
    """
    from desktop_assist.services.instance import NoInstance  # noqa: PLC0415  see `_reply`

    try:
        _ask(desk, "palette")
    except NoInstance:
        return False
    return True


def _ask(desk: Desk, command: str, key: str = "", values: dict[str, str] | None = None) -> int:
    reply = _reply(desk, command, key, values)
    tell = desk.console.line if reply.ok else desk.console.warn
    for sentence in (reply.message, reply.hint):
        if sentence:
            tell(sentence)
    return 0 if reply.ok else FINDINGS


def _reply(desk: Desk, command: str, key: str = "", values: dict[str, str] | None = None) -> Reply:
    # multiprocessing and filelock are of no use to the commands that need no instance.
    from desktop_assist.services.instance import Request, ask_instance  # noqa: PLC0415

    return ask_instance(desk.home.folder, Request(command=command, key=key, values=values or {}))
