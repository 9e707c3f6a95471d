"""Checks of single inputs: a check takes what a client sent and returns what is stored, or refuses it."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from .errors import ErrorCode, UserError, UserErrors
from .moments import now, today

MAX_TITLE = 200  # one line of a list on a phone, three times over
MAX_TEXT = 5000  # some three printed pages; longer descriptions belong into a document
MAX_UNIT = 20
MAX_NAME = 100
MAX_COUNT = 1_000_000_000  # two of them, as claimed and planned are added up, fit PostgreSQL's integer
MAX_BUDGET = Decimal(10) ** 12  # what numeric(14, 2) holds
MAX_ITEMS = 50  # lines of one project or claim, communities of one partner
HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
# A family, a rainbow flag, a firefighter: pictures with joiners between, each perhaps with a variation or skin tone.
JOINED = re.compile("(?<=[\u2600-\u27bf\ufe0f\U0001f300-\U0001faff])\u200d(?=[\u2190-\u2bff\U0001f300-\U0001faff])")
LINES = "\n\t"  # the control characters of a text of several lines
YEARS = (2000, 2200)  # outside, a date is a slip of the hand, and time zones may leave the calendar
PHONE = re.compile(r"\+?[0-9(][0-9() -]{4,23}")  # loosely: numbers of many places and switchboards
CODE = re.compile(r"[A-Z][A-Z0-9_]{0,39}")  # of a subcategory, within its category
CREDIT_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")  # GB 32100-2015

Day = TypeVar("Day", bound=date)


class Check(NamedTuple):
    """How one input is checked; `cleared` is stored for null, which is refused unless `nullable`."""

    accept: Callable[[Any], Any]  # Any: each check takes and returns its own type
    nullable: bool = False
    cleared: object = None

    def __call__(self, value: Any) -> Any:  # Any: as accept
        """Return what is stored for the value; raises UserError."""
        if value is not None:
            return self.accept(value)
        if self.nullable:
            return self.cleared
        raise UserError(ErrorCode.REQUIRED)


def clean(checks: Mapping[str, Check], values: Mapping[str, Any], *field: str | int) -> dict[str, Any]:
    """Check all values by name, all below `field` of the input; raises UserErrors with everything that is wrong."""
    cleaned: dict[str, Any] = {}
    errors: list[UserError] = []
    for name, value in values.items():
        try:
            cleaned[name] = checks[name](value)
        except UserError as error:
            errors.append(error.within(*field, name))
    if errors:
        raise UserErrors(*errors)
    return cleaned


def clean_each(
    checks: Mapping[str, Check], items: Sequence[Mapping[str, Any]], field: str
) -> list[dict[str, Any]]:  # Any: as Check.accept
    """Check every item of a list; refuses an empty or overlong list, and all that is wrong in all items at once."""
    if not items:
        raise UserError(ErrorCode.REQUIRED, field)
    if len(items) > MAX_ITEMS:
        raise UserError(ErrorCode.TOO_MANY, field, limit=MAX_ITEMS)
    cleaned: list[dict[str, Any]] = []
    errors: list[UserError] = []
    for place, item in enumerate(items):
        try:
            cleaned.append(clean(checks, item, field, place))
        except UserErrors as several:
            errors.extend(several.errors)
    if errors:
        raise UserErrors(*errors)
    return cleaned


def line(limit: int, allowed: str = "") -> Check:
    """Text of one line (unless line breaks are `allowed`), trimmed, never blank."""

    def accept(text: str) -> str:
        text = _plain(text, limit, allowed)
        if not any(letter.isprintable() for letter in text):
            raise UserError(ErrorCode.BLANK)
        return text

    return Check(accept)


def note(limit: int) -> Check:
    """Text of one line, trimmed; null when blank."""
    return Check(lambda text: _plain(text, limit, "") or None, nullable=True)


def prose(limit: int = MAX_TEXT) -> Check:
    """Text of any number of lines, trimmed; empty when null."""
    return Check(lambda text: _plain(text, limit, LINES), nullable=True, cleared="")


def whole(least: int, most: int = MAX_COUNT) -> Check:
    """A whole number within bounds."""

    def accept(number: int) -> int:
        if least == 1 > number:
            raise UserError(ErrorCode.NOT_POSITIVE)
        if not least <= number <= most:
            raise UserError(ErrorCode.OUT_OF_RANGE, least=least, most=most)
        return number

    return Check(accept)


def _distinct(items: Sequence[Any]) -> list[Any]:
    if len(items) > MAX_ITEMS:
        raise UserError(ErrorCode.TOO_MANY, limit=MAX_ITEMS)
    return list(dict.fromkeys(items))


def optional(check: Check) -> Check:
    """The same check, or null."""
    return check._replace(nullable=True)


def _plain(text: str, limit: int, allowed: str) -> str:
    text = text.replace("\r\n", "\n").strip()
    if len(text) > limit:
        raise UserError(ErrorCode.TOO_LONG, limit=limit)
    place = _hidden(text, allowed)
    if place is not None:
        character = f"U+{ord(text[place]):04X}"
        raise UserError(ErrorCode.INVALID_CHARACTERS, place=place + 1, character=character)
    return text


def is_plain(text: str) -> bool:
    """Tell whether a text of one line holds only characters that are seen."""
    return _hidden(text, "") is None


def _hidden(text: str, allowed: str) -> int | None:
    """The place of the first character that nobody sees, and that may change what others see: no text may hold it.

    These are controls but the allowed ones, direction marks and overrides, separators of lines and paragraphs, and
    halves of characters. A joiner within an emoji is seen, as one picture with its neighbours.
    """
    seen = enumerate(JOINED.sub("+", text))
    return next((i for i, letter in seen if letter not in allowed and unicodedata.category(letter) in HIDDEN), None)


def _form(pattern: re.Pattern[str]) -> Check:
    """Text of a form, in plain capitals; null when blank."""

    def accept(text: str) -> str | None:
        text = unicodedata.normalize("NFKC", text).strip().upper()
        if text and not pattern.fullmatch(text):
            raise UserError(ErrorCode.INVALID_FORMAT)
        return text or None

    return Check(accept, nullable=True)


def _future_day(day: date) -> date:
    if day < today():
        raise UserError(ErrorCode.IN_THE_PAST)
    return _in_calendar(day)


def _past_day(day: date) -> date:
    if day > today():
        raise UserError(ErrorCode.IN_THE_FUTURE)
    return _in_calendar(day)


def _future_moment(moment: datetime) -> datetime:
    if moment < now():
        raise UserError(ErrorCode.IN_THE_PAST)
    return _in_calendar(moment)


def _in_calendar(day: Day) -> Day:
    least, most = YEARS
    if not least <= day.year <= most:
        raise UserError(ErrorCode.OUT_OF_RANGE, least=least, most=most)
    return day


def _yuan(amount: Decimal) -> Decimal:
    if not (0 <= amount < MAX_BUDGET and amount == amount.quantize(Decimal("0.01"))):
        raise UserError(ErrorCode.OUT_OF_RANGE, least=0, most=MAX_BUDGET - 1)
    return amount.quantize(Decimal("0.01"))


def in_order(start: datetime | None, end: datetime | None, *field: str | int) -> None:
    """Refuse a window that ends before it starts."""
    if start is not None and end is not None and end <= start:
        raise UserError(ErrorCode.WINDOW_OUT_OF_ORDER, *field)


anything = Check(lambda value: value)
quantity = whole(1)
phone = _form(PHONE)
credit_code = _form(CREDIT_CODE)
code = Check(_form(CODE).accept)
distinct = Check(_distinct, nullable=True, cleared=[])
day = Check(_in_calendar)
future_day = optional(Check(_future_day))
past_day = optional(Check(_past_day))
moment = optional(Check(_in_calendar))
future_moment = optional(Check(_future_moment))
yuan = optional(Check(_yuan))
reason = line(MAX_TEXT, LINES)
