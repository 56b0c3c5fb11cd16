"""Which wish of one window is carried out by which other part."""

from __future__ import annotations

from desktop_assist.gui.binding import Binding
from desktop_assist.gui.desk import Desk
from desktop_assist.gui.panel.beside import Beside
from desktop_assist.gui.rooms import Rooms
from desktop_assist.gui.shelf import Shelf
from desktop_assist.gui.side_windows import SideWindows
from desktop_assist.gui.tray.icon import Tray
from desktop_assist.gui.tray.notices import Notices


def wire_tray(tray: Tray, desk: Desk, rooms: Rooms, side: SideWindows, binding: Binding) -> None:
    """Let the menu open the windows."""
    tray.wanted.connect(desk.act)
    tray.library_wanted.connect(rooms.library)
    tray.learning_wanted.connect(rooms.learning)
    tray.statistics_wanted.connect(rooms.statistics)
    tray.channels_wanted.connect(rooms.channels)
    tray.tour_wanted.connect(rooms.tour)
    tray.settings_wanted.connect(side.settings)
    tray.help_wanted.connect(side.help)
    tray.doctor_wanted.connect(side.doctor)
    tray.pause_toggled.connect(binding.pause)


def wire_rooms(
    rooms: Rooms, desk: Desk, side: SideWindows, binding: Binding, shelf: Shelf, notices: Notices
) -> None:
    """Carry out what is wished for in the windows that one stays in."""
    rooms.listening.connect(binding.rest)
    rooms.palette_wanted.connect(desk.palette)
    rooms.copy_wanted.connect(desk.copy)
    rooms.show_wanted.connect(desk.show)
    rooms.edit_wanted.connect(side.edit)
    rooms.library_changed.connect(shelf.renew)
    rooms.notice.connect(notices.tell)
    side.library_changed.connect(shelf.renew)
    side.listening.connect(binding.rest)
    side.notice.connect(notices.tell)


def wire_desk(
    desk: Desk, side: SideWindows, beside: Beside, binding: Binding, notices: Notices
) -> None:
    """Carry out what the desk leaves to others, and what is clicked in the panel."""
    desk.edit_wanted.connect(side.edit)
    desk.panel_wanted.connect(beside.toggle)
    desk.pause_wanted.connect(binding.toggle)
    beside.chosen.connect(desk.docked)
    beside.notice.connect(notices.tell)
