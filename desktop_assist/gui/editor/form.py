"""The right side of the editor: every part of a reply, with what is wrong beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.checking.findings import SEVERITIES, Finding
from desktop_assist.core.combination import Combination
from desktop_assist.core.replies.editing import (
    CATEGORY_SEPARATOR,
    SEPARATOR,
    BadEntry,
    outside_placeholders,
)
from desktop_assist.core.replies.snippet import Field
from desktop_assist.decoding import decode
from desktop_assist.gui.checks.quick_fixes import QuickFixes, said
from desktop_assist.gui.editor.fields import FieldsTable
from desktop_assist.gui.editor.insertion import InsertField
from desktop_assist.gui.editor.picture_box import PictureBox
from desktop_assist.gui.i18n import told
from desktop_assist.gui.look.highlight import finding_marks, show_marks
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.look.wrapped_label import WrappedLabel
from desktop_assist.gui.settings.hotkeys import parsed
from desktop_assist.gui.settings.recorder import HotkeyRecorder
from desktop_assist.gui.settings.rows import muted_label
from desktop_assist.text import Message

Texts = dict[str, str]
"""What stands in the form, by the names of `core.replies.editing.typed`."""

CUSTOMERS_READ = ("body", "alternatives", "messages", "formal", "warm")
"""The texts that are checked."""
LONGEST_CHECKED = 20_000
"""Code points of a text that are checked while one writes: more would make typing stumble."""

_CHECK_AFTER_MS = 250
_MOST_LINES = 3
"""So many findings are told below the reply."""


class SnippetForm(QWidget):
    """Shows and gives `Texts`; knows nothing of where replies are kept."""

    edited = Signal()
    taught = Signal(object)
    """A `Finding` that is not a problem."""
    family_refused = Signal(str)
    """A family of findings that is not wanted."""

    def __init__(
        self,
        check: Callable[[str], list[Finding]] | None,
        hotkey_problem: Callable[[Combination | None], Message | None],
        alternatives: Callable[[], list[Combination]],
        picture: PictureBox | None = None,
    ) -> None:
        """Without a `picture` box none can be given to a reply."""
        super().__init__()
        self._check = check
        self.picture = picture
        self._problems: dict[str, QLabel] = {}
        self._rows = QFormLayout()
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.lines = {name: QLineEdit() for name in _LINES}
        self.texts = {name: _text_box(rows) for name, rows in _TEXTS.items()}
        self.recorder = HotkeyRecorder(hotkey_problem, alternatives, self.tr("Hotkey"))
        self.fields = FieldsTable()
        self.insert = InsertField(self._text_in_hand, self.fields.fields, self._declare)
        self.counter = muted_label("")
        self.findings = WrappedLabel("muted")
        """What the checker says of the texts, in a few lines."""
        self._in_hand = self.texts["body"]
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_CHECK_AFTER_MS)
        self._pause.timeout.connect(self.show_findings)
        self._hotkey = ""
        self._lay_out()
        self._connect()

    def set_categories(self, categories: Sequence[tuple[str, ...]]) -> None:
        """Offer these paths while a category is typed."""
        completer = QCompleter([CATEGORY_SEPARATOR.join(path) for path in categories], self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.lines["category"].setCompleter(completer)

    def set_offers(self, offers: Mapping[str, Sequence[str]]) -> None:
        """Offer these words while a part such as `role` is typed."""
        for name, words in offers.items():
            if name in self.lines:
                completer = QCompleter(list(words), self)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                self.lines[name].setCompleter(completer)

    def show_count(self, told: str, *, is_problem: bool) -> None:
        """Tell beneath the reply how long it is."""
        self.counter.setProperty("role", "problem" if is_problem else "muted")
        self.counter.style().polish(self.counter)
        self.counter.setText(told)

    def values(self) -> Texts:
        """What stands in the form, committed text only."""
        said = {name: line.text() for name, line in self.lines.items()}
        said |= {name: box.toPlainText() for name, box in self.texts.items()}
        fields = msgspec.json.encode(self.fields.fields()).decode()
        picture = {} if self.picture is None else {"image": self.picture.name}
        return said | picture | {"hotkey": self._hotkey, "fields": fields}

    def show_values(self, values: Mapping[str, str]) -> None:
        """Fill the form; no signal comes of it."""
        self.blockSignals(True)
        shown = self.values()
        for name, line in self.lines.items():
            if values.get(name, "") != shown[name]:  # else the cursor would jump
                line.setText(values.get(name, ""))
        for name, box in self.texts.items():
            if values.get(name, "") != shown[name]:
                box.setPlainText(values.get(name, ""))
        if self.picture is not None:
            self.picture.set_name(values.get("image", ""))
        self._hotkey = values.get("hotkey", "")
        self.recorder.set_combination(parsed(self._hotkey))
        fields = values.get("fields", "") or "[]"
        self.fields.set_fields(decode(fields, tuple[Field, ...]))
        self.complain(None)
        self.blockSignals(False)
        self.show_findings()

    def complain(self, problem: BadEntry | None) -> None:
        """Show a sentence beside the part that it is about, or none at all."""
        self.complain_no_more()
        if problem is not None:
            label = self._problems.get(problem.place, self._problems["body"])
            label.setText(told(problem))
            label.show()
            self._part(problem.place).setFocus()

    def problem(self, place: str) -> str:
        """The sentence beside a part; empty when all is well."""
        label = self._problems[place]
        return "" if label.isHidden() else label.text()

    def complain_no_more(self) -> None:
        for label in self._problems.values():
            label.hide()

    def _part(self, name: str) -> QWidget:
        special: dict[str, QWidget] = {"hotkey": self.recorder, "fields": self.fields}
        if self.picture is not None:
            special["image"] = self.picture
        return (special | self.lines | self.texts).get(name, self.texts["body"])

    def _lay_out(self) -> None:
        parted = self.tr("Part them by a line of {separator}").format(separator=SEPARATOR)
        self._row("title", self.tr("Title"))
        self._row("category", self.tr("Category"), self.tr("Levels are parted by /"))
        self._row("code", self.tr("Code"))
        self._row("hotkey", self.tr("Hotkey"))
        self._heading(self.tr("What the customer reads"))
        self._row(
            "body",
            self.tr("Reply"),
            self.tr("{{ customer }} is filled in; {{ cursor }} is where you type on."),
        )
        self._rows.addRow("", self._under_reply())
        self._rows.addRow("", self.findings)
        self._row("fields", self.tr("Fields"))
        self._row("alternatives", self.tr("Other wordings"), parted)
        self._row("messages", self.tr("Several messages"), parted)
        self._row("formal", self.tr("Formal"), self.tr("The same with 您 and without emoticons"))
        self._row("warm", self.tr("Warm"), self.tr("The same with 亲 and a smile"))
        if self.picture is not None:
            self._row("image", self.tr("Picture"))
        self._lay_out_notes()
        layout = QVBoxLayout(self)
        layout.addLayout(self._rows)
        layout.addStretch()

    def _lay_out_notes(self) -> None:
        commas = self.tr("Parted by commas")
        self._heading(self.tr("To find it by"))
        self._row("search_terms", self.tr("Search terms"), commas)
        self._row("tags", self.tr("Tags"), commas)
        self._row("triggers", self.tr("What customers ask"), self.tr("One question a line"))
        self._row("role", self.tr("Role"))
        self._row("stage", self.tr("Stage"))
        self._row("customer", self.tr("Customer"))
        self._heading(self.tr("To learn from"))
        self._row("when_to_use", self.tr("When to use"))
        self._row("when_to_avoid", self.tr("When to avoid"))
        self._row("technique", self.tr("Technique"))
        self._row("notes", self.tr("Notes"))
        self._heading(self.tr("When it holds"))
        day = self.tr("A day such as 2026-11-22; empty for always")
        self._row("valid_from", self.tr("Valid from"), day)
        self._row("valid_until", self.tr("Valid until"), day)

    def _heading(self, words: str) -> None:
        label = QLabel(words)
        font = label.font()
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
        label.setContentsMargins(0, label.fontMetrics().height() // 2, 0, 0)
        self._rows.addRow(label)

    def _under_reply(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.insert)
        row.addWidget(self.counter, 1)
        return row

    def _row(self, name: str, title: str, hint: str = "") -> None:
        part = self._part(name)
        part.setAccessibleName(title)
        part.setAccessibleDescription(hint)
        if isinstance(part, QLineEdit | QPlainTextEdit):
            part.setPlaceholderText(hint)
        problem = WrappedLabel("problem")
        problem.hide()
        self._problems[name] = problem
        column = QVBoxLayout()
        column.addWidget(part)
        column.addWidget(problem)
        self._rows.addRow(title, column)

    def _connect(self) -> None:
        for line in self.lines.values():
            line.textEdited.connect(self.edited)
        for box in self.texts.values():
            box.textChanged.connect(self.edited)
        for name in CUSTOMERS_READ:
            self.texts[name].installEventFilter(self)
            fixes = QuickFixes(self.texts[name], self._found)
            fixes.taught.connect(self.taught)
            fixes.family_refused.connect(self.family_refused)
        if self.picture is not None:
            self.picture.edited.connect(self.edited)
        self.fields.edited.connect(self.edited)
        self.recorder.recorded.connect(self._record)
        self.edited.connect(self._pause.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field is inserted into the text that had the keyboard last."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QPlainTextEdit):
            self._in_hand = watched
        return super().eventFilter(watched, event)

    def _text_in_hand(self) -> QPlainTextEdit:
        return self._in_hand

    def _declare(self) -> None:
        self.fields.add()

    def _record(self, combination: Combination | None) -> None:
        self._hotkey = "" if combination is None else str(combination)
        self.edited.emit()

    def show_findings(self) -> None:
        """Underline what the checker says now; text that is still being composed does not count."""
        findings: list[Finding] = []
        boxes = [self.texts[name] for name in CUSTOMERS_READ]
        texts = [box.toPlainText() for box in boxes]
        for box, text in zip(boxes, texts, strict=True):
            found = self._found(text)
            show_marks(box, text, finding_marks(Theme.of(self.palette()), found))
            findings.extend(found)
        lines = self._in_lines(findings)
        if any(len(text) > LONGEST_CHECKED for text in texts):
            lines.append(self.tr("A text this long is not checked while you write."))
        self.findings.setText("\n".join(lines))
        self.findings.setVisible(bool(lines))

    def _in_lines(self, findings: Sequence[Finding]) -> list[str]:
        """The gravest of `findings`, and how they are mended."""
        if not findings:
            return []
        gravest = sorted(findings, key=lambda one: SEVERITIES.index(one.severity))
        lines = [said(one) for one in gravest[:_MOST_LINES]]
        if len(gravest) > _MOST_LINES:
            more = len(gravest) - _MOST_LINES
            lines.append(self.tr("And {count} more are underlined.").format(count=more))
        return [*lines, self.tr("Alt+Enter or a right click mends it.")]

    def _found(self, text: str) -> list[Finding]:
        if self._check is None or len(text) > LONGEST_CHECKED:
            return []
        return outside_placeholders(text, self._check(text))


_LINES = (
    "title",
    "category",
    "code",
    "search_terms",
    "tags",
    "role",
    "stage",
    "customer",
    "technique",
    "valid_from",
    "valid_until",
)
_TEXTS = {
    "body": 6,
    "alternatives": 3,
    "messages": 3,
    "formal": 3,
    "warm": 3,
    "triggers": 3,
    "when_to_use": 2,
    "when_to_avoid": 2,
    "notes": 2,
}
"""The larger texts, and how many lines each shows at first."""


def _text_box(rows: int) -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    box.setFixedHeight((rows + 1) * box.fontMetrics().lineSpacing())
    return box
