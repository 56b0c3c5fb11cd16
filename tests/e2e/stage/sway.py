"""A Wayland desktop of one's own: sway without a screen, its keyboard, its windows.

sway refuses to run as root, so there it gets an ordinary user's rights; its sockets then lie in a
folder that both can reach.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.waiting import wait_until

NEEDED = ("sway", "swaymsg", "wtype", "wl-copy", "wl-paste", "dbus-daemon")
_NOBODY = 65534
_A_LONG_TIME_MS = "86400000"
_SETTINGS = "xwayland disable\noutput HEADLESS-1 resolution 1280x800\nworkspace_layout tabbed\n"
_MODIFIERS = {"ctrl", "alt", "shift", "logo"}


def missing() -> list[str]:
    """What is not installed here."""
    as_root = ("setpriv",) if os.geteuid() == 0 else ()
    return [name for name in (*NEEDED, *as_root) if not shutil.which(name)]


class SwayDesktop(Desktop):
    """Starts on entering; no tray, as on GNOME, and no X11."""

    def __init__(self) -> None:
        self._place = Path(tempfile.mkdtemp(prefix="sway-", dir="/tmp"))
        self._place.chmod(0o755)
        super().__init__(self._place, tray=False)
        self.environment |= {"QT_QPA_PLATFORM": "wayland", "GDK_BACKEND": "wayland"}

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        super().__exit__(kind, error, trace)
        shutil.rmtree(self._place, ignore_errors=True)

    def _open(self) -> None:
        for folder in ("logs", "config", "data", "cache", "run", "state"):
            (self.folder / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        self._open_bus()
        settings = self.folder / "sway"
        settings.write_text(_SETTINGS, encoding="utf-8")
        runtime = self.folder / "run"
        as_user: tuple[str, ...] = ()
        if os.geteuid() == 0:
            os.chown(runtime, _NOBODY, _NOBODY)
            as_user = ("setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups")
        headless = {
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        }
        self.start(*as_user, "sway", "-c", str(settings), name="sway", environment=headless)
        screen = wait_until(lambda: self._socket("wayland-[0-9]"), "sway's screen", within=20)
        self.environment["WAYLAND_DISPLAY"] = screen.name
        talk = wait_until(lambda: self._socket("sway-ipc.*.sock"), "sway's own socket")
        self.environment["SWAYSOCK"] = str(talk)
        # The seat has no keyboard but wtype's; were there none between two keys, windows would
        # lose the keyboard each time.
        self.start("wtype", "-s", _A_LONG_TIME_MS, name="keyboard")
        wait_until(lambda: b"keyboard" in self.run("swaymsg", "-t", "get_inputs").stdout, "keys")

    def _socket(self, pattern: str) -> Path | None:
        return next((self.folder / "run").glob(pattern), None)

    # What its user does

    def chord(self, text: str) -> None:
        """Press `ctrl+alt+space`, with the names of wtype(1) and xkbcommon."""
        *held, key = text.split("+")
        assert set(held) <= _MODIFIERS
        down = [word for one in held for word in ("-M", one)]
        up = [word for one in held for word in ("-m", one)]
        self.run("wtype", *down, "-k", key, *up)

    def type(self, text: str) -> None:
        """Type letters."""
        self.run("wtype", text)

    def focus(self, title: str) -> None:
        """Bring the window whose title begins so to the front."""
        self.run("swaymsg", f'[title="^{title}"] focus')
        self.wait_for_front(title)

    def copy(self, content: bytes, kind: str = "text/plain;charset=utf-8") -> None:
        """Copy something in another program."""
        self.clear()  # or the same content from before would be taken for it
        self.start_with_input(content, "wl-copy", "--foreground", "--type", kind)
        wait_until(lambda: self.pasted(kind) == content, "the copy")

    def clear(self) -> None:
        """Leave nothing on the clipboard."""
        self.run("wl-copy", "--clear")
        wait_until(lambda: not self.run("wl-paste", "--list-types").stdout, "nothing there")

    def start_with_input(self, content: bytes, *command: str) -> None:
        """Run a program that reads `content` from a file."""
        file = self.folder / "copied"
        file.write_bytes(content)
        self.start("sh", "-c", f'exec "$@" < {file}', "sh", *command, name="copier")

    # What its user sees

    def pasted(self, kind: str = "text/plain;charset=utf-8") -> bytes:
        """What a paste would bring now."""
        return self.run("wl-paste", "--no-newline", "--type", kind).stdout

    def front(self) -> str:
        """The title of the window that has the keyboard."""
        tree: dict[str, Any] = json.loads(self.run("swaymsg", "-t", "get_tree").stdout)
        return next((str(one["name"]) for one in _all_in(tree) if one.get("focused")), "")

    def wait_for_front(self, title: str, within: float = 10.0) -> None:
        """Wait until a window whose title begins so has the keyboard."""
        wait_until(lambda: self.front().startswith(title), f"“{title}” in front", within, 0.05)


def _all_in(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in (*node.get("nodes", ()), *node.get("floating_nodes", ())):
        yield from _all_in(child)
