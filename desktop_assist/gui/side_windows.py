"""The windows that are seldom open: settings, own replies, help. Each is made when first wanted."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from desktop_assist.core.replies.library import OWN_PACK, Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.gui.checks.family_names import family_name
from desktop_assist.gui.company import Company
from desktop_assist.gui.editor.ports import EditorExtras
from desktop_assist.gui.help_window import HelpWindow
from desktop_assist.gui.library.joined import Examples, picture_of, words_in_use
from desktop_assist.gui.look.placing import bring_up
from desktop_assist.gui.settings.system import SystemPorts
from desktop_assist.services.hotkeys import SNIPPET
from desktop_assist.settings import Settings
from desktop_assist.store.exceptions_store import Phrase
from desktop_assist.text import Message, say

# They are imported when they are first wanted: the tray must come quickly.
if TYPE_CHECKING:
    from desktop_assist.gui.editor.window import Editor
    from desktop_assist.gui.settings.window import SettingsWindow

_SERVICE_DESK_CHARACTERS = 430
"""What the service-desk tools take in one message, as the tables that they import say."""


class SideWindows(QObject):
    """Opens them, and passes on what comes of it."""

    library_changed = Signal()
    listening = Signal(bool)
    """Whether a combination is being recorded somewhere."""
    notice = Signal(object, bool)

    def __init__(
        self,
        company: Company,
        why_hotkeys: Message,
        help_folder: Path,
        system: Callable[[], SystemPorts],
    ) -> None:
        """`system` is asked when the settings are first opened."""
        super().__init__()
        self._system = system
        self._company = company
        self._preferences = company.preferences
        self._shelf = company.shelf
        self._hotkeys = company.hotkeys
        self._learning = company.learning
        self._languages = company.languages
        self._why_hotkeys = why_hotkeys
        self._help_folder = help_folder
        self._learning.changed.connect(self._look_again)
        self._settings: SettingsWindow | None = None
        self._editor: Editor | None = None
        self._help: HelpWindow | None = None
        self._languages.changed.connect(lambda _language: self._renew_editor())

    def settings(self) -> None:
        """Open the settings."""
        bring_up(self._made_settings())

    def doctor(self) -> None:
        """Open the settings at what works here and what does not."""
        self._made_settings().open_at("doctor")

    def _made_settings(self) -> SettingsWindow:
        """The settings, which show what is so now."""
        if self._settings is None:
            from desktop_assist.gui.settings.window import SettingsWindow  # noqa: PLC0415  see above

            self._settings = SettingsWindow(
                self._preferences.settings,
                self._hotkeys.problem_with,
                self._hotkeys.alternatives,
                self._titles,
                lambda: self._why_hotkeys,
                lambda: [(name, family_name(name)) for name in self._shelf.families],
                self._learning.all,
                lambda: [(one.manifest.id, one.manifest.title) for one in self._shelf.packs],
                system=self._system(),
            )
            self._settings.forget_wanted.connect(self._forget)
            self._settings.picks_forget_wanted.connect(self._forget_picks)
            self._settings.changed.connect(self._change)
            self._settings.listening.connect(self.listening)
        self._settings.show_settings(self._preferences.settings)
        return self._settings

    def edit(self, key: str) -> None:
        """Open the agent's own replies, at `key` (a pack's reply as a copy), or at a new one."""
        if self._editor is None:
            self._editor = self._make_editor()
        self._editor.reload()
        if key:
            self._editor.edit(key)
            self._editor.form.texts["body"].setFocus()
        bring_up(self._editor)

    def help(self) -> None:
        """Open the help."""
        if self._help is None:
            self._help = HelpWindow(self._help_folder, self._languages.current)
            self._languages.changed.connect(self._help.choose_language)
        self._help.open_page()

    def refresh(self) -> None:
        """Show anew what depends on the library."""
        if self._settings is not None:
            self._settings.refresh()

    def _look_again(self) -> None:
        """The checker has learnt something, or forgotten it."""
        if self._editor is not None:
            self._editor.form.show_findings()
        if self._settings is not None:
            self._settings.show_settings(self._preferences.settings)
            self._settings.refresh()

    def _forget(self, phrase: Phrase) -> None:
        try:
            self._learning.forget(phrase)
        except AssistError as error:
            self.notice.emit(error.message, True)

    def _forget_picks(self) -> None:
        try:
            self._company.advice.forget()
        except AssistError as error:
            self.notice.emit(error.message, True)
        else:
            self.notice.emit(say("Desk", "Forgotten: suggestions begin anew."), False)

    def _renew_editor(self) -> None:
        """Make the editor anew, in the language of now; what was being typed is its draft."""
        old, self._editor = self._editor, None
        if old is None:
            return
        key, place, was_open = old.key, old.geometry(), old.isVisible()
        old.close()
        old.deleteLater()
        if was_open:
            self._reopen(key, place)

    def _reopen(self, key: str, place: QRect) -> None:
        """Bring the editor back where it was, behind the settings in which one is at work."""
        self.edit(key)
        if self._editor is not None:
            self._editor.setGeometry(place)
        if self._settings is not None and self._settings.isVisible():
            bring_up(self._settings)

    def _make_editor(self) -> Editor:
        from desktop_assist.gui.editor.window import Editor  # noqa: PLC0415  see above

        pictures = self._company.stores.pictures
        editor = Editor(
            self._company.stores.own,
            self._preview,
            self._shelf.check,
            drafts=self._company.stores.drafts,
            entry=self._shelf.entry,
            categories=self._categories,
            hotkey_problem=lambda key, keys: self._hotkeys.problem_with(f"{SNIPPET}{key}", keys),
            alternatives=lambda key: self._hotkeys.alternatives(f"{SNIPPET}{key}"),
            template_check=self._company.templates.variables,
            teaching=self._learning,
            extras=EditorExtras(
                changes=self._company.changes,
                keep_picture=pictures.keep,
                picture=lambda entry: picture_of(entry, pictures, self._shelf),
                offers=lambda: words_in_use(self._shelf.library),
                limits=lambda: ((self.tr("service desks"), _SERVICE_DESK_CHARACTERS),),
            ),
        )
        editor.library_changed.connect(self.library_changed)
        editor.listening.connect(self.listening)
        return editor

    def _preview(self, snippet: Snippet) -> str:
        company = self._company
        examples = Examples(company.replies, company.templates, datetime.date.today)
        return examples.text(Entry(snippet, OWN_PACK, origin="own"))

    def _categories(self) -> list[tuple[str, ...]]:
        return self._shelf.library.categories()

    def _titles(self) -> list[tuple[str, str]]:
        return [(entry.key, entry.snippet.title) for entry in self._shelf.library]

    def _change(self, settings: Settings) -> None:
        try:
            self._preferences.change(settings)
        except AssistError as error:
            self.notice.emit(error.message, True)
