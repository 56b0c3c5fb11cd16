"""Pictures in workbooks: over the sheet, in cells of WPS and of Excel, each to its own row."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from desktop_assist.core.replies.library import OWN_PACK, Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.packs.exchange.exporting import export
from desktop_assist.packs.exchange.formats.every import FORMATS
from desktop_assist.packs.exchange.limits import Limits
from desktop_assist.packs.exchange.reading import Reading, read_source

NOW = datetime.datetime(2026, 11, 22, 9, 30, tzinfo=datetime.UTC)
# Kind and size stand at the beginning; more of a picture is not looked at here.
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (300).to_bytes(4, "big") + (100).to_bytes(4, "big")
JPEG = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x64\0\xc8\x03"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def links(**targets: str) -> str:
    """A part of relationships: `kind_id="target"`."""
    rows = (
        f'<Relationship Id="{name.partition("_")[2]}" Type="{OFFICE}/{name.partition("_")[0]}"'
        f' Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


def anchor(kind: str, first: int, last: int, picture: str) -> str:
    """A picture over rows, from 0."""
    ends = "".join(
        f"<xdr:{name}><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row>"
        f"<xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
        for name, row in (("from", first), ("to", last))
        if kind == "twoCellAnchor" or (kind == "oneCellAnchor" and name == "from")
    )
    return (
        f'<xdr:{kind}>{ends}<xdr:pic><xdr:blipFill><a:blip r:embed="{picture}"/></xdr:blipFill>'
        f"</xdr:pic></xdr:{kind}>"
    )


def drawing(*anchors: str) -> str:
    return (
        f'<xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{MAIN}" xmlns:r="{OFFICE}">'
        f"{''.join(anchors)}</xdr:wsDr>"
    )


def book(
    folder: Path, rows: Sequence[tuple[str, ...]], parts: Mapping[str, str | bytes], vm: str = ""
) -> Path:
    """A workbook of one sheet with further parts; `vm` is a cell that Excel keeps a picture in."""
    plain = folder / "plain.xlsx"
    written = openpyxl.Workbook()
    sheet = written.worksheets[0]
    for row in (("分类", "标题", "内容", "图片"), *rows):
        sheet.append(row)
    written.save(plain)
    file = folder / "话术.xlsx"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if vm and name == "xl/worksheets/sheet1.xml":
                data = data.replace(f'<c r="{vm}" '.encode(), f'<c r="{vm}" vm="1" '.encode())
            new.writestr(name, data)
        for name, part in parts.items():
            new.writestr(name, part)
    return file


def floating(*anchors: str, **more: str | bytes) -> dict[str, str | bytes]:
    return {
        "xl/worksheets/_rels/sheet1.xml.rels": links(drawing_rId1="../drawings/drawing1.xml"),
        "xl/drawings/drawing1.xml": drawing(*anchors),
        "xl/drawings/_rels/drawing1.xml.rels": links(
            image_rId1="../media/a.png", image_rId2="/xl/media/b.jpeg"
        ),
        "xl/media/a.png": PNG,
        "xl/media/b.jpeg": JPEG,
        **more,
    }


def pictures(reading: Reading) -> list[tuple[str, bytes]]:
    """Of each reply its title, and the bytes of its picture."""
    return [
        (one.snippet.title, b"" if one.picture is None else one.picture.read())
        for one in reading.replies
    ]


def told(reading: Reading) -> list[tuple[int, str]]:
    return [(one.row, str(one.message)) for one in reading.troubles]


ROWS = [("售后", "退货", "请这样包装。"), ("售后", "尺码", "请看图。"), ("售前", "无图", "好的。")]


def test_a_picture_over_the_sheet_goes_to_the_reply_that_it_lies_over(tmp_path: Path) -> None:
    # GIVEN one anchored at its row, and one that begins on the header and reaches the first row
    parts = floating(anchor("oneCellAnchor", 2, 2, "rId2"), anchor("twoCellAnchor", 0, 1, "rId1"))
    reading = read_source(book(tmp_path, ROWS, parts))
    assert pictures(reading) == [("退货", PNG), ("尺码", JPEG), ("无图", b"")]
    assert told(reading) == []
    first = reading.replies[0].picture
    assert first is not None
    assert first.name == "a.png"


def test_pictures_that_no_reply_can_have_are_told(tmp_path: Path) -> None:
    parts = floating(
        anchor("absoluteAnchor", 0, 0, "rId1"),
        anchor("oneCellAnchor", 1, 1, "rId1"),
        anchor("oneCellAnchor", 1, 1, "rId2"),
        anchor("twoCellAnchor", 90, 900_000_000, "rId2"),
    )
    reading = read_source(book(tmp_path, ROWS, parts))
    assert pictures(reading)[0] == ("退货", PNG)
    assert told(reading) == [
        (2, "A reply holds one picture; 1 more of this row stay outside."),
        (0, "The picture “a.png” lies over no reply; it stays outside."),
        (91, "The picture “b.jpeg” lies over no reply; it stays outside."),
    ]


@pytest.mark.parametrize("worked_out", [True, False])
def test_pictures_that_wps_keeps_in_cells(tmp_path: Path, *, worked_out: bool) -> None:
    rows = [
        ("售后", "退货", "请这样包装。", '=_xlfn.DISPIMG("ID_A1",1)'),
        ("售后", "尺码表", '=DISPIMG("ID_B2",1)', ""),
        ("售后", "不见了", "图丢了。", '=DISPIMG("ID_C3",1)'),
    ]
    cells = (
        '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"'
        f' xmlns:xdr="{XDR}" xmlns:a="{MAIN}" xmlns:r="{OFFICE}">'
        + "".join(
            f'<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{at}" name="{name}"/>'
            f'</xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId{at}"/></xdr:blipFill></xdr:pic>'
            "</etc:cellImage>"
            for at, name in ((1, "ID_A1"), (2, "ID_B2"))
        )
        + "</etc:cellImages>"
    )
    parts: dict[str, str | bytes] = {
        "xl/cellimages.xml": cells,
        "xl/_rels/cellimages.xml.rels": links(image_rId1="media/a.png", image_rId2="media/b.jpeg"),
        "xl/media/a.png": PNG,
        "xl/media/b.jpeg": JPEG,
    }
    file = book(tmp_path, rows, parts)
    if worked_out:
        _replace(file, "xl/worksheets/sheet1.xml", r'<c r="(\w+)"><f>(.*?)</f><v ?/>',
                 r'<c r="\1" t="str"><f>\2</f><v>=\2</v>')  # fmt: skip
    reading = read_source(file)
    assert pictures(reading) == [("退货", PNG), ("尺码表", JPEG), ("不见了", b"")]
    # A picture alone is a reply too; its title stands for it, and never the formula.
    assert [one.snippet.body for one in reading.replies] == ["请这样包装。", "尺码表", "图丢了。"]
    lost = [(4, "The picture “ID_C3” is not in the file; the words come in.")]
    assert told(reading) == (lost if worked_out else [])


def _replace(file: Path, part: str, old: str, new: str) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = re.sub(old, new, parts[part].decode()).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_pictures_that_excel_keeps_in_cells(tmp_path: Path) -> None:
    rich = "http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"
    sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts: dict[str, str | bytes] = {
        "xl/metadata.xml": (
            f'<metadata xmlns="{sheet}" xmlns:xlrd="{rich}"><metadataTypes count="1">'
            '<metadataType name="XLRICHVALUE"/></metadataTypes>'
            '<futureMetadata name="XLRICHVALUE" count="1"><bk><extLst><ext><xlrd:rvb i="1"/></ext>'
            '</extLst></bk></futureMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk>'
            "</valueMetadata></metadata>"
        ),
        "xl/richData/rdrichvalue.xml": (
            f'<rvData xmlns="{rich}"><rv s="1"><v>7</v></rv>'
            '<rv s="0"><v>0</v><v>5</v></rv></rvData>'
        ),
        "xl/richData/rdrichvaluestructure.xml": (
            f'<rvStructures xmlns="{rich}"><s t="_localImage"><k n="_rvRel:LocalImageIdentifier"/>'
            '</s><s t="_error"/></rvStructures>'
        ),
        "xl/richData/richValueRel.xml": (
            f'<richValueRels xmlns="{rich}" xmlns:r="{OFFICE}"><rel r:id="rId1"/></richValueRels>'
        ),
        "xl/richData/_rels/richValueRel.xml.rels": links(image_rId1="../media/a.png"),
        "xl/media/a.png": PNG,
    }
    rows = [("售后", "退货", "请这样包装。", "#VALUE!"), ("售后", "别的", "好的。", "")]
    reading = read_source(book(tmp_path, rows, parts, vm="D2"))
    assert pictures(reading) == [("退货", PNG), ("别的", b"")]
    assert told(reading) == []


@pytest.mark.parametrize(
    "broken",
    [
        "<xdr:wsDr",
        '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>',
        b"\xff\xfe\0",
    ],
)
def test_broken_and_dangerous_drawings_cost_the_pictures_alone(
    tmp_path: Path, broken: str | bytes
) -> None:
    parts = floating() | {"xl/drawings/drawing1.xml": broken}
    reading = read_source(book(tmp_path, ROWS, parts))
    assert [one.snippet.title for one in reading.replies] == ["退货", "尺码", "无图"]
    assert told(reading) == [(1, "The pictures of this sheet are broken; the words come in.")]


def test_a_picture_elsewhere_on_the_net_is_not_fetched(tmp_path: Path) -> None:
    outside = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/image"'
        ' Target="http://127.0.0.1:9/a.png" TargetMode="External"/></Relationships>'
    )
    parts = floating(anchor("oneCellAnchor", 1, 1, "rId1")) | {
        "xl/drawings/_rels/drawing1.xml.rels": outside
    }
    assert pictures(read_source(book(tmp_path, ROWS, parts)))[0] == ("退货", b"")


def test_pictures_of_an_old_workbook_are_told(tmp_path: Path) -> None:
    data = (Path(__file__).parents[1] / "data/exchange/quick-reply.xls").read_bytes()
    file = tmp_path / "old.xls"
    file.write_bytes(data + PNG)
    reading = read_source(file)
    assert len(reading.replies) >= 3
    assert told(reading)[0][1].startswith("The pictures of this kind of file cannot be read")


def test_a_picture_that_went_away_after_the_look_is_told(tmp_path: Path) -> None:
    file = book(tmp_path, ROWS, floating(anchor("oneCellAnchor", 1, 1, "rId1")))
    picture = read_source(file).replies[0].picture
    assert picture is not None
    file.write_bytes(b"another file")
    with pytest.raises(AssistError, match="cannot be read any more"):
        picture.read()


@pytest.mark.parametrize("name", ["quick-reply", "team-excel"])
def test_a_written_workbook_has_its_pictures_over_their_rows(tmp_path: Path, name: str) -> None:
    files = {"own-a.png": PNG, "own-b.jpeg": JPEG, "own-c.gif": b"GIF89a.."}
    snippets = [
        Snippet(id=f"own-{at}", title=f"第{at}条", category=("售后",), body=f"话{at}", image=image)
        for at, image in enumerate(("own-a.png", "", "own-b.jpeg", "own-c.gif"))
    ]
    for image, data in files.items():
        (tmp_path / image).write_bytes(data)
    out = tmp_path / "out.xlsx"
    entries = [Entry(one, OWN_PACK, origin="own") for one in snippets]
    done = export(
        FORMATS[name], out, entries,
        lambda one: tmp_path / one.snippet.image if one.snippet.image else None, NOW,
    )  # fmt: skip
    assert "Picture" not in " ".join(map(str, done.told))
    found = [data for _, data in pictures(read_source(out))]
    assert found == [PNG, b"", JPEG, files["own-c.gif"]]
    # Wider than high, it is shown so.
    with zipfile.ZipFile(out) as archive:
        shown = archive.read("xl/drawings/drawing1.xml").decode()
    assert 'cx="1714500" cy="571500"' in shown


def test_pictures_count_to_what_an_archive_unpacks_to(tmp_path: Path) -> None:
    file = book(tmp_path, ROWS, floating(anchor("oneCellAnchor", 1, 1, "rId1"), big=b"\0" * 99_999))
    with pytest.raises(AssistError, match="is larger than"):
        read_source(file, Limits(unpacked=50_000))
