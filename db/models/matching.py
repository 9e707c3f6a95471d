"""The index of matching: what every need and resource says, as the database finds it; nobody sees these rows."""

from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Integer, SmallInteger, String, Text
from sqlalchemy.dialects.postgresql import REAL
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import UserDefinedType

from .base import Base

DIMENSIONS = 1_000_000_000  # of pgvector's sparse vectors: the most that it takes


class SparseVector(UserDefinedType[str]):
    """pgvector's `sparsevec`, as text."""

    cache_ok = True

    def __init__(self, dimensions: str | int = DIMENSIONS) -> None:
        self.dimensions = int(dimensions)

    def get_col_spec(self, **_: Any) -> str:  # Any: SQLAlchemy's own arguments
        """Return the type's name in DDL."""
        return f"SPARSEVEC({self.dimensions})"


class MatchEntry(Base):
    """What a need (`side` 0) or a resource (1) is about: tokens, ascending, with their impacts.

    It is found by the tokens `posted`, whose words are `terms` (empty where there is nothing to show). Triggers fill
    in the rest: `shelf` is `side` while it is open, `side` + 2 while it is met or used up, null when it is over.
    """

    __tablename__ = "match_entry"
    __table_args__ = (
        CheckConstraint("side IN (0, 1)", name="side"),
        CheckConstraint("shelf IN (side, side + 2)", name="shelf_of_side"),
        CheckConstraint("cardinality(tokens) = cardinality(impacts)", name="impact_of_token"),
        CheckConstraint("cardinality(posted) = cardinality(terms)", name="term_of_posted"),
        Index(None, "subdistrict_id", "shelf", "category", "id"),
        Index(None, "subdistrict_id", "shelf", "subcategory_id", "id"),
    )
    subdistrict_id: Mapped[UUID] = mapped_column(ForeignKey("subdistrict.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    side: Mapped[int] = mapped_column(SmallInteger)
    shelf: Mapped[int | None] = mapped_column(SmallInteger)
    category: Mapped[str] = mapped_column(String(32))
    subcategory_id: Mapped[UUID | None]
    tokens: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    impacts: Mapped[list[float]] = mapped_column(ARRAY(REAL))
    posted: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    terms: Mapped[list[str]] = mapped_column(ARRAY(Text))
    words: Mapped[str] = mapped_column(SparseVector())
    version: Mapped[int]


class MatchPosting(Base):
    """An entry on a shelf under one of its tokens, the greatest impact last; triggers keep it."""

    __tablename__ = "match_posting"
    subdistrict_id: Mapped[UUID] = mapped_column(primary_key=True)
    shelf: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    token: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    impact: Mapped[float] = mapped_column(REAL, primary_key=True)
    entry_id: Mapped[UUID] = mapped_column(primary_key=True)


class MatchToken(Base):
    """How many entries of a shelf have a token (0: how many there are), in parts; triggers keep it."""

    __tablename__ = "match_token"
    subdistrict_id: Mapped[UUID] = mapped_column(primary_key=True)
    shelf: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    token: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    part: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    entries: Mapped[int]
