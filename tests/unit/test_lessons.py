"""Lessons are read strictly, and those that travel with the program are worth reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_assist.bundled import resources, snippets
from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.learning.lesson import Lesson, is_same_language, next_unread, spoken_in
from desktop_assist.core.replies.pack import Manifest, Pack
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.packs.lessons import MAX_BYTES, LessonReading, read_lessons
from desktop_assist.packs.reader import read_packs
from desktop_assist.packs.rules import load_rules

CASE = """---
version: 1
kind: case
title: A case
stage: after-sale
says: It broke.
snippets: sorry
---
What happened.

1. Why?

***

- Because.
"""


def pack_in(folder: Path, **files: str) -> Pack:
    (folder / "lessons").mkdir()
    for name, text in files.items():
        (folder / "lessons" / f"{name}.md").write_text(text, encoding="utf-8")
    reply = Snippet(id="sorry", title="Sorry", category=("a",), body="Sorry!")
    manifest = Manifest(id="pack", version="1", title="Pack", languages=("en",))
    return Pack(manifest, (reply,), folder)


def read(folder: Path, text: str) -> LessonReading:
    return read_lessons([pack_in(folder, one=text)])


def faults(reading: LessonReading) -> list[str]:
    return [f"{one.line}: {one.message}" for one in reading.faults]


def test_a_case_is_read_in_its_parts(tmp_path: Path) -> None:
    reading = read(tmp_path, CASE)
    assert reading.faults == ()
    (lesson,) = reading.lessons
    assert lesson == Lesson(
        key="pack/one",
        kind="case",
        title="A case",
        body="What happened.\n\n1. Why?",
        language="en",
        stage="after-sale",
        says="It broke.",
        thoughts="- Because.",
        snippets=("pack/sorry",),
    )


def test_line_ends_of_windows_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    reading = read(tmp_path, "\ufeff" + CASE.replace("\n", "\r\n"))
    assert reading.faults == ()
    assert reading.lessons[0].thoughts == "- Because."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("no head", "1: The lesson has no head."),
        ("", "1: The lesson has no head."),
        ("---\nversion: 1\n", "3: The head of the lesson does not end."),
        ("---\nversion 1\n---\n", "2: “version 1” is no “name: text” line."),
        (CASE.replace("version: 1", "version: 2"), "2: The lesson is of a version"),
        (CASE.replace("version: 1\n", ""), "1: The lesson is of a version"),
        (CASE.replace("kind: case", "kind: poem"), "3: “poem” is no kind of lesson."),
        (CASE.replace("stage:", "author:"), "5: “author” is not a known name here."),
        (CASE.replace("says: It broke.\n", ""), "1: The line “says” is missing."),
        (CASE.replace("title: A case", "title: A\ntitle: B"), "5: “title” is written twice."),
        (CASE.replace("1. Why?", "Why?"), "9: The case asks nothing."),
        (CASE.replace("***", ""), "9: The case has no thoughts."),
        ("---\nversion: 1\nkind: care\ntitle: T\n---\n\n", "6: The lesson has no text."),
        (
            "---\nversion: 1\nkind: temper\ntitle: T\nvoice: Well?\n---\nText\n",
            "5: A voice has the place {question} exactly once.",
        ),
    ],
)
def test_a_broken_lesson_is_refused_with_its_line(tmp_path: Path, text: str, wanted: str) -> None:
    reading = read(tmp_path, text)
    assert reading.lessons == ()
    assert any(one.startswith(wanted) for one in faults(reading)), faults(reading)


def test_an_unknown_reply_costs_only_the_reference(tmp_path: Path) -> None:
    reading = read(
        tmp_path, CASE.replace("snippets: sorry", "snippets: sorry, gone, pack/sorry, far/off")
    )
    assert faults(reading) == ["7: There is no reply “gone”."]
    assert reading.lessons[0].snippets == ("pack/sorry",)


def test_what_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    pack = pack_in(tmp_path, good=CASE, large="x" * (MAX_BYTES + 1))
    (tmp_path / "lessons" / "binary.md").write_bytes(b"---\nversion: 1\n\xff\xfe")
    (tmp_path / "lessons" / "folder.md").mkdir()
    reading = read_lessons([pack])
    assert [one.key for one in reading.lessons] == ["pack/good"]
    said = {one.file.stem: (one.line, str(one.message)) for one in reading.faults}
    assert said["binary"] == (3, "The lesson is not written in UTF-8.")
    assert said["large"][1] == "The lesson is larger than 256 KB."
    assert said["folder"][1] == "The lesson cannot be read: it is a folder."


def test_a_pack_without_lessons_has_none(tmp_path: Path) -> None:
    pack = Pack(Manifest(id="pack", version="1", title="Pack"), (), tmp_path)
    assert read_lessons([pack]) == LessonReading((), ())


def test_the_language_chooses_and_an_unknown_one_gets_all(tmp_path: Path) -> None:
    lessons = read(tmp_path, CASE).lessons
    assert spoken_in(lessons, "en_GB") == lessons
    assert spoken_in(lessons, "zh_CN") == lessons
    assert is_same_language("zh-CN", "zh_TW")


# -- the lessons that travel with the program


@pytest.fixture(scope="module")
def shipped() -> LessonReading:
    packs = [reading.pack for reading in read_packs(snippets()) if reading.pack is not None]
    return read_lessons(packs)


def test_the_shipped_lessons_have_no_fault(shipped: LessonReading) -> None:
    assert [str(one) for one in shipped.faults] == []


def test_there_is_enough_to_read_in_both_languages(shipped: LessonReading) -> None:
    counts = Counter((one.language, one.kind) for one in shipped.lessons)
    assert counts["zh-CN", "case"] >= 12
    assert counts["zh-CN", "care"] >= 5
    assert counts["en", "case"] >= 5
    stages = {one.stage for one in shipped.lessons if (one.language, one.kind) == ("zh-CN", "path")}
    assert {"售前", "售中", "物流", "售后", "投诉", "关怀"} <= stages


def test_every_step_of_the_path_shows_good_and_bad_side_by_side(shipped: LessonReading) -> None:
    steps = [one for one in shipped.lessons if one.kind == "path"]
    assert [one.key for one in steps if not list(better_wordings(one))] == []


def test_what_the_path_calls_good_passes_the_checker(shipped: LessonReading) -> None:
    check = Checker(load_rules([resources() / "rules"]).ruleset).check
    steps = [one for one in shipped.lessons if one.kind == "path"]
    found = [
        (one.key, wording, finding.message)
        for one in steps
        for wording in better_wordings(one)
        for finding in check(wording)
    ]
    assert found == []


def test_the_path_leads_from_the_first_step_to_the_next_unread(shipped: LessonReading) -> None:
    chinese = spoken_in(shipped.lessons, "zh_CN")
    first, second = [one for one in chinese if one.kind == "path"][:2]
    assert next_unread(chinese, ()) == first
    assert next_unread(chinese, {first.key}) == second
    steps = {one.key for one in chinese if one.kind == "path"}
    after = next_unread(chinese, steps)
    assert after is not None
    assert after.kind == "case"
    assert next_unread(chinese, {one.key for one in chinese}) is None


def better_wordings(lesson: Lesson) -> Iterator[str]:
    """The right column of the tables that put two wordings side by side."""
    for table in re.findall(r"(?:^\|.*\n?)+", lesson.body, re.MULTILINE):
        rows = [row.strip("|").split("|") for row in table.strip().split("\n")]
        if rows[0][-1].strip() in ("这样说", "Like this"):
            yield from (row[-1].strip() for row in rows[2:])
