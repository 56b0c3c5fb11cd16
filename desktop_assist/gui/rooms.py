"""The windows that one stays in for a while. Each is made when it is first wanted."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QObject, Signal

from desktop_assist.core.action import Action
from desktop_assist.core.combination import BadCombination, Combination
from desktop_assist.errors import AssistError
from desktop_assist.gui.app_stores import Stores
from desktop_assist.gui.look.placing import bring_up
from desktop_assist.gui.settings.preferences import Preferences
from desktop_assist.gui.shelf import Shelf
from desktop_assist.gui.statistics.window import StatisticsPorts, StatisticsWindow
from desktop_assist.gui.tour.ports import PackChoice, TourPorts
from desktop_assist.gui.tour.window import Tour
from desktop_assist.services.hotkeys import HotkeyService
from desktop_assist.settings import Settings


class Rooms(QObject):
    """Opens them, and passes on what comes of it."""

    listening = Signal(bool)
    """Whether a combination is being recorded somewhere."""
    palette_wanted = Signal()
    reply_wanted = Signal(str)
    """The key of a reply that is to be seen or edited."""
    notice = Signal(object, bool)

    def __init__(
        self, preferences: Preferences, shelf: Shelf, hotkeys: HotkeyService, stores: Stores
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._shelf = shelf
        self._hotkeys = hotkeys
        self._stores = stores
        self._tour: Tour | None = None
        self._statistics: StatisticsWindow | None = None

    def tour(self) -> None:
        """Lead through the program, from the first page on."""
        if self._tour is None:
            self._tour = Tour(self._tour_ports())
            self._tour.palette_wanted.connect(self.palette_wanted)
            self._tour.listening.connect(self.listening)
            self._tour.ended.connect(self._keep_settings)
        self._tour.restart()
        bring_up(self._tour)

    def statistics(self) -> None:
        """Show the figures of now."""
        if self._statistics is None:
            self._statistics = StatisticsWindow(self._statistics_ports())
            self._statistics.reply_wanted.connect(self.reply_wanted)
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
            hotkey_problem=self._hotkeys.problem_with,
            alternatives=self._hotkeys.alternatives,
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
