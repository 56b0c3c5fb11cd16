"""The search window: type a few letters, press Enter, and the reply is in the chat."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.action import SLOT_COUNT
from desktop_assist.core.library import Entry
from desktop_assist.core.search import Hit
from desktop_assist.gui.composing import CompositionGuard
from desktop_assist.gui.palette_keys import Command, command_of, slot_of
from desktop_assist.gui.palette_model import Row
from desktop_assist.gui.palette_preview import Check, PreviewPane, Shown
from desktop_assist.gui.palette_results import Results, quiet_label
from desktop_assist.gui.placing import bring_up, em, place

SHOWN_HITS = 50

Mode = Literal["paste", "each", "copy"]
Parts = tuple[str, ...]
Search = Callable[[str, int], list[Hit]]
FindEntry = Callable[[str], Entry | None]


@dataclass(frozen=True, slots=True)
class PaletteChoice:
    """What the user picked: the entry's key, the templates of the chosen wording, what to do.

    `mode` is `paste`, `each` (every message in turn) or `copy`; `typed` is the query. `trigger` is
    the key that was pressed for it: held down, it must not go on into the chat window.
    """

    key: str
    parts: Parts
    mode: Mode
    typed: str
    trigger: str = field(default="enter", compare=False)


class Palette(QWidget):
    """Finds a reply and says which one was chosen; it pastes nothing itself.

    It is made once and shown again and again. All callables answer at once, on this thread.
    """

    chosen = Signal(object)
    """A `PaletteChoice`; the window is hidden already."""
    edit_wanted = Signal(str)
    """The key of the entry to edit; the window is hidden already."""
    favourite_wanted = Signal(str)
    """The key of the entry to star or unstar; the window stays and asks `is_favourite` anew."""
    dismissed = Signal()
    """Closed without a choice."""

    def __init__(
        self,
        search: Search,
        entry: FindEntry,
        preview: Callable[[Entry, Parts], str],
        bodies: Callable[[Entry], tuple[Parts, ...]],
        check: Check | None,
        is_favourite: Callable[[str], bool],
        *,
        dismiss_on_focus_loss: bool = True,
    ) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        self._search = search
        self._entry = entry
        self._preview = preview
        self._bodies = bodies
        self._is_favourite = is_favourite
        self._dismiss_on_focus_loss = dismiss_on_focus_loss
        self._serving = ""
        self._suggestions: tuple[tuple[str, str], ...] = ()
        self._variant = 0
        self._preview_soon = QTimer(self, singleShot=True, interval=0)
        self._preview_soon.timeout.connect(self._show_preview)
        self._build(PreviewPane(check, self))
        self._connect()
        self._retranslate()

    # -- what the rest of the program asks of it

    def set_source(self, search: Search, entry: FindEntry) -> None:
        """Search another library from now on; what is shown is asked for anew."""
        self._search = search
        self._entry = entry
        self.refresh()

    def open_for(
        self,
        serving: str,
        query: str = "",
        suggestions: Sequence[tuple[str, str]] = (),
        near: QPoint | None = None,
        platforms: Sequence[str] = (),
    ) -> None:
        """Come up over everything, on the screen at `near` (else at the mouse), to serve a window.

        `serving` names that window, empty where there is none; findings are shown as they weigh on
        `platforms`. `suggestions` are pairs of entry
        key and reason; they stand first until something is typed.
        """
        self._serving = serving
        self._suggestions = tuple(suggestions)
        self._pane.serve(platforms)
        self._guard.forget()
        self._box.setText(query)
        self._box.selectAll()
        self._say_serving()
        self._typed()
        place(self, near, self._proper_size())
        bring_up(self)
        self._box.setFocus(Qt.FocusReason.PopupFocusReason)

    def open_unseen(self) -> None:
        """Do all that opening does but showing, so that the first time is no slower."""
        self._typed()
        self.resize(self._proper_size())
        self.grab()

    def refresh(self) -> None:
        """Ask for everything again and keep the selected reply where it is still there."""
        current = self._results.current
        self._fill(current.entry.key if current else "")

    def dismiss(self) -> None:
        """Close without a choice."""
        if self.isVisible():
            self._close()
            self.dismissed.emit()

    # -- building

    def _build(self, pane: PreviewPane) -> None:
        self._box = QLineEdit(self)
        self._hint = quiet_label(self)
        self._results = Results(self)
        self._pane = pane
        self._keys = quiet_label(self)
        self._guarded()
        self._arrange()

    def _guarded(self) -> None:
        self._box.installEventFilter(self)
        # The filter that was installed last is asked first: a composition's Enter ends there.
        self._guard = CompositionGuard(self._box)

    def _arrange(self) -> None:
        halves = QHBoxLayout()
        halves.addWidget(self._results, 9)
        halves.addWidget(self._pane, 11)
        frame = QFrame(self)
        frame.setProperty("role", "window")
        inside = QVBoxLayout(frame)
        room = self.fontMetrics().height() * 3 // 4
        inside.setContentsMargins(room, room, room, room // 2)
        inside.setSpacing(room // 2)
        halves.setSpacing(room)
        inside.addWidget(self._box)
        inside.addWidget(self._hint)
        inside.addLayout(halves, 1)
        inside.addWidget(self._keys)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)

    def _connect(self) -> None:
        self._box.textChanged.connect(self._typed)
        self._results.moved.connect(self._moved)
        self._results.activated.connect(lambda: self._choose("paste"))

    def _proper_size(self) -> QSize:
        """About 790 × 490 at an ordinary font, more at a larger one."""
        return QSize(44 * em(self), 27 * em(self))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Find a reply"))
        self._box.setAccessibleName(self.tr("Find a reply"))
        self._box.setPlaceholderText(self.tr("Search title, text, code or pinyin"))
        self._results.name(self.tr("Replies found"))
        keys = self.tr(
            "Enter paste · Ctrl+Enter one by one · Alt+1–9 pick · Tab other wording · Ctrl+C copy"
            " · Ctrl+D star · Ctrl+E edit · Esc close"
        )
        self._keys.setText(keys)
        self._pane.retranslate()

    def _say_serving(self) -> None:
        nowhere = self.tr("No chat window was in front: a reply will be left on the clipboard.")
        text = f"→ {' '.join(self._serving.split())}" if self._serving else nowhere
        width = self._proper_size().width() - 2 * self.fontMetrics().height()
        elide = Qt.TextElideMode.ElideRight
        self._hint.setText(self._hint.fontMetrics().elidedText(text, elide, width))

    # -- results

    def _typed(self) -> None:
        self._fill("")

    def _fill(self, keep: str) -> None:
        """Show what fits the query, with `keep` selected, else the first."""
        self._variant = 0
        self._results.show_rows(self._rows(), keep, self._nothing_found())
        self._pane.setVisible(self._results.found > 0)
        self._preview_soon.start()

    def _rows(self) -> list[Row]:
        query = self._box.text()
        untouched = not self._box.isModified()
        suggested = list(self._suggested_rows()) if untouched else []
        taken = {row.entry.key for row in suggested}
        heading = self.tr("All replies") if suggested else ""
        rows = suggested
        for hit in self._search(query, SHOWN_HITS):
            entry = self._entry(hit.key) if hit.key not in taken else None
            if entry is not None:
                rows.append(Row(entry, hit.matched, self._is_favourite(hit.key), section=heading))
                heading = ""
        return rows

    def _suggested_rows(self) -> Iterator[Row]:
        heading = self.tr("Suggested for the copied message")
        for key, why in self._suggestions:
            entry = self._entry(key)
            if entry is not None:
                starred = self._is_favourite(key)
                yield Row(entry, favourite=starred, why=why, section=heading)
                heading = ""

    def _nothing_found(self) -> str:
        query = self._box.text().strip()
        if not query:
            return self.tr("There are no replies yet. Write one in the library, or add a pack.")
        sentence = self.tr(
            "Nothing found for “{query}”.\nTry fewer words, a code, or the first letters of the"
            " pinyin."
        )
        return sentence.format(query=query)

    def _moved(self) -> None:
        self._variant = 0
        self._preview_soon.start()

    # -- preview

    def _wordings(self, entry: Entry) -> tuple[Parts, ...]:
        return self._bodies(entry) or (entry.snippet.parts,)

    def _show_preview(self) -> None:
        row = self._results.current
        if row is None:
            self._pane.clear()
            return
        wordings = self._wordings(row.entry)
        texts = tuple(self._preview(row.entry, (part,)) for part in wordings[self._variant])
        self._pane.show_reply(Shown(row.entry, texts, self._variant, len(wordings)))

    def _turn(self, step: int) -> None:
        row = self._results.current
        if row is not None:
            self._variant = (self._variant + step) % len(self._wordings(row.entry))
            self._preview_soon.start()

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = watched is self._box and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and not self._guard.composing:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what the key means here; False leaves it to the search box."""
        slot = slot_of(event)
        if slot:
            self._pick(slot - 1)
            return True
        command = command_of(event, box_has_selection=self._box.hasSelectedText())
        if command is not None:
            self._deeds()[command]()
        return command is not None

    def _deeds(self) -> Mapping[Command, Callable[[], None]]:
        return {
            Command.PASTE: lambda: self._choose("paste"),
            Command.EACH: lambda: self._choose("each"),
            Command.COPY: lambda: self._choose("copy"),
            Command.STAR: self._star,
            Command.EDIT: self._edit,
            Command.DISMISS: self.dismiss,
            Command.NEXT_WORDING: lambda: self._turn(1),
            Command.PREVIOUS_WORDING: lambda: self._turn(-1),
            Command.UP: lambda: self._results.step(-1),
            Command.DOWN: lambda: self._results.step(1),
            Command.PAGE_UP: lambda: self._results.step(-self._results.page),
            Command.PAGE_DOWN: lambda: self._results.step(self._results.page),
            Command.NOTHING: lambda: None,
        }

    # -- what the user decides

    def _pick(self, row: int) -> None:
        if row < min(self._results.found, SLOT_COUNT):
            self._results.select(row)
            self._choose("paste", trigger=str(row + 1))

    def _choose(self, mode: Mode, trigger: str = "enter") -> None:
        row = self._results.current
        if row is None:
            return
        parts = self._wordings(row.entry)[self._variant]
        choice = PaletteChoice(row.entry.key, parts, mode, self._box.text(), trigger)
        self._close()
        self.chosen.emit(choice)

    def _star(self) -> None:
        row = self._results.current
        if row is not None:
            self.favourite_wanted.emit(row.entry.key)
            self.refresh()

    def _edit(self) -> None:
        row = self._results.current
        if row is not None:
            self._close()
            self.edit_wanted.emit(row.entry.key)

    def _close(self) -> None:
        QGuiApplication.inputMethod().reset()
        self.hide()

    # -- what the system tells

    def event(self, event: QEvent) -> bool:
        left = event.type() == QEvent.Type.WindowDeactivate
        if left and self._dismiss_on_focus_loss and QApplication.activePopupWidget() is None:
            self.dismiss()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._say_serving()
        elif event.type() == QEvent.Type.PaletteChange:
            self._preview_soon.start()
        super().changeEvent(event)
