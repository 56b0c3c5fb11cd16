"""Team packs as an agent has them: the window, real keys, and a lead at another computer."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.e2e.stage.assist import Assist
from tests.e2e.stage.channel import write_pack
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.flows import Keep, take
from tests.e2e.stage.owners import Owner
from tests.e2e.stage.programs import product_command
from tests.e2e.stage.replies import CHINESE, PLAIN, furnish
from tests.e2e.stage.targets import qt_target
from tests.e2e.stage.waiting import wait_until
from tests.e2e.test_flows_rooms import TEAM_PACKS, open_room

SUBSCRIBE = "订阅频道"
GREETING = "您好，欢迎光临小店"


class Lead:
    """The lead's computer, which has the command line alone, and the folder that all can open."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._home = desktop.folder / "lead"
        self.share = desktop.folder / "share"
        self.pack = self._home / "shop"

    def run(self, *words: str) -> str:
        """What a command of `channel` says, which must come to its end well."""
        done = self._desktop.run(*product_command(self._home, "channel", *words))
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def publish(self, body: str) -> None:
        write_pack(self.pack, "shop", {"hello": body}, ", code: zqh")
        self.run("publish", str(self.pack), "--yes")

    def invite_file(self) -> Path:
        file = self._desktop.folder / "invite.txt"
        file.write_text(self.run("invite").strip(), "utf-8")
        return file


@pytest.fixture(scope="module")
def lead(desktop: Desktop) -> Lead:
    made = Lead(desktop)
    made.run("create", "小店", str(made.share), "--lead", "王芳")
    made.publish(GREETING)
    return made


@pytest.fixture(scope="module")
def assist(desktop: Desktop, owner: Owner, lead: Lead) -> Iterator[Assist]:
    """The agent's program, in Chinese, which has subscribed to the lead's channel by its window."""
    owner.take()
    program = Assist(desktop, desktop.folder / "agent")
    furnish(program.home, msgspec.structs.replace(CHINESE, agent="李雷"))
    program.start()
    subscribe(program, lead)
    yield program
    program.quit()


def press(assist: Assist, *keys: str) -> None:
    """Press keys one after the other at a person's pace."""
    for key in keys:
        assist.desktop.keyboard.rest(0.05)
        assist.desktop.keyboard.chord(key, hold=0.02)


def subscribe(assist: Assist, lead: Lead) -> None:
    """From the tray's menu to the invite, which was copied, and Enter until it is taken."""
    window = open_room(assist, TEAM_PACKS)
    copy(assist.desktop, lead.invite_file())
    press(assist, "tab", "space")
    assist.wait_for_window(SUBSCRIBE)
    press(assist, "ctrl+v", "tab", "enter")

    def is_taken() -> bool:
        if assist.desktop.windows.active() == window:
            return True
        press(assist, "enter")  # closed to it until the channel has been looked at
        return False

    wait_until(is_taken, "an invite that was looked at and taken", within=15, every=0.3)
    wait_until(lambda: holds(assist, "zqh"), "the team's reply", within=15, every=0.2)
    press(assist, "escape")
    assist.wait_until_closed(TEAM_PACKS)


def copy(desktop: Desktop, file: Path) -> subprocess.Popen[bytes]:
    """Copy a text, as out of a mail."""
    copied = desktop.start("xclip", "-quiet", "-selection", "clipboard", "-i", str(file))
    wanted = file.read_bytes()
    wait_until(lambda: _copied(desktop) == wanted, "the invite on the clipboard")
    return copied


def _copied(desktop: Desktop) -> bytes:
    return desktop.run("xclip", "-selection", "clipboard", "-o").stdout


def holds(assist: Assist, code: str, body: str = "") -> bool:
    """Whether a reply with that code is offered, and says `body`."""
    found = assist.command("search", code).stdout.decode()
    return code in found and body in assist.command("show", "shop/hello").stdout.decode()


def test_news_come_by_a_key_and_stand_in_the_window(assist: Assist, lead: Lead) -> None:
    # GIVEN a reply that the lead has put in other words
    lead.publish(f"{GREETING}，有什么可以帮您")
    # WHEN the agent looks for news
    open_room(assist, TEAM_PACKS)
    press(assist, "ctrl+r")
    wait_until(lambda: holds(assist, "zqh", "有什么可以帮您"), "the news", within=15, every=0.2)
    press(assist, "escape")
    assist.wait_until_closed(TEAM_PACKS)


def test_an_agent_s_own_reply_becomes_the_team_s(
    desktop: Desktop, assist: Assist, lead: Lead
) -> None:
    # GIVEN an own reply, which the agent sends to the lead with a note
    open_room(assist, TEAM_PACKS)
    press(assist, "ctrl+3", "tab", "down", "tab")
    desktop.keyboard.type(PLAIN.code)
    press(assist, *["tab"] * 4)
    desktop.keyboard.type("gei dajia yong")
    press(assist, "enter")
    wait_until(lambda: [*lead.share.glob("inbox/**/*.json")], "the suggestion", within=15)
    press(assist, "escape")
    assist.wait_until_closed(TEAM_PACKS)
    # WHEN the lead takes it and publishes; the pack's folder is known from the last publish
    told = lead.run("proposals")
    assert PLAIN.title in told
    assert "李雷" in told
    assert "gei dajia yong" in told
    lead.run("take", told.split()[0])
    lead.run("publish", str(lead.pack), "--yes")
    # THEN everyone has it with the next look
    open_room(assist, TEAM_PACKS)
    press(assist, "ctrl+r")
    wait_until(
        lambda: assist.command("show", f"shop/{PLAIN.id}").returncode == 0,
        "the team's new reply", within=15, every=0.2,
    )  # fmt: skip
    press(assist, "escape")
    assist.wait_until_closed(TEAM_PACKS)


def test_what_the_team_has_is_found_by_the_palette_and_pasted(
    desktop: Desktop, assist: Assist, keep: Keep
) -> None:
    # The last of all: for a while after a paste the tray's menu offers the old clipboard as well.
    target = keep(qt_target(desktop))
    take(assist, "zqh")
    assert target.wait_for_any_text().startswith(GREETING)
