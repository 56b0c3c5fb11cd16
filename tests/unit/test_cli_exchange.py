"""`import` and `export` as a person uses them: first told, then written, never by surprise."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from filelock import FileLock

from desktop_assist.__main__ import main
from desktop_assist.cli import exchange, export
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.packs.exchange.encodings import ENCODINGS
from desktop_assist.packs.exchange.formats.every import FORMATS
from desktop_assist.packs.reader import read_pack
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.home import Home
from desktop_assist.store.own_snippets import OwnSnippets

DATA = Path(__file__).resolve().parents[1] / "data" / "exchange"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, str, str]:
        code = main(["--home", str(home), "--language", "en", *map(str, words)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def kept(home: Path) -> list[Snippet]:
    return OwnSnippets(AtomicStorage(Home(home).own_snippets, datetime.date.today)).all()


def test_first_it_tells_and_writes_nothing(run: Run, home: Path) -> None:
    code, out, err = run("import", DATA / "qianniu-gb18030.csv")
    assert (code, err) == (0, "")
    assert "qianniu-gb18030.csv: Qianniu (CSV), 3 replies." in out
    assert "  New: 3" in out
    assert "Nothing was written.\nTo bring it in, say it once more with --yes." in out
    assert not Home(home).own_snippets.exists()


def test_with_yes_it_is_kept_and_the_next_time_the_same(run: Run, home: Path) -> None:
    code, out, _ = run("import", DATA / "qianniu-utf16.csv", DATA / "chatwoot.json", "--yes")
    assert (code, out.splitlines()[-1]) == (0, "5 replies were imported.")
    first = kept(home)[0]
    assert (first.code, first.body) == (
        "hy1",
        "您好，欢迎光临{{ customer }}！\n请问想看哪一款呢？",
    )
    again = run("import", DATA / "qianniu-utf8.csv", "--yes")[1]
    assert "  Same: 3" in again
    assert len(kept(home)) == 5


def test_pictures_come_along(run: Run, home: Path) -> None:
    code, _, err = run("import", DATA / "helper" / "话术.csv", "--yes")
    assert code == 1  # one picture is not there, which is told with its row
    assert "话术.csv:7: The picture “没有这张.png” is not beside the file" in err
    images = [one.image for one in kept(home) if one.image]
    assert len(images) == 2
    assert all((Home(home).pictures / name).is_file() for name in images)


def test_the_last_import_is_taken_back(run: Run, home: Path) -> None:
    # GIVEN two imports; the second changes a reply of the first and brings two
    run("import", DATA / "qianniu-utf8.csv", "--yes")
    first = kept(home)
    changed = home / "changed.csv"
    changed.write_text("快捷短语编码,快捷短语,快捷短语分组\ncf,请付一下款,催付\n", "utf-8")
    run("import", changed, DATA / "chatwoot.json", "--yes")
    assert len(kept(home)) > len(first)
    # WHEN the last one is taken back
    code, out, err = run("import", "--undo")
    # THEN what it changed is as it was, what it brought lies in the bin, and the first one stays
    assert (code, err) == (0, "")
    assert out.endswith("were taken back; those that were new lie in the bin.\n")
    assert kept(home) == first
    assert len(OwnSnippets(AtomicStorage(Home(home).own_snippets, datetime.date.today)).bin()) >= 2
    # AND once is enough
    code, _, err = run("import", "--undo")
    assert (code, "There is no import to take back." in err) == (2, True)
    assert kept(home) == first


def test_what_was_changed_since_an_import_stays(run: Run, home: Path) -> None:
    run("import", DATA / "qianniu-utf8.csv", "--yes")
    own = OwnSnippets(AtomicStorage(Home(home).own_snippets, datetime.date.today))
    mine = msgspec.structs.replace(own.all()[0], body="后来改的")
    own.save(mine)
    _, out, err = run("import", "--undo")
    assert out.startswith("2 replies were taken back")
    assert err == "1 were changed since and stayed as they are.\n"
    assert kept(home) == [mine]


def test_undo_does_not_write_beside_a_running_program(run: Run, home: Path) -> None:
    run("import", DATA / "chatwoot.json", "--yes")
    with FileLock(home / "instance.lock"):
        code, _, err = run("import", "--undo")
    assert (code, len(kept(home))) == (2, 2)
    assert "is running and has the replies open" in err


def test_a_torn_note_of_the_last_import_is_refused(run: Run, home: Path) -> None:
    run("import", DATA / "chatwoot.json", "--yes")
    file = Home(home).last_import
    file.write_bytes(file.read_bytes()[:-20])
    code, _, err = run("import", "--undo")
    assert (code, len(kept(home))) == (2, 2)
    assert "is damaged or of another version. Nothing was changed." in err


def test_undo_and_files_do_not_go_together(run: Run) -> None:
    for words in (["import"], ["import", DATA / "chatwoot.json", "--undo"]):
        code, _, err = run(*words)
        assert (code, "Name the files to import, or say --undo alone." in err) == (2, True)


def test_a_broken_file_costs_itself(run: Run, home: Path) -> None:
    code, out, err = run("import", DATA / "broken.json", DATA / "chatwoot.json", "--yes")
    assert code == 2
    assert "broken at line 2, column 30" in err
    assert out.endswith("2 replies were imported.\n")
    assert len(kept(home)) == 2


def test_it_does_not_write_beside_a_running_program(run: Run, home: Path) -> None:
    home.mkdir()
    with FileLock(home / "instance.lock"):
        code, _, err = run("import", DATA / "chatwoot.json", "--yes")
    assert (code, kept(home)) == (2, [])
    assert "is running and has the replies open" in err


def test_columns_merges_and_placeholders_by_hand(run: Run, home: Path) -> None:
    file = DATA / "qianniu-utf8.csv"
    run(
        "import", file, "--columns", "title,body,category", "--keep-placeholders",
        "--merge", "催付=售中/催付", "--yes",
    )  # fmt: skip
    first, second, _ = kept(home)
    assert (first.title, first.code, "{姓名}" in first.body) == ("hy1", "", True)
    assert second.category == ("售中", "催付")
    code, _, err = run("import", file, "--columns", "title,text")
    assert (code, "“text” is nothing that a column can be" in err) == (2, True)


def test_limits_are_settable(run: Run) -> None:
    code, _, err = run("import", DATA / "qianniu-utf8.csv", "--most-rows", "2")
    assert (code, "has more than 2 rows" in err) == (2, True)


def test_findings_are_told_by_row(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("快捷短语,快捷短语分组\n这不是我应该做的，不行。,售后\n", "utf-8")
    out = run("import", file, "--findings")[1]
    assert "a.csv:2: " in out


def test_it_can_become_a_pack(run: Run, home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "team"
    code, out, _ = run("import", DATA / "helper" / "话术.csv", "--pack", folder)
    assert (code, "3 replies are in" in out) == (1, True)
    reading = read_pack(folder)
    assert reading.faults == ()
    assert reading.pack is not None
    images = [one.image for one in reading.pack.snippets if one.image]
    assert all((folder / name).is_file() for name in images)
    assert len(images) == 2
    assert kept(home) == []


def test_export_of_ones_own_and_back(run: Run, home: Path, tmp_path: Path) -> None:
    run("import", DATA / "helper" / "话术.csv", "--yes")
    out = tmp_path / "out" / "话术.csv"
    out.parent.mkdir()
    code, told, err = run("export", "qianniu-helper", out, "--pack", "own")
    assert (code, err) == (0, "")
    assert told == f"3 replies are in “{out}” now.\n"
    assert len([*(out.parent / "图片").iterdir()]) == 2
    assert "  Same: 3" in run("import", out)[1]


def test_export_tells_what_is_lost_and_refuses_to_replace(run: Run, tmp_path: Path) -> None:
    run("import", DATA / "helper" / "话术.csv", "--yes")
    out = tmp_path / "a.csv"
    assert (
        "no place for it: Title (3), Picture (2)."
        in run("export", "qianniu", out, "--pack", "own", "--encoding", "gb18030")[2]
    )
    assert out.read_bytes().decode("gb18030").startswith("快捷短语编码")
    assert run("export", "qianniu", out, "--pack", "own")[0] == 2
    assert run("export", "qianniu", out, "--pack", "own", "--force")[0] == 0
    assert run("export", "qianniu", out, "--pack", "none", "--force")[0] == 2


def test_the_words_of_the_command_line_are_those_of_the_formats() -> None:
    assert {*export.FORMATS} == {*FORMATS, "pack"}
    assert {*ENCODINGS} <= {*exchange.ENCODINGS}
