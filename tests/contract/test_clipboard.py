"""One suite for every clipboard: what was there comes back, and only the target sees the reply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import pytest

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import SavedClipboard
from desktop_assist.oslayer.clipboard.pyperclip_port import PyperclipClipboard
from tests.contract.clipboard_stages import (
    FakeWorld,
    Here,
    InQt,
    Stage,
    X11World,
)
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.formats import COPIED_TEXT
from tests.e2e.stage.owners import Owner
from tests.e2e.stage.waiting import wait_until
from tests.fakes.clipboard import FakeClipboard

REPLY = "您好👋，\n在的。"
LONG_REPLY = "亲，您好😀！" * 50_000
MEGABYTE = 1_000_000

Stages: TypeAlias = Iterator[Stage]


@pytest.fixture
def fake() -> Stage:
    clipboard = FakeClipboard()
    return Stage(Here(clipboard), FakeWorld(clipboard))


@pytest.fixture
def qt(screen: Desktop, x11_world: X11World) -> Stages:
    driver = InQt(screen)
    yield Stage(driver, x11_world)
    driver.close()


@pytest.fixture
def pyperclip(x11_world: X11World) -> Stages:
    port = PyperclipClipboard()
    yield Stage(Here(port), x11_world)
    port.close()


def chosen(request: pytest.FixtureRequest) -> Stage:
    made: Stage = request.getfixturevalue(request.param)
    return made


@pytest.fixture(params=["fake", "x11", "qt", "pyperclip"])
def stage(request: pytest.FixtureRequest) -> Stage:
    """Every backend, and the fake."""
    return chosen(request)


@pytest.fixture(params=["fake", "x11", "qt"])
def confirming(request: pytest.FixtureRequest) -> Stage:
    """Those that tell of reads and changes."""
    return chosen(request)


@pytest.fixture(params=["fake", "x11"])
def discerning(request: pytest.FixtureRequest) -> Stage:
    """Those that know who reads."""
    return chosen(request)


def assert_same(stage: Stage, before: Mapping[str, bytes]) -> None:
    """Every format that was there is there again.

    Qt writes the legacy STRING anew from the text, with two question marks for an emoji.
    """
    kept = [name for name in before if name != "STRING" or not isinstance(stage.driver, InQt)]
    after = stage.world.contents()
    assert {name: after.get(name) for name in kept} == {name: before[name] for name in kept}


# Text, for every backend


def test_what_was_there_is_saved(stage: Stage) -> None:
    stage.world.copy("text")
    saved = stage.driver.save()
    assert COPIED_TEXT.encode() in saved.formats.values()
    assert not saved.empty


def test_until_the_chord_everyone_reads_what_was_there(stage: Stage) -> None:
    before = stage.world.copy("text")
    stage.offer(REPLY)
    assert stage.world.read_text() == COPIED_TEXT
    assert stage.world.contents() == before
    assert stage.driver.told() == []


@pytest.mark.parametrize("reply", [REPLY, LONG_REPLY, "a"])
def test_the_target_reads_the_reply(stage: Stage, reply: str) -> None:
    stage.world.copy("text")
    stage.offer(reply)
    stage.driver.arm(stage.world.reader)
    assert stage.world.read_text() == reply


def test_afterwards_the_text_is_there_again(stage: Stage) -> None:
    stage.world.copy("text")
    stage.offer(REPLY)
    stage.driver.arm(stage.world.reader)
    stage.world.read_text()
    stage.driver.restore()
    assert stage.world.read_text() == COPIED_TEXT
    # WHEN it is restored once more, nothing changes
    stage.driver.restore()
    assert stage.world.read_text() == COPIED_TEXT


def test_an_empty_clipboard_is_empty_afterwards(stage: Stage) -> None:
    stage.world.clear()
    assert stage.offer(REPLY).empty
    stage.driver.arm(stage.world.reader)
    assert stage.world.read_text() == REPLY
    stage.driver.restore()
    assert not stage.world.read_text()


def test_a_second_reply_keeps_what_was_saved_first(stage: Stage) -> None:
    stage.world.copy("text")
    first = stage.offer("a")
    stage.driver.arm(stage.world.reader)
    assert stage.world.read_text() == "a"
    # WHEN the next paste comes before the clipboard was given back
    second = stage.offer("b")
    assert second.formats == first.formats
    stage.driver.arm(stage.world.reader)
    assert stage.world.read_text() == "b"
    stage.driver.restore()
    assert stage.world.read_text() == COPIED_TEXT


def test_what_was_copied_meanwhile_is_not_overwritten(stage: Stage) -> None:
    stage.world.clear()
    stage.offer(REPLY)
    stage.driver.arm(stage.world.reader)
    copied = stage.world.copy("text")
    stage.driver.restore()
    assert stage.world.read_text() == COPIED_TEXT
    assert stage.world.contents() == copied


def test_a_left_reply_can_be_pasted_by_hand(stage: Stage) -> None:
    stage.world.copy("text")
    stage.offer(REPLY)
    stage.driver.leave()
    assert stage.world.read_text() == REPLY


def test_the_text_that_others_put_there_is_told_even_while_a_reply_is_offered(
    stage: Stage,
) -> None:
    stage.world.copy("text")
    assert stage.driver.read_text() == COPIED_TEXT
    stage.offer(REPLY)
    stage.driver.arm(stage.world.reader)
    assert stage.driver.read_text() == COPIED_TEXT


def test_where_there_is_no_text_none_is_told(stage: Stage) -> None:
    stage.world.clear()
    assert stage.driver.read_text() is None


def test_saved_contents_can_be_put_back_over_others(stage: Stage) -> None:
    stage.world.copy("text")
    saved = stage.driver.save()
    stage.world.clear()
    stage.driver.put_back(saved)
    assert stage.world.read_text() == COPIED_TEXT


# Reads and changes


def test_a_read_is_told(confirming: Stage) -> None:
    confirming.world.copy("text")
    confirming.offer(REPLY)
    confirming.driver.arm(confirming.world.reader)
    assert confirming.world.read_text() == REPLY
    confirming.wait_told("READ")


def test_a_read_of_a_left_reply_is_told(confirming: Stage) -> None:
    confirming.world.copy("text")
    confirming.offer(REPLY)
    confirming.driver.leave()
    assert confirming.world.read_text() == REPLY
    confirming.wait_told("READ")


@pytest.mark.parametrize("armed", [False, True])
def test_a_change_by_another_program_is_told_once(confirming: Stage, armed: bool) -> None:
    confirming.world.copy("text")
    confirming.offer(REPLY)
    if armed:
        confirming.driver.arm(confirming.world.reader)
    confirming.world.copy("html")
    confirming.wait_told("LOST")
    confirming.world.copy("text")
    confirming.driver.restore()
    assert confirming.driver.told() == ["LOST"]


@pytest.mark.parametrize("sort", ["text", "html", "picture", "files", "custom", "everything"])
def test_every_format_is_there_again_byte_for_byte(confirming: Stage, sort: str) -> None:
    before = confirming.world.copy(sort)
    confirming.offer(REPLY)
    confirming.driver.arm(confirming.world.reader)
    assert confirming.world.read_text() == REPLY
    confirming.driver.restore()
    assert_same(confirming, before)


def test_a_picture_alone_does_not_keep_the_reply_from_being_text(confirming: Stage) -> None:
    confirming.world.copy("picture")
    confirming.offer(REPLY)
    assert confirming.world.read_text() is None
    confirming.driver.arm(confirming.world.reader)
    assert confirming.world.read_text() == REPLY


def test_every_format_can_be_put_back(confirming: Stage) -> None:
    before = confirming.world.copy("everything")
    saved = confirming.driver.save()
    confirming.world.copy("text")
    confirming.driver.put_back(saved)
    assert_same(confirming, before)


def test_what_the_target_copies_is_told(confirming: Stage) -> None:
    copier = confirming.world.copier()
    confirming.driver.save()
    confirming.driver.await_copy(copier, 10_000)
    confirming.world.copy("text")
    assert confirming.driver.copied() == COPIED_TEXT


@pytest.mark.parametrize("name", ["x11", "qt"])
def test_a_target_that_does_not_copy_is_not_waited_for(
    request: pytest.FixtureRequest, name: str
) -> None:
    stage: Stage = request.getfixturevalue(name)
    stage.driver.await_copy(stage.world.reader, 50)
    assert stage.driver.copied() is None


# Readers told apart


def test_others_read_what_was_there_while_the_target_reads_the_reply(discerning: Stage) -> None:
    before = discerning.world.copy("everything")
    discerning.offer(REPLY)
    discerning.driver.arm(discerning.world.reader)
    assert discerning.world.contents() == before
    assert discerning.driver.told() == []
    assert discerning.world.read_text() == REPLY


def test_anyone_reads_the_reply_where_readers_cannot_be_told_apart(discerning: Stage) -> None:
    discerning.world.copy("text")
    discerning.offer(REPLY)
    discerning.driver.arm(0)
    assert REPLY.encode() in discerning.world.contents().values()


def test_another_programs_copy_is_not_the_targets(x11: Stage) -> None:
    x11.driver.await_copy(x11.world.reader, 300)
    x11.world.copy("text")
    assert x11.driver.copied() is None


def test_what_was_copied_between_saving_and_offering_stays(x11: Stage) -> None:
    x11.world.copy("text")
    saved = x11.driver.save()
    copied = x11.world.copy("everything")
    # WHEN the reply is to be offered over what is no longer there
    x11.driver.offer(REPLY, saved)
    # THEN that is told, no paste key may be pressed, and everyone has what was copied
    x11.wait_told("LOST")
    assert isinstance(x11.driver, Here)
    assert not x11.driver.port.arm(x11.world.reader)
    assert x11.world.contents() == copied


def test_after_another_program_has_copied_no_paste_key_may_be_pressed(x11: Stage) -> None:
    assert isinstance(x11.driver, Here)
    x11.world.copy("text")
    x11.offer(REPLY)
    assert x11.driver.port.arm(x11.world.reader)
    x11.world.copy("html")
    assert not x11.driver.port.arm(x11.world.reader)


@pytest.mark.parametrize("name", ["x11", "qt"])
def test_a_target_that_copies_no_text_has_copied_all_the_same(
    request: pytest.FixtureRequest, name: str
) -> None:
    stage: Stage = request.getfixturevalue(name)
    copier = stage.world.copier()
    stage.driver.save()
    stage.driver.await_copy(copier, 10_000)
    stage.world.copy("picture")
    assert stage.driver.copied() == ""


def test_what_a_silent_owner_has_is_neither_taken_for_nothing_nor_replaced(
    x11: Stage, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN an owner that does not even say what it has
    monkeypatch.setattr("desktop_assist.oslayer.x11.fetch.ALL_FORMATS_MS", 50)
    owner.take("text", delay_ms=300)
    assert isinstance(x11.driver, Here)
    saved: list[SavedClipboard] = []
    x11.driver.port.save(saved.append)
    assert x11.driver.read_text() is None  # it has been waited for
    assert saved == []
    # WHEN it answers again
    monkeypatch.undo()
    owner.take("text")
    # THEN what it has is saved at last
    wait_until(lambda: saved, "what was saved")
    assert COPIED_TEXT.encode() in saved[0].formats.values()


# pyperclip


def test_it_confirms_no_read(pyperclip: Stage) -> None:
    pyperclip.world.copy("text")
    pyperclip.offer(REPLY)
    pyperclip.driver.arm(0)
    pyperclip.world.read_text()
    assert pyperclip.driver.told() == []
    pyperclip.driver.await_copy(0, 10)
    assert pyperclip.driver.copied() is None


def test_where_no_program_reaches_the_clipboard_it_is_a_sentence(
    screen: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(AssistError, match=r"cannot be reached.*install xclip"):
        PyperclipClipboard()


def test_a_program_that_fails_is_a_sentence(
    pyperclip: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(AssistError, match="cannot be reached"):
        pyperclip.driver.put_back(SavedClipboard({"text/plain": b"a"}))
