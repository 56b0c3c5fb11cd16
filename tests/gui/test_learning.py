"""What is taught in a window holds at once, everywhere, and is taken back as easily."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget

from desktop_assist.bundled import resources
from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.checking.levels import PlatformLevel
from desktop_assist.errors import AssistError
from desktop_assist.gui.checks.learning import Learning
from desktop_assist.gui.checks.lessons import Lessons
from desktop_assist.gui.editor.window import Editor
from desktop_assist.gui.finder import Finder
from desktop_assist.gui.settings.preferences import Preferences
from desktop_assist.gui.shelf import Places, Shelf
from desktop_assist.gui.undo_line import UndoLine
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.exceptions_store import ExceptionsStore, Phrase
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.settings_store import SettingsStore
from desktop_assist.store.usage import UsageStore
from desktop_assist.store.writer import Writer
from desktop_assist.text import say
from tests.fakes.worker import FakeWorker

DAY = datetime.date(2026, 3, 2)
HARSH = "不知道！"


class Product:
    """The parts that learn, on a folder, with the rules that are delivered."""

    def __init__(self, folder: Path, writer: Writer) -> None:
        def stored(name: str) -> AtomicStorage:
            return AtomicStorage(folder / name, lambda: DAY)

        self.own = OwnSnippets(stored("own"))
        usage = UsageStore(
            stored("usage"), folder / "journals", writer, lambda error: pytest.fail(str(error))
        )
        places = Places((), resources() / "rules", folder / "none", folder / "cache")
        finder = Finder(folder / "index", FakeWorker(), lambda: None, lambda _notice: None)
        self.shelf = Shelf(
            places, self.own, usage, lambda: DAY, lambda: "zh_CN", lambda: None, finder
        )
        self.shelf.need_rules()
        self.preferences = Preferences(SettingsStore(stored("settings")))
        self.preferences.changed.connect(self.apply)
        self.learning = Learning(
            ExceptionsStore(stored("exceptions"), lambda: DAY), self.shelf, self.preferences
        )

    def apply(self, *levels: object) -> None:
        settings = self.preferences.settings
        self.shelf.choose_families(
            frozenset(settings.families_off), checker_on=True, levels=settings.levels
        )

    def rules(self, text: str, *platforms: str) -> list[str]:
        return [one.rule for one in self.shelf.check(text, platforms)]


@pytest.fixture
def product(tmp_path: Path, qapp: QApplication) -> Iterator[Product]:
    writer = Writer(lambda error: pytest.fail(str(error)))
    yield Product(tmp_path, writer)
    writer.close()


def test_an_exception_holds_at_once_after_a_new_start_and_can_go(
    product: Product, tmp_path: Path
) -> None:
    (finding,) = product.shelf.check(HARSH)
    changed = QSignalSpy(product.learning.changed)
    product.learning.teach(finding)
    assert product.rules(HARSH) == []
    assert changed.count() == 1
    writer = Writer(lambda error: pytest.fail(str(error)))
    later = Product(tmp_path, writer)
    assert later.rules(HARSH) == []
    later.learning.forget(later.learning.all()[0].phrase)
    assert later.rules(HARSH) == [finding.rule]
    writer.close()


def test_an_exception_does_not_let_through_what_blocks(product: Product) -> None:
    (finding,) = product.shelf.check(HARSH)
    product.learning.teach(finding)
    levels = (PlatformLevel(platform="千牛", family="tone", level="block"),)
    product.shelf.choose_families(frozenset(), checker_on=True, levels=levels)
    assert product.rules(HARSH, "千牛") == [finding.rule]
    assert product.rules(HARSH, "微信") == []


def test_a_family_is_switched_off_and_on(product: Product) -> None:
    product.learning.switch_family("tone", on=False)
    assert product.rules(HARSH) == []
    assert product.preferences.settings.families_off == ("tone",)
    product.learning.switch_family("tone", on=True)
    assert product.rules(HARSH) != []


def test_the_editor_teaches_and_takes_back(product: Product) -> None:
    editor = Editor(
        product.own, lambda snippet: snippet.body, product.shelf.check, teaching=product.learning
    )
    editor.show()
    box = editor.form.texts["body"]
    box.setPlainText(f"您好，{HARSH}")
    editor.form.show_findings()
    (finding,) = product.shelf.check(box.toPlainText())
    # WHEN the finding is called no problem
    editor.form.taught.emit(finding)
    # THEN its underline goes, and a line offers to take it back
    assert box.extraSelections() == []
    assert editor.undo_line.told == "“不知道” is not a problem from now on."
    editor.undo_line.button.click()
    assert len(box.extraSelections()) == 1
    assert editor.undo_line.told == ""
    # AND so with a family
    editor.form.family_refused.emit("tone")
    assert box.extraSelections() == []
    assert editor.undo_line.told == "“Tone” is switched off."
    editor.undo_line.button.click()
    assert len(box.extraSelections()) == 1


def test_a_lesson_that_cannot_be_kept_is_told_and_offers_nothing(qapp: QApplication) -> None:
    class Full:
        def teach(self, finding: Finding) -> None:
            raise AssistError(say("Store", "The disk is full."))

        def forget(self, phrase: Phrase) -> None:
            pytest.fail("nothing was learnt that could be forgotten")

        def switch_family(self, family: str, *, on: bool) -> None:
            pytest.fail("nobody has switched a family")

    window = QWidget()
    line = UndoLine(window)
    failures: list[AssistError] = []
    lessons = Lessons(Full(), line, failures.append, lambda: pytest.fail("nothing has changed"))
    lessons.teach(Finding("r", "tone", "warn", 0, 2, "但是", "m"))
    assert [str(one) for one in failures] == ["The disk is full."]
    assert line.told == ""
