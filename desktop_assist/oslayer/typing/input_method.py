"""Whether an input method makes something else of the keys: ibus and fcitx are asked.

What is being composed is seen by nobody but the window and the input method. So the question is
only whether the method passes keys on as they are: ibus with a plain keyboard layout as engine,
fcitx switched to its keyboard.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from desktop_assist.oslayer.typing.message_bus import Call, NoAnswer, ask

_PLAIN_LAYOUT = "xkb:"
_FCITX_COMPOSES = 2
"""`State` of fcitx: 0 closed, 1 inactive (its keyboard), 2 active."""
_NO_METHOD = ("", "none", "local", "ibus", "fcitx", "fcitx5")
"""What XMODIFIERS may name: none, or one that is asked anyway."""
_ENGINE = Call(
    "org.freedesktop.IBus",
    "/org/freedesktop/IBus",
    "org.freedesktop.DBus.Properties",
    "Get",
    ("org.freedesktop.IBus", "GlobalEngine"),
)
_FCITX = (
    Call(
        "org.fcitx.Fcitx5", "/controller", "org.fcitx.Fcitx.Controller1", "State",
    ),
    Call(
        "org.fcitx.Fcitx", "/inputmethod", "org.fcitx.Fcitx.InputMethod", "GetCurrentState",
    ),
)  # fmt: skip


class InputMethods:
    """The input methods of one session, found anew at each question: they come and go."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def are_direct(self) -> bool:
        """Whether keys make their own characters; False where a method cannot be asked."""
        named = self._environment.get("XMODIFIERS", "").partition("@im=")[2].lower()
        return named in _NO_METHOD and self._ibus_is_direct() and self._fcitx_is_direct()

    def _ibus_is_direct(self) -> bool:
        address = self._ibus_address()
        if not address:
            return True
        try:
            answer = ask(address, _ENGINE)
        except NoAnswer as error:
            # An address that nobody serves is left over from a session that has ended.
            return isinstance(error.__cause__, (FileNotFoundError, ConnectionRefusedError))
        answer.signature()
        answer.signature()
        answer.align(8)
        answer.text()
        answer.skip_dictionary()
        return answer.text().startswith(_PLAIN_LAYOUT)

    def _ibus_address(self) -> str:
        """Where ibus listens for this display: `~/.config/ibus/bus/<machine>-unix-<display>`."""
        given = self._environment.get("IBUS_ADDRESS", "")
        if given:
            return given
        home = Path(self._environment.get("HOME", "/"))
        folder = Path(self._environment.get("XDG_CONFIG_HOME") or home / ".config") / "ibus/bus"
        number = self._environment.get("DISPLAY", "").partition(":")[2].partition(".")[0]
        lines = (line for file in folder.glob(f"*-unix-{number}") for line in _lines(file))
        marked = "IBUS_ADDRESS="
        return next((line.removeprefix(marked) for line in lines if line.startswith(marked)), "")

    def _fcitx_is_direct(self) -> bool:
        address = self._session_bus()
        return not address or not any(_composes(address, state) for state in _FCITX)

    def _session_bus(self) -> str:
        given = self._environment.get("DBUS_SESSION_BUS_ADDRESS", "")
        running = self._environment.get("XDG_RUNTIME_DIR", "")
        return given or (f"unix:path={running}/bus" if running else "")


def _composes(address: str, state: Call) -> bool:
    bus = "org.freedesktop.DBus"
    there = Call(bus, "/org/freedesktop/DBus", bus, "NameHasOwner", (state.destination,))
    try:
        if not ask(address, there).number():
            return False
    except NoAnswer:
        return False  # no bus, no fcitx on it
    try:
        return ask(address, state).number() == _FCITX_COMPOSES
    except NoAnswer:
        return True


def _lines(file: Path) -> Iterator[str]:
    try:
        yield from file.read_text("utf-8").splitlines()
    except OSError:
        return  # it went, and ibus with it
