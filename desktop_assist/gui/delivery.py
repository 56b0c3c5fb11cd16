"""From a wish to a paste: asks for what is missing, pastes, and tells how it ended."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop_assist.core.action import Action
from desktop_assist.core.application import ApplicationProfile, profile_for
from desktop_assist.core.checking.levels import platforms_of
from desktop_assist.core.combination import Combination
from desktop_assist.core.pasting.paste_session import Finish, PasteText, PressKeys, Result, Step
from desktop_assist.core.pasting.paste_steps import SELECT_ALL, Piece, steps_for
from desktop_assist.core.pasting.title import same_title
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.template import Rendered
from desktop_assist.errors import AssistError
from desktop_assist.gui.checks.gate import Case, Gate
from desktop_assist.gui.form.window import FieldForm
from desktop_assist.gui.palette.window import Mode, Waiting
from desktop_assist.gui.serving import Serving, label_of
from desktop_assist.gui.shelf import Shelf
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.outcomes import outcome_message
from desktop_assist.services.paster import PasteJob, Paster
from desktop_assist.services.replies import Replies
from desktop_assist.services.typed_codes import Replacement
from desktop_assist.settings import Settings
from desktop_assist.store.usage import UsageStore
from desktop_assist.text import Message, say

_CLOSING_KEYS = ("enter", "escape", "c")
"""What closes a window of ours without a paste: repeated in the chat, Enter would send."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A reply that is wanted in a window; `trigger` is the key whose press asked for it.

    `await_focus`: a window of ours is in front. `mode`: see `gui.palette.window.PaletteChoice`.
    """

    entry: Entry
    parts: tuple[str, ...]
    target: Target | None
    trigger: str = ""
    await_focus: bool = False
    mode: Mode = "paste"
    replacement: Replacement | None = None
    """The typed code that the reply takes the place of."""


@dataclass(frozen=True, slots=True)
class _Rest:
    """The messages of a reply that are still to be pasted into `target`, one press each."""

    entry: Entry
    target: Target | None
    messages: tuple[Rendered, ...]
    total: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where to paste; see `Wish`."""

    target: Target | None
    trigger: str
    await_focus: bool


