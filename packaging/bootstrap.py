#!/usr/bin/env python3
"""From a fresh machine to the running program or to its tests, with Python alone.

    python3 packaging/bootstrap.py run     installs what is missing and starts Desktop Assist
    python3 packaging/bootstrap.py test    installs what is missing and runs every check and test
    python3 packaging/bootstrap.py check   the same, without the tests: style and types only

Dependencies come from the locks beside this file and go into `.venv`. On Debian and Ubuntu the
system libraries come from apt, where this user may install them; elsewhere a line tells what to do.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "desktop-assist.json"
RUN_LOCK = "requirements.txt"
TEST_LOCK = "requirements-test.txt"
OLDEST_PYTHON = (3, 11)

Runner = Callable[..., "subprocess.CompletedProcess[str]"]

# What PySide6's wheels load from the system (ldd over the xcb and Wayland plug-ins). Names after a
# bar are what newer releases call the same library.
LIBRARIES = (
    "libegl1",
    "libgl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0|libglib2.0-0t64",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libwayland-cursor0",
    "libwayland-egl1",
    "xclip",
)
VIRTUAL_SCREEN = (
    "xvfb",
    "openbox",
    "trayer",
    "xdotool",
    "dbus-daemon",
    "fonts-noto-cjk",
    "imagemagick",
    "x11-utils",
    "x11-xkb-utils",
    "x11-xserver-utils",
)
# Programs that the tests paste into or stand beside. A release may lack one: the tests that need
# it then say so, and the others run.
TARGETS = (
    "xterm",
    "fonts-noto-color-emoji",
    "python3-gi",
    "gir1.2-gtk-3.0",
    "chromium",
    "copyq",
    "parcellite",
    "kbd",
    "ibus",
    "ibus-libpinyin",
    "libglib2.0-bin",
    "dconf-gsettings-backend",
)


class Stop(Exception):
    """What went wrong and what to do, for people."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command names; tell the exit code."""
    try:
        if sys.version_info < OLDEST_PYTHON:
            raise Stop("Python 3.11 or newer is needed; run this file with it.")
        arguments = _arguments().parse_args(argv)
        return {"run": run, "test": test, "check": check}[arguments.command]()
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=("run", "test", "check"))
    return parser


def run() -> int:
    """Start the program, or show it on a virtual screen where there is no real one."""
    screen = has_screen(os.environ, sys.platform)
    system = System()
    system.provide((*LIBRARIES, *(() if screen else VIRTUAL_SCREEN)))
    python = environment(RUN_LOCK, system)
    if screen:
        say("Starting Desktop Assist; its icon appears in the tray.")
        return _call([python, "-m", "desktop_assist"]).returncode
    if shutil.which("Xvfb") is None:
        raise Stop("There is no screen here, and no Xvfb to make a virtual one: install it first.")
    say("There is no screen here: showing the main job on a virtual one.")
    return _call([python, "-m", "tests.demo", "--out", "demo"]).returncode


def test() -> int:
    """Style, types and every test; not 0 when any of them fails."""
    system = System()
    system.provide((*LIBRARIES, *VIRTUAL_SCREEN), TARGETS)
    python = environment(TEST_LOCK, system)
    return _in_turn((*_checks(python), ("tests", [python, "-m", "pytest"])))


def check() -> int:
    """Style and types."""
    return _in_turn(_checks(environment(TEST_LOCK, System())))


def _checks(python: str) -> tuple[tuple[str, list[str]], ...]:
    return (
        ("style", [python, "-m", "ruff", "check"]),
        ("format", [python, "-m", "ruff", "format", "--check"]),
        ("types", [python, "-m", "mypy"]),
    )


def _in_turn(steps: Sequence[tuple[str, list[str]]]) -> int:
    """Run every step, also after one has failed, and sum up."""
    results = []
    for name, command in steps:
        say(f"{name}: {' '.join(command[1:])}")
        began = time.monotonic()
        failed = _call(command).returncode != 0
        results.append((name, failed, time.monotonic() - began))
    print()
    for name, failed, seconds in results:
        print(f"{'FAILED' if failed else 'passed'}  {name}  ({seconds:.0f} s)")
    return 1 if any(failed for _name, failed, _seconds in results) else 0


