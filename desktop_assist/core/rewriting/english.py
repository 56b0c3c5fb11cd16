"""English sentences said better: bare refusals, “unfortunately”, and “you have to”."""

from __future__ import annotations

import re

from desktop_assist.core.replies.snippet import Field
from desktop_assist.core.rewriting.proposal import Rewrite, Sentence

REASON = Field(name="reason", label="Reason")
ALTERNATIVE = Field(name="alternative", label="What the customer may have instead")
SITUATION = Field(name="situation", label="How things are, and why")
STEP = Field(name="next_step", label="What you will do for the customer")
NEXT_STEP = Field(name="alternative", label="What you do next, such as: ask the warehouse")

_WORK = "Would {{ alternative }} work for you?"
_BARE = (
    (r"no|nope|not possible|impossible|can['’]t do(?: that| it)?", "this isn't possible"),
    (r"no stock|out of stock|sold out", "this is out of stock"),
    (r"not available", "this isn't available"),
)
_UNKNOWN = re.compile(r"(?:I )?(?:don['’]t know|have no idea)|no idea", re.IGNORECASE)
_CANNOT = re.compile(
    r"(?P<what>(?:I|we) (?:can['’]t|cannot|can not|am unable to|are unable to|aren['’]t able to)"
    r" (?!wait\b|thank\b|help but\b|stress\b|agree\b|recommend\b)[^,;:]{3,60})",
    re.IGNORECASE,
)
_UNFORTUNATELY = re.compile(r"Unfortunately,? (?P<rest>.{3,120})", re.IGNORECASE)
_DUTY = re.compile(
    r"(?P<before>(?:Hi|Hello|Sorry|First|Then)[^,]{0,20}, )?you (?:have to|need to|must|should)"
    r" (?!.*\bsorry\b)(?!be\b|have\b|see\b|know\b|not\b|try\b|feel\b)(?P<what>[a-z][^;?]{2,120})",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(
    r"\b(?:instead|but (?:I|we)|(?:I|we) (?:can|could) (?!not)|would you|could you|how about"
    r"|alternatively)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(?:because|since|as it|due to)\b", re.IGNORECASE)

_WHY_REFUSAL = "Say you are sorry, give the reason, and offer something else."
_WHY_RETOLD = "Say sorry, say how things are, and say what you will do."
_WHY_DUTY = "Ask for it: a customer has no duties."


def english_rewrite(sentence: Sentence) -> Rewrite | None:
    """The sentence said better, where that can be done well."""
    if "?" in sentence.closing:
        return None
    if duty := _DUTY.fullmatch(sentence.core):
        return _asked(sentence, duty)
    if _ALTERNATIVE.search(sentence.draft):
        return None
    if found := _UNFORTUNATELY.fullmatch(sentence.core):
        text = f"I'm sorry, {found['rest']}. {_WORK}"
        return sentence.rewritten(text, (ALTERNATIVE,), _WHY_REFUSAL)
    return None if _REASON.search(sentence.draft) else _refused(sentence)


def english_retelling(sentence: Sentence) -> Rewrite:
    """A frame for any sentence: an apology, how things are, and what comes next."""
    text = "I'm sorry for the trouble. {{ situation }}. Next, I will {{ next_step }}."
    return sentence.rewritten(text, (SITUATION, STEP), _WHY_RETOLD)


def _asked(sentence: Sentence, duty: re.Match[str]) -> Rewrite:
    before = duty["before"] or ""
    # A question mark must not become part of a link.
    gap = " " if re.search(r"\S[./]\S*$", duty["what"]) else ""
    text = f"{before}{'could' if before else 'Could'} you please {duty['what']}{gap}?"
    return sentence.rewritten(text, (), _WHY_DUTY)


def _refused(sentence: Sentence) -> Rewrite | None:
    core, slots = sentence.core, (REASON, ALTERNATIVE)
    if _UNKNOWN.fullmatch(core):
        text = "I'm sorry, I don't know this yet because {{ reason }}. May I {{ alternative }}?"
        return sentence.rewritten(text, (REASON, NEXT_STEP), _WHY_REFUSAL)
    for pattern, clause in _BARE:
        if re.fullmatch(pattern, core, re.IGNORECASE):
            text = f"I'm sorry, {clause} because {{{{ reason }}}}. {_WORK}"
            return sentence.rewritten(text, slots, _WHY_REFUSAL)
    if found := _CANNOT.fullmatch(core):
        what = re.sub(r"^We\b", "we", found["what"])
        text = f"I'm sorry, {what} because {{{{ reason }}}}. {_WORK}"
        return sentence.rewritten(text, slots, _WHY_REFUSAL)
    return None
