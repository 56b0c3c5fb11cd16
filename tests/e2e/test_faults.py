"""What goes wrong is told in a sentence, costs only itself, and can be put right."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_assist.settings import Settings
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.home import Home
from desktop_assist.store.settings_store import SettingsStore
from tests.e2e.stage.assist import PALETTE, SETTINGS, Assist
from tests.e2e.stage.desktop import Desktop, command
from tests.e2e.stage.flows import Keep
from tests.e2e.stage.owners import Owner
from tests.e2e.stage.programs import product_command
from tests.e2e.stage.replies import PLAIN, furnish
from tests.e2e.stage.targets import qt_target
from tests.e2e.stage.waiting import wait_until

OPEN_SETTINGS = 11
"""Steps down the tray menu to the settings, while there is nothing to restore."""
FIRST_RECORDER = ("down", "tab", "tab", "tab")
"""From the list of pages to the palette's hotkey."""
FIRST_OFFER = (*FIRST_RECORDER, "tab")
BROKEN_PACK = """format: 1
snippets:
  - id: good-one
    title: 好的一条
    category: [测试]
    code: zqgood
    body: 好的一条仍然可用。
  - id: bad-one
    title: 坏的一条
    category: [测试]
    bodi: 字段名写错了
"""


@pytest.fixture
def program(desktop: Desktop, owner: Owner) -> Iterator[Assist]:
    """The product on a home of this test's own, not started yet."""
    owner.take("text")
    number = len(list(desktop.folder.glob("fault-*")))
    made = Assist(desktop, desktop.folder / f"fault-{number}")
    furnish(made.home)
    yield made
    if made.is_running():
        made.quit()


@pytest.fixture
def rival(desktop: Desktop) -> Iterator[Callable[..., None]]:
    """Starts a program that takes Ctrl+Alt and the given keys; it ends with the test."""
    started: list[subprocess.Popen[bytes]] = []

    def take(*keys: str) -> None:
        line = desktop.listener("rival")
        words = [word for key in keys for word in ("--keys", key)]
        started.append(
            desktop.start(
                *command("rival", "--socket", str(line.path), *words, python=sys.executable),
                name="rival",
            )
        )
        line.wait_for(lambda event: bool(event["event"] == "ready"), "the rival's start")

    yield take
    for process in started:
        desktop.stop(process)


def stored(program: Assist) -> Settings:
    """The settings as they lie on the disk."""
    file = Home(program.home).settings
    return SettingsStore(AtomicStorage(file, datetime.date.today)).load().settings


def open_settings(program: Assist) -> None:
    """Open the settings by the tray menu, as their user does."""
    program.open_tray_menu()
    for _ in range(OPEN_SETTINGS):
        press(program, "down")
    press(program, "enter")
    program.wait_for_window(SETTINGS)


def press(program: Assist, *keys: str) -> None:
    """Press keys one after the other at a person's pace."""
    for key in keys:
        program.desktop.keyboard.rest(0.05)
        program.desktop.keyboard.chord(key)


def refusal(desktop: Desktop, home: Path, **environment: str) -> str:
    """What the tray application says where it cannot start."""
    words = product_command(home)
    # An empty DISPLAY is no screen.
    changed = [f"{name}={value}" for name, value in environment.items()]
    done = desktop.run("env", *changed, *words)
    printed = (done.stdout + done.stderr).decode()
    assert done.returncode == 2
    assert "Traceback" not in printed
    return printed


def test_a_broken_pack_names_the_place_and_the_rest_works(
    desktop: Desktop, program: Assist, keep: Keep
) -> None:
    snippets = program.home / "packs" / "team" / "snippets"
    snippets.mkdir(parents=True)
    (snippets.parent / "pack.yaml").write_text(
        'format: 1\nid: team\nversion: "1"\ntitle: 团队\nlanguages: [zh-CN]\n', encoding="utf-8"
    )
    (snippets / "broken.yaml").write_text(BROKEN_PACK, encoding="utf-8")
    target = keep(qt_target(desktop))
    program.start()
    notice = program.wait_for_notice("bodi")
    assert "broken.yaml:11:" in notice
    assert program.status()["problems"] == 1
    program.open("ctrl+alt+space", PALETTE)
    desktop.keyboard.type("zqgood", gap=0.03)
    desktop.keyboard.chord("enter")
    target.wait_for_text("好的一条仍然可用。")


