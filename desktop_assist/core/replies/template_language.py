"""The template language: Liquid, cut down to what a canned reply needs.

Importing this module imports python-liquid (about 130 ms), so only `core.replies.template`
does, and only for the first body that `core.replies.plain_body` does not understand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, NoReturn

from liquid import BoundTemplate, Environment, Mode, RenderContext
from liquid.builtin import register
from liquid.exceptions import FilterArgumentError, LiquidError, UndefinedError
from liquid.undefined import Undefined
from liquid.utils import ReadOnlyChainMap

from desktop_assist.core.language.dates import formatted_date, read_date
from desktop_assist.core.replies.plain_body import LONGEST_OUTPUT
from desktop_assist.core.replies.template_faults import TemplateFault, line_at, unpastable
from desktop_assist.text import Message, say

TAGS = frozenset({"if", "unless", "case", "comment"})
FILTERS = frozenset(
    "default upcase downcase strip truncate date size plus minus round".split()
)  # fmt: skip
_SYNTAX = frozenset({"content", "output", "illegal"})

LARGEST_NUMBER = Decimal(10) ** 15
"""Beyond it a number in a reply is a mistake, and arithmetic on it may take long."""


class CompiledBody:
    """A body that was read. `variables` in order of appearance, each once."""

    def __init__(self, template: BoundTemplate, variables: tuple[str, ...]) -> None:
        self._template = template
        self.variables = variables

    def fill(
        self, values: Mapping[str, str], gaps: Mapping[str, str]
    ) -> tuple[str, tuple[str, ...]]:
        """The text, and the variables that are printed without being in `values`.

        In their place stands what `gaps` says, else their name.

        Raises:
            TemplateFault: a filter does not fit its value, or the text grows too long.
        """
        filled, missing = dict(values), list[str]()
        while True:
            try:
                return self._template.render(filled), tuple(missing)
            except _UnfilledError as error:
                missing.append(error.name)
                filled[error.name] = _Gap(gaps.get(error.name, error.name))
            except LiquidError as error:
                raise _fault(error) from error
            except UnicodeEncodeError:
                # A lone half of a surrogate pair: no clipboard takes it.
                raise unpastable() from None


class ReplyLanguage:
    """Reads bodies."""

    def __init__(self) -> None:
        self._environment = _Environment()

    def compile(self, source: str) -> CompiledBody:
        """Read a body.

        Raises:
            TemplateFault: a tag, a filter or a name that is none, or broken syntax.
        """
        try:
            template = self._environment.from_string(source)
            analysis = template.analyze()
        except LiquidError as error:
            raise _fault(error) from error
        for name, spans in analysis.filters.items():
            _check_filter(source, name, spans[0].index)
        uses = [use for found in analysis.variables.values() for use in found]
        uses.sort(key=lambda use: use.span.index)
        for use in uses:
            _check_plain(source, str(use), len(use.segments), use.span.index)
        return CompiledBody(template, tuple(dict.fromkeys(str(use) for use in uses)))


def _check_filter(source: str, name: str, index: int) -> None:
    if name not in FILTERS:
        known = ", ".join(sorted(FILTERS))
        fault = say(
            "Templates", "“{name}” is not a filter; there are: {known}.", name=name, known=known
        )
        raise TemplateFault(line_at(source, index), fault)


def _check_plain(source: str, name: str, segments: int, index: int) -> None:
    if segments > 1:
        fault = say("Templates", "“{name}” is not a plain name.", name=name)
        raise TemplateFault(line_at(source, index), fault)


def _fault(error: LiquidError) -> TemplateFault:
    token = error.token
    placed = token is not None and token.start_index >= 0
    line = line_at(token.source, token.start_index) if token is not None and placed else 1
    return TemplateFault(line, _told(str(error.args[0] if error.args else type(error).__name__)))


def _told(detail: str) -> Message:
    """Liquid's sentence in our words where teams meet it, else as it is."""
    if unknown := re.fullmatch(r"unexpected tag '(\w+)'", detail):
        known = ", ".join(sorted(TAGS))
        return say(
            "Templates",
            "“{tag}” cannot stand here; tags are: {known}.",
            tag=unknown[1],
            known=known,
        )
    if unclosed := re.fullmatch(r"expected tag (\w+), found .*", detail):
        return say("Templates", "“{tag}” is missing.", tag=unclosed[1])
    return say("Templates", "A placeholder cannot be read ({detail}).", detail=detail)


