"""The short text by which an agent's computer finds a channel and knows it from a forged one."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import Self

from desktop_assist.errors import AssistError
from desktop_assist.text import say

_INVITE = re.compile(
    r"(?P<address>\S.*)#(?P<version>[1-9][0-9]{0,5})\.(?P<fingerprint>[A-Za-z0-9_-]{43})"
)


@dataclass(frozen=True, slots=True)
class Invite:
    """`ADDRESS#VERSION.FINGERPRINT`: where the channel lies, and which list of keys it began with.

    The fingerprint is the SHA-256 of that list (`VERSION.root.json`), base64url without padding.
    It is no secret: whoever has it can read the packs and nothing else.
    """

    address: str
    root_version: int
    fingerprint: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """The invite in `text`, also in quotes or spaces around it.

        Raises:
            AssistError: it is none, or not whole.
        """
        found = _INVITE.fullmatch(text.strip().strip("\"'“”<>").strip())
        if found is None:
            raise AssistError(
                say("Channel", "This is not a whole invite. Nothing was changed."),
                say(
                    "Channel",
                    "Copy it again from what your team lead sent; it ends in a number, a dot and"
                    " 43 letters.",
                ),
            )
        return cls(found["address"], int(found["version"]), found["fingerprint"])

    def __str__(self) -> str:
        return f"{self.address}#{self.root_version}.{self.fingerprint}"

    @property
    def slug(self) -> str:
        """A folder's name for the channel: the fingerprint in small letters and digits."""
        return hashlib.sha256(self.fingerprint.encode("ascii")).hexdigest()[:16]


def fingerprint_of(root: bytes) -> str:
    """The fingerprint of a list of keys, as an invite carries it."""
    return base64.urlsafe_b64encode(hashlib.sha256(root).digest()).decode("ascii").rstrip("=")
