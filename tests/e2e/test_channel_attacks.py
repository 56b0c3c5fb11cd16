"""What strangers, faults and hostile leads do to a channel: the last good packs always work on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tuf.api.metadata import MetaFile

from desktop_assist.channel.signed.keys import KeyFile, SigningKey, new_private_key, signing_key
from desktop_assist.channel.signed.repair import Repair
from tests.e2e.stage.channel import FRESH, NEWER, SHOWN, Nginx, Team, told
from tests.e2e.stage.hostile_zips import HOSTILE_ZIPS, MANIFEST, a_zip

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
        made.begin()
        assert made.replies() == SHOWN
        made.backup("one")
        made.publish(NEWER)
        yield made
    finally:
        if server:
            server.stop()


def rewrite(file: Path, change: Callable[[bytes], bytes]) -> None:
    file.write_bytes(change(file.read_bytes()))


def one_bit(data: bytes) -> bytes:
    """One bit is another one, near the end."""
    return data[:-20] + bytes([data[-20] ^ 1]) + data[-19:]


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
        lambda team: rewrite(team.zip_file(), one_bit),
        "not the one that was published",
    ),
    "the zip is cut short": (
        lambda team: rewrite(team.zip_file(), lambda data: data[:-9]),
        "not the one that was published",
    ),
    "the zip is made longer": (
        lambda team: rewrite(team.zip_file(), lambda data: data + b"x" * 99),
        "more than it had announced",
    ),
    "the zip is missing": (lambda team: team.zip_file().unlink(), "is missing"),
    "the timestamp is changed": (
        lambda team: rewrite(
            team.list_file("timestamp"),
            lambda data: data.replace(b'"x-written":"2', b'"x-written":"3'),
        ),
        "not signed by whom it must be",
    ),
    "the timestamp is cut short": (
        lambda team: rewrite(team.list_file("timestamp"), lambda data: data[:200]),
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
        lambda team: rewrite(
            team.list_file("snapshot"), lambda data: data.replace(b'"expires":"2', b'"expires":"3')
        ),
        "not signed by whom it must be",
    ),
    "the snapshot is made longer": (
        lambda team: rewrite(team.list_file("snapshot"), lambda data: data + b"\n" * 6_000_000),
        "more than it had announced",
    ),
    "a team's list is changed": (
        lambda team: rewrite(team.list_file("main"), one_bit),
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
