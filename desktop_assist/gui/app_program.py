"""The composition root: here, and only here, every part meets."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop_assist import bundled
from desktop_assist.core.replies.reply import ReplyContext
from desktop_assist.core.replies.template import Templates
from desktop_assist.gui.action_names import label_of_hotkey
from desktop_assist.gui.app_faults import Faults
from desktop_assist.gui.app_parts import (
    make_advice,
    make_gate,
    make_palette,
    make_review,
    make_shelf,
)
from desktop_assist.gui.app_ports import autostart_of, close_ports, real_ports, typing_here
from desktop_assist.gui.app_starting import Starting
from desktop_assist.gui.app_stores import open_settings, open_stores
from desktop_assist.gui.app_wiring import wire_desk, wire_rooms, wire_tray
from desktop_assist.gui.background import Background
from desktop_assist.gui.binding import Binding
from desktop_assist.gui.checks.learning import Learning
from desktop_assist.gui.codes import Codes
from desktop_assist.gui.company import Company
from desktop_assist.gui.day_notes import DayNotes
from desktop_assist.gui.delivery import Delivery
from desktop_assist.gui.desk import Desk, Tools
from desktop_assist.gui.ending import EndOnSignal
from desktop_assist.gui.finder import Finder
from desktop_assist.gui.i18n import Languages, translated
from desktop_assist.gui.look.appearance import Appearance
from desktop_assist.gui.look.choosing import Look
from desktop_assist.gui.loop import QtLoop
from desktop_assist.gui.own_windows import QtOwnWindows
from desktop_assist.gui.palette.window import Waiting
from desktop_assist.gui.panel.beside import Beside
from desktop_assist.gui.requests import Requests
from desktop_assist.gui.rooms import Rooms
from desktop_assist.gui.serving import Serving
from desktop_assist.gui.settings.preferences import Preferences
from desktop_assist.gui.settings.system import SystemPorts
from desktop_assist.gui.side_windows import SideWindows
from desktop_assist.gui.syncing import Syncing
from desktop_assist.gui.trace import Trace
from desktop_assist.gui.tray.icon import Tray
from desktop_assist.gui.tray.notices import Notices
from desktop_assist.oslayer.keys.permission import DesktopPermission
from desktop_assist.oslayer.surroundings import Surroundings
from desktop_assist.services.draft import DraftTaker
from desktop_assist.services.hotkeys import HotkeyService
from desktop_assist.services.instance import InstanceServer, Reply, Request
from desktop_assist.services.library_changes import LibraryChanges
from desktop_assist.services.outcomes import lost_message
from desktop_assist.services.paster import Paster
from desktop_assist.services.replies import Replies
from desktop_assist.services.welcome import Welcomes
from desktop_assist.settings import Settings
from desktop_assist.store.home import Home
from desktop_assist.text import Message, say

if TYPE_CHECKING:
    from desktop_assist.gui.app_doctor import Doctor
    from desktop_assist.gui.doctor.self_test import Outcome


class Program:
    """Everything that lives as long as the tray icon."""

    def __init__(self, application: QApplication, home: Home, language: str = "") -> None:
        self._home = home
        self._application = application
        self._request_handler: Requests | None = None
        self._server = InstanceServer(home.folder, self._handle)
        self._server.start()
        self._loop = QtLoop()
        self._background = Background(self._loop)
        self._network = Background(self._loop)
        self._make_look(language)
        self._make_library()
        self._make_delivery()
        self._make_desk()
        self._make_windows()
        self._connect()
        self._trace = Trace.wanted(os.environ, application)
        EndOnSignal(application.quit, application)
        self._faults.catch_all()

    # Making the parts, each stage out of those before it

    def _make_look(self, language: str) -> None:
        application, resources = self._application, bundled.resources()
        self._preferences = Preferences(open_settings(self._home))
        self._look = Look(
            Languages(application, resources / "translations"),
            Appearance(application),
            self._preferences.settings,
            language,
        )
        self._tray = Tray(resources / "icons")
        self._notices = Notices(lambda: self._preferences.settings, self._tray.notify)
        self._faults = Faults(self._notices, self._loop, self._home.folder, application.quit)

    def _make_library(self) -> None:
        home, stores = self._home, open_stores(self._home, self._faults.not_saved)
        self._stores = stores
        self._finder = Finder(
            home.cache / "search", self._background, self._found_more, self._tell_problem
        )
        language = self._look.languages
        self._shelf = make_shelf(
            home, stores, self._finder, lambda: language.current, self._library_changed
        )
        self._changes = LibraryChanges(
            self._shelf.original,
            stores.own.layer,
            stores.edits,
            datetime.datetime.now,
        )
        self._day_notes = DayNotes(stores.day_book, datetime.date.today)
        self._learning = Learning(stores.exceptions, self._shelf, self._preferences)
        self._advice = make_advice(self._shelf, stores)

    def _make_delivery(self) -> None:
        backend = self._preferences.settings.hotkey_backend
        self._permission = DesktopPermission(
            self._home.key_permission, lambda: self._loop.post(self._side.refresh)
        )
        around = Surroundings(
            environment=os.environ,
            own_windows=QtOwnWindows(self._application),
            told=lambda message: self._loop.post(lambda: self._tell_problem(message)),
            describe=lambda combination: label_of_hotkey(self._hotkeys.name_of(combination)),
            later=self._loop.later,
            permission=self._permission,
        )
        self._ports, self._why_hotkeys = real_ports(
            around, backend, lambda: self._loop.post(self._front_changed)
        )
        self._paster = Paster(
            self._loop, self._ports, lambda formats: self._tell_problem(lost_message(formats))
        )
        self._templates = Templates()
        self._replies = Replies(self._templates, self._context, translated)
        self._serving = Serving(self._ports.windows)
        self._gate = make_gate(self._shelf, self._stores)
        self._delivery = Delivery(
            self._shelf,
            self._stores.usage,
            self._replies,
            self._paster,
            self._serving,
            self._gate,
        )

    def _make_desk(self) -> None:
        shelf, usage = self._shelf, self._stores.usage
        self._palette = make_palette(shelf, self._stores, self._replies, self._waiting)
        self._review = make_review(self._templates)
        clipboards = self._ports.clipboards
        tools = Tools(
            loop=self._loop,
            shelf=shelf,
            usage=usage,
            welcomes=Welcomes(lambda: shelf.library, self._context, usage.next_variant),
            paster=self._paster,
            drafts=DraftTaker(self._loop, self._ports),
            said=clipboards.get("both") or clipboards["clipboard"],
            serving=self._serving,
            delivery=self._delivery,
            learning=self._learning,
            advice=self._advice,
        )
        self._desk = Desk(tools, self._palette, self._review)
        self._hotkeys = HotkeyService(self._ports.hotkeys, self._loop, self._desk.hotkey)
        self._binding = Binding(
            self._hotkeys, shelf, self._preferences, self._tray, self._tell_problem
        )

    def _make_windows(self) -> None:
        self._codes = Codes(
            loop=self._loop,
            choose=lambda: typing_here(os.environ),
            ports=self._ports,
            paster=self._paster,
            shelf=self._shelf,
            desk=self._desk,
            delivery=self._delivery,
            preferences=self._preferences,
            tell=self._notices.tell,
        )
        self._syncing = Syncing(
            self._home.channels,
            self._home.cache,
            self._loop,
            lambda: self._stores.day_book.days().days,
        )
        self._beside = Beside(
            self._shelf,
            lambda entry: self._replies.preview(entry, entry.snippet.parts, {}),
            self._ports.windows,
            self._serving,
            self._loop,
            self._preferences,
        )
        company = Company(
            preferences=self._preferences,
            languages=self._look.languages,
            stores=self._stores,
            shelf=self._shelf,
            changes=self._changes,
            learning=self._learning,
            advice=self._advice,
            templates=self._templates,
            replies=self._replies,
            hotkeys=self._hotkeys,
            background=self._background,
            network=self._network,
            home=self._home,
        )
        self._rooms = Rooms(company)
        self._side = SideWindows(
            company, self._why_hotkeys, bundled.resources() / "help", self._system
        )

    @cached_property
    def _doctor(self) -> Doctor:
        from desktop_assist.gui.app_doctor import Doctor  # noqa: PLC0415  seldom called, and heavy

        return Doctor(
            self._home,
            self._loop,
            self._background,
            self._ports,
            self._why_hotkeys,
            self._hotkeys,
            self._paster,
        )

    def _system(self) -> SystemPorts:
        autostart = autostart_of(self._home, os.environ)
        return SystemPorts(autostart, self._permission, self._doctor.ports())

    def _try_paste(self, told: Callable[[Outcome], None]) -> None:
        self._doctor.try_paste(told)

    def _waiting(self) -> Waiting | None:
        return self._desk.waiting()

    def _context(self) -> ReplyContext:
        return self._preferences.context(self._look.languages.current.replace("_", "-"))

    def _connect(self) -> None:
        tray, desk, side, rooms = self._tray, self._desk, self._side, self._rooms
        wire_tray(tray, desk, rooms, side, self._binding)
        wire_desk(desk, side, self._beside, self._binding, self._notices)
        wire_rooms(rooms, desk, side, self._binding, self._shelf, self._notices)
        tray.restore_wanted.connect(self._restore)
        tray.quit_wanted.connect(self._application.quit)
        tray.menu.aboutToShow.connect(self._renew_menu)
        self._binding.paused.connect(self._codes.pause)
        self._gate.edit_wanted.connect(side.edit)
        self._gate.found.connect(self._day_notes.found)
        desk.found.connect(self._day_notes.found)
        self._delivery.left_changed.connect(tray.set_restore)
        self._delivery.notice.connect(self._notices.tell)
        self._delivery.sent.connect(self._advice.sent)
        self._delivery.used.connect(self._day_notes.used)
        rooms.packs_changed.connect(self._read_packs)
        self._syncing.changed.connect(self._read_packs)
        self._syncing.notice.connect(self._notices.tell)
        self._preferences.changed.connect(self._apply)
        self._look.languages.changed.connect(lambda _language: self._shelf.renew())

    # Starting

    def start(self, started_at: float) -> None:
        """Bring up the tray; the library and its like follow."""
        self._apply(self._preferences.settings)
        self._tray.set_status(self._why_hotkeys)
        self._tray.show()
        if self._trace is not None:
            self._trace.note("tray_shown", round(started_at * 1e9))
            for window in (self._palette, self._review, self._gate.window):
                self._trace.watch(window)
        self._request_handler = Requests(
            self._loop,
            self._desk,
            self._shelf,
            self._replies,
            self._hotkeys,
            self._notices,
            self._ports.hotkeys.name,
            self._application.quit,
            try_paste=self._try_paste,
        )
        Starting(
            loop=self._loop,
            background=self._background,
            preferences=self._preferences,
            notices=lambda: self._stores.notices,
            tell=self._tell_problem,
            faults=self._faults,
            shelf=self._shelf,
            palette=self._palette,
            syncing=self._syncing,
            rooms=self._rooms,
            side=self._side,
        ).begin()

    # What happens

    def _apply(self, settings: Settings) -> None:
        self._look.choose(settings)
        self._tray.retranslate()
        self._delivery.settings = settings
        self._shelf.serve(settings.shop, self._look.languages.current)
        self._shelf.choose_families(
            frozenset(settings.families_off),
            checker_on=settings.checker_on,
            second_opinion=settings.second_opinion,
            levels=settings.levels,
        )
        self._shelf.choose_packs(frozenset(settings.packs_off))
        self._permission.want(settings.portal_keys)
        self._beside.apply(settings)
        self._codes.apply()
        self._binding.bind()
        self._side.refresh()

    def _tell_problem(self, message: Message) -> None:
        self._notices.tell(message, True)

    def _library_changed(self) -> None:
        self._binding.bind()
        self._side.refresh()
        self._advice.renew()
        self._background.run(self._advice.make, self._advice.use)
        self._beside.refresh()
        self._rooms.refresh()
        self._codes.apply()
        if self._palette.isVisible():
            self._palette.refresh()

    def _read_packs(self) -> None:
        self._background.run(self._shelf.read_packs, self._shelf.use_packs)

    def _found_more(self) -> None:
        if self._palette.isVisible():
            self._palette.refresh()
        self._beside.refresh()

    def _renew_menu(self) -> None:
        self._tray.set_restore(self._paster.has_left_reply)
        self._tray.set_channels(self._syncing.status())

    def _front_changed(self) -> None:
        self._paster.front_changed()
        self._beside.front_changed()
        self._codes.front_changed()

    def _restore(self) -> None:
        self._paster.restore_now()
        self._tray.set_restore(False)

    def _handle(self, request: Request) -> Reply:
        if self._request_handler is None:
            return Reply(
                ok=False, message=translated(say("Instance", "Desktop Assist is starting."))
            )
        return self._request_handler.handle(request)

    def close(self) -> None:
        """Give everything back; the clipboard is handed on where someone takes it."""
        self._server.close()
        self._rooms.close()
        self._syncing.close()
        self._tray.hide()
        self._hotkeys.stop()
        self._finder.stop()
        self._codes.stop()
        self._beside.stop()
        close_ports(self._ports)
        self._background.close()
        self._network.close()
        self._stores.writer.close()
