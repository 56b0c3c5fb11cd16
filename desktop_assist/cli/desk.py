"""What a command works with: the home folder and what can be read from it. Nothing is written."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_assist.bundled import resources, snippets
from desktop_assist.cli.console import Console
from desktop_assist.cli.speech import Speech
from desktop_assist.store.home import Home

# Every command pays for what stands above this line, and only for that.
if TYPE_CHECKING:
    from pathlib import Path

    from desktop_assist.core.checking.checker import RuleSet
    from desktop_assist.core.checking.findings import Finding, Level
    from desktop_assist.core.replies.library import Library
    from desktop_assist.core.replies.pack import Pack
    from desktop_assist.core.searching.search import SearchEngine
    from desktop_assist.core.suggesting.suggest import Suggester
    from desktop_assist.packs.faults import Fault
    from desktop_assist.packs.rules import RulesReading
    from desktop_assist.services.replies import Replies
    from desktop_assist.settings import Settings
    from desktop_assist.store.atomic import AtomicStorage


@dataclass(frozen=True, slots=True)
class Desk:
    """The agent's home, the console, the language spoken and the time of the command.

    A fault in a file is told on the console and costs only itself.
    """

    home: Home
    console: Console
    speech: Speech
    now: datetime.datetime

    def settings(self) -> Settings:
        """The settings as saved.

        Raises:
            AssistError: they cannot be read.
        """
        from desktop_assist.store.settings_store import SettingsStore  # noqa: PLC0415  loads TinyDB

        reading = SettingsStore(self._saved_in(self.home.settings)).load()
        for fault in reading.faults:
            self.console.warn(self.console.spoken(fault))
        return reading.settings

    def library(self) -> Library:
        """The starter packs, the team's packs and the agent's own snippets.

        Raises:
            AssistError: the home folder cannot be read.
        """
        return self.library_over(self.packs())

    def packs(self) -> list[Pack]:
        """The starter packs and the team's packs, those from channels too."""
        from desktop_assist.channel.held import synced_packs  # noqa: PLC0415  only some commands
        from desktop_assist.packs.compiled import CompiledPacks  # noqa: PLC0415  loads YAML
        from desktop_assist.packs.reader import read_packs  # noqa: PLC0415  as above

        # A home that is not there is not made by looking into it.
        read = (
            CompiledPacks(self.home.cache).read_packs if self.home.folder.is_dir() else read_packs
        )
        places = snippets(), self.home.packs, *synced_packs(self.home.channels)
        readings = [reading for place in places for reading in read(place)]
        for reading in readings:
            self.tell(reading.faults)
        return [one.pack for one in readings if one.pack is not None]

    def library_over(self, packs: Iterable[Pack]) -> Library:
        """`packs` with the agent's own snippets; raises as `library` does."""
        from desktop_assist.core.replies.library import Library  # noqa: PLC0415  only some commands
        from desktop_assist.store.own_snippets import OwnSnippets  # noqa: PLC0415  loads TinyDB

        own = OwnSnippets(self._saved_in(self.home.own_snippets))
        for notice in own.notices:
            self.console.warn(self.console.spoken(notice))
        return Library(packs, own.all(), own.layer.overrides())

    def search_engine(self, library: Library) -> SearchEngine:
        """A search over what is valid today."""
        from desktop_assist.core.language.pinyin import PinyinTable  # noqa: PLC0415  only for search
        from desktop_assist.core.searching.plain_search import PlainSearch  # noqa: PLC0415  as above

        table = (resources() / "pinyin.tsv").read_text("utf-8")
        return PlainSearch(library.usable_on(self.now.date()), PinyinTable.from_text(table))

    def suggester(self, library: Library) -> Suggester:
        """Suggests what is valid today, also by what the agent picked before."""
        from desktop_assist.core.language.pinyin import PinyinTable  # noqa: PLC0415  only for suggest
        from desktop_assist.core.suggesting.suggest import Suggester  # noqa: PLC0415  as above
        from desktop_assist.core.suggesting.synonyms import Synonyms  # noqa: PLC0415  as above
        from desktop_assist.store.picks import PickStore  # noqa: PLC0415  as above

        places = self.home.picks, self.home.follow_ups
        former = PickStore(*places, self.console.problem, may_write=False)
        for notice in former.notices:
            self.console.warn(self.console.spoken(notice))
        synonyms = (resources() / "search" / "synonyms.tsv").read_text("utf-8")
        pinyin = (resources() / "pinyin.tsv").read_text("utf-8")
        suggester = Suggester(
            library.usable_on(self.now.date()),
            Synonyms.from_text(synonyms),
            PinyinTable.from_text(pinyin),
        )
        suggester.learn(former.picks, self.now.date().toordinal())
        return suggester

    def replies(self) -> Replies:
        """Fills replies with what the settings and the time of day say."""
        from desktop_assist.core.replies.reply import ReplyContext  # noqa: PLC0415  only some commands
        from desktop_assist.core.replies.template import Templates  # noqa: PLC0415  as above
        from desktop_assist.services.replies import Replies  # noqa: PLC0415  as above

        settings = self.settings()
        language = self.speech.language.replace("_", "-")
        context = ReplyContext(settings.shop, settings.agent, self.now, language)
        return Replies(Templates(), lambda: context, self.console.spoken)

    def rules(self, paths: Iterable[Path]) -> RulesReading:
        """The checker's rules in files and folders."""
        from desktop_assist.packs.rules import load_rules  # noqa: PLC0415  only for check and lint

        # A home that is not there is not made by looking into it.
        cache = self.home.cache if self.home.folder.is_dir() else None
        reading = load_rules(paths, cache)
        self.tell(reading.faults)
        return reading

    def checker(
        self,
        ruleset: RuleSet,
        families_off: frozenset[str] = frozenset(),
        weights: Mapping[str, Level] = MappingProxyType({}),
        platform: str = "",
        *,
        second_opinion: bool = True,
    ) -> Callable[[str], list[Finding]]:
        """Finds harmful wording in text for `platform`; `weights` say how heavy a family is."""
        from desktop_assist.core.checking.checker import Checker  # noqa: PLC0415  only for check and lint

        levels = {("", family): level for family, level in weights.items()}
        return Checker(
            ruleset, families_off, levels, platform=platform, second_opinion=second_opinion
        ).check

    def _saved_in(self, file: Path) -> AtomicStorage:
        """What is saved in `file`, for looking only: the running program may be writing it."""
        from desktop_assist.store.atomic import AtomicStorage  # noqa: PLC0415  loads TinyDB

        return AtomicStorage(file, self.now.date, may_write=False)

    def tell(self, faults: Iterable[Fault]) -> None:
        """Each fault with its place, as a line about trouble."""
        for fault in faults:
            sentences = map(self.console.spoken, (fault.message, fault.hint))
            self.console.warn(f"{fault.place}: {' '.join(sentences)}")
