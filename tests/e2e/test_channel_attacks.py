"""What strangers, faults and hostile leads do to a channel: the last good packs always work on."""

from __future__ import annotations

import dataclasses
import datetime
import io
import os
import shutil
import socket
import stat
import subprocess
import threading
import types
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tuf.api.metadata import MetaFile
from tuf.ngclient._internal import trusted_metadata_set

from desktop_assist.channel.limits import DEFAULT_LIFETIMES, Limits
from desktop_assist.channel.signed.keys import KeyFile, SigningKey, new_private_key, signing_key
from desktop_assist.channel.signed.repair import Repair
from desktop_assist.channel.signed.subscriber import SyncResult
from tests.e2e.stage.channel import DAY, Nginx, Team, now

GOOD = {"hello": "您好，欢迎光临", "bye": "感谢您的光临"}
NEWER = {"hello": "您好，请问需要什么", "bye": "感谢您的光临"}
SHOWN = {f"shop/{name}": body for name, body in GOOD.items()}
FRESH = {f"shop/{name}": body for name, body in NEWER.items()}

Attack = Callable[[Team], object]


@pytest.fixture(params=["folder", "nginx"])
def team(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Team]:
    """An agent who holds version 1 of a pack, and a channel where version 2 is out."""
    made = Team(tmp_path)
    server = None
    if request.param == "nginx":
        if not shutil.which("nginx"):
            pytest.skip("not installed: nginx")
        server = Nginx(tmp_path / "nginx", made.share)
        made.address = server.address
    try:
        made.found()
        made.publish(GOOD)
        made.subscribe()
        assert not made.sync().problems
        assert made.replies() == SHOWN
        made.backup("one")
        made.publish(NEWER)
        yield made
    finally:
        if server:
            server.stop()


def told(result: SyncResult) -> str:
    """What the agent reads: what happened, and what to do."""
    assert result.problems, "nothing was told"
    assert all(problem.hint for problem in result.problems)
    return " ".join(map(str, result.problems))


def changed(file: Path, at: int = -20) -> None:
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)


def stranger() -> SigningKey:
    return signing_key(
        KeyFile(kind="lead", name="Mallory", place="", address="", private_key=new_private_key())
    )


def as_stranger(team: Team) -> None:
    team.forge("main", lambda one: one.targets.clear(), [stranger()])


def put_back(team: Team) -> None:
    team.sync()
    team.restore(team.base / "backup-one")


def older_list(role: str) -> Attack:
    """Signed by a lead who means harm: newer lists that lead to an older one."""

    def attack(team: Team) -> None:
        old = team.base / "backup-one" / "metadata"
        files = sorted(old.glob(f"*.{role}.json"), key=lambda one: int(one.name.split(".")[0]))
        version = int(files[-1].name.split(".")[0])
        meta = MetaFile.from_data(version, files[-1].read_bytes(), ["sha256"])
        if role == "snapshot":
            team.forge("timestamp", lambda one: setattr(one, "snapshot_meta", meta), keys)
        else:
            team.forge("snapshot", lambda one: one.meta.update({f"{role}.json": meta}), keys)

    keys: list[SigningKey] = []

    def prepared(team: Team) -> None:
        if role == "targets":
            team.invite("李雷", "vip")
        team.sync()
        keys.append(team.key("王芳"))
        attack(team)

    return prepared


ON_THE_WAY: dict[str, tuple[Attack, str]] = {
    "a byte of the zip is changed": (
        lambda team: changed(team.zip_file()),
        "not the one that was published",
    ),
    "the zip is cut short": (
        lambda team: team.zip_file().write_bytes(team.zip_file().read_bytes()[:-9]),
        "not the one that was published",
    ),
    "the zip is made longer": (
        lambda team: team.zip_file().write_bytes(team.zip_file().read_bytes() + b"x" * 99),
        "more than it had announced",
    ),
    "the zip is missing": (lambda team: team.zip_file().unlink(), "is missing"),
    "the timestamp is changed": (
        lambda team: team.list_file("timestamp").write_bytes(
            team.list_file("timestamp").read_bytes().replace(b'"x-written":"2', b'"x-written":"3')
        ),
        "not signed by whom it must be",
    ),
    "the timestamp is cut short": (
        lambda team: team.list_file("timestamp").write_bytes(
            team.list_file("timestamp").read_bytes()[:200]
        ),
        "not a list of the channel",
    ),
    "the timestamp is empty": (
        lambda team: team.list_file("timestamp").write_bytes(b""),
        "not a list of the channel",
    ),
    "the timestamp is made huge": (
        lambda team: team.list_file("timestamp").write_bytes(b" " * 3_000_000),
        "more than it had announced",
    ),
    "the snapshot is changed": (
        lambda team: team.list_file("snapshot").write_bytes(
            team.list_file("snapshot").read_bytes().replace(b'"expires":"2', b'"expires":"3')
        ),
        "not signed by whom it must be",
    ),
    "the snapshot is made longer": (
        lambda team: team.list_file("snapshot").write_bytes(
            team.list_file("snapshot").read_bytes() + b"\n" * 6_000_000
        ),
        "more than it had announced",
    ),
    "a team's list is changed": (
        lambda team: changed(team.list_file("main")),
        "not the one that was published",
    ),
    "a list nests without end": (
        lambda team: team.list_file("timestamp").write_bytes(b"[" * 16_000),
        "not a list of the channel",
    ),
    "the channel is put back by a day": (
        put_back,
        "older than what this computer has seen",
    ),
    "an older snapshot": (older_list("snapshot"), "older than what this computer has seen"),
    "an older list of the owner": (older_list("targets"), "older than what this computer has seen"),
    "an older list of a team": (older_list("main"), "older than what this computer has seen"),
    "a list of keys that is none": (
        lambda team: (team.share / "metadata" / "2.root.json").write_bytes(
            (team.share / "metadata" / "1.root.json").read_bytes()
        ),
        "older than what this computer has seen",
    ),
    "keys that a stranger made": (
        lambda team: team.forge("timestamp", lambda one: None, [stranger()]),
        "not signed by whom it must be",
    ),
    "lists that a stranger signed": (as_stranger, "not signed by whom it must be"),
}


