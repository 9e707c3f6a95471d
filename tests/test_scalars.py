"""Scalars take one plain notation, as a variable and in the query text, and refuse every other."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest
from graphql import GraphQLError, GraphQLScalarType, parse_value

from resolvers.errors import ErrorCode, ServiceError
from schema.network import build_schema

TYPES = build_schema()._schema.type_map
NO_TEXTS: list[Any] = [20260601, True, [], {"a": 1}]
NO_WHOLES: list[Any] = [2**63, 1.5, True, "1e3", "9" * 5000]
NOON = dt.datetime(2026, 6, 1, 4, tzinfo=dt.UTC)


def scalar(name: str) -> GraphQLScalarType:
    type_ = TYPES[name]
    assert isinstance(type_, GraphQLScalarType)
    return type_


@pytest.mark.parametrize(
    ("name", "given", "read"),
    [
        ("Date", "2026-06-01", dt.date(2026, 6, 1)),
        *(("DateTime", text, NOON) for text in ("2026-06-01T04:00:00Z", "2026-06-01t04:00:00z", "2026-06-01T04:00Z")),
        *(("DateTime", text, NOON) for text in ("2026-06-01T12:00:00.000+08:00", "2026-05-31T22:30:00-05:30")),
        *(("DateTime", text, NOON) for text in ("2026-06-01T12:00:00", "2026-06-01 12:00")),
        ("DateTime", "2026-06-01T04:00:00.123456789Z", NOON.replace(microsecond=123456)),
        *(("Decimal", value, Decimal("12.5")) for value in ("12.5", "12.50", 12.5)),
        *(("Decimal", value, Decimal(-3)) for value in ("-3", -3)),
        ("BigInt", 2**63 - 1, 2**63 - 1),
        ("BigInt", -5, -5),
    ],
)
def test_a_value_is_read(name: str, given: Any, read: object) -> None:
    assert scalar(name).parse_value(given) == read
    assert scalar(name).parse_literal(parse_value(json.dumps(given))) == read


@pytest.mark.parametrize(
    ("name", "given"),
    [
        *(
            ("Date", text)
            for text in ("2026-W23-1", "20260601", "2026-6-1", "2026-02-30", "２０２６-06-01", "2026-06-01\n")
        ),
        *(("Date", text) for text in ("1899-12-31", "2201-01-01", "2026-06-01T00:00:00Z", "")),
        *(("Date", value) for value in NO_TEXTS),
        *(("DateTime", text) for text in ("2026-06-01", "20260601T040000Z", "2026-W23-1T04:00Z", "2026-06-01T24:00Z")),
        *(("DateTime", text) for text in ("2026-06-01T04Z", "2026-06-01T04:00:60Z", "2026-06-01T04:00:00+24:00")),
        *(("DateTime", text) for text in ("2026-06-01T04:00:00,5Z", "2026-06-01T04:00:00+0800", "1899-12-31T00:00Z")),
        *(("DateTime", value) for value in ("0001-01-01T00:00+23:59", "9999-12-31T23:59-23:59")),
        *(("DateTime", value) for value in NO_TEXTS),
        *(("Decimal", text) for text in ("NaN", "-NaN", "sNaN", "Infinity", "１２", "1_000", "1e5", "1e999999999")),
        *(("Decimal", value) for value in ("", ".5", "1.", "+1", " 1", "0x1", "9" * 19, 1e30, True, "9" * 5000)),
        *(("BigInt", value) for value in NO_WHOLES),
    ],
)
def test_another_notation_is_refused(name: str, given: Any) -> None:
    for parse, value in ((scalar(name).parse_value, given), (scalar(name).parse_literal, literal(given))):
        with pytest.raises(ServiceError) as raised:
            parse(value)
        assert raised.value.code is ErrorCode.INVALID_VALUE


@pytest.mark.parametrize("name", ["Decimal", "BigInt"])
def test_a_number_of_very_many_digits_is_refused(name: str) -> None:
    with pytest.raises(GraphQLError, match="INVALID_VALUE"):
        scalar(name).parse_literal(parse_value("9" * 5000))


def literal(given: Any) -> Any:
    return parse_value("{a: 1}" if isinstance(given, dict) else json.dumps(given))
