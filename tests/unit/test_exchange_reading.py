"""Files as other tools write them, in every encoding that was met, become replies."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_assist.packs.exchange.incoming import Incoming
from desktop_assist.packs.exchange.reading import Reading, read_source

DATA = Path(__file__).resolve().parents[1] / "data" / "exchange"


def told(reading: Reading) -> list[tuple[str, int, str]]:
    return [(one.file.name, one.row, str(one.message)) for one in reading.troubles]


def seen(one: Incoming) -> tuple[str, tuple[str, ...], str]:
    return one.snippet.code, one.snippet.category, one.snippet.body


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("utf8", "utf-8"),
        ("utf8-bom", "utf-8"),
        ("gb18030", "gb18030"),
        ("utf16", "utf-16-le"),
        ("utf16-no-mark", "utf-16-le"),
    ],
)
def test_qianniu_in_every_encoding(name: str, encoding: str) -> None:
    reading = read_source(DATA / f"qianniu-{name}.csv")
    assert (str(reading.title), reading.encoding) == ("Qianniu (CSV)", encoding)
    assert [seen(one) for one in reading.replies] == [
        ("hy1", ("欢迎",), "您好，欢迎光临{姓名}！\n请问想看哪一款呢？"),
        ("cf", ("催付",), "亲，订单XX还留着呢，方便时付一下就能安排发货[微笑]"),
        ("", (), "没有编码也没有分组的一条"),
    ]
    assert [one.row for one in reading.replies] == [2, 4, 5]
    assert told(reading) == []


def test_traditional_chinese_in_big5_with_its_header_understood() -> None:
    reading = read_source(DATA / "qianniu-big5.csv")
    assert reading.encoding == "big5"
    assert seen(reading.replies[1])[:2] == ("cf", ("催付",))
    assert len(reading.replies) == 3


def test_another_encoding_can_be_chosen() -> None:
    wrong = read_source(DATA / "qianniu-gb18030.csv", encoding="utf-8")
    assert "characters do not fit the encoding utf-8" in told(wrong)[0][2]
    right = read_source(DATA / "qianniu-gb18030.csv", encoding="gb18030")
    assert right.replies[0].snippet.body.startswith("您好")


def test_a_service_desks_escapes() -> None:
    reading = read_source(DATA / "service-desk.csv")
    assert str(reading.title) == "Service desk (CSV)"
    assert [seen(one) for one in reading.replies] == [
        ("fh1", ("发货",), "您好,今天的单今天发\n请放心"),
        ("fh2", (), "预售款按页面时间发出,以页面为准"),
    ]


def test_the_helpers_nested_groups_and_pictures() -> None:
    reading = read_source(DATA / "helper" / "话术.csv")
    first, second, third = reading.replies
    assert first.snippet.category == ("售后", "退货")
    assert first.snippet.body.endswith("写好订单号的纸条。")
    assert first.picture is not None
    assert first.picture.name == "退货.png"
    # A row with a picture alone is a reply too; its title stands for it.
    assert (second.snippet.body, second.picture is not None) == ("尺码表", True)
    assert (third.snippet.title, third.picture) == ("少了图片", None)
    assert [(row, "没有这张.png" in text) for _, row, text in told(reading)] == [(7, True)]


@pytest.mark.parametrize(("suffix", "first"), [("xls", 3), ("xlsx", 2)])
def test_a_quick_reply_tools_workbook(suffix: str, first: int) -> None:
    reading = read_source(DATA / f"quick-reply.{suffix}")
    assert str(reading.title) == "Quick-reply tool (Excel)"
    # In the old one the categories are merged cells, and a row of instructions is on top.
    assert [(one.row, *seen(one)[1:]) for one in reading.replies[:3]] == [
        (first, ("售后", "换货"), "您好，先收到新的再寄回旧的。"),
        (first + 1, ("售后", "换货"), "换货的运费由我们承担。"),
        (first + 2, ("售后",), "一般 3 天。"),
    ]
    assert all("不该进来" not in one.snippet.body for one in reading.replies)


def test_numbers_of_a_sheet_stay_whole() -> None:
    assert read_source(DATA / "quick-reply.xlsx").replies[3].snippet.title == "12"
    first, second = read_source(DATA / "team.xlsx").replies
    assert first.snippet.code == "101"
    assert second.snippet.body.startswith("=HYPERLINK")


def test_a_page_that_is_called_xls() -> None:
    (one,) = read_source(DATA / "page.xls").replies
    assert (one.snippet.title, *seen(one)[1:]) == (
        "几天到",
        ("物流",),
        "一般三天，\n偏远地区五天。",
    )


def test_zendesk() -> None:
    reading = read_source(DATA / "zendesk.json")
    first, second = reading.replies
    assert (first.snippet.title, first.snippet.category) == (
        "Send the address",
        ("Returns", "Address"),
    )
    assert first.snippet.when_to_use == "When a return is agreed"
    assert second.snippet.body.startswith("Hello & welcome\n{% if")
    assert told(reading) == [("zendesk.json", 3, "There is no reply in this entry.")]


def test_gorgias() -> None:
    (one,) = read_source(DATA / "gorgias.json").replies
    assert one.snippet.body == "Hi {{ticket.customer.firstname}},\nit is on its way."
    assert (one.snippet.tags, one.snippet.language) == (("refund", "sent"), "en")


def test_front() -> None:
    (one,) = read_source(DATA / "front.json").replies
    assert one.snippet.body == "Hello {{recipient.first_name}},\nit left us — two days late."
    assert one.snippet.search_terms == ("Your parcel",)


def test_chatwoot() -> None:
    first, second = read_source(DATA / "chatwoot.json").replies
    assert first.snippet.code == "hello"
    # What is no code with us is still found by its name.
    assert (second.snippet.code, second.snippet.search_terms) == ("", ("Bye Now",))


def test_beeftext() -> None:
    first, second = read_source(DATA / "beeftext.json").replies
    assert (first.snippet.code, first.snippet.category) == ("ty", ("Courtesy",))
    assert second.snippet.category == ()


@pytest.mark.parametrize("name", ["beeftext.csv", "textexpander.csv"])
def test_tables_without_a_header(name: str) -> None:
    first, second = read_source(DATA / name).replies
    assert (first.snippet.code, first.snippet.title) == ("ty", "Thanks")
    assert second.snippet.body.startswith("Goodbye")


def test_espanso() -> None:
    reading = read_source(DATA / "espanso" / "base.yml")
    thanks, bye, date, picture = reading.replies
    assert (thanks.snippet.code, thanks.vars[0].choices) == ("ty", ("Rex", "Tom"))
    assert bye.snippet.search_terms == (":cu",)
    assert date.vars[0].kind == "date"
    assert picture.picture is not None
    # What YAML must not do is refused with its place; the rest comes in.
    assert [(row, "&x" in text) for _, row, text in told(reading)] == [(23, True)]


def test_autokey() -> None:
    reading = read_source(DATA / "autokey")
    (one,) = reading.replies  # a script is no reply
    assert (one.snippet.title, one.snippet.code, one.snippet.category) == (
        "Thanks",
        "ty",
        ("Courtesy",),
    )
    assert [name for name, _, _ in told(reading)] == ["torn.txt"]


def test_a_stray_quotation_mark_costs_its_row_alone() -> None:
    reading = read_source(DATA / "dirty.csv")
    assert [(one.row, one.snippet.code) for one in reading.replies] == [
        (2, "hp1"),
        (3, "hp2"),
        (5, "hp4"),
    ]
    assert reading.replies[0].snippet.body == '他说"很好"，我们也高兴。'
    assert told(reading) == [("dirty.csv", 4, "A quotation mark is not closed or stands too many.")]


def test_columns_can_be_corrected() -> None:
    file = DATA / "qianniu-utf8.csv"
    assert read_source(file).columns is not None
    corrected = read_source(file, roles=("title", "body", ""))
    assert corrected.replies[0].snippet.title == "hy1"
    assert corrected.replies[0].snippet.category == ()


def test_without_a_column_of_replies_it_says_so() -> None:
    reading = read_source(DATA / "qianniu-utf8.csv", roles=("code", "", "category"))
    assert reading.replies == ()
    assert "No column holds the replies" in told(reading)[0][2]
