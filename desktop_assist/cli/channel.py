"""`channel`: team packs, from a lead's folder to every agent, and the keys that vouch for them."""

from __future__ import annotations

import argparse
import getpass
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assist.channel.held import ChannelFolder, ChannelStatus, statuses
from desktop_assist.channel.joining import Channels
from desktop_assist.channel.names import check_team
from desktop_assist.channel.places import open_place, scheme_of
from desktop_assist.cli.channel_desk import known_channels, lead_key, now, tell
from desktop_assist.cli.desk import Desk
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import say

if TYPE_CHECKING:
    from desktop_assist.channel.changes import PackChange
    from desktop_assist.channel.signed.keys import KeyFile
    from desktop_assist.channel.signed.owner import Owner
    from desktop_assist.channel.signed.subscriber import SyncResult


def create(arguments: argparse.Namespace, desk: Desk) -> int:
    """Make a channel, and this computer its first lead's."""
    from desktop_assist.channel.signed import owner  # noqa: PLC0415  loads TUF
    from desktop_assist.channel.signed.keys import write_key_file  # noqa: PLC0415  as above

    check_team(arguments.team)
    desk.home.prepare()
    place = _absolute(arguments.place)
    address = _absolute(arguments.address or place)
    lead = arguments.lead or desk.settings().agent or getpass.getuser()
    new = owner.NewChannel(arguments.name, arguments.team, lead, place, address)
    password = _new_password(desk) if arguments.password else ""
    made = owner.create(new, open_place(place), now(), password=password)
    channels = known_channels(desk)
    # Known by its place: the address need not serve anything yet.
    folder = channels.settle(made.invite, new.name, made.root)
    key_file = arguments.owner_key or folder.owner_key
    write_key_file(key_file, made.owner)
    write_key_file(folder.lead_key, made.lead)
    tell(desk, say("Channel", "The channel “{name}” is made. Agents take it with this invite:",
                   name=new.name))  # fmt: skip
    desk.console.line(str(made.invite))
    tell(desk, say("Channel", "The owner's key is in “{file}”. Copy it to two USB sticks, lock them"
                   " away and delete the file here: whoever has it decides who may publish.",
                   file=key_file))  # fmt: skip
    return 0


