"""Keeps the clipboard alive after the program has ended, until somebody copies something else.

On X11 a selection dies with the process that owns it. What the agent had copied came to be ours
when the first reply was pasted, so it must not end with us. Run as a program of its own:

    python -m desktop_assist.oslayer.x11.keeper < formats.json
"""

from __future__ import annotations

import os
import sys

import msgspec

from desktop_assist.decoding import decode
from desktop_assist.oslayer.x11.connection import X11Thread
from desktop_assist.oslayer.x11.fetch import SavedSelection
from desktop_assist.oslayer.x11.selection import Holding, SelectionOwner


class Kept(msgspec.Struct, frozen=True):
    """A saved selection on its way to the keeper: bytes, property type and unit by format."""

    selection: str
    formats: dict[str, bytes]
    kinds: dict[str, tuple[str, int]]


def keep_after_end(selection: str, saved: SavedSelection) -> None:
    """Start a process that takes `selection` over with `saved` and outlives this one."""
    kept = Kept(selection, dict(saved.formats), saved.kinds)
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "desktop_assist.oslayer.x11.keeper"]
    silent = os.open(os.devnull, os.O_WRONLY)
    # Not `subprocess`: its object would want to be waited for, and this child is to outlive us.
    os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_DUP2, reading, 0),
            (os.POSIX_SPAWN_DUP2, silent, 1),
            (os.POSIX_SPAWN_DUP2, silent, 2),
        ],
        setsid=True,
    )
    os.close(reading)
    os.close(silent)
    with os.fdopen(writing, "wb") as given:
        given.write(msgspec.json.encode(kept))


def main() -> None:
    """Own what standard input says until another program owns something else."""
    kept = decode(sys.stdin.buffer.read(), Kept)
    thread = X11Thread("keeper")

    def begin() -> None:
        owner = SelectionOwner(thread, kept.selection, lambda _png, _target: None, eager=False)
        owner.on_loss = thread.finish
        thread.handle = owner.handle
        owner.own(Holding(SavedSelection(kept.formats, kinds=kept.kinds)))

    thread.ask(begin)
    thread.wait()


if __name__ == "__main__":
    main()
