"""The doctor on a real desktop: what it sees, and a paste into a window of its own."""

from __future__ import annotations

import json

import pytest

from tests.e2e.stage.assist import Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.owners import Owner, becomes
from tests.e2e.stage.programs import prepare_home, product_command
from tests.e2e.stage.targets import Target, qt_target


@pytest.fixture
def chat(desktop: Desktop) -> Target:
    """A chat window in front."""
    return qt_target(desktop)


def test_the_running_program_pastes_into_a_window_of_its_own(
    assist: Assist, desktop: Desktop, owner: Owner, chat: Target
) -> None:
    # GIVEN a chat in front and something copied
    copied = owner.own("everything")
    # WHEN the running program is asked to test itself
    done = assist.command("--language", "en", "doctor", "--self-test")
    # THEN it says that it works, and chat and clipboard are as they were
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.strip()
    becomes(desktop, copied)
    assert chat.text == ""
    assist.wait_for_front(chat.window)
    chat.close()


def test_with_no_program_running_a_test_is_a_sentence(desktop: Desktop) -> None:
    home = desktop.folder / "nobody"
    done = desktop.run(*product_command(home, "--language", "en", "doctor", "--self-test"))
    assert done.returncode == 1
    assert "not running" in done.stderr.decode()


def test_a_working_desktop_is_told_as_one(desktop: Desktop) -> None:
    home = desktop.folder / "elsewhere"
    prepare_home(home)
    done = desktop.run(*product_command(home, "doctor", "--json"))
    told = json.loads(done.stdout)
    states = {check["name"]: check["state"] for check in told["checks"]}
    assert done.returncode == 0, done.stdout.decode()
    for name in ("desktop.display", "desktop.tray", "paste.hotkeys", "paste.keys", "paste.windows"):
        assert states[name] == "fine", name


def test_a_hotkey_that_another_program_holds_is_named(assist: Assist, desktop: Desktop) -> None:
    # GIVEN a program that holds Ctrl+Alt+Space, and a second data folder nobody serves
    home = desktop.folder / "second"
    prepare_home(home)
    # WHEN the doctor looks at the second folder
    told = desktop.run(*product_command(home, "--language", "en", "doctor"))
    # THEN it names the combination and what to do
    assert "Ctrl+Alt+Space is taken by another program" in told.stdout.decode()
    assert "Choose another one in the settings" in told.stdout.decode()
