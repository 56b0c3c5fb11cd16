"""Each clipboard backend with another program that copies, and one that pastes."""

from __future__ import annotations

import base64
import queue
import sys
from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QImage
from Xlib import X
from Xlib.display import Display

from desktop_assist.oslayer.clipboard.base import ClipboardEvent, ClipboardPort, SavedClipboard
from desktop_assist.oslayer.x11.connection import client_of
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.formats import contents
from tests.e2e.stage.link import Link
from tests.e2e.stage.owners import Owner
from tests.e2e.stage.selection import Events, SelectionReader, clipboard_contents, clipboard_owner
from tests.e2e.stage.waiting import wait_until
from tests.fakes.clipboard import TEXT, FakeClipboard

WITHIN_S = 10.0


class Driver(Protocol):
    """A ClipboardPort whose answers are waited for."""

    def save(self) -> SavedClipboard: ...
    def offer(self, text: str, saved: SavedClipboard) -> None: ...
    def arm(self, reader: int) -> None: ...
    def leave(self) -> None: ...
    def restore(self) -> None: ...
    def put_back(self, saved: SavedClipboard) -> None: ...
    def read_text(self) -> str | None: ...
    def await_copy(self, reader: int, wait_ms: float) -> None: ...
    def copied(self) -> str | None: ...
    def told(self) -> list[str]: ...
    def close(self) -> None: ...


class Here:
    """A port in this process."""

    def __init__(self, port: ClipboardPort) -> None:
        self.port = port
        self._told: list[str] = []
        self._copied: queue.Queue[str | None] = queue.Queue()

    def save(self) -> SavedClipboard:
        answer: queue.Queue[SavedClipboard] = queue.Queue()
        self.port.save(answer.put)
        return answer.get(timeout=WITHIN_S)

    def offer(self, text: str, saved: SavedClipboard) -> None:
        self.port.offer(text, saved, lambda event: self._told.append(event.name))

    def arm(self, reader: int) -> None:
        self.port.arm(reader)

    def leave(self) -> None:
        self.port.leave()

    def restore(self) -> None:
        self.port.restore()

    def put_back(self, saved: SavedClipboard) -> None:
        self.port.put_back(saved)

    def read_text(self) -> str | None:
        answer: queue.Queue[str | None] = queue.Queue()
        self.port.read_text(answer.put)
        return answer.get(timeout=WITHIN_S)

    def await_copy(self, reader: int, wait_ms: float) -> None:
        self.port.copied(reader, wait_ms, self._copied.put)

    def copied(self) -> str | None:
        return self._copied.get(timeout=WITHIN_S)

    def told(self) -> list[str]:
        return list(self._told)

    def close(self) -> None:
        self.port.close()


