"""Chinese sentences said better: refusals, one-word answers, laughs, 但是 and commands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from desktop_assist.core.language.folding import fold
from desktop_assist.core.replies.snippet import Field
from desktop_assist.core.rewriting.proposal import Rewrite, Sentence

REASON = Field(name="reason", label="原因")
ALTERNATIVE = Field(name="alternative", label="可以给顾客的另一个选择")
SITUATION = Field(name="situation", label="实际情况和原因")
STEP = Field(name="next_step", label="接下来为顾客做什么")
NEXT_STEP = Field(name="alternative", label="接下来为顾客做什么（如：问仓库后回复您）")

_LEAD = re.compile(
    "(?:(?P<address>亲亲|亲爱的|亲(?![自测肤子手切密人朋友戚])|[您你]好|宝贝(?=,)|宝(?=,))"
    "|(?P<apology>(?:非常|实在|真的|真是|很)?(?:抱歉|不好意思|对不起))"
    "[啊哈哦呀了]?(?![让给])|[,、~ ])*"
)
_TOPIC = (
    "(?P<topic>这个|那个|这款|那款|这件|本店|小店|店里|我们店|我们家|我们这边|我们|我这边|我|这边|客服)?"
    "(?:目前|暂时|现在|真的|已经|也|还|都|是|确实|实在|肯定|就)*"
)
_TAIL = "[哦噢喔呢哈啊呀呐嘞啦了的哟滴嘛诶吧呗,~ ]*亲?"
_THING = "[^,、? 的吗{]"
_VERB = (
    "退换|退货|退款|退|换货|换|修改|改价|改|便宜|少|优惠|打折|减|送|补|赔|开|发货|发|提前|取消|包邮|试穿"
    "|指定|讲价|议价|保价|加急|查|寄|安排|处理|撤销|延长|承担|报销|代收|拆|预留|降价|降|修|做|加|订"
)
_WHEN = "今天|明天|今晚|当天|马上|提前|单独|直接"
_ASKING = re.compile(
    "什么|哪|怎|谁|多[少久大]|几|吗|的话|时候|要是|如果|万一|您说|您是说|您问|(.)不\\1|有没有|没有不|不得不"
)

_SUBJECTS = MappingProxyType({"我": "我这边", "我们": "我们这边", "我們": "我們這邊"})


@dataclass(frozen=True, slots=True)
class _Refusal:
    """A bare refusal: what it looks like, and the clause that says it kindly.

    The clause takes `{topic}` and the pattern's groups; `topic` stands where none was named.
    """

    pattern: re.Pattern[str]
    clause: str
    topic: str
    apology: str
    waits: bool


def _refusal(
    pattern: str, clause: str, topic: str = "", apology: str = "非常抱歉", *, waits: bool = False
) -> _Refusal:
    return _Refusal(re.compile(f"{_TOPIC}(?:{pattern}){_TAIL}"), clause, topic, apology, waits)


_REFUSALS = (
    _refusal(
        "不行|不可以|不能|不可|没法|没办法|办不到|做不到|做不了", "{topic}没办法做到", topic="这个"
    ),
    _refusal("还没有?", "{topic}目前还没有", apology="让您久等了", waits=True),
    _refusal("没有?", "{topic}目前没有"),
    _refusal(
        "没货|无货|缺货|断货|卖完|卖光|售罄|没有?现货|没有?库存", "{topic}目前没有货", topic="这款"
    ),
    _refusal(
        "(?:还没有|还没|没有|没|尚未)(?P<what>发货|发|到货|到|处理|安排|出库|退款|揽收|更新)",
        "{topic}目前还没有{what}",
        apology="让您久等了",
        waits=True,
    ),
    _refusal(
        "(?:没有(?!关系|问题|收到|异常|意见|必要|任何|办法|[事人错用比想不说])"
        "|没(?=优惠|活动|发票|券|折扣|红包|样品|赠品|实体店|门店|运费险))"
        f"(?P<what>[黑白红蓝绿黄紫灰粉棕]的|{_THING}{{1,8}}?)",
        "{topic}目前没有{what}",
    ),
    _refusal(
        "(?:不太?|不大)(?:清楚|知道|了解|懂|确定)|不晓得|没听说过",
        "这个我这边还不清楚",
        apology="不好意思",
        waits=True,
    ),
    _refusal(
        "(?:不|谢绝|拒绝)(?:讲价|议价|还价|打折|优惠|便宜|刀|减价)|最低价?格?|最便宜"
        "|(?:不能|不可以|没法|没办法|无法)再?(?:便宜|少|优惠|打折|减|降价|降|讲价|议价)(?:一?点|些)?"
        "|(?:便宜|少|优惠|减|降)不了",
        "价格上没办法再优惠",
    ),
    _refusal("不退不换|不退换", "{topic}没办法退换", topic="这边"),
    _refusal(
        f"不(?P<what>(?:包邮|免邮|支持|提供|接受|退|换|送|赠|开(?!心)|发|补|赔|改){_THING}{{0,8}}?)",
        "{topic}没办法{what}",
        topic="这边",
    ),
    _refusal(
        f"(?P<verb>{_VERB})不了(?P<what>{_THING}{{0,8}}?)",
        "{topic}没办法{verb}{what}",
        topic="这边",
    ),
    _refusal(
        f"(?P<verb>查|找|联系|搜)不到(?P<what>{_THING}{{0,8}}?)",
        "{topic}目前还没有{verb}到{what}",
        waits=True,
    ),
    _refusal(
        "(?:不能|不可以|没法|没办法|无法)再?"
        f"(?P<what>(?:[给帮为替][您你])?(?:{_WHEN})?(?:{_VERB}){_THING}{{0,8}}?)",
        "{topic}没办法{what}",
        topic="这边",
    ),
)  # fmt: skip

_HAS_APOLOGY = re.compile("抱歉|不好意思|对不起|歉意|致歉|久等")
_HAS_REASON = re.compile("因为|由于|所以|原因")
_HAS_ALTERNATIVE = re.compile(
    "(?<!不)可以(?!吗)|[还另]有|您看|推荐|建议|[帮为给替]您|换成|改成|要不|或者"
)

_UNDERSTOOD = "好的，我明白了。请问还有什么可以帮您？"
_NOT_UNDERSTOOD = "不好意思，我没有看明白。麻烦您再说一下好吗？"
_PUZZLED = re.compile("什么(?:意思)?|啥(?:意思)?|[嗯啊恩]{1,4}")
_LOOKING = "请您稍等一下，我这边看一看。"
_ALONE = (
    (re.compile("[恩嗯]{1,6}[呢哪啊]?|[哦噢喔]{1,6}[了啦]?|[额呃]{1,6}"), _UNDERSTOOD),
    (re.compile("好吧?|行吧?|知道[了啦]?|收到"), _UNDERSTOOD),
    (re.compile("在"), "您好，我在的。请问有什么可以帮您？"),
    (re.compile("等着|等等|等一?下|稍等"), _LOOKING),
    (_PUZZLED, _NOT_UNDERSTOOD),
    (re.compile("说"), "您请说，我在的。"),
    (re.compile("[哈呵嘿嘻]{1,12}"), "😊 谢谢您。请问还有什么可以帮您？"),
)  # fmt: skip
_LAUGH = re.compile("呵{1,12}哒?[,~ ]*(?=您真|您太|谢谢|感谢|好的|没关系|不客气|过奖)")

_PRAISE = (
    "眼光|(?<!不)喜欢|真好|好看|漂亮|理解|感谢|谢谢|很?衬您|适合您|显[白瘦]|品位|会[选挑]|厉害|不错"
)
_BUT = re.compile(
    f"(?P<kind>[^,]{{0,12}}(?:{_PRAISE})[^,]{{0,6}}),?(?:但是|但(?![愿凡说使])|可是|然而),?(?P<rest>.{{2,40}})"
)
_BAD_NEWS = re.compile("没|无货|不(?:全|够|支持|参加|包邮)|下架|卖完|结束|售罄|[缺断]货|停产")
_OFFER = re.compile("(?:您|我们|咱们|这边)?[还也]?(?:可以|建议|推荐|有)")
_NO_REASON = re.compile("规定|就是|凭|只能|自己|爱买")

_ASKED_FOR = "照片|图片|截图|视频|图|订单号|单号|地址|链接|电话|尺寸"
_DUTY = (
    "提供|付款|下单|申请|退回|寄回|联系|填写|填|确认|登录|上传|拍照|拍|选择|点击|更新|签收|核对|修改|取消"
    "|出示|等|把"
)
_COMMANDS = tuple(
    (re.compile(f"{pattern}{_TAIL}"), polite)
    for pattern, polite in (
        (
            "[你您]?(?P<what>把[^,吗]{1,12}?(?:发|给|填|报|拍|退|寄|取消|改|传|提供)[^,吗]{0,8}?)",
            "麻烦您{what}",
        ),
        (
            "[你您]?(?:自己)?[先再去]*看(?:看|一下|下)?"
            "(?P<what>详情页?|说明书?|页面|介绍|图片|尺码表|物流信息|物流)",
            "麻烦您看一下{what}",
        ),
        (
            "[你您]?快[点些](?P<what>(?:付款|下单|确认|拍下|提供|发货|收货|签收)[^,]{0,6}?)",
            "麻烦您方便时{what}",
        ),
        (
            f"[你您]?(?P<what>发(?:个|张|一张|一下|下)?(?:{_ASKED_FOR})(?:给我们?|过来|来)?)",
            "麻烦您{what}",
        ),
        (
            f"[你您](?:必须|得|要|应该|需要)(?P<what>先?(?:在[^,]{{1,8}})?(?:{_DUTY})[^,吗才就]{{0,12}}?)",
            "麻烦您{what}",
        ),
    )
)  # fmt: skip
_DONT_PRESS = re.compile(f"[你您]?(?:别|不要|不许|甭)再?(?:催|问|吵|刷屏){_TAIL}")
_DONT_HURRY = re.compile(f"(?:[你您]?(?:别|不要)着?急|急什么){_TAIL}")

_WHY_RETOLD = "先致歉，再说情况和原因，最后说能做什么。"
_WHY_REFUSAL = "先致歉，说明原因，再给一个选择。"
_WHY_ALONE = "把话说完整，再问还能帮什么。"
_WHY_LAUGH = "换成一个表情，加一句完整的话。"
_WHY_BUT = "不用“但是”，好话才算数。"
_WHY_COMMAND = "用“请”“麻烦您”来请顾客帮忙。"


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence after its address and apology. `folded` is what patterns look at."""

    sentence: Sentence
    folded: str
    written: str
    address: str
    apology: str

    @classmethod
    def of(cls, sentence: Sentence) -> _Reading:
        folded = fold(sentence.core).text
        written = sentence.core if len(sentence.core) == len(folded) else folded
        lead = _LEAD.match(folded)
        past = lead.end() if lead else 0
        address, apology = (lead["address"], lead["apology"]) if lead else (None, None)
        comes_first = bool(address) and folded.startswith(("亲", "您好", "你好", "宝"))
        greets = comes_first and folded[1:2] == "好"
        return cls(
            sentence,
            folded[past:],
            written[past:],
            ("您好，" if greets else "亲，") if comes_first else "",
            apology or "",
        )

    @property
    def is_asked(self) -> bool:
        return bool(set("？?") & set(self.sentence.closing) or _ASKING.search(self.folded))

    def part(self, found: re.Match[str], name: str) -> str:
        """What the draft has where group `name` was found, with 您 for 你."""
        start, end = found.span(name)
        return self.written[start:end].strip().replace("你", "您") if start >= 0 else ""