def invite(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the agents' invite, or let a lead in and write their key file."""
    channels = known_channels(desk)
    folder = channels.chosen(arguments.channel)
    subscription = folder.subscription()
    if not arguments.lead:
        desk.console.line(str(subscription.invite) if subscription else "")
        return 0
    out = _out(arguments.out, arguments.lead)
    given = _owner(arguments, desk, channels, folder).invite(arguments.lead, arguments.team)
    _hand_over(desk, given, out)
    return 0


def replace_key(arguments: argparse.Namespace, desk: Desk) -> int:
    """A new key for a lead, or for the owner; the old one counts no more."""
    from desktop_assist.channel.signed.keys import write_key_file  # noqa: PLC0415  loads TUF

    channels = known_channels(desk)
    folder = channels.chosen(arguments.channel)
    owner = _owner(arguments, desk, channels, folder)
    if arguments.lead:
        out = Path() if arguments.remove else _out(arguments.out, arguments.lead)
        given = owner.replace_lead(arguments.lead, remove=arguments.remove)
        if given is not None:
            _hand_over(desk, given, out)
        tell(desk, say("Channel", "The old key of “{name}” counts no more. If it was stolen, look"
                       " through what was published with it.", name=arguments.lead))  # fmt: skip
        return 0
    out = arguments.out or folder.owner_key
    password = _new_password(desk) if arguments.password else ""
    fresh, kept = owner.fresh(password), out.with_name(f"{out.name}.new")
    # Both keys are on the disk while the channel passes from one to the other.
    write_key_file(kept, fresh)
    owner.replace_owner(fresh, password)
    kept.replace(out)
    tell(desk, say("Channel", "The owner's new key is in “{file}”; the old one counts no more."
                   " Exchange it on your USB sticks.", file=out))  # fmt: skip
    return 0


def subscribe(arguments: argparse.Namespace, desk: Desk) -> int:
    """Take a channel by an agent's invite or a lead's key file, and fetch its packs."""
    desk.home.prepare()
    channels = known_channels(desk)
    file = Path(arguments.invite)
    folder = channels.take_key(file) if file.is_file() else channels.subscribe(arguments.invite)
    if arguments.place:
        _move(folder, _absolute(arguments.place))
    result = channels.subscriber(folder).sync()
    return _tell(result, desk)


def sync(arguments: argparse.Namespace, desk: Desk) -> int:
    """Fetch what is new in every channel, and mend what is damaged here."""
    del arguments
    channels = known_channels(desk)
    if not statuses(desk.home.channels, now()):
        channels.chosen()
    codes = []
    for folder, result in channels.sync(thorough=True):
        subscription = folder.subscription()
        if subscription is not None and subscription.name:
            desk.console.line(subscription.name)
        codes.append(_tell(result, desk))
    return max(codes, default=0)


def status(arguments: argparse.Namespace, desk: Desk) -> int:
    """How each channel stands, without asking anybody."""
    found = statuses(desk.home.channels, now())
    if arguments.json:
        desk.console.json([_as_object(one, desk) for one in found])
        return 0
    if not found:
        tell(desk, say("Channel", "This computer knows no channel yet."))
    for one in found:
        tell(desk, one.message)
        for pack in one.held.packs.values():
            desk.console.line(f"  {pack.title} {pack.version} ({pack.pack}, {pack.team})")
    return FINDINGS if any(one.problem or one.is_stale for one in found) else 0


def go_back(arguments: argparse.Namespace, desk: Desk) -> int:
    """Use the version of a pack before the present one."""
    channels = known_channels(desk)
    change = channels.subscriber(channels.chosen(arguments.channel)).go_back(arguments.pack)
    tell(desk, change.message)
    return 0


def leave(arguments: argparse.Namespace, desk: Desk) -> int:
    """Forget a channel and remove its packs from this computer."""
    channels = known_channels(desk)
    channels.leave(channels.chosen(arguments.channel), keys=arguments.with_keys)
    tell(desk, say("Channel", "This computer has left the channel. What you wrote yourself is as it"
                   " was."))  # fmt: skip
    return 0


def repair(arguments: argparse.Namespace, desk: Desk) -> int:
    """Bring a channel that was restored from a backup forward again."""
    from desktop_assist.channel.signed.repair import Repair  # noqa: PLC0415  loads TUF

    channels = known_channels(desk)
    folder = channels.chosen(arguments.channel)
    key = _owner_key(arguments, folder) if arguments.owner_key else lead_key(folder)
    access = channels.access(folder, key, threading.Event().wait, _password(key))
    tell(desk, Repair(access).repair())
    return 0


def _absolute(place: str) -> str:
    return place if scheme_of(place) else str(Path(place).absolute())


def _move(folder: ChannelFolder, place: str) -> None:
    """Let this lead publish to `place` from now on."""
    from desktop_assist.channel.signed.keys import moved, write_key_file  # noqa: PLC0415  loads TUF

    subscription = folder.subscription()
    address = subscription.address if subscription else place
    write_key_file(folder.lead_key, moved(lead_key(folder), place, address))


def _owner_key(arguments: argparse.Namespace, folder: ChannelFolder) -> KeyFile:
    from desktop_assist.channel.signed.keys import read_key_file  # noqa: PLC0415  loads TUF

    file: Path = arguments.owner_key or folder.owner_key
    if not file.is_file():
        raise AssistError(
            say("Channel", "The owner's key is not on this computer. Nothing was changed."),
            say("Channel", "Put in the USB stick and name the file: --owner-key FILE"),
        )
    return read_key_file(file)


def _owner(
    arguments: argparse.Namespace, desk: Desk, channels: Channels, folder: ChannelFolder
) -> Owner:
    from desktop_assist.channel.signed.owner import Owner  # noqa: PLC0415  loads TUF

    del desk
    key = _owner_key(arguments, folder)
    access = channels.access(folder, key, threading.Event().wait, _password(key))
    return Owner(access, key)


def _password(key: KeyFile) -> str:
    from desktop_assist.channel.signed.keys import is_encrypted  # noqa: PLC0415  loads TUF

    return getpass.getpass() if is_encrypted(key) else ""


def _new_password(desk: Desk) -> str:
    first, again = getpass.getpass(), getpass.getpass()
    if not first or first != again:
        raise AssistError(
            say("Channel", "The two passwords differ, or are empty. Nothing was changed."),
            say("Channel", "Try again."),
        )
    del desk
    return first


def _out(out: Path | None, lead: str) -> Path:
    """Where a lead's key file goes; refused before anything is changed where it is taken."""
    file = out or Path(f"{lead}.key")
    if file.exists() or not file.absolute().parent.is_dir():
        raise AssistError(
            say("Channel", "The key file cannot be written to “{file}”. Nothing was changed.",
                file=file),
            say("Channel", "Name another with --out; a key file that is there is never replaced."),
        )  # fmt: skip
    return file


def _hand_over(desk: Desk, key: KeyFile, out: Path) -> None:
    from desktop_assist.channel.signed.keys import write_key_file  # noqa: PLC0415  loads TUF

    write_key_file(out, key)
    tell(desk, say("Channel", "“{file}” is the key of “{name}” for the team “{team}”. Hand it to"
                   " them and to nobody else; they take it with: desktop-assist channel subscribe"
                   " FILE", file=out, name=key.name, team=key.team))  # fmt: skip


def _tell(result: SyncResult, desk: Desk) -> int:
    for change in result.changes:
        _told(change, desk)
    if not result.changes and not result.problems:
        tell(desk, say("Channel", "There is nothing new."))
    for problem in result.problems:
        desk.console.problem(problem)
    return FINDINGS if result.problems else 0


def _told(change: PackChange, desk: Desk) -> None:
    tell(desk, change.message)
    if change.notes:
        desk.console.line(f"  {change.notes}")


def _as_object(one: ChannelStatus, desk: Desk) -> dict[str, object]:
    held = one.held
    return {
        "channel": one.subscription.name,
        "address": one.subscription.address,
        "stale": one.is_stale,
        "synced_at": held.synced_at.isoformat() if held.synced_at else None,
        "good_until": held.good_until.isoformat() if held.good_until else None,
        "problem": desk.console.spoken(one.problem) if one.problem else None,
        "packs": [
            {"pack": pack.pack, "team": pack.team, "title": pack.title, "version": pack.version}
            for pack in held.packs.values()
        ],
    }
