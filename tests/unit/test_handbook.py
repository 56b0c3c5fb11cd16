"""The handbook page: whatever a pack says is text in it, and nothing is fetched."""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.core.replies.template import Templates
from desktop_assist.packs.handbook.page import Design, Handbook, handbook_page
from desktop_assist.packs.handbook.pictures import Pictures
from desktop_assist.packs.handbook.wordings import Place, wordings
from desktop_assist.text import Message

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
DESIGN = Design.from_folder(RESOURCES / "handbook")
PINYIN = PinyinTable.from_text((RESOURCES / "pinyin.tsv").read_text("utf-8"))
DAY = datetime.date(2026, 11, 22)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def reply(name: str, **more: Any) -> Snippet:
    values = {"title": name, "category": ("售后", "退款"), "body": "您好"} | more
    return Snippet(id=name, **values)


def page_of(
    *snippets: Snippet,
    title: str = "Replies",
    language: str = "en",
    shop: str = "",
    picture: Path | None = None,
    pictures: Pictures | None = None,
) -> str:
    entries = [Entry(one, "p", "Pack") for one in snippets]
    book = Handbook(title, language, DAY, entries, lambda _entry: picture, shop)
    return handbook_page(book, DESIGN, PINYIN, str, pictures)


class Reader(HTMLParser):
    """The elements of a page, and the words between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">" onload=\'x\' {{style}} </style>'


def test_whatever_a_pack_says_stays_text() -> None:
    snippet = reply(
        'a" onclick="x',
        title=HOSTILE.replace("{{style}}", ""),
        category=(HOSTILE, "</title>"),
        code="</code>",
        body=HOSTILE.replace("{{style}}", "{{ f }}"),
        fields=(Field(name="f", label=HOSTILE, kind="choice", choices=(HOSTILE,)),),
        when_to_use=HOSTILE,
        search_terms=("</script><script>alert(3)</script>",),
        language='zh" onfocus="x',
    )
    read = Reader(page_of(snippet, title=HOSTILE))
    assert len(read.named("script")) == 2
    assert read.named("img") == []
    handlers = [
        name for _tag, attributes in read.tags for name in attributes if name.startswith("on")
    ]
    assert handlers == []
    assert "<script>alert(1)</script>" in read.words


SCRAPS = st.sampled_from(
    [*"<>\"'&{}\n退 ", "</script>", "<!--", "]]>", "{{", "\0", "\ud83d", "\u2028"]
)


@given(st.lists(SCRAPS, max_size=12).map("".join))
@settings(deadline=None, max_examples=60)
def test_no_text_breaks_the_page(text: str) -> None:
    snippet = reply("a", title=text or "t", body=text, search_terms=(text,), when_to_use=text)
    page = page_of(snippet, title=text)
    read = Reader(page)
    assert [len(read.named(tag)) for tag in ("script", "article", "style")] == [2, 1, 1]
    assert len(data_of(page)["replies"]) == 1
    page.encode("utf-8")


def test_the_page_forbids_itself_everything_from_outside() -> None:
    page = page_of(reply("a"))
    policy = next(
        one["content"]
        for one in Reader(page).named("meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy
    assert "default-src 'none'" in policy
    for source in (DESIGN.style, DESIGN.script):
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
        assert source in page
    assert re.findall(r"https?://|//[a-z]|url\(|@import", page) == []


def test_places_to_fill_in_are_named_and_known_ones_are_filled() -> None:
    snippet = reply(
        "a",
        body="{{ shop }}欢迎{% if customer %}{{ customer }}{% endif %}，{{ size }}码，"
        "{{ greeting }}",
        fields=(Field(name="size", label="尺码", kind="choice", choices=("S", "M")),),
    )
    (found,) = wordings(snippet, Templates(), {"shop": "小店"}, "zh_CN")
    assert found.pieces == ("小店欢迎，", Place("尺码", ("S", "M")), "码，", Place("问候语"))
    (unknown,) = wordings(snippet, Templates(), {"shop": ""}, "en")
    assert unknown.pieces[0] == Place("Shop")
    gaps = [one for one in Reader(page_of(snippet)).named("span") if one.get("class") == "gap"]
    assert [gap["data-label"] for gap in gaps] == ["Shop", "尺码", "Greeting"]
    assert gaps[1]["title"] == "S / M"
    # A field that the snippet declares itself is asked for, whatever its name.
    own = reply("b", body="{{ shop }}", fields=(Field(name="shop", label="Which shop"),))
    (asked,) = wordings(own, Templates(), {"shop": "小店"}, "en")
    assert asked.pieces == (Place("Which shop"),)


def test_every_wording_is_there_and_says_what_it_is() -> None:
    snippet = reply(
        "a",
        body="plain",
        alternatives=("other",),
        tones={"formal": "stiff", "warm": "dear"},
        translations={"en": "english"},
    )
    found = wordings(snippet, Templates(), {}, "en")
    assert [(str(one.kind), one.text) for one in found] == [
        ("As usual", "plain"),
        ("In other words", "other"),
        ("Formal", "stiff"),
        ("Warm", "dear"),
        ("In en", "english"),
    ]
    assert [one.language for one in found][-1] == "en"
    (only,) = wordings(reply("b"), Templates(), {}, "en")
    assert only.kind is None
    several = wordings(reply("c", body="", messages=("1", "2")), Templates(), {}, "en")
    assert [str(one.kind) for one in several] == ["Message 1 of 2", "Message 2 of 2"]


def test_a_body_that_is_written_wrongly_costs_its_copy_button_alone() -> None:
    page = page_of(reply("broken", body="Hi {{ name"), reply("fine", body="Good"))
    read = Reader(page)
    assert "Hi {{ name" in read.words
    assert "is not closed" in read.words
    assert len(read.named("button")) == 1


def test_what_is_searched_is_folded_and_carries_the_readings_that_it_needs() -> None:
    snippet = reply(
        "a", title="退貨 Return", code="TH", search_terms=("换 货",), body="ＯＫ，{{ x }}"
    )
    data = data_of(page_of(snippet))
    assert data["replies"] == [["th", "退货return", "换货\n售后\n退款", "ok\nx"]]
    assert data["folded"]["貨"] == "货"
    assert "退" in data["readings"]["tui"]
    assert set("".join(data["readings"].values())) == set("退货换售后款")
    assert data["words"]["first"] == "{count} found, the first {shown} are shown"


def test_the_contents_lead_to_each_category_once() -> None:
    page = page_of(
        reply("a", category=("售后", "退款")),
        reply("b", category=("Welcome",)),
        reply("c", category=("售后", "退货")),
        reply("d", category=("售后", "退款")),
    )
    read = Reader(page)
    links = [one["href"] for one in read.named("a")]
    assert links == ["#c0", "#c1", "#c2"]
    assert {f"#{one['id']}" for one in read.named("section")} >= set(links)
    assert [one["id"] for one in read.named("article")] == ["p/a", "p/d", "p/c", "p/b"]


def test_pictures_come_inside_up_to_a_size(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(PNG)
    pictures = Pictures()
    (image,) = Reader(page_of(reply("a"), picture=file, pictures=pictures)).named("img")
    assert image["src"] == f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
    assert pictures.left_out == []


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (PNG + b"x" * 1000, "larger than 1 kB"),
        (b"<svg onload='alert(1)'/>", "neither PNG"),
        (b"RIFF1234WAVE", "neither PNG"),
        (b"", "neither PNG"),
        (None, "there is no such file"),
    ],
)
def test_a_picture_that_cannot_come_inside_is_told(
    tmp_path: Path, data: bytes | None, why: str
) -> None:
    file = tmp_path / "a.png"
    if data is not None:
        file.write_bytes(data)
    pictures = Pictures(largest=1000)
    read = Reader(page_of(reply("a"), picture=file, pictures=pictures))
    assert read.named("img") == []
    assert why in read.words
    assert [why in str(one) and "a.png" in str(one) for one in pictures.left_out] == [True]


def test_pictures_together_have_a_limit(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(PNG)
    pictures = Pictures(largest_together=2 * len(PNG))
    kinds = [isinstance(pictures.address(file), Message) for _ in range(3)]
    assert kinds == [False, False, True]
    assert "together" in str(pictures.left_out[0])


def test_an_interface_in_chinese_says_so() -> None:
    page = page_of(reply("a"), language="zh_CN")
    assert Reader(page).named("html") == [{"lang": "zh-CN"}]
    assert "2026年11月22日" in page
