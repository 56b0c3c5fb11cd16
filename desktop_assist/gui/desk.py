"""What each wish of the agent sets going, from the hotkey on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_assist.core.action import Action
from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.combination import Combination
from desktop_assist.core.loop import Loop
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.reply import rotation
from desktop_assist.errors import AssistError
from desktop_assist.gui.advice import Advice
from desktop_assist.gui.checks.learning import Learning
from desktop_assist.gui.checks.lessons import Lessons
from desktop_assist.gui.delivery import Delivery, Wish, name_of
from desktop_assist.gui.palette.window import Palette, PaletteChoice, Waiting
from desktop_assist.gui.review.window import PolishReview
from desktop_assist.gui.serving import Serving, label_of
from desktop_assist.gui.shelf import Shelf
from desktop_assist.oslayer.clipboard.base import ClipboardPort
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.draft import Draft, DraftTaker
from desktop_assist.services.hotkeys import SNIPPET
from desktop_assist.services.paster import Paster
from desktop_assist.services.welcome import Welcomes
from desktop_assist.store.usage import UsageStore
from desktop_assist.text import Message, say


@dataclass(frozen=True, slots=True)
class Tools:
    """What the desk works with."""

    loop: Loop
    shelf: Shelf
    usage: UsageStore
    welcomes: Welcomes
    paster: Paster
    drafts: DraftTaker
    said: ClipboardPort
    """Where the customer's message is taken from."""
    serving: Serving
    delivery: Delivery
    learning: Learning
    advice: Advice


