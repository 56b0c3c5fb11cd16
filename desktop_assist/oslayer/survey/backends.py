"""Tries each seam out: which backend is chosen here, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager

from desktop_assist.core.combination import BadCombination, Combination
from desktop_assist.core.diagnosis.facts import Backends
from desktop_assist.oslayer.clipboard.choose import choose_clipboards
from desktop_assist.oslayer.clipboard.pyperclip_port import PyperclipClipboard
from desktop_assist.oslayer.hotkeys.base import HotkeyBackend, HotkeyRefused
from desktop_assist.oslayer.hotkeys.choose import ChosenHotkeys, choose_hotkeys
from desktop_assist.oslayer.keys.choose import choose_injector
from desktop_assist.oslayer.session import Session, screen_answers, session_of
from desktop_assist.oslayer.typing.choose import choose_typing
from desktop_assist.oslayer.windows.choose import choose_windows
from desktop_assist.text import Message

_NEEDS_QT: Mapping[Session, tuple[str, bool]] = {
    "wayland": ("wl-clipboard", False),
    "macos": ("Qt", True),
    "none": ("none", False),
}
"""Where the clipboard needs windows of one's own: its name, and whether it tells of reads."""


def try_backends(
    environment: Mapping[str, str], setting: str, combinations: Iterable[str]
) -> Backends:
    """Choose every backend as the program does, ask for each hotkey, and give all back.

    `setting` is the option `hotkey_backend`. A hotkey is held for a moment; nothing is listened
    to, no key is pressed, and the clipboard is not touched.
    """
    session = session_of(environment)
    if not screen_answers(environment):
        session = "none"
    with _hotkeys(setting, session) as chosen:
        wanted = tuple(filter(None, combinations))
        refused = tuple(_refused(chosen.backend, wanted))
        clipboard, confirms_reads = _clipboard(session)
        return Backends(
            hotkeys=chosen.backend.name,
            why_hotkeys=chosen.why,
            keys=_keys(session),
            windows=_windows(session),
            refused=refused if chosen.backend.name != "none" else (),
            answered=len(wanted),
            typing_problem=choose_typing(session, environment).problem,
            clipboard=clipboard,
            confirms_reads=confirms_reads,
        )


@contextmanager
def _hotkeys(setting: str, session: Session) -> Iterator[ChosenHotkeys]:
    chosen = choose_hotkeys(setting, session)
    try:
        chosen.backend.start(lambda _combination: None)
        yield chosen
    finally:
        chosen.backend.stop()


def _refused(backend: HotkeyBackend, combinations: Iterable[str]) -> Iterator[Message]:
    for text in combinations:
        try:
            combination = Combination.parse(text)
            backend.bind(combination)
        except (HotkeyRefused, BadCombination) as error:
            yield error.message
        else:
            backend.unbind(combination)


def _keys(session: Session) -> str:
    with closing(choose_injector(session)) as injector:
        return injector.name


def _windows(session: Session) -> str:
    with closing(choose_windows(session)) as windows:
        return windows.name


def _clipboard(session: Session) -> tuple[str, bool]:
    """The clipboard's name, and whether it tells of reads."""
    if session in _NEEDS_QT:
        return _NEEDS_QT[session]
    # The other one would need Qt; a session of `_NEEDS_QT` alone asks for it.
    ports = choose_clipboards(session, lambda _png, _target: None, PyperclipClipboard)
    port = ports.get("both") or ports["clipboard"]
    port.close()
    return port.name, port.confirms_reads
