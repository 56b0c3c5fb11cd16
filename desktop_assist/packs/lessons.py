"""Reads the lessons of packs: `lessons/*.md` in a pack's folder, Markdown under a strict head.

The head stands between two lines `---` and has one `name: text` a line; lists are parted by
commas. In a case, a line `***` parts what is read first from the thoughts. A broken lesson costs
only itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from desktop_assist.core.learning.lesson import LESSON_FORMAT, QUESTION, Lesson, LessonKind
from desktop_assist.core.replies.pack import Pack
from desktop_assist.errors import reason_of
from desktop_assist.packs.faults import Fault, shortened
from desktop_assist.text import Message, say

FOLDER = "lessons"
MAX_BYTES = 256 * 1024
"""The largest lesson that is read; a long one has 8 KB."""

_EDGE = "---"
_THOUGHTS = "***"
_KINDS: tuple[LessonKind, ...] = get_args(LessonKind)
_NAMES = {
    "path": ("version", "kind", "title", "stage", "snippets"),
    "case": ("version", "kind", "title", "stage", "says", "snippets"),
    "care": ("version", "kind", "title", "snippets"),
    "temper": ("version", "kind", "title", "voice", "snippets"),
}
_NEEDED = {
    "path": ("title", "stage"),
    "case": ("title", "stage", "says", "snippets"),
    "care": ("title",),
    "temper": ("title", "voice"),
}
_Known = Mapping[str, Collection[str]]
"""The ids of the replies, by pack."""
_QUESTION_LINE = re.compile(r"^\d+\. \S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LessonReading:
    """The lessons that could be read, by pack and file name, and every fault."""

    lessons: tuple[Lesson, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class _Page:
    """A file taken apart: the lines of its head by name, and its Markdown from `first` on."""

    file: Path
    head: Mapping[str, tuple[_Line, ...]]
    body: str
    first: int

    def one(self, name: str) -> str:
        """The text of `name`, empty where it is not written."""
        return self.head[name][0].text if name in self.head else ""

    def fault(self, name: str, message: Message, hint: Message) -> Fault:
        """A fault at the line of `name`, or at the head where it is not written."""
        return Fault(
            self.file, self.head[name][0].number if name in self.head else 1, 1, message, hint
        )


def read_lessons(packs: Iterable[Pack]) -> LessonReading:
    """Every lesson of `packs`. Never raises: what is wrong is a fault of the reading.

    A reply that its pack does not have is a fault; it is left out, and its lesson stays. One of a
    pack that is not among `packs` is left out without a word: it is there on other desks.
    """
    kept = tuple(packs)
    known = {pack.manifest.id: frozenset(one.id for one in pack.snippets) for pack in kept}
    lessons: list[Lesson] = []
    faults: list[Fault] = []
    for pack in kept:
        for file in sorted((pack.folder / FOLDER).glob("*.md")):
            lesson, wrong = _lesson(file, pack, known)
            faults += wrong
            if lesson is not None:
                lessons.append(lesson)
    return LessonReading(tuple(lessons), tuple(faults))


def _lesson(file: Path, pack: Pack, known: _Known) -> tuple[Lesson | None, list[Fault]]:
    page = _page(file)
    if isinstance(page, Fault):
        return None, [page]
    wrong = list(_wrong_head(page)) or list(_wrong_body(page))
    if wrong:
        return None, wrong
    snippets, unknown = _references(page, pack.manifest.id, known)
    body, _, thoughts = page.body.partition(f"\n{_THOUGHTS}\n")
    lesson = Lesson(
        key=f"{pack.manifest.id}/{file.stem}",
        kind=next(kind for kind in _KINDS if kind == page.one("kind")),
        title=page.one("title"),
        body=body.strip(),
        language=next(iter(pack.manifest.languages), ""),
        stage=page.one("stage"),
        says=page.one("says"),
        thoughts=thoughts.strip(),
        voices=tuple(line.text for line in page.head.get("voice", ())),
        snippets=snippets,
    )
    return lesson, unknown


def _page(file: Path) -> _Page | Fault:
    text = _text(file)
    if isinstance(text, Fault):
        return text
    lines = text.split("\n")
    if lines[0].rstrip() != _EDGE:
        return Fault(file, 1, 1, *_NO_HEAD)
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == _EDGE), 0)
    if not end:
        return Fault(file, len(lines), 1, *_OPEN_HEAD)
    head: dict[str, tuple[_Line, ...]] = {}
    for number, line in enumerate(lines[1:end], 2):
        name, colon, value = line.partition(":")
        if not colon or not value.strip():
            return Fault(file, number, 1, *_bad_line(line))
        head[name] = (*head.get(name, ()), _Line(number, value.strip()))
    return _Page(file, head, "\n".join(lines[end + 1 :]), end + 2)


def _text(file: Path) -> str | Fault:
    try:
        if file.stat().st_size > MAX_BYTES:
            return Fault(file, 1, 1, *_TOO_LARGE)
        data = file.read_bytes()
    except OSError as error:
        return Fault(file, 1, 1, _unreadable(error), _CHECK_FILE)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return Fault(file, data[: error.start].count(b"\n") + 1, 1, *_NOT_UTF_8)


def _wrong_head(page: _Page) -> Iterator[Fault]:
    if page.one("version") != str(LESSON_FORMAT):
        yield page.fault("version", *_BAD_VERSION)
        return
    kind = page.one("kind")
    if kind not in _NAMES:
        yield page.fault("kind", *_bad_kind(kind))
        return
    for name, lines in page.head.items():
        if name not in _NAMES[kind]:
            yield page.fault(name, *_unknown_name(name, kind))
        elif len(lines) > 1 and name != "voice":
            yield Fault(page.file, lines[1].number, 1, *_repeated(name))
    for name in _NEEDED[kind]:
        if name not in page.head:
            yield page.fault(name, *_missing(name, kind))
    for line in page.head.get("voice", ()):
        if line.text.count(QUESTION) != 1:
            yield Fault(page.file, line.number, 1, *_BAD_VOICE)


def _wrong_body(page: _Page) -> Iterator[Fault]:
    questions, edge, thoughts = page.body.partition(f"\n{_THOUGHTS}\n")
    if not page.body.strip():
        yield Fault(page.file, page.first, 1, *_EMPTY)
    elif page.one("kind") == "case":
        if not edge or not thoughts.strip():
            yield Fault(page.file, page.first, 1, *_NO_THOUGHTS)
        if not _QUESTION_LINE.search(questions):
            yield Fault(page.file, page.first, 1, *_NO_QUESTIONS)


def _references(page: _Page, own: str, known: _Known) -> tuple[tuple[str, ...], list[Fault]]:
    keys: list[str] = []
    unknown: list[Fault] = []
    for name in filter(None, map(str.strip, page.one("snippets").split(","))):
        pack, _, reply = name.rpartition("/")
        pack = pack or own
        if reply in known.get(pack, ()):
            keys.append(f"{pack}/{reply}")
        elif pack in known:
            unknown.append(page.fault("snippets", *_no_such_reply(name)))
    return tuple(dict.fromkeys(keys)), unknown


def _unreadable(error: OSError) -> Message:
    return say("Lessons", "The lesson cannot be read: {reason}.", reason=reason_of(error))


def _bad_line(line: str) -> tuple[Message, Message]:
    return (
        say("Lessons", "“{line}” is no “name: text” line.", line=shortened(line)),
        say("Lessons", "Write one name, a colon and its text on each line of the head."),
    )


def _bad_kind(kind: str) -> tuple[Message, Message]:
    return (
        say("Lessons", "“{kind}” is no kind of lesson.", kind=shortened(kind)),
        say("Lessons", "Write one of: {kinds}.", kinds=", ".join(_KINDS)),
    )


def _unknown_name(name: str, kind: str) -> tuple[Message, Message]:
    return (
        say("Lessons", "“{name}” is not a known name here.", name=shortened(name)),
        say("Lessons", "A lesson of this kind has: {names}.", names=", ".join(_NAMES[kind])),
    )


def _repeated(name: str) -> tuple[Message, Message]:
    return (
        say("Lessons", "“{name}” is written twice.", name=name),
        say("Lessons", "Keep one of the two lines."),
    )


def _missing(name: str, kind: str) -> tuple[Message, Message]:
    return (
        say("Lessons", "The line “{name}” is missing.", name=name),
        say("Lessons", "A lesson of this kind needs: {names}.", names=", ".join(_NEEDED[kind])),
    )


def _no_such_reply(name: str) -> tuple[Message, Message]:
    return (
        say("Lessons", "There is no reply “{name}”.", name=shortened(name)),
        say("Lessons", "Write the id of a reply in this pack, or “pack/id” of another one."),
    )


_CHECK_FILE = say("Lessons", "Check that it is a file and that you may read it.")
_NO_HEAD = (
    say("Lessons", "The lesson has no head."),
    say("Lessons", "Begin the file with a line “---”, “name: text” lines and “---” again."),
)
_OPEN_HEAD = (
    say("Lessons", "The head of the lesson does not end."),
    say("Lessons", "Put a line “---” between the head and the text."),
)
_TOO_LARGE = (
    say("Lessons", "The lesson is larger than {size} KB.", size=MAX_BYTES // 1024),
    say("Lessons", "Make several lessons of it."),
)
_NOT_UTF_8 = (
    say("Lessons", "The lesson is not written in UTF-8."),
    say("Lessons", "Save the file again in UTF-8."),
)
_BAD_VERSION = (
    say("Lessons", "The lesson is of a version that this program does not read."),
    say("Lessons", "Write “version: {known}”, or update the program.", known=LESSON_FORMAT),
)
_BAD_VOICE = (
    say("Lessons", "A voice has the place {place} exactly once.", place=QUESTION),
    say("Lessons", "Put {place} where the customer's question belongs.", place=QUESTION),
)
_EMPTY = (
    say("Lessons", "The lesson has no text."),
    say("Lessons", "Write the text below the head."),
)
_NO_THOUGHTS = (
    say("Lessons", "The case has no thoughts."),
    say("Lessons", "Put a line “***” with an empty line around it, and the thoughts below."),
)
_NO_QUESTIONS = (
    say("Lessons", "The case asks nothing."),
    say("Lessons", "Number its questions: “1. …”, “2. …”, above the line “***”."),
)
