"""Both engines against the plainest search there is: look at everything, judge it by the book."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching import levels
from desktop_assist.core.searching.big_search import BigSearch
from desktop_assist.core.searching.index_build import IndexBuilder
from desktop_assist.core.searching.plain_search import PlainSearch
from desktop_assist.core.searching.search import SearchContext, SearchEngine, Standing
from desktop_assist.core.searching.texts import BREAK, Squeezing

TABLE_FILE = Path(__file__).resolve().parents[2] / "resources" / "pinyin.tsv"
TABLE = PinyinTable.from_text(TABLE_FILE.read_text(encoding="utf-8"))
SQUEEZING = Squeezing()


def big(entries: Sequence[Entry]) -> SearchEngine:
    builder = IndexBuilder(entries, TABLE)
    for _ in builder.steps():
        pass
    return BigSearch(builder.index, entries, TABLE)


def plain(entries: Sequence[Entry]) -> SearchEngine:
    return PlainSearch(entries, TABLE)


ENGINES = pytest.mark.parametrize("make", [plain, big])
Make = Callable[[Sequence[Entry]], SearchEngine]


# The oracle. It knows nothing of pieces, pairs or places.


def spells(word: str, text: str) -> bool:
    """Whether `word` is spelled out by `text` from its first character on, however far."""
    if not word:
        return True
    if not text:
        return False
    sounds = {text[0], *TABLE.readings(text[0])}
    beginnings = {sound[:end] for sound in sounds for end in range(1, len(sound) + 1)}
    return any(spells(word[len(one) :], text[1:]) for one in beginnings if word.startswith(one))


def is_spelling(word: str) -> bool:
    letters = [one for one in word if "a" <= one <= "z"]
    fine = all(one in letters or one.isdigit() or ord(one) >= 0x2E80 for one in word)
    return bool(letters) and fine and len(word) <= 32


def stands(word: str, text: str) -> bool:
    return word in SQUEEZING.squeeze(text)


def sounds(word: str, text: str) -> bool:
    squeezed = SQUEEZING.squeeze(text)
    return is_spelling(word) and any(spells(word, squeezed[at:]) for at in range(len(squeezed)))


def word_level(entry: Entry, word: str) -> int:
    snippet = entry.snippet
    if word.startswith(("/", "、", "／")):
        code = SQUEEZING.squeeze(snippet.code)
        wanted = SQUEEZING.squeeze(word[1:])
        return levels.LABELS if code and code.startswith(wanted) else 0
    labels = (snippet.code, *snippet.tags, *snippet.search_terms)
    wordings = (*snippet.alternatives, *snippet.tones.values(), *snippet.translations.values())
    bodies = (snippet.body, *snippet.messages, *wordings)
    if stands(word, snippet.title) or (len(word) > 1 and sounds(word, snippet.title)):
        return levels.TITLE if stands(word, snippet.title) else levels.SPELLED_TITLE
    if any(stands(word, one) or sounds(word, one) for one in (snippet.title, *labels)):
        return levels.LABELS
    if any(stands(word, one) or sounds(word, one) for one in snippet.category):
        return levels.CATEGORY
    if any(stands(word, one) for one in bodies):
        return levels.BODY
    return levels.SPELLED_BODY if any(sounds(word, one) for one in bodies) else 0


def level(entry: Entry, words: Sequence[str]) -> int:
    found = min(word_level(entry, word) for word in words)
    first = words[0]
    is_code = first.startswith(("/", "、", "／"))
    bare = SQUEEZING.squeeze(first[1:]) if is_code else first
    code, title = SQUEEZING.squeeze(entry.snippet.code), SQUEEZING.squeeze(entry.snippet.title)
    if found and len(words) == 1 and code and code.startswith(bare):
        return levels.CODE if code == bare else levels.CODE_START
    if is_code:
        return found
    if found == levels.TITLE and title.startswith(bare):
        return levels.TITLE_START
    begins = title.startswith(bare) or (is_spelling(bare) and spells(bare, title))
    spelled = found in (levels.LABELS, levels.SPELLED_TITLE)
    return levels.SPELLED_START if spelled and begins else found


def words_of(query: str) -> list[str]:
    slashes = ("/", "、", "／")
    found: list[str] = []
    for part in query.split():
        is_code = part.startswith(slashes)
        bare = SQUEEZING.squeeze(part[1:] if is_code else part)
        found += [f"/{bare.replace(BREAK, '')}"] if is_code else bare.split(BREAK)
    return [one for one in dict.fromkeys(found) if one]


def oracle(
    entries: Sequence[Entry], query: str, standing: dict[str, Standing]
) -> list[tuple[str, int]]:
    words = words_of(query)
    if not words:
        return []
    found = [(entry.key, level(entry, words)) for entry in entries]
    used = {entry.key: standing.get(entry.key, Standing()) for entry in entries}
    return sorted(
        ((key, one) for key, one in found if one),
        key=lambda hit: (-hit[1], levels.use_order(used[hit[0]])),
    )


def answered(engine: SearchEngine, query: str, limit: int) -> list[tuple[str, int]]:
    hits = engine.search(query, limit)
    scored = [(hit.key, -int(-hit.score // 100)) for hit in hits]
    return [hit for hit in scored if hit[1] != levels.SLIP]


CHINESE = "退款先西安行重了发货银长乐女"
texts = st.text(st.sampled_from(CHINESE + CHINESE + "ab xn1，·-'\n😀退退款單é"), max_size=9)
short = st.text(st.sampled_from(CHINESE + "a，"), min_size=1, max_size=4)


@st.composite
def libraries(draw: st.DrawFn) -> list[Entry]:
    return [
        Entry(
            Snippet(
                id=str(number),
                title=draw(texts),
                category=tuple(draw(st.lists(short, min_size=1, max_size=2))),
                body=draw(texts),
                messages=tuple(draw(st.lists(texts, max_size=2))),
                search_terms=tuple(draw(st.lists(short, max_size=2))),
                code=draw(st.sampled_from(["", "", "tk", "tkx", "a"])),
            ),
            "p",
        )
        for number in range(draw(st.integers(0, 6)))
    ]


@st.composite
def spelled_words(draw: st.DrawFn) -> str:
    """A word as it is typed: every character by itself, its sound or the beginning of that."""

    def typed(character: str) -> Iterator[str]:
        yield character
        for reading in TABLE.readings(character):
            yield from (reading, reading[:1], reading[:2])

    characters = draw(st.lists(st.sampled_from(CHINESE), min_size=1, max_size=4))
    return "".join(draw(st.sampled_from(list(typed(one)))) for one in characters)


words = st.one_of(
    spelled_words(),
    spelled_words(),
    short,
    st.sampled_from(["tk", "/tk", "/", "、t", "xian", "xia", "a", "b1", "ab", "退k", "x退", "😀"]),
)
queries = st.lists(words, min_size=1, max_size=3).map(" ".join)
standings = st.dictionaries(
    st.integers(0, 5).map("p/{}".format),
    st.builds(Standing, st.integers(0, 2), st.integers(0, 2), st.booleans()),
    max_size=3,
)


@ENGINES
@settings(max_examples=400, deadline=None)
@given(libraries(), queries, standings, st.integers(1, 8))
def test_finds_what_the_oracle_finds_in_its_order(
    make: Make, entries: list[Entry], query: str, standing: dict[str, Standing], limit: int
) -> None:
    engine = make(entries)
    engine.rank(standing)
    assert answered(engine, query, limit) == oracle(entries, query, standing)[:limit]


@settings(max_examples=200, deadline=None)
@given(libraries(), st.text(max_size=12), standings)
def test_both_engines_answer_any_query_alike(
    entries: list[Entry], query: str, standing: dict[str, Standing]
) -> None:
    small, large = plain(entries), big(entries)
    for engine in (small, large):
        engine.rank(standing)
    assert small.search(query) == large.search(query)
    assert small.search_slips(query) == large.search_slips(query)


@settings(max_examples=100, deadline=None)
@given(
    libraries(),
    st.lists(
        st.sampled_from(["@退", "@t", "#款", "#", "pack:p", "退", "t", "shop:安"]), max_size=3
    ),
    st.builds(SearchContext, st.sampled_from(["", "退款"]), short, st.sampled_from(["", "zh"])),
)
def test_both_engines_filter_and_rank_by_context_alike(
    entries: list[Entry], parts: list[str], context: SearchContext
) -> None:
    query = " ".join(parts)
    exact = big(entries).search(query, 50, context)
    assert plain(entries).search(query, 50, context) == exact
