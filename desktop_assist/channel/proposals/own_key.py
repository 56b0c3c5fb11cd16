"""The agent's own keys: made at first use, kept in the channel's folder, known to nobody else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.errors import AssistError
from desktop_assist.store.files import reading, replace_file, saving
from desktop_assist.text import say

if TYPE_CHECKING:
    from securesystemslib.signer import CryptoSigner


def own_signer(file: Path) -> CryptoSigner:
    """The key in `file` (PKCS #8 in PEM), which is made where there is none.

    Raises:
        AssistError: it cannot be read or saved, or is damaged.
    """
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415  heavy
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415  heavy
    from securesystemslib.signer import CryptoSigner  # noqa: PLC0415  heavy

    from desktop_assist.channel.signed.keys import new_private_key  # noqa: PLC0415  heavy

    if not file.exists():
        with saving(file):
            replace_file(file, new_private_key().encode("ascii"))
    with reading(file):
        data = file.read_bytes()
    try:
        return CryptoSigner(serialization.load_pem_private_key(data, None))
    except (TypeError, ValueError, UnsupportedAlgorithm) as error:
        raise AssistError(
            say("Proposals", "Your key in “{file}” is damaged. Nothing was sent.", file=file),
            say("Proposals", "Take it from a backup. Without one, delete it: a new one is made, and"
                " your lead sees that the key is another."),
        ) from error  # fmt: skip
