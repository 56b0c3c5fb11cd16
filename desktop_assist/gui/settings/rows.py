"""One control for each kind of option: it shows a value and tells the new one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSpinBox, QWidget

from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.wrapped_label import WrappedLabel
from desktop_assist.settings import Option
from desktop_assist.text import Message, say

Changed = Callable[[object], None]
"""Takes the new value of an option."""

_CHOICES: dict[str, Message] = {
    "system": say("Choice", "Like the system"),
    "zh_CN": say("Choice", "简体中文"),
    "en": say("Choice", "English"),
    "light": say("Choice", "Light"),
    "dark": say("Choice", "Dark"),
    "all": say("Choice", "All outcomes"),
    "problems": say("Choice", "Only problems"),
    "none": say("Choice", "None"),
    "auto": say("Choice", "Automatic"),
    "keyboard": say("Choice", "Keyboard devices"),
    "x11": say("Choice", "X11"),
    "paste": say("Choice", "Paste as they are"),
    "shift_enter": say("Choice", "Type Shift+Enter"),
    "flatten": say("Choice", "Put a space instead"),
    "off": say("Choice", "Off"),
    "hint": say("Choice", "Hint"),
    "warn": say("Choice", "Warning"),
    "block": say("Choice", "Blocks pasting"),
    "text": say("Choice", "Text"),
    "choice": say("Choice", "Choice"),
    "number": say("Choice", "Number"),
    "date": say("Choice", "Date"),
}


def choice_name(choice: str) -> str:
    """What people read for a value of an option."""
    name = _CHOICES.get(choice)
    return choice if name is None else translated(name)


def control_for(option: Option, value: object, changed: Changed) -> QWidget | None:
    """A control for a plain option; `None` for one that needs a page of its own."""
    control = _control(option, value, changed)
    if control is not None:
        control.setAccessibleName(translated(option.help.title))
        control.setAccessibleDescription(translated(option.help.text))
        control.setObjectName(option.name)
    return control


def _control(option: Option, value: object, changed: Changed) -> QWidget | None:
    if option.choices:
        return choice_box(option.choices, str(value), changed)
    if option.kind is bool:
        return _switch(bool(value), changed)
    if option.kind is int and isinstance(value, int):
        return _number(option, value, changed)
    if option.kind is str:
        return _line(str(value), changed)
    return None


def choice_box(choices: tuple[str, ...], value: str, changed: Changed) -> QComboBox:
    """A list of named values to choose one from."""
    box = QuietComboBox()
    for choice in choices:
        box.addItem(choice_name(choice), choice)
    box.setCurrentIndex(max(box.findData(value), 0))
    box.currentIndexChanged.connect(lambda: changed(box.currentData()))
    return box


def heading_label(text: str) -> QLabel:
    """What a page is about."""
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 1.4)
    font.setBold(True)
    label.setFont(font)
    return label


def muted_label(text: str) -> QLabel:
    """A line that explains."""
    label = WrappedLabel("muted")
    label.setText(text)
    return label


class QuietComboBox(QComboBox):
    """One that the mouse wheel does not change in passing while its page is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        _quiet(self)


def _quiet(widget: QWidget) -> None:
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_WheelGuard(widget))


class _WheelGuard(QObject):
    """Gives the wheel to the page unless the control has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget):
            event.setAccepted(watched.hasFocus())
            return not watched.hasFocus()
        return False


def _switch(value: bool, changed: Changed) -> QCheckBox:
    box = QCheckBox(QCoreApplication.translate("Choice", "On"))
    box.setChecked(value)
    box.toggled.connect(changed)
    return box


def _number(option: Option, value: int, changed: Changed) -> QSpinBox:
    box = QSpinBox()
    box.setRange(option.minimum or 0, 1_000_000 if option.maximum is None else option.maximum)
    box.setSingleStep(max(1, (box.maximum() - box.minimum()) // 20 // 100 * 100))
    box.setValue(value)
    box.lineEdit().setTextMargins(box.fontMetrics().height() // 3, 0, 0, 0)
    box.setKeyboardTracking(False)  # a number half typed is no value
    box.valueChanged.connect(changed)
    _quiet(box)
    return box


def _line(value: str, changed: Changed) -> QLineEdit:
    line = QLineEdit(value)
    line.editingFinished.connect(lambda: changed(line.text().strip()))
    return line
