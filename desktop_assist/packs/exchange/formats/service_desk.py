"""A service desk's CSV with its limits: 4 characters of code, 430 of text, 10 of group."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_assist.packs.exchange.formats.base import Files, Format, Order, Outbound
from desktop_assist.packs.exchange.formats.writing import csv_bytes, unwritable
from desktop_assist.text import Message, say

HEADER = ("快捷编码", "快捷短语", "快捷短语分组")
MOST_CODE, MOST_TEXT, MOST_GROUP = 4, 430, 10


def _write(order: Order, files: Files) -> Iterator[Message]:
    yield from unwritable(order.replies, order.encoding)
    fitting = [one for one in order.replies if len(one.body) <= MOST_TEXT]
    long = len(order.replies) - len(fitting)
    if long:
        titles = "、".join(one.snippet.title for one in order.replies if len(one.body) > MOST_TEXT)
        yield say(
            "Exchange",
            "{count} replies are longer than {most} characters and are not in the file: {titles}.",
            count=long,
            most=MOST_TEXT,
            titles=titles[:200],
        )
    codes = sum(len(one.snippet.code) > MOST_CODE for one in fitting)
    if codes:
        yield say(
            "Exchange",
            "{count} codes are longer than {most} characters and were left out.",
            count=codes,
            most=MOST_CODE,
        )
    groups = sum(_group(one) != one.group for one in fitting)
    if groups:
        yield say(
            "Exchange",
            "{count} groups are longer than {most} characters and were shortened.",
            count=groups,
            most=MOST_GROUP,
        )
    rows = [(_code(one), _escaped(one.body), _escaped(_group(one))) for one in fitting]
    files[order.out] = csv_bytes([HEADER, *rows], order.encoding)


def _code(one: Outbound) -> str:
    return one.snippet.code if len(one.snippet.code) <= MOST_CODE else ""


def _group(one: Outbound) -> str:
    if len(one.group) <= MOST_GROUP:
        return one.group
    return one.snippet.category[-1][:MOST_GROUP]


def _escaped(text: str) -> str:
    return text.replace(",", "&#44;").replace("\n", "&#13;")


FORMAT = Format(
    name="service-desk",
    title=say("ExchangeFormat", "Service desk (CSV)"),
    kind="table",
    suffix=".csv",
    holds=frozenset({"code", "body", "category"}),
    write=_write,
)
