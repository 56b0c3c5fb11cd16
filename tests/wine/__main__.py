"""Runs the Windows backends and the program under Wine: `python -m tests.wine [pytest arguments]`.

It needs `apt-get install wine wine64 xvfb openbox dbus-daemon`, downloads 110 MB the first time,
and takes about a minute after that. Where Wine is missing it says so, and counts as passed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.e2e.stage.desktop import Desktop
from tests.wine.hands import Hands
from tests.wine.place import PROJECT, CannotPrepareError, Place, usual_folder

NEEDED = ("wine", "Xvfb", "openbox", "dbus-daemon")
INSIDE = "tests/wine/inside"
LIMIT_S = 600


def main(arguments: Sequence[str]) -> int:
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        _say(f"Skipped: the Windows tests need {', '.join(missing)}, which is not installed.")
        return 0
    place = Place(usual_folder())
    try:
        place.prepare()
    except CannotPrepareError as error:
        _say(f"Skipped: {error}.")
        return 0
    with tempfile.TemporaryDirectory(prefix="w") as folder, Desktop(Path(folder)) as desktop:
        return _run(place, desktop, arguments)


def _run(place: Place, desktop: Desktop, arguments: Sequence[str]) -> int:
    environment = place.environment(desktop.environment)
    try:
        for command in place.settings():
            # Wine writes to no file that it is given as output; a pipe it takes.
            subprocess.run(command, env=environment, capture_output=True, check=True, timeout=120)
        with Hands(desktop.display_name) as hands:
            return _pytest(place, {**environment, "WINE_HANDS": str(hands.port)}, arguments)
    finally:
        subprocess.run(["wineserver", "-k"], env=environment, check=False)


def _pytest(place: Place, environment: dict[str, str], arguments: Sequence[str]) -> int:
    wanted = [*arguments] if any(INSIDE in one for one in arguments) else [*arguments, INSIDE]
    with subprocess.Popen(
        ["wine", str(place.python), f"{INSIDE}/run.py", "-p", "no:cacheprovider", *wanted],
        cwd=PROJECT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            sys.stdout.write(line.decode("utf-8", "replace"))
            sys.stdout.flush()
        return process.wait(timeout=LIMIT_S)


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
