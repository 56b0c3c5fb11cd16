"""Counts for the lead: only with consent, only by reply and week, and gone when it is withdrawn."""

from __future__ import annotations

import datetime
import getpass
import json
import os
from pathlib import Path
from typing import Any

import pytest
from securesystemslib.signer import CryptoSigner

from desktop_assist.channel.proposals.inbox import REPORTS, name_of, open_inbox
from desktop_assist.channel.proposals.letter import sealed
from desktop_assist.channel.proposals.limits import InboxLimits
from desktop_assist.channel.proposals.usage import UsageReports
from desktop_assist.channel.proposals.usage_table import UsageRow, UsageTable, usage_table
from desktop_assist.core.statistics.days import Day, Days, Use
from desktop_assist.errors import AssistError
from tests.e2e.stage.channel import Team

MONDAY = datetime.date(2026, 11, 2)
LIMITS = InboxLimits()


def uses(**counts: int) -> Day:
    return Day({key.replace("__", "/"): Use(count, 99) for key, count in counts.items()}, {"ad": 2})


def day(number: int) -> datetime.date:
    return MONDAY + datetime.timedelta(days=number)


DAYS: Days = {
    day(-1): uses(shop__hello=50),
    day(0): uses(shop__hello=1),
    day(2): uses(shop__hello=2, shop__bye=1, own__secret=9, other__x=9),
    day(8): uses(shop__bye=4),
    day(15): uses(shop__hello=7),
}
"""Two finished weeks, and one that is under way on the third Wednesday."""


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    made.begin({"hello": "您好", "bye": "再见"})
    return made


def reports(team: Team, today: int = 16) -> UsageReports:
    at = datetime.datetime.combine(day(today), datetime.time(9), datetime.UTC)
    return UsageReports(team.agent, lambda: at)


def table(team: Team, weeks: int = 12) -> UsageTable:
    inbox = open_inbox(str(team.share), LIMITS)
    return usage_table(inbox, team.made.invite.fingerprint, day(16), weeks)


def files(team: Team) -> list[Path]:
    return sorted((team.share / "inbox" / "usage").glob("*"))


def test_nothing_is_sent_without_consent(team: Team) -> None:
    assert reports(team).preview(DAYS) == ()
    assert reports(team).send(DAYS) == 0
    assert not (team.share / "inbox").exists()


def test_finished_weeks_since_the_consent_are_sent_once_and_summed(team: Team) -> None:
    reports(team, 0).agree()
    assert reports(team).send(DAYS) == 2
    assert reports(team).send(DAYS) == 0
    assert table(team).rows == (
        UsageRow("2026-W46", "shop/bye", 4, 1),
        UsageRow("2026-W45", "shop/hello", 3, 1),
        UsageRow("2026-W45", "shop/bye", 1, 1),
    )
    assert table(team).as_csv().splitlines()[1] == "2026-W46,shop/bye,4,1"
    assert {one.week for one in table(team, weeks=2).rows} == {"2026-W46"}


def test_a_day_before_the_consent_is_not_counted(team: Team) -> None:
    reports(team, 1).agree()
    reports(team).send(DAYS)
    assert UsageRow("2026-W45", "shop/hello", 2, 1) in table(team).rows


def test_a_report_holds_the_counts_of_the_channel_s_replies_and_nothing_else(team: Team) -> None:
    reports(team, 0).agree()
    reports(team).send(DAYS)
    for file in files(team):
        text = file.read_text("utf-8")
        said = json.loads(text)["said"]
        assert set(said) == {"week", "channel", "counts"}
        assert set(said["counts"]) <= {"shop/hello", "shop/bye"}
        for word in (os.uname().nodename, getpass.getuser(), "secret", "您好"):
            assert f'"{word}"' not in text
    # AND the preview shows the very same before
    (team.agent.path / "usage.json").unlink()
    reports(team, 0).agree()
    shown = {one.week: one.counts for one in reports(team).preview(DAYS)}
    sent = {json.loads(one.read_text())["said"]["week"]: one for one in files(team)}
    assert shown == {week: json.loads(one.read_text())["said"]["counts"]
                     for week, one in sent.items()}  # fmt: skip


