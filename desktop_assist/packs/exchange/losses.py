"""What of replies gets lost or changed on the way into another tool's file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop_assist.core.replies.part_names import PART_NAMES
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.packs.exchange.formats.base import Format, Outbound
from desktop_assist.text import Message, say

_LANGUAGE = Snippet(id="", title="", category=()).language


def losses(known: Format, replies: Sequence[Outbound]) -> Iterator[Message]:
    """What of `replies` the format cannot hold, or holds otherwise, and in how many of them."""
    yield from _left_out(known, replies)
    yield from _otherwise(known, replies)


def _left_out(known: Format, replies: Sequence[Outbound]) -> Iterator[Message]:
    lost = Counter(
        name for one in replies for name in _filled(one.snippet) if name not in known.holds
    )
    if lost:
        yield say(
            "Exchange",
            "Not in the file, as the format has no place for it: {parts}.",
            parts=_listed(lost.most_common()),
        )
    missing = sum(bool(one.snippet.image) and one.picture is None for one in replies)
    if missing and "image" in known.holds:
        yield say(
            "Exchange",
            "The pictures of {count} replies are not there and so not in the file.",
            count=missing,
        )


def _otherwise(known: Format, replies: Sequence[Outbound]) -> Iterator[Message]:
    partly = sum(not one.is_whole for one in replies)
    if partly:
        yield say(
            "Exchange",
            "{count} replies have conditions or filters in them; the other tool shows them as"
            " they are written.",
            count=partly,
        )
    parted = sum(_is_parted(known, one.snippet) for one in replies)
    if parted:
        yield say(
            "Exchange",
            "In {count} replies a category or title holds a sign that parts levels in this"
            " format; read back they have more levels.",
            count=parted,
        )
    tags = sum(known.parts_tags in tag for one in replies for tag in one.snippet.tags)
    if known.parts_tags and tags:
        yield say(
            "Exchange", "In {count} tags “_” stands for a sign that parts tags there.", count=tags
        )


def _filled(snippet: Snippet) -> Iterator[str]:
    for name in PART_NAMES:
        value = getattr(snippet, name)
        # Several messages go out as one text, parted by blank lines.
        is_plain = (name == "body" or (name == "messages" and len(value) == 1)
                    or (name == "language" and value == _LANGUAGE))  # fmt: skip
        if value and not is_plain:
            yield name


def _is_parted(known: Format, snippet: Snippet) -> bool:
    if known.parts_levels is None:
        return False
    names = (*snippet.category, *((snippet.title,) if known.is_title_a_level else ()))
    return any(map(known.parts_levels.search, names))


def _listed(counts: Sequence[tuple[str, int]]) -> Message:
    """Named parts with their counts, as one message that is spoken with the rest."""
    first, *rest = counts
    one = say("Exchange", "{part} ({count})", part=PART_NAMES[first[0]], count=first[1])
    return say("Exchange", "{one}, {rest}", one=one, rest=_listed(rest)) if rest else one
