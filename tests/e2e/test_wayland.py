"""The program on a real Wayland compositor: sway without a screen, and no X11 beside it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.e2e.stage import sway
from tests.e2e.stage.assist import PALETTE
from tests.e2e.stage.desktop import command
from tests.e2e.stage.listener import Listener
from tests.e2e.stage.programs import product_command, product_status, start_product
from tests.e2e.stage.replies import CHINESE, PLAIN, furnish
from tests.e2e.stage.sway import SwayDesktop
from tests.e2e.stage.waiting import wait_until
from tests.fakes.portal import FakePortal, Manners, private_bus

CHAT = "客户张三"
COPIED = "先前复制的内容".encode()
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c626001000000ffff03000006000557bfabd40000000049454e44ae426082"
)
TO_BIND = "desktop-assist palette"


@pytest.fixture(scope="module")
def desktop() -> Iterator[SwayDesktop]:
    """A private sway; the tests are skipped where its programs are not installed."""
    missing = sway.missing()
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    opened = SwayDesktop()
    with opened:
        yield opened


@pytest.fixture
def chat(desktop: SwayDesktop) -> Iterator[Listener]:
    """A chat window in front."""
    line = desktop.listener("chat")
    words = command("qt_target", "--socket", str(line.path), "--title", CHAT, python=sys.executable)
    process = desktop.start(*words, name="chat")
    line.wait_for(lambda event: bool(event["event"] == "ready"), "the chat's start", within=30)
    desktop.wait_for_front(CHAT)
    yield line
    line.close()
    desktop.stop(process)


class Program:
    """The product on one home folder."""

    def __init__(self, desktop: SwayDesktop, home: Path) -> None:
        self._desktop = desktop
        self.home = home
        self._number = 0

    def start(self, **environment: str) -> None:
        self._number = start_product(self._desktop, self.home, **environment)
        wait_until(lambda: self.status.get("complete"), "all that is loaded", within=30)

    def command(self, word: str) -> None:
        done = self._desktop.run(*product_command(self.home, word))
        assert done.returncode == 0, done.stdout + done.stderr

    @property
    def status(self) -> dict[str, Any]:
        return dict(product_status(self.home))

    def notice(self, part: str) -> str:
        """The newest notice, once it has `part`."""

        def look() -> str:
            last = str(self.status.get("last_notice", ""))
            return last if part in last else ""

        return wait_until(look, f"a notice with “{part}”", every=0.05)

    def end(self) -> None:
        if not self._desktop.has_ended(self._number):
            self.command("quit")
            wait_until(lambda: self._desktop.has_ended(self._number), "its end")


@pytest.fixture
def make(desktop: SwayDesktop) -> Iterator[Callable[..., Program]]:
    """Starts the product in front of the chat, and ends it."""
    made: list[Program] = []

    def start(*, portal_keys: bool = False, **environment: str) -> Program:
        number = len(list(desktop.folder.glob("home-*")))
        program = Program(desktop, desktop.folder / f"home-{number}")
        wanted = msgspec.structs.replace(CHINESE, notices="all", portal_keys=portal_keys)
        furnish(program.home, wanted)
        program.start(**environment)
        made.append(program)
        desktop.focus(CHAT)
        return program

    yield start
    for program in made:
        program.end()


def choose_reply(desktop: SwayDesktop, program: Program) -> None:
    """As the agent does: the palette by the command, a code, Enter."""
    program.command("palette")
    desktop.wait_for_front(PALETTE)
    desktop.type("zqa")
    desktop.chord("Return")
    desktop.wait_for_front(CHAT)


def text_in(chat: Listener) -> str:
    texts = [event["text"] for event in chat.since(0) if event["event"] == "text"]
    return texts[-1] if texts else ""


def without_wtype(folder: Path) -> str:
    """A search path on which there is wl-clipboard, what it runs, and nothing that presses keys."""
    place = folder / "few-programs"
    if not place.exists():
        place.mkdir()
        for name in ("wl-copy", "wl-paste", "cat"):
            (place / name).symlink_to(shutil.which(name) or name)
    return str(place)


@contextmanager
def served(folder: Path, manners: Manners) -> Iterator[tuple[FakePortal, str]]:
    """A portal of such manners on a bus of its own, and the bus's address."""
    with private_bus(folder) as address:
        portal = FakePortal(address, manners)
        yield portal, address
        portal.stop()


def test_a_reply_from_the_palette_reaches_the_chat_by_the_virtual_keyboard(
    desktop: SwayDesktop, chat: Listener, make: Callable[..., Program]
) -> None:
    desktop.copy(COPIED)
    program = make()
    choose_reply(desktop, program)
    wait_until(lambda: text_in(chat) == PLAIN.body, "the reply in the chat")
    # THEN it is on the clipboard too, for nothing tells that it has arrived
    assert desktop.pasted().decode() == PLAIN.body
    assert "Ctrl+V" in program.notice(PLAIN.title)
    # WHEN the program ends, what was copied is there again
    program.end()
    wait_until(lambda: desktop.pasted() == COPIED, "the old clipboard")


