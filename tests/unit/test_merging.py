"""One reply out of several: what the others bring, and what stays as it was."""

from typing import Any

from desktop_assist.core.replies.merging import merged
from desktop_assist.core.replies.reply import rotation, variants
from desktop_assist.core.replies.snippet import Field, Snippet


def reply(body: str = "退款三天到账。", **fields: Any) -> Snippet:
    return Snippet(
        id=fields.pop("id", "kept"),
        **({"title": "退款", "category": ("售后",)} | fields),
        body=body,
    )


def test_every_wording_of_the_others_is_still_said() -> None:
    kept = reply("甲", alternatives=("乙",))
    whole = merged(kept, [reply("丙", alternatives=("乙", "丁")), reply("甲")])
    assert rotation(whole) == (("甲",), ("乙",), ("丙",), ("丁",))
    assert (whole.id, whole.title, whole.category) == ("kept", "退款", ("售后",))


def test_another_language_becomes_a_translation_and_never_rotates() -> None:
    whole = merged(reply("甲"), [reply("Refunded.", language="en", translations={"zh-CN": "乙"})])
    assert whole.translations == {"en": "Refunded."}
    assert rotation(whole) == (("甲",),)


def test_missing_tones_come_and_present_ones_stay() -> None:
    kept = reply("甲", tones={"formal": "您好，甲"})
    whole = merged(kept, [reply("乙", tones={"formal": "您好，乙", "warm": "亲，乙"})])
    assert whole.tones == {"formal": "您好，甲", "warm": "亲，乙"}


def test_the_reply_is_found_by_all_that_the_others_were_found_by() -> None:
    other = reply(
        "乙", title="退钱", code="tq", search_terms=("退回",), triggers=("钱呢",), tags=("急",)
    )
    whole = merged(reply("甲", code="tk", search_terms=("退款进度",)), [other])
    assert whole.code == "tk"
    assert whole.search_terms == ("退款进度", "退回", "退钱", "tq")
    assert (whole.triggers, whole.tags) == (("钱呢",), ("急",))


def test_a_code_is_taken_over_where_there_was_none() -> None:
    whole = merged(reply("甲"), [reply("乙", code="tq")])
    assert whole.code == "tq"
    assert "tq" not in whole.search_terms


def test_fields_of_the_taken_wordings_are_declared() -> None:
    days = Field(name="days", kind="number", default="3")
    whole = merged(
        reply("{{days}} 天", fields=(days,)),
        [
            reply(
                "{{days}} 天，{{bank}}",
                fields=(Field(name="days"), Field(name="bank", label="银行")),
            )
        ],
    )
    assert whole.fields == (days, Field(name="bank", label="银行"))


def test_empty_notes_are_filled_and_written_ones_stay() -> None:
    other = reply("乙", when_to_use="到账前", technique="承诺兑现", ignore={"rule": "a reason"})
    whole = merged(reply("甲", technique="同情"), [other])
    assert (whole.when_to_use, whole.technique) == ("到账前", "同情")
    assert whole.ignore == {"rule": "a reason"}


def test_what_is_sent_in_several_messages_stays_so() -> None:
    kept = reply("", messages=("您好", "三天到账"))
    whole = merged(kept, [reply("乙")])
    assert variants(whole) == (("您好", "三天到账"),)


def test_several_messages_bring_their_other_wordings_to_one_text() -> None:
    whole = merged(reply("甲"), [reply("", messages=("一", "二"), alternatives=("丙",))])
    assert rotation(whole) == (("甲",), ("丙",))


def test_merging_with_nothing_changes_nothing() -> None:
    kept = reply(
        "甲", code="tk", alternatives=("乙",), tones={"warm": "丙"}, search_terms=("退款", "tk")
    )
    assert merged(kept, []) == kept
    assert merged(kept, [kept]) == kept
