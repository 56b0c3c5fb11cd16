"""The menu that puts a field into a text where the cursor stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QPushButton, QWidget

from desktop_assist.core.replies.reply import BUILT_IN, label_of, undeclared_field
from desktop_assist.core.replies.snippet import Field

_KEY = "Alt+F"


class InsertField(QPushButton):
    """Offers the fields that are declared, those that the program knows, and a new one."""

    def __init__(
        self,
        box: Callable[[], QPlainTextEdit],
        fields: Callable[[], Iterable[Field]],
        declare: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """`box` is the text to put it into; `declare` begins a new field."""
        super().__init__(parent)
        self._box = box
        self._fields = fields
        self._declare = declare
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setText(self.tr("Insert a field") + " ▾")
        self.setToolTip(
            self.tr("Puts a place into the text that is filled for each customer") + f"  ({_KEY})"
        )
        self.setShortcut(_KEY)
        self.clicked.connect(self.open)

    @property
    def menu_shown(self) -> QMenu:
        return self._menu

    def open(self) -> None:
        """Open the menu under the button."""
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def insert(self, name: str) -> None:
        """Put the field `name` where the cursor stands: one step for Ctrl+Z."""
        box = self._box()
        box.insertPlainText(f"{{{{ {name} }}}}")
        box.setFocus()

    def _fill(self) -> None:
        self._menu.clear()
        declared = [field for field in self._fields() if field.name]
        for field in declared:
            self._add(field.name, label_of(field))
        if declared:
            self._menu.addSeparator()
        language = QLocale().name().replace("_", "-")
        known = sorted(BUILT_IN - {field.name for field in declared})
        for name in known:
            self._add(name, label_of(undeclared_field(name, language)))
        self._add("cursor", self.tr("Where you type on"))
        self._menu.addSeparator()
        new = self._menu.addAction(self.tr("A new field …"))
        new.triggered.connect(lambda _checked: self._declare())

    def _add(self, name: str, label: str) -> None:
        action = QAction(f"{label}   {name}".replace("&", "&&"), self._menu)
        action.triggered.connect(partial(self._insert_triggered, name))
        self._menu.addAction(action)

    def _insert_triggered(self, name: str, _checked: bool = False) -> None:
        self.insert(name)
