"""Servers that are gone, lie, dawdle or are asked at a wrong time: the last good packs work on."""

from __future__ import annotations

import dataclasses
import datetime
import os
import shutil
import socket
import types
from pathlib import Path

import pytest
from tuf.ngclient._internal import trusted_metadata_set

from desktop_assist.channel.limits import DEFAULT_LIFETIMES, Limits
from tests.e2e.stage.channel import DAY, FRESH, NEWER, SHOWN, Nginx, Team, now, told
from tests.e2e.stage.hostile_servers import RawServer, self_signed


@pytest.fixture
def agent(tmp_path: Path) -> Team:
    """An agent who holds a pack; the address can be changed to servers of all kinds."""
    made = Team(tmp_path)
    made.begin()
    return made


@pytest.mark.parametrize(
    ("location", "sentence", "todo"),
    [
        ("return 500;", "answers with error 500", "tell whoever keeps that server"),
        ("return 503;", "answers with error 503", "tell whoever keeps that server"),
        ("return 302 http://login.example/;", "sends us elsewhere", "sign in"),
        ("default_type text/html; return 200 '<html>Sign in</html>';", "A web page came", "404"),
        ("return 404;", "cannot be found|missing", "repair"),
    ],
)
@pytest.mark.skipif(not shutil.which("nginx"), reason="not installed: nginx")
def test_a_server_that_answers_otherwise(
    agent: Team, location: str, sentence: str, todo: str
) -> None:
    server = Nginx(agent.base / "nginx", agent.share, location)
    agent.address = server.address
    try:
        result = agent.sync()
    finally:
        server.stop()
    assert any(one in told(result) for one in sentence.split("|"))
    assert todo in told(result)
    assert agent.replies() == SHOWN


def test_a_server_that_is_not_there(agent: Team) -> None:
    agent.address = "https://no-such-host.invalid/channel"
    assert "cannot be found in the network" in told(agent.sync())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        agent.address = f"http://127.0.0.1:{probe.getsockname()[1]}/channel"
    assert "takes no connection" in told(agent.sync())
    agent.address = str(agent.base / "unplugged")
    assert "is not there" in told(agent.sync())
    assert agent.replies() == SHOWN


@pytest.mark.skipif(
    not (shutil.which("nginx") and shutil.which("openssl")), reason="not installed: nginx, openssl"
)
def test_a_server_is_believed_only_with_a_certificate_that_the_computer_trusts(
    agent: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = self_signed(agent.base)
    server = Nginx(agent.base / "nginx", agent.share, certificate=certificate)
    agent.address = server.address
    agent.publish(NEWER)
    try:
        refused = agent.sync()
        shown = agent.replies()
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        trusted = agent.sync()
    finally:
        server.stop()
    assert "could not prove that it is the right server" in told(refused)
    assert shown == SHOWN
    assert not trusted.problems
    assert agent.replies() == FRESH


@pytest.mark.parametrize(
    ("first", "then", "pause", "sentence"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n{", b" ", 0.05, "sends too slowly"),
        (b"HTTP/1.1 200 OK\r\nX-Drip: ", b"x", 0.05, "sends too slowly"),
        (b"", b"", 0.05, "sends too slowly"),
        (b"HTTP/1.1 200 OK\r\n\r\n{", b" " * 1_000_000, 0.0, "more than it had announced"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}", b"", 0.05, "sends too slowly"),
        (b"what?\r\n\r\n", b"", 0.05, "cannot be reached"),
    ],
    ids=["drips", "drips headers", "mute", "endless", "promises more", "speaks no HTTP"],
)
def test_a_server_that_wears_us_out(
    agent: Team, first: bytes, then: bytes, pause: float, sentence: str
) -> None:
    server = RawServer(first, then, pause)
    agent.address = server.address
    try:
        result = agent.sync(Limits(metadata_seconds=0.6, connect_seconds=5))
    finally:
        server.stop()
    assert sentence in told(result)
    assert agent.replies() == SHOWN


@pytest.mark.skipif(not shutil.which("nginx"), reason="not installed: nginx")
@pytest.mark.parametrize("years", [1, -1])
def test_a_clock_that_is_wrong_by_a_year_is_told_as_such(
    agent: Team, years: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Wrong(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:  # type: ignore[override]
            return datetime.datetime.now(tz) + years * 365 * DAY

    server = Nginx(agent.base / "nginx", agent.share)
    agent.address = server.address
    module = types.SimpleNamespace(datetime=Wrong, timezone=datetime.timezone)
    monkeypatch.setattr(trusted_metadata_set, "datetime", module)
    agent.clock = lambda: now() + years * 365 * DAY
    try:
        result = agent.sync()
    finally:
        server.stop()
    assert f"date is {agent.clock().date()}, but at the channel it is {now().date()}" in told(
        result
    )
    assert "Set this computer's date" in told(result)
    assert agent.replies() == SHOWN


@pytest.mark.skipif(not shutil.which("nginx"), reason="not installed: nginx")
def test_an_idle_sync_asks_twice_and_costs_less_than_a_kilobyte(tmp_path: Path) -> None:
    made = Team(tmp_path)
    server = Nginx(tmp_path / "nginx", made.share)
    made.address = server.address
    try:
        made.begin()
        before = len(server.lines())
        result = made.sync()
    finally:
        server.stop()

    asked = server.lines()[before:]
    assert [line[0] for line in asked] == [
        "/channel/metadata/2.root.json", "/channel/metadata/timestamp.json"
    ]  # fmt: skip
    assert result.requests == len(asked) == 2
    assert sum(int(line[3]) for line in asked) < 1_000  # with the headers of both answers


def test_a_link_or_a_pipe_in_the_share_holds_nobody_up(tmp_path: Path) -> None:
    made = Team(tmp_path)
    made.begin()
    made.list_file("timestamp").unlink()
    os.mkfifo(made.list_file("timestamp"))
    assert "no ordinary file" in told(made.sync())
    made.list_file("timestamp").unlink()
    made.list_file("timestamp").symlink_to("/dev/zero")
    assert "no ordinary file" in told(made.sync())
    assert made.replies() == SHOWN


@pytest.mark.parametrize(
    ("span", "who"),
    [
        ("root", "the channel's owner"),
        ("teams", "the channel's owner"),
        ("pack_list", "the lead of the team “main”"),
        ("freshness", "a lead to publish"),
    ],
)
def test_a_signature_that_has_run_out_makes_packs_old_and_never_empty(
    tmp_path: Path, span: str, who: str
) -> None:
    # GIVEN a channel whose agent synced two days ago, when one signature held for a day
    made = Team(tmp_path, clock=lambda: now() - 2 * DAY)
    made.lifetimes = dataclasses.replace(DEFAULT_LIFETIMES, **{span: 3 * DAY})
    made.begin()
    made.lifetimes = dataclasses.replace(DEFAULT_LIFETIMES, **{span: DAY})
    made.publish(NEWER)
    if span in ("root", "teams"):
        made.invite("李雷", "vip")
    made.clock = now

    result = made.sync()

    assert made.replies() == SHOWN
    assert who in told(result)
    assert str(now().date()) in told(result)
    assert "has run out" in told(result)

    # AND publishing again mends it, whoever's turn it is
    made.lifetimes = DEFAULT_LIFETIMES
    if span in ("root", "teams"):
        made.invite("韩梅", "day")
    made.publisher("王芳").renew()
    assert not made.sync().problems
    assert made.replies() == FRESH
