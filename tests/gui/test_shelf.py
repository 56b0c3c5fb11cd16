"""Replies in the language of the interface stand first among equals."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.finder import Finder
from desktop_assist.gui.shelf import Places, Shelf, own_language_first
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.usage import UsageStore
from desktop_assist.store.writer import Writer
from tests.fakes.worker import FakeWorker

DAY = datetime.date(2026, 3, 2)
PACK = """format: 1
snippets:
  - {{id: hello, title: {title}, category: [a], language: {language}, body: text}}
"""


def entry(name: str, language: str) -> Entry:
    return Entry(Snippet(id=name, title=name, category=("a",), language=language), "pack")


@pytest.mark.parametrize(
    ("language", "first"), [("zh_CN", ["chinese", "plain"]), ("en", ["english", "plain", "us"])]
)
def test_other_languages_stand_behind_and_the_order_stays(language: str, first: list[str]) -> None:
    entries = [
        entry("english", "en"),
        entry("chinese", "zh-CN"),
        entry("plain", ""),
        entry("us", "en-US"),
    ]
    ordered = [one.snippet.id for one in own_language_first(entries, language)]
    assert ordered[: len(first)] == first
    assert sorted(ordered) == ["chinese", "english", "plain", "us"]


def test_a_change_of_language_changes_who_is_first(tmp_path: Path) -> None:
    # GIVEN a pack in each language
    for name, title, language in (("a-en", "Hello", "en"), ("b-zh", "你好", "zh-CN")):
        folder = tmp_path / "packs" / name
        (folder / "snippets").mkdir(parents=True)
        (folder / "pack.yaml").write_text(
            f'format: 1\nid: {name}\nversion: "1"\ntitle: {name}\n', encoding="utf-8"
        )
        text = PACK.format(title=title, language=language)
        (folder / "snippets" / "all.yaml").write_text(text, encoding="utf-8")
    spoken = ["zh_CN"]
    writer = Writer(lambda error: pytest.fail(str(error)))
    shelf = Shelf(
        Places(
            (tmp_path / "packs",),
            tmp_path,
            tmp_path / "pinyin.tsv",
            tmp_path / "cache",
        ),
        OwnSnippets(AtomicStorage(tmp_path / "own.jsonl", lambda: DAY)),
        UsageStore(
            AtomicStorage(tmp_path / "usage.jsonl", lambda: DAY),
            tmp_path / "journals",
            writer,
            lambda error: pytest.fail(str(error)),
        ),
        lambda: DAY,
        lambda: spoken[-1],
        lambda: None,
        Finder(tmp_path / "index", FakeWorker(), lambda: None, lambda _notice: None),
    )
    (tmp_path / "pinyin.tsv").write_text("ni\t你\nhao\t好\n", "utf-8")
    try:
        shelf.load_packs()
        assert [hit.key for hit in shelf.search("", 5)] == ["b-zh/hello", "a-en/hello"]
        assert [hit.key for hit in shelf.search("nihao", 5)] == ["b-zh/hello"]
        # WHEN the interface turns English
        spoken.append("en")
        shelf.renew()
        # THEN the English reply is the first one
        assert [hit.key for hit in shelf.search("", 5)] == ["a-en/hello", "b-zh/hello"]
    finally:
        writer.close()
