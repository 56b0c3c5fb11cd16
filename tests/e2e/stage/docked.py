"""The docked panel on the real seams, without the program around it.

    python -m tests.e2e.stage.docked --socket PATH

It docks beside the window in front when it is ordered to, and pastes what is chosen there.
"""

from __future__ import annotations

import argparse
from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit, QTreeView

from desktop_assist.core.application import profile_for
from desktop_assist.core.pasting.paste_session import Finish
from desktop_assist.core.pasting.paste_steps import Piece, steps_for
from desktop_assist.core.replies.library import OWN_PACK, Entry
from desktop_assist.core.searching.search import Hit
from desktop_assist.gui.app_ports import close_ports, real_ports
from desktop_assist.gui.loop import QtLoop
from desktop_assist.gui.panel.docking import Docking
from desktop_assist.gui.panel.window import DockPanel
from desktop_assist.gui.serving import Serving
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.paster import PasteJob, Paster
from tests.e2e.stage.link import Link
from tests.e2e.stage.qt_link import obey
from tests.e2e.stage.replies import PLAIN, WORDINGS
from tests.e2e.stage.surroundings import plain_surroundings

ENTRIES = {one.key: one for one in (Entry(PLAIN, OWN_PACK), Entry(WORDINGS, OWN_PACK))}


def by_code(query: str, limit: int) -> list[Hit]:
    """The replies whose code begins so."""
    found = (key for key, one in ENTRIES.items() if one.snippet.code.startswith(query))
    return [Hit(key, 1.0) for key in found][:limit]


class DockedPanel:
    """The panel, its paster, and the line to the test."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._loop = QtLoop()
        self._ports, _why = real_ports(
            plain_surroundings(self._loop), "x11", lambda: self._loop.post(self._front_changed)
        )
        self._paster = Paster(self._loop, self._ports)
        self._serving = Serving(self._ports.windows)
        self._panel = DockPanel(
            by_code,
            ENTRIES.get,
            ENTRIES.values,
            lambda entry: entry.snippet.body,
        )
        self._docking = Docking(self._panel, self._ports.windows, self._serving, self._loop)
        self._docking.chosen.connect(self._paste)
        self._orders = obey(link, self._obey)
        link.tell("ready")

    def close(self) -> None:
        self._docking.stop()
        self._ports.hotkeys.stop()
        close_ports(self._ports)

    def _front_changed(self) -> None:
        self._paster.front_changed()
        self._docking.front_changed()

    def _paste(self, entry: Entry, target: Target | None, trigger: str) -> None:
        profile = profile_for(target.application if target else "")
        steps = steps_for([Piece(entry.snippet.body)], profile)
        self._serving.bring(target)
        title = entry.snippet.title
        self._paster.paste(
            PasteJob(title, steps, target, profile, self._told, trigger, await_focus=True)
        )

    def _told(self, outcome: Finish) -> None:
        self._link.tell("outcome", result=outcome.result.name)

    def _obey(self, order: dict[str, Any]) -> None:
        if order["do"] == "dock":
            self._link.tell("docked", done=self._docking.dock())
        else:
            self._link.tell("where", points=self._points())

    def _points(self) -> dict[str, tuple[int, int]]:
        """Where the mouse finds the box and each row, on the screen."""
        box, tree = self._panel.findChild(QLineEdit), self._panel.findChild(QTreeView)
        assert isinstance(box, QLineEdit)
        assert isinstance(tree, QTreeView)
        at = box.mapToGlobal(box.rect().center())
        points = {"box": (at.x(), at.y())}
        index = tree.model().index(0, 0)
        while index.isValid():
            at = tree.viewport().mapToGlobal(tree.visualRect(index).center())
            points[str(index.data())] = (at.x(), at.y())
            index = tree.indexBelow(index)
        return points


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    options = parser.parse_args()
    application = QApplication(["stage-docked"])
    application.setQuitOnLastWindowClosed(False)
    panel = DockedPanel(Link(options.socket))
    application.exec()
    panel.close()


if __name__ == "__main__":
    main()
