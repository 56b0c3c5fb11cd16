"""Pictures from one encoding into another."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter


def reencode(png: bytes, target: str) -> bytes | None:
    """The picture in `png` as `target` (`image/bmp`, …); None where Qt does not write that.

    May be called from any thread.
    """
    picture = QImage()
    picture.loadFromData(QByteArray(png))
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kind = target.removeprefix("image/").removeprefix("x-").encode("ascii", "replace")
    if picture.isNull() or not QImageWriter(buffer, QByteArray(kind)).write(picture):
        return None
    return bytes(written.data())
