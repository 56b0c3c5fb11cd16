"""The desktop's windows as the window manager tells of them (EWMH)."""

from __future__ import annotations

from Xlib import X, Xutil
from Xlib.display import Display
from Xlib.error import BadWindow
from Xlib.protocol import event as protocol
from Xlib.xobject.drawable import Window

from tests.e2e.stage.waiting import NeverHappenedError, wait_until


class Windows:
    """Finds windows by title and brings them to the front."""

    def __init__(self, display_name: str) -> None:
        self._display = Display(display_name)
        self._root = self._display.screen().root

    def is_managed(self) -> bool:
        """Whether a window manager is at work."""
        return bool(self._numbers(self._root, "_NET_SUPPORTING_WM_CHECK"))

    def takes_windows(self) -> bool:
        """Whether a new window is taken; while openbox starts, it loses what is asked of it."""
        probe = self._root.create_window(0, 0, 9, 9, 0, X.CopyFromParent)
        probe.map()
        self._display.sync()
        try:
            return wait_until(lambda: probe.id in self.titles(), "a window taken", within=0.2)
        except NeverHappenedError:
            return False
        finally:
            probe.destroy()
            self._display.sync()
            wait_until(lambda: probe.id not in self.titles(), "its end")

    def has_tray(self) -> bool:
        """Whether a system tray takes icons."""
        tray = self._display.intern_atom("_NET_SYSTEM_TRAY_S0")
        return self._display.get_selection_owner(tray) != X.NONE

    def active(self) -> int:
        """The window in front, 0 for none."""
        return next(iter(self._numbers(self._root, "_NET_ACTIVE_WINDOW")), 0)

    def focused_title(self) -> str:
        """The title of the window to which the X server sends keys, empty for none."""
        focus = self._display.get_input_focus().focus
        return self._title(focus.id) if isinstance(focus, Window) else ""

    def titles(self) -> dict[int, str]:
        """Every managed window's title, in the order in which they came."""
        clients = self._numbers(self._root, "_NET_CLIENT_LIST")
        return {number: self._title(number) for number in clients}

    def named(self, title: str, within: float = 20.0) -> int:
        """The window whose title is, or begins with, `title`, as soon as there is one."""
        return wait_until(lambda: self._find(title), f"a window “{title}”", within)

    def paint_background(self, colour: int) -> None:
        """Paint the empty desktop; `colour` is 0xRRGGBB, as the pixels of a 24-bit screen are."""
        self._root.change_attributes(background_pixel=colour)
        self._root.clear_area(0, 0, 0, 0)
        self._display.flush()

    def corner(self, margin: int) -> tuple[int, int]:
        """The point that far from the screen's lower right corner."""
        shape = self._root.get_geometry()
        return shape.width - margin, shape.height - margin

    def area(self, number: int) -> tuple[int, int, int, int]:
        """Left, top, width and height of a window with its frame, on the screen."""
        window = self._display.create_resource_object("window", number)
        while (parent := window.query_tree().parent) != self._root:
            window = parent
        shape = window.get_geometry()
        return shape.x, shape.y, shape.width, shape.height

    def menu_area(self) -> tuple[int, int, int, int]:
        """Left, top, width and height of the open menu."""
        menus = (one for one in self._root.query_tree().children if self._is_menu(one))
        return self.area(next(menus).id)

    def has_menu(self) -> bool:
        """Whether a menu is open (EWMH 1.5, `_NET_WM_WINDOW_TYPE`)."""
        return any(self._is_menu(window) for window in self._root.query_tree().children)

    def activate(self, number: int, within: float = 5.0) -> None:
        """Bring a window to the front and wait until it has the keyboard."""
        if self.active() != number:
            self._send("_NET_ACTIVE_WINDOW", number, [2, X.CurrentTime, 0])
        wait_until(lambda: self._has_keyboard(number), f"window {number:#x} in front", within)

    def put(self, number: int, left: int, top: int, width: int, height: int) -> None:
        """Move a window, its frame's corner to a point, and give it a size without the frame."""
        window = self._display.create_resource_object("window", number)
        window.configure(x=left, y=top, width=width, height=height)
        self._display.flush()

    def minimise(self, number: int) -> None:
        """Ask for a window to be put away (ICCCM 4.1.4)."""
        self._send("WM_CHANGE_STATE", number, [Xutil.IconicState])

    def close_window(self, number: int) -> None:
        """Ask a window to close."""
        self._send("_NET_CLOSE_WINDOW", number, [X.CurrentTime, 2])

    def close(self) -> None:
        self._display.close()

    def _is_menu(self, window: Window) -> bool:
        menu = self._display.intern_atom("_NET_WM_WINDOW_TYPE_POPUP_MENU")
        try:
            shown = window.get_attributes().map_state == X.IsViewable
            return shown and menu in self._numbers(window, "_NET_WM_WINDOW_TYPE")
        except BadWindow:  # it went between the two questions
            return False

    def _has_keyboard(self, number: int) -> bool:
        focus = self._display.get_input_focus().focus
        while isinstance(focus, Window) and focus.id != self._root.id:
            if focus.id == number:
                return self.active() == number
            try:
                focus = focus.query_tree().parent
            except BadWindow:  # it went between the two questions
                return False
        return False

    def _find(self, title: str) -> int | None:
        titles = self.titles().items()
        return next((number for number, name in titles if name.startswith(title)), None)

    def _title(self, number: int) -> str:
        window = self._display.create_resource_object("window", number)
        try:
            name = window.get_full_property(
                self._display.intern_atom("_NET_WM_NAME"), X.AnyPropertyType
            )
            found = name.value if name is not None else window.get_wm_name()
        except BadWindow:  # it went between the two questions
            return ""
        return found.decode() if isinstance(found, bytes) else (found or "")

    def _numbers(self, window: Window, name: str) -> list[int]:
        answer = window.get_full_property(self._display.intern_atom(name), X.AnyPropertyType)
        return [] if answer is None else [int(number) for number in answer.value]

    def _send(self, name: str, number: int, data: list[int]) -> None:
        message = protocol.ClientMessage(
            window=self._display.create_resource_object("window", number),
            client_type=self._display.intern_atom(name),
            data=(32, [*data, *[0] * (5 - len(data))]),
        )
        mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
        self._root.send_event(message, event_mask=mask)
        self._display.flush()
