"""One spelling for the checker: width, case, 繁→简, hidden and spaced-out characters.

Rules are matched on the folded text and found spans are carried back to the original, so that
`Ｉ　ｃａｎ＇ｔ`, `我 不 能` and `我們不能` meet the rules written for their plain spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# Each traditional letter stands before its simplified one; only letters that reply rules need.
_TRADITIONAL_PAIRS = (
    "們们這这個个沒没會会還还說说請请麼么樣样給给對对從从來来過过開开關关時时間间問问題题貨货價价錢钱"
    "買买賣卖換换運运費费發发實实際际為为爲为與与無无難难讓让聽听辦办幫帮誰谁講讲議议認认識识該该應应"
    "願愿負负責责屬属於于務务斷断補补庫库碼码號号顏颜紅红綠绿藍蓝黃黄銀银單单訂订電电話话親亲貴贵嗎吗"
    "著着後后裡里裏里緊紧煩烦隨随愛爱終终惡恶態态諒谅慮虑試试選选擇择轉转聯联繫系係系處处將将優优贈赠"
    "歡欢謝谢氣气歲岁條条種种點点兩两雙双張张萬万億亿國国產产質质級级頂顶極极獨独傳传專专業业證证絕绝"
    "療疗藥药醫医減减購购評评論论圖图網网絡络線线騙骗壞坏豬猪滾滚廢废稱称諮咨詢询訊讯檢检復复覆复"
    "覺觉滿满僅仅當当現现場场門门剛刚盡尽確确認认謊谎糧粮僱雇範范圍围機机遲迟軟软硬硬詳详頁页"
)
_FOLDED_BY_HAND = {
    **dict(zip(_TRADITIONAL_PAIRS[::2], _TRADITIONAL_PAIRS[1::2], strict=True)),
    "‘": "'",
    "’": "'",
}
_HAN = "\u3400-\u9fff"
_GAP = r"(?: {1,3}|[·*_.~\-])"
# 我 不 能 and 不 行, but not the space between two words as in 好的 不行.
_SPACED_OUT = re.compile(
    f"(?<![{_HAN}])[{_HAN}](?:{_GAP}[{_HAN}]){{2,}}|(?<![{_HAN}])[{_HAN}]{_GAP}[{_HAN}](?![{_HAN}])"
)
_BETWEEN = re.compile(_GAP)
# Every character here folds to exactly one, which makes the offset map the identity.
_ONE_TO_ONE = re.compile(r"[\n -~一-\u9fff。、“”‘’「」《》，！？：；（）～]*")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, the code points that it came from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text behind the non-empty folded span `start`–`end`."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold `text`. Lone surrogates become U+FFFD, so the result can always be encoded."""
    if _ONE_TO_ONE.fullmatch(text):
        folded = "".join(map(_fold_character, text))
        plain = Folded(folded, range(len(text)), range(1, len(text) + 1))
    else:
        plain = _fold_each(text)
    return _without_gaps(plain) if _BETWEEN.search(plain.text) else plain


def fold_phrase(text: str) -> str:
    """A rule's own phrase in the spelling of folded texts."""
    return "".join(map(_fold_character, text))


def _fold_each(text: str) -> Folded:
    pieces: list[str] = []
    starts: list[int] = []
    for offset, character in enumerate(text):
        piece = _fold_character(character)
        pieces.append(piece)
        starts.extend([offset] * len(piece))
    return Folded("".join(pieces), starts, [start + 1 for start in starts])


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    if _is_hidden(character):
        return ""
    folded = unicodedata.normalize("NFKC", character).lower()
    return "".join(_FOLDED_BY_HAND.get(one, one) for one in folded)


def _is_hidden(character: str) -> bool:
    """Whether it is a format character (zero width, direction) or a variation selector."""
    return (
        unicodedata.category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
        or character == "\u034f"
    )


def _without_gaps(folded: Folded) -> Folded:
    dropped = {
        offset
        for run in _SPACED_OUT.finditer(folded.text)
        for gap in _BETWEEN.finditer(folded.text, run.start(), run.end())
        for offset in range(gap.start(), gap.end())
    }
    if not dropped:
        return folded
    kept = [offset for offset in range(len(folded.text)) if offset not in dropped]
    return Folded(
        "".join(folded.text[offset] for offset in kept),
        [folded.starts[offset] for offset in kept],
        [folded.ends[offset] for offset in kept],
    )
