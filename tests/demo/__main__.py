"""Shows the main job on a virtual desktop: real windows, real keys, real clipboard.

    python -m tests.demo --out DIR          says what arrives, leaves numbered screenshots in DIR
    python -m tests.demo --pictures DIR     makes the pictures of the README and the help

Exit code 0 when every step did what it should, else 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.demo.pictures import take_pictures
from tests.demo.scene import CUSTOMER, Scene, opened
from tests.e2e.stage.assist import PALETTE, REVIEW
from tests.e2e.stage.replies import CHINESE, SHOP
from tests.e2e.stage.waiting import NeverHappenedError, wait_until

HARSH = "不知道，等着吧。"
QUESTION = "那退货邮费谁出，有运费险吗？"


@dataclass
class Report:
    """Numbers the screenshots and says what happened."""

    scene: Scene
    folder: Path
    shots: int = 0
    failed: list[str] = field(default_factory=list)

    def shot(self, name: str) -> None:
        """Leave a screenshot, once the windows have been painted."""
        self.shots += 1
        self.scene.desktop.keyboard.rest(0.4)
        self.scene.desktop.screenshot(self.folder / f"{self.shots:02}-{name}.png")

    def say(self, sentence: str) -> None:
        """Say `sentence` to whoever watches."""
        sys.stdout.write(f"{sentence}\n")
        sys.stdout.flush()

    def step(self, title: str, work: Callable[[Report], None]) -> None:
        """Carry out one step; a failure is said and the next step goes on."""
        self.say(f"\n{title}")
        copied = self.scene.copied()
        try:
            work(self)
            self.scene.wait_until_copied(copied)
        except (NeverHappenedError, AssertionError) as failure:
            self.failed.append(title)
            self.say(f"  FAILED: {failure}")
            self.shot("failed")
            self.scene.press("escape")
        else:
            self.say("  The clipboard holds what it held before, byte for byte.")
        self.scene.order("send")
        self.scene.chat.clear()

    def arrived(self, name: str) -> str:
        """Say what stands in the chat's input box now, and take its picture."""
        text = self.scene.chat.wait_for_any_text()
        self.say(f"  In the input box now: {text}")
        self.shot(name)
        return text


def welcome(report: Report) -> None:
    report.say("  Pressing Ctrl+Alt+H.")
    report.scene.press("ctrl+alt+h")
    report.arrived("welcome")


def find(report: Report) -> None:
    scene = report.scene
    report.say("  Pressing Ctrl+Alt+Space, typing “smshfh” (什么时候发货), choosing by Enter.")
    scene.assist.open("ctrl+alt+space", PALETTE)
    scene.type("smshfh")
    report.shot("palette")
    scene.press("enter")
    scene.assist.wait_for_window("什么时候发货")
    report.say("  The reply wants a shipping time: choosing the second by the key 2, then Enter.")
    scene.press("2")
    report.shot("form")
    scene.press("enter")
    assert "{" not in report.arrived("reply"), "an unfilled field was pasted"


def polish(report: Report) -> None:
    scene = report.scene
    scene.chat.clear(HARSH)
    report.say(f"  The draft in the input box: {HARSH}")
    report.say("  Pressing Ctrl+Alt+P, then Enter to accept the better wording.")
    scene.assist.open("ctrl+alt+p", REVIEW)
    report.shot("review")
    scene.press("enter")
    assert report.arrived("polished") != HARSH, "the draft is the same"
    scene.press("ctrl+z")
    scene.chat.wait_for_text(HARSH)
    report.say("  Ctrl+Z brings the old draft back, as in any text.")
    scene.chat.clear()


def suggest(report: Report) -> None:
    scene = report.scene
    report.say(f"  The customer’s message, copied: {QUESTION}")
    report.say("  Pressing Ctrl+Alt+S, then Enter for the first suggestion, Enter for its fields.")
    scene.assist.open("ctrl+alt+s", PALETTE)
    report.shot("suggestions")
    scene.press("enter")
    scene.assist.wait_for_window("退货运费由谁承担")
    scene.press("enter")
    report.arrived("answer")


def show(folder: Path) -> int:
    """All steps, their screenshots in `folder`; the exit code."""
    with tempfile.TemporaryDirectory() as home, opened(Path(home), CHINESE) as scene:
        report = Report(scene, folder)
        report.say(f"A chat with {CUSTOMER}, customer of {SHOP}. A picture has been copied.")
        report.shot("chat")
        report.step("1. The welcome", welcome)
        report.step("2. Find a reply and fill it in", find)
        report.step("3. Polish the draft", polish)
        scene.order("say", QUESTION)
        scene.order("copy")
        wait_until(lambda: QUESTION.encode() in scene.copied().values(), "the copied message")
        report.step("4. A suggestion for what the customer asks", suggest)
        report.say(f"\nNothing was sent by the program. Screenshots: {folder.resolve()}")
        if report.failed:
            report.say(f"Failed: {'; '.join(report.failed)}")
        return 1 if report.failed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, default=Path("demo"))
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    if options.pictures is not None:
        take_pictures(options.pictures)
        return 0
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        parser.error(f"{options.out} cannot be made ({error.strerror}): name another with --out.")
    return show(options.out)


if __name__ == "__main__":
    sys.exit(main())
