"""How each program wants to be pasted into."""

from __future__ import annotations

import pytest

from desktop_assist.core.application import (
    BUILT_IN,
    DEFAULT_PROFILE,
    ApplicationProfile,
    profile_for,
)
from desktop_assist.core.combination import Combination


@pytest.mark.parametrize(
    ("window_class", "chord", "reads"),
    [
        ("xterm", "shift+insert", 1),
        ("org.gnome.terminal-gnome-terminal", "ctrl+shift+v", 1),
        ("konsole", "ctrl+shift+v", 1),
        ("chromium", "ctrl+v", 2),
        ("google-chrome", "ctrl+v", 2),
        ("wechat", "ctrl+v", 1),
        ("", "ctrl+v", 1),
    ],
)
def test_the_chord_and_the_reads_of_known_programs(
    window_class: str, chord: str, reads: int
) -> None:
    profile = profile_for(window_class)
    assert (profile.chord, profile.reads) == (chord, reads)


def test_a_terminal_never_gets_a_newline_that_would_run_a_command() -> None:
    for window_class in ("xterm", "konsole", "foot", "kitty"):
        assert profile_for(window_class).newlines == "flatten"


def test_in_wine_any_process_may_read() -> None:
    assert profile_for("wechat.exe").any_reader


def test_the_users_own_profile_comes_first() -> None:
    own = ApplicationProfile(window_class="xterm", chord="ctrl+shift+v")
    assert profile_for("XTerm", [own]) is own
    assert profile_for("konsole", [own]) is not own


def test_an_unknown_program_gets_the_usual() -> None:
    assert profile_for("some-im") is DEFAULT_PROFILE


def test_every_built_in_chord_is_a_combination() -> None:
    for profile in BUILT_IN:
        assert str(Combination.parse(profile.chord)) == profile.chord
