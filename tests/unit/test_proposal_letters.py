"""What strangers put into the inbox: each costs only itself, and a sound one beside it is seen."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from securesystemslib.signer import CryptoSigner

from desktop_assist.channel.proposals.letter import opened, sealed
from desktop_assist.channel.proposals.limits import InboxLimits
from desktop_assist.channel.proposals.proposal import (
    Proposal,
)
from desktop_assist.errors import AssistError
from tests.e2e.stage.channel import Team, now
from tests.unit.proposal_stage import (
    BYE,
    HELLO,
    REPLIES,
    changed,
    desk,
    outbox,
)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    made.begin(REPLIES)
    return made


Forge = Callable[[dict[str, Any]], object]


def forged(team: Team, change: Forge, *, sign: bool = True) -> bytes:
    """A sound letter, changed; signed anew by its own key unless only the bytes are changed."""
    signer = CryptoSigner.generate_ed25519()
    one = msgspec.structs.replace(
        changed(HELLO, body="您好呀"),
        channel=team.made.invite.fingerprint,
        person="李雷",
        at=now(),
    )
    record = json.loads(msgspec.json.encode(one.record))
    if sign:
        change(record)
        return sealed("proposal", record, signer)
    letter = json.loads(sealed("proposal", record, signer))
    change(letter)
    return json.dumps(letter, ensure_ascii=False).encode()


def first_change(record: dict[str, Any], **values: Any) -> None:
    record["changes"][0].update(values)


SIGNED: dict[str, tuple[Forge, str]] = {
    "another channel": (lambda one: one.update(channel="x" * 43), "another channel"),
    "an unknown field": (lambda one: one.update(run="rm"), "damaged"),
    "a path as pack": (lambda one: one.update(pack="../shop"), "no reply of a pack"),
    "a path as reply": (lambda one: one.update(snippet="../hello"), "no reply of a pack"),
    "no name": (lambda one: one.update(person=""), "the name"),
    "escapes": (lambda one: one.update(note="\x1b]0;x\x07"), "cannot be seen"),
    "a turned direction": (lambda one: one.update(title="a\u202eb"), "cannot be seen"),
    "a clock without zone": (lambda one: one.update(at="2026-01-01T00:00:00"), "damaged"),
    "another kind": (lambda one: one.update(kind="new"), "says one thing"),
    "no changes": (lambda one: one.update(changes=[]), "says one thing"),
    "the lock": (lambda one: first_change(one, name="locked", proposed=True), "cannot change"),
    "sending": (lambda one: first_change(one, name="send", proposed=True), "cannot change"),
    "a field twice": (lambda one: one["changes"].append(one["changes"][0]), "cannot change"),
    "a wrong value": (lambda one: first_change(one, proposed=["x"]), "of another kind"),
    "a deep value": (lambda one: first_change(one, proposed=[[[[1]]]]), "of another kind"),
    "too much": (lambda one: first_change(one, proposed="长" * 100_000), "longer than 200 kB"),
    "a long note": (lambda one: one.update(note="x" * 3_000), "note is longer"),
}


def refusals(team: Team, data: bytes, name: str = "") -> list[str]:
    """What the lead is told of a file in the inbox; a sound proposal beside it is still seen."""
    folder = team.share / "inbox" / "proposals"
    mine = outbox(team).propose(changed(BYE, body="再见呀"), "韩梅", "")
    (folder / (name or f"{hashlib.sha256(data).hexdigest()}.json")).write_bytes(data)
    reading = desk(team).look()
    assert [one.id for one in reading.open] == [mine.id]
    return [str(one.problem) for one in reading.refused]


@pytest.mark.parametrize("case", SIGNED)
def test_a_signed_letter_that_asks_too_much_is_refused(team: Team, case: str) -> None:
    change, sentence = SIGNED[case]
    (told,) = refusals(team, forged(team, change))
    assert sentence in told
    assert "Nothing of it was used." in told


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda one: one["said"].update(person="王芳"), "changed after it was signed"),
        (lambda one: one.update(key="0" * 64), "changed after it was signed"),
        (lambda one: one.update(signature="00" * 64), "changed after it was signed"),
        (lambda one: one.update(key="xyz"), "damaged"),
        (lambda one: one.update(kind="answer"), "holds something else"),
        (lambda one: one.update(format=2), "newer version"),
    ],
)
def test_a_tampered_letter_is_refused(team: Team, change: Forge, sentence: str) -> None:
    (told,) = refusals(team, forged(team, change, sign=False))
    assert sentence in told


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format":1,' * 10_000,
        b'{"format":1,"format":1}',
        b'{"format":1,"kind":"proposal","key":1}',
        b"null",
        b"1e999",
    ],
)
def test_a_file_that_is_no_letter_is_refused(team: Team, data: bytes) -> None:
    (told,) = refusals(team, data)
    assert "damaged, or not written by this program" in told


_SOUND = msgspec.json.encode(
    {
        "format": 1,
        "kind": "proposal",
        "key": "0" * 64,
        "signature": "0" * 128,
        "said": changed(HELLO, body="您好呀").record,
    }
)


@given(at=st.integers(0, len(_SOUND)), more=st.binary(max_size=8), cut=st.integers(0, 40))
def test_whatever_the_bytes_a_letter_is_refused_by_a_sentence(
    at: int, more: bytes, cut: int
) -> None:
    data = _SOUND[:at] + more + _SOUND[at + cut :]
    with pytest.raises(AssistError, match="Nothing of it was used"):
        opened(data, "proposal", Proposal, 10_000)


def test_a_value_written_twice_is_refused_although_the_signature_holds(team: Team) -> None:
    data = forged(team, lambda one: None)
    said = data[data.index(b'"said":') + 7 : -1]
    twice = said.replace(b'"note":""', b'"note":"a","note":""')
    signer = CryptoSigner.generate_ed25519()
    letter = sealed("proposal", msgspec.Raw(twice), signer)
    (told,) = refusals(team, letter)
    assert "damaged" in told


def test_a_letter_under_another_name_and_foreign_files_are_told(team: Team) -> None:
    data = forged(team, lambda one: None)
    (told,) = refusals(team, data, f"{'0' * 64}.json")
    assert "after it was put there" in told
    folder = team.share / "inbox" / "proposals"
    (folder / "readme.txt").write_text("x")
    (folder / f"{'1' * 64}.json").mkdir()
    (folder / f"{'2' * 64}.json").symlink_to("/dev/zero")
    os.mkfifo(folder / f"{'3' * 64}.json")
    reading = desk(team).look()
    assert len(reading.open) == 1
    assert {one.name[:3] for one in reading.refused} == {"000", "111", "222", "333", "rea"}


def test_a_flood_is_cut_and_said(team: Team) -> None:
    for body in "一二三四":
        outbox(team).propose(changed(HELLO, body=body), "李雷", "")
    reading = desk(team, limits=InboxLimits(proposals=3)).look()
    assert len(reading.open) == 3
    assert "there are 4 files, and the first 3" in str(reading.refused[0].problem)
