"""What runs inside xterm: reports each thing that is typed or pasted, and shows it.

xterm -e python -m tests.e2e.stage.terminal_target --socket PATH
"""

from __future__ import annotations

import argparse
import os
import select
import sys
import time
import tty

from tests.e2e.stage.link import Link


def converse(link: Link) -> None:
    """Report until the test hangs up. A terminal sends a newline as a carriage return."""
    received = b""
    link.tell("ready")
    while True:
        ready, _, _ = select.select([sys.stdin, link], [], [])
        if link in ready:
            try:
                link.orders()
            except EOFError:
                return
            received = b""
            link.tell("cleared")
        if sys.stdin in ready:
            piece = os.read(sys.stdin.fileno(), 1 << 16)
            moment = time.monotonic_ns()
            received += piece
            link.tell("text", ns=moment, text=received.decode(errors="replace").replace("\r", "\n"))
            os.write(sys.stdout.fileno(), piece.replace(b"\r", b"\r\n"))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    tty.setraw(sys.stdin)
    converse(Link(parser.parse_args().socket))


if __name__ == "__main__":
    main()
