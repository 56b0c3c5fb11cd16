"""The pages of the tour: who you are, which packs, a first paste, the keys."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.settings.hotkeys import HotkeyPage
from desktop_assist.gui.settings.rows import control_for, heading_label, muted_label
from desktop_assist.gui.tour.ports import PackChoice, TourPorts
from desktop_assist.gui.tour.practice import PracticeChat
from desktop_assist.settings import Option, options

_ABOUT_YOU = ("language", "theme", "shop", "agent")


class Page(QWidget):
    """A heading, a sentence, and beneath them what can be done."""

    def __init__(self, title: str, explanation: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(em(self) // 2)
        self.column.addWidget(heading_label(title))
        self.column.addWidget(muted_label(explanation))


class AboutYou(Page):
    """Language, look, shop and name."""

    def __init__(self, ports: TourPorts) -> None:
        super().__init__(
            self.tr("Welcome"),
            self.tr(
                "Canned replies for the chat in front of you, one hotkey away. What you had copied"
                " stays on the clipboard, and nothing is ever sent without you."
            ),
        )
        self._ports = ports
        rows = QFormLayout()
        rows.setHorizontalSpacing(em(self))
        for option in options():
            control = self._control(option) if option.name in _ABOUT_YOU else None
            if control is not None:
                rows.addRow(translated(option.help.title), control)
        self.column.addLayout(rows)
        self.column.addWidget(
            muted_label(self.tr("Shop and name fill the replies; both can stay empty."))
        )
        self.column.addStretch()

    def _control(self, option: Option) -> QWidget | None:
        value = getattr(self._ports.settings(), option.name)
        return control_for(option, value, lambda new: self._change(option.name, new))

    def _change(self, name: str, value: object) -> None:
        settings = self._ports.settings()
        if getattr(settings, name) != value:
            self._ports.change(msgspec.structs.replace(settings, **{name: value}))


class WhichPacks(Page):
    """A tick for each pack; what is left out can be taken in again in the settings."""

    def __init__(self, ports: TourPorts) -> None:
        super().__init__(
            self.tr("Which replies do you need?"),
            self.tr("Packs that are not ticked stay out of the way; the settings bring them back."),
        )
        self._ports = ports
        inside = QWidget()
        column = QVBoxLayout(inside)
        for pack in ports.packs():
            column.addWidget(self._tick(pack))
            if pack.description:
                line = muted_label(pack.description)
                line.setIndent(em(self) * 3 // 2)
                column.addWidget(line)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.column.addWidget(area, 1)

    def _tick(self, pack: PackChoice) -> QCheckBox:
        box = QCheckBox(
            self.tr("{title} ({count} replies)").format(title=pack.title, count=pack.count)
        )
        box.setObjectName(pack.id)
        box.setChecked(pack.id not in self._ports.settings().packs_off)
        box.toggled.connect(lambda on: self._choose(pack.id, on))
        return box

    def _choose(self, pack: str, on: bool) -> None:
        settings = self._ports.settings()
        others = tuple(one for one in settings.packs_off if one != pack)
        off = others if on else (*others, pack)
        self._ports.change(msgspec.structs.replace(settings, packs_off=off))


class FirstPaste(Page):
    """The palette, tried in a chat of our own."""

    def __init__(self, ports: TourPorts) -> None:
        keys = ports.palette_keys()
        super().__init__(
            self.tr("Try it"),
            self.tr(
                "Click into the input box and press {keys}. Type thanks, choose a reply, press"
                " Enter."
            ).format(keys=keys)
            if keys
            else self.tr("Open the palette, type thanks, choose a reply, press Enter."),
        )
        self.chat = PracticeChat(self)
        self.chat.answered.connect(self._praise)
        self.column.addWidget(self.chat)
        self.praise = QLabel()
        self.praise.setWordWrap(True)
        self.column.addWidget(self.praise)
        self.column.addStretch()

    def _praise(self) -> None:
        self.praise.setText(
            self.tr(
                "✓ That is all. Whatever you had copied is still on the clipboard, and in a real"
                " chat you press Enter yourself."
            )
        )


class YourKeys(Page):
    """The hotkeys, each to be recorded anew."""

    listening = Signal(bool)

    def __init__(self, ports: TourPorts) -> None:
        super().__init__(
            self.tr("Your hotkeys"),
            self.tr("These work in every program. Change any that another program needs."),
        )
        settings = ports.settings()
        self.hotkeys = HotkeyPage(
            settings.hotkeys, settings.slots, ports.hotkey_problem, ports.alternatives, tuple
        )
        self.hotkeys.hotkeys_changed.connect(
            lambda table: ports.change(msgspec.structs.replace(ports.settings(), hotkeys=table))
        )
        self.hotkeys.listening.connect(self.listening)
        self.hotkeys.setContentsMargins(0, 0, em(self) // 2, 0)  # room before the scroll bar
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.hotkeys)
        self.column.addWidget(area, 1)
