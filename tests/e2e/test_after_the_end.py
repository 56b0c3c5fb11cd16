"""What the agent had copied outlives the program."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.owners import Owner
from tests.e2e.stage.programs import prepare_home, product_command, start_product
from tests.e2e.stage.selection import clipboard_contents
from tests.e2e.stage.targets import qt_target
from tests.e2e.stage.waiting import wait_until


def test_the_clipboard_is_still_there_when_the_program_has_quit(
    desktop: Desktop, owner: Owner
) -> None:
    # GIVEN a reply pasted, so that what was copied before is the program's to give
    copied = owner.own("everything")
    home = desktop.folder / "assist"
    prepare_home(home, "hello")
    pid = start_product(desktop, home)
    target = qt_target(desktop)
    desktop.keyboard.chord("ctrl+alt+1", hold=0.05)
    target.wait_for_text("hello")
    # WHEN the program quits
    assert desktop.run(*product_command(home, "quit")).returncode == 0
    wait_until(lambda: not _runs(pid), "the program's end")
    # THEN every format is still there, until something else is copied
    assert clipboard_contents(desktop.display_name) == copied
    assert owner.own("text") == clipboard_contents(desktop.display_name)
    target.close()


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii")
    except FileNotFoundError:
        return False
    return state.rsplit(")", 1)[1].split()[0] != "Z"
