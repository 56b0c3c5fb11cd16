"""Example values: what an agent could have entered, so that a reply reads as it will be sent."""

import datetime
from collections.abc import Iterator

from desktop_assist.bundled import snippets
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.reply import Parts, ReplyContext, language_of, variants
from desktop_assist.core.replies.samples import sample_values
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.core.replies.template import Templates
from desktop_assist.packs.reader import read_packs
from desktop_assist.services.replies import Replies

TODAY = datetime.date(2026, 11, 22)


def samples(*fields: Field, language: str = "zh-CN", more: tuple[str, ...] = ()) -> dict[str, str]:
    snippet = Snippet(id="s", title="t", category=(), fields=fields)
    names = (*(field.name for field in fields), *more)
    return sample_values(snippet, names, language, TODAY)


def test_a_default_comes_first_and_a_choice_is_one_of_its_own() -> None:
    found = samples(
        Field(name="days", kind="number", default="7"),
        Field(name="why", kind="choice", choices=("尺码", "颜色")),
    )
    assert found == {"days": "7", "why": "尺码"}


def test_days_lie_ahead_or_back_as_the_field_means() -> None:
    found = samples(Field(name="until", kind="date"), Field(name="produced", kind="date"))
    assert found == {"until": "2026-11-25", "produced": "2026-11-19"}


def test_a_label_that_gives_an_example_is_believed() -> None:
    english = Field(name="span", label="Days (e.g. 8 to 15)")
    chinese = Field(name="gift", label="赠品（如 小样两支）")
    assert samples(english, chinese) == {"span": "8 to 15", "gift": "小样两支"}


def test_what_it_is_about_is_told_by_name_and_label_in_both_languages() -> None:
    number = Field(name="number", label="快递单号")
    assert samples(number, more=("customer", "order"))["number"].isdigit()
    assert samples(more=("customer",)) == {"customer": "林女士"}
    assert samples(more=("customer",), language="en-GB") == {"customer": "Ms Lin"}


def test_what_nobody_can_guess_is_left_to_its_label() -> None:
    assert samples(Field(name="policy", label="本店做法")) == {}


def every_wording() -> Iterator[tuple[Entry, Parts]]:
    for reading in read_packs(snippets()):
        assert reading.pack is not None
        for snippet in reading.pack.snippets:
            for parts in variants(snippet):
                yield Entry(snippet, reading.pack.manifest.id), parts


def test_every_shipped_reply_takes_its_samples() -> None:
    templates = Templates()
    now = datetime.datetime(2026, 11, 22, 10)
    replies = Replies(templates, lambda: ReplyContext("", "", now, "zh-CN"))
    unlike = []
    for entry, parts in every_wording():
        names = [name for part in parts for name in templates.variables(part)]
        language = language_of(entry.snippet, parts)
        values = sample_values(entry.snippet, names, language, TODAY)
        shown = replies.preview(entry, parts, values)
        # Every sample fits its field, and only what has none is a gap
        if ("⟦" in shown) != any(name not in values for name in names) or "{{" in shown:
            unlike.append((entry.key, shown))
    assert unlike == []
