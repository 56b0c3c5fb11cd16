"""What two versions of a text differ in, as somebody reads it who has to choose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.replies.differences import Piece, differences, is_same_but_for_space


def shown(old: str, new: str) -> str:
    """The pieces in one line: [gone] and {new}."""
    frames = {"same": "{}", "gone": "[{}]", "new": "{{{}}}"}
    return "".join(frames[piece.kind].format(piece.text) for piece in differences(old, new))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("退款三天到账。", "退款一天到账。", "退款[三]{一}天到账。"),
        ("您好。", "您好，请稍等。", "您好{，请稍等}。"),
        ("请您稍等一下", "请稍等一下", "请[您]稍等一下"),
        ("within 13 days", "within 15 working days", "within [13]{15 working} days"),
        ("costs 19.90 USD", "costs 19.50 USD", "costs [19.90]{19.50} USD"),
        ("您好\n请稍等", "您好 请稍等", "您好 请稍等"),
        ("", "您好", "{您好}"),
        ("您好", "", "[您好]"),
        ("", "", ""),
    ],
)
def test_words_and_characters_are_compared(old: str, new: str, line: str) -> None:
    assert shown(old, new) == line


def test_long_texts_are_compared_by_lines() -> None:
    lines = [f"第{number}行：" + "字" * 50 for number in range(2_000)]
    changed = [*lines]
    changed[1_000] = "新的一行"
    pieces = differences("\n".join(lines), "\n".join(changed))
    assert [piece for piece in pieces if piece.kind != "same"] == [
        Piece("gone", f"{lines[1_000]}\n"),
        Piece("new", "新的一行\n"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("您好 ，\n请", "您好，请 ", True), ("您好", "你好", False), ("", " \n", True)],
)
def test_spaces_alone_are_no_difference(one: str, other: str, same: bool) -> None:
    assert is_same_but_for_space(one, other) is same


TEXTS = st.text(alphabet="甲乙丙ab1.\n 😀", max_size=40)


@given(TEXTS, TEXTS)
def test_the_new_text_stands_in_the_pieces_and_the_old_one_but_for_spaces(
    old: str, new: str
) -> None:
    pieces = differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new
    before = "".join(piece.text for piece in pieces if piece.kind != "new")
    assert is_same_but_for_space(before, old)
    if old == new:
        assert all(piece.kind == "same" for piece in pieces)
