"""All formats, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop_assist.packs.exchange.formats import (
    autokey,
    beeftext,
    chatwoot,
    espanso,
    front,
    gorgias,
    qianniu,
    qianniu_helper,
    quick_reply,
    service_desk,
    team_sheet,
    textexpander,
    zendesk,
)
from desktop_assist.packs.exchange.formats.base import Format

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        one.name: one
        for one in (
            qianniu.FORMAT,
            service_desk.FORMAT,
            qianniu_helper.FORMAT,
            quick_reply.FORMAT,
            team_sheet.FORMAT,
            zendesk.FORMAT,
            gorgias.FORMAT,
            front.FORMAT,
            chatwoot.FORMAT,
            textexpander.FORMAT,
            espanso.FORMAT,
            beeftext.FORMAT,
            beeftext.CSV_FORMAT,
            autokey.FORMAT,
        )
    }
)
