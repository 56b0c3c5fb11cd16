"""Out and in again: what a format can hold comes back, and what it cannot is told."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import msgspec
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.cli.exchange import ENCODINGS
from desktop_assist.core.replies.library import OWN_PACK, Entry
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.errors import AssistError
from desktop_assist.packs.exchange.exporting import export
from desktop_assist.packs.exchange.formats.every import FORMATS
from desktop_assist.packs.exchange.preview import Previewing, to_bring
from desktop_assist.packs.exchange.reading import read_source

NOW = datetime.datetime(2026, 11, 22, 9, 30, tzinfo=datetime.UTC)
PNG = b"\x89PNG\r\n\x1a\n0123"
SIZE = Field(name="size", kind="choice", label="尺码", choices=("M", "L"), default="L")
FULL = Snippet(
    id="own-1",
    title="换货",
    category=("售后", "换货"),
    body="您好{{ customer }}，\n{{ size }} 码有货, “马上”发 <3 & 100%。",
    fields=(SIZE,),
    code="hh",
    tags=("常用",),
    search_terms=("调换",),
    when_to_use="想换尺码",
    notes="旺季慎用",
    image="own-abc.png",
)
PLAIN = Snippet(id="own-2", title="多条", category=("售前",), messages=("您好。", "请看图。"))


def entries(*snippets: Snippet) -> list[Entry]:
    return [Entry(one, OWN_PACK, origin="own") for one in snippets]


def out_and_in(folder: Path, name: str, known: list[Entry], picture: Path | None) -> Previewing:
    out = folder / f"out{FORMATS[name].suffix}"
    export(FORMATS[name], out, known, lambda one: picture if one.snippet.image else None, NOW)
    work = Previewing([read_source(out)], known)
    for _ in work.steps():
        pass
    return work


@pytest.mark.parametrize("name", FORMATS)
def test_to_those_who_have_it_already_it_is_the_same(tmp_path: Path, name: str) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(PNG)
    preview = out_and_in(tmp_path, name, entries(FULL, PLAIN), picture).preview
    assert [one.status for one in preview.items] == ["same", "same"]
    assert preview.troubles == ()


@pytest.mark.parametrize("name", FORMATS)
def test_to_those_who_have_nothing_all_that_the_format_holds_comes(
    tmp_path: Path, name: str
) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(PNG)
    known = FORMATS[name]
    out = tmp_path / f"out{known.suffix}"
    export(known, out, entries(FULL), lambda _one: picture, NOW)
    work = Previewing([read_source(out)], [])
    for _ in work.steps():
        pass
    (item,) = work.preview.items
    found = to_bring([item], lambda _file: "own-abc.png", lambda: "own-1")["own/own-1"]
    for field in known.holds - {"body", "fields", "language", "stage"}:
        assert getattr(found, field) == getattr(FULL, field), field
    # The places to fill are there whatever they are called, and so are all words between them.
    assert found.body.count("{{") == 2
    assert found.body.endswith("码有货, “马上”发 <3 & 100%。")
    if "fields" in known.holds:
        (size,) = (one for one in found.fields if one.kind == "choice")
        assert (size.choices, size.default) == (SIZE.choices, SIZE.default)


def test_what_a_format_cannot_hold_is_told(tmp_path: Path) -> None:
    done = export(FORMATS["qianniu"], tmp_path / "a.csv", entries(FULL, PLAIN), lambda _: None, NOW)
    assert str(done.told[-1]) == (
        "Not in the file, as the format has no place for it: Title (2), Fields (1),"
        " Search terms (1), Tags (1), When to use (1), Picture (1), Notes (1),"
        " Several messages (1)."
    )


def test_conditions_are_told(tmp_path: Path) -> None:
    body = "{% if shop %}{{ shop }}{% endif %}您好"
    one = msgspec.structs.replace(PLAIN, messages=(), body=body)
    done = export(FORMATS["chatwoot"], tmp_path / "a.json", entries(one), lambda _: None, NOW)
    assert any("1 replies have conditions or filters" in str(told) for told in done.told)


def test_a_service_desks_limits_are_told(tmp_path: Path) -> None:
    long = msgspec.structs.replace(PLAIN, messages=(), body="长" * 431, title="太长的")
    wide = msgspec.structs.replace(
        FULL, code="huanhuo", category=("一二三四五六七八九十", "很长的分组")
    )
    out = tmp_path / "a.csv"
    done = export(FORMATS["service-desk"], out, entries(long, wide), lambda _: None, NOW)
    told = " ".join(map(str, done.told))
    assert "1 replies are longer than 430 characters and are not in the file: 太长的." in told
    assert "1 codes are longer than 4" in told
    assert "1 groups are longer than 10" in told
    (one,) = read_source(out).replies
    assert (one.snippet.code, one.snippet.category) == ("", ("很长的分组",))
    assert b"&#13;" in out.read_bytes()


def test_qianniu_in_gbk_on_request(tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    emoji = msgspec.structs.replace(PLAIN, title="表情", messages=("好的😊",))
    done = export(
        FORMATS["qianniu"], out, entries(FULL, emoji), lambda _: None, NOW, encoding="gbk"
    )
    assert out.read_bytes().decode("gbk").startswith("快捷短语编码,快捷短语,快捷短语分组\r\n")
    assert "1 replies hold characters that gbk does not have" in str(done.told[0])
    export(FORMATS["qianniu"], tmp_path / "b.csv", entries(FULL), lambda _: None, NOW)
    assert (tmp_path / "b.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *((name, "好的😊㐀𠮷，上午一起发") for name in ENCODINGS if name != "big5"),
        ("gbk", "好的，上午一起发"),
    ],
)
@pytest.mark.parametrize("name", ["qianniu", "service-desk", "qianniu-helper"])
def test_what_is_written_in_an_encoding_is_told_by_its_bytes(
    tmp_path: Path, name: str, encoding: str, text: str
) -> None:
    one = msgspec.structs.replace(PLAIN, messages=(text,), category=("售前",), title="好")
    out = tmp_path / "a.csv"
    done = export(FORMATS[name], out, entries(one), lambda _: None, NOW, encoding=encoding)
    assert not any("“?” stands for them" in str(told) for told in done.told)
    assert [found.snippet.body for found in read_source(out).replies] == [text]


def test_an_encoding_that_lacks_the_headings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AssistError, match="headings of this format cannot be written in big5"):
        export(
            FORMATS["qianniu"], tmp_path / "a.csv", entries(PLAIN), lambda _: None, NOW,
            encoding="big5",
        )  # fmt: skip
    assert not (tmp_path / "a.csv").exists()


def test_no_text_of_a_sheet_is_run_as_a_formula(tmp_path: Path) -> None:
    one = msgspec.structs.replace(FULL, body="=1+1", fields=())
    export(FORMATS["quick-reply"], tmp_path / "a.xlsx", entries(one), lambda _: None, NOW)
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["话术"]["D2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_signs_that_part_levels_or_tags_are_told(tmp_path: Path) -> None:
    parted = msgspec.structs.replace(
        PLAIN, category=("退/换货",), title="早 / 晚", tags=("急 件", "大,小")
    )
    told = {}
    for name in ("qianniu", "zendesk", "gorgias", "front", "beeftext", "autokey"):
        out = tmp_path / f"{name}{FORMATS[name].suffix}"
        done = export(FORMATS[name], out, entries(parted), lambda _: None, NOW)
        told[name] = [str(one) for one in done.told if not str(one).startswith("Not in")]
    levels = "In 1 replies a category or title holds a sign that parts levels"
    # Each tool has a sign of its own; what is none there is nothing to tell of.
    assert [name for name in told if any(levels in one for one in told[name])] == [
        "qianniu", "gorgias", "front", "beeftext",
    ]  # fmt: skip
    assert told["zendesk"] == ["In 1 tags “_” stands for a sign that parts tags there."]
    assert told["autokey"][0].startswith("The categories of 1 replies are folders of another name")
    assert read_source(tmp_path / "gorgias.json").replies[0].snippet.tags == ("急 件", "大_小")


@pytest.mark.parametrize("name", ["front", "quick-reply"])
def test_a_picture_that_is_missing_is_told_and_costs_itself(tmp_path: Path, name: str) -> None:
    out = tmp_path / f"a{FORMATS[name].suffix}"
    done = export(FORMATS[name], out, entries(FULL), lambda _: tmp_path / "gone.png", NOW)
    assert any("The pictures of 1 replies are not there" in str(told) for told in done.told)
    assert len(read_source(out).replies) == 1


def test_a_language_that_a_format_does_not_name_is_told(tmp_path: Path) -> None:
    english = msgspec.structs.replace(PLAIN, language="en")
    done = export(FORMATS["chatwoot"], tmp_path / "a.json", entries(english), lambda _: None, NOW)
    assert "Language (1)" in str(done.told[-1])
    assert "Language" not in str(
        export(FORMATS["gorgias"], tmp_path / "b.json", entries(english), lambda _: None, NOW).told
    )


def test_a_reply_that_no_cell_holds_is_told_and_not_cut(tmp_path: Path) -> None:
    long = msgspec.structs.replace(PLAIN, messages=("长" * 32_768,), title="太长的")
    done = export(
        FORMATS["quick-reply"], tmp_path / "a.xlsx", entries(long, FULL), lambda _: None, NOW
    )
    assert "longer than 32767 characters and are not in the file: 太长的." in str(done.told[0])
    assert [one.snippet.title for one in read_source(tmp_path / "a.xlsx").replies] == ["换货"]


def test_a_reply_without_a_category_goes_into_every_format(tmp_path: Path) -> None:
    bare = msgspec.structs.replace(PLAIN, category=())
    for name, known in FORMATS.items():
        out = tmp_path / f"{name}{known.suffix}"
        export(known, out, entries(bare), lambda _: None, NOW)
        assert [one.snippet.body for one in read_source(out).replies] == ["您好。\n\n请看图。"]


@pytest.mark.parametrize("name", ["textexpander", "beeftext-csv"])
def test_without_a_header_titles_are_no_codes_and_short_replies_no_titles(
    tmp_path: Path, name: str
) -> None:
    snippets = [
        msgspec.structs.replace(PLAIN, id=f"own-{at}", messages=(body,), title="一个很长很长的标题")
        for at, body in enumerate(("好的", "在的"))
    ]
    out = tmp_path / "a.csv"
    export(FORMATS[name], out, entries(*snippets), lambda _: None, NOW)
    found = [one.snippet for one in read_source(out).replies]
    assert [(one.code, one.body, one.title) for one in found] == [
        ("", "好的", "一个很长很长的标题"),
        ("", "在的", "一个很长很长的标题"),
    ]


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    out.write_text("precious", "utf-8")
    with pytest.raises(AssistError, match="is there already; nothing was changed"):
        export(FORMATS["qianniu"], out, entries(FULL), lambda _: None, NOW)
    assert out.read_text("utf-8") == "precious"
    with pytest.raises(AssistError, match="has something in it"):
        export(FORMATS["autokey"], tmp_path, entries(FULL), lambda _: None, NOW)
    export(FORMATS["qianniu"], out, entries(FULL), lambda _: None, NOW, replace=True)
    assert "换货" in out.read_text("utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("title", ["../out", "con", "a/b", "..", "x" * 300, "點.", "nul.txt"])
def test_autokeys_file_names_fit_every_system(tmp_path: Path, title: str) -> None:
    out = tmp_path / "phrases"
    one = msgspec.structs.replace(PLAIN, title=title, category=("..", "a:b"))
    two = msgspec.structs.replace(one, id="own-3", messages=("另一条",))
    export(FORMATS["autokey"], out, entries(one, two), lambda _: None, NOW)
    assert [one.name for one in tmp_path.iterdir()] == ["phrases"]
    reading = read_source(out)
    assert [one.snippet.title for one in reading.replies] == [title, title]


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp", "Zs"])
    | st.sampled_from(" ,;|\t\"'=+-@#%&<>{}[]$*_&#44;_x000D_"),
    min_size=1,
    max_size=24,
).map(str.strip)
INDENTED = st.tuples(st.sampled_from(["", "  ", "   "]), WORDS).map("".join)
TEXTS = (
    st.lists(INDENTED, min_size=1, max_size=4)
    .map(lambda lines: "\n".join(map(str.rstrip, lines)).strip())
    .filter(lambda text: text and not re.search(r"\n{3}|\{[{%]", text))
)
# What parts levels and tags is told of, and has its own tests below.
NAMES = WORDS.map(lambda text: " ".join(re.sub(r"[=\->:/／＞,;|，、；]", "", text).split())).filter(
    bool
)
CODES = st.from_regex(r"[a-z0-9][a-z0-9-]{0,3}", fullmatch=True)
TAGS = st.lists(NAMES.map(lambda text: text.replace(" ", "")), max_size=3, unique=True).map(tuple)
REPLIES = st.builds(
    Snippet,
    id=st.just("own-1"),
    title=NAMES,
    category=st.tuples(NAMES) | st.tuples(NAMES, NAMES),
    body=TEXTS,
    code=CODES,
    tags=TAGS,
    search_terms=TAGS,
    when_to_use=NAMES,
    notes=TEXTS,
    language=st.sampled_from(["zh-CN", "en"]),
)


@pytest.mark.parametrize("name", FORMATS)
@given(replies=st.lists(REPLIES, min_size=1, max_size=3, unique_by=lambda one: one.code))
@settings(max_examples=15, deadline=None)
def test_whatever_is_written_comes_back_where_the_format_holds_it(
    tmp_path_factory: pytest.TempPathFactory, name: str, replies: list[Snippet]
) -> None:
    known = FORMATS[name]
    numbered = [
        msgspec.structs.replace(one, id=f"own-{at}", title=f"{one.title}{at}")
        for at, one in enumerate(replies)
    ]
    out = tmp_path_factory.mktemp("trip") / f"out{known.suffix}"
    done = export(known, out, entries(*numbered), lambda _: None, NOW)
    changed = [told for told in map(str, done.told) if not told.startswith("Not in the file")]
    found = [one.snippet for one in read_source(out).replies]
    if "code" in known.holds:  # files of a folder are in the order of their names
        found.sort(key=lambda one: [mine.code for mine in numbered].index(one.code))
    for mine, back in zip(numbered, found, strict=True):
        for field in known.holds - {"fields", "image"}:
            same = getattr(back, field) == getattr(mine, field)
            assert same or changed, (field, getattr(back, field), getattr(mine, field))
