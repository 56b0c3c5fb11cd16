"""What the windows that are seldom open may ask of the rest of the program."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_assist.core.replies.template import Templates
from desktop_assist.gui.advice import Advice
from desktop_assist.gui.app_stores import Stores
from desktop_assist.gui.checks.learning import Learning
from desktop_assist.gui.finder import Worker
from desktop_assist.gui.i18n import Languages
from desktop_assist.gui.settings.preferences import Preferences
from desktop_assist.gui.shelf import Shelf
from desktop_assist.services.hotkeys import HotkeyService
from desktop_assist.services.library_changes import LibraryChanges
from desktop_assist.services.replies import Replies
from desktop_assist.store.home import Home


@dataclass(frozen=True, slots=True)
class Company:
    """The parts that live as long as the program; a window keeps none of its own.

    `network` works for what waits for servers, so that `background` never has to.
    """

    preferences: Preferences
    languages: Languages
    stores: Stores
    shelf: Shelf
    changes: LibraryChanges
    learning: Learning
    advice: Advice
    templates: Templates
    replies: Replies
    hotkeys: HotkeyService
    background: Worker
    network: Worker
    home: Home
