"""`export html` as a person uses it: one file, or a sentence and nothing changed."""

from __future__ import annotations

import base64
import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_assist.__main__ import main
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.home import Home
from desktop_assist.store.own_snippets import OwnSnippets

Run = Callable[..., tuple[int, str, str]]

MANIFEST = "format: 1\nid: team\nversion: '1'\ntitle: Team\n"
PACK = """format: 1
snippets:
  - {id: now, title: Now, category: [Offers], body: "Hello from {{ shop }}", image: images/a.png}
  - {id: over, title: Over, category: [Offers], body: Gone, valid_until: 2020-01-01}
"""
OUTSIDE = """format: 1
snippets:
  - {id: away, title: Away, category: [Offers], body: Far, image: ../../secret.png}
"""
SECRET = b"\x89PNG\r\n\x1a\nsecret"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    folder = home / "packs" / "team"
    (folder / "snippets").mkdir(parents=True)
    (folder / "pack.yaml").write_text(MANIFEST, encoding="utf-8")
    (folder / "snippets" / "one.yaml").write_text(PACK, encoding="utf-8")
    (folder / "images").mkdir()
    (folder / "images" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\nshort")
    (home / "secret.png").write_bytes(SECRET)
    return home


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, str, str]:
        arguments = ["--home", str(home), "--language", "en", "export", "html", *map(str, words)]
        code = main(arguments)
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def test_one_pack_becomes_one_page_without_what_is_over(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "team.html"
    assert run(out, "--pack", "team", "--title", "Our replies") == (
        0,
        f"“{out}” is written; replies in it: 1.\n",
        "",
    )
    page = out.read_text("utf-8")
    assert "<h1>Our replies</h1>" in page
    assert "Now" in page
    assert "Gone" not in page
    assert "data:image/png;base64," in page


def test_a_picture_of_ones_own_reply_stands_in_the_page(
    run: Run, home: Path, tmp_path: Path
) -> None:
    (home / "pictures").mkdir()
    (home / "pictures" / "own-a.png").write_bytes(b"\x89PNG\r\n\x1a\nmine")
    own = OwnSnippets(AtomicStorage(Home(home).own_snippets, datetime.date.today))
    own.save(Snippet(id="own-1", title="Mine", category=("x",), body="Look", image="own-a.png"))
    assert run(tmp_path / "own.html", "--pack", "own")[0] == 0
    page = (tmp_path / "own.html").read_text(encoding="utf-8")
    assert base64.b64encode(b"\x89PNG\r\n\x1a\nmine").decode() in page


def test_a_picture_outside_its_pack_stays_outside(run: Run, home: Path, tmp_path: Path) -> None:
    file = home / "packs" / "team" / "snippets" / "two.yaml"
    file.write_text(OUTSIDE, encoding="utf-8")
    assert run(tmp_path / "team.html", "--pack", "team")[0] == 0
    page = (tmp_path / "team.html").read_text("utf-8")
    assert page.count("data:image") == 1
    assert base64.b64encode(SECRET).decode() not in page


def test_without_a_choice_everything_is_in_it_own_replies_too(
    run: Run, home: Path, tmp_path: Path
) -> None:
    own = OwnSnippets(AtomicStorage(Home(home).own_snippets, datetime.date.today))
    own.save(Snippet(id="mine", title="Wholly mine", category=("Mine",), body="b", language="en"))
    code, out, err = run(tmp_path / "all.html")
    page = (tmp_path / "all.html").read_text("utf-8")
    assert (code, err) == (0, "")
    assert int(out.rpartition(": ")[2].rstrip(".\n")) > 500
    assert "Wholly mine" in page
    assert "退货流程" in page
    # English was asked for, so it comes first.
    assert page.index("Wholly mine") < page.index("退货流程")
    assert run(tmp_path / "own.html", "--pack", "own")[1].endswith("in it: 1.\n")


def test_a_pack_need_not_be_installed(run: Run, home: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (home / "packs" / "team").rename(elsewhere)
    assert run(tmp_path / "a.html", "--pack", elsewhere)[0] == 0
    assert "Now" in (tmp_path / "a.html").read_text("utf-8")


def test_what_is_there_is_replaced_only_when_told_so(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "a.html"
    out.write_text("precious")
    code, _, err = run(out, "--pack", "team")
    assert (code, out.read_text()) == (2, "precious")
    assert (
        "is there already; nothing was changed.\nChoose another name, or replace it with --force."
        in err
    )
    assert run(out, "--pack", "team", "--force")[0] == 0
    assert out.read_text("utf-8").startswith("<!doctype html>")


def test_wrong_places_are_told(run: Run, tmp_path: Path) -> None:
    folder = run(tmp_path, "--pack", "team")
    assert (folder[0], folder[2].count("\n")) == (2, 2)
    assert "is a folder.\nName a file in it, such as" in folder[2]
    missing = run(tmp_path / "no" / "a.html", "--pack", "team")
    assert "The folder “" in missing[2]
    assert "is not there" in missing[2]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_device_is_no_file_even_with_force(run: Run) -> None:
    code, _, err = run("/dev/full", "--pack", "team", "--force")
    assert (code, "no ordinary file" in err) == (2, True)
    assert not Path("/dev/full").is_file()


def test_a_full_disk_leaves_what_was_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.html"
    out.write_text("precious")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop_assist.store.files.os.fsync", full)
    code, _, err = run(out, "--pack", "team", "--force")
    assert code == 2
    assert "could not be saved: the disk is full. What was saved before is intact." in err
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["a.html"]
    assert out.read_text() == "precious"


def test_an_unknown_pack_is_told_with_those_that_there_are(run: Run, tmp_path: Path) -> None:
    code, _, err = run(tmp_path / "a.html", "--pack", "nope")
    assert code == 2
    assert "There is no pack “nope”.\nName the folder of a pack, or one of: " in err
    assert "team" in err
    assert not (tmp_path / "a.html").exists()


def test_a_folder_without_a_pack_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = run(tmp_path / "a.html", "--pack", tmp_path / "empty")
    assert code == 2
    assert "holds no pack that can be read" in err


def test_nothing_to_export_is_told(run: Run, tmp_path: Path) -> None:
    code, _, err = run(tmp_path / "a.html", "--pack", "own")
    assert (code, "no reply to export" in err) == (1, True)


def test_a_picture_that_was_left_out_is_told_on_the_side(
    run: Run, home: Path, tmp_path: Path
) -> None:
    (home / "packs" / "team" / "images" / "a.png").write_bytes(b"no picture")
    code, _, err = run(tmp_path / "a.html", "--pack", "team")
    assert code == 0
    assert "a.png” was left out: Its picture is neither PNG" in err
