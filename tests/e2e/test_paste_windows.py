"""One hotkey, and the reply stands in the window; what was copied before is still there.

Real programs, real keys, the product as the user starts it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.flows import Keep
from tests.e2e.stage.managers import CopyqHistory, History, ParcelliteHistory
from tests.e2e.stage.owners import Owner, qt_owner
from tests.e2e.stage.programs import prepare_home, start_product
from tests.e2e.stage.selection import clipboard_contents
from tests.e2e.stage.targets import (
    Target,
    browser_target,
    gtk_target,
    odd_target,
    qt_target,
    xterm_target,
)
from tests.e2e.stage.waiting import wait_until

GREETING = "您好，很高兴为您服务！Your order ships today."
RARE = "𠮷野家 👨‍👩‍👧‍👦 🇨🇳 ①㍿ ẞ é — “”"
LONG = "长回复 long reply 0123456789 " * 6_000
LINES = "第一行\n第二行\nthird line"
SLOTS = (GREETING, RARE, LONG, LINES)
COPIED_WORDS = "old clipboard"
"""Part of every text that the stage's clipboard owners copy."""
PASTES = 5
"""How often each target is pasted into here; the benchmark does two hundred."""

TARGETS: dict[str, Callable[[Desktop], Target]] = {
    "qt": qt_target,
    "qt line": lambda desktop: qt_target(desktop, one_line=True),
    "gtk": gtk_target,
    "gtk entry": lambda desktop: gtk_target(desktop, one_line=True),
    "xterm": xterm_target,
    "shipped xterm": lambda desktop: xterm_target(desktop, shipped=True),
    "chromium": browser_target,
}
ODD: dict[str, tuple[str, ...]] = {
    "reads after 400 ms": ("--delay-ms", "400"),
    "reads after 1 s": ("--delay-ms", "1000"),
    "reads three times": ("--reads", "3"),
    "asks TARGETS first": ("--ask-first", "TARGETS"),
    "asks HTML first": ("--ask-first", "text/html"),
}


@pytest.fixture(scope="module")
def product(desktop: Desktop, owner: Owner) -> int:
    """The product, running on the shared desktop; gives its process number."""
    owner.take()
    home = desktop.folder / "assist"
    prepare_home(home, *SLOTS)
    return start_product(desktop, home)


@pytest.fixture
def opened(desktop: Desktop) -> Iterator[Callable[[Target], Target]]:
    """Keeps a test's targets, and closes them whatever happens."""
    targets: list[Target] = []

    def keep(target: Target) -> Target:
        targets.append(target)
        return target

    yield keep
    for target in targets:
        target.close()


def becomes(desktop: Desktop, copied: object) -> None:
    """Wait until the clipboard holds `copied`, every format byte for byte."""
    wait_until(lambda: clipboard_contents(desktop.display_name) == copied, "the old clipboard", 5)


@pytest.mark.parametrize("name", TARGETS)
def test_the_reply_arrives_and_the_clipboard_is_as_it_was(
    desktop: Desktop, owner: Owner, product: int, opened: Keep, name: str
) -> None:
    copied = owner.own("everything")
    target = opened(TARGETS[name](desktop))
    for _ in range(PASTES):
        target.clear()
        desktop.keyboard.chord("ctrl+alt+1", hold=0.05)
        target.wait_for_text(GREETING)
        becomes(desktop, copied)


@pytest.mark.parametrize("name", ODD)
def test_a_window_with_habits_of_its_own_gets_the_reply(
    desktop: Desktop, owner: Owner, product: int, opened: Keep, name: str
) -> None:
    copied = owner.own("everything")
    target = opened(odd_target(desktop, *ODD[name]))
    desktop.keyboard.chord("ctrl+alt+1", hold=0.05)
    target.wait_for_text(GREETING)
    assert set(target.told("text")[-1]["reads"]) == {GREETING}
    becomes(desktop, copied)


def test_a_busy_window_gets_the_reply_and_never_the_old_clipboard(
    desktop: Desktop, owner: Owner, product: int, opened: Keep
) -> None:
    copied = owner.own("everything")
    target = opened(qt_target(desktop, freeze_ms=400))
    desktop.keyboard.chord("ctrl+alt+1", hold=0.05)
    target.wait_for_text(GREETING)
    assert [event["text"] for event in target.told("text")] == [GREETING]
    becomes(desktop, copied)


@pytest.mark.parametrize(("slot", "reply"), [(2, RARE), (3, LONG), (4, LINES)])
@pytest.mark.parametrize("name", ["qt", "gtk", "chromium"])
def test_every_character_of_a_reply_arrives(
    desktop: Desktop, owner: Owner, product: int, opened: Keep, name: str, slot: int, reply: str
) -> None:
    copied = owner.own("everything")
    target = opened(TARGETS[name](desktop))
    desktop.keyboard.chord(f"ctrl+alt+{slot}", hold=0.05)
    target.wait_for_text(reply, within=60)  # Chromium lays out 156,000 characters slowly
    becomes(desktop, copied)


