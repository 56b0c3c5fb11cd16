"""The lessons: a list of them on the left, the page on the right, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.learning.lesson import (
    KINDS,
    Lesson,
    LessonKind,
    next_unread,
    spoken_in,
)
from desktop_assist.errors import AssistError
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.learning_room.page import Page
from desktop_assist.gui.learning_room.ports import Ports
from desktop_assist.gui.learning_room.wording import plain
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.palette.results import quiet_label
from desktop_assist.packs.faults import Fault

_KEY = Qt.ItemDataRole.UserRole
_FAULTS = "faults"
"""In place of a lesson's key; those have a slash in them."""


class Reading(QWidget):
    """Opens at the first step of the path that was not read yet."""

    practice_wanted = Signal(str)
    """The key of the case that is to be answered."""
    progressed = Signal()
    """Another lesson was read."""
    failed = Signal(object)
    """An `AssistError`: what was read could not be kept."""

    def __init__(self, ports: Ports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ports = ports
        self._lessons: tuple[Lesson, ...] = ()
        self._faults: tuple[Fault, ...] = ()
        self._lesson: Lesson | None = None
        self._with_thoughts = False
        self.contents = QListWidget(self)
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.viewport().setAutoFillBackground(False)
        self.contents.setWordWrap(True)
        self.contents.setSpacing(1)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setFixedWidth(17 * em(self))
        self.contents.currentItemChanged.connect(lambda *_items: self._open_current())
        self.page = Page(self)
        self.thoughts = QPushButton(self)
        self.thoughts.clicked.connect(self._show_thoughts)
        self.practise = QPushButton(self)
        self.practise.clicked.connect(self._want_practice)
        self.done = QPushButton(self)
        self.done.setDefault(True)
        self.done.clicked.connect(self.finish)
        self._read_on = quiet_label(self)
        self._arrange()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._read_on, 1)
        for button in (self.thoughts, self.practise, self.done):
            buttons.addWidget(button)
        right = QVBoxLayout()
        right.addWidget(self.page, 1)
        right.addLayout(buttons)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.contents)
        whole.addLayout(right, 1)

    def reload(self) -> None:
        """Show the lessons in the language of now, at the page that was open."""
        before = self._lesson.key if self._lesson else ""
        reading = self._ports.lessons()
        self._lessons = spoken_in(reading.lessons, self._ports.language())
        self._faults = reading.faults
        self._retranslate()
        self._fill()
        unread = next_unread(self._lessons, self._ports.progress.read)
        self.open_page(before or (unread.key if unread else ""))

    def open_page(self, key: str) -> None:
        """Show the lesson of `key`, or the first one."""
        items = list(self._items())
        wanted = next((item for item in items if item.data(_KEY) == key), None)
        if wanted is None and items:
            wanted = items[0]
        if wanted is None:
            self._lesson = None
            self._show()
        else:
            self.contents.setCurrentItem(wanted)

    def finish(self) -> None:
        """The open lesson is read; go on to the next one."""
        if self._lesson is None:
            return
        try:
            self._ports.progress.note_read(self._lesson.key, self._ports.now().date())
        except AssistError as error:
            self.failed.emit(error)
            return
        self._mark(self.contents.currentItem(), self._lesson)
        self.progressed.emit()
        self._open_next()

    def _open_next(self) -> None:
        keys = [item.data(_KEY) for item in self._items()]
        here = keys.index(self._lesson.key) if self._lesson else -1
        if here + 1 < len(keys):
            self.open_page(keys[here + 1])
        else:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            by_key = {one.key: one for one in self._lessons}
            for item in self._items():
                if item.data(_KEY) in by_key:
                    self._mark(item, by_key[item.data(_KEY)])

    # -- the list

    def _retranslate(self) -> None:
        self.contents.setAccessibleName(self.tr("Lessons"))
        self.page.setAccessibleName(self.tr("Lesson"))
        self.thoughts.setText(self.tr("Show the thoughts"))
        self.practise.setText(self.tr("Answer this customer"))
        self.done.setText(self.tr("Read, next"))
        self.done.setToolTip("Ctrl+Enter")

    def _fill(self) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        for kind in KINDS:
            of_kind = [one for one in self._lessons if one.kind == kind]
            if of_kind:
                self._add_heading(kind, of_kind)
            for lesson in of_kind:
                item = QListWidgetItem(self.contents)
                item.setData(_KEY, lesson.key)
                self._mark(item, lesson)
        if self._faults:
            item = QListWidgetItem(self._faults_name(), self.contents)
            item.setData(_KEY, _FAULTS)
        self.contents.blockSignals(False)

    def _add_heading(self, kind: LessonKind, lessons: Sequence[Lesson]) -> None:
        names = {
            "path": self.tr("The path, step by step"),
            "case": self.tr("Cases with questions"),
            "care": self.tr("Strain and feelings"),
            "temper": self.tr("Kinds of customers"),
        }
        item = QListWidgetItem(f"{names[kind]}  {len(lessons)}", self.contents)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setSizeHint(QSize(0, 2 * self.fontMetrics().height()))

    def _mark(self, item: QListWidgetItem, lesson: Lesson) -> None:
        was_read = lesson.key in self._ports.progress.read
        item.setText(lesson.title)
        item.setToolTip(lesson.title)
        item.setIcon(_mark_of(Theme.of(self.palette()), self.fontMetrics().height(), was_read))
        spoken = self.tr("read") if was_read else self.tr("not read yet")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{lesson.title}, {spoken}")

    def _items(self) -> Iterator[QListWidgetItem]:
        rows = (self.contents.item(row) for row in range(self.contents.count()))
        return (item for item in rows if item.data(_KEY))

    # -- the page

    def _open_current(self) -> None:
        item = self.contents.currentItem()
        key = item.data(_KEY) if item else None
        self._lesson = next((one for one in self._lessons if one.key == key), None)
        self._with_thoughts = False
        self._show()

    def _show_thoughts(self) -> None:
        self._with_thoughts = True
        self._show(keep_place=True)
        self.page.setFocus()

    def _want_practice(self) -> None:
        if self._lesson is not None:
            self.practice_wanted.emit(f"case:{self._lesson.key}")

    def _show(self, *, keep_place: bool = False) -> None:
        lesson = self._lesson
        is_case = lesson is not None and lesson.kind == "case"
        self.thoughts.setVisible(is_case and not self._with_thoughts)
        self.practise.setVisible(is_case)
        self.done.setVisible(lesson is not None)
        steps = [one for one in self._lessons if one.kind == "path"]
        count = sum(one.key in self._ports.progress.read for one in steps)
        told = self.tr("Steps of the path that you have read: {count} of {all}")
        self._read_on.setText(told.format(count=count, all=len(steps)) if steps else "")
        parts = self._parts(lesson) if lesson else self._parts_without_lesson()
        self.page.show_markdown("\n\n".join(parts), keep_place=keep_place)

    def _faults_name(self) -> str:
        return self.tr("Faults in lessons: {count}").format(count=len(self._faults))

    def _parts_without_lesson(self) -> Iterator[str]:
        if self._faults:
            yield f"# {self._faults_name()}"
        for fault in self._faults:
            said = f"{translated(fault.message)} {translated(fault.hint)}"
            yield f"`{fault.file}:{fault.line}`\n\n> {plain(said)}"
        if not self._lessons:
            yield self._nothing()

    def _nothing(self) -> str:
        told = self.tr("No pack holds a lesson.")
        hint = self.tr(
            "Lessons are Markdown files in a pack's folder “lessons”. The starter packs have some:"
            " switch one on, or ask your team lead for the team's."
        )
        return f"# {told}\n\n{hint}"

    def _parts(self, lesson: Lesson) -> Iterator[str]:
        yield f"# {lesson.title}"
        yield lesson.body
        if lesson.kind == "case" and not self._with_thoughts:
            return
        if lesson.thoughts:
            yield f"## {self.tr('Thoughts')}\n\n{lesson.thoughts}"
        examples = list(self._examples(lesson.snippets))
        if examples:
            yield f"## {self.tr('Replies in the library')}"
            yield from examples

    def _examples(self, keys: Iterable[str]) -> Iterator[str]:
        for key in keys:
            entry = self._ports.entry(key)
            if entry is not None:
                title, code = plain(entry.snippet.title), plain(entry.snippet.code)
                quoted = plain(self._ports.example(entry)).replace("\n", "\n> ")
                yield f"**{title}** {f'`{code}`' if code else ''}\n\n> {quoted}"


def _mark_of(theme: Theme, size: int, was_read: bool) -> QIcon:
    """A ring, filled where the lesson was read."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent" if was_read else "muted"), 1.5))
    if was_read:
        painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(QRectF(size * 0.25, size * 0.25, size * 0.5, size * 0.5))
    painter.end()
    return QIcon(picture)
