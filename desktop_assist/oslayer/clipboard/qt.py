"""The clipboard through Qt: Windows, macOS, and wherever the raw selection is out of reach.

Qt does not say who reads. So the clipboard is not touched before the chord: until then every
reader is served by the owner that was there. From the chord on the reply is marked so that
clipboard managers leave it alone, and a read counts as the target's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QElapsedTimer,
    QIODevice,
    QMetaType,
    QMimeData,
    QObject,
    QTimer,
)
from PySide6.QtGui import QGuiApplication, QImage

from desktop_assist.errors import AssistError
from desktop_assist.oslayer.clipboard.base import ClipboardEvent, SavedClipboard
from desktop_assist.text import say

ALL_FORMATS_MS = 4_000
ALL_FORMATS_BYTES = 64 * 1024 * 1024
_TEXT = "text/plain"
_PNG = "image/png"
_QT_IMAGE = "application/x-qt-image"
_WINDOWS_FORMAT = 'application/x-qt-windows-mime;value="{}"'

# What each system's clipboard managers look for. Windows wants a DWORD 0 under the plain name.
_MARKS = {"x-kde-passwordManagerHint": b"secret", "org.nspasteboard.TransientType": b""} | {
    _WINDOWS_FORMAT.format(name): b"\x00\x00\x00\x00"
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    )
}


@dataclass(frozen=True, slots=True)
class _Offer:
    """A reply, what was there before, and who hears of it."""

    text: str
    saved: SavedClipboard
    told: Callable[[ClipboardEvent], None]


class _LazyText(QMimeData):
    """The reply, handed out when it is asked for."""

    def __init__(self, text: str, read: Callable[[], None]) -> None:
        super().__init__()
        self._text = text
        self._read = read

    def formats(self) -> list[str]:
        return [_TEXT, *_MARKS]

    def hasFormat(self, name: str) -> bool:  # noqa: N802  Qt's name
        return name in self.formats()

    def retrieveData(self, name: str, kind: QMetaType | QMetaType.Type) -> object:  # noqa: N802
        if name == _TEXT:
            self._read()
            return self._text
        return QByteArray(_MARKS[name]) if name in _MARKS else None


class _LazyPicture(QMimeData):
    """Saved bytes, with the other encodings of a picture made when they are asked for."""

    def __init__(self, png: bytes) -> None:
        super().__init__()
        self._png = png

    def formats(self) -> list[str]:
        return [*super().formats(), _QT_IMAGE]

    def hasFormat(self, name: str) -> bool:  # noqa: N802  Qt's name
        return name == _QT_IMAGE or super().hasFormat(name)

    def retrieveData(self, name: str, kind: QMetaType | QMetaType.Type) -> object:  # noqa: N802
        if name == _QT_IMAGE:
            return QImage.fromData(self._png)
        return super().retrieveData(name, kind)


class QtClipboard:
    """The application's clipboard. Every call comes from the thread of the interface."""

    name = "qt"
    confirms_reads = True

    def __init__(self) -> None:
        """Needs a QGuiApplication."""
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._changed)
        self._offer: _Offer | None = None
        self._shown = False
        self._setting = False
        self._put_back: SavedClipboard | None = None
        self._copies: list[Callable[[str | None], None]] = []
        self._context = QObject()

    def save(self, done: Callable[[SavedClipboard], None]) -> None:
        done(self._offer.saved if self._offer and self._shown else self._read_all())

    def offer(
        self, text: str, saved: SavedClipboard, told: Callable[[ClipboardEvent], None]
    ) -> None:
        self._offer = _Offer(text, saved, told)
        self._shown = False

    def arm(self, reader: int) -> bool:
        """Raises: AssistError: the system did not take the reply; nothing has changed."""
        offer = self._offer
        if offer is None:
            return False
        self._set(_LazyText(offer.text, lambda: self._was_read(offer)))
        self._shown = self._clipboard.ownsClipboard()
        if not self._shown:
            self._offer = None
            raise AssistError(
                say("Clipboard", "Another program holds the clipboard; nothing was pasted."),
                say("Clipboard", "Try once more."),
            )
        return True

    def leave(self) -> None:
        if not self._shown:
            self.arm(0)

    def restore(self) -> None:
        offer, self._offer = self._offer, None
        if offer is not None and self._shown and self._clipboard.ownsClipboard():
            self.put_back(offer.saved)

    def copied(self, reader: int, wait_ms: float, done: Callable[[str | None], None]) -> None:
        def end(text: str | None) -> None:
            if end in self._copies:
                self._copies.remove(end)
                done(text)

        self._copies.append(end)
        QTimer.singleShot(round(wait_ms), self._context, lambda: end(None))

    def put_back(self, saved: SavedClipboard) -> None:
        self._offer, self._put_back = None, saved
        if saved.empty:
            self._clipboard.clear()
        else:
            self._set(_rebuilt(saved))

    def read_text(self, done: Callable[[str | None], None]) -> None:
        if self._offer and self._shown:
            text = self._offer.saved.formats.get(_TEXT)
            done(None if text is None else text.decode("utf-8", "replace"))
            return
        data = self._clipboard.mimeData()
        done(data.text() if data is not None and data.hasText() else None)

    def close(self) -> None:
        self.restore()
        self._clipboard.dataChanged.disconnect(self._changed)
        if self._put_back is not None and self._clipboard.ownsClipboard():
            # Qt asks for the contents when it ends; by then no code of ours can answer.
            self._set(_plain(self._put_back))

    def _set(self, data: QMimeData) -> None:
        self._setting = True  # Qt may tell of our own change before the call returns
        self._clipboard.setMimeData(data)
        self._setting = False

    def _was_read(self, offer: _Offer) -> None:
        if self._offer is offer and not self._setting:
            offer.told(ClipboardEvent.READ)

    def _changed(self) -> None:
        if self._setting or self._clipboard.ownsClipboard():
            return
        offer, self._offer = self._offer, None
        if offer is not None:
            offer.told(ClipboardEvent.LOST)
        for end in list(self._copies):
            self._copied(end)

    def _copied(self, end: Callable[[str | None], None]) -> None:
        self.read_text(lambda text: end(text or ""))

    def _read_all(self) -> SavedClipboard:
        data = self._clipboard.mimeData()
        if data is None or not data.formats():
            return SavedClipboard(empty=True)
        return _saved(data)


