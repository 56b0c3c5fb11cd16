"""The settings window, made from the declarations in `settings`. A change applies at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.gui.doctor.view import DoctorView
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.placing import em, open_size
from desktop_assist.gui.settings.exceptions import ExceptionsList
from desktop_assist.gui.settings.hotkeys import Alternatives, HotkeyPage, HotkeyProblem, Titles
from desktop_assist.gui.settings.levels import LevelsTable, programs_of
from desktop_assist.gui.settings.programs import ProgramsTable
from desktop_assist.gui.settings.rows import control_for, heading_label, muted_label
from desktop_assist.gui.settings.system import (
    PermissionSwitch,
    StartSwitch,
    SystemPorts,
    SystemSwitch,
)
from desktop_assist.settings import Option, Settings, options
from desktop_assist.store.exceptions_store import TaughtException
from desktop_assist.text import Message

_PAGES = ("general", "hotkeys", "paste", "checker")


class SettingsWindow(QWidget):
    """Shows `Settings` and tells each change as a whole new value."""

    changed = Signal(object)
    """The new `Settings`."""
    listening = Signal(bool)
    """Whether a combination is being recorded: hotkeys must rest meanwhile."""
    picks_forget_wanted = Signal()
    """Whatever suggestions have learnt is to be forgotten."""
    forget_wanted = Signal(object)
    """The `Phrase` of an exception to the checker's rules that is to go."""

    def __init__(
        self,
        settings: Settings,
        hotkey_problem: HotkeyProblem,
        alternatives: Alternatives,
        snippets: Titles,
        status: Callable[[], Message],
        families: Titles = tuple,
        exceptions: Callable[[], Sequence[TaughtException]] = tuple,
        packs: Titles = tuple,
        *,
        system: SystemPorts | None = None,
    ) -> None:
        """`families` gives the rule families that are loaded: name and title; `packs` the packs.

        `exceptions` gives what the agent called “not a problem”.
        """
        super().__init__()
        self._system = system or SystemPorts()
        self._doctor = DoctorView(self._system.doctor) if self._system.doctor else None
        self._settings = settings
        self._hotkey_problem = hotkey_problem
        self._alternatives = alternatives
        self._snippets = snippets
        self._status = status
        self._families = families
        self._exceptions = exceptions
        self._packs = packs
        self.pages = QListWidget()
        self.stack = QStackedWidget()
        self.pages.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.pages.setFrameShape(QFrame.Shape.NoFrame)
        self.pages.setViewportMargins(*4 * (self.fontMetrics().height() // 2,))
        self.pages.viewport().setAutoFillBackground(False)
        self.pages.setAccessibleName(self.tr("Pages"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pages)
        layout.addWidget(self.stack, 1)
        self._fill()
        self.resize(open_size(self, 42, 32))
        self.pages.setFixedWidth(min(8 * em(self), self.width() // 3))

    @property
    def settings(self) -> Settings:
        return self._settings

    def show_settings(self, settings: Settings) -> None:
        """Show values that changed elsewhere; no signal comes of it."""
        if settings != self._settings:
            self._settings = settings
            self._fill()

    def refresh(self) -> None:
        """Ask anew for the replies and how hotkeys are heard; nothing moves if they are the same.

        The pages must not be made again in the middle of recording a combination.
        """
        if self._asked() != self._shown:
            self._fill()
        else:
            self._look_at_system()

    def _look_at_system(self) -> None:
        for switch in self.findChildren(SystemSwitch):
            switch.look()

    def _asked(self) -> tuple[object, ...]:
        told = self.tr("Settings"), translated(self._status())
        named = [list(ask()) for ask in (self._snippets, self._families, self._packs)]
        return *told, list(self._exceptions()), *named

    def open_at(self, page: str) -> None:
        """Show the window on a page: `general`, `hotkeys`, `paste`, `checker` or `doctor`."""
        self.pages.setCurrentRow((*_PAGES, "doctor").index(page))
        self.show()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._look_at_system()  # the user may come from the settings of the system
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._look_at_system()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._finish_line()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._finish_line()
        super().hideEvent(event)

    def _finish_line(self) -> None:
        """A line that is still being typed in counts when the window goes."""
        for line in self.findChildren(QLineEdit):
            if line.isModified():
                line.editingFinished.emit()

    def _fill(self) -> None:
        self._finish_line()
        self._shown = self._asked()
        row = max(self.pages.currentRow(), 0)
        self.setWindowTitle(self.tr("Settings"))
        self.pages.blockSignals(True)
        self.pages.clear()
        while (old := self.stack.widget(0)) is not None:
            self.stack.removeWidget(old)
            if old is not self._doctor:
                old.setParent(None)
                old.deleteLater()
        names = (self.tr("General"), self.tr("Hotkeys"), self.tr("Paste"), self.tr("Checker"))
        for page, name in zip(_PAGES, names, strict=True):
            self._add_page(name, self._page(page, name))
        if self._doctor is not None:
            self._add_page(self.tr("Doctor"), self._doctor)
        self.pages.blockSignals(False)
        self.pages.setCurrentRow(row)
        self.stack.setCurrentIndex(row)

    def _add_page(self, name: str, page: QWidget) -> None:
        item = QListWidgetItem(name, self.pages)
        item.setSizeHint(QSize(0, 2 * self.fontMetrics().height()))
        self.stack.addWidget(page)

    def _page(self, page: str, name: str) -> QScrollArea:
        content = QWidget()
        layout = QVBoxLayout(content)
        line = self.fontMetrics().height()
        layout.setContentsMargins(line + line // 2, line, line + line // 2, line)
        layout.setSpacing(line // 3)
        layout.addWidget(heading_label(name))
        if page == "hotkeys":
            layout.addWidget(muted_label(translated(self._status())))
        for option in options():
            if option.help.page == page:
                self._add_option(layout, option)
        if page == "checker":
            self._add_exceptions(layout)
        if page == "general":
            self._add_start(layout)
            self._add_picks(layout)
        layout.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        return area

    def _add_option(self, layout: QVBoxLayout, option: Option) -> None:
        control = self._control(option)
        if control is None:
            return
        self._add_part(layout, *self._words(option), control)

    def _add_exceptions(self, layout: QVBoxLayout) -> None:
        exceptions = ExceptionsList(self._exceptions())
        exceptions.forget_wanted.connect(self.forget_wanted)
        explanation = self.tr("Wordings with which a rule finds no fault any more.")
        self._add_part(layout, self.tr("“Not a problem”"), explanation, exceptions)

    def _add_start(self, layout: QVBoxLayout) -> None:
        if self._system.autostart is None:
            return
        switch = StartSwitch(self._system.autostart)
        switch.setObjectName("autostart")
        title = self.tr("Start at login")
        explanation = self.tr("The tray icon is there as soon as you have logged in.")
        switch.name(title, explanation)
        self._add_part(layout, title, explanation, switch)

    def _add_picks(self, layout: QVBoxLayout) -> None:
        button = QPushButton(self.tr("Forget"))
        button.setObjectName("forget_picks")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.picks_forget_wanted)
        explanation = self.tr(
            "Which reply you picked after which message; it stays on this computer."
        )
        self._add_part(layout, self.tr("What suggestions have learnt"), explanation, button)

    def _add_part(
        self, layout: QVBoxLayout, words: str, explanation: str, control: QWidget
    ) -> None:
        title = QLabel(words)
        title.setBuddy(control)
        layout.addSpacing(self.fontMetrics().height() // 2)
        layout.addWidget(title)
        layout.addWidget(muted_label(explanation))
        layout.addWidget(control)

    def _words(self, option: Option) -> tuple[str, str]:
        """An option's title and what it does; what is kept as “off” is shown as switched on."""
        if option.name == "families_off":
            return self.tr("Rule families"), self.tr("Only ticked families are checked.")
        if option.name == "packs_off":
            return self.tr("Packs"), self.tr("Only the replies of ticked packs are offered.")
        return translated(option.help.title), translated(option.help.text)

    def _control(self, option: Option) -> QWidget | None:
        special: Mapping[str, Callable[[], QWidget | None]] = {
            "hotkeys": self._hotkey_page,
            "slots": lambda: None,  # they stand on the page of the hotkeys
            "applications": self._programs_table,
            "families_off": lambda: self._switches(option.name, self._families()),
            "packs_off": lambda: self._switches(option.name, self._packs()),
            "levels": self._levels_table,
            "portal_keys": lambda: self._permission_switch(option),
        }
        if option.name in special:
            return special[option.name]()
        value = getattr(self._settings, option.name)
        return control_for(option, value, lambda new: self._change(option.name, new))

    def _programs_table(self) -> ProgramsTable:
        table = ProgramsTable(self._settings.applications)
        table.changed.connect(lambda rows: self._change("applications", rows))
        return table

    def _permission_switch(self, option: Option) -> PermissionSwitch | None:
        permission = self._system.permission
        if permission is None or not permission.applies:
            return None
        switch = PermissionSwitch(
            permission,
            self._settings.portal_keys,
            lambda wanted: self._change(option.name, wanted),
        )
        switch.setObjectName(option.name)
        switch.name(*self._words(option))
        return switch

    def _hotkey_page(self) -> HotkeyPage:
        settings = self._settings
        page = HotkeyPage(
            settings.hotkeys,
            settings.slots,
            self._hotkey_problem,
            self._alternatives,
            self._snippets,
        )
        page.hotkeys_changed.connect(lambda table: self._change("hotkeys", table))
        page.slots_changed.connect(lambda table: self._change("slots", table))
        page.listening.connect(self.listening)
        return page

    def _levels_table(self) -> LevelsTable | None:
        if not self._families():
            return None
        settings = self._settings
        programs = programs_of(settings.applications)
        table = LevelsTable(settings.levels, self._families(), programs)
        table.changed.connect(lambda rows: self._change("levels", rows))
        return table

    def _switches(self, option: str, names: Sequence[tuple[str, str]]) -> QWidget | None:
        """A tick for each name; what is kept are the names that are not ticked."""
        if not names:
            return None
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        for name, title in names:
            box = QCheckBox(title)
            box.setObjectName(f"{option}.{name}")
            box.setChecked(name not in getattr(self._settings, option))
            box.toggled.connect(lambda on, one=name: self._switch(option, one, on))
            layout.addWidget(box)
        return holder

    def _switch(self, option: str, name: str, on: bool) -> None:
        off = [one for one in getattr(self._settings, option) if one != name]
        self._change(option, tuple(off if on else (*off, name)))

    def _change(self, name: str, value: Any) -> None:
        if getattr(self._settings, name) == value:
            return
        self._settings = msgspec.structs.replace(self._settings, **{name: value})
        self.changed.emit(self._settings)
