"""What leads and the owner do: publish, be stopped, withdraw, hand out keys and take them back."""

from __future__ import annotations

import datetime
import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_assist.channel.limits import DEFAULT_LIMITS
from desktop_assist.channel.lock import LOCK, PublishingLock
from desktop_assist.channel.pack_zip import pack_files, unzipped, zipped
from desktop_assist.channel.places import open_place
from desktop_assist.channel.signed.keys import write_key_file
from desktop_assist.channel.signed.owner import Owner
from desktop_assist.channel.signed.publisher import Words
from desktop_assist.channel.signed.repair import Repair
from desktop_assist.core.checking.findings import Finding
from desktop_assist.errors import AssistError
from tests.e2e.stage.channel import Team, finds_nothing, never_waits, now, write_pack

ONE = {"hello": "您好", "price": "全网最低"}


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    made.found()
    return made


def forbids_lowest(text: str) -> list[Finding]:
    at = text.find("最低")
    if at < 0:
        return []
    return [Finding("ad.lowest", "ads", "block", at, at + 2, "最低", "不能这样说")]


def test_the_same_pack_gives_the_same_bytes_and_comes_out_whole(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack", "shop", ONE)
    (folder / "images").mkdir()
    (folder / "images" / "尺码表 (1).png").write_bytes(b"\x89PNG")
    (folder / "notes.docx").write_bytes(b"x")
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_bytes(b"x")
    read = pack_files(folder, DEFAULT_LIMITS)
    copy = write_pack(tmp_path / "copy", "shop", ONE)
    (copy / "images").mkdir()
    (copy / "images" / "尺码表 (1).png").write_bytes(b"\x89PNG")
    assert zipped(read.files) == zipped(pack_files(copy, DEFAULT_LIMITS).files)
    assert unzipped(zipped(read.files), DEFAULT_LIMITS) == read.files
    assert read.left_out == ("notes.docx",)
    assert set(read.files) == {"pack.yaml", "snippets/replies.yaml", "images/尺码表 (1).png"}


@pytest.mark.parametrize(
    "name", ["con.png", "x\u202egnp.png", "a\\b.png", "店" * 80 + ".png", "e\u0301.png"]
)
def test_a_file_s_name_must_fit_every_computer(tmp_path: Path, name: str) -> None:
    folder = write_pack(tmp_path / "pack", "shop", ONE)
    (folder / "images").mkdir()
    (folder / "images" / name).write_bytes(b"x")
    with pytest.raises(AssistError, match="cannot be published") as refused:
        pack_files(folder, DEFAULT_LIMITS)
    assert "Rename" in str(refused.value.hint)


def test_the_preview_tells_what_is_new_changed_and_gone(team: Team, tmp_path: Path) -> None:
    team.publish(ONE)
    folder = write_pack(tmp_path / "desk-王芳" / "shop", "shop", {"hello": "您 好", "bye": "再见"})
    preview = team.publisher("王芳").preview(folder, finds_nothing)
    assert [one.id for one in preview.new] == ["bye"]
    assert [one.id for one in preview.gone] == ["price"]
    assert preview.changed == ()  # it differs in space alone
    assert preview.manifest.version == "2"
    assert not preview.is_same


def test_publishing_counts_the_version_up_and_writes_it_back(team: Team, tmp_path: Path) -> None:
    team.publish(ONE)
    team.publish({"hello": "您好呀"}, words=Words("问候更亲切"))
    manifest = (tmp_path / "desk-王芳" / "shop" / "pack.yaml").read_text("utf-8")
    assert 'version: "2"' in manifest
    listed = team.read_list("main").signed.targets
    custom = listed["main/shop.2.zip"].custom
    assert (custom["version"], custom["notes"], custom["by"]) == ("2", "问候更亲切", "王芳")
    before = team.list_file("timestamp").read_bytes()
    team.publish({"hello": "您好呀"})
    assert team.list_file("timestamp").read_bytes() == before  # nothing has changed


def test_a_forbidden_wording_stops_it_unless_a_reason_is_recorded(
    team: Team, tmp_path: Path
) -> None:
    folder = write_pack(tmp_path / "shop", "shop", ONE)
    publisher = team.publisher("王芳")
    preview = publisher.preview(folder, forbids_lowest)
    assert [one.finding.text for one in preview.blocking] == ["最低"]
    with pytest.raises(AssistError, match="a rule forbids"):
        publisher.publish([preview], Words())
    assert not list(team.share.rglob("*.zip"))
    publisher.publish([preview], Words(overruled="活动期内属实"))
    custom = team.read_list("main").signed.targets["main/shop.1.zip"].custom
    assert custom["overruled"] == {"rules": ["ad.lowest"], "why": "活动期内属实"}


def test_a_pack_with_faults_is_not_published(team: Team, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "shop", "shop", {"hello": "您好 {{ nobody }}"})
    publisher = team.publisher("王芳")
    with pytest.raises(AssistError, match="has 1 faults") as refused:
        publisher.publish([publisher.preview(folder, finds_nothing)], Words("", "because"))
    assert "lint" in str(refused.value.hint)
    with pytest.raises(AssistError, match="not a folder"):
        publisher.preview(tmp_path / "nowhere", finds_nothing)


def test_two_leads_of_a_team_do_not_undo_each_other(team: Team, tmp_path: Path) -> None:
    team.invite("李雷", "main")
    team.publish(ONE)
    mine = write_pack(tmp_path / "mine", "shop", {**ONE, "hello": "您好，亲"})
    early = team.publisher("李雷").preview(mine, finds_nothing)
    assert early.rival == "王芳"

    # WHEN 王芳 publishes while 李雷 looks at his preview
    team.publish({**ONE, "bye": "再见"})
    with pytest.raises(AssistError, match="王芳 has published"):
        team.publisher("李雷").publish([early], Words(over=True))

    # THEN he sees her changes in a new preview, and has to say that he means it
    again = team.publisher("李雷").preview(mine, finds_nothing)
    assert [one.id for one in again.gone] == ["bye"]
    with pytest.raises(AssistError, match="王芳 has published"):
        team.publisher("李雷").publish([again], Words())
    assert team.publisher("李雷").publish([again], Words(over=True))


def test_two_leads_who_publish_at_once_both_get_through(team: Team, tmp_path: Path) -> None:
    team.invite("李雷", "main")
    team.invite("韩梅", "vip")
    failures: list[BaseException] = []

    def publish(lead: str) -> None:
        publisher = team.publisher(lead, threading.Event().wait)
        try:
            for number in range(4):
                folder = write_pack(tmp_path / lead / str(number), f"p{number}-{ord(lead[0])}", ONE)
                publisher.publish([publisher.preview(folder, finds_nothing)], Words())
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=publish, args=(lead,)) for lead in ("王芳", "李雷", "韩梅")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
    team.subscribe()
    result = team.sync()
    assert not result.problems
    assert len(result.changes) == 12
    assert not (team.share / LOCK).exists()


