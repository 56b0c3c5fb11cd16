"""What a channel costs: publishing, taking, resting; and how many agents one nginx serves."""

from __future__ import annotations

import gc
import multiprocessing
import shutil
import socket
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from desktop_assist.channel.joining import Channels
from desktop_assist.channel.signed.preview import Preview
from desktop_assist.channel.signed.publisher import Publisher, Words
from desktop_assist.packs.compiled import CompiledPacks
from tests.bench.report import Cell, Report, Table
from tests.e2e.stage.channel import Nginx, Team, finds_nothing, now, write_pack

REPLIES = 2_000
BODY = "您好，第{number}条：我们会尽快为您处理，请您稍等片刻，感谢您的理解与支持。"
REPEATS = 7
CLIENTS = 4
"""Processes that poll; more only queue on two cores."""
SECONDS = 60


def bench(report: Report) -> None:
    """All of it, on loopback and in a folder of this computer."""
    with tempfile.TemporaryDirectory() as scratch:
        _times(report, Path(scratch) / "times")
        _teams(report, Path(scratch) / "teams")
        if shutil.which("nginx"):
            _load(report, Path(scratch) / "load")


def _times(report: Report, base: Path) -> None:
    team = Team(base)
    team.found()
    team.subscribe()
    channels = Channels(base / "agent", now, CompiledPacks(base / "cache").read_pack)
    folder = base / "desk-王芳" / "shop"
    publisher = team.publisher("王芳")
    looks, publishes, takes, rests = [], [], [], []
    for turn in range(REPEATS):
        write_pack(folder, "shop", _replies(turn))
        gc.collect()
        started = time.perf_counter()
        preview = publisher.preview(folder, finds_nothing)
        looks.append(time.perf_counter() - started)
        publishes.append(_published(publisher, preview))
        takes.append(_timed(channels.sync))
        rests.append(_timed(channels.sync))
    rows = [
        ("preview with the difference to the last version", *_spread(looks[1:])),
        ("publish", *_spread(publishes[1:])),
        ("take it: fetch, prove, unpack, compile", *_spread(takes[1:])),
        ("sync with nothing new", *_spread(rests)),
    ]
    report.add(Table(f"A pack of {REPLIES} replies", ("step", "p50 ms", "most ms"), tuple(rows)))


def _replies(turn: int) -> dict[str, str]:
    """Each version changes one reply in ten."""
    return {
        f"r{number}": BODY.format(number=number) + (f"（{turn}）" if number % 10 == 0 else "")
        for number in range(REPLIES)
    }


def _published(publisher: Publisher, preview: Preview) -> float:
    return _timed(lambda: publisher.publish([preview], Words()))


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _spread(seconds: Iterable[float]) -> tuple[float, float]:
    found = [one * 1000 for one in seconds]
    return round(statistics.median(found), 1), round(max(found), 1)


def _teams(report: Report, base: Path) -> None:
    """What a publish costs where the channel is already big."""
    team = Team(base)
    team.found()
    rows: list[tuple[Cell, ...]] = []
    counts = [(1, 1), (1, 50), (20, 50)]
    made = 1
    for teams, packs in counts:
        for number in range(made, teams):
            team.invite(f"lead {number}", f"team-{number}")
        made = max(made, teams)
        publisher = team.publisher("王芳")
        folders = [
            write_pack(base / "packs" / str(number), f"p{number}", {"a": f"{teams} {number}"})
            for number in range(packs)
        ]
        publisher.publish(publisher.previews(folders, finds_nothing), Words())
        write_pack(folders[0], "p0", {"a": f"anew {teams} {packs}"})
        preview = publisher.preview(folders[0], finds_nothing)
        cost = _published(publisher, preview)
        sizes = [team.list_file(role).stat().st_size for role in ("main", "snapshot", "timestamp")]
        rows.append((teams, packs, round(cost * 1000, 1), *sizes))
    columns = ("teams", "packs a team", "publish ms", "team list B", "snapshot B", "timestamp B")
    report.add(Table("Publishing one pack into a bigger channel", columns, tuple(rows)))


def _load(report: Report, base: Path) -> None:
    team = Team(base)
    team.found()
    team.publish({"hello": "您好"})
    server = Nginx(base / "nginx", team.share, "access_log off;")
    try:
        with multiprocessing.get_context("fork").Pool(CLIENTS) as pool:
            started = time.perf_counter()
            work = [(server.port, SECONDS)] * CLIENTS
            found = pool.starmap(_poll_for, work)
            took = time.perf_counter() - started
    finally:
        server.stop()
    polls, errors = sum(one[0] for one in found), sum(one[1] for one in found)
    waits = sorted(wait for one in found for wait in one[2])
    rows = [
        (
            polls,
            errors,
            round(polls / took),
            round(waits[len(waits) // 2] * 1000, 2),
            round(waits[int(len(waits) * 0.99)] * 1000, 2),
        )
    ]
    columns = ("polls", "errors", "polls/s", "p50 ms", "p99 ms")
    notes = (
        "A poll is a fresh connection and two requests, as an agent's computer does it. The"
        f" {CLIENTS} processes that poll share the cores with nginx's one.",
    )
    report.add(Table(f"Agents' polls in {SECONDS} s", columns, tuple(rows), notes))


_NEXT_ROOT = b"GET /channel/metadata/2.root.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
_TIMESTAMP = b"GET /channel/metadata/timestamp.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def _poll_for(port: int, seconds: float) -> tuple[int, int, list[float]]:
    """Polls, errors, and the seconds of every hundredth poll."""
    polls, errors, waits = 0, 0, []
    until = time.perf_counter() + seconds
    while (started := time.perf_counter()) < until:
        try:
            _poll(port)
        except OSError:
            errors += 1
        polls += 1
        if polls % 100 == 0:
            waits.append(time.perf_counter() - started)
    return polls, errors, waits


def _poll(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        for request, wanted in ((_NEXT_ROOT, b" 404 "), (_TIMESTAMP, b" 200 ")):
            connection.sendall(request)
            answer = connection.recv(4096)
            head, _, body = answer.partition(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
            while len(body) < length:
                more = connection.recv(4096)
                if not more:
                    raise ConnectionError
                body += more
            if wanted not in head.partition(b"\r\n")[0]:
                raise ConnectionError(head[:40])
