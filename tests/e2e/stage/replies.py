"""Own replies of a made-up agent, one for each sort; their codes are nobody else's."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import msgspec

from desktop_assist.core.replies.snippet import Field, Snippet, Welcome
from desktop_assist.settings import Settings
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.home import Home
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.settings_store import SettingsStore

SHOP = "小林家"
CHINESE = Settings(language="zh_CN", theme="light", notices="none", shop=SHOP)

PLAIN = Snippet(
    id="plain",
    title="蓝鲸回复",
    category=("舞台",),
    code="zqa",
    body="您好，这边为您查询，请稍等🌷\n马上回来。",
)
WORDINGS = Snippet(
    id="wordings",
    title="两种说法",
    category=("舞台",),
    code="zqw",
    body="说法一。",
    alternatives=("说法二。",),
)
FIELDS = Snippet(
    id="fields",
    title="要填的话术",
    category=("舞台",),
    code="zqf",
    body="订单{{ number }}今天由{{ carrier }}发出。",
    fields=(
        Field(name="number", label="订单号"),
        Field(name="carrier", kind="choice", label="快递", choices=("甲快递", "乙快递")),
    ),
)
MESSAGES = Snippet(
    id="messages",
    title="三条连发",
    category=("舞台",),
    code="zqm",
    messages=("第一条。", "第二条。", "第三条。"),
)
HOTKEY = Snippet(
    id="hotkey",
    title="自带快捷键",
    category=("舞台",),
    code="zqk",
    body="由自己的快捷键贴出。",
    hotkey="ctrl+alt+k",
)
CURSOR = Snippet(
    id="cursor",
    title="光标在中间",
    category=("舞台",),
    code="zqc",
    body="前面{{ cursor }}后面",
)
WELCOME = Snippet(
    id="welcome",
    title="进店问候",
    category=("舞台",),
    body="{{ shop }}在的，您请说。",
    alternatives=("您好，这里是{{ shop }}，请讲。", "{{ shop }}为您服务，您说。"),
    welcome=Welcome(shops=(SHOP,)),
)
"""Comes first at every hour: what the starter packs say depends on it."""
REPLIES = (PLAIN, WORDINGS, FIELDS, MESSAGES, HOTKEY, CURSOR, WELCOME)


def key_of(snippet: Snippet) -> str:
    """The key under which the library holds an own reply."""
    return f"own/{snippet.id}"


def furnish(home: Path, settings: Settings = CHINESE, replies: Sequence[Snippet] = REPLIES) -> None:
    """A data folder of an agent with own `replies`, the first of them in the first quick slot."""
    home.mkdir(parents=True, exist_ok=True)
    places = Home(home)
    own = OwnSnippets(AtomicStorage(places.own_snippets, datetime.date.today))
    for snippet in replies:
        own.save(snippet)
    slots = {"slot_1": key_of(replies[0])} if replies else {}
    store = SettingsStore(AtomicStorage(places.settings, datetime.date.today))
    store.save(msgspec.structs.replace(settings, slots=slots))
