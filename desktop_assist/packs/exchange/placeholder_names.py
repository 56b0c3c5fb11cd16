"""What placeholders of other tools are called with us, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

import msgspec

from desktop_assist.core.replies.reply import BUILT_IN
from desktop_assist.core.replies.snippet import Field
from desktop_assist.core.replies.template import CURSOR

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "customer": "姓名 客户姓名 客户名 客户名字 客户称呼 客户昵称 客户 买家 买家昵称 买家姓名"
        " 买家名称 昵称 称呼 顾客 顾客姓名 旺旺 旺旺名 会员名 客户id 买家id name username firstname"
        " customer customername customersname clientname client buyer buyername contactname"
        " contactfirstname nickname ticketrequestername ticketrequesterfirstname"
        " ticketcustomerfirstname ticketcustomername ticketcustomerfullname ticketrequesterfullname"
        " recipientfirstname recipientname contact",
        "order": "订单号 订单 订单编号 单号 订单id order ordernumber orderid orderno ordername"
        " ticketcustomerintegrationsshopifyorders0name",
        "shop": "店铺 店名 店铺名 店铺名称 商店 商家 shop shopname store storename company"
        " companyname accountname ticketaccountname",
        "agent": "客服 客服名 客服姓名 客服昵称 客服名字 我的名字 agent agentname myname"
        " currentusername currentuserfirstname currentuserfullname ticketassigneename"
        " ticketassigneefirstname"
        " userfirstname agentfirstname signature yourname",
        "greeting": "问候 问候语 时间问候 greeting",
        CURSOR: "光标 cursor",
    }
)  # fmt: skip
_BUILT_IN = MappingProxyType(
    {word: name for name, words in _WORDS.items() for word in words.split()}
)
_WORD_SIGNS = re.compile(r"[\W_]+")
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,39}")
_UNNAMED = "field"
_LIQUID_WORDS = frozenset({"true", "false", "nil", "null", "empty", "blank", "and", "or", "not"})


@lru_cache(maxsize=4096)
def known_name(words: str) -> str:
    """The built-in variable that people mean by `words`; empty where it is none."""
    return _BUILT_IN.get(_WORD_SIGNS.sub("", words).casefold(), "")


class Names:
    """The variables of one reply: a name for each placeholder, and the fields to declare."""

    def __init__(self, declared: Iterable[Field] = ()) -> None:
        self._fields: dict[str, Field] = {}
        self._by_label: dict[str, str] = {}
        for field in declared:
            name = self._free(field.name)
            self._fields[name] = msgspec.structs.replace(field, name=name)
            self._by_label[field.label or field.name] = name
        self._used: dict[str, None] = {}

    def name(self, words: str, **more: object) -> str:
        """The variable for `words`; `more` says of a new field what it is."""
        name = self._by_label.get(words, words)
        if name not in self._fields:
            known = known_name(words)
            if known and not more:
                return known
            name = self._new(words, more)
        self._used[name] = None
        return name

    @property
    def fields(self) -> tuple[Field, ...]:
        """What has to be declared, in the order of use."""
        return tuple(self._fields[name] for name in self._used if name in self._fields)

    def _new(self, words: str, more: Mapping[str, object]) -> str:
        slug = _WORD_SIGNS.sub("_", words.strip()).strip("_").casefold()
        fits = _NAME.fullmatch(slug) and slug not in BUILT_IN | _LIQUID_WORDS | {CURSOR}
        name = self._free(slug if fits else _UNNAMED)
        label = "" if words == name else words
        self._fields[name] = Field(name=name, label=label, **more)  # type: ignore[arg-type]
        self._by_label[words] = name
        return name

    def _free(self, stem: str) -> str:
        """`stem`, with a number where it is taken or says nothing."""
        name, number = stem, 1
        while name in self._fields or name == _UNNAMED:
            name, number = f"{stem}_{number}", number + 1
        return name
