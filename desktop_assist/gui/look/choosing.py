"""In which language and colours the program shows itself."""

from __future__ import annotations

from desktop_assist.gui.i18n import Languages
from desktop_assist.gui.look.appearance import Appearance
from desktop_assist.settings import Settings


class Look:
    """Keeps to the settings, but for a language that was asked for on starting."""

    def __init__(
        self, languages: Languages, appearance: Appearance, settings: Settings, asked_language: str
    ) -> None:
        """`asked_language` holds until another one is chosen in the settings; empty for none."""
        self.languages = languages
        self._appearance = appearance
        self._saved_language = settings.language
        self._asked_language = asked_language
        self.choose(settings)

    def choose(self, settings: Settings) -> None:
        """Speak and look as `settings` say from now on."""
        if settings.language != self._saved_language:
            self._asked_language = ""
        self.languages.choose(self._asked_language or settings.language)
        self._appearance.choose(settings.theme)
