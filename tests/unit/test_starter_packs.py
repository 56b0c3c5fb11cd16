"""The packs that travel with the program are fit to be pasted."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

import pytest

from desktop_assist.bundled import resources, snippets
from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.replies.festival import FESTIVALS
from desktop_assist.core.replies.library import Entry, Library
from desktop_assist.core.replies.reply import ReplyContext
from desktop_assist.core.replies.snippet import Field, Standing
from desktop_assist.core.replies.template import Templates
from desktop_assist.core.replies.welcome import choose_welcome
from desktop_assist.packs.lint import lint
from desktop_assist.packs.reader import read_packs
from desktop_assist.packs.rules import load_rules
from desktop_assist.services.replies import Replies

STAGES = {"欢迎", "售前", "售中", "物流", "售后", "投诉", "关怀", "状态"}
NOON = datetime.datetime(2026, 11, 22, 12)
ANSWERS = {"number": "3", "date": "2026-12-05", "text": "A1", "choice": ""}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(reading.pack for reading in read_packs(snippets()) if reading.pack)


def filled_texts(library: Library, *, shop: str, customer: str) -> Iterator[tuple[Entry, str]]:
    """Every wording of every reply, filled in as an agent would who takes what is offered."""
    context = ReplyContext(shop, "小林", NOON, "zh-CN", customer, order="20261122")
    replies = Replies(Templates(), lambda: context)
    for entry in library:
        for parts in replies.bodies(entry):
            values = {field.name: answer(field) for field in replies.fields(entry, parts)}
            for rendered in replies.render(entry, parts, values):
                yield entry, rendered.text


def answer(field: Field) -> str:
    return field.default or next(iter(field.choices), ANSWERS[field.kind])


@pytest.mark.parametrize("pack", sorted(one.name for one in snippets().iterdir()))
def test_nothing_to_mend(pack: str) -> None:
    assert [str(fault) for fault in lint(snippets() / pack)] == []


def test_every_stage_has_replies(library: Library) -> None:
    chinese = [entry.snippet for entry in library if entry.pack == "zh-cn-starter"]
    assert {snippet.category[0] for snippet in chinese} == STAGES
    assert len(chinese) >= 60
    assert len(library) - len(chinese) >= 20


def test_a_code_or_id_names_one_reply_over_all_packs(library: Library) -> None:
    for names in ("code", "id"):
        counted = Counter(getattr(entry.snippet, names) for entry in library)
        assert [name for name, count in counted.items() if count > 1 or not name] == []


def test_no_reply_sends_itself_or_runs_out(library: Library) -> None:
    for entry in library:
        assert not entry.snippet.send
        assert entry.snippet.valid_until is None


def test_what_is_offered_can_be_chosen(library: Library) -> None:
    for entry in library:
        for field in entry.snippet.fields:
            assert field.kind != "choice" or field.default in ("", *field.choices), entry.key


@pytest.mark.parametrize("customer", ["", "张女士"])
@pytest.mark.parametrize("shop", ["", "小树家居"])
def test_filled_replies_read_well_to_our_own_checker(
    library: Library, shop: str, customer: str
) -> None:
    checker = Checker(load_rules([resources() / "rules"]).ruleset)
    texts = filled_texts(library, shop=shop, customer=customer)
    faults = [
        (entry.key, hit.rule, hit.text) for entry, text in texts for hit in checker.check(text)
    ]
    assert faults == []


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("standing", [None, "new", "returning", "vip"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_welcome_fits_at_any_hour_and_asks_nothing(
    library: Library, hour: int, standing: Standing | None, language: str
) -> None:
    now = NOON.replace(hour=hour)
    best = choose_welcome(library, now=now, standing=standing, language=language)[0]
    replies = Replies(Templates(), lambda: ReplyContext("", "", now, language))
    assert best.snippet.language == language
    assert all(replies.fields(best, parts) == () for parts in replies.bodies(best))


@pytest.mark.parametrize("festival", FESTIVALS)
def test_every_festival_has_its_own_chinese_welcome(library: Library, festival: str) -> None:
    best = choose_welcome(library, now=NOON, festivals=[festival], language="zh-CN")[0]
    assert best.snippet.welcome is not None
    assert best.snippet.welcome.festivals == (festival,)
