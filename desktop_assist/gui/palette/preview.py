"""The right half of the palette: the selected reply as it will be pasted, and what to mind."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QPalette, QResizeEvent, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.library import Entry
from desktop_assist.gui.look.fitting import FittedScroll
from desktop_assist.gui.look.highlight import Span, finding_marks, gap_look, gaps, show_marks
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.palette.keys import Command
from desktop_assist.gui.palette.marks import match_look, spans_of
from desktop_assist.gui.palette.messages import numbered, one_newline
from desktop_assist.gui.palette.picture import Picture
from desktop_assist.gui.palette.tones import ToneBar
from desktop_assist.gui.palette.touch import ActionBar
from desktop_assist.gui.palette.wording import Wording

SHOWN_FINDINGS = 3
SHOWN_NOTE = 140
"""The code points of a note that are shown; the reply itself needs the room more."""
_TEXT_LINES = 3
"""What is always seen of the reply, however little room there is."""

Check = Callable[[str, Sequence[str]], list[Finding]]
"""Findings in a text, by the names that the target's levels may be set under."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane shows: a wording and its texts as they will be pasted.

    `needles` stand out in them; the message numbered `following` goes next (0: none is under way).
    """

    wording: Wording
    texts: tuple[str, ...]
    needles: tuple[str, ...] = ()
    picture: Path | None = None
    following: int = 0

    @property
    def entry(self) -> Entry:
        return self.wording.entry


class PreviewPane(QWidget):
    """Shows one reply; several messages stand one under another. A click never takes the focus."""

    wanted = Signal(Command)
    """A button was pressed that stands for this key."""

    def __init__(self, check: Check | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._platforms: tuple[str, ...] = ()
        self._shown: tuple[Shown, list[list[Finding]]] | None = None
        self._title = _label(self, bold=True)
        self._place = _label(self, role="muted")
        self._tones = ToneBar(self)
        self._text = _text_view(self)
        self._picture = Picture(self)
        self._use, self._avoid, self._findings = (_label(self) for _ in range(3))
        self._notes = self._scroll(self._use, self._avoid, self._findings)
        self._actions = ActionBar(self)
        self._tones.wanted.connect(self.wanted)
        self._actions.wanted.connect(self.wanted)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 3)
        above: tuple[QWidget, ...] = (self._title, self._place, self._tones)
        below: tuple[QWidget, ...] = (self._picture, self._notes, self._actions)
        for part in (*above, self._text, *below):
            layout.addWidget(part)
        layout.setStretchFactor(self._text, 1)

    def _scroll(self, *labels: QLabel) -> FittedScroll:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 4)
        for label in labels:
            column.addWidget(label)
        return FittedScroll(inside, column, self)

    def retranslate(self) -> None:
        """Name the text for those who hear it, in the language of now."""
        self._text.setAccessibleName(self.tr("The reply as it will be pasted"))
        self._actions.retranslate()
        self._shown = None

    @property
    def text(self) -> str:
        """The text that is shown, with the lines that number several messages."""
        return self._text.toPlainText()

    def serve(self, platforms: Sequence[str]) -> None:
        """From now on findings are those of a target that is called `platforms`."""
        self._platforms = tuple(platforms)
        self._shown = None

    def clear(self) -> None:
        """Show nothing."""
        self._shown = None
        self._text.clear()
        self._text.hide()
        self._picture.show_file(None)
        for part in (self._title, self._place, self._use, self._avoid, self._findings):
            _put(part, "")
        for bar in (self._tones, self._notes, self._actions):
            bar.hide()

    def show_reply(self, shown: Shown) -> None:
        """Show a reply from its beginning; what is on show already is left alone."""
        found = [self._found(text) for text in shown.texts]
        seen = (shown, found)
        if seen == self._shown:
            return
        self._shown = seen
        self._say(shown)
        self._name(found)
        pieces = numbered(shown.texts, shown.following)
        whole = "".join(pieces)
        if whole != self.text or not self._text.isVisible():
            self._text.setPlainText(whole)
        self._text.show()
        self._mark(pieces, found, shown.needles)
        self._fit()

    def _say(self, shown: Shown) -> None:
        snippet = shown.entry.snippet
        _put(self._title, snippet.title)
        _put(self._place, "  ·  ".join(self._facts(shown)))
        _put(self._use, _note(self.tr("Use: {text}"), snippet.when_to_use))
        _put(self._avoid, _note(self.tr("Avoid: {text}"), snippet.when_to_avoid))
        self._tones.show_for(shown.wording)
        self._picture.show_file(shown.picture)
        self._actions.show_for(len(shown.texts), shown.following or 1)
        self._actions.show()

    def _facts(self, shown: Shown) -> list[str]:
        snippet, wording = shown.entry.snippet, shown.wording
        facts = [" / ".join(snippet.category), snippet.code, shown.entry.pack_title]
        if len(shown.texts) > 1:
            facts.append(self.tr("{count} messages").format(count=len(shown.texts)))
        if len(wording.bodies) > 1:
            told = self.tr("wording {number} of {count}")
            facts.append(told.format(number=wording.number + 1, count=len(wording.bodies)))
        return [fact for fact in facts if fact]

    def _found(self, text: str) -> list[Finding]:
        return self._check(one_newline(text), self._platforms) if self._check else []

    def _name(self, found: Sequence[Sequence[Finding]]) -> None:
        """Name the first findings in words."""
        every = [finding for one in found for finding in one]
        lines = [f"● {finding.text}: {finding.message}" for finding in every[:SHOWN_FINDINGS]]
        if len(every) > SHOWN_FINDINGS:
            rest = self.tr("and {count} more")
            lines.append(rest.format(count=len(every) - SHOWN_FINDINGS))
        self._say_findings("\n".join(lines), {finding.severity for finding in every})

    def _say_findings(self, text: str, severities: Collection[str]) -> None:
        gravest = next((one for one in ("block", "warn") if one in severities), "hint")
        colours = self._findings.palette()
        colours.setColor(QPalette.ColorRole.WindowText, Theme.of(self.palette()).colour(gravest))
        self._findings.setPalette(colours)
        _put(self._findings, text)

    def _mark(
        self,
        pieces: Sequence[str],
        found: Sequence[Sequence[Finding]],
        needles: Sequence[str],
    ) -> None:
        theme = Theme.of(self.palette())
        whole = "".join(pieces)
        marks = [(span, gap_look(theme)) for span in gaps(whole)]
        start = 0
        for number, piece in enumerate(pieces):
            if number % 2:
                underlines = finding_marks(theme, found[number // 2])
                matches = ((span, match_look(theme)) for span in _outside_gaps(piece, needles))
                every = (*matches, *underlines)
                marks += [(_moved(span, start), look) for span, look in every]
            start += len(piece)
        show_marks(self._text, whole, marks)

    def _fit(self) -> None:
        """Give the notes what they need, while the reply keeps half of the room."""
        said = any(label.text() for label in (self._use, self._avoid, self._findings))
        self._notes.setVisible(said)
        if said:
            self._notes.fit(self.width())
            self._notes.setMaximumHeight(max(self.height() // 3, self.fontMetrics().height() * 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None:
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._shown = None  # the marks have the colours of the other look
        super().changeEvent(event)


def _outside_gaps(piece: str, needles: Sequence[str]) -> list[Span]:
    """Where `needles` stand in what is written; a gap only has its own name."""
    unfilled = gaps(piece)
    return [
        (start, end)
        for start, end in spans_of(piece, needles)
        if not any(start < last and first < end for first, last in unfilled)
    ]


def _note(frame: str, text: str) -> str:
    if len(text) > SHOWN_NOTE:
        text = f"{text[:SHOWN_NOTE]}…"
    return frame.format(text=text) if text else ""


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _label(parent: QWidget, role: str = "", *, bold: bool = False) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    if bold:
        font = label.font()
        font.setWeight(QFont.Weight.Bold)
        label.setFont(font)
    label.hide()
    return label


def _put(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _text_view(parent: QWidget) -> QTextEdit:
    view = QTextEdit(parent)
    view.setReadOnly(True)
    view.setAcceptRichText(False)
    view.setUndoRedoEnabled(False)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setMinimumHeight(view.fontMetrics().height() * _TEXT_LINES)
    view.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return view
