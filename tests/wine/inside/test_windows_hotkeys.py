"""Hotkeys on Windows: heard wherever the focus is, once a press, and kept from the window."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator

import pytest

from desktop_assist.core.combination import Combination
from desktop_assist.errors import AssistError
from desktop_assist.oslayer.hotkeys.base import HotkeyBackend, HotkeyRefused
from desktop_assist.oslayer.hotkeys.choose import choose_hotkeys
from desktop_assist.oslayer.hotkeys.keyboard_library import KeyboardHotkeys
from desktop_assist.oslayer.hotkeys.unlocked import ResyncAtUnlock
from desktop_assist.oslayer.hotkeys.windows import WindowsHotkeys
from desktop_assist.oslayer.win32.api import WindowsApi
from desktop_assist.oslayer.win32.message_thread import MessageThread
from desktop_assist.oslayer.win32.unlocking import UnlockWatch
from tests.e2e.stage.waiting import wait_until
from tests.wine.inside.stage import Hands, Other

HOTKEY = Combination.parse("ctrl+alt+j")
LAST = Combination.parse("ctrl+alt+l")
SESSION_CHANGE, UNLOCKED, LOCKED = 0x02B1, 8, 7


class Stage:
    """A backend, the hands, and what was reported."""

    def __init__(self, backend: HotkeyBackend, hands: Hands) -> None:
        self.backend = backend
        self.hands = hands
        self._reports: queue.Queue[Combination] = queue.Queue()
        backend.start(self._reports.put)
        backend.bind(LAST)

    def reports(self) -> list[Combination]:
        """All that was reported up to now: a last combination is pressed, and comes last."""
        self.hands.chord(str(LAST))
        heard: list[Combination] = []
        while LAST not in heard:
            heard.append(self._reports.get(timeout=10))
        return heard[:-1]

    def is_silent(self) -> bool:
        """Whether nothing at all was reported."""
        return self._reports.empty()


def native(api: WindowsApi) -> HotkeyBackend:
    return WindowsHotkeys(api)


def library(_api: WindowsApi) -> HotkeyBackend:
    return KeyboardHotkeys()


@pytest.fixture(params=[native, library])
def stage(
    request: pytest.FixtureRequest, api: WindowsApi, hands: Hands, other: Other
) -> Iterator[Stage]:
    """Every backend of Windows, while another program has the keyboard."""
    other.open_for(hands, "张三")
    made = Stage(request.param(api), hands)
    yield made
    made.backend.stop()


@pytest.fixture
def windows(api: WindowsApi, hands: Hands, other: Other) -> Iterator[Stage]:
    other.open_for(hands, "张三")
    made = Stage(WindowsHotkeys(api), hands)
    yield made
    made.backend.stop()


def test_a_bound_combination_is_reported_once_though_it_is_held(stage: Stage) -> None:
    stage.backend.bind(HOTKEY)
    stage.backend.bind(HOTKEY)
    for key in ("alt", "ctrl", "j"):
        stage.hands.press(key)
    for key in ("j", "alt", "ctrl"):
        stage.hands.release(key)
    assert stage.reports() == [HOTKEY]


@pytest.mark.parametrize("text", ["ctrl+alt+k", "ctrl+j", "ctrl+alt+shift+j"])
def test_no_other_combination_is(stage: Stage, text: str) -> None:
    stage.backend.bind(HOTKEY)
    stage.hands.chord(text)
    assert stage.reports() == []


def test_what_was_unbound_is_not_heard(stage: Stage) -> None:
    stage.backend.bind(HOTKEY)
    stage.backend.unbind(HOTKEY)
    stage.backend.unbind(HOTKEY)
    stage.hands.chord(str(HOTKEY))
    assert stage.reports() == []


def test_every_one_of_many_presses_is_reported(stage: Stage) -> None:
    stage.backend.bind(HOTKEY)
    for _ in range(20):
        stage.hands.chord(str(HOTKEY))
    assert stage.reports() == [HOTKEY] * 20


@pytest.mark.parametrize(
    "text", ["ctrl+alt+1", "ctrl+shift+f5", "ctrl+space", "ctrl+alt+comma", "ctrl+alt+pagedown"]
)
def test_every_sort_of_key_can_be_bound(stage: Stage, text: str) -> None:
    combination = Combination.parse(text)
    stage.backend.bind(combination)
    stage.hands.chord(text)
    assert stage.reports() == [combination]


def test_the_windows_hear_nothing_of_a_hotkeys_own_key(windows: Stage, other: Other) -> None:
    windows.backend.bind(HOTKEY)
    windows.hands.chord(str(HOTKEY))
    windows.hands.chord("k")
    keys = wait_until(
        lambda: keys if "-0x4b" in (keys := other.ask("keys")) else None, "the key after it"
    )
    assert "+0x4a" not in keys


def test_what_another_program_holds_is_refused_until_it_lets_go(
    windows: Stage, api: WindowsApi
) -> None:
    rival = WindowsHotkeys(api)
    rival.bind(HOTKEY)
    with pytest.raises(HotkeyRefused, match=r"Ctrl\+Alt\+J is taken by another program"):
        windows.backend.bind(HOTKEY)
    rival.stop()
    windows.backend.bind(HOTKEY)
    windows.hands.chord(str(HOTKEY))
    assert windows.reports() == [HOTKEY]


def test_after_stopping_every_call_is_harmless_and_nothing_is_held(
    windows: Stage, api: WindowsApi
) -> None:
    windows.backend.bind(HOTKEY)
    windows.backend.stop()
    windows.backend.unbind(HOTKEY)
    windows.backend.let_go()
    windows.backend.swallow("j")
    windows.backend.stop()
    # WHEN another one takes the combination, which would be refused while anybody held it
    free = Stage(WindowsHotkeys(api), windows.hands)
    free.backend.bind(HOTKEY)
    windows.hands.chord(str(HOTKEY))
    # THEN it alone hears it
    assert free.reports() == [HOTKEY]
    free.backend.stop()
    assert windows.is_silent()


def test_a_swallowed_key_reaches_no_window_until_it_is_up(windows: Stage, other: Other) -> None:
    hands = windows.hands
    hands.press("k")
    wait_until(lambda: "+0x4b" in other.ask("keys"), "the key in its window")
    other.ask("forget_keys")
    windows.backend.swallow("k")
    windows.backend.unbind(HOTKEY)  # is done after what was asked before
    # WHEN it repeats, and another key is pressed beside it
    hands.press("k")
    hands.chord("m")
    hands.release("k")
    hands.chord("k")
    # THEN the window gets the other one, and the key again after it came up
    keys = wait_until(
        lambda: keys if "+0x4b" in (keys := other.ask("keys")) else None, "the key again"
    )
    assert keys.index("+0x4d") < keys.index("-0x4b") < keys.index("+0x4b")
    assert "*0x4b" not in keys


def test_a_key_that_is_up_already_is_not_swallowed(windows: Stage, other: Other) -> None:
    windows.backend.swallow("k")
    windows.backend.unbind(HOTKEY)
    windows.hands.chord("k")
    wait_until(lambda: "+0x4b" in other.ask("keys"), "the key in its window")


def test_letting_go_ends_a_swallow(windows: Stage, other: Other) -> None:
    windows.hands.press("k")
    wait_until(lambda: "+0x4b" in other.ask("keys"), "the key in its window")
    windows.backend.swallow("k")
    windows.backend.let_go()
    windows.hands.press("k")
    windows.hands.release("k")
    wait_until(lambda: "-0x4b" in other.ask("keys"), "its end in the window")


# What is chosen


def test_auto_takes_what_windows_itself_offers_and_says_why() -> None:
    chosen = choose_hotkeys("auto", "windows")
    chosen.backend.stop()
    assert chosen.backend.name == "windows"
    assert "through Windows" in str(chosen.why)


def test_the_library_can_be_chosen() -> None:
    chosen = choose_hotkeys("keyboard", "windows")
    chosen.backend.stop()
    assert chosen.backend.name == "keyboard"
    assert isinstance(chosen.backend, ResyncAtUnlock)


# The lock screen


@pytest.fixture
def unlocking(api: WindowsApi) -> Iterator[tuple[Callable[[int], None], list[str]]]:
    """Sends what Windows sends at a change of the session, and notes what came of it."""
    told: list[str] = []
    watch = UnlockWatch(api, lambda: told.append("unlocked"))
    thread: MessageThread = watch._thread

    def change(to: int) -> None:
        api.user32.PostMessageW(thread.window, SESSION_CHANGE, to, 0)
        thread.ask(lambda: None)

    yield change, told
    watch.stop()
    watch.stop()


def test_an_unlocked_screen_is_told(
    unlocking: tuple[Callable[[int], None], list[str]],
) -> None:
    change, told = unlocking
    change(LOCKED)
    assert told == []
    change(UNLOCKED)
    wait_until(lambda: told == ["unlocked"], "the end of the lock")


def test_a_thread_for_messages_passes_a_failure_to_who_asked(api: WindowsApi) -> None:
    thread = MessageThread("failing", api)

    def fail() -> None:
        raise AssistError(HotkeyRefused(HOTKEY).message)

    with pytest.raises(AssistError, match="taken by another"):
        thread.ask(fail)
    assert thread.ask(lambda: 7) == 7
    thread.stop()