class InQt:
    """The Qt clipboard in a process of its own: it needs its event loop while others read it."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._line = desktop.listener("qt")
        self._process = desktop.start(sys.executable, "-m", __name__, str(self._line.path))
        self._line.wait_for(lambda event: bool(event["event"] == "ready"), "Qt's start", within=30)
        self._mark = 0

    def save(self) -> SavedClipboard:
        return _from_wire(self._ask("save"))

    def offer(self, text: str, saved: SavedClipboard) -> None:
        self._mark = len(self._line)
        self._ask("offer", text=text, saved=_to_wire(saved))

    def arm(self, reader: int) -> None:
        self._ask("arm", reader=reader)

    def leave(self) -> None:
        self._ask("leave")

    def restore(self) -> None:
        self._ask("restore")

    def put_back(self, saved: SavedClipboard) -> None:
        self._ask("put_back", saved=_to_wire(saved))

    def read_text(self) -> str | None:
        text: str | None = self._ask("read_text")
        return text

    def await_copy(self, reader: int, wait_ms: float) -> None:
        self._mark = len(self._line)
        self._ask("copied", reader=reader, wait_ms=wait_ms)

    def copied(self) -> str | None:
        event = self._line.wait_for(lambda one: bool(one["event"] == "copied"), "copy", self._mark)
        text: str | None = event["value"]
        return text

    def told(self) -> list[str]:
        events = self._line.since(self._mark)
        return [event["value"] for event in events if event["event"] == "told"]

    def close(self) -> None:
        self._ask("close")
        self._line.close()
        self._desktop.stop(self._process)

    def _ask(self, do: str, **values: Any) -> Any:
        return self._line.ask(do, "done", **values)["value"]


class World(Protocol):
    """The other programs."""

    reader: int

    def copy(self, sort: str) -> Mapping[str, bytes]: ...
    def clear(self) -> None: ...
    def copier(self) -> int: ...
    def contents(self) -> Mapping[str, bytes]: ...
    def read_text(self) -> str | None: ...


class FakeWorld:
    """Programs of the clipboard in memory."""

    reader = 7

    def __init__(self, clipboard: FakeClipboard) -> None:
        self._clipboard = clipboard

    def copy(self, sort: str) -> Mapping[str, bytes]:
        formats = {name: data for name, (_, data) in contents(sort).items()}
        if "UTF8_STRING" in formats:
            formats[TEXT] = formats["UTF8_STRING"]
        self._clipboard.copy(formats, by=8)
        return formats

    def clear(self) -> None:
        self._clipboard.copy({})

    def copier(self) -> int:
        return 8

    def contents(self) -> Mapping[str, bytes]:
        return self._clipboard.paste(99)

    def read_text(self) -> str | None:
        text = self._clipboard.paste(self.reader).get(TEXT)
        return None if text is None else text.decode()


class X11World:
    """Programs of a real display: one has the keyboard and pastes, one copies, others look on."""

    def __init__(self, desktop: Desktop, owner: Owner) -> None:
        self._desktop = desktop
        self._owner = owner
        self.display = Display(desktop.display_name)
        self.window = self.display.screen().root.create_window(0, 0, 80, 60, 0, X.CopyFromParent)
        self.window.change_attributes(event_mask=X.FocusChangeMask)
        self.window.set_wm_name("target")
        self.window.map()
        self.display.sync()
        desktop.windows.activate(desktop.windows.named("target"))
        self.selection = SelectionReader(Events(self.display), self.window, WITHIN_S)
        self.reader = client_of(self.display, self.window.id)

    def copy(self, sort: str) -> Mapping[str, bytes]:
        return self._owner.own(sort)

    def clear(self) -> None:
        self._owner.take("text")
        self._owner.line.ask("release", "released")

    def copier(self) -> int:
        self._owner.take("text")
        return client_of(self.display, clipboard_owner(self._desktop.display_name))

    def contents(self) -> Mapping[str, bytes]:
        return clipboard_contents(self._desktop.display_name)

    def read_text(self) -> str | None:
        text = self.selection.read("UTF8_STRING")
        return None if text is None else text.decode()

    def close(self) -> None:
        self.display.close()


class Stage:
    """A backend and the world around it."""

    def __init__(self, driver: Driver, world: World) -> None:
        self.driver = driver
        self.world = world

    def offer(self, text: str) -> SavedClipboard:
        """Save and offer, as each paste begins."""
        saved = self.driver.save()
        self.driver.offer(text, saved)
        return saved

    def wait_told(self, name: str) -> None:
        wait_until(lambda: name in self.driver.told(), f"“{name}”")


def _to_wire(saved: SavedClipboard) -> dict[str, Any]:
    formats = {name: base64.b64encode(data).decode() for name, data in saved.formats.items()}
    return {"formats": formats, "dropped": saved.dropped, "empty": saved.empty}


def _from_wire(wire: dict[str, Any]) -> SavedClipboard:
    formats = {name: base64.b64decode(data) for name, data in wire["formats"].items()}
    return SavedClipboard(formats, tuple(wire["dropped"]), wire["empty"])


class _QtEnd:
    """Carries out what the test's end orders."""

    def __init__(self, link: Link, port: ClipboardPort) -> None:
        self._link = link
        self._port = port

    def obey(self, order: dict[str, Any]) -> None:
        do = order.pop("do")
        QGuiApplication.sync()  # what others did before the order comes before it here too
        answers: list[Any] = []
        if do == "save":
            self._port.save(lambda saved: answers.append(_to_wire(saved)))
        elif do == "read_text":
            self._port.read_text(answers.append)
        elif do == "offer":
            saved = _from_wire(order["saved"])
            self._port.offer(order["text"], saved, self._told)
        elif do == "copied":
            self._port.copied(order["reader"], order["wait_ms"], self._copied)
        elif do == "put_back":
            self._port.put_back(_from_wire(order["saved"]))
        else:
            getattr(self._port, do)(*order.values())
        self._link.tell("done", value=answers[0] if answers else None)

    def _told(self, event: ClipboardEvent) -> None:
        self._link.tell("told", value=event.name)

    def _copied(self, text: str | None) -> None:
        self._link.tell("copied", value=text)


def main() -> None:
    from desktop_assist.oslayer.clipboard.qt import QtClipboard  # noqa: PLC0415  wants a screen

    application = QGuiApplication([])
    link = Link(sys.argv[1])
    end = _QtEnd(link, QtClipboard())

    def obey() -> None:
        try:
            orders = link.orders()
        except EOFError:
            application.quit()
            return
        for order in orders:
            end.obey(order)

    notifier = QSocketNotifier(link.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(obey)
    link.tell("ready")
    application.exec()


if __name__ == "__main__":
    main()


def reencode(png: bytes, name: str) -> bytes | None:
    """Another encoding of a picture, as the interface makes it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kind = name.partition("/")[2].upper()
    made = QImage.fromData(QByteArray(png)).save(buffer, kind)  # type: ignore[call-overload]
    return bytes(buffer.data().data()) if made else None
