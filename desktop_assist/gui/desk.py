"""What each wish of the agent sets going, from the hotkey to the paste."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop_assist.core.action import Action
from desktop_assist.core.application import ApplicationProfile, profile_for
from desktop_assist.core.combination import Combination
from desktop_assist.core.library import Entry
from desktop_assist.core.loop import Loop
from desktop_assist.core.paste_session import Finish, PasteText, PressKeys, Result, Step
from desktop_assist.core.paste_steps import SELECT_ALL, Piece, steps_for
from desktop_assist.core.reply import rotation
from desktop_assist.core.template import Rendered
from desktop_assist.errors import AssistError
from desktop_assist.gui.form import FieldForm
from desktop_assist.gui.palette import Palette, PaletteChoice
from desktop_assist.gui.review import PolishReview
from desktop_assist.gui.serving import Serving, label_of
from desktop_assist.gui.shelf import Shelf
from desktop_assist.oslayer.clipboard.base import ClipboardPort
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.draft import Draft, DraftTaker
from desktop_assist.services.hotkeys import SNIPPET
from desktop_assist.services.outcomes import outcome_message
from desktop_assist.services.paster import PasteJob, Paster
from desktop_assist.services.replies import Replies
from desktop_assist.services.welcome import Welcomes
from desktop_assist.settings import Settings
from desktop_assist.store.usage import UsageStore
from desktop_assist.text import Message, say

Parts = tuple[str, ...]

_CLOSING_KEYS = ("enter", "escape", "c")
"""What closes a window of ours without a paste: repeated in the chat, Enter would send."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A reply that is wanted in a window; `trigger` is the key whose press asked for it."""

    entry: Entry
    parts: Parts
    target: Target | None
    trigger: str = ""
    await_focus: bool = False
    each: bool = False


