"""A preview says what would happen, in which category, and what it met; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import pytest

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.library import OWN_PACK, Entry
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.packs.exchange.pictures import Picture
from desktop_assist.packs.exchange.preview import (
    Item,
    Options,
    Preview,
    Previewing,
    to_bring,
    with_findings,
)
from desktop_assist.packs.exchange.reading import read_source

HEADER = "快捷短语编码,标题,快捷短语,快捷短语分组\n"


def own(number: int, **parts: object) -> Entry:
    plain = {"id": f"own-{number}", "title": f"第{number}条", "category": ("售后",), **parts}
    return Entry(msgspec.convert(plain, Snippet), OWN_PACK, origin="own")


def team(number: int, **parts: object) -> Entry:
    entry = own(number, **parts)
    return Entry(entry.snippet, "team", "团队")


class Desk:
    """Files of this test, compared with a library."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def preview(
        self,
        rows: str | Sequence[str],
        library: Iterable[Entry] = (),
        options: Options | None = None,
        header: str = HEADER,
    ) -> Preview:
        readings = []
        for number, text in enumerate([rows] if isinstance(rows, str) else rows):
            file = self.folder / f"{number}.csv"
            file.write_text(header + text, "utf-8")
            readings.append(read_source(file))
        work = Previewing(readings, library, options)
        parts = list(work.steps())
        assert parts == sorted(parts)
        assert parts[-1] == 1.0
        return work.preview


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def states(preview: Preview) -> list[str]:
    return [one.status for one in preview.items]


def the(preview: Preview) -> Item:
    (item,) = preview.items
    return item


def test_new_changed_same_and_twice(desk: Desk) -> None:
    library = [own(1, body="已经发货。"), own(2, body="请稍等。")]
    preview = desk.preview(
        "a,第1条,已经 发货。 ,售后\nb,第2条,请稍等一下。,售后\nc,新的,全新的一条。,售前\n"
        "d,又一条,全新的 一条。,售前\n",
        library,
    )
    assert states(preview) == ["changed", "changed", "new", "duplicate"]
    assert preview.items[3].twin == 4
    # The first one differs in white space alone: only its code is new, its words stay.
    assert preview.items[0].snippet.body == "已经发货。"
    assert preview.items[0].snippet.code == "a"
    assert preview.counts["changed"] == 2


def test_white_space_alone_is_no_change(desk: Desk) -> None:
    library = [own(1, messages=("您好。", "请看图。"))]
    assert states(desk.preview(",第1条,您好。　\t请 看图。,\n", library)) == ["same"]


def test_what_the_file_leaves_blank_is_never_erased(desk: Desk) -> None:
    library = [own(1, body="旧的说法", code="jd", tags=("常用",), notes="留着")]
    after = the(desk.preview(",第1条,新的说法,售后\n", library)).snippet
    assert (after.body, after.code, after.tags, after.notes) == (
        "新的说法",
        "jd",
        ("常用",),
        "留着",
    )


def test_a_reply_is_known_by_its_code_where_the_words_are_alike(desk: Desk) -> None:
    library = [own(1, body="退货地址已经发给您，请查收。", code="th", title="退货")]
    near = desk.preview("th,,退货地址刚刚发给您，请查收。,退\n", library)
    assert (states(near), the(near).existing) == (["changed"], library[0])
    # The same code on other words is another reply; the code becomes a search term.
    far = the(desk.preview("th,,双十一满三百减五十。,优惠\n", library))
    assert (far.status, far.snippet.code, far.snippet.search_terms) == ("new", "", ("th",))
    assert "belongs to another reply" in str(far.notes[0])


def test_a_flat_group_is_the_last_level_of_a_known_path(desk: Desk) -> None:
    library = [own(1, body="请付款。", category=["售中", "催付"])]
    assert states(desk.preview(",,请付款。,催付\n", library)) == ["same"]
    assert states(desk.preview(",,请付款。,售中/催付\n", library)) == ["same"]
    assert states(desk.preview(",,请付款。,别处\n", library)) == ["changed"]


def test_names_of_fields_do_not_matter_their_labels_do(desk: Desk) -> None:
    field = Field(name="size", kind="choice", label="尺码", choices=("M", "L"))
    library = [own(1, body="您要{{ size }}码吗？", fields=[msgspec.to_builtins(field)])]
    assert states(desk.preview(",第1条,您要{尺码}码吗？,售后\n", library)) == ["same"]
    after = the(desk.preview(",第1条,您要{尺码}码吗？还有{颜色}？,售后\n", library)).snippet
    # The field that there was keeps its name and kind, the new one joins it.
    assert after.body == "您要{{ size }}码吗？还有{{ field_1 }}？"
    assert after.fields == (field, Field(name="field_1", label="颜色"))


