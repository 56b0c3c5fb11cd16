"""Placeholders of other tools become ours: declared, asked for, never pasted as they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from desktop_assist.core.replies.snippet import Field
from desktop_assist.core.replies.template import CURSOR, TemplateFault, Templates
from desktop_assist.packs.exchange.incoming import Syntax
from desktop_assist.packs.exchange.placeholder_names import Names, known_name

_OURS = re.compile(r"\{\{ *[a-z_][a-z0-9_]* *\}\}")
_BEFORE_OURS = re.compile(r"\{(?=\{\{ *[a-z_][a-z0-9_]* *\}\})")
_WORD = re.compile(r"[a-z_][a-z0-9_]*")
# A placeholder is no longer than ours may be: what never closes must not cost the square.
_LIQUID_OUTPUT = re.compile(r"\{\{-?(.{0,190}?)-?\}\}", re.DOTALL)
_ANY_LIQUID = re.compile(r"\{\{.{0,190}?\}\}|\{%.{0,190}?%\}", re.DOTALL)
_PATH = re.compile(r"[A-Za-z_][\w-]*(?:\.[\w-]+|\[\d+\])*")
_SIMPLE_LIQUID = re.compile(r"([A-Za-z_][\w-]*(?:\.[\w-]+|\[\d+\])*)\s*((?:\|.*)?)", re.DOTALL)
_IN_TAG = re.compile(r"\{%.{0,190}?%\}", re.DOTALL)
_IN_BRACES = re.compile(r"(?<!\{)[{｛](?!%)([^{}｛｝#:;=。！!\n]{1,80})[}｝](?!\})")
_IN_BRACKETS = re.compile(r"[\[【]([^\[\]【】\n]{1,24})[\]】]")
_CROSSES = re.compile(r"(?<![A-Za-z0-9])(?:[Xx]{2,6}|×{2,6}|[Ｘｘ]{2,6})(?![A-Za-z0-9])")
_MAY_HOLD = re.compile(r"[{｛\[【%<#$]|[Xx×Ｘｘ]{2}")


@dataclass(frozen=True, slots=True)
class Swap:
    """A placeholder as it stood in the file, and as it stands in the reply."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Translated:
    """Texts in our own notation, the fields that they need, and what was swapped."""

    texts: tuple[str, ...]
    fields: tuple[Field, ...] = ()
    swaps: tuple[Swap, ...] = ()


class Placeholders:
    """Translates replies one after the other."""

    def __init__(self) -> None:
        self._templates = Templates()

    def translated(
        self, texts: Sequence[str], syntax: Syntax, declared: Sequence[Field] = ()
    ) -> Translated:
        """`texts`, of one reply, with every placeholder of `syntax` and the common ones as ours.

        Where a placeholder says more than ours can, its own text becomes the label of a field that
        is asked for.
        """
        if not declared and not any(map(_MAY_HOLD.search, texts)):
            return Translated(tuple(texts))
        work = _Work(Names(declared))
        done = []
        for text in texts:
            native = _SYNTAXES[syntax](text, work)
            plain = native if syntax == "own" else _outside(native, partial(_common, work=work))
            done.append(self._readable(plain, work))
        swaps = tuple(dict.fromkeys(work.swaps))
        return Translated(tuple(done), _needed(work.names.fields, done), swaps)

    def _readable(self, text: str, work: _Work) -> str:
        """`text` as a template that can be read; what cannot becomes a field."""
        if "{{" not in text and "{%" not in text:
            return text
        if "{{{" in text:
            text = _BEFORE_OURS.sub("{ ", text)
        if _is_plain(text):
            return text
        try:
            self._templates.variables(_skeleton(text))
        except TemplateFault:
            swapped = _ANY_LIQUID.sub(lambda found: _readable_part(found[0], work), text)
            return _without_strays(swapped, work)
        return text


