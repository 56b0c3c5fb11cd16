"""Practice: a customer says something, the learner answers, and hears what is said of it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_assist.core.learning.lesson import spoken_in
from desktop_assist.core.learning.schedule import RATINGS, Rating
from desktop_assist.core.learning.session import Choice
from desktop_assist.core.learning.situation import SITUATION_KINDS, Situation, situations
from desktop_assist.errors import AssistError
from desktop_assist.gui.learning_room.answer_box import AnswerBox
from desktop_assist.gui.learning_room.customer import Customer
from desktop_assist.gui.learning_room.feedback import FeedbackView
from desktop_assist.gui.learning_room.ports import Ports
from desktop_assist.gui.learning_room.wording import rating_name, short_date, span_of
from desktop_assist.gui.look.highlight import finding_marks, show_marks
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.look.theme import Theme
from desktop_assist.gui.palette.results import quiet_label
from desktop_assist.services.practice import Feedback, Practice

_LONGEST_WAIT = 10 * 60
"""Seconds after which the queue is looked at again, even where nothing is due."""


class Answering(QWidget):
    """Asks, hears the answer, tells, and asks the next. What is typed is kept as a draft."""

    progressed = Signal()
    """An answer was kept."""
    failed = Signal(object)
    """An `AssistError`: something could not be kept; the text is still there."""

    def __init__(self, ports: Ports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ports = ports
        self._practice = Practice(ports.progress, ports.check, ports.now)
        self._feedback: Feedback | None = None
        self._shown = ""
        # What comes back in a few minutes comes by itself while the room is open.
        self._alarm = QTimer(self, singleShot=True)
        self._alarm.timeout.connect(self._look_again)
        self._build()
        self._arrange()

    # -- what the window calls

    def reload(self) -> None:
        """Practise what the library and the lessons hold now."""
        before = self._practice.current
        language = self._ports.language()
        lessons = spoken_in(self._ports.lessons().lessons, language)
        self._practice.show(
            situations(self._ports.entries(), lessons, language),
            [one for one in lessons if one.kind == "temper"],
        )
        self._retranslate()
        self._fill_choices()
        after = self._practice.current
        if self._feedback is None or before is None or after is None or before.key != after.key:
            self._feedback = None
            self._ask()
        else:
            self.feedback.retranslate()
            self._name_ratings()
        self._show_queue()

    def go_to(self, key: str) -> None:
        """Ask the situation of `key`, whether it is due or not."""
        self.keep_draft()
        if self._practice.go_to(key):
            self._feedback = None
            self._ask()

    def keep_draft(self) -> None:
        """See that what is typed survives the end of the program."""
        if self._practice.current is None or self._feedback is not None:
            return
        try:
            self._practice.keep_draft(self.answer.toPlainText())
        except AssistError as error:
            self.failed.emit(error)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of everything that could be practised."""
        return self._practice.keys

    def start(self) -> None:
        """Give the keyboard to what comes next: the answer, or how it went."""
        self._look_again()
        if self._feedback is not None:
            self.ratings[self._feedback.proposed].setFocus()
        elif self.answer.isEnabled():
            self.answer.setFocus()
        else:
            self.more.setFocus()

    def enter(self) -> None:
        """Ctrl+Enter: hand in, or take the proposed rating."""
        if self._feedback is None:
            self.hand_in()
        else:
            self.rate(self._feedback.proposed)

    def hear_digit(self, number: int) -> bool:
        """1 to 4 rate an answer that was handed in; tell whether one was."""
        if self._feedback is None:
            return False
        self.rate(RATINGS[number - 1])
        return True

    # -- building

    def _build(self) -> None:
        self.kind = QComboBox(self)
        self.stage = QComboBox(self)
        for box in (self.kind, self.stage):
            box.activated.connect(lambda _index: self._choose())
        self._count = quiet_label(self)
        self._content = QWidget(self)
        self.customer = Customer(self._content)
        self.answer = AnswerBox(self._content)
        self.answer.finished.connect(self.hand_in)
        self.answer.textChanged.connect(self._show_buttons)
        self.feedback = FeedbackView(self._ports, self._content)
        self.send = QPushButton(self)
        self.send.clicked.connect(self.hand_in)
        self.send.setDefault(True)
        self.another = QPushButton(self)
        self.another.clicked.connect(self._pass_over)
        self.more = QPushButton(self)
        self.more.clicked.connect(self._want_more)
        self._how = QLabel(self)
        self.ratings: dict[Rating, QPushButton] = {name: QPushButton(self) for name in RATINGS}
        for name, button in self.ratings.items():
            button.clicked.connect(partial(self.rate, name))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.kind)
        top.addWidget(self.stage)
        top.addWidget(self._count, 1)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, em(self) // 3, 0)
        column.setSpacing(em(self) // 2)
        for part in (self.customer, self.answer, self.feedback):
            column.addWidget(part)
        column.addStretch(1)
        self._room = QScrollArea(self)
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setWidget(self._content)
        self._room.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self._how)
        buttons.addStretch(1)
        for button in (*self.ratings.values(), self.another, self.more, self.send):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(self._room, 1)
        whole.addLayout(buttons)

    def _retranslate(self) -> None:
        self.kind.setAccessibleName(self.tr("What to practise"))
        self.stage.setAccessibleName(self.tr("Stage"))
        self.answer.setAccessibleName(self.tr("Your answer"))
        self.send.setText(self.tr("Hand in"))
        self.send.setToolTip("Ctrl+Enter")
        self.another.setText(self.tr("Another one"))
        self.another.setToolTip(self.tr("Leave this one for another time; nothing is counted"))
        self.more.setText(self.tr("Go on with new ones"))
        self._how.setText(self.tr("How did it go?"))

    def _fill_choices(self) -> None:
        kinds = {
            "question": self.tr("Customers' questions"),
            "case": self.tr("Cases"),
            "code": self.tr("Codes"),
        }
        named = [(one, kinds[one]) for one in SITUATION_KINDS]
        _refill(self.kind, [(None, self.tr("Everything")), *named])
        stages = [(one, one) for one in self._practice.stages]
        _refill(self.stage, [("", self.tr("Every stage")), *stages])

    # -- what the learner does

    def hand_in(self) -> None:
        """Tell what is to be said of the answer."""
        text = self.answer.toPlainText()
        situation = self._practice.current
        if situation is None or not text.strip() or self._feedback is not None:
            return
        self.keep_draft()
        self._feedback = self._practice.hand_in(text)
        self.feedback.show_feedback(situation, self._feedback)
        self.answer.setReadOnly(True)
        theme = Theme.of(self.palette())
        show_marks(self.answer, text, finding_marks(theme, self._feedback.findings))
        self._name_ratings()
        self._show_buttons()
        self.ratings[self._feedback.proposed].setFocus()

    def rate(self, rating: Rating) -> None:
        """Keep how it went, and ask the next."""
        if self._feedback is None:
            return
        met = self.feedback.marks.met if self._feedback.marks else frozenset()
        try:
            self._practice.rate(self._feedback, met, rating)
        except AssistError as error:
            self.failed.emit(error)
            return
        self._feedback = None
        self._ask()
        self.progressed.emit()
        self.start()

    def _choose(self) -> None:
        self.keep_draft()
        kind, stage = self.kind.currentData(), self.stage.currentData()
        self._practice.choose(Choice(kind, stage or ""))
        self._feedback = None
        self._ask()

    def _pass_over(self) -> None:
        self.keep_draft()
        self._practice.pass_over()
        self._ask()
        self.start()

    def _want_more(self) -> None:
        self._practice.want_more()
        self._ask()
        self.start()

    def _look_again(self) -> None:
        if self._practice.current is None:
            self._practice.look_again()
            self._ask()

    # -- what is shown

    def _ask(self) -> None:
        situation = self._practice.current
        self.feedback.setVisible(False)
        self.answer.setReadOnly(False)
        self.answer.setExtraSelections([])
        self.answer.setEnabled(situation is not None)
        self.answer.setVisible(situation is not None)
        if situation is None:
            self._say_nothing_is_left()
        else:
            self._say(situation)
        self._show_queue()
        self._show_buttons()
        self._room.verticalScrollBar().setValue(0)

    def _say(self, situation: Situation) -> None:
        self.customer.show_situation(situation, self._practice.voiced, self._practice.last)
        self.answer.one_line = situation.kind == "code"
        self.answer.setPlaceholderText(
            self.tr("The code, then Enter")
            if self.answer.one_line
            else self.tr("What do you answer? Ctrl+Enter hands it in.")
        )
        if situation.key != self._shown or not self.answer.toPlainText():
            self.answer.setPlainText(self._practice.draft)
        self._shown = situation.key

    def _say_nothing_is_left(self) -> None:
        self._shown = ""
        self.answer.clear()
        self.customer.show_sentence(self._nothing_left())

    def _nothing_left(self) -> str:
        if not self._practice.keys:
            return self.tr(
                "There is nothing to practise. Replies with trigger questions or codes, and"
                " cases among the lessons, are asked here."
            )
        later = self._practice.queue.later
        if later is None:
            return self.tr("Nothing of this kind is left for today.")
        told = self.tr("Well done, nothing is left for now. The next one comes back {time}.")
        return told.format(time=self._time(later))

    def _time(self, moment: datetime.datetime) -> str:
        here = moment.astimezone(self._ports.now().tzinfo)
        if here.date() == self._ports.now().date():
            return self.tr("at {time}").format(time=f"{here:%H:%M}")
        return self.tr("on {day}").format(day=short_date(here.date()))

    def _show_queue(self) -> None:
        queue = self._practice.queue
        told = self.tr("Coming back now: {due}  ·  new today: {fresh}")
        self._count.setText(told.format(due=queue.due, fresh=queue.fresh))
        if queue.later is not None:
            wait = (queue.later - self._ports.now()).total_seconds()
            self._alarm.start(int(min(max(wait, 1), _LONGEST_WAIT) * 1000))

    def _show_buttons(self) -> None:
        asked = self._practice.current is not None
        answered = self._feedback is not None
        self.send.setVisible(asked and not answered)
        self.send.setEnabled(bool(self.answer.toPlainText().strip()))
        self.another.setVisible(asked and not answered)
        self.more.setVisible(not asked and bool(self._practice.keys))
        self._how.setVisible(answered)
        for button in self.ratings.values():
            button.setVisible(answered)

    def _name_ratings(self) -> None:
        for number, (name, button) in enumerate(self.ratings.items(), 1):
            back = span_of(self._practice.comes_back(name))
            button.setText(f"{number}  {rating_name(name)}  ·  {back}")
            button.setDefault(self._feedback is not None and name == self._feedback.proposed)
            told = self.tr("{name}; comes back in {time}")
            button.setAccessibleName(told.format(name=rating_name(name), time=back))


def _refill(box: QComboBox, entries: Sequence[tuple[str | None, str]]) -> None:
    """Put `entries` (value and name) into `box`; what was chosen stays chosen."""
    chosen = box.currentData()
    box.clear()
    for value, name in entries:
        box.addItem(name, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
