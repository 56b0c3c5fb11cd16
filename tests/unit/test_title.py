"""Whether two titles name the same conversation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.pasting.title import same_title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("WhatsApp", "(3) WhatsApp"),
        ("(99+) 微信", "（1）微信"),
        ("张三", "● 张三"),
        ("张三 *", "张三"),
        ("*(3) 张三", "张三"),
        ("千牛 - 张三 [12]", "千牛 - 张三"),
    ],
)
def test_counters_and_marks_of_unread_messages_do_not_matter(one: str, other: str) -> None:
    assert same_title(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("张三", "李四"), ("千牛 - 张三", "千牛"), ("room 1", "room 2"), ("张三", "")],
)
def test_another_name_is_another_conversation(one: str, other: str) -> None:
    assert not same_title(one, other)


@given(st.text())
def test_every_title_is_the_same_as_itself(title: str) -> None:
    assert same_title(title, title)
