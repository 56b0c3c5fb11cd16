"""How common letters are in agents' messages, and which ones a match cannot do without.

Most messages lack most letters: what holds none of the letters that a pattern needs is not tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

Letters = tuple[frozenset[str], ...]
"""Sets of letters, the rarest first: of each one letter must be there."""

# The Chinese letters of the corpus and the starter packs, the commonest first.
_BY_SHARE = (
    "您的一我不了是这好有看给就个。到没要下发款以可用能在们你来天会上说单退别问都话也点请那货里"
    "时人先亲收号家过得后价再行还对着子回去自意为么快多哈已码换出想拍心两包小三品跟打买手帮理接"
    "和大开面经次机吗把最前费件系电评付实改分事真己谢补装等哪放店题边方吧找歉图定差送地按新订水"
    "加台平五抱色明样写合安保关服全同页商让十便客递解今第照动直提生字选现重成欢量留二块信复内正"
    "年头老什因常名证更卡师进果感完起寄清少吃张算排错查做道只钱间期很身比库光确宝记诉告运随慢报"
    "急月通管满票晚带日、法元度活核高数门哦烦支口工需箱片白仓中情谁适账主思麻洗位百办址转试掉配"
    "长穿周当拿才啦傅金条喜呢线申质建处认赔尺半截修怎物预统议太走备原体咱如视但听知眼又准几种批"
    "规刚花儿由底签验网格讲懂标取气四红迎反挑售坏领结牌楚候额注见链步星微呀泡器份车本交公干路八"
    "外钟检早频国东无他联应推显马作医扣户顺空或爱班之妈毛填示贴返午七券皮录治免节持啊入员非临消"
    "宜卖级聊漏怪表受西米喝印约担久考书该些计鞋祝住拆六啥料邮调测音遍优每颜务病任答程登友裹双特"
    "响于压乐衣购超区板味紧向零防版充影赠效低茶教铺式课密减脚药愿私假较觉拉流然姐孩热断场它所右"
    "目代斤惠够型套怕银专叫称温朋黑九细荐贵指何顾晒业声站刷奶风学必近详整绝尾扫嘛袋息礼屏架偏决"
    "敢盒血催油丝死猫权般制承左垫灯求存湿戴部"
)
_FIRST_SHARE, _FALL = 0.17, 10.0
"""A letter's share is about the first divided by its rank and the second (Zipf's law)."""
_RARE = 0.00008
_SHARE_OF = {one: _FIRST_SHARE / (rank + _FALL) for rank, one in enumerate(_BY_SHARE)}
_SHARE_OF |= dict.fromkeys(",", 0.04) | dict.fromkeys(" etaoinsrhl", 0.05)
_SHARE_OF |= dict.fromkeys("dcumfpgwybvkxjqz0123456789.?!:;~", 0.01)
_MOST_SETS = 3
_TOO_COMMON = 0.04
"""One letter in so many, and most messages have it."""


@lru_cache(maxsize=4096)
def share_of(letters: frozenset[str]) -> float:
    """Roughly how large a share of a message's letters are of `letters`."""
    return sum([_SHARE_OF.get(letter, _RARE) for letter in letters])


def rarest_of(sets: Iterable[frozenset[str]]) -> Letters:
    """The sets whose letters are rarest, each once; none that most messages have."""
    rare = [one for one in dict.fromkeys(sets) if share_of(one) < _TOO_COMMON]
    if len(rare) > 1:
        # Sets have no order of their own, and the same must come out on every machine.
        rare.sort(key=_share_and_name)
    return tuple(rare[:_MOST_SETS])


def letters_in(words: Sequence[str]) -> Letters:
    """The letters of which any of `words` holds one: the rarest of each, the second, and so on."""
    if not all(words):
        return ()
    ordered = [sorted(set(word), key=_share) for word in words]
    return rarest_of(map(frozenset, zip(*ordered, strict=False)))


@lru_cache(maxsize=4096)
def _share_and_name(letters: frozenset[str]) -> tuple[float, str]:
    return share_of(letters), "".join(sorted(letters))


def _share(letter: str) -> tuple[float, str]:
    return _SHARE_OF.get(letter, _RARE), letter
