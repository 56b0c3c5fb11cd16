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
from desktop_assist.gui.library.flow import FlowLayout
from desktop_assist.gui.look.placing import em, open_size
from desktop_assist.gui.settings.rows import QuietComboBox
from desktop_assist.gui.undo_line import UndoLine
from desktop_assist.packs.exchange.encodings import ENCODINGS

_WIDTHS = (2, 7, 2, 6, 5, 3, 0)
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
        self.last_button = QPushButton()
        self.last_button.hide()
        self.progress = self._progress()
        self.import_button = QPushButton()
        self.import_button.setDefault(True)
        self.cancel_button = QPushButton()
        self._arrange()
        self.name()
        self.setMinimumSize(open_size(self, 30, 22))
        self.resize(open_size(self, 60, 40))

    def _progress(self) -> QProgressBar:
        bar = QProgressBar()
        bar.setRange(0, 1000)
        bar.setTextVisible(False)
        bar.setFixedHeight(em(self) // 3)
        bar.hide()
        return bar

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setSpacing(em(self) // 2)
        whole.addLayout(_in_a_row(self.files_button, self.told, stretch=1))
        whole.addLayout(
            _in_a_row(self._encoding_label, self.encoding, self.translate_box, stretch=3)
        )
        whole.addWidget(self.mapping)
        whole.addWidget(self.merges)
        whole.addWidget(self._filter_line())
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.page)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([2_000, 900])  # parts of the whole
        whole.addWidget(split, 1)
        whole.addWidget(self.progress)
        below = QHBoxLayout()
        below.addWidget(self.undo_line, 1)
        below.addWidget(self.last_button)
        below.addStretch(1)
        below.addWidget(self.cancel_button)
        below.addWidget(self.import_button)
        whole.addLayout(below)

    def _filter_line(self) -> QWidget:
        """The filters and what they are good for; in several lines where the window is narrow."""
        line = QWidget()
        flow = FlowLayout(line, em(self) // 2)
        for button in self.filters.values():
            flow.addWidget(button)
        both = QWidget()
        side_by_side = _in_a_row(self.all_button, self.none_button, stretch=2)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        both.setLayout(side_by_side)
        flow.addWidget(both)
        return line

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
        self.last_button.setText(self.tr("Take back the last import"))
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