def chinese_retelling(sentence: Sentence) -> Rewrite:
    """A frame for any sentence: an apology, how things are, and what comes next."""
    text = "不好意思，让您费心了。{{ situation }}。我这边接下来{{ next_step }}，您看可以吗？"
    return sentence.rewritten(text, (SITUATION, STEP), _WHY_RETOLD)


def chinese_rewrite(sentence: Sentence) -> Rewrite | None:
    """The sentence said better, where that can be done well."""
    reading = _Reading.of(sentence)
    ways: tuple[Callable[[_Reading], Rewrite | None], ...] = (
        _alone, _refused, _laughed, _cancelled, _pressed, _commanded,
    )  # fmt: skip
    return next((found for way in ways if (found := way(reading)) is not None), None)


def _alone(reading: _Reading) -> Rewrite | None:
    """One word as the whole message."""
    if reading.sentence.others.strip() or reading.apology:
        return None
    word = reading.folded.strip("~ ")
    if set("？?") & set(reading.sentence.closing):
        puzzled = _PUZZLED.fullmatch(word)
        return reading.sentence.rewritten(_NOT_UNDERSTOOD, (), _WHY_ALONE) if puzzled else None
    for pattern, full in _ALONE:
        if pattern.fullmatch(word):
            note = _WHY_LAUGH if full.startswith("😊") else _WHY_ALONE
            return reading.sentence.rewritten(full, (), note)
    return None


