"""Put the PNG icons of resources/icons into one .ico for Windows and one .icns for macOS.

    python packaging/icon_files.py build/icons

Both formats hold PNG files as they are: ICO since Windows Vista, ICNS since Mac OS X 10.5.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Mapping
from pathlib import Path

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
ICO_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)
ICNS_KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08"}
"""Apple's names of the sizes, in pixels."""


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """The .ico with `pictures`: PNG files by their size in pixels, 256 at most."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        # A byte holds the size; 0 stands for 256.
        entries += struct.pack(
            "<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset
        )
        offset += len(picture)
    return header + entries + b"".join(pictures.values())


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """The .icns with those of `pictures` whose sizes Apple has a name for."""
    parts = b"".join(
        ICNS_KINDS[size] + struct.pack(">I", len(picture) + 8) + picture
        for size, picture in pictures.items()
        if size in ICNS_KINDS
    )
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def pictures(folder: Path = ICONS) -> Mapping[int, bytes]:
    """The program's icon by size."""
    return {size: (folder / f"desktop-assist-{size}.png").read_bytes() for size in ICO_SIZES}


def main() -> int:
    """Write both files into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "desktop-assist.ico").write_bytes(ico(pictures()))
    (folder / "desktop-assist.icns").write_bytes(icns(pictures()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
