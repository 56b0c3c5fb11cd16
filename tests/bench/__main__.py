"""`python -m tests.bench [what …] [--pastes N] [--json FILE]`: the figures of the README."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType

from tests.bench import channel, checker, palette, paste, rest, search, start, suggest
from tests.bench.report import Report


def main() -> None:
    """Run the chosen benches (all by default), print their tables, write them as JSON."""
    signal.signal(signal.SIGTERM, _leave)
    options = _parser().parse_args()
    report = Report(sys.stdout)
    for name in options.what or BENCHES:
        BENCHES[name](report, options)
        if options.json:
            options.json.write_text(report.as_json(), encoding="utf-8")


def _leave(number: int, _frame: FrameType | None) -> None:
    """End in order, so that every desktop is taken down."""
    sys.exit(128 + number)


def _paste(report: Report, options: argparse.Namespace) -> None:
    chosen = paste.Options(
        pastes=options.pastes,
        peer_pastes=options.peer_pastes,
        hold=options.hold_ms / 1000,
        stress=options.stress,
        programs=options.programs or tuple(paste.PROGRAMS),
        targets=options.targets or tuple(paste.TARGETS),
    )
    paste.bench(report, chosen)


def _start(report: Report, options: argparse.Namespace) -> None:
    start.bench(report, options.starts)


def _palette(report: Report, options: argparse.Namespace) -> None:
    palette.bench(report, options.openings)


def _rest(report: Report, options: argparse.Namespace) -> None:
    rest.bench(report, options.seconds)


def _checker(report: Report, options: argparse.Namespace) -> None:
    checker.bench(report, options.repeats)


def _search(report: Report, _options: argparse.Namespace) -> None:
    search.bench(report)


def _suggest(report: Report, _options: argparse.Namespace) -> None:
    suggest.bench(report)


def _channel(report: Report, _options: argparse.Namespace) -> None:
    channel.bench(report)


BENCHES: Mapping[str, Callable[[Report, argparse.Namespace], None]] = {
    "paste": _paste,
    "start": _start,
    "palette": _palette,
    "rest": _rest,
    "checker": _checker,
    "search": _search,
    "suggest": _suggest,
    "channel": _channel,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("what", nargs="*", choices=[*BENCHES, []], metavar="|".join(BENCHES))
    parser.add_argument("--json", type=Path, help="also write the tables to this file")
    parser.add_argument("--pastes", type=int, default=200, help="pastes a target")
    parser.add_argument("--peer-pastes", type=int, default=40, help="the same by other programs")
    parser.add_argument("--hold-ms", type=float, default=50, help="how long the hotkey is held")
    parser.add_argument("--stress", action="store_true", help="two busy processes beside")
    parser.add_argument("--programs", nargs="+", choices=["assist", "autokey", "copyq"])
    parser.add_argument("--targets", nargs="+", choices=["qt", "gtk", "xterm", "chromium"])
    parser.add_argument("--starts", type=int, default=10, help="starts of the program")
    parser.add_argument("--openings", type=int, default=50, help="openings of the palette")
    parser.add_argument("--seconds", type=float, default=20, help="length of the rest")
    parser.add_argument("--repeats", type=int, default=1000, help="checks and searches")
    return parser


if __name__ == "__main__":
    main()
