"""The tone of the whole polished draft: as written, formal or warm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Literal, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_assist.core.rewriting.tone_switch import to_formal, to_warm
from desktop_assist.gui.look.highlight import Span

Tone = Literal["written", "formal", "warm"]
TONES: tuple[Tone, ...] = get_args(Tone)
_SWITCHES: Mapping[Tone, Callable[[str], str]] = MappingProxyType(
    {"written": str, "formal": to_formal, "warm": to_warm}
)

LONGEST_MARKED = 500
"""Code points. The time that comparing takes grows with the third power in a repetitive text."""


def in_tone(text: str, tone: Tone) -> str:
    """`text` in `tone`."""
    return _SWITCHES[tone](text)


def possible(text: str) -> tuple[Tone, ...]:
    """As written, and the tones that change something in `text`."""
    return tuple(tone for tone in TONES if tone == "written" or in_tone(text, tone) != text)


def following(tone: Tone, text: str) -> Tone:
    """The tone after `tone` that changes something in `text`, round and round."""
    at = TONES.index(tone) + 1
    return next(one for one in TONES[at:] + TONES[:at] if one in possible(text))


def changed(old: str, new: str) -> Iterator[Span]:
    """Where `new` says something else than `old`, in code points; nothing for a long text."""
    if max(len(old), len(new)) > LONGEST_MARKED:
        return
    for kind, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind in ("replace", "insert"):
            yield start, end


class ToneRow(QWidget):
    """The tones to click on; those that change nothing are greyed."""

    picked = Signal(str)
    """The `Tone` that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel(self)
        self._name.setProperty("role", "muted")
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda at: self.picked.emit(TONES[at]))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name)
        for at in range(len(TONES)):
            button = QPushButton(self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._group.addButton(button, at)
            row.addWidget(button)
        row.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._name.setText(self.tr("T   Tone:"))
        names = (self.tr("As written"), self.tr("Formal (您好)"), self.tr("Warm (亲)"))
        for at, name in enumerate(names):
            self._group.button(at).setText(name)

    def show_for(self, text: str, tone: Tone) -> None:
        """Show `tone` as the one of `text`, which is given as written."""
        can = possible(text)
        for at, one in enumerate(TONES):
            self._group.button(at).setEnabled(one in can)
            self._group.button(at).setChecked(one == tone)