class _Work:
    """What is done on one reply."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.swaps: list[Swap] = []

    def put(self, old: str, words: str, tail: str = "", **more: object) -> str:
        """Our placeholder for `words`, noted as a swap where it reads otherwise."""
        name = self.names.name(words, **more)
        new = f"{{{{ {name}{tail} }}}}"
        if new != old:
            self.swaps.append(Swap(old, new))
        return new


def _skeleton(text: str) -> str:
    """The placeholders of `text` alone: thousands of replies have the same few.

    Where braces stand that close nothing, all of it.
    """
    rest = _ANY_LIQUID.sub("", text)
    doubtful = any(sign in text for sign in ("{{{", "{{%")) or "{{" in rest or "{%" in rest
    return text if doubtful else " ".join(_ANY_LIQUID.findall(text))


def _needed(fields: Sequence[Field], texts: Sequence[str]) -> tuple[Field, ...]:
    """Those of `fields` that are still there after what could not be read was swapped."""
    if not fields:
        return ()
    words = set(_WORD.findall(" ".join(_ANY_LIQUID.findall("".join(texts)))))
    return tuple(field for field in fields if field.name in words)


def _is_plain(text: str) -> bool:
    bare = _OURS.sub("", text)
    return "{{" not in bare and "{%" not in bare


def _readable_part(part: str, work: _Work) -> str:
    if _OURS.fullmatch(part):
        return part
    inside = " ".join(part.strip("{}%-\n ").split())[:60] or "…"
    return work.put(part, inside)


def _without_strays(text: str, work: _Work) -> str:
    """Braces that open nothing are parted, so that they are read as text."""
    pieces = re.split(f"({_OURS.pattern})", text)
    for at in range(0, len(pieces), 2):
        is_last = at == len(pieces) - 1
        parted = re.sub(r"\{(?=[{%])" if is_last else r"\{(?=[{%]|$)", "{ ", pieces[at])
        if parted != pieces[at]:
            work.swaps.append(Swap("{{", "{ {"))
        pieces[at] = parted
    return "".join(pieces)


def _outside(text: str, edit: Callable[[str], str]) -> str:
    """`text` edited where no placeholder of ours stands."""
    if "{{" not in text and "{%" not in text:
        return edit(text)
    start, pieces = 0, []
    for found in _ANY_LIQUID.finditer(text):
        pieces += [edit(text[start : found.start()]), found[0]]
        start = found.end()
    return "".join((*pieces, edit(text[start:])))


def _common(text: str, work: _Work) -> str:
    """`{姓名}`, `[name]` and `XX`.

    Chats write emoticons as `[微笑]`, so in brackets only known words are placeholders.
    """
    if "{" in text or "｛" in text:
        text = _IN_BRACES.sub(lambda found: _swapped(found, work), text)
    if "[" in text or "【" in text:
        text = _IN_BRACKETS.sub(
            lambda found: _swapped(found, work) if known_name(found[1]) else found[0], text
        )
    if not _CROSSES.search(text):
        return text
    return _outside(text, lambda part: _CROSSES.sub(lambda one: work.put(one[0], one[0]), part))


def _swapped(found: re.Match[str], work: _Work) -> str:
    words = found[1].strip()
    return work.put(found[0], words) if words else found[0]


def _liquid(text: str, work: _Work) -> str:
    """`{{ ticket.requester.first_name | default: 'x' }}`; names in tags lose their dots too."""

    def output(found: re.Match[str]) -> str:
        simple = _SIMPLE_LIQUID.fullmatch(found[1].strip())
        if not simple:
            return found[0]
        tail = f" {simple[2].strip()}" if simple[2] else ""
        return work.put(found[0], simple[1], tail)

    def tag(found: re.Match[str]) -> str:
        def plain(path: re.Match[str]) -> str:
            dotted = "." in path[0] or known_name(path[0])
            return work.names.name(path[0]) if dotted else path[0]

        parts = re.split(r"""("[^"]*"|'[^']*')""", found[0])
        new = "".join(one if at % 2 else _PATH.sub(plain, one) for at, one in enumerate(parts))
        if new != found[0]:
            work.swaps.append(Swap(found[0], new))
        return new

    if "{{" in text:
        text = _LIQUID_OUTPUT.sub(output, text)
    return _IN_TAG.sub(tag, text) if "{%" in text else text


def _espanso(text: str, work: _Work) -> str:
    """`[[field]]` of a form, `{{variable}}` or `{{form.field}}`, and `$|$` for the caret."""

    def variable(found: re.Match[str]) -> str:
        name = found[1].rpartition(".")[2].strip()
        return work.put(found[0], name) if name else found[0]

    text = text.replace("$|$", work.put("$|$", CURSOR)) if "$|$" in text else text
    text = re.sub(r"\[\[([\w -]{1,60})\]\]", variable, text)
    return re.sub(r"\{\{([\w. -]{1,80})\}\}", variable, text)


_BEEFTEXT_LABELS = {"clipboard": "clipboard", "envvar": "environment", "combo": "combo"}


def _beeftext(text: str, work: _Work) -> str:
    """`#{cursor}`, `#{input:Label}`, `#{date}`, `#{dateTime:…}`, `#{clipboard}` and the like."""

    def one(found: re.Match[str]) -> str:
        kind, _, detail = found[1].partition(":")
        lowered = kind.strip().lower()
        if lowered == "cursor":
            return work.put(found[0], CURSOR)
        if lowered in ("date", "time", "datetime"):
            kind_of = {} if lowered == "time" else {"kind": "date"}
            return work.put(found[0], lowered, **kind_of)
        return work.put(found[0], detail.strip() or _BEEFTEXT_LABELS.get(lowered, kind))

    return re.sub(r"#\{([^{}\n]{1,120})\}", one, text)


def _textexpander(text: str, work: _Work) -> str:
    """`%filltext:name=Label:default=x%`, `%fillpopup:name=Label:a:default=b%`, `%|`."""

    def fill(found: re.Match[str]) -> str:
        parts = found[2].split(":")
        label = next((one[5:] for one in parts if one.startswith("name=")), found[1])
        label = label.replace("％", "%")
        default = next((one[8:] for one in parts if one.startswith("default=")), "")
        if found[1] == "popup":
            choices = tuple(
                one.removeprefix("default=")
                for one in parts
                if one and not one.startswith(("name=", "width="))
            )
            return work.put(found[0], label, kind="choice", choices=choices, default=default)
        more = {"default": default} if default else {}
        return work.put(found[0], label, **more)

    text = re.sub(r"%fill(text|area|popup|part|top)(?::([^%\n]*))?%", fill, text)
    text = re.sub(r"%clipboard\b", lambda found: work.put(found[0], "clipboard"), text)
    return re.sub(r"%\|", lambda found: work.put(found[0], CURSOR), text)


def _autokey(text: str, work: _Work) -> str:
    """`<cursor>`, `<date format=…>`; any other macro is asked for by its name."""

    def one(found: re.Match[str]) -> str:
        kind = found[1]
        if kind == "date":
            return work.put(found[0], "date", kind="date")
        return work.put(found[0], CURSOR if kind == "cursor" else kind)

    return re.sub(r"<(cursor|date|script|clipboard|file)\b[^<>\n]*>", one, text)


def _unchanged(text: str, _work: _Work) -> str:
    return text


_SYNTAXES: Mapping[Syntax, Callable[[str, _Work], str]] = MappingProxyType(
    {
        "plain": _liquid,
        "liquid": _liquid,
        "espanso": _espanso,
        "beeftext": _beeftext,
        "textexpander": _textexpander,
        "autokey": _autokey,
        "own": _unchanged,
    }
)
