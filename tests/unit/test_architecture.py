"""The arrows between the rooms run down only. The imports are read, nothing is imported."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "desktop_assist"

BASE = {"decoding", "errors", "text"}
MAY_IMPORT: dict[str, set[str]] = {
    "text": set(),
    "errors": {"text"},
    "decoding": set(),
    "translation": set(),
    "bundled": BASE,
    "report": BASE,
    "settings": BASE | {"core"},
    "core": BASE | {"core"},
    "oslayer": BASE | {"core", "oslayer"},
    "packs": BASE | {"core", "packs"},
    "store": BASE | {"core", "settings", "store"},
    "services": BASE | {"core", "settings", "services", "oslayer"},
    "channel": BASE | {"channel", "core", "packs", "store", "__version__"},
    "cli": BASE
    | {
        "bundled",
        "channel",
        "cli",
        "core",
        "oslayer",
        "packs",
        "services",
        "settings",
        "store",
        "translation",
    },
    "gui": BASE
    | {"bundled", "channel", "core", "gui", "packs", "services", "settings", "store", "translation"}
    | {"oslayer", "report"},
    "__main__": BASE | {"cli", "gui", "report", "services", "store"},
    "__init__": set(),
}
# Inside the core the arrows run down as well; modules that lie in no room are known to all.
CORE_ROOMS = (
    "language checking replies rewriting searching suggesting pasting statistics learning".split()
)
SYSTEM_MODULES = frozenset(
    "Xlib keyboard winreg msvcrt ctypes dbus gi jeepney objc AppKit Quartz".split()
)
DOCUMENTED = ("channel", "core", "packs", "store", "services")
# On the way to the tray and the first palette these cost a tenth of a second and more.
HEAVY = frozenset(
    "pypinyin numpy liquid ahocorasick_rs borax ruamel tuf fsrs openpyxl python_calamine"
    " charset_normalizer securesystemslib cryptography fsspec".split()
)


CLOCKS = ("now", "today", "utcnow", "monotonic", "perf_counter")
FILES = ("open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob")

# Derive from the template engine's and openpyxl's classes, and are themselves imported late.
LATE = {"template_language.py", "sheet.py"}
# All that checks and makes signatures, which loads TUF.
LATE_ROOMS = ("channel/signed/",)

Breaches = Iterator[str]


@dataclass(frozen=True)
class Module:
    """A file of the program, read and not run."""

    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(PACKAGE).as_posix()

    @property
    def room(self) -> str:
        """The folder right beneath the package, or the name of a file there."""
        return self.name.partition("/")[0].removesuffix(".py")

    def imports(self, *, only_top: bool = False) -> Iterator[tuple[str, int]]:
        """Every imported module by its full name, with its line; mostly also inside functions."""
        for node in self.tree.body if only_top else ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((name.name, node.lineno) for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((f"{node.module}.{name.name}", node.lineno) for name in node.names)

    def at(self, line: int, what: str) -> str:
        return f"{self.name}:{line}: {what}"


def room_of(imported: str) -> str | None:
    """The room that an imported name belongs to, None for what is not ours."""
    first, _, rest = imported.partition(".")
    return rest.partition(".")[0] if first == "desktop_assist" else None


def wrong_arrows(module: Module) -> Breaches:
    for name, line in module.imports():
        there = room_of(name)
        if there and there != "__version__" and there not in MAY_IMPORT[module.room]:
            yield module.at(line, f"{module.room} → {name}")


def wrong_arrows_in_the_core(module: Module) -> Breaches:
    """A room of the core knows those named before it in `CORE_ROOMS`, and itself."""
    if module.room != "core":
        return
    here = module.name.split("/")[1]
    for name, line in module.imports():
        there = name.split(".")[2] if name.startswith("desktop_assist.core.") else ""
        known = CORE_ROOMS[: CORE_ROOMS.index(here) + 1] if here in CORE_ROOMS else []
        if there in CORE_ROOMS and there not in known:
            yield module.at(line, f"core/{here} → core/{there}")


def relative_imports(module: Module) -> Breaches:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield module.at(node.lineno, "imports are written in full")


def bypassed_protocols(module: Module) -> Breaches:
    """Services know the seams' protocols; gui/app*.py and the doctor reach the real ones."""
    composes = module.name.startswith("gui/app") or module.name == "cli/doctor.py"
    if module.room not in ("services", "gui", "cli") or composes:
        return
    for name, line in module.imports():
        if room_of(name) == "oslayer" and ".base." not in name:
            yield module.at(line, name)


def stray_qt(module: Module) -> Breaches:
    if module.room != "gui" and not module.name.startswith("oslayer/clipboard/qt"):
        for name, line in module.imports():
            if name.startswith(("PySide6", "shiboken6")):
                yield module.at(line, name)


