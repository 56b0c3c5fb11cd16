"""The filters above the cards: a row of chips, each with a menu of what there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_assist.core.replies.filters import Filter
from desktop_assist.core.replies.library import OWN_PACK
from desktop_assist.gui.library.flow import FlowLayout
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.palette.tones import language_name

Offered = Mapping[str, Mapping[str, int]]
"""For each part of a filter the values that occur, with how many replies have them."""

_FACETS = ("roles", "stages", "customers", "tones", "languages", "packs", "tags")
_SWITCHES = ("expired", "unused", "changed", "duplicates")
_LONGEST = 18
"""The characters of what was chosen that a chip shows."""


class FilterBar(QWidget):
    """Every chip that is pressed narrows the list; several values of one chip widen it again."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = Filter()
        self._offered: Callable[[], Offered] = dict
        self._pack_titles: Mapping[str, str] = {}
        row = FlowLayout(self, em(self) // 4)
        self.facets = {name: self._facet(name) for name in _FACETS}
        self.switches = {name: self._switch(name) for name in _SWITCHES}
        self._clear = QPushButton(self.tr("Clear filters"), self)
        self._clear.clicked.connect(self.clear)
        for button in (*self.facets.values(), *self.switches.values(), self._clear):
            button.setProperty("role", "chip")
            row.addWidget(button)
        self._say()

    @property
    def filter(self) -> Filter:
        """What is chosen now."""
        return self._filter

    def offer(self, offered: Callable[[], Offered], pack_titles: Mapping[str, str]) -> None:
        """Offer what there is, with how many replies have it; what is chosen stays chosen.

        `offered` is asked when a menu opens, and not before.
        """
        self._offered = offered
        self._pack_titles = pack_titles
        self._say()

    def clear(self) -> None:
        """Choose nothing."""
        self.choose(Filter())

    def set_switch(self, name: str, on: bool) -> None:
        """Choose or leave one of `expired`, `unused`, `changed`, `duplicates`."""
        self.choose(_with(self._filter, name, on))

    def _facet(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        menu = QMenu(button)
        menu.aboutToShow.connect(partial(self._fill, name, menu))
        button.clicked.connect(lambda: self._open(button, menu))
        return button

    def _open(self, button: QPushButton, menu: QMenu) -> None:
        self._say()  # a click has turned the chip over: what is chosen says how it stands
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _switch(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        button.clicked.connect(partial(self.set_switch, name))
        return button

    def _fill(self, name: str, menu: QMenu) -> None:
        menu.clear()
        chosen: frozenset[str] = getattr(self._filter, name)
        offered: Mapping[str, int] = self._offered().get(name, {})
        for value in dict.fromkeys((*offered, *sorted(chosen))):
            shown = f"{self._value_name(name, value)}   {offered.get(value, 0)}"
            action = QAction(shown.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.toggled.connect(partial(self._toggle, name, value))
            menu.addAction(action)
        if menu.isEmpty():
            nothing = menu.addAction(self.tr("No reply says anything about it"))
            nothing.setEnabled(False)

    def _toggle(self, name: str, value: str, on: bool) -> None:
        chosen: frozenset[str] = getattr(self._filter, name)
        self.choose(_with(self._filter, name, chosen | {value} if on else chosen - {value}))

    def choose(self, chosen: Filter) -> None:
        """Choose exactly this."""
        if chosen != self._filter:
            self._filter = chosen
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        names = self._names()
        for name, button in self.facets.items():
            chosen = sorted(getattr(self._filter, name))
            told = ", ".join(self._value_name(name, one) for one in chosen)
            shown = f"{names[name]}: {_short(told)}" if chosen else names[name]
            button.setText(f"{shown.replace('&', '&&')} ▾")
            button.setChecked(bool(chosen))
            button.setAccessibleName(f"{names[name]}: {told}" if chosen else names[name])
            button.setToolTip(told or self.tr("Show only replies of a chosen kind"))
        hints = self._hints()
        for name, button in self.switches.items():
            button.setText(names[name])
            button.setChecked(bool(getattr(self._filter, name)))
            button.setToolTip(hints[name])
        self._clear.setVisible(not self._filter.is_empty)

    def _value_name(self, name: str, value: str) -> str:
        if name == "languages":
            return language_name(value)
        if name == "packs":
            return self.tr("Mine") if value == OWN_PACK else self._pack_titles.get(value) or value
        tones = {"formal": self.tr("Formal"), "warm": self.tr("Warm")}
        return tones.get(value, value) if name == "tones" else value

    def _names(self) -> Mapping[str, str]:
        return {
            "roles": self.tr("Role"),
            "stages": self.tr("Stage"),
            "customers": self.tr("Customer"),
            "tones": self.tr("Tone"),
            "languages": self.tr("Language"),
            "packs": self.tr("Pack"),
            "tags": self.tr("Tag"),
            "expired": self.tr("Expired"),
            "unused": self.tr("Unused"),
            "changed": self.tr("Changed"),
            "duplicates": self.tr("Duplicates"),
        }

    def _hints(self) -> Mapping[str, str]:
        return {
            "expired": self.tr("Only replies whose time is over"),
            "unused": self.tr("Only replies that you have never used"),
            "changed": self.tr("Only the team’s replies that you have changed"),
            "duplicates": self.tr("Only replies that are nearly the same as another"),
        }


def _with(chosen: Filter, name: str, value: object) -> Filter:
    return replace(chosen, **{name: value})  # type: ignore[arg-type]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
