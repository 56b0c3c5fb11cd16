"""A Qt program that has copied something: text, HTML, a picture, files and a type of its own.

python -m tests.e2e.stage.qt_owner --socket PATH
"""

from __future__ import annotations

import argparse
from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from tests.e2e.stage.formats import COPIED_HTML, COPIED_TEXT, CUSTOM_TYPE, contents, picture
from tests.e2e.stage.link import Link
from tests.e2e.stage.qt_link import obey


def copied(which: str) -> QMimeData:
    """What the clipboard is given: text, html, picture, files, custom or everything."""
    data = QMimeData()
    if which in ("text", "html", "everything"):
        data.setText(COPIED_TEXT)
    if which in ("html", "everything"):
        data.setHtml(COPIED_HTML)
    if which in ("picture", "everything"):
        data.setImageData(QImage.fromData(picture(64, 48)))
    if which in ("files", "everything"):
        data.setUrls([QUrl.fromLocalFile("/tmp/图.png"), QUrl.fromLocalFile("/tmp/b.txt")])
    if which in ("custom", "everything"):
        data.setData(CUSTOM_TYPE, contents("custom")[CUSTOM_TYPE][1])
    return data


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    link = Link(parser.parse_args().socket)
    application = QGuiApplication([])
    clipboard = application.clipboard()

    def copy(order: dict[str, Any]) -> None:
        clipboard.setMimeData(copied(order["which"]))
        link.tell("owned")

    orders = obey(link, copy)
    link.tell("ready")
    application.exec()
    del orders


if __name__ == "__main__":
    main()
