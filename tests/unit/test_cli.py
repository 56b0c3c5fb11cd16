"""The command line as a person or a script uses it, without an instance."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyperclip
import pytest

from desktop_assist.__main__ import main
from desktop_assist.cli.speech import Speech
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.settings import Settings
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.home import Home
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.settings_store import SettingsStore
from tests.unit.cli_stage import CommandLine

ROOT = Path(__file__).resolve().parents[2]
REFUND = Snippet(
    id="own-1",
    title="退款到账",
    category=("售后",),
    body="{{ customer }}您好，{{ amount }}元会原路退回。",
    fields=(Field(name="amount", kind="number"),),
    code="zztk",
    when_to_use="退款已经办好",
)
GREETING = Snippet(id="own-2", title="招呼 👋", category=("欢迎",), body="您好👋，在的。")
TWO_PARTS = Snippet(id="own-3", title="分两条", category=("欢迎",), messages=("第一条", "第二条"))
EXPIRED = Snippet(
    id="own-4",
    title="过期优惠",
    category=("售前",),
    body="过期了",
    valid_until=datetime.date(2020, 1, 1),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    storage = AtomicStorage(Home(tmp_path).own_snippets, datetime.date.today)
    own = OwnSnippets(storage)
    for snippet in (REFUND, GREETING, TWO_PARTS, EXPIRED):
        own.save(snippet)
    return tmp_path


@pytest.fixture
def run(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    return CommandLine(home, capsys, monkeypatch)


def test_list_names_own_and_starter_replies(run: CommandLine) -> None:
    told = run("list")
    assert told.code == 0
    assert "own/own-1\tzztk\t售后\t退款到账" in told.out.splitlines()
    assert "zh-cn-starter/" in told.out
    assert told.err == ""


def test_list_leaves_out_what_has_expired(run: CommandLine) -> None:
    assert "过期优惠" not in run("list").out


def test_list_as_json_carries_the_fields_of_each_reply(run: CommandLine) -> None:
    mine = next(one for one in run("list", "--json").json if one["key"] == "own/own-1")
    assert mine["fields"][0]["name"] == "amount"
    assert mine["body"] == REFUND.body
    assert "alternatives" not in mine


@pytest.mark.parametrize("name", ["own/own-1", "own-1", "zztk"])
def test_show_finds_by_key_id_or_code(run: CommandLine, name: str) -> None:
    told = run("show", name)
    assert told.code == 0
    assert REFUND.body in told.out
    assert "When to use: 退款已经办好" in told.out


def test_show_of_an_unknown_reply_says_how_to_look_it_up(run: CommandLine) -> None:
    told = run("show", "nothing-like-it")
    assert told.code == 1
    assert told.err.splitlines() == [
        "There is no reply “nothing-like-it”.",
        "Look it up with: desktop-assist search WORD",
    ]


def test_search_puts_the_best_first_and_keeps_to_the_limit(run: CommandLine) -> None:
    found = run("search", "zztk", "--json", "--limit", "1").json
    assert [one["key"] for one in found] == ["own/own-1"]


def test_search_without_a_hit_is_told_on_both_sides(run: CommandLine) -> None:
    told = run("search", "没有这个词条啊", "--json")
    assert (told.code, told.json) == (1, [])
    assert "No reply has" in told.err


def test_render_fills_fields(run: CommandLine) -> None:
    told = run("render", "own-1", "--set", "amount=20", "--set", "customer=小林")
    assert (told.code, told.out) == (0, "小林您好，20元会原路退回。\n")


def test_render_never_prints_a_gap(run: CommandLine) -> None:
    told = run("render", "own-1", "--set", "customer=小林")
    assert told.code == 2
    assert told.out == ""
    assert told.err.splitlines()[1] == "Add: --set amount=…"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--set", "amount"), "is not NAME=VALUE"),
        (("--set", "=3"), "is not NAME=VALUE"),
        (("--set", "amout=3"), "has no field “amout”"),
        (("--set", "amount=viel", "--set", "customer=x"), "amount"),
    ],
)
def test_render_refuses_wrong_values_in_a_sentence(
    run: CommandLine, words: tuple[str, ...], sentence: str
) -> None:
    told = run("render", "own-1", *words)
    assert (told.code, told.out) == (2, "")
    assert sentence in told.err


def test_render_parts_messages_by_an_empty_line(run: CommandLine) -> None:
    assert run("render", "own-3").out == "第一条\n\n第二条\n"


def test_copy_puts_the_finished_text_on_the_clipboard(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    assert run("copy", "own-2").code == 0
    assert copied == ["您好👋，在的。"]


def test_copy_without_a_clipboard_is_a_sentence(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_text: str) -> None:
        raise pyperclip.PyperclipException("no mechanism")

    monkeypatch.setattr(pyperclip, "copy", refuse)
    told = run("copy", "own-2")
    assert told.code == 2
    assert "nothing was copied" in told.err


def test_a_broken_pack_costs_only_itself(run: CommandLine) -> None:
    (run.home / "packs" / "team").mkdir(parents=True)
    (run.home / "packs" / "team" / "pack.yaml").write_text("[", "utf-8")
    told = run("list")
    assert told.code == 0
    assert "own/own-1" in told.out
    assert "pack.yaml:1:" in told.err


@pytest.mark.parametrize(
    "words",
    [
        ("bogus",),
        ("--bogus",),
        ("show",),
        ("search", "x", "--limit", "0"),
        ("search", "x", "--limit", "²"),
    ],
)
def test_wrong_use_is_two_lines_and_exit_code_2(run: CommandLine, words: tuple[str, ...]) -> None:
    told = run(*words)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("The command was not understood")
    assert len(told.err.splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("bogus",), "没有看懂这条命令：“bogus”不在可选范围内。"),
        (("list", "--bogus"), "没有看懂这条命令：这里没有“--bogus”。"),
        (("show",), "没有看懂这条命令：缺少 ID。"),
        (("search", "x", "--limit"), "没有看懂这条命令：--limit 后面缺少值。"),
    ],
)
def test_wrong_use_is_told_in_the_language_asked_for(
    run: CommandLine, words: tuple[str, ...], sentence: str
) -> None:
    assert run("--language", "zh_CN", *words).err.startswith(sentence)


@pytest.mark.parametrize("words", [("--home", ""), ("--home=", "list"), ("--home",)])
def test_a_home_without_a_name_is_not_the_folder_that_one_stands_in(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err.startswith("--home stands without a folder.")


def test_a_language_that_is_not_known_is_told_before_the_tray_starts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--language", "fr"]) == 2
    assert capsys.readouterr().err.startswith("“fr” is no language here.")


def test_the_home_may_stand_after_the_command_or_in_the_environment(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["show", "own-2", "--home", str(home)]) == 0
    monkeypatch.setenv("DESKTOP_ASSIST_HOME", str(home))
    assert main(["show", "own-2"]) == 0


def test_a_home_that_is_not_there_is_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "missing"
    assert main(["--home", str(missing), "list"]) == 0
    assert not missing.exists()


def test_damaged_own_replies_are_told_and_the_rest_works(run: CommandLine, home: Path) -> None:
    Home(home).own_snippets.write_bytes(b"\xff\x00 not a store")
    told = run("list")
    assert told.code == 0
    assert "zh-cn-starter/" in told.out
    assert told.err != ""
    assert Home(home).own_snippets.read_bytes() == b"\xff\x00 not a store"
    assert [file.name for file in home.iterdir() if "damaged" in file.name] == []


def test_an_unforeseen_error_is_a_sentence_with_a_report(
    run: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> int:
        raise ZeroDivisionError("the customer's secret")

    monkeypatch.setattr("desktop_assist.cli.replies.list_replies", fail)
    told = run("list")
    assert told.code == 2
    assert "Traceback" not in told.err
    (file,) = home.glob("desktop-assist-error-*.txt")
    assert str(file) in told.err
    report = file.read_text("utf-8")
    assert "ZeroDivisionError" in report
    assert "secret" not in report + told.err


CATALOGUE = """<TS version="2.1" language="zh_CN"><context><name>Instance</name><message>
<source>Desktop Assist is not running.</source><translation>还没有启动。</translation>
</message></context></TS>"""


@pytest.mark.parametrize(
    ("catalogue", "sentence"),
    [(CATALOGUE, "还没有启动。"), ("<TS", "Desktop Assist is not running.")],
    ids=["whole", "damaged"],
)
def test_sentences_come_in_chinese_where_there_is_a_catalogue(
    home: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    catalogue: str,
    sentence: str,
) -> None:
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "desktop_assist_zh_CN.ts").write_text(catalogue, "utf-8")
    monkeypatch.setattr("desktop_assist.cli.speech.resources", lambda: tmp_path)
    assert main(["--home", str(home), "--language", "zh_CN", "status"]) == 1
    assert capsys.readouterr().err.splitlines()[0] == sentence


def test_the_saved_language_is_spoken(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    storage = AtomicStorage(Home(home).settings, datetime.date.today)
    SettingsStore(storage).save(Settings(language="zh_CN"))
    assert Speech(Home(home), None).language == "zh_CN"
    assert Speech(Home(home), "system").language == "en"


_NO_QT = """
import sys
from desktop_assist.__main__ import main
code = main(sys.argv[1:])
loaded = [name for name in ("PySide6", "numpy", "pypinyin") if name in sys.modules]
sys.exit(f"loaded {loaded}" if loaded else code)
"""


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("show", "own-2", "--json"),
        ("search", "退款"),
        ("render", "own-2"),
        ("check", "--format", "json"),
        ("status", "--json"),
        ("palette",),
        ("lint", str(ROOT / "snippets" / "en-cross-border")),
        ("rule", "test", str(ROOT / "resources" / "rules" / "any" / "placeholders.yaml")),
    ],
    ids=lambda words: words[0],
)
def test_no_command_but_the_tray_loads_qt(home: Path, words: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", _NO_QT, "--home", str(home), *words]
    told = _process(command, input="您好")
    assert "loaded" not in told.stderr
    assert told.returncode in (0, 1)


def _process(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **options.pop("environment", {}), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, check=False, **options
    )


def test_output_is_utf_8_whatever_the_locale(home: Path) -> None:
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "desktop_assist", "--home", str(home), "show", "own-2"]
    told = _process(command, environment=locale)
    assert "您好👋，在的。" in told.stdout
    assert told.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no broken pipes of this kind")
def test_a_reader_that_has_had_enough_is_no_error(home: Path) -> None:
    program = f"{sys.executable} -m desktop_assist --home '{home}' list --json"
    told = _process(["bash", "-c", f"{program} | head -n 1; echo ${{PIPESTATUS[0]}}"], cwd=ROOT)
    assert told.stdout.splitlines() == ["[", "0"]
    assert told.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk always full")
def test_a_result_that_finds_no_room_is_a_sentence(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "desktop_assist", "--home", str(home), "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    assert ended.returncode == 2
    assert ended.stderr.decode().splitlines() == [
        "The result could not be written: the disk is full.",
        "Make room there, or send it to another place.",
    ]


def test_the_tray_without_a_screen_is_a_sentence(home: Path) -> None:
    bare = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    command = [sys.executable, "-m", "desktop_assist", "--home", str(home), "--language", "en"]
    told = _process(command, environment=bare)
    assert told.returncode == 2
    assert told.stderr.splitlines()[0] == "There is no screen here for the tray and the windows."
