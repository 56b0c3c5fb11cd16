"""Starting, asking, ending, being killed: one instance a home, and nothing lost."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator

import pytest

from tests.e2e.stage.assist import PALETTE, REVIEW, Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.flows import Keep
from tests.e2e.stage.owners import Owner
from tests.e2e.stage.programs import product_command
from tests.e2e.stage.replies import FIELDS, HOTKEY, PLAIN, REPLIES, furnish, key_of
from tests.e2e.stage.targets import qt_target
from tests.e2e.stage.waiting import wait_until

COMMANDS = ("palette", "welcome", "polish", "suggest", "pause", "quit")


@pytest.fixture
def program(desktop: Desktop, owner: Owner, request: pytest.FixtureRequest) -> Iterator[Assist]:
    """The product on a home of this test's own."""
    owner.take("text")
    number = len(list(desktop.folder.glob("life-*")))
    made = Assist(desktop, desktop.folder / f"life-{number}")
    furnish(made.home)
    made.start()
    yield made
    if made.is_running():
        made.quit()


def says(done: subprocess.CompletedProcess[bytes]) -> str:
    """What a command has printed, which is never a traceback."""
    printed = (done.stdout + done.stderr).decode()
    assert "Traceback" not in printed
    return printed


def test_a_second_start_opens_the_palette_of_the_first(
    desktop: Desktop, program: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    assert program.command().returncode == 0
    program.wait_for_window(PALETTE)
    desktop.keyboard.type("zqa")
    desktop.keyboard.chord("enter")
    target.wait_for_text(PLAIN.body)
    assert program.status()["pid"] == program.process_id


def test_a_language_asked_for_on_starting_is_spoken_and_not_kept(desktop: Desktop) -> None:
    program = Assist(desktop, desktop.folder / "life-english")
    furnish(program.home)
    process = desktop.start(*product_command(program.home, "--language", "en"))
    wait_until(program.is_running, "the start")
    assert says(program.command("status")).startswith("Desktop Assist runs")
    assert says(program.command("quit")) == "Desktop Assist ends.\n"
    wait_until(lambda: process.poll() is not None, "the end")
    program.start()
    assert says(program.command("status")).startswith("Desktop Assist 正在运行")
    program.quit()


def test_the_command_line_asks_the_running_program(
    desktop: Desktop, program: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    assert program.command("palette").returncode == 0
    program.wait_for_window(PALETTE)
    desktop.keyboard.chord("escape")
    program.wait_for_front(target.window)
    assert program.command("welcome").returncode == 0
    assert target.wait_for_any_text()
    target.clear("你自己看说明书！")
    assert program.command("polish").returncode == 0
    program.wait_for_window(REVIEW)
    desktop.keyboard.chord("escape")
    program.wait_for_front(target.window)


def test_a_reply_is_pasted_by_command_with_its_fields(
    desktop: Desktop, program: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    values = ("--set", "number=12", "--set", "carrier=甲快递")
    assert program.command("paste", key_of(FIELDS), *values).returncode == 0
    target.wait_for_text("订单12今天由甲快递发出。")


def test_a_command_without_all_fields_asks_for_the_rest(
    desktop: Desktop, program: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    program.command("paste", key_of(FIELDS), "--set", "carrier=甲快递")
    program.wait_for_window(FIELDS.title)
    desktop.keyboard.type("34")
    desktop.keyboard.chord("enter")
    target.wait_for_text("订单34今天由甲快递发出。")


def test_an_unknown_reply_is_told_plainly(program: Assist) -> None:
    done = program.command("paste", "nobody/knows")
    assert done.returncode == 1
    assert "nobody/knows" in says(done)


def test_status_tells_machines_how_it_is(program: Assist) -> None:
    status = program.status()
    assert status["running"] is True
    assert status["hotkeys"] == "x11"
    assert status["problems"] == 0


def test_quit_ends_it_and_then_nobody_answers(program: Assist) -> None:
    program.quit()
    for command in COMMANDS:
        done = program.command(command)
        assert done.returncode == 1
        assert "Desktop Assist" in says(done)
    assert program.status() == {"running": False}


@pytest.mark.parametrize("end", ["quit", "TERM", "KILL"])
def test_what_the_agent_has_made_is_there_at_the_next_start(
    desktop: Desktop, program: Assist, keep: Keep, end: str
) -> None:
    # GIVEN a star and a use, made by keys
    target = keep(qt_target(desktop))
    program.open("ctrl+alt+space", PALETTE)
    desktop.keyboard.type("zqk")
    desktop.keyboard.chord("ctrl+d")
    desktop.keyboard.chord("enter")
    target.wait_for_text(HOTKEY.body)
    told = program.wait_for_notice(HOTKEY.title)
    # WHEN the program ends, even by force
    if end == "quit":
        program.quit()
    else:
        program.signal(signal.Signals[f"SIG{end}"])
    # THEN it starts again with everything: replies, slot, hotkey, star
    program.start()
    assert told
    listed = json.loads(program.command("list", "--json").stdout)
    keys = {one["key"] for one in (listed["replies"] if isinstance(listed, dict) else listed)}
    assert keys >= {key_of(snippet) for snippet in REPLIES}
    target.clear()
    target.focus()
    desktop.keyboard.chord("ctrl+alt+1", hold=0.03)
    target.wait_for_text(PLAIN.body)
    target.clear()
    program.open("ctrl+alt+space", PALETTE)
    desktop.keyboard.chord("enter")
    target.wait_for_text(HOTKEY.body)


def test_a_dead_programs_socket_is_no_running_program(program: Assist) -> None:
    program.signal(signal.SIGKILL)
    done = program.command("palette")
    assert done.returncode == 1
    assert "Desktop Assist" in says(done)


def test_two_homes_run_side_by_side_and_the_second_says_that_hotkeys_are_taken(
    desktop: Desktop, program: Assist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    second = Assist(desktop, desktop.folder / f"{program.home.name}-second")
    furnish(second.home)
    second.start()
    assert second.status()["problems"] > 0
    assert "Ctrl+Alt" in second.wait_for_notice("已被")
    assert program.status()["problems"] == 0
    desktop.keyboard.chord("ctrl+alt+1", hold=0.03)
    target.wait_for_text(PLAIN.body)
    target.clear()
    second.command("paste", key_of(HOTKEY))
    target.wait_for_text(HOTKEY.body)
    second.quit()
    wait_until(program.is_running, "the first program's answer")
