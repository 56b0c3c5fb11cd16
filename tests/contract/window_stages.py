"""Other programs' windows, on a private X server and in the fake."""

from __future__ import annotations

from typing import Protocol

from Xlib import X
from Xlib.display import Display
from Xlib.xobject.drawable import Window

from desktop_assist.oslayer.windows.base import Area, Target, WindowSystem
from desktop_assist.oslayer.windows.x11 import X11Windows
from desktop_assist.oslayer.x11.connection import client_of
from tests.e2e.stage.desktop import Desktop
from tests.fakes.windows import FakeWindows

PLACE = Area(10, 20, 300, 200)
"""Where a window opens, without what the window manager puts around it."""


class Program(Protocol):
    """Another program's window."""

    @property
    def target(self) -> Target: ...
    def bring(self) -> None: ...
    def rename(self, title: str) -> None: ...
    def put(self, left: int, top: int, width: int, height: int) -> None: ...
    def minimise(self) -> None: ...
    def close(self) -> None: ...


class WindowStage(Protocol):
    """A backend, and programs that open windows."""

    @property
    def system(self) -> WindowSystem: ...
    def open(self, title: str, application: str = "chat", of: Program | None = None) -> Program:
        """Open a window in front; `of` makes it a dialog of another one."""

    def leave_all(self) -> None:
        """Take the keyboard from every window."""


class FakeProgram:
    def __init__(self, system: FakeWindows, target: Target) -> None:
        self._system = system
        self.target = target

    def bring(self) -> None:
        self._system.minimise(self.target, down=False)
        self._system.bring(self.target)

    def rename(self, title: str) -> None:
        was_front = self._system.front == self.target
        old = self.target
        self.target = Target(old.handle, title, old.application, old.reader)
        if was_front:
            self.bring()

    def put(self, left: int, top: int, width: int, height: int) -> None:
        self._system.put(self.target, Area(left, top, width, height))

    def minimise(self) -> None:
        self._system.minimise(self.target)

    def close(self) -> None:
        self._system.shut(self.target)
        if self._system.front == self.target:
            self._system.bring(None)


class FakeStage:
    def __init__(self) -> None:
        self.system = FakeWindows()
        self._count = 0

    def open(self, title: str, application: str = "chat", of: Program | None = None) -> FakeProgram:
        self._count += 1
        reader = of.target.reader if of else self._count * 1_000
        target = Target(self._count, title, application, reader)
        self.system.areas[target.handle] = PLACE
        if of is not None:
            self.system.owners[target.handle] = of.target
        program = FakeProgram(self.system, target)
        program.bring()
        return program

    def leave_all(self) -> None:
        self.system.bring(None)


class X11Program:
    """A client of its own, as each program is, or another window of one."""

    def __init__(
        self, desktop: Desktop, title: str, application: str, of: X11Program | None
    ) -> None:
        self._desktop = desktop
        self._application = application
        self.display: Display = of.display if of else Display(desktop.display_name)
        root = self.display.screen().root
        size = PLACE.left, PLACE.top, PLACE.width, PLACE.height
        self.window: Window = root.create_window(*size, 0, X.CopyFromParent)
        self.window.set_wm_class("instance", application.capitalize())
        self.rename(title)
        if of is not None:
            self.window.set_wm_transient_for(of.window)
        self.window.map()
        self.display.sync()
        desktop.windows.named(title)
        self.bring()

    @property
    def client(self) -> int:
        return client_of(self.display, self.window.id)

    @property
    def target(self) -> Target:
        return Target(self.window.id, self._title, self._application, self.client)

    def bring(self) -> None:
        self._desktop.windows.activate(self.window.id)

    def rename(self, title: str) -> None:
        self._title = title
        name, kind = (self.display.intern_atom(one) for one in ("_NET_WM_NAME", "UTF8_STRING"))
        self.window.change_property(name, kind, 8, title.encode())
        self.display.sync()

    def rename_as_before_utf_8(self, title: str) -> None:
        self._title = title
        self.window.delete_property(self.display.intern_atom("_NET_WM_NAME"))
        self.window.set_wm_name(title)
        self.display.sync()

    def put(self, left: int, top: int, width: int, height: int) -> None:
        self.window.configure(x=left, y=top, width=width, height=height)
        self.display.sync()

    def minimise(self) -> None:
        self._desktop.windows.minimise(self.window.id)

    def focus_child(self) -> None:
        """Give the keyboard to a window inside, as many toolkits do."""
        child = self.window.create_window(5, 5, 50, 20, 0, X.CopyFromParent)
        child.map()
        child.set_input_focus(X.RevertToParent, X.CurrentTime)
        self.display.sync()

    def close(self) -> None:
        self.window.destroy()
        self.display.sync()


class X11Stage:
    def __init__(self, desktop: Desktop) -> None:
        self.system = X11Windows()
        self.desktop = desktop
        self._programs: list[X11Program] = []

    def open(self, title: str, application: str = "chat", of: Program | None = None) -> X11Program:
        assert of is None or isinstance(of, X11Program)
        self._programs.append(X11Program(self.desktop, title, application, of))
        return self._programs[-1]

    def leave_all(self) -> None:
        display = Display(self.desktop.display_name)
        display.set_input_focus(X.PointerRoot, X.RevertToNone, X.CurrentTime)
        display.sync()
        display.close()

    def end(self) -> None:
        """Close what the test has left."""
        self.system.close()
        for display in {program.display for program in self._programs}:
            display.close()