class System:
    """The packages of Debian and Ubuntu; on other systems everything is taken to be there."""

    def __init__(self, runner: Runner | None = None, *, root: bool | None = None) -> None:
        self._run = runner or _quietly
        self._root = root if root is not None else _is_root()

    def provide(self, needed: Sequence[str], wished: Sequence[str] = ()) -> None:
        """Install what is missing of both, or print the line that does.

        Raises:
            Stop: a package of `needed` is missing and apt could not install it.
        """
        if not self._has_apt():
            return
        missing = self.missing((*needed, *wished))
        if not missing:
            return
        administrator = self.administrator()
        if administrator is None:
            say(f"System packages are missing. As an administrator, run:\n{_install_line(missing)}")
            return
        self._update_where_unknown(administrator, missing)
        wanted = [self.name_here(item) for item in missing]
        say(f"Installing system packages: {' '.join(wanted)}")
        if self._install(administrator, wanted):
            return
        self._one_by_one(administrator, needed, missing)

    def _one_by_one(
        self, administrator: Sequence[str], needed: Sequence[str], missing: Sequence[str]
    ) -> None:
        for item in missing:
            if self._install(administrator, [self.name_here(item)]):
                continue
            if item in needed:
                raise Stop(f"apt could not install {item}. Try: {_install_line([item])}")
            say(f"{item} is not to be had here; the tests that need it tell so.")

    def missing(self, packages: Sequence[str]) -> list[str]:
        """Those of `packages` that dpkg does not know as installed under any of their names."""
        names = [name for item in packages for name in item.split("|")]
        told = self._run(["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names])
        installed = {
            line.split()[0] for line in told.stdout.splitlines() if line.endswith(" installed")
        }
        return [item for item in packages if installed.isdisjoint(item.split("|"))]

    def administrator(self) -> list[str] | None:
        """What to put before a command so that it may install; None where that is not possible."""
        if self._root:
            return []
        if self._run(["sudo", "-n", "true"]).returncode == 0:
            return ["sudo", "-n"]
        return None

    def name_here(self, item: str) -> str:
        """The one of the names of a package under which apt can install it."""
        names = item.split("|")
        return next((name for name in names if self._has_candidate(name)), names[0])

    def _has_candidate(self, name: str) -> bool:
        told = self._run(["apt-cache", "policy", name]).stdout
        return "Candidate:" in told and "Candidate: (none)" not in told

    def _update_where_unknown(self, administrator: Sequence[str], missing: Sequence[str]) -> None:
        known = all(self._has_candidate(self.name_here(item)) for item in missing)
        if not known:
            say("Fetching the list of system packages.")
            self._run([*administrator, "apt-get", "update", "-qq"])

    def _install(self, administrator: Sequence[str], packages: Sequence[str]) -> bool:
        command = [*administrator, *_INSTALL, *packages]
        if self._run(command).returncode == 0:
            return True
        # The list may name versions that the mirror no longer has.
        self._run([*administrator, "apt-get", "update", "-qq"])
        return self._run(command).returncode == 0

    def _has_apt(self) -> bool:
        return sys.platform == "linux" and all(map(shutil.which, ("apt-get", "dpkg-query")))


_INSTALL = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq",
            "--no-install-recommends")  # fmt: skip


def _install_line(packages: Sequence[str]) -> str:
    names = " ".join(item.partition("|")[0] for item in packages)
    return f"    sudo apt-get install --no-install-recommends {names}"


def environment(lock: str, system: System) -> str:
    """The Python of `.venv` with everything that `lock` names and the project itself.

    Raises:
        Stop: the environment cannot be made, or a package cannot be fetched.
    """
    python = _venv_python()
    known = _stamps() if python.exists() else {}
    if known.get("python") != platform.python_version():
        _make_venv(system)
        known = {"python": platform.python_version()}
    if known.get(lock) != _digest(lock):
        say(f"Installing the dependencies that packaging/{lock} pins.")
        # The lock is complete, and pip is not to look for more.
        _pip(python, "--require-hashes", "--no-deps", "-r", str(ROOT / "packaging" / lock))
        known |= {lock: _digest(lock)} | _contained(lock)
    # The installation points at this folder, which may have been moved.
    project = f"{_digest('../pyproject.toml')} {ROOT}"
    if known.get("project") != project:
        say("Installing Desktop Assist itself, as it stands in this folder.")
        _pip(python, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
        known["project"] = project
    # Another user may run what is complete without being allowed to write here.
    if known != _stamps():
        STAMP.write_text(json.dumps(known), encoding="utf-8")
    return str(python)


def _contained(lock: str) -> dict[str, str]:
    """The stamp of the smaller lock, which the larger one holds whole."""
    return {RUN_LOCK: _digest(RUN_LOCK)} if lock == TEST_LOCK else {}


def _make_venv(system: System) -> None:
    if importlib.util.find_spec("ensurepip") is None:
        # Debian keeps it in a package of its own.
        system.provide(["python3-venv"])
    say(f"Making .venv with Python {platform.python_version()}.")
    made = _call([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode != 0:
        raise Stop("Python could not make .venv. On Debian and Ubuntu, install python3-venv.")


def _pip(python: Path, *arguments: str) -> None:
    options = ("-qq", "--disable-pip-version-check", "--no-input")
    if _call([str(python), "-m", "pip", "install", *options, *arguments]).returncode != 0:
        raise Stop("The packages could not be installed: see above. Is the network reachable?")


def _venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _stamps() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _digest(name: str) -> str:
    return hashlib.sha256((ROOT / "packaging" / name).read_bytes()).hexdigest()


def has_screen(environ: Mapping[str, str], system: str) -> bool:
    """Whether windows can be shown; `system` as in `sys.platform`."""
    if system in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def say(sentence: str) -> None:
    """One line about what happens now, in order with what the called programs print."""
    print(f"» {sentence}", flush=True)


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _call(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run `command` in the project's folder, its output shown."""
    return subprocess.run(command, cwd=ROOT, text=True, check=False)


def _quietly(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run `command` with its output kept; a program that is not there has failed."""
    try:
        return subprocess.run(
            command, text=True, encoding="utf-8", errors="replace", capture_output=True, check=False
        )
    except FileNotFoundError:
        return subprocess.CompletedProcess(command, 127, "", "")


if __name__ == "__main__":
    sys.exit(main())