def _refused(reading: _Reading) -> Rewrite | None:
    if reading.is_asked:
        return None
    for refusal in _REFUSALS:
        if found := refusal.pattern.fullmatch(reading.folded):
            return _softened(reading, refusal, found)
    return None


def _softened(reading: _Reading, refusal: _Refusal, found: re.Match[str]) -> Rewrite | None:
    """Apology, reason and alternative, each where the message has none yet."""
    topic = reading.part(found, "topic")
    groups = {name: reading.part(found, name) for name in found.re.groupindex}
    groups["topic"] = _SUBJECTS.get(topic, topic) or refusal.topic
    others = reading.sentence.others
    slots: list[Field] = []
    clauses: list[str] = []
    if reading.apology or not _HAS_APOLOGY.search(others):
        clauses.append(reading.apology or refusal.apology)
    if not _HAS_REASON.search(others):
        clauses.append("因为{{ reason }}")
        slots.append(REASON)
    text = reading.address + "，".join((*clauses, refusal.clause.format_map(groups))) + "。"
    if not _HAS_ALTERNATIVE.search(others):
        slots.append(NEXT_STEP if refusal.waits else ALTERNATIVE)
        text += (
            "我先{{ alternative }}，您看可以吗？"
            if refusal.waits
            else "您看{{ alternative }}可以吗？"
        )
    return reading.sentence.rewritten(text, tuple(slots), _WHY_REFUSAL) if slots else None


