"""From facts to checks: what each fact means for the person, and what mends it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_assist.core.diagnosis.diagnosis import Chapter, Check, Diagnosis, State, as_is
from desktop_assist.core.diagnosis.facts import (
    Backends,
    DesktopFacts,
    FileHealth,
    FileState,
    FolderHealth,
    Missing,
    Versions,
)
from desktop_assist.text import Message, say

LITTLE_ROOM = 200_000_000
"""Bytes; with less, backups and the search index may fail."""
NO_ROOM = 20_000_000
"""Bytes; with less, replies may no longer be saved."""


_FILES = {
    "settings": say("Doctor", "Settings"),
    "own-snippets": say("Doctor", "Own replies"),
    "usage": say("Doctor", "Uses and favourites"),
    "drafts": say("Doctor", "Drafts"),
    "exceptions": say("Doctor", "Taught exceptions"),
    "progress": say("Doctor", "Learning"),
    "edits": say("Doctor", "History of changes"),
    "picks": say("Doctor", "Learnt picks"),
    "follow-ups": say("Doctor", "Learnt sequences"),
}
"""What people call the files of the data folder."""


def diagnose(
    desktop: DesktopFacts, backends: Backends, folder: FolderHealth, versions: Versions
) -> Diagnosis:
    """What works here, what does not, and what mends it."""
    return Diagnosis(
        (
            Chapter(say("Doctor", "Desktop"), tuple(_desktop(desktop))),
            Chapter(say("Doctor", "Hotkeys and pasting"), tuple(_backends(backends, desktop))),
            Chapter(say("Doctor", "Data folder"), tuple(_folder(folder))),
            Chapter(say("Doctor", "Versions"), tuple(_versions(versions))),
        )
    )


def _desktop(seen: DesktopFacts) -> Iterator[Check]:
    yield _display(seen)
    yield _tray(seen)
    for number, missing in enumerate(seen.libraries):
        yield _missing(f"desktop.library.{number}", missing, State.BROKEN)
    for number, missing in enumerate(seen.tools):
        yield _missing(f"desktop.tool.{number}", missing, State.LIMITED)
    if seen.font is False:
        yield Check(
            "desktop.font",
            say("Doctor", "Chinese font"),
            State.LIMITED,
            say("Doctor", "none is installed; Chinese replies are shown as boxes"),
            say("Doctor", "Install one, then start the program again."),
            seen.font_command,
        )
    if seen.starts_with_desktop is not None:
        yield _autostart(started=seen.starts_with_desktop)


def _display(seen: DesktopFacts) -> Check:
    title = say("Doctor", "Display")
    if not seen.screen:
        return Check(
            "desktop.display",
            title,
            State.BROKEN,
            say("Doctor", "there is no screen, or it does not answer"),
            say("Doctor", "Run this on a desktop; list, search and check work without one."),
        )
    if not seen.desktop:
        return Check("desktop.display", title, State.FINE, seen.session)
    both = Message("", "{session}, {desktop}", {"session": seen.session, "desktop": seen.desktop})
    return Check("desktop.display", title, State.FINE, both)


def _tray(seen: DesktopFacts) -> Check:
    title = say("Doctor", "Tray")
    if seen.tray is None:
        return Check("desktop.tray", title, State.UNKNOWN, say("Doctor", "nothing here tells"))
    if seen.tray:
        return Check("desktop.tray", title, State.FINE, say("Doctor", "shows icons"))
    return Check(
        "desktop.tray",
        title,
        State.LIMITED,
        say("Doctor", "this desktop shows no icons; hotkeys and commands work all the same"),
        seen.tray_mend,
        seen.tray_command,
    )


def _missing(name: str, missing: Missing, state: State) -> Check:
    return Check(
        name,
        as_is(missing.name),
        state,
        say("Doctor", "is missing; {purpose}", purpose=missing.purpose),
        None,
        missing.command,
    )


def _autostart(*, started: bool) -> Check:
    found = (
        say("Doctor", "starts with the desktop") if started else say("Doctor", "is started by hand")
    )
    return Check("desktop.autostart", say("Doctor", "Start"), State.FINE, found)


def _backends(used: Backends, seen: DesktopFacts) -> Iterator[Check]:
    if not seen.screen:
        needed = say("Doctor", "cannot be looked at without a screen")
        yield Check("paste", say("Doctor", "Backends"), State.UNKNOWN, needed)
        return
    yield from _hotkeys(used)
    yield _keys(used, may_ask=seen.shortcut)
    yield _windows(used)
    yield _clipboard(used)
    if used.typing_problem is None:
        yield Check(
            "paste.typing", say("Doctor", "Typed codes"), State.FINE, say("Doctor", "can be heard")
        )
    else:
        yield Check(
            "paste.typing",
            say("Doctor", "Typed codes"),
            State.LIMITED,
            used.typing_problem,
            say("Doctor", "Find replies with the palette instead."),
        )
    if seen.shortcut:
        yield Check(
            "paste.shortcut",
            say("Doctor", "The way that always works"),
            State.FINE,
            say("Doctor", "bind a shortcut of the desktop to this command"),
            None,
            "desktop-assist palette",
        )


def _hotkeys(used: Backends) -> Iterator[Check]:
    title = say("Doctor", "Hotkeys")
    if used.hotkeys == "none":
        yield Check("paste.hotkeys", title, State.BROKEN, used.why_hotkeys)
        return
    yield Check("paste.hotkeys", title, State.FINE, used.why_hotkeys)
    for number, reason in enumerate(used.refused):
        yield Check(
            f"paste.hotkey.{number}",
            say("Doctor", "A hotkey"),
            State.LIMITED,
            reason,
            say("Doctor", "Choose another one in the settings, on the page “Hotkeys”."),
        )


def _keys(used: Backends, *, may_ask: bool) -> Check:
    title = say("Doctor", "Paste key")
    if used.keys == "none":
        by_hand = say("Doctor", "Replies are left on the clipboard; press the paste key yourself.")
        asking = say(
            "Doctor",
            "Replies are left on the clipboard; press the paste key yourself, or let the desktop"
            " press it: in the settings, on the page “Paste”.",
        )
        return Check(
            "paste.keys",
            title,
            State.LIMITED,
            say("Doctor", "no program may press keys here"),
            asking if may_ask else by_hand,
        )
    found = say("Doctor", "pressed through {name}", name=used.keys)
    return Check("paste.keys", title, State.FINE, found)


def _windows(used: Backends) -> Check:
    title = say("Doctor", "Windows")
    if used.windows in ("none", "unseen"):
        by_hand = say("Doctor", "Replies are left on the clipboard; press the paste key yourself.")
        unseen = say("Doctor", "Stay in the chat window until the reply stands there.")
        return Check(
            "paste.windows",
            title,
            State.LIMITED,
            say("Doctor", "no program may know which window is in front"),
            by_hand if used.windows == "none" else unseen,
        )
    return Check(
        "paste.windows",
        title,
        State.FINE,
        say("Doctor", "told apart through {name}", name=used.windows),
    )


def _clipboard(used: Backends) -> Check:
    title = say("Doctor", "Clipboard")
    found = say("Doctor", "through {name}", name=used.clipboard)
    if used.confirms_reads:
        return Check("paste.clipboard", title, State.FINE, found)
    return Check(
        "paste.clipboard",
        title,
        State.LIMITED,
        say("Doctor", "{found}; nothing tells when a window has taken the reply", found=found),
        say("Doctor", "What you had copied comes back after a minute, or by the tray menu."),
    )


def _folder(seen: FolderHealth) -> Iterator[Check]:
    yield _place(seen)
    yield _room(seen)
    for file in seen.files:
        if file.state is not FileState.ABSENT or file.backups:
            yield _file(file)


def _place(seen: FolderHealth) -> Check:
    title, place = say("Doctor", "Folder"), as_is(seen.place)
    if not seen.writable:
        return Check(
            "data.folder",
            title,
            State.BROKEN,
            say("Doctor", "{place} cannot be written", place=place),
            say("Doctor", "Allow reading and writing there, or choose another with --home."),
        )
    if not seen.exists:
        found = say("Doctor", "{place} is made at the first start", place=place)
        return Check("data.folder", title, State.FINE, found)
    return Check("data.folder", title, State.FINE, place)


def _room(seen: FolderHealth) -> Check:
    title = say("Doctor", "Free room")
    if seen.free is None:
        return Check("data.room", title, State.UNKNOWN, say("Doctor", "nothing here tells"))
    found = say("Doctor", "{size} MB", size=f"{seen.free // 1_000_000:,}")
    if seen.free >= LITTLE_ROOM:
        return Check("data.room", title, State.FINE, found)
    return Check(
        "data.room",
        title,
        State.BROKEN if seen.free < NO_ROOM else State.LIMITED,
        found,
        say("Doctor", "Make room on this disk, so that replies can be saved."),
    )


def _file(file: FileHealth) -> Check:
    judged: dict[FileState, tuple[State, Message, Message | None]] = {
        FileState.WHOLE: (State.FINE, _counted(file), None),
        FileState.ABSENT: (
            State.LIMITED,
            say("Doctor", "is missing; {backups} backups are there", backups=file.backups),
            say("Doctor", "The next start restores the newest backup by itself."),
        ),
        FileState.DAMAGED: (
            State.LIMITED,
            say("Doctor", "is damaged; {count} entries are whole", count=file.records),
            say("Doctor", "The next start repairs it and keeps the damaged file beside it."),
        ),
        FileState.NEWER: (
            State.BROKEN,
            say("Doctor", "was written by a newer version of this program; it stays as it is"),
            say("Doctor", "Update the program, or choose another data folder with --home."),
        ),
        FileState.UNREADABLE: (
            State.BROKEN,
            say("Doctor", "cannot be read; it stays as it is"),
            say("Doctor", "Check that the folder is there and that you may read and write it."),
        ),
    }
    state, found, mend = judged[file.state]
    title = _FILES.get(file.name, as_is(file.name))
    return Check(f"data.file.{file.name}", title, state, found, mend)


def _counted(file: FileHealth) -> Message:
    count = say(
        "Doctor",
        "{count} entries, {backups} backups",
        count=file.records,
        backups=file.backups,
    )
    if not file.put_aside:
        return count
    return say("Doctor", "{count}, {aside} damaged copies kept", count=count, aside=file.put_aside)


def _versions(seen: Versions) -> Iterator[Check]:
    program = as_is(f"{seen.program} ({seen.packaging})")
    yield Check("version.program", as_is("Desktop Assist"), State.FINE, program)
    yield Check("version.python", as_is("Python"), State.FINE, as_is(seen.python))
    yield Check("version.system", say("Doctor", "System"), State.FINE, as_is(seen.system))
    for name, version in seen.libraries.items():
        yield _library(name, version)


def _library(name: str, version: str) -> Check:
    title = as_is(name)
    key = f"version.library.{name.lower()}"
    if version:
        return Check(key, title, State.FINE, as_is(version))
    return Check(
        key,
        title,
        State.BROKEN,
        say("Doctor", "is not installed"),
        say("Doctor", "Install the program again; your own replies are kept elsewhere."),
    )
