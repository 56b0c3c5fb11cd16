"""A reply that no customer may read, and what the checker is taught: real windows, real keys."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec
import pytest
from Xlib.display import Display

from desktop_assist.core.checking.levels import PlatformLevel
from desktop_assist.core.replies.snippet import Snippet
from tests.e2e.stage.assist import OWN_REPLIES, Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.flows import Keep, review, typing_goes_on
from tests.e2e.stage.owners import Owner, becomes
from tests.e2e.stage.replies import CHINESE, furnish
from tests.e2e.stage.targets import Target, gtk_target, qt_target
from tests.e2e.stage.waiting import wait_until

BLOCKED = "先改好再粘贴"
"""The title of the window that stops a reply."""
HARSH = "您好，不知道！"
"""In the GTK chat its tone blocks; elsewhere it is a warning."""
UNFILLED = "您好【姓名】，马上为您查询。"
HARSH_KEY = "ctrl+alt+k"
UNFILLED_KEY = "ctrl+alt+u"
REPLIES = (
    Snippet(id="harsh", title="生硬", category=("舞台",), body=HARSH, hotkey=HARSH_KEY),
    Snippet(id="gap", title="没填好", category=("舞台",), body=UNFILLED, hotkey=UNFILLED_KEY),
)


def window_class(desktop: Desktop, number: int) -> str:
    """The class under which the settings know a window."""
    display = Display(desktop.display_name)
    names = display.create_resource_object("window", number).get_wm_class()
    display.close()
    return names[1] if names else ""


@pytest.fixture
def chat(desktop: Desktop) -> Iterator[Target]:
    """The chat in which tone blocks."""
    target = gtk_target(desktop)
    yield target
    target.close()


@pytest.fixture
def program(desktop: Desktop, owner: Owner, chat: Target) -> Iterator[Assist]:
    """The product on a home of this test's own."""
    owner.take()
    number = len(list(desktop.folder.glob("checker-*")))
    made = Assist(desktop, desktop.folder / f"checker-{number}")
    here = PlatformLevel(platform=window_class(desktop, chat.window), family="tone", level="block")
    furnish(made.home, msgspec.structs.replace(CHINESE, levels=(here,)), REPLIES)
    made.start()
    chat.focus()
    yield made
    made.quit()


def lines(program: Assist, name: str) -> list[str]:
    file = program.home / name
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def test_a_better_wording_is_chosen_and_pasted(
    desktop: Desktop, owner: Owner, chat: Target, program: Assist
) -> None:
    copied = owner.own("everything")
    program.open(HARSH_KEY, BLOCKED)
    assert chat.text == ""
    desktop.keyboard.type("1")
    desktop.keyboard.chord("enter")
    pasted = chat.wait_for_any_text()
    assert pasted.startswith("您好，")
    assert "不知道" not in pasted
    becomes(desktop, copied)
    assert lines(program, "overrules.jsonl") == []


def test_a_reason_lets_it_through_and_is_kept(
    desktop: Desktop, owner: Owner, chat: Target, program: Assist
) -> None:
    copied = owner.own("everything")
    program.open(HARSH_KEY, BLOCKED)
    desktop.keyboard.type("r")
    desktop.keyboard.chord("enter")  # without a reason this does nothing
    desktop.keyboard.type("boss said so")
    desktop.keyboard.chord("enter", hold=0.8)
    chat.wait_for_text(HARSH)
    typing_goes_on(desktop, chat, HARSH)
    becomes(desktop, copied)
    (line,) = lines(program, "overrules.jsonl")
    kept = json.loads(line)
    assert (kept["reply"], kept["reason"]) == ("own/harsh", "boss said so")
    assert HARSH not in line


def test_escape_pastes_nothing(desktop: Desktop, chat: Target, program: Assist) -> None:
    program.open(HARSH_KEY, BLOCKED)
    desktop.keyboard.chord("escape")
    program.wait_for_front(chat.window)
    typing_goes_on(desktop, chat, "")
    assert len(chat.told("text")) == 1


def test_what_is_unfilled_goes_nowhere_before_it_is_filled(
    desktop: Desktop, chat: Target, program: Assist
) -> None:
    # GIVEN a reply with an unfilled place
    program.open(UNFILLED_KEY, BLOCKED)
    # WHEN somebody tries to give a reason, or to paste it as it is
    desktop.keyboard.type("r")
    desktop.keyboard.chord("enter")
    assert chat.text == ""
    # THEN only another text helps
    desktop.keyboard.type("e")
    desktop.keyboard.chord("ctrl+a")
    desktop.keyboard.type("hello")
    desktop.keyboard.chord("ctrl+enter")
    chat.wait_for_text("hello")
    assert lines(program, "overrules.jsonl") == []


def test_another_program_has_its_own_level(desktop: Desktop, program: Assist, keep: Keep) -> None:
    other = keep(qt_target(desktop))
    desktop.keyboard.chord(HARSH_KEY, hold=0.03)
    other.wait_for_text(HARSH)


def test_not_a_problem_is_learnt_undone_and_kept(
    desktop: Desktop, program: Assist, keep: Keep
) -> None:
    # GIVEN a draft with a finding
    target = keep(qt_target(desktop))
    review(program, target, HARSH)
    # WHEN it is called no problem, that is undone, and it is called so again
    desktop.keyboard.type("n")
    wait_until(lambda: len(lines(program, "exceptions.jsonl")) == 2, "the exception")
    desktop.keyboard.type("u")
    wait_until(lambda: len(lines(program, "exceptions.jsonl")) == 1, "the undoing")
    desktop.keyboard.type("n")
    wait_until(lambda: len(lines(program, "exceptions.jsonl")) == 2, "the exception again")
    # THEN nothing is left to put back
    desktop.keyboard.chord("enter")
    program.wait_for_front(target.window)
    typing_goes_on(desktop, target, HARSH)


def test_the_window_gives_way_to_the_next_wish(
    desktop: Desktop, chat: Target, program: Assist
) -> None:
    program.open(HARSH_KEY, BLOCKED)
    desktop.keyboard.chord(UNFILLED_KEY, hold=0.03)
    desktop.keyboard.rest()
    program.wait_for_window(BLOCKED)
    desktop.keyboard.chord("escape")
    program.wait_for_front(chat.window)
    typing_goes_on(desktop, chat, "")


def test_a_reply_is_mended_for_good_with_a_quick_fix(
    desktop: Desktop, chat: Target, program: Assist
) -> None:
    # GIVEN a blocked reply, from which its editor is opened
    program.open(HARSH_KEY, BLOCKED)
    for key in ("tab", "tab", "tab", "enter"):
        desktop.keyboard.chord(key)
    program.wait_for_window(OWN_REPLIES)
    # WHEN the first better wording is taken for its finding, and the reply is saved
    desktop.keyboard.chord("alt+enter")
    wait_until(desktop.windows.has_menu, "the quick fixes")
    desktop.keyboard.type("1")
    wait_until(lambda: not desktop.windows.has_menu(), "the menu's end")
    desktop.keyboard.chord("ctrl+s")
    # THEN it is kept so, and pasted without a question
    wait_until(lambda: HARSH not in "".join(lines(program, "own-snippets.jsonl")), "the saving")
    chat.focus()
    assert chat.text == ""
    desktop.keyboard.chord(HARSH_KEY, hold=0.03)
    assert chat.wait_for_any_text().startswith("您好，")
