"""Keys: made, kept in a file, and used to sign. A key file is the one secret of a channel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner, SSlibKey

from desktop_assist.channel.invite import Invite
from desktop_assist.decoding import decode
from desktop_assist.errors import AssistError
from desktop_assist.store.files import reading, replace_file, saving
from desktop_assist.text import say

KEY_FORMAT = 1


class KeyFile(msgspec.Struct, frozen=True, kw_only=True):
    """A key as it lies on disk, with the channel it is for. `private_key` is PKCS #8 in PEM.

    `place` is where a lead publishes, `address` where agents read; often they are the same.
    """

    format: int = KEY_FORMAT
    kind: Literal["owner", "lead"]
    name: str
    team: str = ""
    channel: str = ""
    place: str
    address: str
    root_version: int = 1
    fingerprint: str = ""
    private_key: str

    @property
    def invite(self) -> Invite:
        """How agents find the channel of this key."""
        return Invite(self.address, self.root_version, self.fingerprint)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key that is ready to sign, and whose it is."""

    name: str
    team: str
    signer: CryptoSigner

    @property
    def key_id(self) -> str:
        return self.public.keyid

    @property
    def public(self) -> SSlibKey:
        return self.signer.public_key


def new_private_key(password: str = "") -> str:
    """A fresh Ed25519 key in PEM, encrypted where there is a `password`."""
    return _pem(Ed25519PrivateKey.generate(), password)


def signing_key(file: KeyFile, password: str = "") -> SigningKey:
    """The key in `file`, ready to sign.

    Raises:
        AssistError: the password is missing or wrong, or the key is damaged.
    """
    secret = password.encode() if password else None
    try:
        private = serialization.load_pem_private_key(file.private_key.encode(), secret)
        return SigningKey(file.name, file.team, CryptoSigner(private))
    except (TypeError, ValueError, UnsupportedAlgorithm) as error:
        raise AssistError(
            say("Channel", "The key of “{name}” does not open. Nothing was changed.",
                name=file.name),
            say("Channel", "Give its password; if the file is damaged, take your second copy."),
        ) from error  # fmt: skip


def moved(file: KeyFile, place: str, address: str) -> KeyFile:
    """The same key for a channel that lies elsewhere now."""
    return msgspec.structs.replace(file, place=place, address=address)


def is_encrypted(file: KeyFile) -> bool:
    """Whether it takes a password to sign with the key."""
    return "ENCRYPTED" in file.private_key.partition("\n")[0]


def read_key_file(file: Path) -> KeyFile:
    """The key in `file`.

    Raises:
        AssistError: it cannot be read, or holds something else.
    """
    with reading(file):
        data = file.read_bytes()
    try:
        found = decode(data, KeyFile)
    except ValueError as error:
        raise AssistError(
            say("Channel", "“{file}” is no key file.", file=file),
            say("Channel", "Name the file that “channel create” or “channel invite” has written."),
        ) from error
    if found.format > KEY_FORMAT:
        raise AssistError(
            say("Channel", "“{file}” was written by a newer version of this program.", file=file),
            say("Channel", "Update the program."),
        )
    return found


def write_key_file(file: Path, key: KeyFile) -> None:
    """Put `key` into `file`, for this user alone; raises AssistError where it cannot be saved."""
    with saving(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, msgspec.json.format(msgspec.json.encode(key), indent=1))


def _pem(private: Ed25519PrivateKey, password: str) -> str:
    encryption: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if password:
        encryption = serialization.BestAvailableEncryption(password.encode())
    data = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption
    )
    return data.decode("ascii")
