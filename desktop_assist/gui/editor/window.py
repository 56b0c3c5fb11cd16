"""The window in which an agent writes own replies. What was typed is never lost.

A text that is not saved yet is kept as a draft: while typing rests, when another reply is opened
and when the window closes. Opening the reply again brings the draft back.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.combination import Combination
from desktop_assist.core.replies.editing import BadEntry, edited, typed
from desktop_assist.core.replies.library import OWN_PACK, Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.gui.checks.lessons import Lessons, Teaching
from desktop_assist.gui.editor.drafts import Drafts, KeptDrafts
from desktop_assist.gui.editor.form import SnippetForm, Texts
from desktop_assist.gui.editor.list import SnippetList
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.highlight import gap_look, gaps, show_marks
from desktop_assist.gui.look.placing import em, open_size
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.settings.rows import muted_label
from desktop_assist.gui.undo_line import UndoLine
from desktop_assist.text import Message

_KEEP_AFTER_MS = 1_000


class OwnSnippets(Protocol):
    """Where the agent's own replies are kept; each may raise `AssistError`."""

    def all(self) -> Sequence[Snippet]: ...
    def save(self, snippet: Snippet) -> None: ...
    def delete(self, snippet_id: str) -> None: ...
    def bin(self) -> Sequence[Snippet]: ...
    def restore(self, snippet_id: str) -> None: ...


