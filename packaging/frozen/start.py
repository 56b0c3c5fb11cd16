"""The first module of the frozen program."""

from __future__ import annotations

import sys

_KEEPER = "desktop_assist.oslayer.x11.keeper"


def main() -> int:
    """Start the program, or what it starts as `python -m` where there is a Python."""
    if sys.argv[1:] == ["-m", _KEEPER]:
        from desktop_assist.oslayer.x11 import keeper  # noqa: PLC0415  exists on X11 alone

        keeper.main()
        return 0
    from desktop_assist.__main__ import main as assist  # noqa: PLC0415  the keeper needs none of it

    return assist()


if __name__ == "__main__":
    sys.exit(main())
