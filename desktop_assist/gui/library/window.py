"""The library: categories on the left, cards in the middle, one reply in full on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop_assist.core.replies.filters import offered
from desktop_assist.core.replies.library import Entry
from desktop_assist.errors import AssistError
from desktop_assist.gui.editor.pictures import holds_picture, picture_in
from desktop_assist.gui.i18n import told, translated
from desktop_assist.gui.library.asking import Asking
from desktop_assist.gui.library.commands import GROUPS, Chosen, Command, actions_for
from desktop_assist.gui.library.frame import LibraryFrame
from desktop_assist.gui.library.looking import Looking, Wanted
from desktop_assist.gui.library.operations import Operations
from desktop_assist.gui.library.places import EVERYWHERE, Holdings, Place
from desktop_assist.gui.library.ports import LibraryPorts
from desktop_assist.gui.library.sentences import count_line, nothing_here
from desktop_assist.gui.library.twins import Twins

_TYPED_MS = 40
"""What was typed is looked for once the keys rest so long."""


class LibraryWindow(LibraryFrame):
    """Shows the library and changes it; every change is told, and can be taken back."""

    edit_wanted = Signal(str)
    """The key of the reply to edit, empty for a new one."""
    copy_wanted = Signal(str, tuple)
    """A key, and the templates of the wording to put on the clipboard."""
    palette_wanted = Signal(str)
    """The key of the reply to show in the palette."""
    import_wanted = Signal()
    export_wanted = Signal(object)
    """The entries that are to go into a file of another tool."""
    library_changed = Signal()
    """Something was changed here: the replies are to be read anew, at once."""

    def __init__(self, ports: LibraryPorts) -> None:
        super().__init__(ports)
        self._ports = ports
        self._holdings = Holdings()
        self._looking = Looking(self._holdings, ports.search, {})
        self.operations = Operations(ports.changes, self.undo_line)
        self.twins = Twins(ports.background, self)
        self._asking = Asking(self, self.operations)
        self.commands = actions_for(self, self.act)
        self._pause = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self.name(self.commands)
        self._connect()
        self._connect_keys()
        self.refresh()

    # -- what is shown

    def refresh(self) -> None:
        """Read the library again; place, selection and query stay."""
        self._holdings = self._ports.holdings()
        self.twins.forget()
        entries = self._holdings.entries
        titles = {one.pack: one.pack_title for one in entries}
        self.filters.offer(lambda: offered(entries), titles)
        self.tree.show_places(self._holdings)
        self._look_anew()

    def show_reply(self, key: str) -> None:
        """Show that reply among all of them."""
        self.filters.clear()
        self.search.clear()
        self.tree.choose(EVERYWHERE)
        self._show_cards()
        self.cards.select(key)

    def _look_anew(self) -> None:
        self._looking = Looking(self._holdings, self._ports.search, self.twins.groups)
        self._show_cards()

    def _show_cards(self) -> None:
        self._pause.stop()
        wanted = Wanted(self.tree.place, self.search.text(), self.filters.filter)
        if wanted.filter.duplicates:
            self.twins.look(self._holdings.entries)
        found = self._looking.found(wanted)
        is_looking = wanted.filter.duplicates and not self.twins.are_known
        nothing = nothing_here(wanted, is_looking=is_looking)
        self.cards.show_found(found, self._holdings, nothing)

    def _show_chosen(self) -> None:
        found = self.cards.current
        if found is None:
            self.detail.show_nothing()
        else:
            self.detail.show_entry(found.entry, self._holdings)
        chosen = self._chosen()
        for command, action in self.commands.items():
            action.setEnabled(chosen.allows(command))
        self.allow(self.commands, are_gone=chosen.are_gone)
        self._show_count()

    def _show_count(self) -> None:
        whole = len(self._holdings.at(self.tree.place))
        shown, selected = len(self.cards.cards.found), len(self.cards.selected)
        self.show_count(count_line(shown, whole, selected))

    def _chosen(self) -> Chosen:
        found = self.cards.current
        return Chosen(self.cards.selected, self._holdings, bool(found and found.group))

    # -- what is done

    def act(self, command: Command) -> None:
        """Carry out `command` on what is selected, where that makes sense."""
        self.say("")
        chosen = self._chosen()
        if not chosen.allows(command):
            return
        keys, operations = [one.key for one in chosen.entries], self.operations
        categories = self._holdings.categories
        acts: dict[Command, Callable[[], object]] = {
            Command.NEW: lambda: self.edit_wanted.emit(""),
            Command.EDIT: lambda: self.edit_wanted.emit(keys[0]),
            Command.COPY: lambda: self._copy(chosen.entries[0]),
            Command.PALETTE: lambda: self.palette_wanted.emit(keys[0]),
            Command.FAVOURITE: lambda: self._like(keys),
            Command.DUPLICATE: lambda: self._select(operations.duplicate(keys)),
            Command.MOVE: lambda: self._asking.category(chosen.entries, categories),
            Command.TAG: lambda: self._asking.tags(chosen.entries),
            Command.MERGE: lambda: self._ask_merge(chosen.entries),
            Command.RESET: lambda: operations.reset([k.key for k in chosen.entries if k.changed]),
            Command.EXPORT: lambda: self._ask_folder(chosen.entries),
            Command.EXPORT_AS: lambda: self.export_wanted.emit(list(chosen.entries)),
            Command.IMPORT: self.import_wanted.emit,
            Command.PICTURE: self.paste_picture,
            Command.DELETE: lambda: operations.delete(keys),
            Command.RESTORE: lambda: operations.restore(keys),
        }
        acts[command]()

    def export_to(self, folder: Path, entries: Sequence[Entry]) -> None:
        """Write `entries` into `folder`, and tell how it went."""
        if self._ports.export is None:
            return
        try:
            self.say(translated(self._ports.export(entries, folder)), "muted")
        except AssistError as error:
            self._tell(error)

    def paste_picture(self) -> None:
        """Take the copied picture into the chosen reply."""
        data = QGuiApplication.clipboard().mimeData()
        if not holds_picture(data):
            self.say(self.tr("There is no picture on the clipboard. Copy one first."))
            return
        try:
            self._set_picture(picture_in(data))
        except AssistError as error:
            self._tell(error)

    def _copy(self, entry: Entry) -> None:
        self.copy_wanted.emit(entry.key, entry.snippet.parts)

    def _like(self, keys: Sequence[str]) -> None:
        """Favourites they become all, or if they are so already none of them."""
        on = not all(key in self._holdings.favourites for key in keys)
        try:
            for key in keys:
                self._ports.like(key, on)
        except AssistError as error:
            self._tell(error)
        self._tell_of_change()

    def _set_picture(self, png: bytes) -> None:
        entry, keep = self.detail.entry, self._ports.keep_picture
        if entry is not None and keep is not None:
            self.operations.set_picture(entry.key, keep, png)

    def _dropped(self, keys: Sequence[str], place: Place) -> None:
        if place.kind == "bin":
            self.operations.delete(keys)
        else:
            self.operations.move(keys, place.path)

    def _ask_merge(self, entries: Sequence[Entry]) -> None:
        found = self.cards.current
        if len(entries) == 1 and found is not None:
            same = self.twins.groups
            entries = [one for one in self._holdings.entries if same.get(one.key) == found.group]
        self._asking.merge(entries, [self._uses(one.key) for one in entries])

    def _uses(self, key: str) -> int:
        standing = self._holdings.standing.get(key)
        return 0 if standing is None else standing.uses

    def _ask_folder(self, entries: Sequence[Entry]) -> None:
        ask = QFileDialog(self, self.tr("Export into an empty folder"))
        ask.setFileMode(QFileDialog.FileMode.Directory)
        ask.setOption(QFileDialog.Option.ShowDirsOnly)
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.fileSelected.connect(lambda name: self.export_to(Path(name), entries))
        ask.open()

    def _answer(self, act: str, key: str, part: str) -> None:
        if act == "reset":
            self.operations.reset([key], part)
        else:
            self.operations.answer(act, key, part)

    def _tell_of_change(self) -> None:
        """Who hears of it may have it shown anew at once; else that is done here."""
        before = self._holdings
        self.library_changed.emit()
        if self._holdings is before:
            self.refresh()

    def _after(self) -> None:
        self.say("")
        self._tell_of_change()

    def _select(self, keys: Sequence[str]) -> None:
        if keys and not self.cards.select(keys[0]):
            self.show_reply(keys[0])

    def _failed(self, error: AssistError) -> None:
        """What is shown may be out of date: that is why it failed."""
        self.refresh()
        self._tell(error)

    def tell(self, sentences: str) -> None:
        """Show how something ended that was asked for here."""
        self.say(sentences, "muted")

    def fail(self, error: AssistError) -> None:
        """Show why something that was asked for here could not be done."""
        self._tell(error)

    def _tell(self, error: AssistError) -> None:
        self.say(told(error), "problem")

    # -- keys and the mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search box go through the cards; Enter goes there.

        While a change can be taken back, Ctrl+Z means the change and not what was typed before.
        """
        if watched is self.search and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) and self.undo_line.isVisible()
            if undoes and event.type() == QEvent.Type.ShortcutOverride:
                event.ignore()
                return True
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.type() == QEvent.Type.KeyPress and event.key() in steps:
                if self._pause.isActive():
                    self._show_cards()
                self.cards.step(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """What is typed first begins a new search."""
        super().showEvent(event)
        self._into_search()

    def _into_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _into_cards(self) -> None:
        self._show_cards()
        self.cards.view.setFocus()

    def _leave(self) -> None:
        """Escape takes back what narrows the list, one thing after the other, then closes."""
        if self.search.text():
            self.search.clear()
        elif not self.filters.filter.is_empty:
            self.filters.clear()
        else:
            self.close()

    def _next_part(self, step: int) -> None:
        parts = (self.tree, self.search, self.cards.view, self.detail)
        at = next((at for at, one in enumerate(parts) if one.hasFocus()), 0)
        parts[(at + step) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)

    def open_menu(self, where: QPoint) -> None:
        self._menu().popup(where)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in GROUPS:
            allowed = [one for one in group if self.commands[one].isEnabled()]
            menu.addActions([self.commands[one] for one in allowed])
            if allowed:
                menu.addSeparator()
        return menu

    # -- what is connected

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self.search.returnPressed.connect(self._into_cards)
        self._pause.timeout.connect(self._show_cards)
        self.filters.changed.connect(self._show_cards)
        self.tree.chosen.connect(lambda _place: self._show_cards())
        self.tree.dropped.connect(self._dropped)
        self.cards.moved.connect(self._show_chosen)
        self.cards.activated.connect(lambda: self.act(Command.EDIT))
        self.cards.menu_wanted.connect(self.open_menu)
        self.detail.copy_wanted.connect(self.copy_wanted)
        self.detail.answered.connect(self._answer)
        self.detail.picture_dropped.connect(self._set_picture)
        self.detail.refused.connect(self._tell)
        self.operations.changed.connect(lambda _done: self._after())
        self.operations.failed.connect(self._failed)
        self._asking.failed.connect(self._tell)
        self.twins.found.connect(self._look_anew)
        self.new_button.clicked.connect(self.commands[Command.NEW].trigger)
        more = self.more_button
        more.clicked.connect(lambda: self.open_menu(more.mapToGlobal(more.rect().bottomLeft())))
        for command, button in self.buttons.items():
            button.clicked.connect(self.commands[command].trigger)

    def _connect_keys(self) -> None:
        self.search.installEventFilter(self)
        delete = self.commands[Command.DELETE]
        delete.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.removeAction(delete)
        self.cards.addAction(delete)  # among the categories the key would delete unseen
        keys: Mapping[str, Callable[[], object]] = {
            "Ctrl+F": self._into_search,
            "Ctrl+Z": self.undo_line.undo,
            "F6": lambda: self._next_part(1),
            "Shift+F6": lambda: self._next_part(-1),
            "Esc": self._leave,
        }
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(act)
