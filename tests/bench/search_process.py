"""`python -m tests.bench.search_process build|start FOLDER SIZE`: a fresh interpreter's figures."""

from __future__ import annotations

import importlib
import json
import os
import pickle
import sys
import time
from pathlib import Path

from desktop_assist.bundled import resources
from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.searching.engines import base_for
from desktop_assist.core.searching.index_build import IndexBuilder
from desktop_assist.core.searching.layered_search import LayeredSearch
from desktop_assist.core.searching.stamps import stamps_of
from desktop_assist.store.search_index import SearchIndexStore
from tests.bench.libraries import library
from tests.bench.search import keystrokes, queries, typed_out

MADE_WITH = "bench"


def main() -> None:
    """Print the figures of one run as JSON: seconds, milliseconds, megabytes."""
    what, folder, size = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    figures = build(folder, size) if what == "build" else start(folder)
    print(json.dumps({name: round(value, 1) for name, value in figures.items()}))  # noqa: T201


def build(folder: Path, size: int) -> dict[str, float]:
    """Make the index of a library and save it; what it costs beyond the library itself."""
    entries = library(size)
    (folder / "entries").write_bytes(pickle.dumps(entries))
    table = _pinyin()
    Path("/proc/self/clear_refs").write_text("5")  # forget the peak so far
    before, started, used = _peak(), time.perf_counter(), time.process_time()
    builder = IndexBuilder(entries, table)
    for _ in builder.steps():
        pass
    built = time.perf_counter()
    SearchIndexStore(folder, MADE_WITH).save(builder.index, stamps_of(entries))
    saved = time.perf_counter()
    file = next(folder.glob("*.index"))
    return {
        "build s": built - started,
        "processor s": time.process_time() - used,
        "save s": saved - built,
        "peak MB": _peak() - before,
        "file MB": file.stat().st_size / 1e6,
    }


def start(folder: Path) -> dict[str, float]:
    """Load the index and search: the library stands in memory already."""
    entries = pickle.loads((folder / "entries").read_bytes())
    table = _pinyin()
    before, started, used = _resident(), time.perf_counter(), time.process_time()
    importlib.import_module("numpy")

    imported = time.perf_counter()
    resident = _resident()
    kept = SearchIndexStore(folder, MADE_WITH).load().kept
    assert kept is not None
    engine = LayeredSearch(base_for(entries, table, kept.index), entries)
    loaded = time.perf_counter()
    assert engine.search("tuikuan")
    first, used = time.perf_counter(), time.process_time() - used
    keystrokes(engine, typed_out(queries(entries, table)))
    return {
        "numpy ms": (imported - started) * 1e3,
        "load ms": (loaded - imported) * 1e3,
        "first hits ms": (first - loaded) * 1e3,
        "together ms": (first - started) * 1e3,
        "of that on the processor ms": used * 1e3,
        "numpy MB": resident - before,
        "resident MB after all keystrokes": _resident() - resident,
    }


def _pinyin() -> PinyinTable:
    return PinyinTable.from_text((resources() / "pinyin.tsv").read_text(encoding="utf-8"))


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _peak() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1e3


if __name__ == "__main__":
    main()
