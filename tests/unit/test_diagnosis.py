"""The doctor's judgement: what is seen, and what a person is told to do about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_assist.core.diagnosis.concealment import Concealment
from desktop_assist.core.diagnosis.diagnosis import Check, Diagnosis, State
from desktop_assist.core.diagnosis.facts import (
    Backends,
    DesktopFacts,
    FileHealth,
    FileState,
    FolderHealth,
    Missing,
    Versions,
)
from desktop_assist.core.diagnosis.judging import diagnose
from desktop_assist.oslayer.survey.packages import PACKAGES, install_line
from desktop_assist.text import say

DESKTOP = DesktopFacts(say("Doctor", "X11"), "XFCE", screen=True, tray=True, font=True)
BACKENDS = Backends(
    hotkeys="x11",
    why_hotkeys=say("HotkeyBackend", "Hotkeys through X11."),
    keys="xtest",
    windows="x11",
    clipboard="x11 clipboard",
    confirms_reads=True,
)
FOLDER = FolderHealth("/data", exists=True, writable=True, free=10**10)
VERSIONS = Versions("1.0", "3.11", "Linux", "wheel", {"msgspec": "1"})


def english(_context: str, source: str) -> str:
    return source


def found(
    desktop: DesktopFacts = DESKTOP,
    backends: Backends = BACKENDS,
    folder: FolderHealth = FOLDER,
    versions: Versions = VERSIONS,
) -> Diagnosis:
    return diagnose(desktop, backends, folder, versions)


def check(diagnosis: Diagnosis, name: str) -> Check:
    return next(one for one in diagnosis.checks if one.name == name)


def with_file(state: FileState, **values: int) -> Diagnosis:
    file = FileHealth("own-snippets", state, **values)
    return found(folder=replace(FOLDER, files=(file,)))


def test_where_all_works_nothing_is_to_be_done() -> None:
    diagnosis = found()
    assert diagnosis.worst is State.FINE
    assert diagnosis.troubles == ()
    assert not any("$" in line for line in diagnosis.lines(english))


def test_a_missing_library_comes_with_the_command_that_installs_it() -> None:
    missing = Missing("libxcb-cursor.so.0", say("Doctor", "no window"), "sudo apt-get install x")
    diagnosis = found(replace(DESKTOP, libraries=(missing,)))
    assert diagnosis.worst is State.BROKEN
    lines = "\n".join(diagnosis.lines(english))
    assert "✗ libxcb-cursor.so.0: is missing; no window" in lines
    assert "$ sudo apt-get install x" in lines


def test_a_desktop_without_a_tray_limits_and_breaks_nothing() -> None:
    diagnosis = found(replace(DESKTOP, tray=False, tray_mend=say("Doctor", "Switch it on.")))
    assert diagnosis.worst is State.LIMITED
    assert check(diagnosis, "desktop.tray").mend == say("Doctor", "Switch it on.")


def test_a_tray_that_nobody_tells_of_is_no_trouble() -> None:
    diagnosis = found(replace(DESKTOP, tray=None))
    assert check(diagnosis, "desktop.tray").state is State.UNKNOWN
    assert diagnosis.troubles == ()


def test_without_a_screen_the_seams_are_not_judged() -> None:
    diagnosis = found(replace(DESKTOP, screen=False), replace(BACKENDS, hotkeys="none"))
    assert check(diagnosis, "desktop.display").state is State.BROKEN
    assert not any(one.name == "paste.hotkeys" for one in diagnosis.checks)


def test_hotkeys_that_were_refused_are_each_named() -> None:
    taken = say("Hotkeys", "Ctrl+Alt+H is taken.")
    diagnosis = found(backends=replace(BACKENDS, refused=(taken,)))
    assert [str(one.found) for one in diagnosis.troubles] == ["Ctrl+Alt+H is taken."]


def test_where_nothing_can_be_pressed_or_seen_the_reply_stays_on_the_clipboard() -> None:
    limited = replace(BACKENDS, keys="none", windows="none", confirms_reads=False)
    told = found(backends=limited)
    assert told.worst is State.LIMITED
    for name in ("paste.keys", "paste.windows"):
        assert "left on the clipboard" in str(check(told, name).mend)


def test_where_only_our_own_windows_are_seen_the_agent_is_told_to_stay() -> None:
    told = check(found(backends=replace(BACKENDS, windows="unseen")), "paste.windows")
    assert told.state is State.LIMITED
    assert "Stay in the chat window" in str(told.mend)


@pytest.mark.parametrize("wayland", [True, False])
def test_where_the_desktop_could_press_keys_the_setting_is_named(wayland: bool) -> None:
    told = found(replace(DESKTOP, shortcut=wayland), replace(BACKENDS, keys="none"))
    assert ("let the desktop press it" in str(check(told, "paste.keys").mend)) is wayland


def test_where_the_desktop_binds_shortcuts_the_command_is_told() -> None:
    told = check(found(replace(DESKTOP, shortcut=True)), "paste.shortcut")
    assert told.command == "desktop-assist palette"


@pytest.mark.parametrize(
    ("free", "state"),
    [(10**10, State.FINE), (150 * 10**6, State.LIMITED), (10**6, State.BROKEN)],
)
def test_little_room_is_told_before_saving_fails(free: int, state: State) -> None:
    assert check(found(folder=replace(FOLDER, free=free)), "data.room").state is state


@pytest.mark.parametrize(
    ("state", "judged", "part"),
    [
        (FileState.WHOLE, State.FINE, "3 entries"),
        (FileState.DAMAGED, State.LIMITED, "is damaged; 3 entries are whole"),
        (FileState.NEWER, State.BROKEN, "newer version"),
        (FileState.UNREADABLE, State.BROKEN, "cannot be read"),
        (FileState.ABSENT, State.LIMITED, "2 backups are there"),
    ],
)
def test_each_state_of_a_file_has_its_sentence(state: FileState, judged: State, part: str) -> None:
    one = check(with_file(state, records=3, backups=2), "data.file.own-snippets")
    assert one.state is judged
    assert part in str(one.found)
    assert (one.mend is None) is (judged is State.FINE)


def test_a_file_that_never_was_is_not_missed() -> None:
    assert with_file(FileState.ABSENT).troubles == ()


def test_a_library_that_is_gone_is_told() -> None:
    diagnosis = found(versions=replace(VERSIONS, libraries={"tinydb": ""}))
    assert check(diagnosis, "version.library.tinydb").state is State.BROKEN


def test_the_document_holds_what_the_lines_hold() -> None:
    document = found(replace(DESKTOP, tray=False)).document(english)
    assert document["format"] == 1
    assert document["state"] == "limited"
    checks = document["checks"]
    assert isinstance(checks, list)
    assert {"name", "state", "title", "found", "mend", "command"} == checks[0].keys()


def test_a_report_tells_neither_names_nor_places() -> None:
    conceal = Concealment.of(
        data="/home/xiaohong/shop data",
        home="/home/xiaohong/",
        temporary="/tmp",
        user="xiaohong",
        host="front-desk-3",
    )
    text = (
        "/home/xiaohong/shop data/settings, /home/xiaohong/.config, /tmp/x, Xiaohong@front-desk-3"
    )
    assert conceal(text) == "DATA/settings, ~/.config, TMP/x, USER@HOST"


def test_windows_paths_are_concealed_with_either_slash() -> None:
    conceal = Concealment.of(
        data="C:\\Users\\Li\\AppData\\assist", home="C:\\Users\\Li", temporary="", user="", host=""
    )
    assert conceal("c:/users/li/appdata/assist/a C:\\Users\\Li\\b") == "DATA/a ~\\b"


def test_a_name_inside_another_word_stays() -> None:
    conceal = Concealment.of(data="", home="", temporary="", user="key", host="")
    assert conceal("keyboard: key") == "keyboard: USER"


def test_an_empty_place_conceals_nothing() -> None:
    conceal = Concealment.of(data="/", home="", temporary="", user="", host="ab")
    assert conceal("/usr/lib ab") == "/usr/lib ab"


@pytest.mark.parametrize(
    ("program", "line"),
    [
        ("apt-get", "sudo apt-get install --no-install-recommends libxcb-cursor0"),
        ("dnf", "sudo dnf install xcb-util-cursor"),
        ("pacman", "sudo pacman -S --needed xcb-util-cursor"),
        ("zypper", "sudo zypper install libxcb-cursor0"),
    ],
)
def test_the_command_is_that_of_the_systems_own_installer(program: str, line: str) -> None:
    assert (
        install_line("libxcb-cursor.so.0", lambda name: (name == program and name) or None) == line
    )


def test_where_no_installer_is_known_no_command_is_made_up() -> None:
    assert install_line("xclip", lambda _name: None) == ""
    assert install_line("unheard-of", lambda name: name) == ""


def test_every_thing_has_a_package_for_each_installer() -> None:
    assert {len(names) for names in PACKAGES.values()} == {4}
