"""The clipboard in X11's own protocol: long contents, lists of formats, late notices."""

from __future__ import annotations

import array
import struct
from collections.abc import Callable
from typing import TypeAlias

import pytest
from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol.event import SelectionClear

from desktop_assist.oslayer.clipboard.base import SavedClipboard
from desktop_assist.oslayer.clipboard.x11 import X11Clipboard
from tests.contract.clipboard_stages import (
    Here,
    Stage,
    X11World,
    reencode,
)
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.selection import clipboard_owner
from tests.e2e.stage.waiting import wait_until

REPLY = "您好👋，\n在的。"
LONG_REPLY = "亲，您好😀！" * 50_000
MEGABYTE = 1_000_000


@pytest.fixture
def selection(x11: Stage) -> Callable[[str], bytes | None]:
    """What the target reads, by X target."""
    assert isinstance(x11.world, X11World)
    return x11.world.selection.read


Selection: TypeAlias = Callable[[str], bytes | None]


def test_long_contents_come_and_go_in_pieces(x11: Stage) -> None:
    before = x11.world.copy("big")
    assert sum(map(len, before.values())) > MEGABYTE
    x11.offer(REPLY)
    assert x11.world.contents() == before
    x11.driver.arm(x11.world.reader)
    x11.driver.restore()
    assert x11.world.contents() == before


def test_a_long_read_counts_once_it_is_complete(x11: Stage) -> None:
    x11.world.copy("text")
    x11.offer(LONG_REPLY)
    x11.driver.arm(x11.world.reader)
    assert x11.world.read_text() == LONG_REPLY
    x11.wait_told("READ")
    assert x11.driver.told() == ["READ"]


def test_the_list_of_formats_is_no_read(x11: Stage, selection: Selection) -> None:
    x11.world.copy("html")
    x11.offer(REPLY)
    x11.driver.arm(x11.world.reader)
    assert selection("TARGETS")
    assert selection("x-kde-passwordManagerHint") == b"secret"
    assert selection("text/html") is None
    assert x11.world.read_text() == REPLY
    x11.wait_told("READ")
    assert x11.driver.told() == ["READ"]


def test_the_moment_of_taking_over_is_told(x11: Stage, selection: Selection) -> None:
    x11.world.copy("text")
    x11.offer(REPLY)
    moment = wait_until(lambda: selection("TIMESTAMP"), "an answer")
    assert struct.unpack("I", moment)[0] > 0


@pytest.mark.parametrize("armed", [False, True])
def test_several_formats_can_be_asked_for_at_once(x11: Stage, armed: bool) -> None:
    assert isinstance(x11.world, X11World)
    x11.world.copy("custom")
    x11.offer(REPLY)
    if armed:
        x11.driver.arm(x11.world.reader)
    answers = multiple(x11.world, ["UTF8_STRING", "application/x-stage-order", "image/png"])
    if armed:
        assert answers == [REPLY.encode(), None, None]
        x11.wait_told("READ")
    else:
        assert answers == [None, b"\x00order\x00\xff\xfe 42\x00", None]


def test_asking_for_the_list_among_several_formats_is_no_read(x11: Stage) -> None:
    assert isinstance(x11.world, X11World)
    x11.world.copy("text")
    x11.offer(REPLY)
    x11.driver.arm(x11.world.reader)
    multiple(x11.world, ["TARGETS", "image/png"])
    assert x11.driver.told() == []
    assert x11.world.read_text() == REPLY
    x11.wait_told("READ")
    assert x11.driver.told() == ["READ"]


def test_a_late_notice_of_a_loss_before_the_last_taking_loses_nothing(
    x11: Stage, screen: Desktop
) -> None:
    assert isinstance(x11.world, X11World)
    before = x11.world.copy("everything")
    x11.offer(REPLY)
    ours = clipboard_owner(screen.display_name)
    display = x11.world.display
    window = display.create_resource_object("window", ours)
    clipboard = display.intern_atom("CLIPBOARD")
    window.send_event(SelectionClear(time=1, window=window, atom=clipboard))
    display.sync()
    assert x11.world.contents() == before
    assert x11.driver.told() == []


def multiple(world: X11World, targets: list[str]) -> list[bytes | None]:
    """ICCCM 2.6.2: pairs of target and property; what is refused has its property cleared."""
    display, window = world.display, world.window
    pairs = [
        atom
        for number, name in enumerate(targets)
        for atom in (display.intern_atom(name), display.intern_atom(f"PART_{number}"))
    ]
    place = display.intern_atom("STAGE_ANSWER")
    window.change_property(place, display.intern_atom("ATOM_PAIR"), 32, pairs)
    world.selection.read("MULTIPLE")
    answers: list[bytes | None] = []
    for property_ in pairs[1::2]:
        found = window.get_full_property(property_, X.AnyPropertyType)
        answers.append(None if found is None else bytes(found.value))
        window.delete_property(property_)
    return answers


def test_a_picture_on_offer_in_several_encodings_still_is(
    x11: Stage, selection: Selection, screen: Desktop
) -> None:
    png = x11.world.copy("picture")["image/png"]
    saved = SavedClipboard({"image/png": png}, ("image/bmp",))
    x11.driver.put_back(saved)
    names = array.array("I", selection("TARGETS") or b"")
    display = Display(screen.display_name)
    assert "image/bmp" in [display.get_atom_name(atom) for atom in names]
    display.close()
    assert (selection("image/bmp") or b"").startswith(b"BM")


def test_a_reader_that_goes_in_mid_transfer_holds_nobody_up(x11: Stage, screen: Desktop) -> None:
    x11.world.copy("text")
    x11.offer(LONG_REPLY)
    x11.driver.arm(0)
    # GIVEN one that asks for a long text and vanishes
    gone = Display(screen.display_name)
    window = gone.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    clipboard, text = gone.intern_atom("CLIPBOARD"), gone.intern_atom("UTF8_STRING")
    window.convert_selection(clipboard, text, Xatom.CUT_BUFFER0, X.CurrentTime)
    gone.sync()
    gone.close()
    # THEN the target gets it all the same
    assert x11.world.read_text() == LONG_REPLY


def test_restoring_needs_no_second_change_of_owner(x11: Stage, screen: Desktop) -> None:
    x11.world.copy("text")
    x11.offer(REPLY)
    owner = clipboard_owner(screen.display_name)
    x11.driver.arm(x11.world.reader)
    x11.driver.restore()
    assert clipboard_owner(screen.display_name) == owner


def test_after_closing_every_call_is_harmless(x11_world: X11World) -> None:
    x11_world.copy("text")
    port = X11Clipboard(reencode)
    driver = Here(port)
    driver.offer(REPLY, driver.save())
    port.close()
    for call in (driver.restore, driver.leave, lambda: driver.arm(0), port.close):
        call()
    driver.offer(REPLY, SavedClipboard(empty=True))
    driver.put_back(SavedClipboard(empty=True))
    driver.await_copy(0, 10)
    # THEN nobody is told anything, and nothing of the reply is left
    assert driver.told() == []
    assert x11_world.read_text() != REPLY
