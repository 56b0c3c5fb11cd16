"""Other ways to search the same entries: fzf, SQLite's trigrams, rapidfuzz."""

from __future__ import annotations

import importlib
import os
import shutil
import sqlite3
import subprocess
import sys
import venv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop_assist.core.replies.library import Entry

Peer = Callable[[str], Sequence[str]]
"""The keys of at most fifty hits for a query."""
MOST = 50


def fzf(entries: Sequence[Entry], folder: Path) -> Peer | None:
    """A process for each keystroke, as it filters from a script; the lines come from a file."""
    program = shutil.which("fzf") or ""
    if not program:
        return None
    lines = folder / "lines"
    texts = (f"{one.key}\t{_text(one)}\n" for one in entries)
    lines.write_text("".join(texts), encoding="utf-8")

    def find(query: str) -> Sequence[str]:
        with lines.open("rb") as stream:
            command = [program, "--delimiter=\t", "--nth=2", f"--filter={query}"]
            done = subprocess.run(command, stdin=stream, capture_output=True, check=False)
        found = done.stdout.decode("utf-8").splitlines()[:MOST]
        return [line.partition("\t")[0] for line in found]

    return find


def trigrams(entries: Sequence[Entry], folder: Path) -> Peer:
    """SQLite's FTS5 with its trigram tokenizer, in memory."""
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table t using fts5(key unindexed, text, tokenize='trigram')")
    rows = ((one.key, _text(one)) for one in entries)
    database.executemany("insert into t values (?, ?)", rows)

    def find(query: str) -> Sequence[str]:
        words = " ".join('"' + word.replace('"', "") + '"' for word in query.split())
        found = database.execute("select key from t where text match ? limit ?", (words, MOST))
        return [key for (key,) in found] if words else []

    return find


def rapidfuzz(entries: Sequence[Entry], folder: Path) -> Peer | None:
    """Its best scorer for parts of texts, over all of them."""
    python = os.environ.get("BENCH_RAPIDFUZZ")
    if python is None:
        home = folder / "venv"
        venv.create(home, with_pip=True)
        install = [str(home / "bin" / "pip"), "install", "--quiet", "rapidfuzz"]
        if subprocess.run(install, check=False, capture_output=True).returncode:
            return None
        python = str(next(home.glob("lib/python*/site-packages")))
    sys.path.append(python)
    try:
        process = importlib.import_module("rapidfuzz.process")
        fuzz = importlib.import_module("rapidfuzz.fuzz")
    finally:
        sys.path.remove(python)
    texts = {one.key: _text(one) for one in entries}

    def find(query: str) -> Sequence[str]:
        found = process.extract(
            query, texts, scorer=fuzz.partial_ratio, limit=MOST, score_cutoff=60
        )
        return [key for _, _, key in found]

    return find


def _text(entry: Entry) -> str:
    snippet = entry.snippet
    parts = (snippet.title, f"/{snippet.code}", *snippet.search_terms, snippet.body)
    return " ".join(parts).replace("\n", " ").replace("\t", " ")


PEERS: Mapping[str, Callable[[Sequence[Entry], Path], Peer | None]] = {
    "fzf": fzf,
    "SQLite FTS5 trigram": trigrams,
    "rapidfuzz partial_ratio": rapidfuzz,
}
