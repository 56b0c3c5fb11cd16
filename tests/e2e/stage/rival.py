"""Another program that has taken a key combination first.

    python -m tests.e2e.stage.rival --socket PATH --keys g --keys space

Each key is grabbed with Ctrl+Alt, with and without CapsLock and NumLock. Event: `ready`.
"""

from __future__ import annotations

import argparse

from Xlib import XK, X
from Xlib.display import Display

from tests.e2e.stage.link import Link

LOCKS = (0, X.LockMask, X.Mod2Mask, X.LockMask | X.Mod2Mask)


def grab(display: Display, key: str) -> None:
    """Take Ctrl+Alt and that key from everyone else."""
    keycode = display.keysym_to_keycode(XK.string_to_keysym(key))
    for locks in LOCKS:
        modifiers = X.ControlMask | X.Mod1Mask | locks
        display.screen().root.grab_key(keycode, modifiers, False, X.GrabModeAsync, X.GrabModeAsync)
    display.sync()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    parser.add_argument("--keys", action="append", required=True)
    options = parser.parse_args()
    display = Display()
    for key in options.keys:
        grab(display, key)
    link = Link(options.socket)
    link.tell("ready")
    for _ in link.all_orders():
        pass


if __name__ == "__main__":
    main()
