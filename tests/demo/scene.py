"""A virtual desktop with a customer's chat window, something copied, and the product running."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.settings import Settings
from tests.e2e.stage.assist import Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.owners import Owner, becomes, raw_owner
from tests.e2e.stage.replies import SHOP, furnish
from tests.e2e.stage.selection import clipboard_contents
from tests.e2e.stage.targets import Target

BACKGROUND = 0x5B6B80
CUSTOMER = "晴天小鹿"
OWN = (
    Snippet(
        id="closing-hours",
        title="夜间留言",
        category=("常用",),
        code="yj",
        body="您好，客服在每天九点到二十二点为您服务，您的留言我们早上第一时间回复🌙",
    ),
    Snippet(
        id="gift-note",
        title="代写贺卡",
        category=("常用", "礼品"),
        code="hk",
        body="可以代写贺卡的，请把要写的话和落款发给我，打包时放进盒子里。",
    ),
    Snippet(
        id="exchange",
        title="换货说明",
        category=("常用",),
        code="hhsm",
        body="换货您自己看详情页，都写着的。新的保证明天到，急也没用。",
    ),
)
TITLE = f"{CUSTOMER} – {SHOP}客服"
SAID = ("你好，在吗？", "昨天拍的杯子，什么时候发货呀？")


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands on the desktop."""

    desktop: Desktop
    assist: Assist
    chat: Target
    owner: Owner

    def press(self, *keys: str) -> None:
        """Press keys one after the other at a person's pace."""
        for key in keys:
            self.desktop.keyboard.rest(0.08)
            self.desktop.keyboard.chord(key, hold=0.03)

    def type(self, text: str) -> None:
        """Type letters and digits at a person's pace."""
        self.press(*text)

    def order(self, do: str, text: str = "") -> None:
        """Have the chat window do something, and wait until it has."""
        self.chat.line.ask(do, "cleared", text=text)

    def copied(self) -> Mapping[str, bytes]:
        """Every format on the clipboard."""
        return clipboard_contents(self.desktop.display_name)

    def wait_until_copied(self, wanted: Mapping[str, bytes]) -> None:
        """Wait until the clipboard holds `wanted`, every format byte for byte."""
        becomes(self.desktop, wanted)


ENGLISH_DARK = Settings(language="en", theme="dark", notices="none", shop="Linden & Co")


@contextmanager
def opened(
    folder: Path, settings: Settings, title: str = TITLE, said: Sequence[str] = SAID
) -> Iterator[Scene]:
    """The whole scene in `folder`; everything is ended on leaving."""
    with Desktop(folder, screen="1280x860x24") as desktop:
        desktop.windows.paint_background(BACKGROUND)
        owner = raw_owner(desktop)
        owner.take("picture")
        assist = Assist(desktop, folder / "assist")
        furnish(assist.home, settings, OWN)
        assist.start()
        yield Scene(desktop, assist, _chat(desktop, title, said), owner)
        assist.quit()


def _chat(desktop: Desktop, title: str, said: Sequence[str]) -> Target:
    line = desktop.listener("chat")
    words = [word for text in said for word in ("--said", text)]
    process = desktop.start(
        *(sys.executable, "-m", "tests.demo.chat_window", "--socket", str(line.path)),
        *("--title", title, *words),
        name="chat",
    )
    line.wait_for(lambda event: bool(event["event"] == "ready"), "the chat window", within=30)
    chat = Target(desktop, process, line, title, desktop.windows.named(title))
    chat.focus()
    chat.clear()
    return chat
