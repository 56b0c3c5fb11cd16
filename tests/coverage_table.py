"""Which shipped replies serve which topic of a desk: `python -m tests.coverage_table` prints it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_assist.bundled import snippets
from desktop_assist.core.replies.library import Library
from desktop_assist.packs.events import read_yaml
from desktop_assist.packs.reader import read_packs

TOPICS = Path(__file__).parent / "data" / "coverage" / "topics.yaml"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, the group it stands in, and the ids of the replies that serve it."""

    group: str
    name: str
    ids: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"{self.group} › {self.name}"


def read_topics(file: Path = TOPICS) -> tuple[Topic, ...]:
    """Every topic of `file`, in its order.

    Raises:
        ValueError: the file cannot be read as groups of topics.
    """
    document = read_yaml(file)
    if document.faults:
        raise ValueError("\n".join(map(str, document.faults)))
    return tuple(
        Topic(group, name, tuple(ids))
        for group, topics in document.root.items()
        for name, ids in topics.items()
    )


def shipped() -> Library:
    """The replies that travel with the program."""
    return Library(reading.pack for reading in read_packs(snippets()) if reading.pack)


def table(topics: Iterable[Topic], library: Library) -> Iterator[str]:
    """The topics as Markdown, each with its replies by title."""
    titles = {entry.snippet.id: entry.snippet.title for entry in library}
    group = ""
    for topic in topics:
        if topic.group != group:
            group = topic.group
            yield from ("", f"| {group} | | |", "| --- | --- | --- |")
        named = "；".join(map(titles.__getitem__, topic.ids))
        yield f"| {topic.name} | {len(topic.ids)} | {named} |"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in table(read_topics(), shipped()))