class Minutes:
    """A clock that moves when someone waits."""

    def __init__(self) -> None:
        self.now = now()

    def __call__(self) -> datetime.datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += datetime.timedelta(seconds=seconds)


def test_a_lock_is_waited_for_and_an_abandoned_one_taken_over(tmp_path: Path) -> None:
    place, clock = open_place(str(tmp_path)), Minutes()
    (tmp_path / "metadata").mkdir()

    def lock(who: str) -> PublishingLock:
        return PublishingLock(place, who, clock, clock.wait)

    first = lock("王芳")
    first.__enter__()  # and is killed before it lets go
    with pytest.raises(AssistError, match="王芳 has been publishing since"), lock("李雷"):
        pass
    clock.wait(11 * 60)
    with lock("李雷") as taken:
        taken.check()
        with pytest.raises(AssistError, match="Someone else began"):
            first.check()
    assert not (tmp_path / LOCK).exists()
    (tmp_path / LOCK).write_bytes(b"{")
    with pytest.raises(AssistError, match="remove"), lock("李雷"):
        pass


def test_another_team_s_pack_cannot_be_published_over(team: Team) -> None:
    team.invite("李雷", "vip")
    team.publish(ONE)
    with pytest.raises(AssistError, match="belongs to the team “main”"):
        team.publish({"hello": "喂"}, lead="李雷")


def test_a_replaced_key_publishes_no_more_and_the_packs_stay(team: Team) -> None:
    team.publish(ONE)
    team.subscribe()
    team.sync()
    stolen = team.leads["王芳"]
    fresh = team.owner().replace_lead("王芳")
    with pytest.raises(AssistError, match="may not publish here any more"):
        team.publish({"hello": "x"})
    assert fresh is not None
    team.leads["王芳"] = fresh
    team.publish({**ONE, "hello": "您好，新钥匙"})
    assert not team.sync().problems
    assert team.replies()["shop/hello"] == "您好，新钥匙"

    # AND what the stolen key signs from now on counts for nothing
    team.leads["王芳"] = stolen
    team.forge("main", lambda one: one.targets.clear(), [team.key("王芳")])
    assert "not signed" in str(team.sync().problems[0])
    assert team.replies()["shop/hello"] == "您好，新钥匙"


def test_a_removed_lead_is_out_and_unknown_names_are_told(team: Team) -> None:
    team.invite("李雷", "vip")
    assert team.owner().replace_lead("李雷", remove=True) is None
    with pytest.raises(AssistError, match="may not publish here any more"):
        team.publish(ONE, lead="李雷")
    with pytest.raises(AssistError, match="no lead “李雷”") as told:
        team.owner().replace_lead("李雷")
    assert "王芳" in str(told.value.hint)
    with pytest.raises(AssistError, match="is a lead of this channel already"):
        team.invite("王芳", "vip")
    with pytest.raises(AssistError, match="cannot be the name of a team"):
        team.invite("小明", "../x")


