"""The docked panel: a narrow window beside the chat, from which a click pastes a reply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.composing import CompositionGuard
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.panel.list import DockList
from desktop_assist.gui.panel.tree import of_role, roles_of

SHOWN_HITS = 50

Search = Callable[[str, int], list[Hit]]
FindEntry = Callable[[str], Entry | None]
Entries = Callable[[], Iterable[Entry]]
Preview = Callable[[Entry], str]

_ACROSS, _LEAST_DOWN = 15, 18
_MOST_CORRECTIONS = 3
"""A window manager that insists on another place has its way after so many."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DockPanel(QWidget):
    """Lists replies by category or search and says which was chosen; it pastes nothing itself.

    The window manager is told that it takes no keyboard, so that a click leaves the chat in
    front. Only a click into the search box asks for the keyboard, until the search is over.
    All callables answer at once, on this thread.
    """

    chosen = Signal(object, str)
    """The `Entry`, and the key that was pressed for it: `enter`, or none where it was clicked."""
    typing_begins = Signal()
    """It takes the keyboard right after this; the chat still has it."""
    typing_ended = Signal()
    """The keyboard is to go back to the chat."""
    put_away = Signal()
    """The user closes it for good."""
    role_chosen = Signal(str)
    """The role whose replies are listed from now on, empty for all."""

    def __init__(
        self, search: Search, entry: FindEntry, entries: Entries, preview: Preview, role: str = ""
    ) -> None:
        """`entries` gives every reply in the order in which it is to be listed."""
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self._search = search
        self._entry = entry
        self._entries = entries
        self._role = role
        self._typing = False
        self._stale = True
        self._place = QRect()
        self._corrections = 0
        self._build(DockList(preview, self))
        self._retranslate()
        self._connect()

    # -- what the rest of the program asks of it

    @property
    def proper_size(self) -> QSize:
        """Its width, and the least height that is of use."""
        return QSize(_ACROSS * em(self), _LEAST_DOWN * em(self))

    @property
    def role(self) -> str:
        return self._role

    def choose_role(self, role: str) -> None:
        """List the replies for this role and those for everyone; all for an empty one."""
        if role != self._role:
            self._role = role
            self.refresh()

    def refresh(self) -> None:
        """Ask for everything again; at the next showing where it is hidden."""
        self._stale = True
        if self.isVisible():
            self._renew()

    def put(self, place: QRect) -> None:
        """Stand at `place`, and come up there where it is hidden."""
        self._place, self._corrections = place, _MOST_CORRECTIONS
        self.setGeometry(place)
        if not self.isVisible():
            self.show()

    def begin_typing(self) -> None:
        """Take the keyboard for the search box, until Enter, Esc, a paste, or another window."""
        if not self._typing and self.isVisible():
            self.typing_begins.emit()
            self._typing = True
            self._accept_keyboard(True)
            self.activateWindow()
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)

    # -- building

    def _build(self, replies: DockList) -> None:
        self._list = replies
        self._box = QLineEdit(self)
        self._box.setClearButtonEnabled(True)
        self._box.installEventFilter(self)
        # The filter that was installed last is asked first: a composition's Enter ends there.
        self._guard = CompositionGuard(self._box)
        self._roles = QToolButton(self)
        self._menu = QMenu(self)
        self._close_button = QToolButton(self)
        self._close_button.setText("✕")
        for button in (self._roles, self._close_button):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._roles)
        top.addStretch(1)
        top.addWidget(self._close_button)
        frame = QFrame(self)
        frame.setProperty("role", "window")
        inside = QVBoxLayout(frame)
        room = self.fontMetrics().height() // 3
        inside.setContentsMargins(room, room, room, room)
        inside.setSpacing(room)
        inside.addLayout(top)
        inside.addWidget(self._box)
        inside.addWidget(self._list, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)

    def _connect(self) -> None:
        self._box.textChanged.connect(lambda _text: self._fill())
        self._list.picked.connect(self._picked)
        self._roles.clicked.connect(self._open_roles)
        self._close_button.clicked.connect(self.put_away)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Replies beside the chat"))
        self._box.setPlaceholderText(self.tr("Search replies"))
        self._box.setAccessibleName(self.tr("Search replies"))
        self._list.name(self.tr("Replies by category"))
        self._close_button.setToolTip(self.tr("Put the panel away"))
        self._close_button.setAccessibleName(self.tr("Put the panel away"))
        self._name_role()

    def _name_role(self) -> None:
        name = self._role or self.tr("All roles")
        self._roles.setText(f"{name} ▾")
        self._roles.setAccessibleName(self.tr("Role: {role}").format(role=name))

    # -- what is listed

    def _renew(self) -> None:
        self._stale = False
        self._offer_roles(roles_of(self._entries()))
        self._list.hold(of_role(self._entries(), self._role))
        self._fill()

    def _offer_roles(self, roles: Iterable[str]) -> None:
        self._menu.clear()
        for role in ("", *roles):
            action = self._menu.addAction(role or self.tr("All roles"))
            action.setCheckable(True)
            action.setChecked(role == self._role)
            action.triggered.connect(lambda _checked=False, role=role: self._choose_role(role))
        self._name_role()

    def _open_roles(self) -> None:
        self._menu.popup(self._roles.mapToGlobal(self._roles.rect().bottomLeft()))

    def _choose_role(self, role: str) -> None:
        self.choose_role(role)
        self.role_chosen.emit(role)

    def _fill(self) -> None:
        query = self._box.text().strip()
        if query:
            nothing = self.tr("Nothing found for “{query}”.").format(query=query)
            self._list.show_found(self._search(query, SHOWN_HITS), self._entry, nothing)
        else:
            self._list.show_categories(self.tr("There are no replies for this role."))

    # -- keys, while the search box has the keyboard

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box and event.type() == QEvent.Type.MouseButtonPress:
            self.begin_typing()
        is_press = watched is self._box and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and not self._guard.composing:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what the key means here; False leaves it to the search box."""
        deeds: Mapping[int, Callable[[], None]] = {
            Qt.Key.Key_Up: lambda: self._list.step(-1),
            Qt.Key.Key_Down: lambda: self._list.step(1),
            Qt.Key.Key_Escape: self._leave,
            **dict.fromkeys(_ENTER, self._enter),
        }
        if self._list.is_branch_selected:
            deeds = {
                **deeds,
                Qt.Key.Key_Left: lambda: self._list.unfold(is_open=False),
                Qt.Key.Key_Right: lambda: self._list.unfold(is_open=True),
            }
        deed = deeds.get(event.key())
        if deed is not None and not (event.isAutoRepeat() and event.key() in _ENTER):
            deed()
        return deed is not None

    def _enter(self) -> None:
        entry = self._list.current
        if entry is None:
            self._list.take()
        else:
            self._choose(entry, "enter")

    def _leave(self) -> None:
        """Esc: the search is over, and the chat has the keyboard again."""
        self._box.clear()
        self._end_typing()
        self.typing_ended.emit()

    # -- what the user decides

    def _picked(self, entry: Entry) -> None:
        self._choose(entry, "")

    def _choose(self, entry: Entry, trigger: str) -> None:
        self._end_typing()
        self._box.clear()
        self.chosen.emit(entry, trigger)

    # -- the keyboard

    def _end_typing(self) -> None:
        if not self._typing:
            return
        self._typing = False
        QGuiApplication.inputMethod().reset()
        self._guard.forget()
        self._list.select_nothing()
        self._box.clearFocus()
        self._accept_keyboard(False)

    def _accept_keyboard(self, accepts: bool) -> None:
        """Tell the window manager; the window stays where it is, as `setWindowFlag` would not."""
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not accepts)

    # -- what the system tells

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate:
            self._end_typing()
        elif kind == QEvent.Type.Show and self._stale:
            self._renew()
        elif kind == QEvent.Type.Hide:
            self._end_typing()
        return super().event(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Ask for its place again where Qt has heard another.

        While openbox puts a new window into its frame, Qt may look at the wrong moment, and takes
        the corner of the screen for its place until it is moved again.
        """
        super().moveEvent(event)
        if self._corrections and event.pos() != self._place.topLeft():
            self._corrections -= 1
            QTimer.singleShot(0, self, lambda: self.setGeometry(self._place))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        super().changeEvent(event)
