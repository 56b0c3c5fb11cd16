"""What people read for states, columns and encodings."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop_assist.packs.exchange.columns import Role
from desktop_assist.packs.exchange.preview import Status

translate = QCoreApplication.translate


def status_name(status: Status | str) -> str:
    """What people read for a state, also for `trouble`, `finding` and `all`."""
    names = {
        "all": translate("Exchange", "All"),
        "new": translate("Exchange", "New"),
        "changed": translate("Exchange", "Changed"),
        "same": translate("Exchange", "Same"),
        "duplicate": translate("Exchange", "Twice in the file"),
        "locked": translate("Exchange", "Locked by the team"),
        "trouble": translate("Exchange", "Problems"),
        "finding": translate("Exchange", "Wording"),
    }
    return names[status]


def role_name(role: Role) -> str:
    """What people read for a column."""
    names: Mapping[Role, str] = {
        "": translate("ImportWindow", "(left out)"),
        "body": translate("Part", "Reply"),
        "title": translate("Part", "Title"),
        "category": translate("Part", "Category"),
        "subcategory": translate("ImportWindow", "Category, second level"),
        "code": translate("Part", "Code"),
        "picture": translate("Part", "Picture"),
        "search_terms": translate("Part", "Search terms"),
        "tags": translate("Part", "Tags"),
        "triggers": translate("Part", "What customers ask"),
        "when_to_use": translate("Part", "When to use"),
        "notes": translate("Part", "Notes"),
    }
    return names[role]


def encoding_name(encoding: str) -> str:
    """What people read for an encoding."""
    names = {
        "": translate("ImportWindow", "Automatic"),
        "utf-8": "UTF-8",
        "gb18030": "GB18030 / GBK",
        "big5": "Big5",
        "utf-16-le": "UTF-16",
        "utf-16-be": "UTF-16 (big endian)",
    }
    return names.get(encoding, encoding)
