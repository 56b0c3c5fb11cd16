"""What people read for states, columns and encodings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_assist.core.replies.part_names import PART_NAMES
from desktop_assist.gui.i18n import translated
from desktop_assist.packs.exchange.columns import Role
from desktop_assist.packs.exchange.encodings import MIXED
from desktop_assist.packs.exchange.preview import STATUSES
from desktop_assist.text import Message, say

translate = QCoreApplication.translate


def status_name(status: str) -> str:
    """What people read for a state, also for `trouble`, `finding` and `all`."""
    names: dict[str, Message] = dict(STATUSES.items())
    names |= {
        "all": say("Exchange", "All"),
        "trouble": say("Exchange", "Problems"),
        "finding": say("Exchange", "Wording"),
    }
    return translated(names[status])


def role_name(role: Role) -> str:
    """What people read for a column."""
    names: dict[str, Message] = {
        **PART_NAMES,
        "": say("ImportWindow", "(left out)"),
        "subcategory": say("ImportWindow", "Category, second level"),
        "picture": PART_NAMES["image"],
    }
    return translated(names[role])


def encoding_name(encoding: str) -> str:
    """What people read for an encoding."""
    names = {
        "": translate("ImportWindow", "Automatic"),
        "utf-8": "UTF-8",
        "gb18030": "GB18030 / GBK",
        "big5": "Big5",
        "utf-16-le": "UTF-16",
        "utf-16-be": "UTF-16 (big endian)",
        MIXED: translate("ImportWindow", "mixed, line by line"),
    }
    return names.get(encoding, encoding)
