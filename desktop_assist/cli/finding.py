"""Commands that find replies: by what is searched, or for what a customer wrote."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from desktop_assist.cli import running
from desktop_assist.cli.desk import Desk
from desktop_assist.cli.replies import for_programs, on_one_line
from desktop_assist.cli.reports import STANDARD_INPUT
from desktop_assist.cli.texts import read_text
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.text import say


def search(arguments: argparse.Namespace, desk: Desk) -> int:
    """Replies in which every word of the query stands, the best first; else those almost so."""
    library = desk.library()
    engine = desk.search_engine(library)
    hits = engine.search(arguments.query, arguments.limit)
    hits = hits or engine.search_slips(arguments.query, arguments.limit)
    found = [(entry, hit) for hit in hits if (entry := library.get(hit.key)) is not None]
    if arguments.json:
        desk.console.json(
            [
                for_programs(entry)
                | {"score": hit.score, "matched": [asdict(one) for one in hit.matched]}
                for entry, hit in found
            ]
        )
    else:
        for entry, _hit in found:
            desk.console.line(on_one_line(entry))
    if not found:
        raise AssistError(
            say("Replies", "No reply has “{query}”.", query=_shortened(arguments.query)),
            say("Replies", "Try fewer or shorter words; a code or pinyin works too."),
            FINDINGS,
        )
    return 0


def suggest(arguments: argparse.Namespace, desk: Desk) -> int:
    """Replies for a customer's message; without one the running instance suggests."""
    if arguments.text is None:
        return _suggested_by_instance(arguments, desk)
    message = read_text(STANDARD_INPUT) if arguments.text == STANDARD_INPUT else arguments.text
    library = desk.library()
    suggestions = desk.suggester(library).suggest(message, arguments.limit)
    found = [(entry, one) for one in suggestions if (entry := library.get(one.key)) is not None]
    if arguments.json:
        desk.console.json(
            [
                for_programs(entry) | {"score": one.score, "why": one.why, "learnt": one.learnt}
                for entry, one in found
            ]
        )
    else:
        for entry, one in found:
            desk.console.line("\t".join((on_one_line(entry), one.why)))
    if not found:
        raise AssistError(
            say("Replies", "No reply fits this message."),
            say("Replies", "Look one up with: desktop-assist search WORD"),
            FINDINGS,
        )
    return 0


def _suggested_by_instance(arguments: argparse.Namespace, desk: Desk) -> int:
    if arguments.json:
        raise AssistError(
            say("Replies", "--json needs the customer’s message."),
            say("Replies", "Give it in quotes, or pipe it in: desktop-assist suggest - --json"),
        )
    return running.ask(arguments, desk)


def _shortened(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