def _saved(data: QMimeData) -> SavedClipboard:
    """Every format's bytes; of a picture's twenty encodings one, as PNG."""
    clock = QElapsedTimer()
    clock.start()
    offered = list(dict.fromkeys(data.formats()))
    pictures = [name for name in offered if name.startswith("image/") or name == _QT_IMAGE]
    wanted = [name for name in offered if name not in pictures] + [_PNG] * bool(pictures)
    formats: dict[str, bytes] = {}
    dropped = [name for name in pictures if name != _PNG]
    size = 0
    for name in wanted:
        slow = clock.hasExpired(ALL_FORMATS_MS)
        content = None if slow else _bytes_of(data, name)
        if content is None or size + len(content) > ALL_FORMATS_BYTES:
            dropped.append(name)
            continue
        formats[name] = content
        size += len(content)
    return SavedClipboard(formats, tuple(dropped))


def _bytes_of(data: QMimeData, name: str) -> bytes | None:
    content = bytes(data.data(name).data())
    if content or name != _PNG:
        return content
    picture = data.imageData()
    return _png(picture) if isinstance(picture, QImage) else None


def _png(picture: QImage) -> bytes | None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stubs want bytes for the format; Qt takes its name as text.
    return bytes(buffer.data().data()) if picture.save(buffer, "PNG") else None  # type: ignore[call-overload]


def _rebuilt(saved: SavedClipboard) -> QMimeData:
    data = _LazyPicture(saved.formats[_PNG]) if _has_encodings(saved) else QMimeData()
    _fill(data, saved.formats)
    return data


def _plain(saved: SavedClipboard) -> QMimeData:
    data = QMimeData()
    if _has_encodings(saved):
        data.setImageData(QImage.fromData(saved.formats[_PNG]))
    _fill(data, saved.formats)
    return data


def _has_encodings(saved: SavedClipboard) -> bool:
    """Whether the picture was on offer in other encodings too."""
    return _PNG in saved.formats and _QT_IMAGE in saved.dropped


def _fill(data: QMimeData, formats: Mapping[str, bytes]) -> None:
    for name, content in formats.items():
        data.setData(name, QByteArray(content))
