"""Where the panel stands beside a chat window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop_assist.gui.panel.placing import Monitor, Side, monitor_of, place_beside
from desktop_assist.oslayer.windows.base import Area

LEFT = Monitor(Area(0, 0, 1920, 1080), Area(0, 30, 1920, 1010))
RIGHT = Monitor(Area(1920, 0, 3840, 2160), Area(1920, 0, 3840, 2160), scale=2.0)
BOTH = (LEFT, RIGHT)
WIDTH, LEAST = 270, 324

areas = some.builds(
    Area,
    some.integers(-3000, 8000),
    some.integers(-3000, 4000),
    some.integers(1, 6000),
    some.integers(1, 4000),
)


def placed(chat: Area, side: Side = "right") -> tuple[int, int, int, int, Side]:
    place = place_beside(chat, BOTH, WIDTH, LEAST, side)
    area = place.area
    return area.left, area.top, area.width, area.height, place.side


def test_it_stands_right_beside_the_chat_and_is_as_high() -> None:
    assert placed(Area(100, 60, 800, 600)) == (900, 60, WIDTH, 600, "right")
    assert placed(Area(400, 60, 800, 600), "left") == (130, 60, WIDTH, 600, "left")


def test_without_room_it_goes_to_the_other_side() -> None:
    assert placed(Area(1000, 60, 800, 600)) == (730, 60, WIDTH, 600, "left")
    assert placed(Area(100, 60, 800, 600), "left") == (900, 60, WIDTH, 600, "right")


def test_the_other_screen_is_no_room_for_it() -> None:
    assert placed(Area(1120, 60, 800, 600))[0] == 850


def test_beside_a_window_that_fills_the_screen_it_stands_over_the_edge() -> None:
    assert placed(Area(0, 30, 1920, 1010)) == (1650, 30, WIDTH, 1010, "right")
    assert placed(Area(0, 30, 1920, 1010), "left") == (0, 30, WIDTH, 1010, "left")


def test_where_neither_side_has_room_the_one_with_more_of_it_is_taken() -> None:
    assert placed(Area(200, 60, 1700, 600)) == (0, 60, WIDTH, 600, "left")


def test_it_keeps_out_of_the_desktops_bars() -> None:
    assert placed(Area(100, 0, 800, 1080))[1:4:2] == (30, 1010)


def test_beside_a_low_window_it_keeps_a_height_of_use() -> None:
    assert placed(Area(100, 60, 800, 100))[1:4:2] == (60, LEAST)
    assert placed(Area(100, 1000, 800, 100))[1:4:2] == (1040 - LEAST, LEAST)


def test_on_a_screen_of_another_scale_it_has_that_screens_size() -> None:
    place = place_beside(Area(2020, 100, 1600, 1200), BOTH, WIDTH, LEAST, "right")
    assert place.monitor is RIGHT
    assert place.area == Area(3620, 100, 2 * WIDTH, 1200)
    assert RIGHT.units(place.area) == Area(1920 + 850, 50, WIDTH, 600)


@pytest.mark.parametrize(
    ("window", "monitor"),
    [
        (Area(1500, 0, 800, 600), LEFT),
        (Area(1700, 0, 800, 600), RIGHT),
        (Area(-900, 0, 800, 600), LEFT),
        (Area(9000, 0, 800, 600), RIGHT),
    ],
)
def test_a_window_is_on_the_screen_that_has_most_of_it(window: Area, monitor: Monitor) -> None:
    assert monitor_of(window, BOTH) is monitor


@given(areas, some.sampled_from(["left", "right"]), some.integers(1, 5000))
def test_it_is_always_wholly_on_the_chats_screen(chat: Area, side: Side, width: int) -> None:
    place = place_beside(chat, BOTH, width, LEAST, side)
    area, free = place.area, place.monitor.free
    assert place.monitor is monitor_of(chat, BOTH)
    assert free.left <= area.left
    assert area.left + area.width <= free.left + free.width
    assert free.top <= area.top
    assert area.top + area.height <= free.top + free.height


@given(areas, some.sampled_from(["left", "right"]))
def test_where_a_side_has_room_no_pixel_of_the_chat_is_covered(chat: Area, side: Side) -> None:
    place = place_beside(chat, [LEFT], WIDTH, LEAST, side)
    has_room = chat.left - LEFT.free.left >= WIDTH or 1920 - (chat.left + chat.width) >= WIDTH
    if has_room:
        area = place.area
        assert area.left + area.width <= chat.left or area.left >= chat.left + chat.width