def _laughed(reading: _Reading) -> Rewrite | None:
    """呵呵 before a kind sentence: an emoticon in its place, the rest as it is."""
    found = _LAUGH.match(reading.folded)
    if found is None:
        return None
    sentence = reading.sentence
    text = f"{reading.address}😊 {reading.written[found.end() :]}{sentence.closing}"
    return Rewrite(sentence.start, sentence.end, text, (), _WHY_LAUGH)


def _cancelled(reading: _Reading) -> Rewrite | None:
    """但是 after praise: 同时 before what helps; left out, with an alternative, before bad news."""
    found = _BUT.fullmatch(reading.folded)
    if found is None or _NO_REASON.search(found["rest"]) or _ASKING.search(found["rest"]):
        return None
    sentence = reading.sentence
    kind, rest = reading.part(found, "kind"), reading.part(found, "rest")
    helps = bool(_HAS_ALTERNATIVE.search(found["rest"]))
    bad = bool(_BAD_NEWS.search(found["rest"]))
    if not bad and not _OFFER.match(found["rest"]):
        return None
    link = "，" if bad else "，同时"
    text = f"{reading.address}{kind}{link}{rest}"
    if helps or _HAS_ALTERNATIVE.search(sentence.others):
        return Rewrite(sentence.start, sentence.end, text + sentence.closing, (), _WHY_BUT)
    return sentence.rewritten(
        f"{text}。您看{{{{ alternative }}}}可以吗？", (ALTERNATIVE,), _WHY_BUT
    )


def _pressed(reading: _Reading) -> Rewrite | None:
    """别催了 and 别急."""
    if _DONT_PRESS.fullmatch(reading.folded):
        text = "非常抱歉让您久等了，请您再稍等一下。"
    elif _DONT_HURRY.fullmatch(reading.folded):
        text = "请您别着急，我这边帮您看看。"
    else:
        return None
    return reading.sentence.rewritten(reading.address + text, (), _WHY_COMMAND)


def _commanded(reading: _Reading) -> Rewrite | None:
    if reading.is_asked:
        return None
    thanks = "" if "谢" in reading.sentence.draft else "，谢谢您"
    for pattern, polite in _COMMANDS:
        if found := pattern.fullmatch(reading.folded):
            asked = polite.format(what=reading.part(found, "what"))
            text = f"{reading.address}{asked}{thanks}。"
            return reading.sentence.rewritten(text, (), _WHY_COMMAND)
    return None
