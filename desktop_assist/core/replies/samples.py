"""Values that stand in for what an agent would enter, so that a reply reads as an example."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from desktop_assist.core.language.dates import is_chinese
from desktop_assist.core.replies.snippet import Field, Snippet

DAYS_OFF = 3
"""A sample day lies so far ahead, or back where the field is about something past."""

_Samples = Sequence[tuple[str, str, str]]
"""Words of a field's name or label (a pattern), and the sample in Chinese and in English."""

_TEXTS: _Samples = (
    (r"tracking|单号|local_number", "7851200345678", "LX 204 518 733"),
    (r"order|订单", "2026112200168", "20261122-0168"),
    (r"customer|称呼|姓名", "林女士", "Ms Lin"),
    (r"greeting|问候", "您好", "Hello"),
    (r"\bshop\b|店铺", "晴川小店", "Riverside Shop"),
    (r"agent|colleague|manager|客服|同事", "小安", "Sam"),
    (r"colou?r|颜色|色号|shade", "米白色", "navy blue"),
    (r"size|尺码|larger|smaller|码数", "M", "M"),
    (r"model|型号", "X2", "X2"),
    (r"amount|price|cost|total|saving|金额|价格|费用", "29.90", "19.90 USD"),
    (r"carrier|快递公司|物流公司", "邮政快递", "Parcel Post"),
    (r"country|国家", "加拿大", "Canada"),
    (r"region|state|where|place|地区|位置|地址", "杭州", "Toronto"),
    (
        r"product|(?<![a-z])item(?![a-z])|款|商品|产品|similar|successor",
        "浅灰色连帽卫衣",
        "grey hooded sweater",
    ),
    (r"material|fabric|面料|材质", "纯棉", "cotton"),
    (r"reason|cause|原因", "尺码不合适", "the size does not fit"),
    (r"link|网址|链接", "https://shop.example/help", "https://shop.example/help"),
    (r"days|天", "3", "3 to 5"),
    (r"time|时间|hours", "下午3点", "3 pm"),
)
_NUMBERS: Sequence[tuple[str, str]] = (
    (r"amount|price|cost|金额|价|元", "20"),
    (r"hours|小时", "24"),
    (r"minutes|分钟", "5"),
    (r"height|身高|厘米|cm", "165"),
    (r"quantity|count|件数|数量", "2"),
)
_ANY_NUMBER = "3"
_PAST = (
    r"since|shipped|sent|bought|delivered|produced|written|tried|ended"
    r"|生产|签收|发出|寄出|下单|购买"
)

_EXAMPLE = re.compile(
    r"[(（]\s*(?:e\.g\.|such as|例如|比如|如)[：:,，]?\s*(?P<example>[^)）]+)[)）]"
)


def sample_values(
    snippet: Snippet, variables: Iterable[str], language: str, today: datetime.date
) -> dict[str, str]:
    """Values for `variables`, which are those of a body in `language` (a tag).

    They are what an agent could have entered: days as ISO, one of a field's choices, digits for a
    number. A field's default comes first. A text of which nobody can tell what it would be has
    none: its label says more. So `services.replies.Replies.preview` takes them; leave out of
    `variables` what is known anyway, such as the shop.
    """
    declared = {field.name: field for field in snippet.fields}
    samples = {
        name: _sample(declared.get(name, Field(name=name)), language, today) for name in variables
    }
    return {name: sample for name, sample in samples.items() if sample}


def _sample(field: Field, language: str, today: datetime.date) -> str:
    if field.default.strip():
        return field.default
    match field.kind:
        case "choice":
            return next(iter(field.choices), "")
        case "date":
            days = -DAYS_OFF if _is_about(field, _PAST) else DAYS_OFF
            return (today + datetime.timedelta(days=days)).isoformat()
        case "number":
            return _number(field)
        case "text":
            return _text(field, language)


def _number(field: Field) -> str:
    known = (sample for words, sample in _NUMBERS if _is_about(field, words))
    return next(known, _ANY_NUMBER)


def _text(field: Field, language: str) -> str:
    """The example that the label gives, or a sample of its kind."""
    given = _EXAMPLE.search(field.label)
    if given:
        return given["example"].strip()
    known = ((zh, en) for words, zh, en in _TEXTS if _is_about(field, words))
    chinese, english = next(known, ("", ""))
    return chinese if is_chinese(language) else english


def _is_about(field: Field, words: str) -> bool:
    return re.search(words, f"{field.name} {field.label}", re.IGNORECASE) is not None
