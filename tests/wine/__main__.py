"""Runs the Windows backends and the program under Wine: `python -m tests.wine [pytest arguments]`.

It needs `apt-get install wine wine64 xvfb openbox dbus-daemon`, downloads 110 MB the first time,
and takes about two minutes after that. A file whose tests hang is ended. Where Wine is missing it
says so, and counts as passed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.e2e.stage.desktop import Desktop
from tests.wine.bounded import OverrunError, bounded
from tests.wine.hands import Hands
from tests.wine.place import PROJECT, CannotPrepareError, Place, usual_folder

NEEDED = ("wine", "Xvfb", "openbox", "dbus-daemon")
INSIDE = "tests/wine/inside"
LIMIT_S = 300
"""For the tests of one file."""
SETTING_LIMIT_S = 120
ENDING_LIMIT_S = 30
TRACEBACK_S = 100
"""A test that takes so long is stuck: Python then prints where each thread stands."""
NO_TESTS = 5
"""What pytest tells where no test was chosen, as of most files with `-k`."""
OVERRUN = 124
"""The exit code after a hang, as timeout(1) has it."""


def main(arguments: Sequence[str]) -> int:
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        _say(f"Skipped: the Windows tests need {', '.join(missing)}, which is not installed.\n")
        return 0
    place = Place(usual_folder())
    try:
        place.prepare()
    except CannotPrepareError as error:
        _say(f"Skipped: {error}.\n")
        return 0
    with tempfile.TemporaryDirectory(prefix="w") as folder, Desktop(Path(folder)) as desktop:
        return _run(place, desktop, arguments)


def _run(place: Place, desktop: Desktop, arguments: Sequence[str]) -> int:
    environment = place.environment(desktop.environment)
    try:
        for command in place.settings():
            if bounded(command, environment, SETTING_LIMIT_S, _say):
                _say(f"Failed: {' '.join(command)}\n")
                return 1
        with Hands(desktop.display_name) as hands:
            return _pytest(place, {**environment, "WINE_HANDS": str(hands.port)}, arguments)
    except OverrunError as error:
        _say(f"Stuck: {error}.\n")
        return OVERRUN
    finally:
        bounded(("wineserver", "-k"), environment, ENDING_LIMIT_S, _say)


def _pytest(place: Place, environment: Mapping[str, str], arguments: Sequence[str]) -> int:
    """Run each file in a process of its own: a keyboard hook stays in its process to the end."""
    named = [one for one in arguments if INSIDE in one]
    options = [one for one in arguments if INSIDE not in one]
    everything = (f"{INSIDE}/{file.name}" for file in sorted((PROJECT / INSIDE).glob("test_*.py")))
    codes = [_run_file(place, environment, (*options, file)) for file in named or everything]
    return max((code for code in codes if code != NO_TESTS), default=NO_TESTS)


def _run_file(place: Place, environment: Mapping[str, str], arguments: Sequence[str]) -> int:
    options = ("-p", "no:cacheprovider", "-o", f"faulthandler_timeout={TRACEBACK_S}")
    command = ("wine", str(place.python), f"{INSIDE}/run.py", *options, *arguments)
    return bounded(command, environment, LIMIT_S, _say, PROJECT)


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
