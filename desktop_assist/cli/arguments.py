"""The command line's words: every command, its options and their help."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

from desktop_assist import __version__
from desktop_assist.cli import (
    channel_arguments,
    checking,
    doctor,
    exchange,
    export,
    finding,
    linting,
    replies,
    rule_trial,
    running,
)
from desktop_assist.cli.console import Translate
from desktop_assist.cli.desk import Desk
from desktop_assist.cli.reports import FORMATS
from desktop_assist.core.checking.findings import SEVERITIES
from desktop_assist.errors import AssistError
from desktop_assist.text import Message, say
from desktop_assist.translation import CHOICES

Command = Callable[[argparse.Namespace, Desk], int]
"""Carries a command out and tells the exit code."""


class Parser(argparse.ArgumentParser):
    """Argparse, except that a wrong use is one of our sentences."""

    def error(self, message: str) -> NoReturn:
        raise _not_understood(
            _reason(message),
            say("CommandLine", "See how it is used: {program} --help", program=self.prog),
        )


def parser(translate: Translate) -> Parser:
    """The whole command line, its help spoken by `translate`."""
    return _Builder(translate).build()


@dataclass(frozen=True, slots=True)
class _Builder:
    translate: Translate

    def build(self) -> Parser:
        top = Parser(prog="desktop-assist", description=self._say(_DESCRIPTION))
        top.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
        self._common(top, None)
        commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
        for name, run, help_ in _ASKING:
            self._command(commands, name, run, help_)
        self._paste(commands)
        self._status(commands)
        self._reading(commands)
        self._finding(commands)
        self._writing(commands)
        self._checking(commands)
        self._importing(commands)
        self._exporting(commands)
        self._doctoring(commands)
        self._sharing(commands)
        return top

    def _say(self, message: Message) -> str:
        # argparse fills in %(…)s itself, so a bare % has to be doubled.
        return message.spoken(self.translate).replace("%", "%%")

    def _common(self, command: argparse.ArgumentParser, default: str | None) -> None:
        """Options that may stand before the command and after it."""
        home = say("CommandLine", "the folder of your replies and settings")
        language = say("CommandLine", "the language of what is printed")
        command.add_argument(
            "--home", type=Path, metavar="DIR", default=default, help=self._say(home)
        )
        command.add_argument(
            "--language",
            choices=CHOICES,
            default=default,
            help=self._say(language),
        )

    def _command(self, commands: Any, name: str, run: Command, help_: Message) -> Parser:
        text = self._say(help_)
        command: Parser = commands.add_parser(name, help=text, description=text)
        # Without SUPPRESS an option left out after the command would undo one before it.
        self._common(command, argparse.SUPPRESS)
        command.set_defaults(run=run)
        return command

    def _paste(self, commands: Any) -> None:
        help_ = say("CommandLine", "paste a reply into the window in front")
        paste = self._command(commands, "paste", running.paste, help_)
        self._reply(paste)
        self._values(paste)

    def _status(self, commands: Any) -> None:
        help_ = say("CommandLine", "tell whether it runs and how it hears hotkeys")
        self._json(self._command(commands, "status", running.status, help_))

    def _reading(self, commands: Any) -> None:
        list_ = say("CommandLine", "list every reply")
        self._json(self._command(commands, "list", replies.list_replies, list_))
        help_ = say("CommandLine", "show one reply with its notes")
        show = self._command(commands, "show", replies.show, help_)
        self._reply(show)
        self._json(show)

    def _finding(self, commands: Any) -> None:
        help_ = say("CommandLine", "find replies by word, code or pinyin")
        search = self._command(commands, "search", finding.search, help_)
        search.add_argument("query", metavar="QUERY")
        self._limit(search, 20)
        self._json(search)
        help_ = say(
            "CommandLine", "suggest replies to the message copied or selected, or to a given one"
        )
        suggest = self._command(commands, "suggest", finding.suggest, help_)
        text = say("CommandLine", "the customer’s message; - reads it from what is piped in")
        suggest.add_argument("text", metavar="TEXT", nargs="?", help=self._say(text))
        self._limit(suggest, 3)
        self._json(suggest)

    def _limit(self, command: Parser, default: int) -> None:
        limit = say("CommandLine", "the most replies to print")
        command.add_argument("--limit", type=_count, default=default, help=self._say(limit))

    def _writing(self, commands: Any) -> None:
        render = say("CommandLine", "print a reply with its fields filled")
        copy = say("CommandLine", "put a filled reply on the clipboard")
        for name, run, help_ in (
            ("render", replies.render, render),
            ("copy", replies.copy, copy),
        ):
            command = self._command(commands, name, run, help_)
            self._reply(command)
            self._values(command)

    def _checking(self, commands: Any) -> None:
        help_ = say("CommandLine", "check the wording of files, or of what is typed or piped in")
        check = self._command(commands, "check", checking.check, help_)
        check.add_argument("files", nargs="*", metavar="FILE")
        line = say("CommandLine", "every line is a message of its own")
        check.add_argument("--each-line", action="store_true", help=self._say(line))
        self._wording(check)
        help_ = say("CommandLine", "look for faults in the files of a pack, and in its wording")
        lint = self._command(commands, "lint", linting.lint_packs, help_)
        lint.add_argument("packs", nargs="+", type=Path, metavar="PACK")
        self._wording(lint)
        self._trying(commands)

    def _wording(self, command: Parser) -> None:
        """How findings are printed, which rules look for them, and which are wanted."""
        form = say("CommandLine", "for people, for programs, or as annotations on GitHub")
        command.add_argument("--format", choices=FORMATS, default="human", help=self._say(form))
        added = say(
            "CommandLine", "also go by the rules in this file or folder; may be given several times"
        )
        only = say(
            "CommandLine",
            "go by the rules in this file or folder alone; may be given several times",
        )
        for option, meaning in (("--rules", added), ("--only-rules", only)):
            command.add_argument(
                option,
                action="append",
                default=[],
                type=Path,
                metavar="PATH",
                help=self._say(meaning),
            )
        family = say("CommandLine", "only findings of this family; may be given several times")
        command.add_argument(
            "--family", action="append", default=[], metavar="NAME", help=self._say(family)
        )
        least = say("CommandLine", "only findings that weigh this much or more")
        command.add_argument(
            "--min-severity", choices=SEVERITIES[::-1], default="hint", help=self._say(least)
        )
        platform = say("CommandLine", "the program that the text is for")
        command.add_argument("--platform", default="", metavar="PROGRAM", help=self._say(platform))

    def _trying(self, commands: Any) -> None:
        help_ = say("CommandLine", "try out rules of your own")
        text = self._say(help_)
        rule = commands.add_parser("rule", help=text, description=text)
        self._common(rule, argparse.SUPPRESS)
        actions = rule.add_subparsers(dest="action", metavar="ACTION", required=True)
        help_ = say("CommandLine", "tell which rules of a file load, and what they find in a text")
        test = self._command(actions, "test", rule_trial.try_out, help_)
        test.add_argument("file", type=Path, metavar="FILE")
        sample = say("CommandLine", "a text in which every line is a message")
        test.add_argument("--sample", metavar="FILE", help=self._say(sample))
        watch = say("CommandLine", "test again whenever a file changes, until Ctrl+C")
        test.add_argument("--watch", action="store_true", help=self._say(watch))

    def _exporting(self, commands: Any) -> None:
        help_ = say("CommandLine", "write the library in another form")
        text = self._say(help_)
        command = commands.add_parser("export", help=text, description=text)
        self._common(command, argparse.SUPPRESS)
        forms = command.add_subparsers(dest="form", metavar="FORM", required=True)
        help_ = say(
            "CommandLine",
            "write one page for the browser: to be searched, copied from and printed without"
            " this program",
        )
        page = self._command(forms, "html", export.export_html, help_)
        self._what_and_where(page)
        title = say("CommandLine", "the heading of the page")
        page.add_argument("--title", default="", metavar="TITLE", help=self._say(title))
        for name in export.FORMATS:
            help_ = say("CommandLine", "write replies as {format} has them", format=name)
            table = self._command(forms, name, export.export, help_)
            self._what_and_where(table)
            encoding = say("CommandLine", "the encoding of a text table")
            table.add_argument("--encoding", choices=exchange.ENCODINGS, help=self._say(encoding))

    def _what_and_where(self, command: Parser) -> None:
        """Which replies are written, into which file."""
        command.add_argument("out", type=Path, metavar="OUT")
        pack = say(
            "CommandLine",
            "only the replies of this pack, by its id or folder; may be given several times",
        )
        command.add_argument(
            "--pack", action="append", default=[], metavar="PACK", help=self._say(pack)
        )
        force = say("CommandLine", "replace a file that is there already")
        command.add_argument("--force", action="store_true", help=self._say(force))

    def _importing(self, commands: Any) -> None:
        help_ = say(
            "CommandLine",
            "tell what the files of another tool would bring, and bring it in with --yes",
        )
        bring = self._command(commands, "import", exchange.bring, help_)
        bring.add_argument("files", nargs="*", type=Path, metavar="FILE")
        yes = say("CommandLine", "write what the preview tells")
        bring.add_argument("--yes", action="store_true", help=self._say(yes))
        undo = say("CommandLine", "take back the last import, without a file")
        bring.add_argument("--undo", action="store_true", help=self._say(undo))
        pack = say("CommandLine", "write it as a pack into this new folder instead")
        bring.add_argument("--pack", type=Path, metavar="DIR", help=self._say(pack))
        encoding = say("CommandLine", "the encoding, where the preview shows garbled text")
        bring.add_argument("--encoding", choices=exchange.ENCODINGS, help=self._say(encoding))
        columns = say("CommandLine", "what the columns are, such as code,body,category")
        bring.add_argument("--columns", default="", metavar="NAMES", help=self._say(columns))
        merge = say("CommandLine", "put the category NEW into KNOWN; may be given several times")
        bring.add_argument(
            "--merge",
            action="append",
            default=[],
            type=_named_value,
            metavar="NEW=KNOWN",
            help=self._say(merge),
        )
        keep = say("CommandLine", "leave placeholders as they are written")
        bring.add_argument("--keep-placeholders", action="store_true", help=self._say(keep))
        findings = say("CommandLine", "check the wording of what would come in")
        bring.add_argument("--findings", action="store_true", help=self._say(findings))
        rows = say("CommandLine", "the most rows of a file")
        bring.add_argument("--most-rows", type=_count, help=self._say(rows))
        size = say("CommandLine", "the largest file, in megabytes")
        bring.add_argument("--most-megabytes", type=_count, help=self._say(size))

    def _sharing(self, commands: Any) -> None:
        help_ = say("CommandLine", "share packs with a team, and take those of one")
        text = self._say(help_)
        channel = commands.add_parser("channel", help=text, description=text)
        self._common(channel, argparse.SUPPRESS)
        actions = channel.add_subparsers(dest="action", metavar="ACTION", required=True)
        channel_arguments.add_commands(actions, self._command, self._say)

    def _doctoring(self, commands: Any) -> None:
        help_ = say("CommandLine", "tell what works on this desktop, and what mends the rest")
        command = self._command(commands, "doctor", doctor.doctor, help_)
        kinds = command.add_mutually_exclusive_group()
        self._json(kinds)
        report = say("CommandLine", "in English, without names, texts and folders")
        kinds.add_argument("--report", action="store_true", help=self._say(report))
        test = say("CommandLine", "have the running program paste into a window of its own")
        kinds.add_argument("--self-test", action="store_true", help=self._say(test))

    def _reply(self, command: Parser) -> None:
        help_ = say("CommandLine", "a reply as pack/id, or its id or code alone")
        command.add_argument("reply", metavar="ID", help=self._say(help_))

    def _values(self, command: Parser) -> None:
        help_ = say("CommandLine", "fill a field; may be given several times")
        command.add_argument(
            "--set",
            dest="values",
            action="append",
            default=[],
            type=_named_value,
            metavar="NAME=VALUE",
            help=self._say(help_),
        )

    def _json(self, command: argparse._ActionsContainer) -> None:
        help_ = say("CommandLine", "print JSON for another program")
        command.add_argument("--json", action="store_true", help=self._say(help_))


_DESCRIPTION = say(
    "CommandLine",
    "The right reply in the chat window. Without a command it starts in the tray, or opens the"
    " palette of the one that runs.",
)

_ASKING: tuple[tuple[str, Command, Message], ...] = (
    ("palette", running.ask, say("CommandLine", "open the palette")),
    ("welcome", running.ask, say("CommandLine", "paste the welcome that fits now")),
    ("polish", running.ask, say("CommandLine", "check the draft in the window in front")),
    ("pause", running.ask, say("CommandLine", "let the hotkeys rest")),
    ("resume", running.ask, say("CommandLine", "wake the hotkeys")),
    ("quit", running.ask, say("CommandLine", "end the running Desktop Assist")),
)


_COMPLAINTS = (
    (
        r"unrecognized arguments: (?P<words>.+)",
        say("CommandLine", "“{words}” is not known here"),
    ),
    (
        r"the following arguments are required: (?P<names>.+)",
        say("CommandLine", "{names} is missing"),
    ),
    (
        r"argument .+: invalid choice: '(?P<word>.*?)' .*",
        say("CommandLine", "“{word}” is not one of the choices"),
    ),
    (
        r"argument (?P<name>.+): expected .+",
        say("CommandLine", "{name} stands without a value"),
    ),
)
"""What argparse says in English alone, and how we say it."""


def _reason(complaint: str) -> Message | str:
    for pattern, message in _COMPLAINTS:
        found = re.fullmatch(pattern, complaint, re.DOTALL)
        if found is not None:
            return replace(message, values=found.groupdict())
    return complaint


def _named_value(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise _not_understood(
            say("CommandLine", "“{text}” is not NAME=VALUE", text=text),
            say("CommandLine", "Put it in quotes where there are spaces: --set 'NAME=VALUE'"),
        )
    return name.strip(), value


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0):
        raise _not_understood(
            say("CommandLine", "“{text}” is not a number of replies", text=text),
            say("CommandLine", "Write a whole number above 0: --limit 5"),
        )
    return int(text)


def _not_understood(reason: Message | str, hint: Message) -> AssistError:
    return AssistError(
        say("CommandLine", "The command was not understood: {reason}.", reason=reason), hint
    )
