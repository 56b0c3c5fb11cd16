"""The interface languages with Qt: installs the translations and speaks `Message`s."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)

from desktop_assist.core.combination import CHORD, KEYS
from desktop_assist.errors import AssistError
from desktop_assist.gui.settings.key_names import spelled
from desktop_assist.text import Message
from desktop_assist.translation import ENGLISH, LANGUAGES, language_of


def translated(message: Message) -> str:
    """The sentence in the language that is installed now."""
    return message.spoken(_as_spoken_here)


def told(error: AssistError) -> str:
    """The sentence of `error` and what to do, in the language that is installed now."""
    return " ".join(translated(one) for one in (error.message, error.hint) if one is not None)


def _as_spoken_here(context: str, source: str) -> str:
    if context in (KEYS, CHORD):
        return spelled(source, as_chord=context == CHORD)
    return QCoreApplication.translate(context, source)


class Languages(QObject):
    """Chooses the language of the whole application; open windows get a `LanguageChange`."""

    changed = Signal(str)
    """The new language, `zh_CN` or `en`."""

    def __init__(self, application: QCoreApplication, folder: Path) -> None:
        """`folder` holds the program's `.qm` files."""
        super().__init__(application)
        self._application = application
        self._folder = folder
        self._installed: list[QTranslator] = []
        self.current = ENGLISH

    def choose(self, setting: str) -> str:
        """Speak `zh_CN`, `en`, or for `system` the desktop's language, and say which it is."""
        desktop = QLocale.system().uiLanguages()[0]
        language = setting if setting in LANGUAGES else language_of(desktop)
        if language != self.current or not self._installed:
            self._count_and_date_as(language)
            self._install(language)
            self.current = language
            self.changed.emit(language)
        return language

    def _count_and_date_as(self, language: str) -> None:
        """As the desktop does where it speaks the language too: en_GB is no en_US."""
        system = QLocale.system()
        spoken = QLocale(language)
        QLocale.setDefault(system if system.language() == spoken.language() else spoken)
        self._application.sendEvent(self._application, QEvent(QEvent.Type.LocaleChange))

    def _install(self, language: str) -> None:
        for old in self._installed:
            self._application.removeTranslator(old)
        self._installed = []
        if language != ENGLISH:
            qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._add(f"qtbase_{language}", qt_folder)  # the buttons and menus that Qt names
            self._add(f"desktop_assist_{language}", str(self._folder))

    def _add(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._installed.append(translator)
