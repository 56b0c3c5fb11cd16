"""Makes resources/pinyin.tsv out of pypinyin's data. Run by hand; users never need pypinyin.

    pip install pypinyin && python packaging/make_pinyin_table.py

Characters: all of GB 2312 and the frequent half of Big5 (level 1). Readings: the one that pypinyin
puts first, and every other that at least three of its 47,000 phrases and 2 % of the phrases with
the character use.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from pypinyin import Style, pinyin
from pypinyin.contrib.tone_convert import to_normal
from pypinyin.phrases_dict import phrases_dict

TARGET = Path(__file__).resolve().parent.parent / "resources" / "pinyin.tsv"
FEWEST_PHRASES = 3
SMALLEST_SHARE = 0.02
# Readings that chat uses and that phrases hide.
ALWAYS = {"还": ("huan",), "得": ("dei",)}

HEADER = """\
# Pinyin readings of common Chinese characters, made by packaging/make_pinyin_table.py.
# Source: pypinyin (https://github.com/mozillazg/python-pinyin), MIT License.
# reading<TAB>characters whose commonest reading it is<TAB>characters that it is a further one of
"""


def characters() -> list[str]:
    found = {*_decoded("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))}
    big5_seconds = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    found |= {*_decoded("big5", range(0xA4, 0xC7), big5_seconds)}
    return sorted(one for one in found if ord(one) >= 0x4E00)


def _decoded(encoding: str, firsts: range, seconds: range | tuple[int, ...]) -> Iterator[str]:
    for first in firsts:
        for second in seconds:
            text = bytes((first, second)).decode(encoding, errors="ignore")
            if len(text) == 1:
                yield text


def phrase_counts() -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in phrases_dict.items():
        for character, reading in zip(phrase, readings, strict=False):
            counts[character][_plain(to_normal(reading[0]))] += 1
    return counts


def readings_of(character: str, counted: Counter[str]) -> list[str]:
    listed = [_plain(one) for one in pinyin(character, style=Style.NORMAL, heteronym=True)[0]]
    usual = [one for one, count in counted.most_common() if _is_common(count, counted)]
    further = [one for one in listed if one in usual or one in ALWAYS.get(character, ())]
    return list(dict.fromkeys((listed[0], *further)))


def _is_common(count: int, counted: Counter[str]) -> bool:
    return count >= FEWEST_PHRASES and count >= SMALLEST_SHARE * counted.total()


def _plain(reading: str) -> str:
    return reading.replace("ü", "v")


def main() -> None:
    counts = phrase_counts()
    columns: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for character in characters():
        first, *further = readings_of(character, counts[character])
        if not (first.isascii() and first.isalpha()):
            continue
        columns[first][0].append(character)
        for reading in further:
            columns[reading][1].append(character)
    lines = (
        "\t".join((reading, *("".join(column) for column in pair))).rstrip("\t") + "\n"
        for reading, pair in sorted(columns.items())
    )
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")
    print(f"{TARGET}: {sum(len(pair[0]) for pair in columns.values())} characters")


if __name__ == "__main__":
    main()
