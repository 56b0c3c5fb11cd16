"""Makes the windows of `rooms`. Imported with the first of them, for most starts open none."""

from __future__ import annotations

import datetime
from pathlib import Path

from desktop_assist.core.action import Action
from desktop_assist.core.combination import BadCombination, Combination
from desktop_assist.core.replies.library import Entry
from desktop_assist.gui.channel_window.joined import channel_ports
from desktop_assist.gui.channel_window.window import ChannelWindow
from desktop_assist.gui.company import Company
from desktop_assist.gui.import_window.exporting import Exporting
from desktop_assist.gui.import_window.ports import ImportPorts
from desktop_assist.gui.import_window.window import ImportWindow
from desktop_assist.gui.learning_room.joined import room_ports
from desktop_assist.gui.learning_room.window import LearningRoom
from desktop_assist.gui.library.joined import Examples, library_ports, picture_of
from desktop_assist.gui.library.window import LibraryWindow
from desktop_assist.gui.settings.key_names import shown
from desktop_assist.gui.statistics.window import StatisticsPorts, StatisticsWindow
from desktop_assist.gui.tour.ports import Change, PackChoice, TourPorts
from desktop_assist.gui.tour.window import Tour


class RoomMaking:
    """Puts each window together from the parts of the program."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self._shelf = company.shelf
        self._stores = company.stores
        self._examples = Examples(company.replies, company.templates, datetime.date.today)

    def library(self) -> LibraryWindow:
        """The library, with what writes replies for other tools."""
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
        exporting = Exporting(
            window, self._picture, datetime.datetime.now, self._company.background
        )
        exporting.told.connect(window.tell)
        exporting.failed.connect(window.fail)
        window.export_wanted.connect(exporting.ask)
        return window

    def importing(self) -> ImportWindow:
        """What brings replies from other tools' files."""
        return ImportWindow(
            ImportPorts(
                entries=lambda: [*self._shelf.library, *self._shelf.library.hidden()],
                changes=self._company.changes,
                background=self._company.background,
                check=self._shelf.check,
                keep_picture=self._stores.pictures.keep,
                last=self._stores.last_import,
            )
        )

    def learning(self) -> LearningRoom:
        """The reading room."""
        progress = self._stores.progress
        return LearningRoom(room_ports(self._shelf, progress, self._example, self._language))

    def statistics(self) -> StatisticsWindow:
        """The figures."""
        return StatisticsWindow(
            StatisticsPorts(
                days=self._stores.day_book.days,
                library=lambda: self._shelf.library,
                standing=self._stores.usage.standing,
                today=datetime.date.today,
                rate=lambda: self._company.preferences.settings.typing_rate,
                forget=self._forget_figures,
            )
        )

    def channels(self) -> ChannelWindow:
        """Team packs, for agents and leads."""
        company = self._company
        return ChannelWindow(channel_ports(company.home, company, company.network))

    def tour(self, change: Change) -> Tour:
        """The tour; `change` puts settings in force."""
        return Tour(
            TourPorts(
                settings=lambda: self._company.preferences.settings,
                change=change,
                packs=self._packs,
                hotkey_problem=self._company.hotkeys.problem_with,
                alternatives=self._company.hotkeys.alternatives,
                palette_keys=self._palette_keys,
            )
        )

    def _language(self) -> str:
        return self._company.languages.current

    def _picture(self, entry: Entry) -> Path | None:
        return picture_of(entry, self._stores.pictures, self._shelf)

    def _example(self, entry: Entry) -> str:
        return self._examples.text(entry)

    def _forget_figures(self) -> None:
        """Raises AssistError: something could not be forgotten."""
        self._stores.usage.forget_uses()
        self._stores.day_book.forget()
        self._shelf.rank()

    def _packs(self) -> list[PackChoice]:
        """Those in the interface's language first."""
        mine = self._language()[:2]
        packs = sorted(
            self._shelf.packs,
            key=lambda pack: mine not in {tag[:2] for tag in pack.manifest.languages},
        )
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
        text = self._company.preferences.settings.hotkeys.get(Action.PALETTE.value, "")
        try:
            return shown(Combination.parse(text)) if text else ""
        except BadCombination:  # told in the settings; the tour offers its button
            return ""
