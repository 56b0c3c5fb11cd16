"""The tray icon with its menu; where there is no tray, the same menu as a small window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop_assist.core.action import Action
from desktop_assist.core.combination import BadCombination, Combination
from desktop_assist.gui.action_names import action_name
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.settings.key_names import sequence_of
from desktop_assist.gui.tray.window import TrayWindow
from desktop_assist.text import Message

_ACTIONS = (Action.PALETTE, Action.WELCOME, Action.POLISH, Action.SUGGEST, Action.PANEL)
_LOOK_FOR_TRAY_MS = 3_000
_NOTICE_MS = 6_000


class Tray(QObject):
    """What the person sees of the program at rest. It decides nothing: it asks by signals."""

    wanted = Signal(object)
    """An `Action` was chosen in the menu."""
    library_wanted = Signal()
    learning_wanted = Signal()
    statistics_wanted = Signal()
    channels_wanted = Signal()
    tour_wanted = Signal()
    settings_wanted = Signal()
    help_wanted = Signal()
    doctor_wanted = Signal()
    pause_toggled = Signal(bool)
    restore_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, icons: Path, parent: QObject | None = None) -> None:
        """`icons` is the folder of the `desktop-assist-*.png` files."""
        super().__init__(parent)
        self._icon = icon_in(icons, "desktop-assist")
        self._paused_icon = icon_in(icons, "desktop-assist-paused")
        self._hotkeys: Mapping[str, str] = {}
        self._status: Message | None = None
        self._tray: QSystemTrayIcon | None = None
        self._window: TrayWindow | None = None
        self._search = QTimer(self)
        self._search.setInterval(_LOOK_FOR_TRAY_MS)
        self._search.timeout.connect(self.look_for_tray)
        self._menu = QMenu()
        self._menu.setToolTipsVisible(True)
        self._make_menu()
        self.retranslate()

    @property
    def menu(self) -> QMenu:
        return self._menu

    @property
    def window(self) -> TrayWindow | None:
        """The stand-in for a missing tray, while it is needed."""
        return self._window

    def show(self) -> None:
        """Appear in the tray, or as a window until a tray comes."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._enter_tray()
        else:
            self._show_window()
            self._search.start()

    def hide(self) -> None:
        self._search.stop()
        if self._tray is not None:
            self._tray.hide()
        if self._window is not None:
            self._window.close()

    def set_status(self, status: Message) -> None:
        """Say in the first line of the menu how hotkeys are heard, and why so."""
        self._status = status
        self._retell_status()

    def set_hotkeys(self, hotkeys: Mapping[str, str]) -> None:
        """Show the combination of each action; names are `Action` values."""
        self._hotkeys = dict(hotkeys)
        for action, item in self._items.items():
            item.setShortcut(self._sequence(action))

    def set_paused(self, paused: bool) -> None:
        """Show whether hotkeys rest; no signal comes of it."""
        self._pause.setChecked(paused)
        self._dress()

    def set_channels(self, channels: Sequence[Message]) -> None:
        """Say beneath the first line how each channel of packs stands."""
        self._channel_line.setText("  ·  ".join(_menu_line(translated(one)) for one in channels))
        self._channel_line.setVisible(bool(channels))

    def set_restore(self, offered: bool) -> None:
        """Offer to bring back the clipboard from before the last reply, or no longer."""
        self._restore.setVisible(offered)

    def notify(self, title: str, text: str, problem: bool = False) -> None:
        """Show a notice beside the icon, or in the window that stands in for it."""
        if self._tray is not None:
            kinds = QSystemTrayIcon.MessageIcon
            kind = kinds.Warning if problem else kinds.Information
            heading = title or self.tr("Desktop Assist")
            self._tray.showMessage(heading, text, kind, _NOTICE_MS)
        elif self._window is not None:
            self._window.say(f"{title}: {text}" if title else text)

    def retranslate(self) -> None:
        """Take the words of the language that is installed now."""
        for action, item in self._items.items():
            item.setText(action_name(action))
        self._library.setText(self.tr("Library…"))
        self._learning.setText(self.tr("Learn and practise…"))
        self._statistics.setText(self.tr("Statistics…"))
        self._channels.setText(self.tr("Team packs…"))
        self._restore.setText(self.tr("Restore previous clipboard"))
        self._settings.setText(self.tr("Settings…"))
        self._help.setText(self.tr("Help"))
        self._doctor.setText(self.tr("Doctor…"))
        self._tour.setText(self.tr("One-minute tour…"))
        self._quit.setText(self.tr("Quit"))
        self._retell_status()
        self._dress()

    def _make_menu(self) -> None:
        menu = self._menu
        self._status_line = menu.addAction("")
        self._status_line.setEnabled(False)
        self._channel_line = menu.addAction("")
        self._channel_line.setEnabled(False)
        self._channel_line.setVisible(False)
        menu.addSeparator()
        self._items = {action: self._item(action) for action in _ACTIONS}
        menu.addSeparator()
        self._library = menu.addAction("", self.library_wanted.emit)
        self._learning = menu.addAction("", self.learning_wanted.emit)
        self._statistics = menu.addAction("", self.statistics_wanted.emit)
        self._channels = menu.addAction("", self.channels_wanted.emit)
        self._restore = menu.addAction("", self.restore_wanted.emit)
        self._restore.setVisible(False)
        menu.addSeparator()
        self._pause = self._item(Action.PAUSE)
        self._pause.setCheckable(True)
        self._items[Action.PAUSE] = self._pause
        self._settings = menu.addAction("", self.settings_wanted.emit)
        self._help = menu.addAction("", self.help_wanted.emit)
        self._doctor = menu.addAction("", self.doctor_wanted.emit)
        self._tour = menu.addAction("", self.tour_wanted.emit)
        self._quit = menu.addAction("", self.quit_wanted.emit)

    def _item(self, action: Action) -> QAction:
        item = self._menu.addAction("")
        item.setShortcutVisibleInContextMenu(True)
        # Only for showing: the global hotkey does the work, so no window of ours may hear it too.
        item.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if action is Action.PAUSE:
            item.triggered.connect(self._pause_changed)  # `toggled` would hear `set_paused` too
        else:
            item.triggered.connect(lambda: self.wanted.emit(action))
        return item

    def _sequence(self, action: Action) -> QKeySequence:
        try:
            return sequence_of(Combination.parse(self._hotkeys.get(action.value, "")))
        except BadCombination:  # an empty one is switched off
            return QKeySequence()

    def _pause_changed(self, paused: bool) -> None:
        self._dress()
        self.pause_toggled.emit(paused)

    def _retell_status(self) -> None:
        said = self.tr("Starting…") if self._status is None else translated(self._status)
        self._status_line.setText(_menu_line(said))
        self._status_line.setToolTip(said)
        if self._window is not None:
            self._window.retell(said)

    def _dress(self) -> None:
        if self._tray is None:
            return
        paused = self._pause.isChecked()
        self._tray.setIcon(self._paused_icon if paused else self._icon)
        rests = self.tr("Desktop Assist: hotkeys are paused")
        self._tray.setToolTip(rests if paused else self.tr("Desktop Assist"))

    def _enter_tray(self) -> None:
        self._search.stop()
        tray = QSystemTrayIcon(self)
        tray.setContextMenu(self._menu)
        tray.activated.connect(self._activated)
        self._tray = tray
        self._dress()
        tray.show()
        if self._window is not None:
            self._window.close()
            self._window = None

    def _show_window(self) -> None:
        self._window = TrayWindow(self._menu.actions(), self._icon)
        self._retell_status()
        self._window.show()

    def look_for_tray(self) -> None:
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._enter_tray()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.wanted.emit(Action.PALETTE)


def icon_in(folder: Path, name: str) -> QIcon:
    """All sizes of one icon."""
    icon = QIcon()
    for file in sorted(folder.glob(f"{name}-[0-9]*.png")):
        icon.addFile(str(file))
    return icon


def _menu_line(text: str, longest: int = 60) -> str:
    """A menu is as wide as its longest line: the rest stands in the tool tip."""
    plain = text.replace("&", "&&")
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"
