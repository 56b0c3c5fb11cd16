"""One reply changed in a pack's YAML: that reply reads as wished, and nothing else has moved."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.packs.reader import read_contents
from desktop_assist.packs.source_edit import NoPlace, with_fields, with_snippet, without_snippet
from desktop_assist.store.snippet_records import written_snippet

EMPTY: dict[str, Any] = {
    name: value
    for name, value in msgspec.json.decode(
        msgspec.json.encode(Snippet(id="", title="", category=()))
    ).items()
    if name not in ("id", "title", "category")
}
SOURCE = """\
# 头：谁改谁负责
format: 1
snippets:
  # 问候
  - id: hello
    title: "你好" # 店长写的
    category: [售前, 欢迎] # 两级
    body: |- # 一段
      第一行😀
      第二行

    # 语气
    tones:
      warm: 亲

  # 再见
  - {id: bye, title: 再见, category: [售后], body: "再见 #1"} # 一行写完
  - id: last
    title: z
    category:
    - a
    - b
    body: >
      folded
      text

# 尾
"""

TEXTS = st.sampled_from(
    ["一行", "多\n行 #1\n\n尾", "a: b", '"q"', "- x", "  lead", "trail ", "😀", "#x", "yes", "1.0",
     "it's", "{{ name }}", "%x", "|", "a\tb", "x\n", "*a", "&a", "!t", "[", "}", "? x", "~"]
)  # fmt: skip
LISTS = st.lists(TEXTS, max_size=3)
FIELDS = st.fixed_dictionaries(
    {"body": TEXTS.filter(str.strip)},
    optional={
        "title": TEXTS.filter(str.strip),
        "category": LISTS,
        "code": st.sampled_from(["", "kf", "a b"]),
        "search_terms": LISTS,
        "tones": st.dictionaries(st.sampled_from(["warm", "formal"]), TEXTS),
        "fields": st.lists(st.fixed_dictionaries({"name": TEXTS, "choices": LISTS}), max_size=2),
        "welcome": st.sampled_from([None, {"hours": "06:00-11:30", "shops": ["a"]}]),
        "notes": st.one_of(st.just(""), TEXTS),
    },
)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    (folder / "snippets").mkdir()
    return folder


def replies(text: str, folder: Path) -> dict[str, Snippet]:
    (folder / "snippets" / "replies.yaml").write_bytes(text.encode())
    return {one.snippet.id: one.snippet for one in read_contents(folder).snippets}


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]


@given(reply=st.sampled_from(["hello", "bye", "last"]), fields=FIELDS, ends=st.sampled_from("\n\r"))
def test_any_change_of_fields_changes_these_alone(
    reply: str, fields: dict[str, Any], ends: str, scratch: Path
) -> None:
    source = SOURCE if ends == "\n" else SOURCE.replace("\n", "\r\n")
    before = replies(source, scratch)
    plain = msgspec.json.decode(msgspec.json.encode(written_snippet(before[reply])))
    after = with_fields(source, reply, fields, EMPTY)
    wanted = msgspec.convert({**plain, **fields}, Snippet)
    assert replies(after, scratch) == {**before, reply: wanted}
    assert set(comments(after)) >= set(comments(source)) - {"# 语气"}
    if ends == "\r":
        assert after.count("\n") == after.count("\r\n")


def test_a_changed_text_touches_its_own_lines_alone() -> None:
    after = with_fields(SOURCE, "hello", {"body": "您好呀", "title": "问好"}, EMPTY)
    changed = [
        line
        for line in difflib.unified_diff(SOURCE.splitlines(), after.splitlines(), n=0)
        if line[:1] in "+-" and line[:3] not in ("+++", "---")
    ]
    assert changed == [
        '-    title: "你好" # 店长写的',
        "+    title: 问好  # 店长写的",
        "-    body: |- # 一段",
        "-      第一行😀",
        "-      第二行",
        "+    body: 您好呀  # 一段",
    ]


def test_a_field_that_is_emptied_goes_with_its_line_and_a_new_one_comes_last() -> None:
    after = with_fields(SOURCE, "hello", {"tones": {}, "code": "nh"}, EMPTY)
    assert "tones" not in after
    assert "    # 语气\n    code: nh\n" in after


def test_a_new_reply_stands_last_and_a_withdrawn_one_leaves_the_comments(scratch: Path) -> None:
    more = with_snippet(SOURCE, {"id": "new", "title": "新", "category": ["a"], "body": "多\n行"})
    assert [*replies(more, scratch)] == ["hello", "bye", "last", "new"]
    assert more.endswith("\n\n# 尾\n")
    less = without_snippet(more, "bye")
    assert [*replies(less, scratch)] == ["hello", "last", "new"]
    assert comments(less) == comments(SOURCE)


def test_the_last_reply_of_a_file_can_go_and_another_come(scratch: Path) -> None:
    one = 'format: 1\nsnippets:\n  - {id: a, title: t, category: [c], body: "x"}\n'
    none = without_snippet(one, "a")
    assert replies(none, scratch) == {}
    again = with_snippet(none, {"id": "b", "title": "t", "category": ["c"], "body": "x"})
    assert [*replies(again, scratch)] == ["b"]
    two = with_snippet(again, {"id": "c", "title": "t", "category": ["c"], "body": "x"})
    assert [*replies(without_snippet(two, "c"), scratch)] == ["b"]
    assert [*replies(without_snippet(two, "b"), scratch)] == ["c"]


@pytest.mark.parametrize(
    "text",
    ["", "format: 1\n", "snippets: x\n", "- a\n", "snippets:\n", "snippets: []\n---\n", "a: ["],
)
def test_what_holds_no_list_of_replies_is_not_changed(text: str) -> None:
    with pytest.raises(NoPlace):
        with_fields(text, "a", {"body": "x"}, EMPTY)
