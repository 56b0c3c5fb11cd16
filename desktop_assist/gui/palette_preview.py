"""The right half of the palette: the selected reply as it will be pasted, and what to mind."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from desktop_assist.core.findings import Finding
from desktop_assist.core.library import Entry
from desktop_assist.gui.highlight import Span, finding_marks, gap_look, gaps, show_marks
from desktop_assist.gui.theme import Theme

SHOWN_FINDINGS = 3
SHOWN_NOTE = 140
"""The code points of a note that are shown; the reply itself needs the room more."""

Check = Callable[[str, Sequence[str]], list[Finding]]
"""Findings in a text, by the names that the target's levels may be set under."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane shows: the texts as they will be pasted, and which wording of how many."""

    entry: Entry
    texts: tuple[str, ...]
    variant: int = 0
    variants: int = 1


class PreviewPane(QWidget):
    """Shows one reply; several messages stand one under another. Takes no keyboard focus."""

    def __init__(self, check: Check | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._platforms: tuple[str, ...] = ()
        self._title = _label(self, bold=True)
        self._place = _label(self, role="muted")
        self._text = _text_view(self)
        self._use = _label(self)
        self._avoid = _label(self)
        self._findings = _label(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._place):
            layout.addWidget(part)
        layout.addWidget(self._text, 1)
        for part in (self._use, self._avoid, self._findings):
            layout.addWidget(part)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the text for those who hear it, in the language of now."""
        self._text.setAccessibleName(self.tr("The reply as it will be pasted"))

    @property
    def text(self) -> str:
        """The text that is shown, with the lines that number several messages."""
        return self._text.toPlainText()

    def serve(self, platforms: Sequence[str]) -> None:
        """From now on findings are those of a target that is called `platforms`."""
        self._platforms = tuple(platforms)

    def clear(self) -> None:
        """Show nothing."""
        self._text.clear()
        self._text.hide()
        for part in (self._title, self._place, self._use, self._avoid, self._findings):
            _put(part, "")

    def show_reply(self, shown: Shown) -> None:
        """Show a reply from its beginning."""
        snippet = shown.entry.snippet
        _put(self._title, snippet.title)
        _put(self._place, "  ·  ".join(self._facts(shown)))
        _put(self._use, _note(self.tr("Use: {text}"), snippet.when_to_use))
        _put(self._avoid, _note(self.tr("Avoid: {text}"), snippet.when_to_avoid))
        numbered = self._numbered(shown.texts)
        self._text.setPlainText("".join(numbered))
        self._text.show()
        self._mark(numbered, self._found(shown.texts))

    def _facts(self, shown: Shown) -> list[str]:
        snippet = shown.entry.snippet
        facts = [" / ".join(snippet.category), snippet.code, shown.entry.pack_title]
        if len(shown.texts) > 1:
            facts.append(self.tr("{count} messages").format(count=len(shown.texts)))
        if shown.variants > 1:
            wording = self.tr("wording {number} of {count}")
            facts.append(wording.format(number=shown.variant + 1, count=shown.variants))
        return [fact for fact in facts if fact]

    def _numbered(self, texts: Sequence[str]) -> list[str]:
        """Pieces of the shown text; every second one is a reply, the others number them."""
        if len(texts) == 1:
            return ["", _one_newline(texts[0])]
        pieces: list[str] = []
        for number, text in enumerate(texts, 1):
            above = "\n\n" if pieces else ""
            pieces += [f"{above}— {number}/{len(texts)} —\n", _one_newline(text)]
        return pieces

    def _found(self, texts: Sequence[str]) -> list[list[Finding]]:
        """The findings of each text; the pane names the first of them in words."""
        if self._check is None:
            _put(self._findings, "")
            return [[] for _ in texts]
        found = [self._check(_one_newline(text), self._platforms) for text in texts]
        every = [finding for one in found for finding in one]
        lines = [f"● {finding.text}: {finding.message}" for finding in every[:SHOWN_FINDINGS]]
        if len(every) > SHOWN_FINDINGS:
            rest = self.tr("and {count} more")
            lines.append(rest.format(count=len(every) - SHOWN_FINDINGS))
        self._say_findings("\n".join(lines), {finding.severity for finding in every})
        return found

    def _say_findings(self, text: str, severities: Collection[str]) -> None:
        gravest = next((one for one in ("block", "warn") if one in severities), "hint")
        colours = self._findings.palette()
        colours.setColor(QPalette.ColorRole.WindowText, Theme.of(self.palette()).colour(gravest))
        self._findings.setPalette(colours)
        _put(self._findings, text)

    def _mark(self, pieces: Sequence[str], found: Sequence[Sequence[Finding]]) -> None:
        theme = Theme.of(self.palette())
        whole = "".join(pieces)
        marks = [(span, gap_look(theme)) for span in gaps(whole)]
        start = 0
        for number, piece in enumerate(pieces):
            if number % 2:
                underlines = finding_marks(theme, found[number // 2])
                marks += [(_moved(span, start), look) for span, look in underlines]
            start += len(piece)
        show_marks(self._text, whole, marks)


def _note(frame: str, text: str) -> str:
    if len(text) > SHOWN_NOTE:
        text = f"{text[:SHOWN_NOTE]}…"
    return frame.format(text=text) if text else ""


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _one_newline(text: str) -> str:
    return text.replace("\r\n", "\n")


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
    view.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return view
