"""Types that several threads meet for the first time at once."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest

from desktop_assist.decoding import convert, decode

MEETING = """
import sys, threading
import msgspec
from desktop_assist.decoding import convert, decode

sys.setswitchinterval(1e-6)
SENT = b'{"z": 1, "x": {"b": 3, "c": "x"}, "y": "a"}'
for _ in range(300):
    class Inner(msgspec.Struct):
        a: "dict[str, tuple[int, ...]] | None" = None
        b: "int | None" = None
        c: "str | None" = None

    class Outer(msgspec.Struct):
        z: int = 0
        x: Inner | None = None
        y: "str | None" = None

    together = threading.Barrier(4)

    def meet():
        together.wait()
        same = decode(SENT, Outer) == convert(msgspec.json.decode(SENT), Outer)
        inner = decode(b'{"c": "x"}', Inner)
        told.append(same and inner.c == "x")

    told = []
    threads = [threading.Thread(target=meet) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [True] * 4, told
"""


def test_threads_may_meet_a_type_at_once() -> None:
    """In a process of its own: where it fails, that ends."""
    run = subprocess.run(
        [sys.executable, "-c", MEETING], check=False, capture_output=True, text=True
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="Expected `int`"):
        decode(b'"3"', int)
    with pytest.raises(msgspec.ValidationError, match="Expected `int`"):
        convert("3", int)
    assert convert("3", int, strict=False) == 3
