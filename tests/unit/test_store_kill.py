"""A process killed while it saves: what it had acknowledged is there, and the file is whole."""

import datetime
import random
import subprocess
import sys
from pathlib import Path

from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.records import decoded

ROUNDS = 15

SAVE_FOR_EVER = """
import datetime, itertools, sys
from pathlib import Path
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.own_snippets import OwnSnippets

own = OwnSnippets(AtomicStorage(Path(sys.argv[1]), lambda: datetime.date(2026, 1, 1)))
for number in itertools.count(int(sys.argv[2])):
    size = 20_000 if number % 2 else 10
    own.save(Snippet(id=f"own-{number % 5}", title=str(number), category=(), body="字" * size))
    print(number, flush=True)
"""


def test_kill_in_mid_write_loses_nothing_acknowledged(tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    chance = random.Random(4)
    acknowledged = 0
    for _ in range(ROUNDS):
        # GIVEN a process that saves without end
        process = subprocess.Popen(
            [sys.executable, "-c", SAVE_FOR_EVER, str(file), str(acknowledged + 1)],
            stdout=subprocess.PIPE,
            text=True,
        )
        # WHEN it is killed at some moment after some acknowledged saves
        with process:
            assert process.stdout is not None
            for _ in range(chance.randint(1, 30)):
                acknowledged = int(process.stdout.readline())
            process.kill()
            for text in process.stdout.read().splitlines():
                acknowledged = int(text)
        # THEN the file is whole, and the last acknowledged snippet or a later one is in it
        assert decoded(file.read_bytes()).is_whole
        own = OwnSnippets(AtomicStorage(file, lambda: datetime.date(2026, 1, 1)))
        assert own.notices == ()
        kept = own.get(f"own-{acknowledged % 5}")
        assert kept is not None
        assert int(kept.title) >= acknowledged
        acknowledged = max(int(one.title) for one in own.all())
