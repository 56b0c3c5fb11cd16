"""The replies, how they are found, and the wording checker: all that is loaded after the tray."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from desktop_assist.channel.held import synced_packs
from desktop_assist.core.checking.checker import Checker, RuleSet
from desktop_assist.core.checking.findings import Finding, LearntException
from desktop_assist.core.checking.levels import PlatformLevel, weights_in
from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry, Library
from desktop_assist.core.replies.pack import Pack
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import NO_CONTEXT, Hit
from desktop_assist.errors import AssistError
from desktop_assist.gui.finder import Finder
from desktop_assist.packs.compiled import CompiledPacks
from desktop_assist.packs.faults import Fault
from desktop_assist.packs.folders import PackReading, without_repeated_packs
from desktop_assist.store.exceptions_store import Phrase, phrase_of
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.usage import UsageStore
from desktop_assist.text import Message

MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class Places:
    """Where packs, rules and the pinyin table lie, and the cache.

    `channels` is the folder of the subscribed channels, whose packs are in ever new folders.
    """

    packs: tuple[Path, ...]
    rules: Path
    pinyin: Path
    cache: Path
    channels: Path | None = None


class Shelf:
    """Holds the library of today and everything made from it. `changed` is told of a new one."""

    def __init__(
        self,
        places: Places,
        own: OwnSnippets,
        usage: UsageStore,
        today: Callable[[], datetime.date],
        language: Callable[[], str],
        changed: Callable[[], None],
        finder: Finder,
    ) -> None:
        """`language` is the interface's, such as `zh_CN`: among equals its replies stand first."""
        self._places = places
        self._own = own
        self._usage = usage
        self._today = today
        self._language = language
        self._changed = changed
        self._finder = finder
        self._readings: tuple[PackReading, ...] = ()
        self._pinyin: PinyinTable | None = None
        self._ruleset: RuleSet | None = None
        self._with_opinion = True
        self._checkers: dict[tuple[str, ...], Callable[[str], list[Finding]]] = {}
        self._families_off: frozenset[str] = frozenset()
        self._packs_off: frozenset[str] = frozenset()
        self._checker_on = True
        self._levels: tuple[PlatformLevel, ...] = ()
        self._learnt: frozenset[Phrase] = frozenset()
        self._day = datetime.date.min
        self._usable: dict[str, Entry] = {}
        self._folders: dict[str, Path] = {}
        self.rule_faults: tuple[Fault, ...] = ()
        self.notices: tuple[Message, ...] = ()
        self.library = Library(())
        self._context = NO_CONTEXT

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong in the packs and rules; the rest of them works."""
        packs = tuple(fault for reading in self._readings for fault in reading.faults)
        return (*packs, *self.rule_faults)

    def load_packs(self) -> None:
        """Read every pack and the table of readings here and now.

        The table takes 15 ms. Coming later, it would have search and suggestions made twice.
        """
        self._pinyin = PinyinTable.from_text(self._places.pinyin.read_text("utf-8"))
        self.use_packs(self.read_packs())

    def read_packs(self) -> tuple[PackReading, ...]:
        """Every pack; run off the GUI thread and handed to `use_packs`."""
        compiled = CompiledPacks(self._places.cache)
        synced = synced_packs(self._places.channels) if self._places.channels else ()
        folders = (*self._places.packs, *synced)
        return without_repeated_packs(
            reading for folder in folders for reading in compiled.read_packs(folder)
        )

    def use_packs(self, readings: tuple[PackReading, ...]) -> None:
        """Serve from `readings` from now on."""
        self._readings = readings
        self._see_originals()
        self.renew()

    def _see_originals(self) -> None:
        """Have the agent's changes remember the team's newest versions; told when it fails."""
        everything = Library(self.packs, (), {})
        try:
            self._own.layer.see(everything.original)
        except AssistError as error:
            self.notices = (error.message,)

    @property
    def packs(self) -> tuple[Pack, ...]:
        """Every pack that could be read, those that are left out too."""
        return tuple(reading.pack for reading in self._readings if reading.pack is not None)

    def choose_packs(self, off: frozenset[str]) -> None:
        """Leave out the packs of these ids."""
        if off != self._packs_off:
            self._packs_off = off
            self.renew()

    def load_rules(self) -> tuple[RuleSet, tuple[Fault, ...]]:
        """The checker's rules; run off the GUI thread and handed to `use_rules`."""
        from desktop_assist.packs.rules import load_rules  # noqa: PLC0415  loads the automaton

        reading = load_rules([self._places.rules], self._places.cache)
        for opinion in reading.ruleset.opinions:
            # The first message of the usual language is not to wait for the model.
            if opinion.reads_chinese is self._is_mostly_chinese():
                opinion.ready()
        return reading.ruleset, reading.faults

    def _is_mostly_chinese(self) -> bool:
        languages = Counter(one.language for pack in self.packs for one in pack.snippets)
        return max(languages, key=languages.__getitem__, default="zh").startswith("zh")

    def use_rules(self, ruleset: RuleSet, faults: tuple[Fault, ...]) -> None:
        """Check by `ruleset` from now on."""
        self._ruleset, self.rule_faults = ruleset, faults
        self._checkers.clear()

    def need_rules(self) -> None:
        """Load the rules here and now where they have not come yet: nothing goes unchecked."""
        if self._ruleset is None:
            self.use_rules(*self.load_rules())

    def choose_families(
        self,
        families_off: frozenset[str],
        *,
        checker_on: bool,
        second_opinion: bool = True,
        levels: tuple[PlatformLevel, ...] = (),
    ) -> None:
        """Leave out the findings of these families, or of all of them; weigh the rest so."""
        self._with_opinion = second_opinion
        self._families_off, self._checker_on = families_off, checker_on
        self._levels = levels
        self._checkers.clear()

    def choose_exceptions(self, learnt: frozenset[Phrase]) -> None:
        """Find no fault with these wordings, unless they block."""
        self._learnt = learnt
        self._checkers.clear()

    @property
    def complete(self) -> bool:
        """Whether all that is loaded after the tray has come: replies, pinyin and rules."""
        return None not in (self._pinyin, self._ruleset)

    @property
    def families(self) -> tuple[str, ...]:
        """The names of the rule families that are loaded."""
        return () if self._ruleset is None else self._ruleset.families

    def renew(self) -> None:
        """Make library and search anew after a change."""
        packs = [pack for pack in self.packs if pack.manifest.id not in self._packs_off]
        # Before the packs are read every changed reply would look as if its team had deleted it.
        changes = self._own.layer.overrides() if self._readings else {}
        self.library = Library(packs, self._own.all(), changes)
        self._day = self._today()
        self._folders = {pack.manifest.id: pack.folder for pack in packs}
        usable = own_language_first(self.library.usable_on(self._day), self._language())
        self._usable = {entry.key: entry for entry in usable}
        self._finder.show(usable, self._pinyin)
        self._finder.rank(self._usage.standing())
        self._changed()

    def rank(self) -> None:
        """Take the latest uses into account; a new day may bring and end replies."""
        if self._day != self._today():
            self.renew()
        self._finder.rank(self._usage.standing())

    def search(self, query: str, limit: int) -> list[Hit]:
        """See `core.searching.search.SearchEngine`."""
        return self._finder.search(query, limit, self._context)

    def serve(self, shop: str, language: str) -> None:
        """Among equals put first what fits the shop and the language."""
        self._context = replace(self._context, shop=shop, language=language)

    def serve_chat(self, last_sent: str, window: str) -> None:
        """Among equals put first what fits a chat: the stage of its last reply, and its window."""
        entry = self.entry(last_sent) if last_sent else None
        stage = entry.snippet.stage or next(iter(entry.snippet.category), "") if entry else ""
        self._context = replace(self._context, stage=stage, window=window)

    def entry(self, key: str) -> Entry | None:
        """The entry of that key, id or code."""
        return self.library.get(key)

    def original(self, key: str) -> Snippet | None:
        """The team's version of the entry of that key; None where it has none."""
        return self.library.original(key)

    def usable(self) -> list[Entry]:
        """Every entry that is valid today, those in the interface's language first."""
        return list(self._usable.values())

    @property
    def pinyin(self) -> PinyinTable | None:
        """The table of readings, once it is loaded."""
        return self._pinyin

    def recent(self) -> list[str]:
        """The keys lately used, newest first; none that is not valid today."""
        standing = self._usage.standing()
        newest = sorted(standing, key=lambda key: standing[key].last_day, reverse=True)
        used = (key for key in newest if standing[key].uses and key in self._usable)
        return list(islice(used, MOST_RECENT))

    def picture(self, entry: Entry) -> Path | None:
        """The file of the entry's picture, inside its pack; None where it has none."""
        folder = self._folders.get(entry.pack)
        if folder is None or not entry.snippet.image:
            return None
        file = (folder / entry.snippet.image).resolve()
        return file if file.is_relative_to(folder.resolve()) else None

    def check(self, text: str, platforms: Sequence[str] = ()) -> list[Finding]:
        """What the checker says; nothing before its rules are loaded, see `need_rules`.

        `platforms` are the names of the window that the text is for, see `core.checking.levels`.
        """
        if self._ruleset is None or not self._checker_on:
            return []
        names = tuple(platforms)
        if names not in self._checkers:
            self._checkers[names] = self._checker_for(self._ruleset, names)
        found = self._checkers[names](text)
        return [one for one in found if not self._is_learnt(one)]

    def _checker_for(
        self, ruleset: RuleSet, names: Sequence[str]
    ) -> Callable[[str], list[Finding]]:
        rules = [one.rule for one in ruleset.rules]
        weights = weights_in(self._levels, names)
        blocking = {rule.id for rule in rules if weights.get(rule.family, rule.severity) == "block"}
        listed = {platform.casefold() for rule in rules for platform in rule.platforms}
        known = (name for name in names if name.casefold() in listed)
        checker = Checker(
            ruleset,
            self._families_off,
            levels={("", family): level for family, level in weights.items()},
            exceptions=[LearntException(*one) for one in self._learnt if one[0] not in blocking],
            platform=next(known, next(iter(names), "")),
            second_opinion=self._with_opinion,
        )
        return checker.check

    def _is_learnt(self, finding: Finding) -> bool:
        """Where a rule that blocks finds something milder, the checker was not told of it."""
        return is_teachable(finding) and phrase_of(finding) in self._learnt


def is_teachable(finding: Finding) -> bool:
    """Whether the agent may call it “not a problem”; what blocks is overruled with a reason."""
    return finding.severity != "block"


def own_language_first(entries: Iterable[Entry], language: str) -> list[Entry]:
    """`entries` in their order, those in another language than `zh_CN` or `en` behind the rest.

    A reply that names no language counts as one of every language.
    """
    own = language.partition("_")[0]
    return sorted(
        entries,
        key=lambda entry: entry.snippet.language.partition("-")[0].lower() not in ("", own),
    )
