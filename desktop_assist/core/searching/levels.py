"""How well an entry answers a query: the levels that every engine ranks by, best first."""

from __future__ import annotations

from desktop_assist.core.searching.search import Standing

CODE, CODE_START, TITLE_START, TITLE, SPELLED_START, SPELLED_TITLE = 11, 10, 9, 8, 7, 6
LABELS, CATEGORY, BODY, SPELLED_BODY, SLIP = 5, 4, 3, 2, 1
"""A word has the level of the best place it stands in, an entry that of its worst word.

Title, pinyin of the title (by two letters and more), labels (with their pinyin, and single letters
of the title), category (also by pinyin), body, pinyin in the body. TITLE_START is TITLE with the
first word at the start; SPELLED_START is SPELLED_TITLE or LABELS with the first word at the start
of the title, by its letters or its pinyin. The levels of codes are for a query of one word; a code
among several words stands as LABELS. SLIP is for what was mistyped.
"""

_LEVEL_WIDTH = 100.0
UNUSED = Standing()


def score(level: int, place: int, limit: int) -> float:
    """A number that falls from hit to hit; `place` counts from 0 among at most `limit` hits."""
    return (level - place / (limit + 1)) * _LEVEL_WIDTH


def use_order(one: Standing) -> tuple[int, int, bool]:
    """What equals are sorted by: use, then how lately, then favourites."""
    return -one.uses, -one.last_day, not one.favourite
