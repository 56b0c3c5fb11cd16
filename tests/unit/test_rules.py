"""Rule files: safe patterns, provable examples, faults that name their place."""

from pathlib import Path

import pytest

from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.checking.pattern_shape import shape_of
from desktop_assist.core.checking.patterns import BadPattern, compile_pattern, expand
from desktop_assist.packs.rules import load_rules, prove_rules

RULES = Path(__file__).parents[2] / "resources" / "rules"

SOUND = """
  - id: sound
    family: tone
    severity: warn
    phrases: [我不能]
    message: 换个说法
    examples: {bad: [我不能改], good: [能改]}
"""


@pytest.mark.parametrize(
    "pattern",
    ["a*", "a+b", "x{2,}", "(?:a{1,3}){2,9}", "(?:a|b){2,20}", "(?:a?){30}", "((a{2}))+",
     ".{0,99}.{0,99}.{0,99}", "(a", "[a"],
)  # fmt: skip
def test_a_pattern_that_may_run_away_is_refused(pattern: str) -> None:
    with pytest.raises(BadPattern):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("a{1,6}", "baab", "aa"),
        ("[哈嘿]{2,12}", "哈，哈嘿！", "哈嘿"),
        ("(?:ab)?c", "abc", "abc"),
        (r"\{[^{}\n]{0,40}\}", "您好{姓名}", "{姓名}"),
        ("(?<!a)b(?=c|d)", "abd bd", "b"),
        (r"\*[+*]", "3*+", "*+"),
    ],
)
def test_a_bounded_pattern_finds_what_it_says(pattern: str, text: str, found: str) -> None:
    match = compile_pattern(pattern).expression.search(text)
    assert match is not None
    assert match.group() == found


def test_choices_in_a_phrase_are_written_out() -> None:
    assert expand("(我|我们)不(能|会)") == ("我不能", "我不会", "我们不能", "我们不会")
    assert expand("不(是|)") == ("不是", "不")


@pytest.mark.parametrize("phrase", ["(我", "我|你", "((a|b)c)", "(0|1|2|3|4|5|6|7|8|9)" * 4])
def test_a_phrase_with_stray_or_too_many_choices_is_refused(phrase: str) -> None:
    with pytest.raises(BadPattern):
        expand(phrase)


def test_every_shipped_rule_loads_and_passes_its_examples() -> None:
    reading, _ = prove_rules(sorted(RULES.rglob("*.yaml")))

    assert [str(fault) for fault in reading.faults] == []
    assert len(reading.ruleset.rules) >= 20
    for compiled in reading.ruleset.rules:
        examples = compiled.rule.examples
        assert len(examples.bad) >= 4, compiled.rule.id
        assert len(examples.good) >= 6, compiled.rule.id


def test_no_suggestion_is_itself_a_fault() -> None:
    ruleset = load_rules([RULES]).ruleset
    # What is a fault as a whole message may still be a good part of one: “and”.
    anywhere = {one.rule.id for one in ruleset.rules if one.rule.scope == "anywhere"}
    checker = Checker(ruleset)
    for compiled in ruleset.rules:
        for better in compiled.rule.ways():
            found = [one for one in checker.check(better) if one.rule in anywhere]
            assert found == [], (compiled.rule.id, better)