def stray_systems(module: Module) -> Breaches:
    allowed = {"oslayer": SYSTEM_MODULES | {"pyperclip"}, "cli": {"pyperclip"}}
    for name, line in module.imports():
        first = name.partition(".")[0]
        known = first in SYSTEM_MODULES | {"pyperclip"}
        if known and first not in allowed.get(module.room, set()):
            yield module.at(line, name)


def early_weights(module: Module) -> Breaches:
    if module.path.name not in LATE and not module.name.startswith(LATE_ROOMS):
        for name, line in module.imports(only_top=True):
            if name.startswith("desktop_assist.channel.signed"):
                yield module.at(line, f"{name} is imported before it is used")
            if name.partition(".")[0] in HEAVY:
                yield module.at(line, f"{name} is imported before it is used")


def files_and_clocks_in_the_core(module: Module) -> Breaches:
    if module.room != "core":
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called == "time.time" or called.rpartition(".")[2] in (*CLOCKS, *FILES):
                yield module.at(node.lineno, called)


def module_state(module: Module) -> Breaches:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield module.at(node.lineno, f"global {', '.join(node.names)}")
    for statement in module.tree.body:
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and is_mutable(statement.value):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names = [ast.unparse(target) for target in targets]
            if not all(name.strip("_").isupper() or name == "__all__" for name in names):
                yield module.at(statement.lineno, ", ".join(names))


def is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func) in {"dict", "list", "set", "defaultdict", "deque"}
    return isinstance(value, (ast.Dict, ast.List, ast.Set, ast.ListComp, ast.DictComp))


def unguarded_types(module: Module) -> Breaches:
    """Decoding past `desktop_assist.decoding`, which keeps two threads from beginning at once."""
    if module.name == "decoding.py":
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            typed = len(node.args) > 1 or any(word.arg == "type" for word in node.keywords)
            if called.startswith("msgspec.") and (
                called.endswith((".Decoder", ".convert")) or (called.endswith(".decode") and typed)
            ):
                yield module.at(node.lineno, called)


def silent_names(module: Module) -> Breaches:
    """Public names of the rooms that others build on, without a docstring."""
    if module.room not in DOCUMENTED or module.path.name == "__init__.py":
        return
    if not ast.get_docstring(module.tree):
        yield module.at(1, "the module")
    for node in module.tree.body:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        if not node.name.startswith("_") and not ast.get_docstring(node):
            yield module.at(node.lineno, node.name)


Rule = Callable[[Module], Breaches]
RULES: tuple[Rule, ...] = (
    wrong_arrows,
    wrong_arrows_in_the_core,
    relative_imports,
    bypassed_protocols,
    stray_qt,
    stray_systems,
    early_weights,
    files_and_clocks_in_the_core,
    module_state,
    unguarded_types,
    silent_names,
)


@pytest.fixture(scope="module")
def modules() -> list[Module]:
    files = sorted(path for path in PACKAGE.rglob("*.py") if "_bundled" not in path.parts)
    return [Module(path, ast.parse(path.read_text("utf-8"))) for path in files]


@pytest.mark.parametrize("rule", RULES)
def test_the_house_is_in_order(modules: list[Module], rule: Rule) -> None:
    assert [breach for module in modules for breach in rule(module)] == []


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (wrong_arrows, "core/x.py", "from desktop_assist.store.home import Home"),
        (wrong_arrows, "packs/x.py", "import desktop_assist.services.replies"),
        (wrong_arrows, "store/x.py", "def f():\n    from desktop_assist import gui"),
        (
            wrong_arrows_in_the_core,
            "core/language/x.py",
            "from desktop_assist.core.searching import texts",
        ),
        (relative_imports, "core/x.py", "from . import pack"),
        (bypassed_protocols, "services/x.py", "import desktop_assist.oslayer.keys.xtest"),
        (bypassed_protocols, "gui/tray/icon.py", "from desktop_assist.oslayer.x11 import display"),
        (stray_qt, "services/x.py", "from PySide6.QtCore import QObject"),
        (stray_systems, "gui/x.py", "import keyboard"),
        (stray_systems, "services/x.py", "import pyperclip"),
        (early_weights, "core/x.py", "import liquid"),
        (files_and_clocks_in_the_core, "core/x.py", "today = datetime.date.today()"),
        (files_and_clocks_in_the_core, "core/x.py", "text = path.read_text()"),
        (module_state, "core/x.py", "cache = {}"),
        (module_state, "core/x.py", "def f():\n    global n\n    n = 1"),
        (unguarded_types, "store/x.py", "held = msgspec.json.decode(data, type=Held)"),
        (unguarded_types, "store/x.py", "read = msgspec.json.Decoder(Held)"),
        (silent_names, "store/x.py", '"""A module."""\nclass Silent: ...'),
    ],
)
def test_a_breach_is_found(rule: Rule, name: str, source: str) -> None:
    assert list(rule(Module(PACKAGE / name, ast.parse(source))))
