"""Two buttons over the preview: in which tone the reply is said, and in which language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_assist.gui.palette.keys import Command
from desktop_assist.gui.palette.wording import Wording
from desktop_assist.gui.review.tones import Tone


class ToneBar(QWidget):
    """Says tone and language of the wording on show; a click turns to the next one."""

    wanted = Signal(Command)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = self._button(Command.NEXT_TONE, "Ctrl+T")
        self._language = self._button(Command.NEXT_LANGUAGE, "Ctrl+L")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._tone)
        row.addWidget(self._language)
        row.addStretch(1)
        self.hide()

    def _button(self, command: Command, key: str) -> QPushButton:
        button = QPushButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(key)
        button.clicked.connect(lambda: self.wanted.emit(command))
        return button

    def show_for(self, wording: Wording) -> None:
        """Show what `wording` can be turned to; nothing where there is one tone and language."""
        tones, languages = wording.tones, wording.languages
        tone = self._tone_names()[wording.tone]
        self._tone.setText(self.tr("Tone: {tone}").format(tone=tone))
        self._tone.setAccessibleDescription(self.tr("Press for the next tone"))
        self._language.setText(language_name(wording.language))
        self._language.setAccessibleName(
            self.tr("Language: {language}").format(language=language_name(wording.language))
        )
        self._language.setAccessibleDescription(self.tr("Press for the next language"))
        self._tone.setVisible(len(tones) > 1)
        self._language.setVisible(len(languages) > 1)
        self.setVisible(len(tones) > 1 or len(languages) > 1)

    def _tone_names(self) -> Mapping[Tone, str]:
        return {
            "written": self.tr("as written"),
            "formal": self.tr("formal"),
            "warm": self.tr("warm"),
        }


def language_name(tag: str) -> str:
    """The language of `tag` (`zh-CN`, `en`) as those who speak it call it; else the tag."""
    locale = QLocale(tag.replace("-", "_"))
    if locale.language() == QLocale.Language.C:
        return tag
    if "-" not in tag:  # of no country: English, not American English
        locale = QLocale(locale.language(), locale.script(), QLocale.Country.World)
    return locale.nativeLanguageName() or tag