def test_who_withdraws_or_renews_is_known_no_more(team: Team) -> None:
    reports(team, 0).agree()
    reports(team).send({key: one for key, one in DAYS.items() if key < day(7)})
    # WHEN the id is renewed, the next report comes from somebody else
    reports(team).renew()
    reports(team).send(DAYS)
    keys = {json.loads(one.read_text())["key"] for one in files(team)}
    assert len(keys) == 2
    # AND neither is the key that signs proposals
    assert not (team.agent.path / "agent.key").exists()
    # WHEN the consent is withdrawn, all that was sent is deleted, under either id
    reports(team).withdraw()
    assert files(team) == []
    assert reports(team).send(DAYS) == 0
    assert not reports(team).is_agreed
    assert table(team).rows == ()


def test_what_cannot_be_deleted_yet_is_deleted_later(team: Team) -> None:
    reports(team, 0).agree()
    reports(team).send(DAYS)
    name = files(team)[0]
    name.unlink()
    name.mkdir()  # a folder in its place cannot be removed as a file
    with pytest.raises(AssistError, match="could not be deleted yet"):
        reports(team).withdraw()
    assert not reports(team).is_agreed
    name.rmdir()
    assert reports(team).send(DAYS) == 0
    assert files(team) == []


def test_on_a_web_server_nobody_is_asked_to_agree(team: Team, tmp_path: Path) -> None:
    subscription = team.agent.subscription()
    assert subscription is not None
    team.agent.subscription_file.write_bytes(
        team.agent.subscription_file.read_bytes().replace(
            subscription.address.encode(), b"https://example.com/x"
        )
    )
    with pytest.raises(AssistError, match="on a web server"):
        reports(team).agree()
    assert not reports(team).is_agreed


def put(team: Team, said: Any, name: str = "", kind: str = "usage") -> None:
    data = sealed(kind, said, CryptoSigner.generate_ed25519())  # type: ignore[arg-type]
    folder = team.share / REPORTS
    folder.mkdir(parents=True, exist_ok=True)
    (folder / (name or f"{said['week']}.{name_of(data)}")).write_bytes(data)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"counts": {"shop/hello": 10**9}}, "more than a person can use"),
        ({"counts": {"../x": 1}}, "more than a person can use"),
        ({"counts": {"shop/hello": 0}}, "damaged"),
        ({"counts": {"shop/hello": 1.5}}, "damaged"),
        ({"counts": {f"shop/r{n}": 1 for n in range(5_001)}}, "more than a person can use"),
        ({"channel": "y" * 43}, "another channel"),
        ({"name": "李雷"}, "damaged"),
    ],
)
def test_a_report_that_cannot_be_is_not_counted(
    team: Team, change: dict[str, Any], sentence: str
) -> None:
    sound = {
        "week": "2026-W46",
        "channel": team.made.invite.fingerprint,
        "counts": {"shop/hello": 2},
    }
    put(team, sound)
    put(team, {**sound, **change})
    put(team, sound, "2026-W46.x.json")
    put(team, sound, f"2026-W45.{'0' * 64}.json")
    found = table(team)
    assert found.rows == (UsageRow("2026-W46", "shop/hello", 2, 1),)
    told = [str(one.problem) for one in found.refused]
    assert len(told) == 3
    assert any(sentence in one for one in told)


def test_two_reports_of_one_sender_on_one_week_count_once(team: Team) -> None:
    signer = CryptoSigner.generate_ed25519()
    (team.share / REPORTS).mkdir(parents=True)
    for count in (2, 5, 3):
        said = {
            "week": "2026-W46",
            "channel": team.made.invite.fingerprint,
            "counts": {"shop/hello": count},
        }
        data = sealed("usage", said, signer)
        (team.share / REPORTS / f"2026-W46.{name_of(data)}").write_bytes(data)
    assert table(team).rows == (UsageRow("2026-W46", "shop/hello", 5, 1),)
