"""A finding weighs what the agent has chosen for the program that the text goes to."""

from __future__ import annotations

from desktop_assist.core.application import ApplicationProfile, profile_for
from desktop_assist.core.checking.levels import PlatformLevel, platforms_of, weights_in


def test_a_level_for_the_program_counts_more_than_one_for_every_program() -> None:
    levels = (
        PlatformLevel(platform="千牛", family="tone", level="block"),
        PlatformLevel(family="tone", level="hint"),
    )
    assert weights_in(levels, ("千牛",)) == {"tone": "block"}
    assert weights_in(levels, ("微信",)) == {"tone": "hint"}
    assert weights_in((), ("微信",)) == {}


def test_names_are_compared_without_their_case_and_the_later_row_counts() -> None:
    levels = (
        PlatformLevel(platform="chromium", family="tone", level="block"),
        PlatformLevel(platform="CHROMIUM", family="tone", level="off"),
    )
    assert weights_in(levels, ("Chromium",)) == {"tone": "off"}


def test_what_is_unfilled_keeps_its_weight() -> None:
    levels = (PlatformLevel(family="placeholder", level="off"),)
    assert weights_in(levels, ()) == {}


def test_a_window_is_known_by_its_profile_and_by_its_class() -> None:
    own = ApplicationProfile(window_class="wechat.*")
    names = platforms_of("wechat.exe", profile_for("wechat.exe", [own]))
    assert names == ("wechat.*", "wechat.exe")
    assert platforms_of("google-chrome", profile_for("google-chrome"))[0] == "Chromium"
    assert platforms_of("unknown", profile_for("unknown")) == ("unknown",)
    assert platforms_of("", profile_for("")) == ()
