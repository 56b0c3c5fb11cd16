"""`channel history`, `rollback` and `limits` as leads and agents type them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.stage.channel import write_pack
from tests.unit.cli_stage import Run, shown


@pytest.fixture
def pack(channel: Run, tmp_path: Path) -> Path:
    """Three versions that a lead has published, and an agent who has the newest."""
    channel("lead", "create", "小店", tmp_path / "share", "--lead", "王芳")
    folder = tmp_path / "pack"
    for number, word in enumerate(("您好", "您好呀", "哈喽"), 1):
        write_pack(folder, "shop", {"hello": word, f"r{number}": "今日"})
        assert channel("lead", "publish", folder, "--yes", "--notes", f"第{number}次")[0] == 0
    assert channel("a", "subscribe", channel("lead", "invite")[1].strip())[0] == 0
    return folder


def test_a_lead_reads_the_history_and_the_differences(channel: Run, pack: Path) -> None:
    code, out, _ = channel("lead", "history", "shop")
    assert code == 0
    first, note, *_ = out.splitlines()
    assert first.startswith("3  20")
    assert first.endswith("王芳  1 new, 1 changed, 1 gone")
    assert note == "  第3次"
    code, out, _ = channel("lead", "history", "shop", "--from", "1", "--to", "3")
    assert out.splitlines() == [
        "From 1 to 3: 1 new, 1 changed, 1 gone.",
        "  + r3 (r3)",
        "  ~ hello (hello): body",
        "      - 您好",
        "      + 哈喽",
        "  - r1 (r1)",
    ]
    told = json.loads(channel("lead", "history", "shop", "--json")[1])
    assert [(one["version"], one["by"], one["kept"]) for one in told] == [
        ("3", "王芳", True),
        ("2", "王芳", True),
        ("1", "王芳", True),
    ]
    told = json.loads(channel("lead", "history", "shop", "--from", "2", "--json")[1])
    assert told["changed"] == [
        {"id": "hello", "fields": {"body": {"before": "您好呀", "after": "哈喽"}}}
    ]


def test_a_lead_rolls_back_and_agents_follow(channel: Run, pack: Path, tmp_path: Path) -> None:
    code, _, err = channel("lead", "rollback", "shop", "--to", "1")
    assert code == 2
    assert "--yes" in err
    code, out, _ = channel("lead", "rollback", "shop", "--to", "1", "--yes")
    assert code == 0
    assert "Published: 话术 shop 4: 1 new, 1 changed, 1 gone." in out
    assert "Your own folder of the pack is as it was" in out
    code, out, _ = channel("a", "sync")
    assert "  Back to version 1." in out
    assert shown(tmp_path / "a")["hello"] == "您好"
    assert "  Brought version 1 back." in channel("lead", "history", "shop")[1]
    assert channel("lead", "history", "shop", "--save", "3", tmp_path / "three")[0] == 0
    assert "哈喽" in (tmp_path / "three" / "snippets" / "replies.yaml").read_text("utf-8")
    assert channel("lead", "rollback", "shop", "--to", "9", "--yes")[0] == 1


def test_an_agent_reads_what_the_own_computer_holds(channel: Run, pack: Path) -> None:
    out = channel("a", "history", "shop")[1]
    assert [line[:1] for line in out.splitlines() if not line.startswith(" ")] == ["3"]
    code, _, err = channel("a", "rollback", "shop", "--to", "1", "--yes")
    assert code == 2
    assert "no key to publish with" in err


def test_an_agent_leaves_and_a_lead_only_with_the_keys(
    channel: Run, pack: Path, tmp_path: Path
) -> None:
    assert channel("a", "leave")[0] == 0
    assert shown(tmp_path / "a") == {}
    assert "knows no channel yet" in channel("a", "sync")[2]
    code, _, err = channel("lead", "leave")
    assert code == 2
    assert "A key to publish with" in err
    assert channel("lead", "leave", "--with-keys")[0] == 0


def test_limits_are_shown_and_set(channel: Run, tmp_path: Path) -> None:
    out = channel("a", "limits")[1]
    assert "versions: 20\n  versions of each pack whose content stays in the channel\n" in out
    assert "depth: 4\n" in out
    assert channel("a", "limits", "versions", "30")[1].startswith("versions: 30 (20)\n")
    assert channel("a", "limits", "versions")[1].startswith("versions: 30 (20)\n")
    assert json.loads(channel("a", "limits", "--json")[1])["versions"] == 30
    assert channel("a", "limits", "versions", "default")[1].startswith("versions: 20\n")
    for words, sentence in (
        (("versions", "viele"), "is no number"),
        (("depth", "1000"), "cannot be 1000"),
        (("frob",), "no limit “frob”"),
    ):
        code, _, err = channel("a", "limits", *words)
        assert code == 2
        assert sentence in err
