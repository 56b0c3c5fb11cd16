"""Festivals and sales days that shops greet their customers on, and the days they fall on."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from types import MappingProxyType

FESTIVALS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "spring_festival": ("春节", "Spring Festival"),
        "lantern": ("元宵节", "Lantern Festival"),
        "qingming": ("清明节", "Qingming Festival"),
        "dragon_boat": ("端午节", "Dragon Boat Festival"),
        "qixi": ("七夕节", "Qixi Festival"),
        "mid_autumn": ("中秋节", "Mid-Autumn Festival"),
        "double_ninth": ("重阳节", "Double Ninth Festival"),
        "new_year": ("元旦", "New Year"),
        "labour_day": ("劳动节", "Labour Day"),
        "national_day": ("国庆节", "National Day"),
        "womens_day": ("妇女节", "Women's Day"),
        "618": ("618 购物节", "618 shopping festival"),
        "double_11": ("双十一", "Double 11"),
        "double_12": ("双十二", "Double 12"),
        "christmas": ("圣诞节", "Christmas"),
    }
)
"""Name → Chinese and English title. The names are what a snippet's `welcome.festivals` holds."""

# Month, first and last day. Sales run from their opening to the day that names them; holidays
# last as long as the statutory ones in China usually do.
_SOLAR: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {
        "womens_day": (3, 8, 8),
        "christmas": (12, 24, 25),
        "new_year": (1, 1, 3),
        "double_12": (12, 10, 12),
        "labour_day": (5, 1, 5),
        "national_day": (10, 1, 7),
        "double_11": (11, 1, 11),
        "618": (6, 1, 18),
    }
)
_LUNAR_DAYS: Mapping[tuple[int, int], str] = MappingProxyType(
    {
        (1, 15): "lantern",
        (5, 5): "dragon_boat",
        (7, 7): "qixi",
        (8, 15): "mid_autumn",
        (9, 9): "double_ninth",
    }
)
_SPRING_FESTIVAL_DAYS = 7


def festivals_on(day: datetime.date) -> tuple[str, ...]:
    """The names of the festivals that `day` belongs to, the shortest festival first.

    Festivals of the lunar calendar and Qingming last one day, the Spring Festival from New Year's
    Eve (除夕) to the seventh. Lunar dates are known from 1900 to 2100; outside only the others are
    told.
    """
    solar = (
        name
        for name, (month, first, last) in _SOLAR.items()
        if day.month == month and first <= day.day <= last
    )
    return (*_traditional(day), *solar)


def _traditional(day: datetime.date) -> Iterator[str]:
    from borax.calendars.lunardate import (  # noqa: PLC0415  never on the way to the tray
        LunarDate,
        TermUtils,
    )

    try:
        lunar = LunarDate.from_solar(day)
        tomorrow = lunar.after(1)
    except ValueError:
        return  # beyond the tables
    if not lunar.leap and (lunar.month, lunar.day) in _LUNAR_DAYS:
        yield _LUNAR_DAYS[lunar.month, lunar.day]
    if 4 <= day.day <= 6 and day == TermUtils.nth_term_day(day.year, term_name="清明"):
        yield "qingming"
    is_eve = (tomorrow.month, tomorrow.day) == (1, 1)
    if is_eve or (lunar.month == 1 and not lunar.leap and lunar.day <= _SPRING_FESTIVAL_DAYS):
        yield "spring_festival"
