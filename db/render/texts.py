"""Texts as SQL: what they are compared by (docs/decisions/0021). What is stored of it is used, the rest computed."""

from sqlalchemy import Text, func, select

from db.rows import Row

from .types import Element

CODES = {
    *("code", "code_prefix", "credit_code", "sha256", "media_type"),
    *("from_status", "to_status", "suspended_from"),
}


def is_said(row: Row, attribute: str) -> bool:
    """Whether the attribute is a text in people's words; codes sort by their letters."""
    return isinstance(row[attribute].type, Text) and attribute not in CODES


def sort_key(row: Row, attribute: str) -> Element:
    """What a text in people's words sorts by."""
    if row.has(f"{attribute}_key"):
        return row[f"{attribute}_key"]
    return func.sort_key(row[attribute], type_=Text()).collate("C")


def folded(row: Row, attribute: str) -> Element:
    """The text, folded."""
    if row.has(f"{attribute}_folded"):
        return func.coalesce(row[f"{attribute}_folded"], row[attribute])
    return func.lower(row[attribute]) if attribute in CODES else func.fold(row[attribute])


def sort_key_of(value: Element) -> Element:
    """What a parameter sorts by, computed once in a statement."""
    return select(func.sort_key(value, type_=Text())).scalar_subquery()


def folded_value(value: Element) -> Element:
    """A parameter, folded once in a statement."""
    return select(func.fold(value, type_=Text())).scalar_subquery()
