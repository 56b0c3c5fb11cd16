"""A code typed into a real window becomes its reply; Backspace brings the code back."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.e2e.stage.desktop import Desktop, command
from tests.e2e.stage.flows import Keep
from tests.e2e.stage.listener import Event, Listener
from tests.e2e.stage.owners import Owner, becomes
from tests.e2e.stage.targets import Target, browser_target, gtk_target, qt_target, xterm_target
from tests.e2e.stage.waiting import wait_until

GREETING = "您好，很高兴为您服务！Your order ships today."
LINES = "第一行\n第二行"
FILLED = "单号 12345"
CODES = {"/hy": GREETING, "/ml": LINES, "/form": f"?{FILLED}"}
GAP = 0.03
TARGETS: dict[str, Callable[[Desktop], Target]] = {
    "qt": qt_target,
    "qt line": lambda desktop: qt_target(desktop, one_line=True),
    "gtk": gtk_target,
    "gtk entry": lambda desktop: gtk_target(desktop, one_line=True),
    "chromium": browser_target,
}
TIMES = 3


@dataclass
class Typist:
    """The running service; see `stage.typist`."""

    desktop: Desktop
    process: subprocess.Popen[bytes]
    line: Listener

    def type(self, text: str, gap: float = GAP) -> int:
        """Type lower-case letters, digits, spaces and slashes; gives when the last key went."""
        moment = 0
        for character in text:
            name = {" ": "space", "/": "slash"}.get(character, character)
            moment = self.desktop.keyboard.chord(name)
            self.desktop.keyboard.rest(gap)
        return moment

    def wait_for(self, event: str, mark: int) -> Event:
        return self.line.wait_for(lambda one: bool(one["event"] == event), event, mark, 8)


@pytest.fixture(scope="module")
def typist(desktop: Desktop, owner: Owner) -> Iterator[Typist]:
    owner.take()
    line = desktop.listener("typist")
    options = ("--socket", str(line.path), "--codes", json.dumps(CODES), "--excluded", "vault")
    process = desktop.start(*command("typist", *options, python=sys.executable), name="typist")
    line.wait_for(lambda event: bool(event["event"] == "ready"), "the typist's start", within=30)
    yield Typist(desktop, process, line)
    line.close()
    desktop.stop(process)


@pytest.mark.parametrize("name", TARGETS)
def test_a_code_becomes_its_reply_and_backspace_brings_it_back(
    desktop: Desktop, owner: Owner, typist: Typist, keep: Keep, name: str
) -> None:
    copied = owner.own("everything")
    target = keep(TARGETS[name](desktop))
    for _ in range(TIMES):
        # GIVEN a word that the agent has typed
        target.clear()
        mark = len(typist.line)
        # WHEN a code and a space follow
        typist.type("ok /hy ")
        # THEN the reply stands in the code's place, and the word before it is untouched
        target.wait_for_text(f"ok {GREETING}")
        assert typist.wait_for("outcome", mark)["result"] == "PASTED"
        # WHEN Backspace is the next key
        desktop.keyboard.chord("backspace")
        # THEN the code is there again, and a space does not expand it once more
        target.wait_for_text("ok /hy")
        assert not typist.wait_for("notice", mark)["problem"]
        typist.type(" x")
        target.wait_for_text("ok /hy x")
        becomes(desktop, copied)


def test_backspace_after_another_key_is_only_backspace(
    desktop: Desktop, typist: Typist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    mark = len(typist.line)
    typist.type("/hy ")
    typist.wait_for("outcome", mark)
    typist.type("x")
    desktop.keyboard.chord("backspace")
    desktop.keyboard.chord("backspace")
    target.wait_for_text(GREETING[:-1])


def test_several_lines_come_whole_and_are_not_guessed_away(
    desktop: Desktop, typist: Typist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    mark = len(typist.line)
    typist.type("/ml ")
    target.wait_for_text(LINES)
    typist.wait_for("outcome", mark)
    desktop.keyboard.chord("backspace")
    target.wait_for_text(LINES[:-1])
    typist.type("x")
    target.wait_for_text(LINES[:-1] + "x")


@pytest.mark.parametrize("between", ["left", "click", "ctrl+a", "shift"])
def test_what_comes_between_ends_the_code(
    desktop: Desktop, typist: Typist, keep: Keep, between: str
) -> None:
    target = keep(qt_target(desktop))
    mark = len(typist.line)
    typist.type("/h")
    if between == "click":
        left, top, width, height = desktop.windows.area(target.window)
        desktop.keyboard.click(left + width // 2, top + height // 2)
    else:
        desktop.keyboard.chord(between)
    desktop.keyboard.rest()
    typist.type("y /nothing x")
    target.wait_for(lambda event: str(event.get("text", "")).count("x") > 0, "the last letter")
    assert not [event for event in typist.line.since(mark) if event["event"] == "wanted"]


def test_another_window_in_front_ends_the_code(
    desktop: Desktop, typist: Typist, keep: Keep
) -> None:
    other = keep(qt_target(desktop, title="另一位客户"))
    target = keep(qt_target(desktop, title="这位客户"))
    typist.type("/h")
    other.focus()
    typist.type("y x")
    other.wait_for_text("y x")
    assert target.text == "/h"


def test_a_corrected_code_counts(desktop: Desktop, typist: Typist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    typist.type("/hx")
    desktop.keyboard.chord("backspace")
    typist.type("y ")
    target.wait_for_text(GREETING)


def test_a_path_and_a_fraction_are_no_codes(desktop: Desktop, typist: Typist, keep: Keep) -> None:
    target = keep(qt_target(desktop))
    typist.type("and/hy //hy /hyx x")
    target.wait_for_text("and/hy //hy /hyx x")


def test_typed_on_before_the_replys_turn_deletes_nothing(
    desktop: Desktop, owner: Owner, typist: Typist, keep: Keep
) -> None:
    # GIVEN a clipboard whose owner takes long to hand it over
    target = keep(qt_target(desktop))
    owner.take("html", delay_ms=400)
    mark = len(typist.line)
    # WHEN the agent goes on typing meanwhile
    typist.type("/hy later")
    # THEN what was typed stands, and the reply waits on the clipboard
    assert typist.wait_for("outcome", mark)["result"] == "LEFT"
    target.wait_for_text("/hy later")
    owner.take()


def _is_whole(event: Event) -> bool:
    """GTK goes on typing while it fetches a paste: the reply may stand between letters."""
    return str(event.get("text", "")).replace(GREETING, "") in ("ok /hy later", "ok later")


@pytest.mark.parametrize("name", ["qt", "gtk"])
@pytest.mark.parametrize("gap", [0.0, 0.04])
def test_a_fast_hand_that_types_on_loses_nothing(
    desktop: Desktop, typist: Typist, keep: Keep, name: str, gap: float
) -> None:
    target = keep(TARGETS[name](desktop))
    for _ in range(TIMES):
        target.clear()
        desktop.keyboard.chord("end")
        mark = len(typist.line)
        typist.type("ok /hy later", gap)
        typist.wait_for("outcome", mark)
        target.wait_for(_is_whole, "every letter")


def test_a_form_answers_first_and_then_the_code_goes(
    desktop: Desktop, typist: Typist, keep: Keep
) -> None:
    form = keep(qt_target(desktop, title="表单"))
    target = keep(qt_target(desktop, title="这位客户"))
    mark = len(typist.line)
    typist.type("ok /form ")
    typist.wait_for("wanted", mark)
    # WHEN the form is filled in a window of its own, and the chat has the keyboard again
    form.focus()
    typist.type("12345")
    target.focus()
    typist.line.order("fill")
    target.wait_for_text(f"ok {FILLED}")


def test_typing_on_in_the_chat_keeps_the_code_that_a_form_asks_for(
    desktop: Desktop, typist: Typist, keep: Keep
) -> None:
    target = keep(qt_target(desktop))
    mark = len(typist.line)
    typist.type("/form ")
    typist.wait_for("wanted", mark)
    typist.type("well ")
    typist.line.order("fill")
    target.wait_for_text(f"/form well {FILLED}")


def test_codes_are_off_in_terminals_and_excluded_programs(
    desktop: Desktop, typist: Typist, keep: Keep
) -> None:
    keep(xterm_target(desktop))
    mark = len(typist.line)
    typist.type("/hy ")
    desktop.keyboard.rest()
    assert not [one for one in typist.line.since(mark) if one["event"] == "wanted"]


def test_codes_are_quiet_while_an_input_method_composes(
    desktop: Desktop, typist: Typist, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not all(shutil.which(name) for name in ("ibus", "ibus-daemon", "gsettings")):
        pytest.skip("ibus is not installed")
    engines = "['libpinyin', 'xkb:us::eng']"
    desktop.run("gsettings", "set", "org.freedesktop.ibus.general", "preload-engines", engines)
    daemon = desktop.start("ibus-daemon", "--panel", "disable", name="ibus")
    try:
        wait_until(lambda: _chosen(desktop, "libpinyin"), "libpinyin", within=30, every=0.2)
        monkeypatch.setitem(desktop.environment, "QT_IM_MODULE", "ibus")
        target = keep(qt_target(desktop))
        wait_until(lambda: _chosen(desktop, "libpinyin"), "libpinyin", within=30, every=0.2)
        mark = len(typist.line)
        # WHEN space takes the first candidate
        typist.type("/hy ")
        target.wait_for(_is_chinese, "the candidate")
        # THEN it stays as the input method made it
        assert len(typist.line) == mark
        # WHEN ibus passes keys on as they are
        wait_until(lambda: _chosen(desktop, "xkb:us::eng"), "the plain layout", 10, every=0.2)
        target.clear()
        desktop.keyboard.chord("end")
        typist.type("/hy ")
        target.wait_for_text(GREETING)
    finally:
        desktop.stop(daemon)


def _is_chinese(event: Event) -> bool:
    return any("\u4e00" <= one <= "\u9fff" for one in str(event.get("text", "")))


def _chosen(desktop: Desktop, engine: str) -> bool:
    desktop.run("ibus", "engine", engine)
    return desktop.run("ibus", "engine").stdout.decode().strip() == engine
