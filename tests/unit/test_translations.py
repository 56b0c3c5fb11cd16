"""Every sentence of the program has its Chinese, and the compiled files are the newest."""

from __future__ import annotations

import importlib.util
import string
import sys
from pathlib import Path
from types import ModuleType

import pytest

from desktop_assist.translation import CatalogueTranslator, chosen_language

ROOT = Path(__file__).resolve().parents[2]
LANGUAGE = "zh_CN"


@pytest.fixture(scope="module")
def translate() -> ModuleType:
    """packaging/translate.py; that folder must not become a package."""
    spec = importlib.util.spec_from_file_location(
        "translate_tool", ROOT / "packaging" / "translate.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_every_sentence_is_translated(translate: ModuleType) -> None:
    assert translate.missing(LANGUAGE) == []


def test_no_translation_is_left_of_sentences_that_are_gone(translate: ModuleType) -> None:
    assert set(translate.translations(LANGUAGE)) == set(translate.sentences())


def test_a_translation_has_the_places_of_its_sentence(translate: ModuleType) -> None:
    wrong = [
        sentence
        for sentence, said in translate.translations(LANGUAGE).items()
        if _places(sentence.source) != _places(said)
    ]
    assert wrong == []


def test_the_compiled_file_is_the_newest(translate: ModuleType, tmp_path: Path) -> None:
    fresh = translate.compile_catalogue(LANGUAGE, tmp_path)
    kept = translate.TRANSLATIONS / fresh.name
    assert kept.read_bytes() == fresh.read_bytes(), "run packaging/translate.py compile"


def test_sentences_are_found_wherever_they_are_said(translate: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "said.py").write_text(
        "class Window:\n"
        "    def show(self):\n"
        "        self.tr('one ' 'piece')\n"
        "        return say('Place', 'two {name}', name=self.tr('inner'))\n"
        "QCoreApplication.translate('Other', 'three')\n",
        encoding="utf-8",
    )
    found = {(one.context, one.source) for one in translate.sentences(tmp_path)}
    assert found == {
        ("Window", "one piece"),
        ("Window", "inner"),
        ("Place", "two {name}"),
        ("Other", "three"),
    }


def test_the_command_line_reads_the_same_file(translate: ModuleType) -> None:
    speak = CatalogueTranslator.from_ts(translate.catalogue(LANGUAGE).read_text(encoding="utf-8"))
    assert speak("Settings", "Language") == "语言"
    assert speak("Settings", "no such sentence") == "no such sentence"


def test_an_unfinished_translation_stays_english() -> None:
    speak = CatalogueTranslator.from_ts(
        "<TS><context><name>A</name><message><source>b</source>"
        '<translation type="unfinished">乙</translation></message></context></TS>'
    )
    assert speak("A", "b") == "b"


@pytest.mark.parametrize(
    ("setting", "environ", "language"),
    [
        ("en", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("zh_CN", {}, "zh_CN"),
        ("system", {"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ("system", {"LANG": "zh_TW.UTF-8"}, "zh_CN"),
        ("system", {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ("system", {"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh_CN"),
        ("system", {"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, "en"),
        ("system", {}, "en"),
    ],
)
def test_the_language_follows_the_setting_then_the_environment(
    setting: str, environ: dict[str, str], language: str
) -> None:
    assert chosen_language(setting, environ) == language


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
