"""The clipboard on Windows: what was there comes back, and only the target sees the reply."""

from __future__ import annotations

import queue
import struct
from collections.abc import Callable, Iterator

import pytest

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard
from desktop_assist.oslayer.clipboard.windows import WindowsClipboard
from desktop_assist.oslayer.win32 import clipboard_formats as formats
from desktop_assist.oslayer.win32.api import WindowsApi
from tests.e2e.stage.waiting import wait_until
from tests.wine.inside.stage import Other

REPLY = "您好👋，\n在的。"
LONG_REPLY = "亲，您好😀！\n" * 50_000
COPIED = "上次复制的内容 🎁 old clipboard\n第二行"
WITHIN_S = 10

HTML = b"Version:0.9\r\nStartHTML:00000000\r\nEndHTML:00000000\r\n<b>\xe4\xb8\x8a\xe6\xac\xa1</b>\0"
BITMAP = struct.pack("<IiiHHIIiiII", 40, 2, 2, 1, 32, 0, 16, 0, 0, 0, 0) + bytes(range(16))
FILES = struct.pack("<IiiII", 20, 0, 0, 0, 1) + "C:\\图.png\0C:\\b.txt\0\0".encode("utf-16-le")
TEXT = {"CF_UNICODETEXT": formats.bytes_of(COPIED)}
SORTS = {
    "text": TEXT,
    "html": {**TEXT, "HTML Format": HTML},
    "picture": {"CF_DIB": BITMAP},
    "picture with transparency": {"CF_DIBV5": BITMAP[:14].ljust(124, b"\0") + bytes(16)},
    "files": {"CF_HDROP": FILES, "Preferred DropEffect": struct.pack("<I", 5)},
    "custom": {"Stage Order": b"\x00order\x00\xff\xfe 42\x00"},
    "everything": {
        **TEXT, "HTML Format": HTML, "Rich Text Format": b"{\\rtf1 a}\0", "CF_DIB": BITMAP,
        "CF_HDROP": FILES, "Stage Order": b"\x00\xff",
    },
}  # fmt: skip
MARKS = {
    "ExcludeClipboardContentFromMonitorProcessing",
    "CanIncludeInClipboardHistory",
    "CanUploadToCloudClipboard",
    "Clipboard Viewer Ignore",
}


class Stage:
    """The clipboard of our program, whose answers are waited for."""

    def __init__(self, port: WindowsClipboard) -> None:
        self.port = port
        self.told: list[str] = []

    def save(self) -> SavedClipboard:
        answer: queue.Queue[SavedClipboard] = queue.Queue()
        self.port.save(answer.put)
        return answer.get(timeout=WITHIN_S)

    def offer(self, text: str = REPLY) -> SavedClipboard:
        saved = self.save()
        self.port.offer(text, saved, self.hear)
        return saved

    def hear(self, event: ClipboardEvent) -> None:
        self.told.append(event.name)

    def read_text(self) -> str | None:
        answer: queue.Queue[str | None] = queue.Queue()
        self.port.read_text(answer.put)
        return answer.get(timeout=WITHIN_S)

    def wait_told(self, name: str) -> None:
        wait_until(lambda: name in self.told, f"“{name}”")


@pytest.fixture
def stage(api: WindowsApi) -> Iterator[Stage]:
    port = WindowsClipboard(api)
    yield Stage(port)
    port.close()


@pytest.fixture(scope="module")
def target(other: Other) -> Other:
    other.open("张三")
    return other


def common(contents: dict[str, bytes], before: dict[str, bytes]) -> dict[str, bytes | None]:
    """Windows hands out memory in steps: what is behind the end of a format is filled with NUL."""
    return {
        name: None if name not in contents else contents[name][: len(data)]
        for name, data in before.items()
    }


def test_until_the_chord_everyone_reads_what_was_there(stage: Stage, target: Other) -> None:
    target.copy(SORTS["everything"])
    before = target.contents()
    stage.offer()
    assert target.contents() == before
    assert stage.told == []


@pytest.mark.parametrize("reply", [REPLY, LONG_REPLY, "a"], ids=["lines", "long", "short"])
def test_the_target_reads_the_reply_and_that_is_told(
    stage: Stage, target: Other, reply: str
) -> None:
    target.copy(TEXT)
    stage.offer(reply)
    assert stage.port.arm(target.process)
    assert stage.told == []
    assert target.ask("read_text") == reply
    stage.wait_told("READ")


@pytest.mark.parametrize("sort", SORTS)
def test_every_format_is_there_again_byte_for_byte(stage: Stage, target: Other, sort: str) -> None:
    target.copy(SORTS[sort])
    before = target.contents()
    assert common(before, SORTS[sort]) == SORTS[sort]
    stage.offer()
    stage.port.arm(target.process)
    assert target.ask("read_text") == REPLY
    stage.port.restore()
    after = target.contents()
    assert after == before
    # WHEN it is restored once more, nothing changes
    stage.port.restore()
    assert target.contents() == before


def test_an_empty_clipboard_is_empty_afterwards(stage: Stage, target: Other) -> None:
    target.copy({})
    assert stage.offer().empty
    stage.port.arm(target.process)
    assert target.ask("read_text") == REPLY
    stage.port.restore()
    assert target.contents() == {}


def test_another_program_that_reads_is_given_nothing_and_the_target_reads_all_the_same(
    stage: Stage, target: Other, third: Other
) -> None:
    target.copy(TEXT)
    stage.offer()
    stage.port.arm(target.process)
    # WHEN a clipboard manager reads that heeds no mark
    assert third.ask("read_text") is None
    assert stage.told == []
    # THEN the target still gets the reply
    assert target.ask("read_text") == REPLY
    stage.wait_told("READ")