@pytest.mark.parametrize("name", ON_THE_WAY)
def test_what_is_changed_on_the_way_never_reaches_the_palette(team: Team, name: str) -> None:
    attack, sentence = ON_THE_WAY[name]
    sound = team.backup("sound")
    attack(team)
    before = team.replies()

    # WHEN the agent's computer looks for news
    result = team.sync()

    # THEN what it had works on, and a sentence says so
    assert team.replies() == before in (SHOWN, FRESH)
    assert sentence in told(result)
    assert "stay" in told(result)

    # AND once the channel is sound again, the news comes
    team.restore(sound)
    if name.startswith("an older"):  # the agent has seen the forged ones
        Repair(team.owner().access).repair()
        assert "李雷" in str(team.read_list("targets").signed.to_dict()) or "owner" not in name
    assert not team.sync().problems
    assert team.replies() == FRESH


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
    made.found()
    made.publish(GOOD)
    made.subscribe()
    assert not made.sync().problems
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


def test_a_lead_signs_only_for_the_own_team(team: Team) -> None:
    team.invite("李雷", "vip")
    team.publish({"gift": "您的礼品"}, "gifts", "李雷")
    assert not team.sync().problems
    team.publish({"gift": "您的新礼品"}, "gifts", "李雷")

    # WHEN 王芳, of another team, signs the list of the team vip
    team.forge("vip", lambda one: one.targets.clear(), [team.key("王芳")])
    result = team.sync()

    # THEN that team's packs stay, and the others work on as well
    assert "not signed by whom it must be" in told(result)
    assert team.replies() == FRESH | {"gifts/gift": "您的礼品"}


def test_a_lead_lists_only_what_is_the_own_team_s(team: Team) -> None:
    team.invite("李雷", "vip")
    team.publish({"gift": "您的礼品"}, "gifts", "李雷")
    team.list_target("vip/gifts.9.zip", a_zip({"pack.yaml": MANIFEST}))

    result = team.sync()

    assert "names packs that are not its own" in told(result)
    assert team.replies() == FRESH | {"gifts/gift": "您的礼品"}


MANIFEST = b'format: 1\nid: shop\nversion: "66"\ntitle: Bad\n'
REPLIES = b'format: 1\nsnippets:\n  - {id: bad, title: Bad, category: [x], body: "bad"}\n'


def a_zip(files: dict[str, bytes], link: str = "") -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kind = stat.S_IFLNK if name == link else stat.S_IFREG
            entry.external_attr = (kind | 0o644) << 16
            archive.writestr(entry, data)
    return whole.getvalue()


def twice(name: str) -> bytes:
    """A zip that names one file two times; zipfile itself warns of writing such a one."""
    other = "snippets/" + "~" * (len(name) - len("snippets/"))
    data = a_zip({"pack.yaml": MANIFEST, name: REPLIES, other: REPLIES})
    return data.replace(other.encode(), name.encode())


