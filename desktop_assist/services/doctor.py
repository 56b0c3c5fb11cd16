"""What the doctor must know of the program itself, and how a report is kept private."""

from __future__ import annotations

import getpass
import platform
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from desktop_assist import __version__
from desktop_assist.core.diagnosis.concealment import Concealment
from desktop_assist.core.diagnosis.diagnosis import Diagnosis
from desktop_assist.core.diagnosis.facts import Versions

LIBRARIES = (
    "PySide6_Essentials", "keyboard", "pyperclip", "tinydb", "PyYAML", "msgspec", "python-liquid",
    "borax", "numpy", "fsrs", "tuf", "securesystemslib", "openpyxl", "python-calamine",
    "charset-normalizer", "filelock", "platformdirs",
)  # fmt: skip
"""The distributions that every installation has."""
_ON_LINUX = ("python-xlib", "jeepney")


def report_text(diagnosis: Diagnosis, data: Path) -> str:
    """`diagnosis` in English, for those who mend the program: no name, no place, no text of anyone.

    `data` is the data folder.
    """
    conceal = concealment(data)
    lines = diagnosis.lines(lambda _context, source: source)
    return "".join(f"{conceal(line)}\n" for line in lines)


def concealment(data: Path) -> Concealment:
    """Hides who the user is, and where their files lie."""
    return Concealment.of(
        data=str(data),
        home=str(Path.home()),
        temporary=tempfile.gettempdir(),
        user=_user(),
        host=platform.node(),
    )


def versions() -> Versions:
    """What runs here, by the metadata of what is installed."""
    names = (*LIBRARIES, *_by_system())
    return Versions(
        program=__version__,
        python=f"{platform.python_version()} {platform.python_implementation()}",
        system=platform.platform(terse=True),
        packaging=_packaging(),
        libraries={name: _version(name) for name in names},
    )


def _by_system() -> tuple[str, ...]:
    """What pyproject.toml asks for on this system alone."""
    automaton = () if platform.machine() == "ARM64" else ("ahocorasick_rs",)
    return (*automaton, *(_ON_LINUX if sys.platform == "linux" else ()))


def _packaging() -> str:
    """How this program was installed: `frozen`, `wheel` or `checkout`."""
    if getattr(sys, "frozen", False):
        return "frozen"
    return "wheel" if (Path(__file__).parents[1] / "_bundled").is_dir() else "checkout"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""  # a process without an entry in the user table has no name to hide
