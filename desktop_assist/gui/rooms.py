"""The windows that one stays in for a while. Each is made when it is first wanted."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_assist.core.action import Action
from desktop_assist.core.combination import BadCombination, Combination
from desktop_assist.core.replies.library import Entry
from desktop_assist.errors import AssistError
from desktop_assist.gui.company import Company
from desktop_assist.gui.import_window.exporting import Exporting
from desktop_assist.gui.import_window.ports import ImportPorts
from desktop_assist.gui.import_window.window import ImportWindow
from desktop_assist.gui.learning_room.joined import room_ports
from desktop_assist.gui.learning_room.window import LearningRoom
from desktop_assist.gui.library.joined import Examples, library_ports, picture_of
from desktop_assist.gui.library.window import LibraryWindow
from desktop_assist.gui.look.placing import bring_up
from desktop_assist.gui.statistics.window import StatisticsPorts, StatisticsWindow
from desktop_assist.gui.tour.ports import PackChoice, TourPorts
from desktop_assist.gui.tour.window import Tour
from desktop_assist.settings import Settings


class Rooms(QObject):
    """Opens them, and passes on what comes of it."""

    listening = Signal(bool)
    """Whether a combination is being recorded somewhere."""
    palette_wanted = Signal()
    edit_wanted = Signal(str)
    """The key of a reply to edit, empty for a new one."""
    copy_wanted = Signal(str, tuple)
    """A key, and the templates of the wording to put on the clipboard."""
    show_wanted = Signal(str)
    """The key of a reply to show in the palette."""
    library_changed = Signal()
    notice = Signal(object, bool)

    def __init__(self, company: Company) -> None:
        super().__init__()
        self._company = company
        self._preferences = company.preferences
        self._shelf = company.shelf
        self._stores = company.stores
        self._examples = Examples(company.replies, company.templates, datetime.date.today)
        self._tour: Tour | None = None
        self._library: LibraryWindow | None = None
        self._import: ImportWindow | None = None
        self._statistics: StatisticsWindow | None = None
        self._learning: LearningRoom | None = None

    def tour(self) -> None:
        """Lead through the program, from the first page on."""
        if self._tour is None:
            self._tour = Tour(self._tour_ports())
            self._tour.palette_wanted.connect(self.palette_wanted)
            self._tour.listening.connect(self.listening)
            self._tour.ended.connect(self._keep_settings)
        self._tour.restart()
        bring_up(self._tour)

    def library(self, key: str = "") -> None:
        """Open the library, at the reply of `key` if there is one."""
        if self._library is None:
            self._library = self._make_library()
        else:
            self._library.refresh()
        if key:
            self._library.show_reply(key)
        bring_up(self._library)

    def _make_library(self) -> LibraryWindow:
        window = LibraryWindow(
            library_ports(
                self._shelf,
                self._stores.usage,
                self._company.changes,
                self._examples,
                self._stores.pictures,
                self._company.background,
                self._language,
            )
        )
        window.edit_wanted.connect(self.edit_wanted)
        window.copy_wanted.connect(self.copy_wanted)
        window.palette_wanted.connect(self.show_wanted)
        exporting = Exporting(window, self._picture, datetime.datetime.now)
        exporting.told.connect(window.tell)
        exporting.failed.connect(window.fail)
        window.export_wanted.connect(exporting.ask)
        window.import_wanted.connect(self.importing)
        window.library_changed.connect(self.library_changed)
        return window

    def _picture(self, entry: Entry) -> Path | None:
        return picture_of(entry, self._stores.pictures, self._shelf)

    def importing(self) -> None:
        """Open the window that brings replies from other tools' files."""
        self._shelf.need_rules()
        if self._import is None:
            self._import = ImportWindow(
                ImportPorts(
                    entries=lambda: [*self._shelf.library, *self._shelf.library.hidden()],
                    changes=self._company.changes,
                    background=self._company.background,
                    check=self._shelf.check,
                    keep_picture=self._stores.pictures.keep,
                )
            )
            self._import.library_changed.connect(self.library_changed)
        bring_up(self._import)

    def learning(self) -> None:
        """Open the reading room."""
        self._shelf.need_rules()
        if self._learning is None:
            ports = room_ports(self._shelf, self._stores.progress, self._example, self._language)
            self._learning = LearningRoom(ports)
        self._learning.open_room()

    def refresh(self) -> None:
        """Show anew what depends on the library."""
        if self._library is not None and self._library.isVisible():
            self._library.refresh()
        if self._learning is not None and self._learning.isVisible():
            self._learning.reload()

    def close(self) -> None:
        """Keep what is being typed, before the program ends."""
        if self._learning is not None:
            self._learning.close()

    def _language(self) -> str:
        return self._company.languages.current

    def _example(self, entry: Entry) -> str:
        return self._examples.example(entry, entry.snippet.parts).text

    def statistics(self) -> None:
        """Show the figures of now."""
        if self._statistics is None:
            self._statistics = StatisticsWindow(self._statistics_ports())
            self._statistics.reply_wanted.connect(self.library)
        self._statistics.open_window()

    def _statistics_ports(self) -> StatisticsPorts:
        return StatisticsPorts(
            days=self._stores.day_book.days,
            library=lambda: self._shelf.library,
            standing=self._stores.usage.standing,
            today=datetime.date.today,
            rate=lambda: self._preferences.settings.typing_rate,
            forget=self._forget_figures,
        )

    def _forget_figures(self) -> None:
        """Raises AssistError: something could not be forgotten."""
        self._stores.usage.forget_uses()
        self._stores.day_book.forget()
        self._shelf.rank()

    def _tour_ports(self) -> TourPorts:
        return TourPorts(
            settings=lambda: self._preferences.settings,
            change=self._change,
            packs=self._packs,
            hotkey_problem=self._company.hotkeys.problem_with,
            alternatives=self._company.hotkeys.alternatives,
            palette_keys=self._palette_keys,
        )

    def _packs(self) -> list[PackChoice]:
        packs = self._shelf.packs
        return [
            PackChoice(
                pack.manifest.id,
                pack.manifest.title,
                pack.manifest.description,
                len(pack.snippets),
            )
            for pack in packs
        ]

    def _palette_keys(self) -> str:
        text = self._preferences.settings.hotkeys.get(Action.PALETTE.value, "")
        try:
            return Combination.parse(text).shown if text else ""
        except BadCombination:  # told in the settings; the tour offers its button
            return ""

    def _keep_settings(self) -> None:
        """The settings of a first start are kept, so that the tour does not come again."""
        self._change(self._preferences.settings)

    def _change(self, settings: Settings) -> None:
        try:
            self._preferences.change(settings)
        except AssistError as error:
            self.notice.emit(error.message, True)