class _Gap(str):
    """What stands in for a value that is not known yet; every filter lets it through."""

    __slots__ = ()


class _UnfilledError(UndefinedError):
    """A placeholder without value is about to be printed. `name` is the variable's."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is empty", token=None)
        self.name = name


class _Unfilled(Undefined):
    """A variable without value: false in a condition, replaced by `default`, never printed."""

    __slots__ = ()
    force_liquid_default = True

    def _refuse(self, *_: object) -> NoReturn:
        raise _UnfilledError(self.name)

    __str__ = __int__ = __len__ = __iter__ = _refuse

    def __bool__(self) -> bool:
        return False


class _Context(RenderContext):
    """Knows the given values alone: Liquid's own `now` and `today` would read the clock."""

    __slots__ = ()

    def __init__(self, template: BoundTemplate, **options: Any) -> None:
        super().__init__(template, **options)
        self.scope = ReadOnlyChainMap(self.locals, self.globals)


class _Template(BoundTemplate):
    context_class = _Context

    def make_partial_namespace(
        self, partial: bool, render_args: Mapping[str, object]
    ) -> Mapping[str, object]:
        del partial  # Liquid would define a variable of this name.
        return render_args


class _Environment(Environment):
    """Our tags and filters only, and every limit set."""

    template_class = _Template
    block_nesting_limit = 8
    context_depth_limit = 8
    loop_iteration_limit = 1
    local_namespace_limit = 1_000
    output_stream_limit = LONGEST_OUTPUT

    def __init__(self) -> None:
        super().__init__(undefined=_Unfilled, tolerance=Mode.STRICT, strict_filters=True)

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:
        del extra
        register(self)
        self.tags = {name: tag for name, tag in self.tags.items() if _is_kept(name)}
        filters: dict[str, Callable[..., object]] = {**self.filters, **_OWN_FILTERS}
        self.filters = {name: _letting_gaps_through(filters[name]) for name in FILTERS}


def _is_kept(tag: str) -> bool:
    return tag in TAGS or tag.lower() in _SYNTAX


def _letting_gaps_through(call: Callable[..., object]) -> Callable[..., object]:
    def filtered(value: object, *arguments: object, **named: object) -> object:
        return value if isinstance(value, _Gap) else call(value, *arguments, **named)

    # Liquid looks for its marks on a filter, to hand it the context.
    filtered.__dict__.update(call.__dict__)
    return filtered


def _date(value: object, pattern: object = "%Y-%m-%d") -> str:
    day = read_date(str(value))
    if day is None:
        raise FilterArgumentError(f"“{value}” is not a date", token=None)
    return formatted_date(day, str(pattern))


def _plus(value: object, other: object) -> str:
    return f"{_number(value) + _number(other):f}"


def _minus(value: object, other: object) -> str:
    return f"{_number(value) - _number(other):f}"


def _round(value: object, digits: object = 0) -> str:
    places = min(max(int(_number(digits)), 0), 9)
    return f"{_number(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def _size(value: object) -> int:
    return len(str(value))


def _number(value: object) -> Decimal:
    if isinstance(value, _Gap):
        return Decimal(0)
    try:
        number = Decimal(str(value).replace(",", "").strip())
    except InvalidOperation:
        raise FilterArgumentError(f"“{value}” is not a number", token=None) from None
    if not number.is_finite() or abs(number) > LARGEST_NUMBER:
        raise FilterArgumentError(f"“{value}” is too large a number", token=None)
    return number


_OWN_FILTERS: dict[str, Callable[..., object]] = {
    "date": _date, "plus": _plus, "minus": _minus, "round": _round, "size": _size,
}  # fmt: skip
