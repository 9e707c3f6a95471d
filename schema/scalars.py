"""The scalars of the network: each takes one plain notation within one range, and refuses all else in the same way."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NewType

from graphql import FloatValueNode, IntValueNode, StringValueNode, ValueNode
from strawberry.types.scalar import ScalarDefinition

from resolvers.errors import ErrorCode, ServiceError
from resolvers.messages import YEARS
from resolvers.moments import CHINA
from resolvers.translations import short

from .descriptions import text

BigInt = NewType("BigInt", int)

DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
TIME = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?"
OFFSET = r"([Zz]|[+-][0-9]{2}:[0-9]{2})?"
BITS = 2**63
NUMBERS = (IntValueNode, FloatValueNode)


def _scalar(
    origin: Any,  # Any: types, and names of types
    name: str,
    form: str,
    read: Callable[[str], object],
    write: Callable[[Any], object],  # Any: what the scalar holds
    description: str,
    *,
    numbers: tuple[type, ...] = (),
) -> ScalarDefinition:
    """A scalar whose texts have a form, and perhaps also take JSON numbers; `read` raises ValueError out of range."""

    def parse(value: object) -> object:
        written = value if isinstance(value, str) else str(value) if type(value) in numbers else ""
        return accept(written, repr(value), None)

    def parse_literal(node: ValueNode, _: object = None) -> object:
        kinds = (StringValueNode, *NUMBERS) if numbers else (StringValueNode,)
        written = node.value if isinstance(node, kinds) else ""
        return accept(written, written, node)

    def accept(written: str, found: str, node: ValueNode | None) -> object:
        try:
            if re.fullmatch(form, written):
                return read(written)
        except ValueError:
            pass
        raise ServiceError(ErrorCode.INVALID_VALUE, node, scalar=name, found=short(found))

    return ScalarDefinition(name, description, None, write, parse, parse_literal, origin=origin)


def _day(written: str) -> dt.date:
    return _in_years(dt.date.fromisoformat(written))


def _moment(written: str) -> dt.datetime:
    """A moment; without offset it is China's time, and what is finer than microseconds is dropped."""
    whole, point, rest = written.upper().partition(".")
    digits, offset = re.fullmatch("([0-9]*)(.*)", rest).groups() if point else ("", "")  # type: ignore[union-attr]  # .*
    moment = dt.datetime.fromisoformat(f"{whole}{point}{digits[:6]}{offset}")
    return _in_years(moment if moment.tzinfo else moment.replace(tzinfo=CHINA))


def _in_years(day: Any) -> Any:  # Any: a date or a time, as given
    least, most = YEARS
    if not least <= day.year <= most:
        raise ValueError(day)
    return day


def _whole(written: str) -> int:
    number = int(written)
    if not -BITS <= number < BITS:
        raise ValueError(number)
    return number


SCALARS: dict[object, ScalarDefinition] = {}
