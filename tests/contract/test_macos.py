"""The macOS backends, against a Mac that behaves as Apple's documentation says.

No Mac was at hand: these tests prove the calls, their C types and every documented failure, and
not that a Mac does what its documentation says.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard
from desktop_assist.oslayer.clipboard.macos import LOOK_EVERY_MS, MARKS, MacClipboard
from desktop_assist.oslayer.hotkeys.base import HotkeyRefused
from desktop_assist.oslayer.hotkeys.macos import CarbonHotkeys
from desktop_assist.oslayer.keys.base import KeysRefused
from desktop_assist.oslayer.keys.macos import QuartzInjector
from desktop_assist.oslayer.macos.dock import hide_from_dock
from desktop_assist.oslayer.macos.frameworks import Frameworks, ObjectiveC
from desktop_assist.oslayer.macos.permission import PANE, Accessibility, needed
from desktop_assist.oslayer.windows.base import Area, Target
from desktop_assist.oslayer.windows.macos import MacWindows
from tests.fakes.loop import FakeLoop
from tests.fakes.macos import ACCESSIBILITY_ERRORS, LEFT, TEXT, FakeMac, Program

HOTKEY = Combination.parse("ctrl+alt+j")
CONTROL_OPTION = 0x1000 | 0x0800
J = 0x26
PASTE = Combination.parse("ctrl+v")
COMMAND_FLAG, SHIFT_FLAG = 1 << 20, 1 << 17
CHAT = Program(11, "com.tencent.qq", "QQ", "张三")
NOTES = Program(12, "", "Notes", "清单")
REPLY = "您好👋，\n在的。"


@pytest.fixture
def mac() -> FakeMac:
    return FakeMac()


# Hotkeys


class Hotkeys:
    """The backend and what it reported."""

    def __init__(self, mac: FakeMac) -> None:
        self.mac = mac
        self.heard: list[Combination] = []
        self.backend = CarbonHotkeys(mac.frameworks())
        self.backend.start(self.heard.append)


@pytest.fixture
def hotkeys(mac: FakeMac) -> Hotkeys:
    return Hotkeys(mac)


def test_a_bound_combination_is_heard_with_the_keys_of_a_mac(hotkeys: Hotkeys) -> None:
    hotkeys.backend.bind(HOTKEY)
    assert hotkeys.mac.press_hotkey(J, CONTROL_OPTION) == 0
    assert hotkeys.heard == [HOTKEY]


def test_each_combination_is_told_from_the_others(hotkeys: Hotkeys) -> None:
    other = Combination.parse("super+shift+j")
    hotkeys.backend.bind(HOTKEY)
    hotkeys.backend.bind(other)
    hotkeys.mac.press_hotkey(J, 0x0100 | 0x0200)
    hotkeys.mac.press_hotkey(J, CONTROL_OPTION)
    assert hotkeys.heard == [other, HOTKEY]


def test_binding_twice_is_harmless_and_unbinding_gives_it_back(hotkeys: Hotkeys) -> None:
    hotkeys.backend.bind(HOTKEY)
    hotkeys.backend.bind(HOTKEY)
    assert len(hotkeys.mac.hotkeys) == 1
    hotkeys.backend.unbind(HOTKEY)
    hotkeys.backend.unbind(HOTKEY)
    assert not hotkeys.mac.hotkeys


def test_another_programs_hotkey_event_is_left_to_it(hotkeys: Hotkeys) -> None:
    hotkeys.backend.bind(HOTKEY)
    hotkeys.mac.press_hotkey(J, CONTROL_OPTION, signature=1)
    assert hotkeys.heard == []


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (-9878, "taken by another program"),
        (-9879, "add Ctrl or Cmd"),
        (-9868, "add Ctrl or Cmd"),
        (-50, "error -50"),
        (-9870, "error -9870"),
    ],
    ids=["hotKeyExists", "hotKeyInvalid", "internal", "param", "other"],
)
def test_each_refusal_of_macos_has_its_sentence(
    hotkeys: Hotkeys, status: int, sentence: str
) -> None:
    hotkeys.mac.register_status = status
    with pytest.raises(HotkeyRefused, match=sentence):
        hotkeys.backend.bind(HOTKEY)
    # THEN it can be had once macOS agrees
    hotkeys.mac.register_status = 0
    hotkeys.backend.bind(HOTKEY)
    hotkeys.mac.press_hotkey(J, CONTROL_OPTION)
    assert hotkeys.heard == [HOTKEY]


def test_a_key_that_no_apple_keyboard_has_is_refused(hotkeys: Hotkeys) -> None:
    with pytest.raises(HotkeyRefused, match="No key of an Apple keyboard"):
        hotkeys.backend.bind(Combination.parse("ctrl+f24"))


@pytest.mark.parametrize("status", [-9866, -9860, -50])
def test_without_a_handler_every_binding_says_so(mac: FakeMac, status: int) -> None:
    mac.install_status = status
    with pytest.raises(HotkeyRefused, match="does not let hotkeys be heard"):
        Hotkeys(mac).backend.bind(HOTKEY)


def test_stopping_gives_everything_back(hotkeys: Hotkeys) -> None:
    hotkeys.backend.bind(HOTKEY)
    hotkeys.backend.stop()
    hotkeys.backend.stop()
    assert not hotkeys.mac.hotkeys
    assert hotkeys.mac.press_hotkey(J, CONTROL_OPTION) == -1


# Keys


@pytest.fixture
def injector(mac: FakeMac) -> QuartzInjector:
    frameworks = mac.frameworks()
    return QuartzInjector(frameworks, Accessibility(frameworks, ObjectiveC(frameworks.objc)))


def test_ctrl_v_is_pressed_as_command_v(mac: FakeMac, injector: QuartzInjector) -> None:
    injector.press(PASTE)
    assert mac.moves == ["+cmd", "+v", "-v", "-cmd"]
    assert mac.flags == [COMMAND_FLAG, COMMAND_FLAG, COMMAND_FLAG, 0]
    assert mac.live == 0


def test_presses_come_in_their_order_with_their_own_modifiers(
    mac: FakeMac, injector: QuartzInjector
) -> None:
    mac.down = {LEFT["alt"]}
    injector.press_in_turn((Combination((), "j"), 2), (Combination.parse("ctrl+shift+v"), 1))
    assert mac.moves == [
        *["+j", "-j"] * 2, "+cmd", "+shift", "+v", "-v", "-shift", "-cmd",
    ]  # fmt: skip
    assert mac.flags[:4] == [0, 0, 0, 0]
    assert mac.flags[6:8] == [COMMAND_FLAG | SHIFT_FLAG] * 2


def test_without_the_permission_no_key_is_pressed_and_it_is_said(
    mac: FakeMac, injector: QuartzInjector
) -> None:
    mac.trusted = False
    with pytest.raises(KeysRefused, match="Accessibility"):
        injector.press(PASTE)
    injector.release(("ctrl",))
    assert mac.moves == []
    # WHEN it is given, nothing need be started anew
    mac.trusted = True
    injector.press(PASTE)
    assert "+v" in mac.moves


def test_where_macos_makes_no_event_it_is_said(mac: FakeMac, injector: QuartzInjector) -> None:
    mac.no_events = True
    with pytest.raises(KeysRefused):
        injector.press(PASTE)
    assert mac.moves == []


def test_held_modifiers_are_told_in_their_order_until_released(
    mac: FakeMac, injector: QuartzInjector
) -> None:
    mac.down = {LEFT["super"], 0x3C, LEFT["ctrl"], LEFT["j"]}
    assert injector.held_modifiers() == ("ctrl", "shift", "super")
    injector.release(("ctrl", "shift", "super"))
    assert injector.held_modifiers() == ()
    # WHEN the finger comes up and presses anew
    mac.down = set()
    assert injector.held_modifiers() == ()
    mac.down = {LEFT["ctrl"]}
    assert injector.held_modifiers() == ("ctrl",)


def test_whether_a_key_is_held_is_told(mac: FakeMac, injector: QuartzInjector) -> None:
    mac.down = {J}
    assert injector.is_held("j")
    assert not injector.is_held("v")
    assert not injector.is_held("f24")


# The permission and the Dock


@pytest.fixture
def permission(mac: FakeMac) -> Accessibility:
    frameworks = mac.frameworks()
    return Accessibility(frameworks, ObjectiveC(frameworks.objc))


@pytest.mark.parametrize("trusted", [True, False])
def test_the_permission_is_told_and_asked_for(
    mac: FakeMac, permission: Accessibility, trusted: bool
) -> None:
    mac.trusted = trusted
    assert permission.granted() is trusted
    assert mac.asked_options == []
    assert permission.ask() is trusted
    assert mac.asked_options == [{"AXTrustedCheckOptionPrompt": True}]


def test_the_page_of_the_settings_is_opened(mac: FakeMac, permission: Accessibility) -> None:
    assert permission.open_pane()
    assert mac.opened == [PANE]
    assert "Accessibility" in str(needed())


def test_the_program_leaves_the_dock(mac: FakeMac) -> None:
    assert hide_from_dock(ObjectiveC(mac.frameworks().objc))
    assert mac.policy == 1


# Windows


class Own:
    """What the program knows of its own windows."""

    def __init__(self) -> None:
        self.in_front = False
        self.changed: list[Callable[[], None]] = []

    def has_keyboard(self) -> bool:
        return self.in_front

    def watch(self, changed: Callable[[], None]) -> None:
        self.changed.append(changed)


@pytest.fixture
def own() -> Own:
    return Own()


@pytest.fixture
def windows(mac: FakeMac, own: Own) -> MacWindows:
    frameworks = mac.frameworks()
    return MacWindows(frameworks, ObjectiveC(frameworks.objc), own)


def test_the_window_in_front_has_title_and_program(mac: FakeMac, windows: MacWindows) -> None:
    mac.open(CHAT)
    target = windows.foreground()
    assert target == Target(11, "张三", "com.tencent.qq")
    assert windows.is_foreground(target)
    assert mac.live == 0, "something was not released"
    assert max(mac.timeouts) <= 0.5


def test_a_program_without_a_bundle_goes_by_its_name(mac: FakeMac, windows: MacWindows) -> None:
    mac.open(NOTES)
    target = windows.foreground()
    assert target is not None
    assert target.application == "notes"


def test_another_program_and_another_chat_are_other_targets(
    mac: FakeMac, windows: MacWindows
) -> None:
    chat = mac.open(Program(11, "com.tencent.qq", "QQ", "张三"))
    target = windows.foreground()
    assert target is not None
    chat.title = "(2) 张三"
    assert windows.is_foreground(target)
    chat.title = "李四"
    assert not windows.is_foreground(target)
    chat.title = "张三"
    mac.open(NOTES)
    assert not windows.is_foreground(target)


@pytest.mark.parametrize("error", ACCESSIBILITY_ERRORS.values(), ids=ACCESSIBILITY_ERRORS)
def test_where_accessibility_fails_the_program_is_still_known(
    mac: FakeMac, windows: MacWindows, error: int
) -> None:
    mac.accessibility_error = error
    mac.open(CHAT)
    target = windows.foreground()
    assert target == Target(11, "", "com.tencent.qq")
    assert windows.is_foreground(target)
    assert windows.area(target) is None
    windows.activate(target)
    assert mac.live == 0


def test_without_the_permission_titles_are_empty(mac: FakeMac, windows: MacWindows) -> None:
    mac.trusted = False
    mac.open(CHAT)
    assert windows.foreground() == Target(11, "", "com.tencent.qq")


def test_nothing_in_front_as_on_a_locked_screen(mac: FakeMac, windows: MacWindows) -> None:
    mac.open(CHAT)
    target = windows.foreground()
    assert target is not None
    mac.front = None
    assert windows.foreground() is None
    assert not windows.is_foreground(target)


def test_a_window_of_ours_is_looked_through(mac: FakeMac, windows: MacWindows, own: Own) -> None:
    mac.open(CHAT)
    target = windows.foreground()
    assert target is not None
    own.in_front = True
    mac.open(Program(os.getpid(), "com.ours", "Desktop Assist", "查找话术"))
    assert windows.foreground() == target
    assert not windows.is_foreground(target)


def test_a_windows_place_is_told(mac: FakeMac, windows: MacWindows) -> None:
    mac.open(CHAT)
    target = windows.foreground()
    assert target is not None
    assert windows.area(target) == Area(10, 20, 300, 200)
    assert windows.area(Target(404, "", "")) is None
    assert mac.live == 0


def test_a_window_is_raised_with_its_program(mac: FakeMac, windows: MacWindows) -> None:
    chat = mac.open(Program(11, "com.tencent.qq", "QQ", "张三"))
    target = windows.foreground()
    assert target is not None
    mac.open(NOTES)
    windows.activate(target)
    assert (chat.raised, chat.activated) == (1, 1)
    assert windows.is_foreground(target)


def test_another_program_in_front_is_told(mac: FakeMac, windows: MacWindows, own: Own) -> None:
    looks: list[str] = []
    windows.watch(lambda: looks.append("first"))
    windows.watch(lambda: looks.append("second"))
    mac.open(CHAT)
    assert looks == ["first", "second"]
    assert len(own.changed) == 2
    windows.close()
    mac.open(NOTES)
    assert looks == ["first", "second"]


# The pasteboard


class Board:
    """The backend, and what it told."""

    def __init__(self, mac: FakeMac) -> None:
        self.mac = mac
        self.loop = FakeLoop()
        self.port = MacClipboard(ObjectiveC(mac.frameworks().objc), self.loop.later)
        self.told: list[ClipboardEvent] = []

    def save(self) -> SavedClipboard:
        saved: list[SavedClipboard] = []
        self.port.save(saved.append)
        return saved[0]

    def offer(self, text: str = REPLY) -> None:
        self.port.offer(text, self.save(), self.told.append)

    def text(self) -> str | None:
        texts: list[str | None] = []
        self.port.read_text(texts.append)
        return texts[0]


RICH = {TEXT: b"old", "public.html": b"<b>old</b>", "com.example.own": b"\x00\x01"}


@pytest.fixture
def board(mac: FakeMac) -> Board:
    mac.copy(RICH)
    return Board(mac)


def test_until_the_chord_the_pasteboard_is_not_touched(board: Board) -> None:
    before = board.mac.change
    board.offer()
    assert board.mac.change == before
    assert board.mac.paste() == b"old"
    assert board.told == []


def test_the_reply_is_read_lazily_and_the_read_is_told(board: Board) -> None:
    board.offer()
    assert board.port.arm(0)
    assert board.told == []
    assert board.mac.paste() == REPLY.encode()
    assert board.told == [ClipboardEvent.READ]


def test_the_reply_is_marked_and_stays_on_this_machine(board: Board) -> None:
    board.offer()
    board.port.arm(0)
    assert set(MARKS) < set(board.mac.types)
    assert board.mac.host_only


def test_every_format_comes_back(board: Board) -> None:
    board.offer()
    board.port.arm(0)
    board.mac.paste()
    board.port.restore()
    assert [one.data for one in board.mac.items] == [RICH]
    assert not board.mac.host_only
    assert ClipboardEvent.LOST not in board.told


def test_several_copied_files_come_back_as_several(mac: FakeMac) -> None:
    files = [{"public.file-url": b"file:///a"}, {"public.file-url": b"file:///b", TEXT: b"b"}]
    mac.copy(*files)
    board = Board(mac)
    board.offer()
    board.port.arm(0)
    board.port.restore()
    assert [one.data for one in mac.items] == files


def test_an_empty_pasteboard_is_empty_afterwards(mac: FakeMac) -> None:
    board = Board(mac)
    assert board.save().empty
    board.offer()
    board.port.arm(0)
    board.port.restore()
    assert mac.items == []


def test_what_is_copied_meanwhile_stays_and_is_told(board: Board) -> None:
    board.offer()
    board.port.arm(0)
    board.mac.copy({TEXT: b"new"})
    assert board.told == [ClipboardEvent.LOST]
    board.port.restore()
    assert board.mac.paste() == b"new"
    assert not board.port.arm(0)


def test_a_second_reply_keeps_what_was_saved_first(board: Board) -> None:
    board.offer("a")
    board.port.arm(0)
    board.offer("b")
    board.port.arm(0)
    assert board.mac.paste() == b"b"
    assert ClipboardEvent.LOST not in board.told
    board.port.restore()
    assert [one.data for one in board.mac.items] == [RICH]


def test_where_macos_does_not_take_the_reply_it_is_said(board: Board) -> None:
    board.mac.refuses_writes = True
    board.offer()
    with pytest.raises(AssistError, match="did not take the reply"):
        board.port.arm(0)


def test_a_left_reply_can_be_pasted_by_hand(board: Board) -> None:
    board.offer()
    board.port.leave()
    assert board.mac.paste() == REPLY.encode()
    assert board.told == [ClipboardEvent.READ]


def test_what_others_have_put_there_is_told_also_behind_the_reply(board: Board) -> None:
    assert board.text() == "old"
    board.offer()
    board.port.arm(0)
    assert board.text() == "old"
    assert board.told == []


def test_a_copy_is_awaited(board: Board) -> None:
    copied: list[str | None] = []
    board.port.copied(0, 200, copied.append)
    board.loop.advance(LOOK_EVERY_MS * 2)
    assert copied == []
    board.mac.copy({TEXT: "草稿".encode()})
    board.loop.advance(LOOK_EVERY_MS)
    assert copied == ["草稿"]
    assert board.loop.waiting == 0


def test_a_copy_of_something_else_is_an_empty_text(board: Board) -> None:
    copied: list[str | None] = []
    board.port.copied(0, 200, copied.append)
    board.mac.copy({"public.png": b"..."})
    board.loop.advance(LOOK_EVERY_MS)
    assert copied == [""]


def test_a_copy_that_never_comes_is_given_up(board: Board) -> None:
    copied: list[str | None] = []
    board.port.copied(0, 0, copied.append)
    board.loop.advance(LOOK_EVERY_MS)
    assert copied == [None]


def test_closing_gives_the_pasteboard_back(board: Board) -> None:
    board.offer()
    board.port.arm(0)
    board.port.close()
    assert [one.data for one in board.mac.items] == [RICH]


@pytest.mark.skipif(sys.platform == "darwin", reason="elsewhere than on a Mac")
def test_on_another_system_the_frameworks_cannot_be_loaded() -> None:
    with pytest.raises(OSError, match="AppKit"):
        Frameworks.load()
