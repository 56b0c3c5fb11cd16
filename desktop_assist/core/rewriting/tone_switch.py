"""One message in another tone: formal with 您好, or warm with 亲. Nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop_assist.core.language.facts import (
    EMOJI,
    KAOMOJI,
    LINK,
    PLACEHOLDER,
    QUOTATION,
    same_facts,
)

_PROTECTED = re.compile(f"{PLACEHOLDER}|{LINK}|{QUOTATION}")
_MASK_FIRST, _MASK_LAST = 0xE000, 0xF8FF
_MASK = f"{chr(_MASK_FIRST)}-{chr(_MASK_LAST)}"
_MASKED = re.compile(f"[{_MASK}]")
_HAN = re.compile("[\u3400-\u9fff]")
_ROUNDS = 12

LONGEST_MESSAGE = 5_000
"""Code points. A longer text comes back as it was; fewer than there are private characters."""

_SPOKEN_TO = (
    f"(?=[您你这這那我咱在请請有没沒不是稍抱已需麻谢謝好很付收还還晚早{_MASK}]"
    "|目前|现在|放心|欢迎|非常|方便|下单|感谢|可以|什么|具体|实在)"
)
_PAUSE = "[，,、~～ !！]"
_ADDRESS = (
    f"(?:亲亲|[亲親](?!亲)|亲爱的|親愛的)(?:(?P<pause>{_PAUSE}+)|(?=[。\n]|{EMOJI})|$|{_SPOKEN_TO})"
)
_OPENING = re.compile(f"^\\s*{_ADDRESS}")
_INSIDE = re.compile(f"(?<=[，,。！!？?~～\n ]){_ADDRESS}")
_CLOSING = re.compile(r"(?<=[的呢哦了啦好哈歉思])[，,]?[亲親](?=[，,。！!~～？?\s]|$)")
_AS_YOU = re.compile("(?:(?<=谢谢)|(?<=感谢))亲(?![人友戚自爱子肤手密属朋们妈])")
_DEAR = re.compile("^亲爱的(?=顾客|客户|会员|买家|朋友|用户)")
_HONOURED = re.compile("^尊敬的(?=顾客|客户|会员|买家|朋友|用户)")
_GREETS = re.compile("[您你]好(?!像)|(?:早上|上午|中午|下午|晚上|新年|节日)好")

_FACE = re.compile(rf"^{KAOMOJI}\s*|[ \t]*{KAOMOJI}")
_TILDES = re.compile("[ \t]*[~～]+")
_RANGE = re.compile(
    rf"(?:[0-9A-Za-z日号点月天周年时米岁斤元块码折件寸%％{_MASK}]|[周期][一二三四五六])"
    rf"[~～][0-9A-Za-z周星¥￥{_MASK}]|[一二三四五六七八九十][~～][一二三四五六七八九十]"
)
_PARTICLE = re.compile(
    rf"(?<=[\u3400-\u9fff])(?<![哈嘿呵嗯哦噢喔呢啊呀哎咯])[哦噢喔呢呀哈哒啦呐哟](?=[，,。！!…\s]|{EMOJI}|$)"
)
_ASKING = re.compile(
    "[吗么谁哪怎啥几]|什么|多[少大久高重长]|是否|请问|(.)不\\1|有没有|为何|如何|呢[？?]"
)
_YOU = re.compile("(?<!迷)你(?![们我侬争追])")

_GRAVE = re.compile(
    "歉|对不起|不好意思|投诉|赔|损|破|坏|质量|遗憾|失望|理解|[没沒不别無无完]|[缺断]货|卖光|结束|下架"
)
_SOFT_END = re.compile("(?:的|了|可以|稍等|现货|有货|告诉我|联系我们)(?=[。.]?$)")
_KNOWN_PERSON = re.compile("先生|女士|小姐|顾客|客户|会员|各位|大家|尊敬|亲爱|老师|宝")
_TRADITIONAL = re.compile("[請這們沒嗎還發貨麼謝訂單]")
_MAY_ADDRESS = re.compile("[\u3400-\u9fff]")


def to_formal(text: str) -> str:
    """`text` with 您好 and 您; without 亲, tildes, kaomoji and soft particles. Idempotent.

    Quotations, links and placeholders stay. The text comes back as it was where the change would
    touch a fact, and where it is not Chinese.
    """
    return _switched(text, _formal_round)


def to_warm(text: str) -> str:
    """`text` with 亲, and a soft particle where nothing grave is said. Idempotent.

    It undoes `to_formal` for messages that begin with 亲 and end so softly; stays as that does.
    """
    return _switched(text, _warm_round)


def _switched(text: str, change: Callable[[str], str]) -> str:
    kept = _PROTECTED.findall(text)
    if len(text) > LONGEST_MESSAGE or not _HAN.search(text) or _MASKED.search(text):
        return text
    masks = iter(range(_MASK_FIRST, _MASK_LAST))
    masked = _PROTECTED.sub(lambda _: chr(next(masks)), text)
    if (changed := _settled(masked, change)) is None:
        return text
    result = _MASKED.sub(lambda mask: kept[ord(mask[0]) - _MASK_FIRST], changed)
    return result if _HAN.search(result) and same_facts(text, result) else text


def _settled(text: str, change: Callable[[str], str]) -> str | None:
    """What `change` makes of `text` when it has nothing left to do; None where it never ends."""
    for _ in range(_ROUNDS):
        changed = change(text)
        if changed == text:
            return text
        text = changed
    return None


def _formal_round(text: str) -> str:
    text = _DEAR.sub("尊敬的", text)
    text = _OPENING.sub(lambda found: _formal_opening(found, text), text)
    text = _INSIDE.sub("", text)
    text = _AS_YOU.sub("您", _CLOSING.sub("", text))
    text = _FACE.sub("", text)
    text = _TILDES.sub(_without_tildes, text)
    text = _PARTICLE.sub(_without_particle, text)
    return _YOU.sub("您", text)


def _formal_opening(found: re.Match[str], text: str) -> str:
    rest = text[found.end() :]
    if _GREETS.match(rest):
        return ""
    pause = found["pause"] or ""
    if not rest.strip(" 。！!~～"):
        return "您好"
    return "您好" + ("！" if set(pause) & set("!！") else "，")


def _without_tildes(found: re.Match[str]) -> str:
    text, start, end = found.string, found.start(), found.end()
    if _RANGE.search(text[max(0, start - 2) : end + 1]):
        return found[0]
    before, after = text[:start], text[end:]
    if not before or not re.search(f"[\u3400-\u9fff0-9A-Za-z{_MASK}]$", before):
        return ""
    if not after.strip() or after.startswith("\n"):
        return "？" if _ASKING.search(_last_clause(before)) else "。"
    return "，" if re.match(f"\\s*[\u3400-\u9fff0-9A-Za-z{_MASK}]", after) else ""


def _without_particle(found: re.Match[str]) -> str:
    text, particle = found.string, found[0]
    before, after = text[: found.start()], text[found.end() : found.end() + 1]
    clause = _last_clause(before)
    if particle in "呢呀呐" and _ASKING.search(clause):
        return particle
    if particle == "呢" and (
        after in ("，", ",") or (len(clause) < 4 and clause[-1] not in "的了在")
    ):
        return particle
    spoken = {"啦": "" if "是" in clause else "了", "哒": "的"}.get(particle, "")
    return "" if before.endswith(spoken or "\n") else spoken


def _last_clause(text: str) -> str:
    return re.split("[，,。！!？?；;\n]", text)[-1]


def _warm_round(text: str) -> str:
    text = _HONOURED.sub("亲爱的", text)
    if opening := re.match(f"[您你]好(?P<pause>{_PAUSE}+|。)?(?=(?P<rest>.?))", text, re.DOTALL):
        text = _warm_opening(opening, text)
    elif _needs_address(text):
        text = f"{'親' if _TRADITIONAL.search(text) else '亲'}，{text}"
    return _with_particle(text)


def _warm_opening(opening: re.Match[str], text: str) -> str:
    pause, rest = opening["pause"], text[opening.end() :]
    if not rest.strip():
        return f"亲，{text}"
    if pause:
        return f"亲{'，' if pause == '。' else pause}{rest}"
    return f"亲，{rest}" if rest[0] in "请这您我欢" else text


def _needs_address(text: str) -> bool:
    first = re.split("[，,。！!？?\n]", text)[0]
    addressed = any(one.search(text) for one in (_OPENING, _INSIDE, _CLOSING, _AS_YOU))
    return not (
        addressed
        or _KNOWN_PERSON.search(first)
        or _GREETS.search(first)
        or not _MAY_ADDRESS.match(text)
    )


def _with_particle(text: str) -> str:
    if _GRAVE.search(text) or _PARTICLE.search(text) or re.search("[~～]", text):
        return text
    end = _SOFT_END.search(text)
    if end is None or _ASKING.search(_last_clause(text[: end.end()])):
        return text
    return f"{text[: end.end()]}哦{text[end.end() :]}"
