"""Typed codes and the panel in the whole product: settings, real windows, real keys."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from tests.e2e.stage.assist import Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.flows import Keep
from tests.e2e.stage.owners import Owner, becomes
from tests.e2e.stage.replies import CHINESE, HOTKEY, PLAIN, furnish
from tests.e2e.stage.targets import qt_target
from tests.e2e.stage.waiting import wait_until

PANEL = "聊天旁的话术"


@pytest.fixture(scope="module")
def program(desktop: Desktop, owner: Owner) -> Iterator[Assist]:
    """The product with typed codes switched on."""
    owner.take("text")
    made = Assist(desktop, desktop.folder / "codes")
    furnish(made.home, msgspec.structs.replace(CHINESE, typed_codes=True))
    made.start()
    yield made
    made.quit()


@pytest.mark.usefixtures("program")
def test_a_typed_code_becomes_its_reply_and_backspace_takes_it_back(
    desktop: Desktop, owner: Owner, keep: Keep
) -> None:
    copied = owner.own("html")
    target = keep(qt_target(desktop))
    for key in ("slash", *HOTKEY.code, "space"):
        desktop.keyboard.chord(key)
    target.wait_for_text(HOTKEY.body)
    becomes(desktop, copied)
    desktop.keyboard.chord("backspace")
    target.wait_for_text(f"/{HOTKEY.code} ")
    becomes(desktop, copied)


def test_the_panel_comes_and_goes_and_the_chat_keeps_the_keyboard(
    desktop: Desktop, program: Assist, keep: Keep
) -> None:
    def is_shown() -> bool:
        return any(title.startswith(PANEL) for title in desktop.windows.titles().values())

    target = keep(qt_target(desktop))
    chat = desktop.windows.active()
    desktop.keyboard.chord("ctrl+alt+b", hold=0.03)
    wait_until(is_shown, "the panel")
    assert desktop.windows.active() == chat
    desktop.keyboard.type("x")
    target.wait_for_text("x")
    program.open("ctrl+alt+space", "查找话术")
    desktop.keyboard.type(PLAIN.code)
    desktop.keyboard.chord("enter")
    target.wait_for_text("x" + PLAIN.body)
    desktop.keyboard.chord("ctrl+alt+b", hold=0.03)
    wait_until(lambda: not is_shown(), "the panel gone")