class Desk(QObject):
    """The agent's wishes, each led to a delivery or a window."""

    edit_wanted = Signal(str)
    """The key of the entry to edit, empty for a new one."""
    pause_wanted = Signal()
    panel_wanted = Signal()
    found = Signal(object)
    """The findings of a draft that was taken out of a chat."""

    def __init__(self, tools: Tools, palette: Palette, review: PolishReview) -> None:
        super().__init__()
        self._tools = tools
        self._palette = palette
        self._review = review
        self._target: Target | None = None
        palette.chosen.connect(self._chosen)
        palette.next_wanted.connect(self._go_on)
        palette.dismissed.connect(self._give_back)
        palette.edit_wanted.connect(self.edit_wanted)
        palette.favourite_wanted.connect(self._toggle_favourite)
        review.accepted.connect(self._put_back)
        review.dismissed.connect(self._give_back)
        self._lessons = Lessons(
            tools.learning,
            review.undo_line,
            lambda error: self._problem(error.message),
            lambda: review.show_findings(self._findings(review.draft)),
        )
        review.taught.connect(self._lessons.teach)

    # What can be wished for

    def hotkey(self, name: str, combination: Combination) -> None:
        """Carry out what stands behind a hotkey: an action's name, or a snippet's."""
        if name.startswith(SNIPPET):
            entry = self._tools.shelf.entry(name.removeprefix(SNIPPET))
            if entry is not None:
                self.reply(entry, combination.key)
            return
        self.act(Action(name), combination.key)

    def act(self, action: Action, trigger: str = "") -> None:
        """Carry out an action; `trigger` is the key that asked for it, if one did."""
        if action.slot:
            self._slot(action, trigger)
            return
        acts: Mapping[Action, Callable[[], None]] = {
            Action.PALETTE: self.palette,
            Action.WELCOME: lambda: self._welcome(trigger),
            Action.POLISH: lambda: self._polish(trigger),
            Action.SUGGEST: self._suggest,
            Action.PANEL: self.panel_wanted.emit,
            Action.NEXT_MESSAGE: lambda: self._next_message(trigger),
            Action.PAUSE: self.pause_wanted.emit,
        }
        acts[action]()

    def palette(self, suggestions: Sequence[tuple[str, str]] = ()) -> None:
        """Open the palette for the window in front; close it where it is open."""
        if self._palette.isVisible() and not suggestions:
            self._palette.dismiss()
            return
        self._target = target = self._tools.serving.target()
        self._tools.shelf.rank()
        window = f"{target.title} {target.application}" if target else ""
        self._tools.shelf.serve_chat(self._tools.advice.last_sent(name_of(target)), window)
        self._palette.open_for(
            label_of(self._target),
            suggestions=suggestions or self._tools.advice.after(name_of(self._target)),
            near=self._tools.serving.near(self._target),
            platforms=self._tools.delivery.platforms(self._target),
        )

    def reply(
        self, entry: Entry, trigger: str = "", values: Mapping[str, str] | None = None
    ) -> None:
        """Paste `entry` into the window in front, in the wording whose turn it is."""
        self._fulfil(entry, self.wording(entry), trigger, values)

    def docked(self, entry: Entry, target: Target | None, trigger: str) -> None:
        """Paste `entry`, chosen in the panel, into the chat beside it."""
        self._close_own()
        parts = self.wording(entry)
        self._tools.delivery.fulfil(Wish(entry, parts, target, trigger, True))

    def copy(self, key: str, parts: tuple[str, ...]) -> None:
        """Put a wording of the entry `key` on the clipboard, once its fields are filled."""
        entry = self._tools.shelf.entry(key)
        if entry is not None:
            self._tools.delivery.fulfil(Wish(entry, parts, None, "", True, "copy"))

    def show(self, key: str) -> None:
        """Open the palette with the entry `key` on top."""
        self.palette(((key, ""),))

    def wording(self, entry: Entry) -> tuple[str, ...]:
        """The wording whose turn it is."""
        turns = rotation(entry.snippet)
        return turns[self._tools.usage.next_variant(entry.key, len(turns)) % len(turns)]

    def _slot(self, action: Action, trigger: str) -> None:
        key = self._tools.delivery.settings.slots.get(action.value, "")
        entry = self._tools.shelf.entry(key) if key else None
        if entry is None:
            self._problem(
                say(
                    "Desk",
                    "Slot {number} is empty. Choose its reply in the settings.",
                    number=action.slot,
                )
            )
            return
        self.reply(entry, trigger)

    def _welcome(self, trigger: str) -> None:
        pick = self._tools.welcomes.pick()
        if pick is None:
            self._problem(say("Desk", "No welcome message fits. Write one in your replies."))
            return
        self._fulfil(pick.entry, pick.parts, trigger)

    def _next_message(self, trigger: str) -> None:
        target = self._tools.serving.target()
        await_focus = self._close_own()
        self._tools.delivery.next_message(target, trigger, await_focus=await_focus)

    def _fulfil(
        self,
        entry: Entry,
        parts: tuple[str, ...],
        trigger: str,
        values: Mapping[str, str] | None = None,
    ) -> None:
        target = self._tools.serving.target()
        self._tools.delivery.fulfil(Wish(entry, parts, target, trigger, self._close_own()), values)

    # The palette

    def _chosen(self, choice: PaletteChoice) -> None:
        entry = self._tools.shelf.entry(choice.key)
        if entry is not None:
            self._tools.advice.picked(choice.key)
            wish = Wish(entry, choice.parts, self._target, choice.trigger, True, choice.mode)
            self._tools.delivery.fulfil(wish, choice.values)

    def waiting(self) -> Waiting | None:
        """The reply under way in the chat that the palette serves."""
        return self._tools.delivery.waiting(self._target)

    def _go_on(self) -> None:
        self._tools.delivery.next_message(self._target, "enter", await_focus=True)

    def _toggle_favourite(self, key: str) -> None:
        liked = key in self._tools.usage.favourites()
        try:
            self._tools.usage.set_favourite(key, not liked)
        except AssistError as error:
            self._problem(error.message)
        self._tools.shelf.rank()
        self._palette.refresh()

    def _suggest(self) -> None:
        def read(text: str | None) -> None:
            self._tools.loop.post(lambda: self._suggest_for(text or ""))

        self._tools.said.read_text(read)

    def _suggest_for(self, message: str) -> None:
        found = self._tools.advice.for_message(message) if message.strip() else []
        if not found:
            self._problem(
                say(
                    "Desk",
                    "Nothing fits this text. Select or copy the customer’s message first.",
                )
            )
        self.palette(found)

    # The draft

    def _polish(self, trigger: str) -> None:
        target = self._tools.serving.target()
        if self._review.isVisible():
            self._review.hide()
            self._give_back()
            return
        if not self._tools.delivery.profile(target).editable:
            self._problem(say("Draft", "A draft cannot be taken out of this kind of window."))
            return
        # Its grab is let go of for taking the draft, so the key is watched from here on.
        self._tools.paster.swallow_held(trigger)
        self._tools.drafts.take(target, self._review_draft, trigger)

    def _review_draft(self, draft: Draft) -> None:
        self._target = draft.target
        if draft.problem is not None:
            self._problem(draft.problem)
            return
        self._tools.shelf.need_rules()
        near = self._tools.serving.near(draft.target)
        findings = self._findings(draft.text)
        self.found.emit(findings)
        self._review.open_for(draft.text, findings, near)

    def _findings(self, draft: str) -> list[Finding]:
        return self._tools.shelf.check(draft, self._tools.delivery.platforms(self._target))

    def _put_back(self, polished: str) -> None:
        title = QCoreApplication.translate("Desk", "The polished draft")
        self._tools.delivery.replace_draft(self._target, title, polished)

    # Windows of ours

    def _close_own(self) -> bool:
        """Put our windows out of the way; tells whether one was there."""
        open_windows = [window for window in (self._palette, self._review) if window.isVisible()]
        for window in open_windows:
            window.hide()
        return self._tools.delivery.put_away() or bool(open_windows)

    def _give_back(self) -> None:
        self._tools.delivery.give_back(self._target)

    def _problem(self, message: Message) -> None:
        self._tools.delivery.notice.emit(message, True)
