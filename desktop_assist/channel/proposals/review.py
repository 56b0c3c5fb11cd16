"""A proposal beside what the team says today, with what the checker and lint make of it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from desktop_assist.channel.proposals.answer import Answer
from desktop_assist.channel.proposals.proposal import Proposal
from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.pack import PACK_FORMAT
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.packs.lint import bodies, faults_of
from desktop_assist.packs.reader import read_contents
from desktop_assist.packs.wording import Find, find_in_template
from desktop_assist.packs.writer import as_yaml
from desktop_assist.store.snippet_records import read_value, written_snippet, written_value
from desktop_assist.text import Message, say


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field as texts for people: the team's when it was proposed, proposed, and of today."""

    name: str
    base: str
    proposed: str
    today: str

    @property
    def has_moved(self) -> bool:
        """Whether the team has meanwhile changed it to something else."""
        return self.today not in (self.base, self.proposed)


@dataclass(frozen=True, slots=True)
class TeamPack:
    """A pack as it is today: in the folder where the lead edits it (`source`), else as published.

    `team` is whose pack it is by the channel, "" where that is not known.
    """

    snippets: Mapping[str, Snippet]
    source: Path | None
    team: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A proposal that waits for the lead, or was answered.

    `conflicts` are the fields that the team has changed since, `problem` says why it cannot be
    taken as it is, `faults` and `findings` what lint and the checker find in what it would bring,
    `doubt` what is strange about who wrote it.
    """

    id: str
    proposal: Proposal
    fields: tuple[FieldView, ...] = ()
    problem: Message | None = None
    findings: tuple[Finding, ...] = ()
    faults: tuple[Message, ...] = ()
    doubt: Message | None = None
    source: Path | None = None
    answer: Answer | None = None

    @property
    def conflicts(self) -> tuple[str, ...]:
        """The fields that both have changed."""
        return tuple(one.name for one in self.fields if one.has_moved)


Lint = Callable[[Iterable[Snippet]], list[Message]]
"""What lint says of a pack with these replies."""


@contextmanager
def linting() -> Iterator[Lint]:
    """Lint for any number of proposals, over one scratch folder."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "snippets").mkdir()
        (folder / "pack.yaml").write_text('id: scratch\nversion: "1"\ntitle: "-"\n', "utf-8")
        yield partial(_linted, folder)


def reviewed(
    proposal_id: str, one: Proposal, pack: TeamPack | None, find: Find, lint: Lint
) -> Reviewed:
    """`one` beside `pack`; None where this computer does not know the pack."""
    if pack is None:
        return Reviewed(proposal_id, one, tuple(_fields(one, None)), _unknown_pack(one))
    today = pack.snippets.get(one.snippet)
    result = proposed_snippet(one, today)
    return Reviewed(
        proposal_id,
        one,
        tuple(_fields(one, today)),
        _gone(one) if today is None and one.kind == "change" else None,
        tuple(_findings(today, result, find)),
        tuple(_faults(today, result, pack.snippets.values(), lint)),
        source=pack.source,
    )


def proposed_snippet(one: Proposal, today: Snippet | None) -> Snippet | None:
    """What the reply would be; None where there would be none."""
    if one.kind == "new":
        return one.reply
    if one.kind == "withdrawal" or today is None:
        return None
    values = {change.name: read_value(change.name, change.proposed) for change in one.changes}
    return msgspec.structs.replace(today, **values)


def _fields(one: Proposal, today: Snippet | None) -> Iterator[FieldView]:
    if one.kind == "change":
        for change in one.changes:
            now = written_value(getattr(today, change.name)) if today else change.base
            yield FieldView(change.name, _shown(change.base), _shown(change.proposed), _shown(now))
        return
    told = one.reply if one.kind == "new" else today
    for name, value in (written_snippet(told) if told else {}).items():
        text = _shown(value)
        if name != "id":
            yield (
                FieldView(name, "", text, "")
                if one.kind == "new"
                else FieldView(name, text, "", text)
            )


def _findings(today: Snippet | None, result: Snippet | None, find: Find) -> Iterator[Finding]:
    """Of texts that are new. What the reply itself says of rules to overlook does not count."""
    known = {text for _, text in bodies(today)} if today else set()
    for _, text in bodies(result) if result else ():
        if text not in known:
            yield from find_in_template(text, find)


def _faults(
    today: Snippet | None, result: Snippet | None, others: Iterable[Snippet], lint: Lint
) -> Iterator[Message]:
    if result is None:
        return
    rivals = [
        one
        for one in others
        if one.code and one.code.casefold() == result.code.casefold() and one.id != result.id
    ]
    if found := lint([*rivals, result]):
        known = lint([today]) if today else []
        yield from (one for one in found if one not in known)


def _linted(folder: Path, snippets: Iterable[Snippet]) -> list[Message]:
    # Their pictures lie elsewhere.
    records = [written_snippet(msgspec.structs.replace(one, image="")) for one in snippets]
    text = as_yaml({"format": PACK_FORMAT, "snippets": records})
    (folder / "snippets" / "replies.yaml").write_text(text, "utf-8")
    return [one.message for one in faults_of(read_contents(folder), folder)]


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "\n".join(f"{name}: {_shown(one)}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return "\n".join(_shown(one).replace("\n", ", ") for one in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _unknown_pack(one: Proposal) -> Message:
    return say("Proposals", "This computer does not know the pack “{pack}”.", pack=one.pack)


def _gone(one: Proposal) -> Message:
    return say("Proposals", "The pack has no reply “{id}” any more.", id=one.snippet)
