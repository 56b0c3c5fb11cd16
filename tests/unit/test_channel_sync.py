"""An agent's side: what comes, what goes at once, the way back, and what is told meanwhile."""

from __future__ import annotations

import datetime
import errno
import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from desktop_assist.channel.held import statuses, synced_packs
from desktop_assist.channel.invite import Invite
from desktop_assist.channel.joining import Channels, next_sync
from desktop_assist.channel.names import Target, is_name
from desktop_assist.channel.places import Unreachable, open_place
from desktop_assist.channel.signed.keys import write_key_file
from desktop_assist.channel.signed.publisher import Words
from desktop_assist.core.replies.library import Library
from desktop_assist.errors import AssistError
from desktop_assist.packs.compiled import CompiledPacks
from desktop_assist.packs.reader import read_pack
from tests.e2e.stage.channel import DAY, Team, finds_nothing, never_waits, now, write_pack

ONE = {"hello": "您好", "price": "今日特价"}
TWO = {"hello": "您好呀", "bye": "再见"}


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    made.found()
    made.publish(ONE)
    made.subscribe()
    return made


def test_a_sync_tells_what_is_new_changed_and_gone(team: Team) -> None:
    assert [str(one.message) for one in team.sync().changes] == [
        "话术 shop 1: 2 new, 0 changed, 0 gone."
    ]
    team.publish(TWO, words=Words("特价已结束"))

    (change,) = team.sync().changes

    assert [one.id for one in change.new] == ["bye"]
    assert [(one.before.body, one.after.body) for one in change.changed] == [("您好", "您好呀")]
    assert [one.id for one in change.gone] == ["price"]
    assert (change.notes, change.by, change.version) == ("特价已结束", "王芳", "2")
    assert team.replies() == {"shop/hello": "您好呀", "shop/bye": "再见"}
    assert not team.sync().changes


def test_the_way_back_holds_until_something_newer_comes(team: Team) -> None:
    team.sync()
    team.publish(TWO)
    team.sync()
    change = team.subscriber().go_back("shop")
    assert [one.id for one in change.new] == ["price"]
    assert team.replies() == {"shop/hello": "您好", "shop/price": "今日特价"}
    assert not team.sync().changes
    assert team.replies()["shop/hello"] == "您好"
    team.publish({"hello": "三"})
    team.sync()
    assert team.replies() == {"shop/hello": "三"}
    team.subscriber().go_back("shop")
    team.subscriber().go_back("shop")  # and forth again
    assert team.replies() == {"shop/hello": "三"}


def test_a_withdrawn_phrase_vanishes_also_from_the_version_gone_back_to(team: Team) -> None:
    team.sync()
    team.publish(TWO)
    team.sync()
    team.subscriber().go_back("shop")
    team.publisher("王芳").withdraw(["shop/price"])
    result = team.sync()
    assert [one.id for one in result.changes[0].gone] == ["price"]
    assert team.replies() == {"shop/hello": "您好"}
    assert team.subscriber().mend() == frozenset()


def test_an_offer_begins_and_ends_without_a_sync(team: Team) -> None:
    today = datetime.date(2026, 6, 18)
    ends = ", valid_from: 2026-06-17, valid_until: 2026-06-18"
    folder = team.base / "desk-王芳" / "offers"
    write_pack(folder, "offers", {"june": "618 特惠"}, ends)
    publisher = team.publisher("王芳")
    publisher.publish([publisher.preview(folder, finds_nothing)], Words())
    team.sync()
    shutil.rmtree(team.share)
    packs = [read_pack(one).pack for top in synced_packs(team.base / "agent") for one in
             top.iterdir()]  # fmt: skip
    library = Library([pack for pack in packs if pack])

    def offered(day: datetime.date) -> list[str]:
        return [one.snippet.id for one in library.usable_on(day) if one.pack == "offers"]

    assert offered(today - 2 * DAY) == []
    assert offered(today) == ["june"]
    assert offered(today + DAY) == []
    assert team.sync().problems
    assert "shop/hello" in team.replies()


def test_the_status_tells_without_asking_anybody(team: Team) -> None:
    channels = team.base / "agent"
    (before,) = statuses(channels, now())
    assert "not fetched yet" in str(before.message)
    team.sync()
    (fine,) = statuses(channels, now())
    assert str(fine.message) == "小店: 1 packs, looked for news 0 minutes ago."
    assert not fine.is_stale
    (old,) = statuses(channels, now() + 60 * DAY)
    assert old.is_stale
    assert "may be out of date" in str(old.message)
    shutil.move(team.share, team.base / "unplugged")
    team.sync()
    (broken,) = statuses(channels, now())
    assert "is not there" in str(broken.message)
    shutil.move(team.base / "unplugged", team.share)
    team.sync()
    assert statuses(channels, now())[0].problem is None


def test_damaged_packs_are_noticed_and_unpacked_again(team: Team) -> None:
    team.sync()
    (folder,) = synced_packs(team.base / "agent")
    file = folder / "shop" / "snippets" / "replies.yaml"
    file.write_text(file.read_text("utf-8").replace("您好", "滚开"), "utf-8")
    (folder / "shop" / "snippets" / "extra.yaml").write_text("format: 1\nsnippets: []\n", "utf-8")
    assert team.subscriber().mend() == frozenset()
    assert team.replies() == {"shop/hello": "您好", "shop/price": "今日特价"}
    assert not team.sync().changes

    # AND where the zip is damaged too it is fetched again; until then nothing vanishes
    (folder,) = synced_packs(team.base / "agent")
    file = folder / "shop" / "snippets" / "replies.yaml"
    file.write_text(file.read_text("utf-8").replace("您好", "坏的"), "utf-8")
    (archive,) = team.agent.zips.iterdir()
    archive.write_bytes(b"damaged")
    lost = team.subscriber().mend()
    assert lost == {"shop"}
    assert set(team.replies()) == {"shop/hello", "shop/price"}
    result = team.subscriber().sync(lost)
    assert not result.problems
    assert team.replies() == {"shop/hello": "您好", "shop/price": "今日特价"}
    assert team.subscriber().mend() == frozenset()


