"""The greeting for a time of day."""

from __future__ import annotations

import datetime

from desktop_assist.core.language.dates import is_chinese

_Spoken = tuple[tuple[datetime.time, str], ...]

# Each greeting holds from its time until the next one's.
_CHINESE: _Spoken = (
    (datetime.time(0), "凌晨好"),
    (datetime.time(5), "早上好"),
    (datetime.time(9), "上午好"),
    (datetime.time(11, 30), "中午好"),
    (datetime.time(13, 30), "下午好"),
    (datetime.time(18), "晚上好"),
)
# English has no greeting for the small hours: "Good night" says goodbye.
_ENGLISH: _Spoken = (
    (datetime.time(0), "Hello"),
    (datetime.time(5), "Good morning"),
    (datetime.time(12), "Good afternoon"),
    (datetime.time(18), "Good evening"),
)


def greeting(moment: datetime.time, language: str) -> str:
    """What one says at `moment`, in Chinese for `zh…`, else in English."""
    spoken = _CHINESE if is_chinese(language) else _ENGLISH
    clock = moment.replace(tzinfo=None)
    return next(words for start, words in reversed(spoken) if clock >= start)
