"""A chat window that reads at its paste chord, on fakes."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_assist.core.application import ApplicationProfile
from desktop_assist.core.combination import Combination
from desktop_assist.core.pasting.paste_session import (
    Finish,
    PasteText,
    Result,
)
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.paster import PasteJob, Paster, Ports
from tests.fakes.clipboard import TEXT, FakeClipboard
from tests.fakes.keyboard import FakeHotkeys, FakeInjector, FakeKeyboard
from tests.fakes.loop import FakeLoop
from tests.fakes.windows import FakeWindows

CHAT = Target(1, "张三", "wechat", reader=7)
OTHER = Target(2, "李四", "wechat", reader=8)
COPIED = {TEXT: b"order 42", "image/png": b"\x89PNG\x00"}
PROFILE = ApplicationProfile(window_class="wechat")
PASTED = Finish(Result.PASTED, done=1)
PASTE_KEYS = Combination.parse(PROFILE.chord).shown_as_chord


@dataclass
class Room:
    """A chat window that reads at its paste chord, and all that is around it."""

    loop: FakeLoop = field(default_factory=FakeLoop)
    keyboard: FakeKeyboard = field(default_factory=FakeKeyboard)
    windows: FakeWindows = field(default_factory=lambda: FakeWindows(CHAT))
    clipboard: FakeClipboard = field(default_factory=lambda: FakeClipboard(COPIED))
    box: list[str] = field(default_factory=list)
    outcomes: list[Finish] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hotkeys = FakeHotkeys(self.keyboard)
        self.injector = FakeInjector(self.keyboard)
        self.injector.pressed_hook = self.take_keys
        self.reader = CHAT.reader
        ports = Ports(self.windows, self.injector, self.hotkeys, {"clipboard": self.clipboard})
        self.lost: list[tuple[str, ...]] = []
        self.paster = Paster(self.loop, ports, self.lost.append)

    def take_keys(self, combination: Combination) -> None:
        self.box.append(str(combination))
        if str(combination) == "ctrl+v":
            self.read()

    def read(self) -> None:
        self.box.append(self.clipboard.paste(self.reader)[TEXT].decode())

    def paste(self, text: str = "您好", **details: object) -> None:
        job = {
            "title": "招呼", "steps": (PasteText(text),), "target": CHAT, "profile": PROFILE,
            "told": self.outcomes.append,
        }  # fmt: skip
        self.paster.paste(PasteJob(**{**job, **details}))  # type: ignore[arg-type]
        self.loop.run_posted()
