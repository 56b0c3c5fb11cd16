"""The right side: one reply with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop_assist.core.replies.edits import Edit
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.reply import Parts
from desktop_assist.errors import AssistError
from desktop_assist.gui.editor.pictures import holds_picture, picture_in
from desktop_assist.gui.library.detail_page import (
    SHOWN_EDITS,
    Page,
    Wording,
    html_of,
    wordings_of,
)
from desktop_assist.gui.library.layer_notes import layer_notes
from desktop_assist.gui.library.places import Holdings
from desktop_assist.gui.library.ports import LibraryPorts
from desktop_assist.gui.look.pictures import read_scaled
from desktop_assist.gui.look.theme import Theme

_PICTURE = "picture"
_PICTURE_LINES = 12


class Detail(QTextBrowser):
    """Reads what it shows from `ports`; links and dropped pictures are told, not acted on."""

    copy_wanted = Signal(str, tuple)
    """The key of the reply, and the templates of the wording."""
    answered = Signal(str, str, str)
    """`take`, `keep` or `reset`, the key, and the part (empty: all of them)."""
    picture_dropped = Signal(bytes)
    """A picture as PNG."""
    refused = Signal(object)
    """Why a dropped picture cannot be used: an `AssistError`."""

    def __init__(self, ports: LibraryPorts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ports = ports
        self._entry: Entry | None = None
        self._shown: tuple[Entry, Holdings] | None = None
        self._wordings: Sequence[tuple[str, Parts]] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setAccessibleName(self.tr("The chosen reply"))
        self.setPlaceholderText(self.tr("Choose a reply to read it here."))
        self.anchorClicked.connect(self._follow)

    @property
    def entry(self) -> Entry | None:
        return self._entry

    def show_nothing(self) -> None:
        self._entry = self._shown = None
        self.clear()

    def show_entry(self, entry: Entry, holdings: Holdings) -> None:
        """Show `entry`, which is one of `holdings`."""
        if self._shown == (entry, holdings):
            return
        is_same = self._entry is not None and self._entry.key == entry.key
        place = self.verticalScrollBar().value() if is_same else 0
        self._entry, self._shown = entry, (entry, holdings)
        self._wordings = tuple(wordings_of(entry.snippet))
        self.clear()
        picture, trouble = self._picture(entry)
        used = holdings.standing.get(entry.key)
        page = Page(
            entry,
            tuple(self._told(entry)),
            tuple(self._notes(entry, holdings)),
            picture,
            trouble,
            used.uses if used else 0,
            self._edits(entry),
        )
        self.setHtml(html_of(page, Theme.of(self.palette())))
        self.verticalScrollBar().setValue(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            entry, holdings = self._shown
            self._shown = None
            self.show_entry(entry, holdings)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._entry is not None and holds_picture(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDropEvent) -> None:
        if holds_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        try:
            self.picture_dropped.emit(picture_in(event.mimeData()))
        except AssistError as error:
            self.refused.emit(error)
        event.acceptProposedAction()

    def _told(self, entry: Entry) -> Iterator[Wording]:
        for name, parts in self._wordings:
            examples = tuple(self._ports.example(entry, (part,)) for part in parts)
            yield Wording(name, parts, examples)

    def _notes(self, entry: Entry, holdings: Holdings) -> Iterator[str]:
        return layer_notes(entry, holdings, lambda: self._ports.changes.clashes(entry.key))

    def _edits(self, entry: Entry) -> Sequence[Edit]:
        return self._ports.changes.history(entry.key)[:SHOWN_EDITS]

    def _picture(self, entry: Entry) -> tuple[str, str]:
        """The name of the picture in the document, or why it cannot be shown."""
        if not entry.snippet.image:
            return "", ""
        file = self._ports.picture(entry)
        read = None if file is None else read_scaled(file, self._room())
        if read is None:
            name = (file or Path(entry.snippet.image)).name
            sentence = self.tr("The picture “{name}” cannot be shown. Drop another one here.")
            return "", sentence.format(name=name)
        read.setDevicePixelRatio(self.devicePixelRatioF())
        self._add(read)
        return _PICTURE, ""

    def _room(self) -> QSize:
        height = self.fontMetrics().lineSpacing() * _PICTURE_LINES
        return QSize(max(self.viewport().width() - 2 * height // 10, 64), height)

    def _add(self, picture: QImage) -> None:
        kind = QTextDocument.ResourceType.ImageResource.value
        self.document().addResource(kind, QUrl(_PICTURE), picture)

    def _follow(self, link: QUrl) -> None:
        if self._entry is None:
            return
        act, _, about = link.toString().partition(":")
        if act == "copy":
            self.copy_wanted.emit(self._entry.key, self._wordings[int(about)][1])
        else:
            self.answered.emit(act, self._entry.key, about)