def test_a_terminal_is_never_sent_a_newline(
    desktop: Desktop, owner: Owner, product: int, opened: Keep
) -> None:
    target = opened(xterm_target(desktop))
    desktop.keyboard.chord("ctrl+alt+4", hold=0.05)
    target.wait_for_text(LINES.replace("\n", " "))


@pytest.mark.parametrize("which", ["text", "html", "picture", "files", "custom", "big"])
def test_every_sort_of_thing_that_was_copied_is_still_there(
    desktop: Desktop, owner: Owner, product: int, opened: Keep, which: str
) -> None:
    copied = owner.own(which)
    target = opened(qt_target(desktop))
    desktop.keyboard.chord("ctrl+alt+1", hold=0.05)
    target.wait_for_text(GREETING)
    becomes(desktop, copied)


def test_what_a_qt_program_copied_is_still_there(
    desktop: Desktop, product: int, opened: Keep
) -> None:
    owner = qt_owner(desktop)
    copied = owner.own("everything")
    target = opened(qt_target(desktop))
    desktop.keyboard.chord("ctrl+alt+1", hold=0.05)
    target.wait_for_text(GREETING)
    kept = clipboard_contents(desktop.display_name)
    for name in ("UTF8_STRING", "text/html", "text/uri-list", "image/png"):
        assert kept[name] == copied[name]
    owner.close()


def test_an_empty_clipboard_is_empty_again(
    desktop: Desktop, owner: Owner, product: int, opened: Keep
) -> None:
    owner.take("text")
    owner.line.ask("release", "released")
    target = opened(qt_target(desktop))
    desktop.keyboard.chord("ctrl+alt+1", hold=0.05)
    target.wait_for_text(GREETING)
    becomes(desktop, {})


def test_modifiers_held_for_a_second_do_no_harm(
    desktop: Desktop, owner: Owner, product: int, opened: Keep
) -> None:
    copied = owner.own("everything")
    target = opened(qt_target(desktop))
    desktop.keyboard.chord("ctrl+alt+1", hold=1.0)
    target.wait_for_text(GREETING)
    becomes(desktop, copied)
    desktop.keyboard.type("x")
    target.wait_for_text(GREETING + "x")


def test_three_pastes_in_a_breath_keep_one_original(
    desktop: Desktop, owner: Owner, product: int, opened: Keep
) -> None:
    copied = owner.own("everything")
    target = opened(qt_target(desktop))
    desktop.keyboard.burst(["ctrl+alt+1"] * 3, within=0.15)
    target.wait_for_text(GREETING * 3)
    becomes(desktop, copied)


def test_nothing_is_pasted_when_another_window_comes_to_the_front(
    desktop: Desktop, owner: Owner, product: int, opened: Keep
) -> None:
    # GIVEN two windows, and a clipboard whose saving takes long enough to change between them
    other = opened(qt_target(desktop, title="Another customer"))
    target = opened(qt_target(desktop, title="The customer"))
    copied = owner.own("text")
    owner.take("text", delay_ms=100)
    # WHEN the other comes to the front before the reply can be pasted
    desktop.keyboard.chord("ctrl+alt+1", hold=0.05)
    other.focus()
    # THEN only what is asked for there arrives there, and the clipboard is as it was
    desktop.keyboard.chord("ctrl+alt+2", hold=0.05)
    other.wait_for_text(RARE, within=10)
    assert target.text == ""
    becomes(desktop, copied)


def test_a_window_that_never_reads_leaves_the_reply_to_the_user(
    desktop: Desktop, owner: Owner, product: int, opened: Keep
) -> None:
    owner.take("text")
    target = opened(odd_target(desktop, "--never"))
    desktop.keyboard.chord("ctrl+alt+1", hold=0.05)
    target.wait_for(lambda event: event["event"] == "asked", "the paste key")
    wait_until(
        lambda: clipboard_contents(desktop.display_name).get("UTF8_STRING") == GREETING.encode(),
        "the reply on the clipboard",
        within=10,
    )


@pytest.mark.parametrize("manager", [CopyqHistory, ParcelliteHistory])
def test_a_clipboard_manager_never_sees_a_reply(
    desktop: Desktop,
    owner: Owner,
    product: int,
    opened: Keep,
    manager: Callable[[Desktop], History],
) -> None:
    # GIVEN a clipboard manager that has recorded what was copied
    owner.line.ask("release", "released")
    history = manager(desktop)
    copier = qt_owner(desktop)
    wait_until(lambda: _is_recorded(copier, history), "the manager’s record", 30, every=0.5)
    copied = copier.own("html")
    # WHEN replies are pasted
    target = opened(qt_target(desktop))
    for _ in range(PASTES):
        target.clear()
        desktop.keyboard.chord("ctrl+alt+1", hold=0.05)
        target.wait_for_text(GREETING)
        becomes(desktop, copied)
    # THEN it has seen none of them, and what it sees is what was copied
    assert COPIED_WORDS in history.text()
    assert GREETING not in history.text()
    history.close()
    copier.close()


def _is_recorded(copier: Owner, history: History) -> bool:
    """Copy again: a manager that is still starting does not look at what was there before."""
    copier.take("html")
    return COPIED_WORDS in history.text()
