"""The language in which the command line speaks, found out when the first sentence is due."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from functools import cached_property
from xml.etree.ElementTree import ParseError

from desktop_assist.bundled import resources
from desktop_assist.errors import AssistError
from desktop_assist.store.home import Home
from desktop_assist.translation import ENGLISH, CatalogueTranslator, chosen_language


class Speech:
    """Translates by the program's own catalogue; without one it speaks English."""

    def __init__(self, home: Home, wanted: str | None) -> None:
        """`wanted` is `system`, `zh_CN` or `en`; None leaves it to the settings in `home`."""
        self._home = home
        self._wanted = wanted

    def __call__(self, context: str, source: str) -> str:
        return self._translate(context, source)

    @cached_property
    def language(self) -> str:
        """`zh_CN` or `en`."""
        return chosen_language(self._wanted or self._language_in_settings(), os.environ)

    @cached_property
    def _translate(self) -> Callable[[str, str], str]:
        if self.language == ENGLISH:
            return CatalogueTranslator({})
        try:
            file = resources() / "translations" / f"desktop_assist_{self.language}.ts"
            return CatalogueTranslator.from_ts(file.read_text("utf-8"))
        except (AssistError, OSError, ValueError, ParseError):
            # Here errors are put into words: there is nobody left to tell of this one.
            return CatalogueTranslator({})

    def _language_in_settings(self) -> str:
        from desktop_assist.store.atomic import AtomicStorage  # noqa: PLC0415  loads TinyDB
        from desktop_assist.store.settings_store import SettingsStore  # noqa: PLC0415  as above

        try:
            storage = AtomicStorage(self._home.settings, datetime.date.today, may_write=False)
            return SettingsStore(storage).load().settings.language
        except AssistError:
            # The commands that need the settings tell of it; the others go on.
            return "system"
