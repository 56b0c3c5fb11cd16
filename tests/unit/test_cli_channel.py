"""`channel` as leads and agents type it: four verbs, and a sentence for whatever goes wrong."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from desktop_assist.__main__ import main
from tests.e2e.stage.channel import write_pack
from tests.unit.cli_stage import Run, shown


def test_from_nothing_to_three_agents(channel: Run, tmp_path: Path) -> None:
    # GIVEN a lead with a pack and a share
    pack = write_pack(tmp_path / "pack", "shop", {"hello": "您好"})
    code, out, _ = channel("lead", "create", "小店", tmp_path / "share", "--lead", "王芳")
    assert code == 0
    invite = out.splitlines()[1]
    assert "owner.key" in out
    assert channel("lead", "invite") == (0, f"{invite}\n", "")

    # WHEN it is published and three agents take the invite
    code, out, _ = channel("lead", "publish", pack, "--yes", "--notes", "第一版")
    assert code == 0
    assert "Published: 话术 shop 1: 1 new, 0 changed, 0 gone." in out
    for agent in ("a", "b", "c"):
        code, out, _ = channel(agent, "subscribe", invite)
        assert code == 0
        assert "1 new" in out
        assert "第一版" in out

    # THEN each has the replies, and the next version after a sync
    write_pack(pack, "shop", {"hello": "您好呀"})
    code, out, _ = channel("lead", "publish", pack, "--yes")
    assert "    - 您好\n      + 您好呀" in out.replace("      - ", "    - ")
    for agent in ("a", "b", "c"):
        assert channel(agent, "sync")[0] == 0
        assert shown(tmp_path / agent) == {"hello": "您好呀"}
    code, out, _ = channel("a", "status")
    assert code == 0
    assert out.startswith("小店: 1 packs, looked for news 0 minutes ago.")
    assert json.loads(channel("a", "status", "--json")[1])[0]["packs"][0]["version"] == "2"
    assert channel("a", "back", "shop")[0] == 0
    assert shown(tmp_path / "a") == {"hello": "您好"}


def test_synced_replies_are_found_by_the_other_commands(
    channel: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    channel("lead", "create", "小店", tmp_path / "share")
    pack = write_pack(tmp_path / "pack", "shop", {"greeting-of-ours": "您好，本店"})
    channel("lead", "publish", pack, "--yes")
    channel("a", "subscribe", channel("lead", "invite")[1].strip())
    assert main(["--home", str(tmp_path / "a"), "show", "shop/greeting-of-ours"]) == 0
    assert "您好，本店" in capsys.readouterr().out


def test_a_lead_is_let_in_and_put_out_again(channel: Run, tmp_path: Path) -> None:
    channel("lead", "create", "小店", tmp_path / "share", "--owner-key", tmp_path / "stick.key")
    code, _, err = channel("lead", "invite", "李雷", "--team", "vip")
    assert code == 2
    assert "owner's key is not on this computer" in err
    stick = ("--owner-key", tmp_path / "stick.key")
    assert channel("lead", "invite", "李雷", "--team", "vip", *stick)[0] == 0
    code, _, err = channel("lead", "invite", "韩梅", "--out", "李雷.key", *stick)
    assert code == 2
    assert "never replaced" in err
    pack = write_pack(tmp_path / "gifts", "gifts", {"gift": "礼品"})
    assert channel("li", "subscribe", "李雷.key")[0] == 0
    assert channel("li", "publish", pack, "--yes")[0] == 0
    assert channel("lead", "replace-key", "李雷", "--remove", *stick)[0] == 0
    write_pack(pack, "gifts", {"gift": "新礼品"})
    code, _, err = channel("li", "publish", pack, "--yes")
    assert code == 2
    assert "may not publish here any more" in err
    assert channel("lead", "replace-key", *stick)[0] == 0  # the owner's own
    assert not (tmp_path / "stick.key.new").exists()


def test_what_is_forbidden_or_broken_is_not_published(channel: Run, tmp_path: Path) -> None:
    channel("lead", "create", "小店", tmp_path / "share")
    pack = write_pack(tmp_path / "pack", "shop", {"best": "全网最低价，加微信 abc12345"})
    code, _, err = channel("lead", "publish", pack, "--yes")
    assert code == 1
    assert "a rule forbids" in err
    assert "replies.yaml:3" in err
    assert not list((tmp_path / "share").rglob("*.zip"))
    assert channel("lead", "publish", pack, "--yes", "--overrule", "法务已核对")[0] == 0
    (pack / "snippets" / "replies.yaml").write_text("format: 1\nsnippets: [", "utf-8")
    code, _, err = channel("lead", "publish", pack, "--yes")
    assert code == 1
    assert "faults and was not published" in err
    code, _, err = channel("lead", "publish", tmp_path / "nowhere", "--yes")
    assert code == 2
    assert "is not a folder" in err


def test_nobody_agreed_and_nothing_went_out(
    channel: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel("lead", "create", "小店", tmp_path / "share")
    pack = write_pack(tmp_path / "pack", "shop", {"hello": "您好"})
    code, out, err = channel("lead", "publish", pack)
    assert code == 2
    assert "1 new" in out
    assert "--yes" in err
    assert channel("lead", "publish", pack, "--dry-run")[0] == 0
    assert not list((tmp_path / "share").rglob("*.zip"))


def test_withdrawing_renewing_and_repairing(channel: Run, tmp_path: Path) -> None:
    channel("lead", "create", "小店", tmp_path / "share")
    pack = write_pack(tmp_path / "pack", "shop", {"hello": "您好", "price": "特价"})
    channel("lead", "publish", pack, "--yes")
    channel("a", "subscribe", channel("lead", "invite")[1].strip())
    shutil.copytree(tmp_path / "share", tmp_path / "backup")
    assert channel("lead", "publish", "--withdraw", "shop/price")[0] == 0
    assert channel("lead", "publish")[0] == 0
    assert channel("a", "sync")[0] == 0
    assert shown(tmp_path / "a") == {"hello": "您好"}
    shutil.rmtree(tmp_path / "share")
    shutil.copytree(tmp_path / "backup", tmp_path / "share")
    code, _, err = channel("a", "sync")
    assert code == 1
    assert "channel repair" in err
    assert channel("a", "status")[0] == 1
    assert channel("lead", "repair")[0] == 0
    assert channel("a", "sync")[0] == 0
    assert shown(tmp_path / "a") == {"hello": "您好"}


def test_a_channel_moves_with_its_agents_and_its_lead(channel: Run, tmp_path: Path) -> None:
    channel("lead", "create", "小店", tmp_path / "share")
    pack = write_pack(tmp_path / "pack", "shop", {"hello": "您好"})
    channel("lead", "publish", pack, "--yes")
    invite = channel("lead", "invite")[1].strip()
    channel("a", "subscribe", invite)
    shutil.move(tmp_path / "share", tmp_path / "moved")
    assert channel("a", "sync")[0] == 1
    anew = invite.replace(str(tmp_path / "share"), str(tmp_path / "moved"))
    assert channel("lead", "subscribe", anew, "--place", tmp_path / "moved")[0] == 0
    write_pack(pack, "shop", {"hello": "您好呀"})
    assert channel("lead", "publish", pack, "--yes")[0] == 0
    assert channel("a", "subscribe", anew)[0] == 0
    assert shown(tmp_path / "a") == {"hello": "您好呀"}
    assert len(list((tmp_path / "a" / "channels").iterdir())) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["subscribe", "hello"], "not a whole invite"),
        (["sync"], "knows no channel yet"),
        (["publish"], "knows no channel yet"),
        (["create", "x", "https://example.com/x"], "nothing can be published there"),
        (["create", "x", "y", "--team", "客服"], "cannot be the name of a team"),
        (["create", "x", "gs://bucket/x"], "pip install"),
        (["frob"], "not one of the choices"),
    ],
)
def test_each_mistake_is_told_in_a_sentence(channel: Run, words: list[str], sentence: str) -> None:
    code, _, err = channel("a", *words)
    assert code == 2
    assert sentence in err
