"""Numbers, days and times as people read them, in the language of the interface."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop_assist.core.replies.library import OWN_PACK, Entry
from desktop_assist.core.statistics.periods import Period, StepKind
from desktop_assist.core.statistics.summary import GONE, Category
from desktop_assist.gui.i18n import translated
from desktop_assist.text import say


def number(count: int) -> str:
    """A number with its thousands parted."""
    return QLocale().toString(count)


def duration(seconds: int) -> str:
    """A length of time in its two largest units."""
    minutes, rest = divmod(seconds, 60)
    hours, left = divmod(minutes, 60)
    if hours:
        spoken = say("Statistics", "{hours} h {minutes} min", hours=number(hours), minutes=left)
    elif minutes:
        spoken = say("Statistics", "{minutes} min {seconds} s", minutes=minutes, seconds=rest)
    else:
        spoken = say("Statistics", "{seconds} s", seconds=rest)
    return translated(spoken)


def date_text(day: datetime.date) -> str:
    """A day with its year."""
    return _written(day, QCoreApplication.translate("Statistics", "d MMM yyyy"))


def step_text(step: Period, kind: StepKind) -> str:
    """A step of a chart in full: a day, the days of a week, a month."""
    if kind == "month":
        return _written(step.first, QCoreApplication.translate("Statistics", "MMMM yyyy"))
    if step.length == 1:
        return date_text(step.first)
    days = say(
        "Statistics", "{first} – {last}", first=date_text(step.first), last=date_text(step.last)
    )
    return translated(days)


def step_label(step: Period, kind: StepKind) -> str:
    """What stands beneath a bar: short, without the year."""
    if kind == "month":
        return _written(step.first, QCoreApplication.translate("Statistics", "MMM yy"))
    return _written(step.first, QCoreApplication.translate("Statistics", "d MMM"))


def category_text(category: Category) -> str:
    """A category's path."""
    if category == GONE:
        return QCoreApplication.translate("Statistics", "No longer in the library")
    return " / ".join(category)


def pack_text(entry: Entry) -> str:
    """Which pack a reply comes from."""
    if entry.pack == OWN_PACK:
        return QCoreApplication.translate("Statistics", "My own")
    return entry.pack_title or entry.pack


def _written(day: datetime.date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
