"""Changes one reply in a pack's YAML as its lead wrote it: every other character stays.

A YAML library that writes the whole tree anew moves comments, quotes and line breaks of replies
that nobody touched. Here the tree only tells where a value stands, and that value is exchanged.
Who uses this reads the result back and compares: YAML has corners in which an exchange fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeGuard

import yaml

from desktop_assist.packs.writer import as_yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?P<comment>#.*)?")
_NOTHING_ELSE = re.compile(r"[ \t]*(?P<comment>#[^\r\n]*)?")

Plain = Mapping[str, object]
"""A reply, or the fields of one, in strings, numbers, lists and mappings."""


class NoPlace(Exception):
    """The file does not hold what was to be changed, or not in a shape that can be changed."""


class _Cut(NamedTuple):
    """The characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


def with_fields(text: str, snippet: str, fields: Plain, empty: Plain) -> str:
    """`text` with new values for `fields` of the reply `snippet`.

    `empty` has the values that are not written: such a field is removed. Raises NoPlace.
    """
    source = _Source(text)
    item = source.item(snippet)
    cuts: list[_Cut] = []
    for name, value in fields.items():
        known = _value(item, name)
        if known is not None and value == empty.get(name):
            cuts.append(source.without(item, name, value))
        elif known is not None:
            cuts += source.changed(known, value, _column(item))
        elif value != empty.get(name):
            cuts.append(source.added(item, {name: value}))
    return source.cut(cuts)


def with_snippet(text: str, record: Plain) -> str:
    """`text` with one reply more, after the last; raises NoPlace."""
    source = _Source(text)
    return source.cut([source.appended(record)])


def without_snippet(text: str, snippet: str) -> str:
    """`text` without the reply; comments that stand before it stay. Raises NoPlace."""
    source = _Source(text)
    return source.cut([source.dropped(snippet)])


