"""What entries share: category, stage, role, tags, shops, languages, pack.

Filters, the context and words that stand in a category are looked up among the few labels that
there are, not among the entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from desktop_assist.core.language.pinyin import PinyinTable, may_spell
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.query import Filter
from desktop_assist.core.searching.search import SearchContext
from desktop_assist.core.searching.texts import BREAK, Squeezing


class Label(NamedTuple):
    """A kind (`category`, `stage`, `role`, `tag`, `shop`, `language`, `pack`) and its text.

    A category holds the steps of its path and a pack its id and title, a line each.
    """

    kind: str
    text: str


# The kinds that a filter looks at, and whether a label need only hold its value.
_LOOKED_AT = {
    "place": ({"category", "stage", "role"}, False),
    "tag": ({"tag"}, False),
    "shop": ({"shop", "pack", "category", "tag"}, True),
    "language": ({"language"}, False),
    "pack": ({"pack"}, True),
}
_NAMED_BY_WINDOWS = {"shop", "tag", "pack"}
_SHORTEST_NAME = 2
STAGE_FIT, SHOP_FIT, WINDOW_FIT, LANGUAGE_FIT = 8, 4, 2, 1
BEST_FIT = STAGE_FIT | SHOP_FIT | WINDOW_FIT | LANGUAGE_FIT


def labels_of(entry: Entry) -> Iterator[Label]:
    """The labels of `entry` as they are written. Some may come twice."""
    snippet = entry.snippet
    yield Label("category", BREAK.join(snippet.category))
    yield Label("pack", f"{entry.pack}{BREAK}{entry.pack_title}")
    yield Label("language", snippet.language)
    for language in snippet.translations:
        yield Label("language", language)
    if snippet.stage:
        yield Label("stage", snippet.stage)
    if snippet.role:
        yield Label("role", snippet.role)
    for tag in snippet.tags:
        yield Label("tag", tag)
    for shop in snippet.welcome.shops if snippet.welcome else ():
        yield Label("shop", shop)


def squeezed(label: Label, squeezing: Squeezing) -> Label:
    """`label` as it is searched. Spaces within a line are left out, also between Latin words."""
    lines = (squeezing.squeeze(line).replace(BREAK, "") for line in label.text.split(BREAK))
    return Label(label.kind, BREAK.join(lines))


def passes(label: Label, wanted: Filter, pinyin: PinyinTable | None) -> bool:
    """Whether a squeezed `label` lets its entries through the filter `wanted`.

    A line of it must begin so, in its letters or its pinyin; a shop or a pack need only hold it.
    """
    kinds, anywhere = _LOOKED_AT[wanted.kind]
    if label.kind not in kinds:
        return False
    if anywhere and wanted.value in label.text:
        return True
    spells = pinyin if may_spell(wanted.value) else None
    return any(
        line.startswith(wanted.value)
        or (spells is not None and spells.spelled_end(wanted.value, line) is not None)
        for line in label.text.split(BREAK)
    )


def fit(label: Label, context: SearchContext) -> int:
    """What a squeezed `label` adds to how well its entries suit a squeezed `context`."""
    gain = 0
    if context.stage and _stage(label) == context.stage:
        gain |= STAGE_FIT
    if context.shop and label.kind in _LOOKED_AT["shop"][0] and context.shop in label.text:
        gain |= SHOP_FIT
    if context.window and label.kind in _NAMED_BY_WINDOWS and _is_named(label, context.window):
        gain |= WINDOW_FIT
    if context.language and label.kind == "language":
        gain |= LANGUAGE_FIT * _same_language(label.text, context.language)
    return gain


def squeezed_context(context: SearchContext, squeezing: Squeezing) -> SearchContext:
    """`context` in the spelling of squeezed labels."""
    parts = (context.stage, context.shop, context.language, context.window)
    return SearchContext(*(squeezing.squeeze(part).replace(BREAK, "") for part in parts))


def _stage(label: Label) -> str:
    """The stage that a label stands for: categories begin with one where snippets name none."""
    if label.kind == "category":
        return label.text.partition(BREAK)[0]
    return label.text if label.kind == "stage" else ""


def _is_named(label: Label, window: str) -> bool:
    names = label.text.split(BREAK)
    return any(len(name) >= _SHORTEST_NAME and name in window for name in names)


def _same_language(one: str, other: str) -> bool:
    """By the first two letters: squeezed, `zh-CN` is `zhcn`."""
    return one[:2] == other[:2]
