"""Days as people write them, and back."""

from __future__ import annotations

import datetime
import re

_MONTHS = "January February March April May June July August September October November December"
_MONTH_NAMES = tuple(_MONTHS.split())
_WEEKDAY_NAMES = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_ENGLISH = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})")


def is_chinese(language: str) -> bool:
    """Whether a language tag such as `zh-CN` or `zh_TW` is Chinese."""
    return language.lower().startswith("zh")


def written_date(day: datetime.date, language: str) -> str:
    """`2026年11月22日` for Chinese, `22 Nov 2026` for every other language."""
    if is_chinese(language):
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTH_NAMES[day.month - 1][:3]} {day.year}"


def read_date(text: str) -> datetime.date | None:
    """The day of an ISO date (`2026-11-22`) or of what `written_date` wrote; else None."""
    text = text.strip()
    try:
        if match := _CHINESE.fullmatch(text):
            year, month, day = (int(part) for part in match.groups())
            return datetime.date(year, month, day)
        if match := _ENGLISH.fullmatch(text):
            return datetime.date(int(match[3]), _month(match[2]), int(match[1]))
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def formatted_date(day: datetime.date, pattern: str) -> str:
    """`day` by a pattern of strftime's `%Y %y %m %-m %B %b %d %-d %A %a %%`, always in English.

    The system's strftime is not used: it follows the locale and differs between systems.
    """
    month, weekday = _MONTH_NAMES[day.month - 1], _WEEKDAY_NAMES[day.weekday()]
    parts = {
        "%Y": f"{day.year:04}", "%y": f"{day.year % 100:02}", "%B": month, "%b": month[:3],
        "%m": f"{day.month:02}", "%-m": str(day.month), "%A": weekday, "%a": weekday[:3],
        "%d": f"{day.day:02}", "%-d": str(day.day), "%%": "%",
    }  # fmt: skip
    return re.sub(r"%-?.", lambda found: parts.get(found[0], found[0]), pattern)


def _month(short: str) -> int:
    return [name[:3] for name in _MONTH_NAMES].index(short) + 1
