"""A desktop of one's own: X server, window manager, session bus, tray, home folder.

Nothing of the user's session is touched, and nothing outlives it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from tests.e2e.stage.keyboard import Keyboard
from tests.e2e.stage.listener import Listener
from tests.e2e.stage.waiting import wait_until
from tests.e2e.stage.windows import Windows

PROJECT = Path(__file__).parents[3]
INHERITED = ("PATH", "LANG", "COVERAGE_PROCESS_START")


class Desktop:
    """Starts on entering; on leaving, every process that was started in it is ended.

    `folder` becomes home, settings and logs; it must be short enough for socket names.
    """

    keyboard: Keyboard
    windows: Windows

    def __init__(self, folder: Path, *, tray: bool = True, screen: str = "1280x800x24") -> None:
        self.folder = folder
        self.environment = _environment(folder)
        self._tray = tray
        self._screen = screen
        self._running: list[subprocess.Popen[bytes]] = []
        self._listeners: list[Listener] = []

    @property
    def display_name(self) -> str:
        return self.environment["DISPLAY"]

    def __enter__(self) -> Desktop:
        try:
            self._open()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def start(
        self, *command: str, name: str = "", environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Run a program here, in a process group of its own, what it prints in `logs/`."""
        log = self.folder / "logs" / f"{name or Path(command[0]).name}-{len(self._running)}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                command,
                cwd=PROJECT,
                env={**self.environment, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._running.append(process)
        return process

    def run(
        self, *command: str, given: bytes = b"", within: float = 20.0
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a command here to its end."""
        return subprocess.run(
            command,
            cwd=PROJECT,
            env=self.environment,
            input=given,
            capture_output=True,
            timeout=within,
            check=False,
        )

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """End a program and all that it has started."""
        _signal_group(process, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=3)
        _signal_group(process, signal.SIGKILL)
        process.wait(timeout=5)

    def signal(self, number: int, signal_: signal.Signals) -> None:
        """Send a signal to the program with that process number, which was started here."""
        self._process(number).send_signal(signal_)

    def has_ended(self, number: int) -> bool:
        """Whether the program with that process number, which was started here, has ended."""
        return self._process(number).poll() is not None

    def listener(self, name: str) -> Listener:
        """A line for a stage program that is about to be started."""
        listener = Listener(self.folder / f"{name}-{len(self._listeners)}.s")
        self._listeners.append(listener)
        return listener

    def screenshot(self, path: Path) -> Path:
        """The whole screen as a PNG."""
        done = self.run("import", "-window", "root", str(path))
        if done.returncode:
            raise RuntimeError(done.stderr.decode(errors="replace"))
        return path

    def _process(self, number: int) -> subprocess.Popen[bytes]:
        return next(process for process in self._running if process.pid == number)

    def _open(self) -> None:
        for folder in ("logs", "config", "data", "cache", "run", "state"):
            (self.folder / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        self._open_screen()
        self._open_bus()
        self.windows = Windows(self.display_name)
        self.keyboard = Keyboard(self.display_name)
        self.start("openbox")
        wait_until(self.windows.is_managed, "the window manager's start")
        wait_until(self.windows.takes_windows, "a window manager that serves")
        if self._tray:
            self.start("trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request")
            wait_until(self.windows.has_tray, "the tray's start")

    def _open_screen(self) -> None:
        reading, writing = os.pipe()
        server = ("Xvfb", "-displayfd", str(writing), "-screen", "0", self._screen)
        with (self.folder / "logs" / "Xvfb.log").open("wb") as log:
            process = subprocess.Popen(
                [*server, "-nolisten", "tcp", "-noreset"],
                pass_fds=[writing], stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self._running.append(process)
        os.close(writing)
        with os.fdopen(reading) as number:
            self.environment["DISPLAY"] = f":{number.readline().strip()}"

    def _open_bus(self) -> None:
        reading, writing = os.pipe()
        bus = ("dbus-daemon", "--session", "--nofork", f"--print-address={writing}")
        with (self.folder / "logs" / "dbus.log").open("wb") as log:
            process = subprocess.Popen(
                bus, pass_fds=[writing], env=self.environment,
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self._running.append(process)
        os.close(writing)
        with os.fdopen(reading) as address:
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = address.readline().strip()

    def _end(self) -> None:
        for listener in self._listeners:
            listener.close()
        for connection in ("keyboard", "windows"):
            if hasattr(self, connection):
                getattr(self, connection).close()
        for process in reversed(self._running):
            self.stop(process)
        self._running.clear()


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return {
        "LANG": "C.UTF-8",
        **kept,
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "QT_QPA_PLATFORM": "xcb",
        "GDK_BACKEND": "x11",
        "NO_AT_BRIDGE": "1",
        "PYTHONUNBUFFERED": "1",
    }


def command(module: str, *arguments: str, python: str) -> Sequence[str]:
    """How one of the stage's own programs is started."""
    return (python, "-m", f"tests.e2e.stage.{module}", *arguments)