def test_the_owner_s_key_can_be_replaced_and_old_invites_still_work(team: Team) -> None:
    team.publish(ONE)
    team.subscribe()
    team.sync()
    made = team.owner().fresh()
    team.owner().replace_owner(made)
    with pytest.raises(AssistError, match="not the owner's key"):
        team.owner().invite("李雷", "vip")
    access = team.access("owner", made, never_waits)
    team.leads["李雷"] = Owner(access, made).invite("李雷", "vip")
    team.publish({"gift": "礼品"}, "gifts", "李雷")
    assert not team.sync().problems
    assert "gifts/gift" in team.replies()
    newcomer = Team(team.base / "new")
    newcomer.made = team.made
    newcomer.address = str(team.share)
    newcomer.subscribe()
    assert not newcomer.sync().problems
    assert newcomer.replies() == team.replies()


def test_an_owner_s_key_under_a_password_opens_with_it_alone(team: Team, tmp_path: Path) -> None:
    made = team.owner().fresh("长长的口令")
    team.owner().replace_owner(made, "长长的口令")
    computer = team.computer("owner")
    folder = computer.settle(team.made.invite, "小店", team.made.root)
    with pytest.raises(AssistError, match="does not open"):
        computer.access(folder, made, never_waits, "wrong")
    with pytest.raises(AssistError, match="does not open"):
        computer.access(folder, made, never_waits)
    access = computer.access(folder, made, never_waits, "长长的口令")
    assert Owner(access, made).invite("李雷", "vip").team == "vip"


def test_only_one_channel_fits_a_place(team: Team) -> None:
    with pytest.raises(AssistError, match="a channel at this place already"):
        team.found()


def restored(team: Team, lose: Callable[[Team], object]) -> None:
    """The channel is put back to version 1, where agents and the lead have seen version 3."""
    team.publish(ONE)
    copy = team.backup("old")
    team.subscribe()
    team.publish({**ONE, "hello": "二"})
    team.publish({**ONE, "hello": "三"})
    assert not team.sync().problems
    team.restore(copy)
    lose(team)


@pytest.mark.parametrize(
    "lose",
    [
        lambda team: None,
        lambda team: (team.share / "metadata" / "1.root.json").unlink(),
        lambda team: [one.unlink() for one in (team.share / "targets").rglob("*.zip")],
    ],
    ids=["only old", "without its keys", "without its packs"],
)
def test_a_channel_restored_from_a_backup_is_repaired(
    team: Team, lose: Callable[[Team], object]
) -> None:
    restored(team, lose)
    assert "older than what this computer has seen" in str(team.sync().problems[0])
    publisher = team.publisher("王芳")
    folder = team.base / "desk-王芳" / "shop"
    with pytest.raises(AssistError, match=r"older than what this computer has seen|damaged"):
        publisher.preview(folder, finds_nothing)

    said = Repair(publisher.access).repair()

    assert "repaired" in str(said)
    assert not team.sync().problems
    assert team.replies()["shop/hello"] == "三"
    team.publish({**ONE, "hello": "四"})
    team.sync()
    assert team.replies()["shop/hello"] == "四"


def test_the_owner_repairs_what_a_lead_cannot(team: Team) -> None:
    team.invite("李雷", "vip")
    copy = team.backup("old")
    team.publish({"gift": "礼品"}, "gifts", "李雷")
    team.publish(ONE)
    team.subscribe()
    team.sync()
    team.restore(copy)
    owner = team.owner()
    owner.access.memory.remember(team.publisher("王芳").access.memory.desk().seen, {})
    assert "repaired" in str(Repair(owner.access).repair())
    assert not team.sync().problems


def test_withdrawing_takes_a_pack_back_and_names_what_there_is(team: Team) -> None:
    team.publish(ONE)
    team.subscribe()
    team.sync()
    with pytest.raises(AssistError, match="has no pack “shp”") as told:
        team.publisher("王芳").withdraw(["shp"])
    assert "shop" in str(told.value.hint)
    team.publisher("王芳").withdraw(["shop"])
    result = team.sync()
    assert [(str(one.message), len(one.gone)) for one in result.changes] == [
        ("话术 shop: withdrawn.", 2)
    ]
    assert team.replies() == {}


def test_key_files_are_for_their_owner_s_eyes_and_hold_the_way_back(team: Team) -> None:
    computer = team.computer("李雷")
    file = team.base / "李雷.key"
    write_key_file(file, team.owner().invite("李雷", "vip"))
    assert file.stat().st_mode & 0o077 == 0
    folder = computer.take_key(file)
    assert folder.lead_key.stat().st_mode & 0o077 == 0
    assert json.loads(folder.lead_key.read_bytes())["team"] == "vip"
    file.write_text("{}", "utf-8")
    with pytest.raises(AssistError, match="is no key file"):
        computer.take_key(file)
