"""A channel in a real S3 bucket and on real WebDAV servers, from the first key to the last news."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

import pytest

from desktop_assist.channel.limits import DEFAULT_LIMITS
from desktop_assist.channel.lock import LOCK
from desktop_assist.channel.places import NotThere, Unreachable, open_place, read_whole
from desktop_assist.channel.signed.lead_history import LeadHistory
from desktop_assist.channel.signed.publisher import Words
from desktop_assist.channel.webdav_place import WebdavPlace
from desktop_assist.errors import AssistError
from tests.e2e.stage.channel import Team, finds_nothing, write_pack
from tests.e2e.stage.stores import webdav_server
from tests.e2e.stage.transports import DRIVERS_WARN, Store

ONE = {"hello": "您好", "price": "今日特价"}
TWO = {"hello": "您好呀", "bye": "再见"}

pytestmark = DRIVERS_WARN


@pytest.fixture
def conditional(store: Store) -> Store:
    """A store that refuses to put where something is already."""
    if store.kind == "nginx":
        pytest.skip("nginx knows no condition: of two who come at once one is told afterwards")
    return store


@pytest.fixture
def team(store: Store, tmp_path: Path) -> Team:
    made = Team(tmp_path, address=store.address)
    made.found()
    return made


def test_from_the_first_key_to_the_last_news(team: Team) -> None:
    team.publish(ONE)
    team.invite("李雷", "vip")
    team.publish({"gift": "礼品"}, "gifts", "李雷")
    team.subscribe()
    assert not team.sync().problems
    assert team.replies() == {"shop/hello": "您好", "shop/price": "今日特价", "gifts/gift": "礼品"}

    team.publish(TWO, words=Words("特价已结束"))
    (change,) = team.sync().changes
    assert (change.notes, [one.id for one in change.gone]) == ("特价已结束", ["price"])
    idle = team.sync()
    assert (idle.changes, idle.requests) == ((), 2)

    lead = team.publisher("王芳")
    history = LeadHistory(lead.access)
    assert [one.version for one in history.versions("shop")] == ["2", "1"]
    lead.publish([lead.rollback_preview("shop", "1", finds_nothing)], Words())
    team.sync()
    assert team.replies()["shop/price"] == "今日特价"
    lead.withdraw(["shop"])
    assert not team.sync().problems
    assert team.replies() == {"gifts/gift": "礼品"}


def test_two_leads_who_publish_at_once_both_get_through(
    conditional: Store, team: Team, tmp_path: Path
) -> None:
    team.invite("李雷", "main")
    failures: list[BaseException] = []

    def publish(lead: str) -> None:
        try:
            publisher = team.publisher(lead, threading.Event().wait)
            for number in range(3):
                folder = write_pack(tmp_path / lead / str(number), f"p{number}-{ord(lead[0])}", ONE)
                publisher.publish([publisher.preview(folder, finds_nothing)], Words())
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=publish, args=(lead,)) for lead in ("王芳", "李雷")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert failures == []
    team.subscribe()
    result = team.sync()
    assert not result.problems
    assert len(result.changes) == 6


def test_of_many_who_take_the_lock_one_has_it(conditional: Store) -> None:
    store = conditional
    open_place(store.address).write("metadata/made", b"x")
    taken: list[bool] = []
    ready = threading.Barrier(6)

    def take(number: int) -> None:
        place = open_place(store.address)
        ready.wait(30)
        taken.append(place.create(LOCK, f"{number}".encode()))

    threads = [threading.Thread(target=take, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(taken) == [False] * 5 + [True]


def test_who_looked_too_early_does_not_take_the_lock_over(
    conditional: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN someone took the lock right after we had looked for one
    assert open_place(conditional.address).create(LOCK, b"first")
    late = open_place(conditional.address)
    if isinstance(late, WebdavPlace):
        monkeypatch.setattr(late, "_is_there", lambda _path: False)
    else:
        monkeypatch.setattr("s3fs.S3FileSystem.exists", lambda *_: False)
    # THEN the server refuses ours
    assert not late.create(LOCK, b"late")
    assert read_whole(late, LOCK, 100) == b"first"


def test_an_upload_that_breaks_off_shows_agents_the_old_state_or_the_new(
    team: Team, store: Store, tmp_path: Path
) -> None:
    team.publish(ONE)
    team.subscribe()
    team.sync()
    folder = write_pack(tmp_path / "desk-王芳" / "shop", "shop", TWO)
    publisher = team.publisher("王芳")
    preview = publisher.preview(folder, finds_nothing)
    broken = 0
    for most in range(800, 40_000, 1_600):
        store.line.allow(most)
        with contextlib.suppress(AssistError):
            publisher.publish([preview], Words())
            break
        broken += 1
        store.line.allow(None)
        # THEN agents have one or the other whole, without a word of trouble
        assert not team.sync().problems, most
        assert team.replies()["shop/hello"] in ("您好", "您好呀"), most
        open_place(store.address).remove(LOCK)
        preview = publisher.preview(folder, finds_nothing)
        if preview.is_same:
            break
    store.line.allow(None)
    assert broken > 4
    assert not team.sync().problems
    assert team.replies() == {"shop/hello": "您好呀", "shop/bye": "再见"}


def test_what_is_not_there_and_what_does_not_answer_are_told_apart(store: Store) -> None:
    place = open_place(store.address)
    place.write("metadata/one.json", b"1" * 300_000)
    assert read_whole(place, "metadata/one.json", 300_000) == b"1" * 300_000
    with pytest.raises(Unreachable, match="longer than allowed"):
        read_whole(place, "metadata/one.json", 10)
    with pytest.raises(NotThere):
        read_whole(place, "metadata/two.json", 10)
    if store.kind != "nginx":  # which lists nothing
        assert place.names("metadata") == ["one.json"]
        assert place.names("nothing") == []
    place.remove("metadata/one.json")
    place.remove("metadata/one.json")
    with pytest.raises(NotThere):
        read_whole(place, "metadata/one.json", 10)
    store.line.allow(0)
    with pytest.raises(Unreachable, match="stay as they are"):
        read_whole(place, "metadata/one.json", 10)


def test_a_webdav_login_comes_from_the_netrc_file_and_from_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("webdav4")
    pytest.importorskip("wsgidav")
    monkeypatch.setenv("HOME", str(tmp_path))
    process = webdav_server(tmp_path, tmp_path / "root", ("wang", "geheim"))
    try:
        team = Team(tmp_path, address=f"webdav://127.0.0.1:{process.port}/team")
        with pytest.raises(AssistError, match="401"):
            team.found()
        netrc = tmp_path / ".netrc"
        netrc.write_text("machine 127.0.0.1 login wang password geheim\n", "utf-8")
        netrc.chmod(0o600)
        team.found()
        team.publish(ONE)
        team.subscribe()
        assert not team.sync().problems
        assert "geheim" not in str(team.made.invite)
        netrc.write_text("machine", "utf-8")
        with pytest.raises(AssistError, match="netrc"):
            open_place(team.address, DEFAULT_LIMITS)
        with pytest.raises(AssistError, match="holds a login"):
            open_place("webdavs://wang:geheim@example.com/team", DEFAULT_LIMITS)
    finally:
        process.stop()