class _Source:
    """A file of snippets as text, with the tree of what stands where."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        try:
            root = yaml.compose(text, Loader=_LOADER)
        except yaml.YAMLError as error:
            raise NoPlace from error
        snippets = _value(root, "snippets") if isinstance(root, yaml.MappingNode) else None
        if not isinstance(snippets, yaml.SequenceNode):
            raise NoPlace
        self._snippets = snippets

    def item(self, snippet: str) -> yaml.MappingNode:
        """The node of the reply."""
        for node in self._snippets.value:
            if isinstance(node, yaml.MappingNode):
                known = _value(node, "id")
                if known is not None and known.value == snippet:
                    return node
        raise NoPlace

    def cut(self, cuts: Iterable[_Cut]) -> str:
        """The text with all of `cuts`."""
        text = self._text
        # From the end; of additions at one place the later first, so that they keep their order.
        for one in sorted(cuts, key=lambda cut: cut.start)[::-1]:
            new = one.text.replace("\n", self._line_end)
            text = text[: one.start] + new + text[one.end :]
        return text

    def changed(self, node: yaml.Node, value: object, column: int) -> Iterator[_Cut]:
        """`node`, which stands in something at `column`, becomes `value`, piece by piece."""
        if isinstance(node, yaml.MappingNode) and isinstance(value, dict):
            inner = {key.value: child for key, child in node.value}
            if inner and inner.keys() == value.keys():
                for name, child in inner.items():
                    yield from self.changed(child, value[name], _column(node))
                return
        if isinstance(node, yaml.SequenceNode) and _are_as_many(value, node):
            for child, one in zip(node.value, value, strict=True):
                yield from self.changed(child, one, _column(node))
            return
        if not isinstance(node, yaml.ScalarNode) or node.value != _as_text(value):
            yield self._exchanged(node, value, column)

    def without(self, item: yaml.MappingNode, name: str, empty: object) -> _Cut:
        """The whole line of the field is gone, or it is empty where other things share the line."""
        key, node = next(pair for pair in item.value if pair[0].value == name)
        start = self._line_start(key.start_mark.index)
        if item.flow_style or self._text[start : key.start_mark.index].strip():
            return self._exchanged(node, empty, _column(item))
        return _Cut(start, self._next_line(self._end(node)), "")

    def added(self, item: yaml.MappingNode, fields: Plain) -> _Cut:
        """`fields` after the last field of the reply."""
        end = self._end(item.value[-1][1])
        if item.flow_style:
            return _Cut(end, end, f", {as_yaml(fields, flow=True).strip()[1:-1]}")
        end = self._rest_of_line(end)
        return _Cut(end, end, f"\n{_indented(_lines(fields), _column(item))}")

    def appended(self, record: Plain) -> _Cut:
        """`record` after the last reply."""
        items, column = self._snippets.value, _column(self._snippets)
        if self._snippets.flow_style:
            end = self._snippets.end_mark.index - 1
            comma = ", " if items else ""
            return _Cut(end, end, comma + as_yaml(record, flow=True).strip())
        end = self._rest_of_line(self._end(items[-1]))
        lines = _indented(_lines(record), column + 2)
        return _Cut(end, end, f"\n\n{' ' * column}- {lines[column + 2 :]}")

    def dropped(self, snippet: str) -> _Cut:
        """The lines of the reply, and the empty line after it."""
        node, items = self.item(snippet), self._snippets.value
        start, end = self._line_start(node.start_mark.index), self._next_line(self._end(node))
        if self._snippets.flow_style:
            return self._dropped_from_brackets(node)
        if len(items) == 1:
            return _Cut(start, end, f"{' ' * (_column(self._snippets) + 2)}[]\n")
        if not self._text[end : self._rest_of_line(end)].strip():
            end = self._next_line(end)
        return _Cut(start, end, "")

    def _dropped_from_brackets(self, node: yaml.MappingNode) -> _Cut:
        items = self._snippets.value
        at = items.index(node)
        if at + 1 < len(items):
            return _Cut(node.start_mark.index, items[at + 1].start_mark.index, "")
        start = items[at - 1].end_mark.index if at else node.start_mark.index
        return _Cut(start, node.end_mark.index, "")

    def _exchanged(self, node: yaml.Node, value: object, column: int) -> _Cut:
        start, end = node.start_mark.index, self._end(node)
        if self._is_in_brackets(node):
            return _Cut(start, end, as_yaml([value], flow=True).strip()[1:-1])
        new = _lines({"x": value}).removeprefix("x:").lstrip(" ")
        name_end = len(self._text[:start].rstrip())
        if "\n" in self._text[name_end:start] and self._text[name_end - 1] == ":":
            # The value began on a line of its own; the new one begins behind its name.
            space = "" if new[0] == "\n" else " "
            return _Cut(name_end, end, space + _indented(new, column).lstrip(" "))
        comment, end = self._comment(node, end)
        new = _indented(new, column).lstrip(" ")
        return _Cut(start, end, self._with_comment(new, comment, column))

    def _with_comment(self, new: str, comment: str, column: int) -> str:
        if not comment:
            return new
        first, line_end, rest = new.partition("\n")
        # Behind the mark of a block a comment is one; behind its last line it would be text.
        if not line_end or first[:1] in ("|", ">"):
            return f"{first}  {comment}{line_end}{rest}"
        return f"{comment}\n{' ' * column}{new.lstrip()}"

    def _comment(self, node: yaml.Node, end: int) -> tuple[str, int]:
        """The comment on the value's line, and where the value ends together with it."""
        if isinstance(node, yaml.ScalarNode) and self._text[node.start_mark.index] in "|>":
            found = _HEADER.match(self._text, node.start_mark.index)
            return (found["comment"] or "").rstrip() if found else "", end
        found = _NOTHING_ELSE.match(self._text, end)
        if found is None or not found["comment"]:
            return "", end
        return found["comment"].rstrip(), found.end()

    def _is_in_brackets(self, node: yaml.Node) -> bool:
        return any(
            one.start_mark.index < node.start_mark.index < one.end_mark.index
            for one in _brackets(self._snippets)
        )

    def _end(self, node: yaml.Node) -> int:
        """Where the last sign of `node` stands; YAML counts empty lines and comments with it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        text = self._text[node.start_mark.index : node.end_mark.index]
        return node.start_mark.index + len(text.rstrip())

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _rest_of_line(self, at: int) -> int:
        end = self._text.find("\n", at)
        end = len(self._text) if end < 0 else end
        return end - 1 if self._text[at:end].endswith("\r") else end

    def _next_line(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end + 1


def _value(mapping: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((node for key, node in mapping.value if key.value == name), None)


def _column(node: yaml.Node) -> int:
    return int(node.start_mark.column)


def _are_as_many(value: object, node: yaml.SequenceNode) -> TypeGuard[list[object]]:
    return isinstance(value, list) and len(value) == len(node.value) > 0


def _brackets(node: yaml.Node) -> Iterator[yaml.Node]:
    if not isinstance(node, yaml.CollectionNode):
        return
    if node.flow_style:
        yield node
        return
    for child in node.value:
        for part in child if isinstance(child, tuple) else (child,):
            yield from _brackets(part)


def _indented(text: str, column: int) -> str:
    lines = text.rstrip("\n").split("\n")
    return "\n".join(f"{' ' * column}{line}" if line else "" for line in lines)


def _lines(fields: Plain) -> str:
    """`fields` as lines; lists of words stand in brackets, as people write them."""
    return "".join(
        as_yaml({name: value}, flow=None if isinstance(value, list) else False)
        for name, value in fields.items()
    )


def _as_text(value: object) -> str | None:
    """How `value` reads in a YAML whose scalars are all text; None where it is no scalar."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (str, int, float)) else None
