"""The scalars of the network: each takes one plain notation within one range, and refuses all else in the same way."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from operator import methodcaller
from typing import Any, NewType, TypeVar

from graphql import FloatValueNode, IntValueNode, StringValueNode, ValueNode
from strawberry.types.scalar import ScalarDefinition

from resolvers.errors import ErrorCode, ServiceError
from resolvers.messages import YEARS
from resolvers.moments import CHINA
from resolvers.translations import short

from .descriptions import text

BigInt = NewType("BigInt", int)
Day = TypeVar("Day", bound=dt.date)

DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
HOUR = r"([01][0-9]|2[0-3]):[0-5][0-9]"
TIME = rf"{DATE}[Tt ]{HOUR}(:[0-5][0-9]([.][0-9]{{1,9}})?)?([Zz]|[+-]{HOUR})?"
DECIMAL = r"-?[0-9]{1,18}([.][0-9]{1,10})?"  # more digits than any sum of money has
WHOLE = r"-?[0-9]{1,19}"
BITS = 2**63


def _day(written: str) -> dt.date:
    return _in_years(dt.date.fromisoformat(written))


def _moment(written: str) -> dt.datetime:
    """A moment: without offset it is China's time; what is finer than microseconds is dropped."""
    moment = _in_years(dt.datetime.fromisoformat(written.upper()))
    return moment if moment.tzinfo else moment.replace(tzinfo=CHINA)


def _in_years(day: Day) -> Day:
    least, most = YEARS
    if least <= day.year <= most:
        return day
    raise ValueError(day)


def _whole(written: str) -> int:
    number = int(written)
    if -BITS <= number < BITS:
        return number
    raise ValueError(number)


def _scalar(
    name: str, origin: Any, form: str, read: Callable[[str], object], write: Callable[[Any], object], *words: str
) -> ScalarDefinition:  # Any: types and their values
    """A scalar of texts of that form, or of numbers written so, of which `read` raises ValueError out of range."""
    numeric = origin in NUMERIC

    def accept(written: str | None, found: object, node: ValueNode | None = None) -> object:
        try:
            if written is not None and re.fullmatch(form, written):
                return read(written)
        except ValueError:
            pass
        raise ServiceError(ErrorCode.INVALID_VALUE, node, scalar=name, found=short(str(found)))

    def parse_value(value: object) -> object:
        number = numeric and type(value) in {int, float}
        return accept(str(value) if number or isinstance(value, str) else None, value)

    def parse_literal(node: ValueNode, _: object = None) -> object:
        number = numeric and isinstance(node, IntValueNode | FloatValueNode)
        found = getattr(node, "value", node.kind)
        return accept(found if number or isinstance(node, StringValueNode) else None, found, node)

    return ScalarDefinition(name, text(*words), None, write, parse_value, parse_literal, origin=origin)


NUMERIC = {BigInt, Decimal}
SCALARS: dict[object, ScalarDefinition] = {
    BigInt: _scalar(
        "BigInt",
        BigInt,
        WHOLE,
        _whole,
        int,
        "A whole number of up to 64 bits, as a JSON number: sums may exceed the 32 bits of Int",
        "64 位以内的整数，以 JSON 数字表示：合计可能超出 Int 的 32 位",
        "30000000000",
    ),
    dt.date: _scalar(
        "Date",
        dt.date,
        DATE,
        _day,
        methodcaller("isoformat"),
        "A date, written year-month-day, of a year from 1900 to 2200",
        "日期，写作年-月-日，年份在 1900 到 2200 之间",
        "2026-06-01",
    ),
    dt.datetime: _scalar(
        "DateTime",
        dt.datetime,
        TIME,
        _moment,
        methodcaller("isoformat"),
        "A time as in RFC 3339, of a year from 1900 to 2200; without an offset it is China's time (+08:00). "
        "Answers are in UTC (+00:00)",
        "时间（RFC 3339），年份在 1900 到 2200 之间；不写时区即为北京时间（+08:00）。返回的时间一律为 UTC（+00:00）",
        "2026-06-01T08:30:00+08:00",
    ),
    Decimal: _scalar(
        "Decimal",
        Decimal,
        DECIMAL,
        Decimal,
        str,
        "An exact number in plain notation, as a text: up to 18 digits before and 10 after the point",
        "精确数值，以文本表示，只用普通记法：整数部分最多 18 位，小数最多 10 位",
        "12000.00",
    ),
}