def test_where_no_keys_may_be_pressed_the_reply_is_left_on_the_clipboard(
    desktop: SwayDesktop, chat: Listener, make: Callable[..., Program]
) -> None:
    desktop.copy(COPIED)
    program = make(PATH=without_wtype(desktop.folder))
    before = program.status["notices"]
    choose_reply(desktop, program)
    wait_until(lambda: desktop.pasted().decode() == PLAIN.body, "the reply on the clipboard")
    assert "Ctrl+V" in program.notice(PLAIN.title)
    assert program.status["notices"] == before + 1
    assert text_in(chat) == ""
    # WHEN the agent pastes by hand
    desktop.chord("ctrl+v")
    wait_until(lambda: text_in(chat) == PLAIN.body, "the reply in the chat")


def test_a_copied_picture_comes_back(
    desktop: SwayDesktop, chat: Listener, make: Callable[..., Program]
) -> None:
    desktop.copy(PNG, "image/png")
    program = make()
    choose_reply(desktop, program)
    wait_until(lambda: text_in(chat) == PLAIN.body, "the reply in the chat")
    program.end()
    wait_until(lambda: desktop.pasted("image/png") == PNG, "the picture")


def test_what_was_copied_meanwhile_stays(
    desktop: SwayDesktop, chat: Listener, make: Callable[..., Program]
) -> None:
    program = make()
    choose_reply(desktop, program)
    wait_until(lambda: text_in(chat) == PLAIN.body, "the reply in the chat")
    desktop.copy(COPIED)
    program.end()
    assert desktop.pasted() == COPIED


def test_a_hotkey_that_the_desktop_grants_opens_the_palette(
    desktop: SwayDesktop, chat: Listener, make: Callable[..., Program], tmp_path: Path
) -> None:
    with served(tmp_path, Manners()) as (portal, address):
        program = make(DBUS_SESSION_BUS_ADDRESS=address)
        _session, shortcuts, _parent, _options = portal.next_asked("BindShortcuts")
        assert dict(shortcuts)["ctrl+alt+space"]["description"] == ("s", "查找话术")
        portal.press("ctrl+alt+space")
        desktop.wait_for_front(PALETTE)
        portal.release("ctrl+alt+space")
        desktop.chord("Escape")
        desktop.wait_for_front(CHAT)
        program.end()


@pytest.mark.parametrize("code", [1, 2])
def test_hotkeys_that_the_desktop_denies_are_said_with_the_way_that_is_left(
    desktop: SwayDesktop, chat: Listener, make: Callable[..., Program], code: int, tmp_path: Path
) -> None:
    manners = Manners(responses={"BindShortcuts": code})
    with served(tmp_path, manners) as (_portal, address):
        program = make(DBUS_SESSION_BUS_ADDRESS=address)
        assert program.notice(TO_BIND)
        choose_reply(desktop, program)
        wait_until(lambda: text_in(chat) == PLAIN.body, "the reply in the chat")
        program.end()


def test_where_the_user_allows_it_the_desktop_presses_the_paste_key(
    desktop: SwayDesktop, chat: Listener, make: Callable[..., Program], tmp_path: Path
) -> None:
    with served(tmp_path, Manners()) as (portal, address):
        path = without_wtype(desktop.folder)
        program = make(portal_keys=True, DBUS_SESSION_BUS_ADDRESS=address, PATH=path)
        choose_reply(desktop, program)
        # THEN the desktop is asked for Ctrl+V, with the reply on the clipboard
        moves = [portal.next_asked("NotifyKeyboardKeysym")[2:] for _ in range(4)]
        assert moves == [(0xFFE3, 1), (0x76, 1), (0x76, 0), (0xFFE3, 0)]
        assert desktop.pasted().decode() == PLAIN.body
        program.end()


def test_a_permission_that_is_not_given_is_said_and_the_reply_is_left(
    desktop: SwayDesktop, chat: Listener, make: Callable[..., Program], tmp_path: Path
) -> None:
    with served(tmp_path, Manners(responses={"Start": 1})) as (_portal, address):
        path = without_wtype(desktop.folder)
        program = make(portal_keys=True, DBUS_SESSION_BUS_ADDRESS=address, PATH=path)
        assert "请求被取消" in program.notice("自行粘贴")
        choose_reply(desktop, program)
        wait_until(lambda: desktop.pasted().decode() == PLAIN.body, "the reply on the clipboard")
        assert text_in(chat) == ""
        program.end()


def test_without_a_session_bus_the_main_job_goes_on(
    desktop: SwayDesktop, chat: Listener, make: Callable[..., Program]
) -> None:
    program = make(DBUS_SESSION_BUS_ADDRESS=f"unix:path={desktop.folder}/nobody")
    assert program.status["hotkeys"] == "none"
    choose_reply(desktop, program)
    wait_until(lambda: text_in(chat) == PLAIN.body, "the reply in the chat")


def test_a_compositor_that_tells_of_no_window_is_served_too(
    desktop: SwayDesktop, chat: Listener, make: Callable[..., Program]
) -> None:
    program = make(SWAYSOCK="")
    choose_reply(desktop, program)
    wait_until(lambda: text_in(chat) == PLAIN.body, "the reply in the chat")
    assert desktop.pasted().decode() == PLAIN.body
