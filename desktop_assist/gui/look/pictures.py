"""Pictures from one encoding into another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

MOST_PIXELS = 40_000_000
"""What is read of a picture from a file; a larger one would stop every window for a second."""


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


def read_scaled(source: Path | bytes, room: QSize) -> QImage | None:
    """The picture in a file or in bytes, no larger than `room` (device pixels), never enlarged.

    None where it is missing, damaged, of an unknown kind, or larger than 40 million pixels.
    """
    stream: QBuffer | QFile = QFile(str(source)) if isinstance(source, Path) else QBuffer()
    if isinstance(source, bytes) and isinstance(stream, QBuffer):
        stream.setData(QByteArray(source))
    if not stream.open(QIODevice.OpenModeFlag.ReadOnly):
        return None
    reader = QImageReader(stream)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    if size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    return None if picture.isNull() else picture
