"""How things are worded in the room: errors, spans of time, text inside Markdown."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop_assist.core.learning.schedule import Rating


def plain(text: str) -> str:
    """`text` in which nothing is Markdown."""
    return "".join(f"\\{one}" if one in "\\`*_{}[]<>#+-!|~" else one for one in text)


def rating_name(rating: Rating) -> str:
    """What the button of `rating` says."""
    names = {
        "again": QCoreApplication.translate("LearningRoom", "Not yet"),
        "hard": QCoreApplication.translate("LearningRoom", "With effort"),
        "good": QCoreApplication.translate("LearningRoom", "Well"),
        "easy": QCoreApplication.translate("LearningRoom", "Easily"),
    }
    return names[rating]


def span_of(time: datetime.timedelta) -> str:
    """A span of time in one unit: minutes, hours or days."""
    minutes = max(round(time.total_seconds() / 60), 1)
    if minutes < 60:
        unit = QCoreApplication.translate("LearningRoom", "{count} min")
        return unit.format(count=minutes)
    if minutes < 24 * 60:
        unit = QCoreApplication.translate("LearningRoom", "{count} h")
        return unit.format(count=round(minutes / 60))
    unit = QCoreApplication.translate("LearningRoom", "{count} d")
    return unit.format(count=round(minutes / (24 * 60)))


def short_date(day: datetime.date) -> str:
    """`day` as the interface's language writes it."""
    date = QDate(day.year, day.month, day.day)
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)
