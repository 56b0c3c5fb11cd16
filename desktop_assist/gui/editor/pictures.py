"""Pictures that come by paste and drop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QImage

from desktop_assist.errors import AssistError
from desktop_assist.gui.look.pictures import read_scaled
from desktop_assist.text import say

_SIDE = 2_000
"""The longest side that is kept, in pixels: chats show no more."""


def holds_picture(data: QMimeData) -> bool:
    """Whether there is a picture in it, or a file that may be one."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def picture_in(data: QMimeData) -> bytes:
    """The picture that was pasted or dropped, as PNG, no side longer than 2,000 pixels.

    Raises:
        AssistError: it cannot be read.
    """
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return picture_from(files[0])
    picture = data.imageData()
    if not isinstance(picture, QImage) or picture.isNull():
        raise _unreadable("–")
    return _png(picture)


def picture_from(file: Path) -> bytes:
    """The picture in `file`, as PNG.

    Raises:
        AssistError: it cannot be read.
    """
    return picture_of(file, file.name)


def picture_of(source: Path | bytes, name: str) -> bytes:
    """The picture in a file or in bytes, which people know as `name`, as PNG.

    Raises:
        UnreadablePictureError: it cannot be read.
    """
    picture = read_scaled(source, QSize(_SIDE, _SIDE))
    if picture is None:
        raise _unreadable(name)
    return _png(picture)


def _png(picture: QImage) -> bytes:
    if max(picture.width(), picture.height()) > _SIDE:
        picture = picture.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio)
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise _unreadable("–")
    return bytes(written.data())


class UnreadablePictureError(AssistError):
    """What was to be a picture is none that can be read."""


def _unreadable(name: str) -> UnreadablePictureError:
    return UnreadablePictureError(
        say("Pictures", "“{name}” is no picture that can be read. Nothing has changed.", name=name),
        say("Pictures", "Use a PNG or JPEG of at most 40 million pixels."),
    )