def test_a_locked_reply_is_told_and_stays(desk: Desk) -> None:
    library = [team(1, body="不能改。", locked=True)]
    assert states(desk.preview(",第1条,改了。,售后\n", library)) == ["locked"]


def test_a_reply_is_changed_once_by_two_files(desk: Desk) -> None:
    library = [own(1, body="旧的。")]
    preview = desk.preview([",第1条,甲。,售后\n", ",第1条,乙。,售后\n"], library)
    assert states(preview) == ["changed", "new"]


def test_two_rows_with_one_code_keep_both(desk: Desk) -> None:
    preview = desk.preview("a,甲,第一条的话,x\na,乙,另外的内容,x\n")
    assert [(one.snippet.code, one.snippet.search_terms) for one in preview.items] == [
        ("a", ()),
        ("", ("a",)),
    ]


def test_without_a_category_it_is_unsorted(desk: Desk) -> None:
    options = Options(unsorted="Unsorted")
    assert the(desk.preview(",甲,内容,\n", options=options)).snippet.category == ("Unsorted",)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("付款", "催付"),
        ("催付款", "催付"),
        ("退货问题", "退货"),
        ("Return", "return"),
        ("發貨", "发货"),
    ],
)
def test_categories_that_look_alike_are_offered(desk: Desk, name: str, known: str) -> None:
    library = [
        own(1, body="a", category=["x", known]),
        *(own(n, body=str(n), category=[one]) for n, one in enumerate(("欢迎", "尺码", "送别"), 2)),
    ]
    preview = desk.preview(f",新,一条新的,{name}\n", library)
    assert [(one.incoming, one.known[0], one.count) for one in preview.merges] == [
        ((name,), ("x", known), 1)
    ]
    # GIVEN the offer is taken, THEN the reply is in the known category.
    options = Options(merges={(name,): ("x", known)})
    taken = desk.preview(f",新,一条新的,{name}\n", library, options)
    assert the(taken).snippet.category == ("x", known)


@pytest.mark.parametrize(("name", "known"), [("售前", "售后"), ("欢迎", "送别"), ("催付", "催付")])
def test_other_categories_are_not(desk: Desk, name: str, known: str) -> None:
    preview = desk.preview(f",新,一条新的,{name}\n", [own(1, body="a", category=[known])])
    assert preview.merges == ()


def test_a_category_whose_replies_lie_elsewhere_is_offered(desk: Desk) -> None:
    library = [own(n, body=f"第{n}种说法", category=["活动"]) for n in range(1, 4)]
    rows = "".join(f",,第{n}种说法,大促\n" for n in range(1, 4))
    preview = desk.preview(f"{rows},,还没有的一条,大促\n", library)
    assert [(one.incoming, one.known) for one in preview.merges] == [(("大促",), (("活动",),))]


def test_placeholders_are_translated_unless_told_not_to(desk: Desk) -> None:
    item = the(desk.preview(",甲,您好{姓名},x\n"))
    assert (item.snippet.body, item.swaps[0].old) == ("您好{{ customer }}", "{姓名}")
    kept = the(desk.preview(",甲,您好{姓名},x\n", options=Options(translate=False)))
    assert (kept.snippet.body, kept.swaps) == ("您好{姓名}", ())


def test_the_checker_is_asked_about_what_comes_in_only(desk: Desk) -> None:
    asked: list[str] = []

    def check(text: str) -> list[Finding]:
        asked.append(text)
        return [Finding("r", "tone", "warn", 0, 2, text[:2], "不妥")] if "不能" in text else []

    preview = desk.preview(",甲,不能退,x\n,乙,好的,x\n", [own(1, body="好的", title="乙")])
    found = {at: some for at, some in with_findings(preview, check) if some}
    assert asked[0] == "不能退"
    assert list(found) == [0]


def test_what_is_brought_has_keys_ids_and_pictures(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    header = "标题,内容,图片名\n"
    entry = team(1, body="旧的。")
    preview = desk.preview("第1条,新的。,\n新,另一条,a.png\n", [entry], header=header)
    kept: list[Picture] = []

    def keep(picture: Picture) -> str:
        kept.append(picture)
        return "own-abc.png"

    found = to_bring(preview.items, keep, lambda: "own-new")
    assert list(found) == ["team/own-1", "own/own-new"]
    assert found["team/own-1"].id == "own-1"
    assert (found["own/own-new"].id, found["own/own-new"].image) == ("own-new", "own-abc.png")
    assert [picture.name for picture in kept] == ["a.png"]


def test_a_stop_after_any_step_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(HEADER + "".join(f",t{n},话{n},x\n" for n in range(1200)), "utf-8")
    work = Previewing([read_source(file)], [])
    steps = work.steps()
    assert 0 < next(steps) < 1
    assert work.preview == Preview()
