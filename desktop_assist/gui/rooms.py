"""The windows that one stays in for a while. Each is made when it is first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_assist.errors import AssistError
from desktop_assist.gui.company import Company
from desktop_assist.gui.look.placing import bring_up
from desktop_assist.settings import Settings

# They are imported with the first window: most starts open none, and the tray must come quickly.
if TYPE_CHECKING:
    from desktop_assist.gui.channel_window.window import ChannelWindow
    from desktop_assist.gui.import_window.window import ImportWindow
    from desktop_assist.gui.learning_room.window import LearningRoom
    from desktop_assist.gui.library.window import LibraryWindow
    from desktop_assist.gui.room_making import RoomMaking
    from desktop_assist.gui.statistics.window import StatisticsWindow
    from desktop_assist.gui.tour.window import Tour


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
    packs_changed = Signal()
    """Other packs of a channel are in force: they are to be read anew."""
    notice = Signal(object, bool)

    def __init__(self, company: Company) -> None:
        super().__init__()
        self._company = company
        self._tour: Tour | None = None
        self._library: LibraryWindow | None = None
        self._import: ImportWindow | None = None
        self._statistics: StatisticsWindow | None = None
        self._learning: LearningRoom | None = None
        self._channels: ChannelWindow | None = None

    @cached_property
    def _making(self) -> RoomMaking:
        from desktop_assist.gui.room_making import RoomMaking  # noqa: PLC0415  see above

        return RoomMaking(self._company)

    def tour(self) -> None:
        """Lead through the program, from the first page on."""
        if self._tour is None:
            self._tour = self._making.tour(self._change)
            self._tour.palette_wanted.connect(self.palette_wanted)
            self._tour.listening.connect(self.listening)
            self._tour.ended.connect(self._keep_settings)
        self._tour.restart()
        bring_up(self._tour)

    def library(self, key: str = "") -> None:
        """Open the library, at the reply of `key` if there is one."""
        if self._library is None:
            self._library = self._making.library()
            self._library.edit_wanted.connect(self.edit_wanted)
            self._library.copy_wanted.connect(self.copy_wanted)
            self._library.palette_wanted.connect(self.show_wanted)
            self._library.import_wanted.connect(self.importing)
            self._library.library_changed.connect(self.library_changed)
        else:
            self._library.refresh()
        if key:
            self._library.show_reply(key)
        bring_up(self._library)

    def importing(self) -> None:
        """Open the window that brings replies from other tools' files."""
        self._company.shelf.need_rules()
        if self._import is None:
            self._import = self._making.importing()
            self._import.library_changed.connect(self.library_changed)
        bring_up(self._import)

    def learning(self) -> None:
        """Open the reading room."""
        self._company.shelf.need_rules()
        if self._learning is None:
            self._learning = self._making.learning()
        self._learning.open_room()

    def statistics(self) -> None:
        """Show the figures of now."""
        if self._statistics is None:
            self._statistics = self._making.statistics()
            self._statistics.reply_wanted.connect(self.library)
        self._statistics.open_window()

    def channels(self) -> None:
        """Open the team packs."""
        if self._channels is None:
            self._channels = self._making.channels()
            self._channels.packs_changed.connect(self.packs_changed)
        self._channels.open_window()

    def refresh(self) -> None:
        """Show anew what depends on the library."""
        if self._library is not None and self._library.isVisible():
            self._library.refresh()
        if self._learning is not None and self._learning.isVisible():
            self._learning.reload()
        if self._channels is not None and self._channels.isVisible():
            self._channels.refresh()

    def close(self) -> None:
        """Keep what is being typed, before the program ends."""
        if self._learning is not None:
            self._learning.close()
        if self._channels is not None:
            self._channels.close()

    def _keep_settings(self) -> None:
        """The settings of a first start are kept, so that the tour does not come again."""
        self._change(self._company.preferences.settings)

    def _change(self, settings: Settings) -> None:
        try:
            self._company.preferences.change(settings)
        except AssistError as error:
            self.notice.emit(error.message, True)
