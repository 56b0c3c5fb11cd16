"""Statistics leave the program only here: into a file that the agent names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop_assist.core.statistics.table import Row, as_csv, finding_rows, use_rows
from desktop_assist.errors import AssistError
from desktop_assist.gui.checks.family_names import family_name
from desktop_assist.gui.statistics.figures import Figures
from desktop_assist.store.files import replace_file, saving
from desktop_assist.text import Message, say

Told = Callable[[Message, bool], None]
"""Takes a sentence and whether it tells of a problem."""


class Exporting(QObject):
    """Writes the days of the period as CSV, in UTF-8 with the mark that Excel knows it by."""

    def __init__(
        self,
        window: QWidget,
        figures: Callable[[], Figures],
        rate: Callable[[], int],
        told: Told,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._figures = figures
        self._rate = rate
        self._told = told

    def fill(self, menu: QMenu) -> None:
        """Offer both tables in `menu`."""
        menu.clear()
        menu.addAction(self.tr("Uses by day and reply…"), self._uses)
        menu.addAction(self.tr("Findings by day and family…"), self._findings)

    def _uses(self) -> None:
        header = (
            self.tr("Day"),
            self.tr("Pack"),
            self.tr("Category"),
            self.tr("Title"),
            self.tr("Reply"),
            self.tr("Uses"),
            self.tr("Characters"),
            self.tr("Seconds saved"),
        )
        figures = self._figures()
        rows = use_rows(figures.days_within, figures.entries, self._rate())
        self._export(self.tr("replies.csv"), header, rows)

    def _findings(self) -> None:
        header = (
            self.tr("Day"),
            self.tr("Family"),
            self.tr("Name"),
            self.tr("Findings"),
        )
        self._export(
            self.tr("findings.csv"), header, finding_rows(self._figures().days_within, family_name)
        )

    def _export(self, name: str, header: Row, rows: Iterable[Row]) -> None:
        kinds = QCoreApplication.translate("Exporting", "Tables (*.csv)")
        chosen, _kind = QFileDialog.getSaveFileName(self._window, self.tr("Export"), name, kinds)
        if not chosen:
            return
        file = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.csv")
        try:
            with saving(file):
                replace_file(file, as_csv(header, rows).encode("utf-8-sig", "replace"))
        except AssistError as error:
            self._told(error.message, True)
        else:
            self._told(say("Exporting", "Saved as “{file}”.", file=file), False)
