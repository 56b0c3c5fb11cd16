"""How the import window is put together from its parts, and what is written on them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.gui.import_window.mapping_row import MappingRow
from desktop_assist.gui.import_window.merge_list import MergeList
from desktop_assist.gui.import_window.rows import FILTERS, Rows
from desktop_assist.gui.import_window.wording import encoding_name, status_name
from desktop_assist.gui.look.placing import em, open_size
from desktop_assist.gui.settings.rows import QuietComboBox
from desktop_assist.gui.undo_line import UndoLine
from desktop_assist.packs.exchange.encodings import ENCODINGS

_WIDTHS = (2, 6, 3, 8, 7, 3, 0)
"""Of the columns, in sizes of letters; the last one takes what is left."""


class ImportFrame(QWidget):
    """The parts of the window in their places. What they do stands in `window`."""

    def __init__(self) -> None:
        super().__init__()
        self.files_button = QPushButton()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.encoding = QuietComboBox()
        for one in ("", *ENCODINGS):
            self.encoding.addItem(encoding_name(one), one)
        self.encoding.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._encoding_label = QLabel()
        self._encoding_label.setBuddy(self.encoding)
        self.translate_box = QCheckBox()
        self.translate_box.setChecked(True)
        self.mapping = MappingRow()
        self.merges = MergeList()
        self.filters = {name: QPushButton() for name in FILTERS}
        self._group = QButtonGroup(self)
        for button in self.filters.values():
            button.setCheckable(True)
            self._group.addButton(button)
        self.all_button = QPushButton()
        self.none_button = QPushButton()
        self.rows = Rows()
        self.table = _table(self.rows)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.undo_line = UndoLine(self, key="Ctrl+Z")
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(em(self) // 3)
        self.progress.hide()
        self.import_button = QPushButton()
        self.import_button.setDefault(True)
        self.cancel_button = QPushButton()
        self._arrange()
        self.name()
        self.setMinimumSize(open_size(self, 30, 22))
        self.resize(open_size(self, 52, 36))

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setSpacing(em(self) // 2)
        whole.addLayout(_in_a_row(self.files_button, self.told, stretch=1))
        whole.addLayout(
            _in_a_row(self._encoding_label, self.encoding, self.translate_box, stretch=3)
        )
        whole.addWidget(self.mapping)
        whole.addWidget(self.merges)
        filters = _in_a_row(*self.filters.values(), stretch=len(self.filters))
        filters.addWidget(self.all_button)
        filters.addWidget(self.none_button)
        whole.addLayout(filters)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.page)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([680, 360])
        whole.addWidget(split, 1)
        whole.addWidget(self.progress)
        below = QHBoxLayout()
        below.addWidget(self.undo_line, 1)
        below.addStretch(1)
        below.addWidget(self.cancel_button)
        below.addWidget(self.import_button)
        whole.addLayout(below)

    def name(self) -> None:
        """Write on everything what it is, in the language of now."""
        self.setWindowTitle(self.tr("Import replies"))
        self.files_button.setText(self.tr("Choose files…"))
        self._encoding_label.setText(self.tr("Encoding"))
        self.encoding.setItemText(0, encoding_name(""))
        self.encoding.setAccessibleName(self.tr("Encoding"))
        self.translate_box.setText(self.tr("Translate placeholders"))
        self.translate_box.setToolTip(
            self.tr("{姓名}, [name], XX and the like become fields that are asked for.")
        )
        self.all_button.setText(self.tr("Choose all shown"))
        self.none_button.setText(self.tr("Choose none shown"))
        self.table.setAccessibleName(self.tr("What would come in"))
        self.page.setAccessibleName(self.tr("The chosen row in full"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.import_button.setText(self.tr("Import"))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Write the counts on the filters; those that show nothing are hidden."""
        for name, button in self.filters.items():
            button.setText(f"{status_name(name)}  {counts[name]}")
            button.setVisible(counts[name] > 0 or name == FILTERS[0])


def _in_a_row(*widgets: QWidget, stretch: int) -> QHBoxLayout:
    """Side by side; what is left of the room goes to the widget `stretch`, or behind the last."""
    row = QHBoxLayout()
    for at, widget in enumerate(widgets):
        row.addWidget(widget, 1 if at == stretch else 0)
    if stretch >= len(widgets):
        row.addStretch(1)
    return row


def _table(rows: Rows) -> QTableView:
    table = QTableView()
    table.setModel(rows)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(round(table.fontMetrics().height() * 1.8))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    for column, width in enumerate(_WIDTHS):
        if width:
            header.resizeSection(column, width * em(table))
    return table
