"""Keeps the panel beside the chat window: follows it, hides with it, and knows whom it serves."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from desktop_assist.core.loop import Loop
from desktop_assist.core.replies.library import Entry
from desktop_assist.gui.panel.placing import Monitor, Side, place_beside
from desktop_assist.gui.panel.window import DockPanel
from desktop_assist.gui.serving import Serving, is_ours
from desktop_assist.oslayer.windows.base import Area, Following, Frame, Target, WindowSystem


class Docking(QObject):
    """Puts `panel` beside the windows of the programs that the user has docked it to.

    Another window of such a program that comes to the front is followed from then on.
    """

    chosen = Signal(object, object, str)
    """The `Entry`, the `Target` to paste it into or None, and the key that was pressed for it."""
    joined = Signal(str)
    """The user has docked it to a program that was not known: its lower-case window class."""
    put_away = Signal()
    """The user has closed it; it comes back by `dock`."""

    def __init__(
        self,
        panel: DockPanel,
        windows: WindowSystem,
        serving: Serving,
        loop: Loop,
        side: Side = "right",
    ) -> None:
        """`side` is where it stands while there is room on both."""
        super().__init__()
        self._panel = panel
        self._windows = windows
        self._serving = serving
        self._loop = loop
        self._side: Side = side
        self._applications: set[str] = set()
        self._is_on = False
        self._target: Target | None = None
        self._news: _News | None = None
        self._following: Following | None = None
        panel.chosen.connect(self._chosen)
        panel.typing_begins.connect(serving.target)
        panel.typing_ended.connect(lambda: serving.give_back(serving.target()))
        panel.put_away.connect(self._put_away)

    @property
    def is_on(self) -> bool:
        """Whether it comes up beside the chat."""
        return self._is_on

    def start(self, applications: Iterable[str]) -> None:
        """Come up from now on beside these programs, named by lower-case window class."""
        self._applications.update(applications)
        self._is_on = True
        self.front_changed()

    def dock(self) -> bool:
        """Come up beside the window in front; False where none can be told."""
        target = self._serving.target()
        if target is None or not target.application:
            return False
        self._is_on = True
        if target.application not in self._applications:
            self._applications.add(target.application)
            self.joined.emit(target.application)
        self._follow(target)
        return True

    def toggle(self) -> bool:
        """Put it away where it is seen, else dock it; False where that cannot be."""
        if not self._panel.isVisible():
            return self.dock()
        self._put_away()
        return True

    def stop(self) -> None:
        """Hide it and follow nothing."""
        self._is_on = False
        self._leave()

    def front_changed(self) -> None:
        """Tell that another window may have come to the front; called on the loop's thread."""
        if not self._is_on:
            return
        front = self._windows.foreground()
        if front is None or is_ours(front) or front.application not in self._applications:
            return
        if self._target is None or front.handle != self._target.handle:
            self._follow(front)

    # -- following

    def _follow(self, target: Target) -> None:
        before, self._target = self._following, target
        self._news = news = _News(self._loop, lambda frame: self._stands(news, frame))
        self._following = self._windows.follow(target, news.put)
        if before is not None:
            before.stop()

    def _leave(self) -> None:
        self._panel.hide()
        self._target = self._news = None
        if self._following is not None:
            self._following.stop()
            self._following = None

    def _stands(self, news: _News, frame: Frame | None) -> None:
        if news is not self._news:
            return  # of a window that is followed no longer
        if frame is None:
            self._leave()
        elif self._is_seen(frame):
            self._show_beside(frame.area)
        else:
            self._panel.hide()

    def _is_seen(self, frame: Frame) -> bool:
        """Whether the chat is in sight and its program, or this one, in front."""
        if not frame.shown or self._target is None:
            return False
        if not frame.front:  # between two windows; the next one is told too
            return self._panel.isVisible()
        its_own = (self._target.handle, frame.front), (self._target.reader, frame.front_reader)
        if any(one == other != 0 for one, other in its_own):
            return True
        return is_ours(Target(frame.front, "", ""))

    def _show_beside(self, chat: Area) -> None:
        size = self._panel.proper_size
        monitors = [_monitor(screen) for screen in QGuiApplication.screens()]
        place = place_beside(chat, monitors, size.width(), size.height(), self._side)
        area = place.monitor.units(place.area)
        self._panel.put(QRect(area.left, area.top, area.width, area.height))

    # -- what the user decides

    def _chosen(self, entry: Entry, trigger: str) -> None:
        self.chosen.emit(entry, self._serving.target(), trigger)

    def _put_away(self) -> None:
        self.stop()
        self.put_away.emit()


class _News:
    """The newest word from the thread that follows; older ones are of no use to anyone."""

    def __init__(self, loop: Loop, take: Callable[[Frame | None], None]) -> None:
        self._loop = loop
        self._take = take
        self._frame: Frame | None = None
        self._is_posted = False

    def put(self, frame: Frame | None) -> None:
        """Hand over a frame, from any thread."""
        self._frame = frame
        if not self._is_posted:
            self._is_posted = True
            self._loop.post(self._deliver)

    def _deliver(self) -> None:
        self._is_posted = False  # first: what comes from here on is posted anew
        self._take(self._frame)


def _monitor(screen: QScreen) -> Monitor:
    """Qt scales a screen's size but leaves its corner where the system has it."""
    scale = screen.devicePixelRatio()
    whole, free = screen.geometry(), screen.availableGeometry()
    inset = free.topLeft() - whole.topLeft()
    return Monitor(
        Area(whole.x(), whole.y(), round(whole.width() * scale), round(whole.height() * scale)),
        Area(
            whole.x() + round(inset.x() * scale),
            whole.y() + round(inset.y() * scale),
            round(free.width() * scale),
            round(free.height() * scale),
        ),
        scale,
    )
