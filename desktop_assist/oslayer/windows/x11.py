"""Windows of other programs on X11, by input focus and the window manager's hints."""

from __future__ import annotations

from collections.abc import Callable

from Xlib import X, error
from Xlib.display import Display
from Xlib.protocol import event as events
from Xlib.protocol.rq import Event
from Xlib.xobject.drawable import Window

from desktop_assist.core.pasting.title import same_title
from desktop_assist.oslayer.windows.base import Area, Following, Frame, Target
from desktop_assist.oslayer.windows.x11_following import X11Following
from desktop_assist.oslayer.x11.connection import ANY_TYPE, X11Thread, client_of

_SOURCE_IS_PAGER = 2
"""EWMH: a request that the user made, which window managers follow without focus stealing rules."""


class X11Windows:
    """The window with the input focus, named by its top-level's title and class."""

    name = "x11"

    def __init__(self) -> None:
        self._display = Display()
        self._root = self._display.screen().root
        self._title = self._display.get_atom("_NET_WM_NAME")
        self._active = self._display.get_atom("_NET_ACTIVE_WINDOW")
        self._manager = self._display.get_atom("_NET_SUPPORTING_WM_CHECK")
        self._watcher: X11Thread | None = None
        self._changed: Callable[[], None] = lambda: None

    def foreground(self) -> Target | None:
        focus = self._display.get_input_focus().focus
        self._drop_events()
        if isinstance(focus, int) or focus.id in (self._root.id, self._managers_window()):
            return None
        try:
            return self._describe(focus)
        except (error.BadWindow, error.BadDrawable):
            return None  # it closed while we asked

    def is_foreground(self, target: Target) -> bool:
        now = self.foreground()
        return (
            now is not None
            and now.handle == target.handle
            and now.reader == target.reader
            and same_title(now.title, target.title)
        )

    def area(self, target: Target) -> Area | None:
        window = self._display.create_resource_object("window", target.handle)
        try:
            size = window.get_geometry()
            corner = self._root.translate_coords(window, 0, 0)
        except (error.BadWindow, error.BadDrawable):
            return None  # it closed while we asked
        return Area(corner.x, corner.y, size.width, size.height)

    def activate(self, target: Target) -> None:
        window = self._display.create_resource_object("window", target.handle)
        request = events.ClientMessage(
            window=window,
            client_type=self._active,
            data=(32, [_SOURCE_IS_PAGER, X.CurrentTime, 0, 0, 0]),
        )
        mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
        self._root.send_event(request, event_mask=mask)
        self._display.flush()
        if self._watcher is not None:
            self._watcher.call(lambda: self._watch_focus(target.handle))

    def watch(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._watcher = X11Thread("x11-windows")
        self._watcher.do(self._watch_root)

    def follow(self, target: Target, told: Callable[[Frame | None], None]) -> Following:
        return X11Following(target.handle, told)

    def close(self) -> None:
        if self._watcher is not None:
            self._watcher.stop()
        self._display.close()

    def _managers_window(self) -> int:
        """The hidden window to which a window manager gives the keyboard when no other has it."""
        told = self._root.get_full_property(self._manager, ANY_TYPE)
        return 0 if told is None or not len(told.value) else int(told.value[0])

    def _drop_events(self) -> None:
        """Changes of the keyboard are told to everyone, and would pile up here for good."""
        while self._display.pending_events():
            self._display.next_event()

    def _describe(self, focus: Window) -> Target:
        window, names = focus, focus.get_wm_class()
        while names is None:
            parent = window.query_tree().parent
            if isinstance(parent, int) or parent.id == self._root.id:
                break
            window, names = parent, parent.get_wm_class()
        application = names[1].lower() if names else ""
        reader = client_of(self._display, focus.id)
        return Target(window.id, self._title_of(window), application, reader)

    def _title_of(self, window: Window) -> str:
        title = window.get_full_property(self._title, ANY_TYPE)
        if title is not None and isinstance(title.value, bytes):
            return title.value.decode("utf-8", "replace")
        plain = window.get_wm_name()
        return plain.decode("latin-1") if isinstance(plain, bytes) else plain or ""

    def _watch_root(self) -> None:
        assert self._watcher is not None  # noqa: S101 - only ever called through it
        self._watcher.handle = self._handle
        root = self._watcher.display.screen().root
        root.change_attributes(event_mask=X.PropertyChangeMask)
        self._watcher.display.sync()

    def _watch_focus(self, handle: int) -> None:
        assert self._watcher is not None  # noqa: S101 - only ever called through it
        window = self._watcher.display.create_resource_object("window", handle)
        window.change_attributes(event_mask=X.FocusChangeMask)
        self._changed()

    def _handle(self, event: Event) -> None:
        if event.type == X.FocusIn or (
            event.type == X.PropertyNotify and event.atom == self._active
        ):
            self._changed()
