"""Notices: shown as the settings want it, and always kept."""

from __future__ import annotations

import pytest

from desktop_assist.gui.tray.notices import Notices
from desktop_assist.settings import Settings
from desktop_assist.text import say

FINE, BAD = say("Test", "It is done."), say("Test", "It is not done.")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("all", ["It is done.", "It is not done."]),
        ("problems", ["It is not done."]),
        ("none", []),
    ],
)
def test_the_settings_say_what_is_shown(wanted: str, expected: list[str]) -> None:
    shown: list[str] = []
    settings = Settings(notices=wanted)  # type: ignore[arg-type]  # one of the choices
    notices = Notices(lambda: settings, lambda _title, text, _problem: shown.append(text))
    notices.tell(FINE, False)
    notices.tell(BAD, True)
    assert shown == expected
    assert notices.last == "It is not done."
    assert notices.newest == ["It is done.", "It is not done."]
    assert notices.count == 2


def test_nothing_has_been_told_at_first() -> None:
    notices = Notices(Settings, lambda *_: None)
    assert (notices.last, notices.newest, notices.count) == ("", [], 0)
