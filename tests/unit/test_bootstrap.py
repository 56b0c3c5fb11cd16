"""The bootstrap's decisions: what is missing, who may install it, what is up to date."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
Bootstrap = Any
"""The script as a module: loaded by its path, so its names have no types here."""


@pytest.fixture
def bootstrap() -> Bootstrap:
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "packaging/bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.System._has_apt = lambda _self: True
    return module


class Machine:
    """A Debian that answers the commands; notes those that change something."""

    def __init__(self, *, installed: str = "", offered: str = "", sudo: bool = False) -> None:
        self.installed = set(installed.split())
        self.offered = set(offered.split())
        self.later_offered: set[str] = set()
        self.sudo = sudo
        self.changes: list[str] = []

    def __call__(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        words = [word for word in command if word not in ("sudo", "-n")]
        answers: dict[str, Callable[[list[str]], tuple[int, str]]] = {
            "dpkg-query": self._query,
            "apt-cache": self._policy,
            "apt-get": self._update,
            "env": self._install,
            "true": lambda _words: (0 if self.sudo else 1, ""),
        }
        code, out = answers[words[0]](words)
        return subprocess.CompletedProcess(command, code, out, "")

    def _query(self, words: list[str]) -> tuple[int, str]:
        known = [name for name in words if name in self.installed]
        return 1, "".join(f"{name} installed\n" for name in known)

    def _policy(self, words: list[str]) -> tuple[int, str]:
        return 0, f"{words[2]}:\n  Candidate: 1.0\n" if words[2] in self.offered else ""

    def _update(self, _words: list[str]) -> tuple[int, str]:
        self.changes.append("update")
        self.offered |= self.later_offered
        return 0, ""

    def _install(self, words: list[str]) -> tuple[int, str]:
        packages = words[words.index("--no-install-recommends") + 1 :]
        if not self.offered.issuperset(packages):
            return 100, ""
        self.changes.append(f"install {' '.join(packages)}")
        self.installed.update(packages)
        return 0, ""


def test_nothing_is_done_where_nothing_is_missing(bootstrap: Bootstrap) -> None:
    machine = Machine(installed="a b")
    bootstrap.System(machine, root=True).provide(["a"], ["b"])
    assert machine.changes == []


def test_only_what_is_missing_is_installed_and_the_list_is_left_alone(
    bootstrap: Bootstrap,
) -> None:
    machine = Machine(installed="a", offered="a b c")
    bootstrap.System(machine, root=True).provide(["a", "b"], ["c"])
    assert machine.changes == ["install b c"]


def test_the_list_is_fetched_when_a_package_is_unknown(bootstrap: Bootstrap) -> None:
    machine = Machine()
    machine.later_offered = {"a"}
    bootstrap.System(machine, root=True).provide(["a"])
    assert machine.changes == ["update", "install a"]


def test_a_renamed_package_is_found_under_either_name(bootstrap: Bootstrap) -> None:
    old = Machine(installed="libglib2.0-0")
    new = Machine(offered="libglib2.0-0t64")
    for machine in (old, new):
        bootstrap.System(machine, root=True).provide(["libglib2.0-0|libglib2.0-0t64"])
    assert (old.changes, new.changes) == ([], ["install libglib2.0-0t64"])


def test_a_wish_that_cannot_be_had_does_not_stop_the_rest(
    bootstrap: Bootstrap, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(offered="a c")
    bootstrap.System(machine, root=True).provide(["a"], ["chromium", "c"])
    assert machine.installed == {"a", "c"}
    assert "chromium is not to be had here" in capsys.readouterr().out


def test_a_need_that_cannot_be_had_stops_with_the_line_to_try(bootstrap: Bootstrap) -> None:
    with pytest.raises(bootstrap.Stop, match="sudo apt-get install --no-install-recommends a"):
        bootstrap.System(Machine(), root=True).provide(["a"])


def test_sudo_without_a_password_is_used(bootstrap: Bootstrap) -> None:
    machine = Machine(offered="a", sudo=True)
    bootstrap.System(machine, root=False).provide(["a"])
    assert machine.changes == ["install a"]


def test_who_may_not_install_gets_one_line_to_run(
    bootstrap: Bootstrap, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(offered="a b")
    bootstrap.System(machine, root=False).provide(["a|a64"], ["b"])
    assert machine.changes == []
    assert "sudo apt-get install --no-install-recommends a b\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("environ", "system", "screen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_known_by_the_environment(
    bootstrap: Bootstrap, environ: dict[str, str], system: str, screen: bool
) -> None:
    assert bootstrap.has_screen(environ, system) is screen


class Installation:
    """A project folder in which commands are noted, not run; `made` is a Python of `.venv`."""

    def __init__(self, bootstrap: Bootstrap, folder: Path) -> None:
        self.commands: list[str] = []
        self._bootstrap = bootstrap
        (folder / "packaging").mkdir()
        for name in ("pyproject.toml", "packaging/requirements.txt"):
            (folder / name).write_text("one", "utf-8")
        (folder / "packaging/requirements-test.txt").write_text("two", "utf-8")
        bootstrap.ROOT, bootstrap.VENV = folder, folder / ".venv"
        bootstrap.STAMP = folder / ".venv" / "stamp.json"
        bootstrap._call = self._note

    def _note(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        self.commands.append(next(word for word in ("venv", "-r", "-e") if word in command))
        python = self._bootstrap._venv_python()
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        return subprocess.CompletedProcess(command, 0, "", "")

    def prepare(self, lock: str) -> list[str]:
        """What is done now to make the environment of `lock`."""
        self.commands.clear()
        self._bootstrap.environment(lock, self._bootstrap.System(Machine(), root=True))
        return list(self.commands)


@pytest.fixture
def installation(bootstrap: Bootstrap, tmp_path: Path) -> Installation:
    return Installation(bootstrap, tmp_path)


def test_an_environment_is_made_once(installation: Installation) -> None:
    assert installation.prepare("requirements.txt") == ["venv", "-r", "-e"]
    assert installation.prepare("requirements.txt") == []


def test_the_test_lock_contains_the_other(installation: Installation) -> None:
    assert installation.prepare("requirements-test.txt") == ["venv", "-r", "-e"]
    assert installation.prepare("requirements.txt") == []


def test_a_changed_lock_is_installed_again(installation: Installation, tmp_path: Path) -> None:
    installation.prepare("requirements.txt")
    (tmp_path / "packaging/requirements.txt").write_text("changed", "utf-8")
    assert installation.prepare("requirements.txt") == ["-r"]


def test_another_python_makes_the_environment_anew(
    installation: Installation, tmp_path: Path
) -> None:
    installation.prepare("requirements.txt")
    stamp = tmp_path / ".venv" / "stamp.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text("utf-8")) | {"python": "3.9"}), "utf-8")
    assert installation.prepare("requirements.txt") == ["venv", "-r", "-e"]


def test_a_moved_folder_is_installed_from_its_new_place(
    installation: Installation, bootstrap: Bootstrap, tmp_path: Path
) -> None:
    installation.prepare("requirements.txt")
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("packaging", "pyproject.toml", ".venv"):
        (tmp_path / name).rename(moved / name)
    bootstrap.ROOT, bootstrap.VENV = moved, moved / ".venv"
    bootstrap.STAMP = moved / ".venv" / "stamp.json"
    assert installation.prepare("requirements.txt") == ["-e"]


def test_a_damaged_stamp_makes_the_environment_anew(
    installation: Installation, tmp_path: Path
) -> None:
    installation.prepare("requirements.txt")
    (tmp_path / ".venv" / "stamp.json").write_text("[", "utf-8")
    assert installation.prepare("requirements.txt") == ["venv", "-r", "-e"]


def test_every_check_runs_and_one_failure_is_the_result(
    bootstrap: Bootstrap, capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap._call = lambda command: subprocess.CompletedProcess(command, int(command[1]), "", "")
    assert bootstrap._in_turn((("style", ["x", "1"]), ("tests", ["x", "0"]))) == 1
    told = capsys.readouterr().out
    assert "FAILED  style" in told
    assert "passed  tests" in told
    assert bootstrap._in_turn((("style", ["x", "0"]),)) == 0


def test_a_stop_is_a_sentence_and_exit_code_2(
    bootstrap: Bootstrap, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10))
    assert bootstrap.main(["run"]) == 2
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_the_lock_pins_every_package_with_hashes(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())[1:]
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_the_test_lock_holds_the_other_lock_whole() -> None:
    run, test = (
        set(re.findall(r"^[a-z0-9-]+==\S+", (ROOT / "packaging" / name).read_text("utf-8"), re.M))
        for name in ("requirements.txt", "requirements-test.txt")
    )
    assert run < test


def test_every_dependency_of_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = (ROOT / "packaging/requirements-test.txt").read_text("utf-8")
    for wanted in (*project["dependencies"], *project["optional-dependencies"]["test"]):
        found = re.match(r"[\w.-]+", wanted)
        assert found is not None
        name = re.sub(r"[-_.]+", "-", found[0]).lower()
        assert f"\n{name}==" in locked, f"{name} is missing: see “The lock” in CONTRIBUTING.md"
