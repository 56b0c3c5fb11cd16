"""What a message states: what no rewording may change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

FactKind = Literal["place", "link", "quotation", "emoji", "number", "day", "promise", "word"]
Facts = Counter[tuple[FactKind, str]]
_KINDS: Mapping[str, FactKind] = MappingProxyType({kind: kind for kind in get_args(FactKind)})

# Every repeat is bounded, so that the time grows no faster than the text.
LINK = (
    r"(?:https?://|www\.)[!-~]+"
    r"|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
    r"|(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,63}\.){1,4}(?:com|cn|net)(?![A-Za-z0-9])[!-~]*"
)
PLACEHOLDER = r"\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}"
QUOTATION = (
    r"《[^《》\n]*》|【[^【】\n]*】|“[^“”\n]*”|「[^「」\n]*」|『[^『』\n]*』"
    r'|"[^"\n]*"'
)
EMOJI = (
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55]"
    "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:\u200d[\U0001f300-\U0001faff\u2600-\u27bf]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]*)*"
    r"|\[[\u4e00-\u9fff]{1,4}\])"
)
KAOMOJI = (
    r"(?:/:)?(?:(?<![A-Za-z])[oOm]?[(（][^\u4e00-\u9fff0-9A-Za-z()（）\n]{0,5}"
    r"(?:[\^≧≦▽◕◡╥﹏▼∀ω＾ᴗ´｀⊙●′‵][^\u4e00-\u9fff0-9A-Za-z()（）\n]{0,9}){1,3}[)）](?:[oOm](?![A-Za-z]))?"
    r"|\^[_oO.]?\^|[TＴ]_+[TＴ]|>_+<|QAQ|orz|:-?[)(D](?![A-Za-z]))"
)
"""A face drawn with signs, also after the `/:` of a chat program."""

# A single Chinese numeral counts only before a unit: 一下 and 一样 say no number.
_HAN_DIGIT = "零〇一二两三四五六七八九十百千万半几"
_UNIT = "天日号月年周元块毛角折件个条双套箱包斤克米岁次倍层张份盒瓶寸码点小分秒款位家成"
_HAN_NUMBER = (
    rf"[{_HAN_DIGIT}]{{2,}}|(?:第[{_HAN_DIGIT}])|(?!一点(?![半钟前后]))[{_HAN_DIGIT}](?=[{_UNIT}])"
)
_NUMBER = rf"\d+(?:[.,:/-]\d+)*[%％]?|{_HAN_NUMBER}"
_DAY = (
    "[今明后昨前]天|大后天|今晚|明早|[今明去]年|(?:周|星期|礼拜)[一二三四五六日天末]"
    "|[上下本这]个?(?:周|月|星期)|月底|月初|年底|上午|下午|中午|晚上|凌晨|早上|马上|立刻|立即|当天|次日|隔天"
    r"|(?i:\b(?:today|tomorrow|yesterday|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b)"
)
# 不包邮 and 没办法包邮 promise the same nothing.
_NOT = "不(?:能|可以|会|敢)?|没办法|没法|无法|难以"
_PROMISE = (
    f"(?P<negation>{_NOT})?(?:保证|保證|承诺|承諾|一定|肯定|绝对|絕對|必定|务必|百分百|百分之百|包退|包换|包赔|包邮|包郵|终身|永久"
    r"|负责到底|假一赔)|(?i:\b(?:guarantee[ds]?|promise[ds]?|definitely|certainly|always|never)\b)"
)
_WORD = r"[A-Za-z0-9]+(?:[-'’][A-Za-z0-9]+)*"
_FACT = re.compile(
    f"(?P<place>{PLACEHOLDER})|(?P<link>{LINK})|(?P<quotation>{QUOTATION})|(?P<face>{KAOMOJI})"
    f"|(?P<emoji>{EMOJI})|(?P<promise>{_PROMISE})|(?P<day>{_DAY})"
    rf"|(?P<number>(?<![A-Za-z])(?:{_NUMBER})(?![A-Za-z]))|(?P<word>{_WORD})"
)
_HAN = re.compile("[\u3400-\u9fff]")
_SENTENCE_START = re.compile(r"(?:^|[.!?\n:]\s*)[\"“]?$")


def facts(text: str, *, chinese: bool) -> Facts:
    """The facts in `text`, each with how often it is stated; quotations are kept whole.

    In a `chinese` text every Latin word is a name. In others it is one with a digit, in capitals,
    or with a capital that no sentence begins with.
    """
    found: Facts = Counter()
    for match in _FACT.finditer(text):
        kind = _KINDS.get(match.lastgroup or "")
        if kind and (kind != "word" or chinese or _is_name(text, match)):
            found[kind, f"不{refused}" if (refused := _refused(match)) else match[0]] += 1
    return found


def same_facts(before: str, after: str) -> bool:
    """Whether `after` states what `before` states, no less and no more.

    Numbers, days, quoted names, links, Latin names and promises are the same multiset. Emoji and
    placeholders of `before` are all kept; `after` may have more of them.
    """
    chinese = bool(_HAN.search(before) or _HAN.search(after))
    old, new = facts(before, chinese=chinese), facts(after, chinese=chinese)
    return not old - new and all(kind in ("emoji", "place") for kind, _ in new - old)


def _refused(match: re.Match[str]) -> str:
    """The promise that is refused; "" where none is."""
    negation = match["negation"]
    return match[0].removeprefix(negation) if negation else ""


def _is_name(text: str, match: re.Match[str]) -> bool:
    word = match[0]
    if any(character.isdigit() for character in word):
        return True
    if re.match(r"I(?:['’]|$)", word) or word == word.lower():
        return False
    titled = word[0].isupper() and word[1:] == word[1:].lower()
    return not (titled and _SENTENCE_START.search(text[max(0, match.start() - 4) : match.start()]))
