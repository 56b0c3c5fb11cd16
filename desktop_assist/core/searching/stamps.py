"""Which entries an index on the disk was made of, and which of them are still as they were."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Stamps = NDArray[np.uint64]

_SIZE = 8
_GONE = Entry(Snippet(id="", title="", category=()), "")


def stamps_of(entries: Sequence[Entry]) -> Stamps:
    """A number for each entry that changes with all that is found in it.

    Two of a hundred thousand are the same once in a billion libraries.
    """
    import numpy as np  # noqa: PLC0415  loaded for big libraries only

    encode = msgspec.msgpack.Encoder().encode

    def stamped(entry: Entry) -> bytes:
        seen = (entry.pack, entry.pack_title, entry.snippet)
        try:
            written = encode(seen)
        except UnicodeEncodeError:  # half an emoji
            written = repr(seen).encode("utf-8", "backslashreplace")
        return hashlib.blake2b(written, digest_size=_SIZE).digest()

    return np.frombuffer(b"".join(map(stamped, entries)), np.dtype("<u8"))


def stamped_entries(indexed: Stamps, stamps: Stamps, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries of an index in its order, by their stamps then and now.

    What is gone or has changed leaves an empty entry, which is not among `entries`.
    """
    import numpy as np  # noqa: PLC0415  as above

    if np.array_equal(indexed, stamps):
        return entries
    known = dict(zip(stamps.tolist(), entries, strict=True))
    return [known.pop(stamp, _GONE) for stamp in indexed.tolist()]
