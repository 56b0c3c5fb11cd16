"""The window in which an agent writes own replies. What was typed is never lost.

A text that is not saved yet is kept as a draft: while typing rests, when another reply is opened
and when the window closes. Opening the reply again brings the draft back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.combination import Combination
from desktop_assist.core.replies.editing import BadEntry, edited, typed
from desktop_assist.core.replies.library import OWN_PACK, Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.gui.checks.lessons import Lessons, Teaching
from desktop_assist.gui.editor.counter import count_text, is_too_long
from desktop_assist.gui.editor.drafts import Drafts, KeptDrafts
from desktop_assist.gui.editor.form import SnippetForm, Texts
from desktop_assist.gui.editor.frame import Frame
from desktop_assist.gui.editor.keeping import Keeping, copy_of, new_snippet
from desktop_assist.gui.editor.list import SnippetList
from desktop_assist.gui.editor.picture_box import PictureBox
from desktop_assist.gui.editor.ports import NO_EXTRAS, EditorExtras, OwnSnippets
from desktop_assist.gui.editor.preview import Preview
from desktop_assist.gui.i18n import told
from desktop_assist.gui.look.placing import open_size
from desktop_assist.text import Message

_KEEP_AFTER_MS = 1_000


class Editor(QWidget):
    """Edits own replies, and the agent's version of a team's."""

    library_changed = Signal()
    listening = Signal(bool)
    """Whether a combination is being recorded: hotkeys must rest meanwhile."""

    def __init__(
        self,
        own: OwnSnippets,
        preview: Callable[[Snippet], str],
        check: Callable[[str], list[Finding]] | None = None,
        *,
        drafts: Drafts | None = None,
        entry: Callable[[str], Entry | None] = lambda _key: None,
        categories: Callable[[], Sequence[tuple[str, ...]]] = tuple,
        hotkey_problem: Callable[[str, Combination | None], Message | None] = lambda _key, _keys: (
            None
        ),
        alternatives: Callable[[str], list[Combination]] = lambda _key: [],
        template_check: Callable[[str], object] = lambda _text: None,
        teaching: Teaching | None = None,
        extras: EditorExtras = NO_EXTRAS,
    ) -> None:
        """`preview` is a reply as the customer reads it.

        `hotkey_problem` and `alternatives` get the key `pack/id`. `template_check` raises
        `AssistError` for a body that no reply can be made of. `teaching` takes what the agent
        teaches the checker here.
        """
        super().__init__()
        self._own = own
        self._entry = entry
        self._keeping = Keeping(own, extras.changes, entry)
        self._preview = Preview(preview)
        self._categories = categories
        self._template_check = template_check
        self._drafts = KeptDrafts(drafts)
        self._extras = extras
        self._pack = OWN_PACK
        self._snippet = new_snippet()
        self._saved: Texts = typed(self._snippet)
        self.form = SnippetForm(
            check,
            lambda keys: hotkey_problem(self.key, keys),
            lambda: alternatives(self.key),
            self._picture_box(),
        )
        self.list = SnippetList()
        self.rest = self._rest_timer()
        self._frame = Frame(self, self.list, self.form, self._preview)
        self.undo_line = self._frame.undo_line
        self._lay_out()
        self._connect()
        self._learn_by(teaching)
        self._begin()

    @property
    def key(self) -> str:
        """The library key of the reply that is open."""
        return f"{self._pack}/{self._snippet.id}"

    @property
    def note(self) -> str:
        """What to know of the reply that is open."""
        return self._frame.noted

    @property
    def told(self) -> str:
        """The last sentence about saving, deleting and restoring."""
        return self._frame.told

    @property
    def preview_text(self) -> str:
        return self._preview.toPlainText()

    def reload(self) -> None:
        """Read the own replies and the bin again."""
        try:
            self.list.show_snippets(self._own.all(), self._own.bin(), self._drafts.all)
        except AssistError as error:
            self._tell(error)
        self.form.set_categories(self._categories())
        self.form.set_offers(self._extras.offers())

    def new(self) -> None:
        """An empty reply."""
        self._open(new_snippet(), "")
        self.form.lines["title"].setFocus()

    def edit(self, key: str) -> None:
        """Open the reply `pack/id`; an own one that was never saved comes from its draft.

        A team's is opened as the agent's version of it, a locked one as a copy.
        """
        pack, _, snippet_id = key.partition("/")
        mine = {snippet.id: snippet for snippet in self._own.all()} if pack == OWN_PACK else {}
        entry = self._entry(key)
        if snippet_id in mine:
            self.list.select(snippet_id)
            self._open(mine[snippet_id], "")
        elif pack == OWN_PACK and snippet_id in self._drafts.all:
            self._open_draft(snippet_id)
        elif entry is not None and self._extras.changes and not entry.snippet.locked:
            note = self.tr("A team’s reply. What you change here is your own version of it.")
            self._open(entry.snippet, note, entry.pack)
        elif entry is not None:
            self._open(copy_of(entry.snippet), self._why_copy(entry))
            self._keep_draft()
        elif key in self._drafts.all:
            self._open_draft(key)

    def save(self) -> bool:
        """Keep the reply, or say beside the part what to mend; the text stays either way."""
        try:
            snippet = edited(self._snippet, self.form.values())
            self._check_template(snippet)
            key, saved = self._keeping.save(self.key, snippet)
        except BadEntry as problem:
            self.form.complain(problem)
            return False
        except AssistError as error:
            self._tell(error)
            return False
        is_copy = key != self.key
        self._do(lambda: self._drafts.forget(self._draft_id))
        self._show(saved, "", key.partition("/")[0])
        gone = self.tr("Its pack is gone: saved among your own replies.")
        self._after_change(gone if is_copy else self.tr("Saved."))
        self.list.select(saved.id)
        return True

    def delete(self) -> None:
        """Put the open reply into the bin; a text that differs from it stays as a draft."""
        if self._do(lambda: self._keeping.delete(self._snippet.id)):
            self._keep_draft()
            self._show(new_snippet(), "")
            self._after_change(self.tr("In the bin now; it can be restored there."))

    def restore(self, snippet_id: str) -> None:
        """Take a reply out of the bin."""
        if self._do(lambda: self._keeping.restore(snippet_id)):
            self.list.show_bin(False)
            self._after_change("")
            self.edit(f"{OWN_PACK}/{snippet_id}")
            self._frame.say(self.tr("Restored."))

    def revert(self) -> None:
        """Throw the unsaved changes of the open reply away."""
        self._do(lambda: self._drafts.forget(self._draft_id))
        self.list.show_drafts(self._drafts.all)
        if self._is_saved:
            self._show(self._snippet, "", self._pack)
        else:
            self._show(new_snippet(), "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.form.show_findings()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_draft()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep_draft()
        super().hideEvent(event)

    @property
    def _draft_id(self) -> str:
        return self._snippet.id if self._pack == OWN_PACK else self.key

    @property
    def _is_saved(self) -> bool:
        """Whether the open reply is kept somewhere; a new one and a copy are not yet."""
        return self._pack != OWN_PACK or self.list.holds(self._snippet.id)

    def _why_copy(self, entry: Entry) -> str:
        if entry.snippet.locked:
            return self.tr("The team has locked this reply. This is a copy among your own.")
        return self.tr("A copy of a pack's reply. Saving keeps it among yours.")

    def _picture_box(self) -> PictureBox | None:
        keep = self._extras.keep_picture
        return None if keep is None else PictureBox(keep, self._picture_file)

    def _picture_file(self, name: str) -> Path | None:
        snippet = msgspec.structs.replace(self._snippet, image=name)
        return self._extras.picture(Entry(snippet, self._pack))

    def _rest_timer(self) -> QTimer:
        """Runs out where nothing was typed for a while."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_KEEP_AFTER_MS)
        timer.timeout.connect(self._keep_draft)
        return timer

    def _learn_by(self, teaching: Teaching | None) -> None:
        if teaching is not None:
            lessons = Lessons(teaching, self.undo_line, self._tell, self.form.show_findings)
            self.form.taught.connect(lessons.teach)
            self.form.family_refused.connect(lessons.refuse_family)

    def _begin(self) -> None:
        self.reload()
        self.new()
        if self._do(self._drafts.load):
            self.list.show_drafts(self._drafts.all)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("My replies"))
        layout = QHBoxLayout(self)
        layout.addWidget(self._frame)
        self.resize(open_size(self, 50, 40))

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.recorder.listening.connect(self.listening)
        if self.form.picture is not None:
            self.form.picture.failed.connect(self._tell)
        self.list.chosen.connect(lambda snippet_id: self.edit(f"{OWN_PACK}/{snippet_id}"))
        self.list.draft_chosen.connect(self._open_draft)
        self.list.restore_wanted.connect(self.restore)
        self._frame.new.clicked.connect(self.new)
        self._frame.save.clicked.connect(self.save)
        self._frame.delete.clicked.connect(self.delete)
        self._frame.revert.clicked.connect(self.revert)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.save)

    def _open(self, snippet: Snippet, note: str, pack: str = OWN_PACK) -> None:
        """Show `snippet`; what stands in the form becomes a draft first."""
        self._keep_draft()
        self._show(snippet, note, pack)

    def _show(self, snippet: Snippet, note: str, pack: str = OWN_PACK) -> None:
        """Show `snippet` of `pack`, with its draft where one is kept."""
        self.undo_line.clear()
        self._pack, self._snippet = pack, snippet
        self._saved = typed(snippet)
        draft = self._drafts.all.get(self._draft_id)
        # A draft of an older version of the program does not know every part.
        self.form.show_values(self._saved if draft is None else {**self._saved, **draft})
        for name in ("valid_from", "valid_until"):
            self.form.lines[name].setEnabled(pack == OWN_PACK)  # an offer ends for everybody
        if draft is not None:
            note = self.tr("This text is not saved yet.")
        self._frame.note(note)
        self._frame.say("")
        self._show_preview()
        self._show_state()

    def _open_draft(self, draft_id: str) -> None:
        """A draft whose reply was never saved, or of which the pack may be gone."""
        pack, separator, snippet_id = draft_id.rpartition("/")
        if separator and self._entry(draft_id) is not None:
            self.edit(draft_id)
            return
        base = self._drafts.base_of(draft_id) or new_snippet(snippet_id)
        self._open(base, "", pack or OWN_PACK)

    def _edited(self) -> None:
        self.form.complain_no_more()
        self._frame.say("")
        self._show_preview()
        self._show_state()
        self.rest.start()

    def _show_state(self) -> None:
        self._frame.revert.setEnabled(self._is_unsaved(self.form.values()))
        self._frame.delete.setEnabled(self._pack == OWN_PACK and self._is_saved)

    def _show_preview(self) -> None:
        messages = self._preview.show_reply(self._snippet, self.form.values())
        limits = self._extras.limits()
        self.form.show_count(count_text(messages, limits), is_problem=is_too_long(messages, limits))

    def _check_template(self, snippet: Snippet) -> None:
        """Raise `BadEntry` where a text is a template that cannot be filled."""
        places = {
            "body": (snippet.body,),
            "messages": snippet.messages,
            "alternatives": snippet.alternatives,
            "formal": (snippet.tones.get("formal", ""),),
            "warm": (snippet.tones.get("warm", ""),),
        }
        for place, texts in places.items():
            for text in texts:
                try:
                    self._template_check(text)
                except AssistError as error:
                    raise BadEntry(place, error.message, error.hint) from None

    def _keep_draft(self) -> None:
        self.rest.stop()
        texts = self.form.values()
        if self._is_unsaved(texts):
            self._do(lambda: self._drafts.put(self._draft_id, self._snippet, texts))
        else:
            self._do(lambda: self._drafts.forget(self._draft_id))
        self.list.show_drafts(self._drafts.all)

    def _is_unsaved(self, texts: Texts) -> bool:
        """A copy that was opened and left as it was is unsaved too."""
        if self._is_saved:
            return any(texts[name] != self._saved[name] for name in texts)
        return any(texts[name].strip() for name in ("title", "body", "messages"))

    def _do(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except AssistError as error:
            self._tell(error)
            return False
        return True

    def _after_change(self, sentence: str) -> None:
        self.reload()
        self.library_changed.emit()
        self._show_state()
        self._frame.say(sentence)

    def _tell(self, error: AssistError) -> None:
        self._frame.say(told(error), "problem")
