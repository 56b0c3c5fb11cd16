"""A real Chinese input method (ibus with libpinyin) in the palette: its Enter never pastes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.programs import prepare_home, start_product
from tests.e2e.stage.targets import Target, qt_target
from tests.e2e.stage.waiting import wait_until

REPLY = "熊猫抱枕今天有货。"
NEEDED = ("ibus", "ibus-daemon", "gsettings")


@pytest.fixture(scope="module")
def composing(desktop: Desktop) -> Iterator[Target]:
    """The product with ibus at work in its windows, and a chat window without it in front."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    desktop.run(
        "gsettings", "set", "org.freedesktop.ibus.general", "preload-engines", "['libpinyin']"
    )
    desktop.start("ibus-daemon", "--panel", "disable", name="ibus")
    wait_until(lambda: _choose_engine(desktop), "the input method's start", within=30, every=0.2)
    home = desktop.folder / "assist"
    prepare_home(home, REPLY)
    target = qt_target(desktop)
    start_product(desktop, home, QT_IM_MODULE="ibus")
    target.focus()
    yield target
    target.close()


def test_enter_that_ends_a_composition_does_not_paste(desktop: Desktop, composing: Target) -> None:
    # GIVEN the palette, and pinyin being composed in its search box
    _open_palette(desktop)
    desktop.keyboard.type("xiongmao", gap=0.05)
    # WHEN Enter ends the composition with the letters as they stand
    desktop.keyboard.chord("enter", hold=0.05)
    # THEN the palette is still there, and the next Enter pastes what they find
    desktop.keyboard.type(" ")
    desktop.keyboard.chord("backspace")
    assert desktop.windows.active() != composing.window
    assert composing.text == ""
    desktop.keyboard.chord("escape")
    wait_until(lambda: desktop.windows.active() == composing.window, "the focus's return")
    assert composing.text == ""


def test_composed_words_find_and_then_enter_pastes(desktop: Desktop, composing: Target) -> None:
    composing.clear()
    _open_palette(desktop)
    desktop.keyboard.type("xiongmao", gap=0.05)
    # Space takes the first candidate, 熊猫; an Enter right after it would still count as its end.
    desktop.keyboard.chord("space", hold=0.3)
    desktop.keyboard.chord("enter", hold=0.05)
    composing.wait_for_text(REPLY)


def _open_palette(desktop: Desktop) -> None:
    before = desktop.windows.active()
    desktop.keyboard.chord("ctrl+alt+space", hold=0.05)
    wait_until(lambda: desktop.windows.active() not in (0, before), "the palette in front")
    desktop.run("ibus", "engine", "libpinyin")


def _choose_engine(desktop: Desktop) -> bool:
    desktop.run("ibus", "engine", "libpinyin")
    return desktop.run("ibus", "engine").stdout.strip() == b"libpinyin"