HOSTILE_ZIPS: dict[str, tuple[bytes, str]] = {
    "a path that climbs out": (
        a_zip({"pack.yaml": MANIFEST, "../../held.json": b"{}"}),
        "leads out of the pack",
    ),
    "an absolute path": (
        a_zip({"pack.yaml": MANIFEST, "/tmp/evil.yaml": b"{}"}),
        "leads out of the pack",
    ),
    "a path with backslashes": (
        a_zip({"pack.yaml": MANIFEST, "snippets\\..\\..\\evil.yaml": b"{}"}),
        "leads out of the pack",
    ),
    "a drive's letter": (
        a_zip({"pack.yaml": MANIFEST, "c:evil.yaml": b"{}"}),
        "leads out of the pack",
    ),
    "a stream of a file": (
        a_zip({"pack.yaml": MANIFEST, "images/a.png:evil": b"{}"}),
        "leads out of the pack",
    ),
    "a link": (
        a_zip({"pack.yaml": MANIFEST, "images/a.png": b"/etc/passwd"}, link="images/a.png"),
        "no ordinary file",
    ),
    "a name twice": (twice("snippets/a.yaml"), "stands in it twice"),
    "names that differ in capitals": (
        a_zip({"pack.yaml": MANIFEST, "snippets/a.yaml": REPLIES, "snippets/A.yaml": REPLIES}),
        "differ in capital letters only",
    ),
    "a device of Windows": (
        a_zip({"pack.yaml": MANIFEST, "images/CON.png": b"x"}),
        "Windows keeps for itself",
    ),
    "a dot at the end": (
        a_zip({"pack.yaml": MANIFEST, "images/a.": b"x"}),
        "Windows keeps for itself",
    ),
    "a bomb": (a_zip({"pack.yaml": MANIFEST, "images/a.png": bytes(60_000_000)}), "would swell"),
    "too many files": (
        a_zip({"pack.yaml": MANIFEST, **{f"images/{n}.png": b"x" for n in range(6_000)}}),
        "it holds 6001 files",
    ),
    "too deep": (
        a_zip({"pack.yaml": MANIFEST, "images/a/b/c/d/e.png": b"x"}),
        "lies too deep",
    ),
    "no zip at all": (b"PK<html>" * 50, "no whole zip"),
    "no pack in it": (a_zip({"readme.txt": b"x"}), "cannot be read"),
    "another pack's manifest": (
        a_zip({"pack.yaml": MANIFEST.replace(b"shop", b"other")}),
        "cannot be read",
    ),
    "a newer format": (
        a_zip({"pack.yaml": MANIFEST.replace(b"format: 1", b"format: 99")}),
        "cannot be read",
    ),
}


@pytest.mark.parametrize("name", HOSTILE_ZIPS)
def test_a_hostile_zip_stays_outside_though_a_lead_signed_it(team: Team, name: str) -> None:
    data, sentence = HOSTILE_ZIPS[name]
    assert not team.sync().problems
    elsewhere = {path for path in team.base.rglob("*") if "agent" not in path.parts}
    team.list_target("main/shop.66.zip", data)

    result = team.sync()

    assert team.replies() == FRESH
    assert sentence in told(result)
    outside = {path for path in team.base.rglob("*") if "agent" not in path.parts}
    assert {one.name for one in outside - elsewhere} <= {
        "access.log", "error.log", *(one.name for one in team.share.rglob("*"))
    }  # fmt: skip
    assert not Path("/tmp/evil.yaml").exists()


@pytest.mark.parametrize(
    "path",
    ["main/../shop.9.zip", "../../x.9.zip", "/etc/x.9.zip", "main\\x.9.zip", "main/CON.9.zip",
     "main/x.9.zip/..", "main/%2e%2e.9.zip", "main/shop.-1.zip", "main/店.9.zip"],
)  # fmt: skip
def test_a_listed_path_that_is_a_trick_is_left_out(team: Team, path: str) -> None:
    team.list_target(path, a_zip({"pack.yaml": MANIFEST}))
    result = team.sync()
    assert team.replies() == FRESH
    assert "names packs that are not its own" in told(result)


def test_a_link_or_a_pipe_in_the_share_holds_nobody_up(tmp_path: Path) -> None:
    made = Team(tmp_path)
    made.found()
    made.publish(GOOD)
    made.subscribe()
    made.sync()
    made.list_file("timestamp").unlink()
    os.mkfifo(made.list_file("timestamp"))
    assert "no ordinary file" in told(made.sync())
    made.list_file("timestamp").unlink()
    made.list_file("timestamp").symlink_to("/dev/zero")
    assert "no ordinary file" in told(made.sync())
    assert made.replies() == SHOWN


@pytest.fixture
def agent(tmp_path: Path) -> Team:
    """An agent who holds a pack; the address can be changed to servers of all kinds."""
    made = Team(tmp_path)
    made.found()
    made.publish(GOOD)
    made.subscribe()
    assert not made.sync().problems
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


def self_signed(folder: Path) -> Path:
    file, key = folder / "server.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2", "-keyout", str(key),
         "-out", str(file)],
        check=True,
        capture_output=True,
    )  # fmt: skip
    file.write_bytes(file.read_bytes() + key.read_bytes())
    return file


class RawServer:
    """Sends whatever it likes, as slowly as it likes, to whoever connects."""

    def __init__(self, first: bytes, then: bytes, pause: float) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._first, self._then = first, then
        self._over = threading.Event()
        self._pause = pause
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}/channel"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(10)

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.recv(4096)
                    connection.sendall(self._first)
                    while not self._over.wait(self._pause):
                        connection.sendall(self._then)
                except OSError:
                    continue


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
        made.found()
        made.publish(GOOD)
        made.subscribe()
        made.sync()
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
