"""Draw the PNG files in resources/icons from the SVG files there.

What lies in `large/` is for shops and docks; a tray would send it over the bus with every change.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 20, 22, 24, 32, 48, 64, 128, 256)
LARGE = (512, 1024)


def draw(source: Path, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    return image


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv)
    for sign in ("tick", "down"):
        draw(FOLDER / f"{sign}.svg", 32).save(str(FOLDER / f"{sign}.png"))
    for source in sorted(FOLDER.glob("desktop-assist*.svg")):
        for size in SIZES:
            draw(source, size).save(str(FOLDER / f"{source.stem}-{size}.png"))
    for size in LARGE:
        picture = draw(FOLDER / "desktop-assist.svg", size)
        picture.save(str(FOLDER / "large" / f"desktop-assist-{size}.png"))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
