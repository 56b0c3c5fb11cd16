"""What the one-folder build goes without, and what PyInstaller cannot see that it needs.

Run as a program it prints what a build holds and what each left-out part would weigh:

    python packaging/frozen/trimming.py dist/desktop-assist
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""As PyInstaller has it: path inside the bundle, path on the disk, kind."""

DISTRIBUTIONS = (
    "desktop-assist",
    "PySide6_Essentials",
    "keyboard",
    "pyperclip",
    "tinydb",
    "PyYAML",
    "msgspec",
    "python-liquid",
    "ahocorasick_rs",
    "borax",
    "numpy",
    "fsrs",
    "tuf",
    "securesystemslib",
    "cryptography",
    "python-calamine",
    "openpyxl",
    "charset-normalizer",
    "filelock",
    "platformdirs",
    "python-xlib",
    "jeepney",
)
"""Whose versions the doctor tells; those that are not installed are passed over."""

HIDDEN = ("securesystemslib.signer", "charset_normalizer.md")
"""Imported by name at run time, where no analysis finds them."""

LEFT_OUT_MODULES = [
    # Parts of numpy for building and testing.
    "numpy.f2py",
    "numpy.testing",
    "numpy.distutils",
    "numpy.polynomial",
    # Qt beyond core, gui, widgets and D-Bus.
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickWidgets",
    "PySide6.QtPrintSupport",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "PySide6.QtSvg",
    "PySide6.QtSvgWidgets",
    "PySide6.QtUiTools",
    "PySide6.QtXml",
    # Of no use to a program with its own windows.
    "tkinter",
    "pydoc",
    "pydoc_data",
    "doctest",
    "lib2to3",
    "sqlite3",
    "readline",
    "torch",
    "pandas",
    "tqdm",
    "PIL",
    "lxml",
    "defusedxml",
]

_QT_PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qwayland-generic", "qoffscreen", "qwindows", "qcocoa"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platformthemes": {"qxdgdesktopportal"},
    "imageformats": {"qjpeg", "qgif", "qwebp", "qico"},
    "styles": {"qmodernwindowsstyle", "qmacstyle", "qwindowsvistastyle"},
    "wayland-shell-integration": {"xdg-shell", "fullscreen-shell-v1"},
    "wayland-decoration-client": {"bradient"},
}
"""The plug-ins that stay, by folder. Of all others none does: pictures are PNG, JPEG, GIF and WebP,
windows are drawn without OpenGL, and Qt itself never goes on the network."""

_QT_LIBRARIES = {
    "Core", "Gui", "Widgets", "DBus", "XcbQpa", "WaylandClient", "WlShellIntegration",
}  # fmt: skip
_TRANSLATIONS = {"qtbase_zh_CN.qm"}
_LOCALES = {"global.dat", "root.dat", "en.dat", "en_US.dat"}
"""Of Babel no more than its import needs: liquid uses it in filters that no reply may use."""

_LIBRARY = re.compile(r"(?:lib)?Qt6?(?P<name>[A-Za-z]+)\.(?:so|dll|dylib|framework|abi3)")


def is_needed(name: str) -> bool:
    """Whether the file `name`, a path inside the bundle, stays in it."""
    path = PurePosixPath(name.replace("\\", "/"))
    parts = path.parts
    if "PySide6" in parts:
        return _is_needed_of_qt(path, parts)
    if parts[0] == "babel":
        return path.suffix != ".dat" or path.name in _LOCALES
    found = _LIBRARY.match(path.name)
    return found is None or found["name"] in _QT_LIBRARIES


def _is_needed_of_qt(path: PurePosixPath, parts: tuple[str, ...]) -> bool:
    if "plugins" in parts:
        folder, stem = parts[parts.index("plugins") + 1], path.name.partition(".")[0]
        return stem.removeprefix("lib") in _QT_PLUGINS.get(folder, set())
    if "translations" in parts:
        return path.name in _TRANSLATIONS
    if "qml" in parts or path.name.startswith(("opengl32sw", "d3dcompiler")):
        return False
    found = _LIBRARY.match(path.name)
    return found is None or found["name"] in _QT_LIBRARIES


Imports = Callable[[str], Iterable[str]]
"""Tells the names of the libraries that the one at a path loads."""


def without_orphans(entries: Iterable[Entry], imports: Imports) -> list[Entry]:
    """`entries` but for the system's libraries that nothing among them loads any more.

    PyInstaller gathers what every plug-in needs before the plug-ins that stay are chosen: a theme
    that is left out brings all of GTK.
    """
    own, system = [], {}
    for entry in entries:
        name = PurePosixPath(entry[0].replace("\\", "/"))
        if len(name.parts) == 1 and name.name.startswith("lib") and "python" not in name.name:
            system[name.name] = entry
        else:
            own.append(entry)
    waiting, reached = list(own), {}
    while waiting:
        for needed in imports(waiting.pop()[1]):
            if needed in system and needed not in reached:
                reached[needed] = system[needed]
                waiting.append(system[needed])
    return [*own, *reached.values()]


def sizes(folder: Path) -> Counter[str]:
    """Bytes by the first part of the path inside the bundle's library folder."""
    inside = folder / "_internal" if (folder / "_internal").is_dir() else folder
    weights: Counter[str] = Counter()
    for file in inside.rglob("*"):
        if file.is_file() and not file.is_symlink():
            weights[file.relative_to(inside).parts[0]] += file.stat().st_size
    return weights


def main() -> int:
    weights = sizes(Path(sys.argv[1]))
    for name, weight in weights.most_common(25):
        print(f"{weight / 1e6:8.1f} MB  {name}")
    print(f"{weights.total() / 1e6:8.1f} MB  in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