@pytest.mark.parametrize("name", ["held.json", "first-root.json", "trust/timestamp.json",
                                  "trust/snapshot.json", "trust/main.json"])  # fmt: skip
@pytest.mark.parametrize("damage", [b"", b"{", b"\x00" * 5_000, None])
def test_a_damaged_file_of_ours_is_made_anew(team: Team, name: str, damage: bytes | None) -> None:
    team.sync()
    file = team.agent.path / name
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
    first = team.sync()
    if name == "first-root.json" and damage is not None:
        assert first.problems
        assert team.replies() == {"shop/hello": "您好", "shop/price": "今日特价"}
        team.subscribe()
    assert not team.sync().problems
    assert team.replies() == {"shop/hello": "您好", "shop/price": "今日特价"}


def test_a_full_disk_costs_the_news_only(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    team.sync()
    team.publish(TWO)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        result = team.sync()
    assert "the disk is full" in str(result.problems[0])
    assert team.replies() == {"shop/hello": "您好", "shop/price": "今日特价"}
    assert not team.sync().problems
    assert team.replies()["shop/bye"] == "再见"


def test_only_one_sync_runs_at_a_time(team: Team) -> None:
    with FileLock(team.agent.path / "sync.lock"):
        assert "being synced already" in str(team.sync().problems[0])
    assert not team.sync().problems


def test_the_invite_names_this_channel_and_no_other(team: Team, tmp_path: Path) -> None:
    text = str(team.made.invite)
    assert Invite.parse(f"  “{text}”\n") == team.made.invite
    other = Team(tmp_path / "other")
    other.found()
    moved = Invite(str(other.share), 1, team.made.invite.fingerprint)
    with pytest.raises(AssistError, match="is not the channel that the invite means"):
        team.computer("agent").subscribe(str(moved))
    for broken in (text[:-1], text.replace("#", ""), "", "https://x", text + "x"):
        with pytest.raises(AssistError, match="not a whole invite"):
            team.computer("agent").subscribe(broken)
    with pytest.raises(AssistError, match="is not there"):
        team.computer("agent").subscribe(str(Invite(str(tmp_path / "no"), 1, "A" * 43)))


def test_packs_are_compiled_while_they_are_synced(team: Team, tmp_path: Path) -> None:
    compiled = CompiledPacks(tmp_path / "cache")
    channels = Channels(team.base / "agent", now, compiled.read_pack)
    ((_, result),) = channels.sync()
    assert not result.problems
    assert len(list((tmp_path / "cache").glob("*.json"))) == 1


@pytest.mark.parametrize("path", ["main/shop.7.zip", "team-1/a-b.123456789.zip"])
def test_a_version_s_path_reads_back(path: str) -> None:
    target = Target.parse(path)
    assert str(target) == path


@pytest.mark.parametrize(
    "name", ["", "-a", "a-", "A", "con", "com1", "root", "a" * 64, "店", "a.b"]
)
def test_a_name_that_fits_not_everywhere_is_none(name: str) -> None:
    assert not is_name(name)


def test_a_lead_s_computer_signs_anew_before_agents_are_told(team: Team) -> None:
    lead = team.computer("王芳")
    folder = lead.take_key(kept(team))
    lead.subscriber(folder).sync()
    assert not lead.renew(folder, never_waits)
    team.clock = lambda: now() + 30 * DAY
    assert team.computer("王芳").renew(folder, never_waits)
    team.sync()
    (status,) = statuses(team.base / "agent", now() + 60 * DAY)
    assert not status.is_stale
    assert not team.computer("agent").renew(team.agent, never_waits)


def kept(team: Team) -> Path:
    file = team.base / "lead.key"
    write_key_file(file, team.leads["王芳"])
    return file


def test_computers_do_not_ask_together() -> None:
    rests = [next_sync(chance) for chance in (0, 0.5, 1)]
    assert [one.total_seconds() for one in rests] == [720, 900, 1080]


@pytest.mark.parametrize("address", ["memory://names/channel", ""])
def test_a_place_tells_what_lies_in_a_folder(tmp_path: Path, address: str) -> None:
    pytest.importorskip("fsspec")
    place = open_place(address or str(tmp_path / "share"))
    if not address:
        with pytest.raises(Unreachable, match="is not there"):
            place.names("inbox")  # a share that is not connected is no empty one
    place.write("metadata/1.root.json", b"x")
    assert place.names("inbox") == []
    place.write("inbox/one", b"1")
    place.write("inbox/two", b"2")
    assert sorted(place.names("inbox")) == ["one", "two"]


def test_a_bucket_holds_a_channel_as_a_folder_does(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    made = Team(tmp_path, address="memory://bucket/channel")
    made.found()
    made.publish(ONE)
    made.publish(TWO)
    made.subscribe()
    assert not made.sync().problems
    assert made.replies() == {"shop/hello": "您好呀", "shop/bye": "再见"}
    result = made.sync()
    assert (result.changes, result.requests) == ((), 2)
    made.address = "memory://bucket/nothing"
    assert made.sync().problems
    assert "shop/hello" in made.replies()
