"""Which welcome fits now."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Standing, Welcome

_DAY_END = "24:00"

Specificity = tuple[int, bool, bool, bool]


def choose_welcome(
    entries: Iterable[Entry],
    *,
    now: datetime.datetime,
    shop: str = "",
    standing: Standing | None = None,
    festivals: Sequence[str] = (),
    language: str = "",
) -> list[Entry]:
    """The welcomes that fit `now`, the most particular first; none whose condition is not met.

    A festival outweighs the customer's standing, that the shop, that the hours. Of two festivals
    the one that comes first in `festivals` wins. Welcomes in `language` (a tag such as `zh-CN`,
    compared by its first part; empty for any) come before all others. Equals keep their order.
    """
    fitting = []
    for entry in entries:
        snippet = entry.snippet
        if snippet.welcome is None or not snippet.is_valid_on(now.date()):
            continue
        if _fits(snippet.welcome, now.time(), shop, standing, festivals):
            foreign = bool(language) and _root(language) != _root(snippet.language)
            fitting.append((not foreign, _specificity(snippet.welcome, festivals), entry))
    fitting.sort(key=lambda one: one[:2], reverse=True)
    return [entry for _, _, entry in fitting]


def is_within(hours: str, moment: datetime.time) -> bool:
    """Whether `moment` lies in one of `hours`: spans such as `06:00-11:30, 22:00-02:00`.

    A span holds its start and not its end; an end before the start runs over midnight. What
    cannot be read holds no moment.
    """
    clock = f"{moment:%H:%M}"
    return any(_span_holds(span, clock) for span in hours.replace("，", ",").split(","))


def _fits(
    welcome: Welcome,
    moment: datetime.time,
    shop: str,
    standing: Standing | None,
    festivals: Sequence[str],
) -> bool:
    return (
        (not welcome.hours or is_within(welcome.hours, moment))
        and (not welcome.festivals or any(name in festivals for name in welcome.festivals))
        and (not welcome.shops or shop.strip() in welcome.shops)
        and (not welcome.standing or standing in welcome.standing)
    )


def _specificity(welcome: Welcome, festivals: Sequence[str]) -> Specificity:
    ranks = [festivals.index(name) for name in welcome.festivals if name in festivals]
    festival = len(festivals) - min(ranks) if ranks else 0
    return festival, bool(welcome.standing), bool(welcome.shops), bool(welcome.hours)


def _span_holds(span: str, clock: str) -> bool:
    start, _, end = (_read_clock(part) for part in span.partition("-"))
    if not start or not end:
        return False
    if start <= end:
        return start <= clock < end
    return clock >= start or clock < end


def _read_clock(text: str) -> str:
    """`6:00` as `06:00`, so that clocks compare as text; empty when it is none."""
    padded = text.strip().rjust(5, "0")
    if padded == _DAY_END:
        return padded
    try:
        return f"{datetime.datetime.strptime(padded, '%H:%M'):%H:%M}"
    except ValueError:
        return ""


def _root(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
