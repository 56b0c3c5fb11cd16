"""Which column of a table is what: by the likeness of their names, until somebody corrects it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from desktop_assist.core.language.folding import fold
from desktop_assist.packs.exchange.tables import Line, Table

Role = Literal[
    "", "code", "title", "body", "category", "subcategory", "picture", "search_terms", "tags",
    "triggers", "when_to_use", "notes",
]  # fmt: skip
"""What a column fills; empty: it is not taken."""

ROLES: tuple[Role, ...] = (
    "", "body", "title", "category", "subcategory", "code", "picture", "search_terms", "tags",
    "triggers", "when_to_use", "notes",
)  # fmt: skip
SEVERAL: frozenset[Role] = frozenset({"", "notes", "tags", "search_terms", "triggers"})
"""Roles that more than one column may have."""

_NAMES: Mapping[Role, tuple[str, ...]] = MappingProxyType(
    {
        "body": ("快捷短语", "话术内容", "内容", "回复内容", "短语内容", "短语", "话术", "回复",
                 "答案", "回答", "正文", "文本", "content", "body", "snippet", "text", "reply",
                 "message", "replace", "answer", "response"),
        "code": ("快捷短语编码", "快捷编码", "编码", "快捷码", "快捷键", "缩写", "代码", "shortcut",
                 "shortcode", "code", "abbreviation", "keyword", "trigger"),
        "category": ("快捷短语分组", "一级分类", "分组", "分类", "类别", "大类", "目录", "文件夹",
                     "分组名称", "category", "group", "folder", "section"),
        "subcategory": ("二级分类", "子分类", "小类", "二级目录", "subcategory", "subgroup",
                        "subfolder"),
        "title": ("标题", "话术标题", "话术问题", "名称", "问题", "主题", "title", "name", "label",
                  "subject", "description"),
        "picture": ("图片名", "图片", "图片名称", "附件", "image", "picture", "attachment"),
        "search_terms": ("关键词", "关键字", "搜索词", "searchterms", "keywords"),
        "tags": ("标签", "tags", "labels"),
        "triggers": ("客户问法", "触发问题", "相似问法", "问法", "questions", "triggers"),
        "when_to_use": ("使用场景", "场景", "适用场景", "whentouse", "scenario"),
        "notes": ("备注", "说明", "notes", "comment", "remark"),
    }
)  # fmt: skip
_SURE = 0.85
_LIKELY = 0.55
_ASIDE = re.compile(r"[（(【\[].*?[）)】\]]")
_SIGNS = re.compile(r"[\W_]+")
_MAY_BE_CODE = re.compile("[!-~]{0,32}")
_CODE_FIRST: Mapping[int, tuple[Role, ...]] = MappingProxyType(
    {2: ("code", "body"), 3: ("code", "body", "title")}
)
_LOOKED_AT = 12
"""First rows among which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The header (empty where there is none), the role of each column, and the rows beneath."""

    header: tuple[str, ...]
    roles: tuple[Role, ...]
    lines: Sequence[Line]


def mapped(table: Table, roles: Sequence[Role] = ()) -> Columns:
    """The columns of `table` by likeness, or as `roles` says."""
    at, score = _header(table)
    if score < _SURE:
        width = max((len(line.cells) for line in table.lines), default=0)
        return Columns((), _fitted(roles, width) or _by_content(table, width), table.lines)
    header = table.lines[at].cells
    # Files that were joined have it once more in the middle.
    lines = [line for line in table.lines[at + 1 :] if line.cells != header]
    names = tuple(cell.strip() for cell in header)
    return Columns(names, _fitted(roles, len(names)) or by_name(names), lines)


def by_name(header: Sequence[str]) -> tuple[Role, ...]:
    """The role that fits each name best; one that is taken goes to the better fit."""
    scores = sorted(
        (
            (likeness(name, role), -column, role)
            for column, name in enumerate(header)
            for role in _NAMES
        ),
        reverse=True,
    )
    found: dict[int, Role] = {}
    for score, column, role in scores:
        free = role in SEVERAL or role not in found.values()
        if score >= _LIKELY and -column not in found and free:
            found[-column] = role
    return tuple(found.get(column, "") for column in range(len(header)))


@cache
def likeness(name: str, role: Role) -> float:
    """How well the name of a column fits a role, from 0 to 1."""
    plain = _plain(name)
    return max((_alike(plain, known) for known in _NAMES.get(role, ())), default=0.0)


def _plain(name: str) -> str:
    return _SIGNS.sub("", fold(_ASIDE.sub("", name)).text)


def _alike(name: str, known: str) -> float:
    if not name or name == known:
        return float(name == known)
    if name.endswith(known) or (known.endswith(name) and len(name) > 1):
        return 0.6 + 0.3 * min(len(name), len(known)) / max(len(name), len(known))
    mine, yours = _pairs(name), _pairs(known)
    return len(mine & yours) / len(mine | yours)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(max(len(text) - 1, 1))}


def _header(table: Table) -> tuple[int, float]:
    """The row that reads most like a header, and how much its best cells do."""
    best = (0, 0.0, 0)
    for at, line in enumerate(table.lines[:_LOOKED_AT]):
        fits = [
            max(likeness(cell, role) for role in _NAMES) for cell in line.cells if len(cell) < 30
        ]
        sure = sum(fit >= _SURE for fit in fits)
        if fits and max(fits) >= _SURE and sure > best[2]:
            best = (at, max(fits), sure)
    # A single cell may be like a header by chance; a table of one column has no more.
    needed = min(2, max((len(line.cells) for line in table.lines[:_LOOKED_AT]), default=0))
    return (best[0], best[1]) if best[2] >= needed else (0, 0.0)


def _by_content(table: Table, width: int) -> tuple[Role, ...]:
    """Without a header: codes first, as TextExpander and Beeftext have it, or else by length."""
    sample = table.lines[:200]
    if width in _CODE_FIRST and all(_MAY_BE_CODE.fullmatch(line.cells[0]) for line in sample):
        return _CODE_FIRST[width]
    sizes = [
        sum(len(line.cells[column]) for line in sample if column < len(line.cells))
        for column in range(width)
    ]
    roles: list[Role] = [""] * width
    if not width:
        return ()
    body = sizes.index(max(sizes))
    roles[body] = "body"
    others: list[Role] = ["code", "title", "category"] if body else ["title", "category"]
    for column in range(width):
        if column != body and others and sizes[column]:
            roles[column] = others.pop(0)
    return tuple(roles)


def _fitted(roles: Sequence[Role], width: int) -> tuple[Role, ...]:
    """A correction as long as the table is wide; empty where nothing was corrected."""
    if not roles:
        return ()
    return (*roles, *("" for _ in range(width)))[:width]  # type: ignore[return-value]
