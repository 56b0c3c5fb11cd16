"""Show that the wheel and the sdist can be made again, and that people's installers take them.

    python packaging/prove_installs.py [--out dist]

Both are built twice, from two copies of this checkout in folders of other names whose files have
other times, and compared byte for byte. Then pipx and uv, where they are on the PATH, install the
wheel for a user of their own, and the installed command finds and fills a reply.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "demo", "__pycache__", ".*_cache", ".hypothesis"
)
EPOCH = "1700000000"
"""The time that every file in the packages bears; see reproducible-builds.org."""
COMMANDS = (("--version",), ("search", "yf"), ("check", "-"))


class NotProven(Exception):
    """Something differs, or does not run; tells what."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do all of it; 1 where something is not as it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="keep the wheel and the sdist in this folder")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        try:
            made = made_twice(place)
            for installer in ("pipx", "uv"):
                print(proven(installer, wheel_in(made), place / installer))
        except NotProven as error:
            print(f"Not proven: {error}", file=sys.stderr)
            return 1
        if options.out:
            shutil.copytree(made, options.out, dirs_exist_ok=True)
    return 0


def made_twice(place: Path) -> Path:
    """The folder of a wheel and an sdist that a second build gave as well.

    Raises:
        NotProven: a build failed, or the two differ.
    """
    first, second = (made(place / name, moment) for name, moment in (("a", 1e9), ("bb", 1.5e9)))
    sums = [dict(digests(folder)) for folder in (first, second)]
    if sums[0] != sums[1]:
        differing = sorted(name for name, told in sums[0].items() if sums[1].get(name) != told)
        raise NotProven(f"built again, {', '.join(differing)} is another file")
    for name, told in sums[0].items():
        print(f"{told}  {name}: the same twice")
    return first


def made(place: Path, moment: float) -> Path:
    """Build a copy of this checkout in `place`, all of whose files are of `moment`."""
    source, out = place / "source", place / "dist"
    shutil.copytree(ROOT, source, ignore=NOT_COPIED)
    for file in source.rglob("*"):
        os.utime(file, (moment, moment))
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(source))
    return out


def digests(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and SHA-256 of each file in `folder`."""
    for file in sorted(folder.iterdir()):
        yield file.name, hashlib.sha256(file.read_bytes()).hexdigest()


def wheel_in(folder: Path) -> Path:
    """The wheel in `folder`."""
    return next(folder.glob("*.whl"))


def proven(installer: str, wheel: Path, place: Path) -> str:
    """Have `installer` install `wheel` for a user who has nothing yet, and try the command.

    Raises:
        NotProven: one of them failed.
    """
    if not shutil.which(installer):
        return f"{installer}: not here, so not tried"
    words = {"pipx": ("pipx", "install"), "uv": ("uv", "tool", "install", "-p", sys.executable)}
    environment = user_in(place)
    run(*words[installer], str(wheel), more=environment)
    command = str(place / "bin" / f"desktop-assist{'.exe' if sys.platform == 'win32' else ''}")
    for one in COMMANDS:
        run(command, "--home", str(place / "data"), *one, more=environment)
    return f"{installer}: installed, found and checked replies"


def user_in(place: Path) -> Mapping[str, str]:
    """Where the installers are to put things, instead of the user's own places."""
    return {
        "PIPX_HOME": str(place / "pipx"),
        "PIPX_BIN_DIR": str(place / "bin"),
        "PIPX_MAN_DIR": str(place / "man"),
        "PIPX_DEFAULT_PYTHON": sys.executable,
        "UV_TOOL_DIR": str(place / "tools"),
        "UV_TOOL_BIN_DIR": str(place / "bin"),
    }


def run(*command: str, more: Mapping[str, str] | None = None) -> None:
    """Run a command away from this checkout; what it prints is shown where it fails.

    Raises:
        NotProven: it failed.
    """
    values = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **(more or {})}
    values.pop("PYTHONPATH", None)
    done = subprocess.run(
        command,
        env=values,
        cwd=tempfile.gettempdir(),
        input="谢谢您的支持！".encode(),  # what `check -` reads, and finds nothing in
        capture_output=True,
        check=False,
    )
    if done.returncode:
        told = (done.stdout + done.stderr).decode("utf-8", "replace")
        raise NotProven(f"{' '.join(command)}:\n{told}")


if __name__ == "__main__":
    sys.exit(main())
