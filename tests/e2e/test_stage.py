"""The stage itself is right: what the other end-to-end tests build on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.formats import COPIED_TEXT, contents
from tests.e2e.stage.owners import Owner, qt_owner
from tests.e2e.stage.selection import clipboard_contents
from tests.e2e.stage.targets import (
    Target,
    browser_target,
    gtk_target,
    odd_target,
    qt_target,
    xterm_target,
)

TARGETS: dict[str, tuple[Callable[[Desktop], Target], str]] = {
    "qt": (qt_target, "ctrl+v"),
    "qt line": (lambda desktop: qt_target(desktop, one_line=True), "ctrl+v"),
    "gtk": (gtk_target, "ctrl+v"),
    "gtk entry": (lambda desktop: gtk_target(desktop, one_line=True), "ctrl+v"),
    "xterm": (xterm_target, "shift+insert"),
    "chromium": (browser_target, "ctrl+v"),
    "reads late": (lambda desktop: odd_target(desktop, "--delay-ms", "100"), "ctrl+v"),
    "reads thrice": (lambda desktop: odd_target(desktop, "--reads", "3"), "ctrl+v"),
    "asks first": (lambda desktop: odd_target(desktop, "--ask-first", "TARGETS"), "ctrl+v"),
    "asks html": (lambda desktop: odd_target(desktop, "--ask-first", "text/html"), "ctrl+v"),
}


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_tells_what_is_pasted_into_it(desktop: Desktop, owner: Owner, name: str) -> None:
    start, chord = TARGETS[name]
    owner.take("html")
    target = start(desktop)
    pressed = desktop.keyboard.chord(chord)
    said = target.wait_for(lambda event: event["event"] == "text", "a text")
    assert target.text.replace("\n", " ") == COPIED_TEXT.replace("\n", " ")
    assert said > pressed
    target.clear()
    assert target.text == ""
    target.close()


def test_a_target_that_never_reads_tells_that_it_was_asked(desktop: Desktop, owner: Owner) -> None:
    owner.take("text")
    target = odd_target(desktop, "--never")
    mark = len(owner.line)
    desktop.keyboard.chord("ctrl+v")
    target.wait_for(lambda event: event["event"] == "asked", "the paste key")
    assert owner.served(mark) == []
    target.close()


@pytest.mark.parametrize("which", ["text", "html", "picture", "files", "custom", "everything"])
def test_every_format_is_served_and_read_byte_for_byte(owner: Owner, which: str) -> None:
    assert owner.own(which) == {name: data for name, (_kind, data) in contents(which).items()}


def test_what_is_large_goes_in_pieces(owner: Owner) -> None:
    read = owner.own("big")
    assert read == {name: data for name, (_kind, data) in contents("big").items()}
    assert len(read["text/plain"]) == 800_000


def test_a_qt_owner_offers_a_picture_in_many_encodings(desktop: Desktop) -> None:
    owner = qt_owner(desktop)
    read = owner.own("everything")
    assert read["UTF8_STRING"].decode() == COPIED_TEXT
    assert read["image/png"].startswith(b"\x89PNG")
    assert len([name for name in read if name.startswith("image/")]) > 3
    owner.close()


def test_an_empty_clipboard_has_no_format(desktop: Desktop, owner: Owner) -> None:
    owner.take("text")
    owner.line.ask("release", "released")
    assert clipboard_contents(desktop.display_name) == {}
