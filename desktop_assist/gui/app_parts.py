"""The parts of the program that only need each other: made here, joined in `app`."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable

from desktop_assist import bundled
from desktop_assist.core.replies.template import Templates
from desktop_assist.gui.advice import Advice, Clocks
from desktop_assist.gui.app_stores import Stores
from desktop_assist.gui.checks.gate import Gate
from desktop_assist.gui.finder import Finder
from desktop_assist.gui.library.joined import picture_of
from desktop_assist.gui.palette.window import Extras, Palette, Waiting
from desktop_assist.gui.review.window import PolishReview
from desktop_assist.gui.shelf import Places, Shelf
from desktop_assist.services.replies import Replies
from desktop_assist.store.home import Home


def make_shelf(
    home: Home,
    stores: Stores,
    finder: Finder,
    language: Callable[[], str],
    changed: Callable[[], None],
) -> Shelf:
    """The shelf over the packs of the program and of this home."""
    resources = bundled.resources()
    places = Places(
        packs=(bundled.snippets(), home.packs),
        rules=resources / "rules",
        pinyin=resources / "pinyin.tsv",
        cache=home.cache,
        channels=home.channels,
    )
    return Shelf(places, stores.own, stores.usage, datetime.date.today, language, changed, finder)


def make_advice(shelf: Shelf, stores: Stores) -> Advice:
    """What suggests replies, and learns from picks."""
    return Advice(
        shelf.usable,
        lambda: shelf.pinyin,
        bundled.resources() / "search" / "synonyms.tsv",
        stores.picks,
        Clocks(datetime.date.today, time.monotonic),
    )


def make_palette(
    shelf: Shelf, stores: Stores, replies: Replies, waiting: Callable[[], Waiting | None]
) -> Palette:
    """The palette over everything on the shelf."""
    palette = Palette(
        shelf.search,
        shelf.entry,
        lambda entry, parts: replies.preview(entry, parts, {}),
        replies.bodies,
        shelf.check,
        lambda key: key in stores.usage.favourites(),
        extras=Extras(
            fields=replies.fields,
            fill=replies.preview,
            picture=lambda entry: picture_of(entry, stores.pictures, shelf),
            recent=shelf.recent,
            waiting=waiting,
        ),
    )
    palette.setObjectName("palette")
    return palette


def make_review(templates: Templates) -> PolishReview:
    """The window that shows a draft and its findings."""
    review = PolishReview(templates=templates)
    review.setObjectName("review")
    return review


def make_gate(shelf: Shelf, stores: Stores) -> Gate:
    """What holds a reply back that no customer may read."""
    return Gate(shelf.check, stores.overrules, datetime.date.today)
