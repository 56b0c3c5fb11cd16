"""In which words a reply is given: its wordings, its tone and its language."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.reply import language_of
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.gui.palette.ports import Parts
from desktop_assist.gui.review.tones import TONES, Tone, in_tone


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of an entry: its templates, which of how many it is made from, and its sound."""

    entry: Entry
    bodies: tuple[Parts, ...]
    number: int
    parts: Parts
    tone: Tone
    language: str

    @classmethod
    def first(cls, entry: Entry, bodies: tuple[Parts, ...]) -> Wording:
        """The wording that the reply begins with; it is its own where `bodies` are none."""
        return _at(entry, bodies or (entry.snippet.parts,), 0)

    def turned(self, step: int) -> Wording:
        """The wording `step` further on, round and round."""
        return _at(self.entry, self.bodies, (self.number + step) % len(self.bodies))

    @property
    def tones(self) -> tuple[Tone, ...]:
        """The tones that it can be said in; declared ones first of all, else those that differ."""
        return tuple(tone for tone in TONES if tone == self.tone or self._in(tone) is not None)

    @property
    def languages(self) -> tuple[str, ...]:
        """The snippet's own language, then those that it is translated into."""
        snippet = self.entry.snippet
        return tuple(dict.fromkeys((snippet.language, *snippet.translations)))

    def in_next_tone(self) -> Wording:
        """In the tone after this one, round and round; itself where there is no other."""
        tones = self.tones
        after = tones[(tones.index(self.tone) + 1) % len(tones)]
        return self._in(after) or self

    def in_next_language(self) -> Wording:
        """In the language after this one, as written; itself where there is no other."""
        languages = self.languages
        at = languages.index(self.language) if self.language in languages else 0
        wanted = languages[(at + 1) % len(languages)]
        return self if wanted == self.language else self._translated(wanted)

    def _translated(self, language: str) -> Wording:
        snippet = self.entry.snippet
        parts = snippet.parts if language == snippet.language else (snippet.translations[language],)
        return self._saying(parts)

    def _saying(self, parts: Parts) -> Wording:
        bodies = self.bodies if parts in self.bodies else (*self.bodies, parts)
        return _at(self.entry, bodies, bodies.index(parts))

    def _in(self, tone: Tone) -> Wording | None:
        """In that tone; None where it would say the same or where it cannot be told.

        What is made here is known to `language_of` only as the snippet's own language.
        """
        snippet = self.entry.snippet
        if self.language != snippet.language:
            return None
        written = self.bodies[self.number]
        if _tone_of(snippet, written) != "written":
            written = snippet.parts
        if tone == "written":
            return self._saying(written)
        if tone in snippet.tones and written == snippet.parts:
            return self._saying((snippet.tones[tone],))
        switched = tuple(in_tone(part, tone) for part in written)
        if switched == written:
            return None
        return replace(self._saying(written), parts=switched, tone=tone)


def _at(entry: Entry, bodies: tuple[Parts, ...], number: int) -> Wording:
    parts, snippet = bodies[number], entry.snippet
    tone, language = _tone_of(snippet, parts), language_of(snippet, parts)
    return Wording(entry, bodies, number, parts, tone, language)


def _tone_of(snippet: Snippet, parts: Parts) -> Tone:
    """The tone that `parts` are declared in."""
    return next((tone for tone in TONES if parts == (snippet.tones.get(tone),)), "written")
