"""Replies that suit a customer's message. Suggested, never inserted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.suggesting.message_grams import (
    DENIED,
    MEANT,
    NUMBER,
    MessageGrams,
    is_filler,
    telling,
)
from desktop_assist.core.suggesting.misspelled import Misspelled
from desktop_assist.core.suggesting.picks import MOST_GRAMS, LearntPicks, Pick
from desktop_assist.core.suggesting.postings import PlainPostings, Postings, rarity
from desktop_assist.core.suggesting.synonyms import Synonyms

SMALLEST_SHARE = 0.3
"""Of the weight of a message's most telling grams. A best score below is chance: none is shown."""
TELLING_GRAMS = 8
"""The grams of a message that a suggestion is measured by: long messages tell stories."""
NEXT_TO_BEST = 0.4
"""A suggestion with less than this share of the best one's score stays hidden."""
OTHER_LANGUAGE = 0.5
"""What a reply in another language than the message keeps of its score."""
LEARNT = 1.5
"""What a sure pick adds, as a share of the weight of the message's most telling grams."""
CORRECTED = 0.6
"""What a gram counts that only stands in the message when it is read by its sound."""
LONGEST_MESSAGE = 500
"""Code points of a message that are looked at."""
MOST_ASKED = 64
"""Grams of a message that are asked for, the weightiest first."""
PLAIN_LIMIT = 10_000
"""From so many entries on the index lies in arrays."""

