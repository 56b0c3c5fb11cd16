"""The table of levels: how much each family of rules weighs in which program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.application import BUILT_IN, ApplicationProfile
from desktop_assist.core.checking.findings import Level
from desktop_assist.core.checking.levels import UNFILLED, PlatformLevel
from desktop_assist.gui.settings.rows import QuietComboBox, choice_box

_LEVELS: tuple[Level, ...] = ("off", "hint", "warn", "block")
_PROGRAM, _FAMILY, _LEVEL = range(3)


class LevelsTable(QWidget):
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
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._families = [pair for pair in families if pair[0] != UNFILLED]
        self._programs = list(programs)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Program"), self.tr("Family"), self.tr("Weight")]
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.tr("Levels by program"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addLayout(self._buttons())
        for level in levels:
            self._add_row(level)
        self._fit()

    def add(self) -> None:
        """A new row: a warning in every program, until it is changed."""
        if self._families:
            self._add_row(PlatformLevel(family=self._families[0][0], level="warn"))
            self._fit()
            self.table.setCurrentCell(self.table.rowCount() - 1, _PROGRAM)
            self._tell()

    def remove(self) -> None:
        """Take the current row away, or the last one where none is current."""
        row = self.table.currentRow() if self.table.currentRow() >= 0 else self._rows - 1
        if row >= 0:
            self.table.removeRow(row)
            self._fit()
            self._tell()

    def levels(self) -> tuple[PlatformLevel, ...]:
        """The rows as they stand."""
        return tuple(self._level(row) for row in range(self._rows))

    @property
    def _rows(self) -> int:
        return self.table.rowCount()

    def _buttons(self) -> QHBoxLayout:
        add = QPushButton(self.tr("Add"))
        add.clicked.connect(self.add)
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.clicked.connect(self.remove)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addWidget(self._remove)
        row.addStretch()
        return row

    def _fit(self) -> None:
        """As high as the rows; no empty frame where there are none."""
        self.table.setVisible(self._rows > 0)
        self._remove.setEnabled(self._rows > 0)
        height = self.table.verticalHeader().defaultSectionSize() * self._rows
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(height + header + 2 * self.table.frameWidth())

    def _add_row(self, level: PlatformLevel) -> None:
        row = self._rows
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
