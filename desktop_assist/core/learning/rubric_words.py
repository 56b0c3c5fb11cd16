"""The words by which the rubric sees that an answer has something, Chinese and English.

Each is a regular expression; what it matches is shown to the learner as the reason.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

Criterion = Literal["greeting", "reason", "alternative", "courtesy", "next_step"]
CRITERIA: tuple[Criterion, ...] = get_args(Criterion)

_ZH_TIME = (
    r"(?:今天|今晚|明天|明早|后天|稍后|回头|马上|立刻|立即|现在就?|这就|尽快"
    r"|(?:\d+|[一二三四五六七八九十两半几]+)个?(?:分钟|小时|工作日|天)之?[内后]"
    r"|[\d一二三四五六七八九十两]+点|[\d一二三四五六七八九十]+号|[下中晚][班午]前)"
)
_ZH_ACT = (
    r"(?:回复|答复|回您|告诉|通知|提醒|联系|查|核实|核对|催|办|登记|备注|安排|补|寄|送|发货|发出"
    r"|发到|发给|发您|退款|退到|退回|交给|改好|审核|处理|结果|消息|单号|再给您|上门|到账|重做|重新)"
)
_ZH_BEGINNING = r"^(?:[^，。,.!！?？]{0,6}?)"
_ZH_SAYS = r"(?:我|我们|咱们|这边)[^，。！？,!? 不没]{0,5}?"

_ZH: dict[Criterion, tuple[str, ...]] = {
    "greeting": (
        _ZH_BEGINNING + r"(?:[您你]好(?!像)|哈喽|(?:早上|上午|中午|下午|晚上)好|欢迎)",
        r"^[^，。,]{0,3}[亲親]{1,2}(?![自眼手口身友戚戒爱])",
        r"^[^，。,双单]{0,4}早[呀啊]?[^，。,]{0,3}(?=[，,。！!～~])",
        r"^(?:嗨|哈罗|hi|hello)|^(?:尊敬|亲爱)的|^(?:靓女|美女|帅哥|老板|[^，。,]?[姐哥叔])[，, ]",
    ),
    "reason": (
        r"因[为為]|由于|因此|所以(?!然)|考虑到|为了|出于|原因|导致|毕竟|怕(?=[^，。]{2})|免得|省得|不然",
        r"因(?=[^，。素此]{1,12}(?:无法|不能|没能|未能|延迟|推迟))",
        r"才(?:能|有|可以)|规定|规则|政策|按合同|属于|默认|特性|不支持",
        r"已经(?:是|出库|发出|打包|下班|被)|(?:这|都)是(?=[^，。]{2})|还在(?=[^，。]{2})",
        r"是[^，。？?]{0,8}(?:预售|定制|活动|新品|易碎|特价|直发|数据|错|食品|次品|缝的|皮)|预售款|盘点|停运",
        r"[要得]走?[^，。\d]{0,2}(?:\d|[一二三四五六七八九十两几])天|没有(?=[^，。]{0,4}(?:活动|对接|保障|电梯))",
        r"太(?=[吵多满晚硬小大紧深薄厚])|(?:有[点點]|比较|排得)(?=[多满糊忙強强])|我们漏",
        r"可能是|会(?=[漏坏掉伤缩断跳]|影响|有(?:浮色|误差))|容易(?=[^，。]{2})|没到|很正常|正常(?=$|[，。])",
    ),
    "alternative": (
        r"或者(?=[^，。]{2,})|还是(?=[^，。]{1,14}[？?呢])|要不(?!是|然)|再不然|不过可以|倒能",
        r"(?<!不)可以(?:先|换|改|加|凑|跟着|约|拿|到|送|试|看(?=[^看])|另外|随时|给您换|在|从|请)",
        r"也(?:可以(?!告诉)|行|能)|都可以用|随时可以",
        r"哪(?:一个|一款|一种|个(?!月)|款|种)|您挑|未拆[^，。]{0,3}可以|两头一起",
        r"(?:现在|另外|别的|其他|同款|边上)[^，。不没]{0,6}(?:还有|有(?!人|不))[^，。]{0,8}",
        r"有现货|接近|类似|代替|替换|试试|试着|笨办法|换个|换一[个件家款条]|换成|改成|换新|换现货|建议",
        r"(?:给您|帮您|替您)(?:申请|换|转|发张|走|送|报销|约)|免运费|运费我|有立减|改发|转寄|再做一份",
        r"怎么样|(?:您看|给您|好)[^，。]{0,4}(?:行|可以|合适|好)(?:[吗伐]|不行)|搭一件|划算|再[大小]一?码",
        r"(?:没有|拿不准|量不准|等不了|不对|不够|查不到)(?:的话|再)",
    ),
    "courtesy": (
        r"(?<![申聘邀宴敬已经])请(?![假客版师平])",
        r"[谢謝][谢謝]|感谢|多谢|感激",
        r"抱歉|对不起|不好意思|道歉|致歉|歉意|见谅|赔个不是|是我们?(?:不对|的错|的?疏忽|没|看错|漏|搞错)|愧疚",
        r"麻烦(?=您|你|亲|把|拍|提供|发|量|核对|稍|再|先)|给您添|劳驾|打扰|久等|辛苦(?=您|了|你|亲|$|[。，！])",
        r"理解您|体谅|谅解|我明白|您的心情|让您(?:着急|担心|受累|失望|费心|久等|等|误会)|我理解",
    ),
    "next_step": (
        _ZH_TIME + r"[^。！？!?]{0,12}?" + _ZH_ACT,
        _ZH_ACT + r"[^。！？!?]{0,8}?" + _ZH_TIME,
        _ZH_SAYS + r"(?:来|去|再|先|让|跟到|接着|重新|约|教|帮您|给您|替您|同意)(?![^，。]{0,5}不)",
        _ZH_SAYS + r"(?:查|核实|核对|联系|登记|备注|安排|处理|提交)",
        _ZH_SAYS + r"(?:审核|赔|重做|改|催|发您|申请|看下)",
        r"(?<!可以)(?:给您|重新)(?:补|寄|发(?!张)|退|拍|备|写)|让(?:师傅|快递|仓库)|再[点翻拧试刮]",
        r"按[^，。]{1,4}就|先别[^，。]{1,8}，|尽最大努力|我[给陪]",
        r"^帮您|，帮您|交给我|等我消息|接手|接着跟|跟进",
        r"(?:请您?|麻烦您?)(?:先|再)?(?:在[^，。]{1,6})?(?:拍|量|提供|把|申请|发|补充|核对|提交|点|试)",
        r"(?:发我|发给我|拍给我|告诉我|跟我说|说给我听|说说)|先发您",
        r"稍等|您定了|(?:预计|后|到)[^，。]{0,8}(?:退款|退回|发出|到账)|先[^，。]{1,8}，?再|您是下一位",
        r"(?:您|拍)[^，。]{0,3}(?:拍|发)[^，。]{0,4}(?:来|过来|张|个照|一下)|秒过",
    ),
}

_EN: dict[Criterion, tuple[str, ...]] = {
    "greeting": (
        r"^(?:hi|hello|hey|dear|welcome|greetings|good (?:morning|afternoon|evening|day))\b",
        r"^(?:mr|mrs|ms|miss|dr)\b",
    ),
    "reason": (
        r"\b(?:because(?! there are)|since|due to|owing to|which is why|so that|that's why"
        r"|therefore|as (?:the|our|they|this|its)|for your (?:own )?(?:safety|security))\b",
        r"\balready (?:reduced|packed|shipped|dispatched|left)\b|\bto a packed\b|\bno longer\b",
        r"\bheld up\b|\bit's from\b|\bit takes around\b|\bwas down\b|\bthat's a \w+ fault\b",
        r", so (?!far)\b|\bit (?:shortens|damages|breaks|harms)\b",
        r"\bis from another\b|\bwould help\b",
    ),
    "alternative": (
        r"\binstead\b|\beither\b|\bwould you (?:like|prefer|rather)\b|\balternativ\w+",
        r"\b(?:we|i) (?:do )?(?:can offer|can give|could offer|can (?:also )?(?:hold|send|ship))\b",
        r"\b(?:we|i) (?:also |still )?have (?!a look|been|to)\w+",
        r"\bor (?:a|an|the|send|we|you|your|would|refund|exchange)\b|\bhow about\b",
        r"\bcomes closest\b|\bin (?:our \w+ )?stock\b|\bif you (?:order|take|buy)\b|\bworks well\b",
        r"\b(?:another|a different) (?!mail|shop)\w+|\bshall we\b|\bwhy not\b",
        r"\bswap\b|\bfits as well\b",
        r"\bi'd waive\b|\byou can (?:still|pay|also)\b|\bthe (?:larger|smaller)\b",
        r"\bwould (?:that|a|an|it) [^.?!]{0,24}(?:work|help)\b|\bhere's how\b",
    ),
    "courtesy": (
        r"\bplease\b(?! be patient)|\bthank(?:s| you)\b|\bsorry\b",
        r"\bapologi[sz]e\b|\bapolog(?:y|ies)\b|\bappreciate\b",
        r"\b(?:my|our) (?:mistake|fault|bad)\b|\bthat's on us\b|\bexcuse the\b",
        r"\bi'm afraid\b|\bcheers for\b|\b(?:i|we) (?:completely |fully |do |quite )?understand\b",
        r"\bmust be (?:so )?(?:frustrating|annoying|worrying|upsetting|disappointed)\b",
        r"\bcould you\b|\bwould you mind\b",
    ),
    "next_step": (
        r"\bis (?:paid back|refunded|sent|shipped|collected) (?:today|tomorrow|on)\b|\bi copy\b",
        r"\b(?:i|we|it|you)(?:'ll|’ll| will| shall)\b(?! not\b| never\b)",
        r"\b(?:i|we)(?:'m|’m|'re|’re| am| are) (?:now )?(?!being|sorry)(?:\w+ing)\b",
        r"\b(?:let me|please (?:send|tell|return)|could you (?:send|check)|tell me|once you)\b",
        r"\b(?:get back to you|update you|by (?:noon|tomorrow|monday|the end of)|within \d+)\b",
        r"\b(?:goes|go|going|starts|follows?|is collected|leaves)\b[^.!?]{0,24}"
        r"\b(?:tonight|today|tomorrow|back|out|day|on (?:the|\w+day))",
        r"\b(?:i|we) (?:re)?(?:prepare|send|change|ship|check)\b|\bi need\b|\bon its way\b",
        r"\b(?:drop|pop|send) (?:me|us) a\b|\bwill be (?:with|there)\b",
        r"\btakes? (?:the bank )?\d+ to\b",
    ),
}


def patterns(language: Literal["zh", "en"]) -> dict[Criterion, re.Pattern[str]]:
    """For each criterion one expression that finds any of its words."""
    table = _ZH if language == "zh" else _EN
    return {name: re.compile("|".join(words), re.IGNORECASE) for name, words in table.items()}
