"""The words of `channel propose`, `proposals`, `take`, `decline` and `usage`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_assist.cli import proposals
from desktop_assist.text import Message, say

AddCommand = Callable[..., argparse.ArgumentParser]
Spoken = Callable[[Message], str]


def add_commands(actions: Any, command: AddCommand, spoken: Spoken) -> None:
    """Add the ways back to the lead to the `actions` of `channel`."""
    made = [
        _propose(actions, command, spoken),
        _proposals(actions, command, spoken),
        *_answers(actions, command, spoken),
        _usage(actions, command, spoken),
    ]
    which = spoken(say("Channel", "which channel, where there are several"))
    for one in made:
        one.add_argument("--channel", default="", metavar="NAME", help=which)


def _propose(actions: Any, command: AddCommand, spoken: Spoken) -> argparse.ArgumentParser:
    help_ = say("Proposals", "propose to your lead what you changed or wrote; alone, tell what"
                " became of it")  # fmt: skip
    propose = command(actions, "propose", proposals.propose, help_)
    propose.add_argument("reply", nargs="?", default="", metavar="REPLY")
    withdraw = say("Proposals", "propose that the team give the reply up")
    propose.add_argument("--withdraw", action="store_true", help=spoken(withdraw))
    for option, meaning in (
        ("--note", say("Proposals", "why; the lead reads it")),
        ("--person", say("Proposals", "the name that the lead sees")),
        ("--pack", say("Proposals", "the pack that a new reply should go into")),
    ):
        propose.add_argument(option, default="", metavar="TEXT", help=spoken(meaning))
    out = say("Proposals", "also write it into a file, to be sent by other ways")
    propose.add_argument("--out", type=Path, metavar="FILE", help=spoken(out))
    return propose


def _proposals(actions: Any, command: AddCommand, spoken: Spoken) -> argparse.ArgumentParser:
    help_ = say("Proposals", "show what agents propose, and take in files that they sent")
    shown = command(actions, "proposals", proposals.proposals, help_)
    shown.add_argument("files", nargs="*", type=Path, metavar="FILE")
    source = say("Proposals", "the folder where you edit a pack; remembered")
    shown.add_argument(
        "--pack", action="append", default=[], type=Path, metavar="FOLDER", help=spoken(source)
    )
    answered = say("Proposals", "show those that were answered")
    shown.add_argument("--answered", action="store_true", help=spoken(answered))
    _json(shown, spoken)
    return shown


def _answers(
    actions: Any, command: AddCommand, spoken: Spoken
) -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    help_ = say("Proposals", "write a proposal into the pack that you edit")
    take = command(actions, "take", proposals.take, help_)
    take.add_argument("id", metavar="ID")
    source = say("Proposals", "the folder where you edit a pack; remembered")
    take.add_argument("--pack", type=Path, metavar="FOLDER", help=spoken(source))
    over = say("Proposals", "take it although the team has changed the same since")
    take.add_argument("--over", action="store_true", help=spoken(over))
    help_ = say("Proposals", "decline a proposal; the agent reads why")
    decline = command(actions, "decline", proposals.decline, help_)
    decline.add_argument("id", metavar="ID")
    because = say("Proposals", "the reason")
    decline.add_argument("--because", required=True, metavar="TEXT", help=spoken(because))
    return take, decline


def _usage(actions: Any, command: AddCommand, spoken: Spoken) -> argparse.ArgumentParser:
    help_ = say("Proposals", "sum up which replies agents use, by week, where they agreed to tell")
    usage = command(actions, "usage", proposals.usage, help_)
    weeks = say("Proposals", "how many weeks back")
    usage.add_argument("--weeks", type=int, default=12, metavar="COUNT",
                       help=spoken(weeks))  # fmt: skip
    kinds = usage.add_mutually_exclusive_group()
    _json(kinds, spoken)
    csv = say("Proposals", "print a table for a spreadsheet")
    kinds.add_argument("--csv", action="store_true", help=spoken(csv))
    for option, meaning in (
        ("agree", say("Proposals", "as an agent: agree to send counts by reply and week")),
        ("withdraw", say("Proposals", "as an agent: send no more, and delete what was sent")),
        ("new-id", say("Proposals", "as an agent: take another random id")),
        ("send", say("Proposals", "as an agent: send now what is due, and show it")),
    ):
        kinds.add_argument(f"--{option}", dest="wish", action="store_const", const=option,
                           help=spoken(meaning))  # fmt: skip
    return usage


def _json(command: argparse._ActionsContainer, spoken: Spoken) -> None:
    json = say("CommandLine", "print JSON for another program")
    command.add_argument("--json", action="store_true", help=spoken(json))
