"""The pictures of the README and the help: real windows, cut out of a virtual desktop."""

from __future__ import annotations

import tempfile
from contextlib import AbstractContextManager
from pathlib import Path

import msgspec

from desktop_assist.settings import Settings
from tests.demo.scene import ENGLISH_DARK, Scene, opened
from tests.demo.team import CHINESE_TEAM, ENGLISH_TEAM, Team, join_team
from tests.e2e.stage.assist import OWN_REPLIES, PALETTE, REVIEW, SETTINGS
from tests.e2e.stage.replies import CHINESE

PANEL = "聊天旁的话术"
HARSH = "不知道，等着吧。"
LIBRARY, LEARNING = "话术库", "新人学习室"
TRAY_LIBRARY, TRAY_LEARNING, TRAY_TEAM_PACKS, TRAY_SETTINGS = 6, 7, 9, 11
"""Steps down the tray menu while there is nothing to restore."""
ROOM = 18
"""Pixels of the desktop that are left around a window."""


def take_pictures(folder: Path) -> None:
    """Make every picture anew."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, opened(Path(home), CHINESE) as scene:
        _in_chinese(scene, folder)
    with tempfile.TemporaryDirectory() as home, _english(Path(home)) as scene:
        _in_english(scene, folder)
    take_team_pictures(folder)


def take_team_pictures(folder: Path) -> None:
    """The window of team packs, each language with a team of its own."""
    with tempfile.TemporaryDirectory() as home, opened(Path(home), CHINESE) as scene:
        _team_packs(scene, CHINESE_TEAM, "团队话术", folder / "team-packs-zh.png")
    light = msgspec.structs.replace(ENGLISH_DARK, theme="light")
    with tempfile.TemporaryDirectory() as home, _english(Path(home), light) as scene:
        _team_packs(scene, ENGLISH_TEAM, "Team packs", folder / "team-packs-en.png")


def _team_packs(scene: Scene, team: Team, title: str, file: Path) -> None:
    """What the second version of the team's pack changed."""
    join_team(scene, team)
    scene.assist.open_tray_menu()
    scene.press(*["down"] * TRAY_TEAM_PACKS, "enter")
    number = scene.assist.wait_for_window(title)
    scene.press("ctrl+2")
    scene.desktop.keyboard.rest(1)  # the versions are compared after the page is shown
    _cut_out(scene, number, file)


def _in_chinese(scene: Scene, folder: Path) -> None:
    number = scene.assist.open("ctrl+alt+space", PALETTE)
    scene.type("tuihuo")
    _cut_out(scene, number, folder / "palette-zh-light.png")
    scene.press("ctrl+a")
    scene.type("smshfh")
    scene.press("enter")
    number = scene.assist.wait_for_window("什么时候发货")
    scene.press("2")
    _cut_out(scene, number, folder / "form-zh.png")
    scene.press("escape", "escape")
    scene.assist.wait_for_front(scene.chat.window)
    scene.chat.clear(HARSH)
    number = scene.assist.open("ctrl+alt+p", REVIEW)
    _cut_out(scene, number, folder / "review-zh.png")
    scene.press("escape")
    scene.assist.wait_for_front(scene.chat.window)
    _beside(scene, folder)
    _from_tray(scene, folder)


def _beside(scene: Scene, folder: Path) -> None:
    """The panel and the chat that it stands beside."""
    scene.press("ctrl+alt+b")
    panel = scene.desktop.windows.named(PANEL)
    scene.desktop.keyboard.rest(0.5)  # it moves beside the chat after it is mapped
    boxes = [scene.desktop.windows.area(one) for one in (scene.chat.window, panel)]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right = max(box[0] + box[2] for box in boxes)
    bottom = max(box[1] + box[3] for box in boxes)
    _cut(scene, (left, top, right - left, bottom - top), folder / "panel-zh.png")
    scene.press("ctrl+alt+b")


def _from_tray(scene: Scene, folder: Path) -> None:
    windows = scene.desktop.windows
    scene.assist.open_tray_menu()
    scene.press("down")
    _cut(scene, windows.menu_area(), folder / "tray-zh.png")
    scene.press("escape")
    _room(scene, TRAY_LIBRARY, LIBRARY, folder / "library-zh.png")
    _room(scene, TRAY_LEARNING, LEARNING, folder / "learning-zh.png")
    scene.assist.open_tray_menu()
    scene.press(*["down"] * TRAY_SETTINGS, "enter")
    number = scene.assist.wait_for_window(SETTINGS)
    scene.press("down")  # the page of the hotkeys
    _cut_out(scene, number, folder / "settings-zh.png")
    windows.close_window(number)
    scene.assist.wait_until_closed(SETTINGS)
    scene.assist.open("ctrl+alt+space", PALETTE)
    scene.type("hhsm")
    scene.press("ctrl+e")
    number = scene.assist.wait_for_window(OWN_REPLIES)
    scene.press("ctrl+home", "alt+enter")  # the menu of what can be done about the first finding
    scene.desktop.keyboard.rest(1)
    _cut_out(scene, number, folder / "editor-zh.png")


def _room(scene: Scene, steps: int, title: str, file: Path) -> None:
    """A window that opens from the tray menu, so many steps down."""
    scene.assist.open_tray_menu()
    scene.press(*["down"] * steps, "enter")
    number = scene.assist.wait_for_window(title)
    scene.desktop.keyboard.rest(1)  # its first list is filled after it is mapped
    scene.press("down", "down")
    _cut_out(scene, number, file)
    scene.desktop.windows.close_window(number)
    scene.assist.wait_until_closed(title)


def _english(home: Path, look: Settings = ENGLISH_DARK) -> AbstractContextManager[Scene]:
    said = ("Hi there!", "I sent the jug back last week. Where is my refund?")
    return opened(home, look, "Anna Berg – Linden & Co", said)


def _in_english(scene: Scene, folder: Path) -> None:
    number = scene.assist.open("ctrl+alt+space", "Find a reply")
    scene.type("refund")
    _cut_out(scene, number, folder / "palette-en-dark.png")
    scene.press("escape")
    _room(scene, TRAY_LIBRARY, "Library", folder / "library-en-dark.png")


def _cut_out(scene: Scene, number: int, file: Path) -> None:
    _cut(scene, scene.desktop.windows.area(number), file)


def _cut(scene: Scene, area: tuple[int, int, int, int], file: Path) -> None:
    """A picture of that part of the screen with a little room around, in few colours."""
    left, top, width, height = area
    shape = f"{width + 2 * ROOM}x{height + 2 * ROOM}+{max(left - ROOM, 0)}+{max(top - ROOM, 0)}"
    scene.desktop.keyboard.rest(0.5)  # the last key's painting is told by nobody
    screen = scene.desktop.screenshot(scene.desktop.folder / "screen.png")
    done = scene.desktop.run(
        "convert", str(screen), "-crop", shape, "+repage", "-strip", "+dither", "-colors", "128",
        "-define", "png:compression-level=9", f"PNG8:{file}",
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
