"""The table of levels: how much each family of rules weighs in which program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop_assist.core.application import BUILT_IN, ApplicationProfile
from desktop_assist.core.checking.findings import Level
from desktop_assist.core.checking.levels import UNFILLED, PlatformLevel
from desktop_assist.gui.settings.rows import QuietComboBox, choice_box
from desktop_assist.gui.settings.table import SettingsTable

_LEVELS: tuple[Level, ...] = ("off", "hint", "warn", "block")
_PROGRAM, _FAMILY, _LEVEL = range(3)


class LevelsTable(SettingsTable):
    """One row a level. What is unfilled is not among the families: it always blocks."""

    changed = Signal(object)
    """A tuple of `PlatformLevel`."""

    def __init__(
        self,
        levels: Iterable[PlatformLevel],
        families: Iterable[tuple[str, str]],
        programs: Iterable[str],
    ) -> None:
        """`families`: name and title. `programs`: names to choose from; others can be typed."""
        super().__init__(columns=3)
        headings = (self.tr("Program"), self.tr("Family"), self.tr("Weight"))
        self.name(self.tr("Levels by program"), headings)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._families = [pair for pair in families if pair[0] != UNFILLED]
        self._programs = list(programs)
        for level in levels:
            self._add_row(level)
        self.fit()

    def add(self) -> None:
        """A new row: a warning in every program, until it is changed."""
        if self._families:
            self._add_row(PlatformLevel(family=self._families[0][0], level="warn"))
            self.fit()
            self.table.setCurrentCell(self.table.rowCount() - 1, _PROGRAM)
            self._tell()

    def remove(self) -> None:
        """Take the current row away, or the last one where none is current."""
        row = self.table.currentRow() if self.table.currentRow() >= 0 else self.row_count - 1
        if row >= 0:
            self.table.removeRow(row)
            self.fit()
            self._tell()

    def levels(self) -> tuple[PlatformLevel, ...]:
        """The rows as they stand."""
        return tuple(self._level(row) for row in range(self.row_count))

    def _add_row(self, level: PlatformLevel) -> None:
        row = self.row_count
        self.table.insertRow(row)
        family = _chooser(self._families, level.family, self._tell)
        family.setAccessibleName(self.tr("Family"))
        weight = choice_box(_LEVELS, level.level, lambda _value: self._tell())
        weight.setAccessibleName(self.tr("Weight"))
        self.table.setCellWidget(row, _PROGRAM, self._program_box(level.platform))
        self.table.setCellWidget(row, _FAMILY, family)
        self.table.setCellWidget(row, _LEVEL, weight)

    def _program_box(self, platform: str) -> QComboBox:
        """One to choose a known program in, or to type the name or class of another."""
        named = [("", self.tr("Every program")), *((name, name) for name in self._programs)]
        box = _chooser(named, platform, self._tell)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setAccessibleName(self.tr("Program"))
        line = box.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._tell)
        return box

    def _level(self, row: int) -> PlatformLevel:
        weight = _value(self.table.cellWidget(row, _LEVEL))
        return PlatformLevel(
            platform=_typed(self.table.cellWidget(row, _PROGRAM)),
            family=_value(self.table.cellWidget(row, _FAMILY)),
            level=next((one for one in _LEVELS if one == weight), "warn"),
        )

    def _tell(self) -> None:
        self.changed.emit(self.levels())


def programs_of(own: Sequence[ApplicationProfile]) -> list[str]:
    """The names under which programs are known: those of the agent's table before the others."""
    names = [profile.name or profile.window_class for profile in (*own, *BUILT_IN)]
    return list(dict.fromkeys(names))


def _chooser(
    pairs: Iterable[tuple[str, str]], value: str, changed: Callable[[], None]
) -> QComboBox:
    """A box of titles; `value`, which it need not know, is chosen."""
    box = QuietComboBox()
    for name, title in pairs:
        box.addItem(title, name)
    if box.findData(value) < 0:
        box.addItem(value, value)
    box.setCurrentIndex(box.findData(value))
    box.currentIndexChanged.connect(lambda _index: changed())
    return box


def _value(box: QWidget | None) -> str:
    return str(box.currentData()) if isinstance(box, QComboBox) else ""


def _typed(box: QWidget | None) -> str:
    """What stands in an editable box: the value behind a known title, else the words."""
    if not isinstance(box, QComboBox):
        return ""
    known = box.findText(box.currentText())
    return str(box.itemData(known)) if known >= 0 else box.currentText().strip()
