"""Puts the room's ports together from the parts of the program."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from desktop_assist.core.replies.library import Entry
from desktop_assist.gui.learning_room.ports import Ports, Progress
from desktop_assist.gui.shelf import Shelf
from desktop_assist.packs.lessons import read_lessons


def room_ports(
    shelf: Shelf,
    progress: Progress,
    example: Callable[[Entry], str],
    language: Callable[[], str],
) -> Ports:
    """The ports of this program; `language` is the interface's, such as `zh_CN`.

    `example` renders a reply as a customer would read it.
    """
    return Ports(
        lessons=lambda: read_lessons(shelf.packs),
        entries=shelf.usable,
        entry=shelf.entry,
        example=example,
        check=shelf.check,
        progress=progress,
        now=lambda: datetime.datetime.now().astimezone(),
        language=language,
    )