_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry by its key; `why` is the declared question or the title that the message is like.

    `learnt` tells that the agent's former picks speak for it more than its own words do.
    """

    key: str
    score: float
    why: str
    learnt: bool = False


class Suggester:
    """Ranks entries by what they share with a message.

    What a snippet declares as `triggers` counts most, with title and search terms, then what it is
    for, then the body; characters, pairs of them, and groups of synonyms are compared. The agent's
    former picks are further questions of their entry.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        synonyms: Synonyms | None = None,
        pinyin: PinyinTable | None = None,
    ) -> None:
        """Takes 0.2 ms an entry: above some thousand entries make it off the GUI thread."""
        self._grams = MessageGrams(synonyms)
        self._entries = list(entries)
        self._numbers = {entry.key: number for number, entry in enumerate(self._entries)}
        self._postings = _postings([entry.snippet for entry in self._entries], self._grams)
        self._misspelled = Misspelled(pinyin, self._postings) if pinyin else None
        self._weights: dict[str, float] = {}
        self._picks = LearntPicks((), 0, self._pick_weight)

    def __len__(self) -> int:
        return len(self._entries)

    def learn(self, picks: Iterable[Pick], today: int) -> None:
        """Go by these former picks alone from now on; `today` is a day number as theirs."""
        self._weights = {}
        self._picks = LearntPicks(picks, today, self._pick_weight)

    def learn_one(self, pick: Pick) -> None:
        """Go by `pick` as well from now on."""
        self._picks.add(pick)

    def grams_to_keep(self, message: str) -> frozenset[str]:
        """What of a message is kept with a pick: see `Pick`. Empty where it tells nothing."""
        found = {gram for gram in self._grams.of(message[:LONGEST_MESSAGE]) if _may_be_kept(gram)}
        return frozenset(sorted(found, key=lambda gram: (-self._weight(gram), gram))[:MOST_GRAMS])

    def suggest(self, message: str, limit: int = 3) -> list[Suggestion]:
        """The best `limit` entries for `message`, weak ones left out; empty where nothing fits."""
        message = message[:LONGEST_MESSAGE]
        weights = self._asked(message)
        if not weights or limit <= 0:
            return []
        whole = sum(sorted(weights.values(), reverse=True)[:TELLING_GRAMS])
        own = self._in_its_language(message, self._postings.add_up(weights, limit * 10))
        learnt = self._learnt(weights, whole)
        scores = {number: own.get(number, 0.0) + learnt.get(number, 0.0) for number in own | learnt}
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
        if not best or best[0][1] < SMALLEST_SHARE * whole:
            return []
        return [
            Suggestion(
                self._entries[number].key,
                score,
                self._why(number, weights.keys()),
                learnt.get(number, 0.0) > own.get(number, 0.0),
            )
            for number, score in best
            if score >= best[0][1] * NEXT_TO_BEST
        ]

    def _asked(self, message: str) -> dict[str, float]:
        """The weightiest grams of a message, with what they weigh."""
        written = set(self._grams.of(message))
        heard = self._heard(message)
        if heard:
            # What nobody knows and sounds like something known was written wrongly.
            written = {one for one in written if one in heard or self._postings.holders(one)}
        weights = {gram: self._weight(gram) for gram in written}
        # A message of fillers alone, such as 在吗, is about just them; but no number is about a
        # thing by itself.
        if all(map(is_filler, written | heard)):
            weights = {gram: weight for gram, weight in weights.items() if gram[0] != NUMBER}
        for gram in heard - written:
            weights[gram] = CORRECTED * self._weight(gram)
        weightiest = sorted(weights, key=lambda gram: (-weights[gram], gram))[:MOST_ASKED]
        return {gram: weights[gram] for gram in weightiest}

    def _heard(self, message: str) -> set[str]:
        """The grams of what the message sounds like, none where it is written as replies are."""
        if self._misspelled is None:
            return set()
        folded = self._grams.fold(message)
        better = self._misspelled.corrected(folded)
        return set(self._grams.of(better)) if better != folded else set()

    def _weight(self, gram: str) -> float:
        return telling(gram) * rarity(self._postings.holders(gram), len(self._entries))

    def _pick_weight(self, gram: str) -> float:
        # Picks have thousands of grams, most of them again and again.
        if gram not in self._weights:
            self._weights[gram] = self._weight(gram)
        return self._weights[gram]

    def _in_its_language(self, message: str, scores: Mapping[int, float]) -> dict[int, float]:
        chinese = bool(_HAN.search(message))
        return {
            number: score
            * (1.0 if _speaks(self._entries[number].snippet, chinese) else OTHER_LANGUAGE)
            for number, score in scores.items()
        }

    def _learnt(self, weights: Mapping[str, float], whole: float) -> dict[int, float]:
        if not len(self._picks):
            return {}
        kept = {gram: weight for gram, weight in weights.items() if _may_be_kept(gram)}
        sure = self._picks.speaking_for(kept)
        return {
            self._numbers[key]: LEARNT * whole * certainty
            for key, certainty in sure.items()
            if key in self._numbers
        }

    def _why(self, number: int, asked: Iterable[str]) -> str:
        snippet = self._entries[number].snippet
        grams = set(asked)
        return max((snippet.title, *snippet.triggers), key=lambda text: self._likeness(text, grams))

    def _likeness(self, text: str, asked: set[str]) -> float:
        grams = set(self._grams.of(text))
        union = sum(map(telling, grams | asked))
        return sum(map(telling, grams & asked)) / union if union else 0.0


def _postings(snippets: list[Snippet], grams: MessageGrams) -> Postings:
    if len(snippets) < PLAIN_LIMIT:
        return PlainPostings(snippets, grams)
    # numpy costs a third of a second, so it is loaded where it pays alone.
    from desktop_assist.core.suggesting.posting_arrays import ArrayPostings  # noqa: PLC0415

    return ArrayPostings(snippets, grams)


def _may_be_kept(gram: str) -> bool:
    """Whether `gram` may be noted with a pick: nothing with a digit, as numbers are private."""
    return gram[0] in (MEANT, DENIED) or not any(one.isdigit() or one == NUMBER for one in gram)


def _speaks(snippet: Snippet, chinese: bool) -> bool:
    """Whether the snippet is there in Chinese, or in another language."""
    languages = chain((snippet.language,), snippet.translations)
    return not snippet.language or any(one.lower().startswith("zh") == chinese for one in languages)
