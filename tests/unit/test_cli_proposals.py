"""`channel propose`, `proposals`, `take`, `decline` and `usage` as agents and leads type them."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import msgspec
import pytest

from desktop_assist.channel.signed.keys import write_key_file
from desktop_assist.core.replies.layers import with_edit
from desktop_assist.core.replies.operation import Kept, Operation, OwnReply
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.day_book import DayBook
from desktop_assist.store.home import Home
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.writer import Writer
from tests.e2e.stage.channel import Team
from tests.unit.cli_stage import Run

HELLO = Snippet(id="hello", title="hello", category=("售前",), body="您好")
OWN = Snippet(id="own-1", title="催付", category=("售前",), body="亲，还在为您留着呢")


@pytest.fixture
def pack(channel: Run, tmp_path: Path) -> Path:
    """A channel with a pack, and the agent `a`, who changed a reply and wrote another."""
    team = Team(tmp_path)
    team.found()
    team.publish({"hello": "您好", "bye": "再见"})
    write_key_file(tmp_path / "王芳.key", team.leads["王芳"])
    assert channel("lead", "subscribe", tmp_path / "王芳.key")[0] == 0
    assert channel("a", "subscribe", team.made.invite)[0] == 0
    layer = OwnSnippets(AtomicStorage(Home(tmp_path / "a").own_snippets, datetime.date.today)).layer
    mine = msgspec.structs.replace(HELLO, body="您好呀", hotkey="f1")
    changed = with_edit("shop/hello", HELLO, None, mine)
    states: dict[str, Kept | None] = {"shop/hello": changed, "own/own-1": OwnReply(OWN)}
    layer.apply(Operation("edit", dict.fromkeys(states), states))
    return tmp_path / "desk-王芳" / "shop"


def listed(channel: Run, *words: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(channel("lead", "proposals", "--json", *words)[1])
    return found


def test_there_and_back(channel: Run, pack: Path) -> None:
    # GIVEN a change and a new reply proposed
    code, out, _ = channel("a", "propose", "shop/hello", "--person", "李雷", "--note", "更亲切")
    assert (code, out[:20]) == (0, "“hello” is proposed ")
    assert channel("a", "propose", "own-1", "--person", "李雷")[0] == 0
    assert channel("a", "propose")[1].count("waits for your lead") == 2
    # WHEN the lead looks, each stands there with its differences
    code, out, _ = channel("lead", "proposals", "--pack", pack)
    assert code == 0
    assert "change: shop/hello “hello”, 李雷" in out
    assert "  “更亲切”\n  body:\n    - 您好\n    + 您好呀\n" in out
    assert "new: shop/own-1 “催付”, 李雷" in out
    assert "hotkey" not in out
    ids = {str(one["reply"]): str(one["id"]) for one in listed(channel)}
    # AND takes one and declines the other
    assert channel("lead", "take", ids["shop/hello"][:12])[0] == 0
    code, _, err = channel("lead", "decline", ids["shop/own-1"][:12])
    assert (code, "--because" in err) == (2, True)
    assert channel("lead", "decline", ids["shop/own-1"][:12], "--because", "有一样的了")[0] == 0
    assert channel("lead", "proposals")[1] == "There are no proposals here.\n"
    assert channel("lead", "proposals", "--answered")[1].count("  = ") == 2
    # THEN the next publish brings it, and the agent reads both answers
    code, out, _ = channel("lead", "publish", pack, "--yes", "--over")
    assert "~ hello (hello): body" in out
    out = channel("a", "propose")[1]
    assert "“hello”: taken by 王芳." in out
    assert "“催付”: declined by 王芳: 有一样的了" in out


def test_a_withdrawal_and_a_file_that_is_sent(channel: Run, pack: Path, tmp_path: Path) -> None:
    code, _, err = channel("a", "propose", "shop/bye", "--withdraw", "--person", "李雷")
    assert (code, "it gives no reason" in err) == (2, True)
    (tmp_path / "share" / "inbox").write_text("in the way")
    words = ("propose", "shop/bye", "--withdraw", "--note", "没用", "--person", "李雷")
    code, out, err = channel("a", *words, "--out", tmp_path / "sent.json")
    assert (code, "send that to your lead" in out) == (0, True)
    assert "kept on this computer" in err
    (tmp_path / "share" / "inbox").unlink()
    code, out, err = channel("lead", "proposals", tmp_path / "sent.json", pack / "pack.yaml")
    assert code == 1
    assert "withdraw: shop/bye “bye”, 李雷" in out
    assert err.startswith("pack.yaml:\nA file was not taken: it is damaged")
    (one,) = listed(channel, "--pack", pack)
    assert channel("lead", "take", one["id"])[0] == 0
    assert "id: bye" not in (pack / "snippets" / "replies.yaml").read_text("utf-8")


def test_usage_travels_only_after_consent(channel: Run, pack: Path, tmp_path: Path) -> None:
    def fail(error: AssistError) -> None:
        raise error

    today = datetime.date.today()
    book = DayBook(tmp_path / "a" / "statistics", today, Writer(fail), fail)
    book.used("shop/hello", today - datetime.timedelta(days=8), 2)
    assert "not agreed" in channel("a", "usage", "--send")[1]
    assert channel("a", "usage", "--agree")[0] == 0
    # THEN what lies before the consent is not sent
    assert channel("a", "usage", "--send")[1] == "0 weeks were sent.\n"
    state = next((tmp_path / "a" / "channels").glob("*/usage.json"))
    agreed = f"{today - datetime.timedelta(days=20)}"
    state.write_text(state.read_text().replace(f"{today}", agreed))
    assert "1  shop/hello\n1 weeks were sent." in channel("a", "usage", "--send")[1]
    assert "shop/hello" in channel("lead", "usage")[1]
    assert json.loads(channel("lead", "usage", "--json")[1])[0]["count"] == 1
    assert channel("lead", "usage", "--csv")[1].startswith("week,reply,count,senders\n2")
    assert channel("a", "usage", "--new-id")[0] == 0
    assert channel("a", "usage", "--withdraw")[0] == 0
    assert channel("lead", "usage")[1] == "No agent has sent counts for these weeks.\n"


@pytest.mark.parametrize(
    ("who", "words", "sentence"),
    [
        ("a", ["propose", "nothing"], "There is no reply “nothing”"),
        ("a", ["propose", "shop/bye", "--person", "x"], "nothing to propose"),
        ("a", ["propose", "own-1", "--pack", "other"], "is no pack of this channel"),
        ("a", ["proposals"], "no lead's key"),
        ("lead", ["take", "abc"], "no proposal “abc”"),
        ("lead", ["take", ""], "no proposal"),
        ("lead", ["decline", "abc", "--because", " "], "with a reason"),
        ("lead", ["proposals", "--pack", "nowhere"], "holds no pack"),
        ("lead", ["usage", "--weeks", "0"], "0 weeks cannot be summed up"),
        ("nobody", ["propose"], "knows no channel yet"),
    ],
)
def test_each_mistake_is_told_in_a_sentence(
    channel: Run, pack: Path, who: str, words: list[str], sentence: str
) -> None:
    code, _, err = channel(who, *words)
    assert code in (1, 2)
    assert sentence in err
