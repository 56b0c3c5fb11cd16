"""Small improvements that need no finding: 少用“我”, a closing mark, no doubled marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_assist.core.language.facts import EMOJI, KAOMOJI, LINK, PLACEHOLDER, QUOTATION
from desktop_assist.core.rewriting.proposal import Rewrite

_PROTECTED = re.compile(f"{PLACEHOLDER}|{LINK}|{QUOTATION}|{KAOMOJI}|{EMOJI}")
_CLAUSE = "(?:(?<=[，,。！!？?；;：:\\s~～])|^)"

# Only where the sentence stays true: what the shop has may be 咱们的, what the agent does not.
_LESS_I = tuple(
    (re.compile(pattern), better)
    for pattern, better in (
        (r"我们(?=店(?!员))", "咱们"),
        (r"(?<![在到回去是])我们家(?=[的，,]|店)(?!的(?:人|孩子|宝宝|狗|猫))", "咱们家"),
        (
            f"{_CLAUSE}我们?(?:这边)?(?:需要|要|想要|想请)[您你]"
            "(?=提供|填写|确认|核对|上传|说明|补充|发)",
            "麻烦您",
        ),
        (_CLAUSE + "我们?(?:这边)?(?=建议您|推荐您)", ""),
        (_CLAUSE + "我们?(?:这边)?(?=[给为]您推荐)", ""),
        (
            f"{_CLAUSE}我们?想知道您的(?P<what>身高体重|身高|体重|尺码|订单号|预算)[。.]?$",
            "请问您的{what}是多少？",
        ),
    )
)  # fmt: skip
_DOUBLED = re.compile(
    r"(?<!\d)(?P<mark>[，,])[，,]+|(?P<dots>。{3,})|(?P<stop>。)。(?!。)|(?P<loud>[！!])[！!]+|(?P<ask>[？?])[？?]+"
    "|(?P<list>、)、+|(?P<half>[；;])[；;]+|[，、](?P<end>[。！？])"
)
_ASKS_SURELY = re.compile(
    "吗$|请问|[您你要].*(?:什么|哪|怎么|多[少大久高重长]|是否|(?<!爱)(.)不\\1)"
)
_ASKS = re.compile(
    "[吗么]$|什么|[哪几](?!怕)|多[少大久高重长]|怎|是否|(.)不\\1|有没有|如何|谁|请问|可以吗|好吗"
)
_TELLS = re.compile("都|就|随|爱|不管|无论|没什么|不(?:知道|清楚)|告诉")
_ASKS_ENGLISH = re.compile(
    r"^(?:what|which|when|where|who|why|how|would|could|can|may|do|does|did|is|are|will)\b",
    re.IGNORECASE,
)
_WHY_LESS_I = "少说“我”，多说“您”和“咱们”。"
_WHY_CLOSING = "句末补上标点，读起来更完整。"
_WHY_DOUBLED = "标点重复了，一个就够。"
_WHY_CLOSING_ENGLISH = "A closing mark makes the sentence complete."
_WHY_DOUBLED_ENGLISH = "One mark is enough."
_HAN = re.compile("[\u3400-\u9fff]")


def small_hints(text: str) -> Iterator[Rewrite]:
    """Hints for `text`, facts not yet looked at; none of them touches a quotation or a link."""
    chinese = bool(_HAN.search(text))
    protected = [found.span() for found in _PROTECTED.finditer(text)]
    for hint in (*_less_i(text), *_single_marks(text, chinese=chinese), *_closing(text)):
        if not any(start < hint.end and end > hint.start for start, end in protected):
            yield hint


def _less_i(text: str) -> Iterator[Rewrite]:
    for pattern, better in _LESS_I:
        for found in pattern.finditer(text):
            said = better.format_map(found.groupdict())
            yield Rewrite(found.start(), found.end(), said, (), _WHY_LESS_I)


def _single_marks(text: str, *, chinese: bool) -> Iterator[Rewrite]:
    for found in _DOUBLED.finditer(text):
        kind = found.lastgroup or "mark"
        single = "……" if kind == "dots" else found[kind]
        note = _WHY_DOUBLED if chinese else _WHY_DOUBLED_ENGLISH
        yield Rewrite(found.start(), found.end(), single, (), note)


def _closing(text: str) -> Iterator[Rewrite]:
    """The mark that the last sentence lacks, put after its last character."""
    end = len(text.rstrip())
    last = re.split("[，,。！!？?；;…~～\n]", text[:end])[-1]
    if not last or not last[-1].isalnum():
        return
    if _HAN.search(text):
        mark = _closing_mark(last) if len(_HAN.findall(text)) >= 4 and not last.isdigit() else ""
        note = _WHY_CLOSING
    else:
        mark = _closing_mark_english(last) if len(last.split()) >= 3 else ""
        note = _WHY_CLOSING_ENGLISH
    if mark:
        yield Rewrite(end - 1, end, last[-1] + mark, (), note)


def _closing_mark(last: str) -> str:
    """The mark for a Chinese clause; "" where it may be a question or not."""
    if not _ASKS.search(last):
        return "。"
    surely = _ASKS_SURELY.search(last) and (last.endswith("吗") or not _TELLS.search(last))
    return "？" if surely else ""


def _closing_mark_english(last: str) -> str:
    return "?" if _ASKS_ENGLISH.search(last.strip()) else "."