class Editor(QWidget):
    """Edits own replies; a pack's reply is opened as a copy."""

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
    ) -> None:
        """`teaching` takes what the agent teaches the checker here.

        `hotkey_problem` and `alternatives` get the key `own/id`.

        `template_check` raises `AssistError` for a body that no reply can be made of.
        """
        super().__init__()
        self._own = own
        self._preview_of = preview
        self._entry = entry
        self._categories = categories
        self._template_check = template_check
        self._drafts = KeptDrafts(drafts)
        self._snippet = new_snippet()
        self._saved: Texts = typed(self._snippet)
        self.form = SnippetForm(
            check,
            lambda keys: hotkey_problem(self.key, keys),
            lambda: alternatives(self.key),
        )
        self.list = SnippetList()
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(_KEEP_AFTER_MS)
        self.rest.timeout.connect(self._keep_draft)
        self._make_parts()
        self._lay_out()
        self._connect()
        if teaching is not None:
            lessons = Lessons(teaching, self.undo_line, self._tell, self.form.show_findings)
            self.form.taught.connect(lessons.teach)
            self.form.family_refused.connect(lessons.refuse_family)
        self.reload()
        self.new()
        if self._do(self._drafts.load):
            self.list.show_drafts(self._drafts.all)

    @property
    def key(self) -> str:
        """The library key of the reply that is open."""
        return f"{OWN_PACK}/{self._snippet.id}"

    @property
    def told(self) -> str:
        """The last sentence about saving, deleting and restoring."""
        return self._told.text()

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

    def new(self) -> None:
        """An empty reply."""
        self._open(new_snippet(), "")
        self.form.lines["title"].setFocus()

    def edit(self, key: str) -> None:
        """Open the reply `pack/id`; one of a pack as a copy that is saved among the own ones.

        An own one that was never saved comes from its draft.
        """
        pack, _, snippet_id = key.partition("/")
        mine = {snippet.id: snippet for snippet in self._own.all()} if pack == OWN_PACK else {}
        entry = self._entry(key)
        if snippet_id in mine:
            self.list.select(snippet_id)
            self._open(mine[snippet_id], "")
        elif pack == OWN_PACK and snippet_id in self._drafts.all:
            self._open_draft(snippet_id)
        elif entry is not None:
            note = self.tr("A copy of a pack's reply. Saving keeps it among yours.")
            self._open(copy_of(entry.snippet), note)
            self._keep_draft()

    def save(self) -> bool:
        """Keep the reply, or say beside the part what to mend; the text stays either way."""
        try:
            snippet = edited(self._snippet, self.form.values())
            self._check_template(snippet)
            self._own.save(snippet)
        except BadEntry as problem:
            self.form.complain(problem)
            return False
        except AssistError as error:
            self._tell(error)
            return False
        self._do(lambda: self._drafts.forget(snippet.id))
        self._show(snippet, "")
        self._after_change(self.tr("Saved."))
        self.list.select(snippet.id)
        return True

    def delete(self) -> None:
        """Put the open reply into the bin; a text that differs from it stays as a draft."""
        if self._do(lambda: self._own.delete(self._snippet.id)):
            self._keep_draft()
            self._show(new_snippet(), "")
            self._after_change(self.tr("In the bin now; it can be restored there."))

    def restore(self, snippet_id: str) -> None:
        """Take a reply out of the bin."""
        if self._do(lambda: self._own.restore(snippet_id)):
            self.list.show_bin(False)
            self._after_change("")
            self.edit(f"{OWN_PACK}/{snippet_id}")
            self._say(self.tr("Restored."))

    def revert(self) -> None:
        """Throw the unsaved changes of the open reply away."""
        self._do(lambda: self._drafts.forget(self._snippet.id))
        self.list.show_drafts(self._drafts.all)
        saved = self.list.holds(self._snippet.id)
        self._show(self._snippet if saved else new_snippet(), "")

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

    def _make_parts(self) -> None:
        self._note = muted_label("")
        self._told = QLabel()
        self._told.setWordWrap(True)
        self.undo_line = UndoLine(self)
        self._preview = QPlainTextEdit()
        self._preview.setReadOnly(True)
        self._preview.setAccessibleName(self.tr("Preview"))
        line = self.fontMetrics().lineSpacing()
        self._preview.setMinimumHeight(2 * line)
        self._preview.setMaximumHeight(6 * line)
        self._new = QPushButton(self.tr("New"))
        self._save = QPushButton(self.tr("Save"))
        self._save.setDefault(True)
        self._save.setToolTip(QKeySequence(QKeySequence.StandardKey.Save).toString())
        self._revert = QPushButton(self.tr("Discard"))
        self._delete = QPushButton(self.tr("Delete"))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("My replies"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self.form)
        right = QWidget()
        column = QVBoxLayout(right)
        column.addWidget(self._note)
        column.addWidget(area, 1)
        column.addWidget(muted_label(self.tr("Preview")))
        column.addWidget(self._preview)
        column.addWidget(self._told)
        column.addWidget(self.undo_line)
        column.addLayout(self._buttons())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._left())
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        layout = QHBoxLayout(self)
        layout.addWidget(splitter)
        splitter.setSizes([14 * em(self), 36 * em(self)])
        self.resize(open_size(self, 50, 40))

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self._new)
        return left

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._delete)
        row.addStretch()
        row.addWidget(self._revert)
        row.addWidget(self._save)
        return row

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.recorder.listening.connect(self.listening)
        self.list.chosen.connect(lambda snippet_id: self.edit(f"{OWN_PACK}/{snippet_id}"))
        self.list.draft_chosen.connect(self._open_draft)
        self.list.restore_wanted.connect(self.restore)
        self._new.clicked.connect(self.new)
        self._save.clicked.connect(self.save)
        self._delete.clicked.connect(self.delete)
        self._revert.clicked.connect(self.revert)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.save)

    def _open(self, snippet: Snippet, note: str) -> None:
        """Show `snippet`; what stands in the form becomes a draft first."""
        self._keep_draft()
        self._show(snippet, note)

    def _show(self, snippet: Snippet, note: str) -> None:
        """Show `snippet`, with its draft where one is kept."""
        self.undo_line.clear()
        self._snippet = snippet
        self._saved = typed(snippet)
        draft = self._drafts.all.get(snippet.id)
        self.form.show_values(self._saved if draft is None else draft)
        if draft is not None:
            note = self.tr("This text is not saved yet.")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._say("")
        self._show_preview()
        self._show_state()

    def _open_draft(self, snippet_id: str) -> None:
        """A draft whose reply was never saved."""
        self._open(self._drafts.base_of(snippet_id) or new_snippet(snippet_id), "")

    def _edited(self) -> None:
        self.form.complain_no_more()
        self._say("")
        self._show_preview()
        self._show_state()
        self.rest.start()

    def _show_state(self) -> None:
        self._revert.setEnabled(self._is_unsaved(self.form.values()))
        self._delete.setEnabled(self.list.holds(self._snippet.id))

    def _show_preview(self) -> None:
        try:
            shown = self._preview_of(edited(self._snippet, self.form.values()))
        except BadEntry:
            shown = ""  # half-written: the sentence comes when it is saved
        except AssistError as error:
            shown = translated(error.message)
        self._preview.setPlainText(shown)
        look = gap_look(Theme.of(self.palette()))
        show_marks(self._preview, shown, [(span, look) for span in gaps(shown)])

    def _check_template(self, snippet: Snippet) -> None:
        """Raise `BadEntry` where a text is a template that cannot be filled."""
        places = [("body", (snippet.body,)), ("messages", snippet.messages)]
        for place, texts in (*places, ("alternatives", snippet.alternatives)):
            for text in texts:
                try:
                    self._template_check(text)
                except AssistError as error:
                    raise BadEntry(place, error.message, error.hint) from None

    def _keep_draft(self) -> None:
        self.rest.stop()
        texts = self.form.values()
        if self._is_unsaved(texts):
            self._do(lambda: self._drafts.put(self._snippet, texts))
        else:
            self._do(lambda: self._drafts.forget(self._snippet.id))
        self.list.show_drafts(self._drafts.all)

    def _is_unsaved(self, texts: Texts) -> bool:
        """A copy that was opened and left as it was is unsaved too."""
        if self.list.holds(self._snippet.id):
            return texts != self._saved
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
        self._say(sentence)

    def _tell(self, error: AssistError) -> None:
        parts = [translated(part) for part in (error.message, error.hint) if part is not None]
        self._say(" ".join(parts), "problem")

    def _say(self, sentence: str, role: str = "muted") -> None:
        self._told.setProperty("role", role)
        self._told.style().polish(self._told)
        self._told.setText(sentence)


def new_snippet(snippet_id: str = "") -> Snippet:
    """An empty reply with an id of its own; ids are made here and never reused."""
    return Snippet(id=snippet_id or f"own-{secrets.token_hex(6)}", title="", category=())


def copy_of(snippet: Snippet) -> Snippet:
    """A copy to keep: what must be unique in the library stays with the original."""
    fresh = new_snippet().id
    return msgspec.structs.replace(snippet, id=fresh, code="", hotkey="", locked=False)
