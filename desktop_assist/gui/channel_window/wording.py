"""How channels and their versions are worded."""

from __future__ import annotations

import datetime
from typing import Literal

from PySide6.QtCore import QCoreApplication

from desktop_assist.channel.held import ChannelStatus
from desktop_assist.channel.proposals.answer import Answer
from desktop_assist.core.replies.library import Library
from desktop_assist.gui.i18n import translated

State = Literal["new", "refused", "stale", "fresh"]

translate = QCoreApplication.translate


def state_of(channel: ChannelStatus) -> State:
    """How the channel stands, in one word of ours."""
    if channel.problem is not None:
        return "refused"
    if channel.held.synced_at is None:
        return "new"
    return "stale" if channel.is_stale else "fresh"


def state_name(channel: ChannelStatus) -> str:
    """How the channel stands, in a word or two."""
    names: dict[State, str] = {
        "new": translate("ChannelWindow", "Not fetched yet"),
        "refused": translate("ChannelWindow", "News refused"),
        "stale": translate("ChannelWindow", "May be out of date"),
        "fresh": translate("ChannelWindow", "Up to date"),
    }
    return names[state_of(channel)]


def state_sentence(channel: ChannelStatus) -> str:
    """How the channel stands, and what that means for the replies here."""
    if channel.problem is not None:
        return translated(channel.problem)
    sentences: dict[State, str] = {
        "new": translate("ChannelWindow", "Its packs have not been fetched yet: look for news."),
        "stale": translate(
            "ChannelWindow",
            "It is no longer sure that nothing newer exists. The replies work as before; ask a"
            " team lead to publish again.",
        ),
        "fresh": translate("ChannelWindow", "Everything that was published is here."),
    }
    return sentences[state_of(channel)]


def channel_name(channel: ChannelStatus) -> str:
    """What the owner calls the channel, or where it lies."""
    return channel.subscription.name or channel.subscription.address


def ago(channel: ChannelStatus) -> str:
    """When the channel was last looked at, as people say it."""
    then = channel.held.synced_at
    if then is None:
        return translate("ChannelWindow", "never")
    minutes = int((channel.now - then) / datetime.timedelta(minutes=1))
    if minutes < 1:
        return translate("ChannelWindow", "just now")
    if minutes < 60:
        return translate("ChannelWindow", "{count} minutes ago").format(count=minutes)
    if minutes < 48 * 60:
        return translate("ChannelWindow", "{count} hours ago").format(count=minutes // 60)
    return translate("ChannelWindow", "{count} days ago").format(count=minutes // 1440)


def day_of(written: str) -> str:
    """The day and time of an ISO text as it is shown; as it stands where it is none."""
    try:
        return moment(datetime.datetime.fromisoformat(written))
    except ValueError:
        return written


def moment(at: datetime.datetime | None) -> str:
    """A day and time of this computer's zone as it is shown."""
    return "" if at is None else f"{at.astimezone():%Y-%m-%d %H:%M}"


def counts(new: int, changed: int, gone: int) -> str:
    """How many replies came, changed and went."""
    told = translate("ChannelWindow", "{new} new, {changed} changed, {gone} gone")
    return told.format(new=new, changed=changed, gone=gone)


def title_of(library: Library, key: str) -> str:
    """The title of the reply `pack/id`; the key where this computer does not have it."""
    entry = library.get(key)
    return key if entry is None else entry.snippet.title


def kind_name(kind: str) -> str:
    """What a suggestion wants, in two words."""
    names = {
        "change": translate("ChannelWindow", "Change"),
        "new": translate("ChannelWindow", "New reply"),
        "withdrawal": translate("ChannelWindow", "Should go"),
    }
    return names.get(kind, kind)


def verdict_name(answer: Answer) -> str:
    """What a lead said to a suggestion, in a word or two."""
    taken, declined = translate("ChannelWindow", "taken"), translate("ChannelWindow", "declined")
    return taken if answer.verdict == "taken" else declined
