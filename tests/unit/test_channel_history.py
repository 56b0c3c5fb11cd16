"""A pack's versions: told, compared, brought back by publishing forward, and kept within limits."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.channel.joining import Channels
from desktop_assist.channel.limits import DEFAULT_LIMITS
from desktop_assist.channel.set_limits import limits_file, read_limits, set_limit
from desktop_assist.channel.signed.keys import write_key_file
from desktop_assist.channel.signed.lead_history import LeadHistory
from desktop_assist.channel.signed.publisher import Words
from desktop_assist.channel.signed.repair import Repair
from desktop_assist.core.checking.findings import Finding
from desktop_assist.errors import AssistError
from desktop_assist.packs.compiled import CompiledPacks
from tests.e2e.stage.channel import Team, finds_nothing, now, write_pack

ONE = {"hello": "您好", "price": "今日特价"}
TWO = {"hello": "您好呀", "bye": "再见"}
THREE = {"hello": "您好呀", "bye": "再见，祝好"}


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    made.found()
    return made


@pytest.fixture
def grown(team: Team) -> Team:
    """Three versions of one pack."""
    team.publish(ONE, words=Words("第一版"))
    team.publish(TWO, words=Words("特价已结束"))
    team.publish(THREE)
    return team


def history(team: Team) -> LeadHistory:
    return LeadHistory(team.publisher("王芳").access)


def roll_back(team: Team, version: str, words: Words | None = None) -> None:
    publisher = team.publisher("王芳")
    preview = publisher.rollback_preview("shop", version, finds_nothing)
    publisher.publish([preview], words or Words())


def test_every_version_is_told_with_its_date_lead_notes_and_counts(grown: Team) -> None:
    versions = history(grown).versions("shop")
    assert [(one.version, one.notes, one.new, one.changed, one.gone) for one in versions] == [
        ("3", "", 0, 1, 0),
        ("2", "特价已结束", 1, 1, 1),
        ("1", "第一版", 2, 0, 0),
    ]
    assert {one.by for one in versions} == {"王芳"}
    assert all(one.at.startswith(f"{now():%Y-%m-}") and one.is_kept for one in versions)
    assert history(grown).packs() == ("shop",)


def test_agents_fetch_a_list_of_the_newest_versions_alone(grown: Team) -> None:
    assert list(grown.read_list("main").signed.targets) == ["main/shop.3.zip"]
    size = grown.list_file("main").stat().st_size
    for number in range(6):
        grown.publish({"hello": f"第{number}版"})
    assert grown.list_file("main").stat().st_size - size < 200


def test_any_two_versions_are_compared_field_by_field(grown: Team) -> None:
    change = history(grown).differences("shop", "1", "3")
    assert [one.id for one in change.new] == ["bye"]
    assert [one.id for one in change.gone] == ["price"]
    (hello,) = change.changed
    assert (hello.fields, hello.before.body, hello.after.body) == (("body",), "您好", "您好呀")
    back = history(grown).differences("shop", "3", "2")
    assert [(one.before.body, one.after.body) for one in back.changed] == [("再见，祝好", "再见")]


def test_what_is_not_there_is_told_with_what_is(grown: Team) -> None:
    with pytest.raises(AssistError, match="has no version “9”") as told:
        history(grown).differences("shop", "9", "3")
    assert "3, 2, 1" in str(told.value.hint)
    with pytest.raises(AssistError, match="has no pack “shp”") as told:
        history(grown).versions("shp")
    assert "shop" in str(told.value.hint)


def test_the_reason_of_an_overruled_finding_stays_in_the_history(team: Team) -> None:
    def forbids(text: str) -> list[Finding]:
        at = text.find("特价")
        return [Finding("ad.offer", "ads", "block", at, at + 2, "特价", "x")] if at >= 0 else []

    folder = write_pack(team.base / "desk-王芳" / "shop", "shop", ONE)
    publisher = team.publisher("王芳")
    publisher.publish([publisher.preview(folder, forbids)], Words(overruled="活动期内属实"))
    team.publish(TWO)
    old = history(team).versions("shop")[1]
    assert (old.overruled, old.why) == (("ad.offer",), "活动期内属实")

    # AND bringing it back is checked as any publish is
    preview = publisher.rollback_preview("shop", "1", forbids)
    with pytest.raises(AssistError, match=r"replies\.yaml:4: “特价”"):
        publisher.publish([preview], Words())
    publisher.publish([preview], Words(overruled="又有活动"))
    assert history(team).versions("shop")[0].why == "又有活动"


def test_a_rollback_is_published_forward(grown: Team) -> None:
    grown.subscribe()
    grown.sync()
    own = grown.base / "desk-王芳" / "shop"
    before = {one: one.read_bytes() for one in own.rglob("*") if one.is_file()}

    roll_back(grown, "1", Words("回到第一版"))

    (change,) = grown.sync().changes
    assert (change.version, change.notes) == ("4", "回到第一版")
    assert grown.replies() == {"shop/hello": "您好", "shop/price": "今日特价"}
    newest, *older = history(grown).versions("shop")
    assert (newest.version, newest.restores, newest.new, newest.gone) == ("4", "1", 1, 1)
    assert [one.version for one in older] == ["3", "2", "1"]
    # AND the lead's own folder is as it was, and publishes on from there
    assert {one: one.read_bytes() for one in own.rglob("*") if one.is_file()} == before
    grown.publish({"hello": "五"})
    grown.sync()
    assert grown.replies() == {"shop/hello": "五"}
    assert history(grown).versions("shop")[0].version == "5"


def test_a_rollback_to_what_is_in_force_changes_nothing(grown: Team) -> None:
    before = grown.list_file("timestamp").read_bytes()
    roll_back(grown, "3")
    assert grown.list_file("timestamp").read_bytes() == before


def test_a_rollback_brings_no_withdrawn_phrase_back(grown: Team) -> None:
    grown.subscribe()
    grown.sync()
    grown.publisher("王芳").withdraw(["shop/price"])
    roll_back(grown, "1")
    assert not grown.sync().problems
    assert grown.replies() == {"shop/hello": "您好"}


def test_a_withdrawn_pack_is_brought_back_and_counts_on(grown: Team) -> None:
    grown.subscribe()
    grown.sync()
    grown.publisher("王芳").withdraw(["shop"])
    grown.sync()
    assert grown.replies() == {}
    assert len(history(grown).versions("shop")) == 3
    roll_back(grown, "2")
    grown.sync()
    assert grown.replies() == {"shop/hello": "您好呀", "shop/bye": "再见"}
    assert [one.version for one in history(grown).versions("shop")] == ["4", "3", "2", "1"]


def test_a_rollback_stops_where_another_lead_has_published(grown: Team) -> None:
    grown.invite("李雷", "main")
    other = grown.publisher("李雷")
    early = other.rollback_preview("shop", "1", finds_nothing)
    assert early.rival == "王芳"
    grown.publish({"hello": "四"})
    with pytest.raises(AssistError, match="while you were looking"):
        other.publish([early], Words(over=True))
    with pytest.raises(AssistError, match="has published “话术 shop” since you did"):
        other.publish([other.rollback_preview("shop", "1", finds_nothing)], Words())


def test_the_last_versions_keep_their_content_and_older_ones_their_line(team: Team) -> None:
    team.limits = replace(DEFAULT_LIMITS, versions=3, history=6)
    for number in range(8):
        team.publish({"hello": f"第{number}版"})
    versions = history(team).versions("shop")
    assert [one.version for one in versions] == ["8", "7", "6", "5", "4", "3"]
    assert [one.is_kept for one in versions] == [True] * 3 + [False] * 3
    kept = sorted(int(one.name.split(".")[2]) for one in team.share.rglob("*.zip"))
    assert kept == [6, 7, 8]
    assert len(list(team.share.rglob("*.history.json"))) <= 2
    with pytest.raises(AssistError, match="no longer kept") as told:
        history(team).differences("shop", "5", "8")
    assert "8, 7, 6" in str(told.value.hint)
    team.subscribe()
    assert not team.sync().problems
    assert team.replies() == {"shop/hello": "第7版"}


def test_who_has_just_read_the_list_before_still_finds_what_it_names(grown: Team) -> None:
    grown.limits = replace(DEFAULT_LIMITS, versions=2)
    listed = grown.read_list("main").signed
    (zipped,), told = listed.targets, listed.unrecognized_fields["x-history"]["shop"]
    grown.publish({"hello": "四"})
    names = [one.name for one in (grown.share / "targets").rglob("*") if one.is_file()]
    assert zipped.partition("/")[2] in [one.partition(".")[2] for one in names]
    # AND a lead who has just read it finds the history that it names
    assert f"{told['sha256']}.shop.history.json" in names


def test_a_version_is_had_as_a_folder(grown: Team, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    history(grown).save("shop", "1", folder)
    text = (folder / "snippets" / "replies.yaml").read_text("utf-8")
    assert "今日特价" in text
    assert 'version: "1"' in (folder / "pack.yaml").read_text("utf-8")
    with pytest.raises(AssistError, match="is there already"):
        history(grown).save("shop", "2", folder)


@pytest.mark.parametrize("damage", [b"{}", b"", None])
def test_a_history_that_was_changed_stops_the_lead_and_no_agent(
    grown: Team, damage: bytes | None
) -> None:
    for file in grown.share.rglob("*.history.json"):
        if damage is None:
            file.unlink()
        else:
            file.write_bytes(damage)
    with pytest.raises(AssistError, match="damaged or was changed by a stranger"):
        history(grown).versions("shop")
    with pytest.raises(AssistError, match="damaged or was changed by a stranger"):
        grown.publish({"hello": "四"})
    grown.subscribe()
    assert not grown.sync().problems

    # AND a repair brings it back from the lead's own copies
    Repair(grown.publisher("王芳").access).repair()
    assert [one.version for one in history(grown).versions("shop")] == ["3", "2", "1"]


def test_a_history_that_nobody_has_any_more_begins_anew(grown: Team) -> None:
    access = grown.publisher("王芳").access
    for top in (grown.share, access.folder.copies):
        for file in top.rglob("*.history.json"):
            file.unlink()
    Repair(access).repair()
    assert [one.version for one in history(grown).versions("shop")] == ["3"]
    grown.publish({"hello": "四"})
    assert [one.version for one in history(grown).versions("shop")] == ["4", "3"]


@pytest.mark.parametrize(
    "pointer", [{"sha256": "../../x", "length": 3}, {"sha256": "a" * 64}, "x", 7]
)
def test_a_pointer_that_is_a_trick_is_refused(grown: Team, pointer: object) -> None:
    def change(listed: object) -> None:
        listed.unrecognized_fields["x-history"] = {"shop": pointer}  # type: ignore[attr-defined]

    grown.forge("main", change, [grown.key("王芳")])
    with pytest.raises(AssistError, match="damaged or was changed by a stranger"):
        history(grown).versions("shop")
    grown.subscribe()
    assert not grown.sync().problems


def test_an_agent_sees_the_versions_that_this_computer_holds(grown: Team) -> None:
    grown.subscribe()
    grown.sync()
    local = grown.computer("agent").history(grown.agent)
    assert [(one.version, one.new) for one in local.versions("shop")] == [("3", None)]
    grown.publish(ONE, words=Words("回来了"))
    grown.sync()
    grown.share.rename(grown.base / "unplugged")
    assert [(one.version, one.new, one.notes) for one in local.versions("shop")] == [
        ("4", 1, "回来了"),
        ("3", None, ""),
    ]
    change = local.differences("shop", "3", "4")
    assert [one.id for one in change.new] == ["price"]
    # AND goes back without any network, which the history shows in the same order
    assert grown.subscriber().go_back("shop").version == "3"
    assert grown.replies()["shop/bye"] == "再见，祝好"
    assert [one.version for one in local.versions("shop")] == ["4", "3"]
    with pytest.raises(AssistError, match="has no pack “shp”"):
        local.versions("shp")
    with pytest.raises(AssistError, match="has no version “1”"):
        local.differences("shop", "1", "4")


def test_going_back_waits_for_no_sync_and_undoes_none(grown: Team) -> None:
    grown.subscribe()
    grown.sync()
    grown.publish(ONE)
    grown.sync()
    with grown.agent.alone():
        for act in (lambda: grown.subscriber().go_back("shop"), grown.subscriber().mend):
            with pytest.raises(AssistError, match="being synced already"):
                act()
    assert grown.replies()["shop/hello"] == "您好"


def test_compiled_copies_of_old_versions_are_swept(grown: Team, tmp_path: Path) -> None:
    compiled = CompiledPacks(tmp_path / "cache")
    channels = Channels(grown.base / "agent", now, compiled.read_pack, forget=compiled.forget)
    channels.subscribe(str(grown.made.invite))
    for number in range(5):
        grown.publish({"hello": f"第{number}版"})
        assert not channels.sync()[0][1].problems
    assert len(list((tmp_path / "cache").glob("*.json"))) == 2
    channels.leave(grown.agent)
    assert not list((tmp_path / "cache").glob("*.json"))


def test_leaving_a_channel_removes_its_packs_and_no_key_unasked(grown: Team) -> None:
    computer = grown.computer("agent")
    grown.subscribe()
    grown.sync()
    computer.leave(grown.agent)
    assert grown.replies() == {}
    assert computer.sync() == ()

    file = grown.base / "lead.key"
    write_key_file(file, grown.leads["王芳"])
    folder: ChannelFolder = computer.take_key(file)
    with pytest.raises(AssistError, match="A key to publish with is kept"):
        computer.leave(folder)
    assert folder.lead_key.is_file()
    computer.leave(folder, keys=True)
    assert not folder.path.exists()


def test_limits_are_set_for_this_computer_and_wrong_ones_are_told(team: Team) -> None:
    channels = team.base / "agent"
    assert read_limits(channels) == DEFAULT_LIMITS
    assert set_limit(channels, "versions", 30).versions == 30
    assert read_limits(channels) == replace(DEFAULT_LIMITS, versions=30)
    assert set_limit(channels, "versions", None) == DEFAULT_LIMITS
    for name, value in (("versions", 1), ("depth", 99), ("pack_bytes", -5), ("files", 1.5)):
        with pytest.raises(AssistError, match="Nothing was changed") as told:
            set_limit(channels, name, value)
        assert "Choose a number from" in str(told.value.hint)
    with pytest.raises(AssistError, match="no limit “frob”"):
        set_limit(channels, "frob", 3)
    assert read_limits(channels) == DEFAULT_LIMITS


def test_a_limit_that_was_set_counts_with_the_next_sync(grown: Team) -> None:
    channels = Channels(grown.base / "agent", now, grown.computer("agent").read_pack)
    channels.subscribe(str(grown.made.invite))
    set_limit(channels.folder, "unpacked_bytes", 10_000)
    grown.publish({f"r{number}": "您好" * 20 for number in range(200)})
    ((_, result),) = channels.sync()
    assert "would swell" in str(result.problems[0])
    set_limit(channels.folder, "unpacked_bytes", None)
    ((_, result),) = channels.sync()
    assert not result.problems
    assert len(grown.replies()) == 200

    # AND a file of limits that is damaged is told, while the packs work on
    limits_file(channels.folder).write_text(json.dumps({"depth": "tief"}), "utf-8")
    ((_, result),) = channels.sync()
    assert "limits" in str(result.problems[0])
    assert len(grown.replies()) == 200


def test_notes_that_are_too_long_are_not_published(team: Team) -> None:
    with pytest.raises(AssistError, match="may have 1000 characters"):
        team.publish(ONE, words=Words("长" * 1_001))
    assert not list(team.share.rglob("*.zip"))
