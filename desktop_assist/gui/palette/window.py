"""The search window: type a few letters, press Enter, and the reply is in the chat."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop_assist.core.action import SLOT_COUNT
from desktop_assist.gui.look.placing import bring_up, em, place
from desktop_assist.gui.palette.chips import Place, chips_of, following
from desktop_assist.gui.palette.keys import Command, command_of
from desktop_assist.gui.palette.lines import nothing_found
from desktop_assist.gui.palette.listing import Listing
from desktop_assist.gui.palette.model import Row, spoken
from desktop_assist.gui.palette.parts import PaletteParts
from desktop_assist.gui.palette.ports import (
    NO_EXTRAS,
    Bodies,
    Extras,
    FindEntry,
    Mode,
    PaletteChoice,
    Preview,
    Search,
    Waiting,
)
from desktop_assist.gui.palette.preview import Check
from desktop_assist.gui.palette.right import RightHalf
from desktop_assist.gui.palette.voice import announce
from desktop_assist.gui.palette.wording import Wording

__all__ = ["Extras", "Mode", "Palette", "PaletteChoice", "Waiting"]


class Palette(QWidget):
    """Finds a reply and says which one was chosen; it pastes nothing itself.

    It is made once and shown again and again. All callables answer at once, on this thread.
    """

    chosen = Signal(object)
    """A `PaletteChoice`; the window is hidden already."""
    next_wanted = Signal()
    """The next message of the reply under way is wanted; the window is hidden already."""
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
        preview: Preview,
        bodies: Bodies,
        check: Check | None,
        is_favourite: Callable[[str], bool],
        *,
        extras: Extras = NO_EXTRAS,
        dismiss_on_focus_loss: bool = True,
    ) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        self._listing = Listing(search, entry, is_favourite, extras.recent)
        self._bodies = bodies
        self._dismiss_on_focus_loss = dismiss_on_focus_loss
        self._serving = ""
        self._suggestions: tuple[tuple[str, str], ...] = ()
        self._place: Place = ()
        self._wording: Wording | None = None
        self._by_hand = ""
        self._preview_soon = QTimer(self, singleShot=True, interval=0)
        self._preview_soon.timeout.connect(self._show_preview)
        self._build(lambda parent: RightHalf(preview, check, extras, parent))
        self._connect()
        self._retranslate()

    # -- what the rest of the program asks of it

    def set_source(self, search: Search, entry: FindEntry) -> None:
        """Search another library from now on; what is shown is asked for anew."""
        self._listing = replace(self._listing, search=search, entry=entry)
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
        `platforms`. `suggestions` are pairs of entry key and reason; they stand first until
        something is typed.
        """
        self._right.serve(platforms, another=serving != self._serving)
        self._serving = serving
        self._suggestions = tuple(suggestions)
        self._place, self._by_hand, self._wording = (), "", None
        self._box.start(query)
        place(self, near, self._proper_size())
        self._parts.fit(self.height())
        self._say_serving()
        self._typed()
        bring_up(self)
        self._box.setFocus(Qt.FocusReason.PopupFocusReason)

    def open_unseen(self) -> None:
        """Do all that opening does but showing, so that the first time is no slower."""
        self._typed()
        self.resize(self._proper_size())
        self.grab()

    def refresh(self) -> None:
        """Ask for everything again and keep the selected reply where it is still there.

        While the form is open that waits until the agent goes back.
        """
        if self._right.is_asking:
            return
        current = self._results.current
        self._fill(current.entry.key if current else "")

    def dismiss(self) -> None:
        """Close without a choice."""
        if self.isVisible():
            self._close()
            self.dismissed.emit()

    # -- building

    def _build(self, right: Callable[[QWidget], RightHalf]) -> None:
        self._parts = PaletteParts(right, self)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._parts)
        self._box, self._chips = self._parts.box, self._parts.chips
        self._results, self._right = self._parts.results, self._parts.right
        self._menu = self._parts.menu

    def _connect(self) -> None:
        self._box.textChanged.connect(self._typed)
        self._box.slot_wanted.connect(self._pick)
        self._box.emptied.connect(lambda: self._look_in(()) if self._place else None)
        self._chips.picked.connect(self._look_in)
        self._results.moved.connect(self._moved)
        self._results.clicked.connect(self._clicked)
        self._results.activated.connect(lambda: self._choose("paste"))
        self._results.menu_wanted.connect(self._open_menu)
        self._menu.place_wanted.connect(self._look_in)
        for part in (self._box, self._menu, self._right):
            part.wanted.connect(self._do)
        self._right.given.connect(self._give)
        self._right.left.connect(self._back)

    def _proper_size(self) -> QSize:
        """About 790 × 490 at an ordinary font, more at a larger one."""
        return QSize(44 * em(self), 27 * em(self))

    def _retranslate(self) -> None:
        self._parts.retranslate()
        self._say_task()

    def _say_task(self) -> None:
        self.setWindowTitle(self._parts.say_task())

    def _say_serving(self) -> None:
        self._parts.say_serving(self._serving, self.width())

    # -- results

    def _typed(self) -> None:
        self._fill(self._by_hand)

    def _fill(self, keep: str) -> None:
        """Show what fits the query, with `keep` selected, else the first."""
        self._leave_form()
        query = self._box.text()
        rows = self._rows(query)
        everywhere = self._listing.found(query) if self._place else rows
        self._chips.show_chips(
            chips_of((row.entry for row in everywhere), self._place), self._place
        )
        self._results.show_rows(rows, keep, nothing_found(query, self._place))
        self._right.setVisible(self._results.found > 0)
        if keep not in (row.entry.key for row in rows):
            self._by_hand = ""
        self._renew_wording()

    def _rows(self, query: str) -> list[Row]:
        if self._place:
            return self._listing.found(query, self._place)
        if self._suggestions and not self._box.isModified():
            return self._listing.suggested(query, self._suggestions)
        return self._listing.found(query) if query.strip() else self._listing.at_first()

    def _look_in(self, where: Place) -> None:
        """Look only in that category; everywhere where it is empty."""
        self._place = where
        self._fill(self._by_hand)

    def _moved(self) -> None:
        self._leave_form()
        self._renew_wording()

    def _clicked(self) -> None:
        self._leave_form()
        self._keep_current()

    def _step(self, by: int) -> None:
        self._results.step(by)
        self._keep_current()

    def _keep_current(self) -> None:
        """The selected reply was chosen by hand: typing on keeps it while it is found."""
        row = self._results.current
        self._by_hand = row.entry.key if row else ""

    # -- preview

    def _renew_wording(self) -> None:
        """Begin with the first wording, unless the same reply is selected still."""
        row = self._results.current
        if row is None:
            self._wording = None
        elif self._wording is None or self._wording.entry != row.entry:
            self._wording = Wording.first(row.entry, self._bodies(row.entry))
        self._preview_soon.start()

    def _show_preview(self) -> None:
        row = self._results.current
        self._right.show_wording(row, self._wording, self._box.text())
        if row is not None:
            announce(self._box, spoken(row))

    def _say_as(self, turned: Callable[[Wording], Wording]) -> None:
        if self._wording is not None:
            self._wording = turned(self._wording)
            self._preview_soon.start()

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on a chip or a button leads back to the search box, Enter presses it."""
        focus = self.focusWidget()
        command = command_of(event, box_has_selection=False)
        if command is Command.DISMISS:
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        elif command is Command.PASTE and isinstance(focus, QPushButton):
            focus.click()
        elif command in (Command.NEXT_PART, Command.PREVIOUS_PART):
            self._do(command)
        else:
            super().keyPressEvent(event)

    def _do(self, command: Command) -> None:
        self._deeds()[command]()

    def _deeds(self) -> Mapping[Command, Callable[[], object]]:
        return {
            Command.PASTE: lambda: self._choose("paste"),
            Command.EACH: self._each,
            Command.COPY: lambda: self._choose("copy"),
            Command.STAR: self._star,
            Command.EDIT: self._edit,
            Command.DISMISS: self.dismiss,
            Command.NEXT_WORDING: lambda: self._say_as(lambda wording: wording.turned(1)),
            Command.PREVIOUS_WORDING: lambda: self._say_as(lambda wording: wording.turned(-1)),
            Command.NEXT_TONE: lambda: self._say_as(Wording.in_next_tone),
            Command.NEXT_LANGUAGE: lambda: self._say_as(Wording.in_next_language),
            Command.NEXT_CATEGORY: lambda: self._look_in(following(self._chips.chips, self._place)),
            Command.NEXT_PART: lambda: self.focusNextPrevChild(True),
            Command.PREVIOUS_PART: lambda: self.focusNextPrevChild(False),
            Command.MENU: lambda: self._open_menu(self._results.below_current),
            Command.UP: lambda: self._step(-1),
            Command.DOWN: lambda: self._step(1),
            Command.PAGE_UP: lambda: self._step(-self._results.page),
            Command.PAGE_DOWN: lambda: self._step(self._results.page),
            Command.NOTHING: lambda: None,
        }

    # -- what the user decides

    def _pick(self, slot: int) -> None:
        if slot <= min(self._results.found, SLOT_COUNT):
            self._results.select(slot - 1)
            self._choose("paste", trigger=str(slot))

    def _each(self) -> None:
        """Begin with the first message, or go on where the reply is under way."""
        row = self._results.current
        if row is not None and self._right.following(row.entry):
            self._close()
            self.next_wanted.emit()
        else:
            self._choose("each")

    def _choose(self, mode: Mode, trigger: str = "enter") -> None:
        row, wording = self._results.current, self._wording
        if row is not None and wording is not None:
            typed = self._box.text()
            choice = PaletteChoice(row.entry.key, wording.parts, mode, typed, trigger)
            self._right.give(choice, wording)
            self._say_task()

    def _give(self, choice: PaletteChoice) -> None:
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

    def _open_menu(self, where: QPoint) -> None:
        row = self._results.current
        if row is not None:
            self._menu.open_for(row.entry, is_favourite=row.favourite, where=where)

    def _close(self) -> None:
        QGuiApplication.inputMethod().reset()
        self._leave_form()
        self._say_task()
        self.hide()

    def _back(self) -> None:
        """The form was left: what changed meanwhile is shown now."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_task()
        self.refresh()

    def _leave_form(self) -> None:
        if self._right.close_form():
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
            self._say_task()

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