class Delivery(QObject):
    """Fulfils wishes. Every end of one is told by `notice`."""

    notice = Signal(object, bool)
    """A `Message` for the agent, and whether it is a problem."""
    sent = Signal(str, str)
    """A name for the window, and the key of the entry that has gone to it."""
    used = Signal(str, int)
    """The key of an entry that has gone out, and how many characters it was."""
    left_changed = Signal(bool)
    """Whether a reply lies on the clipboard and can be taken back."""

    def __init__(
        self,
        shelf: Shelf,
        usage: UsageStore,
        replies: Replies,
        paster: Paster,
        serving: Serving,
        gate: Gate,
    ) -> None:
        super().__init__()
        self._gate = gate
        self._shelf = shelf
        self._usage = usage
        self._replies = replies
        self._paster = paster
        self._serving = serving
        self._form: FieldForm | None = None
        self._rest: _Rest | None = None
        self.settings = Settings()
        gate.failed.connect(lambda error: self.notice.emit(error.message, True))

    def fulfil(self, wish: Wish, values: Mapping[str, str] | None = None) -> None:
        """Ask for the fields that `values` leave empty, then paste or copy."""
        given = values or {}
        try:
            fields = self._replies.fields(wish.entry, wish.parts)
        except AssistError as error:
            self._refuse(wish, error.message)
            return
        if any(not given.get(field.name) for field in fields):
            self._ask(wish, given)
        else:
            self._deliver(wish, given)

    def next_message(self, target: Target | None, trigger: str, *, await_focus: bool) -> None:
        """Paste the next message of a reply in several parts, into the chat of the ones before."""
        rest = self._rest
        if rest is None:
            self.notice.emit(say("Desk", "No further message is waiting."), True)
            return
        if not _is_same_chat(target, rest.target):
            belongs = say(
                "Desk",
                "The next message belongs to “{window}”: go there, then press the hotkey again.",
                window=label_of(rest.target),
            )
            self.notice.emit(belongs, True)
            return
        wish = Wish(rest.entry, (), target, trigger, await_focus)
        self._start_next(wish, rest)

    def waiting(self, target: Target | None) -> Waiting | None:
        """The reply under way in the chat of `target`, and which of its messages goes next."""
        rest = self._rest
        if rest is None or not _is_same_chat(target, rest.target):
            return None
        return Waiting(rest.entry.key, rest.total - len(rest.messages) + 1, rest.total)

    def replace_draft(self, target: Target | None, title: str, text: str) -> None:
        """Put `text` in place of all that stands in the input box of `target`.

        One paste over a selection is one step for the chat window's own undo.
        """
        steps = (PressKeys(SELECT_ALL), PasteText(text))
        self._submit(_Place(target, "enter", True), title, steps)

    def _submit(
        self,
        place: _Place,
        title: str,
        steps: tuple[Step, ...],
        then: Callable[[Finish], None] = lambda _outcome: None,
        still: Callable[[], bool] = lambda: True,
    ) -> None:
        """Carry out `steps` in a window while `still` holds; `then` hears how it ended."""
        profile = self.profile(place.target)
        if place.await_focus:
            self._serving.bring(place.target)

        def told(outcome: Finish) -> None:
            self._tell(outcome, title, profile)
            then(outcome)

        self._paster.paste(
            PasteJob(
                title,
                steps,
                place.target,
                profile,
                told,
                place.trigger,
                place.await_focus,
                self.settings.read_limit_ms,
                still,
            )
        )

    def profile(self, target: Target | None) -> ApplicationProfile:
        """What is known of the program in front, the agent's own table before the built-in one."""
        return profile_for(target.application if target else "", self.settings.applications)

    def platforms(self, target: Target | None) -> tuple[str, ...]:
        """The names under which a window can stand in the levels by program."""
        return platforms_of(target.application if target else "", self.profile(target))

    def put_away(self) -> bool:
        """Hide what asks about a blocked reply; tells whether it was there."""
        return self._gate.put_away()

    def give_back(self, target: Target | None) -> None:
        """A window of ours is gone: its chat is in front again, without the key that closed it."""
        self._serving.give_back(target)
        self._paster.swallow_held(*_CLOSING_KEYS)

    def _ask(self, wish: Wish, values: Mapping[str, str]) -> None:
        if self._form is not None:
            self._form.deleteLater()
        self._form = form = FieldForm(
            self._replies.fields(wish.entry, wish.parts),
            lambda entered: self._replies.preview(wish.entry, wish.parts, entered),
            wish.entry.snippet.title,
            values,
            goes_to="clipboard" if wish.mode == "copy" else "chat",
        )
        asked = replace(wish, trigger="enter", await_focus=True)
        form.filled.connect(lambda entered: self._deliver(asked, entered))
        form.cancelled.connect(lambda: self.give_back(wish.target))
        form.open_near(self._serving.near(wish.target))

    def _deliver(self, wish: Wish, values: Mapping[str, str]) -> None:
        try:
            rendered = self._replies.render(wish.entry, wish.parts, values)
        except AssistError as error:
            self._refuse(wish, error.message)
            return
        self._shelf.need_rules()
        case = Case(
            wish.entry.key,
            wish.entry.snippet.title,
            tuple(rendered),
            self.platforms(wish.target),
            self._serving.near(wish.target),
            frozenset(wish.entry.snippet.ignore),
        )
        asked = replace(wish, trigger="enter", await_focus=True)
        self._gate.show_to(
            case,
            lambda messages, was_asked: self._hand_on(asked if was_asked else wish, messages),
            lambda: self.give_back(wish.target),
        )

    def _hand_on(self, wish: Wish, rendered: tuple[Rendered, ...]) -> None:
        if wish.mode == "copy":
            self._copy(wish, rendered)
        elif wish.mode == "each" and len(rendered) > 1 and not self._may_send(wish.entry):
            self._start_next(wish, _Rest(wish.entry, wish.target, rendered, len(rendered)))
        else:
            self._start(wish, rendered if wish.mode == "each" else _as_one(rendered))

    def _may_send(self, entry: Entry) -> bool:
        return self.settings.allow_send and entry.snippet.send

    def _start(
        self,
        wish: Wish,
        rendered: Sequence[Rendered],
        then: Callable[[Finish], None] = lambda _outcome: None,
    ) -> None:
        send = self._may_send(wish.entry)
        pieces = [Piece(part.text, part.cursor or 0, send) for part in rendered]

        def ended(outcome: Finish) -> None:
            if outcome.result is not Result.REFUSED:
                self._usage.used(wish.entry.key, datetime.date.today())
                self.used.emit(wish.entry.key, sum(len(part.text) for part in rendered))
                self.sent.emit(name_of(wish.target), wish.entry.key)
            if wish.replacement is not None:
                wish.replacement.ended(outcome)
            then(outcome)

        steps = steps_for(pieces, self.profile(wish.target))
        place = _Place(wish.target, wish.trigger, wish.await_focus)
        title = wish.entry.snippet.title
        if wish.replacement is None:
            self._submit(place, title, steps, ended)
        else:
            steps = wish.replacement.steps(steps)
            self._submit(place, title, steps, ended, wish.replacement.still)

    def _start_next(self, wish: Wish, rest: _Rest) -> None:
        """Paste the first message of `rest`; one that is refused stays the next."""
        remaining = rest.messages[1:]
        self._rest = replace(rest, messages=remaining) if remaining else None

        def ended(outcome: Finish) -> None:
            if outcome.result is Result.REFUSED:
                self._rest = rest
            elif outcome.result is Result.PASTED and remaining:
                self._announce(rest)

        self._start(wish, rest.messages[:1], ended)

    def _announce(self, rest: _Rest) -> None:
        hotkey = self.settings.hotkeys.get(Action.NEXT_MESSAGE.value, "")
        self.notice.emit(
            say(
                "Desk",
                "Message {number} of {total} is in the input box. Send it, then press {key}.",
                number=rest.total - len(rest.messages) + 1,
                total=rest.total,
                key=Combination.parse(hotkey).shown if hotkey else "",
            ),
            False,
        )

    def _tell(self, outcome: Finish, title: str, profile: ApplicationProfile) -> None:
        chord = Combination.parse(profile.chord).shown_as_chord
        self.notice.emit(
            outcome_message(outcome, title, chord), outcome.result is not Result.PASTED
        )
        self.left_changed.emit(outcome.result is Result.LEFT)

    def _copy(self, wish: Wish, rendered: Sequence[Rendered]) -> None:
        QGuiApplication.clipboard().setText(_as_one(rendered)[0].text)
        title = wish.entry.snippet.title
        self.notice.emit(say("Desk", "Copied: “{title}”.", title=title), False)
        self.give_back(wish.target)

    def _refuse(self, wish: Wish, why: Message) -> None:
        self.notice.emit(why, True)
        self.give_back(wish.target)


def _is_same_chat(one: Target | None, other: Target | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.handle == other.handle and same_title(one.title, other.title)


def _as_one(rendered: Sequence[Rendered]) -> tuple[Rendered, ...]:
    """The messages of one reply as a single text; the caret's place counts in the last one."""
    text = "\n".join(part.text for part in rendered)
    return (Rendered(text, rendered[-1].cursor),)


def name_of(target: Target | None) -> str:
    """A name for the chat in `target`; empty where no window is known."""
    return f"{target.application}\n{target.title}" if target else ""
