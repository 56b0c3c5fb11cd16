"""The interface languages without Qt: for the command line, from the same Linguist files."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH = "en"
CHINESE = "zh_CN"
LANGUAGES = (CHINESE, ENGLISH)
CHOICES = ("system", *LANGUAGES)
"""What a user may ask for."""


class CatalogueTranslator:
    """Translates by a table of `(context, source)`; what it does not know stays English."""

    def __init__(self, sentences: Mapping[tuple[str, str], str]) -> None:
        self._sentences = dict(sentences)

    def __call__(self, context: str, source: str) -> str:
        return self._sentences.get((context, source), source)

    @classmethod
    def from_ts(cls, text: str) -> CatalogueTranslator:
        """Read the XML of a `.ts` file; unfinished sentences are left out.

        Raises:
            xml.etree.ElementTree.ParseError: `text` is not XML.
        """
        # English needs none of it, and it costs 10 ms.
        from xml.etree import ElementTree  # noqa: PLC0415

        root = ElementTree.fromstring(text)  # noqa: S314  the file is part of the program
        table: dict[tuple[str, str], str] = {}
        for part in root.iter("context"):
            name = part.findtext("name", "")
            for message in part.iter("message"):
                translation = message.find("translation")
                if translation is not None and translation.get("type") is None:
                    table[name, message.findtext("source", "")] = translation.text or ""
        return cls({key: said for key, said in table.items() if said})


def chosen_language(setting: str, environ: Mapping[str, str]) -> str:
    """`zh_CN` or `en`: what `setting` names, or for `system` what the environment asks for."""
    if setting in LANGUAGES:
        return setting
    wanted = (environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((value for value in wanted if value), "")
    if first.partition(".")[0] in ("", "C", "POSIX"):
        return ENGLISH  # as in GNU gettext, LANGUAGE does not count in the C locale
    return language_of(environ.get("LANGUAGE", "").partition(":")[0] or first)


def language_of(tag: str) -> str:
    """The interface language nearest to a locale such as `zh_TW.UTF-8` or `en-GB`."""
    return CHINESE if tag.lower().startswith("zh") else ENGLISH
