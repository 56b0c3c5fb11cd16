"""Key combinations by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.combination import MODIFIERS, BadCombination, Combination

KEYS = st.sampled_from(["a", "7", "f5", "space", "pageup", "bracketleft", "grave"])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Alt + CTRL + h", "ctrl+alt+h"),
        ("win+Esc", "super+escape"),
        ("control+shift+PgUp", "ctrl+shift+pageup"),
        ("ctrl+;", "ctrl+semicolon"),
        ("cmd+return", "super+enter"),
        ("ctrl+ctrl+a", "ctrl+a"),
    ],
)
def test_order_case_and_the_systems_names_do_not_matter(text: str, written: str) -> None:
    assert str(Combination.parse(text)) == written


@pytest.mark.parametrize(
    "text", ["", "ctrl", "ctrl+", "ctrl+a+b", "ctrl+ä", "ctrl+你", "f25", "ctrl+kp_enter", "+"]
)
def test_what_no_keyboard_has_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(BadCombination) as refused:
        Combination.parse(text)
    assert f"“{text}”" in str(refused.value)


@given(st.sets(st.sampled_from(MODIFIERS)), KEYS)
def test_what_is_written_is_read_again(modifiers: set[str], key: str) -> None:
    combination = Combination.parse("+".join([*modifiers, key]))
    assert Combination.parse(str(combination)) == combination
    assert Combination.parse(str(combination.shown)) == combination
