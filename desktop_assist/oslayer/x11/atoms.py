"""Selection targets by name: which carry content, which are protocol, which are text."""

from __future__ import annotations

PROTOCOL = frozenset(
    {
        "TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE",
        "INSERT_SELECTION", "INSERT_PROPERTY",
    }
)  # fmt: skip
"""Targets that ask about or act on a selection and carry none of its content."""

TEXT = ("UTF8_STRING", "text/plain;charset=utf-8", "STRING", "TEXT", "text/plain")
"""What a text is offered as, the best first."""

READABLE_TEXT = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain;charset=UTF-8", "STRING")
"""What a text is asked for as, the best first."""

# Each of these is known to one of the systems' clipboard managers; together they mean: do not
# record this. KDE's hint is the one that X11 managers look at.
DO_NOT_RECORD = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"\x00\x00\x00\x00",
    "CanIncludeInClipboardHistory": b"\x00\x00\x00\x00",
    "CanUploadToCloudClipboard": b"\x00\x00\x00\x00",
    "org.nspasteboard.TransientType": b"",
}


def encoded(text: str, target: str) -> bytes:
    """`text` as `target` carries it; ICCCM's STRING is Latin-1."""
    if target == "STRING":
        return text.encode("latin-1", "replace")
    return text.encode("utf-8", "replace")


def type_of(target: str) -> str:
    """The property type that goes with a text target."""
    return "UTF8_STRING" if target == "TEXT" else target


def decoded(data: bytes, target: str) -> str:
    """The text in `data`, as `target` carries it."""
    return data.decode("latin-1" if target == "STRING" else "utf-8", "replace")