BROKEN = {
    "own bad example": (
        SOUND.replace("我不能改", "您好"),
        "does not find its own bad example “您好”",
    ),
    "own good example": (SOUND.replace("[能改]", "[我不能改]"), "finds fault with its own good"),
    "severity": (SOUND.replace("warn", "shout"), "does not fit “severity”"),
    "word list": (SOUND + "    around: [nowhere]\n", "names the word list “nowhere”"),
    "runaway": (SOUND + "    patterns: ['(a+)+']\n", "refused"),
    "misspelt key": (SOUND.replace("phrases", "phrase"), "not a known name"),
    "no phrases": (SOUND.replace("    phrases: [我不能]\n", ""), "neither phrases nor patterns"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_rule_names_its_place_and_costs_only_itself(kind: str, tmp_path: Path) -> None:
    # GIVEN a file with a broken rule, and a sound one behind it
    broken, sentence = BROKEN[kind]
    rules = tmp_path / "rules.yaml"
    second = SOUND.replace("sound", "second").replace("我不能", "我不会")
    rules.write_text(f"format: 1\nrules:{broken}{second.lstrip(chr(10))}", encoding="utf-8")

    # WHEN it is read
    reading = load_rules([tmp_path])

    # THEN one fault says where and what, and the sound rule works
    (fault,) = reading.faults
    assert fault.file == rules
    assert fault.line >= 3
    assert sentence in str(fault)
    assert [one.rule for one in Checker(reading.ruleset).check("我不会")] == ["second"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "just text",
        "rules: []",
        "format: 99\nrules: []",
        "format: 1\nrules: 3",
        "format: 1\nwords: 3",
        "format: 1\nwords: {a: {words: [(]}}",
        "format: 1\nsurprise: 3",
        "format: 1\nrules: [&a x]",
    ],
)
def test_a_broken_file_is_a_fault_and_not_an_exception(text: str, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "sound.yaml").write_text(f"format: 1\nrules:{SOUND}", encoding="utf-8")

    reading = load_rules([tmp_path / "broken.yaml", tmp_path / "sound.yaml"])

    assert reading.faults
    assert [one.rule.id for one in reading.ruleset.rules] == ["sound"]


def test_the_second_of_two_rules_with_one_id_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"format: 1\nrules:{SOUND}{SOUND}", encoding="utf-8")

    reading = load_rules([tmp_path])

    assert ["already defined" in str(fault) for fault in reading.faults] == [True]


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    assert load_rules([tmp_path / "none.yaml"]).faults


@pytest.mark.parametrize(
    ("pattern", "needed", "width"),
    [
        ("[恩嗯]{1,6}[呢哪]?", "恩|嗯", 7),
        (r"(?<!\{)\{[^{}]{0,9}\}", "{", 12),
        ("x年?x?月", "x月|x年月", 4),
        ("a?b{0,3}[c-e]f", "cf|df|ef", 6),
        ("某某|a", "某某|a", 2),
        (r"(?:你|您)们(?=来)[很好]?", "你们来|您们来", 4),
        (r"爱(.)不\1", "爱", 4),
        ("(?P<hit>甲)?乙", "乙", 2),
        ("呵{2,5}", "呵呵", 5),
        ("[1一][3-5]", "13|14|15|一3|一4|一5", 2),
        (r"\w{2}.", "", 3),
    ],
)
def test_reach_and_needed_words_are_read_off_a_pattern(
    pattern: str, needed: str, width: int
) -> None:
    shape = shape_of(pattern)

    assert set(shape.needed) == set(needed.split("|") if needed else ())
    assert shape.width == width


@pytest.mark.parametrize(
    ("pattern", "places"),
    [
        ("甲.{2,4}乙丙", {"乙丙": (3, 5)}),
        ("甲?乙|丙丁", {"乙": (0, 1), "丙丁": (0, 0)}),
        (r"(?:我|我们)[^,]{0,3}(?:罕见)", {"罕见": (1, 5)}),
        (r"[一二]{1,3}罕", {"一罕": (0, 2), "二罕": (0, 2)}),
        (r"没(?!有)货", {"没货": (0, 0)}),
    ],
)
def test_how_far_behind_the_start_a_needed_word_stands(
    pattern: str, places: dict[str, tuple[int, int]]
) -> None:
    assert shape_of(pattern).needed == places


def test_a_match_begins_with_one_of_the_characters_that_are_read_off() -> None:
    assert shape_of("(?<!是)(?:甲|乙丙)?[丁戊]").firsts == "".join(sorted("甲乙丁戊"))
    assert shape_of("[^甲]乙").firsts == ""
    assert shape_of(r"\d{3}[ -]?\d{4}|\d{9}").digits == 7


@pytest.mark.parametrize(
    "pattern", ["a*", "(?:a{1,3}){2,9}", "(a", ".{0,99}.{0,99}.{0,99}", "(?i)a", ".{900}.{900}"]
)
def test_why_a_pattern_is_refused_can_be_said_in_any_language(pattern: str) -> None:
    with pytest.raises(BadPattern) as refused:
        compile_pattern(pattern)
    spoken = refused.value.message.spoken(lambda _context, source: f"<{source}>")

    assert spoken.count("<") == 2