def test_a_damaged_file_of_own_replies_costs_only_what_is_damaged(
    desktop: Desktop, program: Assist, keep: Keep
) -> None:
    file = Home(program.home).own_snippets
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([*lines[:-1], b'{"half a li']))
    target = keep(qt_target(desktop))
    program.start()
    program.wait_for_notice("")
    desktop.keyboard.chord("ctrl+alt+1", hold=0.03)
    target.wait_for_text(PLAIN.body)


def test_a_file_in_place_of_the_data_folder_is_told(desktop: Desktop) -> None:
    home = desktop.folder / "a-file"
    home.write_text("mine")
    assert str(home) in refusal(desktop, home)
    assert home.read_text() == "mine"


@pytest.mark.parametrize("display", ["", ":4093"])
def test_where_there_is_no_screen_it_says_so(desktop: Desktop, display: str) -> None:
    assert "desktop" in refusal(desktop, desktop.folder / "no-screen", DISPLAY=display)


def test_without_a_tray_the_menu_is_a_window_and_the_hotkeys_work(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with Desktop(tmp_path_factory.mktemp("t"), tray=False) as bare:
        program = Assist(bare, bare.folder / "assist")
        furnish(program.home)
        program.start()
        menu = bare.windows.named("Desktop Assist")
        target = qt_target(bare)
        bare.keyboard.chord("ctrl+alt+1", hold=0.03)
        target.wait_for_text(PLAIN.body)
        bare.windows.close_window(menu)
        target.clear()
        bare.keyboard.chord("ctrl+alt+1", hold=0.03)
        target.wait_for_text(PLAIN.body)
        program.quit()


def test_a_taken_hotkey_is_told_and_the_others_work(
    desktop: Desktop, program: Assist, keep: Keep, rival: Callable[..., None]
) -> None:
    rival("space")
    target = keep(qt_target(desktop))
    program.start()
    assert "Ctrl+Alt" in program.wait_for_notice("已被")
    assert program.status()["problems"] == 1
    desktop.keyboard.chord("ctrl+alt+1", hold=0.03)
    target.wait_for_text(PLAIN.body)


def test_the_recorder_changes_a_hotkey_at_once(
    desktop: Desktop, program: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    program.start()
    open_settings(program)
    press(program, *FIRST_RECORDER, "ctrl+alt+j")
    wait_until(lambda: stored(program).hotkeys["palette"] == "ctrl+alt+j", "the new hotkey")
    press(program, "escape")
    program.wait_for_front(target.window)
    program.open("ctrl+alt+j", PALETTE)
    desktop.keyboard.type("zqa")
    desktop.keyboard.chord("enter")
    target.wait_for_text(PLAIN.body)


@pytest.mark.parametrize("keys", [(*FIRST_RECORDER, "ctrl+alt+h"), FIRST_OFFER])
def test_what_is_free_is_offered_in_place_of_a_taken_combination(
    desktop: Desktop,
    program: Assist,
    keep: Keep,
    rival: Callable[..., None],
    keys: tuple[str, ...],
) -> None:
    """Taken by the welcome of our own when it is recorded, or by another program beforehand."""
    if keys == FIRST_OFFER:
        rival("space")
    target = keep(qt_target(desktop))
    program.start()
    open_settings(program)
    press(program, *keys)
    press(program, "space")  # the first of the combinations that are offered instead
    wait_until(lambda: stored(program).hotkeys["palette"] != "ctrl+alt+space", "another hotkey")
    free = stored(program).hotkeys["palette"]
    assert free != stored(program).hotkeys["welcome"]
    desktop.windows.close_window(desktop.windows.active())
    program.wait_for_front(target.window)
    program.open(free, PALETTE)
    desktop.keyboard.chord("escape")


def test_the_language_changes_at_once_and_back(program: Assist) -> None:
    program.start()
    open_settings(program)
    press(program, "tab", "tab", "down")
    program.wait_for_window("Settings")
    assert program.notices == 0
    press(program, "escape")
    program.wait_until_closed("Settings")
    program.desktop.keyboard.chord("ctrl+alt+9", hold=0.03)
    program.wait_for_notice("Slot 9 is empty")
    program.open_tray_menu()
    for _ in range(OPEN_SETTINGS):
        press(program, "down")
    press(program, "enter")
    program.wait_for_window("Settings")
    press(program, "tab", "tab", "up")
    program.wait_for_window(SETTINGS)
    wait_until(lambda: stored(program).language == "zh_CN", "the language kept")