@dataclass(frozen=True, slots=True)
class _Rest:
    """The messages of a reply that are still to be pasted, one hotkey press each."""

    entry: Entry
    messages: tuple[Rendered, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Tools:
    """What the desk works with."""

    loop: Loop
    shelf: Shelf
    usage: UsageStore
    replies: Replies
    welcomes: Welcomes
    paster: Paster
    drafts: DraftTaker
    clipboard: ClipboardPort
    serving: Serving


class Desk(QObject):
    """The agent's wishes, carried out. Every end of one is told by `notice`."""

    notice = Signal(object, bool)
    """A `Message` for the agent, and whether it is a problem."""
    edit_wanted = Signal(str)
    """The key of the entry to edit, empty for a new one."""
    pause_wanted = Signal()
    left_changed = Signal(bool)
    """Whether a reply lies on the clipboard and can be taken back."""

    def __init__(self, tools: Tools, palette: Palette, review: PolishReview) -> None:
        super().__init__()
        self._tools = tools
        self._palette = palette
        self._review = review
        self._form: FieldForm | None = None
        self._target: Target | None = None
        self._rest: _Rest | None = None
        self.settings = Settings()
        palette.chosen.connect(self._chosen)
        palette.dismissed.connect(lambda: self._give_back(self._target))
        palette.edit_wanted.connect(self.edit_wanted)
        palette.favourite_wanted.connect(self._toggle_favourite)
        review.accepted.connect(self._put_back)
        review.dismissed.connect(lambda: self._give_back(self._target))

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
            Action.NEXT_MESSAGE: lambda: self._next_message(trigger),
            Action.PAUSE: self.pause_wanted.emit,
        }
        acts[action]()

    def palette(self, suggestions: Sequence[tuple[str, str]] = ()) -> None:
        """Open the palette for the window in front; close it where it is open."""
        if self._palette.isVisible() and not suggestions:
            self._palette.dismiss()
            return
        self._target = self._tools.serving.target()
        self._tools.shelf.rank()
        self._palette.open_for(
            label_of(self._target),
            suggestions=suggestions,
            near=self._tools.serving.near(self._target),
        )

    def reply(
        self, entry: Entry, trigger: str = "", values: Mapping[str, str] | None = None
    ) -> None:
        """Paste `entry` into the window in front, in the wording whose turn it is."""
        turns = rotation(entry.snippet)
        parts = turns[self._tools.usage.next_variant(entry.key, len(turns)) % len(turns)]
        target = self._tools.serving.target()
        self._fulfil(Wish(entry, parts, target, trigger, self._close_own()), values)

    def _slot(self, action: Action, trigger: str) -> None:
        key = self.settings.slots.get(action.value, "")
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
        target = self._tools.serving.target()
        self._fulfil(Wish(pick.entry, pick.parts, target, trigger, self._close_own()))

    def _suggest(self) -> None:
        def read(text: str | None) -> None:
            self._tools.loop.post(lambda: self._suggest_for(text or ""))

        self._tools.clipboard.read_text(read)

    def _suggest_for(self, message: str) -> None:
        found = self._tools.shelf.suggest(message) if message.strip() else []
        if not found:
            self._problem(
                say("Desk", "Nothing fits the copied text. Copy the customer’s message first.")
            )
        self.palette([(one.key, one.why) for one in found])

    def _close_own(self) -> bool:
        """Put our windows out of the way; tells whether one was there."""
        open_windows = [window for window in (self._palette, self._review) if window.isVisible()]
        for window in open_windows:
            window.hide()
        return bool(open_windows)

    # From a wish to a paste

    def _chosen(self, choice: PaletteChoice) -> None:
        entry = self._tools.shelf.entry(choice.key)
        if entry is None:
            return
        if choice.mode == "copy":
            self._copy(entry, choice.parts)
            return
        each = choice.mode == "each"
        self._fulfil(Wish(entry, choice.parts, self._target, choice.trigger, True, each))

    def _fulfil(self, wish: Wish, values: Mapping[str, str] | None = None) -> None:
        """Ask for what is missing, then paste."""
        try:
            fields = self._tools.replies.fields(wish.entry, wish.parts)
        except AssistError as error:
            self._problem(error.message)
            return
        missing = [field for field in fields if not (values or {}).get(field.name)]
        if missing:
            self._ask(wish, values or {})
        else:
            self._paste(wish, values or {})

    def _ask(self, wish: Wish, values: Mapping[str, str]) -> None:
        replies = self._tools.replies
        if self._form is not None:
            self._form.deleteLater()
        self._form = form = FieldForm(
            replies.fields(wish.entry, wish.parts),
            lambda entered: replies.preview(wish.entry, wish.parts, entered),
            wish.entry.snippet.title,
            values,
        )
        asked = Wish(wish.entry, wish.parts, wish.target, "enter", True, wish.each)
        form.filled.connect(lambda entered: self._paste(asked, entered))
        form.cancelled.connect(lambda: self._give_back(wish.target))
        form.open_near(self._tools.serving.near(wish.target))

    def _paste(self, wish: Wish, values: Mapping[str, str]) -> None:
        try:
            rendered = self._tools.replies.render(wish.entry, wish.parts, values)
        except AssistError as error:
            self._problem(error.message)
            self._give_back(wish.target)
            return
        fault = self._blocking(rendered)
        if fault is not None:
            self._problem(fault)
            self._give_back(wish.target)
            return
        self._rest = None
        if wish.each and len(rendered) > 1 and not self._may_send(wish.entry):
            self._rest = _Rest(wish.entry, rendered[1:], len(rendered))
            rendered = rendered[:1]
        elif not wish.each:
            rendered = _as_one(rendered)
        self._start(wish, rendered)

    def _blocking(self, rendered: Sequence[Rendered]) -> Message | None:
        self._tools.shelf.need_rules()
        for part in rendered:
            for finding in self._tools.shelf.check(part.text):
                if finding.severity == "block":
                    return say(
                        "Desk",
                        "Not pasted: “{text}” must not reach a customer. {why}",
                        text=finding.text,
                        why=finding.message,
                    )
        return None

    def _may_send(self, entry: Entry) -> bool:
        return self.settings.allow_send and entry.snippet.send

    def _start(self, wish: Wish, rendered: Sequence[Rendered]) -> None:
        send = self._may_send(wish.entry)
        pieces = [Piece(part.text, part.cursor or 0, send) for part in rendered]
        profile = self._profile(wish.target)
        if wish.await_focus:
            self._tools.serving.bring(wish.target)
        key = wish.entry.key
        self._submit(wish, steps_for(pieces, profile), profile, lambda done: self._used(key, done))

    def _submit(
        self,
        wish: Wish,
        steps: tuple[Step, ...],
        profile: ApplicationProfile,
        then: Callable[[Finish], None],
    ) -> None:
        def told(outcome: Finish) -> None:
            then(outcome)
            self._told(outcome, wish.entry.snippet.title, profile)

        self._tools.paster.paste(
            PasteJob(
                wish.entry.snippet.title,
                steps,
                wish.target,
                profile,
                told,
                wish.trigger,
                wish.await_focus,
                self.settings.read_limit_ms,
            )
        )

    def _profile(self, target: Target | None) -> ApplicationProfile:
        return profile_for(target.application if target else "", self.settings.applications)

    def _used(self, key: str, outcome: Finish) -> None:
        if outcome.result is not Result.REFUSED:
            self._tools.usage.used(key, datetime.date.today())

    def _told(self, outcome: Finish, title: str, profile: ApplicationProfile) -> None:
        chord = Combination.parse(profile.chord).shown
        problem = outcome.result is not Result.PASTED
        self.notice.emit(outcome_message(outcome, title, chord), problem)
        self.left_changed.emit(outcome.result is Result.LEFT)
        if not problem and self._rest is not None:
            self._announce_rest(self._rest)

    # Several messages in turn

    def _announce_rest(self, rest: _Rest) -> None:
        hotkey = self.settings.hotkeys.get(Action.NEXT_MESSAGE.value, "")
        self.notice.emit(
            say(
                "Desk",
                "Message {number} of {total} is in the input box. Send it, then press {key}.",
                number=rest.total - len(rest.messages),
                total=rest.total,
                key=Combination.parse(hotkey).shown if hotkey else "",
            ),
            False,
        )

    def _next_message(self, trigger: str) -> None:
        rest = self._rest
        if rest is None:
            self._problem(say("Desk", "No further message is waiting."))
            return
        remaining = rest.messages[1:]
        self._rest = _Rest(rest.entry, remaining, rest.total) if remaining else None
        target = self._tools.serving.target()
        self._start(Wish(rest.entry, (), target, trigger, self._close_own()), rest.messages[:1])

    # The draft

    def _polish(self, trigger: str) -> None:
        target = self._tools.serving.target()
        if self._review.isVisible():
            self._review.hide()
            self._give_back(self._target)
            return
        if not self._profile(target).editable:
            self._problem(say("Draft", "A draft cannot be taken out of this kind of window."))
            return
        # Its grab is let go of for taking the draft, so the key is watched from here on.
        self._tools.paster.swallow_held(trigger)
        self._tools.drafts.take(target, self._review_draft)

    def _review_draft(self, draft: Draft) -> None:
        self._target = draft.target
        if draft.problem is not None:
            self._problem(draft.problem)
            return
        self._tools.shelf.need_rules()
        findings = self._tools.shelf.check(draft.text)
        self._review.open_for(draft.text, findings, self._tools.serving.near(draft.target))

    def _put_back(self, polished: str) -> None:
        target = self._target
        profile = self._profile(target)
        self._tools.serving.bring(target)
        title = QCoreApplication.translate("Desk", "The polished draft")
        self._tools.paster.paste(
            PasteJob(
                title,
                (PressKeys(SELECT_ALL), PasteText(polished)),
                target,
                profile,
                lambda outcome: self._told(outcome, title, profile),
                "enter",
                await_focus=True,
                read_limit_ms=self.settings.read_limit_ms,
            )
        )

    # Small things

    def _copy(self, entry: Entry, parts: Parts) -> None:
        try:
            rendered = self._tools.replies.render(entry, parts, {})
        except AssistError as error:
            self._problem(error.message)
        else:
            QGuiApplication.clipboard().setText(_as_one(rendered)[0].text)
            self.notice.emit(say("Desk", "Copied: “{title}”.", title=entry.snippet.title), False)
        self._give_back(self._target)

    def _toggle_favourite(self, key: str) -> None:
        liked = key in self._tools.usage.favourites()
        try:
            self._tools.usage.set_favourite(key, not liked)
        except AssistError as error:
            self._problem(error.message)
        self._tools.shelf.rank()
        self._palette.refresh()

    def _give_back(self, target: Target | None) -> None:
        """A window of ours is gone: its chat is in front again, without the key that closed it."""
        self._tools.serving.give_back(target)
        self._tools.paster.swallow_held(*_CLOSING_KEYS)

    def _problem(self, message: Message) -> None:
        self.notice.emit(message, True)


def _as_one(rendered: Sequence[Rendered]) -> tuple[Rendered, ...]:
    """The messages of one reply as a single text; the caret's place counts in the last one."""
    text = "\n".join(part.text for part in rendered)
    return (Rendered(text, rendered[-1].cursor),)
