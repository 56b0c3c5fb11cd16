"""Which replies a filter lets through, and what it can be set to."""

import datetime
from typing import Any

import pytest

from desktop_assist.core.replies.filters import Facts, Filter, filtered, offered
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet

TODAY = datetime.date(2026, 11, 22)
FACTS = Facts(TODAY, uses={"team/a": 3, "own/b": 0}, duplicates=frozenset({"own/b"}))


def entry(name: str, pack: str = "team", changed: tuple[str, ...] = (), **fields: Any) -> Entry:
    given = {"title": name, "category": ("售后", "退款")} | fields
    return Entry(Snippet(id=name, **given), pack, changed=changed)


A = entry("a", role="售后", stage="退款", tones={"warm": "亲"}, tags=("急", "双十一"))
B = entry("b", "own", category=("售前",), role="售前", language="en", customer="VIP")
C = entry("c", valid_until=TODAY - datetime.timedelta(days=1), translations={"en": "c"})
D = entry("d", valid_until=TODAY, changed=("body",))


@pytest.mark.parametrize(
    ("wanted", "passing"),
    [
        (Filter(), "abcd"),
        (Filter(roles=frozenset({"售后"})), "a"),
        (Filter(roles=frozenset({"售后", "售前"})), "ab"),
        (Filter(stages=frozenset({"退款"})), "a"),
        (Filter(customers=frozenset({"VIP"})), "b"),
        (Filter(tones=frozenset({"warm"})), "a"),
        (Filter(languages=frozenset({"en"})), "bc"),
        (Filter(packs=frozenset({"own"})), "b"),
        (Filter(tags=frozenset({"急"})), "a"),
        (Filter(category=("售后",)), "acd"),
        (Filter(category=("售后", "退款", "进度")), ""),
        (Filter(expired=True), "c"),
        (Filter(unused=True), "bcd"),
        (Filter(changed=True), "d"),
        (Filter(duplicates=True), "b"),
        (Filter(unused=True, languages=frozenset({"en"}), category=("售后",)), "c"),
    ],
)
def test_only_what_fits_every_part_passes(wanted: Filter, passing: str) -> None:
    found = filtered([A, B, C, D], wanted, FACTS)
    assert "".join(one.snippet.id for one in found) == passing


def test_a_filter_knows_whether_it_does_anything() -> None:
    assert Filter().is_empty
    assert not Filter(unused=True).is_empty
    assert not Filter(tags=frozenset({"急"})).is_empty


def test_every_value_is_offered_with_its_count_the_commonest_first() -> None:
    values = offered([B, A, C, D])
    assert list(values["languages"].items()) == [("zh-CN", 3), ("en", 2)]
    assert values["roles"] == {"售后": 1, "售前": 1}
    assert values["packs"] == {"team": 3, "own": 1}
    assert values["tags"] == {"急": 1, "双十一": 1}
    assert values["tones"] == {"warm": 1}
