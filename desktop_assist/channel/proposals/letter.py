"""A small signed file: what is said, by which key, and nothing of it believed before it is proven.

`{"format": 1, "kind": …, "key": …, "signature": …, "said": {…}}`. The signature (Ed25519, in hex)
is over the bytes of `said` as they stand there. It shows that nothing was changed since, and that
two files of one key come from one person's data folder. It does not show who that person is: a
name in it is what they call themselves.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Generic, Literal, TypeVar

import msgspec

from desktop_assist.decoding import decode
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import Message, say

if TYPE_CHECKING:
    from securesystemslib.signer import CryptoSigner

LETTER_FORMAT = 1

Kind = Literal["proposal", "answer", "usage"]
Said = TypeVar("Said")

Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Signature = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{128}\Z")]


class _Head(msgspec.Struct, frozen=True):
    """What is read first, to tell a newer format from a broken file."""

    format: int
    kind: str


class _Letter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: int = LETTER_FORMAT
    kind: str
    key: Digest
    signature: _Signature
    said: msgspec.Raw


@dataclass(frozen=True, slots=True)
class Signed(Generic[Said]):
    """What was said, the key (64 hex digits) that signed it, and the SHA-256 of the whole file."""

    said: Said
    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken, and why; it costs nothing but itself."""

    name: str
    problem: AssistError


def digest_of(data: bytes) -> str:
    """By what a letter is named: the SHA-256 of its bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def sealed(kind: Kind, said: object, signer: CryptoSigner) -> bytes:
    """`said` as the bytes of a letter, signed."""
    text = msgspec.json.encode(said)
    signature = signer.sign(_to_sign(kind, text)).signature
    letter = _Letter(kind=kind, key=public_key(signer), signature=signature, said=msgspec.Raw(text))
    return msgspec.json.encode(letter)


def opened(data: bytes, kind: Kind, shape: type[Said], most_bytes: int) -> Signed[Said]:
    """What the letter `data` says, once its signature is proven.

    Raises:
        AssistError: it is too big, damaged, changed since it was signed, of another kind, or of a
            newer format.
    """
    if len(data) > most_bytes:
        raise refused(say("Proposals", "it is longer than {most} kB", most=most_bytes // 1000))
    try:
        _refuse_twins(data)
        head = decode(data, _Head)
        if head.format > LETTER_FORMAT:
            raise AssistError(_NEWER, say("Channel", "Update the program."), FINDINGS)
        letter = decode(data, _Letter)
        if letter.kind != kind:
            raise refused(say("Proposals", "it holds something else"))
        _prove(letter)
        return Signed(decode(bytes(letter.said), shape), letter.key, digest_of(data))
    except (ValueError, RecursionError) as error:
        raise refused(say("Proposals", "it is damaged, or not written by this program")) from error


def public_key(signer: CryptoSigner) -> str:
    """The public half of the signer's key, in hex."""
    return str(signer.public_key.keyval["public"])


def refused(why: Message) -> AssistError:
    """The error of a file that was not taken."""
    return AssistError(
        say("Proposals", "A file was not taken: {why}. Nothing of it was used.", why=why),
        say("Proposals", "Ask whoever sent it to send it again."),
        FINDINGS,
    )


def _prove(letter: _Letter) -> None:
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415  heavy
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415  heavy
        Ed25519PublicKey,
    )

    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(letter.key))
    signed = _to_sign(letter.kind, bytes(letter.said))
    try:
        key.verify(bytes.fromhex(letter.signature), signed)
    except InvalidSignature as error:
        why = say("Proposals", "it was changed after it was signed")
        raise refused(why) from error


def _to_sign(kind: str, said: bytes) -> bytes:
    # The kind is signed along, so that no letter passes for one of another kind.
    return f"desktop-assist {kind} {LETTER_FORMAT}\n".encode() + said


def _refuse_twins(data: bytes) -> None:
    """Of two values under one name readers may take either: there must be none."""

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise ValueError
        return found

    json.loads(data, object_pairs_hook=once)


_NEWER = say(
    "Proposals",
    "A file was not taken: it was written by a newer version of this program. Nothing of it was"
    " used.",
)
