"""Out and in again: what a format can hold comes back, and what it cannot is told."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_no_text_of_a_sheet_is_run_as_a_formula(tmp_path: Path) -> None:
    one = msgspec.structs.replace(FULL, body="=1+1", fields=())
    export(FORMATS["quick-reply"], tmp_path / "a.xlsx", entries(one), lambda _: None, NOW)
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["话术"]["D2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


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


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="{}#"),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() == text and "&#" not in text)


@given(bodies=st.lists(TEXTS, min_size=1, max_size=4, unique=True))
@settings(max_examples=40, deadline=None)
def test_any_words_survive_any_format(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    snippets = [
        Snippet(id=f"own-{at}", title=f"t{at}", category=("x",), code=f"c{at}", body=body)
        for at, body in enumerate(bodies)
    ]
    for name in ("qianniu", "service-desk", "chatwoot", "front", "espanso", "quick-reply"):
        out = tmp_path_factory.mktemp("trip") / f"out{FORMATS[name].suffix}"
        export(FORMATS[name], out, entries(*snippets), lambda _: None, NOW)
        found = [one.snippet.body for one in read_source(out).replies]
        assert found == bodies, name
