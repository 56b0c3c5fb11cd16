"""One spelling for the checker: width, case, 繁→简, hidden and spaced-out characters.

Rules are matched on the folded text and found spans are carried back to the original, so that
`Ｉ　ｃａｎ＇ｔ`, `我 不 能` and `我們不能` meet the rules written for their plain spelling.
"""

from __future__ import annotations

import itertools
import re
import sys
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

# Each traditional letter stands before its simplified one; only letters that reply rules need.
_TRADITIONAL_PAIRS = (
    "們们這这個个沒没會会還还說说請请麼么樣样給给對对從从來来過过開开關关時时間间問问題题貨货價价錢钱"
    "買买賣卖換换運运費费發发實实際际為为爲为與与無无難难讓让聽听辦办幫帮誰谁講讲議议認认識识該该應应"
    "願愿負负責责屬属於于務务斷断補补庫库碼码號号顏颜紅红綠绿藍蓝黃黄銀银單单訂订電电話话親亲貴贵嗎吗"
    "著着後后裡里裏里緊紧煩烦隨随愛爱終终惡恶態态諒谅慮虑試试選选擇择轉转聯联繫系係系處处將将優优贈赠"
    "歡欢謝谢氣气歲岁條条種种點点兩两雙双張张萬万億亿國国產产質质級级頂顶極极獨独傳传專专業业證证絕绝"
    "療疗藥药醫医減减購购評评論论圖图網网絡络線线騙骗壞坏豬猪滾滚廢废稱称諮咨詢询訊讯檢检復复覆复"
    "覺觉滿满僅仅當当現现場场門门剛刚盡尽確确認认謊谎糧粮僱雇範范圍围機机遲迟軟软硬硬詳详頁页"
    "郵邮遞递寫写書书戶户帳账賬账總总結结錯错誤误償偿賠赔稅税擊击鏈链鍵键設设備备裝装顯显畫画繼继續续幾几長长聞闻頭头臉脸髮发"
    "膚肤潤润燒烧熱热涼凉濕湿乾干淨净髒脏滅灭癒愈腫肿傷伤劑剂膠胶鐘钟錶表鏡镜襪袜褲裤襯衬織织紗纱綿绵絲丝緣缘邊边圓圆寬宽輕轻"
    "隻只獎奖勵励劃划參参團团隊队員员輸输贏赢戰战爭争鬧闹罵骂閉闭賤贱瘋疯腦脑殘残誠诚懇恳謙谦諾诺執执據据憑凭額额餘余銷销競竞"
    "創创舉举亞亚歐欧韓韩島岛灣湾臺台東东車车輛辆飛飞廠厂倉仓儲储調调測测驗验標标準准規规則则層层樓楼區区縣县鄉乡鎮镇齊齐嚴严"
    "謹谨許许罰罚違违約约權权義义導导誇夸虛虚偽伪純纯舊旧維维護护養养顧顾媽妈爺爷孫孙兒儿嬰婴貝贝寶宝貓猫鳥鸟魚鱼雞鸡鴨鸭蝦虾"
    "飯饭麵面餅饼鹹咸湯汤顆颗塊块噸吨聲声響响靜静樂乐戲戏劇剧遊游練练習习學学課课類类別别拋抛棄弃採采納纳夠够盤盘櫃柜檯台燈灯"
    "纜缆頻频視视體体觸触壓压縮缩檔档儘尽讚赞猶犹纔才麽么嘆叹輩辈爛烂鮮鲜豔艳麗丽醜丑臟脏腎肾腸肠節节頸颈癢痒皺皱紋纹曬晒"
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
_MAY_BE_GAP = re.compile(r"[ ·*_.~\-]")


def _kept_han() -> str:
    """The letters that fold to themselves, as ranges of a set: one set is searched fastest."""
    changed = (character for character in _FOLDED_BY_HAND if "一" <= character <= "\u9fff")
    edges = [ord("一") - 1, *sorted(map(ord, changed)), 0xA000]
    ranges = ((low + 1, high - 1) for low, high in itertools.pairwise(edges) if high - low > 1)
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


# Characters that fold to themselves, and those that fold to exactly one.
_KEPT = r"\n -@\[-~。、“”「」《》"
_CHANGED = re.compile(f"[^{_KEPT}{_kept_han()}]")
_NOT_ONE_TO_ONE = re.compile(f"[^{_KEPT}一-\u9fffA-Z‘’，！？：；（）～]")


class Part(NamedTuple):
    """A piece of folded text and the piece of the original behind it, up to the next part's.

    The pieces go side by side, character by character, or `one` character became several.
    """

    folded: int
    original: int
    one: bool = False


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The way back from one text to the text that it was made of."""

    parts: tuple[Part, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original behind the non-empty span `start`–`end`."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, offset: int) -> int:
        part = self.parts[bisect_right(self.parts, (offset, _FARTHEST)) - 1]
        return part.original if part.one else part.original + offset - part.folded


_FARTHEST = sys.maxsize


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the steps back to the original, the last first; none: same offsets."""

    text: str
    maps: tuple[OffsetMap, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text behind the non-empty folded span `start`–`end`."""
        for one in self.maps:
            start, end = one.original(start, end)
        return start, end


def fold(text: str) -> Folded:
    """Fold `text`. Lone surrogates become U+FFFD, so the result can always be encoded."""
    folded, maps = text, list[OffsetMap]()
    if _NOT_ONE_TO_ONE.search(text):
        folded, back = _fold_in_parts(text)
        maps.append(back)
    elif _CHANGED.search(text):
        folded = _CHANGED.sub(_fold_match, text)
    if _MAY_BE_GAP.search(folded):
        folded, gaps = _without_gaps(folded)
        maps += gaps
    return Folded(folded, tuple(reversed(maps)))


def fold_phrase(text: str) -> str:
    """A rule's own phrase in the spelling of folded texts."""
    return "".join(map(_fold_character, text))


def _fold_in_parts(text: str) -> tuple[str, OffsetMap]:
    pieces: list[str] = []
    parts: list[Part] = []
    done = length = 0
    for found in _NOT_ONE_TO_ONE.finditer(text):
        start = found.start()
        piece = _fold_character(found[0])
        if len(piece) == 1:
            continue
        if start > done:
            parts.append(Part(length, done))
            pieces.append(_CHANGED.sub(_fold_match, text[done:start]))
            length += start - done
        if piece:
            parts.append(Part(length, start, one=True))
            pieces.append(piece)
            length += len(piece)
        done = start + 1
    if done < len(text):
        parts.append(Part(length, done))
        pieces.append(_CHANGED.sub(_fold_match, text[done:]))
    return "".join(pieces), OffsetMap(tuple(parts))


def _fold_match(found: re.Match[str]) -> str:
    return _fold_character(found[0])


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


def _without_gaps(text: str) -> tuple[str, list[OffsetMap]]:
    pieces: list[str] = []
    parts: list[Part] = []
    done = length = 0
    for run in _SPACED_OUT.finditer(text):
        for gap in _BETWEEN.finditer(text, run.start(), run.end()):
            parts.append(Part(length, done))
            pieces.append(text[done : gap.start()])
            length += gap.start() - done
            done = gap.end()
    if not parts:
        return text, []
    parts.append(Part(length, done))
    return "".join((*pieces, text[done:])), [OffsetMap(tuple(parts))]
