"""Whether digits are a number of a certain kind: identity card, bank card, mobile phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

# GB 11643-1999, 18 characters: region, birthday, order, check character by ISO 7064 MOD 11-2.
_ID = re.compile(
    r"[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]", re.ASCII
)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10x98765432"
# Numbering plan of mainland China: 1, then 3 to 9; 14x beside phones are data cards, taken too.
_MOBILE = re.compile(r"(?:0{0,2}86)?1[3-9]\d{9}", re.ASCII)
# ISO/IEC 7812: UnionPay 62, debit of older banks 60 and 95–99, Visa 4, MasterCard 51–55, JCB 35.
_CARD = re.compile(r"(?:6[02]|9[5-9]|4\d|5[1-5]|35)\d{11,17}", re.ASCII)
_NOT_DIGITS = re.compile(r"[^0-9]")
_NOT_ID = re.compile(r"[^0-9xX]")


def is_identity_card(number: str) -> bool:
    """Whether `number` is an 18-character identity card number with the right check character."""
    if not _ID.fullmatch(number):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_ID_WEIGHTS, number, strict=False))
    return _ID_CHECKS[total % 11] == number[-1]


def passes_luhn(number: str) -> bool:
    """Whether the last digit of `number` is its check digit (ISO/IEC 7812-1 annex B)."""
    if not (number.isascii() and number.isdigit()) or not number.strip("0"):
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number)))
    return sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0


def is_mobile(number: str) -> bool:
    """Whether `number` is a mobile phone number of mainland China, with or without 86."""
    return _MOBILE.fullmatch(number) is not None


def is_bank_card(number: str) -> bool:
    """Whether `number` has 13 to 19 digits, an issuer known in China and a right check digit."""
    return _CARD.fullmatch(number) is not None and passes_luhn(number)


def verifies(kind: str, text: str) -> bool:
    """Whether the digits of `text` are a number of `kind`; true of any text for the kind ""."""
    check = _CHECKS.get(kind)
    dropped = _NOT_ID if kind == "cn_id" else _NOT_DIGITS
    return check is None or check(dropped.sub("", text).lower())


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "cn_id": is_identity_card, "luhn": passes_luhn,
    "cn_mobile": is_mobile, "bank_card": is_bank_card,
}  # fmt: skip
