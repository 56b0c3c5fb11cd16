"""Follows one window on X11: where it stands, whether it can be seen, and what is in front."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from Xlib import X, error
from Xlib.protocol.rq import Event
from Xlib.xobject.drawable import Window

from desktop_assist.oslayer.windows.base import Area, Frame
from desktop_assist.oslayer.x11.connection import ANY_TYPE, X11Thread, client_of

_GONE = (error.BadWindow, error.BadDrawable)
_OWNERS_OF_OWNERS = 8
"""Dialogs of dialogs are not nested deeper; two windows may name each other as owner."""


class X11Following:
    """Listens on a connection and a thread of its own, and rests while nothing changes.

    The window that surrounds a window in its frame is listened to as well: while a frame is
    being dragged, openbox tells the window inside only at the end.
    """

    def __init__(self, handle: int, told: Callable[[Frame | None], None]) -> None:
        """`told` is called on that thread."""
        self._told = told
        self._last: Frame | None = None
        self._ended = False
        self._is_due = False
        self._thread = X11Thread("x11-following")
        self._display = self._thread.display
        self._root = self._display.screen().root
        self._window: Window = self._display.create_resource_object("window", handle)
        self._thread.call(self._begin)

    def stop(self) -> None:
        """Follow it no longer; a call of `told` that is under way is waited for."""
        self._ended = True
        self._thread.stop()

    def _begin(self) -> None:
        atom = self._display.intern_atom
        self._active = atom("_NET_ACTIVE_WINDOW")
        self._state, self._hidden = atom("_NET_WM_STATE"), atom("_NET_WM_STATE_HIDDEN")
        self._decoration, self._shadow = atom("_NET_FRAME_EXTENTS"), atom("_GTK_FRAME_EXTENTS")
        self._thread.handle = self._handle
        self._root.change_attributes(event_mask=X.PropertyChangeMask)
        try:
            self._window = self._owner_of(self._window)
            self._listen()
        except _GONE:
            self._tell(None)
            return
        self._look()

    def _owner_of(self, window: Window) -> Window:
        """The window that a dialog belongs to, or `window` where it is no dialog."""
        for _ in range(_OWNERS_OF_OWNERS):
            owner = window.get_wm_transient_for()
            if owner is None or owner.id in (self._root.id, window.id) or not owner.get_wm_class():
                break
            window = owner
        return window

    def _listen(self) -> None:
        mask = X.StructureNotifyMask | X.PropertyChangeMask
        self._window.change_attributes(event_mask=mask)
        for around in self._around():
            around.change_attributes(event_mask=X.StructureNotifyMask)

    def _around(self) -> Iterator[Window]:
        """The windows around the followed one, up to the root."""
        parent = self._window.query_tree().parent
        while not isinstance(parent, int) and parent.id != self._root.id:
            yield parent
            parent = parent.query_tree().parent

    def _handle(self, event: Event) -> None:
        if event.type == X.DestroyNotify and event.window.id == self._window.id:
            self._tell(None)
            return
        if event.type == X.ReparentNotify:
            self._listen()
        if event.type != X.PropertyNotify or event.atom in self._telling():
            self._look_soon()

    def _telling(self) -> Sequence[int]:
        """The properties whose change may mean that the window stands otherwise."""
        return self._active, self._state, self._decoration, self._shadow

    def _look_soon(self) -> None:
        """Look once for all the events that have come; a drag sends hundreds."""
        if not self._is_due:
            self._is_due = True
            self._thread.later(0, self._look)

    def _look(self) -> None:
        self._is_due = False
        if self._ended:
            return
        try:
            frame = self._frame()
        except _GONE:
            self._tell(None)
            return
        if frame != self._last:
            self._tell(frame)

    def _tell(self, frame: Frame | None) -> None:
        if self._ended:
            return
        self._ended = frame is None
        self._last = frame
        self._told(frame)
        if frame is None:
            self._thread.finish()

    def _frame(self) -> Frame:
        is_viewable = self._window.get_attributes().map_state == X.IsViewable
        # Compositing window managers leave a minimised window mapped.
        shown = is_viewable and self._hidden not in self._numbers(self._window, self._state)
        front = next(iter(self._numbers(self._root, self._active)), 0)
        reader = client_of(self._display, front) if front else 0
        return Frame(self._area(), shown, front, reader)

    def _area(self) -> Area:
        size = self._window.get_geometry()
        corner = self._root.translate_coords(self._window, 0, 0)
        frame = self._extents(self._decoration)
        # A window that draws its own frame has a shadow around it that nobody sees as the window.
        shadow = self._extents(self._shadow)
        left, right, top, bottom = (
            outside - inside for outside, inside in zip(frame, shadow, strict=True)
        )
        return Area(
            corner.x - left,
            corner.y - top,
            size.width + left + right,
            size.height + top + bottom,
        )

    def _extents(self, name: int) -> tuple[int, int, int, int]:
        """What a window manager or toolkit tells of the room around: left, right, top, bottom."""
        told = self._numbers(self._window, name)
        if len(told) != 4:
            return 0, 0, 0, 0
        return told[0], told[1], told[2], told[3]

    def _numbers(self, window: Window, name: int) -> Sequence[int]:
        found = window.get_full_property(name, ANY_TYPE)
        return [] if found is None or isinstance(found.value, bytes) else list(found.value)
