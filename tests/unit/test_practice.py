"""Practice: what is asked, in which temper, when it comes back, and what a day counts."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.learning.lesson import Lesson
from desktop_assist.core.learning.progress import (
    Attempt,
    Day,
    Known,
    days_in_a_row,
    known,
    together,
    with_attempt,
)
from desktop_assist.core.learning.schedule import RATINGS, Memory, Rating, Schedule
from desktop_assist.core.learning.session import NEW_A_DAY, Choice, queue
from desktop_assist.core.learning.situation import (
    Situation,
    SituationKind,
    same_code,
    situations,
    voiced,
)
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.services.practice import Practice
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.progress import ProgressStore

UTC = datetime.UTC
NOW = datetime.datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CHINA = datetime.timezone(datetime.timedelta(hours=8))
TODAY = datetime.date(2026, 3, 2)

RETURN = Entry(
    Snippet(
        id="return",
        title="退货",
        category=("售后",),
        body="可以退的。",
        code="th",
        triggers=("我要退货", "不想要了？"),
        stage="售后",
    ),
    "pack",
)
ENGLISH = Entry(
    Snippet(id="en", title="Return", category=("a",), body="Sure.", language="en", code="er"),
    "pack",
)
CASE = Lesson("pack/case", "case", "案例", "正文", "zh-CN", "投诉", says="你们骗人", thoughts="想")
TEMPER = Lesson("pack/t", "temper", "急性子", "正文", "zh-CN", voices=("{question} 快点！",))


def sit(key: str, stage: str = "") -> Situation:
    return Situation(key, "question", key, ("?",), (), stage)


def memory(due: datetime.datetime, *, state: int = 2, stability: float = 3.0) -> Memory:
    return Memory(due, NOW, state, stability, 5.0)


class TestSituations:
    def test_cases_questions_and_codes_in_the_language(self) -> None:
        found = situations([RETURN, ENGLISH], [CASE, TEMPER], "zh_CN")
        assert [(one.key, one.kind) for one in found] == [
            ("case:pack/case", "case"),
            ("question:pack/return", "question"),
            ("code:pack/return", "code"),
        ]

    def test_a_question_is_first_asked_evenly_then_in_a_temper(self) -> None:
        question = situations([RETURN], [], "zh_CN")[0]
        assert voiced(question, [TEMPER], 0).text == "我要退货"
        again = voiced(question, [TEMPER], 2)
        assert (again.text, again.temper) == ("我要退货？ 快点！", TEMPER)
        assert voiced(question, [TEMPER], 1).text == "不想要了？ 快点！"

    def test_cases_and_codes_keep_their_own_voice(self) -> None:
        case, _question, code = situations([RETURN], [CASE], "zh_CN")
        assert voiced(case, [TEMPER], 5).text == "你们骗人"
        assert voiced(code, [TEMPER], 5).text == "退货"

    @pytest.mark.parametrize(("typed", "right"), [("th", True), (" TH\n", True), ("thx", False)])
    def test_a_code_is_right_in_any_case(self, typed: str, right: bool) -> None:
        assert same_code(typed, "th") is right


class TestQueue:
    def test_what_is_due_longest_comes_first(self) -> None:
        hour = datetime.timedelta(hours=1)
        memories = {"a": memory(NOW - hour), "b": memory(NOW - 2 * hour), "c": memory(NOW + hour)}
        found = queue([sit(key) for key in "abcd"], memories, NOW, 0)
        assert found.now == sit("b")
        assert (found.due, found.fresh) == (2, 1)

    def test_new_ones_are_rationed_by_the_day(self) -> None:
        many = [sit(str(number)) for number in range(50)]
        assert queue(many, {}, NOW, 0).fresh == NEW_A_DAY
        assert queue(many, {}, NOW, NEW_A_DAY - 1).fresh == 1
        assert queue(many, {}, NOW, NEW_A_DAY).now is None

    def test_without_anything_left_it_tells_when_the_next_comes(self) -> None:
        later = NOW + datetime.timedelta(minutes=10)
        found = queue([sit("a")], {"a": memory(later)}, NOW, 0)
        assert (found.now, found.later) == (None, later)
        assert queue([], {}, NOW, 0).later is None

    def test_a_choice_holds_kind_and_stage(self) -> None:
        assert Choice().holds(sit("a", "售后"))
        assert Choice("question", "售后").holds(sit("a", "售后"))
        assert not Choice("code").holds(sit("a"))
        assert not Choice(stage="售前").holds(sit("a", "售后"))


class TestSchedule:
    def test_a_better_answer_comes_back_later(self) -> None:
        schedule = Schedule()
        dues = [schedule.after(None, rating, NOW).due for rating in RATINGS]
        assert dues == sorted(dues)
        assert dues[0] > NOW

    @given(st.lists(st.sampled_from(RATINGS), min_size=1, max_size=12))
    def test_what_is_known_well_grows_firm_and_what_fails_comes_back_soon(
        self, ratings: list[Rating]
    ) -> None:
        schedule = Schedule()
        kept: Memory | None = None
        now = NOW
        for rating in ratings:
            kept = schedule.after(kept, rating, now)
            assert kept.due > now
            assert 0 <= schedule.recall(kept, kept.due) <= 1
            now = kept.due
        failed = schedule.after(kept, "again", now)
        assert failed.due - now <= datetime.timedelta(days=1)

    def test_the_same_answers_lead_to_the_same_day(self) -> None:
        first, second = (Schedule().after(None, "easy", NOW) for _ in range(2))
        assert first == second
        assert first.due - NOW >= datetime.timedelta(days=1)


class TestProgress:
    def attempt(
        self, kind: SituationKind = "question", rating: Rating = "good", findings: int = 0
    ) -> Attempt:
        return Attempt("k", kind, NOW, rating, "x", frozenset({"greeting"}), findings)

    def test_a_day_counts_answers_codes_and_what_they_had(self) -> None:
        day = with_attempt(Day(TODAY), self.attempt(), is_new=True)
        day = with_attempt(day, self.attempt(findings=2), is_new=False)
        day = with_attempt(day, self.attempt("code", "again"), is_new=True)
        assert (day.answers, day.clean, day.codes, day.codes_known, day.begun) == (2, 1, 1, 0, 2)
        assert day.share("greeting") == 1
        assert day.share("reason") == 0
        assert Day(TODAY).share("reason") is None

    def test_days_add_up(self) -> None:
        day = with_attempt(Day(TODAY), self.attempt(), is_new=True)
        total = together([day, day])
        assert total is not None
        assert (total.answers, total.met["greeting"]) == (2, 2)
        assert together([]) is None

    def test_days_in_a_row_reach_to_today_or_yesterday(self) -> None:
        days = [Day(TODAY - datetime.timedelta(days=back), answers=1) for back in (1, 2, 4)]
        assert days_in_a_row(days, TODAY) == 2
        assert days_in_a_row([*days, Day(TODAY, codes=1)], TODAY) == 3
        assert days_in_a_row(days, TODAY + datetime.timedelta(days=5)) == 0

    def test_what_is_known_is_counted_by_firmness(self) -> None:
        memories = {
            "a": memory(NOW, state=1),
            "b": memory(NOW),
            "c": memory(NOW, stability=30),
            "gone": memory(NOW),
        }
        assert known("abcd", memories) == Known(new=1, learning=1, young=1, firm=1)


class TestPractice:
    @pytest.fixture
    def practice(self, tmp_path: Path) -> Practice:
        self.now = NOW.astimezone(CHINA)
        storage = AtomicStorage(tmp_path / "progress.jsonl", lambda: TODAY)
        self.store = ProgressStore(storage)
        made = Practice(self.store, self.check, lambda: self.now)
        made.show(situations([RETURN], [CASE], "zh_CN"), [TEMPER])
        return made

    def check(self, text: str) -> list[Finding]:
        start = text.find("不行")
        found = Finding("r", "tone", "warn", start, start + 2, "不行", "Stiff.")
        return [found] if start >= 0 else []

    def test_an_answer_is_judged_and_nothing_kept_before_it_is_rated(
        self, practice: Practice
    ) -> None:
        feedback = practice.hand_in("不行")
        assert (feedback.proposed, len(feedback.findings)) == ("again", 1)
        assert dict(self.store.memories) == {}

    def test_a_rated_answer_comes_back_and_another_is_asked(self, practice: Practice) -> None:
        first = practice.current
        assert first is not None
        feedback = practice.hand_in("您好，请稍等，我马上去查，因为要核对。")
        practice.rate(feedback, feedback.met, "good")
        assert practice.current not in (None, first)
        # GIVEN the time that it was put off has passed
        self.now += datetime.timedelta(minutes=11)
        practice.choose(Choice(first.kind))
        assert practice.current == first
        assert practice.queue.due == 1

    def test_a_code_is_known_or_not(self, practice: Practice) -> None:
        practice.choose(Choice("code"))
        assert practice.hand_in("th").proposed == "good"
        assert practice.hand_in("tk").proposed == "again"

    def test_the_day_is_the_learners_own(self, practice: Practice) -> None:
        # GIVEN one in the morning in China, still yesterday in UTC
        self.now = datetime.datetime(2026, 3, 3, 1, 0, tzinfo=CHINA)
        feedback = practice.hand_in("您好")
        practice.rate(feedback, feedback.met, "hard")
        assert [one.day for one in self.store.days] == [datetime.date(2026, 3, 3)]

    def test_passing_over_counts_nothing_and_asks_another(self, practice: Practice) -> None:
        first = practice.current
        practice.pass_over()
        assert practice.current not in (None, first)
        assert self.store.days == ()

    def test_after_the_days_new_ones_more_can_be_wanted(self, practice: Practice) -> None:
        many = tuple(sit(str(number)) for number in range(NEW_A_DAY + 1))
        practice.show(many, ())
        for _ in range(NEW_A_DAY):
            feedback = practice.hand_in("您好")
            practice.rate(feedback, feedback.met, "easy")
        assert practice.current is None
        practice.want_more()
        assert practice.current is not None

    def test_a_rating_tells_beforehand_when_it_comes_back(self, practice: Practice) -> None:
        spans = [practice.comes_back(rating) for rating in RATINGS]
        assert spans == sorted(spans)

    def test_a_draft_is_kept_until_it_is_handed_in(self, practice: Practice) -> None:
        practice.keep_draft("您好，我")
        assert practice.draft == "您好，我"
        feedback = practice.hand_in("您好")
        key = practice.current.key if practice.current else ""
        practice.rate(feedback, feedback.met, "good")
        assert self.store.draft(key) == ""
        assert self.store.last(key) is not None
