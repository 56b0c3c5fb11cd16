"""The pictures of an .xlsx file by sheet and row, which readers of cells do not give.

Three ways to put a picture into a row are met: floating over the sheet and anchored at a cell
(`xl/drawings`, ECMA-376 part 1, 20.5); in the cell by WPS, as the formula `DISPIMG("ID_…",1)` with
its pictures in `xl/cellimages.xml`; in the cell by Excel, as an error value with a number in the
attribute `vm`, which leads through `xl/metadata.xml` and `xl/richData`.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from desktop_assist.packs.exchange.xml_parts import BrokenXml, Element, elements

_BOOK = "xl/workbook.xml"
_WPS = "xl/cellimages.xml"
_METADATA = "xl/metadata.xml"
_VALUES = "xl/richData/rdrichvalue.xml"
_STRUCTURES = "xl/richData/rdrichvaluestructure.xml"
_LINKS = "xl/richData/richValueRel.xml"
_LOCAL_IMAGE, _RICH = "_localImage", "XLRICHVALUE"
_IN_CELL = re.compile(r'=?(?:_xlfn\.)?DISPIMG\("([^"]{1,80})"\s*,\s*\d\)', re.IGNORECASE)
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ANCHORS = ("oneCellAnchor", "twoCellAnchor", "absoluteAnchor")


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture by the name of its part, and the rows that it lies over, from 1; 0: over none."""

    member: str
    first_row: int
    last_row: int


@dataclass(frozen=True, slots=True)
class SheetPictures:
    """The pictures of one sheet.

    `in_cells` are those that stand in cells, by row and column, both from 0; `named` those that WPS
    shows for a formula, by the name in it.
    """

    floating: Sequence[Placed] = ()
    in_cells: Mapping[tuple[int, int], str] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Anchor:
    """What is known of the drawing that is being read."""

    rows: list[int] = field(default_factory=list)
    row: int = 0
    pictures: list[str] = field(default_factory=list)


