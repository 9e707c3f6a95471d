"""The two-level taxonomy as data: thirteen categories, and the subcategories that every subdistrict begins with."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

DATA = Path(__file__).parent / "data"
INSERT = text("""
INSERT INTO builtin_subcategory (code, category, name, english_name, keywords)
VALUES (:code, :category, :chinese, :english, :keywords)
""")
GIVE = text("""
INSERT INTO subcategory (subdistrict_id, code, category, name, english_name, keywords)
SELECT s.id, b.code, b.category, b.name, b.english_name, b.keywords FROM subdistrict s CROSS JOIN builtin_subcategory b
""")


@cache
def data() -> Mapping[str, Any]:  # Any: what a TOML table holds
    """Return `category`, `subcategory` (each with code, chinese, english) and `related` (a, b, closeness of 0 to 1)."""
    return tomllib.loads((DATA / "taxonomy.toml").read_text(encoding="utf-8"))


def names() -> Mapping[str, tuple[str, str]]:
    """Return the Chinese and English names of the categories, by code."""
    return {one["code"]: (one["chinese"], one["english"]) for one in data()["category"]}


def begin(connection: Connection) -> None:
    """Fill the reference table of a database that has none, and give every subdistrict its subcategories."""
    rows = [one | {"keywords": sorted({word.lower() for word in one["keywords"]})} for one in data()["subcategory"]]
    connection.execute(INSERT, rows)
    connection.execute(GIVE)


def related() -> list[tuple[str, str, float]]:
    """Return the pairs of categories that are near each other, both ways, and how near: 0 to 1."""
    pairs = [(pair["a"], pair["b"], pair["closeness"]) for pair in data()["related"]]
    return pairs + [(b, a, closeness) for a, b, closeness in pairs]
