"""The options that every command has. They come first, as errors are spoken by them too."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_assist.errors import AssistError
from desktop_assist.text import say
from desktop_assist.translation import CHOICES


def common_options(words: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """`home` and `language` as they were written, None where they were not; the other words."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    # Without a value they are as empty as with an empty one.
    early.add_argument("--home", nargs="?", const="")
    early.add_argument("--language", nargs="?", const="")
    return early.parse_known_args(words)


def refuse_wrong(common: argparse.Namespace) -> None:
    """See that both can be used.

    Raises:
        AssistError: the language is none of ours, or the folder has no name: a script whose
            variable is unset does not mean the folder that it stands in.
    """
    if common.home == "":
        raise AssistError(
            say("CommandLine", "--home stands without a folder."),
            say("CommandLine", "Name one: --home DIR"),
        )
    if common.language not in (None, *CHOICES):
        raise AssistError(
            say("CommandLine", "“{language}” is no language here.", language=common.language),
            say("CommandLine", "Choose one of: {languages}.", languages=", ".join(CHOICES)),
        )