class BookPictures:
    """The pictures of one workbook."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = frozenset(archive.namelist())

    @property
    def is_readable(self) -> bool:
        """Whether it is a workbook of the kind whose pictures can be read, or has none."""
        pictures = any(name.startswith(("xl/media/", "Pictures/")) for name in self._names)
        return _BOOK in self._names or not pictures

    def of(self, sheet: str) -> SheetPictures:
        """The pictures of the sheet of that name.

        Raises:
            BrokenXml: a part of the workbook is broken.
        """
        if _BOOK not in self._names:
            return SheetPictures()
        part = self._sheets.get(sheet, "")
        return SheetPictures(tuple(self._floating(part)), self._in_cells(part), self._of_wps)

    def _floating(self, part: str) -> Iterator[Placed]:
        for drawing in self._linked(part, "drawing"):
            targets = self._targets(drawing)
            for rows, ids in _anchored(self._elements(drawing)):
                for one in filter(None, map(targets.get, ids)):
                    yield Placed(one, rows[0] if rows else 0, rows[-1] if rows else 0)

    def _in_cells(self, part: str) -> Mapping[tuple[int, int], str]:
        if not (self._of_excel or self._of_wps) or part not in self._names:
            return {}
        found = {}
        formula = ""
        for one in self._elements(part):
            if one.name == "f":
                formula = one.text
            elif one.name == "c":
                number = _number(one.attributes.get("vm", "")) - 1
                member = self._of_excel.get(number) or self._of_wps.get(called(formula) or "")
                place = _CELL.fullmatch(one.attributes.get("r", ""))
                if member and place:
                    found[int(place[2]) - 1, _column(place[1])] = member
                formula = ""
        return found

    @cached_property
    def _sheets(self) -> Mapping[str, str]:
        """The parts of the sheets by their names."""
        targets = self._targets(_BOOK)
        return {
            one.attributes.get("name", ""): targets.get(one.attributes.get("id", ""), "")
            for one in self._elements(_BOOK)
            if one.name == "sheet"
        }

    @cached_property
    def _of_wps(self) -> Mapping[str, str]:
        """Pictures by the names that formulas call them by."""
        found: dict[str, str] = {}
        if _WPS not in self._names:
            return found
        targets = self._targets(_WPS)
        name = ""
        for one in self._elements(_WPS):
            if one.name == "cNvPr":
                name = one.attributes.get("name", "")
            elif one.name == "blip" and one.attributes.get("embed") in targets:
                found[name] = targets[one.attributes["embed"]]
        return found

    @cached_property
    def _of_excel(self) -> Mapping[int, str]:
        """Pictures by the numbers that cells have for them, less one."""
        if not self._names.issuperset((_METADATA, _VALUES, _STRUCTURES, _LINKS)):
            return {}
        links = self._values(_LINKS, "rel", "id")
        kinds = self._values(_STRUCTURES, "s", "t")
        targets = self._targets(_LINKS)
        pictures: dict[int, str] = {}
        for at, (kind, first) in enumerate(_rich_values(self._elements(_VALUES))):
            if kinds[kind : kind + 1] == [_LOCAL_IMAGE] and first < len(links):
                pictures[at] = targets.get(links[first], "")
        numbers = _metadata(self._elements(_METADATA))
        return {at: pictures.get(value, "") for at, value in enumerate(numbers)}

    def _values(self, part: str, name: str, attribute: str) -> list[str]:
        return [one.attributes.get(attribute, "") for one in self._elements(part)
                if one.name == name]  # fmt: skip

    def _linked(self, part: str, kind: str) -> list[str]:
        return [
            target
            for link, target in self._links(part)
            if link.attributes.get("Type", "").endswith(f"/{kind}") and target in self._names
        ]

    def _targets(self, part: str) -> dict[str, str]:
        """The parts that `part` names, by the names it has for them."""
        return {
            link.attributes.get("Id", ""): target
            for link, target in self._links(part)
            if target in self._names
        }

    def _links(self, part: str) -> Iterator[tuple[Element, str]]:
        folder, name = posixpath.split(part)
        rels = f"{folder}/_rels/{name}.rels"
        for one in self._elements(rels) if rels in self._names else ():
            target = one.attributes.get("Target", "")
            if one.name == "Relationship" and one.attributes.get("TargetMode") != "External":
                yield one, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

    def _elements(self, part: str) -> Iterator[Element]:
        try:
            data = self._archive.read(part)
        except (KeyError, OSError, RuntimeError, zipfile.BadZipFile) as error:
            raise BrokenXml(part) from error
        return elements(data)


def called(text: str) -> str | None:
    """The name of the picture that WPS shows for a formula; None where it is another text."""
    found = _IN_CELL.fullmatch(text) if "DISPIMG(" in text else None
    return found[1] if found else None


def _anchored(found: Iterator[Element]) -> Iterator[tuple[Sequence[int], Sequence[str]]]:
    """The first and last row of each anchor, from 1, and what the pictures in it are called."""
    anchor = _Anchor()
    for one in found:
        if one.name == "row":
            anchor.row = _number(one.text) + 1
        elif one.name in ("from", "to"):
            anchor.rows.append(anchor.row)
        elif one.name == "blip":
            anchor.pictures.append(one.attributes.get("embed", ""))
        elif one.name in _ANCHORS:
            yield anchor.rows, anchor.pictures
            anchor = _Anchor()


def _rich_values(found: Iterator[Element]) -> Iterator[tuple[int, int]]:
    """The structure of each value, and the first of the numbers in it."""
    numbers: list[int] = []
    for one in found:
        if one.name == "v":
            numbers.append(_number(one.text))
        elif one.name == "rv":
            yield _number(one.attributes.get("s", "")), numbers[0] if numbers else -1
            numbers = []


def _metadata(found: Iterator[Element]) -> list[int]:
    """The rich value of each number that a cell may have."""
    kinds: list[str] = []
    rich_values: list[int] = []
    numbers: list[int] = []
    block: list[int] = []
    value = -1
    for one in found:
        if one.name == "metadataType":
            kinds.append(one.attributes.get("name", ""))
        elif one.name == "rvb":
            value = _number(one.attributes.get("i", ""))
        elif one.name == "rc":
            kind = _number(one.attributes.get("t", "")) - 1
            is_rich = kinds[max(kind, 0) : kind + 1] == [_RICH]
            value = _number(one.attributes.get("v", "")) if is_rich else -1
        elif one.name == "bk":
            block.append(value)
        elif one.name == "futureMetadata" and one.attributes.get("name") == _RICH:
            rich_values, block = block, []
        elif one.name == "valueMetadata":
            numbers, block = block, []
        elif one.name in ("futureMetadata", "cellMetadata"):
            block = []
    return [rich_values[at] if 0 <= at < len(rich_values) else -1 for at in numbers]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else -1


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
