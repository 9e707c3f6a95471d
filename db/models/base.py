"""What every table shares: naming, column types, the tenant-first key, and how relations are declared."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Computed,
    DateTime,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Text,
    func,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column, relationship

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class Base(DeclarativeBase):
    """The registry of all models; strings are `text`, times are `timestamptz`."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {str: Text(), datetime: DateTime(timezone=True)}  # noqa: RUF012 - read by SQLAlchemy


class Tenant:
    """Mixin of all that belongs to one subdistrict: its id comes first in every key and index."""

    subdistrict_id: Mapped[UUID] = mapped_column(ForeignKey("subdistrict.id"), primary_key=True, sort_order=-3)
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=func.uuidv7(), sort_order=-2)


class Dated:
    """Mixin of what was made and may be edited: when, and by which account."""

    created_at: Mapped[datetime] = mapped_column(server_default=func.now(), sort_order=90)
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now(), sort_order=91)
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"), sort_order=92)


def sort_key(column: str) -> MappedColumn[str]:
    """Column with what a text that people read sorts by; the database keeps it, and no object loads it."""
    key = Computed(f"sort_key({column})", persisted=True)
    return mapped_column(Text(collation="C"), key, nullable=False, deferred=True, sort_order=95)


def folded(column: str) -> MappedColumn[str | None]:
    """Column with a text folded, where that is another text: what `contains` looks at."""
    other = Computed(f"NULLIF(fold({column}), {column})", persisted=True)
    return mapped_column(Text(), other, nullable=True, deferred=True, sort_order=96)


class Named:
    """Mixin of what has a name."""

    name: Mapped[str]
    name_key: Mapped[str] = sort_key("name")
    name_folded: Mapped[str | None] = folded("name")


class Titled:
    """Mixin of what has a title."""

    title: Mapped[str]
    title_key: Mapped[str] = sort_key("title")
    title_folded: Mapped[str | None] = folded("title")


class Described(Titled):
    """Mixin of what has a title and a description."""

    description: Mapped[str] = mapped_column(server_default="")
    description_folded: Mapped[str | None] = folded("description")


def choice(kind: type[StrEnum]) -> Enum:
    """Column type of an enumeration: its names as text, held by a named check constraint."""
    name = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).lstrip("_")
    return Enum(kind, native_enum=False, create_constraint=True, name=name, length=32)


def within_tenant(
    table: str, *columns: str, remote: tuple[str, ...] = ("id",), later: bool = False
) -> ForeignKeyConstraint:
    """Foreign key to a row of the same subdistrict: `(subdistrict_id, *columns)`; `later` breaks a circle of tables."""
    targets = [f"{table}.{name}" for name in ("subdistrict_id", *remote)]
    return ForeignKeyConstraint(["subdistrict_id", *columns], targets, use_alter=later)


def not_blank(*columns: str) -> list[CheckConstraint]:
    """Check constraints that a text holds more than white space."""
    return [CheckConstraint(rf"{name} ~ '\S'", name=f"{name}_not_blank") for name in columns]


def unique_name(table: str, *within: str) -> Index:
    """Names are told apart by more than script, width, case and blanks, in a subdistrict and `within` more of it."""
    columns = ("subdistrict_id", *within)
    return Index(f"uq_{table}_{'_'.join(columns)}_name", *columns, text("fold(name)"), unique=True)


def _relation(owner: str, target: str, *pairs: tuple[str, str], many: bool) -> Any:  # Any: fits every Mapped[...]
    """Read-only relation over `(column of owner, column of target)` pairs, which `info` keeps for the compiler."""
    mine, theirs = ("{}", "remote(foreign({}))") if many else ("foreign({})", "remote({})")
    joins = (f"{mine.format(f'{owner}.{a}')} == {theirs.format(f'{target}.{b}')}" for a, b in pairs)
    return relationship(
        target,
        primaryjoin=f"and_({', '.join(joins)})",
        viewonly=True,
        lazy="raise",
        uselist=many,
        info={"pairs": pairs},
    )


def to_one(owner: str, target: str, column: str) -> Any:  # Any: as _relation
    """The `target` of the same subdistrict that `owner.column` names."""
    return _relation(owner, target, ("subdistrict_id", "subdistrict_id"), (column, "id"), many=False)


def to_many(owner: str, target: str, column: str) -> Any:  # Any: as _relation
    """All `target` rows of the same subdistrict whose `column` names `owner`."""
    return _relation(owner, target, ("subdistrict_id", "subdistrict_id"), ("id", column), many=True)


def to_subdistrict(owner: str) -> Any:  # Any: as _relation
    """The subdistrict that a row belongs to."""
    return _relation(owner, "Subdistrict", ("subdistrict_id", "id"), many=False)


def all_of(target: str) -> Any:  # Any: as _relation
    """All `target` rows of a subdistrict."""
    return _relation("Subdistrict", target, ("id", "subdistrict_id"), many=True)


def to_account(owner: str, column: str) -> Any:  # Any: as _relation
    """The account that `owner.column` names; accounts belong to no single subdistrict."""
    return _relation(owner, "Account", (column, "id"), many=False)
