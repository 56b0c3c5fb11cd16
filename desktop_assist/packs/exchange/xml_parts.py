"""The XML inside workbooks, read in one pass and without what makes XML dangerous."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

_PIECE = 1_000_000
"""Bytes that are parsed at a time, so that a big sheet never stands in memory as elements."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element at its end; names are without their namespaces.

    `text` is what stands in it, behind the last element inside if there is one.
    """

    name: str
    attributes: Mapping[str, str]
    text: str


class BrokenXml(ValueError):
    """It is no XML, or declares entities."""


def elements(data: bytes) -> Iterator[Element]:
    """Every element of `data` in the order in which they end, children before their parents.

    Raises:
        BrokenXml: it is broken, or has a document type, which may blow up to any size.
    """
    pass_ = _Pass()
    for start in range(0, len(data), _PIECE):
        yield from pass_.of(data[start : start + _PIECE], is_last=start + _PIECE >= len(data))


class _Pass:
    def __init__(self) -> None:
        self._open: list[Mapping[str, str]] = []
        self._text: list[str] = []
        self._ended: list[Element] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append
        self._parser.StartDoctypeDeclHandler = self._refuse

    def of(self, data: bytes, *, is_last: bool) -> list[Element]:
        """The elements that end in this piece."""
        self._ended = []
        try:
            self._parser.Parse(data, is_last)
        except expat.ExpatError as error:
            raise BrokenXml(str(error)) from error
        return self._ended

    def _start(self, _name: str, attributes: Mapping[str, str]) -> None:
        self._open.append(attributes)
        self._text.clear()

    def _end(self, name: str) -> None:
        plain = {_local(key): value for key, value in self._open.pop().items()}
        self._ended.append(Element(_local(name), plain, "".join(self._text)))
        self._text.clear()

    def _refuse(self, *_declared: object) -> None:
        raise BrokenXml("a document type is declared")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
