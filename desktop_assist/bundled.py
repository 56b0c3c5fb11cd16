"""Finds what travels with the program: in a checkout, in a wheel and in a frozen bundle."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from desktop_assist.errors import AssistError
from desktop_assist.text import say


def resources() -> Path:
    """The folder of icons, themes, translations, rules and help.

    Raises:
        AssistError: the installation is incomplete.
    """
    return find("resources", _package())


def snippets() -> Path:
    """The folder of the starter packs, one folder a pack.

    Raises:
        AssistError: the installation is incomplete.
    """
    return find("snippets", _package())


def find(name: str, package: Path) -> Path:
    """The folder `name` that belongs to `package`: inside it when installed, else beside it."""
    for folder in (package / "_bundled" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise AssistError(
        say(
            "Bundled",
            "The program's own folder “{name}” is missing in {place}.",
            name=name,
            place=package,
        ),
        say("Bundled", "Install the program again; your own replies are kept elsewhere."),
    )


def _package() -> Path:
    # A frozen one-file bundle unpacks the package to a real folder, so a path always exists.
    return Path(str(files("desktop_assist")))
