"""Put the PNG icons of resources/icons into one .ico for Windows and one .icns for macOS.

    python packaging/icon_files.py build/icons

Both formats hold PNG files as they are: ICO since Windows Vista, ICNS since Mac OS X 10.5.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
ICO_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)
ICNS_KINDS = {
    b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512, b"ic10": 1024,
}  # fmt: skip
"""Apple's names of the sizes, in pixels; those of the second line are for sharp screens."""


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
    """The .icns with `pictures`: PNG files by their size in pixels."""
    parts = b"".join(
        kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size]
        for kind, size in ICNS_KINDS.items()
    )
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def pictures(sizes: Iterable[int]) -> Mapping[int, bytes]:
    """The program's icon in `sizes`, as PNG files."""
    return {size: picture(size).read_bytes() for size in sizes}


def picture(size: int) -> Path:
    """The file of the program's icon in that size."""
    name = f"desktop-assist-{size}.png"
    return ICONS / "large" / name if size > 256 else ICONS / name


def main() -> int:
    """Write both files into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "desktop-assist.ico").write_bytes(ico(pictures(ICO_SIZES)))
    (folder / "desktop-assist.icns").write_bytes(icns(pictures(ICNS_KINDS.values())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
