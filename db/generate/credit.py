"""Unified social credit codes 统一社会信用代码 with both check characters (GB 11714, GB 32100-2015)."""

from itertools import count

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def credit_code(register: str, division: str, organisation: int) -> str:
    """Return the code of an organisation: two digits of its register, six of its division, a number below 10**8."""
    body = f"{organisation:08}"
    code = register + division + body + _organisation_check(body)
    return code + check_character(code)


def _organisation_check(body: str) -> str:
    total = sum(weight * int(digit) for weight, digit in zip(ORGANISATION_WEIGHTS, body, strict=True))
    return "0123456789X0"[11 - total % 11]


def check_character(code: str) -> str:
    """Return the 18th character that belongs to the first 17."""
    total = sum(pow(3, place, 31) * ALPHABET.index(letter) for place, letter in zip(count(), code[:17], strict=False))
    return ALPHABET[-total % 31]
