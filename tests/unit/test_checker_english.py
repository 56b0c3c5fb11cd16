"""The English rules and the second opinion on replies of desks, counters and offices."""

from __future__ import annotations

import pytest

from desktop_assist.bundled import resources
from desktop_assist.core.checking.checker import Checker
from desktop_assist.packs.rules import RuleSet


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(RuleSet.load([resources() / "rules"]))


@pytest.mark.parametrize(
    "text",
    [
        "On its way now", "See you at noon", "Third floor", "Boat at six", "Tea or coffee?",
        "Next week", "Same here", "Ready for pickup", "Any luck?", "Thanks!", "Got it", "Sent",
    ],
)  # fmt: skip
def test_an_everyday_short_reply_is_left_alone(checker: Checker, text: str) -> None:
    assert checker.check(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "You should see a green tick by now.",
        "Could you do me a favour and read me the model number?",
        "The only thing missing is your signature.",
        "The answer is no for red and yes for blue.",
        "The WhatsApp number on the net isn't ours, please don't pay anything there.",
        "The Discord server is run by fans, we only read along.",
        "Number one on the list is the charger, could you check whether the light is on?",
        "I'm afraid I wasn't very clear: the 20 is once, not monthly.",
    ],
)
def test_an_innocent_neighbour_of_harm_is_left_alone(checker: Checker, text: str) -> None:
    assert checker.check(text) == []


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("If you book with us direct instead of through Booking.com it is 20 euro less, cheaper",
         "diversion"),
        ("Cancel it here and come to the shop, no fees for us", "diversion"),
        ("We'll waive the late fee once the TripAdvisor review is gone", "review_bribe"),
        ("we pay $5 per amazon review", "review_bribe"),
        ("It'll be there tomorrow morning come rain or shine", "overpromise"),
        ("100% natural and completely free of any side effects", "absolute"),
        ("Type the verification number from the SMS here pls", "privacy"),
    ],
)  # fmt: skip
def test_what_leads_away_bribes_vows_or_asks_for_secrets_is_found(
    checker: Checker, text: str, family: str
) -> None:
    assert family in {one.family for one in checker.check(text)}
