"""A process killed while it appends: of each file at most the last record is missing."""

from __future__ import annotations

import datetime
import json
import random
import subprocess
import sys
from pathlib import Path

from desktop_assist.errors import AssistError
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.home import Home
from desktop_assist.store.overrules import OverruleLog
from desktop_assist.store.picks import PickStore
from desktop_assist.store.usage import UsageStore
from desktop_assist.store.writer import Writer

PROJECT = Path(__file__).parents[2]
ROUNDS = 30
DAY = datetime.date(2026, 1, 1)

APPEND_FOR_EVER = """
import datetime, itertools, sys
from pathlib import Path
from desktop_assist.core.suggesting.picks import Pick
from desktop_assist.core.suggesting.sequences import FollowUp
from desktop_assist.store.overrules import Overrule
from tests.unit.test_store_append_kill import DAY, Kept

kept = Kept(Path(sys.argv[1]))
for number in itertools.count(int(sys.argv[2])):
    key = str(number)
    kept.picks.picked(Pick(frozenset({"x" * (number % 40 + 1)}), key, 1))
    kept.picks.followed(FollowUp(key, "p/next", 1))
    kept.usage.used(key, DAY)
    kept.overrules.add([Overrule(DAY, key, "r", "理由" * (number % 500))])
    print(number, flush=True)
"""


class Kept:
    """Everything that is only appended to, opened as the program does it."""

    def __init__(self, folder: Path) -> None:
        home = Home(folder)
        self.writer = Writer(fail)
        storage = AtomicStorage(home.usage, lambda: DAY)
        self.picks = PickStore(home.picks, home.follow_ups, fail)
        self.usage = UsageStore(storage, home.journals, self.writer, fail)
        self.overrules = OverruleLog(home.overrules)

    def numbers(self, overrules: Path) -> dict[str, list[int]]:
        """The records of each file, in the order of writing."""
        reasons = [json.loads(text) for text in overrules.read_bytes().splitlines()]
        return {
            "picks": [int(one.key) for one in self.picks.picks],
            "follow-ups": [int(one.after) for one in self.picks.follow_ups],
            "usage": [int(key) for key in self.usage.standing()],
            "overrules": [int(one["reply"]) for one in reasons],
        }


def fail(error: AssistError) -> None:
    raise error


def killed_after(acknowledged: int, start: int, folder: Path) -> int:
    """Append from `start` on until so many are acknowledged, then kill; the last acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", APPEND_FOR_EVER, str(folder), str(start)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    )
    with process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(acknowledged)]
        process.kill()
        told += process.stdout.read().splitlines()
    return int(told[-1])


def test_a_kill_while_appending_costs_at_most_the_last_record(tmp_path: Path) -> None:
    chance = random.Random(7)
    folder = tmp_path / "home"
    folder.mkdir()
    acknowledged: set[int] = set()
    under_way: set[int] = set()
    start = 0
    for _ in range(ROUNDS):
        # GIVEN a process that appends without end, killed at some moment
        last = killed_after(chance.randint(1, 25), start, folder)
        # WHEN the program starts again
        kept = Kept(folder)
        kept.writer.close()
        # THEN every acknowledged record is there, in order and whole, and at most one more
        acknowledged |= set(range(start, last + 1))
        under_way.add(last + 1)
        for name, numbers in kept.numbers(folder / "overrules.jsonl").items():
            assert numbers == sorted(set(numbers)), name
            assert acknowledged <= set(numbers) <= acknowledged | under_way, name
        assert [*kept.picks.notices, *kept.usage.notices] == []
        start = last + 2
