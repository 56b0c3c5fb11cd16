"""Keep the Qt Linguist files with the source: `update`, then translate, then `compile`.

    python packaging/translate.py update     put new sentences into the .ts files, drop old ones
    python packaging/translate.py missing    print the sentences that have no translation
    python packaging/translate.py compile    write the .qm files that the program loads

lupdate 6.12 skips a Python call that has keyword arguments, so every `say(…, place=value)` would
be lost. The sentences are therefore read here with `ast`, and lupdate merges them.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "desktop_assist"
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN",)


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A translatable sentence: its context and its English source."""

    context: str
    source: str


def sentences(folder: Path = SOURCES) -> list[Sentence]:
    """Every sentence of the Python files under `folder`, each once, sorted."""
    found: set[Sentence] = set()
    for file in sorted(folder.rglob("*.py")):
        found.update(_in_file(file))
    return sorted(found)


def _in_file(file: Path) -> Iterator[Sentence]:
    yield from _in_node(ast.parse(file.read_text(encoding="utf-8"), str(file)), "")


def _in_node(node: ast.AST, context: str) -> Iterator[Sentence]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            yield from _in_call(child, context)
        yield from _in_node(child, inner)


def _in_call(call: ast.Call, context: str) -> Iterator[Sentence]:
    """`self.tr(source)` has its class for context; `say` and `translate` name theirs."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = call.func.id if isinstance(call.func, ast.Name) else name
    texts = [one.value for one in call.args[:2] if isinstance(one, ast.Constant)]
    words = [text for text in texts if isinstance(text, str)]
    if name == "tr" and words:
        yield Sentence(context, words[0])
    elif name in ("say", "translate") and len(words) == 2:
        yield Sentence(words[0], words[1])


def catalogue(language: str) -> Path:
    return TRANSLATIONS / f"desktop_assist_{language}.ts"


def translations(language: str) -> dict[Sentence, str]:
    """What the .ts file of `language` says; an unfinished sentence is empty."""
    root = ElementTree.parse(catalogue(language)).getroot()  # noqa: S314  our own file
    return {
        Sentence(part.findtext("name", ""), message.findtext("source", "")): _finished(message)
        for part in root.iter("context")
        for message in part.iter("message")
    }


def _finished(message: ElementTree.Element) -> str:
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        return ""
    return translation.text or ""


def missing(language: str) -> list[Sentence]:
    """Sentences of the program that `language` does not say yet."""
    known = translations(language)
    return [sentence for sentence in sentences() if not known.get(sentence)]


def update() -> None:
    """Merge the sentences of the source into every .ts file."""
    with tempfile.TemporaryDirectory() as folder:
        marks = Path(folder) / "sentences.py"
        marks.write_text("".join(map(_mark, sentences())), encoding="utf-8")
        for language in LANGUAGES:
            options = ["-no-obsolete", "-locations", "none", "-target-language", language]
            heuristics = ["-disable-heuristic", "similartext", "-disable-heuristic", "sametext"]
            _run("lupdate", *options, *heuristics, str(marks), "-ts", str(catalogue(language)))


def _mark(sentence: Sentence) -> str:
    return f"QT_TRANSLATE_NOOP({_quoted(sentence.context)}, {_quoted(sentence.source)})\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def compile_catalogue(language: str, folder: Path = TRANSLATIONS) -> Path:
    """Write the .qm file of `language` into `folder`, and say where it lies.

    It is written beside and moved there: a running program may have the old one mapped.
    """
    target = folder / f"{catalogue(language).stem}.qm"
    with tempfile.TemporaryDirectory(dir=folder, prefix=".qm-") as beside:
        written = Path(beside) / target.name
        _run("lrelease", "-silent", str(catalogue(language)), "-qm", str(written))
        written.replace(target)
    return target


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(_tool(tool)), *arguments], check=True)


def _tool(name: str) -> Path:
    """The tool inside the PySide6 wheel: in its top folder, or under another suffix."""
    import PySide6  # noqa: PLC0415  not needed to read sentences

    folder = Path(PySide6.__path__[0])
    return next(iter(sorted(folder.glob(f"{name}*"))), folder / name)


def main(arguments: list[str]) -> int:
    match arguments:
        case ["update"]:
            update()
        case ["compile"]:
            for language in LANGUAGES:
                compile_catalogue(language)
        case ["missing"]:
            for language in LANGUAGES:
                for sentence in missing(language):
                    print(f"{language}\t{sentence.context}\t{sentence.source}")
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
