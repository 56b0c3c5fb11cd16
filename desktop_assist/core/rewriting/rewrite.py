"""Better sentences for a draft: whole ones for what the checker found, and small hints."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.rewriting.chinese import chinese_retelling, chinese_rewrite
from desktop_assist.core.rewriting.english import english_retelling, english_rewrite
from desktop_assist.core.rewriting.hints import small_hints
from desktop_assist.core.rewriting.proposal import Rewrite, sentences

__all__ = ["Rewrite", "hints", "rewrites"]

LONGEST_DRAFT = 2_000
"""Code points. Nothing is proposed for a longer text: no chat message is."""

_HAN = re.compile("[\u3400-\u9fff]")


def rewrites(text: str, findings: Iterable[Finding]) -> list[Rewrite]:
    """A whole sentence for each one that a tone finding lies in, where it can be said well.

    Where a finding has no better wording of its own, a frame stands in that the agent fills.

    In reading order; they do not overlap. None changes a fact of its sentence (`same_facts`), and
    none is made of a sentence that holds a placeholder.
    """
    tone = [one for one in findings if one.family == "tone"]
    if not tone or len(text) > LONGEST_DRAFT:
        return []
    chinese = bool(_HAN.search(text))
    rewrite, retell = (
        (chinese_rewrite, chinese_retelling) if chinese else (english_rewrite, english_retelling)
    )
    unhelped = [one for one in tone if not one.suggestions]
    touched = (one for one in sentences(text) if one.holds_any(tone) and "{" not in one.core)
    proposed = (
        rewrite(one) or (retell(one) if one.holds_any(unhelped) else None) for one in touched
    )
    return [one for one in proposed if one is not None and one.is_safe_in(text)]


def hints(text: str) -> list[Rewrite]:
    """Small improvements, in reading order: less 我, the missing closing mark, doubled marks.

    They do not overlap each other; of one that overlaps a chosen rewrite the rewrite is to stand.
    """
    if len(text) > LONGEST_DRAFT:
        return []
    kept: list[Rewrite] = []
    for hint in sorted(small_hints(text), key=lambda one: (one.start, one.end)):
        if hint.is_safe_in(text) and (not kept or hint.start >= kept[-1].end):
            kept.append(hint)
    return kept
