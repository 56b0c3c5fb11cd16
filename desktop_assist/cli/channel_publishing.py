"""`channel publish` and `channel rollback`: what a lead lets out, once it has been looked at."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_assist.bundled import resources
from desktop_assist.channel.held import ChannelFolder
from desktop_assist.cli.channel_desk import lead_work, patiently, tell
from desktop_assist.cli.channel_history import tell_differences
from desktop_assist.cli.desk import Desk
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import say

if TYPE_CHECKING:
    from desktop_assist.channel.signed.preview import Preview
    from desktop_assist.packs.wording import Find


def publish(arguments: argparse.Namespace, desk: Desk) -> int:
    """Publish packs, withdraw some, or only sign anew."""
    work = lead_work(desk)
    folder = work.channels.chosen(arguments.channel)
    if arguments.withdraw:
        work.withdraw(folder, arguments.withdraw, patiently)
        tell(desk, say("Channel", "Withdrawn: {names}. Each computer loses them with its next"
                       " sync.", names=", ".join(arguments.withdraw)))  # fmt: skip
    if not arguments.packs:
        if not arguments.withdraw:
            work.publisher(folder, patiently).renew()
            tell(desk, say("Channel", "The signatures are fresh again."))
        return 0
    previews = work.previews(folder, arguments.packs, _wording_checker(desk), patiently)
    return _publish(arguments, desk, folder, previews)


def rollback(arguments: argparse.Namespace, desk: Desk) -> int:
    """Publish the content of an older version once more, as a new one."""
    work = lead_work(desk)
    folder = work.channels.chosen(arguments.channel)
    find = _wording_checker(desk)
    preview = work.rollback(folder, arguments.pack, arguments.to, find, patiently)
    back = say("Channel", "Back to version {version}.", version=arguments.to)
    arguments.notes = arguments.notes or desk.console.spoken(back)
    code = _publish(arguments, desk, folder, [preview])
    if code == 0 and not arguments.dry_run and not preview.is_same:
        tell(desk, say("Channel", "Your own folder of the pack is as it was: publish from it only"
                       " once it has what you want. Version {version} as a folder: desktop-assist"
                       " channel history {pack} --save {version} FOLDER", version=arguments.to,
                       pack=arguments.pack))  # fmt: skip
    return code


def _publish(
    arguments: argparse.Namespace, desk: Desk, folder: ChannelFolder, previews: Sequence[Preview]
) -> int:
    """Show what would change, ask, and publish."""
    for preview in previews:
        _show(preview, desk)
    if arguments.dry_run:
        return 0
    if not arguments.yes and not _agrees(desk):
        tell(desk, say("Channel", "Nothing was published."))
        return FINDINGS
    notes, reason = arguments.notes, arguments.overrule
    changes = lead_work(desk).publish(
        folder, previews, notes, reason, over=arguments.over, wait=patiently
    )
    for change in changes:
        tell(desk, say("Channel", "Published: {change}", change=change.message))
    return 0


def _wording_checker(desk: Desk) -> Find:
    """The wording checker with every rule: what a team publishes goes to every program."""
    return desk.checker(desk.rules([resources() / "rules"]).ruleset)


def _agrees(desk: Desk) -> bool:
    if not sys.stdin.isatty():
        raise AssistError(
            say("Channel", "Nobody is here to agree. Nothing was published."),
            say("Channel", "Look at the differences above, then add --yes."),
        )
    desk.console.line(desk.console.spoken(say("Channel", "Publish this? [y/N]")))
    desk.console.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是")


def _show(preview: Preview, desk: Desk) -> None:
    manifest = preview.manifest
    if preview.is_same:
        tell(desk, say("Channel", "{title}: nothing has changed.", title=manifest.title))
        return
    tell(desk, say("Channel", "{title} {version}: {new} new, {changed} changed, {gone} gone.",
                   title=manifest.title, version=manifest.version, new=len(preview.new),
                   changed=len(preview.changed), gone=len(preview.gone)))  # fmt: skip
    tell_differences(desk, preview.new, preview.changed, preview.gone)
    for path in preview.left_out:
        tell(desk, say("Channel", "  “{path}” stays here: it is no part of a pack.", path=path))