def test_anyone_reads_where_readers_cannot_be_told_apart(stage: Stage, third: Other) -> None:
    third.copy(TEXT)
    stage.offer()
    stage.port.arm(0)
    assert third.ask("read_text") == REPLY


def test_clipboard_managers_are_asked_to_leave_the_reply_alone(stage: Stage, target: Other) -> None:
    target.copy(TEXT)
    stage.offer()
    stage.port.arm(target.process)
    assert set(target.ask("offered")) >= MARKS
    marks = target.contents()
    assert {marks[name][:4] for name in MARKS} == {bytes(4)}
    # AND what was there before is given back without them
    stage.port.restore()
    assert not set(target.ask("offered")) & MARKS


def test_a_second_reply_keeps_what_was_saved_first(stage: Stage, target: Other) -> None:
    target.copy(SORTS["html"])
    before = target.contents()
    first = stage.offer("a")
    stage.port.arm(target.process)
    assert target.ask("read_text") == "a"
    # WHEN the next paste comes before the clipboard was given back
    second = stage.offer("b")
    assert second.formats == first.formats
    stage.port.arm(target.process)
    assert target.ask("read_text") == "b"
    stage.port.restore()
    assert target.contents() == before


@pytest.mark.parametrize("armed", [False, True])
def test_a_change_by_another_program_is_told_once_and_stays(
    stage: Stage, target: Other, armed: bool
) -> None:
    target.copy(TEXT)
    stage.offer()
    if armed:
        stage.port.arm(target.process)
    target.copy(SORTS["html"])
    stage.wait_told("LOST")
    after = target.contents()
    assert not stage.port.arm(target.process)
    stage.port.restore()
    assert stage.told == ["LOST"]
    assert target.contents() == after


def test_what_was_copied_between_saving_and_offering_stays(stage: Stage, target: Other) -> None:
    target.copy(TEXT)
    saved = stage.save()
    target.copy(SORTS["html"])
    after = target.contents()
    stage.port.offer(REPLY, saved, stage.hear)
    stage.wait_told("LOST")
    assert not stage.port.arm(target.process)
    assert target.contents() == after


@pytest.mark.parametrize("armed", [False, True])
def test_a_left_reply_can_be_pasted_by_hand_and_that_is_told(
    stage: Stage, target: Other, armed: bool
) -> None:
    target.ask("bring", target.open("李四"))
    target.copy(TEXT)
    stage.offer()
    if armed:
        stage.port.arm(target.process + 4)
    stage.port.leave()
    assert target.ask("read_text") == REPLY
    stage.wait_told("READ")
    stage.port.restore()
    assert target.ask("read_text") == COPIED


def test_the_text_that_others_put_there_is_told_even_while_a_reply_is_offered(
    stage: Stage, target: Other
) -> None:
    target.copy(TEXT)
    assert stage.read_text() == COPIED
    stage.offer()
    stage.port.arm(target.process)
    assert stage.read_text() == COPIED


def test_where_there_is_no_text_none_is_told(stage: Stage, target: Other) -> None:
    target.copy(SORTS["custom"])
    assert stage.read_text() is None


def test_saved_contents_can_be_put_back_over_others(stage: Stage, target: Other) -> None:
    target.copy(SORTS["everything"])
    before = target.contents()
    saved = stage.save()
    target.copy(TEXT)
    stage.port.put_back(saved)
    assert target.contents() == before


@pytest.mark.parametrize(("sort", "text"), [("text", COPIED), ("picture", "")])
def test_what_the_target_copies_is_told(stage: Stage, target: Other, sort: str, text: str) -> None:
    answer: queue.Queue[str | None] = queue.Queue()
    stage.port.copied(target.process, 10_000, answer.put)
    target.copy(SORTS[sort])
    assert answer.get(timeout=WITHIN_S) == text


def test_another_programs_copy_is_not_the_targets(
    stage: Stage, target: Other, third: Other
) -> None:
    answer: queue.Queue[str | None] = queue.Queue()
    stage.port.copied(target.process, 300, answer.put)
    third.copy(TEXT)
    assert answer.get(timeout=WITHIN_S) is None


def test_where_another_program_holds_the_clipboard_it_is_a_sentence_and_nothing_changes(
    stage: Stage, target: Other
) -> None:
    target.copy(TEXT)
    stage.offer()
    target.ask("hold_clipboard")
    try:
        with pytest.raises(AssistError, match="Another program holds the clipboard"):
            stage.port.arm(target.process)
    finally:
        target.ask("let_clipboard_go")
    assert target.ask("read_text") == COPIED


def test_giving_back_waits_for_a_program_that_holds_the_clipboard(
    stage: Stage, target: Other
) -> None:
    target.copy(TEXT)
    stage.offer()
    stage.port.arm(target.process)
    target.ask("hold_clipboard")
    stage.port.restore()
    target.ask("let_clipboard_go")
    wait_until(lambda: target.ask("read_text") == COPIED, "what was there before")


def test_the_clipboard_outlives_the_program(stage: Stage, target: Other) -> None:
    target.copy(SORTS["everything"])
    before = target.contents()
    stage.offer()
    stage.port.arm(target.process)
    stage.port.close()
    assert target.contents() == before


def test_after_closing_every_call_is_harmless(stage: Stage, target: Other) -> None:
    target.copy(TEXT)
    stage.port.close()
    calls: tuple[Callable[[], object], ...] = (
        stage.port.restore,
        stage.port.leave,
        lambda: stage.port.arm(0),
        lambda: stage.port.put_back(SavedClipboard(empty=True)),
        stage.port.close,
    )
    for call in calls:
        call()
    assert stage.told == []
    assert target.ask("read_text") == COPIED
