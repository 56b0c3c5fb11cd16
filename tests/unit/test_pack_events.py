"""YAML files, kind and hostile, become plain text with places, or faults."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assist.packs.events import MAX_BYTES, MAX_FAULTS, Document, parse_yaml, read_yaml

FILE = Path("a.yaml")


def parsed(text: str) -> Document:
    return parse_yaml(text, FILE)


def only_fault(document: Document) -> str:
    assert len(document.faults) == 1, document.faults
    return str(document.faults[0])


def test_every_scalar_stays_text() -> None:
    document = parsed("a: no\nb: 1.10\nc: 2026-01-31\nd: ~\ne: [0x1F, 'null']\n")
    assert document.root == {
        "a": "no", "b": "1.10", "c": "2026-01-31", "d": "~", "e": ["0x1F", "null"],
    }  # fmt: skip
    assert document.faults == ()


def test_a_key_with_nothing_behind_it_counts_as_not_written() -> None:
    assert parsed('a:\nb: ""\nc: x\n').root == {"b": "", "c": "x"}


def test_places_count_lines_and_code_points_from_one() -> None:
    place = parsed("a:\n  - 您好\n  - {b: 😀, c: d}\n").place
    item = place.inside["a"].inside[1]
    assert item[:2] == (3, 5)
    assert item.inside["c"][:2] == (3, 15)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_and_a_byte_order_mark_are_read(tmp_path: Path, end: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + f"a: 您好{end}b: |-{end}  x{end}  y{end}".encode())
    document = read_yaml(file)
    assert document.root == {"a": "您好", "b": "x\ny"}
    assert document.place.inside["b"][:2] == (2, 4)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: &x b", "1:4", "“&x” marks a place"),
        ("a: b\nc: *x", "2:4", "refers to another place"),
        ("a: !!python/object:os.system x", "1:4", "special kind of value"),
        ("a: b\nc: d\na: e", "3:1", "“a” stands here twice"),
        ("a:\n\tb: c", "2:1", "A tab"),
        ("a: 'b\nc: d", "1:4", "not closed"),
        ("a: b: c", "1:5", "A colon followed by a space"),
        ("a: [b\nc: d", "2:2", "A bracket"),
        ("a: b\n---\nc: d", "2:1", "second document"),
        ("? [a]\n: b", "1:3", "where a name is due"),
        ("a: b\x00c", "1:5", "U+0000"),
        ("a: \ud800", "1:4", "U+D800"),
        ("- a\nb: c", "2:1", "not indented"),
        ("", "1:1", "holds nothing"),
        ("# only a comment\n", "1:1", "holds nothing"),
    ],
)
def test_what_is_no_plain_text_is_refused_by_place(text: str, place: str, words: str) -> None:
    fault = only_fault(parsed(text))
    assert fault.startswith(f"a.yaml:{place}: ")
    assert words in fault


def test_the_offending_line_and_what_to_do_are_told() -> None:
    fault = only_fault(parsed("title: &今日特价 x"))
    assert "title: &今日特价 x" in fault
    assert "put the text in quotes" in fault


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_hundred_thousand_brackets_stop_at_the_twelfth(opening: str) -> None:
    document = parsed(opening * 100_000)
    assert len(document.faults) == 1


def test_twelve_deep_is_read() -> None:
    assert parsed("[" * 12 + "x" + "]" * 12).faults == ()
    assert "12 deep" in only_fault(parsed("[" * 13 + "x" + "]" * 13))


def test_an_alias_bomb_is_never_expanded() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 200)]
    document = parsed("\n".join(lines))
    assert len(document.faults) == MAX_FAULTS


def test_gbk_is_told_by_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("a: b\ntitle: 您好\n".encode("gbk"))
    fault = str(read_yaml(file).faults[0])
    assert fault.startswith(f"{file}:2:8: ")
    assert "UTF-8" in fault


def test_utf16_a_missing_file_and_a_folder_are_sentences(tmp_path: Path) -> None:
    wide = tmp_path / "wide.yaml"
    wide.write_bytes("a: 您好".encode("utf-16"))
    assert "UTF-8" in str(read_yaml(wide).faults[0])
    assert "no such file" in str(read_yaml(tmp_path / "none.yaml").faults[0])
    assert "cannot be read" in str(read_yaml(tmp_path).faults[0])


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert "8 MB" in str(read_yaml(file).faults[0])


@pytest.mark.parametrize("text", ["优惠 #满减", "优惠 # 满减", "优惠\t#满减", "优惠\n  更多 #满减"])
def test_text_that_a_hash_cuts_is_noticed(text: str) -> None:
    (cut,) = parsed(f"title: {text}\nb: c\n").cuts
    assert "#满减" in str(cut).replace("# ", "#")
    assert "quotes" in str(cut)


@pytest.mark.parametrize(
    "text",
    ["a: 'b' # c", 'a: "优惠 #满减"', "a: b#c", "a: |-\n  优惠 #满减", "# c\na: b", "a: [b] # c"],
)
def test_a_hash_that_cuts_nothing_is_fine(text: str) -> None:
    assert parsed(text).cuts == ()


@settings(deadline=None)
@given(st.text())
def test_no_text_makes_the_reader_fail(text: str) -> None:
    assert is_read_or_explained(parsed(text))


@settings(deadline=None)
@given(st.recursive(st.text("ab:#-'\"{}[]&*!|>%@ \n\t", max_size=8), st.lists, max_leaves=20))
def test_no_mixture_of_signs_makes_the_reader_fail(node: object) -> None:
    assert is_read_or_explained(parsed(str(node).replace("\\n", "\n").replace("\\t", "\t")))


def is_read_or_explained(document: Document) -> bool:
    """Whether something was read, as text alone, or a fault says where and why nothing was."""
    for fault in document.faults:
        assert fault.line >= 1
        assert fault.column >= 1
        assert str(fault.message)
        assert str(fault.hint)
    return bool(document.faults) or is_text(document.root)


def is_text(node: object) -> bool:
    """Whether nothing but text lies in lists and mappings."""
    if isinstance(node, dict):
        return all(isinstance(name, str) and is_text(inside) for name, inside in node.items())
    return all(map(is_text, node)) if isinstance(node, list) else isinstance(node, str)
