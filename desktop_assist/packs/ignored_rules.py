"""The two ways to write which rules do not count in a snippet, made one."""

from __future__ import annotations

from desktop_assist.packs.events import Node, Place


def with_rules_by_name(snippet: Node, place: Place) -> tuple[Node, Place]:
    """`snippet` and its `place` with `ignore: [rule: why]` as `ignore: {rule: why}`.

    A rule of the list without a reason gets an empty one. Whatever is written otherwise stays.
    """
    written = snippet.get("ignore") if isinstance(snippet, dict) else None
    if not isinstance(written, list) or not all(map(_is_one_rule, written)):
        return snippet, place
    inner = place.inside["ignore"]
    rules: dict[str, Node] = {}
    spots: dict[str | int, Place] = {}
    for position, one in enumerate(written):
        spot = inner.inside[position]
        if isinstance(one, str):
            rules[one], spots[one] = "", spot
        else:
            rules |= one
            spots |= spot.inside
    inside = {**place.inside, "ignore": inner._replace(inside=spots)}
    return {**snippet, "ignore": rules}, place._replace(inside=inside)


def _is_one_rule(node: Node) -> bool:
    # A name with nothing behind it is dropped when the file is read.
    return isinstance(node, str) or (isinstance(node, dict) and len(node) <= 1)
