"""The window: at the left which channel and what to do with it, at the right the page for that."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.channel.held import ChannelStatus, statuses, unreadable
from desktop_assist.errors import AssistError
from desktop_assist.gui.channel_window.changes_page import ChangesPage
from desktop_assist.gui.channel_window.channels_page import ChannelsPage
from desktop_assist.gui.channel_window.counts_page import CountsPage
from desktop_assist.gui.channel_window.inbox_page import InboxPage
from desktop_assist.gui.channel_window.keys_page import KeysPage
from desktop_assist.gui.channel_window.page import Page, button
from desktop_assist.gui.channel_window.ports import ChannelPorts
from desktop_assist.gui.channel_window.propose_page import ProposePage
from desktop_assist.gui.channel_window.publish_page import PublishPage
from desktop_assist.gui.channel_window.suggestions_page import SuggestionsPage
from desktop_assist.gui.channel_window.usage_page import UsagePage
from desktop_assist.gui.channel_window.versions_page import VersionsPage
from desktop_assist.gui.channel_window.wording import channel_name, state_name
from desktop_assist.gui.channel_window.work import Work
from desktop_assist.gui.i18n import told
from desktop_assist.gui.look.placing import bring_up, em, open_size
from desktop_assist.gui.palette.results import wrapped_label
from desktop_assist.gui.settings.rows import QuietComboBox


class ChannelWindow(QWidget):
    """Ctrl+1 … 9 and Ctrl+0 change the page, Ctrl+R looks for news, Esc closes.

    Work goes to its end when the window is closed, as far as it cannot turn back.
    """

    packs_changed = Signal()
    """Other packs are in force: they are to be read anew."""

    def __init__(self, ports: ChannelPorts) -> None:
        super().__init__()
        self._ports = ports
        self._channels: tuple[ChannelStatus, ...] = ()
        self.work = Work(ports.background, self)
        self.channel_box = QuietComboBox()
        self.channel_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.contents = QListWidget()
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.views = QStackedWidget()
        self.channels_page = ChannelsPage(ports, self.work, self)
        self.changes_page = ChangesPage(ports, self.work, self)
        self.propose_page = ProposePage(ports, self.work, self)
        self.suggestions_page = SuggestionsPage(ports, self.work, self)
        self.counts_page = CountsPage(ports, self.work, self)
        self.publish_page = PublishPage(ports, self.work, self)
        self.versions_page = VersionsPage(ports, self.work, self)
        self.inbox_page = InboxPage(ports, self.work, self)
        self.usage_page = UsagePage(ports, self.work, self)
        self.keys_page = KeysPage(ports, self.work, self)
        self.pages: tuple[Page, ...] = (
            self.channels_page, self.changes_page, self.propose_page, self.suggestions_page,
            self.counts_page, self.publish_page, self.versions_page, self.inbox_page,
            self.usage_page, self.keys_page,
        )  # fmt: skip
        self.told = wrapped_label(self)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(6 * em(self), em(self) // 3)
        self.stop_button = button(self.work.stop)
        self._arrange()
        self._connect()
        self.resize(open_size(self, 58, 38))
        self._retranslate()
        self._show_work()

    def open_window(self) -> None:
        """Come up with the channels of now."""
        bring_up(self)
        self.refresh()
        for problem in unreadable(self._ports.channels.folder):
            self._say(told(problem), "problem")
        self.contents.setFocus()

    def refresh(self) -> None:
        """Show the channels as they stand now, without asking anybody."""
        self._read_channels()
        self._show_channel()

    def _read_channels(self, chosen: str = "") -> None:
        """List the channels; the one in the folder `chosen`, or the one of before, is shown."""
        before = self._channel
        self._channels = statuses(self._ports.channels.folder, self._ports.channels.clock())
        self._list_channels(chosen or ("" if before is None else before.folder.path.name))

    @property
    def _channel(self) -> ChannelStatus | None:
        at = self.channel_box.currentIndex()
        return self._channels[at] if 0 <= at < len(self._channels) else None

    # -- making the window

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.channel_box)
        left.addWidget(self.contents, 1)
        self.contents.setFixedWidth(12 * em(self))
        self.channel_box.setFixedWidth(12 * em(self))
        for page in self.pages:
            self.views.addWidget(page)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.progress)
        below.addWidget(self.stop_button)
        right = QVBoxLayout()
        right.addWidget(self.views, 1)
        right.addLayout(below)
        whole = QHBoxLayout(self)
        whole.setSpacing(em(self))
        whole.addLayout(left)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.channel_box.currentIndexChanged.connect(lambda _at: self._show_channel())
        self.contents.currentItemChanged.connect(lambda item, _old: self._choose(item))
        self.work.changed.connect(self._show_work)
        self.work.failed.connect(self._fail)
        for at, page in enumerate(self.pages):
            page.told.connect(self.tell)
            page.renewed.connect(self._renew)
            page.arrived.connect(self._go_to)
            shortcut = QShortcut(QKeySequence(f"Ctrl+{(at + 1) % 10}"), self)
            shortcut.activated.connect(partial(self.show_page, page))
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self.channels_page.sync)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Team packs"))
        self.channel_box.setAccessibleName(self.tr("Channel"))
        self.contents.setAccessibleName(self.tr("What to do"))
        self.stop_button.setText(self.tr("Stop"))
        names = (
            self.tr("My channel"),
            self.tr("What changed"),
            self.tr("Suggest"),
            self.tr("My suggestions"),
            self.tr("Counts of use"),
            self.tr("Publish"),
            self.tr("Versions"),
            self.tr("Suggestions of agents"),
            self.tr("Usage"),
            self.tr("Channel and keys"),
        )
        heads = {0: self.tr("For everyone who answers"), 5: self.tr("For team leads")}
        current = self.views.currentIndex()
        self.contents.blockSignals(True)
        self.contents.clear()
        for at, name in enumerate(names):
            if at in heads:
                self._add_head(heads[at])
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, at)
            item.setToolTip(f"Ctrl+{(at + 1) % 10}")
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().height()))
            self.contents.addItem(item)
        self.contents.blockSignals(False)
        self._mark(current)

    def _add_head(self, words: str) -> None:
        head = QListWidgetItem(words)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.contents.font()
        font.setBold(True)
        head.setFont(font)
        head.setSizeHint(QSize(0, round(2.4 * self.fontMetrics().height())))
        head.setData(Qt.ItemDataRole.UserRole, -1)
        self.contents.addItem(head)

    # -- showing

    def show_page(self, page: Page) -> None:
        """Bring `page` to the front."""
        self._mark(self.pages.index(page))

    def _mark(self, at: int) -> None:
        for row in range(self.contents.count()):
            if self.contents.item(row).data(Qt.ItemDataRole.UserRole) == at:
                self.contents.setCurrentRow(row)

    def _choose(self, item: QListWidgetItem | None) -> None:
        at = -1 if item is None else item.data(Qt.ItemDataRole.UserRole)
        if at >= 0 and at != self.views.currentIndex():
            self.views.setCurrentIndex(at)
            self.tell(self.work.under_way)
            self._enter(at)

    def _enter(self, at: int) -> None:
        self.pages[at].enter()

    def _list_channels(self, chosen: str) -> None:
        names = [one.folder.path.name for one in self._channels]
        self.channel_box.blockSignals(True)
        self.channel_box.clear()
        for one in self._channels:
            self.channel_box.addItem(f"{channel_name(one)}  ·  {state_name(one)}")
        at = names.index(chosen) if chosen in names else 0 if names else -1
        self.channel_box.setCurrentIndex(at)
        self.channel_box.setVisible(len(names) > 1)
        self.channel_box.blockSignals(False)

    def _show_channel(self) -> None:
        for page in self.pages:
            page.show_channel(self._channel)
        if self.isVisible():
            self._enter(self.views.currentIndex())

    def _renew(self, packs_too: bool) -> None:
        if packs_too:
            self.packs_changed.emit()
        self.refresh()

    def _go_to(self, folder: str) -> None:
        self.packs_changed.emit()
        self._read_channels(folder)
        self._show_channel()

    def _show_work(self) -> None:
        busy = bool(self.work.under_way)
        self.progress.setVisible(busy)
        self.stop_button.setVisible(busy and self.work.can_stop)
        self.tell(self.work.under_way)

    def tell(self, sentence: str) -> None:
        """Show `sentence` at the foot."""
        self._say(sentence, "muted")

    def _fail(self, error: AssistError) -> None:
        self._say(told(error), "problem")
        self._read_channels()  # a sync that was refused has said so in the channel's state
        self.channels_page.show_channel(self._channel)

    def _say(self, sentence: str, role: str) -> None:
        self.told.setProperty("role", role)
        self.told.style().polish(self.told)
        self.told.setText(sentence)

    # -- the window

    def closeEvent(self, event: QCloseEvent) -> None:
        self.work.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.refresh()
        super().changeEvent(event)
